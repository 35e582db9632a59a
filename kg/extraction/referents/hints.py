"""What a user knows: a gazetteer of names, and names that are the same or are not.

Both are tab-separated text; lines that start with # are notes.

- A gazetteer has a heading with ``name`` and ``type``, and may have ``aliases`` and
  ``links`` (several with | between them) and ``id``.
- A list of merges and splits has three columns and no heading: a name, ``same`` or
  ``different``, another name. Names are wordings in the text, labels or ids.
"""

from __future__ import annotations

import csv
import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ReadError
from kg.extraction.lexicon import name_key
from kg.extraction.slugs import slug
from kg.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = [
    "Hints",
    "KnownName",
    "hints_from_line",
    "hints_line",
    "read_gazetteer",
    "read_hints",
    "read_same",
    "told_key",
]

_NEEDED = ("name", "type")
_RELATIONS = ("same", "different")
_COLUMNS = 3
_WORD = re.compile(r"\w+")
#: What may stand as an IRI in Turtle.
_LINK = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


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
    by_word: Mapping[str, tuple[str, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the gazetteer by every wording, and the wordings by first word."""
        by_key: dict[str, KnownName] = {}
        by_word: dict[str, list[str]] = {}
        for known in self.known:
            for name in (known.name, *known.aliases):
                by_key.setdefault(name_key(name), known)
        names = {n for known in self.known for n in (known.name, *known.aliases)}
        for name in sorted(names, key=lambda name: (-len(name), name)):
            first = _WORD.search(name)
            if first is not None:
                by_word.setdefault(first[0], []).append(name)
        object.__setattr__(self, "by_key", by_key)
        object.__setattr__(
            self, "by_word", {word: tuple(found) for word, found in by_word.items()}
        )

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Find where names of the gazetteer stand in a text, long ones first."""
        if not self.by_word:
            return
        for word in _WORD.finditer(text):
            for name in self.by_word.get(word[0], ()):
                start = word.start() - name.index(word[0])
                end = start + len(name)
                ends = not _WORD.match(text, end)
                if start >= 0 and text.startswith(name, start) and ends:
                    yield start, end


def told_key(name: str) -> str:
    """Give the key of a name as the user writes it: a wording, a label or an id.

    >>> told_key("Federal_Reserve") == told_key("the Federal Reserve")
    True
    """
    return name_key(name.replace("_", " "))


def read_hints(gazetteer: str | Path | None, same: str | Path | None) -> Hints:
    """Read the files of a user; ReadError tells the line that cannot be used."""
    known = read_gazetteer(Path(gazetteer)) if gazetteer is not None else ()
    rows = read_same(Path(same)) if same is not None else ()
    pairs = {
        relation: tuple((one, other) for one, told, other in rows if told == relation)
        for relation in _RELATIONS
    }
    return Hints(known, pairs["same"], pairs["different"])


def hints_line(hints: Hints) -> str | None:
    """Write hints as one line, for another process; None where there are none."""
    if not (hints.known or hints.same or hints.different):
        return None
    known = [asdict(one) for one in hints.known]
    return json.dumps([known, hints.same, hints.different], ensure_ascii=False)


def hints_from_line(line: str | None) -> Hints:
    """Read back what ``hints_line`` wrote."""
    if line is None:
        return Hints()
    known, same, different = json.loads(line)
    return Hints(
        known=tuple(
            KnownName(
                name=one["name"],
                type=EntityType(one["type"]),
                id=one["id"],
                aliases=tuple(one["aliases"]),
                links=tuple(one["links"]),
            )
            for one in known
        ),
        same=tuple((one, other) for one, other in same),
        different=tuple((one, other) for one, other in different),
    )


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
    links = _split(row.get("links", ""))
    bad = next((link for link in links if not _LINK.fullmatch(link)), None)
    if bad is not None:
        raise ReadError(place, f"has the link {bad!r}, which is no web address")
    return KnownName(
        name=name,
        type=EntityType(kind),
        id=slug(row.get("id") or name),
        aliases=_split(row.get("aliases", "")),
        links=links,
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
