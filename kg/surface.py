"""Read sentences as open information extraction does: words as they stand, no entities."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.clauses import clauses_of
from kg.extract.propositions import find_propositions
from kg.extract.repairs import mended
from kg.extract.spans import words_of
from kg.extract.syntax import Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from kg.extract.propositions import Proposition

__all__ = ["SurfaceTuple", "read_surface", "to_jsonl", "to_tsv"]


_CONFIDENCE = {
    "object": 0.9,
    "oblique": 0.95,
    "complement": 0.9,
    "content": 0.95,
    "second": 0.6,
    "beyond": 0.5,
    "existential": 0.5,
    "adverb": 0.5,
    "inside-pp-0": 0.4,
}


@dataclass(frozen=True, slots=True)
class SurfaceTuple:
    """A subject, relation and object in the sentence's own words.

    ``further`` holds what else the clause tells, each with its preposition.
    """

    sentence: int
    subject: str
    relation: str
    object: str
    confidence: float
    further: tuple[str, ...] = ()
    rule: str = ""


def read_surface(doc: Doc) -> tuple[SurfaceTuple, ...]:
    """Read the tuples of all sentences, the surest of a clause first."""
    doc = mended(doc)
    tree = Tree.of(doc)
    numbers = {s.start: n for n, s in enumerate(doc.sents)}
    found = {}
    for proposition in find_propositions(tree, clauses_of(tree)):
        row = _row(tree, proposition, numbers)
        key = (row.sentence, row.subject, row.relation, row.object)
        if row.subject and row.relation and row.object:
            found.setdefault(key, row)
    return tuple(found.values())


def _row(tree: Tree, found: Proposition, numbers: dict[int, int]) -> SurfaceTuple:
    further = [words_of(tree, words) for words in found.further]
    return SurfaceTuple(
        sentence=numbers[found.clause.head.sent.start],
        subject=words_of(tree, found.subject),
        relation=words_of(tree, found.relation),
        object=words_of(tree, found.object),
        confidence=_CONFIDENCE.get(found.rule, 0.3),
        further=tuple(words for words in further if words),
        rule=found.rule,
    )


def to_tsv(article: str, tuples: Iterable[SurfaceTuple]) -> Iterator[str]:
    """Write one line a tuple: id, subject, relation, object, confidence, further ones."""
    for row in tuples:
        cells = (row.subject, row.relation, row.object, f"{row.confidence:.2f}")
        yield "\t".join((article, *cells, *row.further))


def to_jsonl(article: str, tuples: Iterable[SurfaceTuple]) -> Iterator[str]:
    """Write one JSON object a tuple."""
    for row in tuples:
        record = {
            "id": article,
            "sentence": row.sentence,
            "subject": row.subject,
            "relation": row.relation,
            "object": row.object,
            "confidence": round(row.confidence, 2),
            "further": list(row.further),
        }
        yield json.dumps(record, ensure_ascii=False)
