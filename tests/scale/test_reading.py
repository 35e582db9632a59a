"""Reading many articles: order, limits, lost workers, journals."""

from __future__ import annotations

import sys
import time
from dataclasses import replace

import pytest
from standins import load, obedient

from kg.articles import parse_article
from kg.errors import KgError, ReadError
from kg.model import Skipped
from kg.scale.reading import Engine, ScaleOptions, read_extractions

WORKERS = pytest.mark.parametrize("workers", [1, 2], ids=["here", "pool"])


def articles(*texts):
    return [parse_article(text, f"a{n:03}") for n, text in enumerate(texts)]


def plain(count):
    return articles(*(f"Smith number {n} met Brown{n % 7}" for n in range(count)))


def read(found, extractor=None, **options):
    """Give the extractions and what was skipped."""
    skipped = []
    options = ScaleOptions(on_skipped=skipped.append, **options)
    return list(read_extractions(found, extractor or obedient(), options)), skipped


def notes(path):
    return path.read_text(encoding="utf-8").split() if path.exists() else []


@WORKERS
@pytest.mark.parametrize("journal", [False, True], ids=["straight", "journal"])
def test_extractions_come_in_the_order_of_the_articles(tmp_path, workers, journal):
    found = [*articles("SLEEP 0.2"), *plain(20)[1:]]
    folder = tmp_path / "journal" if journal else None
    extractions, skipped = read(found, workers=workers, journal=folder)
    assert extractions == [load()(replace(article)) for article in found]
    assert skipped == []


@WORKERS
def test_a_bad_article_is_skipped_with_its_reason_and_the_rest_is_read(workers):
    found = articles("Smith met Brown", "RAISE two\nlines", "Brown met Smith")
    found.insert(1, Skipped("b.txt", "is empty"))
    extractions, skipped = read(found, workers=workers)
    assert [e.article.id for e in extractions] == ["a000", "a002"]
    assert [(s.source, s.reason) for s in skipped] == [
        ("b.txt", "is empty"),
        (
            "article a001",
            "cannot be read, which is a mistake in kg (ValueError two lines)",
        ),
    ]


@WORKERS
def test_an_article_that_takes_too_long_is_given_up(workers):
    start = time.monotonic()
    found = articles("Smith met Brown", "SLEEP 30", "Brown met Smith")
    extractions, skipped = read(found, workers=workers, seconds=1.0)
    assert [e.article.id for e in extractions] == ["a000", "a002"]
    assert "takes more than 1 seconds" in skipped[0].reason
    assert time.monotonic() - start < 15


def test_an_article_whose_worker_dies_is_read_once_more(tmp_path):
    found = articles("Smith met Brown", f"DIE-ONCE {tmp_path / 'mark'}", "It is so")
    extractions, skipped = read(found, workers=2)
    assert [e.article.id for e in extractions] == ["a000", "a001", "a002"]
    assert skipped == []


def test_an_article_that_ends_its_worker_twice_is_skipped(tmp_path):
    log = tmp_path / "log"
    found = articles("Smith met Brown", "DIE now", "Brown met Smith")
    extractions, skipped = read(found, obedient(log=str(log)), workers=2)
    assert [e.article.id for e in extractions] == ["a000", "a002"]
    assert [s.reason for s in skipped] == [
        "ended its worker twice; is there enough memory?"
    ]
    assert notes(log).count("a001") == 2


def test_what_a_worker_prints_does_not_get_between_its_answers(capfd):
    extractions, _ = read(articles("PRINT this", "Smith met Brown"), workers=2)
    assert len(extractions) == 2
    assert "noise" in capfd.readouterr().err


@WORKERS
def test_a_model_that_cannot_be_loaded_ends_the_build_in_one_line(workers):
    with pytest.raises(KgError, match=r"^model 'stand-in': is gone$"):
        read(plain(3), obedient(fails="is gone"), workers=workers)


@WORKERS
def test_without_any_article_the_first_reason_is_the_error(workers):
    with pytest.raises(ReadError, match=r"b\.txt: is empty"):
        read([Skipped("b.txt", "is empty")], workers=workers)
    with pytest.raises(ReadError, match="sources: no article in them"):
        read([], workers=workers)


def test_no_more_articles_are_taken_than_can_be_read_soon():
    taken = []

    def source():
        for article in plain(200):
            taken.append(article.id)
            yield article

    options = ScaleOptions(workers=2)
    first = next(read_extractions(source(), obedient(), options))
    assert first.article.id == "a000"
    assert len(taken) <= 20


@WORKERS
def test_an_unchanged_article_is_not_read_again(tmp_path, workers):
    log = tmp_path / "log"
    extractor = obedient(log=str(log))
    options = {"journal": tmp_path / "journal", "workers": workers}
    first, _ = read(plain(5), extractor, **options)
    changed = [*plain(4), *articles(*["Jones met Brown"] * 5)[4:]]
    second, _ = read(changed, extractor, resume=True, **options)
    assert sorted(notes(log)) == ["a000", "a001", "a002", "a003", "a004", "a004"]
    assert second[:4] == first[:4]
    assert second[4].article.text == "Jones met Brown"


def test_without_resume_everything_is_read_again(tmp_path):
    log = tmp_path / "log"
    for _ in range(2):
        read(plain(3), obedient(log=str(log)), journal=tmp_path / "journal")
    assert len(notes(log)) == 6


def test_other_versions_or_arguments_read_anew(tmp_path):
    log = tmp_path / "log"
    options = {"journal": tmp_path / "journal", "resume": True}
    extractor = obedient(log=str(log))
    read(plain(3), extractor, **options)
    read(plain(3), replace(extractor, versions="2"), **options)
    read(plain(3), obedient(log=str(log), fails=""), **options)
    assert len(notes(log)) == 9


def test_one_article_alone_leaves_no_journal(tmp_path):
    read([Skipped("b.txt", "x"), *plain(1)], journal=tmp_path / "journal")
    assert not (tmp_path / "journal").exists()


def test_all_that_is_read_is_told(tmp_path):
    told = []
    options = ScaleOptions(journal=tmp_path / "journal", on_article=told.append)
    for resume in (False, True):
        list(read_extractions(plain(3), obedient(), replace(options, resume=resume)))
    assert [article.id for article in told] == ["a000", "a001", "a002"] * 2


class Broken:
    """A Ray that cannot be started."""

    def is_initialized(self):
        """Tell that it is not."""
        return False

    def init(self, **_options):
        """Fail as Ray does on a machine that is too busy."""
        raise Exception("The node timed out.\nIt may be too busy.")  # noqa: TRY002


def test_a_ray_that_cannot_be_started_ends_the_build_in_one_line(monkeypatch):
    monkeypatch.setitem(sys.modules, "ray", Broken())
    wanted = r"^Ray cannot be started on this machine \(The node timed out\.\)$"
    with pytest.raises(KgError, match=wanted):
        read(plain(2), engine=Engine.RAY)
