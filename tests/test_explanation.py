"""Why a statement is there: its sentence, its qualifiers, who is who."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graphs import small_graph, visit

from kg.explanation import NothingFoundError, explain, find_facts
from kg.graph import build_graph
from kg.model import Attribution, Predicate


@pytest.fixture(scope="module")
def graph():
    return small_graph()


def test_the_parts_of_a_sentence_are_marked(graph):
    text = explain(graph, "us ban strikes")
    assert "[subject: The US] [predicate: has not banned] [object: strikes]" in text
    assert "officials said." in text


def test_colour_takes_the_place_of_brackets(graph):
    text = explain(graph, "us ban strikes", colour=True)
    assert "[subject" not in text
    assert "\x1b[1;34mThe US\x1b[0m" in text


def test_what_is_not_asserted_says_why(graph):
    text = explain(graph, "us ban strikes")
    assert "not asserted: it is denied; official says it, not the article" in text
    assert "official ('officials' 'said', not quoted)" in text
    assert "planned, not told as having happened" in explain(graph, "NATO meet")


def _with_ban(**changes):
    article = visit()
    ban = replace(article.statements[2], **changes)
    return build_graph([replace(article, statements=(ban,))])


def test_what_is_denied_is_denied_in_its_headline_too():
    denied = _with_ban(predicate=Predicate("ban", "banned"))
    assert explain(denied, "strikes banned").startswith(
        "United States not banned strike\n"
    )
    assert "not a fact   United States not banned strike" in explain(denied, "strike")


def test_who_is_not_named_is_said_to_be_unnamed():
    told = Attribution(None, "", "", "it is said", quoted=False)
    text = explain(_with_ban(attribution=told), "us ban strikes")
    assert "; somebody unnamed says it, not the article" in text
    assert "said by     somebody unnamed ('it is said', not quoted)" in text


def test_the_same_word_twice_in_a_sentence_is_told_once():
    article = visit()
    twice = [m for m in article.mentions if m.text == "Ukraine"][:1] * 2
    text = explain(
        build_graph([replace(article, mentions=tuple(twice))]), "Healey visit Ukraine"
    )
    assert text.count("who is who  Ukraine = Ukraine") == 1


def test_every_reading_of_a_statement_is_shown(graph):
    text = explain(graph, "Healey visit Ukraine")
    assert "article talks, characters 0 to 23" in text
    assert "article visit 1, characters 23 to 58" in text
    assert "on Saturday = 2024-07-06 (day)" in text
    assert "Healey = John Healey (name, by alias)" in text


def test_an_id_of_a_statement_is_enough(graph):
    fact = find_facts(graph, "healey praise")[0]
    assert explain(graph, fact.id) == explain(graph, "healey praise")


def test_an_entity_shows_its_names_mentions_and_statements(graph):
    text = explain(graph, "john healey")
    assert text.startswith("John Healey (person)\n  also called  Healey")
    assert "[He] praised" in text
    assert "(pronoun, by pronoun)" in text
    assert "fact         John Healey visited Ukraine" in text


def test_asserted_statements_come_first(graph):
    facts = find_facts(graph, "NATO")
    assert [fact.asserted for fact in facts] == sorted(
        (fact.asserted for fact in facts), reverse=True
    )


@pytest.mark.parametrize("words", ["zebra", "", "ffffffffffffffff"])
def test_words_of_nothing_are_told(graph, words):
    with pytest.raises(NothingFoundError):
        explain(graph, words)


def test_a_slip_of_the_pen_gets_near_names(graph):
    with pytest.raises(NothingFoundError, match="near names: John Healey"):
        explain(graph, "Jon Haeley")
