"""Measure how many clauses of each grammatical construction are read.

    python benchmarks/constructions.py [--missed]

Every line of constructions.jsonl is a sentence with the clauses that it says: any of
the words under "s", "p" and "o" is right ("" for nothing there). They were written
before the rules.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.analysis import load_model
from kg.extraction.frames import Clause, ClauseKind
from kg.extraction.grammar.clauses import read_clauses
from kg.extraction.grammar.noun_clauses import verb_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Token

_HERE = Path(__file__).parent
_NAMED = {
    ClauseKind.APPOSITION: "be",
    ClauseKind.TITLE: "be",
    ClauseKind.POSSESSIVE: "have",
    ClauseKind.EXISTENTIAL: "there",
}
_Wanted = dict[str, list[str]]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missed", action="store_true", help="show what is missed")
    options = parser.parse_args(arguments)
    counts: dict[str, list[bool]] = defaultdict(list)
    for row, wanted, found in _judged():
        counts[row["construction"]].append(found)
        if options.missed and not found:
            print(f"{row['id']:24} {row['text']}  {wanted}", file=sys.stderr)
    print("| construction | clauses | read |\n|---|---|---|")
    for name in sorted(counts):
        print(f"| {name} | {len(counts[name])} | {sum(counts[name])} |")
    total = [found for rows in counts.values() for found in rows]
    print(f"| all | {len(total)} | {sum(total)} ({sum(total) / len(total):.3f}) |")
    return 0


def _judged() -> Iterator[tuple[dict[str, Any], _Wanted, bool]]:
    lines = (_HERE / "constructions.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    docs = load_model().nlp.pipe(row["text"] for row in rows)
    for row, doc in zip(rows, docs, strict=True):
        clauses = read_clauses(doc)
        for wanted in row["expects"]:
            yield row, wanted, any(_is_read(clause, wanted) for clause in clauses)


def _is_read(clause: Clause, wanted: _Wanted) -> bool:
    predicates = set(_predicates(clause))
    return (
        _has(wanted["s"], _phrases((*clause.subjects, *clause.agents)))
        and any(set(w.lower().split()) <= predicates for w in wanted["p"])
        and _has(wanted["o"], _phrases(_arguments(clause)))
    )


def _has(wanted: list[str], phrases: list[set[str]]) -> bool:
    if "" in wanted:
        return True
    return any(
        set(words.lower().split()) <= phrase for words in wanted for phrase in phrases
    )


def _phrases(heads: Iterable[Token]) -> list[set[str]]:
    return [{head.lower_, *_before(head), *_renamed(head)} for head in heads]


def _before(head: Token) -> Iterator[str]:
    yield from (token.lower_ for token in head.subtree if token.i < head.i)


def _renamed(head: Token) -> Iterator[str]:
    """Give an apposition's words: "the chief executive, Tim Cook," is Cook as well."""
    yield from (child.lower_ for child in head.children if child.dep_ == "appos")


def _arguments(clause: Clause) -> Iterator[Token]:
    yield from clause.subjects
    yield from clause.objects
    yield from clause.recipients
    yield from clause.agents
    yield from (oblique.head for oblique in clause.obliques)
    yield from clause.adverbs
    if clause.complement is not None:
        yield clause.complement
    if clause.kind in {ClauseKind.TITLE, ClauseKind.ADJECTIVE}:
        yield clause.head


def _predicates(clause: Clause) -> Iterator[str]:
    for word in (clause.head, *clause.words, *clause.adverbs):
        yield word.lower_
        yield word.lemma_.lower()
    yield verb_of(clause.head)
    if clause.kind in _NAMED:
        yield _NAMED[clause.kind]
    words = sorted(clause.words, key=lambda word: word.i)
    joined = "".join(word.lower_ for word in words)
    yield joined


if __name__ == "__main__":
    sys.exit(main())
