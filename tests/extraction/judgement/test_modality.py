import pytest

from kg.extraction.judgement.modality import (
    hedge_of,
    is_past,
    marker_of,
    own_modality,
)
from kg.extraction.parse.syntax import Tree
from kg.model import Modality


@pytest.mark.parametrize(
    ("modal", "modality"),
    [
        ("will", Modality.PLANNED),
        ("may", Modality.POSSIBLE),
        ("must", Modality.REQUIRED),
        ("would", Modality.HYPOTHETICAL),
    ],
)
def test_a_modal_gives_its_modality(make_doc, modal, modality):
    doc = make_doc(f"He/PRP/nsubj/2 {modal}/MD/aux/2 go/VB/ROOT/2")
    assert own_modality(Tree.of(doc), 2) is modality


def test_a_name_like_a_modal_gives_none(make_doc):
    doc = make_doc("Will/MD/aux/2 Carter/NNP/nsubj/2 bought/VBD/ROOT/2/buy")
    assert own_modality(Tree.of(doc), 2) is Modality.ACTUAL


def test_reportedly_makes_a_verb_possible(make_doc):
    doc = make_doc("He/PRP/nsubj/2 reportedly/RB/advmod/2 left/VBD/ROOT/2/leave")
    assert own_modality(Tree.of(doc), 2) is Modality.POSSIBLE


def test_nearly_before_a_number_says_nothing_about_the_verb(make_doc):
    doc = make_doc("He/PRP/nsubj/1 saw/VBD/ROOT/1/see nearly/RB/advmod/1 200/CD/dobj/1")
    assert own_modality(Tree.of(doc), 1) is Modality.ACTUAL


def test_a_question_mark_makes_its_verb_a_question(make_doc):
    doc = make_doc("Did/VBD/aux/2/do he/PRP/nsubj/2 go/VB/ROOT/2 ?/./punct/2")
    assert own_modality(Tree.of(doc), 2) is Modality.QUESTION


def test_a_plain_verb_without_subject_is_an_order(make_doc):
    doc = make_doc("Free/VB/ROOT/0 them/PRP/dobj/0")
    assert own_modality(Tree.of(doc), 0) is Modality.REQUESTED


def test_a_subordinator_is_found_with_the_word_beside_it(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/1 acts/VBZ/ROOT/1/act as/IN/mark/5 if/IN/mark/5 he/PRP/nsubj/5"
        " won/VBD/advcl/1/win"
    )
    assert marker_of(Tree.of(doc), 5) == "as if"


def test_few_if_any_opens_no_clause(make_doc):
    doc = make_doc("if/IN/mark/2 any/DT/nsubj/2 agree/VBP/ROOT/2")
    assert marker_of(Tree.of(doc), 2) == ""


def test_the_perfect_counts_as_past(make_doc):
    doc = make_doc("He/PRP/nsubj/2 has/VBZ/aux/2/have gone/VBN/ROOT/2/go")
    assert is_past(Tree.of(doc), 2)


def test_a_planned_visit_is_hedged(make_doc):
    doc = make_doc("a/DT/det/2 planned/JJ/amod/2 visit/NN/ROOT/2")
    assert hedge_of(Tree.of(doc), 2) is Modality.PLANNED


def test_an_if_at_the_very_end_is_no_trouble(make_doc):
    doc = make_doc("go/VB/ROOT/0 if/IN/mark/0")
    assert marker_of(Tree.of(doc), 0) == "if"


@pytest.mark.parametrize(
    ("adverb", "modality"),
    [("all", Modality.HYPOTHETICAL), ("nothing", Modality.ACTUAL)],
)
def test_what_all_but_happened_did_not(make_doc, adverb, modality):
    doc = make_doc(
        f"Hope/NN/nsubj/4 has/VBZ/aux/4 {adverb}/DT/dep/3 but/CC/dep/4"
        " vanished/VBN/ROOT/4"
    )
    assert own_modality(Tree.of(doc), 4) is modality


@pytest.mark.parametrize(
    ("cells", "index", "marker"),
    [
        ("If/IN/mark/3 only/RB/advmod/3 she/PRP/nsubj/3 left/VBD/ROOT/3", 3, "if"),
        (
            (
                "It/PRP/nsubj/1 fits/VBZ/ROOT/1 if/IN/mark/6 only/RB/advmod/6"
                " because/IN/mark/6 it/PRP/nsubj/6 grows/VBZ/advcl/1"
            ),
            6,
            "because",
        ),
    ],
)
def test_only_a_clause_of_its_own_is_wished_for(make_doc, cells, index, marker):
    assert marker_of(Tree.of(make_doc(cells)), index) == marker
