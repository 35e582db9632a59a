"""Write a line of capitals in the case its words have in the rest of the article."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from kg.tables import read_toml, read_tsv

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["true_cased"]

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SHORT = 5


def true_cased(words: str, text: str) -> str:
    """Give a line of capitals in true case; its length does not change.

    A word takes the case that it has most often inside the text's sentences; a word
    that the text does not have is written small when it looks like a common one and
    with a capital otherwise, since headlines are mostly names.

    >>> true_cased("US-BUILT JETS GO TO UKRAINE", "The US sent jets to Ukraine.")
    'US-built jets go to Ukraine'
    """
    forms = _forms(text)
    return _WORD.sub(lambda found: _cased(found, forms), words)


def _forms(text: str) -> dict[str, str]:
    counts: dict[str, Counter[str]] = {}
    for line in text.splitlines():
        if line.isupper():
            continue
        for found in _WORD.finditer(line):
            word = found[0]
            counts.setdefault(word.lower(), Counter())[word] += 1
    return {key: max(sorted(c), key=c.__getitem__) for key, c in counts.items()}


def _cased(found: re.Match[str], forms: Mapping[str, str]) -> str:
    word = found[0]
    key = word.lower()
    form = forms.get(key)
    if key == "us" and (form is None or form.islower()):
        # In a headline "US" is the country far more often than the pronoun.
        return word
    if form is not None and (key not in _small() or form.isupper()):
        return form if len(form) == len(word) else word
    after_hyphen = found.string[: found.start()].endswith("-")
    if key in _small() or _is_common(key) or (after_hyphen and not _is_name(key)):
        return key
    capital = key.capitalize()
    return capital if len(capital) == len(word) else word


def _small() -> frozenset[str]:
    return _words("small")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_toml("truecase.toml")[name])


def _is_common(key: str) -> bool:
    """Tell whether a word looks like a common one and is no name of a table."""
    ending = any(key.endswith(ending) for ending in _words("endings"))
    return ending and len(key) > _SHORT and not _is_name(key)


def _is_name(key: str) -> bool:
    return key in _table_names()


@cache
def _table_names() -> frozenset[str]:
    """Read the words of countries, places, demonyms and first names."""
    names = [row["name"] for row in read_tsv("first_names.tsv")]
    names += [row["name"] for row in read_tsv("places.tsv")]
    for row in read_tsv("countries.tsv"):
        names += [row["name"], *row["demonyms"].split("|")]
    return frozenset(word.lower() for name in names for word in name.split())
