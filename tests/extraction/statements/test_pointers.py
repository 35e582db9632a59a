"""What "those who left" and "some of them" stand for."""

from __future__ import annotations

import pytest

from kg.extraction.parse.syntax import Tree
from kg.extraction.statements.extents import Extents
from kg.extraction.statements.pointers import pointed_at, those_who

THOSE = "Those/DT/nsubj/4/those {clause} won/VBD/ROOT/4/win prizes/NNS/dobj/4/prize"


def read(doc):
    tree = Tree.of(doc)
    found = those_who(tree, Extents(tree, doc.text), tree.tokens[0])
    return None if found is None else (found.label, found.type)


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        (
            "who/WP/nsubj/2 swam/VBD/relcl/0/swim far/RB/advmod/2",
            ("Those who swam far", "group"),
        ),
        (
            "in/IN/prep/0 old/JJ/amod/3 boats/NNS/pobj/1/boat",
            ("Those in old boats", "concept"),
        ),
        ("of/IN/prep/0 old/JJ/amod/3 boats/NNS/pobj/1/boat", None),
    ],
    ids=["who", "where", "whose"],
)
def test_those_are_who_a_clause_or_a_place_tells(make_doc, clause, found):
    assert read(make_doc(THOSE.format(clause=clause))) == found


@pytest.mark.parametrize(
    ("noun", "word", "found"),
    [("boats", "which", 1), ("swimmers", "whom", 1), ("boats", "whom", None)],
)
def test_some_of_which_are_some_of_the_things_before(make_doc, noun, word, found):
    doc = make_doc(
        f"Two/CD/nummod/1 {noun}/NNS/nsubj/6/{noun[:-1]} some/DT/nsubj/5 of/IN/prep/2 "
        f"{word}/WDT/pobj/3 sank/VBD/relcl/1/sink left/VBD/ROOT/6/leave"
    )
    tree = Tree.of(doc)
    noun_before = pointed_at(tree, tree.tokens[4])
    assert (noun_before and noun_before.i) == found


def test_what_those_who_did_something_did_is_not_said_twice(asserted):
    told = asserted("Those who bought the old boats won prizes. Ann Lee sang.")
    assert ("Those who bought the old boats", "win", "prize") in told
    assert not any(relation == "buy" for _, relation, _ in told)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Others said that the mill was old.", ("Others", "say", "the mill was old")),
        ("Some in town fear the mill will close.", ("Some in town", "fear", None)),
        ("Someone sold the mill in May.", ("Someone", "sell", "mill")),
    ],
)
def test_people_without_a_name_say_and_do_things(asserted, text, fact):
    assert fact in [(s, p, o if fact[2] else None) for s, p, o in asserted(text)]


@pytest.mark.parametrize("text", ["Others are red.", "I know others.", "Some closed."])
def test_what_may_be_things_is_nobody(asserted, text):
    assert not asserted(text)
