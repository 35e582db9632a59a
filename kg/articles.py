"""Read articles from files, folders and standard input; nothing is lost silently.

What cannot be read, or is no article text, comes out as ``Skipped`` with its reason.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from kg.blocks import find_blocks, parse_date
from kg.errors import MissingExtraError, ReadError
from kg.model import Article, Skipped

__all__ = ["parse_article", "read_article", "read_articles"]

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FIELDS = ("title", "date", "url", "publisher", "author")
_Record = Mapping[str, Any]


def read_article(source: str | Path) -> Article:
    """Read the one article of a source; ReadError when it has none."""
    for found in read_articles([source]):
        if isinstance(found, Article):
            return found
        raise ReadError(found.source, found.reason)
    raise ReadError(str(source), "no article in it")


def read_articles(sources: Iterable[str | Path]) -> Iterator[Article | Skipped]:
    """Read the articles of files and folders in a stable order, each under its own id.

    A source that is not there is a ReadError; a bad file or record is given as
    ``Skipped``. ``-`` is one plain-text article on standard input.
    """
    taken: dict[str, int] = {}
    for source in sources:
        for found in _read_source(source):
            if isinstance(found, Article):
                yield _with_own_id(found, taken)
            else:
                yield found


def parse_article(
    text: str, own_id: str, *, source: str = "", fields: _Record | None = None
) -> Article:
    """Make an article of its text; ReadError when there is nothing to read in it."""
    fields = fields or {}
    source = source or own_id
    if not text.strip():
        raise ReadError(source, "is empty: there is no text to read")
    layout = find_blocks(text, source=source, title=str(fields.get("title") or ""))
    return Article(
        id=own_id,
        text=text,
        blocks=layout.blocks,
        title=layout.title,
        date=_date_of(fields.get("date"), source) or layout.date,
        url=str(fields.get("url") or ""),
        publisher=str(fields.get("publisher") or ""),
        author=str(fields.get("author") or ""),
        skipped=layout.skipped,
    )


def _with_own_id(article: Article, taken: dict[str, int]) -> Article:
    count = taken[article.id] = taken.get(article.id, 0) + 1
    if count == 1:
        return article
    own = f"{article.id}-{count}"
    while own in taken:
        count += 1
        own = f"{article.id}-{count}"
    taken[own] = 1
    return replace(article, id=own)


def _read_source(source: str | Path) -> Iterator[Article | Skipped]:
    path = Path(source)
    if str(source) == "-":
        yield from _read_stdin()
    elif path.is_dir():
        yield from _read_folder(path)
    elif not path.exists():
        raise ReadError(str(source), "no such file or folder")
    else:
        yield from _read_file(path)


def _read_stdin() -> Iterator[Article | Skipped]:
    try:
        yield _text_article(sys.stdin.buffer.read(), "standard input", "stdin")
    except ReadError as error:
        yield Skipped(error.source, error.reason)


def _read_folder(folder: Path) -> Iterator[Article | Skipped]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    known = [path for path in files if path.suffix.lower() in _READERS]
    if not known:
        endings = ", ".join(_READERS)
        raise ReadError(str(folder), f"no articles in this folder ({endings})")
    for path in known:
        yield from _read_file(path)


def _read_file(path: Path) -> Iterator[Article | Skipped]:
    reader = _READERS.get(path.suffix.lower(), _read_text)
    try:
        yield from reader(path)
    except ReadError as error:
        yield Skipped(error.source, error.reason)
    except OSError as error:
        yield Skipped(str(path), error.strerror or str(error))


def _read_text(path: Path) -> Iterator[Article | Skipped]:
    yield _text_article(path.read_bytes(), str(path), path.stem)


def _text_article(raw: bytes, source: str, own_id: str) -> Article:
    return parse_article(_decoded(raw, source), own_id, source=source)


def _decoded(raw: bytes, source: str) -> str:
    """Decode UTF-8, UTF-16 with a byte order mark, or else Windows-1252."""
    if not raw.strip():
        raise ReadError(source, "is empty: there is no text to read")
    encodings = ["utf-16"] if raw.startswith(_UTF16) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text):
            break
        return text
    raise ReadError(source, "is no text in UTF-8, UTF-16 or Windows-1252")


def _read_jsonl(path: Path) -> Iterator[Article | Skipped]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            place = f"{path}:{number}"
            try:
                yield _record_article(_json_record(line, place), place, path.stem)
            except ReadError as error:
                yield Skipped(error.source, error.reason)


def _json_record(line: bytes, place: str) -> _Record:
    try:
        record = json.loads(_decoded(line, place))
    except (json.JSONDecodeError, RecursionError) as error:
        raise ReadError(place, f"is no JSON ({error})") from error
    if not isinstance(record, dict):
        raise ReadError(place, "is no JSON object")
    return record


def _record_article(record: _Record, place: str, default_id: str) -> Article:
    text = record.get("text")
    if not isinstance(text, str):
        raise ReadError(place, 'has no text in the field "text"')
    fields = {name: record.get(name) for name in _FIELDS}
    own_id = record.get("id")
    own = default_id if own_id in (None, "") else str(own_id)
    return parse_article(text, own, source=place, fields=fields)


def _date_of(value: object, source: str) -> date | None:
    if value in (None, ""):
        return None
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    found = parse_date(str(value))
    if found is None:
        raise ReadError(source, f"its date {value!r} is none; want YYYY-MM-DD")
    return found


def _read_parquet(path: Path) -> Iterator[Article | Skipped]:
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("pyarrow", extra="parquet") from error
    try:
        with parquet.ParquetFile(path) as table:
            for batch in table.iter_batches(batch_size=256):
                for number, record in enumerate(batch.to_pylist(), 1):
                    yield from _parquet_article(record, path, number)
    except ArrowException as error:
        reason = str(error).partition("\n")[0]
        raise ReadError(str(path), f"is no Parquet ({reason})") from error


def _parquet_article(
    record: _Record, path: Path, number: int
) -> Iterator[Article | Skipped]:
    try:
        yield _record_article(record, f"{path}:{number}", path.stem)
    except ReadError as error:
        yield Skipped(error.source, error.reason)


def _read_html(path: Path) -> Iterator[Article | Skipped]:
    try:
        import trafilatura  # noqa: PLC0415 - an extra
        from trafilatura.settings import Document  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("trafilatura", extra="html") from error
    page = _decoded(path.read_bytes(), str(path))
    found = trafilatura.bare_extraction(page, with_metadata=True)
    record = found.as_dict() if isinstance(found, Document) else {}
    text = record.get("text")
    if not text:
        raise ReadError(str(path), "has no article text in its HTML")
    fields = {**record, "publisher": record.get("sitename")}
    yield parse_article(text, path.stem, source=str(path), fields=fields)


_READERS: Mapping[str, Callable[[Path], Iterator[Article | Skipped]]] = {
    ".txt": _read_text,
    ".jsonl": _read_jsonl,
    ".parquet": _read_parquet,
    ".html": _read_html,
    ".htm": _read_html,
}
