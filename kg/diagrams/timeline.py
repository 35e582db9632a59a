"""Turn dated facts into a view of moments, each followed by what happened then."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from kg.diagrams.styles import Status
from kg.diagrams.view import Form, ShownNode, View
from kg.diagrams.wording import (
    heading,
    left_out_words,
    note_of,
    plain_sentence,
    sentence_of,
    status_of,
    time_words,
)
from kg.model import EntityType, Grain, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.diagrams.choice import Choice
    from kg.diagrams.view import DrawOptions
    from kg.graph import Fact, Graph
    from kg.model import Time

__all__ = ["compose_timeline", "first_day", "moment_words", "span_words"]

_DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:T(.+))?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def compose_timeline(graph: Graph, options: DrawOptions, choice: Choice) -> View:
    """Put the chosen dated facts in the order of their times."""
    moments: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in choice.shown:
        time = fact.first.time
        if time is not None and time.value is not None:
            moments[(time.value, span_words(time))].append(fact)
    title, subtitle = heading(graph, options, "timeline")
    return View(
        title=title,
        subtitle=subtitle,
        note=left_out_words(choice) if choice.candidates else _why_empty(graph),
        nodes=tuple(_nodes({key: moments[key] for key in sorted(moments, key=_order)})),
        form=Form.TIMELINE,
    )


def _why_empty(graph: Graph) -> str:
    """Tell why nothing has a place in time."""
    texts = (fact.first.time.text for fact in graph.facts if fact.first.time)
    told = min(texts, key=len, default="")
    if not told:
        return "No statement tells when it was."
    if all(article.date for article in graph.articles):
        return f"Times are told, such as “{told}”, and none of them is a date."
    return (
        f"Times are told, such as “{told}”, but no date of the article to count "
        "from: kg build --date YYYY-MM-DD gives one."
    )


def _order(moment: tuple[str, str]) -> tuple[str, str]:
    value, words = moment
    return first_day(value), words


def first_day(value: str) -> str:
    """Give a value that sorts among days: of a week its Monday, else the value.

    >>> first_day("2006-W08"), first_day("2006-03")
    ('2006-02-20', '2006-03')
    """
    week = _WEEK.fullmatch(value)
    try:
        return (
            date.fromisocalendar(int(week[1]), int(week[2]), 1).isoformat()
            if week
            else value
        )
    except ValueError:
        return value


def moment_words(value: str, grain: Grain | None = None) -> str:
    """Word the value of a time.

    >>> moment_words("2024-07-06"), moment_words("2024-07"), moment_words("1999")
    ('6 July 2024', 'July 2024', '1999')
    >>> moment_words("2006-W08"), moment_words("1900", Grain.CENTURY)
    ('week 8 of 2006', '20th century')
    """
    if grain is Grain.CENTURY and value[:2].isdecimal():
        return f"{_ordinal(int(value[:2]) + 1)} century"
    if grain is Grain.DECADE:
        return f"{value}s"
    week = _WEEK.fullmatch(value)
    if week:
        return f"week {int(week[2])} of {week[1]}"
    return _day_words(value)


def _day_words(value: str) -> str:
    found = _DAY.fullmatch(value)
    if found is None:
        return value
    year, month, day, hour = found.groups()
    try:
        words = f"{date(int(year), int(month), int(day or 1)):%B} {year}"
    except ValueError:
        return value
    words = f"{int(day)} {words}" if day else words
    return f"{words}, {hour}" if hour else words


def _ordinal(number: int) -> str:
    teen = number % 100 // 10 == 1
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def span_words(time: Time) -> str:
    """Word a time with its end; what both have in common is said once."""
    start = moment_words(time.value or "", time.grain)
    if not time.end:
        return start
    end = moment_words(time.end, time.grain)
    first, _, rest = start.partition(" ")
    if end.partition(" ")[2] == rest:
        return f"{first}–{end}"
    return f"{start} – {end}"


def _nodes(moments: dict[tuple[str, str], list[Fact]]) -> Iterator[ShownNode]:
    for (value, words), facts in moments.items():
        key = f"time {value} {words}"
        yield ShownNode(id=key, label=words, type=EntityType.TIME)
        for fact in facts:
            yield ShownNode(
                id=f"card {fact.id}",
                label=plain_sentence(fact),
                type=EntityType.CONCEPT,
                card=Status(status_of(fact)),
                denied=fact.polarity is Polarity.NEGATIVE,
                note=" — ".join(n for n in (time_words(fact), note_of(fact)) if n),
                title=sentence_of(fact),
            )
