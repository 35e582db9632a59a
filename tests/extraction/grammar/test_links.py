"""What clauses take over from the clauses on which they hang, each by its mechanism."""

from __future__ import annotations

import pytest

from kg.articles import parse_article
from kg.pipeline import extract_article

pytestmark = pytest.mark.model

SO = ("positive", "actual", None)
POSSIBLE = ("positive", "possible", None)
PLANNED = ("positive", "planned", None)
UNLIKELY = ("positive", "unlikely", None)
REQUESTED = ("positive", "requested", None)
WISHED = ("positive", "hypothetical", None)
ASKED = ("positive", "question", None)


def of(speaker, modality="actual"):
    return ("positive", modality, speaker)


@pytest.fixture
def worth(analyser):
    """Give what the statements with a predicate are worth, and by whom."""

    def found(text, predicate):
        statements = extract_article(parse_article(text, "x"), analyser).statements
        return {
            (
                s.polarity.value,
                s.modality.value,
                s.attribution.label if s.attribution else None,
            )
            for s in statements
            if s.predicate.id == predicate
        }

    return found


WHILE = [
    ("The firm may win customers while losing money.", "lose", POSSIBLE),
    ("The firm won customers while losing money.", "lose", SO),
    ("The sheep can graze while the dogs sleep.", "sleep", POSSIBLE),
    ("The sheep can graze, while the dogs sleep.", "sleep", SO),
    ("While the dogs sleep, the sheep can graze.", "sleep", SO),
    ("The sheep may have grazed while the dogs slept.", "sleep", SO),
]
OVER = [
    ("Having sold its mill, the firm will move to Riga.", "sell", SO),
    ("Selling its mill, the firm will move to Riga.", "sell", PLANNED),
    ("The vote will be late after the judge was hurt in a crash.", "beHurtIn", SO),
    ("The vote will be held after the judge is heard in Riga.", "beHeardIn", PLANNED),
    ("Judges decided to reopen the case after a witness was found.", "beFound", SO),
    ("Judges hoped to reopen the case after a witness was found.", "beFound", PLANNED),
    ("Lund fell. She’d broken a leg.", "break", SO),
    ("Lund fell. She’d break a leg.", "break", ("positive", "hypothetical", None)),
]
JUDGED = [
    ("The dam was so important that it was rebuilt.", "beRebuilt", SO),
    (
        "It was important that the dam was rebuilt.",
        "beRebuilt",
        ("positive", "required", None),
    ),
    ("It is not clear why the dam burst.", "burst", ASKED),
    ("It is clear why the dam burst.", "burst", SO),
    ("It is not clear that the dam burst.", "burst", ("negative", "actual", None)),
    ("It became clear that the dam had burst.", "burst", SO),
    ("It remains unclear why the dam burst.", "burst", ASKED),
    ("It is astonishing that the firm sold the mill.", "sell", SO),
    ("The rebels claimed responsibility for sinking the ferry.", "sink", POSSIBLE),
    ("The team got a penalty in May for breaking the rules.", "break", POSSIBLE),
    ("The idea was simple: the firm must sell the mill.", "be", SO),
    ("The efforts of a nurse who saved the boy were praised.", "save", SO),
    ("The tale of a nurse who saved the boy was read.", "save", POSSIBLE),
    ("The ministry ruled out Chad's involvement in the raid.", "involveIn", POSSIBLE),
    ("The ministry noted Chad's involvement in the raid.", "involveIn", SO),
]
SPEAKERS = [
    (
        "“We won the cup,” said Lund, adding that the fans had helped.",
        "help",
        of("Lund"),
    ),
    ("“We see signs that the river is rising,” Lund said.", "rise", of("Lund")),
    ("There are signs that the river is rising.", "rise", of("unnamed")),
    (
        "“It harms the interests” shared by Chad and Mali, Lund warned.",
        "share",
        of("Lund"),
    ),
    ("“It harms us,” warned Lund, the chief chosen by Chad.", "choose", SO),
    ("The mill was sold as the firm continued to lay off staff.", "beSold", SO),
    ("The mill was sold, as the firm continued.", "beSold", of("firm")),
    ("The mill closed (the firm would not give its reasons).", "close", SO),
    ("The mill closed (the firm told reporters).", "close", of("firm")),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), WHILE)
def test_a_while_of_time_is_worth_what_goes_with_it(worth, text, predicate, expected):
    assert worth(text, predicate) == {expected}


@pytest.mark.parametrize(("text", "predicate", "expected"), OVER)
def test_what_is_over_is_so_whatever_is_planned(worth, text, predicate, expected):
    assert worth(text, predicate) == {expected}


@pytest.mark.parametrize(("text", "predicate", "expected"), JUDGED)
def test_a_clause_is_judged_by_the_word_that_governs_it(
    worth, text, predicate, expected
):
    assert worth(text, predicate) == {expected}


@pytest.mark.parametrize(("text", "predicate", "expected"), SPEAKERS)
def test_a_clause_is_whose_word_the_text_tells(worth, text, predicate, expected):
    assert worth(text, predicate) == {expected}


