"""Mend verbs that the parser misread, and what it hung on the wrong verb."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.parse.mends import Mend, in_place_of
from kg.tables import read_tsv, table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "adjective_in_ing",
    "called_so",
    "clause_after_as",
    "cleft_phrase",
    "far_agent",
    "infinitive_under_modal",
    "inserted_saying",
    "is_finite",
    "lost_subject",
    "relative_on_verb",
    "split_quotation",
    "stolen_subject",
    "time_on_verb",
]

_SUBJECTS = ("nsubj", "nsubjpass")
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_ACTORS = {"PERSON", "ORG", "GPE", "NORP"}
_MOST_WORDS = 40
_TWO = 2


def adjective_in_ing(tree: Tree) -> Iterator[Mend]:
    """An adjective in -ing read as a verb: "has been unwavering in its support"."""
    adjectives = table_words("repairs.toml", "adjectives_in_ing")
    for aux in tree.having("aux"):
        word = tree.head(aux)
        if tree.tag(word) != "VBG" or word.lower_ not in adjectives:
            continue
        verbs = [a for a in tree.children(word, "aux") if tree.lemma(a) == "be"]
        if verbs and not tree.child(word, "dobj"):
            yield from _to_copula(tree, word, verbs[-1])


def _to_copula(tree: Tree, adjective: Token, verb: Token) -> Iterator[Mend]:
    yield in_place_of(tree, adjective, verb)
    yield Mend(adjective.i, verb.i, "acomp", "JJ")
    for child in tree.children(adjective):
        if child.i != verb.i and tree.dep(child) != "prep":
            yield Mend(child.i, verb.i, tree.dep(child))


def far_agent(tree: Tree) -> Iterator[Mend]:
    """The agent of a passive read as part of a noun far before it: "used to ... by"."""
    for by in tree.having("prep", words={"by"}):
        noun = tree.head(by)
        if noun.i + 1 == by.i:
            continue
        actor = tree.child(by, "pobj")
        gerund = tree.dep(noun) == "pcomp" and tree.child(noun, "dobj") is not None
        gerund = gerund and actor is not None and actor.ent_type_ in _ACTORS
        if not gerund and tree.tag(noun) not in _NOUNS:
            continue
        if actor is None or actor.ent_type_ == "DATE":
            continue
        for verb in tree.above(noun):
            if tree.child(verb, "auxpass") and not tree.child(verb, "agent"):
                yield Mend(by.i, verb.i, "agent")
                break
            if tree.is_verb(verb) and tree.dep(verb) != "xcomp":
                break


def lost_subject(tree: Tree) -> Iterator[Mend]:
    """A noun read as a fragment before its own verb: "Slogans like these were used"."""
    for root in tree.having("ROOT", tags=_NOUNS):
        verb = _verb_without_subject(tree, root)
        if verb is None:
            continue
        passive = tree.child(verb, "auxpass") is not None
        yield Mend(verb.i, verb.i, "ROOT")
        yield Mend(root.i, verb.i, "nsubjpass" if passive else "nsubj")
        for mark in tree.children(root, "punct"):
            if mark.i > verb.i:
                yield Mend(mark.i, verb.i, "punct")


def _verb_without_subject(tree: Tree, root: Token) -> Token | None:
    for verb in tree.tokens[root.i + 1 : root.i + _MOST_WORDS]:
        if tree.heads[verb.i] == verb.i:
            return None
        if tree.dep(verb) != "conj" or not is_finite(tree, verb):
            continue
        above = list(tree.above(verb))
        if above and above[-1].i == root.i and not tree.child(verb, *_SUBJECTS):
            first = tree.head(verb)
            inner = tree.dep(first) == "pcomp" or not is_finite(tree, first)
            return verb if inner or first.i == root.i else None
    return None


def is_finite(tree: Tree, verb: Token) -> bool:
    """Tell whether a verb or one of its auxiliaries has a tense."""
    auxiliaries = tree.children(verb, "aux", "auxpass")
    return any(tree.tag(v) in _FINITE for v in (verb, *auxiliaries))


def clause_after_as(tree: Tree) -> Iterator[Mend]:
    """A clause after "as" read as a noun and a stray verb: "as Kyiv sees fit"."""
    words = table_words("repairs.toml", "before_clauses")
    for word in tree.having("prep", words=words):
        noun = tree.child(word, "pobj")
        if noun is None or noun.i + 1 >= len(tree.tokens):
            continue
        verb = tree.tokens[noun.i + 1]
        if tree.tag(verb) not in {"VBZ", "VBP"} or tree.below[noun.i]:
            continue
        if tree.child(verb, *_SUBJECTS) or tree.dep(verb) == "ROOT":
            continue
        yield Mend(noun.i, verb.i, "nsubj")
        yield Mend(word.i, verb.i, "mark")
        yield Mend(verb.i, tree.heads[word.i], "advcl")


def relative_on_verb(tree: Tree) -> Iterator[Mend]:
    """A relative clause hung on the verb: "ate dinner at night, which is liked"."""
    for pronoun in tree.having(*_SUBJECTS, tags={"WDT"}):
        verb = tree.head(pronoun)
        if tree.dep(verb) not in {"advcl", "ccomp"} or pronoun.left_edge.i != pronoun.i:
            continue
        above = tree.head(verb)
        if not above.i < pronoun.i < verb.i or tree.tokens[pronoun.i - 1].text != ",":
            continue
        nouns = [
            t
            for t in tree.tokens[above.i + 1 : pronoun.i]
            if tree.dep(t) in {"dobj", "pobj", "attr"}
        ]
        if nouns:
            yield Mend(verb.i, nouns[-1].i, "relcl")


def time_on_verb(tree: Tree) -> Iterator[Mend]:
    """A time hung on the noun before it: "told us from the house on Wednesday"."""
    for word in tree.having("prep", words={"on"}):
        noun, time = tree.head(word), tree.child(word, "pobj")
        if time is None or time.ent_type_ != "DATE":
            continue
        if tree.dep(noun) != "pobj" or noun.ent_type_ == "DATE":
            continue
        if tree.lemma(noun) in _event_nouns():
            continue
        verb = next((a for a in tree.above(noun) if tree.is_verb(a)), None)
        if verb is not None and verb.i < word.i:
            yield Mend(word.i, verb.i, "prep")


@cache
def _event_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_tsv("event_nouns.tsv"))


def stolen_subject(tree: Tree) -> Iterator[Mend]:
    """A subject read as one more object: "joined the alliance and Sweden followed"."""
    for verb in tree.having("conj", tags=_FINITE):
        noun = tree.tokens[verb.i - 1]
        if tree.dep(noun) != "conj" or tree.child(verb, *_SUBJECTS, "expl", "aux"):
            continue
        if (
            tree.tag(noun) in {*_NOUNS, "PRP"}
            and tree.heads[noun.i] > tree.heads[verb.i]
        ):
            yield Mend(noun.i, verb.i, "nsubj")


def split_quotation(tree: Tree) -> Iterator[Mend]:
    """A quotation cut in two by its speaker: "The train," said he, "hit a cow."."""
    for after in tree.having("ccomp"):
        verb = tree.head(after)
        early = tree.child(verb, *_SUBJECTS)
        if early is None or not early.i < verb.i < after.i:
            continue
        late = tree.child(after, *_SUBJECTS)
        if late is None or late.left_edge.i != verb.i + 1:
            continue
        if any(t.is_quote for t in tree.tokens[early.i + 1 : verb.i]):
            yield Mend(early.i, after.i, tree.dep(late))
            yield Mend(late.i, verb.i, "nsubj")


def cleft_phrase(tree: Tree) -> Iterator[Mend]:
    """A phrase set before its clause by "it was ... that", unless it is denied."""
    for verb in tree.having("ccomp"):
        be, mark = tree.head(verb), tree.child(verb, "mark")
        subject = tree.child(be, "nsubj")
        if tree.lemma(be) != "be" or subject is None or subject.lower_ != "it":
            continue
        phrase = tree.child(be, "prep")
        if phrase is None or mark is None or mark.lower_ != "that":
            continue
        if not be.i < phrase.i < mark.i or tree.child(be, "neg", "acomp", "attr"):
            continue
        yield in_place_of(tree, be, verb)
        yield Mend(be.i, verb.i, "cleft")
        yield Mend(mark.i, be.i, "cleft")
        for child in tree.children(be, "prep", "punct", "aux", "advmod"):
            yield Mend(child.i, verb.i, tree.dep(child))


def inserted_saying(tree: Tree) -> Iterator[Mend]:
    """A subject hung on the saying set after it: "Banks, said he, are to pay"."""
    for saying in tree.having("parataxis"):
        verb = tree.head(saying)
        subjects = tree.children(saying, *_SUBJECTS)
        if len(subjects) < _TWO or tree.child(verb, *_SUBJECTS, "expl"):
            continue
        first = subjects[0]
        if first.i < saying.i < subjects[-1].i < verb.i:
            passive = tree.child(verb, "auxpass") is not None
            yield Mend(first.i, verb.i, "nsubjpass" if passive else "nsubj")


def infinitive_under_modal(tree: Tree) -> Iterator[Mend]:
    """A purpose hung on a modal, which takes no "to": "did all they could to win"."""
    for verb in tree.having("xcomp"):
        modal = tree.head(verb)
        if tree.tags[modal.i] != "MD" or tree.lemma(modal) == "ought":
            continue
        if not tree.is_infinitive(verb) or tree.dep(modal) not in {"ccomp", "relcl"}:
            continue
        host = next((a for a in tree.above(modal) if tree.is_verb(a)), None)
        if host is not None and host.i < modal.i < verb.i:
            yield Mend(verb.i, host.i, "advcl")
            asked = [c for c in tree.children(verb, "dobj") if c.i < modal.i]
            yield from (Mend(word.i, modal.i, "dobj") for word in asked)


def called_so(tree: Tree) -> Iterator[Mend]:
    """A participle with a name read as past: "The bank, called the Swan, closed"."""
    naming = table_words("verbs.toml", "naming")
    for name in tree.having("oprd"):
        verb = tree.head(name)
        if tree.tag(verb) == "VBD" and tree.dep(verb) == "acl" and name.i > verb.i:
            whole = tree.child(verb, *_SUBJECTS, "dobj", "mark", "aux")
            if whole is None and tree.lemma(verb) in naming:
                yield Mend(verb.i, tree.heads[verb.i], "acl", "VBN")
