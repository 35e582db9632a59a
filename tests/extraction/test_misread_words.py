"""What a wrong reading says is not told: each by its mechanism, with a near miss."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


#: A text, what it says, and what only a wrong reading of it says.
READ = [
    (
        "In fact, the bakery believes in rye.",
        ("bakery", "believeIn", "rye"),
        ("bakery", "believeIn", "fact"),
    ),
    (
        "In addition, the second tunnel is for trams.",
        ("second tunnel", "beFor", "tram"),
        ("second tunnel", "beIn", "addition"),
    ),
    (
        "With the end of the strike, the shortage is over.",
        ("shortage", "be", "over"),
        ("shortage", "beWith", "end of strike"),
    ),
    ("The team is far from finished.", None, ("team", "be", "far")),
]


@pytest.mark.parametrize(("text", "said", "unsaid"), READ)
def test_a_wrong_reading_is_not_told(asserted, text, said, unsaid):
    found = asserted(text)
    assert unsaid not in found
    assert said is None or said in found
