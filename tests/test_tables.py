"""Reading kg's tables."""

from __future__ import annotations

import pytest

from kg import tables
from kg.errors import TableError


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "_data", lambda: tmp_path)
    for cached in (tables.read_toml, tables.read_tsv, tables.tables_digest):
        cached.cache_clear()
    yield tmp_path
    for cached in (tables.read_toml, tables.read_tsv, tables.tables_digest):
        cached.cache_clear()


def test_a_tsv_gives_a_row_a_line_and_leaves_notes_out(data):
    (data / "a.tsv").write_text("# a note\nname\tid\nOslo\t1\n\nRome\t2\n")
    assert tables.read_tsv("a.tsv") == (
        {"name": "Oslo", "id": "1"},
        {"name": "Rome", "id": "2"},
    )


@pytest.mark.parametrize("line", ["Oslo", "Oslo\t1\t2"])
def test_a_row_with_the_wrong_number_of_columns_is_an_error(data, line):
    (data / "a.tsv").write_text(f"name\tid\n{line}\n")
    with pytest.raises(TableError, match="row 1: wrong number of columns"):
        tables.read_tsv("a.tsv")


def test_a_mistake_in_a_toml_is_an_error_with_its_place(data):
    (data / "a.toml").write_text("x = [1,\n")
    with pytest.raises(TableError, match=r"table a\.toml"):
        tables.read_toml("a.toml")


def test_the_digest_changes_with_any_table(data):
    (data / "a.tsv").write_text("name\nOslo\n")
    first = tables.tables_digest()
    tables.tables_digest.cache_clear()
    (data / "a.tsv").write_text("name\nRome\n")
    assert tables.tables_digest() != first
    assert len(first) == 12
