"""Write a line of capitals in the case its words have in the rest of the article."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["true_cased"]

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SMALL = frozenset(
    "a an and are as at be been but by can could did do does for from had has have he her"
    " his how if in into is it its like may might must nor not of off on or our out over"
    " per says she should so some than that the their them they this to up was we were"
    " what when where which who why will with would you your after before against amid"
    " about between during under new more most no one two three way ways while".split()
)


def true_cased(words: str, text: str) -> str:
    """Give a line of capitals in true case; its length does not change.

    A word takes the case that it has most often inside the text's sentences; a word
    that the text does not have is written small when it is a function word and with a
    capital otherwise, since headlines are mostly names.

    >>> true_cased("US-BUILT JETS GO TO UKRAINE", "The US sent jets to Ukraine.")
    'US-Built jets Go to Ukraine'
    """
    forms = _forms(text)
    return _WORD.sub(lambda found: _cased(found[0], forms), words)


def _forms(text: str) -> dict[str, str]:
    counts: dict[str, Counter[str]] = {}
    for line in text.splitlines():
        if line.isupper():
            continue
        for found in _WORD.finditer(line):
            word = found[0]
            counts.setdefault(word.lower(), Counter())[word] += 1
    return {key: max(sorted(c), key=c.__getitem__) for key, c in counts.items()}


def _cased(word: str, forms: dict[str, str]) -> str:
    key = word.lower()
    if key in _SMALL:
        return forms[key] if forms.get(key, "").isupper() else key
    if key == "us":
        # In a headline "US" is the country far more often than the pronoun.
        return word
    form = forms.get(key, key.capitalize())
    return form if len(form) == len(word) else word
