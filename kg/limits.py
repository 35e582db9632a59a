"""Bound what one article may cost, and say in one line why it was not read."""

from __future__ import annotations

import re
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

__all__ = [
    "MAX_EXPANSION",
    "MAX_FIELD",
    "MAX_FILE",
    "MAX_LINE",
    "MAX_TEXT",
    "SECONDS",
    "attempt",
    "failure_reason",
    "one_line",
    "time_limit",
    "too_slow",
]

#: Characters of an article: fifty thousand words, a short book.
MAX_TEXT = 300_000
#: Characters of a title, an id, a name.
MAX_FIELD = 2_000
#: Bytes of a file that holds one article, when it is unpacked.
MAX_FILE = 5_000_000
#: Bytes of a line that holds one article.
MAX_LINE = 10_000_000
#: How many times its size a packed file may grow, once it is past some megabytes.
MAX_EXPANSION = 500

#: How long one article may take: a thousand times the usual.
SECONDS = 60.0
_AGAIN = 1.0
_Given = TypeVar("_Given")
_Made = TypeVar("_Made")
_WORDS = 200
_UNSHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in the block after some seconds.

    Only the main thread of a Unix process can be interrupted so; elsewhere there is no
    limit. Compiled code is interrupted when it comes back to Python.
    """
    alarm = getattr(signal, "SIGALRM", None)
    if alarm is None or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(too_slow(seconds))

    before = signal.signal(alarm, stop)
    # Compiled code may swallow the first error: it is raised again until it gets out.
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(alarm, before)


def attempt(
    call: Callable[[_Given], _Made], given: _Given, *, seconds: float = SECONDS
) -> _Made | str:
    """Do something with one article; what goes wrong with it is given as its reason."""
    try:
        with time_limit(seconds):
            return call(given)
    except Exception as error:  # noqa: BLE001 - one bad article is one article
        return failure_reason(error)


def too_slow(seconds: float) -> str:
    """Say that an article took too long."""
    return f"takes more than {seconds:g} seconds to read, and was given up"


def failure_reason(error: Exception) -> str:
    """Say in one line why an article could not be read."""
    if isinstance(error, KgError | TimeoutError):
        return one_line(str(error))
    if isinstance(error, MemoryError):
        return "needs more memory than there is"
    words = one_line(f"{type(error).__name__} {error}")
    return f"cannot be read, which is a mistake in kg ({words})"


def one_line(words: str) -> str:
    r"""Make of any words one short line that every terminal takes.

    >>> one_line("broken\n  at \x0f") == "broken at \ufffd"
    True
    """
    words = _UNSHOWN.sub("\ufffd", " ".join(words.split()))
    return words if len(words) <= _WORDS else f"{words[:_WORDS]}…"
