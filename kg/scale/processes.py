"""Workers that are processes of this machine, at the end of a pipe."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from typing import IO, TYPE_CHECKING

from kg.errors import WorkerError
from kg.scale.pipes import Kind, read_frame, write_frame

if TYPE_CHECKING:
    from kg.scale.extractor import Extractor

__all__ = ["ProcessWorker", "start_process"]

_START_SECONDS = 300.0
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_CODE = (
    "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    "from kg.scale.worker import main; main()"
)


def start_process(extractor: Extractor) -> ProcessWorker:
    """Start a process that will read articles; it loads the model by itself."""
    process = subprocess.Popen(  # noqa: S603 - this program itself
        [sys.executable, "-c", _CODE, json.dumps(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
        env={**os.environ, **dict.fromkeys(_ONE_THREAD, "1")},
    )
    return ProcessWorker(process, extractor)


@dataclass(slots=True, eq=False)
class ProcessWorker:
    """A running process that reads articles."""

    process: subprocess.Popen[bytes]
    extractor: Extractor

    def prepare(self) -> None:
        """Wait until the model is loaded; WorkerError when it cannot be."""
        self._say(Kind.START, json.dumps(asdict(self.extractor)))
        try:
            kind, content = self._hear(_START_SECONDS)
        except TimeoutError:
            raise EOFError from None
        if kind is not Kind.READY:
            raise WorkerError(content.decode())

    def ask(self, line: str, seconds: float) -> bytes | str:
        """Have an article's line read: a packed extraction, or why there is none."""
        self._say(Kind.ARTICLE, line)
        kind, content = self._hear(seconds)
        return content if kind is Kind.EXTRACTION else content.decode()

    def kill(self) -> None:
        """End the process at once."""
        self.process.kill()

    def stop(self) -> None:
        """End the process at once; it holds nothing that is not written elsewhere."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()

    def _say(self, kind: Kind, content: str) -> None:
        try:
            write_frame(_number(self.process.stdin), kind, content.encode())
        except BrokenPipeError:
            raise EOFError from None

    def _hear(self, seconds: float) -> tuple[Kind, bytes]:
        return read_frame(_number(self.process.stdout), seconds=seconds)


def _number(pipe: IO[bytes] | None) -> int:
    if pipe is None:  # pragma: no cover - both pipes are asked for
        raise EOFError
    return pipe.fileno()
