"""Kill builds at random moments and see that --resume ends with the same bytes.

    python benchmarks/kills.py --data FOLDER [--kills N] [--workers N] [--engine ray]
        [--builds SHARE]

Half of the kills, or another share, hit the build itself, the others one of its
workers; only what was running counts. After each kill of a build its folder must be
whole: absent, or that of an earlier build; in the end nothing may lie beside it but the
journal.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from kg.articles import read_articles
from kg.model import Article

JOURNAL = ".out.journal"
#: Seconds after which one looks again whether there is a worker.
_SOON = 0.1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True, help="articles that kg can read")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--engine", default="local", choices=["local", "ray"])
    parser.add_argument("--builds", type=float, default=0.5, help="share of kills")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        count(Path(folder), options)


def count(folder: Path, options: argparse.Namespace) -> None:
    source = source_in(folder, options.data)
    more = ["--workers", str(options.workers), "--engine", options.engine]
    start = time.monotonic()
    build(source, folder / "wanted", more).wait()
    length = time.monotonic() - start
    wanted = files_of(folder / "wanted")
    chance = random.Random(options.kills)  # noqa: S311 - moments, no secrets
    out, builds, workers, equal, rounds = folder / "out", 0, 0, 0, 0
    while builds + workers < options.kills:
        process = build(source, out, [*more, "--resume"])
        time.sleep(chance.uniform(0, length))
        if process.poll() is None and chance.random() < options.builds:
            process.kill()
            builds += process.wait() != 0
            if out.exists() and files_of(out) not in ({}, wanted):
                raise SystemExit("a folder is not whole")
        else:
            workers += a_worker_killed(process, chance)
        if process.wait() == 0:
            rounds += 1
            equal += files_of(out) == wanted
            again(out)
        print(f"{builds} + {workers} killed, {equal} of {rounds} equal", flush=True)
    build(source, out, [*more, "--resume"]).wait()
    rounds += 1
    equal += files_of(out) == wanted
    beside = {path.name for path in folder.iterdir()}
    if left := beside - {"news.jsonl", "wanted", ".wanted.journal", "out", JOURNAL}:
        raise SystemExit(f"left beside the folder: {left}")
    print(f"{builds} builds and {workers} workers killed; {equal} of {rounds} equal")


def source_in(folder: Path, data: str) -> Path:
    """Write the articles without their dates and titles: what counts are the bytes."""
    found = read_articles([data])
    texts = [article.text for article in found if isinstance(article, Article)]
    lines = (json.dumps({"id": f"a{n}", "text": t}) for n, t in enumerate(texts))
    path = folder / "news.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def build(source: Path, out: Path, more: list[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "kg", "build", source, "--out", out, *more]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603


def a_worker_killed(process: subprocess.Popen[bytes], chance: random.Random) -> bool:
    """Kill a worker as soon as there is one; whether there was."""
    while process.poll() is None:
        if child := a_worker(process.pid, chance):
            return killed(child)
        time.sleep(_SOON)
    return False


def a_worker(parent: int, chance: random.Random) -> psutil.Process | None:
    try:
        children = psutil.Process(parent).children(recursive=True)
        workers = [c for c in children if "ray::Reader" in c.name() or is_ours(c)]
    except psutil.NoSuchProcess:
        return None
    return chance.choice(workers) if workers else None


def killed(process: psutil.Process) -> bool:
    """Kill a process; whether it was still there."""
    try:
        process.kill()
    except psutil.NoSuchProcess:
        return False
    return True


def is_ours(process: psutil.Process) -> bool:
    return "from kg.scale.worker import main" in " ".join(process.cmdline())


def again(out: Path) -> None:
    """Take the result and the journal away, so that the next build has all to do."""
    for folder in (out, out.with_name(JOURNAL)):
        for path in folder.iterdir() if folder.exists() else ():
            path.unlink()


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


if __name__ == "__main__":
    main()
