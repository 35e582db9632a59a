"""Measure what clauses are worth on the sentences of factuality.jsonl.

    python benchmarks/factuality.py [--wrong]

A line is right when a statement that matches its target has the polarity, one of the
modalities, the speaker where one is named, and the same "asserted".
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent))

from matching import aliases, analyser, is_by, matches

from kg.articles import parse_article
from kg.pipeline import extract_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.model import Extraction, Statement

_LINES = Path(__file__).parent / "factuality.jsonl"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A line of the set, what was read for it, and whether that is right."""

    line: dict[str, Any]
    outcome: str  # right, wrong, missed
    found: tuple[Statement, ...]

    @property
    def wrongly_asserted(self) -> bool:
        """Whether something is stated as a fact that the line does not state."""
        return not self.line["asserted"] and any(s.asserted for s in self.found)


def judged() -> Iterator[Verdict]:
    lines = [json.loads(line) for line in _LINES.read_text("utf-8").splitlines()]
    read: dict[str, Extraction] = {}
    for line in lines:
        text = line["text"]
        if text not in read:
            article = parse_article(text, line["id"])
            read[text] = extract_article(article, analyser())
        names = aliases(read[text])
        own = read[text].statements
        found = tuple(s for s in own if matches(s, line["target"], names))
        yield Verdict(line, _outcome(line, found, names), found)


def _outcome(
    line: dict[str, Any], found: Sequence[Statement], names: Mapping[str, Sequence[str]]
) -> str:
    if not found:
        return "right" if "" in line["target"]["s"] else "missed"
    return "right" if any(is_right(s, line, names) for s in found) else "wrong"


def is_right(
    statement: Statement, line: dict[str, Any], names: Mapping[str, Sequence[str]]
) -> bool:
    by = line["by"]
    speaker = True
    if by is not None:
        speaker = statement.attribution is not None and is_by(statement, by, names)
    elif line["asserted"]:
        speaker = statement.attribution is None
    return (
        speaker
        and statement.polarity == line["polarity"]
        and statement.modality in {line["modality"], *line.get("also", ())}
        and statement.asserted == line["asserted"]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="show what is not right")
    options = parser.parse_args(arguments)
    verdicts = list(judged())
    _print_operators(verdicts)
    _print_confusion(verdicts)
    outcomes = Counter(v.outcome for v in verdicts)
    asserted = [v for v in verdicts if v.wrongly_asserted]
    print(
        f"\naccuracy {outcomes['right'] / len(verdicts):.3f}", dict(outcomes), end=" "
    )
    read = outcomes["right"] + outcomes["wrong"]
    print(f"of those read {outcomes['right'] / read:.3f}")
    print(f"asserted against the gold: {len(asserted)}")
    if options.wrong:
        for verdict in verdicts:
            if verdict.outcome != "right" or verdict.wrongly_asserted:
                _print_verdict(verdict)
    return 0


def _print_operators(verdicts: Sequence[Verdict]) -> None:
    by_operator: dict[str, Counter[str]] = defaultdict(Counter)
    for verdict in verdicts:
        by_operator[verdict.line["operator"]][verdict.outcome] += 1
    print(f"{'operator':30}{'lines':>6}{'right':>7}{'wrong':>7}{'missed':>7}")
    for operator, count in sorted(by_operator.items()):
        numbers = (sum(count.values()), count["right"], count["wrong"], count["missed"])
        print(f"{operator:30}{numbers[0]:6}{numbers[1]:7}{numbers[2]:7}{numbers[3]:7}")


def _worth(polarity: str, modality: str) -> str:
    return modality if polarity == "positive" else f"not {modality}"


def _print_confusion(verdicts: Sequence[Verdict]) -> None:
    print("\nwanted → read (how often), where they differ")
    confused: Counter[tuple[str, str]] = Counter()
    for verdict in verdicts:
        if verdict.outcome == "wrong":
            line, statement = verdict.line, verdict.found[0]
            wanted = _worth(line["polarity"], line["modality"])
            found = _worth(statement.polarity, statement.modality)
            confused[wanted, found] += 1
    for (wanted, found), count in confused.most_common():
        note = " (the speaker is wrong)" if wanted == found else ""
        print(f"  {wanted:22} → {found:22} {count}{note}")


def _print_verdict(verdict: Verdict) -> None:
    line = verdict.line
    flag = "ASSERTED " if verdict.wrongly_asserted else ""
    print(f"\n{flag}{verdict.outcome} {line['id']}: {line['text']}")
    wanted = _worth(line["polarity"], line["modality"])
    print(f"   want {line['target']} {wanted} by {line['by']} {line['asserted']}")
    for s in verdict.found:
        by = s.attribution.label if s.attribution else None
        said = f"{s.subject.label} | {s.predicate.id} | {s.object.label}"
        print(f"   read {said}: {_worth(s.polarity, s.modality)} by {by} {s.asserted}")


if __name__ == "__main__":
    sys.exit(main())
