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
