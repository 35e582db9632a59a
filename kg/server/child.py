"""Run ``oxigraph serve-read-only`` as a child that can be stopped and started again.

Oxigraph has a time limit of its own, but answers that grow without end outlive it, so
the one who asks stops the child when the time is over.
"""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import MissingExtraError, StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Answered", "OverrunError", "Oxigraph", "TooLargeError"]

_LOCAL = "127.0.0.1"
_STARTS = 200
_PAUSE = 0.025
_GRACE = 0.5
_CHUNK = 65536
_CANCELLED = b"The SPARQL operation has been cancelled"
_SECONDS = 10


class OverrunError(Exception):
    """A query took longer than it may."""


class TooLargeError(Exception):
    """An answer is larger than it may be."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer of oxigraph, whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Oxigraph:
    """A child process that answers queries about a store on a port of its own."""

    def __init__(self, location: Path, *, seconds: float, most: int) -> None:
        self._location = location
        self._seconds = seconds
        self._most = most
        self._program = _program()
        self._lock = threading.Lock()
        self._start()

    def stop(self) -> None:
        """Stop the child for good."""
        with self._lock:
            self._process.kill()
            self._process.wait()

    def asset(self, path: str) -> Answered:
        """Give a file of the pages that oxigraph itself serves, however large."""
        connection = http.client.HTTPConnection(_LOCAL, self._port, timeout=_SECONDS)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return Answered(answer.status, _kept(answer), answer.read())
        finally:
            connection.close()

    def ask(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Answered:
        """Send a request on; OverrunError and TooLargeError when limits are met.

        A child that is stopped for another's query is asked again, once.
        """
        for last in (False, True):
            number = self._number
            try:
                return self._answered(method, path, body, headers)
            except OverrunError:
                self._restart(number)
                raise
            except (OSError, http.client.HTTPException) as error:
                if last:
                    raise StoreError(str(self._location), str(error)) from error
                self._revive(number)
        raise OverrunError

    def _answered(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Answered:
        until = time.monotonic() + self._seconds + _GRACE
        connection = http.client.HTTPConnection(_LOCAL, self._port)
        try:
            connection.timeout = self._seconds + _GRACE
            connection.request(method, path, body, dict(headers))
            answer = connection.getresponse()
            whole = self._read(connection, answer, until)
        except TimeoutError as error:
            raise OverrunError from error
        finally:
            connection.close()
        if whole.endswith(_CANCELLED):
            raise OverrunError
        return Answered(answer.status, _kept(answer), whole)

    def _read(
        self,
        connection: http.client.HTTPConnection,
        answer: http.client.HTTPResponse,
        until: float,
    ) -> bytes:
        pieces: list[bytes] = []
        size = 0
        while True:
            left = until - time.monotonic()
            if left <= 0:
                raise OverrunError
            if connection.sock is not None:
                connection.sock.settimeout(left)
            piece = answer.read1(_CHUNK)
            if not piece:
                return b"".join(pieces)
            size += len(piece)
            if size > self._most:
                raise TooLargeError
            pieces.append(piece)

    def _start(self) -> None:
        self._port = _free_port()
        self._number = getattr(self, "_number", 0) + 1
        self._process = subprocess.Popen(  # noqa: S603 - our own program and arguments
            [
                str(self._program),
                "serve-read-only",
                "--location",
                str(self._location),
                "--bind",
                f"{_LOCAL}:{self._port}",
                "--timeout-s",
                str(max(1, int(self._seconds))),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(_STARTS):
            with socket.socket() as probe:
                if probe.connect_ex((_LOCAL, self._port)) == 0:
                    return
            if self._process.poll() is not None:
                break
            time.sleep(_PAUSE)
        self._process.kill()
        raise StoreError(str(self._location), "oxigraph does not start on it")

    def _restart(self, number: int) -> None:
        """Stop the child that a query outlived, if no one else has done it yet."""
        with self._lock:
            if number == self._number:
                self._process.kill()
                self._process.wait()
                self._start()

    def _revive(self, number: int) -> None:
        with self._lock:
            if number == self._number and self._process.poll() is not None:
                self._start()


def _kept(answer: http.client.HTTPResponse) -> dict[str, str]:
    kind = answer.getheader("content-type")
    return {"content-type": kind} if kind else {}


def _program() -> Path:
    beside = Path(sys.executable).with_name("oxigraph")
    found = str(beside) if beside.exists() else shutil.which("oxigraph")
    if found is None:
        raise MissingExtraError("oxigraph", extra="serve")
    return Path(found)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind((_LOCAL, 0))
        port: int = one.getsockname()[1]
    return port
