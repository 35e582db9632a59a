"""Builds that are killed: what was there stays whole, and --resume ends as if not."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
import standins

ARTICLES = 40
TESTS = Path(standins.__file__).parent
#: The code under test, wherever the tests are started, and the stand-ins beside it.
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent}"}
MOMENTS = random.Random(9)  # noqa: S311 - moments, no secrets


def source_of(folder, name, words):
    path = folder / f"{name}.jsonl"
    lines = (
        json.dumps({"id": f"a{n:02}", "text": f"SLEEP 0.01 for {words} {n % 9}"})
        for n in range(ARTICLES)
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def files_of(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def start(source, out, workers, *more):
    script = Path(standins.__file__)
    return subprocess.Popen(
        [sys.executable, str(script), str(source), str(out), str(workers), *more],
        env=ENVIRONMENT,
    )


def limit_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))


def children_of(process):
    """Give the workers; none when the build has just ended."""
    try:
        return psutil.Process(process.pid).children()
    except psutil.NoSuchProcess:
        return []


@pytest.fixture(scope="module")
def wanted(tmp_path_factory):
    """Give the source, what a build of it writes, and what another one writes."""
    folder = tmp_path_factory.mktemp("wanted")
    results = []
    for words in ("Brown", "Smith"):
        source = source_of(folder, words, words)
        standins.build(source, folder / "out", workers=1, resume=False)
        results.append((source, files_of(folder / "out")))
    return (*results[0], results[1][1])


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_build_leaves_the_old_folder_and_resumes_to_the_same_bytes(
    tmp_path, wanted, workers
):
    source, new, old = wanted
    out = tmp_path / "out"
    for _ in range(5):
        out.mkdir()
        for name, content in old.items():
            (out / name).write_bytes(content)
        for _ in range(2):
            process = start(source, out, workers, "resume")
            time.sleep(MOMENTS.uniform(0.2, 1.2))
            process.send_signal(signal.SIGKILL)
            process.wait()
            assert files_of(out) in (old, new)
        assert start(source, out, workers, "resume").wait() == 0
        assert files_of(out) == new
        assert {path.name for path in tmp_path.iterdir()} == {"out", ".out.journal"}
        for folder in (out, tmp_path / ".out.journal"):
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()


@pytest.mark.slow
def test_a_build_whose_workers_are_killed_ends_with_the_same_bytes(tmp_path, wanted):
    source, new, _ = wanted
    process = start(source, tmp_path / "out", 2)
    killed = 0
    while process.poll() is None:
        time.sleep(0.05 if not killed else MOMENTS.uniform(0.2, 0.4))
        for child in children_of(process)[:1] if killed < 3 else ():
            child.kill()
            killed += 1
    assert killed
    assert process.returncode == 0
    assert files_of(tmp_path / "out") == new


@pytest.mark.slow
def test_workers_end_when_the_build_is_killed(tmp_path, wanted):
    process = start(wanted[0], tmp_path / "out", 2)
    while not (workers := children_of(process)):
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    _, alive = psutil.wait_procs(workers, timeout=5)
    assert alive == []


def test_a_disk_that_takes_no_more_is_one_line_and_the_old_folder_stays(
    tmp_path, wanted
):
    source, new, old = wanted
    out = tmp_path / "out"
    out.mkdir()
    for name, content in old.items():
        (out / name).write_bytes(content)
    script = Path(standins.__file__)
    command = [sys.executable, str(script), str(source), str(out), "2", "resume"]
    full = subprocess.run(
        command,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit_files,
    )
    assert full.returncode == 1
    assert len(full.stderr.splitlines()) == 1
    assert "cannot be kept (File too large)" in full.stderr
    assert files_of(out) == old
    subprocess.run(command, env=ENVIRONMENT, check=True)
    assert files_of(out) == new
