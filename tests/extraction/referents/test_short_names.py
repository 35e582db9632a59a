"""What bodies, teams and states are called for short."""

from __future__ import annotations

import pytest

from kg.extraction.referents.entities import resolve_entities
from kg.model import Article


def entities_of(doc):
    found = resolve_entities(doc, Article("x", doc.text, ()), ()).entities.values()
    return {one.label: (one.type.value, one.aliases) for one in found}


def test_a_firm_may_be_called_by_what_seems_a_surname(make_doc):
    doc = make_doc(
        "Hale/NNP/compound/1/Hale/ORG Capital/NNP/nsubj/2 won/VBD/ROOT/2 and/CC/cc/2 "
        "Hale/NNP/nsubj/5/Hale/PERSON sold/VBD/conj/2"
    )
    doc.set_ents(
        [
            doc[0:2].char_span(0, 12, label="ORG"),
            doc[4:5].char_span(0, 4, label="PERSON"),
        ]
    )
    assert entities_of(doc) == {"Hale Capital": ("organization", ("Hale",))}


def test_who_has_a_foundation_is_not_it(make_doc):
    doc = make_doc(
        "Hale/NNP/compound/1/Hale/ORG Foundation/NNP/nsubj/2 is/VBZ/ROOT/2 and/CC/cc/2 "
        "Hale/NNP/nsubj/5/Hale/PERSON sold/VBD/conj/2"
    )
    doc.set_ents(
        [
            doc[0:2].char_span(0, 15, label="ORG"),
            doc[4:5].char_span(0, 4, label="PERSON"),
        ]
    )
    assert set(entities_of(doc)) == {"Hale Foundation", "Hale"}


@pytest.mark.parametrize(
    ("rest", "label"),
    [("Works", "Norda Works Inc."), ("Europe", "Norda")],
    ids=["form", "branch"],
)
def test_the_branch_in_a_land_is_not_the_firm(make_doc, rest, label):
    doc = make_doc(
        f"Norda/NNP/nsubj/1/Norda/ORG won/VBD/ROOT/1 at/IN/prep/1 "
        f"Norda/NNP/compound/5/Norda/ORG {rest}/NNP/compound/5 Inc./NNP/pobj/2"
    )
    length = len(f"Norda {rest} Inc.")
    doc.set_ents(
        [
            doc[0:1].char_span(0, 5, label="ORG"),
            doc[3:6].char_span(0, length, label="ORG"),
        ]
    )
    assert label in entities_of(doc)
    assert ("Norda" in entities_of(doc)) is (label == "Norda")


def test_a_team_may_be_called_without_its_town(make_doc):
    doc = make_doc(
        "Boston/NNP/compound/1/Boston/GPE Gulls/NNPS/nsubj/2/Gulls won/VBD/ROOT/2 "
        "and/CC/cc/2 the/DT/det/5 Gulls/NNPS/nsubj/6/Gulls/ORG sang/VBD/conj/2"
    )
    doc.set_ents(
        [doc[0:2].char_span(0, 12, label="GPE"), doc[5:6].char_span(0, 5, label="ORG")]
    )
    assert entities_of(doc)["Boston Gulls"] == ("organization", ("Gulls",))
    assert "Gulls" not in entities_of(doc)


def test_an_abbreviation_behind_a_town_is_its_state(make_doc):
    doc = make_doc(
        "in/IN/prep/4 Tampa/NNP/pobj/0/Tampa/GPE ,/,/punct/1 FL/NNP/appos/1/FL/ORG "
        "rain/NN/nsubj/5 fell/VBD/ROOT/5"
    )
    assert entities_of(doc)["Florida"] == ("place", ("FL",))


def test_an_abbreviation_elsewhere_is_no_state(make_doc):
    doc = make_doc("the/DT/det/1 LA/NNP/nsubj/2/LA/ORG won/VBD/ROOT/2")
    assert set(entities_of(doc)) == {"LA"}


def test_two_states_that_are_towns_too_are_told_apart(make_doc):
    doc = make_doc(
        "in/IN/prep/3 Utica/NNP/pobj/0/Utica/GPE ,/,/punct/1 N.Y./NNP/appos/1/N.Y./GPE "
        "near/IN/prep/1 New/NNP/compound/6/New/GPE York/NNP/pobj/4"
    )
    doc.set_ents([*doc.ents[:2], doc[5:7].char_span(0, 8, label="GPE")])
    assert {"New York State", "New York"} <= set(entities_of(doc))


@pytest.mark.parametrize(("article", "known"), [("the", True), ("big", False)])
def test_a_team_in_the_singular_stands_with_its_article(make_doc, article, known):
    doc = make_doc(
        "Kyoto/NNP/compound/1 Frost/NNP/nsubj/2 won/VBD/ROOT/2 and/CC/cc/2 "
        f"{article}/DT/det/5 Frost/NNP/nsubj/6/Frost/ORG sang/VBD/conj/2"
    )
    doc.set_ents(
        [doc[0:2].char_span(0, 11, label="ORG"), doc[5:6].char_span(0, 5, label="ORG")]
    )
    assert ("Frost" in entities_of(doc)) is not known


def test_a_label_does_not_take_the_point_of_its_sentence(make_doc):
    doc = make_doc(
        "in/IN/ROOT/0 Group/NNP/compound/2 D/NNP/pobj/0 and/CC/cc/0 of/IN/conj/0 "
        "Group/NNP/compound/6 D./NNP/pobj/4"
    )
    assert set(entities_of(doc)) == {"Group D"}
