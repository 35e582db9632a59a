"""How sure a reading is: a logistic table fitted on development data.

The weights of ``confidence.toml`` are for the rule that made the reading, for how its
clause hangs on the one above, for a subject that is inherited and for long sentences;
their sum goes through the logistic function. They are fitted by a script of the
benchmarks. Clauses of noun phrases have the share that was right when read by eye.
"""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING, NamedTuple

from kg.tables import read_toml

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.frames import ClauseKind, ClauseLink

__all__ = [
    "LONG",
    "Standing",
    "confidence_of",
    "main_rule",
    "noun_confidence",
    "signs_of",
]

#: A sentence of more tokens than this is often misparsed.
LONG = 40


@cache
def confidence_of(signs: tuple[str, ...]) -> float:
    """Give the confidence of a reading with some signs.

    >>> 0 < confidence_of(("rule=beyond",)) < confidence_of(("rule=object",)) < 1
    True
    """
    weights = read_toml("confidence.toml")["weights"]
    total = weights["bias"] + sum(weights.get(sign, 0.0) for sign in signs)
    return round(1 / (1 + exp(-total)), 3)


def noun_confidence(kind: ClauseKind) -> float:
    """Give the confidence of a clause inside a noun phrase."""
    value: float = read_toml("confidence.toml")["nominal"][kind]
    return value


class Standing(NamedTuple):
    """What of a clause its confidence rests on."""

    link: ClauseLink
    subjects: tuple[Token, ...]
    words: tuple[Token, ...]
    length: int


def signs_of(rule: str, standing: Standing) -> tuple[str, ...]:
    """Give the signs of a reading of a clause."""
    words = {word.i for word in standing.words}
    inherited = words.isdisjoint([subject.head.i for subject in standing.subjects])
    long = standing.length > LONG
    return _signs(rule, standing.link, inherited=inherited, long=long)


@cache
def _signs(rule: str, link: str, *, inherited: bool, long: bool) -> tuple[str, ...]:
    signs = [f"rule={rule}", f"link={link}"]
    signs += ["inherited"] if inherited else []
    signs += ["long"] if long else []
    return tuple(signs)


def main_rule(arguments: tuple[bool, ...], *, complement: bool) -> str:
    """Give the rule by which the surface reading makes a clause's main row.

    ``arguments`` tells whether there are objects, recipients, agents and obliques.
    """
    objects, _, agents, obliques = arguments
    if objects:
        return "object"
    if complement:
        return "complement"
    return "oblique" if obliques or agents else "adverb"
