"""From articles to extractions, many at once, each kept as soon as it is finished."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from kg.errors import ReadError
from kg.extraction_record import to_line
from kg.journal import Journal
from kg.limits import SECONDS
from kg.model import Article, Extraction, Skipped
from kg.scale.archive import Archive
from kg.scale.cluster import wait_for_the_last
from kg.scale.engines import Task, read_here, read_in_pool, read_on_ray
from kg.scale.extractor import article_key, packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kg.scale.engines import Outcome
    from kg.scale.extractor import Extractor

__all__ = ["Engine", "ScaleOptions", "read_archive", "read_extractions"]

_Found = Article | Skipped


class Engine(StrEnum):
    """Who reads: processes of this machine, or Ray's actors."""

    LOCAL = "local"
    RAY = "ray"


@dataclass(frozen=True, slots=True)
class ScaleOptions:
    """How many articles are read at once, and what is kept of them on the way.

    ``journal`` is the folder in which finished articles are kept; ``resume`` takes
    those of earlier builds from it; ``seconds`` is what one article may take;
    ``address`` that of a Ray cluster, None for one on this machine.
    """

    workers: int = 1
    engine: Engine = Engine.LOCAL
    address: str | None = None
    journal: Path | None = None
    resume: bool = False
    seconds: float = SECONDS
    on_article: Callable[[Article], object] = lambda _article: None
    on_skipped: Callable[[Skipped], object] = lambda _skipped: None


def read_extractions(
    found: Iterable[_Found], extractor: Extractor, options: ScaleOptions
) -> Iterator[Extraction]:
    """Read articles into extractions, in their order; ReadError without any.

    With a journal all articles are read before the first extraction is given, and
    none is held in memory until then. One article alone has no journal.
    """
    if options.journal is None:
        yield from _straight(found, extractor, options)
        return
    with read_archive(found, extractor, options) as archive:
        yield from map(archive.extraction, archive.places())
        archive.finish()


@contextmanager
def read_archive(
    found: Iterable[_Found], extractor: Extractor, options: ScaleOptions
) -> Iterator[Archive]:
    """Read all articles and keep what was read; ReadError without any.

    One article alone is kept in memory, and others in the journal.
    """
    first, rest = _split(iter(found))
    several = sum(isinstance(one, Article) for one in first) > 1
    with ExitStack() as stack:
        # Ray ends while the archive is joined; who called kg may start one of its own.
        stack.callback(wait_for_the_last)
        journal: Journal | None = None
        if options.journal is not None and several:
            journal = stack.enter_context(
                Journal(options.journal, resume=options.resume)
            )
        archive = Archive(journal)
        told = _Told(options)
        for task, outcome in _outcomes(
            (_task(one, extractor, journal) for one in chain(first, rest)),
            extractor,
            options,
        ):
            if told.of(task, outcome):
                _keep(archive, task, outcome)
        told.check()
        yield archive


def _keep(archive: Archive, task: Task, outcome: Outcome) -> None:
    if isinstance(outcome, Extraction):
        archive.add(task.key, packed(outcome))
    elif isinstance(outcome, bytes):
        archive.add(task.key, outcome)
    else:
        archive.add_known(task.key, task.place)


def _split(found: Iterator[_Found]) -> tuple[list[_Found], Iterator[_Found]]:
    """Take what comes up to the second article."""
    first: list[_Found] = []
    articles = 0
    for one in found:
        first.append(one)
        articles += isinstance(one, Article)
        if articles > 1:
            break
    return first, found


@dataclass(slots=True)
class _Told:
    """Who is told of each article, how many were read, and the first that was not."""

    options: ScaleOptions
    read: int = 0
    skipped: Skipped | None = None

    def of(self, task: Task, outcome: Outcome) -> bool:
        """Tell of an outcome; whether there is an extraction."""
        if isinstance(task.found, Article) and not isinstance(outcome, str):
            self.read += 1
            self.options.on_article(task.found)
            return True
        skipped = (
            task.found
            if isinstance(task.found, Skipped)
            else Skipped(f"article {task.found.id}", str(outcome))
        )
        self.skipped = self.skipped or skipped
        self.options.on_skipped(skipped)
        return False

    def check(self) -> None:
        """Raise ReadError when nothing was read, with the first reason."""
        if self.read:
            return
        if self.skipped is None:
            raise ReadError("sources", "no article in them")
        raise ReadError(self.skipped.source, self.skipped.reason)


def _straight(
    found: Iterable[_Found], extractor: Extractor, options: ScaleOptions
) -> Iterator[Extraction]:
    tasks = (Task(one, line=_line(one)) for one in found)
    told = _Told(options)
    for task, outcome in _outcomes(tasks, extractor, options):
        told.of(task, outcome)
        if isinstance(outcome, bytes):
            yield unpacked(outcome)
        elif isinstance(outcome, Extraction):
            yield outcome
    told.check()


def _task(one: _Found, extractor: Extractor, journal: Journal | None) -> Task:
    line = _line(one)
    key = article_key(line, extractor) if line else b""
    place = journal.find(key) if journal and line else None
    return Task(one, key, "" if place else line, place or ())


def _line(one: _Found) -> str:
    return to_line(one) if isinstance(one, Article) else ""


def _outcomes(
    tasks: Iterator[Task], extractor: Extractor, options: ScaleOptions
) -> Iterator[tuple[Task, Outcome]]:
    workers, seconds = options.workers, options.seconds
    if options.engine is Engine.RAY:
        return read_on_ray(
            tasks, extractor, workers=workers, seconds=seconds, address=options.address
        )
    if workers == 1:
        return read_here(tasks, extractor, seconds=seconds)
    return read_in_pool(tasks, extractor, workers=workers, seconds=seconds)
