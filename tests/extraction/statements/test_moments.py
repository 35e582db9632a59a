"""When and where a clause is, and in which tense."""

from dataclasses import replace
from datetime import date

import pytest

from kg.extraction.frames import Referents
from kg.extraction.grammar.clauses import read_clauses
from kg.extraction.parse.syntax import Tree
from kg.extraction.statements.moments import Setting, tense_of
from kg.extraction.statements.things import Arguments
from kg.extraction.timing.times import Tense
from kg.model import Entity, EntityType


def tense(doc):
    (clause,) = read_clauses(doc)
    return tense_of(Tree.of(clause.head.doc), clause)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("left/VBD/ROOT/1/leave", Tense.PAST),
        ("leaves/VBZ/ROOT/1/leave", Tense.PRESENT),
    ],
)
def test_a_clause_has_its_verbs_tense(make_doc, verb, expected):
    assert tense(make_doc(f"Ann/NNP/nsubj/1 {verb}")) is expected


def test_a_clause_with_will_is_future(make_doc):
    doc = make_doc("Ann/NNP/nsubj/2 will/MD/aux/2 leave/VB/ROOT/2")
    assert tense(doc) is Tense.FUTURE


def test_the_perfect_is_past(make_doc):
    doc = make_doc("Ann/NNP/nsubj/2 has/VBZ/aux/2/have left/VBN/ROOT/2/leave")
    assert tense(doc) is Tense.PAST


def setting(doc, entities=None, heads=None):
    (clause, *_) = read_clauses(doc)
    referents = Referents(entities=entities or {}, by_head=heads or {})
    tree = Tree.of(clause.head.doc)
    return Setting(Arguments(tree, doc.text, referents, {}), None), clause


def test_a_range_of_times_is_one_time(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/1 ran/VBD/ROOT/1/run from/IN/prep/1 2004/CD/pobj/2//DATE"
        " to/IN/prep/1 2009/CD/pobj/4//DATE"
    )
    found, clause = setting(doc)
    time = found.time(clause)
    assert (time.text, time.value, time.end) == ("from 2004 to 2009", "2004", "2009")


def test_how_long_after_something_is_no_time_of_it(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/1 came/VBD/ROOT/1/come hours/NNS/npadvmod/5/hour/TIME"
        " after/IN/mark/5 Bob/NNP/nsubj/5 left/VBD/advcl/1/leave"
    )
    clauses = read_clauses(doc)
    tree = Tree.of(clauses[0].head.doc)
    found = Setting(Arguments(tree, doc.text, Referents({}, {}), {}), None)
    assert [found.time(c) for c in clauses if c.head.text == "left"] == [None]


def test_what_somebody_is_sentenced_to_is_no_time(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubjpass/2 was/VBD/auxpass/2/be sentenced/VBN/ROOT/2/sentence"
        " to/IN/prep/2 years/NNS/pobj/3/year/DATE"
    )
    found, clause = setting(doc)
    assert found.time(clause) is None


def test_a_place_is_only_what_the_clause_is_located_in(make_doc):
    place = Entity("Kyiv", "Kyiv", EntityType.PLACE)
    inside = make_doc(
        "Ann/NNP/nsubj/1 spoke/VBD/ROOT/1/speak in/IN/prep/1 Kyiv/NNP/pobj/2"
    )
    about = make_doc(
        "Ann/NNP/nsubj/1 spoke/VBD/ROOT/1/speak about/IN/prep/1 Kyiv/NNP/pobj/2"
    )
    found, clause = setting(inside, {"Kyiv": place}, {3: "Kyiv"})
    assert found.place(clause).label == "Kyiv"
    found, clause = setting(about, {"Kyiv": place}, {3: "Kyiv"})
    assert found.place(clause) is None


def test_what_is_to_be_held_is_not_past(make_doc):
    doc = make_doc(
        "Votes/NNS/nsubj/1/vote are/VBP/ROOT/1/be to/TO/aux/4 be/VB/auxpass/4"
        " held/VBN/xcomp/1/hold on/IN/prep/4 Monday/NNP/pobj/5//DATE"
    )
    assert tense(doc) is Tense.FUTURE


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("expected", Tense.FUTURE), ("scheduled", Tense.FUTURE), ("held", Tense.PRESENT)],
)
def test_what_is_expected_on_a_day_is_ahead(make_doc, verb, expected):
    doc = make_doc(
        f"Votes/NNS/nsubjpass/2/vote are/VBP/auxpass/2/be {verb}/VBN/ROOT/2"
        " on/IN/prep/2 Monday/NNP/pobj/3//DATE"
    )
    assert tense(doc) is expected


def test_a_range_below_its_beginning_is_one_time(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/1 ran/VBD/ROOT/1/run from/IN/prep/1 2004/CD/pobj/2//DATE"
        " to/IN/prep/2 2009/CD/pobj/4//DATE"
    )
    found, clause = setting(doc)
    time = found.time(clause)
    assert (time.text, time.value, time.end) == ("from 2004 to 2009", "2004", "2009")


def moment(doc, *, planned=False):
    found, clause = setting(doc)
    time = replace(found, base=date(2019, 8, 27)).time(clause, planned=planned)
    return None if time is None else time.value


@pytest.mark.parametrize(
    ("planned", "value"), [(True, "2019-11"), (False, "2018-11")], ids=str
)
def test_what_is_planned_in_the_present_is_to_come(make_doc, planned, value):
    doc = make_doc(
        "It/PRP/nsubj/1 ends/VBZ/ROOT/1/end in/IN/prep/1 November/NNP/pobj/2//DATE"
    )
    assert moment(doc, planned=planned) == value


@pytest.mark.parametrize(
    ("verb", "value"),
    [
        ("extended/VBD/ROOT/1/extend", "2019-11"),
        ("waits/VBZ/ROOT/1/wait", "2019-11"),
        ("stayed/VBD/ROOT/1/stay", "2018-11"),
    ],
    ids=["arranged", "present", "past"],
)
def test_an_end_that_is_set_is_to_come(make_doc, verb, value):
    doc = make_doc(f"It/PRP/nsubj/1 {verb} through/IN/prep/1 November/NNP/pobj/2//DATE")
    assert moment(doc) == value


@pytest.mark.parametrize(
    ("verb", "value"),
    [
        ("signaled/VBD/ROOT/1/signal", None),
        ("expects/VBZ/ROOT/1/expect", None),
        ("ends/VBZ/ROOT/1/end", "2021"),
    ],
    ids=["past", "expected", "present"],
)
def test_nothing_was_done_in_a_year_to_come(make_doc, verb, value):
    doc = make_doc(f"It/PRP/nsubj/1 {verb} in/IN/prep/1 2021/CD/pobj/2//DATE")
    assert moment(doc) == value
