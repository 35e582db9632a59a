"""What reading an article costs beside the parse, counted in calls, not in seconds.

Calls are the same on every machine and under every load. Each bound leaves new rules
room for half as much again as the stage took when it was set; who needs more makes
room first, or says why the work is worth it and sets the bound anew.
"""

from __future__ import annotations

from cProfile import Profile
from dataclasses import replace
from functools import partial

import pytest

from kg.articles import parse_article
from kg.extraction.grammar.clauses import clauses_of
from kg.extraction.parse.repairs import mended_tree
from kg.extraction.referents.entities import resolve_entities
from kg.extraction.speech.quotes import find_quotes
from kg.extraction.statements.making import make_statements

pytestmark = pytest.mark.model

#: The most calls of functions for each token of the text, by the stage.
MOST = {"quotes": 8, "entities": 84, "tree": 20, "clauses": 40, "statements": 84}
#: Four times the text may cost so many times the calls: work is linear in the text.
MOST_FOR_FOURFOLD = 4.5


def calls_of(article, analyser):
    """Count the calls of each stage, once all tables are read and words remembered."""
    for _ in range(2):
        doc, calls = analyser.analyse(article), {}
        quotes = counted(calls, "quotes", find_quotes, doc)
        who = counted(calls, "entities", resolve_entities, doc, article, quotes)
        tree = counted(calls, "tree", mended_tree, doc)
        clauses = counted(calls, "clauses", clauses_of, tree)
        make = partial(make_statements, base_date=article.date, tree=tree)
        counted(calls, "statements", make, doc, article, clauses, who, quotes)
    return len(doc), calls


def counted(calls, stage, run, *arguments):
    profile = Profile()
    result = profile.runcall(run, *arguments)
    calls[stage] = sum(entry.callcount for entry in profile.getstats())
    return result


@pytest.fixture(scope="module")
def seed_calls(seed_article, analyser):
    return calls_of(seed_article, analyser)


@pytest.mark.parametrize("stage", MOST)
def test_a_stage_takes_no_more_calls_for_a_token_than_it_may(seed_calls, stage):
    tokens, calls = seed_calls
    assert 0 < calls[stage] / tokens < MOST[stage]


def test_work_grows_with_the_text_and_not_with_its_square(
    seed_calls, seed_article, analyser
):
    _, once = seed_calls
    body = seed_article.text[seed_article.blocks[0].span.end :]
    fourfold = parse_article(seed_article.text + body * 3, "fourfold")
    _, calls = calls_of(replace(fourfold, date=seed_article.date), analyser)
    assert sum(calls.values()) < MOST_FOR_FOURFOLD * sum(once.values())
