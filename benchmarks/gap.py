"""Measure pronouns on GAP (Webster et al. 2018): one pronoun, two names, 2,000 texts.

    python benchmarks/gap.py --data FOLDER

FOLDER holds ``gap-development.tsv`` of google-research-datasets/gap-coreference (Apache
2.0). F1 is over the two decisions of each text, as in GAP's own scorer; its published
baseline on the test part, syntactic parallelism without the page's address, has 66.9
(masculine 69.4, feminine 64.4).
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from kg.analysis import load_model
from kg.articles import parse_article
from kg.extraction.referents.entities import resolve_entities
from kg.extraction.speech.quotes import find_quotes

if TYPE_CHECKING:
    from kg.extraction.frames import Referents

_FEMININE = {"she", "her", "hers"}


def entity_at(referents: Referents, start: int, end: int) -> str | None:
    """Give the entity of the shortest mention that covers or ends a span."""
    covering = [
        m for m in referents.mentions if m.span.start < end and start < m.span.end
    ]
    same_end = [m for m in covering if m.span.end >= end]
    best = min(
        same_end or covering, key=lambda m: m.span.end - m.span.start, default=None
    )
    return best.entity if best is not None else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    path = parser.parse_args().data / "gap-development.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    analyser = load_model()
    counts: dict[str, Counter[str]] = {key: Counter() for key in ("m", "f", "all")}
    for row in rows:
        article = parse_article(row["Text"], row["ID"])
        doc = analyser.analyse(article)
        referents = resolve_entities(doc, article, find_quotes(doc))
        start = int(row["Pronoun-offset"])
        pronoun = entity_at(referents, start, start + len(row["Pronoun"]))
        gender = "f" if row["Pronoun"].lower() in _FEMININE else "m"
        for name in ("A", "B"):
            begin = int(row[f"{name}-offset"])
            found = entity_at(referents, begin, begin + len(row[name]))
            says = pronoun is not None and found == pronoun
            is_so = row[f"{name}-coref"] == "TRUE"
            kind = ("T" if says == is_so else "F") + ("P" if says else "N")
            counts[gender][kind] += 1
            counts["all"][kind] += 1
    for key, count in counts.items():
        right, said = count["TP"], count["TP"] + count["FP"]
        true = right + count["FN"]
        precision, recall = right / max(said, 1), right / max(true, 1)
        f1 = 2 * right / max(said + true, 1)
        print(f"{key:4} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")


if __name__ == "__main__":
    main()
