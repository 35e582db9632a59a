"""The documents are true: their commands run and print what they show."""

from __future__ import annotations

import re

import pytest
from console import ROOT, console_blocks, output_of

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(
    path
    for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*/*.md"))
    if ".venv" not in path.parts
)


@pytest.mark.parametrize(("command", "shown"), console_blocks(README))
def test_the_readme_shows_what_a_command_really_prints(command, shown):
    assert output_of(command) == shown


def test_the_readme_answers_its_three_questions():
    answers = " ".join(shown for _, shown in console_blocks(README))
    for word in ("John Healey", "Ukraine", "NATO", "United States"):
        assert word in answers


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_links_target_is_there(page):
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_readme_makes_kg_a_command_before_it_is_typed():
    typed = [
        line
        for block in re.findall(r"```(?:sh|console)\n(.*?)```", README, re.DOTALL)
        for line in block.splitlines()
    ]
    first = next(n for n, line in enumerate(typed) if re.match(r"(\$ )?kg ", line))
    assert any(line.startswith(". .venv/bin/activate") for line in typed[:first])
