"""A name in a Doc: its tokens, and the title before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

__all__ = ["Name", "head_of", "mark_covered", "title_words"]


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name: its tokens, head, the model's hint of its type, and the title before it.

    ``chars`` narrows a name that is only the first part of a token ("U.S.-led").
    """

    start: int
    end: int
    head: int
    hint: str = ""
    title: tuple[int, int] | None = None
    demonym: bool = False
    nested: bool = False
    chars: int = 0


def title_words(doc: Doc, name: Name) -> str:
    """Give the words of the title before a name, in small letters."""
    if name.title is None:
        return ""
    return doc[name.title[0] : name.title[1]].text.lower()


def head_of(doc: Doc, start: int, end: int) -> int:
    """Give the token of a name on which the others hang."""
    for token in doc[start:end]:
        if not start <= token.head.i < end or token.head.i == token.i:
            return token.i
    return end - 1


def mark_covered(doc: Doc, names: Iterable[Name]) -> bytearray:
    """Give a byte for each token: 1 where a name or its title stands."""
    covered = bytearray(len(doc))
    for name in names:
        for i in range(name.start, name.end):
            covered[i] = 1
        if name.title:
            for i in range(*name.title):
                covered[i] = 1
    return covered
