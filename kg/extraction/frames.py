"""The values that the stages of the extraction hand to each other, with tokens.

Nothing here leaves ``kg.extraction``: statements and mentions of ``kg.model`` do.
Tokens are compared by ``token.i``; ``token.idx`` is an offset into ``Article.text``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from kg.model import Entity, Mention

__all__ = [
    "Clause",
    "ClauseKind",
    "ClauseLink",
    "Mood",
    "Oblique",
    "Quote",
    "Referents",
]


class ClauseKind(StrEnum):
    """By what kind of predicate a clause says something."""

    VERB = "verb"
    COPULA = "copula"
    EXISTENTIAL = "existential"
    NOUN = "noun"  # nominal predicate: "Washington's ban on strikes"
    TITLE = "title"  # "Defense Secretary John Healey"
    APPOSITION = "apposition"  # "Healey, a former teacher,"
    POSSESSIVE = "possessive"  # "Russia's onslaught" where nothing better is known
    ADJECTIVE = "adjective"  # "U.S.-supplied weapons"


class ClauseLink(StrEnum):
    """How a clause hangs on the clause above."""

    ROOT = "root"
    COMPLEMENT = "complement"  # said that …, asked whether …, "quoted words"
    OPEN = "open"  # to-infinitive or gerund complement: urged X to …
    PURPOSE = "purpose"  # (in order) to …
    ADVERBIAL = "adverbial"  # as, if, unless, when, because …
    RELATIVE = "relative"
    PARTICIPIAL = "participial"  # reduced relative: weapons supplied by …
    COORDINATE = "coordinate"
    NOMINAL = "nominal"  # inside a noun phrase: titles, appositions, nominal predicates
    PARATAXIS = "parataxis"


class Mood(StrEnum):
    """What a sentence does with a clause: tells, asks or orders."""

    DECLARATIVE = "declarative"
    QUESTION = "question"
    IMPERATIVE = "imperative"


@dataclass(frozen=True, slots=True)
class Oblique:
    """A further argument of a predicate: prepositional, or a bare measure or adverb.

    ``marker`` holds the preposition's tokens ("because of" has two), empty for a bare
    one; ``head`` is the head of the noun phrase, the verb of a gerund clause, or the
    adverb; coordinated heads are obliques of their own; ``host`` is what it hangs on.
    """

    marker: tuple[Token, ...]
    head: Token
    host: Token


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its arguments, all as head tokens.

    ``head`` is the lexical head of the predicate (verb, predicate noun or adjective);
    ``chain`` the verbs above it that only phase, raise or control it, outermost first
    ("continue to meet" has the head "meet" and the chain "continue"); ``words`` all
    tokens of the predicate in text order: auxiliaries, negation, particle, light noun.
    ``subjects``, ``objects``, ``recipients`` are the heads after coordination is
    spread and relative pronouns are replaced by their antecedents; of a passive clause
    ``subjects`` are the ones acted on and ``agents`` the by-phrase. ``complement`` is
    the predicative: attr, acomp, oprd. ``governor`` is the head of the clause above.
    Coordinated complements ("a lawyer and a mayor") give a clause each, of one head.
    What exists is the subject of an existential clause.
    """

    kind: ClauseKind
    head: Token
    words: tuple[Token, ...]
    pattern: str
    confidence: float
    chain: tuple[Token, ...] = ()
    subjects: tuple[Token, ...] = ()
    objects: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    agents: tuple[Token, ...] = ()
    complement: Token | None = None
    obliques: tuple[Oblique, ...] = ()
    adverbs: tuple[Token, ...] = ()
    passive: bool = False
    link: ClauseLink = ClauseLink.ROOT
    governor: Token | None = None
    marker: tuple[Token, ...] = ()
    mood: Mood = Mood.DECLARATIVE


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks, with the speaker and the cue.

    The tokens ``start`` to ``end`` (half-open) stand inside the marks; ``speaker`` is
    the head token of the speaker's mention.
    ``whole`` is true for quoted sentences or clauses, false for a quoted word or phrase
    inside somebody's sentence.
    """

    start: int
    end: int
    whole: bool
    speaker: Token | None = None
    cue: Token | None = None


@dataclass(frozen=True, slots=True)
class Referents:
    """Who is who: the entities and mentions of an article.

    ``by_head`` gives the entity's id for the index of a mention's head; ``groups``
    the members' ids for the index of a token that means several ("they", "allies like
    the U.K. and France"); ``nouns`` the noun for a pronoun that means somebody without
    a name.
    """

    entities: Mapping[str, Entity] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    by_head: Mapping[int, str] = field(default_factory=dict)
    groups: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    nouns: Mapping[int, int] = field(default_factory=dict)
