"""What two coordinated clauses share, and what only one of them may be."""

import pytest

from kg.extraction.judgement.standing import Standings
from kg.extraction.parse.syntax import Tree


def worth(doc, word):
    index = next(t.i for t in doc if t.text == word)
    found = Standings(Tree.of(doc)).of(index)
    return found.polarity.value, found.modality.value


SO = ("positive", "actual")
MAYBE = ("positive", "possible")


def joined(make_doc, first, cc, second):
    return make_doc(
        f"Miners/NNS/nsubj/1 {first}/VBD/ROOT/1 {cc}/CC/cc/1 {second}/VBD/conj/1"
    )


def test_neither_of_two_alternatives_is_told_as_done(make_doc):
    doc = joined(make_doc, "left", "or", "hid")
    assert (worth(doc, "left"), worth(doc, "hid")) == (MAYBE, MAYBE)


def test_both_of_two_deeds_are_done(make_doc):
    doc = joined(make_doc, "left", "and", "hid")
    assert (worth(doc, "left"), worth(doc, "hid")) == (SO, SO)


def test_the_first_of_three_alternatives_is_one(make_doc):
    doc = make_doc(
        "Miners/NNS/nsubj/1 left/VBD/ROOT/1 ,/,/punct/1 hid/VBD/conj/1 or/CC/cc/3"
        " fled/VBD/conj/3"
    )
    assert worth(doc, "left") == worth(doc, "hid") == worth(doc, "fled") == MAYBE


def test_neither_of_two_denied_deeds_was_done(make_doc):
    doc = make_doc(
        "Miners/NNS/nsubj/3 did/VBD/aux/3/do not/RB/neg/3 leave/VB/ROOT/3"
        " or/CC/cc/3 hide/VB/conj/3"
    )
    denied = ("negative", "actual")
    assert (worth(doc, "leave"), worth(doc, "hide")) == (denied, denied)


def test_what_is_so_stays_so_beside_what_may_be(make_doc):
    doc = make_doc(
        "Lamps/NNS/nsubj/1 glow/VBP/ROOT/1 ,/,/punct/1 or/CC/cc/1 can/MD/aux/5"
        " blink/VB/conj/1"
    )
    assert (worth(doc, "glow"), worth(doc, "blink")) == (SO, MAYBE)


@pytest.mark.parametrize(
    ("second", "lemma", "cc", "expected"),
    [
        ("put/VBD", "put", "and", MAYBE),
        ("make/VBP", "make", "and", MAYBE),
        ("put/VBD", "put", "but", SO),
        ("kept/VBD", "keep", "and", SO),
    ],
    ids=["past", "present", "but", "no-plain-form"],
)
def test_a_modal_reaches_what_looks_like_a_plain_form(
    make_doc, second, lemma, cc, expected
):
    doc = make_doc(
        f"Glue/NN/nsubj/2 can/MD/aux/2 melt/VB/ROOT/2 {cc}/CC/cc/2"
        f" {second}/conj/2/{lemma} fires/NNS/dobj/4"
    )
    assert worth(doc, second.split("/")[0]) == expected


def with_subject(make_doc, adverb, cc="and", place="0"):
    first = f"{adverb}/RB/advmod/2 Ann/NNP/nsubj/2"
    if place == "behind":
        first = f"Ann/NNP/nsubj/2 {adverb}/RB/advmod/2"
    return make_doc(
        f"{first} lied/VBD/ROOT/2/lie {cc}/CC/cc/2 Bob/NNP/nsubj/5"
        " slept/VBD/conj/2/sleep"
    )


def test_a_doubt_that_opens_the_sentence_is_about_all_of_it(make_doc):
    doc = with_subject(make_doc, "Perhaps")
    assert (worth(doc, "lied"), worth(doc, "slept")) == (MAYBE, MAYBE)


@pytest.mark.parametrize(
    ("cc", "place"), [("but", "0"), ("and", "behind")], ids=["but", "inside"]
)
def test_a_doubt_is_not_about_what_is_set_against_it_or_stands_apart(
    make_doc, cc, place
):
    doc = with_subject(make_doc, "perhaps", cc, place)
    assert (worth(doc, "lied"), worth(doc, "slept")) == (MAYBE, SO)


def test_what_follows_an_order_happens_if_it_is_followed(make_doc):
    doc = make_doc(
        "Press/VB/ROOT/0 it/PRP/dobj/0 and/CC/cc/0 doors/NNS/nsubj/4 open/VBP/conj/0"
    )
    assert worth(doc, "open") == ("positive", "conditional")


def test_a_sentence_that_is_all_an_if_tells_nothing(make_doc):
    doc = make_doc("What/WP/dep/3 if/IN/mark/3 rents/NNS/nsubj/3 fell/VBD/ROOT/3/fall")
    assert worth(doc, "fell") == ("positive", "conditional")
