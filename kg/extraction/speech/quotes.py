"""Find quotations in a Doc: which tokens, who says them, and the words that tell so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.frames import Quote
from kg.extraction.speech.interviews import find_turns
from kg.extraction.speech.marks import find_marked, find_paragraphs
from kg.extraction.speech.posts import find_posts
from kg.extraction.speech.speakers import (
    is_cue,
    speaker_before,
    speaker_behind,
    speaker_beside,
    speaker_of,
)
from kg.extraction.speech.unmarked import find_listed, find_unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span, Token

    from kg.extraction.speech.marks import Marked

__all__ = ["find_quotes"]

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_LEXICAL = {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}
_WINDOW = 14
_ENDS = {".", "!", "?"}


def find_quotes(doc: Doc) -> tuple[Quote, ...]:
    """Find all quotations in text order, each with its speaker where one is told.

    Quotations inside quotations are part of the outer one.
    """
    paragraphs = tuple(find_paragraphs(doc))
    posts = tuple(find_posts(doc, paragraphs))
    blocks = (*posts, *find_turns(doc, paragraphs))
    marked = find_marked(doc)
    if blocks:
        marked = tuple(_outside(marked, blocks, _of_posts(posts, paragraphs)))
    inside = _inside(doc, marked)
    quotes: list[Quote] = []
    for number, span in enumerate(marked):
        quote = _told(doc, span, inside)
        if quote.speaker is None and quote.whole:
            quote = _introduced(doc, quote, inside)
        if quote.speaker is None and number:
            quote = _inherited(doc, quote, (marked[:number], span), quotes)
        quotes.append(quote)
    found = (*_backed(marked, quotes), *blocks)
    found = (*found, *find_unmarked(doc, paragraphs, inside))
    found = (*found, *find_listed(doc, paragraphs, inside))
    return tuple(sorted(found, key=lambda quote: quote.start))


def _of_posts(
    posts: Sequence[Quote], paragraphs: Sequence[tuple[int, int]]
) -> frozenset[int]:
    """Give the numbers of the paragraphs of posts, with the lines that sign them."""
    said = {
        number
        for number, (start, _) in enumerate(paragraphs)
        if any(post.start <= start < post.end for post in posts)
    }
    return frozenset({*said, *(number + 1 for number in said)})


def _outside(
    marked: Sequence[Marked], blocks: Sequence[Quote], skipped: frozenset[int]
) -> Iterator[Marked]:
    """Give what stands between marks outside of blocks, as if there were no posts."""
    for span in marked:
        if not any(block.start <= span.start < block.end for block in blocks):
            before = sum(number < span.paragraph for number in skipped)
            yield replace(span, paragraph=span.paragraph - before)


def _inside(doc: Doc, marked: Sequence[Marked]) -> bytearray:
    inside = bytearray(len(doc))
    for span in marked:
        for i in range(span.start, span.end):
            inside[i] = 1
    return inside


def _told(doc: Doc, span: Marked, inside: bytearray) -> Quote:
    quote = Quote(span.start, span.end, whole=_is_whole(doc, span))
    if not quote.whole and _is_title(doc[span.start : span.end]):
        return quote
    cue = _cue_above(doc, span, inside)
    speaker = speaker_of(cue, inside) if cue is not None else None
    if speaker is None:
        near = _cue_near(doc, span, inside)
        if near is not None:
            cue, speaker = near
    return replace(quote, speaker=speaker, cue=cue) if speaker is not None else quote


def _is_whole(doc: Doc, span: Marked) -> bool:
    """Tell whether the marks hold clauses of their own, not a phrase of a sentence."""
    words = doc[span.start : span.end]
    first = next((token for token in words if token.is_alpha), words[0])
    capital = first.text[:1].isupper() and first.ent_type_ == ""
    ends = words[-1].text in {*_ENDS, ","}
    if (capital and ends) or span.alone:
        return True
    if not any(token.tag_ in _FINITE for token in words):
        return False
    starts = first.i == 0 or doc[first.i - 1].i == first.sent.start
    subject = any(token.dep_ in _SUBJECTS for token in words)
    return subject and (capital or first.text == "I" or starts or ends)


def _is_title(words: Span) -> bool:
    """Tell the name of a book, a show or a thing from somebody's words."""
    names = [token for token in words if token.is_alpha and token.pos_ in _LEXICAL]
    return len(names) > 1 and all(token.text[:1].isupper() for token in names)


