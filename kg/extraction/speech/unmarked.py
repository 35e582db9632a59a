"""Find quotations without marks: signed paragraphs, and lists that a saying opens."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from kg.extraction.frames import Quote
from kg.extraction.parse.words import tagged_numbers
from kg.extraction.referents.names import head_of
from kg.extraction.speech.speakers import speaker_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

__all__ = ["find_listed", "find_unmarked"]

_ENDS = {".", "!", "?", "…", "”", '"', "''"}
_DASHES = {"-", "–", "—", "--", "―", "~"}
_BULLETS = {*_DASHES, "•", "*", "·", "‣"}
_FIRST_PERSON = {"i", "my", "me", "we", "our", "us"}
_PERSONAL = {"PRP", "PRP$"}
_TWO = 2
#: The longest name under a pull quote, and the fewest words that are said in one.
_LONGEST_NAME = 5
_SHORTEST = 6


def find_unmarked(
    doc: Doc, paragraphs: Sequence[tuple[int, int]], inside: bytearray
) -> Iterator[Quote]:
    """Find pull quotes, which end in the speaker's name, and their repetitions.

    "I never saw the plans. Ana Prat" is Ana Prat's where it stands as a paragraph of
    its own, and so are the same words in the text around it. ``inside`` tells the
    tokens between marks, which are left.
    """
    firsts = [
        i
        for i in tagged_numbers(doc, "TAG", _PERSONAL)
        if doc[i].lower_ in _FIRST_PERSON and not inside[i]
    ]
    signed: list[Quote] = []
    for start, end in paragraphs:
        one = bisect_left(firsts, start)
        if one < len(firsts) and firsts[one] < end:
            signed += _signed(doc, start, end)
    yield from signed
    if signed:
        yield from _repeated(doc, signed, firsts)


def find_listed(
    doc: Doc, paragraphs: Sequence[tuple[int, int]], inside: bytearray
) -> Iterator[Quote]:
    """Find what the lines of a list say that a saying introduces: "Lund also said:".

    The list ends with the first line that no bullet opens.
    """
    told: tuple[Token | None, Token] | None = None
    for start, end in paragraphs:
        listed = doc[start].text in _BULLETS and end - start > _TWO
        if told and told[0] is not None and listed and not inside[start + 1]:
            yield Quote(start + 1, end, whole=True, speaker=told[1], cue=told[0])
            continue
        last = end - 1
        while last > start and doc[last].is_space:
            last -= 1
        opens = doc[last].text == ":" and last > start
        told = speaker_before(doc[last], inside, near=False) if opens else None


def _repeated(
    doc: Doc, signed: Sequence[Quote], firsts: Sequence[int]
) -> Iterator[Quote]:
    """Find the words of pull quotes where they stand in the text."""
    starts: dict[str, list[int]] = defaultdict(list)
    for i in dict.fromkeys(doc[i].sent.start for i in firsts):
        starts[doc[i : i + _SHORTEST].text].append(i)
    for quote in signed:
        words = doc[quote.start : quote.end].text
        for i in starts[doc[quote.start : quote.start + _SHORTEST].text]:
            end = i + quote.end - quote.start
            if i != quote.start and doc[i:end].text == words:
                yield Quote(i, end, whole=True, speaker=quote.speaker)


def _signed(doc: Doc, start: int, end: int) -> Iterator[Quote]:
    """Read a paragraph that ends in a full stop and a person's name."""
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in _DASHES):
        end -= 1
    first = end
    while first > start and _is_of_name(doc[first - 1]):
        first -= 1
    last = first
    while last > start and (doc[last - 1].is_space or doc[last - 1].text in _DASHES):
        last -= 1
    named = 1 < end - first <= _LONGEST_NAME and doc[end - 1].ent_type_ != "ORG"
    said = last - start >= _SHORTEST and doc[last - 1].text in _ENDS
    if named and said:
        yield Quote(start, last, whole=True, speaker=head_of(doc, first, end))


def _is_of_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[:1].isupper()
