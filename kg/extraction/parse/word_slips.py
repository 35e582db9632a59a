"""Mend words of verbs that the model cut, or whose lemma it does not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.parse.agreement import is_several
from kg.extraction.parse.mends import Mend, as_perfect, in_place_of, taken_over
from kg.tables import read_toml, table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "adjective_after_have",
    "cut_at_hyphen",
    "lemma_without_e",
    "noun_in_adjective",
    "passive_without_be",
    "perfect_after_adverb",
    "perfect_with_short_form",
    "short_auxiliary",
    "split_prefix",
    "split_word",
    "verb_as_noun",
    "verb_of_fragment",
]

_SHORT = re.compile(r"(?:qu|[^aeiou]*)[aeiouy][bcdfghjklmnpqrstvz]")
_INFLECTED = {"VBD", "VBG", "VBN", "VBZ"}
_VERBAL = {*_INFLECTED, "VB"}
_NOMINAL = {"NN", "NNS", "NNP", "NNPS", "JJ"}
_BEFORE = {"det", "poss"}
_NOUN_PLACES = {
    *("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "poss", "ROOT"),
}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_VERB_OF = {"NNS": "VBZ", "NN": "VBP"}
_PREDICATES = {"ROOT", "relcl", "ccomp", "advcl", "conj"}
_OF_NOUNS = {"det", "poss", "amod", "compound", "nummod", "cop", "aux", "mark"}


def _between(tree: Tree) -> Iterator[int]:
    """Give the hyphens that stand between two tokens."""
    last = len(tree.lemmas) - 1
    return (index for index in tree.hyphens if 0 < index < last)


def split_prefix(tree: Tree) -> Iterator[Mend]:
    """A prefix read as a verb of its own: "was re-elected", "co-founded"."""
    prefixes = table_words("repairs.toml", "prefixes")
    for place in _between(tree):
        index = place - 1
        if tree.tags[index] == "NNP":
            continue
        prefix, dash, verb = tree.tokens[index : index + 3]
        if prefix.lower_ not in prefixes or tree.tags[index + 2] not in _VERBAL:
            continue
        own = next((a for a in (prefix, dash) if _carries(tree, a, verb)), verb)
        outside = (
            own.i if tree.heads[own.i] in {index, index + 1} else tree.heads[own.i]
        )
        head = verb.i if outside == own.i else outside
        yield Mend(verb.i, head, tree.dep(own), lemma=f"{prefix.lower_}-{verb.lemma_}")
        yield Mend(prefix.i, verb.i, "prefix")
        yield Mend(dash.i, verb.i, "prefix")
        for part in (prefix, dash):
            for child in tree.children(part):
                if child.i not in {index, index + 1, index + 2}:
                    yield Mend(child.i, verb.i, tree.dep(child))


def adjective_after_have(tree: Tree) -> Iterator[Mend]:
    """An adjective read as a perfect: "small shops have limited space"."""
    adjectives = table_words("repairs.toml", "adjectives_like_participles")
    for have in tree.having("aux"):
        verb = tree.head(have)
        if verb.lower_ not in adjectives or tree.lemma(have) != "have":
            continue
        noun = tree.child(verb, "dobj")
        if verb.i != have.i + 1 or noun is None or noun.left_edge.i != verb.i + 1:
            continue
        if tree.child(noun, "det", "poss", "nummod") or tree.child(verb, "auxpass"):
            continue
        yield in_place_of(tree, verb, have)
        yield Mend(noun.i, have.i, "dobj")
        yield Mend(verb.i, noun.i, "amod", "JJ", verb.lower_)
        yield from taken_over(tree, verb, have, noun)


def perfect_after_adverb(tree: Tree) -> Iterator[Mend]:
    """A perfect read as "have" with an object: "they have only added fuel to it"."""
    adverbs = table_words("repairs.toml", "adverbs_of_perfects")
    for verb in tree.having("amod", tags={"VBN"}):
        noun = tree.head(verb)
        have, adverb = tree.head(noun), tree.tokens[verb.i - 1]
        if tree.dep(noun) != "dobj":
            continue
        if tree.lemma(have) != "have" or tree.tag(have) not in {"VBP", "VBZ", "VBD"}:
            continue
        if adverb.lower_ not in adverbs or adverb.i != have.i + 1:
            continue
        yield from as_perfect(tree, have, verb)


def verb_of_fragment(tree: Tree) -> Iterator[Mend]:
    """A past read as a participle: "Davis, the captain, left the game"."""
    for verb in tree.having("acl", tags={"VBN"}):
        noun = tree.head(verb)
        if tree.heads[noun.i] != noun.i or tree.tag(noun)[:3] != "NNP":
            continue
        if not tree.child(noun, "appos"):
            continue
        if tree.child(verb, "dobj") and tree.tokens[verb.i - 1].text == ",":
            yield Mend(verb.i, verb.i, "ROOT", "VBD")
            yield Mend(noun.i, verb.i, "nsubj")


def noun_in_adjective(tree: Tree) -> Iterator[Mend]:
    """The first half of an adjective read as subject: "was declared brain dead"."""
    for noun in tree.having("nsubj", tags={"NN"}):
        adjective = tree.head(noun)
        if tree.tag(adjective) != "JJ" or tree.dep(adjective) != "oprd":
            continue
        above = tree.head(adjective)
        if noun.i + 1 != adjective.i or tree.below[noun.i]:
            continue
        if tree.child(above, "nsubjpass", "auxpass"):
            yield Mend(noun.i, adjective.i, "npadvmod")


def passive_without_be(tree: Tree) -> Iterator[Mend]:
    """A headline's passive read as a past: "Growers warned not to sign"."""
    addressed = table_words("verbs.toml", "addressed")
    passives = addressed | table_words("verbs.toml", "moved")
    for subject in tree.having("nsubj"):
        verb = tree.head(subject)
        if tree.tag(verb) != "VBD" or tree.lemma(verb) not in passives:
            continue
        if tree.child(verb, "aux", "dobj", "dative", "ccomp", "acomp", "attr"):
            continue
        asked = tree.child(verb, "xcomp")
        words = [p.lower_ for p in tree.children(verb, "prep")]
        called = asked is not None and tree.is_infinitive(asked)
        if called if tree.lemma(verb) in addressed else words[:1] == ["with"]:
            yield Mend(subject.i, verb.i, "nsubjpass")
            yield Mend(verb.i, tree.heads[verb.i], tree.dep(verb), "VBN")


