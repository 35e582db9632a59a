"""How sure a statement is: the probability that it is right.

A clause's confidence ranks the rows of a sentence; this judges what is said. The
weights of ``certainty.toml`` are for the pattern, for the words of subject and object,
for whether the subject stands by its verb, and for each nat of the parser's doubts of
the words; their sum goes through the logistic function.
"""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING

from kg.extraction.relation_words import relation_words
from kg.model import Modality, Polarity
from kg.tables import read_toml

if TYPE_CHECKING:
    from kg.model import Argument, Predicate, Statement

__all__ = [
    "certainty_of",
    "doubt_told",
    "signs_of",
    "signs_of_words",
    "signs_of_worth",
]

#: A subject further from its verb than this is one that the parse has shared.
_NEAR = 4
#: More doubt than this tells nothing more.
_MOST_DOUBT = 4.0


def signs_of(statement: Statement) -> tuple[str, ...]:
    """Give the signs by which a statement is more or less likely to be right."""
    said = (statement.subject, statement.predicate, statement.object)
    return (
        *signs_of_words(statement.pattern, said, statement.evidence.text),
        *signs_of_worth(
            statement.polarity,
            statement.modality,
            attributed=statement.attribution is not None,
        ),
    )


def signs_of_words(
    pattern: str, said: tuple[Argument, Predicate, Argument], evidence: str
) -> tuple[str, ...]:
    """Give the signs that a statement's pattern and words are."""
    subject, relation, thing = said
    distance = _distance(subject, relation, evidence.split())
    return _named(pattern, _kind(subject), _kind(thing), distance)


@cache
def _named(pattern: str, subject: str, thing: str, distance: str) -> tuple[str, ...]:
    return (
        f"pattern={pattern}",
        f"subject={subject}",
        f"object={thing}",
        f"subject={distance}",
    )


@cache
def signs_of_worth(
    polarity: Polarity, modality: Modality, *, attributed: bool
) -> tuple[str, ...]:
    """Give the signs that a statement's worth is."""
    return (
        *(("attributed",) if attributed else ()),
        *(("no fact",) if modality is not Modality.ACTUAL else ()),
        *(("denied",) if polarity is Polarity.NEGATIVE else ()),
    )


def doubt_told(doubt: float) -> float:
    """Give what a sum of the parser's doubts, in nats, tells of a statement."""
    return round(min(doubt, _MOST_DOUBT), 1)


def certainty_of(signs: tuple[str, ...], doubt: float | None = None) -> float:
    """Give the probability that a statement with some signs is right.

    ``doubt`` is the parser's, summed over the words of the evidence, where it is known.

    >>> certainty_of(("pattern=title",)) > certainty_of(("subject=shared",))
    True
    >>> certainty_of(("pattern=title",), 0.1) > certainty_of(("pattern=title",), 3.0)
    True
    """
    total = _sum(signs)
    if doubt is not None:
        weights = _weights()
        total += weights["parsed"] + doubt_told(doubt) * weights["doubt"]
    return round(1 / (1 + exp(-total)), 2)


@cache
def _sum(signs: tuple[str, ...]) -> float:
    weights = _weights()
    return weights["bias"] + sum(weights.get(sign, 0.0) for sign in signs)


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = read_toml("certainty.toml")["weights"]
    return weights


def _kind(argument: Argument) -> str:
    """Tell names, pronouns, other nouns, literals, and nothing apart."""
    if not argument.label:
        return "nothing"
    if argument.text.lower() in relation_words("pointing"):
        return "pronoun" if argument.id is not None else "literal"
    if argument.id is None:
        return "literal"
    return "name" if argument.label[:1].isupper() else "noun"


def _distance(subject: Argument, relation: Predicate, words: list[str]) -> str:
    """Tell whether the subject stands before its verb or is taken from further off."""
    first = subject.text.split()
    verb = relation.label.split()
    if not first or not verb or first[-1] not in words:
        return "shared"
    begin = words.index(first[-1])
    last = verb[0] if verb[0] != "was" or len(verb) == 1 else verb[1]
    near = words[begin : begin + _NEAR + 1]
    return "near" if last in " ".join(near) else "shared"
