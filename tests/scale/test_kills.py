"""Builds that are killed or find the disk full: the old stays whole, and on they go."""

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
from graphs import renamed, small_graph, talks, visit

from kg.errors import StoreError
from kg.graph import build_graph
from kg.store import add_articles, article_ids

ARTICLES = 40
TESTS = Path(standins.__file__).parent
#: The code under test, wherever the tests are started, and the stand-ins beside it.
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent}"}
#: What the small disk has room for, in kB beside the old result, from nearly nothing to
#: nearly enough.
ROOM = (0, 4, 16, 40, 80, 120, 160, 200, 240, 280, 320)
EACH = visit, talks
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


@pytest.fixture
def disk(tmp_path):
    """Mount a disk of its own; give its folder and what changes its size, in kB."""
    folder = tmp_path / "disk"
    folder.mkdir()

    def mount(*options):
        command = ["mount", "-t", "tmpfs", "-o", ",".join(options), "none", folder]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    mounted = mount("size=64m")
    if mounted.returncode:
        pytest.skip(f"no disk can be mounted here: {mounted.stderr.strip()}")

    def resize(room):
        used = os.statvfs(folder)
        size = (used.f_blocks - used.f_bfree) * used.f_bsize // 1024 + room
        assert mount("remount", f"size={size}k").returncode == 0

    yield folder, resize
    subprocess.run(["umount", "-l", folder], check=True)


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


def build(source, out):
    script = Path(standins.__file__)
    command = [sys.executable, str(script), str(source), str(out), "1", "resume"]
    return subprocess.run(
        command, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_a_full_disk_is_one_line_and_the_old_folder_stays(disk, wanted):
    folder, resize = disk
    source, new, old = wanted
    out, ends, lines = folder / "out", [], []
    for room in ROOM:
        resize(60_000)
        for left in (out, folder / ".out.journal"):
            for path in left.iterdir() if left.exists() else ():
                path.unlink()
        out.mkdir(exist_ok=True)
        for name, content in old.items():
            (out / name).write_bytes(content)
        resize(room)
        full = build(source, out)
        ends.append(full.returncode)
        if full.returncode == 0:
            assert files_of(out) == new
            continue
        assert full.returncode == 1
        (line,) = full.stderr.splitlines()
        lines.append(line)
        assert "No space left on device" in line
        assert files_of(out) == old
        resize(60_000)
        assert build(source, out).returncode == 0
        assert files_of(out) == new
        assert {path.name for path in folder.iterdir()} == {"out", ".out.journal"}
    assert any("the journal cannot be kept" in line for line in lines)
    assert any("cannot be written" in line for line in lines)
    assert ends[0] == 1
    assert ends[-1] == 0


@pytest.mark.slow
@pytest.mark.parametrize("room", [0, 16, 64, 128])
def test_a_full_disk_leaves_a_store_as_it_was(disk, room):
    folder, resize = disk
    store = folder / "store"
    add_articles(small_graph(), store)
    before = article_ids(store)
    many = build_graph(
        [renamed(each(), f"{each.__name__} {n}") for each in EACH for n in range(20)]
    )
    resize(room)
    with pytest.raises(StoreError) as raised:
        add_articles(many, store)
    assert len(str(raised.value).splitlines()) == 1
    assert article_ids(store) == before
    resize(60_000)
    add_articles(many, store)
    assert len(article_ids(store)) == len(before) + 39
