"""Hostile inputs: none stops a build, hangs it, or gives words that are not there."""

from __future__ import annotations

import time
from collections import Counter

import hostile
import pytest

from kg.articles import read_articles
from kg.errors import KgError
from kg.model import Article, Skipped

TEXTS = dict(hostile.texts())
FILES = dict(hostile.files())
RECORDS = dict(hostile.records())
PAGES = dict(hostile.pages())
TABLES = dict(hostile.tables())
SECONDS = 20


def read(path):
    """Read a file and hold what is true of all that comes out."""
    start = time.monotonic()
    found = list(read_articles([path]))
    assert time.monotonic() - start < SECONDS
    for one in found:
        if isinstance(one, Skipped):
            assert one.reason.isprintable()
            assert one.source.isprintable()
            one.reason.encode()
        else:
            one.text.encode()
            one.id.encode()
            assert one.text.strip()
            for block in one.blocks:
                assert block.span.of(one.text).strip()
    return found


def case(name):
    return "".join(c if c.isascii() and c.isprintable() else "_" for c in name)[:40]


def test_the_corpus_is_large_enough():
    families = (TEXTS, FILES, RECORDS, PAGES, TABLES)
    assert sum(map(len, families)) >= 300


@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_read_as_it_stands_or_skipped(tmp_path, name):
    path = tmp_path / "a.txt"
    path.write_bytes(TEXTS[name].encode("utf-8"))
    (found,) = read(path)
    if isinstance(found, Article):
        assert found.text == TEXTS[name].removeprefix("\ufeff")
    else:
        assert name.startswith("only-") or name in {
            "shape-too-long",
            "shape-long-line",
        }


@pytest.mark.parametrize("name", FILES, ids=case)
def test_a_hostile_file_is_read_or_skipped(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(FILES[name])
    assert len(read(path)) <= 900


@pytest.mark.parametrize("name", RECORDS)
def test_a_hostile_record_is_read_or_skipped_and_the_next_one_is_read(tmp_path, name):
    path = tmp_path / "a.jsonl"
    path.write_bytes(RECORDS[name] + b'\n{"id": "next", "text": "Brown left."}\n')
    one, following = read(path)
    assert (following.id, following.text) == ("next", "Brown left.")
    if isinstance(one, Skipped):
        assert one.source == f"{path}:1"


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_read_or_skipped(tmp_path, name):
    path = tmp_path / "a.html"
    path.write_text(PAGES[name], encoding="utf-8")
    (found,) = read(path)
    if isinstance(found, Article):
        assert "root:" not in found.text


@pytest.mark.parametrize("name", TABLES)
def test_a_hostile_table_is_read_or_skipped(tmp_path, name):
    path = tmp_path / "a.parquet"
    path.write_bytes(TABLES[name])
    found = read(path)
    articles = [one for one in found if isinstance(one, Article)]
    assert Counter(a.id for a in articles).most_common(1)[:1] in (
        [],
        [(articles[0].id if articles else "", 1)],
    )


def test_a_name_that_no_terminal_takes_is_an_error_of_one_line(tmp_path):
    with pytest.raises(KgError) as caught:
        list(read_articles([tmp_path / "a\nb\udcff\x1b[31m"]))
    assert str(caught.value).isprintable()


def test_a_folder_of_all_hostile_files_is_read_to_its_end(tmp_path):
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    found = list(read_articles([tmp_path]))
    ids = [one.id for one in found if isinstance(one, Article)]
    assert len(ids) == len(set(ids)) >= 90
    unknown = [one for one in found if "is of no kind" in getattr(one, "reason", "")]
    assert [one.source for one in unknown] == [str(tmp_path / "no-ending")]
