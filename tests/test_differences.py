"""Two outputs are compared: what came, what went, what stands otherwise."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from graphs import renamed, talks, visit
from standins import write

from kg import commands
from kg.errors import ReadError
from kg.model import Modality


def built(folder, *extractions):
    write(extractions, folder)
    return folder


def planned(extraction):
    """Give an extraction whose first statement is only planned."""
    first, *rest = extraction.statements
    other = replace(first, id="0" * 16, modality=Modality.PLANNED)
    return replace(extraction, statements=(other, *rest))


def test_an_output_is_equal_to_itself_and_to_one_with_more_readings(tmp_path):
    one = built(tmp_path / "one", visit())
    assert list(commands.diff(one, one)) == ["0 added, 0 removed, 0 changed, 5 same"]
    more = built(tmp_path / "more", visit(), renamed(visit(), "again"))
    assert list(commands.diff(one, more, format="jsonl")) == []


def test_what_came_and_what_went_is_told(tmp_path):
    one = built(tmp_path / "one", visit())
    both = built(tmp_path / "both", visit(), talks())
    lines = list(commands.diff(one, both))
    assert lines[-1] == "2 added, 0 removed, 0 changed, 5 same"
    assert "+ NATO · acted (fact, once)" in lines
    assert "+ Three missiles · hit · a town (said by it, 2024-07-08)" in lines
    assert "- NATO · acted (fact, once)" in list(commands.diff(both, one))


def test_a_fact_that_is_now_only_planned_stands_otherwise(tmp_path):
    before = built(tmp_path / "before", visit())
    after = built(tmp_path / "after", planned(visit()))
    lines = list(commands.diff(before, after))
    assert lines == [
        "~ John Healey · visited · Ukraine (fact, 2024-07-06 → planned, 2024-07-06)",
        "0 added, 0 removed, 1 changed, 4 same",
    ]
    (line,) = commands.diff(before, after, format="jsonl")
    assert json.loads(line) == {
        "change": "changed",
        "subject": "John Healey",
        "relation": "visited",
        "object": "Ukraine",
        "before": ["fact, 2024-07-06"],
        "after": ["planned, 2024-07-06"],
    }


@pytest.mark.parametrize(
    ("content", "reason"),
    [("{", "is no JSON"), ("[]", "is no statement"), ("{}", "is no statement")],
)
def test_what_is_no_output_is_told_with_its_line(tmp_path, content, reason):
    (tmp_path / "statements.jsonl").write_text(f"{content}\n", encoding="utf-8")
    with pytest.raises(ReadError, match=rf"statements\.jsonl:1: {reason}"):
        list(commands.diff(tmp_path, tmp_path))


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ReadError, match="no such file or folder"):
        list(commands.diff(tmp_path / "none", tmp_path))
    with pytest.raises(ReadError, match=r"has no statements\.jsonl"):
        list(commands.diff(tmp_path, tmp_path))