def _cue_above(doc: Doc, span: Marked, inside: bytearray) -> Token | None:
    """Climb from the quoted words to the first verb of saying outside of marks."""
    roots = [
        token
        for token in doc[span.start : span.end]
        if not span.start <= token.head.i < span.end and not token.is_punct
    ]
    for root in roots:
        token = root
        while token.head.i != token.i:
            token = token.head
            behind = token.i > span.end and _is_closed(doc, span)
            if not inside[token.i] and not behind and is_cue(token):
                return token
    return None


def _is_closed(doc: Doc, span: Marked) -> bool:
    """Tell whether the marks close with a full stop, and a new sentence follows."""
    following = doc[span.end + 1 : span.end + 2]
    return doc[span.end - 1].text == "." and following.text[:1].isupper()


def _cue_near(doc: Doc, span: Marked, inside: bytearray) -> tuple[Token, Token] | None:
    """Look for a verb of saying just behind the marks, then before them."""
    for token in _behind(doc, span, inside):
        found = _said(token, inside)
        if found is not None:
            return found
    for token in _before(doc, span, inside):
        found = _said(token, inside)
        if found is not None:
            return found
    return None


def _behind(doc: Doc, span: Marked, inside: bytearray) -> Iterator[Token]:
    if _is_closed(doc, span):
        return
    for token in doc[span.end + 1 : span.end + 1 + _WINDOW]:
        if inside[token.i] or (token.is_space and "\n" in token.text):
            return
        if token.text in _ENDS:
            return
        yield token


def _before(doc: Doc, span: Marked, inside: bytearray) -> Iterator[Token]:
    for i in range(span.start - 2, max(-1, span.start - 2 - _WINDOW), -1):
        token = doc[i]
        if inside[i] or (token.is_space and "\n" in token.text) or token.text in _ENDS:
            return
        yield token


def _said(token: Token, inside: bytearray) -> tuple[Token, Token] | None:
    if is_cue(token):
        speaker = speaker_of(token, inside) or speaker_behind(token, inside)
        speaker = speaker or speaker_beside(token, inside)
        return (token, speaker) if speaker is not None else None
    if token.lower_ == "according":
        for child in token.children:
            if child.lower_ == "to":
                for speaker in child.children:
                    if speaker.dep_ == "pobj":
                        return token, speaker
    return None


def _introduced(doc: Doc, quote: Quote, inside: bytearray) -> Quote:
    """Give a quotation without a cue whom the sentence before it gives the word."""
    before = quote.start - 2
    while before >= 0 and doc[before].is_space:
        before -= 1
    if before < 0 or inside[before] or doc[before].text not in {*_ENDS, ":"}:
        return quote
    apart = any("\n" in doc[i].text for i in range(before + 1, quote.start))
    found = speaker_before(doc[before], inside, near=not apart)
    if found is None:
        return quote
    cue, speaker = found
    return replace(quote, speaker=speaker, cue=cue)


def _inherited(
    doc: Doc,
    quote: Quote,
    spans: tuple[Sequence[Marked], Marked],
    quotes: Sequence[Quote],
) -> Quote:
    """Give a quotation without a cue the speaker of the one just before it."""
    marked, span = spans
    number = len(quotes) - 1
    while number and not quotes[number].whole and quotes[number].speaker is None:
        number -= 1  # a word or a title between marks is nobody's
    before, last = marked[number], quotes[number]
    if last.speaker is None:
        return quote
    same_paragraph = before.paragraph == span.paragraph
    follows = before.paragraph + 1 == span.paragraph
    alone = quote.whole and (span.alone or _is_answer(doc, span))
    goes_on = follows and (before.continued or alone)
    if (same_paragraph and quote.whole) or goes_on:
        return replace(quote, speaker=last.speaker, cue=last.cue)
    return quote


def _is_answer(doc: Doc, span: Marked) -> bool:
    """Tell what stands after a colon or a question, as in an interview."""
    before = span.start - 2
    while before >= 0 and doc[before].is_space:
        before -= 1
    return before >= 0 and doc[before].text.endswith((":", "?"))


def _backed(marked: Sequence[Marked], quotes: list[Quote]) -> Iterator[Quote]:
    """Give the first paragraphs of a long quotation the speaker named after it."""
    given = list(quotes)
    for number in range(len(given) - 2, -1, -1):
        one, following = given[number], given[number + 1]
        if one.speaker is None and marked[number].continued:
            given[number] = replace(one, speaker=following.speaker, cue=following.cue)
    yield from given
