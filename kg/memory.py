"""Remember what an archive shows again and again, in memory that has an end."""

from __future__ import annotations

import gc
from array import array
from hashlib import blake2b
from typing import TypeVar

__all__ = ["Forgetful", "Seen", "collect_seldom"]

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
#: How many keys are remembered by default: the words of some hundred articles.
_MOST = 16_384
_START = 1 << 10
_EMPTY = 0
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


class Seen:
    """Words that were met before, each by a hash of 64 bits.

    It takes 11 to 22 bytes a word, where a set of strings takes some 150. That one of
    ten million words is wrongly held for met has a chance of 1 in 400,000.

    >>> seen = Seen()
    >>> seen.add("a"), seen.add("b"), seen.add("a")
    (True, True, False)
    >>> "b" in seen, "c" in seen
    (True, False)
    """

    def __init__(self) -> None:
        self._slots = array("Q", [_EMPTY]) * _START
        self._count = 0

    def __contains__(self, word: str) -> bool:
        """Tell whether a word was met."""
        number = _number(word)
        return self._slots[_place(self._slots, number)] == number

    def add(self, word: str) -> bool:
        """Take in a word; whether it is new."""
        number = _number(word)
        place = _place(self._slots, number)
        if self._slots[place] == number:
            return False
        self._slots[place] = number
        self._count += 1
        if 4 * self._count > 3 * len(self._slots):
            self._grow()
        return True

    def _grow(self) -> None:
        larger = array("Q", [_EMPTY]) * (2 * len(self._slots))
        for number in self._slots:
            if number != _EMPTY:
                larger[_place(larger, number)] = number
        self._slots = larger


def _number(word: str) -> int:
    digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") or 1


def _place(slots: array[int], number: int) -> int:
    """Find where a number is, or else where it belongs."""
    last = len(slots) - 1
    place = number & last
    while slots[place] not in (_EMPTY, number):
        place = (place + 1) & last
    return place
