"""docs/questions.md shows every question with the answer that it really gets."""

from __future__ import annotations

import shlex

import pytest
from console import ROOT, console_blocks

from kg.questions import list_questions
from kg.sparql import query_by_name

PAGE = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
BLOCKS = console_blocks(PAGE)


def answer(command):
    words = shlex.split(command)[2:]
    options = list(zip(words[1::2], words[2::2], strict=True))
    name = dict(options)["--name"]
    params = dict(v.split("=", 1) for key, v in options if key == "--param")
    return query_by_name(ROOT / words[0], name, params)


def test_every_question_is_on_the_page_once():
    for question in list_questions():
        assert PAGE.count(f"--name {question.name}") == 1
        assert f"### {question.title}?" in PAGE
        assert question.description in PAGE


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[c for c, _ in BLOCKS])
def test_each_question_gets_the_answer_shown(command, shown, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    lines = [line.rstrip() for line in answer(command).rstrip().splitlines()]
    assert "\n".join(lines) == shown.rstrip()
