"""What a user knows: a gazetteer of names, and names that are the same or are not.

Both are tab-separated text; lines that start with # are notes.

- A gazetteer has a heading with ``name`` and ``type``, and may have ``aliases`` and
  ``links`` (several with | between them) and ``id``.
- A list of merges and splits has three columns and no heading: a name, ``same`` or
  ``different``, another name. Names are wordings in the text, labels or ids.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.errors import ReadError
from kg.extraction.lexicon import name_key
from kg.extraction.slugs import slug
from kg.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["Hints", "KnownName", "read_gazetteer", "read_same"]

_NEEDED = ("name", "type")
_RELATIONS = ("same", "different")
_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class KnownName:
    """A thing of the user's gazetteer: name, type, id and what else it is called."""

    name: str
    type: EntityType
    id: str
    aliases: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hints:
    """What a user told about names.

    ``same`` and ``different`` hold pairs of names; the first of a same pair takes the
    identity of the second.
    """

    known: tuple[KnownName, ...] = ()
    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()
    by_key: Mapping[str, KnownName] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the gazetteer by every wording."""
        by_key: dict[str, KnownName] = {}
        for known in self.known:
            for name in (known.name, *known.aliases):
                by_key.setdefault(name_key(name), known)
        object.__setattr__(self, "by_key", by_key)

    @property
    def wordings(self) -> tuple[str, ...]:
        """All wordings of the gazetteer, long ones first."""
        names = {n for known in self.known for n in (known.name, *known.aliases)}
        return tuple(sorted(names, key=lambda name: (-len(name), name)))


def read_gazetteer(path: Path) -> tuple[KnownName, ...]:
    """Read a user's gazetteer; ReadError tells the line that cannot be used."""
    rows = list(_rows(path))
    if not rows:
        raise ReadError(str(path), "is empty: no heading and no names")
    heading = rows[0][1]
    missing = [name for name in _NEEDED if name not in heading]
    if missing:
        wanted = "name, type[, aliases, links, id]"
        raise ReadError(str(path), f"has no column {missing[0]!r}; want {wanted}")
    return tuple(
        _known(dict(zip(heading, cells, strict=False)), f"{path}:{number}")
        for number, cells in rows[1:]
    )


def read_same(path: Path) -> tuple[tuple[str, str, str], ...]:
    """Read a user's merges and splits as (name, "same" or "different", name)."""
    rows = []
    for number, cells in _rows(path):
        if len(cells) != _COLUMNS or cells[1] not in _RELATIONS or not all(cells):
            reason = "want three columns: a name, same or different, a name"
            raise ReadError(f"{path}:{number}", reason)
        rows.append((cells[0], cells[1], cells[2]))
    return tuple(rows)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(str(path), f"cannot be read ({error})") from error
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            cells = next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))
            yield number, [cell.strip() for cell in cells]


def _known(row: Mapping[str, str], place: str) -> KnownName:
    name, kind = row.get("name", ""), row.get("type", "")
    if not name:
        raise ReadError(place, "has no name")
    if kind not in set(EntityType):
        kinds = ", ".join(EntityType)
        raise ReadError(place, f"has the unknown type {kind!r}; want one of {kinds}")
    return KnownName(
        name=name,
        type=EntityType(kind),
        id=slug(row.get("id") or name),
        aliases=_split(row.get("aliases", "")),
        links=_split(row.get("links", "")),
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
