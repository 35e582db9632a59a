"""Write an archive in parts that clusters and bulk loaders read side by side.

Of every thousand articles, in the order of their ids, there is one file of N-Quads,
with a named graph an article, and one Parquet of statements with the fields of
``statements.jsonl``. All quads together are the triples of ``graph.ttl``.
"""

from __future__ import annotations

import gzip
import json
from itertools import chain, count, islice
from typing import TYPE_CHECKING, Any

from kg.errors import MissingExtraError
from kg.rdf.forms import nquads_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.parting import Part

__all__ = ["ARTICLES", "FOLDER", "check_parts", "write_parts"]

#: The folder's name, and how many articles are in a part of it.
FOLDER, ARTICLES = "parts", 1_000
_ROWS, _LEVEL = 5_000, 3
_Row = dict[str, Any]


def check_parts() -> None:
    """Make sure that Parquet can be written, before any article is read."""
    try:
        import pyarrow as pa  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("pyarrow", extra="parquet") from error


def write_parts(
    folder: Path, parts: Iterable[Part], *, base: str, articles: int = ARTICLES
) -> None:
    """Write the parts of an archive into a new folder."""
    folder.mkdir()
    left = iter(parts)
    for number in count(1):
        first = next(left, None)
        if first is None:
            return
        _write(folder, number, chain([first], islice(left, articles - 1)), base)


def _write(folder: Path, number: int, parts: Iterator[Part], base: str) -> None:
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    schema = _schema()
    rows: list[_Row] = []
    table = folder / f"statements-{number:05}.parquet"
    quads = folder / f"quads-{number:05}.nq.gz"
    with (
        quads.open("wb") as file,
        # neither the clock nor the name goes into the bytes
        gzip.GzipFile("", "wb", _LEVEL, file, mtime=0) as packed,
        parquet.ParquetWriter(table, schema, compression="zstd") as writer,
    ):
        for part in parts:
            packed.writelines(map(str.encode, nquads_of(*part[:2], base=base)))
            rows.extend(map(json.loads, part.records.split("\n")[:-1]))
            if len(rows) >= _ROWS:
                writer.write_table(_table(rows, schema))
                rows = []
        writer.write_table(_table(rows, schema))


def _table(rows: list[_Row], schema: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    import pyarrow as pa  # noqa: PLC0415 - an extra

    return pa.Table.from_pylist(rows, schema)


def _schema() -> Any:  # noqa: ANN401 - pyarrow has no types
    """Give the columns: those of ``kg.records.statement_record``, in their order."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    text, number = pa.string(), pa.int32()

    def of(*names: str, **others: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
        return pa.struct([*((name, text) for name in names), *others.items()])

    argument = of("id", "label", "type", "text")
    return pa.schema(
        [
            ("id", text),
            ("article", text),
            ("sentence", number),
            ("subject", argument),
            ("predicate", of("id", "label")),
            ("object", argument),
            ("asserted", pa.bool_()),
            ("polarity", text),
            ("modality", text),
            ("attribution", of("id", "label", "text", "cue", quoted=pa.bool_())),
            ("time", of("text", "value", "grain", "end")),
            ("place", argument),
            ("arguments", pa.list_(of("role", "text", "id"))),
            ("content", pa.list_(text)),
            (
                "evidence",
                pa.struct([("start", number), ("end", number), ("text", text)]),
            ),
            ("confidence", pa.float64()),
            ("pattern", text),
        ]
    )
