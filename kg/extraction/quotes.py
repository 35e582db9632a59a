"""Find quotations in a Doc: which tokens, who says them, and the words that tell so."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.frames import Quote
from kg.extraction.marks import find_marked, find_paragraphs
from kg.extraction.unmarked import find_unmarked
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from kg.extraction.marks import Marked

__all__ = ["find_quotes"]

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
_VERBS = {"VERB", "AUX"}
_ADVERBIAL = {"advcl", "pcomp"}
_WINDOW = 14
_ENDS = {".", "!", "?"}


@cache
def _words(section: str, name: str) -> frozenset[str]:
    return frozenset(read_toml("quotes.toml")[section][name])


def find_quotes(doc: Doc) -> tuple[Quote, ...]:
    """Find all quotations in text order, each with its speaker where one is told.

    Quotations inside quotations are part of the outer one.
    """
    marked = find_marked(doc)
    inside = _inside(doc, marked)
    quotes: list[Quote] = []
    for number, span in enumerate(marked):
        quote = _told(doc, span, inside)
        if quote.speaker is None and quote.whole:
            quote = _led_in(doc, quote, inside)
        if quote.speaker is None and number:
            quote = _inherited(quote, (marked[number - 1], span), quotes[-1])
        quotes.append(quote)
    found = list(_backed(marked, quotes))
    found += find_unmarked(doc, tuple(find_paragraphs(doc)), inside)
    return tuple(sorted(found, key=lambda quote: quote.start))


def _inside(doc: Doc, marked: Sequence[Marked]) -> bytearray:
    inside = bytearray(len(doc))
    for span in marked:
        for i in range(span.start, span.end):
            inside[i] = 1
    return inside


def _told(doc: Doc, span: Marked, inside: bytearray) -> Quote:
    cue = _cue_above(doc, span, inside)
    speaker = _speaker_of(cue, inside) if cue is not None else None
    if speaker is None:
        near = _cue_near(doc, span, inside)
        if near is not None:
            cue, speaker = near
    quote = Quote(span.start, span.end, whole=_is_whole(doc, span))
    return replace(quote, speaker=speaker, cue=cue) if speaker is not None else quote


def _is_whole(doc: Doc, span: Marked) -> bool:
    """Tell whether the marks hold clauses of their own, not a phrase of a sentence."""
    words = doc[span.start : span.end]
    first = next((token for token in words if token.is_alpha), words[0])
    capital = first.text[:1].isupper() and first.ent_type_ == ""
    ends = words[-1].text in {*_ENDS, ","}
    if capital and ends:
        return True
    if not any(token.tag_ in _FINITE for token in words):
        return False
    starts = first.i == 0 or doc[first.i - 1].i == first.sent.start
    subject = any(token.dep_ in _SUBJECTS for token in words)
    return subject and (capital or first.text == "I" or starts or ends)


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
            if not inside[token.i] and not behind and _is_cue(token):
                return token
    return None


def _is_closed(doc: Doc, span: Marked) -> bool:
    """Tell whether the marks close with a full stop, and a new sentence follows."""
    following = doc[span.end + 1 : span.end + 2]
    return doc[span.end - 1].text == "." and following.text[:1].isupper()


def _is_cue(token: Token) -> bool:
    """Tell whether a verb says something; "declined to comment" says nothing."""
    if token.pos_ not in _VERBS or token.lemma_.lower() not in _words("cues", "verbs"):
        return False
    silent = token.dep_ == "xcomp" and token.head.lemma_.lower() in _words(
        "cues", "silent"
    )
    return not silent


def _speaker_of(cue: Token, inside: bytearray) -> Token | None:
    """Give the one who says: the verb's own subject, or one that it shares."""
    for child in cue.children:
        if child.dep_ == "nsubj" and not inside[child.i]:
            relative = child.tag_ in {"WP", "WDT"} and cue.dep_ == "relcl"
            return cue.head if relative else child
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    gerund = cue.tag_ == "VBG"
    if gerund and cue.dep_ in {"acl", "relcl"}:
        return cue.head
    above = cue.head
    if gerund and cue.dep_ in {"advcl", "pcomp"} and above.pos_ not in _VERBS:
        above = above.head
    shares = cue.dep_ in {"conj", "xcomp"} or (gerund and cue.dep_ in _ADVERBIAL)
    if not shares or above.pos_ not in _VERBS or above.i == cue.i:
        return None
    return _speaker_of(above, inside)


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
    if _is_cue(token):
        speaker = _speaker_of(token, inside)
        if speaker is None:
            speaker = next(
                (
                    child
                    for child in token.rights
                    if child.dep_ in {"dobj", "attr", "npadvmod"}
                    and child.pos_ in {"PROPN", "PRON"}
                    and not inside[child.i]
                ),
                None,
            )
        return (token, speaker) if speaker is not None else None
    if token.lower_ == "according":
        for child in token.children:
            if child.lower_ == "to":
                for speaker in child.children:
                    if speaker.dep_ == "pobj":
                        return token, speaker
    return None


def _led_in(doc: Doc, quote: Quote, inside: bytearray) -> Quote:
    """Give a quotation that stands alone whom the sentence before it reports.

    "Heald noted that pollution matters. “A cleanup would help.”" Across the end of a
    paragraph only a colon leads in.
    """
    last = quote.start - 2
    broken = False
    while last >= 0 and doc[last].is_space:
        broken = broken or "\n" in doc[last].text
        last -= 1
    if last < 0 or inside[last] or doc[last].text not in {".", ":"}:
        return quote
    if broken and doc[last].text != ":":
        return quote
    before = doc[last].sent
    if before.root.i >= quote.start:
        return quote
    for verb in (before.root, *(c for c in before.root.children if _is_aside(c))):
        speaker = _speaker_of(verb, inside) if _reports(verb, inside) else None
        if speaker is not None:
            return replace(quote, speaker=speaker, cue=verb)
    return quote


def _is_aside(token: Token) -> bool:
    """Tell the saying of "as Heald told the paper"."""
    return token.dep_ == "advcl" and any(
        c.lower_ == "as" and c.dep_ == "mark" for c in token.children
    )


def _reports(verb: Token, inside: bytearray) -> bool:
    """Tell whether a verb gives somebody's words by a clause or a name for it."""
    if inside[verb.i] or not _is_cue(verb):
        return False
    return _is_aside(verb) or any(
        child.dep_ in {"ccomp", "oprd", "xcomp"} for child in verb.children
    )


def _inherited(quote: Quote, spans: tuple[Marked, Marked], last: Quote) -> Quote:
    """Give a quotation without a cue the speaker of the one just before it."""
    before, span = spans
    if last.speaker is None:
        return quote
    same_paragraph = before.paragraph == span.paragraph
    follows = before.paragraph + 1 == span.paragraph
    goes_on = follows and (before.continued or (span.alone and quote.whole))
    if (same_paragraph and quote.whole) or goes_on:
        return replace(quote, speaker=last.speaker, cue=last.cue)
    return quote


def _backed(marked: Sequence[Marked], quotes: list[Quote]) -> Iterator[Quote]:
    """Give the first paragraphs of a long quotation the speaker named after it."""
    given = list(quotes)
    for number in range(len(given) - 2, -1, -1):
        one, following = given[number], given[number + 1]
        if one.speaker is None and marked[number].continued:
            given[number] = replace(one, speaker=following.speaker, cue=following.cue)
    yield from given
