"""Find tokens by their words, asking once a word and not once a token."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.memory import on_forget

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from spacy.strings import StringStore
    from spacy.tokens import Doc

__all__ = [
    "SMALL_STRINGS",
    "STRINGS",
    "numbers_of",
    "tagged_numbers",
    "token_numbers",
]

#: How many strings are remembered: the words of some hundred articles.
_MOST_STRINGS = 1 << 14


class _Strings:
    """The strings of spaCy's hashes, looked up once for many articles.

    A hash stands for the same string in every vocabulary.
    """

    def __init__(self, *, small: bool) -> None:
        self._small = small
        self._known: dict[int, str] = {0: ""}
        on_forget(self._forget)

    def _forget(self) -> None:
        self._known = {0: ""}

    def of(self, store: StringStore, keys: Collection[int]) -> list[str]:
        """Give the strings of some hashes."""
        known = self._known
        new = set(keys).difference(known)
        if len(known) + len(new) > _MOST_STRINGS:
            known, new = {0: ""}, {*keys, 0} - {0}
        for key in new:
            known[key] = store[key].lower() if self._small else store[key]
        self._known = known
        return list(map(known.__getitem__, keys))


STRINGS, SMALL_STRINGS = _Strings(small=False), _Strings(small=True)


def token_numbers(doc: Doc, is_wanted: Callable[[str], bool]) -> list[int]:
    """Give the numbers of the tokens with words that are wanted, in text order.

    A text has far fewer words than tokens, and spaCy makes an object of each token that
    one looks at.
    """
    places = _places(doc)
    return numbers_of(doc, {word for word in places if is_wanted(word)})


def numbers_of(doc: Doc, words: AbstractSet[str]) -> list[int]:
    """Give the numbers of the tokens that are one of some words, in text order."""
    places = _places(doc)
    return sorted([i for word in places.keys() & words for i in places[word]])


@lru_cache(maxsize=1)
def _places(doc: Doc) -> Mapping[str, Sequence[int]]:
    """Give where each word of a Doc stands; the same is asked many times in a row."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    orths = doc.to_array("ORTH").tolist()
    for index, word in enumerate(STRINGS.of(doc.vocab.strings, orths)):
        found[word].append(index)
    return dict(found)


def tagged_numbers(doc: Doc, attribute: str, names: set[str]) -> list[int]:
    """Give the numbers of the tokens with one of these tags, in text order."""
    wanted = {doc.vocab.strings.add(name) for name in names}
    values = doc.to_array(attribute).tolist()
    return [i for i, value in enumerate(values) if value in wanted]
