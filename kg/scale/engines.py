"""Ways to read many articles: here, in processes, or on Ray; results in order."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from kg.limits import attempt
from kg.model import Article, Extraction, Skipped
from kg.scale.cluster import ray_workers
from kg.scale.pool import Pool, in_order
from kg.scale.processes import start_process

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.journal import Place
    from kg.scale.extractor import Extract, Extractor
    from kg.scale.pool import Worker

__all__ = ["Outcome", "Task", "read_here", "read_in_pool", "read_on_ray"]

#: Tasks taken ahead for each worker: one slow article does not stop the others.
_AHEAD = 8


@dataclass(frozen=True, slots=True)
class Task:
    """What a source gave; ``line`` is empty where there is nothing to be read.

    ``place`` is where the journal has what an earlier build has read.
    """

    found: Article | Skipped
    key: bytes = b""
    line: str = ""
    place: Place = ()


#: An extraction, packed or not; or why there is none; None where none was asked for.
Outcome: TypeAlias = Extraction | bytes | str | None


def read_here(
    tasks: Iterable[Task], extractor: Extractor, *, seconds: float
) -> Iterator[tuple[Task, Outcome]]:
    """Read articles one by one in this process."""
    extract: Extract | None = None
    for task in tasks:
        if not (task.line and isinstance(task.found, Article)):
            yield task, None
            continue
        extract = extract or extractor.load()
        yield task, attempt(extract, task.found, seconds=seconds)


def read_in_pool(
    tasks: Iterable[Task], extractor: Extractor, *, workers: int, seconds: float
) -> Iterator[tuple[Task, Outcome]]:
    """Read articles in several processes of this machine."""
    yield from _read_by(lambda: start_process(extractor), tasks, workers, seconds)


def read_on_ray(
    tasks: Iterable[Task],
    extractor: Extractor,
    *,
    workers: int,
    seconds: float,
    address: str | None = None,
) -> Iterator[tuple[Task, Outcome]]:
    """Read articles in Ray's actors: here, or on the cluster at an address.

    Ray is not started before there is something to read.
    """
    tasks = iter(tasks)
    for task in tasks:
        if task.line:
            with ray_workers(extractor, workers, address=address) as start:
                yield from _read_by(start, chain((task,), tasks), workers, seconds)
        else:
            yield task, None


def _read_by(
    start: Callable[[], Worker], tasks: Iterable[Task], workers: int, seconds: float
) -> Iterator[tuple[Task, Outcome]]:
    with Pool(start, workers, seconds) as pool:

        def read(task: Task) -> Outcome:
            return pool.read(task.line) if task.line else None

        with ThreadPoolExecutor(workers) as executor:
            try:
                yield from in_order(executor, read, tasks, ahead=_AHEAD * workers)
            finally:
                pool.close()  # before the executor waits for its threads
