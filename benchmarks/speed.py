"""Measure what kg costs beside the parse, how it grows, and what it holds in memory.

    python benchmarks/speed.py --data FOLDER [PART...]
        [--articles N] [--workers N] [--cut N]

PART is ``ratio`` (whole builds over a bare ``nlp.pipe``), ``stages`` (where the time
of one process goes), ``peers`` (other extractors on the same parse), ``growth`` (cost
an article and memory from few articles to many), ``again`` (a second build that finds
nothing changed). Without a PART all are measured.
The articles of FOLDER are replayed under new ids until there are N; for ``growth`` half
of their names are invented anew each time, as other news has other names, and texts
are cut to N characters if asked.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

from growth import renamed_anew, tell_growth
from peers import found_peers

from kg.articles import read_articles
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

#: The functions of ``kg.pipeline`` that are put under the clock.
_STAGES = (
    "find_quotes",
    "resolve_entities",
    "mended_tree",
    "clauses_of",
    "make_statements",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART")
    parser.add_argument("--data", required=True, help="articles that kg can read")
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--cut", type=int, help="characters of an article, for growth")
    options = parser.parse_args()
    articles = [a for a in read_articles([options.data]) if isinstance(a, Article)]
    with tempfile.TemporaryDirectory() as folder:
        for part in options.parts or PARTS:
            print(f"\n{part}")
            PARTS[part](articles, Path(folder), options)


def replayed(articles: list[Article], count: int) -> list[Article]:
    """Give so many articles, with ids of their own."""
    return [
        Article(f"{a.id}-{n}", a.text, a.blocks, a.title, a.date)
        for n, a in enumerate(islice(cycle(articles), count))
    ]


def source(articles: Iterable[Article], folder: Path, count: int) -> Path:
    path = folder / f"news-{count}.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for article in articles:
            record = {"id": article.id, "text": article.text, "title": article.title}
            record["date"] = article.date.isoformat() if article.date else None
            lines.write(f"{json.dumps(record)}\n")
    return path


class Cost(NamedTuple):
    """What a program took: seconds by the clock and of the processor, and memory."""

    seconds: float
    cpu: float
    megabytes: float

    def said(self, name: str, count: int) -> str:
        """Say it in one line."""
        each = 1000 * self.cpu / count
        return (
            f"{name:24}{self.seconds:8.1f} s  processor {self.cpu:8.1f} s "
            f"{each:7.1f} ms/article  peak {self.megabytes:6.0f} MB"
        )


def timed(*arguments: object) -> Cost:
    """Run Python with arguments, alone or with its workers."""
    start = time.perf_counter()
    environment = {**os.environ, **_ONE_THREAD}
    command = [sys.executable, *map(str, arguments)]
    process = subprocess.Popen(  # noqa: S603 - this program's own parts
        command, env=environment, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed: {command}")
    cpu = used.ru_utime + used.ru_stime
    return Cost(time.perf_counter() - start, cpu, used.ru_maxrss / 1000)


def kg_build(path: Path, *more: object) -> Cost:
    return timed("-m", "kg", "build", path, "--out", path.with_suffix(""), *more)


def bare(path: Path) -> None:
    """Parse the articles of a file with the model and do nothing else."""
    found = read_articles([path])
    texts = (article.text for article in found if isinstance(article, Article))
    nlp = plain_model()
    start = time.perf_counter()
    # Batches of the usual 256 articles take 3 GB and half as much time again.
    count = sum(1 for _ in nlp.pipe(texts, batch_size=8))
    print(f"{time.perf_counter() - start:.2f} {count}")


def plain_model() -> Language:
    """Load the model as it comes, without what kg does to make it faster."""
    from kg import analysis  # noqa: PLC0415 - spaCy

    with patch.multiple(
        analysis, remember=lambda _ruler: False, multiply_by_numpy=lambda _nlp: None
    ):
        return analysis.load_model().nlp


def ratio(articles: list[Article], folder: Path, options: argparse.Namespace) -> None:
    count = options.articles
    path = source(replayed(articles, count), folder, count)
    base = timed(__file__, "--bare", path)
    one = kg_build(path)
    print(base.said("bare nlp.pipe", count))
    print(one.said("kg build, one process", count))
    print(
        f"one process over bare: {one.seconds / base.seconds:.2f} by the clock, ",
        end="",
    )
    print(f"{one.cpu / base.cpu:.2f} of the processor")
    for engine in ("local", "ray"):
        many = kg_build(path, "--workers", options.workers, "--engine", engine)
        print(many.said(f"kg build, {options.workers} on {engine}", count))
        print(f"{one.seconds / many.seconds:.2f} times one process")


class Spent(dict[str, float]):
    """Processor seconds by the names of stages."""

    def of(self, name, call):  # noqa: ANN001, ANN201, D102 - any stage
        def run(*args, **more):  # noqa: ANN002, ANN003, ANN202 - any stage
            start = time.process_time()
            try:
                return call(*args, **more)
            finally:
                self[name] = self.get(name, 0) + time.process_time() - start

        return run


def stages(articles: list[Article], folder: Path, options: argparse.Namespace) -> None:
    """Tell where the processor time of one process goes."""
    from kg.building import _pictures  # noqa: PLC0415 - what a build draws
    from kg.publishing import PublishOptions, publish  # noqa: PLC0415 - heavy
    from kg.scale.archive import Archive  # noqa: PLC0415 - heavy

    few = replayed(articles, min(options.articles, 200))
    nlp, spent, archive = plain_model(), Spent(), Archive()
    texts = [article.text for article in few]
    spent.of("bare", lambda: sum(1 for _ in nlp.pipe(texts, batch_size=8)))()
    bare = spent.pop("bare")
    for entry in entries(few, spent):
        archive.add(b"", entry)
    how = PublishOptions(draw=spent.of("pictures", _pictures))
    spent.of("join", publish)(archive, folder / "stages", how)
    spent["join"] -= spent["pictures"]
    for name, seconds in spent.items():
        each = 1000 * seconds / len(few)
        print(
            f"{name:18}{each:8.2f} ms/article  {seconds / bare:6.3f} of bare nlp.pipe"
        )
    print(f"{'all':18}{'':20}  {sum(spent.values()) / bare:6.3f} of bare nlp.pipe")


def entries(articles: list[Article], spent: Spent) -> Iterator[bytes]:
    """Read articles as a build does, each stage under the clock."""
    from kg import pipeline  # noqa: PLC0415 - spaCy
    from kg.memory import collect_seldom  # noqa: PLC0415 - as a build does
    from kg.scale.extractor import packed  # noqa: PLC0415 - with it
    from kg.zones import zone  # noqa: PLC0415 - with it

    collect_seldom()
    analyser = pipeline.load_model()
    pipeline.extract_article(articles[0], analyser)

    class Parser:
        nlp, name, version = analyser.nlp, analyser.name, analyser.version
        analyse = staticmethod(spent.of("parse", analyser.analyse))

    for name in _STAGES:
        setattr(pipeline, name, spent.of(name, getattr(pipeline, name)))
    for article in articles:
        with zone(analyser.nlp):
            extraction = pipeline.extract_article(article, Parser)
        yield spent.of("write and pack", packed)(extraction)


def peers(articles: list[Article], _folder: Path, options: argparse.Namespace) -> None:
    """Tell what other extractors cost and find on the same parse, beside kg's."""
    from kg.pipeline import extract_article, load_model  # noqa: PLC0415 - spaCy
    from kg.surface import read_surface  # noqa: PLC0415 - with it

    few = replayed(articles, min(options.articles, 48))
    nlp, analyser, found = plain_model(), load_model(), found_peers()
    spent, counts = Spent(), Counter[str]()
    for article in few:
        doc = spent.of("bare nlp.pipe", lambda text: list(nlp.pipe([text])))(
            article.text
        )[0]
        for name, extract in found.items():
            counts[name] += len(spent.of(name, extract)(doc))
        own = analyser.analyse(article)
        counts["kg extract"] += len(spent.of("kg extract", read_surface)(own))
        spent.of("kg, parse", analyser.analyse)(article)
        extraction = spent.of("kg, parse and all", extract_article)(article, analyser)
        counts["kg, parse and all"] += len(extraction.statements)
    bare = spent["bare nlp.pipe"]
    for name, seconds in spent.items():
        each = 1000 * seconds / len(few)
        print(
            f"{name:18}{each:8.2f} ms/article  {seconds / bare:6.3f} of bare nlp.pipe"
            f"{counts[name] / len(few):8.1f} found an article"
        )


def growth(articles: list[Article], folder: Path, options: argparse.Namespace) -> None:
    count = options.articles
    path = source(renamed_anew(articles, count, options.cut), folder, count)
    tell_growth(path, folder / "journal", count)


def again(articles: list[Article], folder: Path, options: argparse.Namespace) -> None:
    path = source(replayed(articles, options.articles), folder, options.articles)
    first = kg_build(path).cpu
    second = kg_build(path, "--resume").cpu
    print(f"processor: first {first:.1f} s, again {second:.1f} s: {second / first:.3f}")


PARTS = {
    "ratio": ratio,
    "stages": stages,
    "peers": peers,
    "growth": growth,
    "again": again,
}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--bare"]:
        bare(Path(sys.argv[2]))
    else:
        main()
