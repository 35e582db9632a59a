"""A Ray of the build's own: it is made for the build, and ends with it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
import standins

pytestmark = pytest.mark.slow
TESTS = Path(standins.__file__).parent
ENVIRONMENT = {**os.environ, "PYTHONPATH": f"{TESTS}{os.pathsep}{TESTS.parent}"}
#: Two builds of one program. The first leaves no Ray behind, also while it is joined.
BUILDS = """
from standins import obedient
from kg.articles import parse_article
from kg.scale.reading import Engine, ScaleOptions, read_archive, read_extractions

options = ScaleOptions(workers=1, engine=Engine.RAY)
he, it = (parse_article(f"{word} is", word) for word in ("He", "It"))
with read_archive([he, it], obedient(), options) as archive:
    print(len(archive), flush=True)
import ray
print(ray.is_initialized())
for number in range(2):
    for extraction in read_extractions([he, it], obedient(), options):
        print(extraction.article.id)
"""


def raylets_of(pid):
    """Give the processes that are a Ray's heart."""
    try:
        children = psutil.Process(pid).children(recursive=True)
        return {child for child in children if child.name() == "raylet"}
    except psutil.NoSuchProcess:
        return set()


def test_one_build_after_the_other_has_a_ray_of_its_own():
    pytest.importorskip("ray")
    process = subprocess.Popen(
        [sys.executable, "-c", BUILDS],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
    )
    rays = set()
    while process.poll() is None:
        rays.update(raylets_of(process.pid))
        time.sleep(0.1)
    assert process.stdout.read().split() == ["2", "False", *("He", "It") * 2]
    assert [one.is_running() for one in rays] == [False] * 3
    process.stdout.close()
