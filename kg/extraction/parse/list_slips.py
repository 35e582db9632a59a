"""Mend lists, and clauses below a verb, that the parser cut in the wrong place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.parse.mends import Mend, as_subject
from kg.extraction.parse.verb_slips import is_finite
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "aged_name",
    "aim_of_choice",
    "clause_after_list",
    "few_if_any",
    "finite_after_noun",
    "garden_path_below",
    "list_after_preposition",
    "participle_after_last",
    "participle_after_noun",
    "place_under_time",
    "split_range",
    "subject_after_source",
    "things_that_are",
]

_TWO = 2
_DASHES = frozenset("-–—")
_TIMES = {"DATE", "TIME"}
#: Prepositions that do not go on inside a time.
_OUTSIDE = {"aboard", "at", "as", "near", "with", "outside", "inside", "from", "for"}
_ALLOWING = {"allow", "arrange", "call", "provide", "wait", "ask", "pray"}
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")


def list_after_preposition(tree: Tree) -> Iterator[Mend]:
    """A list cut at its first comma: "spoke to donors, guests and patrons"."""
    for noun in tree.having("conj"):
        verb = tree.head(noun)
        if tree.tag(noun) not in {"NN", "NNS", "NNP"} or not tree.is_verb(verb):
            continue
        comma = noun.left_edge.i - 1
        if comma <= verb.i or tree.tokens[comma].text != ",":
            continue
        if tree.child(noun, "cop", *_SUBJECTS) or not tree.child(noun, "cc"):
            continue
        first = _governed(tree, tree.tokens[comma - 1], verb)
        if first is not None and tree.child(first, "conj") is None:
            yield Mend(noun.i, first.i, "conj")


def _governed(tree: Tree, last: Token, verb: Token) -> Token | None:
    """Give the noun after a verb's preposition whose phrase ends with a token."""
    for noun in (last, *tree.above(last)):
        if noun.i <= verb.i:
            return None
        if tree.dep(noun) == "pobj" and tree.heads[tree.heads[noun.i]] == verb.i:
            return noun
    return None


def participle_after_last(tree: Tree) -> Iterator[Mend]:
    """A participle hung on the first of two: "soup with bread and tables laid"."""
    for verb in tree.having("acl", tags={"VBN"}):
        first, noun = tree.head(verb), tree.tokens[verb.i - 1]
        if tree.dep(noun) != "conj" or noun.i == first.i:
            continue
        inside = any(above.i == first.i for above in tree.above(noun))
        if tree.tag(noun) in {"NN", "NNS"} and inside:
            yield Mend(verb.i, noun.i, "acl")


def clause_after_list(tree: Tree) -> Iterator[Mend]:
    """A subject with examples read as an object: "show crops, such as rye, fail"."""
    reporting = table_words("verbs.toml", "reporting")
    for late in tree.having("conj"):
        early = tree.head(late)
        thing = tree.child(early, "dobj")
        if thing is None or tree.lemma(early) not in reporting:
            continue
        if tree.child(early, "cc") or tree.child(late, *_SUBJECTS, "mark", "cc"):
            continue
        if early.i < thing.i < late.i and is_finite(tree, late):
            yield Mend(late.i, early.i, "ccomp")
            yield Mend(thing.i, late.i, "nsubj")


def garden_path_below(tree: Tree) -> Iterator[Mend]:
    """A participle read as what is believed: "thinks the men found there lied"."""
    for late in tree.having("ccomp"):
        if tree.child(late, *_SUBJECTS, "mark") or not is_finite(tree, late):
            continue
        for early in tree.children(tree.head(late), "ccomp"):
            noun = tree.child(early, "nsubj")
            if noun is None or noun.i + 1 != early.i or early.i >= late.i:
                continue
            if tree.tag(early) not in {"VBD", "VBN"} or tree.child(early, "dobj"):
                continue
            if tree.child(early, "aux", "mark", "conj"):
                continue
            yield as_subject(tree, noun, late)
            yield Mend(early.i, noun.i, "acl", "VBN")


def few_if_any(tree: Tree) -> Iterator[Mend]:
    """An "if" that only counts read as a condition: "says that few if any shops sell".

    What is allowed or called for is no circumstance either: "allowed for her to go".
    """
    for mark in tree.having("mark", words={"for", "if"}):
        verb, before = tree.head(mark), mark.i - 1
        above = tree.head(verb)
        if mark.lower_ == "for" and tree.dep(verb) == "advcl" and above.i == before:
            if tree.lemma(above) in _ALLOWING and tree.is_infinitive(verb):
                yield Mend(verb.i, above.i, "ccomp")
        elif mark.lower_ == "if" and tree.words[before] == "few":
            noun = tree.child(verb, "nsubj")
            if noun is None or tree.words[mark.i + 1] != "any":
                continue
            yield Mend(mark.i, before, "dep")
            yield Mend(before, noun.i, "amod")
            that = before - 1
            if tree.dep(verb) == "advcl" and tree.words[that] == "that":
                yield Mend(that, verb.i, "mark")
                yield Mend(verb.i, above.i, "ccomp")


def things_that_are(tree: Tree) -> Iterator[Mend]:
    """A plural read as a verb: "there are also Goya prints at the museum"."""
    for noun in tree.having("attr", "ccomp", tags={"VBZ"}):
        be = tree.head(noun)
        there = any(tree.tag(t) == "EX" for t in tree.children(be, "expl"))
        if not there or tree.lemma(be) != "be":
            continue
        before = tree.child(noun, "nsubj")
        if tree.child(noun, "aux", "mark", "dobj") is None:
            yield Mend(noun.i, be.i, "attr", "NNS")
            if before is not None and before.i == noun.i - 1:
                yield Mend(before.i, noun.i, "compound")


