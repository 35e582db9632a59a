"""What a build tells on a terminal: its progress and its summary."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.graph import Fact
    from kg.model import Article, Skipped
    from kg.reports import BuildReport

__all__ = ["progress", "summary"]

_SHOWN = 5
_WORDS = 60


@contextmanager
def progress() -> Iterator[Callable[[Article], object]]:
    """Show on a terminal's stderr how many articles are read; in a pipe, nothing."""
    if not sys.stderr.isatty():
        yield lambda _article: None
        return
    from rich.console import Console  # noqa: PLC0415 - only on a terminal
    from rich.progress import Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (
        TextColumn("reading {task.completed} articles"),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None, rate="")

        def advance(_article: Article) -> None:
            speed = bar.tasks[0].speed
            bar.update(task, advance=1, rate=f"{speed:.1f} a second" if speed else "")

        yield advance


def summary(report: BuildReport) -> str:
    """Say in a few lines what a build made and where it is."""
    facts = report.graph.facts
    entities = [node for node in report.graph.nodes if not node.literal]
    named = sum(1 for node in entities if node.mentions)
    rows = [
        ("articles", _articles(report.graph.articles)),
        ("entities", f"{len(entities)}, of which {named} are named in the text"),
        ("facts", str(report.facts)),
        ("others", _others(facts)),
        *_skipped_rows(report.skipped),
        ("files", f"{report.folder}/: {' '.join(report.files)}"),
        *(("picture", str(report.folder / name)) for name in _picture(report.files)),
    ]
    return "\n".join(f"{name:10}{words}" for name, words in rows)


def _articles(articles: tuple[Article, ...]) -> str:
    copies = sum(bool(article.copy_of) for article in articles)
    count = str(len(articles))
    return f"{count}, of which {copies} are copies of others" if copies else count


def _picture(files: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in files if name.endswith(".png"))[:1]


def _others(facts: tuple[Fact, ...]) -> str:
    kinds = Counter(_standing(fact) for fact in facts if not fact.asserted)
    if not kinds:
        return "0"
    parts = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return f"{kinds.total()} kept and not asserted: {parts}"


def _standing(fact: Fact) -> str:
    if fact.first.attribution is not None:
        return "said by somebody"
    return fact.polarity if fact.modality == "actual" else fact.modality


def _skipped_rows(skipped: tuple[Skipped, ...]) -> Iterator[tuple[str, str]]:
    for found in skipped[:_SHOWN]:
        words = " ".join(found.text.split()) or found.source
        short = words if len(words) <= _WORDS else f"{words[:_WORDS]}…"
        yield "skipped", f"{short} ({found.reason})"
    if len(skipped) > _SHOWN:
        reasons = Counter(found.reason for found in skipped[_SHOWN:]).most_common(3)
        parts = ", ".join(f"{count} {reason}" for reason, count in reasons)
        yield "skipped", f"and {len(skipped) - _SHOWN} more: {parts}"
