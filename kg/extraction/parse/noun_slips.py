"""Mend nouns that the parser hung in the wrong place: lists, names, appositions."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.parse.mends import Mend, in_place_of
from kg.extraction.parse.verb_slips import is_finite
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "ampersand",
    "apposition_as_object",
    "apposition_to_last",
    "apposition_to_name",
    "country_list",
    "finite_modifier",
    "list_of_three",
    "lost_name",
    "plural_possessive",
    "second_subject",
    "split_compound",
]

_SUBJECTS = ("nsubj", "nsubjpass")
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_APART = frozenset({",", ":", ";", "(", ")", "-", "–", "—", "--"})
#: How far behind an apostrophe the noun may be, and what stands between.
_OWNED = 8
_INSIDE = {*_NOUNS, "JJ", "JJR", "JJS", "CD", "HYPH"}
_CLOSING = {",", "-", "–", "—", ")", "."}


def second_subject(tree: Tree) -> Iterator[Mend]:
    """An apposition read as a second subject: "Bluth, patriarch of the house, is"."""
    for first, second in _siblings(tree, *_SUBJECTS):
        nominal = tree.tag(second) in {*_NOUNS, "CD", "DT"}
        if nominal and _is_between_commas(tree, second):
            yield Mend(second.i, first.i, "appos")


def _is_between_commas(tree: Tree, noun: Token) -> bool:
    start, end = noun.left_edge.i - 1, noun.right_edge.i + 1
    marks = [tree.tokens[i].text for i in (start, end) if 0 <= i < len(tree.tokens)]
    return marks == [",", ","]


def split_compound(tree: Tree) -> Iterator[Mend]:
    """Parts of one name read as two objects: "met President Putin"."""
    for first, second in _siblings(tree, "pobj", "dobj"):
        if tree.dep(first) == tree.dep(second) and _is_one(tree, first, second):
            last = tree.children(tree.head(first), tree.dep(first))[-1]
            yield Mend(first.i, last.i, "compound")


def _siblings(tree: Tree, *deps: str) -> Iterator[tuple[Token, Token]]:
    """Give the tokens of some relations that are next to each other under one head."""
    order = sorted(tree.having(*deps), key=lambda token: (tree.heads[token.i], token.i))
    for first, second in pairwise(order):
        if tree.heads[first.i] == tree.heads[second.i]:
            yield first, second


def _is_one(tree: Tree, first: Token, second: Token) -> bool:
    if tree.tag(second) != "NNP" or second.left_edge.i != first.i + 1:
        return False
    return tree.tag(first).startswith("NN") and not tree.child(second, "det")


def ampersand(tree: Tree) -> Iterator[Mend]:
    """A firm's name read as two firms: "Fraser & Neave Ltd."."""
    for sign in tree.having("cc", words={"&"}):
        first = tree.head(sign)
        joined = tree.child(first, "conj")
        if joined is None or tree.dep(first) == "compound" or joined.i < sign.i:
            continue
        yield in_place_of(tree, first, joined)
        yield Mend(first.i, joined.i, "compound")
        for child in tree.children(first):
            if child.i > joined.i:
                yield Mend(child.i, joined.i, tree.dep(child))


def list_of_three(tree: Tree) -> Iterator[Mend]:
    """The second of a list read as an apposition: "the mayor, the bishop and I"."""
    for second in tree.having("appos"):
        if not tree.child(second, "cc"):
            continue
        last = second.right_edge.i + 1
        if tree.tokens[second.left_edge.i - 1].text != "," or last >= len(tree.tokens):
            continue
        bare = tree.child(second, "det", "poss") is None and not second.ent_type_
        if bare and tree.head(second).ent_type_ == "PERSON":
            continue  # "said Ann Lee, head and founder of it"
        if tree.child(second, "conj") and tree.tokens[last].text not in _CLOSING:
            yield Mend(second.i, tree.heads[second.i], "conj")


def apposition_to_last(tree: Tree) -> Iterator[Mend]:
    """One thing behind two names hung on the first: "the union and Volt, a firm"."""
    for noun in tree.having("appos"):
        if tree.tag(noun) != "NN" or tree.tokens[noun.left_edge.i - 1].text != ",":
            continue
        first, *others = tree.coordinated(tree.head(noun))
        joined = [first, *(t for t in others if t.i < noun.i)]
        named = tree.tag(joined[-1]) in {"NNP", "NNPS"}
        if len(joined) > 1 and tree.child(noun, "det") and named:
            yield Mend(noun.i, joined[-1].i, "appos")


