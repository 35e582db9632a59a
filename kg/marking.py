"""Mark the subject, the predicate and the object of a statement in its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Argument, Mention, Statement

__all__ = ["Marks", "mark", "marked_spans"]

_COLOURS = {"subject": "\x1b[1;34m", "predicate": "\x1b[1;33m", "object": "\x1b[1;32m"}
_PLAIN = "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Marks:
    """What is to be marked: a statement in a range of its article's text."""

    text: str
    sentence: Span
    statement: Statement
    mentions: tuple[Mention, ...]


def mark(marks: Marks, *, colour: bool) -> str:
    """Give the sentence with its parts in colour, or named in brackets."""
    pieces, last = [], marks.sentence.start
    for part, span in marked_spans(marks):
        words = span.of(marks.text)
        shown = f"{_COLOURS[part]}{words}{_PLAIN}" if colour else f"[{part}: {words}]"
        pieces += [marks.text[last : span.start], shown]
        last = span.end
    pieces.append(marks.text[last : marks.sentence.end])
    return " ".join("".join(pieces).split())


def marked_spans(marks: Marks) -> list[tuple[str, Span]]:
    """Find the parts of a statement in its sentence, in text order, apart."""
    statement = marks.statement
    found: list[tuple[str, Span]] = []
    parts = (
        ("predicate", list(_predicate(marks))),
        ("subject", list(_argument(marks, statement.subject))),
        ("object", list(_argument(marks, statement.object))),
    )
    for part, spans in parts:
        for span in spans:
            if not any(s.start < span.end and span.start < s.end for _, s in found):
                found.append((part, span))
                if part != "predicate":
                    break
    return sorted(found, key=lambda entry: entry[1])


def _predicate(marks: Marks) -> Iterator[Span]:
    """Find the predicate's words: together, or else one by one in their order."""
    label = marks.statement.predicate.label
    whole = list(_places(marks, label))
    if whole:
        yield whole[0]
        return
    start = marks.statement.evidence.span.start
    for word in label.split():
        for span in _places(marks, word):
            if span.start >= start:
                yield span
                start = span.end
                break


def _argument(marks: Marks, argument: Argument) -> Iterator[Span]:
    """Find the places of an argument, best first: mentions, then the same words."""
    places = list(_places(marks, argument.text))
    own = [m.span for m in marks.mentions if m.entity == argument.id and argument.id]
    yield from (span for span in places if span in own)
    yield from places
    yield from own


def _places(marks: Marks, words: str) -> Iterator[Span]:
    """Find words in the evidence, then in the rest of the sentence."""
    if not words.strip():
        return
    for area in (marks.statement.evidence.span, marks.sentence):
        yield from _found(marks.text, words, area)


def _found(text: str, words: str, area: Span) -> Iterator[Span]:
    """Find whole words in a range of a text, one place after another."""
    start = text.find(words, area.start, area.end)
    while start >= 0:
        end = start + len(words)
        inside = (start and _is_letter(text[start - 1])) or (
            end < area.end and _is_letter(text[end])
        )
        if not inside:
            yield Span(start, end)
        start = text.find(words, start + 1 if inside else end, area.end)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"
