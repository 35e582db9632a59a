"""Name the pattern of a clause: the first row of ``patterns.toml`` that fits it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.errors import TableError
from kg.extraction.frames import ClauseKind, ClauseLink
from kg.tables import read_toml

__all__ = ["Pattern", "all_patterns", "pattern_of"]

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


@cache
def pattern_of(
    kind: ClauseKind, link: ClauseLink, arguments: tuple[bool, ...], *, passive: bool
) -> str:
    """Give the id of a clause's pattern.

    ``arguments`` tells whether there are objects, recipients, agents and obliques.
    """
    there = zip(_ARGUMENTS, arguments, strict=True)
    present = {name for name, is_there in there if is_there}
    for pattern in all_patterns():
        if (
            pattern.kind is kind
            and pattern.passive in {None, passive}
            and pattern.link in {None, link}
            and pattern.has <= present
        ):
            return pattern.id
    raise TableError("patterns.toml", kind.value, "no row fits such a clause")
