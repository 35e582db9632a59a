"""What a build tells on a terminal: its progress and its summary."""

from __future__ import annotations

import os
import sys
from collections import Counter
from contextlib import contextmanager, suppress
from datetime import timedelta
from io import TextIOWrapper
from shlex import quote
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from rich.progress import Task

    from kg.counts import Counts, SkippedList
    from kg.model import Article
    from kg.reports import BuildReport

__all__ = ["progress", "summary", "told_when_stopped", "write_any_letter"]

_SHOWN = 5
_WORDS = 60
_PAGE = "graph.html"
_TURTLE = "graph.ttl"
_STOPPED = (
    "kg: stopped; an older folder is as it was. The same command with --resume goes on "
    "where this one ended."
)
_UNCHANGED = "nothing, since the last build; its files are as they were"


def write_any_letter() -> None:
    """Let stdout and stderr take every letter, whatever the machine's language is.

    Files and pipes get UTF-8, so that their bytes are the same everywhere; a terminal,
    and whoever asks for another encoding, gets what it cannot show as its number.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            asked = stream.isatty() or "PYTHONIOENCODING" in os.environ
            encoding = stream.encoding if asked else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


@contextmanager
def told_when_stopped() -> Iterator[None]:
    """Tell who stops a build by Ctrl-C what is left of it."""
    try:
        yield
    except KeyboardInterrupt:
        sys.stderr.write(f"{_STOPPED}\n")
        raise


@contextmanager
def progress(
    sources: Iterable[str | Path] = (),
) -> Iterator[Callable[[Article], object]]:
    """Show on a terminal's stderr how many articles are read; in a pipe, nothing.

    How many there are is counted meanwhile, and then told with the time that is left.
    """
    if not sys.stderr.isatty():
        yield lambda _article: None
        return
    from rich.console import Console  # noqa: PLC0415 - only on a terminal
    from rich.progress import Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (TextColumn("{task.fields[told]}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None, told="reading")

        def count() -> None:
            from kg.articles import count_articles  # noqa: PLC0415 - only here

            with suppress(Exception):  # it is a guess; the build tells what is wrong
                bar.update(task, total=count_articles(sources))

        def advance(_article: Article) -> None:
            now = bar.tasks[0]
            bar.update(task, advance=1, told=_told(now))

        Thread(target=count, daemon=True).start()
        yield advance


def _told(task: Task) -> str:
    """Say how many articles are read, of how many, how fast, and the time left."""
    total = "" if task.total is None else f" of {task.total:,.0f}"
    parts = [f"reading {task.completed + 1:,.0f}{total} articles"]
    if task.speed:
        parts.append(f"{task.speed:.1f} a second")
    if task.time_remaining is not None:
        parts.append(f"{timedelta(seconds=round(task.time_remaining))} left")
    return " · ".join(parts)


def summary(report: BuildReport) -> str:
    """Say in a few lines what a build made and where it is."""
    counts = report.counts
    rows = [
        ("articles", _articles(counts)),
        (
            "entities",
            f"{counts.entities}, of which {counts.named} are named in the text",
        ),
        ("facts", str(counts.facts)),
        ("others", _others(counts)),
        *_skipped_rows(counts.skipped),
        *(() if report.fresh else (("unchanged", _UNCHANGED),)),
        ("files", f"{report.folder}/: {' '.join(report.files)}"),
        *(("picture", str(report.folder / name)) for name in _picture(report.files)),
        *_next_rows(report),
    ]
    return "\n".join(f"{name:9} {words}" for name, words in rows)


def _articles(counts: Counts) -> str:
    count = str(counts.articles)
    copies = f"{count}, of which {counts.copies} are copies of others"
    return copies if counts.copies else count


def _picture(files: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in files if name.endswith(".png"))[:1]


def _next_rows(report: BuildReport) -> Iterator[tuple[str, str]]:
    """Tell a newcomer what to open and what to type next."""
    if _PAGE in report.files:
        yield "explore", f"{report.folder / _PAGE} (open it in a browser)"
    if _TURTLE in report.files:
        folder = quote(str(report.folder))
        yield "ask", f"kg query {folder} --name facts --param about=…"


def _others(counts: Counts) -> str:
    kinds = counts.others
    if not kinds:
        return "0"
    parts = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    return f"{kinds.total()} kept and not asserted: {parts}"


def _skipped_rows(skipped: SkippedList) -> Iterator[tuple[str, str]]:
    for found in skipped.listed[:_SHOWN]:
        words = " ".join(found.text.split()) or found.source
        short = words if len(words) <= _WORDS else f"{words[:_WORDS]}…"
        yield "skipped", f"{short} ({found.reason})"
    if len(skipped) > _SHOWN:
        reasons = Counter(found.reason for found in skipped.listed[_SHOWN:])
        reasons.update(skipped.more)
        parts = ", ".join(f"{n} {reason}" for reason, n in reasons.most_common(3))
        yield "skipped", f"and {len(skipped) - _SHOWN} more: {parts}"
