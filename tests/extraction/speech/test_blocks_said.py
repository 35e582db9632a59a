"""Whole blocks of a text that somebody else says: posts and interviews."""

import pytest

from kg.articles import parse_article
from kg.extraction.speech.quotes import find_quotes
from kg.pipeline import extract_article

pytestmark = pytest.mark.model


@pytest.fixture
def told(analyser):
    """Give the blocks that somebody says, as (words, speaker)."""

    def read(text):
        doc = analyser.analyse(parse_article(text, "x"))
        return [
            (
                " ".join(doc[quote.start : quote.end].text.split()),
                quote.speaker.text if quote.speaker else None,
            )
            for quote in find_quotes(doc)
        ]

    return read


_POST = (
    "The Harbour Cup ended late.\n\nWhat a night! My crew never gave up.\n\n"
    "{signature}\n\nThe town celebrated."
)


def test_a_post_is_whose_name_signs_it(told):
    text = _POST.format(signature="— Mira Sand (@mirasand) June 2, 2020")
    assert told(text) == [("What a night! My crew never gave up.", "Sand")]


@pytest.mark.parametrize(
    "signature",
    ["— Mira Sand, June 2, 2020", "Mira Sand (@mirasand) won the cup in June 2020."],
    ids=["no-handle", "no-dash"],
)
def test_a_line_that_signs_nothing_leaves_the_text_before_it_the_writers(
    told, signature
):
    assert told(_POST.format(signature=signature)) == []


def test_the_lines_of_a_post_belong_together(told):
    text = (
        "It rained.\n\nThe ferry is late.\nBring coats.\n\n"
        "— Port of Aska (@askaport) May 3, 2021\n\nIt left at noon."
    )
    assert told(text) == [("The ferry is late. Bring coats.", "Port")]


def test_a_post_holds_what_it_quotes(told):
    text = (
        "It rained.\n\nHe said “we won” and left.\n\n"
        "— Mira Sand (@mirasand) June 2, 2020\n\nThe town celebrated."
    )
    assert told(text) == [("He said “we won” and left.", "Sand")]


def test_words_go_on_behind_a_post(told):
    text = (
        "Lund spoke late.\n\n“We won the cup,” he said.\n\nNo way!\n\n"
        "— Mira Sand (@mirasand) June 2, 2020\n\n“The fans helped us.”\n\nIt rained."
    )
    assert told(text) == [
        ("We won the cup,", "he"),
        ("No way!", "Sand"),
        ("The fans helped us.", "he"),
    ]


def test_nothing_in_a_post_is_the_articles_own_word(analyser):
    text = _POST.format(signature="— Mira Sand (@mirasand) June 2, 2020")
    found = extract_article(parse_article(text, "x"), analyser).statements
    by = {s.predicate.id: s.attribution.label if s.attribution else None for s in found}
    assert by["giveUp"] == "Mira Sand"
    assert by["celebrate"] is None


_INTERVIEW = "We met the new warden.\n\nQ: Why here?\n\nA: The {0}\n\n{1}\n\nThe end."


def test_what_is_asked_and_answered_is_not_the_writers(told):
    text = _INTERVIEW.format(
        "lake is deep.\n\nThe shore is steep.", "Q: And now?\n\nA: We fish."
    )
    assert told(text) == [
        ("Why here?", None),
        ("The lake is deep. The shore is steep.", None),
        ("And now?", None),
        ("We fish.", None),
    ]


def test_a_single_question_and_answer_make_no_interview(told):
    assert told(_INTERVIEW.format("lake is deep.", "It rained.")) == []


_LIST = "Rain fell.\n\n{0}:\n\n- The lake is deep\n\n- The shore is steep\n\nIt ended."


def test_a_list_behind_a_saying_is_the_speakers(told):
    assert told(_LIST.format("Mira Sand also said")) == [
        ("The lake is deep", "Sand"),
        ("The shore is steep", "Sand"),
    ]


def test_a_list_behind_another_verb_is_the_texts_own(told):
    assert told(_LIST.format("Mira Sand found two things")) == []
