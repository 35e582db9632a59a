"""What a clause says before it is worded as a statement: who, what relation, whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extraction.frames import Clause, ClauseKind, ClauseLink

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.judgement.worth import Standing
    from kg.model import Argument, Predicate, Role

__all__ = ["Draft", "aside", "nominal_draft"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A subject, relation and object with the clause and the tokens they come from.

    ``head`` is the token whose standing the statement has; ``denied`` flips its
    polarity for a negative object; ``used`` are the tokens that the evidence must span;
    ``content`` the head of the clause that this one says; ``speaks`` tells that the
    subject is the doer of the head, and so the source of what it says.
    """

    clause: Clause
    head: Token
    subject: Argument
    predicate: Predicate
    object: Argument
    standing: Standing
    used: tuple[int, ...]
    denied: bool = False
    arguments: tuple[Role, ...] = ()
    content: tuple[int, ...] = field(default=())
    speaks: bool = False


def aside(head: Token, pattern: str, confidence: float) -> Clause:
    """Make the clause of what is told beside a noun or a number, without a verb."""
    return Clause(
        kind=ClauseKind.NOUN,
        head=head,
        words=(head,),
        pattern=pattern,
        confidence=confidence,
        link=ClauseLink.NOMINAL,
    )


def nominal_draft(
    clause: Clause,
    said: tuple[Argument, Predicate, Argument],
    standing: Standing,
    used: tuple[int, ...],
    arguments: tuple[Role, ...] = (),
) -> Draft:
    """Make the draft of a clause in a noun phrase: subject, relation, object."""
    subject, predicate, thing = said
    return Draft(
        clause=clause,
        head=clause.head,
        subject=subject,
        predicate=predicate,
        object=thing,
        standing=standing,
        used=used,
        arguments=arguments,
    )
