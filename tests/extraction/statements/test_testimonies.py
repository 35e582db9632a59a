"""By whose word something is tells that they say it."""

from __future__ import annotations

import pytest

from kg.articles import parse_article
from kg.pipeline import extract_article

pytestmark = pytest.mark.model


@pytest.fixture
def statements(analyser):
    def read(text):
        return extract_article(parse_article(text, "x"), analyser).statements

    return read


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The mill was destroyed, according to the mayor.",
            ("mayor", "say", "The mill was destroyed"),
        ),
        (
            "According to Acme Corp., the mill was destroyed.",
            ("Acme Corp.", "say", "the mill was destroyed"),
        ),
    ],
)
def test_by_whose_word_it_is_says_so(asserted, text, fact):
    found = asserted(text)
    assert fact in found
    assert "beDestroyed" not in {f[1] for f in found}


def test_the_saying_links_to_what_is_said(statements):
    found = statements("The mill was destroyed, according to the mayor.")
    (said,) = (s for s in found if s.predicate.id == "say")
    assert said.content == tuple(s.id for s in found if s.predicate.id == "beDestroyed")


@pytest.mark.parametrize(
    "text",
    ["The work went according to plan.", "The mill costs 5 dollars per head."],
)
def test_a_plan_says_nothing(asserted, text):
    assert "say" not in {f[1] for f in asserted(text)}


def test_what_somebody_says_somebody_says_is_not_asserted(statements):
    found = statements(
        "Ann Lee said that, according to the mayor, the mill was destroyed."
    )
    assert not [s for s in found if s.subject.label == "mayor" and s.asserted]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "As the Clay Times reported, the mill closed in May.",
            ("Clay Times", "report", "the mill closed in May"),
        ),
        (
            "The mill closed in May, as Acme Corp. announced.",
            ("Acme Corp.", "announce", "The mill closed in May"),
        ),
    ],
)
def test_an_aside_tells_who_says_the_clause_around_it(asserted, text, fact):
    found = asserted(text)
    assert fact in found
    assert "close" not in {f[1] for f in found}


def test_as_people_in_general_speak_says_nothing_of_the_clause(asserted):
    found = asserted("The mill was no success, as most of the firms reported in May.")
    assert not [f for f in found if f[2].startswith("The mill")]
