"""Read the offices before names: "U.K. Defense Secretary John Healey"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.frames import Clause, ClauseKind, ClauseLink, Oblique
from kg.extraction.grammar.concepts import concept_type
from kg.extraction.grammar.confidence import noun_confidence
from kg.extraction.parse.roles import is_partisan, is_role, role_words
from kg.extraction.relation_words import relation_words
from kg.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["find_titles"]

_HOLDERS = {"GPE", "ORG", "NORP", "LOC", "FAC"}
_BEFORE = {"NNP", "NNPS", "NN", "NNS", "JJ", "POS", "VBG"}
_NOMINAL = {"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS"}
#: What may stand between an office and a name, beside other offices.
_BETWEEN = {"and", ",", "of", "for"}
_LONGEST = 8
_NAMED_KINDS = {EntityType.PERSON, EntityType.ORGANIZATION}
_INSIDE = ("compound", "amod", "nmod", "poss", "dobj", "pobj", "nsubj", "conj", "appos")


def find_titles(tree: Tree) -> Iterator[Clause]:
    """Find the offices right before the names of those who hold them."""
    for index in _before_names(tree):
        role = tree.tokens[index]
        if not is_role(tree, role):
            if _is_kind(tree, role):
                name = _name_after(tree, role)
                if name is not None and _fits(role, name):
                    yield _title(tree, role, name)
            continue
        name = _name_after(tree, role)
        if name is not None:
            yield _title(tree, role, name)
        elif tree.words[index + 1] in {"of", "for"}:
            yield from _field_title(tree, role)


def _before_names(tree: Tree) -> list[int]:
    """Give the nouns and adjectives that a name or more of an office may follow."""
    tags, words, last = tree.tags, tree.words, len(tree.tokens) - 1
    found = [index for index in tree.tagged(_NOMINAL) if index < last]
    return [i for i in found if tags[i + 1] == "NNP" or words[i + 1] in _BETWEEN]


def _is_kind(tree: Tree, noun: Token) -> bool:
    """Tell a common noun for people or bodies right before a name: "forum member".

    It has a capital where it opens a sentence or is a party's: "Republican Ann Lee".
    """
    if tree.deps[noun.i] not in {"compound", "nmod", "amod"}:
        return False
    if tree.tags[noun.i] not in {"NN", "NNP", "JJ"}:
        return False
    after = tree.tokens[noun.i + 1]
    if after.ent_type_ not in {"PERSON", "ORG"} or after.ent_iob_ != "B":
        return False
    small = noun.text[:1].islower() or noun.is_sent_start or is_partisan(noun)
    return bool(small) and concept_type(noun) in _NAMED_KINDS


def _fits(noun: Token, name: Token) -> bool:
    """Tell whether a name is one of what the noun before it names."""
    person = concept_type(noun) is EntityType.PERSON
    return person == (name.ent_type_ == "PERSON")


def _field_title(tree: Tree, role: Token) -> Iterator[Clause]:
    """Find an office whose field stands after it: "Minister of Education Ann Lee"."""
    if not role.text[:1].isupper():
        return
    last = role.i + 1
    for token in tree.tokens[last + 1 : role.i + _LONGEST]:
        person = token.ent_type_ == "PERSON" and token.ent_iob_ == "B"
        if person or token.lower_ in role_words("courtesy"):
            break
        if tree.tags[token.i][:2] not in {"NN", "CC"} or is_role(tree, token):
            return
        last = token.i
    else:
        return
    if last == role.i + 1 or last + 1 >= len(tree.tokens):
        return
    name = tree.tokens[last + 1]
    if name.lower_ in role_words("courtesy"):
        name = tree.tokens[min(last + 2, len(tree.tokens) - 1)]
    while name.i + 1 < len(tree.tokens) and tree.tokens[name.i + 1].ent_iob_ == "I":
        name = tree.tokens[name.i + 1]
    former = tree.words[role.i - 1] in relation_words("no_longer")
    first = role.i - 1 if former and role.i else role.i
    yield Clause(
        kind=ClauseKind.TITLE,
        head=role,
        words=tuple(tree.tokens[first : last + 1]),
        pattern="title",
        confidence=noun_confidence(ClauseKind.TITLE),
        subjects=(name,),
        link=ClauseLink.NOMINAL,
    )


def _name_after(tree: Tree, role: Token) -> Token | None:
    """Give the last token of the personal name right after an office.

    Most offices hang on the name; some are read as an object beside it.
    """
    inside = tree.heads[role.i] > role.i or tree.dep(role) in {"dobj", "pobj"}
    first = tree.tokens[role.i + 1]
    if first.lower_ in {"and", ","} and tree.dep(role) == "nmod":
        name = tree.head(role)  # "owner and editor Ann Lee"
        return name if inside and name.ent_type_ == "PERSON" else None
    if not inside or tree.dep(role) not in _INSIDE or tree.tag(first) != "NNP":
        return None
    if is_role(tree, first) and first.ent_type_ != "PERSON":
        return None
    name = first
    while name.i < tree.heads[name.i] <= role.i + _LONGEST:
        if not _is_name(tree, tree.head(name)):
            break
        name = tree.head(name)
    run = tree.tokens[first.i : name.i + 1]
    kinds = {"PERSON", "", first.ent_type_ if not is_role(tree, role) else ""}
    named = all(_is_name(tree, t) and t.ent_type_ in kinds for t in run)
    return name if named else None


def _is_name(tree: Tree, token: Token) -> bool:
    return tree.tag(token) in {"NNP", "HYPH"} or token.ent_type_ == "PERSON"


def _title(tree: Tree, role: Token, name: Token) -> Clause:
    """Read leftwards from an office: its field, whose it is."""
    words: list[Token] = [role]
    holders: list[Token] = []
    for token in _leftwards(tree, role):
        if tree.tag(token) == "POS":
            continue
        place = token.ent_type_ in {"GPE", "NORP", "LOC"}
        rank = token.lower_ in role_words("fields") or is_role(tree, token)
        inside = holders and token.lower_ not in relation_words("no_longer")
        if rank and not place and not inside:  # "Star Wars creator"
            words.append(token)
        elif token.ent_type_ in _HOLDERS or tree.tag(token).startswith("NNP"):
            holders.append(token)
        elif tree.tag(token) in {"JJ", "NN", "NNS", "VBN"}:
            words.append(token)  # also "ousted"
        else:
            break
    if _is_second_half(tree, role):
        words.extend(tree.tokens[role.i - 2 : role.i])  # "pan-democrat"
    words.sort(key=lambda word: word.i)
    return Clause(
        kind=ClauseKind.TITLE,
        head=role,
        words=tuple(words),
        pattern="title",
        confidence=noun_confidence(ClauseKind.TITLE),
        subjects=(name,),
        obliques=tuple(Oblique((), holder, role) for holder in _heads(tree, holders)),
        link=ClauseLink.NOMINAL,
    )


def _leftwards(tree: Tree, role: Token) -> Iterator[Token]:
    """Walk the words before an office that belong to the same noun phrase."""
    index = role.i - 1
    while index >= max(0, role.i - _LONGEST):
        token = tree.tokens[index]
        if token.text == "-":
            # "vice-president", but not "pro-Beijing president".
            prefix = tree.tokens[index - 1]
            if prefix.lower_ not in role_words("fields"):
                return
            index -= 1
            continue
        former = token.lower_ in relation_words("no_longer")
        if tree.tag(token) not in _BEFORE and not former:
            return
        if tree.heads[index] <= index and tree.tag(token) != "POS":
            return
        if _is_second_half(tree, token):
            return
        yield token
        index -= 1


def _is_second_half(tree: Tree, token: Token) -> bool:
    """Tell what a hyphen joins to a word before: no Beijing of "pro-Beijing"."""
    dash = token.i - 1
    if dash < 1 or tree.tokens[dash].text != "-" or tree.tokens[dash].whitespace_:
        return False
    return tree.words[dash - 1] not in role_words("fields")


def _heads(tree: Tree, holders: list[Token]) -> list[Token]:
    """Give the heads of the names among tokens that stand before an office."""
    kept = [h for h in holders if tree.head(h).i not in {o.i for o in holders}]
    return sorted(kept, key=lambda token: token.i)
