"""Judge statements by reading them: draw a hundred, keep the judgements, compare.

    python benchmarks/judged.py --data FOLDER               the figures, what is gone
    python benchmarks/judged.py --data FOLDER --draw SEED   a hundred to judge, as TSV

FOLDER holds ``wikinews/dev.jsonl``. A drawn line ends with the sentence, for the reader
only; ``judged/SEED.tsv`` keeps what identifies a statement, the judgement (right,
clumsy or wrong) and a note. No seed is drawn twice: a later judgement takes a new one.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent))

from matching import analyser

from kg.articles import read_articles
from kg.model import Article
from kg.pipeline import extract_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.model import Extraction, Statement

_JUDGED = Path(__file__).parent / "judged"
COLUMNS = ["article", "id", "subject", "predicate", "object", "status"]
_DRAWN = 100
_TAB = csv.excel_tab


def status_of(statement: Statement) -> str:
    """Name what a statement is worth: asserted, or why it is not."""
    if statement.asserted:
        return "asserted"
    said = ["said"] if statement.attribution is not None else []
    parts = (statement.polarity.value, statement.modality.value, *said)
    return " ".join(part for part in parts if part not in {"positive", "actual"})


def row_of(statement: Statement) -> dict[str, str]:
    return {
        "article": statement.article,
        "id": statement.id,
        "subject": statement.subject.label,
        "predicate": statement.predicate.id,
        "object": statement.object.label,
        "status": status_of(statement),
    }


def extractions(data: Path) -> Iterator[Extraction]:
    for article in read_articles([str(data / "wikinews" / "dev.jsonl")]):
        if isinstance(article, Article):
            yield extract_article(article, analyser())


def drawn(found: Iterable[Extraction], seed: int) -> Iterator[dict[str, str]]:
    """Draw statements of all articles, each content of an article once."""
    pool = {}
    for extraction in found:
        text = extraction.article.text
        for statement in extraction.statements:
            span = extraction.sentences[statement.sentence].span
            sentence = " ".join(span.of(text).split())
            pool.setdefault((statement.article, statement.id), (statement, sentence))
    keys = random.Random(seed).sample(sorted(pool), _DRAWN)  # noqa: S311 - no secret
    for key in sorted(keys):
        statement, sentence = pool[key]
        yield row_of(statement) | {"judgement": "", "note": "", "sentence": sentence}


def compare(rows: list[dict[str, str]], found: Iterable[Extraction]) -> None:
    now = {(s.article, s.id): row_of(s) for e in found for s in e.statements}
    for row in rows:
        again = now.get((row["article"], row["id"]))
        state = "gone" if again is None else again["status"]
        if state != row["status"]:
            words = " | ".join(row[c] for c in ("subject", "predicate", "object"))
            print(f"  {row['judgement']:7}{row['status']} → {state}: {words}")


def figures(rows: list[dict[str, str]]) -> Iterator[str]:
    asserted = [row for row in rows if row["status"] == "asserted"]
    kept = [row for row in rows if row["status"] != "asserted"]
    for name, group in (("all", rows), ("asserted", asserted), ("kept apart", kept)):
        counts = Counter(row["judgement"] for row in group)
        share = counts["right"] / len(group) if group else 0.0
        told = "  ".join(f"{k} {counts[k]:3}" for k in ("right", "clumsy", "wrong"))
        yield f"{name:11}{len(group):4}  {told}  right {share:.2f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--draw", type=int, metavar="SEED")
    options = parser.parse_args()
    found = list(extractions(options.data))
    if options.draw is not None:
        columns = [*COLUMNS, "judgement", "note", "sentence"]
        writer = csv.DictWriter(sys.stdout, columns, dialect=_TAB)
        writer.writeheader()
        writer.writerows(drawn(found, options.draw))
        return 0
    for path in sorted(_JUDGED.glob("[0-9]*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines, dialect=_TAB))
        print(f"seed {path.stem}", *figures(rows), sep="\n")
        print("no longer as judged:")
        compare(rows, found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
