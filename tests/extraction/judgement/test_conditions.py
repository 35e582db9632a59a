"""What holds on a condition, and what is only asked or said with an "if"."""

from kg.extraction.frames import Quote
from kg.extraction.judgement.conditions import is_conditioned, is_inverted
from kg.extraction.judgement.standing import Standings
from kg.extraction.parse.syntax import Tree


def worth(doc, word, quotes=()):
    index = next(t.i for t in doc if t.text == word)
    found = Standings(Tree.of(doc), quotes).of(index)
    source = None if found.report is None else found.report.source
    return found.modality.value, None if source is None else doc[source].text


def conditioned(make_doc, verb, marker):
    doc = make_doc(
        f"He/PRP/nsubj/1 {verb}/ROOT/1 {marker}/IN/mark/4 they/PRP/nsubj/4"
        " come/VBP/advcl/1"
    )
    return is_conditioned(Tree.of(doc), 1, ())


def test_what_depends_on_an_if_is_conditioned(make_doc):
    assert conditioned(make_doc, "stays/VBZ", "if")


def test_the_past_holds_in_spite_of_an_unless(make_doc):
    assert not conditioned(make_doc, "stayed/VBD", "unless")


def test_a_clause_with_had_before_its_subject_is_inverted(make_doc):
    doc = make_doc("Had/VBD/aux/2/have he/PRP/nsubj/2 known/VBN/ROOT/2/know")
    assert is_inverted(Tree.of(doc), 2)


SAID = (
    "If/IN/mark/2 rents/NNS/nsubj/2 rise/VBP/advcl/4 Ann/NNP/nsubj/4"
    " {verb} shops/NNS/nsubj/6 close/VBP/ccomp/4"
)


def test_a_condition_before_a_saying_belongs_to_what_is_said(make_doc):
    doc = make_doc(SAID.format(verb="said/VBD/ROOT/4/say"))
    assert worth(doc, "said") == ("actual", None)
    assert worth(doc, "close") == ("conditional", "Ann")


def test_who_says_something_whenever_something_happens_says_it_on_that_condition(
    make_doc,
):
    doc = make_doc(SAID.format(verb="says/VBZ/ROOT/4/say"))
    assert worth(doc, "says") == ("conditional", None)


def test_a_condition_between_marks_is_none_of_the_saying(make_doc):
    doc = make_doc(
        "If/IN/mark/2 rents/NNS/nsubj/2 rise/VBP/advcl/4 Ann/NNP/nsubj/4"
        " says/VBZ/ROOT/4/say we/PRP/nsubj/6 leave/VBP/ccomp/4"
    )
    quotes = (
        Quote(0, 3, whole=True, speaker=doc[3], cue=doc[4]),
        Quote(5, 7, whole=True, speaker=doc[3], cue=doc[4]),
    )
    assert worth(doc, "says", quotes) == ("actual", None)


ASKED = (
    "Ann/NNP/nsubj/1 {verb} Bob/NNP/dobj/1 if/IN/mark/5 he/PRP/nsubj/5"
    " slept/VBD/advcl/1/sleep"
)


def test_an_if_after_asking_is_a_question(make_doc):
    doc = make_doc(ASKED.format(verb="asked/VBD/ROOT/1/ask"))
    assert worth(doc, "asked") == ("actual", None)
    assert worth(doc, "slept") == ("question", "Ann")


def test_an_if_after_another_verb_is_a_condition(make_doc):
    doc = make_doc(ASKED.format(verb="pays/VBZ/ROOT/1/pay"))
    assert worth(doc, "pays") == ("conditional", None)
    assert worth(doc, "slept") == ("conditional", None)


TWO_QUESTIONS = (
    "{first} rise/VB/ROOT/2 and/CC/cc/2 did/VBD/aux/6/do taxes/NNS/nsubj/6"
    " fall/VB/conj/2 {mark}/./punct/6"
)


def test_two_questions_share_one_mark(make_doc):
    first = "Did/VBD/aux/2/do rents/NNS/nsubj/2"
    doc = make_doc(TWO_QUESTIONS.format(first=first, mark="?"))
    assert worth(doc, "rise") == ("question", None)
    assert worth(doc, "fall") == ("question", None)


def test_what_stands_in_the_order_of_a_statement_is_not_asked_with_the_next(make_doc):
    first = "Rents/NNS/nsubj/2 did/VBD/aux/2/do"
    doc = make_doc(TWO_QUESTIONS.format(first=first, mark="?"))
    assert worth(doc, "rise") == ("actual", None)
    assert worth(doc, "fall") == ("question", None)
