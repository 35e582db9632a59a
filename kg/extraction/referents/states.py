"""Read a state behind a town or a party: "Tampa, FL", "Monroe, La.", "(R-Utah)"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.parse.words import numbers_of
from kg.extraction.referents.names import name_of
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from kg.extraction.referents.names import Name

__all__ = ["PARTIES", "find_seats", "find_states"]

#: Who is of a party, by its letter before a politician's state.
PARTIES = {"D": "democrat", "I": "independent", "R": "republican"}
_BEFORE = frozenset({"(", ","})


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


def find_seats(doc: Doc) -> Iterator[Name]:
    """Find the states behind the letters of parties, which the model often misses."""
    for party in numbers_of(doc, PARTIES.keys()):
        start = party + 2
        inside = party > 0 and start < len(doc) and doc[party + 1].text == "-"
        if not inside or doc[party - 1].text not in _BEFORE:
            continue
        end = start + 1
        if end < len(doc) and doc[end].text == "." and not doc[start].whitespace_:
            end += 1  # the tokenizer knows no "W.Va."
        while end < len(doc) and doc[end].tag_ == "NNP" and doc[end].text.isalpha():
            end += 1  # "D-New York"
        if doc[start].text[:1].isupper():
            yield name_of(doc, start, end, "place")


def _seat_of(doc: Doc, name: Name) -> str | None:
    """Give the state behind the letter of a party: "(R-Calif.)"."""
    if name.start < 2 or doc[name.start - 1].text != "-":  # noqa: PLR2004
        return None
    party = doc[name.start - 2].text in PARTIES
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
