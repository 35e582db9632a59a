"""Remember what an archive shows again and again, in memory that has an end."""

from __future__ import annotations

import gc
import sqlite3
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar

from kg.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Forgetful", "Table", "collect_seldom", "forget", "on_forget", "remembered"]

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_Asked = ParamSpec("_Asked")
#: How many keys are remembered by default: the words of some hundred articles.
_MOST = 16_384
_FORGETTING: list[Callable[[], None]] = []
#: Sixty-four kilobytes are held, and nothing is kept safe: it ends with the process.
_SETTINGS = (
    "PRAGMA cache_size = -64",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "CREATE TABLE rows (key BLOB PRIMARY KEY, value) WITHOUT ROWID",
    "BEGIN",
)
#: What is behind all that may follow the start of a key.
_LAST = b"\xff" * 33
#: How many new objects make the collector look for dead ones: those of a few articles.
_NEW_OBJECTS = 10_000


def collect_seldom() -> None:
    """Let Python look for dead objects after a few articles, not many times in one.

    It takes a tenth of the time of a build otherwise, most of it in the model's
    objects, which never die. This is for processes that are kg's own: a program that
    uses kg as a library keeps its own setting.
    """
    _, middle, old = gc.get_threshold()
    gc.set_threshold(_NEW_OBJECTS, middle, old)


def remembered(
    most: int,
) -> Callable[[Callable[_Asked, _Value]], Callable[_Asked, _Value]]:
    """Remember what a function gives for so many arguments, or until ``forget``.

    >>> @remembered(most=100)
    ... def length(word):
    ...     return len(word)
    >>> length("archive")
    7
    """

    def wrap(function: Callable[_Asked, _Value]) -> Callable[_Asked, _Value]:
        wrapped: Any = lru_cache(maxsize=most)(function)
        on_forget(wrapped.cache_clear)
        return wrapped  # type: ignore[no-any-return]

    return wrap


def on_forget(clear: Callable[[], None]) -> None:
    """Let something be done, as long as the process lives, at each ``forget``."""
    _FORGETTING.append(clear)


def forget() -> None:
    """Forget what was remembered of words.

    Without it each memory would grow to its own end: the slower the rarer what it
    holds, and an archive's process with it for tens of thousands of articles.
    """
    for clear in _FORGETTING:
        clear()


class Forgetful(dict[_Key, _Value]):
    """A dict that forgets all it has before it takes in more than so many keys.

    >>> lemmas = Forgetful(most=2)
    >>> for word in ("ran", "runs", "running"):
    ...     lemmas[word] = "run"
    >>> sorted(lemmas)
    ['running']
    """

    def __init__(self, *, most: int = _MOST) -> None:
        super().__init__()
        self._most = most

    def __setitem__(self, key: _Key, value: _Value) -> None:
        """Remember a value."""
        if len(self) >= self._most:
            self.clear()
        super().__setitem__(key, value)


class Table(Generic[_Value]):
    """Values by their keys, in memory that has an end: what is more lies on disk.

    Numbers and bytes can be values. The disk is that of temporary files, and what lies
    there ends with the process, also with one that is killed.

    >>> seen = Table[int]()
    >>> seen.add(b"a", 1), seen.add(b"b", 2), seen.add(b"a", 3)
    (True, True, False)
    >>> seen.get(b"a"), seen.get(b"c"), list(seen.values())
    (1, None, [1, 2])
    """

    def __init__(self) -> None:
        self._rows = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        for setting in _SETTINGS:
            self._rows.execute(setting)

    def __del__(self) -> None:
        """Give the disk back."""
        self._rows.close()

    def __len__(self) -> int:
        """Count the keys."""
        ((count,),) = self._ask("SELECT count(*) FROM rows")
        return int(count)

    def add(self, key: bytes, value: _Value) -> bool:
        """Take in a key with its value, unless it is known; whether it is new."""
        done = self._ask("INSERT OR IGNORE INTO rows VALUES (?, ?)", key, value)
        return done.rowcount == 1

    def put(self, key: bytes, value: _Value) -> None:
        """Take in a key with its value, in place of an older one."""
        self._ask("INSERT OR REPLACE INTO rows VALUES (?, ?)", key, value)

    def get(self, key: bytes) -> _Value | None:
        """Give the value of a key, or None."""
        row = self._ask("SELECT value FROM rows WHERE key = ?", key).fetchone()
        return row[0] if row else None

    def values(self) -> Iterator[_Value]:
        """Give all values in the order of their keys."""
        for (value,) in self._ask("SELECT value FROM rows ORDER BY key"):
            yield value

    def below(self, start: bytes) -> Iterator[_Value]:
        """Give the values of all keys that begin so, in the order of the keys."""
        words = "SELECT value FROM rows WHERE key >= ? AND key < ? ORDER BY key"
        for (value,) in self._ask(words, start, start + _LAST):
            yield value

    def _ask(self, words: str, *given: bytes | _Value) -> sqlite3.Cursor:
        try:
            return self._rows.execute(words, given)
        except sqlite3.Error as error:
            reason = f"cannot be kept ({error}); make room there, or set TMPDIR"
            raise WriteError("temporary files", reason) from error
