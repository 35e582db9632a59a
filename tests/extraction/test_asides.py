"""What is told in passing beside nouns: ages, offices, whose somebody is."""

from __future__ import annotations

import pytest

from kg.articles import parse_article
from kg.pipeline import extract_article

pytestmark = pytest.mark.model


@pytest.fixture
def asserted(analyser):
    def triples(text):
        extraction = extract_article(parse_article(text, "x"), analyser)
        return {
            (s.subject.label, s.predicate.id, s.object.label)
            for s in extraction.statements
            if s.asserted
        }

    return triples


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
