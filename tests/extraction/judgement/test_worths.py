"""Wrong assertions that a careful reader found, each by its mechanism."""

from __future__ import annotations

from datetime import date

import pytest

from kg.articles import parse_article
from kg.pipeline import extract_article

pytestmark = pytest.mark.model


@pytest.fixture
def say(analyser):
    def statements(text):
        article = parse_article(text, "x")
        found = extract_article(article, analyser, base_date=date(2024, 7, 11))
        return found.statements

    return statements


def worths(statements, subject, predicate):
    return {
        (s.polarity.value, s.modality.value, s.asserted)
        for s in statements
        if s.subject.label == subject and s.predicate.id == predicate
    }


def triples(statements):
    return {
        (s.subject.label, s.predicate.id, s.object.label, s.asserted)
        for s in statements
    }


DENIED = ("negative", "actual", False)
PLANNED = ("positive", "planned", False)
POSSIBLE = ("positive", "possible", False)

WORTHS = [
    ("Hardly any nurses joined the strike.", "nurse", "join", DENIED),
    ("Not one senator voted.", "senator", "vote", DENIED),
    ("The firm sold the mill rather than close it.", "firm", "close", DENIED),
    ("The senate has yet to ratify the treaty.", "senate", "ratify", DENIED),
    (
        "The airline scrapped plans to open a base in Riga.",
        "airline",
        "open",
        ("negative", "planned", False),
    ),
    (
        "Mora faces a fine when she is tried on Sept. 14.",
        "Mora",
        "beTried",
        PLANNED,
    ),
    ("Trade can resume as soon as the port opens.", "port", "open", PLANNED),
    (
        "The city launched a contest to find a name, and decide whether to vote.",
        "city",
        "decide",
        PLANNED,
    ),
    ("Vega was convicted of hiding the money.", "Vega", "hide", POSSIBLE),
    ("Police suspect the driver of hiding the gun.", "driver", "hide", POSSIBLE),
    ("The jury acquitted the senator of taking bribes.", "senator", "take", POSSIBLE),
]


@pytest.mark.parametrize(("text", "subject", "predicate", "worth"), WORTHS)
def test_what_is_not_so_is_told_as_that(say, text, subject, predicate, worth):
    assert worths(say(text), subject, predicate) == {worth}


def test_what_goes_on_is_so_though_help_is_still_to_come(say):
    text = 'Field said: "Where Malta is asking for help, we will look for ways."'
    (asked,) = [s for s in say(text) if s.predicate.id == "askFor"]
    assert asked.modality.value == "actual"


def test_what_befell_people_is_so_though_reaching_them_is_a_hope(say):
    found = say("Crews hope to reach 12 soldiers trapped by a storm.")
    assert worths(found, "storm", "trap") == {("positive", "actual", True)}


def test_votes_reject_no_bill(say):
    found = say("The bill was rejected by 61 votes to 59.")
    assert triples(found) == {("bill", "beRejected", "", True)}


def test_a_contrast_is_no_apposition(say):
    found = say("The queen opened the port, not the airport.")
    assert not [s for s in found if s.predicate.id == "be"]


def test_a_score_is_no_object(say):
    found = say("Chile lost 1 – 2 to Peru.")
    assert not [s for s in found if s.object.label.isdigit()]


def test_a_pronoun_of_nobody_known_is_no_object(say):
    (sold,) = say("The bank sold them.")
    assert sold.object.label == ""
    assert [(r.role, r.text) for r in sold.arguments] == [("object", "them")]


def test_what_tells_when_is_nobodys_word(say):
    found = say("The crowd cheered as the verdict was read.")
    assert all(s.attribution is None for s in found)


def test_what_a_thing_is_identified_as_is_told_of_the_thing(say):
    found = say("Experts identified a coin as belonging to a king.")
    assert {s.subject.label for s in found if "belong" in s.predicate.id} == {"coin"}


def test_a_phrase_in_quotation_marks_is_the_speakers_word(say):
    found = say(
        'The farmers asked for "urgent iodisation of all edible salt in Chile."'
    )
    (salt,) = [s for s in found if s.predicate.id == "in"]
    assert salt.attribution is not None
    assert salt.attribution.label == "farmer"


def test_a_source_without_a_name_is_told_as_such(say):
    found = say("People were encouraged to send drawings.")
    (sent,) = [s for s in found if s.predicate.id == "send"]
    assert sent.attribution is not None
    assert sent.attribution.label == "unnamed"


def test_nobody_does_nothing_even_with_an_exception(say):
    found = say("Nobody but the pilot left the plane.")
    assert {s.subject.label for s in found if s.asserted} == {"pilot"}


def test_the_second_of_a_contrast_is_denied(say):
    found = say("The queen opened the port, not the airport.")
    assert triples(found) == {
        ("queen", "open", "port", True),
        ("queen", "open", "airport", False),
    }


def test_a_ban_is_on_the_deed_and_not_on_the_doer(say):
    found = say("The law bans shops from selling fireworks.")
    assert ("law", "ban", "shops from selling fireworks", True) in triples(found)


def test_a_lender_holds_no_office(say):
    found = say("Norbank, Norway's biggest lender, bought a rival.")
    assert not [s for s in found if s.predicate.id.endswith("Of")]


def test_an_office_is_told_once(say):
    found = say("Norbank's chief executive, Kari Lie, resigned.")
    assert not [s for s in found if s.predicate.id == "have"]


def test_a_time_ends_before_the_clause_after_it(say):
    found = say("Peru scored in the 12th minute when captain Leo Vega hit a corner.")
    assert "in the 12th minute" in {s.time.text for s in found if s.time}


def test_a_member_of_a_group_keeps_its_own_words(say):
    found = say("The cult honours gods like Zeus and Athena.")
    assert {s.object.text for s in found if s.object.label == "Zeus"} == {"Zeus"}
    assert ("god", "include", "Zeus", True) in triples(found)


def test_what_a_poll_found_is_no_plan(say):
    found = say("A recent poll found only a quarter of voters favoured raising taxes.")
    (favoured,) = [s for s in found if s.predicate.id == "favour"]
    assert favoured.modality.value == "actual"
    assert favoured.attribution is not None
    assert favoured.attribution.label == "poll"


@pytest.mark.parametrize(
    "text",
    [
        "Striking workers, including Anna Field, are not joining the strike.",
        "The firm did not pay its striking workers, including Anna Field.",
    ],
)
def test_whom_a_group_includes_is_so_whatever_it_does_not_do(say, text):
    found = say(text)
    assert ("striking worker", "include", "Anna Field", True) in triples(found)


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        ("Norway's old mills closed in May.", True),
        ("Norway's old mills closed in May, according to the mayor.", False),
        ("The mayor said Norway's old mills closed in May.", False),
    ],
)
def test_what_a_name_has_is_told_by_whoever_tells_the_clause(say, text, asserted):
    assert ("Norway", "have", "old mill", asserted) in triples(say(text))
