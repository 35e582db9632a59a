"""Find the turns of an interview: paragraphs that open with "Q:" and "A:"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.frames import Quote
from kg.extraction.parse.words import numbers_of
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

__all__ = ["find_turns"]

#: Fewer questions and answers make no interview: a lone "A:" may label a list.
_FEWEST = 4


@cache
def _labels() -> frozenset[str]:
    return frozenset(read_toml("quotes.toml")["interviews"]["labels"])


def find_turns(doc: Doc, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Quote]:
    """Find what is asked and answered; the text does not tell by whom.

    A turn goes on up to the next label, the last one to the end of its paragraph.
    """
    labels = set(numbers_of(doc, _labels()))
    turns = [n for n, (start, _) in enumerate(paragraphs) if _opens(doc, start, labels)]
    if len(turns) < _FEWEST:
        return
    for turn, following in zip(turns, [*turns[1:], turns[-1] + 1], strict=True):
        start = paragraphs[turn][0] + 2
        end = paragraphs[following - 1][1]
        if start < end:
            yield Quote(start, end, whole=True)


def _opens(doc: Doc, start: int, labels: set[int]) -> bool:
    return start in labels and doc[start + 1 : start + 2].text == ":"
