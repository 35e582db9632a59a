"""Whose word a clause is by a phrase beside it."""

import pytest

from kg.extraction.judgement.accordings import find_accordings
from kg.extraction.parse.syntax import Tree


def source(doc):
    found = find_accordings(Tree.of(doc))
    return {doc[head].text: doc[report.source].text for head, report in found.items()}


def test_according_to_names_the_speaker(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/1 left/VBD/ROOT/1/leave according/VBG/prep/1/accord"
        " to/IN/prep/2 police/NNS/pobj/3"
    )
    assert source(doc) == {"left": "police"}


def test_according_to_plan_names_nobody(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/1 left/VBD/ROOT/1/leave according/VBG/prep/1/accord"
        " to/IN/prep/2 plan/NN/pobj/3"
    )
    assert source(doc) == {}


def test_in_the_view_of_names_who_holds_it(make_doc):
    doc = make_doc(
        "In/IN/prep/6 the/DT/det/2 view/NN/pobj/0 of/IN/prep/2 critics/NNS/pobj/3"
        " it/PRP/nsubj/6 failed/VBD/ROOT/6/fail"
    )
    assert source(doc) == {"failed": "critics"}


@pytest.mark.parametrize(("dep", "mark"), [("parataxis", ""), ("advcl", "As")])
def test_a_saying_beside_a_clause_is_its_source(make_doc, dep, mark):
    doc = make_doc(
        f"{mark or 'So'}/IN/{'mark' if mark else 'advmod'}/2 Ann/NNP/nsubj/2"
        f" said/VBD/{dep}/4/say ,/,/punct/4 fell/VBD/ROOT/4/fall"
    )
    assert source(doc) == {"fell": "Ann"}


def test_a_saying_that_a_break_parts_from_the_next_clause_says_no_more(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/1 agreed/VBD/parataxis/4/agree ;/:/punct/4"
        " mills/NNS/nsubj/4 reopened/VBD/ROOT/4/reopen"
    )
    assert source(doc) == {}


EYES = "in/IN/prep/{verb} the/DT/det/{eyes} eyes/NNS/pobj/{prep}/eye of/IN/prep/{eyes}"


def test_in_the_eyes_of_somebody_opens_what_only_they_hold(make_doc):
    eyes = EYES.format(verb=7, eyes=2, prep=0)
    doc = make_doc(
        f"{eyes} miners/NNS/pobj/3 ,/,/punct/7 it/PRP/nsubj/7 failed/VBD/ROOT/7/fail"
    )
    assert source(doc) == {"failed": "miners"}


def test_sand_in_the_eyes_of_somebody_is_no_view_of_theirs(make_doc):
    eyes = EYES.format(verb=1, eyes=5, prep=3)
    doc = make_doc(
        f"Ann/NNP/nsubj/1 threw/VBD/ROOT/1/throw sand/NN/dobj/1 {eyes}"
        " miners/NNS/pobj/6"
    )
    assert source(doc) == {}


@pytest.mark.parametrize(
    ("tag", "told"), [("VBG", "closed"), ("VBN", "hit")], ids=["of-both", "of-one"]
)
def test_a_source_behind_a_participle_is_that_of_the_whole_sentence(
    make_doc, tag, told
):
    doc = make_doc(
        f"Mills/NNS/nsubj/1 closed/VBD/ROOT/1/close ,/,/punct/1 hit/{tag}/advcl/1"
        " us/PRP/dobj/3 ,/,/punct/3 according/VBG/prep/3/accord to/IN/prep/6"
        " miners/NNS/pobj/7"
    )
    assert source(doc) == {told: "miners"}


def test_who_adds_an_amount_says_nothing(make_doc):
    doc = make_doc(
        "Shares/NNS/nsubj/1 rose/VBD/ROOT/1/rise as/IN/mark/4 banks/NNS/nsubj/4"
        " added/VBD/advcl/1/add 2/CD/nummod/6 percent/NN/npadvmod/4"
    )
    assert source(doc) == {}


def test_who_added_yesterday_said_it(make_doc):
    doc = make_doc(
        "Shares/NNS/nsubj/1 rose/VBD/ROOT/1/rise as/IN/mark/4 banks/NNS/nsubj/4"
        " added/VBD/advcl/1/add yesterday/NN/npadvmod/4"
    )
    assert source(doc) == {"rose": "banks"}
