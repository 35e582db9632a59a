"""What comes to how much is told of what it is, unless it is only expected."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Acme reported a loss of $3 million.", ("loss", "be", "$3 million")),
        ("It has debts of about $9 million.", ("debt", "be", "about $9 million")),
        ("The lake has a depth of 90 feet.", ("depth", "be", "90 feet")),
    ],
)
def test_what_comes_to_how_much_is_told(asserted, text, fact):
    assert fact in asserted(text)


@pytest.mark.parametrize(
    "text",
    [
        "Acme expects a loss of $3 million.",
        "The mayor may face a fine of $500.",
        "They spent hundreds of millions of dollars.",
        "Half of 90 percent is little.",
    ],
)
def test_what_is_expected_or_only_measured_is_not(asserted, text):
    assert not [f for f in asserted(text) if f[1] == "be" and "$" in f[2]]
