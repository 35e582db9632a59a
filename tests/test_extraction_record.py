"""Lines of JSON: what is written comes back equal, and nothing else is taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from graphs import talks, visit
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction_record import article_from_line, extraction_from_line, to_line
from kg.model import Article, BlockKind, Grain, How, Polarity, Time


@pytest.mark.parametrize("make", [visit, talks], ids=["visit", "talks"])
def test_an_extraction_comes_back_equal(make):
    assert extraction_from_line(to_line(make())) == make()


def test_choices_and_dates_come_back_as_what_they_were():
    read = extraction_from_line(to_line(visit()))
    assert type(read.mentions[0].how) is How
    assert type(read.article.blocks[0].kind) is BlockKind
    assert type(read.statements[0].polarity) is Polarity
    assert read.article.date is None or type(read.article.date) is date
    assert type(read.statements) is tuple


def test_an_article_comes_back_equal():
    article = replace(visit().article, date=date(2024, 7, 10), url="https://x.example")
    assert article_from_line(to_line(article)) == article


@given(st.text(alphabet=st.characters()), st.one_of(st.none(), st.dates()))
def test_any_text_and_date_come_back_equal_in_one_line(text, day):
    article = Article(text, text, (), title=text, date=day)
    line = to_line(article)
    assert len(line.splitlines()) == 1
    assert line.isascii()
    assert article_from_line(line.encode()) == article


@given(
    st.text(),
    st.sampled_from([None, *Grain]),
    st.floats(allow_nan=False),
    st.lists(st.text()).map(tuple),
)
def test_any_statement_comes_back_equal(text, grain, confidence, content):
    extraction = visit()
    changed = replace(
        extraction.statements[0],
        time=Time(text, text or None, grain),
        confidence=confidence,
        content=content,
    )
    extraction = replace(extraction, statements=(changed,))
    assert extraction_from_line(to_line(extraction)) == extraction


@pytest.mark.parametrize(
    "line", ["", "{", "[]", "null", "7", '["a"]', '["a","b",[["c",[0,0]]],"",null]']
)
def test_a_line_that_holds_no_article_is_a_value_error(line):
    with pytest.raises(ValueError, match=r".+"):
        article_from_line(line)


def test_a_line_of_an_article_is_no_extraction():
    with pytest.raises(ValueError, match="is no Extraction"):
        extraction_from_line(to_line(visit().article))
