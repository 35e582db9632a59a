"""Read the offices before names: "U.K. Defense Secretary John Healey"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extract.confidence import noun_confidence
from kg.extract.frames import Clause, ClauseKind, ClauseLink, Oblique
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extract.syntax import Tree

__all__ = ["find_titles", "is_role"]

_HOLDERS = {"GPE", "ORG", "NORP", "LOC", "FAC"}
_INSIDE = ("compound", "amod", "nmod", "poss", "dobj", "pobj", "nsubj", "conj", "appos")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_toml("roles.toml")[name]["words"])


def is_role(tree: Tree, token: Token) -> bool:
    """Tell whether a noun names an office or role."""
    return token.lower_ in _words("roles") or tree.lemma(token) in _words("roles")


def find_titles(tree: Tree) -> Iterator[Clause]:
    """Find the offices right before the names of those who hold them."""
    for token in tree.tokens:
        if tree.tag(token) == "NNP" and _ends_name(tree, token):
            clause = _title(tree, token)
            if clause is not None:
                yield clause


def _ends_name(tree: Tree, token: Token) -> bool:
    after = token.i + 1
    if after < len(tree.tokens) and tree.dep(tree.tokens[after]) != "appos":
        follower = tree.tokens[after]
        if tree.tag(follower) == "NNP" and tree.heads[token.i] == after:
            return False
    return not is_role(tree, token)


def _title(tree: Tree, name: Token) -> Clause | None:
    """Read leftwards from a name's last token: first names, office, field, holder."""
    role = _role_before(tree, name)
    if role is None:
        return None
    words, holders = [role], []
    for token in _leftwards(tree, role):
        if tree.tag(token) == "POS":
            continue
        if token.lower_ in _words("fields") or is_role(tree, token):
            words.append(token)
        elif token.ent_type_ in _HOLDERS or tree.tag(token).startswith("NNP"):
            holders.append(token)
        elif tree.tag(token) in {"JJ", "NN", "NNS"}:
            words.append(token)
        else:
            break
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


def _role_before(tree: Tree, name: Token) -> Token | None:
    """Give the office right before the one to four tokens of a personal name."""
    for index in range(name.i - 1, max(-1, name.i - 5), -1):
        token = tree.tokens[index]
        if is_role(tree, token):
            inside = tree.heads[index] >= index or tree.dep(token) in {"dobj", "pobj"}
            joined = tree.dep(token) in _INSIDE
            return token if inside and joined else None
        if tree.tag(token) != "NNP" or token.ent_type_ not in {"PERSON", ""}:
            return None
    return None


def _leftwards(tree: Tree, role: Token) -> Iterator[Token]:
    """Walk the words before an office that belong to the same noun phrase."""
    for index in range(role.i - 1, max(-1, role.i - 9), -1):
        token = tree.tokens[index]
        if tree.tag(token) not in {"NNP", "NNPS", "NN", "NNS", "JJ", "POS", "VBG"}:
            if token.text == "-":
                continue
            return
        if tree.heads[index] <= index and tree.tag(token) != "POS":
            return
        yield token


def _heads(tree: Tree, holders: list[Token]) -> list[Token]:
    """Give the heads of the names among tokens that stand before an office."""
    kept = [h for h in holders if tree.head(h).i not in {o.i for o in holders}]
    return sorted(kept, key=lambda token: token.i)
