"""Telling the blocks of a text apart."""

from __future__ import annotations

from datetime import date

import pytest

from kg.blocks import find_blocks, parse_date
from kg.tables import read_toml


def kinds_of(text, title=""):
    layout = find_blocks(text, source="t", title=title)
    return [(block.kind.value, block.span.of(text)) for block in layout.blocks]


def test_a_short_first_line_before_the_title_is_a_label():
    text = "Politics\nSenate passes the budget after a long night\nThe Senate voted.\n"
    assert kinds_of(text) == [
        ("label", "Politics"),
        ("title", "Senate passes the budget after a long night"),
        ("paragraph", "The Senate voted."),
    ]


def test_one_paragraph_alone_has_no_title():
    assert kinds_of("Smith visited Paris") == [("paragraph", "Smith visited Paris")]


def test_a_first_line_that_is_a_sentence_is_no_title():
    assert kinds_of("Smith left.\nBrown stayed.")[0] == ("paragraph", "Smith left.")


def test_a_date_under_the_title_dates_the_article():
    text = "Ship sinks off the coast\nMonday, May 18, 2015\nIt sank on Friday.\n"
    assert find_blocks(text, source="t").date == date(2015, 5, 18)
    assert kinds_of(text)[1] == ("dateline", "Monday, May 18, 2015")


def test_a_dateline_before_the_first_words_is_cut_off():
    text = "New flag chosen\nThursday, May 7, 2015 On Tuesday, voters chose.\n"
    assert kinds_of(text)[1:] == [
        ("dateline", "Thursday, May 7, 2015"),
        ("paragraph", "On Tuesday, voters chose."),
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("MADRID (AP) — More than 400 people left.", "MADRID (AP) —"),
        ("WASHINGTON, July 10 (Reuters) - The Senate voted.", None),
        ("NEW YORK — The Senate voted.", "NEW YORK —"),
        ("Kyiv, Ukraine (AFP) – The mayor left.", "Kyiv, Ukraine (AFP) –"),
        ("ST. LOUIS -- The mayor left.", "ST. LOUIS --"),
        (
            "OSLO, Norway/PARIS (Reuters) - The mayor left.",
            "OSLO, Norway/PARIS (Reuters) -",
        ),
        ("OSLO/PARIS, May 2 (AFP) - The mayor left.", "OSLO/PARIS, May 2 (AFP) -"),
    ],
)
def test_an_agencys_dateline_is_cut_off(line, place):
    text = f"A title stands here\n{line}\nBrown stayed.\n"
    kind, words = kinds_of(text)[1]
    assert kind == "dateline"
    assert words == (place or "WASHINGTON, July 10 (Reuters) -")


@pytest.mark.parametrize(
    "line",
    [
        "NATO — founded in 1949 — met on Monday.",
        "Healey — new to the job — left.",
        "UN (United Nations) staff left.",
        "Smith left — and so did Brown (AP) — on Monday.",
        "BBC - the broadcaster - said so.",
    ],
)
def test_a_sentence_with_a_dash_is_no_dateline(line):
    text = f"A title stands here\n{line}\nBrown stayed.\n"
    assert kinds_of(text)[1] == ("paragraph", line)


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "Budget passes at last\n\nThe Senate voted on the budget late\nin the night,"
        " after a debate that\nlasted for hours.\n\nThe House votes\ntomorrow.\n"
    )
    assert [kind for kind, _ in kinds_of(text)] == ["title", "paragraph", "paragraph"]
    assert kinds_of(text)[2][1] == "The House votes\ntomorrow."


def test_windows_line_ends_stay_outside_the_blocks():
    text = "A title here\r\nSmith left.\r\nBrown stayed.\r\n"
    assert [words for _, words in kinds_of(text)][1:] == [
        "Smith left.",
        "Brown stayed.",
    ]


@pytest.mark.parametrize("row", read_toml("blocks.toml")["advertisement"])
def test_every_advertisement_row_knows_its_example(row):
    text = f"A title here\nSmith left the room.\n{row['example']}\nBrown stayed.\n"
    layout = find_blocks(text, source="t")
    assert [s.text for s in layout.skipped] == [row["example"]]
    assert layout.skipped[0].reason == row["reason"]


def test_a_quoted_sentence_that_begins_like_an_advertisement_is_read():
    text = "A title here\nSmith left.\nSubscribe to that idea, he said, “and fail.”\n"
    assert [kind for kind, _ in kinds_of(text)][-1] == "paragraph"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Monday, May 18, 2015", date(2015, 5, 18)),
        ("Sept. 3, 2021", date(2021, 9, 3)),
        ("18 May 2015", date(2015, 5, 18)),
        ("2015-05-18T10:00:00Z", date(2015, 5, 18)),
        ("2015-02-31", None),
        ("May 2015", None),
        ("Mayor 3, 2015", None),
        ("", None),
    ],
)
def test_a_full_date_is_parsed_and_nothing_else(words, expected):
    assert parse_date(words) == expected


def test_a_few_words_alone_behind_a_sentence_are_a_section_label():
    text = "A title here\nSmith left the room.\nA new era\nBrown stayed.\n"
    assert kinds_of(text)[2] == ("label", "A new era")
    assert find_blocks(text, source="t").skipped[0].reason == "section label"


@pytest.mark.parametrize(
    "line",
    ["Brown stayed.", "Q: Brown", "He saw a new era", "Brown's plan", "US exports"],
)
def test_a_sentence_an_answer_a_name_or_a_longer_line_is_no_label(line):
    text = f"A title here\nSmith left the room.\n{line}\nGreen came.\n"
    assert kinds_of(text)[2] == ("paragraph", line)


def test_members_of_a_list_are_no_labels():
    text = "A title here\nThe winners are:\nAnn Lee\nTom Poe\nThey got a cup.\n"
    assert [kind for kind, _ in kinds_of(text)[1:]] == ["paragraph"] * 4


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the broadcaster found abuses in three camps.",
        "By Tuesday the ministers had agreed on a budget for the year.",
        "Published in 1998, the book sold well.",
        "This report was published by the ministry on Tuesday.",
        "Follow the money, he says.",
        "Photos of the crash show two trucks.",
    ],
)
def test_a_sentence_that_begins_like_a_byline_is_read(line):
    text = f"A title here\nSmith left the room.\n{line}\nBrown stayed.\n"
    assert kinds_of(text)[2] == ("paragraph", line)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("| Oslo | 12 | 30 |", False),
        ("Ann Lee | Mill News wrote about the mill.", True),
    ],
)
def test_a_row_of_a_table_is_not_read_and_a_bar_is(line, read):
    text = f"The mill is sold\n\nBakers sold the mill on Monday.\n\n{line}\n"
    kinds = {words: kind for kind, words in kinds_of(text)}
    assert (kinds[line] == "paragraph") == read
