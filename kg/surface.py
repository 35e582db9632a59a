"""Read sentences as open information extraction does: words as they stand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.grammar.clauses import clauses_of
from kg.extraction.grammar.confidence import Standing, confidence_of, signs_of
from kg.extraction.parse.repairs import mended_tree
from kg.extraction.sentences import sentence_numbers
from kg.extraction.tuples.propositions import find_propositions
from kg.extraction.tuples.spans import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from kg.extraction.parse.syntax import Tree
    from kg.extraction.tuples.propositions import Proposition

__all__ = ["SurfaceTuple", "read_surface", "to_jsonl", "to_tsv"]


#: Nobody quotes an argument of more words; clauses inside clauses would fill pages.
_LONGEST = 200
#: The relation of rows whose sentence has no word for it.
_UNSAID = {"apposition": "is"}


@dataclass(frozen=True, slots=True)
class SurfaceTuple:
    """A subject, relation and object in the sentence's own words, but for "is".

    An apposition ("Lee, a clerk") is told with an "is" that does not stand there.
    ``further`` holds what else the clause tells, each with its preposition; ``signs``
    what the confidence rests on.
    """

    sentence: int
    subject: str
    relation: str
    object: str
    confidence: float
    further: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()


def read_surface(doc: Doc) -> tuple[SurfaceTuple, ...]:
    """Read the tuples of all sentences, the surest of a clause first."""
    tree = mended_tree(doc)
    numbers = sentence_numbers(doc)
    found: dict[tuple[int, str, str, str], SurfaceTuple] = {}
    for proposition in find_propositions(tree, clauses_of(tree)):
        if len(proposition.object) > _LONGEST:
            continue
        row = _row(tree, proposition, numbers)
        key = (row.sentence, row.subject, row.relation, row.object)
        if row.subject and row.relation and row.object:
            found.setdefault(key, row)
    return tuple(found.values())


def _row(tree: Tree, found: Proposition, numbers: tuple[int, ...]) -> SurfaceTuple:
    further = [words_of(tree, w) for w in found.further if len(w) <= _LONGEST]
    head = found.clause.head
    clause, length = found.clause, tree.sentences[head.i]
    standing = Standing(clause.link, clause.subjects, clause.words, length)
    signs = signs_of(found.rule, standing)
    return SurfaceTuple(
        sentence=numbers[head.i],
        subject=words_of(tree, found.subject),
        relation=words_of(tree, found.relation) or _UNSAID.get(found.rule, ""),
        object=words_of(tree, found.object),
        confidence=confidence_of(signs),
        further=tuple(words for words in further if words),
        signs=signs,
    )


def to_tsv(article: str, tuples: Iterable[SurfaceTuple]) -> Iterator[str]:
    """Write a line a tuple: id, subject, relation, object, confidence, further ones."""
    for row in tuples:
        cells = (row.subject, row.relation, row.object, f"{row.confidence:g}")
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
            "confidence": row.confidence,
            "further": list(row.further),
        }
        yield json.dumps(record, ensure_ascii=False)
