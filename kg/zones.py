"""Read one article after the other with spaCy, and keep nothing of any.

A memory zone of spaCy's frees the words of a text, but their places in two hash tables
stay taken: both double again and again, by some 80 bytes for each word that is new.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kg.memory import forget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

__all__ = ["zone"]

#: An empty map in MessagePack: nothing is loaded, but the table of words is made anew.
_NOTHING = b"\x80"
_ALL = ("strings", "vectors", "lookups")
#: A table of words is made anew after so many, those of some four hundred articles, and
#: one of strings when this share of its places belongs to none.
_WORDS, _LOST = 1 << 17, 0.1


@contextmanager
def zone(nlp: Language) -> Iterator[None]:
    """Free at the end what spaCy gathers inside, and the places that it took."""
    with nlp.memory_zone():
        yield
    if len(nlp.vocab) > _WORDS:
        # With a model, Python looks for old dead objects all too seldom.
        gc.collect()
        _forget_words(nlp.vocab)
        _forget_strings(nlp.vocab.strings)
        forget()


def _forget_words(vocab: Any) -> None:  # noqa: ANN401 - its getters are not in its type
    getters = vocab.lex_attr_getters
    # It wraps one of them, each time once more.
    vocab.lex_attr_getters = dict(getters)
    vocab.from_bytes(_NOTHING, exclude=_ALL)
    vocab.lex_attr_getters = getters


def _forget_strings(strings: Any) -> None:  # noqa: ANN401 - its table is not in its type
    table = getattr(strings, "_map", None)
    if table is None or len(table) <= (1 + _LOST) * len(strings):
        return
    # It doubles when six of ten places are taken; so it has room up to the next time.
    fresh = type(table)(2 * len(strings))
    for key, place in table.items():
        fresh[key] = place
    strings._map = fresh  # noqa: SLF001 - spaCy has no other way
