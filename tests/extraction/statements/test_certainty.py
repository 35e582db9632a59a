from dataclasses import replace

import pytest

from kg.articles import parse_article
from kg.extraction.statements.certainty import certainty_of, doubt_told, signs_of
from kg.pipeline import extract_article

pytestmark = pytest.mark.model


@pytest.fixture
def sure(analyser):
    def certainties(text):
        found = extract_article(parse_article(text, "x"), analyser).statements
        return {s.predicate.id: s for s in found}

    return certainties


def test_a_short_clause_between_names_is_nearly_sure(sure):
    assert sure("Anna Field visited Peru.")["visit"].confidence > 0.9


def test_a_shared_subject_is_less_sure_than_its_own(sure):
    found = sure(
        "Anna Field visited the old harbour of the town on Sunday and praised Peru."
    )
    assert found["praise"].confidence < found["visit"].confidence


def test_what_stands_beside_a_noun_is_less_sure_than_a_clause(sure):
    found = sure("The mayor opened a bridge in Oslo.")
    assert found["in"].confidence < found["open"].confidence


def test_every_confidence_is_a_share(sure):
    for statement in sure("Anna Field said the mayor of Lima may visit Peru.").values():
        assert 0 < statement.confidence < 1


def test_certainty_is_of_the_statement_and_of_how_unsure_the_parser_was(sure):
    statement = sure("Anna Field visited Peru.")["visit"]
    signs = signs_of(replace(statement, confidence=0.1))
    assert certainty_of(signs, 0.0) == statement.confidence
    doubted = [certainty_of(signs, doubt) for doubt in (0.0, 1.0, 2.0, 3.0)]
    assert doubted == sorted(set(doubted), reverse=True)
    assert certainty_of(signs) > doubted[-1]


@pytest.mark.parametrize(("doubt", "told"), [(0.0, 0.0), (0.96, 1.0), (90.0, 4.0)])
def test_no_doubt_tells_more_than_much_doubt(doubt, told):
    assert doubt_told(doubt) == told


def test_a_clause_that_the_parser_doubts_is_less_sure_than_a_plain_one(sure):
    plain = sure("The man praised the girl.")["praise"]
    doubted = sure("The man fish fear praised the girl the boats near left alone.")
    assert min(s.confidence for s in doubted.values()) < plain.confidence
