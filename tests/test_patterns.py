"""Every row of the table of patterns is run on its example."""

from __future__ import annotations

import pytest

from kg.extraction.grammar.clauses import read_clauses
from kg.extraction.grammar.patterns import all_patterns


def _shown(clause):
    def words(tokens):
        return " ".join(token.text for token in tokens)

    cells = [words(clause.subjects), words(clause.words), *map(str, clause.objects)]
    cells += [f"to {token.text}" for token in clause.recipients]
    cells += [clause.complement.text] if clause.complement is not None else []
    cells += [f"by {token.text}" for token in clause.agents]
    cells += [words((*o.marker, o.head)) for o in clause.obliques]
    return " | ".join(cells)


@pytest.mark.model
@pytest.mark.parametrize("pattern", all_patterns(), ids=lambda pattern: pattern.id)
def test_the_example_of_a_pattern_yields_what_its_row_says(pattern, analyser):
    clauses = read_clauses(analyser.nlp(pattern.example))
    assert pattern.yields in [_shown(c) for c in clauses if c.pattern == pattern.id]


def test_no_two_patterns_share_a_name():
    names = [pattern.id for pattern in all_patterns()]
    assert sorted(set(names)) == sorted(names)
