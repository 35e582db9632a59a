"""What befell somebody that a noun tells of, and what is spent on a deed."""

from __future__ import annotations

import pytest

from kg.articles import parse_article
from kg.pipeline import extract_article

pytestmark = pytest.mark.model


@pytest.fixture
def read(analyser):
    return lambda text: extract_article(parse_article(text, "x"), analyser).statements


@pytest.mark.parametrize(
    ("text", "subject", "relation"),
    [
        ("The arrest of two bakers angered the town.", "baker", "beArrested"),
        ("After the collapse of the mill, the baker left.", "mill", "collapse"),
        ("Ann Lee's death shocked the town.", "Ann Lee", "die"),
    ],
)
def test_a_noun_tells_what_befell_somebody(read, text, subject, relation):
    found = [
        s
        for s in read(text)
        if (s.subject.label, s.predicate.id, s.object.label) == (subject, relation, "")
    ]
    assert [s.asserted for s in found] == [True]
    assert not any(s.predicate.id == "have" for s in read(text))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The town offered a reward for the arrest of Ann Lee.", "beArrested"),
        ("Ann Lee's inauguration is a month away.", "beInaugurated"),
        ("The death of a baker angers any town.", "die"),
        ("The arrest of Ann Lee would anger the town.", "beArrested"),
        ("The mayor called for the release of Ann Lee.", "beReleased"),
    ],
)
def test_what_is_still_to_be_has_befallen_nobody(read, text, relation):
    assert not any(s.predicate.id == relation and s.asserted for s in read(text))


def test_time_spent_on_a_deed_does_not_do_it(read):
    subjects = {
        s.subject.label
        for s in read("The baker spent months planning to sell the mill.")
        if s.predicate.id in {"plan", "sell"}
    }
    assert subjects == {"baker"}


def test_what_is_joined_behind_an_of_is_kept(read):
    (sold,) = [
        s
        for s in read("The shop sold piles of rolls and buns.")
        if s.predicate.id == "sell" and s.object.label.startswith("pile")
    ]
    assert {r.text for r in sold.arguments if r.role == "of"} == {"rolls", "buns"}


def test_what_may_be_joined_to_more_is_no_part(read):
    roles = {
        (r.role, r.text)
        for s in read("The mayor met the owner of a mill and his wife.")
        for r in s.arguments
    }
    assert ("of", "his wife") not in roles
