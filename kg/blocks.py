"""Tell the blocks of an article's text apart: text in, blocks with their kinds out.

A block is a line, or a paragraph of hard-wrapped lines. Labels and advertisements are
kept as blocks that are not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from kg.model import Block, BlockKind, Skipped, Span
from kg.tables import read_toml

__all__ = ["Layout", "find_blocks", "parse_date"]

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BLANK = re.compile(r"(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029])[ \t]*(?:\r\n|[\r\n])")
_SENTENCE_END = (".", "!", "?", "…", '"', "”", "’", ":", ";")
#: What a rule, an answer and a label that names somebody have: "Ann's plan".
_NAMED_LABEL = re.compile(r"^\W*_|:|['’]s\b|\s[A-Z][\w.]*[a-z]|\b[A-Z]{2,}\b.*[a-z]")
_FULL_STOP = (".", "!", "?", "…", '"', "”", "’", ")")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_DATE = re.compile(
    _WEEKDAY
    + r"(?:(?P<m1>[A-Z][a-z]+)\.? (?P<d1>\d{1,2}),? (?P<y1>\d{4})"
    + r"|(?P<d2>\d{1,2}) (?P<m2>[A-Z][a-z]+) (?P<y2>\d{4})"
    + r"|(?P<y3>\d{4})-(?P<n3>\d{2})-(?P<d3>\d{2}))(?!\d)"
)
#: "MADRID (AP) — ", "WASHINGTON, July 10 (Reuters) - ", "Kyiv, Ukraine (AFP) – ":
#: the place in capitals, or any place before an agency in brackets; and, before such a
#: one, "OSLO, Norway/PARIS (Reuters) - ".
_AGENCY_LINE = re.compile(
    r"(?:(?=[A-Z]{2})[A-Z][A-Z .'’-]*[A-Z.]|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
    r"(?=[^—–]{0,40}\([A-Z][\w ./]{1,20}\) ?[—–-]))"
    r"(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?"
    r"(?:(?=/[^—–]{0,60}\([A-Z][\w ./]{1,20}\) ?[—–-])"
    r"(?:/[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}(?:, [A-Z][\w.]+)?)+)?"
    r"(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?: ?\([A-Z][\w ./]{1,20}\))? ?(?:[—–]|--?(?= ))(?= ?[A-Z0-9“\"‘'])"
)
_LABEL_WORDS = 3
_TITLE_WORDS = 30
_CAPITALS = 0.8
_WRAPPED_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Layout:
    """What a text holds: blocks, a title, its own date, and what is not read."""

    blocks: tuple[Block, ...]
    title: str
    date: date | None
    skipped: tuple[Skipped, ...]


def find_blocks(text: str, *, source: str, title: str = "") -> Layout:
    """Find the blocks of a text; ``title`` is its title where that is known."""
    blocks: list[Block] = []
    skipped: list[Skipped] = []
    own_date: date | None = None
    spans = _paragraphs(text)
    head = _head_length(text, spans, title)
    for number, span in enumerate(spans):
        words = span.of(text)
        section = number > head and _is_section(text, spans, number)
        junk = _not_article(words)
        reason = junk or ("section label" if section else None)
        if reason is not None:
            kind = BlockKind.ADVERTISEMENT if junk else BlockKind.LABEL
            blocks.append(Block(kind, span))
            skipped.append(Skipped(source, reason, words, span))
        elif number < head:
            kind = BlockKind.TITLE if number == head - 1 else BlockKind.LABEL
            blocks.append(Block(kind, span))
            if kind is BlockKind.LABEL:
                skipped.append(Skipped(source, "section label", words, span))
        elif number == head and (found := _DATE.match(words)):
            own_date = parse_date(found[0])
            blocks.extend(_split_dateline(text, span, found.end()))
        elif number <= head + 1 and (found := _AGENCY_LINE.match(words)):
            blocks.extend(_split_dateline(text, span, found.end()))
        elif _is_capitals(words):
            blocks.append(Block(BlockKind.HEADLINE, span))
        else:
            blocks.append(Block(BlockKind.PARAGRAPH, span))
    found_title = next((b.span.of(text) for b in blocks if b.kind == "title"), "")
    return Layout(tuple(blocks), title or found_title, own_date, tuple(skipped))


def parse_date(words: str) -> date | None:
    """Parse a full calendar date at the start of some words.

    >>> parse_date("Monday, May 18, 2015")
    datetime.date(2015, 5, 18)
    >>> parse_date("last Monday") is None
    True
    """
    found = _DATE.match(words.strip())
    if found is None:
        return None
    part = found.groupdict()
    day = part["d1"] or part["d2"] or part["d3"]
    year = part["y1"] or part["y2"] or part["y3"]
    name = part["m1"] or part["m2"]
    month = int(part["n3"]) if part["n3"] else _month_number(name or "")
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _month_number(name: str) -> int:
    for number, month in enumerate(_MONTHS, 1):
        if len(name) >= 3 and month.startswith(name):  # noqa: PLR2004 - "Jan"
            return number
    return 0


def _paragraphs(text: str) -> tuple[Span, ...]:
    lines = [_trimmed(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    spans = [span for span in lines if span is not None]
    return _unwrapped(text, spans) if _is_hard_wrapped(text, spans) else tuple(spans)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    left = start + len(words) - len(words.lstrip())
    right = end - (len(words) - len(words.rstrip()))
    return Span(left, right) if left < right else None


def _is_hard_wrapped(text: str, spans: list[Span]) -> bool:
    """Whether most line ends inside paragraphs fall inside a sentence."""
    inner = [
        not a.of(text).endswith(_SENTENCE_END)
        for a, b in pairwise(spans)
        if not _BLANK.search(text[a.end : b.start])
    ]
    blank = len(spans) - 1 - len(inner)
    return blank > 0 and bool(inner) and sum(inner) > _WRAPPED_SHARE * len(inner)


def _unwrapped(text: str, spans: list[Span]) -> tuple[Span, ...]:
    joined = spans[:1]
    for span in spans[1:]:
        if _BLANK.search(text[joined[-1].end : span.start]):
            joined.append(span)
        else:
            joined[-1] = Span(joined[-1].start, span.end)
    return tuple(joined)


def _head_length(text: str, spans: tuple[Span, ...], title: str) -> int:
    """Count the blocks before the body: labels, then the title."""
    if len(spans) < 2:  # noqa: PLR2004 - a body alone has no head
        return 0
    words = [span.of(text) for span in spans[:3]]
    if title and title in words:
        return words.index(title) + 1
    if title:
        return 0
    if _is_label(words[0]) and _is_title(words[1]) and len(words) > 2:  # noqa: PLR2004
        return 2
    return 1 if _is_title(words[0]) else 0


def _is_label(words: str) -> bool:
    return len(words.split()) <= _LABEL_WORDS and not words.endswith(_SENTENCE_END)


def _is_section(text: str, spans: tuple[Span, ...], number: int) -> bool:
    """Tell a label in the body: a few words alone, behind the end of a sentence.

    Members of a list stand behind each other, or behind a colon; a label with a name
    in it is read, for it tells of whom the text speaks.
    """
    before = spans[number - 1].of(text) if number else ""
    following = spans[number + 1].of(text) if number + 1 < len(spans) else ""
    whole = before.endswith(_FULL_STOP) and following.endswith(_FULL_STOP)
    words = spans[number].of(text)
    return whole and _is_label(words) and not _NAMED_LABEL.search(words)


def _is_title(words: str) -> bool:
    return len(words.split()) <= _TITLE_WORDS and not words.endswith((".", ":", ";"))


def _is_capitals(words: str) -> bool:
    letters = [c for c in words if c.isalpha()]
    upper = sum(c.isupper() for c in letters)
    return len(words.split()) > _LABEL_WORDS and upper > _CAPITALS * len(letters)


def _split_dateline(text: str, span: Span, length: int) -> tuple[Block, ...]:
    line = Block(BlockKind.DATELINE, Span(span.start, span.start + length))
    rest = _trimmed(text, line.span.end, span.end)
    if rest is None or not any(c.isalnum() for c in rest.of(text)):
        return (Block(BlockKind.DATELINE, span),)
    return (line, Block(BlockKind.PARAGRAPH, rest))


@cache
def _advertisements() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(row["pattern"], re.IGNORECASE), row["reason"])
        for row in read_toml("blocks.toml")["advertisement"]
    )


def _not_article(words: str) -> str | None:
    for pattern, reason in _advertisements():
        if pattern.match(words) and not words.endswith((".”", '."')):
            return reason
    return None
