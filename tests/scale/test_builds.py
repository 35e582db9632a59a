"""Whole builds with the model: the same bytes however many read, and in any order."""

from __future__ import annotations

import json

import pytest

from kg import commands

pytestmark = [pytest.mark.model, pytest.mark.slow]
TEXTS = {
    "a": "Smith visited Paris on Monday. He met Brown, the mayor of Paris.\n",
    "b": "Paris will ban cars, Brown said. Smith did not agree.\n",
    "c": "Brown urged the U.S. to stay. “We must talk,” Smith told Reuters.\n",
    "d": "The United States has left the talks. Reuters reported it on Friday.\n",
}


def source(path, keys, texts=TEXTS):
    lines = (json.dumps({"id": key, "text": texts[key]}) for key in keys)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def wanted(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wanted")
    commands.build(source(folder / "in.jsonl", "abcd"), out=folder / "out")
    return files_of(folder / "out")


@pytest.mark.parametrize(
    ("keys", "options"),
    [
        ("abcd", {"workers": 2}),
        ("dbca", {}),
        ("cdab", {"workers": 3}),
        ("dcba", {"workers": 2, "engine": "ray"}),
    ],
    ids=["two-workers", "another-order", "three-workers", "ray"],
)
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::FutureWarning")
def test_a_build_gives_the_same_bytes_however_it_is_read(
    tmp_path, wanted, keys, options
):
    if options.get("engine") == "ray":
        pytest.importorskip("ray")
    given = source(tmp_path / "in.jsonl", keys)
    commands.build(given, out=tmp_path / "out", **options)
    assert files_of(tmp_path / "out") == wanted


def test_an_unchanged_build_loads_no_model_and_gives_the_same_bytes(
    tmp_path, wanted, monkeypatch
):
    given = source(tmp_path / "in.jsonl", "abc")
    commands.build(given, out=tmp_path / "out")
    source(given, "abcd")
    commands.build(given, out=tmp_path / "out", resume=True)
    assert files_of(tmp_path / "out") == wanted
    monkeypatch.setattr("kg.pipeline.load_model", pytest.fail)
    report = commands.build(given, out=tmp_path / "out", resume=True)
    assert files_of(tmp_path / "out") == wanted
    assert not report.fresh
    assert (report.counts.articles, len(report.graph.articles)) == (4, 4)
    (tmp_path / "out" / "facts.ttl").unlink()
    assert commands.build(given, out=tmp_path / "out", resume=True).fresh
    assert files_of(tmp_path / "out") == wanted


def test_a_changed_article_is_read_anew(tmp_path):
    given = source(tmp_path / "in.jsonl", "ab")
    commands.build(given, out=tmp_path / "out")
    source(given, "ab", {**TEXTS, "b": "Jones left Rome.\n"})
    changed = commands.build(given, out=tmp_path / "out", resume=True)
    assert changed.graph.articles[1].text == "Jones left Rome.\n"


def ids_of(folder):
    lines = (folder / "entities.jsonl").read_text(encoding="utf-8").splitlines()
    return {json.loads(line)["id"] for line in lines}


@pytest.fixture
def names(tmp_path):
    """Write a gazetteer and a list of merges."""
    known, same = tmp_path / "names.tsv", tmp_path / "same.tsv"
    known.write_text("name\ttype\tid\nBrown\tperson\tAda_Brown\n", encoding="utf-8")
    same.write_text("Smith\tsame\tJo Smith\n", encoding="utf-8")
    return {"gazetteer": known, "same": same}


@pytest.mark.parametrize(
    "options",
    [{"workers": 2}, {"workers": 2, "engine": "ray"}],
    ids=["two-workers", "ray"],
)
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::FutureWarning")
def test_what_a_user_knows_holds_in_every_process(tmp_path, names, options):
    if options.get("engine") == "ray":
        pytest.importorskip("ray")
    given = source(tmp_path / "in.jsonl", "abcd")
    commands.build(given, out=tmp_path / "one", **names)
    commands.build(given, out=tmp_path / "several", **names, **options)
    assert {"Ada_Brown", "Jo_Smith"} <= ids_of(tmp_path / "one")
    assert files_of(tmp_path / "several") == files_of(tmp_path / "one")


def test_a_changed_file_of_names_reads_the_articles_again(tmp_path, names, monkeypatch):
    given = source(tmp_path / "in.jsonl", "ab")
    commands.build(given, out=tmp_path / "out", **names)
    text = names["gazetteer"].read_text(encoding="utf-8")
    names["gazetteer"].write_text(text.replace("Ada", "Eva"), encoding="utf-8")
    commands.build(given, out=tmp_path / "out", resume=True, **names)
    assert "Eva_Brown" in ids_of(tmp_path / "out")
    assert "Ada_Brown" not in ids_of(tmp_path / "out")
    monkeypatch.setattr("kg.pipeline.load_model", pytest.fail)
    commands.build(given, out=tmp_path / "out", resume=True, **names)