def apposition_as_object(tree: Tree) -> Iterator[Mend]:
    """An apposition read as an object: "told it by a rite, a feast of bread".

    What a comma cuts off from its verb is no object unless it is one of a list.
    """
    for second in tree.having("dobj"):
        comma = second.left_edge.i - 1
        if comma < 1 or tree.tokens[comma].text != ",":
            continue
        verb = tree.head(second)
        first = tree.child(verb, "dobj")
        if verb.i > comma or not _is_cut_off(tree, verb, second, first):
            continue
        before = tree.tokens[comma - 1]
        far = first is None or first.i == second.i or first.right_edge.i < before.i
        single = any(d.lower_ in {"a", "an"} for d in tree.children(second, "det"))
        if far and single and tree.tag(before) in {"NN", "NNS"}:
            yield Mend(second.i, before.i, "appos")
        else:
            yield Mend(second.i, verb.i, "dep")


def _is_cut_off(tree: Tree, verb: Token, noun: Token, first: Token | None) -> bool:
    """Tell whether something else stands between a verb and what a comma sets off."""
    if tree.child(noun, "det", "poss", "relcl") is None or tree.child(noun, "cc"):
        return False
    marks = [t for t in tree.tokens[verb.i : noun.i] if t.text in _APART]
    if len(marks) != 1:
        return False
    if first is not None and first.i != noun.i:
        return first.i < noun.i and tree.child(first, "cc", "conj") is None
    between = [p for p in tree.children(verb, "prep", "agent") if p.i > verb.i]
    return any(p.i < noun.i for p in between)


def plural_possessive(tree: Tree) -> Iterator[Mend]:
    """A possessive read as a closing quotation mark: "the Lakers’ last game"."""
    for index in tree.tagged({"''"}):
        owner = tree.tokens[index - 1]
        if tree.tokens[index].text != "’" or not index:
            continue
        thing = _owned(tree, index) if owner.text[-1:] == "s" else None
        if thing is None or tree.tag(owner)[:2] != "NN":
            continue
        article = tree.child(thing, "det")
        if article is not None and article.i < tree.first(owner.i):
            continue  # "a torn Achilles’ tendon" is nobody's
        if tree.heads[owner.i] != thing.i:
            yield in_place_of(tree, owner, thing)
        yield Mend(owner.i, thing.i, "poss")
        yield Mend(index, owner.i, "case", "POS")
        for word in range(index + 1, thing.i):
            if tree.heads[word] == owner.i:
                yield Mend(word, thing.i, tree.deps[word])


def _owned(tree: Tree, mark: int) -> Token | None:
    """Give the noun at the end of the words behind an apostrophe, if it is one."""
    start = tree.tokens[mark].sent.start
    if any(tree.tokens[i].text == "‘" for i in range(start, mark)):
        return None  # "the ‘Arrangements’ collection"
    last = None
    for index in range(mark + 1, min(mark + _OWNED, len(tree.tokens))):
        if tree.tags[index] not in _INSIDE:
            break
        last = index if tree.tags[index] in _NOUNS else last
    return None if last is None else tree.tokens[last]


def country_list(tree: Tree) -> Iterator[Mend]:
    """A list of countries read as one's name: "from Denmark, the Netherlands"."""
    for second in tree.having("appos"):
        first = tree.head(second)
        if not tree.child(second, "det"):
            continue
        if first.ent_type_ == second.ent_type_ == "GPE":
            yield Mend(second.i, first.i, "conj")


def apposition_to_name(tree: Tree) -> Iterator[Mend]:
    """An apposition hung on a noun far before the name that it explains."""
    classes = read_toml("repairs.toml")["apposition"]
    for noun in tree.having("appos"):
        far = tree.head(noun)
        if far.ent_type_ or tree.tag(noun) not in _NOUNS:
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


def finite_modifier(tree: Tree) -> Iterator[Mend]:
    """A finite verb read as its object's modifier: "Norway has since banned trawling".

    What has a subject and a perfect of its own is no participle before a noun.
    """
    for verb in tree.having("amod", tags={"VBN"}):
        noun, subject = tree.head(verb), tree.child(verb, "nsubj")
        has = [a for a in tree.children(verb, "aux") if tree.lemma(a) == "have"]
        if subject is None or not has:
            continue
        if not subject.i < has[0].i < verb.i < noun.i:
            continue
        yield in_place_of(tree, noun, verb)
        yield Mend(noun.i, verb.i, "dobj")
        for child in tree.children(noun):
            if child.i < verb.i or (tree.dep(child) == "punct" and child.i > noun.i):
                yield Mend(child.i, verb.i, tree.dep(child))


def lost_name(tree: Tree) -> Iterator[Mend]:
    """A person read as a measure: "Barbara, unable to leave, fought"."""
    for noun in tree.having("npadvmod"):
        if noun.ent_type_ != "PERSON":
            continue
        for verb in tree.above(noun):
            if is_finite(tree, verb) and noun.i < verb.i:
                if not tree.child(verb, *_SUBJECTS, "expl"):
                    yield Mend(noun.i, verb.i, "nsubj")
                break
