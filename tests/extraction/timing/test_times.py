import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.timing.times import Tense, read_time

TABLE = Path(__file__).parents[3] / "benchmarks" / "times.tsv"
ROWS = list(
    csv.DictReader(
        TABLE.read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
)


@pytest.mark.parametrize(
    "row", ROWS, ids=[f"{r['expression']}-{r['tense']}-{r['base']}" for r in ROWS]
)
def test_every_listed_expression_has_its_value(row):
    base = date.fromisoformat(row["base"]) if row["base"] else None
    time = read_time(row["expression"], tense=Tense(row["tense"]), base=base)
    assert (time.value or "", time.end or "") == (row["value"], row["end"])
    assert row["grain"] in {"", time.grain}
    assert time.text == row["expression"]


@given(st.text(max_size=40), st.sampled_from(Tense), st.dates())
def test_any_words_are_read_without_failing(words, tense, base):
    assert read_time(words, tense=tense, base=base).text == words


def test_a_day_that_does_not_exist_has_no_value():
    assert read_time("on February 30, 2020", tense=Tense.PAST).value is None


def test_an_hour_that_does_not_exist_has_no_value():
    found = read_time("at 25:10 on May 7, 2015", tense=Tense.PAST)
    assert found.value is None


@pytest.mark.parametrize(
    ("words", "tense", "base", "value", "end"),
    [
        (
            "from 20 December to 6 January",
            Tense.FUTURE,
            date(2015, 5, 7),
            "2015-12-20",
            "2016-01-06",
        ),
        (
            "from 20 December to 6 January",
            Tense.PAST,
            date(2016, 1, 15),
            "2015-12-20",
            "2016-01-06",
        ),
        ("from 20 May to 3 May", Tense.PAST, date(2016, 7, 1), None, None),
        ("from 5 May 2020 to 3 May 2019", Tense.PAST, None, None, None),
    ],
)
def test_a_range_never_ends_before_it_begins(words, tense, base, value, end):
    found = read_time(words, tense=tense, base=base)
    assert (found.value, found.end) == (value, end)
