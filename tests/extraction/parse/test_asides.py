"""What is told in passing beside nouns: ages, offices, whose somebody is."""

from __future__ import annotations

import pytest

from kg.articles import parse_article
from kg.pipeline import extract_article

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mona Reed joined the choir aged 12.", ("Mona Reed", "beAged", "12")),
        ("The composer died at the age of 91.", ("composer", "beAged", "91")),
        (
            "Mona Reed sang. At age 12, she was asked to teach.",
            ("Mona Reed", "beAged", "12"),
        ),
        ("Mona Reed, 34, won the race.", ("Mona Reed", "beAged", "34")),
        (
            "Minister of Transport Mona Reed resigned.",
            ("Mona Reed", "be", "minister of transport"),
        ),
        ("But board member Mona Reed resigned.", ("Mona Reed", "be", "board member")),
        (
            "The Boston-based company Acme Systems closed.",
            ("Acme Systems", "beBasedIn", "Boston"),
        ),
        ("Norway's Mona Reed won the race.", ("Mona Reed", "of", "Norway")),
        (
            "Mona Reed, of Amnesty International, spoke.",
            ("Mona Reed", "of", "Amnesty International"),
        ),
        ("Five of the miners died.", ("miner", "die", "")),
        ("A number of miners and drivers left.", ("driver", "leave", "")),
        ("The number of miners fell.", ("number of miner", "fall", "")),
    ],
)
def test_what_is_told_in_passing_is_read(asserted, text, expected):
    assert expected in asserted(text)


def test_a_choir_has_no_age_because_somebody_joined_it(asserted):
    found = asserted("Mona Reed joined the choir aged 12.")
    assert not any(s == "choir" for s, _, _ in found)


def test_a_number_beside_a_name_need_not_be_an_age(asserted):
    found = asserted("Mona Reed, 3,400 metres up, waited.")
    assert not any(p == "beAged" for _, p, _ in found)


def test_a_list_is_no_apposition(asserted):
    found = asserted("Mona Reed met her brother, two nurses and a judge.")
    assert ("Mona Reed", "meet", "judge") in found
    assert not any(p == "be" for _, p, _ in found)


def test_what_is_on_its_way_from_somewhere_is_not_from_there(asserted):
    found = asserted("The trucks are on their way to Chad from Mali.")
    assert ("truck", "beOnWayTo", "Chad") in found
    assert not any(o == "Mali" for _, _, o in found)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Nurses are interested in finding out the cause.", "findOut"),
        ("The firm showed interest in buying the mill.", "buy"),
        ("Mona Reed was quoted as saying by the paper that it rains.", "sayBy"),
        ("The council feels threatened by the miners.", "threaten"),
        ("The firm, called the Nordic Mill Company, disputed the bill.", "call"),
    ],
)
def test_what_is_not_told_is_not_asserted(asserted, text, fact):
    assert not any(p == fact for _, p, _ in asserted(text))


def test_success_in_doing_is_done(asserted):
    found = asserted("The firm was successful in buying the mill.")
    assert ("firm", "buy", "mill") in found


def test_who_vows_is_not_what_would_distract_them(asserted):
    found = asserted("Mona Reed vowed not to be distracted by gossip.")
    assert {s for s, p, _ in found if p == "vow"} == {"Mona Reed"}


def test_a_result_is_not_what_somebody_is(asserted):
    found = asserted("Mona Reed was in such high spirits that she teased Tom Hill.")
    assert not any(p == "be" for _, p, _ in found)


def test_the_quoted_one_has_said_it(analyser):
    article = parse_article("The mill closed, a radio station quoted Mona Reed.", "x")
    found = extract_article(article, analyser).statements
    by = {s.attribution.label for s in found if s.predicate.id == "close"}
    assert by == {"Mona Reed"}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("On Wednesday, Mona Reed begins a tour of eight towns.", "begin"),
        ("Tickets for the opera go on sale Friday.", "goOn"),
        ("Hail is possible with a few of the storms.", "be"),
        ("A strike is unlikely.", "be"),
    ],
)
def test_what_is_arranged_or_possible_is_no_fact(asserted, text, relation):
    assert not any(p == relation for _, p, _ in asserted(text))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("On Wednesday, Mona Reed began a tour of eight towns.", "begin"),
        ("The shop opens early.", "open"),
        ("Mona Reed sells as many hats as possible.", "sell"),
    ],
)
def test_what_is_done_stays_a_fact_beside_them(asserted, text, relation):
    assert any(p == relation for _, p, _ in asserted(text))


def test_who_was_ousted_holds_no_office(asserted):
    found = asserted("The ousted prime minister Viktor Lund met Mona Reed.")
    offices = {o for s, p, o in found if (s, p) == ("Viktor Lund", "be")}
    assert offices == {"ousted prime minister"}
