"""Measure what the join of an archive costs and holds, without any reading.

    python benchmarks/joining.py --data FOLDER [--articles N]

The articles of FOLDER are read once and written into a journal under N new ids; every
second round of them has statements and names of its own, as other news would have, so
that what grows with the number of different things is seen to grow.
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from kg.journal import Journal
from kg.pipeline import read_extractions
from kg.publishing import PublishOptions, publish
from kg.scale.archive import Archive
from kg.scale.extractor import packed

if TYPE_CHECKING:
    from kg.model import Argument, Extraction

_EVERY = 0.5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True, help="articles that kg can read")
    parser.add_argument("--articles", type=int, default=10_000)
    options = parser.parse_args()
    extractions = list(read_extractions([options.data]))
    with tempfile.TemporaryDirectory() as folder:
        measure(extractions, Path(folder), options.articles)


def measure(extractions: list[Extraction], folder: Path, count: int) -> None:
    with Journal(folder / "journal") as journal:
        archive = Archive(journal)
        for number, one in enumerate(islice(cycle(extractions), count)):
            key = number.to_bytes(16, "big")
            archive.add(key, packed(renamed(one, number, len(extractions))))
        before = psutil.Process().memory_info().rss / 1e6
        watch = Watch()
        start, cpu = time.perf_counter(), time.process_time()
        publish(archive, folder / "out", PublishOptions())
        seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
        size = sum(path.stat().st_size for path in (folder / "out").iterdir())
        journal_size = sum(p.stat().st_size for p in (folder / "journal").iterdir())
    print(
        f"{count:7} articles: join {seconds:.1f} s, processor {1000 * cpu / count:.2f} "
        f"ms/article; memory {before:.0f} MB before, at most {watch.stop():.0f} MB; "
        f"files {size / count / 1000:.0f} kB/article, "
        f"journal {journal_size / count / 1000:.0f} kB/article"
    )


def renamed(one: Extraction, number: int, period: int) -> Extraction:
    """Give an extraction as one of another article, in every second round of others."""
    key = f"{one.article.id}-{number}"
    own = f"_{number}" if number // period % 2 else ""
    entities = one.entities[::2]
    ids = {e.id: e.id + own for e in entities}

    def called(end: Argument) -> Argument:
        return replace(end, id=ids.get(end.id, end.id)) if end.id else end

    return replace(
        one,
        article=replace(
            one.article, id=key, text=one.article.text.replace("e", own[-1:] or "e")
        )
        if own
        else replace(one.article, id=key),
        statements=tuple(
            replace(
                s,
                article=key,
                id=f"{int(s.id, 16) + (number if own else 0) & (1 << 64) - 1:016x}",
                subject=called(s.subject),
                object=called(s.object),
            )
            for s in one.statements
        ),
        entities=tuple(replace(e, id=ids.get(e.id, e.id)) for e in one.entities),
        mentions=tuple(
            replace(m, entity=ids.get(m.entity, m.entity)) for m in one.mentions
        ),
    )


class Watch:
    """Look at the memory of this process all the time."""

    def __init__(self) -> None:
        self._most = 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        process = psutil.Process()
        while not self._done.wait(_EVERY):
            self._most = max(self._most, process.memory_info().rss / 1e6)

    def stop(self) -> float:
        """Give the most that was held, in megabytes."""
        self._done.set()
        self._thread.join()
        return self._most


if __name__ == "__main__":
    main()
