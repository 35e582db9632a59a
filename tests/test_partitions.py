"""An archive in parts: all parts together say what the graph says, in any order."""

from __future__ import annotations

import gzip
import json

import pyoxigraph as ox
import pytest
from graphs import renamed, talks, visit
from standins import write
from test_joining import long

from kg.graph import build_graph
from kg.parting import Part
from kg.partitions import write_parts
from kg.rdf.forms import nquads_lines, ntriples_of
from kg.vocabulary import DEFAULT_BASE

pytest.importorskip("pyarrow")

CASES = {
    "one": [visit()],
    "some-in-common": [visit(), talks()],
    "all-in-common": [renamed(visit(), f"v{n}") for n in range(4)],
    "copies": [long("one"), long("other"), visit(), long("third")],
}


def quads_in(folder):
    found = []
    for path in sorted(folder.glob("quads-*.nq.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            found += lines
    return found


def rows_in(folder):
    from pyarrow import parquet

    paths = sorted(folder.glob("statements-*.parquet"))
    return [row for path in paths for row in parquet.read_table(path).to_pylist()]


def by_id(rows):
    return sorted(rows, key=lambda row: (row["id"], row["article"], str(row)))


@pytest.mark.parametrize("extractions", CASES.values(), ids=CASES)
def test_the_quads_are_those_of_the_joined_graph(tmp_path, extractions):
    write(extractions, tmp_path / "out", parts=True)
    assert quads_in(tmp_path / "out" / "parts") == list(
        nquads_lines(build_graph(extractions))
    )


def test_all_quads_together_are_the_triples_of_the_graph(tmp_path):
    write(CASES["copies"], tmp_path / "out", parts=True)
    quads = ox.parse(
        "".join(quads_in(tmp_path / "out" / "parts")), format=ox.RdfFormat.N_QUADS
    )
    triples = ox.parse(
        path=str(tmp_path / "out" / "graph.ttl"), format=ox.RdfFormat.TURTLE
    )
    assert {quad.triple for quad in quads} == {quad.triple for quad in triples}


def test_the_parquet_has_the_rows_of_the_table_of_statements(tmp_path):
    write([visit(), talks()], tmp_path / "out", parts=True)
    lines = (tmp_path / "out" / "statements.jsonl").read_text(encoding="utf-8")
    wanted = [json.loads(line) for line in lines.splitlines()]
    assert by_id(rows_in(tmp_path / "out" / "parts")) == by_id(wanted)


def test_an_archive_is_cut_into_parts_of_so_many_articles(tmp_path):
    turtle = "ent:A rel:meet ent:B .\n"
    parts = [Part(f"a{n}", turtle, "") for n in range(5)]
    write_parts(tmp_path / "parts", parts, base=DEFAULT_BASE, articles=2)
    assert sorted(path.name for path in (tmp_path / "parts").iterdir()) == [
        *(f"quads-0000{n}.nq.gz" for n in (1, 2, 3)),
        *(f"statements-0000{n}.parquet" for n in (1, 2, 3)),
    ]
    (triple,) = ntriples_of(turtle, base=DEFAULT_BASE)
    name = f"<{DEFAULT_BASE}article/a"
    assert quads_in(tmp_path / "parts") == [
        triple.replace(" .\n", f" {name}{n}> .\n") for n in range(5)
    ]


def test_parts_are_the_same_bytes_in_any_order_and_go_with_the_next_build(tmp_path):
    found = CASES["copies"]
    for name, order in (("one", found), ("other", found[::-1])):
        write(order, tmp_path / name, parts=True)
    one, other = (
        {path.name: path.read_bytes() for path in (tmp_path / name / "parts").iterdir()}
        for name in ("one", "other")
    )
    assert one == other
    assert "parts" in write(found, tmp_path / "one", parts=True).files
    assert "parts" not in write(found, tmp_path / "one").files