GOVERNED = [
    ("The question is why Ann Lee sold the mill.", "sell", ASKED),
    ("The truth is that Lund sold the mill.", "sell", SO),
    ("Lawmakers debated the budget and whether the mill is safe.", "be", ASKED),
    ("Given that Lund owns the mill, he may sell it.", "own", SO),
    ("The mill may close, and the shop be sold in May.", "beSold", POSSIBLE),
    ("The mill may close, and the shop was sold in May.", "beSold", SO),
    ("Lund pleaded guilty to burning the mill.", "burn", POSSIBLE),
    (
        "Prosecutors charged Lund with theft by hiding the money.",
        "hide",
        of("prosecutor", "possible"),
    ),
    ("The bank kept its clients by hiding the money.", "hide", SO),
    ("Vega is expected to win the vote, ending the war.", "end", POSSIBLE),
    ("Vega tried to win the vote, ending the war.", "end", SO),
    ("Lund works at a mill called Norbrot that is famous.", "be", SO),
]
RESULTS = [
    ("The Otters held on to beat the Herons.", "beat", SO),
    ("Vega scored twice to lift the Otters.", "lift", SO),
    ("Vega added 25 points to lift the Otters.", "lift", SO),
    ("Vega added three cranes to lift the ships.", "lift", PLANNED),
    ("Vega trained to lift the Otters.", "lift", PLANNED),
]
TENSES = [
    ("The bank will open a mill that it bought in May.", "buy", SO),
    ("The bank will open any mill that it bought in May.", "buy", PLANNED),
    ("The bank hoped to open a mill that had a garden.", "have", PLANNED),
    ("The band is playing a show in Riga next month.", "play", PLANNED),
    ("The band played a show in Riga next to a mill.", "play", SO),
    ("The tour kicks off on July 3 in Riga.", "kickOffIn", PLANNED),
    ("The tour kicked off on July 3 in Riga.", "kickOffIn", SO),
]
TOLD = [
    ("The yeast, per the WHO, spoils bread.", "spoil", of("World Health Organization")),
    ("The yeast costs 5 dollars per pound.", "cost", SO),
    ("The video shows the guards hit a boy.", "hit", of("video")),
    ("The sloop is anything but fast.", "be", ("negative", "actual", None)),
    ("The sloop is nothing but fast.", "be", SO),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), GOVERNED)
def test_questions_premises_and_hopes_hand_on_what_they_are(
    worth, text, predicate, expected
):
    assert worth(text, predicate) == {expected}


@pytest.mark.parametrize(("text", "predicate", "expected"), RESULTS)
def test_what_a_score_led_to_is_done(worth, text, predicate, expected):
    assert worth(text, predicate) == {expected}


@pytest.mark.parametrize(("text", "predicate", "expected"), TENSES)
def test_the_tense_tells_what_is_over_and_what_is_arranged(
    worth, text, predicate, expected
):
    assert worth(text, predicate) == {expected}


@pytest.mark.parametrize(("text", "predicate", "expected"), TOLD)
def test_small_words_tell_whose_word_a_clause_is(worth, text, predicate, expected):
    assert worth(text, predicate) == {expected}


SEEN = [
    ("Lund posted a photo of Vega holding the cup.", "hold", SO),
    ("Lund spread the idea of Vega holding the cup.", "hold", of("unnamed")),
    ("The law bans Chad's imports of rice.", "import", POSSIBLE),
    ("The law taxes Chad's imports of rice.", "import", SO),
    ("Malta is looking for Chad's support.", "have", REQUESTED),
    ("Malta paid for Chad's support.", "have", SO),
    ("The bill and whether Lund wrote it were discussed.", "write", ASKED),
    ("The town is hosting the fair in May.", "host", PLANNED),
    ("The town hosted the fair in May.", "host", SO),
]
CONTENT = [
    ("Lund faces charges he stole the cup.", "steal", of("unnamed")),
    ("Lund faces charges he denied.", "deny", SO),
    ("There is little evidence that Lund stole it.", "steal", UNLIKELY),
    (
        "Officials admitted the town had twice as many cases as they reported.",
        "have",
        of("official"),
    ),
    ("The town had many cases, as officials reported.", "have", of("official")),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), SEEN)
def test_what_is_seen_in_a_picture_is_there_but_not_what_is_sought(
    worth, text, predicate, expected
):
    assert expected in worth(text, predicate)
    assert len(worth(text, predicate)) == 1


@pytest.mark.parametrize(("text", "predicate", "expected"), CONTENT)
def test_what_a_noun_tells_is_no_relative_clause(worth, text, predicate, expected):
    assert worth(text, predicate) == {expected}


AROUND = [
    ("Now that the mill is closed, workers may leave.", "be", SO),
    ("Vega was trying to leave when he met Lund.", "meet", SO),
    ("Vega was planning to leave when he met Lund.", "meet", PLANNED),
    ("The army may strike after talks failed in May.", "fail", SO),
    ("The army may have struck after talks failed in May.", "fail", POSSIBLE),
    ("Vega claims to own the mill.", "own", of("Vega")),
    ("Vega is thought to own the mill.", "own", POSSIBLE),
    ("Police tried to find out how deep the lake is.", "be", ASKED),
    ("Malta would like to see Chad agree, while Mali keeps its oil.", "keep", WISHED),
    ("Malta may see Chad agree, while Mali keeps its oil.", "keep", SO),
    ("Note: the mill was closed in May.", "beClosed", SO),
]


@pytest.mark.parametrize(("text", "predicate", "expected"), AROUND)
def test_what_stands_around_a_plan_is_worth_what_its_words_tell(
    worth, text, predicate, expected
):
    assert worth(text, predicate) == {expected}
