"""What is up or down behind a comma is told of who or what is so."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Acme shares closed at $12, up 3 percent.", ("Acme share", "be", "up")),
        (
            "The average rent was $900, down from $950 a year ago.",
            ("average rent", "beDownFrom", "$950"),
        ),
    ],
)
def test_what_is_up_or_down_is_told(asserted, text, fact):
    assert fact in asserted(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dealers sold 900 boats, up 3 percent.",
        "The lift went up 3 floors.",
        "Acme shares may close at $12, up 3 percent.",
    ],
)
def test_nobody_is_up_for_having_sold_more(asserted, text):
    assert not [f for f in asserted(text) if f[1:] == ("be", "up")]
