"""Read the abbreviation of a state behind a town: "Tampa, FL", "Monroe, La."."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from kg.extraction.referents.names import Name

__all__ = ["find_states"]


@cache
def _states() -> dict[str, str]:
    """Give the state of each abbreviation, in small letters and without points."""
    table: dict[str, list[str]] = read_toml("entities.toml")["states"]
    return {short.lower(): state for state, shorts in table.items() for short in shorts}


def find_states(doc: Doc, names: Sequence[Name]) -> dict[int, str]:
    """Give the states that names mean by their abbreviations, by the name's number."""
    pairs = enumerate(pairwise(names), 1)
    found = [(i, _state_of(doc, one, name)) for i, (one, name) in pairs]
    found += [(i, _seat_of(doc, name)) for i, name in enumerate(names)]
    return {i: state for i, state in found if state is not None}


def _seat_of(doc: Doc, name: Name) -> str | None:
    """Give the state behind the letter of a party: "(R-Calif.)"."""
    if name.start < 2 or doc[name.start - 1].text != "-":  # noqa: PLR2004
        return None
    party = doc[name.start - 2].text in {"D", "I", "R"}
    return _states().get(name.words.replace(".", "").lower()) if party else None


def _state_of(doc: Doc, before: Name, name: Name) -> str | None:
    """Give the state that a short name means right behind a town and a comma."""
    if name.start != before.end + 1 or before.hint == "person":
        return None
    if doc[before.end].text != "," or name.end != name.start + 1:
        return None
    if not (name.words.isupper() or name.words.endswith(".")):
        return None
    return _states().get(name.words.replace(".", "").lower())