def aged_name(tree: Tree) -> Iterator[Mend]:
    """An age read as what a body does: "joined the navy aged 14"."""
    for aged in tree.having("ccomp", words={"aged"}):
        noun = tree.child(aged, "nsubj", "nsubjpass")
        if noun is None or noun.i > aged.i:
            continue
        if not tree.child(aged, "aux", "auxpass", "mark"):
            yield Mend(noun.i, tree.heads[aged.i], "dobj")
            yield Mend(aged.i, noun.i, "acl", "VBN")


def aim_of_choice(tree: Tree) -> Iterator[Mend]:
    """A purpose read as what is made happen: "made plans to go"."""
    for late in tree.having("ccomp"):
        made, thing = tree.head(late), tree.child(late, "nsubj")
        if tree.lemma(made) != "make" or thing is None or tree.child(made, "auxpass"):
            continue
        if tree.is_infinitive(late) and made.i < thing.i < late.i:
            yield Mend(thing.i, made.i, "dobj")
            yield Mend(late.i, thing.i, "acl")


def split_range(tree: Tree) -> Iterator[Mend]:
    """Two years of one range hung apart: "over 2000 - 2050"."""
    for last in tree.having("npadvmod", "pobj", "appos", "nummod", tags={"CD"}):
        if last.i < _TWO or tree.words[last.i - 1] not in _DASHES:
            continue
        first = tree.tokens[last.i - _TWO]
        one = first.ent_type_ == last.ent_type_ == "DATE"
        years = tree.tag(first) == "CD"
        apart = tree.heads[last.i] != first.i and tree.heads[first.i] != last.i
        if one and years and apart:
            yield Mend(last.i, first.i, "nummod")
            yield Mend(last.i - 1, first.i, "punct")


def place_under_time(tree: Tree) -> Iterator[Mend]:
    """A place or role hung on a time: "for ten years aboard the ship"."""
    for preposition in tree.having("prep", words=_OUTSIDE):
        time, thing = tree.head(preposition), tree.child(preposition, "pobj")
        if time.ent_type_ not in _TIMES or thing is None or preposition.i < time.i:
            continue
        if thing.ent_type_ in {*_TIMES, "CARDINAL", "ORDINAL", "EVENT"}:
            continue
        if tree.tag(time)[0] != "N":
            continue
        verb = tree.head(time)
        if tree.dep(time) == "pobj":
            verb = tree.head(verb)
        elif tree.dep(time) != "npadvmod":
            continue
        if tree.is_verb(verb) and verb.i < preposition.i:
            yield Mend(preposition.i, verb.i, "prep")


def subject_after_source(tree: Tree) -> Iterator[Mend]:
    """A subject read as a second source: "which, according to me, he and she want"."""
    for source in tree.having("prep", words={"according"}):
        verb, to = tree.head(source), tree.child(source, "prep")
        which = tree.child(verb, "nsubj")
        if to is None or which is None:
            continue
        told = tree.child(to, "pobj")
        late = tree.child(told, "conj") if told is not None else None
        if tree.tag(which) != "WDT" or late is None or tree.child(verb, "dobj"):
            continue
        comma = tree.tokens[late.left_edge.i - 1].text == ","
        if comma and which.i < source.i < late.i < verb.i:
            yield Mend(which.i, verb.i, "dobj")
            yield Mend(late.i, verb.i, "nsubj")


def finite_after_noun(tree: Tree) -> Iterator[Mend]:
    """A sentence's verb read as a participle: "Most of the hats had feathers".

    A participle after its noun has no object of its own.
    """
    for verb in tree.having("acl", tags={"VBN"}):
        noun, thing = tree.head(verb), tree.child(verb, "dobj")
        if tree.dep(noun) != "ROOT" or thing is None:
            continue
        if tree.child(verb, "aux", "auxpass", *_SUBJECTS, "agent"):
            continue
        if _is_alone(tree, noun):
            yield Mend(verb.i, verb.i, "ROOT", "VBD")
            yield Mend(noun.i, verb.i, "nsubj")
            for child in tree.children(noun):
                if child.i > thing.i:
                    to = thing.i if tree.dep(child) == "appos" else verb.i
                    yield Mend(child.i, to, tree.dep(child))


def _is_alone(tree: Tree, noun: Token) -> bool:
    """Tell whether nothing else could be a sentence's verb."""
    return not any(is_finite(tree, t) for t in tree.children(noun))


def participle_after_noun(tree: Tree) -> Iterator[Mend]:
    """A participle read as what is said: "pointed to the table with tea served"."""
    transitive = table_words("verbs.toml", "transitive")
    for verb in tree.having("ccomp", tags={"VBD", "VBN"}):
        noun, above = tree.tokens[verb.i - 1], tree.head(verb)
        if tree.dep(noun) != "pobj":
            continue
        if tree.child(verb, *_SUBJECTS, "aux", "auxpass", "mark", "dobj", "cc"):
            continue
        below = any(t.i == above.i for t in tree.above(noun)) and above.i < noun.i
        if below and tree.lemma(verb) in transitive:
            yield Mend(verb.i, noun.i, "acl", "VBN")
