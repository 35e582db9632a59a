"""Read the formats of articles: a file in, records of plain fields out.

What is wrong with one record is ``Skipped`` with its place; what is wrong with the
rest of a file is a ReadError.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.errors import MissingExtraError, ReadError
from kg.files import decoded, lines_of, read_whole, shown
from kg.limits import MAX_LINE, one_line, time_limit
from kg.model import Skipped

if TYPE_CHECKING:
    from pathlib import Path

    from pyarrow import RecordBatch
    from pyarrow.parquet import ParquetFile

__all__ = ["FIELDS", "READERS", "Record", "count_records", "read_text"]

FIELDS = ("title", "date", "url", "publisher", "author")
_Rows = Iterator["Record | Skipped"]
_ROWS = 64
#: Bytes of the largest row group that is unpacked.
_GROUP = 1_000_000_000
_HTML_SECONDS = 10.0
_TEXTS = {"string", "large_string", "string_view"}
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext")


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of one article and the place where they stand."""

    place: str
    fields: Mapping[str, Any]


def read_text(path: Path) -> _Rows:
    """Read a file that holds one article and nothing else."""
    yield Record(shown(path), {"text": decoded(read_whole(path), shown(path))})


def _read_jsonl(path: Path) -> _Rows:
    for number, line in lines_of(path):
        place = f"{shown(path)}:{number}"
        if line is None:
            reason = f"is too long for one article (over {MAX_LINE:,} bytes)"
            yield Skipped(place, reason)
        elif line.strip():
            yield _json_record(line, place)


def _json_record(line: bytes, place: str) -> Record | Skipped:
    try:
        record = json.loads(decoded(line, place))
    except ReadError as error:
        return Skipped(error.source, error.reason)
    except (ValueError, RecursionError) as error:
        return Skipped(place, f"is no JSON ({error})")
    if not isinstance(record, dict):
        return Skipped(place, "is no JSON object")
    return Record(place, record)


def _read_parquet(path: Path) -> _Rows:
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("pyarrow", extra="parquet") from error
    number = 0
    try:
        with parquet.ParquetFile(path) as table:
            columns, texts = _columns(table, path)
        # Equal texts are kept once: so a small file cannot grow into a large column.
        with parquet.ParquetFile(path, read_dictionary=texts) as table:
            for batch in table.iter_batches(batch_size=_ROWS, columns=columns):
                for row in range(batch.num_rows):
                    number += 1
                    yield _parquet_record(batch, row, f"{shown(path)}:{number}")
    except (ArrowException, OSError) as error:
        after = f" after row {number}" if number else ""
        raise ReadError(
            shown(path), f"is no Parquet{after} ({_line(error)})"
        ) from error


def _columns(table: ParquetFile, path: Path) -> tuple[list[str], list[str]]:
    """Give the columns that are read, and those of them that hold text."""
    types = {field.name: str(field.type) for field in table.schema_arrow}
    columns = [name for name in ("id", "text", *FIELDS) if name in types]
    if "text" not in columns:
        raise ReadError(shown(path), 'has no column "text"')
    groups = (table.metadata.row_group(n) for n in range(table.metadata.num_row_groups))
    if any(group.total_byte_size > _GROUP for group in groups):
        reason = f"has a row group of over {_GROUP:,} bytes; write smaller ones"
        raise ReadError(shown(path), reason)
    return columns, [name for name in columns if types[name] in _TEXTS]


def _parquet_record(batch: RecordBatch, row: int, place: str) -> Record | Skipped:
    try:
        cells = {n: _cell(batch.column(n)[row]) for n in batch.schema.names}
    except (ValueError, OverflowError) as error:
        return Skipped(place, f"cannot be read ({_line(error)})")
    return Record(place, cells)


def _cell(scalar: Any) -> object:  # noqa: ANN401 - pyarrow has no types
    if hasattr(scalar, "dictionary"):  # an index into texts that are kept once
        scalar = scalar.value
    if hasattr(scalar, "as_buffer") and scalar.is_valid:
        length = scalar.as_buffer().size
        if length > MAX_LINE:
            raise ValueError(f"a field of {length:,} bytes")
    value: object = scalar.as_py()
    return value


def _read_page(path: Path) -> _Rows:
    place = shown(path)
    try:
        import trafilatura  # noqa: PLC0415 - an extra
        from trafilatura.settings import Document  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("trafilatura", extra="html") from error
    for name in _LOGGERS:  # what they find strange in a page is no news to the user
        logging.getLogger(name).addHandler(logging.NullHandler())
    page = decoded(read_whole(path), place)
    try:
        with time_limit(_HTML_SECONDS):
            found = trafilatura.bare_extraction(page, with_metadata=True)
    except Exception as error:
        raise ReadError(place, f"cannot be read as HTML ({_line(error)})") from error
    record = found.as_dict() if isinstance(found, Document) else {}
    if not record.get("text"):
        raise ReadError(place, "has no article text in its HTML")
    fields = {name: record.get(name) for name in ("text", *FIELDS)}
    yield Record(place, {**fields, "publisher": record.get("sitename")})


def count_records(path: Path, ending: str) -> int:
    """Count the records of a file of some kind without reading what is in them."""
    if ending == ".jsonl":
        return sum(1 for _ in lines_of(path))
    if ending != ".parquet":
        return 1
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - an extra

        with parquet.ParquetFile(path) as table:
            rows: int = table.metadata.num_rows
    except (ImportError, ArrowException, OSError):
        return 0
    return rows


def _line(error: Exception) -> str:
    return one_line(str(error)) or type(error).__name__


#: By the ending of a file's name, without the one that says how it is packed.
READERS: Mapping[str, Callable[[Path], _Rows]] = {
    ".txt": read_text,
    ".jsonl": _read_jsonl,
    ".parquet": _read_parquet,
    ".html": _read_page,
    ".htm": _read_page,
}
