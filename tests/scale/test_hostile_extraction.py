"""Hostile texts through the whole extraction: every span stays an exact slice."""

from __future__ import annotations

import hostile
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from standins import write

from kg.articles import parse_article
from kg.errors import ReadError
from kg.extraction_record import extraction_from_line, to_line
from kg.limits import attempt
from kg.pipeline import extract_article

pytestmark = pytest.mark.model

TEXTS = dict(hostile.texts())
#: Enough to show what grows with the square, little enough to run in a minute.
MOST = 9_000
LETTERS = st.characters(codec="utf-8", exclude_characters="\x00")
CLAUSES = st.sampled_from(
    [
        "Smith", "He", "“We", "said", "the U.S.", "not", "has been", "visited", "(",
        ")", "”", "’s", "Paris", "on Monday", ",", ".", "that", "who", "whether",
        "will", "President", "and", "of", "to", "urged", "no one", "if", "?", "—", "\n",
        "\n\n", "2024", "$5 million", "…", "ever", "it", "them", "which", "İ", "😀",
    ]
)  # fmt: skip


def hold(extraction):
    text = extraction.article.text
    for mention in extraction.mentions:
        assert mention.span.of(text) == mention.text
    for sentence in extraction.sentences:
        assert sentence.span.of(text)
    for statement in extraction.statements:
        assert statement.evidence.span.of(text) == statement.evidence.text
        assert 0 <= statement.confidence <= 1
    assert extraction_from_line(to_line(extraction)) == extraction


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_extracted_in_exact_slices(analyser, name, tmp_path):
    try:
        article = parse_article(TEXTS[name][:MOST], name)
    except ReadError:
        return
    found = attempt(lambda one: extract_article(one, analyser), article, seconds=30)
    assert not isinstance(found, str), found
    hold(found)
    assert "graph.ttl" in write([found], tmp_path / "out").files


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(CLAUSES | st.text(LETTERS, max_size=8), min_size=1, max_size=40))
def test_any_words_are_extracted_in_exact_slices(analyser, words):
    text = " ".join(words)
    if text.strip():
        hold(extract_article(parse_article(text, "any"), analyser))
