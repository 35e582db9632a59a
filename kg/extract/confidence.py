"""How sure a reading is: a logistic table fitted on development data.

The weights of ``confidence.toml`` are for the rule that made the reading, for how its
clause hangs on the one above, for a subject that is inherited and for long sentences;
their sum goes through the logistic function. They are fitted by a script of the
benchmarks. Clauses of noun phrases have the share that was right when read by eye.
"""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING

from kg.tables import read_toml

if TYPE_CHECKING:
    from kg.extract.frames import Clause, ClauseKind

__all__ = ["LONG", "confidence_of", "main_rule", "noun_confidence", "signs_of"]

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
    value: float = read_toml("confidence.toml")["nominal"][kind.value]
    return value


def signs_of(rule: str, clause: Clause, *, length: int) -> tuple[str, ...]:
    """Give the signs of a reading in a sentence of some length."""
    words = {word.i for word in clause.words}
    inherited = not any(subject.head.i in words for subject in clause.subjects)
    return _signs(rule, clause.link.value, inherited=inherited, long=length > LONG)


@cache
def _signs(rule: str, link: str, *, inherited: bool, long: bool) -> tuple[str, ...]:
    signs = [f"rule={rule}", f"link={link}"]
    signs += ["inherited"] if inherited else []
    signs += ["long"] if long else []
    return tuple(signs)


def main_rule(clause: Clause) -> str:
    """Give the rule by which the surface reading makes a clause's main row."""
    if clause.objects:
        return "object"
    if clause.complement is not None:
        return "complement"
    return "oblique" if clause.obliques or clause.agents else "adverb"
