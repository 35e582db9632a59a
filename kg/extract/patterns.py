"""Name the pattern of a clause: the first row of ``patterns.toml`` that fits it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import TableError
from kg.extract.frames import ClauseKind, ClauseLink
from kg.tables import read_toml

if TYPE_CHECKING:
    from kg.extract.frames import Clause

__all__ = ["Pattern", "all_patterns", "name_of"]

_ARGUMENTS = ("objects", "recipients", "agents", "obliques")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row: what a clause must be like, with an example and what that yields."""

    id: str
    kind: ClauseKind
    example: str
    yields: str
    passive: bool | None = None
    link: ClauseLink | None = None
    has: frozenset[str] = frozenset()


@cache
def all_patterns() -> tuple[Pattern, ...]:
    """Read the table; TableError tells a row that cannot be used."""
    return tuple(_parse(row) for row in read_toml("patterns.toml")["pattern"])


def _parse(row: dict[str, object]) -> Pattern:
    name = str(row.get("id", "?"))
    known = {"id", "kind", "example", "yields", "passive", "link", "has"}
    needed = {"id", "kind", "example", "yields"}
    has = row.get("has", [])
    if not needed <= set(row) <= known or not isinstance(has, list):
        raise TableError(
            "patterns.toml", name, f"wants {sorted(needed)}, knows {known}"
        )
    if not set(has) <= set(_ARGUMENTS):
        raise TableError("patterns.toml", name, f"no clause has {has}")
    passive = row.get("passive")
    return Pattern(
        id=name,
        kind=ClauseKind(str(row["kind"])),
        example=str(row["example"]),
        yields=str(row["yields"]),
        passive=None if passive is None else bool(passive),
        link=ClauseLink(str(row["link"])) if "link" in row else None,
        has=frozenset(has),
    )


def name_of(clause: Clause) -> str:
    """Give the id of the pattern that a clause is of."""
    present = (
        bool(clause.objects),
        bool(clause.recipients),
        bool(clause.agents),
        bool(clause.obliques),
    )
    return _first(clause.kind, clause.link, present, passive=clause.passive)


@cache
def _first(
    kind: ClauseKind, link: ClauseLink, there: tuple[bool, ...], *, passive: bool
) -> str:
    present = {
        name for name, is_there in zip(_ARGUMENTS, there, strict=True) if is_there
    }
    for pattern in all_patterns():
        if (
            pattern.kind is kind
            and pattern.passive in {None, passive}
            and pattern.link in {None, link}
            and pattern.has <= present
        ):
            return pattern.id
    raise TableError("patterns.toml", kind.value, "no row fits such a clause")
