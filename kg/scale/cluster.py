"""Workers that are Ray actors: on the cores of this machine, or on many machines."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread
from threading import enumerate as running_threads
from typing import TYPE_CHECKING, Any

from kg.errors import MissingExtraError, WorkerError
from kg.scale.processes import start_process

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kg.scale.extractor import Extractor

__all__ = ["ActorWorker", "Reader", "ray_workers", "wait_for_the_last"]

_START_SECONDS = 300.0
_ENDING = "kg ends Ray"


class Reader:
    """What runs in an actor: it hands article by article to a process of its own.

    That process is the same as without Ray. It has one thread, where the actor has
    some twenty, between which Python's lock would go to and fro; and it can be ended
    while it reads.
    """

    def __init__(self, extractor: Extractor) -> None:
        self._worker = start_process(extractor)

    def prepare(self) -> str:
        """Have the model loaded; give why it cannot be, or nothing."""
        try:
            self._worker.prepare()
        except WorkerError as error:
            return str(error)
        return ""

    def read(self, line: str, seconds: float) -> bytes | str:
        """Read an article's line: a packed extraction, or why there is none."""
        return self._worker.ask(line, seconds)


@dataclass(slots=True, eq=False)
class ActorWorker:
    """An actor that reads articles."""

    ray: Any
    actor: Any

    def prepare(self) -> None:
        """Wait until the model is loaded; WorkerError when it cannot be."""
        try:
            reason = self._result(self.actor.prepare.remote(), _START_SECONDS)
        except TimeoutError:
            found = f"no core for it within {_START_SECONDS:.0f} seconds"
            raise WorkerError(f"Ray has {found}; ask for fewer --workers") from None
        if reason:
            raise WorkerError(reason)

    def ask(self, line: str, seconds: float) -> bytes | str:
        """Have an article's line read: a packed extraction, or why there is none."""
        answer: bytes | str = self._result(
            self.actor.read.remote(line, seconds), seconds
        )
        return answer

    def kill(self) -> None:
        """End the actor at once."""
        self.ray.kill(self.actor)

    stop = kill

    def _result(self, reference: object, seconds: float) -> Any:  # noqa: ANN401
        errors = self.ray.exceptions
        try:
            return self.ray.get(reference, timeout=seconds)
        except errors.GetTimeoutError:
            raise TimeoutError from None
        except (errors.RayActorError, errors.WorkerCrashedError):
            raise EOFError from None


@contextmanager
def ray_workers(
    extractor: Extractor, workers: int, *, address: str | None = None
) -> Iterator[Callable[[], ActorWorker]]:
    """Join a cluster, or make one of this machine; give what starts an actor.

    Nothing is reported to Ray's makers. A cluster that is already joined is used and
    stays.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("ray", extra="ray") from error
    wait_for_the_last()
    mine = not ray.is_initialized()
    if mine:
        _join(ray, workers, address)
    reader = ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(Reader)
    try:
        yield lambda: ActorWorker(ray, reader.remote(extractor))
    finally:
        if mine:
            # Ray waits a second for its own processes; the join need not.
            Thread(target=ray.shutdown, name=_ENDING).start()


def wait_for_the_last() -> None:
    """Wait until the last cluster that was made here has ended."""
    for thread in running_threads():
        if thread.name == _ENDING:
            thread.join()


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    """Have some variables for the processes that are started meanwhile."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _join(ray: Any, workers: int, address: str | None) -> None:  # noqa: ANN401 - untyped
    variables: dict[str, str] = {}
    options: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}
    if address is None:
        # Ray's own cluster gives way to all other work of the machine; ours does not.
        variables["RAY_worker_niceness"] = "0"
        variables["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
        options |= {"num_cpus": workers, "include_dashboard": False}
    else:
        options |= {"address": address}
    try:
        with _environment(variables):
            ray.init(**options)
    except Exception as error:  # Ray raises what it likes, also plain Exceptions
        place = address or "on this machine"
        first = str(error).partition("\n")[0]
        raise WorkerError(f"Ray cannot be started {place} ({first})") from error