def cut_at_hyphen(tree: Tree) -> Iterator[Mend]:
    """A noun that a hyphen cuts in two: "the secretary-general", "a Co-operative"."""
    for place in _between(tree):
        if tree.tags[place - 1][:2] != "NN":
            continue
        first, dash, last = tree.tokens[place - 1 : place + 2]
        inside = tree.heads[last.i] == first.i and tree.dep(last) == "amod"
        if inside and tree.tag(last) == "NN":
            yield in_place_of(tree, first, last)
            yield Mend(first.i, last.i, "compound")
            yield from taken_over(tree, first, last)
        elif tree.dep(dash) == tree.dep(last) == "conj":
            yield Mend(dash.i, first.i, "punct")
            yield Mend(last.i, first.i, "compound")


def _carries(tree: Tree, part: Token, verb: Token) -> bool:
    """Tell whether a part of "re-elected" has the verb's place in the sentence."""
    return tree.head(verb).i == part.i or tree.heads[part.i] == part.i


def split_word(tree: Tree) -> Iterator[Mend]:
    """Parts of one noun read as several: "her ex-husband", "the co-operative".

    The last part is the noun; the model gives its place to the first, or to each.
    """
    for dash in _between(tree):
        if tree.deps[dash] in {"punct", "prefix"}:
            continue
        first, last = dash - 1, dash + 1
        place = _place(tree, first, last)
        if place is None or tree.tags[last] not in _NOMINAL:
            continue
        yield Mend(last, *place, "NN" if tree.tags[last] == "JJ" else "")
        yield Mend(first, last, "compound")
        yield Mend(dash, last, "punct")
        before = (first - 1,) if first and tree.deps[first - 1] in _BEFORE else ()
        for child in {*before, *tree.below[first], *tree.below[dash]}:
            if child not in {first, dash, last}:
                yield Mend(child, last, tree.deps[child])


