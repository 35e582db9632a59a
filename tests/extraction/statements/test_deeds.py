"""What a deed or a question does as a subject, and who many of a people are."""

from __future__ import annotations

import pytest

from kg.articles import parse_article
from kg.pipeline import extract_article

pytestmark = pytest.mark.model


@pytest.fixture
def told(analyser):
    def found(text):
        statements = extract_article(parse_article(text, "x"), analyser).statements
        return {
            (s.subject.text, s.predicate.id, s.object.label): s.asserted
            for s in statements
        }

    return found


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("Selling bread has helped the town.", ("Selling bread", "help", "town")),
        (
            "What the baker saw surprised the town.",
            ("What the baker saw", "surprise", "town"),
        ),
        (
            "Hundreds of Kenyans left the camp.",
            ("Hundreds of Kenyans", "leave", "camp"),
        ),
        ("Prices were down by a third.", ("Prices", "be", "down")),
        ("They seized $90, two carts and a pen.", ("They", "seize", "cart")),
    ],
)
def test_what_is_said_of_a_deed_or_of_many_is_kept(told, text, triple):
    text = "Two officers searched the barn. " + text if "They" in text else text
    assert told(text).get(triple) is True


def test_a_deed_that_may_do_something_is_no_fact(told):
    found = told("Selling bread could help the town.")
    assert found["Selling bread", "help", "town"] is False


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Adding to the noise is a new mill.", "Adding to the noise"),
        ("The baker left, adding his son will stay.", "adding his son"),
        ("When the baker sings annoys the town.", "When the baker sings"),
    ],
)
def test_a_slip_of_the_parser_is_no_deed(told, text, subject):
    assert subject not in {first for first, _, _ in told(text)}


def test_an_idiom_is_no_level(told):
    assert ("Bakers", "be", "up") not in told("Bakers are up in arms over the tax.")


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            "Those who sold rye paid a fine.",
            ("Those who sold rye", "pay", "fine"),
        ),
        (
            "The guards stopped everyone who sold rye.",
            ("The guards", "stop", "everyone who sold rye"),
        ),
        ("The baker sold much of the rye.", ("The baker", "sell", "rye")),
    ],
)
def test_who_is_known_by_what_is_told_of_them_is_kept(told, text, triple):
    assert told(text).get(triple) is True


def test_nobody_in_particular_is_nobody(told):
    assert "Those" not in {first for first, _, _ in told("Those paid a fine.")}


def test_who_says_something_is_known_by_what_is_told_of_them(analyser):
    text = "Those in the barn said the baker sold the mill."
    sold = [
        s
        for s in extract_article(parse_article(text, "x"), analyser).statements
        if s.predicate.id == "sell"
    ]
    assert [s.attribution.label for s in sold] == ["Those in the barn"]


def test_an_apposition_keeps_the_clause_that_tells_which_one(analyser):
    text = "Ann Lee, a baker who sells rye, left."
    (being,) = [
        s
        for s in extract_article(parse_article(text, "x"), analyser).statements
        if s.predicate.id == "be"
    ]
    assert [(r.role, r.text) for r in being.arguments] == [("clause", "who sells rye")]
