"""What is between two is told of both, where it is there."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The talks between France and Germany failed.",
            ("France", "talkWith", "Germany"),
        ),
        (
            "It praised the partnership between Acme Corp. and Sony.",
            ("Acme Corp.", "partnerWith", "Sony"),
        ),
    ],
)
def test_what_is_between_two_is_had_by_both(asserted, text, fact):
    assert fact in asserted(text)


@pytest.mark.parametrize(
    "text",
    [
        "The border between France and Germany was closed.",
        "She called for talks between France and Germany.",
        "A deal between France and Germany was supposed to last.",
    ],
)
def test_what_lies_between_or_is_wanted_is_not(asserted, text):
    assert not [f for f in asserted(text) if f[1].endswith("With")]
