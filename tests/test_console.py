"""What a build tells on a terminal."""

from __future__ import annotations

import re
import shlex
import sys
import time
from io import StringIO
from pathlib import Path

import pytest
from graphs import visit

from kg.console import progress, summary, told_when_stopped
from kg.counts import SkippedList, count
from kg.graph import build_graph
from kg.model import Skipped
from kg.reports import BuildReport

_FILES = ("graph.png", "graph.ttl")
SKIPPED = tuple(Skipped(f"f{n}.txt", "is empty") for n in range(8))


def report(graph=None, skipped=(), folder="out", files=_FILES, **more):
    graph = graph or build_graph([visit()])
    counts = count(graph)
    counts.skipped = SkippedList()
    for one in skipped:
        counts.skipped.add(one)
    return BuildReport(counts, Path(folder), files, lambda: graph, **more)


def test_a_summary_counts_facts_and_what_is_not_asserted():
    rows = dict(line.split(maxsplit=1) for line in summary(report()).splitlines())
    assert rows["articles"] == "1"
    assert rows["facts"] == "3"
    assert rows["others"] == "2 kept and not asserted: 1 said by somebody, 1 planned"
    assert rows["picture"] == "out/graph.png"


def test_a_summary_says_what_to_open_and_what_to_type_next():
    made = report(folder="my news", files=("graph.html", "graph.ttl"))
    lines = summary(made).splitlines()
    assert "explore   my news/graph.html (open it in a browser)" in lines
    (asked,) = (line for line in lines if line.startswith("ask"))
    assert shlex.split(asked)[1:4] == ["kg", "query", "my news"]
    assert "explore" not in summary(report(files=("graph.ttl",)))


def test_a_summary_lists_what_was_skipped_and_counts_the_rest():
    lines = [s for s in summary(report(skipped=SKIPPED)).splitlines() if "skipped" in s]
    assert lines[0] == "skipped   f0.txt (is empty)"
    assert lines[-1] == "skipped   and 3 more: 3 is empty"


def test_a_graph_without_claims_has_no_others():
    assert "others    0" in summary(report(graph=build_graph([])))


def test_a_build_that_had_nothing_to_do_says_so():
    assert "unchanged nothing, since the last build" in summary(report(fresh=False))
    assert "unchanged" not in summary(report())


def test_who_stops_a_build_hears_how_to_go_on(capsys):
    with pytest.raises(KeyboardInterrupt), told_when_stopped():
        raise KeyboardInterrupt
    assert "--resume" in capsys.readouterr().err
    with told_when_stopped():
        pass
    assert capsys.readouterr().err == ""


class Terminal(StringIO):
    """What a terminal is to a program that writes."""

    def isatty(self):
        return True


def test_progress_tells_how_many_articles_there_are_and_the_time_left(
    tmp_path, monkeypatch
):
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text("It rained.", encoding="utf-8")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress([tmp_path]) as advance:
        for _ in range(3):
            time.sleep(0.2)
            advance(visit().article)
        time.sleep(0.3)
    assert "reading 3 of 4 articles · " in terminal.getvalue()
    assert re.search(r"\d a second · 0:00:0\d left", terminal.getvalue())


def test_progress_says_nothing_in_a_pipe(monkeypatch):
    pipe = StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    with progress(["-"]) as advance:
        advance(visit().article)
    assert pipe.getvalue() == ""
