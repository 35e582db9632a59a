"""Words are cleaned, measured and wrapped."""

from __future__ import annotations

import pytest

from kg.diagrams.letters import Font, clean, width_of, wrap
from kg.diagrams.styles import Wrap

_FONT = Font(9)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("two\nlines\tof\r\ntext", "two lines of text"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("a\x00b\x1b[31mc", "a b [31mc"),
        ("  ", ""),
        ("$5 & <b>", "$5 & <b>"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_any_text_becomes_one_clean_line(text, line):
    assert clean(text) == line


@pytest.mark.parametrize(
    "text",
    [
        "a short one",
        "several words that need to be broken into more than one line",
        "Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel",
        "https://example.org/a/very/long/address/that/has/no/space/at/all.html",
        "W" * 500,
    ],
)
def test_no_line_is_wider_than_allowed(text):
    lines = wrap(text, _FONT, Wrap(width=90, lines=3))
    assert len(lines) <= 3
    assert all(width_of(line, _FONT) <= 90 for line in lines)


def test_what_is_left_out_is_told_by_an_ellipsis():
    lines = wrap("one two three four five six", _FONT, Wrap(width=45, lines=2))
    assert lines[-1].endswith("…")


def test_nothing_is_lost_of_what_fits():
    text = "being able to strike Russian military targets"
    assert " ".join(wrap(text, _FONT, Wrap(width=80, lines=9))) == text
