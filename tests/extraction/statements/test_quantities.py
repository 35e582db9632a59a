"""How many, which part of a place, and what is there only in a plan."""

from __future__ import annotations

from datetime import date

import pytest

from kg.articles import parse_article
from kg.pipeline import extract_article

pytestmark = pytest.mark.model


@pytest.fixture
def read(analyser):
    def statements(text):
        article = parse_article(text, "x")
        return extract_article(
            article, analyser, base_date=date(2024, 7, 11)
        ).statements

    return statements


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("The fire destroyed 500 homes.", "quantity", "500"),
        ("Nearly 900 soldiers left the camp.", "subject quantity", "Nearly 900"),
        ("Four of the 30 skaters fell.", "subject quantity", "Four"),
        ("Hundreds of bakers left the town.", "subject quantity", "Hundreds"),
        ("The fire destroyed a lot of homes.", "quantity", "a lot"),
        ("The majority of bakers left.", "subject quantity", "The majority"),
        ("Bergen is mainly Lutheran.", "extent", "mainly"),
        ("The fire partly destroyed the mill.", "extent", "partly"),
        ("Storms often hit the coast.", "frequency", "often"),
    ],
)
def test_how_many_how_far_and_how_often_is_told(read, text, role, words):
    assert any(
        (a.role, a.text) == (role, words) for s in read(text) for a in s.arguments
    )


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("A lot of bakers left the town.", "baker", "group"),
        ("The number of bakers hit the town.", "number of baker", "concept"),
        ("The majority of Republicans left the town.", "Republicans", "group"),
    ],
)
def test_what_is_counted_does_it_and_not_the_count(read, text, label, kind):
    (found,) = read(text)
    assert (found.subject.label, found.subject.type) == (label, kind)


def test_an_adverb_of_manner_limits_nothing(read):
    roles = {a.role for s in read("The fire quickly hit a mill.") for a in s.arguments}
    assert not roles & {"extent", "frequency"}


def test_a_year_is_no_count(read):
    roles = {a.role for s in read("The 1994 vote split the town.") for a in s.arguments}
    assert "subject quantity" not in roles


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The storm hit southern Germany.", "southern Germany"),
        ("The storm hit Northern Ireland.", "Northern Ireland"),
        ("The storm hit most of France.", "most of France"),
        ("Workers spilled a bottle of milk.", "bottle of milk"),
    ],
)
def test_a_part_or_measure_is_not_the_whole(read, text, label):
    assert label in {s.object.label for s in read(text)}


def test_of_two_places_neither_is_where_the_other_is(read):
    found = read("Snow fell in eastern Nebraska and western Oregon.")
    assert {s.object.label for s in found} == {"eastern Nebraska", "western Oregon"}
    assert {s.place for s in found} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Marta Lind hopes to win her second world title.",
        "Germany plans to open its third embassy in Peru.",
        "Marta Lind would be the firm's first director.",
        "The parliament's first vote is expected on Friday.",
        "Marta Lind won the women's final.",
    ],
)
def test_what_is_to_come_is_not_had(read, text):
    assert not [s for s in read(text) if s.asserted and s.predicate.id == "have"]


def test_what_is_had_may_be_given_away(read):
    found = read("Roy Hale promised to sell his house.")
    assert [s.object.label for s in found if s.predicate.id == "have" and s.asserted]


def test_the_owner_does_what_an_event_does_to_another(read):
    found = read("The judge's dismissal of the lawsuit pleased Marta Lind.")
    assert ("judge", "dismiss", "lawsuit") in {
        (s.subject.label, s.predicate.id, s.object.label) for s in found if s.asserted
    }
