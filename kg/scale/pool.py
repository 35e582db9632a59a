"""Let several workers read articles; results in order, lost workers replaced."""

from __future__ import annotations

import queue
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from kg.errors import WorkerError
from kg.limits import too_slow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future
    from types import TracebackType
    from typing import Self

__all__ = ["Pool", "Worker", "in_order"]

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")
#: After so many articles a worker makes room for a new one, whatever it has gathered.
_ARTICLES = 2000
#: How often an article is read when its worker dies, and how often one is started.
_TRIES, _STARTS = 2, 5


class Worker(Protocol):
    """Somebody elsewhere who reads articles one by one.

    All raise EOFError when the worker is dead, and TimeoutError when it is too slow.
    """

    def prepare(self) -> None:
        """Wait until it can read; WorkerError when it never will."""

    def ask(self, line: str, seconds: float) -> bytes | str:
        """Have an article's line read: a packed extraction, or why there is none."""

    def kill(self) -> None:
        """End it at once, also while another thread waits for it."""

    def stop(self) -> None:
        """End it and give back what it holds."""


@dataclass(slots=True)
class Pool:
    """Workers that read articles, each started when it is needed; ends them at exit."""

    start: Callable[[], Worker]
    workers: int
    seconds: float
    articles: int = _ARTICLES
    _idle: queue.SimpleQueue[Worker | None] = field(
        default_factory=queue.SimpleQueue, init=False
    )
    _read: dict[int, int] = field(default_factory=dict, init=False)
    _running: list[Worker] = field(default_factory=list, init=False)
    _closed: bool = field(default=False, init=False)

    def __enter__(self) -> Self:
        """Make room for the workers; each starts with its first article."""
        for _ in range(self.workers):
            self._idle.put(None)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take away what is left of the workers."""
        self.close()
        for worker in tuple(self._running):
            self._end(worker)

    def close(self) -> None:
        """Stop all workers, also those that are reading; none is started after this."""
        self._closed = True
        for worker in tuple(self._running):
            worker.kill()

    def read(self, line: str) -> bytes | str:
        """Give the packed extraction of an article's line, or why there is none.

        An article whose worker dies is read once more by a new one.
        """
        asked = 0
        while asked < _TRIES and not self._closed:
            worker = self._idle.get() or self._ready()
            asked += 1
            try:
                answer = worker.ask(line, self.seconds)
            except TimeoutError:
                self._dismiss(worker)
                return too_slow(self.seconds)
            except EOFError:
                self._dismiss(worker)
            except BaseException:
                self._dismiss(worker)
                raise
            else:
                self._give_back(worker)
                return answer
        if not asked:
            raise WorkerError("was stopped before it had begun")
        return "ended its worker twice; is there enough memory?"

    def _ready(self) -> Worker:
        """Start a worker; one that dies meanwhile is no fault of any article's."""
        for _ in range(_STARTS):
            if self._closed:
                break
            try:
                return self._started()
            except EOFError:
                continue
            except BaseException:
                self._idle.put(None)
                raise
        self._idle.put(None)
        raise WorkerError("no worker can be started; see what it printed")

    def _started(self) -> Worker:
        worker = self.start()
        self._running.append(worker)
        if self._closed:
            worker.kill()
        try:
            worker.prepare()
        except BaseException:
            self._end(worker)
            raise
        return worker

    def _give_back(self, worker: Worker) -> None:
        read = self._read[id(worker)] = self._read.get(id(worker), 0) + 1
        if read < self.articles:
            self._idle.put(worker)
        else:
            self._dismiss(worker)

    def _dismiss(self, worker: Worker) -> None:
        self._end(worker)
        self._idle.put(None)

    def _end(self, worker: Worker) -> None:
        worker.stop()
        self._read.pop(id(worker), None)
        if worker in self._running:
            self._running.remove(worker)


def in_order(
    executor: Executor,
    call: Callable[[_Job], _Result],
    jobs: Iterable[_Job],
    *,
    ahead: int,
) -> Iterator[tuple[_Job, _Result]]:
    """Do some jobs at once and give the results in the jobs' order.

    At most ``ahead`` jobs are taken before the first of them is done.
    """
    waiting: deque[tuple[_Job, Future[_Result]]] = deque()
    try:
        for job in jobs:
            waiting.append((job, executor.submit(call, job)))
            while waiting and (len(waiting) >= ahead or waiting[0][1].done()):
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()
    finally:
        for _, future in waiting:
            future.cancel()
