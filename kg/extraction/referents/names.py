"""A name in a Doc: its tokens, and the title before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

__all__ = [
    "SUFFIXES",
    "Name",
    "head_of",
    "mark_covered",
    "name_of",
    "text_of",
    "title_words",
]

#: What follows a person's name, without its point.
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name: its tokens, head, words, hint of its type, and the title before it.

    ``chars`` narrows a name that is only the first part of a token ("U.S.-led").
    """

    start: int
    end: int
    head: int
    words: str
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


def text_of(doc: Doc, start: int, end: int) -> str:
    """Give the text of some tokens; a Span of one costs far more than its token."""
    text: str = doc[start].text if end == start + 1 else doc[start:end].text
    return text


def name_of(
    doc: Doc,
    start: int,
    end: int,
    hint: str = "",
    title: tuple[int, int] | None = None,
) -> Name:
    """Make a name of tokens; its head is the one on which the others hang."""
    wording = " ".join(text_of(doc, start, end).split())
    return Name(start, end, head_of(doc, start, end).i, wording, hint, title)


def head_of(doc: Doc, start: int, end: int) -> Token:
    """Give the token of some on which the others hang."""
    if end == start + 1:
        return doc[start]
    for index in range(start, end):
        token = doc[index]
        above = token.head.i
        if not start <= above < end or above == token.i:
            return token
    return doc[end - 1]


def mark_covered(doc: Doc, names: Iterable[Name]) -> bytearray:
    """Give a byte for each token: 1 where a name or its title stands."""
    covered = bytearray(len(doc))
    for name in names:
        start = name.title[0] if name.title else name.start
        covered[start : name.end] = b"\x01" * (name.end - start)
    return covered
