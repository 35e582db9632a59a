"""Parsing articles: one Doc as long as the text, and nothing hidden about the model."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.analysis import load_model
from kg.articles import parse_article
from kg.errors import AnalysisError

pytestmark = pytest.mark.model

TEXT = (
    "World\nA minister went to Kyiv for talks\nSmith left — at “noon”.\n"
    "CLICK HERE TO READ MORE\nBrown stayed.\n"
)


def test_a_doc_is_as_long_as_the_text_and_its_offsets_are_the_texts(analyser):
    article = parse_article(TEXT, "t")
    doc = analyser.analyse(article)
    assert len(doc.text) == len(TEXT)
    for token in doc:
        if not token.is_space:
            assert TEXT[token.idx : token.idx + len(token)] == token.text


def test_labels_and_advertisements_are_not_parsed(analyser):
    doc = analyser.analyse(parse_article(TEXT, "t"))
    words = {token.text for token in doc}
    assert "World" not in words
    assert "CLICK" not in words
    assert "Brown" in words


def test_a_text_that_is_all_advertisement_gives_a_blank_doc_of_its_length(analyser):
    text = "© 2024 Example News"
    doc = analyser.analyse(parse_article(text, "t"))
    assert len(doc.text) == len(text)
    assert not doc.text.strip()


def test_no_sentence_runs_over_the_end_of_a_block(analyser):
    article = parse_article("A title here\nSmith left\nBrown stayed.\n", "t")
    sents = [sent.text.strip() for sent in analyser.analyse(article).sents]
    assert "Smith left" in sents


def test_a_headline_in_capitals_is_parsed_in_true_case(analyser):
    text = "A title here\nThe jets left Ukraine.\nJETS LEFT UKRAINE, BLINKEN SAYS\n"
    doc = analyser.analyse(parse_article(text, "t"))
    assert [t.text for t in doc if t.i > 8 and not t.is_space][:3] == [
        "jets",
        "left",
        "Ukraine",
    ]


def test_a_block_too_long_for_a_paragraph_is_parsed_in_parts(analyser):
    text = "A title here\n" + "Smith left Paris and Brown stayed. " * 400
    doc = analyser.analyse(parse_article(text, "t"))
    assert doc.text.split() == text.split()
    sents = [sent.text.strip() for sent in doc.sents]
    assert sents.count("Smith left Paris and Brown stayed.") == 400
    endless = analyser.analyse(parse_article("word " * 9_000, "t"))
    assert max(len(sent.text) for sent in endless.sents) <= 5_000


def test_a_run_of_characters_that_is_no_word_is_not_parsed(analyser):
    text = f"A title here\nSmith left {'“' * 60_000} Paris.\n"
    doc = analyser.analyse(parse_article(text, "t"))
    assert [t.text for t in doc if not t.is_space][-4:] == [
        "Smith",
        "left",
        "Paris",
        ".",
    ]
    assert text[doc[-2].idx] == "." or text[doc[-1].idx] == "."


def test_an_article_of_advertisements_alone_gives_an_empty_doc(analyser):
    article = parse_article("CLICK HERE\nSUBSCRIBE NOW\n", "t")
    assert [token for token in analyser.analyse(article) if not token.is_space] == []


def test_a_model_that_is_not_there_is_one_clear_error():
    with pytest.raises(AnalysisError, match="model 'no_such_model': cannot be loaded"):
        load_model("no_such_model")


def test_a_model_without_a_parser_is_refused(tmp_path):
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(AnalysisError, match="has no tagger, parser"):
        load_model(str(tmp_path / "blank"))


def test_only_the_known_version_warning_is_silenced():
    code = (
        "import warnings; warnings.simplefilter('error');"
        "from kg.analysis import load_model; load_model()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(min_size=1, max_size=300))
def test_any_text_gives_a_doc_of_its_length(analyser, text):
    if text.strip():
        assert len(analyser.analyse(parse_article(text, "t")).text) == len(text)


def test_a_short_link_under_a_tweet_is_no_word(analyser):
    text = "A title here\nSmith saw it. pic.twitter.com/aBcD123 https://t.co/xYz9\n"
    words = {token.text for token in analyser.analyse(parse_article(text, "t"))}
    assert not any("/" in word for word in words)
    assert "saw" in words
