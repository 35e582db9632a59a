"""Say times in OWL-Time: each value, as exact as it is, is one node."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from kg import vocabulary as v
from kg.model import Grain, Time
from kg.rdf.iri import hashed, local_name
from kg.rdf.turtle import english, string, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.rdf.turtle import Block

__all__ = ["TimeRow", "time_blocks", "time_iri", "time_rows"]

#: A time's name, value, grain, end and one of its wordings; empty where there is none.
TimeRow = tuple[str, str, str, str, str]
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_MINUTE = re.compile(r"(\d{4}-\d\d-\d\dT[0-2]\d:[0-5]\d)(:[0-5]\d)?")
#: Grains longer than what one xsd literal can say.
_LONG = {Grain.WEEK, Grain.SEASON, Grain.DECADE, Grain.CENTURY, Grain.PART_OF_DAY}


def time_iri(time: Time) -> str:
    """Name a time by its value and grain, or by its words where it has no value.

    >>> time_iri(Time("on Saturday", "2024-07-06", Grain.DAY))
    '<time/day/2024-07-06>'
    """
    if time.value is None:
        grain = time.grain or ""
        return f"<time/text/{hashed(time.text, grain, time.end or '')}>"
    value = local_name(time.value) + (f"--{local_name(time.end)}" if time.end else "")
    return f"<time/{time.grain or 'value'}/{value}>"


def time_rows(times: Iterable[Time]) -> Iterator[TimeRow]:
    """Give each time by its name, with its wording, and the ends of intervals."""
    for time in times:
        for each in (time, *_ends(time)):
            known = each.value or "", each.grain or "", each.end or ""
            yield time_iri(each), *known, each.text


def time_blocks(rows: Iterable[TimeRow]) -> Iterator[Block]:
    """Describe each time once; the rows come in order."""
    for name, group in groupby(rows, key=itemgetter(0)):
        same = list(group)
        _, value, grain, end, text = same[0]
        time = Time(text, value or None, Grain(grain) if grain else None, end or None)
        yield name, _properties(time, list(dict.fromkeys(row[-1] for row in same)))


def _ends(time: Time) -> tuple[Time, ...]:
    if time.value is None or time.end is None:
        return ()
    return Time("", time.value, time.grain), Time("", time.end, time.grain)


def _properties(time: Time, texts: list[str]) -> Iterator[tuple[str, list[str]]]:
    ends = _ends(time)
    yield "a", [v.INTERVAL if ends or time.grain in _LONG else v.INSTANT]
    yield v.LABEL, [english(text) for text in texts if text]
    if time.value is not None:
        yield v.TIME_VALUE, [string(time.value)]
    if time.grain is not None:
        yield v.GRAIN, [string(time.grain)]
    if ends:
        yield v.HAS_BEGINNING, [time_iri(ends[0])]
        yield v.HAS_END, [time_iri(ends[1])]
    elif time.value is not None and time.grain not in _LONG:
        yield from _literals(time.value)


def _literals(value: str) -> Iterator[tuple[str, list[str]]]:
    minute = _MINUTE.fullmatch(value)
    if _DAY.fullmatch(value):
        yield v.IN_DATE, [typed(value, "xsd:date")]
    elif _MONTH.fullmatch(value):
        yield v.IN_YEAR_MONTH, [typed(value, "xsd:gYearMonth")]
    elif _YEAR.fullmatch(value):
        yield v.IN_YEAR, [typed(value, "xsd:gYear")]
    elif minute:
        full = minute[1] + (minute[2] or ":00")
        yield v.IN_DATE_TIME, [typed(full, "xsd:dateTime")]
