"""Read statements back from the readings that tell where each was found."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg import vocabulary as v
from kg.model import (
    Argument,
    Attribution,
    EntityType,
    Evidence,
    Grain,
    Modality,
    Polarity,
    Predicate,
    Role,
    Statement,
    Time,
)
from kg.vocabulary import CLASS_OF, MODALITY, POLARITY, PREFIXES

if TYPE_CHECKING:
    from kg.rdf.index import Index

__all__ = ["read_statements"]

_TYPE_OF = {name: kind for kind, name in CLASS_OF.items()}
_BOOLEAN = PREFIXES["xsd"] + "boolean"


def read_statements(index: Index) -> dict[str, list[Statement]]:
    """Give the statements of each article's id, in text order."""
    polarities = {index.full(name): kind for kind, name in POLARITY.items()}
    modalities = {index.full(name): kind for kind, name in MODALITY.items()}
    found: dict[str, list[tuple[tuple[int, int, str, str], Statement]]]
    found = defaultdict(list)
    for subject in index.of_type(v.STATEMENT):
        polarity = polarities[index.one(subject, v.HAS_POLARITY)]
        modality = modalities[index.one(subject, v.HAS_MODALITY)]
        for reading in index.all(subject, v.HAS_READING):
            statement = _statement(index, subject, reading, (polarity, modality))
            span = statement.evidence.span
            number = reading.rpartition("&n=")[2] if "&n=" in reading else ""
            order = (span.start, span.end, statement.id, number.zfill(6))
            found[statement.article].append((order, statement))
    return {
        key: [statement for _, statement in sorted(entries, key=lambda entry: entry[0])]
        for key, entries in found.items()
    }


def _statement(
    index: Index, subject: str, reading: str, kind: tuple[Polarity, Modality]
) -> Statement:
    phrase = index.one(reading, v.DENOTED_BY)
    roles = sorted(
        index.all(reading, v.HAS_ARGUMENT),
        key=lambda role: int(index.one(role, v.POSITION)),
    )
    return Statement(
        id=index.id(subject),
        article=index.article_of(phrase),
        sentence=int(index.one(reading, v.SENTENCE_INDEX)),
        subject=_resource(
            index, index.one(subject, v.SUBJECT), index.one(reading, v.SUBJECT_TEXT)
        ),
        predicate=Predicate(
            index.id(index.one(subject, v.PREDICATE)),
            index.one(reading, v.PREDICATE_TEXT),
        ),
        object=_object(index, subject, reading),
        evidence=Evidence(index.span(phrase), index.one(phrase, v.ANCHOR_OF)),
        pattern=index.one(reading, v.PATTERN),
        confidence=float(index.one(reading, v.CONFIDENCE)),
        polarity=kind[0],
        modality=kind[1],
        attribution=_attribution(index, reading),
        time=_time(index, reading),
        place=_place(index, reading),
        arguments=tuple(_role(index, role) for role in roles),
        content=tuple(sorted(index.id(c) for c in index.all(reading, v.CONTENT))),
    )


def _resource(index: Index, resource: str, text: str) -> Argument:
    label = index.maybe(resource, v.LABEL)
    if index.all(resource, "a") == [v.LITERAL]:
        kind = index.maybe(resource, v.ENTITY_TYPE) or EntityType.CONCEPT
        return Argument(None, label, EntityType(kind), text)
    types = [_TYPE_OF[name] for name in index.all(resource, "a") if name in _TYPE_OF]
    own = index.id(resource)
    kind = types[0] if types else EntityType.CONCEPT
    return Argument(own, label or own, kind, text)


def _object(index: Index, subject: str, reading: str) -> Argument:
    value = index.one(subject, v.OBJECT)
    text = index.maybe(reading, v.OBJECT_TEXT)
    datatype = index.object_datatype(subject)
    if not datatype:
        return _resource(index, value, text)
    kind = EntityType(index.one(reading, v.OBJECT_TYPE))
    return Argument(None, "" if datatype == _BOOLEAN else value, kind, text)


def _attribution(index: Index, reading: str) -> Attribution | None:
    for source in index.all(reading, v.WAS_ATTRIBUTED_TO):
        said = _resource(index, source, index.one(reading, v.ATTRIBUTION_TEXT))
        return Attribution(
            id=said.id,
            label=said.label,
            text=said.text,
            cue=index.one(reading, v.ATTRIBUTION_CUE),
            quoted=index.one(reading, v.QUOTED) in {"true", "1"},
        )
    return None


def _time(index: Index, reading: str) -> Time | None:
    for time in index.all(reading, v.TIME):
        grain = index.maybe(time, v.GRAIN)
        end = index.maybe(time, v.HAS_END)
        value = index.maybe(time, v.TIME_VALUE)
        return Time(
            text=index.one(reading, v.TIME_TEXT),
            value=value or None,
            grain=Grain(grain) if grain else None,
            end=index.one(end, v.TIME_VALUE) if end else None,
        )
    return None


def _place(index: Index, reading: str) -> Argument | None:
    for place in index.all(reading, v.PLACE):
        return _resource(index, place, index.one(reading, v.PLACE_TEXT))
    return None


def _role(index: Index, role: str) -> Role:
    entity = index.maybe(role, v.ENTITY)
    return Role(
        role=index.one(role, v.ROLE),
        text=index.one(role, v.TEXT),
        id=index.id(entity) if entity else None,
    )
