"""The values: what they refuse and what they derive."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graphs import visit
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Attribution, Modality, Polarity, Span, statement_id


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_span_that_is_no_range_is_refused(start, end):
    with pytest.raises(ValueError, match="empty or reversed span"):
        Span(start, end)


@pytest.mark.parametrize(
    "change",
    [
        {"polarity": Polarity.NEGATIVE},
        *({"modality": m} for m in Modality if m is not Modality.ACTUAL),
        {
            "attribution": Attribution(
                None, "officials", "officials", "said", quoted=False
            )
        },
    ],
    ids=str,
)
def test_only_the_positive_actual_and_unattributed_is_asserted(change):
    fact = visit().statements[0]
    assert fact.asserted
    assert not replace(fact, **change).asserted


@given(st.lists(st.text(), min_size=3, max_size=3, unique=True))
def test_different_contents_have_different_ids(parts):
    kinds = {"polarity": Polarity.POSITIVE, "modality": Modality.ACTUAL}
    one = statement_id(*parts, **kinds)
    assert one == statement_id(*parts, **kinds)
    assert one != statement_id(parts[1], parts[0], parts[2], **kinds)
    assert one != statement_id(*parts, **{**kinds, "polarity": Polarity.NEGATIVE})
