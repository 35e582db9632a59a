"""Read articles from files, folders and standard input; nothing is lost silently.

What cannot be read, or is no article text, comes out as ``Skipped`` with its reason.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from kg.blocks import find_blocks, parse_date
from kg.errors import ReadError
from kg.files import decoded, shown, unpacked_name, within_limit
from kg.formats import FIELDS, READERS, Record, count_records, read_text
from kg.limits import MAX_FIELD, MAX_FILE, MAX_TEXT
from kg.memory import Table
from kg.model import Article, Skipped

__all__ = ["count_articles", "parse_article", "read_article", "read_articles"]

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_Fields = Mapping[str, Any]
_Found = Article | Skipped


def read_article(source: str | Path) -> Article:
    """Read the one article of a source; ReadError when it has none."""
    for found in read_articles([source]):
        if isinstance(found, Article):
            return found
        raise ReadError(found.source, found.reason)
    raise ReadError(shown(source), "no article in it")


def read_articles(sources: Iterable[str | Path]) -> Iterator[_Found]:
    """Read the articles of files and folders in a stable order, each under its own id.

    A source that is not there is a ReadError; a bad file or record is given as
    ``Skipped``. ``-`` is one plain-text article on standard input.
    """
    taken = _Taken()
    for source in sources:
        for found in _read_source(source):
            if isinstance(found, Article):
                yield taken.with_own_id(found)
            else:
                yield found


def count_articles(sources: Iterable[str | Path]) -> int:
    """Count how many articles some sources seem to hold, before any is read.

    What cannot be read counts as nothing, and bad records count as articles.
    """
    return sum(_count_in(source) for source in sources)


def _count_in(source: str | Path) -> int:
    path = Path(source)
    if str(source) == "-":
        return 1
    if path.is_dir():
        files = (one for one in _files(path, []) if _ending(one) in READERS)
        return sum(map(_count_in, files))
    try:
        return count_records(path, _ending(path)) if path.exists() else 0
    except ReadError:
        return 0


def parse_article(
    text: str, own_id: str, *, source: str = "", fields: _Fields | None = None
) -> Article:
    """Make an article of its text; ReadError when there is nothing to read in it.

    Half of a surrogate pair, which no file can hold, becomes a U+FFFD.
    """
    fields = fields or {}
    source = source or own_id
    text = _SURROGATE.sub("\ufffd", text)
    if not text.strip():
        raise ReadError(source, "is empty: there is no text to read")
    if len(text) > MAX_TEXT:
        reason = f"is too long for one article ({len(text):,} characters, "
        raise ReadError(source, f"{reason}at most {MAX_TEXT:,} are read)")
    words = {name: _words(fields.get(name), name, source) for name in FIELDS}
    layout = find_blocks(text, source=source, title=words["title"])
    return Article(
        id=_words(own_id, "id", source),
        text=text,
        blocks=layout.blocks,
        title=layout.title,
        date=_date_of(fields.get("date"), source) or layout.date,
        url=words["url"],
        publisher=words["publisher"],
        author=words["author"],
        skipped=layout.skipped,
    )


def _words(value: object, name: str, source: str) -> str:
    """Give a field as words: some names are one text; ReadError for anything else."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(one, name, source) for one in value)))
    if not isinstance(value, str | int | float | date):
        raise ReadError(source, f'has no words in the field "{name}"')
    words = _SURROGATE.sub("\ufffd", str(value))
    if len(words) > MAX_FIELD:
        limit = f"{len(words):,} characters, at most {MAX_FIELD:,}"
        raise ReadError(source, f'is too long in the field "{name}" ({limit})')
    return words


def _date_of(value: object, source: str) -> date | None:
    if value in (None, ""):
        return None
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    found = parse_date(str(value))
    if found is None:
        raise ReadError(
            source, f"its date {str(value)[:50]!r} is none; want YYYY-MM-DD"
        )
    return found


class _Taken:
    """The ids that are taken, and how often the same was asked for again."""

    def __init__(self) -> None:
        self._times: Table[int] = Table()

    def with_own_id(self, article: Article) -> Article:
        """Give an article under an id that no article before it has."""
        asked, own = _hash(article.id), article.id
        while not self._times.add(_hash(own), 1):
            times = (self._times.get(asked) or 0) + 1
            self._times.put(asked, times)
            own = f"{article.id}-{times}"
        return article if own == article.id else replace(article, id=own)


def _hash(words: str) -> bytes:
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _read_source(source: str | Path) -> Iterator[_Found]:
    path = Path(source)
    if str(source) == "-":
        yield from _read_stdin()
    elif path.is_dir():
        yield from _read_folder(path)
    elif not path.exists():
        raise ReadError(shown(source), "no such file or folder")
    else:
        yield from _read_file(path)


def _read_stdin() -> Iterator[_Found]:
    place = "standard input"
    raw = sys.stdin.buffer.read(MAX_FILE + 1)
    try:
        text = decoded(within_limit(raw, place), place)
        yield parse_article(text, "stdin", source=place)
    except ReadError as error:
        yield Skipped(error.source, error.reason)


def _read_folder(folder: Path) -> Iterator[_Found]:
    refused: list[Skipped] = []
    files = sorted(_files(folder, refused))
    if not refused and not any(_ending(path) in READERS for path in files):
        endings = ", ".join(READERS)
        raise ReadError(shown(folder), f"no articles in this folder ({endings})")
    yield from refused
    for path in files:
        if _ending(path) in READERS:
            yield from _read_file(path)
        else:
            yield Skipped(shown(path), "is of no kind that kg reads")


def _files(folder: Path, refused: list[Skipped]) -> Iterator[Path]:
    """Find the files below a folder; no hidden ones, nothing behind a linked folder."""

    def refuse(error: OSError) -> None:
        reason = f"cannot be read ({error.strerror})"
        refused.append(Skipped(shown(str(error.filename)), reason))

    for place, _, names in os.walk(folder, onerror=refuse):
        for name in names:
            path = Path(place, name)
            if not name.startswith(".") and (path.is_file() or path.is_symlink()):
                yield path


def _ending(path: Path) -> str:
    return unpacked_name(path).suffix.lower()


def _read_file(path: Path) -> Iterator[_Found]:
    read = READERS.get(_ending(path), read_text)
    own_id = unpacked_name(path).stem
    try:
        for record in read(path):
            yield _record_article(record, own_id)
    except ReadError as error:
        yield Skipped(error.source, error.reason)


def _record_article(record: Record | Skipped, default_id: str) -> _Found:
    if isinstance(record, Skipped):
        return record
    text, own_id = (record.fields.get(name) for name in ("text", "id"))
    if not isinstance(text, str):
        return Skipped(record.place, 'has no text in the field "text"')
    try:
        own = _words(own_id, "id", record.place) or default_id
        return parse_article(text, own, source=record.place, fields=record.fields)
    except ReadError as error:
        return Skipped(error.source, error.reason)
