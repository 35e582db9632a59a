"""Mend frequent slips of the parser before clauses are read.

Every repair names the class of sentences that it mends; none looks at single sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.syntax import Tree
from kg.tables import read_toml, read_tsv

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from spacy.tokens import Doc, Token

__all__ = ["REPAIRS", "Mend", "mended"]

_SUBJECTS = ("nsubj", "nsubjpass")
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_CLOSING = {",", "-", "–", "—", ")", "."}
_SHORT = re.compile(r"(?:qu|[^aeiou]*)[aeiouy][bcdfghjklmnpqrstvz]")
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


@dataclass(frozen=True, slots=True)
class Mend:
    """A token's new head and relation, and its new tag where that was wrong as well."""

    index: int
    head: int
    dep: str
    tag: str = ""
    lemma: str = ""


def mended(doc: Doc) -> Doc:
    """Give a copy with a mended parse, or the Doc itself when nothing is to mend."""
    tree = Tree.of(doc)
    for repair in REPAIRS.values():
        mends = tuple(repair(tree))
        if mends:
            doc = _copy(doc, mends)
            tree = Tree.of(doc)
    return doc


def _copy(doc: Doc, mends: Iterable[Mend]) -> Doc:
    from spacy.attrs import DEP, HEAD, LEMMA, POS, TAG  # noqa: PLC0415 - spaCy takes a second

    copy = doc.copy()
    rows = doc.to_array([HEAD, DEP, TAG, POS, LEMMA])
    strings = doc.vocab.strings
    for mend in mends:
        rows[mend.index, 0] = (mend.head - mend.index) % 2**64
        rows[mend.index, 1] = strings.add(mend.dep)
        if mend.tag:
            rows[mend.index, 2] = strings.add(mend.tag)
            rows[mend.index, 3] = strings.add("ADJ" if mend.tag == "JJ" else "VERB")
        if mend.lemma:
            rows[mend.index, 4] = strings.add(mend.lemma)
    return copy.from_array([HEAD, DEP, TAG, POS, LEMMA], rows)


def _second_subject(tree: Tree) -> Iterator[Mend]:
    """An apposition between commas read as a second subject: "Bluth, a patriarch, is"."""
    for verb in tree.tokens:
        if not tree.is_verb(verb):
            continue
        subjects = tree.children(verb, *_SUBJECTS)
        for first, second in zip(subjects, subjects[1:], strict=False):
            if tree.tag(second) not in {*_NOUNS, "CD", "DT"}:
                continue
            if tree.tokens[second.left_edge.i - 1].text == ",":
                yield Mend(second.i, first.i, "appos")


def _split_compound(tree: Tree) -> Iterator[Mend]:
    """Parts of one noun read as sibling objects: "non - residents", "President Putin"."""
    for preposition in tree.tokens:
        nouns = tree.children(preposition, "pobj", "dobj")
        for first, second in zip(nouns, nouns[1:], strict=False):
            if tree.dep(first) == tree.dep(second) and _is_one(tree, first, second):
                yield Mend(first.i, nouns[-1].i, "compound")


def _is_one(tree: Tree, first: Token, second: Token) -> bool:
    if "-" in {first.text, second.text}:
        return True
    if tree.tag(second) != "NNP" or second.left_edge.i != first.i + 1:
        return False
    return tree.tag(first).startswith("NN") and not tree.child(second, "det")


def _ampersand(tree: Tree) -> Iterator[Mend]:
    """A firm's name read as two firms: "Fraser & Neave Ltd."."""
    for sign in tree.tokens:
        if sign.text != "&" or tree.dep(sign) != "cc":
            continue
        first = tree.head(sign)
        joined = tree.child(first, "conj")
        if joined is None or tree.dep(first) == "compound" or joined.i < sign.i:
            continue
        head = joined.i if tree.heads[first.i] == first.i else tree.heads[first.i]
        yield Mend(joined.i, head, tree.dep(first))
        yield Mend(first.i, joined.i, "compound")
        for child in tree.children(first):
            if child.i > joined.i:
                yield Mend(child.i, joined.i, tree.dep(child))


def _adjective_in_ing(tree: Tree) -> Iterator[Mend]:
    """An adjective in -ing read as a verb: "has been unwavering in its support"."""
    adjectives = read_toml("repairs.toml")["adjectives_in_ing"]["words"]
    for word in tree.tokens:
        if tree.tag(word) != "VBG" or word.lower_ not in adjectives:
            continue
        verbs = [a for a in tree.children(word, "aux") if tree.lemma(a) == "be"]
        if verbs and not tree.child(word, "dobj"):
            yield from _to_copula(tree, word, verbs[-1])


