"""Turn dated facts into a view of moments, each followed by what happened then."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from kg.diagrams.choice import choose
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
from kg.model import EntityType, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.diagrams.view import DrawOptions
    from kg.graph import Fact, Graph

__all__ = ["compose_timeline", "moment_words"]

_DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:T(.+))?$")


def compose_timeline(graph: Graph, options: DrawOptions, *, top: int) -> View:
    """Choose the dated facts to show and put them in the order of their times."""
    choice = choose(graph, options, top=top)
    moments: dict[str, list[Fact]] = defaultdict(list)
    for fact in choice.shown:
        moments[_moment(fact)].append(fact)
    title, subtitle = heading(graph, options, "timeline")
    return View(
        title=title,
        subtitle=subtitle,
        note=left_out_words(choice),
        nodes=tuple(_nodes(dict(sorted(moments.items())))),
        form=Form.TIMELINE,
    )


def moment_words(value: str) -> str:
    """Word the value of a time.

    >>> moment_words("2024-07-06"), moment_words("2024-07"), moment_words("1999")
    ('6 July 2024', 'July 2024', '1999')
    """
    found = _DAY.match(value)
    if found is None:
        return value
    year, month, day, hour = found.groups()
    try:
        words = f"{date(int(year), int(month), int(day or 1)):%B} {year}"
    except ValueError:
        return value
    words = f"{int(day)} {words}" if day else words
    return f"{words}, {hour}" if hour else words


def _moment(fact: Fact) -> str:
    time = fact.first.time
    if time is None or time.value is None:
        return ""
    return f"{time.value}/{time.end}" if time.end else time.value


def _nodes(moments: dict[str, list[Fact]]) -> Iterator[ShownNode]:
    for moment, facts in moments.items():
        words = " – ".join(moment_words(part) for part in moment.split("/"))
        yield ShownNode(id=f"time {moment}", label=words, type=EntityType.TIME)
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
