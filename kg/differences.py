"""Tell in what two outputs differ: statements that came, went, or stand otherwise.

Statements are read line by line and sorted on disk, so that archives can be compared.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from dataclasses import asdict, dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import ReadError
from kg.sorting import Sorter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Change", "Difference", "as_jsonl", "as_text", "find_differences"]

_TABLE = "statements.jsonl"
_MARKS = {"added": "+", "removed": "-", "changed": "~"}


class Change(StrEnum):
    """What has become of a statement."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Difference:
    """A subject, relation and object, and how they stood before and stand after.

    A standing is "fact", or who said it, whether it is denied or only possible, with
    its time; one content may stand in several ways.
    """

    change: Change
    subject: str
    relation: str
    object: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def find_differences(before: str | Path, after: str | Path) -> Iterator[Difference]:
    """Compare two output folders, or their statements.jsonl; also what is the same.

    Readings of one content count once; contents come in the order of their ids.
    """
    with tempfile.TemporaryDirectory(prefix="kg-diff-") as folder:
        rows: Sorter[tuple[str, ...]] = Sorter(Path(folder), "statements")
        for side, path in (("before", before), ("after", after)):
            for record, place in _records(Path(path)):
                rows.add(_row(record, side, place))
        for _, group in groupby(rows, key=itemgetter(0)):
            yield _difference(list(group))


def _difference(rows: list[tuple[str, ...]]) -> Difference:
    sides: dict[str, dict[str, str]] = {"before": {}, "after": {}}
    for _, own, side, *_, standing in rows:
        sides[side][own] = standing
    before, after = sides["before"], sides["after"]
    if before.keys() == after.keys():
        change = Change.SAME
    elif before and after:
        change = Change.CHANGED
    else:
        change = Change.REMOVED if before else Change.ADDED
    subject, relation, object_ = rows[0][3:6]
    standings = (tuple(sorted(set(side.values()))) for side in (before, after))
    return Difference(change, subject, relation, object_, *standings)


def _row(record: dict[str, Any], side: str, place: str) -> tuple[str, ...]:
    try:
        ends = [record[name] for name in ("subject", "object")]
        keys = [end["id"] or f'"{end["label"]}"' for end in ends]
        relation = record["predicate"]
        return (
            "\x1f".join((keys[0], relation["id"], keys[1])),
            record["id"],
            side,
            ends[0]["label"],
            relation["label"],
            ends[1]["label"],
            _standing(record),
        )
    except (KeyError, TypeError) as error:
        raise ReadError(place, "is no statement of kg's") from error


def _standing(record: dict[str, Any]) -> str:
    said, time = record["attribution"], record["time"]
    parts = [
        "fact" if record["asserted"] else "",
        "denied" if record["polarity"] == "negative" else "",
        record["modality"] if record["modality"] != "actual" else "",
        f"said by {said['label'] or said['text']}" if said else "",
        (time["value"] or time["text"]) if time else "",
    ]
    return ", ".join(filter(None, parts))


def _records(path: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Read the statements of an output, with the place of each."""
    table = path / _TABLE if path.is_dir() else path
    if not path.exists():
        raise ReadError(str(path), "no such file or folder")
    if not table.is_file():
        raise ReadError(str(path), f"has no {_TABLE}; want a folder that kg built")
    try:
        with table.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                place = f"{table}:{number}"
                try:
                    record = json.loads(line)
                except (ValueError, RecursionError) as error:
                    raise ReadError(place, "is no JSON") from error
                yield record, place
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is no text in UTF-8"
        raise ReadError(str(table), reason) from error


def as_text(differences: Iterable[Difference]) -> Iterator[str]:
    """Give a line for each difference, and one that counts them all."""
    counts: Counter[str] = Counter()
    for one in differences:
        counts[one.change] += 1
        if one.change is not Change.SAME:
            words = " · ".join(filter(None, (one.subject, one.relation, one.object)))
            standings = " → ".join("; ".join(s) for s in (one.before, one.after) if s)
            yield f"{_MARKS[one.change]} {' '.join(words.split())} ({standings})"
    yield ", ".join(f"{counts[change]} {change}" for change in Change)


def as_jsonl(differences: Iterable[Difference]) -> Iterator[str]:
    """Give each difference as one object of JSON; what is the same is left out."""
    for one in differences:
        if one.change is not Change.SAME:
            yield json.dumps(asdict(one), ensure_ascii=False)