def _to_copula(tree: Tree, adjective: Token, verb: Token) -> Iterator[Mend]:
    is_root = tree.heads[adjective.i] == adjective.i
    head = verb.i if is_root else tree.heads[adjective.i]
    yield Mend(verb.i, head, tree.dep(adjective))
    yield Mend(adjective.i, verb.i, "acomp", "JJ")
    for child in tree.children(adjective):
        if child.i != verb.i and tree.dep(child) != "prep":
            yield Mend(child.i, verb.i, tree.dep(child))


def _far_agent(tree: Tree) -> Iterator[Mend]:
    """The agent of a passive read as part of a noun far before it: "used to ... by"."""
    for by in tree.tokens:
        noun = tree.head(by)
        if by.lower_ != "by" or tree.dep(by) != "prep" or noun.i + 1 == by.i:
            continue
        actor = tree.child(by, "pobj")
        if tree.tag(noun) not in _NOUNS or actor is None or actor.ent_type_ == "DATE":
            continue
        for verb in tree.above(noun):
            if tree.child(verb, "auxpass") and not tree.child(verb, "agent"):
                yield Mend(by.i, verb.i, "agent")
                break
            if tree.is_verb(verb) and tree.dep(verb) != "xcomp":
                break


def _lost_subject(tree: Tree) -> Iterator[Mend]:
    """A noun read as a fragment before its own verb: "Slogans like these were used"."""
    for root in tree.tokens:
        if tree.heads[root.i] != root.i or tree.tag(root) not in _NOUNS:
            continue
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
    for verb in tree.tokens[root.i + 1 : root.i + 41]:
        if tree.heads[verb.i] == verb.i:
            return None
        if tree.dep(verb) != "conj" or not _is_finite(tree, verb):
            continue
        above = list(tree.above(verb))
        if above and above[-1].i == root.i and not tree.child(verb, *_SUBJECTS):
            first = tree.head(verb)
            inner = tree.dep(first) == "pcomp" or not _is_finite(tree, first)
            return verb if inner or first.i == root.i else None
    return None


def _is_finite(tree: Tree, verb: Token) -> bool:
    auxiliaries = tree.children(verb, "aux", "auxpass")
    return any(tree.tag(v) in _FINITE for v in (verb, *auxiliaries))


def _clause_after_as(tree: Tree) -> Iterator[Mend]:
    """A clause after "as" read as a noun and a stray verb: "as Kyiv sees fit"."""
    for word in tree.tokens:
        if word.lower_ not in {
            "as",
            "than",
            "like",
            "before",
            "after",
            "until",
            "since",
        }:
            continue
        noun = tree.child(word, "pobj")
        if noun is None or tree.dep(word) != "prep" or noun.i + 1 >= len(tree.tokens):
            continue
        verb = tree.tokens[noun.i + 1]
        if tree.tag(verb) not in {"VBZ", "VBP"} or tree.below[noun.i]:
            continue
        if tree.child(verb, *_SUBJECTS) or tree.dep(verb) == "ROOT":
            continue
        yield Mend(noun.i, verb.i, "nsubj")
        yield Mend(word.i, verb.i, "mark")
        yield Mend(verb.i, tree.heads[word.i], "advcl")


def _lost_name(tree: Tree) -> Iterator[Mend]:
    """A person read as a measure: "Barbara, unable to leave, fought"."""
    for noun in tree.tokens:
        if tree.dep(noun) != "npadvmod" or noun.ent_type_ != "PERSON":
            continue
        for verb in tree.above(noun):
            if _is_finite(tree, verb) and noun.i < verb.i:
                if not tree.child(verb, *_SUBJECTS, "expl"):
                    yield Mend(noun.i, verb.i, "nsubj")
                break


def _relative_on_verb(tree: Tree) -> Iterator[Mend]:
    """A relative clause hung on the verb: "served dinner every night, which is liked"."""
    for pronoun in tree.tokens:
        verb = tree.head(pronoun)
        if tree.tag(pronoun) != "WDT" or tree.dep(pronoun) not in _SUBJECTS:
            continue
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


def _time_on_verb(tree: Tree) -> Iterator[Mend]:
    """A time hung on the noun before it: "told us from the house on Wednesday"."""
    for word in tree.tokens:
        noun, time = tree.head(word), tree.child(word, "pobj")
        if tree.dep(word) != "prep" or time is None or time.ent_type_ != "DATE":
            continue
        if word.lower_ != "on" or tree.dep(noun) != "pobj" or noun.ent_type_ == "DATE":
            continue
        if tree.lemma(noun) in _event_nouns():
            continue
        verb = next((a for a in tree.above(noun) if tree.is_verb(a)), None)
        if verb is not None and verb.i < word.i:
            yield Mend(word.i, verb.i, "prep")


