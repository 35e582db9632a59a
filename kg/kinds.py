"""The choice sets of the values in ``kg.model``."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "BlockKind",
    "EntityType",
    "Grain",
    "How",
    "MentionKind",
    "Modality",
    "Polarity",
]


class BlockKind(StrEnum):
    """What a block of lines in an article is."""

    TITLE = "title"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    HEADLINE = "headline"  # a related headline inside the text
    LABEL = "label"  # the section's name, such as "World"; not read
    ADVERTISEMENT = "advertisement"  # not read


class EntityType(StrEnum):
    """The kinds of things that statements are about."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    PLACE = "place"
    GROUP = "group"
    EVENT = "event"
    PRODUCT = "product"
    WORK = "work"
    LAW = "law"
    CONCEPT = "concept"
    TIME = "time"
    QUANTITY = "quantity"


class MentionKind(StrEnum):
    """How a mention refers."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class How(StrEnum):
    """By which evidence a mention was linked to its entity."""

    EXACT = "exact"
    ALIAS = "alias"
    ACRONYM = "acronym"
    TITLE = "title"
    DEMONYM = "demonym"
    APPOSITION = "apposition"
    METONYM = "metonym"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    QUOTE = "quote"


class Polarity(StrEnum):
    """Whether a statement says that something is so, or that it is not."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How a statement's content stands to what happened."""

    ACTUAL = "actual"
    POSSIBLE = "possible"
    PLANNED = "planned"
    REQUESTED = "requested"
    REQUIRED = "required"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"
    UNLIKELY = "unlikely"
    QUESTION = "question"


class Grain(StrEnum):
    """How exact a time is."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part-of-day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
