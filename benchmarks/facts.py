"""Measure facts found and wrongly asserted against the gold of whole articles.

    python benchmarks/facts.py --data FOLDER [--wrong]

FOLDER holds ``wikinews/dev.jsonl``; the seed article is read from ``seeds/``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent))

from matching import aliases, analyser, is_by, matches

from kg.articles import read_articles
from kg.pipeline import extract_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.model import Extraction, Statement

_HERE = Path(__file__).parent
_HEDGES = {"possible", "unlikely", "hypothetical", "conditional", "question", "planned"}


def gold() -> dict[str, list[dict[str, Any]]]:
    """Read the gold, by article."""
    lines: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in sorted((_HERE / "gold").glob("*.jsonl")):
        for text in path.read_text("utf-8").splitlines():
            line = json.loads(text)
            lines[line["article"]].append(line)
    return lines


def extractions(data: Path, wanted: Sequence[str]) -> Iterator[Extraction]:
    sources = (data / "wikinews" / "dev.jsonl", _HERE.parent / "seeds")
    for article in read_articles(map(str, sources)):
        if getattr(article, "id", None) in wanted:
            yield extract_article(article, analyser())


def by_sentence(
    extraction: Extraction, lines: Sequence[dict[str, Any]]
) -> Iterator[tuple[list[dict[str, Any]], list[Statement], str]]:
    """Give the lines and the statements of every sentence."""
    text = extraction.article.text
    texts = [" ".join(s.span.of(text).split()) for s in extraction.sentences]
    own: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for line in lines:
        first = " ".join(line["sentence"].split())
        number = next((n for n, t in enumerate(texts) if first in t), None)
        if number is None:
            number = next((n for n, t in enumerate(texts) if t and t in first), -1)
        own[number].append(line)
    for number in sorted(own):
        found = [s for s in extraction.statements if s.sentence == number]
        yield own[number], found, texts[number] if number >= 0 else "(no such sentence)"


def is_as_told(
    statement: Statement, line: dict[str, Any], names: Mapping[str, Sequence[str]]
) -> bool:
    match line["status"]:
        case "attributed":
            return statement.attribution is not None and is_by(
                statement, line["by"], names
            )
        case "negated":
            return statement.polarity == "negative"
        case "hedged":
            return statement.modality in _HEDGES
    return not statement.asserted


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--wrong", action="store_true", help="show what is not right")
    parser.add_argument("--all", action="store_true", help="show every statement")
    options = parser.parse_args(arguments)
    lines = gold()
    print(
        f"{'article':28}{'facts':>6}{'found':>6}{'recall':>8}{'wrongly asserted':>18}",
        end="",
    )
    print(f"{'others read':>13}{'as told':>9}{'asserted':>9}{'unmatched':>10}")
    notes: list[str] = []
    for extraction in extractions(options.data, list(lines)):
        _report(extraction, lines[extraction.article.id], notes)
    if options.wrong:
        print("\n".join(n for n in notes if options.all or not n.startswith("    .")))
    return 0


def _report(
    extraction: Extraction, lines: Sequence[dict[str, Any]], notes: list[str]
) -> None:
    names = aliases(extraction)
    facts = found = wrong = others = told = asserted = unmatched = 0
    notes.append(f"\n=== {extraction.article.id}")
    for own, statements, text in by_sentence(extraction, lines):
        notes.append(f"\n## {text}")
        true = [line for line in own if line["status"] == "fact"]
        rest = [line for line in own if line["status"] != "fact"]
        for line in true:
            facts += 1
            hit = any(s.asserted and matches(s, line, names) for s in statements)
            found += hit
            if not hit:
                notes.append(f"  MISSED   {_worded(line)}")
        for line in rest:
            fitting = [s for s in statements if matches(s, line, names)]
            others += bool(fitting)
            told += any(is_as_told(s, line, names) for s in fitting)
            if fitting and not any(is_as_told(s, line, names) for s in fitting):
                notes.append(
                    f"  NOT TOLD {line['status']} {line['by']} {_worded(line)}"
                )
        for s in statements:
            if not s.asserted:
                notes.append(f"    . {_shown(s)}")
                continue
            asserted += 1
            good = any(matches(s, line, names) for line in true)
            bad = any(matches(s, line, names) for line in rest)
            wrong += bad and not good
            unmatched += not good and not bad
            mark = "+" if good else "WRONGLY" if bad else "  unmatched"
            notes.append(f"    {mark} {_shown(s)}")
    print(
        f"{extraction.article.id[:27]:28}{facts:6}{found:6}{found / max(facts, 1):8.3f}"
        f"{wrong:18}{others:13}{told:9}{asserted:9}{unmatched:10}"
    )


def _worded(line: dict[str, Any]) -> str:
    return " | ".join("/".join(line[slot]) for slot in "spo")


def _shown(s: Statement) -> str:
    by = f" by {s.attribution.label}" if s.attribution else ""
    time = f" at {s.time.text}" if s.time else ""
    roles = "".join(f" [{r.role} {r.text}]" for r in s.arguments)
    worth = "" if s.asserted else f" ({s.polarity} {s.modality}{by})"
    return (
        f"{s.subject.label} | {s.predicate.id} | {s.object.label}{roles}{time}{worth}"
    )


if __name__ == "__main__":
    sys.exit(main())
