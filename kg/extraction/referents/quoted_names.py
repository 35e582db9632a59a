"""Find the titles of works in quotation marks: "the film “Paper Moon”"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.parse.words import numbers_of
from kg.extraction.referents.names import name_of
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from kg.extraction.referents.names import Name

__all__ = ["find_quoted", "is_title"]

_OPENING = {"“", '"', "``", "‘", "'"}
_CLOSING = {"“": "”\"''", '"': "\"''”", "``": "''\"", "‘": "’'", "'": "'’"}
_MARKS = {",", ":", "&", "-", "–", "!", "?", "'", "’", "…"}
_LONGEST = 12
#: How far before a title the noun stands that tells what it is.
_NEAR = 4


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_toml("entities.toml")["works"][name])


def find_quoted(doc: Doc) -> Iterator[Name]:
    """Find titles in quotation marks, each as one name with its article.

    A title has capitals throughout. One word, or several without a small one among
    them, may be a nickname: they are a work's only behind a noun that says so, or
    beside a title.
    """
    found = list(_quoted(doc))
    sure = [_is_told(doc, span) or _has_small(doc, span) for span in found]
    for number, (one, other) in enumerate(pairwise(found)):
        if sure[number] and _stand_together(doc, one, other):
            sure[number + 1] = True
    for span, told in zip(found, sure, strict=True):
        if told:
            yield name_of(doc, *span, "work")


def is_title(doc: Doc, name: Name) -> bool:
    """Tell whether a name is the title of a work, by itself, in quotation marks."""
    if not name.start or doc[name.start - 1].text not in _OPENING:
        return False
    closing = _CLOSING[doc[name.start - 1].text]
    behind = doc[name.end : name.end + 2]
    span = (name.start, name.end)
    closed = any(token.text in closing for token in behind)
    return closed and (_has_small(doc, span) or _is_told(doc, span))


def _quoted(doc: Doc) -> Iterator[tuple[int, int]]:
    """Give from where to where the words stand that are in marks like a title."""
    for i in numbers_of(doc, _OPENING):
        end = _end(doc, i)
        if end is None:
            continue
        while end > i + 1 and doc[end - 1].text in {",", ".", "..."}:
            end -= 1
        if i + 1 < end and _is_title(doc, i + 1, end) and not _is_said(doc, i, end):
            yield i + 1, end


def _end(doc: Doc, opening: int) -> int | None:
    """Give the closing mark of an opening one, unless it is far away."""
    text = doc[opening].text
    before = opening and not doc[opening - 1].whitespace_
    if text in {"'", '"'} and before and doc[opening - 1].text not in {"(", "—", "–"}:
        return None
    for token in doc[opening + 1 : opening + 1 + _LONGEST]:
        if token.is_space and "\n" in token.text:
            return None
        if token.text in _CLOSING[text] and token.i > opening + 1:
            return token.i
    return None


def _is_title(doc: Doc, start: int, end: int) -> bool:
    """Tell whether words have capitals like a title."""
    words = [token for token in doc[start:end] if not token.is_space]
    if not words or not (words[0].text[0].isupper() or words[0].is_digit):
        return False
    if not any(token.text[0].isupper() and len(token) > 1 for token in words):
        return False
    small = _words("small")
    last = next((t for t in reversed(words) if t.text not in _MARKS), words[-1])
    return last.text.lower() not in small and all(
        token.text in _MARKS
        or token.text[0].isupper()
        or token.is_digit
        or token.lower_ in small
        or "'" in token.text.replace("’", "'")
        for token in words
    )


def _is_said(doc: Doc, opening: int, end: int) -> bool:
    """Tell whether somebody says the words, who is named beside them."""
    speech = _words("speech")
    before = doc[max(opening - 2, 0) : opening]
    behind = doc[end : end + 5]
    return any(token.lower_ in speech for token in (*before, *behind))


def _has_small(doc: Doc, span: tuple[int, int]) -> bool:
    """Tell whether a small word stands among the capitals: "Cowboys and Indians"."""
    return any(token.text.islower() and token.is_alpha for token in doc[slice(*span)])


def _is_told(doc: Doc, span: tuple[int, int]) -> bool:
    """Tell whether a noun says that a work follows: "the song “Breathless”"."""
    first = span[0] - 1
    sentence = doc[first].sent.start
    nouns = _words("nouns")
    before = doc[max(first - _NEAR, sentence, 0) : first]
    return any(_is_noun(token, nouns) for token in before)


def _is_noun(token: Token, nouns: frozenset[str]) -> bool:
    return token.lower_ in nouns or token.lemma_.lower() in nouns


def _stand_together(doc: Doc, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether only marks and "and" stand between two titles."""
    between = doc[one[1] : other[0]]
    return all(t.is_punct or t.is_space or t.lower_ in {"and", "&"} for t in between)
