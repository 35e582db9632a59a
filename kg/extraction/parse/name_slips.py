"""Mend names that the parser hung beside their noun or on the wrong name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.parse.mends import Mend, in_place_of
from kg.extraction.parse.phrase_slips import person_nouns
from kg.extraction.parse.roles import is_role
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "name_before_office",
    "name_beside_noun",
    "person_after_body",
    "roles_before_name",
]

_NOUNS = {"NN", "NNS"}
_ROLES = {"NN", "NNP"}
_NAMES = {"NNP", "NNPS"}
_NAMED = {"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "EVENT"}


def name_beside_noun(tree: Tree) -> Iterator[Mend]:
    """A name read as a second subject or a measure: "the group Hamas claimed it"."""
    for name in tree.having("nsubj", "npadvmod"):
        if name.ent_type_ not in _NAMED or tree.tag(name) not in _NAMES:
            continue
        first = name.left_edge.i
        noun = tree.tokens[first - 1] if first else name
        if tree.tag(noun) not in _NOUNS or noun.ent_type_:
            continue
        measure = tree.dep(name) == "npadvmod" and tree.heads[name.i] == noun.i
        fellows = tree.heads[name.i] == tree.heads[noun.i]
        if measure and tree.dep(noun) in {"dobj", "pobj"}:
            yield Mend(name.i, tree.heads[noun.i], tree.dep(noun))
            yield from _before_name(tree, noun, name)
        elif fellows and tree.dep(noun) == tree.dep(name) and tree.child(noun, "det"):
            yield from _before_name(tree, noun, name)


def _before_name(tree: Tree, noun: Token, name: Token) -> Iterator[Mend]:
    """Make a noun part of the name after it, as in "the oil giant Shell"."""
    yield Mend(noun.i, name.i, "compound")
    yield from (Mend(d.i, name.i, "det") for d in tree.children(noun, "det"))


def name_before_office(tree: Tree) -> Iterator[Mend]:
    """A name read as part of the office: "The board named Ann Lee chief executive"."""
    verbs = table_words("repairs.toml", "appointing")
    for office in tree.having("oprd", "dobj", "attr", tags={"NN"}):
        verb = tree.head(office)
        if tree.lemma(verb) not in verbs or not is_role(tree, office):
            continue
        for name in tree.children(office, "compound", "nmod"):
            opens = name.left_edge.i == office.left_edge.i > verb.i
            if opens and name.ent_type_ == "PERSON" and tree.tag(name) == "NNP":
                yield Mend(name.i, verb.i, "dobj")
                yield Mend(office.i, verb.i, "oprd")


def person_after_body(tree: Tree) -> Iterator[Mend]:
    """A second person read as a body: "Lee of the union and Poe of the club"."""
    for second in tree.having("conj"):
        body = tree.head(second)
        if second.ent_type_ != "PERSON" or body.ent_type_ == "PERSON":
            continue
        if tree.dep(body) != "pobj" or tree.tag(body) not in _NAMES:
            continue
        first = _person_before(tree, tree.head(body))
        if first is not None and body.i < second.i:
            yield from _beside_first(tree, first, body, second)


def _beside_first(
    tree: Tree, first: Token, body: Token, second: Token
) -> Iterator[Mend]:
    of = tree.head(body)
    yield Mend(second.i, first.i, "conj")
    if tree.heads[of.i] != first.i:
        yield Mend(of.i, first.i, "prep")
    for word in (*tree.children(body), *tree.children(of), *tree.children(first)):
        if tree.dep(word) in {"cc", "punct"} and body.i < word.i < second.i:
            yield Mend(word.i, first.i, tree.dep(word))
        elif tree.dep(word) == "prep" and word.i == second.i + 1:
            yield Mend(word.i, second.i, "prep")


def _person_before(tree: Tree, of: Token) -> Token | None:
    """Give the person right before a preposition who has it, or whose noun has it."""
    before = tree.tokens[of.i - 1] if of.i else of
    if before.ent_type_ != "PERSON" or tree.tag(before) not in _NAMES:
        return None
    above = tree.heads[of.i]
    return before if above in {before.i, tree.heads[before.i]} else None


def roles_before_name(tree: Tree) -> Iterator[Mend]:
    """Two offices of one person read as two people: "owner and editor Ann Lee left".

    A second person has an article: "the owner and editor Ann Lee".
    """
    for name in tree.having("conj"):
        last = tree.head(name)
        if name.ent_type_ != "PERSON" or not _is_bare_role(tree, last):
            continue
        if last.i > name.i or not _joins_role(tree, last, name):
            continue
        roles = [last]
        while tree.dep(roles[0]) == "conj" and _is_bare_role(tree, tree.head(roles[0])):
            roles.insert(0, tree.head(roles[0]))
        yield _in_place_of_roles(tree, roles[0], name)
        yield from (Mend(role.i, name.i, "nmod") for role in roles)


def _is_bare_role(tree: Tree, noun: Token) -> bool:
    """Tell an office without article, which only a name after it can have."""
    if tree.tag(noun) not in _ROLES or noun.ent_type_ == "PERSON":
        return False
    if tree.child(noun, "det", "poss", "nummod", "prep", "appos") is not None:
        return False
    return is_role(tree, noun) or tree.lemma(noun) in person_nouns()


def _joins_role(tree: Tree, last: Token, name: Token) -> bool:
    """Tell whether right after "and" a second office stands before the name."""
    first = name
    while first.i and first.ent_iob_ == "I":
        first = tree.tokens[first.i - 1]
    role = tree.tokens[first.i - 1]
    words = {t.lower_ for t in tree.tokens[last.i + 1 : last.i + 3]}
    second = is_role(tree, role) or tree.lemma(role) in person_nouns()
    return (
        last.i < role.i
        and "and" in words
        and words
        <= {"and", ",", *(t.lower_ for t in tree.tokens[last.i + 2 : first.i])}
        and tree.tag(role) in _ROLES
        and second
        and not tree.child(name, "det", "poss")
    )


def _in_place_of_roles(tree: Tree, role: Token, name: Token) -> Mend:
    """Put the name where the offices are, or before the saying that has no subject."""
    verb = tree.tokens[name.i + 1] if name.i + 1 < len(tree.tokens) else name
    says = tree.lemma(verb) in table_words("verbs.toml", "reporting")
    if says and tree.is_verb(verb) and not tree.child(verb, "nsubj", "nsubjpass"):
        return Mend(name.i, verb.i, "nsubj")
    return in_place_of(tree, role, name)
