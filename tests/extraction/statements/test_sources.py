"""Whose word a statement is, from text to statements."""

import pytest

from kg.articles import parse_article
from kg.pipeline import extract_article

pytestmark = pytest.mark.model


@pytest.fixture
def by(analyser):
    """Give by whom the statements with a predicate are said, None for the writer."""

    def speakers(text, predicate):
        found = extract_article(parse_article(text, "x"), analyser).statements
        told = [s for s in found if s.predicate.id == predicate]
        assert told, found
        return {s.attribution.label if s.attribution else None for s in told}

    return speakers


@pytest.mark.parametrize(
    ("text", "predicate", "speaker"),
    [
        (
            "Contradictions in his account led police to search it, the agency said.",
            "search",
            "agency",
        ),
        ("In his account, the police searched the barn in vain.", "search", "unnamed"),
        ("In Lund's account, the police searched the barn.", "search", "Lund"),
        (
            "The mayor says the collapse of the bank means the fund will shrink.",
            "shrink",
            "mayor",
        ),
        ("The collapse of the bank means the fund will shrink.", "shrink", None),
        ("The study means that the fund will shrink.", "shrink", "study"),
        (
            "The former clerk, accused of stealing the jewels, left the town.",
            "steal",
            "unnamed",
        ),
        ("Lund, accused by Berg of stealing the jewels, left.", "steal", "Berg"),
        (
            "Government accusations that the opposition burned the barn angered Berg.",
            "burn",
            "government",
        ),
        ("Berg has a theory that the opposition burned the barn.", "burn", "Berg"),
        ("Berg denied a report that the crew burned the barn.", "burn", "Berg"),
        (
            "In a paper, published recently, Lund shows that ghosts need walls.",
            "need",
            "Lund",
        ),
        (
            '"Stoves keep crews warm, so they need less coal," says the survey team.',
            "keep",
            "survey team",
        ),
        ('"Nobody knew that the dam leaked," he says.', "leak", "unnamed"),
        ("The dam crisis, he said, was dull.", "be", "unnamed"),
        (
            "The authors blame the wind. It was strong. They say the dam leaked.",
            "leak",
            "author",
        ),
        (
            'For Omar Diaz, Paul Klee was great. He said, "Paul Klee loved tea."',
            "love",
            "Omar Diaz",
        ),
    ],
)
def test_only_who_can_speak_is_a_source(by, text, predicate, speaker):
    assert by(text, predicate) == {speaker}


def test_what_follows_from_a_thing_is_no_fact(analyser):
    text = "The smoke shows that the mill burns coal."
    found = extract_article(parse_article(text, "x"), analyser).statements
    (burns,) = [s for s in found if s.predicate.id == "burn"]
    assert not burns.asserted
    assert burns.attribution is None


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("Sheds fail safety checks: RSPCA", False),
        ("Sheds fail safety checks", True),
    ],
)
def test_a_headline_may_end_with_its_source(analyser, text, asserted):
    found = extract_article(parse_article(text, "x"), analyser).statements
    told = [s for s in found if s.predicate.id == "fail"]
    assert [s.asserted for s in told] == [asserted]


def contents(analyser, text):
    """Give what each saying says: by subject, the predicates and its words."""
    found = extract_article(parse_article(text, "x"), analyser).statements
    by_id = {s.id: s for s in found}
    return {
        s.subject.label: (
            s.object.label,
            {(by_id[i].predicate.id, by_id[i].attribution.label) for i in s.content},
        )
        for s in found
        if s.predicate.id == "say"
    }


def test_those_who_speak_together_all_count(analyser):
    said = contents(analyser, "Ann Lund and Bo Berg say the tax hurts farmers.")
    words = "the tax hurts farmers"
    assert said == {
        "Ann Lund": (words, {("hurt", "Ann Lund")}),
        "Bo Berg": (words, {("hurt", "Bo Berg")}),
    }


@pytest.mark.parametrize(
    ("text", "words", "predicates"),
    [
        ("The tram, Lund said, needs a driver.", "The tram needs a driver", {"need"}),
        ("In time, Lund said, the tax hurts farmers.", None, {"hurt"}),
        (
            '"The roof leaks," Lund said. "We are cold."',
            "The roof leaks",
            {"be", "leak"},
        ),
        ('"Wind broke the mill. Rain hit it," Lund said.', None, {"break", "hit"}),
    ],
)
def test_all_that_is_said_is_linked(analyser, text, words, predicates):
    ((_, (own, told)),) = contents(analyser, text).items()
    assert own
    assert words in {None, own}
    assert told == {(predicate, "Lund") for predicate in predicates}
