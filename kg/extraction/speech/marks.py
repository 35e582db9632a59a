"""Pair the quotation marks of a Doc: straight and curly, single and double."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.parse.words import numbers_of, token_numbers
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

__all__ = ["Marked", "find_marked", "find_paragraphs"]

#: A longer phrase in single marks has none that looks like a genitive for its end.
_LONGEST_WORDS = 6
#: No words begin with one of these.
_STOPS = frozenset({".", ",", ";", ":"})


@dataclass(frozen=True, slots=True)
class Marked:
    """Tokens between marks; ``continued`` when they go on in the next paragraph.

    ``alone`` they are all that stands in their paragraph.
    """

    start: int
    end: int
    paragraph: int
    continued: bool = False
    alone: bool = False


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_toml("quotes.toml")["marks"][name])


def find_marked(doc: Doc) -> tuple[Marked, ...]:
    """Find what stands between marks, in text order."""
    return tuple(_marked(doc))


def find_paragraphs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Give the tokens of each line or paragraph."""
    start = 0
    for i in token_numbers(doc, _is_break):
        if start < i:
            yield start, i
        start = i + 1
    if start < len(doc):
        yield start, len(doc)


def _marked(doc: Doc) -> Iterator[Marked]:
    """Pair the marks, paragraph by paragraph.

    Words that are still open at a paragraph's end go on when the next one opens with
    a mark, or closes before it opens; else the mark is a stray and ends with its
    sentence.
    """
    paragraphs = list(find_paragraphs(doc))
    marks = deque(numbers_of(doc, _all_marks()))
    opened: Token | None = None
    start = -1
    for number, (first, end) in enumerate(paragraphs):
        start = first if opened is not None else -1
        while marks and marks[0] < end:
            token = doc[marks.popleft()]
            side = _side(token, opened) or _mended_side(doc, token, opened, marks, end)
            if side and opened is not None and start < token.i:
                last = token.i if side == "close" else min(opened.sent.end, token.i)
                if start < last:
                    alone = start <= first + 1 and token.i + 1 >= end
                    yield Marked(start, last, number, alone=alone)
            if side:
                opened = token if side == "open" else None
                start = token.i + 1
        if opened is None or start >= end:
            opened = None
            continue
        goes_on = _goes_on(doc, paragraphs[number + 1 : number + 2], opened)
        last = end if goes_on else max(start + 1, min(doc[start].sent.end, end))
        alone = start <= first + 1
        yield Marked(start, last, number, continued=goes_on != "", alone=alone)
        if goes_on != "close":
            opened = None


def _is_break(word: str) -> bool:
    return "\n" in word and word.isspace()


@cache
def _all_marks() -> frozenset[str]:
    return _words("opening") | _words("closing") | _words("straight")


def _goes_on(doc: Doc, following: Sequence[tuple[int, int]], opened: Token) -> str:
    """Tell whether the next paragraph opens with a mark, or closes before it opens."""
    for start, end in following:
        if _lean(doc[start]) == "open" and _single(doc[start]) == _single(opened):
            return "open"
        for token in doc[start:end]:
            if _lean(token) and _single(token) == _single(opened):
                return "close" if _lean(token) == "close" else ""
    return ""


def _side(token: Token, opened: Token | None) -> str:
    """Tell whether a token opens or closes words that somebody said, or neither."""
    lean = _lean(token)
    if not lean or (opened is not None and _single(opened) != _single(token)):
        return ""
    if lean == "either":
        return "open" if opened is None else "close"
    return "" if lean == "close" and opened is None else lean


def _mended_side(
    doc: Doc, token: Token, opened: Token | None, marks: deque[int], end: int
) -> str:
    """Give the side of a mark that is set or taken wrongly; "" for none.

    Such are the mark after "kits," that another one closes, and the one behind
    "games" that is no genitive, since nothing else closes 'serious games'.
    """
    later = [doc[i] for i in marks if i < end and _single(doc[i]) == _single(token)]
    if opened is None:
        double = not _single(token) and token.i and token.nbor(-1).text == ","
        closes = bool(later) and _lean(later[0]) in {"close", "either"}
        return "open" if double and closes else ""
    if token.tag_ != "POS" or not _single(opened) or token.text not in {"'", "’"}:
        return ""
    sentence = [other for other in later if other.i < token.sent.end]
    closed = any(_lean(other) == "close" for other in sentence)
    return "" if closed or token.i - opened.i > _LONGEST_WORDS else "close"


def _lean(token: Token) -> str:
    """Tell on which side of words a mark stands, by its form and the space around."""
    text = token.text
    if _single(token) and (token.tag_ == "POS" or _inside_word(token)):
        return ""
    if text in _words("straight"):
        return _straight_lean(token)
    if text in _words("opening"):
        return "open"
    return "close" if text in _words("closing") else ""


def _single(token: Token) -> bool:
    return token.text in {"'", "’", "‘"}


def _glued(token: Token) -> tuple[bool, bool]:
    left = token.i > 0 and not _space_before(token)
    right = token.i + 1 < len(token.doc) and not token.whitespace_
    return left, right and not token.nbor(1).is_space


def _inside_word(token: Token) -> bool:
    """Tell whether a single mark stands between letters, as an apostrophe does."""
    left, right = _glued(token)
    return left and right and token.nbor(-1).is_alpha and token.nbor(1).is_alpha


def _straight_lean(token: Token) -> str:
    left, right = _glued(token)
    if right and not left:
        return "open"
    if left and (not right or token.nbor(1).text in _STOPS):
        return "close"
    return "" if _single(token) else "either"


def _space_before(token: Token) -> bool:
    before = token.nbor(-1)
    return bool(before.whitespace_) or before.is_space or before.text in {"(", "[", "—"}
