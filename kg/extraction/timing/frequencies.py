"""Tell how often something happens from when it does: "four times a year"."""

from __future__ import annotations

import re

__all__ = ["is_frequency"]

_ABOUT = r"(?:(?:about|almost|nearly|roughly|at least|at most|up to|only|just|over) )?"
_COUNT = (
    r"(?:once|twice|thrice|"
    r"(?:(?:a|some|more than|fewer than|as many as) )?"
    r"(?:\d[\d,.]*|few|couple of|dozen|half-dozen|several|many|countless|numerous|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundreds? of) times)"
)
_EACH = r"(?: (?:a|an|per|each|every) [\w-]+)?"
_OFTEN = re.compile(
    rf"{_ABOUT}{_COUNT}{_EACH}|every (?:other|second|third|few|\d+|two|three|four|five"
    r"|six|seven|eight|nine|ten|twelve) \w+",
    re.IGNORECASE,
)


def is_frequency(words: str) -> bool:
    """Tell whether words count how often; "every Friday" and "this time" tell when.

    >>> is_frequency("nearly four times a year"), is_frequency("every ten years")
    (True, True)
    >>> is_frequency("the first time"), is_frequency("every Friday")
    (False, False)
    """
    return _OFTEN.fullmatch(words.replace(" - ", "-")) is not None
