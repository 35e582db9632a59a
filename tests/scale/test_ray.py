"""Reading on Ray: the same extractions as here, whatever happens to an actor."""

from __future__ import annotations

import sys
import time

import psutil
import pytest
from standins import load, obedient

from kg.articles import parse_article
from kg.errors import KgError
from kg.scale import cluster, engines
from kg.scale.reading import Engine, ScaleOptions, read_extractions

pytestmark = [
    pytest.mark.slow,
    # Ray leaves sockets and files to the end of the process.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::FutureWarning"),
]


@pytest.fixture(scope="module", autouse=True)
def ray():
    """Start Ray once for all: kg uses a cluster that is already joined."""
    ray = pytest.importorskip("ray")
    path = ":".join(filter(None, sys.path))
    ray.init(
        num_cpus=2,
        include_dashboard=False,
        log_to_driver=False,
        logging_level="ERROR",
        runtime_env={"env_vars": {"PYTHONPATH": path}},
    )
    yield ray
    ray.shutdown()


class Idle:
    """An actor that holds a core."""

    def wait(self):
        """Tell that it is there."""


def articles(*texts):
    return [parse_article(text, f"a{n:03}") for n, text in enumerate(texts)]


def read(found, extractor=None, **options):
    skipped = []
    options = ScaleOptions(
        workers=2, engine=Engine.RAY, on_skipped=skipped.append, **options
    )
    return list(read_extractions(found, extractor or obedient(), options)), skipped


def reads(process):
    try:
        return "kg.scale.worker" in " ".join(process.cmdline())
    except psutil.NoSuchProcess:  # it has just ended
        return False


def reading_processes():
    return [one for one in psutil.Process().children(recursive=True) if reads(one)]


def wait_until(is_so):
    end = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_extractions_come_in_the_order_of_the_articles(tmp_path):
    found = articles("SLEEP 0.3", *(f"Smith {n} met Brown" for n in range(20)))
    wanted = [load()(article) for article in found]
    assert read(found) == (wanted, [])
    assert read(found, journal=tmp_path / "journal") == (wanted, [])
    assert read(found, journal=tmp_path / "journal", resume=True) == (wanted, [])


def test_a_lost_actor_loses_and_repeats_nothing(tmp_path):
    log = tmp_path / "log"
    found = articles(
        "Smith met Brown", f"DIE-ONCE {tmp_path / 'mark'}", "It is", "DIE now", "He is"
    )
    extractions, skipped = read(found, obedient(log=str(log)))
    assert [e.article.id for e in extractions] == ["a000", "a001", "a002", "a004"]
    assert [s.reason for s in skipped] == [
        "ended its worker twice; is there enough memory?"
    ]
    read_ids = sorted(log.read_text(encoding="utf-8").split())
    assert read_ids == ["a000", "a001", "a001", "a002", "a003", "a003", "a004"]


def test_an_actor_whose_own_process_dies_loses_and_repeats_nothing(tmp_path):
    log = tmp_path / "log"
    found = articles("It is", f"ORPHAN-ONCE {tmp_path / 'mark'}", "He is", "She is")
    extractions, skipped = read(found, obedient(log=str(log)))
    assert ([e.article.id for e in extractions], skipped) == (
        ["a000", "a001", "a002", "a003"],
        [],
    )
    read_ids = sorted(log.read_text(encoding="utf-8").split())
    assert read_ids == ["a000", "a001", "a001", "a002", "a003"]


def test_bad_and_slow_articles_are_skipped():
    extractions, skipped = read(articles("RAISE it", "SLEEP 30", "It is"), seconds=2.0)
    assert [e.article.id for e in extractions] == ["a002"]
    assert "mistake in kg (ValueError it)" in skipped[0].reason
    assert "takes more than 2 seconds" in skipped[1].reason
    wait_until(lambda: not reading_processes())


def test_articles_are_read_in_a_process_of_one_thread():
    _, skipped = read(articles("It is", "THREADS"))
    assert ["(ValueError (1, 1))" in one.reason for one in skipped] == [True]


def test_ray_is_not_started_where_nothing_is_to_be_read(tmp_path, monkeypatch):
    found = articles("It is", "He is")
    wanted = read(found, journal=tmp_path / "journal")
    monkeypatch.delattr(engines, "ray_workers")
    assert read(found, journal=tmp_path / "journal", resume=True) == wanted


def test_a_model_that_cannot_be_loaded_ends_the_build_in_one_line():
    with pytest.raises(KgError, match=r"^model 'stand-in': is gone$"):
        read(articles("It is", "He is"), obedient(fails="is gone"))


def test_an_actor_for_which_there_is_no_core_ends_the_build_in_one_line(
    ray, monkeypatch
):
    monkeypatch.setattr(cluster, "_START_SECONDS", 1.0)
    held = [ray.remote(num_cpus=1)(Idle).remote() for _ in range(2)]
    ray.get([actor.wait.remote() for actor in held])
    try:
        with pytest.raises(KgError, match=r"no core .* ask for fewer --workers$"):
            read(articles("It is", "He is"))
    finally:
        for actor in held:
            ray.kill(actor)
