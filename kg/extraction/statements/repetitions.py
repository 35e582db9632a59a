"""Leave out further arguments that repeat each other, the object, or its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.grammar.partitives import counted_nouns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from kg.extraction.frames import Clause, Oblique
    from kg.extraction.parse.syntax import Tree
    from kg.model import Argument, Role

__all__ = ["distinct", "fellows_before", "has_ends", "is_told_else"]

_ARTICLES = frozenset({"the", "a", "an"})
#: Roles in which the object cannot be, with its fellows: "labelled it as a mill".
_SAME = frozenset({"as", "including", "such as", "measure"})


def has_ends(tree: Tree, oblique: Oblique) -> bool:
    """Tell two nouns that only together are between something."""
    between = bool(oblique.marker) and tree.words[oblique.marker[-1].i] == "between"
    return between and "conj" in tree.kinds[oblique.head.i]


def is_told_else(tree: Tree, clause: Clause, oblique: Oblique) -> bool:
    """Tell what other words have: "home to" beside "home", "of" of "a lot of noise"."""
    if not oblique.marker:
        return False
    first, last = oblique.marker[0], oblique.marker[-1]
    if clause.complement is not None:
        if first.i == clause.complement.i:
            return True
        if clause.objects and oblique.host.i == clause.complement.i:
            return True
    if tree.words[last.i] == "between":
        return tree.deps[oblique.head.i] == "conj"
    counting = oblique.host.i != clause.head.i and tree.words[first.i] == "of"
    return counting and counted_nouns(tree, oblique.host) is not None


def fellows_before(tree: Tree, clause: Clause, token: Token) -> list[int]:
    """Give the complements before one, which keep theirs: "are Ann of A and Bo"."""
    if clause.complement is None or "conj" not in tree.kinds[clause.complement.i]:
        return []
    alike = [other.i for other in tree.coordinated(clause.complement)]
    return [i for i in alike if i < token.i] if token.i in alike else []


def distinct(roles: Iterable[Role], thing: Argument) -> Iterator[Role]:
    """Leave out what the object's label has, and what another one says with more."""
    told = tuple(roles)
    if not told:
        return
    label, own = f" {thing.label.lower()} ", _bare(thing.text)
    whole = "" if thing.id else f" {thing.text} "
    kept = {own, label.strip()}
    same = {r.role for r in told if r.role in _SAME and _bare(r.text) in kept}
    for place, role in enumerate(told):
        inside = role.role == "of" and f" of {_bare(role.text)} " in f" of{label}"
        inside = inside or (role.role == "measure" and f"{_bare(role.text)} " in own)
        phrase = f" {role.role} {role.text} "
        if inside or role.role in same or phrase in whole:
            continue
        alike = [n for n, r in enumerate(told) if r.role == role.role and n != place]
        if not any(_has(told[n], role, n < place) for n in alike):
            yield role


def _bare(text: str) -> str:
    """Give words without the determiner before them."""
    words = text.lower()
    first, blank, rest = words.partition(" ")
    return rest if blank and first in _ARTICLES else words


def _has(whole: Role, role: Role, before: bool) -> bool:  # noqa: FBT001 - of two roles
    """Tell whether a role says all that another one of the kind says."""
    same, inside = whole.text == role.text, f" {role.text} " in f" {whole.text} "
    return inside and (before or not same)
