import pytest

from kg.extraction.judgement.polarity import (
    denies_argument,
    is_negated,
    shares_negation,
)
from kg.extraction.parse.syntax import Tree


def negated(doc, word):
    return is_negated(Tree.of(doc), next(t.i for t in doc if t.text == word))


def test_not_denies_its_verb(make_doc):
    doc = make_doc("He/PRP/nsubj/3 did/VBD/aux/3/do not/RB/neg/3 go/VB/ROOT/3")
    assert negated(doc, "go")


def test_not_only_denies_nothing(make_doc):
    doc = make_doc("He/PRP/nsubj/3 not/RB/neg/3 only/RB/advmod/3 sang/VBD/ROOT/3/sing")
    assert not negated(doc, "sang")


@pytest.mark.parametrize("word", ["never", "hardly", "seldom"])
def test_a_negative_adverb_denies_its_verb(make_doc, word):
    doc = make_doc(f"He/PRP/nsubj/2 {word}/RB/advmod/2 sang/VBD/ROOT/2/sing")
    assert negated(doc, "sang")


def test_a_negative_subject_denies_its_verb(make_doc):
    doc = make_doc("No/DT/det/1 ship/NN/nsubj/2 sank/VBD/ROOT/2/sink")
    assert negated(doc, "sank")


def test_two_negations_cancel_out(make_doc):
    doc = make_doc("Nobody/NN/nsubj/3 did/VBD/aux/3/do not/RB/neg/3 sing/VB/ROOT/3")
    assert not negated(doc, "sing")


def test_no_longer_denies_its_verb(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/3 no/RB/neg/2 longer/RB/advmod/3 sings/VBZ/ROOT/3/sing"
    )
    assert negated(doc, "sings")


def test_under_no_circumstances_denies_its_verb(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/1 goes/VBZ/ROOT/1/go under/IN/prep/1 no/DT/det/4"
        " circumstances/NNS/pobj/2/circumstance"
    )
    assert negated(doc, "goes")


def test_in_no_time_denies_nothing(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/1 went/VBD/ROOT/1/go in/IN/prep/1 no/DT/det/4 time/NN/pobj/2"
    )
    assert not negated(doc, "went")


def test_a_name_that_begins_with_no_denies_nothing(make_doc):
    doc = make_doc("No/DT/det/1 Doubt/NNP/nsubj/2 sang/VBD/ROOT/2/sing")
    assert not negated(doc, "sang")


def test_nor_denies_the_verb_after_it_and_not_the_one_before(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/1 sang/VBD/ROOT/1/sing nor/CC/cc/1 danced/VBD/conj/1/dance"
    )
    assert (negated(doc, "sang"), negated(doc, "danced")) == (False, True)


def test_only_the_second_of_a_contrast_is_denied(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/1 met/VBD/ROOT/1/meet Diaz/NNP/dobj/1 ,/,/punct/2 not/RB/neg/2"
        " Moreno/NNP/appos/2"
    )
    tree = Tree.of(doc)
    assert not denies_argument(tree, 2)


def test_nobody_but_one_is_an_exception(make_doc):
    doc = make_doc(
        "Nobody/NN/nsubj/3 but/IN/prep/0 Ann/NNP/pobj/1 sang/VBD/ROOT/3/sing"
    )
    assert not negated(doc, "sang")


def test_few_denies_and_a_few_does_not(make_doc):
    few = make_doc("Few/JJ/amod/1 doctors/NNS/nsubj/2 agree/VBP/ROOT/2")
    some = make_doc("A/DT/det/2 few/JJ/amod/2 doctors/NNS/nsubj/3 agree/VBP/ROOT/3")
    assert (negated(few, "agree"), negated(some, "agree")) == (True, False)


def shared(make_doc, joiner, second):
    doc = make_doc(
        f"He/PRP/nsubj/3 will/MD/aux/3 not/RB/neg/3 rest/VB/ROOT/3 {joiner}/CC/cc/3"
        f" {second}/VB/conj/3"
    )
    return shares_negation(Tree.of(doc), 3, 5)


def test_a_negation_reaches_the_coordinated_verb(make_doc):
    assert shared(make_doc, "or", "eat")


def test_a_negation_does_not_cross_but(make_doc):
    assert not shared(make_doc, "but", "work")


def test_a_negation_does_not_reach_what_turns_away(make_doc):
    assert not shared(make_doc, "and", "allow")


@pytest.mark.parametrize(
    ("adverb", "negated"), [("Hardly", True), ("Almost", False)], ids=str
)
def test_what_hardly_anybody_did_is_denied(make_doc, adverb, negated):
    doc = make_doc(f"{adverb}/RB/advmod/1 anybody/NN/nsubj/2 slept/VBD/ROOT/2/sleep")
    assert is_negated(Tree.of(doc), 2) is negated


@pytest.mark.parametrize(("article", "negated"), [("the", False), ("", True)])
def test_the_last_few_are_some(make_doc, article, negated):
    first = (
        "the/DT/det/3 last/JJ/amod/3" if article else "so/RB/advmod/1 very/RB/advmod/3"
    )
    doc = make_doc(f"{first} few/JJ/amod/3 men/NNS/nsubj/4 slept/VBD/ROOT/4")
    assert is_negated(Tree.of(doc), 4) is negated
