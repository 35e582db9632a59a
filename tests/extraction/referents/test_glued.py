"""Parting the names that the model glues together, joining those that it cuts."""

from __future__ import annotations

import pytest

from kg.extraction.lexicon import load_lexicon
from kg.extraction.referents.hints import Hints
from kg.extraction.referents.naming import find_names


def named(doc, first="", label="ORG"):
    """Name what is found; the model sees the ``first`` words as one name."""
    if first:
        spans = [doc.char_span(0, len(first), label=label)]
        spans += [ent for ent in doc.ents if ent.start_char > len(first)]
        doc.set_ents(spans)
    names = find_names(doc, load_lexicon(), Hints())
    return [name.words for name in names if not name.nested]


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        ("Globex", ["Acme", "Globex", "Globex"]),
        ("Bakers", ["Acme and Globex", "Bakers"]),
    ],
    ids=["alone", "not"],
)
def test_two_names_are_glued_if_one_stands_alone_elsewhere(
    make_doc, elsewhere, expected
):
    doc = make_doc(
        "Acme/NNP/nsubj/3 and/CC/cc/0 Globex/NNP/conj/0 met/VBD/ROOT/3 "
        f"near/IN/prep/3 {elsewhere}/NNP/pobj/4//ORG"
    )
    assert named(doc, "Acme and Globex") == expected


def test_an_office_of_two_fields_is_one_name(make_doc):
    doc = make_doc(
        "Office/NNP/nsubj/5 of/IN/prep/0 Oil/NNP/pobj/1 and/CC/cc/2 Gas/NNP/conj/2 "
        "met/VBD/ROOT/5 Gas/NNP/dobj/5//ORG"
    )
    assert named(doc, "Office of Oil and Gas") == ["Office of Oil and Gas", "Gas"]


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("Norway", ["Norway", "Bread Club"]),
        ("Baker", ["Baker 's Bread Club"]),
    ],
    ids=["land", "trade"],
)
def test_an_owner_that_is_a_name_is_no_part_of_what_it_owns(make_doc, owner, expected):
    doc = make_doc(
        f"{owner}/NNP/poss/3 's/POS/case/0 Bread/NNP/compound/3 Club/NNP/nsubj/4 "
        "met/VBD/ROOT/4"
    )
    assert named(doc, f"{owner} 's Bread Club") == expected


def test_a_verb_parts_two_names(make_doc):
    doc = make_doc("Acme/NNP/nsubj/1 covered/VBD/ROOT/1 Globex/NNP/dobj/1")
    assert named(doc, "Acme covered Globex") == ["Acme", "Globex"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("Bo/NNP/nsubj/3 van/IN/compound/2 Dam/NNP/nsubj/3", ["Bo van Dam"]),
        ("Treaty/NNP/nsubj/3 of/IN/prep/0 Hay/NNP/pobj/1", ["Treaty of Hay"]),
        ("Treaty/NNP/nsubj/3 of/IN/prep/0 Norway/NNP/pobj/1", ["Treaty", "Norway"]),
        ("Garden/NNP/nsubj/3 of/IN/prep/0 Hay/NNP/pobj/1", ["Garden", "Hay"]),
    ],
    ids=["particle", "class", "land", "no-class"],
)
def test_a_name_goes_on_behind_a_small_word(make_doc, cells, expected):
    doc = make_doc(f"{cells} fell/VBD/ROOT/3 here/RB/advmod/3")
    assert named(doc) == expected


def test_a_centre_of_two_subjects_is_one_name(make_doc):
    doc = make_doc(
        "Center/NNP/nsubj/5 on/IN/prep/0 Bread/NNP/pobj/1 and/CC/cc/2 Salt/NNP/conj/2 "
        "fell/VBD/ROOT/5"
    )
    assert named(doc, "Center on Bread") == ["Center on Bread and Salt"]


@pytest.mark.parametrize(
    ("last", "expected"), [("Director", []), ("Bakery", ["Deputy Bread Bakery"])]
)
def test_an_office_is_no_name(make_doc, last, expected):
    doc = make_doc(
        f"the/DT/det/3 Deputy/NNP/compound/3 Bread/NNP/compound/3 {last}/NNP/nsubj/4 "
        "fell/VBD/ROOT/4"
    )
    assert named(doc) == expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [("Embassy", ["Oslo Embassy"]), ("Bakers", ["Oslo", "Bakers"])],
)
def test_a_town_before_a_class_of_bodies_is_its_first_half(make_doc, last, expected):
    doc = make_doc(f"Oslo/NNP/compound/1//GPE {last}/NNP/nsubj/2//ORG fell/VBD/ROOT/2")
    assert named(doc) == expected


@pytest.mark.parametrize(
    ("last", "nested"), [("Fed", []), ("Gosta", ["Gosta"])], ids=["class", "name"]
)
def test_a_body_is_not_the_one_that_has_only_its_class(make_doc, last, nested):
    doc = make_doc(
        f"Oslo/NNP/compound/1 {last}/NNP/nsubj/2 met/VBD/ROOT/2 "
        f"the/DT/det/4 {last}/NNP/dobj/2//ORG"
    )
    doc.set_ents([doc.char_span(0, 5 + len(last), label="ORG"), *doc.ents])
    names = find_names(doc, load_lexicon(), Hints())
    assert [name.words for name in names if name.nested] == nested
