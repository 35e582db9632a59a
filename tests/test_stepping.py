"""Steps taken through numpy: the trees and names of spaCy, and the parser's doubts."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.analysis import load_model
from kg.articles import parse_article
from kg.doubts import Doubts, join_doubts, keep_doubts
from kg.stepping import analysed

pytestmark = pytest.mark.model

READ = ["HEAD", "DEP", "TAG", "LEMMA", "ENT_IOB", "ENT_TYPE", "SENT_START"]
LONG = (
    "Flying planes near the tower that burned last year can be dangerous, Ms Lind of "
    "The Hague wrote. Ships sank! Why? 3.5 per cent of Peru's banks closed in 2019."
)
BLANK_BEFORE = (
    "\n\n\nOn Monday the minister, who had left Oslo, told reporters that Norway "
    "would not send the 12 ships that Sweden's navy had asked for."
)
TEXTS = ["", BLANK_BEFORE, " ", "Stop.", LONG, "and " * 300]


@pytest.fixture(scope="module")
def theirs(analyser):
    return list(analyser.nlp.pipe(TEXTS))


def test_trees_and_names_are_those_that_spacy_gives_in_the_order_of_the_texts(
    analyser, theirs
):
    ours = analysed(analyser.nlp, TEXTS)
    assert [doc.text for doc in ours] == TEXTS
    for own, their in zip(ours, theirs, strict=True):
        assert own.to_array(READ).tolist() == their.to_array(READ).tolist()


def test_nothing_gives_nothing(analyser):
    assert analysed(analyser.nlp, []) == []


def test_more_texts_than_step_together_come_back_in_order(analyser):
    texts = [f"Anna Field met {number} ministers." for number in range(150)]
    docs = analysed(analyser.nlp, texts)
    assert [doc.text for doc in docs] == texts
    assert {doc[1].head.text for doc in docs} == {"met"}


@Language.component("shouting_of_test")
def shout(doc):
    doc.user_data["shouted"] = doc.text.upper()
    return doc


def test_a_component_that_is_a_plain_function_runs_as_well():
    nlp = load_model().nlp
    nlp.add_pipe("shouting_of_test")
    (doc,) = analysed(nlp, ["Ships sank."])
    assert doc.user_data["shouted"] == "SHIPS SANK."
    assert doc[0].dep_ == "nsubj"


def test_a_parser_that_keeps_several_trees_is_left_to_spacy():
    nlp = load_model().nlp
    nlp.get_pipe("parser").cfg["beam_width"] = 4
    (doc,) = analysed(nlp, ["Ships sank near Peru."])
    assert doc[0].dep_ == "nsubj"
    assert Doubts.of(doc) is None


def test_the_parser_doubts_an_attachment_that_could_as_well_be_another(analyser):
    (doc,) = analysed(
        analyser.nlp, ["The man saw the girl with the telescope in the park."]
    )
    doubts = Doubts.of(doc)
    assert doubts.between(0, 3) == 0.0
    assert doubts.between(8, 8) > 0.15  # "in the park" is told of one or the other


def test_a_plain_clause_leaves_no_doubt(analyser):
    (doc,) = analysed(analyser.nlp, ["Anna Field visited Peru."])
    assert Doubts.of(doc) == Doubts((), (0.0,))


def test_many_steps_are_looked_through_as_few_are(analyser, monkeypatch):
    once = Doubts.of(analysed(analyser.nlp, TEXTS)[4])
    monkeypatch.setattr("kg.stepping._AT_ONCE", 3)
    assert Doubts.of(analysed(analyser.nlp, TEXTS)[4]) == once
    assert once.places


def test_an_article_has_the_doubts_of_its_blocks_at_their_places(analyser):
    blocks = ["A title is here", LONG, BLANK_BEFORE.strip()]
    doc = analyser.analyse(parse_article("\n".join(blocks) + "\n", "x"))
    whole = Doubts.of(doc)
    (alone,) = analysed(analyser.nlp, [LONG])
    start = next(token.i for token in doc if token.text == "Flying")
    found = Doubts.of(alone)
    assert found.places
    assert [place - start for place in whole.places if start <= place][
        : len(found.places)
    ] == list(found.places)


def test_a_doc_of_docs_without_doubts_has_none(analyser):
    plain, doubted = (Doc(analyser.nlp.vocab, words=["a", "b"]) for _ in range(2))
    keep_doubts(doubted, {1: 0.5})
    join_doubts([plain, doubted], plain)
    assert Doubts.of(plain) is None
    join_doubts([doubted, doubted], plain)
    assert Doubts.of(plain) == Doubts((1, 3), (0.0, 0.5, 1.0))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(0, 9, 1.5), (2, 2, 0.5), (3, 4, 0.0), (5, 9, 1.0), (6, 9, 0.0)],
)
def test_doubts_are_summed_from_the_first_to_the_last_token(first, last, expected):
    assert Doubts((2, 5), (0.0, 0.5, 1.5)).between(first, last) == expected
