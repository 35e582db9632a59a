"""Fit how sure statements are on what is judged, and print ``certainty.toml``.

    python benchmarks/fit_certainty.py --data FOLDER > kg/data/certainty.toml

Judged are the statements of the gold's articles: an asserted one is right when it
matches a fact and wrong when it matches nothing or something that is none, another one
is right when it is told as the gold tells it; those that match a line of
factuality.jsonl, right when it is told so, of which every fifth counts since its
sentences are short; and those read by eye, right unless wrong: of the same articles
(``judged/SEED.tsv``) and of 118 web pages (``judged/web-signs.tsv``, signs only, as the
pages are not ours to give). Rules were made from all articles but half of the pages, so
these share a sign that is left out at the end: what is new is as sure as the pages are.
The doubts of the parse count only where statements were drawn blindly: the rules have
mended what the parser got wrong in the gold's articles.
Weights are those of a logistic regression with a small ridge.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
from facts import by_sentence, extractions, gold, is_as_told
from factuality import is_right, judged
from fit_confidence import fit
from judged import COLUMNS, row_of
from judged import extractions as drawn_from
from matching import aliases, analyser, matches

from kg.doubts import Doubts
from kg.extraction.statements.certainty import doubt_told, signs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Extraction, Statement

#: A pattern that was judged less often than this has no weight of its own.
_OFTEN = 8
_EVERY = 5
#: What is told in passing is judged only where the gold holds it.
_IN_PASSING = {"possessive", "title"}
_KNOWN = "known"
_DOUBTS = ("parsed", "doubt")
_BY_EYE = Path(__file__).parent / "judged"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    rows = [*_matched(options.data), *_read(options.data), *_pages()]
    counts = Counter(sign for row in rows for sign in row.signs)
    kept = [*sorted(s for s, count in counts.items() if count >= _OFTEN), *_DOUBTS]
    matrix = np.array([[*_measures(row, kept), 1.0] for row in rows])
    weights = fit(matrix, np.array([float(row.right) for row in rows]))
    named = dict(zip([*kept, "bias"], weights, strict=True))
    del named[_KNOWN]
    _print(named, rows)
    return 0


class Row(NamedTuple):
    """A judged statement: its signs, the parser's doubts if they count, and whether."""

    signs: tuple[str, ...]
    right: bool
    doubt: float | None = None


def _measures(row: Row, kept: list[str]) -> Iterator[float]:
    known = dict.fromkeys(row.signs, 1.0)
    if row.doubt is not None:
        known |= {"parsed": 1.0, "doubt": doubt_told(row.doubt)}
    return (known.get(name, 0.0) for name in kept)


def _matched(data: Path) -> Iterator[Row]:
    """Judge the statements that match what is known, by it."""
    for verdict in islice(judged(), 0, None, _EVERY):
        for statement in verdict.found:
            right = is_right(statement, verdict.line, {})
            yield Row((*signs_of(statement), _KNOWN), right)
    lines = gold()
    for extraction in extractions(data, list(lines)):
        names = aliases(extraction)
        for own, statements, _ in by_sentence(extraction, lines[extraction.article.id]):
            for statement in statements:
                fitting = [line for line in own if matches(statement, line, names)]
                stated = statement.asserted and statement.pattern not in _IN_PASSING
                if stated or fitting:
                    told = _is_told(statement, fitting, names)
                    yield Row((*signs_of(statement), _KNOWN), told)


def _read(data: Path) -> Iterator[Row]:
    """Judge the statements that are still those which somebody has read."""
    verdicts = {}
    for path in _BY_EYE.glob("[0-9]*.tsv"):
        for row in _lines(path):
            verdicts[tuple(row[column] for column in COLUMNS)] = row["judgement"]
    for extraction in drawn_from(data):
        doubt = _DoubtOf(extraction)
        for statement in extraction.statements:
            key = tuple(row_of(statement)[column] for column in COLUMNS)
            if key in verdicts:
                signs = (*signs_of(statement), _KNOWN)
                yield Row(signs, verdicts.pop(key) != "wrong", doubt(statement))


def _pages() -> Iterator[Row]:
    for row in _lines(_BY_EYE / "web-signs.tsv"):
        signs = (sign.replace("_", " ") for sign in row["signs"].split())
        right = row["judgement"] != "wrong"
        yield Row(tuple(signs), right, float(row["doubt"]))


def _lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, dialect=csv.excel_tab))


class _DoubtOf:
    """Gives the parser's doubts of an extraction's statements."""

    def __init__(self, extraction: Extraction) -> None:
        self._doc = analyser().analyse(extraction.article)
        self._doubts = Doubts.of(self._doc)

    def __call__(self, statement: Statement) -> float:
        span = statement.evidence.span
        words = self._doc.char_span(span.start, span.end, alignment_mode="expand")
        if words is None or self._doubts is None:
            sys.exit("no doubts: the fit needs a parser that takes steps")
        return self._doubts.between(words.start, words.end - 1)


def _is_told(statement: Statement, fitting: list[dict[str, Any]], names: Any) -> bool:  # noqa: ANN401
    if statement.asserted:
        return any(line["status"] == "fact" for line in fitting)
    others = [line for line in fitting if line["status"] != "fact"]
    return any(is_as_told(statement, line, names) for line in others)


def _print(weights: dict[str, float], rows: list[Row]) -> None:
    right = sum(row.right for row in rows)
    print("# Fitted by benchmarks/fit_certainty.py; not to be changed by hand.")
    print(
        "# The logistic function of the sum of a statement's weights is how sure it is"
    )
    print(f"# to be right: {len(rows)} judged statements, {right} of them right.")
    print("# What the gold does not hold counts as wrong.")
    print("[weights]")
    for name, weight in weights.items():
        print(f'"{name}" = {weight:.2f}')


if __name__ == "__main__":
    sys.exit(main())
