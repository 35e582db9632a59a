"""Let several processes read articles; results in order, lost workers replaced."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
from collections import deque
from dataclasses import asdict, dataclass, field
from typing import IO, TYPE_CHECKING, TypeVar

from kg.errors import WorkerError
from kg.limits import too_slow
from kg.scale.pipes import Kind, read_frame, write_frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future
    from types import TracebackType
    from typing import Self

    from kg.scale.extractor import Extractor

__all__ = ["Pool", "in_order"]

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")
#: After so many articles a worker makes room for a new one, whatever it has gathered.
_ARTICLES = 2000
_START_SECONDS = 300.0
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_CODE = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from kg.scale.worker import main; main()"
)


@dataclass(slots=True)
class _Worker:
    """A running process and how many articles it has read."""

    process: subprocess.Popen[bytes]
    read: int = 0

    def ask(self, line: str, seconds: float) -> tuple[Kind, bytes]:
        """Have an article read; EOFError when the process dies of it."""
        self.read += 1
        self.say(Kind.ARTICLE, line.encode())
        return self.hear(seconds)

    def say(self, kind: Kind, content: bytes) -> None:
        """Write a frame to the process; EOFError when it is dead."""
        try:
            write_frame(_number(self.process.stdin), kind, content)
        except BrokenPipeError:
            raise EOFError from None

    def hear(self, seconds: float) -> tuple[Kind, bytes]:
        """Read a frame of the process; EOFError when it dies before."""
        return read_frame(_number(self.process.stdout), seconds=seconds)

    def stop(self) -> None:
        """End the process at once; it holds nothing that is not written elsewhere."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


@dataclass(slots=True)
class Pool:
    """Processes that read articles; a context that starts and ends them."""

    extractor: Extractor
    workers: int
    seconds: float
    articles: int = _ARTICLES
    _idle: queue.SimpleQueue[_Worker | None] = field(
        default_factory=queue.SimpleQueue, init=False
    )
    _running: list[_Worker] = field(default_factory=list, init=False)
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
            worker.process.kill()

    def read(self, line: str) -> bytes | str:
        """Give the packed extraction of an article's line, or why there is none.

        An article whose worker dies is read once more by a new one.
        """
        began = False
        for _ in range(2):
            if self._closed:
                break
            worker = self._idle.get()
            try:
                worker = worker or self._started()
                began = True
                kind, content = worker.ask(line, self.seconds)
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
                return content if kind is Kind.EXTRACTION else content.decode()
        if not began:
            raise WorkerError("no worker process can be started; see what it printed")
        return "ended its worker twice; is there enough memory?"

    def _started(self) -> _Worker:
        """Start a process and wait until it can read; EOFError when it dies first."""
        worker = _Worker(_process())
        self._running.append(worker)
        if self._closed:
            worker.process.kill()
        start = json.dumps(asdict(self.extractor)).encode()
        try:
            worker.say(Kind.START, start)
            kind, content = worker.hear(_START_SECONDS)
        except (EOFError, TimeoutError):
            self._end(worker)
            raise EOFError from None
        if kind is not Kind.READY:
            self._end(worker)
            raise WorkerError(content.decode())
        return worker

    def _give_back(self, worker: _Worker) -> None:
        if worker.read < self.articles:
            self._idle.put(worker)
        else:
            self._dismiss(worker)

    def _dismiss(self, worker: _Worker | None) -> None:
        if worker is not None:
            self._end(worker)
        self._idle.put(None)

    def _end(self, worker: _Worker) -> None:
        worker.stop()
        if worker in self._running:
            self._running.remove(worker)


def _process() -> subprocess.Popen[bytes]:
    environment = {**os.environ, **dict.fromkeys(_ONE_THREAD, "1")}
    return subprocess.Popen(  # noqa: S603 - this program itself
        [sys.executable, "-c", _CODE, json.dumps(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
        env=environment,
    )


def _number(pipe: IO[bytes] | None) -> int:
    if pipe is None:  # pragma: no cover - both pipes are asked for
        raise EOFError
    return pipe.fileno()


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
