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
    assert len(report.graph.articles) == 4


def test_a_changed_article_is_read_anew(tmp_path):
    given = source(tmp_path / "in.jsonl", "ab")
    commands.build(given, out=tmp_path / "out")
    source(given, "ab", {**TEXTS, "b": "Jones left Rome.\n"})
    changed = commands.build(given, out=tmp_path / "out", resume=True)
    assert changed.graph.articles[1].text == "Jones left Rome.\n"