def _country_list(tree: Tree) -> Iterator[Mend]:
    """A list of countries read as one's name: "from Denmark, the Netherlands"."""
    for second in tree.tokens:
        first = tree.head(second)
        if tree.dep(second) != "appos" or not tree.child(second, "det"):
            continue
        if first.ent_type_ == second.ent_type_ == "GPE":
            yield Mend(second.i, first.i, "conj")


def _apposition_to_name(tree: Tree) -> Iterator[Mend]:
    """An apposition hung on a noun far before the name that it explains."""
    classes = read_toml("repairs.toml")["apposition"]
    for noun in tree.tokens:
        far = tree.head(noun)
        if tree.dep(noun) != "appos" or far.ent_type_ or tree.tag(noun) not in _NOUNS:
            continue
        for row in classes:
            names = [
                t
                for t in tree.tokens[far.i + 1 : noun.left_edge.i]
                if t.ent_type_ in row["names"] and tree.dep(t) in {"pobj", "conj"}
            ]
            if tree.lemma(noun) in row["words"] and names:
                yield Mend(noun.i, names[-1].i, "appos")
                break


@cache
def _event_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_tsv("event_nouns.tsv"))


def _list_of_three(tree: Tree) -> Iterator[Mend]:
    """The second of a list read as an apposition: "the mayor, the bishop and the coach"."""
    for second in tree.tokens:
        if tree.dep(second) != "appos" or not tree.child(second, "cc"):
            continue
        last = second.right_edge.i + 1
        if tree.tokens[second.left_edge.i - 1].text != "," or last >= len(tree.tokens):
            continue
        if tree.child(second, "conj") and tree.tokens[last].text not in _CLOSING:
            yield Mend(second.i, tree.heads[second.i], "conj")


def _stolen_subject(tree: Tree) -> Iterator[Mend]:
    """A subject read as one more object: "joined the alliance and Sweden followed"."""
    for verb in tree.tokens[1:]:
        noun = tree.tokens[verb.i - 1]
        if tree.tag(verb) not in _FINITE or tree.dep(verb) != "conj":
            continue
        if tree.dep(noun) != "conj" or tree.child(verb, *_SUBJECTS, "expl", "aux"):
            continue
        if (
            tree.tag(noun) in {*_NOUNS, "PRP"}
            and tree.heads[noun.i] > tree.heads[verb.i]
        ):
            yield Mend(noun.i, verb.i, "nsubj")


def _split_quotation(tree: Tree) -> Iterator[Mend]:
    """A quotation cut in two by its speaker: "The train," said he, "hit a cow."."""
    for verb in tree.tokens:
        after = tree.child(verb, "ccomp")
        early = tree.child(verb, *_SUBJECTS)
        if after is None or early is None or not early.i < verb.i < after.i:
            continue
        late = tree.child(after, *_SUBJECTS)
        if late is None or late.left_edge.i != verb.i + 1:
            continue
        if any(t.is_quote for t in tree.tokens[early.i + 1 : verb.i]):
            yield Mend(early.i, after.i, tree.dep(late))
            yield Mend(late.i, verb.i, "nsubj")


def _lemma_without_e(tree: Tree) -> Iterator[Mend]:
    """A short verb's lemma that lost its e: "hated", "fined", "rages".

    One syllable with one vowel would have doubled its consonant: "hatted", "finned".
    """
    for verb in tree.tokens:
        lemma = tree.lemma(verb)
        if not tree.is_verb(verb) or not _SHORT.fullmatch(lemma):
            continue
        ending = verb.lower_.removeprefix(lemma)
        if ending in {"ed", "ing"} or (ending == "es" and not lemma.endswith("s")):
            yield Mend(verb.i, tree.heads[verb.i], tree.dep(verb), lemma=lemma + "e")


#: All repairs by the class of sentences that they mend, in the order in which they run.
REPAIRS: Mapping[str, Callable[[Tree], Iterator[Mend]]] = {
    "second-subject": _second_subject,
    "split-compound": _split_compound,
    "ampersand": _ampersand,
    "adjective-in-ing": _adjective_in_ing,
    "far-agent": _far_agent,
    "lost-subject": _lost_subject,
    "clause-after-as": _clause_after_as,
    "lost-name": _lost_name,
    "relative-on-verb": _relative_on_verb,
    "time-on-verb": _time_on_verb,
    "country-list": _country_list,
    "apposition-to-name": _apposition_to_name,
    "list-of-three": _list_of_three,
    "stolen-subject": _stolen_subject,
    "split-quotation": _split_quotation,
    "lemma-without-e": _lemma_without_e,
}
