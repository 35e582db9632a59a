"""The values that flow through kg: frozen, without spaCy, safe to send anywhere.

Every offset is a code point of ``Article.text``; ranges are half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from kg.kinds import (
    BlockKind,
    EntityType,
    Grain,
    How,
    MentionKind,
    Modality,
    Polarity,
)
from kg.showing import shown_as_html

if TYPE_CHECKING:
    from datetime import date

__all__ = [
    "Argument",
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Entity",
    "EntityType",
    "Evidence",
    "Extraction",
    "Grain",
    "How",
    "Mention",
    "MentionKind",
    "Modality",
    "Polarity",
    "Predicate",
    "Provenance",
    "Role",
    "Sentence",
    "Skipped",
    "Span",
    "Statement",
    "Time",
    "statement_id",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters in the text of an article."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what is no range."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or reversed span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """Give the words that stand in this range of a text.

        >>> Span(0, 6).of("Healey visited Ukraine")
        'Healey'
        """
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of an article's text that is one thing, such as a paragraph."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something met and not read, and why; ``span`` only inside an article's text."""

    source: str
    reason: str
    text: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read; blocks are in text order and never overlap.

    ``copy_of`` is the id of the article that this one repeats, known in a graph.
    """

    id: str
    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    date: date | None = None
    url: str = ""
    publisher: str = ""
    author: str = ""
    skipped: tuple[Skipped, ...] = ()
    copy_of: str = ""
    _repr_html_ = shown_as_html


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its number in the article and its range."""

    index: int
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """One range of text that refers to an entity."""

    span: Span
    text: str
    entity: str
    kind: MentionKind
    how: How


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the world, or a concept, that an article speaks about.

    ``aliases`` are the other wordings, ``links`` IRIs of the same thing elsewhere,
    ``mentions`` how often it is mentioned.
    """

    id: str
    label: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    mentions: int = 0
    _repr_html_ = shown_as_html


@dataclass(frozen=True, slots=True)
class Argument:
    """A subject or object: an entity, or a literal when ``id`` is None.

    ``text`` is the wording of the mention, ``label`` the entity's name. A clause
    without an object has an argument with empty words.
    """

    id: str | None
    label: str
    type: EntityType
    text: str


@dataclass(frozen=True, slots=True)
class Predicate:
    """A relation: ``id`` in camelCase from the lemma, ``label`` as it was worded."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Role:
    """A further argument: ``role`` is its preposition or a name such as "manner"."""

    role: str
    text: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """When: the words, and their ISO 8601 value, end and grain where these are known.

    ``end`` is the last value inside an interval that is longer than ``grain``.
    """

    text: str
    value: str | None = None
    grain: Grain | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it: the entity, its wording, and the words that tell so."""

    id: str | None
    label: str
    text: str
    cue: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words behind a statement."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A subject, predicate and object read from one place, with all that qualifies it.

    ``id`` depends on content alone, so two readings of one content share it;
    ``content`` holds the ids of the statements that this one says, asks or plans.
    """

    id: str
    article: str
    sentence: int
    subject: Argument
    predicate: Predicate
    object: Argument
    evidence: Evidence
    pattern: str
    confidence: float
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ACTUAL
    attribution: Attribution | None = None
    time: Time | None = None
    place: Argument | None = None
    arguments: tuple[Role, ...] = ()
    content: tuple[str, ...] = ()
    _repr_html_ = shown_as_html

    @property
    def asserted(self) -> bool:
        """Whether the article itself states this as having happened or being so."""
        return (
            self.polarity is Polarity.POSITIVE
            and self.modality is Modality.ACTUAL
            and self.attribution is None
        )


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which program, model and tables made an extraction; no clock, no host."""

    kg: str
    model: str
    model_version: str
    tables: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one article; every part is in text order."""

    article: Article
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    provenance: Provenance


def statement_id(  # noqa: PLR0913 - the parts that make one content
    subject: str,
    predicate: str,
    object_: str,
    *,
    polarity: Polarity,
    modality: Modality,
    source: str = "",
    time: str = "",
) -> str:
    """Give the content's id: equal content, equal id, wherever it was read.

    >>> statement_id(
    ...     "John_Healey",
    ...     "visit",
    ...     "Ukraine",
    ...     polarity=Polarity.POSITIVE,
    ...     modality=Modality.ACTUAL,
    ... )
    '3e9f1556c7924d42'
    """
    parts = (subject, predicate, object_, polarity, modality, source, time)
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]
