"""Link acronyms to the long names that have their letters."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.referents.forms import form_key, is_person
from kg.model import How

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc

    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.forms import Form
    from kg.extraction.referents.names import Name

__all__ = ["find_acronyms", "find_declared"]

_SMALL = {"of", "the", "for", "and", "in", "on", "at", "&", "to"}
_SHORTEST = 2


def find_acronyms(
    forms: Mapping[str, Form], lexicon: Lexicon
) -> dict[str, tuple[str, How]]:
    """Link acronyms to the one long name that has their letters."""
    letters: dict[str, set[str]] = defaultdict(set)
    for key in sorted(forms):
        words = forms[key].words
        if len(words) < _SHORTEST or is_person(forms[key]):
            continue
        landless = _landless(words, lexicon)
        # Of "US Space Agency" and "Space Agency" the longer one is their chain.
        whole = " ".join(landless) not in forms or landless == words
        for written in (words, landless) if whole else (words,):
            letters["".join(w[0] for w in written)].add(key)
            letters["".join(w[0] for w in written if w not in _SMALL)].add(key)
    return {
        short: (min(longs), How.ACRONYM)
        for short, longs in letters.items()
        if len(short) >= _SHORTEST
        and len(longs) == 1
        and short in forms
        and short not in lexicon.countries
    }


def find_declared(
    doc: Doc, names: Sequence[Name], forms: Mapping[str, Form], lexicon: Lexicon
) -> Iterator[tuple[str, str]]:
    """Find acronyms that the text itself gives: "Long Name (LN)"."""
    for one, other in pairwise(names):
        if other.start != one.end + 1 or other.end >= len(doc):
            continue
        if (doc[one.end].text, doc[other.end].text) != ("(", ")"):
            continue
        short, long = form_key(other), form_key(one)
        first = _landless(forms[long].words, lexicon)[0]
        fits = len(short) < len(long) and short[:1] in {long[:1], first[:1]}
        if fits and not is_person(forms[long]):
            yield short, long


def _landless(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Drop the land before a body, which its letters leave out: "US" of the FDA."""
    land = words[0] in lexicon.countries or words[0] in lexicon.demonyms
    return words[1:] if land and len(words) > _SHORTEST else words
