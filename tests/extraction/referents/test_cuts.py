"""Cutting the model's names where no name goes on."""

from __future__ import annotations

import pytest

from kg.extraction.lexicon import load_lexicon
from kg.extraction.referents.cuts import Piece, cut_piece
from kg.extraction.referents.hints import Hints
from kg.extraction.referents.naming import find_names


def parts_of(doc, label, start=0, end=None):
    piece = Piece(start, end or len(doc), label)
    return [
        doc[part.start : part.end].text
        for part in cut_piece(doc, piece, load_lexicon())
    ]


def named(doc):
    return [name.words for name in find_names(doc, load_lexicon(), Hints())]


def test_a_comma_parts_the_members_of_a_list(make_doc):
    doc = make_doc("Ajax/NNP/dobj/0 ,/,/punct/0 Red/NNP/compound/3 Star/NNP/conj/0")
    assert parts_of(doc, "ORG") == ["Ajax", "Red Star"]


@pytest.mark.parametrize(
    ("cells", "label"),
    [
        ("Acme/NNP/ROOT/0 ,/,/punct/0 Inc./NNP/appos/0", "ORG"),
        ("Office/NNP/ROOT/0 of/IN/prep/0 Law/NNP/pobj/1 ,/,/punct/2 Rome/NNP/appos/2",
         "ORG"),
        ("Trade/NNP/ROOT/0 ,/,/punct/0 Work/NNP/conj/0 and/CC/cc/2 Energy/NNP/conj/2",
         "ORG"),
        ("Live/NNP/ROOT/0 ,/,/punct/0 Laugh/NNP/conj/0", "WORK_OF_ART"),
    ],
    ids=["form", "body", "and", "work"],
)  # fmt: skip
def test_a_comma_inside_a_name_stays(make_doc, cells, label):
    doc = make_doc(cells)
    assert parts_of(doc, label) == [doc.text.strip()]


def test_a_bracket_that_stays_open_ends_a_name(make_doc):
    doc = make_doc("Peru/NNP/ROOT/0 (/-LRB-/punct/2 Pool/NNP/appos/0 C/NNP/appos/2")
    assert parts_of(doc, "ORG") == ["Peru", "Pool C"]


@pytest.mark.parametrize("mark", ["@", "=", "|", "--"])
def test_a_mark_ends_a_name_and_is_no_part_of_it(make_doc, mark):
    doc = make_doc(f"Yen/NNP/ROOT/0 {mark}/NFP/punct/0 Arena/NNP/appos/0")
    assert parts_of(doc, "ORG") == ["Yen", "Arena"]


def test_a_dash_before_a_name_and_a_sign_behind_are_cut_off(make_doc):
    doc = make_doc("—/:/punct/2 Ann/NNP/compound/2 Lee/NNP/ROOT/2 ♥/NFP/punct/2")
    assert parts_of(doc, "PERSON") == ["Ann Lee"]


def test_an_exclamation_mark_may_be_a_names_own(make_doc):
    doc = make_doc("Yahoo/NNP/ROOT/0 !/./punct/0")
    assert parts_of(doc, "ORG") == [doc.text.strip()]


def test_two_names_of_the_model_that_are_halves_are_joined(make_doc):
    cells = (
        "Bofors/NNP/compound/1/Bofors/ORG Nash/NNP/nsubj/2/Nash/PRODUCT won/VBD/ROOT/2"
    )
    assert named(make_doc(cells)) == ["Bofors Nash"]


def test_a_body_that_stands_alone_elsewhere_is_no_half(make_doc):
    doc = make_doc(
        "Bofors/NNP/compound/1/Bofors/ORG Nash/NNP/nsubj/2/Nash/PRODUCT won/VBD/ROOT/2 "
        "for/IN/prep/2 Bofors/NNP/pobj/3/Bofors/ORG"
    )
    assert named(doc) == ["Bofors", "Nash", "Bofors"]


def test_a_count_before_a_country_is_no_part_of_it(make_doc):
    doc = make_doc(
        "Two/CD/nummod/2 United/NNP/compound/2 States/NNP/nsubj/3 left/VBD/ROOT/3"
    )
    doc.set_ents([doc.char_span(0, len("Two United States"), label="GPE")])
    assert named(doc) == ["United States"]


def test_a_letter_is_no_name(make_doc):
    doc = make_doc(
        "the/DT/det/2 inverted/JJ/amod/2 T/NNP/nsubj/3/T/ORG broke/VBD/ROOT/3"
    )
    assert named(doc) == []


def test_a_common_acronym_is_no_name(make_doc):
    doc = make_doc("an/DT/det/1 IPO/NNP/nsubj/2/IPO/ORG failed/VBD/ROOT/2")
    assert named(doc) == []


def test_a_common_word_may_close_a_name(make_doc):
    doc = make_doc("to/IN/ROOT/0 Globex/NNP/compound/2 World/NNP/pobj/0")
    assert named(doc) == ["Globex World"]


def test_a_common_noun_between_two_names_parts_them(make_doc):
    doc = make_doc(
        "Zorn/NNP/nmod/3 component/NN/nmod/3 Old/NNP/nmod/3 Forge/NNP/ROOT/3"
    )
    assert parts_of(doc, "PERSON") == ["Zorn", "Old Forge"]


def test_the_goals_of_a_score_are_no_part_of_a_team(make_doc):
    doc = make_doc(
        "Gulls/NNPS/ROOT/0 4/CD/nummod/0 ,/,/punct/0 Larks/NNPS/conj/0 2/CD/nummod/3 "
        ":/:/punct/0 Lee/NNP/nsubj/7 scored/VBD/parataxis/0"
    )
    assert parts_of(doc, "EVENT", 0, 2) == ["Gulls"]
    assert parts_of(doc, "LAW", 3, 5) == ["Larks"]


def test_a_number_that_is_no_score_stays(make_doc):
    doc = make_doc(
        "Gulls/NNPS/nsubj/6 4/CD/nummod/0 ,/,/punct/0 a/DT/det/4 film/NN/appos/0 "
        ",/,/punct/0 opened/VBD/ROOT/6"
    )
    assert parts_of(doc, "WORK_OF_ART", 0, 2) == ["Gulls 4"]