def _place(tree: Tree, first: int, last: int) -> tuple[int, str] | None:
    """Give the head and the relation of a noun whose parts stand apart."""
    dep = tree.deps[first]
    if tree.heads[first] == last:
        adjective = tree.tags[last] == "JJ" and tree.deps[last] in _NOUN_PLACES
        return (tree.heads[last], tree.deps[last]) if adjective else None
    if dep not in _NOUN_PLACES:
        return None
    if tree.heads[first] == tree.heads[last] and tree.deps[last] in {dep, "oprd"}:
        return tree.heads[last], dep
    if tree.heads[last] in {first, first + 1}:
        return last if tree.heads[first] == first else tree.heads[first], dep
    return None


def perfect_with_short_form(tree: Tree) -> Iterator[Mend]:
    """A perfect with a short "has" read as a passive: "She's sold the mill"."""
    given = table_words("verbs.toml", "giving") | table_words("verbs.toml", "naming")
    for short in tree.having("auxpass", words={"'s", "’s"}):
        verb = tree.head(short)
        thing = tree.child(verb, "dobj")
        if thing is None or thing.i < verb.i:
            continue
        if tree.lemma(verb) in given and not tree.child(verb, "dative"):
            continue
        yield Mend(short.i, verb.i, "aux", lemma="have")
        for subject in tree.children(verb, "nsubjpass"):
            yield Mend(subject.i, verb.i, "nsubj")


def short_auxiliary(tree: Tree) -> Iterator[Mend]:
    """A short form with a curly mark, whose lemma the model does not know: "he’s"."""
    lemmas = read_toml("repairs.toml")["short_forms"]
    forms = {"’", "’s", "s", *lemmas}
    for index in tree.tagged(_FINITE):
        if tree.lemmas[index] not in forms:
            continue
        verb = tree.tokens[index]
        lemma = lemmas.get(verb.lower_)
        if lemma is None or verb.lemma_ == lemma:
            continue
        if verb.lower_ == "’s" and tree.dep(verb) == "aux":
            lemma = "have" if tree.tag(tree.head(verb)) == "VBN" else "be"
        yield Mend(index, tree.heads[index], tree.dep(verb), lemma=lemma)


def lemma_without_e(tree: Tree) -> Iterator[Mend]:
    """A short verb's lemma that lost its e: "hated", "fined", "rages".

    One syllable with one vowel would have doubled its consonant: "hatted", "finned".
    """
    for index in tree.tagged(_INFLECTED):
        lemma = tree.lemmas[index]
        ending = tree.words[index].removeprefix(lemma)
        lost = ending in {"ed", "ing"} or (ending == "es" and not lemma.endswith("s"))
        if lost and _SHORT.fullmatch(lemma):
            yield Mend(index, tree.heads[index], tree.deps[index], lemma=lemma + "e")


def verb_as_noun(tree: Tree) -> Iterator[Mend]:
    """A verb with its subject read as a noun: "The firm, which is old, remains."."""
    for subject in tree.having("nsubj"):
        index = tree.heads[subject.i]
        form, tag = _VERB_OF.get(tree.tags[index], ""), tree.tags[subject.i]
        if not form or tree.deps[index] not in _PREDICATES or subject.i > index:
            continue
        several = is_several(tree, subject)
        if tag in {"NN", "NNS", "NNP", "NNPS"} and several is (form == "VBZ"):
            continue
        if tree.kinds[index].isdisjoint(_OF_NOUNS):
            word = tree.tokens[index]
            yield Mend(index, tree.heads[index], tree.dep(word), tag=form)
