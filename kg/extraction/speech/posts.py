"""Find posts of social media in a text: the words before a line that signs them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.frames import Quote
from kg.extraction.parse.words import token_numbers
from kg.extraction.referents.names import head_of
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

__all__ = ["find_posts"]

#: Few words stand before the handle in a line that signs.
_LONGEST_NAME = 12


@cache
def _dashes() -> frozenset[str]:
    return frozenset(read_toml("quotes.toml")["posts"]["dashes"])


def find_posts(doc: Doc, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Quote]:
    """Find the words above lines such as "— Ana Prat (@anaprat) May 3, 2021".

    Lines that no blank one parts belong to one post, if one parts it from its
    signature.
    """
    handles = token_numbers(doc, _is_handle)
    signed: dict[int, int] = {}
    for number, (start, end) in enumerate(paragraphs) if handles else ():
        inside = [i for i in handles if start < i < end]
        if inside and _signs(doc, start, inside[0]):
            signed[number] = inside[0]
    for number, handle in signed.items():
        first = _first_line(doc, paragraphs, number, signed)
        if first == number:
            continue
        start = paragraphs[number][0] + 1
        names = [i for i in range(start, handle) if doc[i].is_alpha]
        end = names[-1] + 1 if names else handle + 1
        speaker = head_of(doc, names[0] if names else handle, end)
        begin = paragraphs[first][0]
        yield Quote(begin, paragraphs[number - 1][1], whole=True, speaker=speaker)


def _is_handle(word: str) -> bool:
    return word[:1] == "@" and word[1:2].isalnum() | (word[1:2] == "_")


def _signs(doc: Doc, start: int, handle: int) -> bool:
    """Tell a line that opens with a dash, a name and a handle in brackets."""
    opens = doc[start].text in _dashes() and doc[handle - 1].text == "("
    return opens and handle - start <= _LONGEST_NAME


def _first_line(
    doc: Doc,
    paragraphs: Sequence[tuple[int, int]],
    number: int,
    signed: dict[int, int],
) -> int:
    """Give the first paragraph of a post by that of its signature."""
    first = number
    loose = _is_blank(doc, paragraphs[number][0])
    while first and first - 1 not in signed:
        first -= 1
        if not loose or _is_blank(doc, paragraphs[first][0]):
            break
    return first


def _is_blank(doc: Doc, start: int) -> bool:
    """Tell whether an empty line stands before a paragraph."""
    return start > 0 and doc[start - 1].text.count("\n") > 1
