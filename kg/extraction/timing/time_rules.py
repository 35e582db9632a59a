"""The rules of time expressions: a pattern of the words and what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.extraction.timing.calendar import (
    Moment,
    day_of_month,
    last_weekday,
    month_by_tense,
    month_span,
    next_weekday,
    on_day,
    shifted,
    this_weekday,
    week_of,
    weekend,
)
from kg.model import Grain
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Clock", "Tense", "number_of", "opened", "pattern_of", "plain_moment"]


class Tense(StrEnum):
    """The tense of the clause in which a time stands."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Clock:
    """What a relative time is resolved against."""

    base: date | None
    tense: Tense

    @property
    def future(self) -> bool:
        """Whether the clause is about what is to come."""
        return self.tense is Tense.FUTURE


def _any(name: str, section: str = "words") -> str:
    table = read_toml("times.toml")[section]
    names = table[name] if name else table
    return "|".join(sorted((re.escape(n) for n in names), key=len, reverse=True))


@cache
def pattern_of(text: str) -> re.Pattern[str]:
    """Compile a rule's pattern, with the words of the table for its names."""
    return re.compile(
        text.replace("<weekday>", f"(?P<weekday>{_any('', 'weekdays')})")
        .replace("<month>", f"(?P<month>{_any('', 'months')})")
        .replace("<month2>", f"(?P<month2>{_any('', 'months')})")
        .replace("<number>", rf"(?P<number>\d{{1,4}}|{_any('', 'numbers')})")
        .replace("<part>", f"(?P<part>{_any('parts')})")
        .replace("<season>", f"(?P<season>{_any('seasons')})")
        .replace("<nth>", f"(?P<nth>{_any('', 'ordinals')})")
        .replace("<year>", r"(?P<year>1\d{3}|20\d{2}|2100)")
        .replace("<year2>", r"(?P<year2>1\d{3}|20\d{2}|\d{2})")
        .replace("<day>", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?")
        .replace("<unit>", r"(?P<unit>day|week|month|year)s?")
        .replace("<one>", "(?P<unit>day|week|month|year)")
    )


def number_of(word: str) -> int:
    """Give the number that a word or some digits name."""
    table: dict[str, int] = read_toml("times.toml")["numbers"]
    return int(word) if word.isdigit() else table[word]


def _order(section: str, word: str) -> int:
    found: int = read_toml("times.toml")[section][word]
    return found


def opened(text: str) -> str:
    """Take away the words that begin an expression and do not change its value."""
    opening = _openings()
    while found := opening.match(text):
        text = text[found.end() :]
    return text


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(f"(?:{_any('openings')})[ -]")


def plain_moment(bare: str, clock: Clock) -> Moment | None:
    """Give what a single expression means, without words that only open it."""
    rule = _rule(bare)
    if rule is None:
        return None
    found, resolve = rule
    return resolve(found, clock)


@lru_cache(maxsize=1 << 10)
def _rule(
    bare: str,
) -> tuple[re.Match[str], Callable[[re.Match[str], Clock], Moment | None]] | None:
    """Give the first rule that fits an expression; articles repeat them."""
    for pattern, resolve in _RULES:
        found = pattern_of(pattern).fullmatch(bare)
        if found:
            return found, resolve
    return None


def _full_date(found: re.Match[str], _clock: Clock) -> Moment | None:
    part = found.groupdict()
    day, month = int(part["day"]), _order("months", part["month"])
    grain = Grain.PART_OF_DAY if part.get("part") else Grain.DAY
    return on_day(int(part["year"]), month, day, grain)


def _iso(found: re.Match[str], _clock: Clock) -> Moment | None:
    return on_day(int(found[1]), int(found[2]), int(found[3]), Grain.DAY)


def _dated(found: re.Match[str], clock: Clock) -> Moment | None:
    if clock.base is None:
        return None
    month = _order("months", found["month"])
    day = day_of_month(clock.base, month, int(found["day"]), future=clock.future)
    name = found.groupdict().get("weekday")
    if name is None or day is None:
        return day
    return _on_weekday(day, _order("weekdays", name))


def _on_weekday(day: Moment, weekday: int) -> Moment | None:
    """Give the day in the year in which it has a weekday: "Monday, Dec. 14"."""
    year, month, number = (int(part) for part in day.value.split("-"))
    for shift in (0, -1, 1, -2):
        found = on_day(year + shift, month, number, Grain.DAY)
        if found and date.fromisoformat(found.value).isoweekday() == weekday:
            return found
    return None


def _month_of_year(found: re.Match[str], _clock: Clock) -> Moment:
    month = _order("months", found["month"])
    return Moment(f"{found['year']}-{month:02}", Grain.MONTH)


def _month(found: re.Match[str], clock: Clock) -> Moment | None:
    if clock.base is None:
        return None
    month = _order("months", found["month"])
    which = found.groupdict().get("which")
    future = clock.future if which in {None, "this"} else which == "next"
    return month_by_tense(clock.base, month, future=future, other=which in _OTHER)


_OTHER = {"last", "next"}


def _year(found: re.Match[str], _clock: Clock) -> Moment:
    return Moment(found["year"], Grain.YEAR)


def _decade(found: re.Match[str], _clock: Clock) -> Moment:
    return Moment(found[1] + "0", Grain.DECADE)


def _hundreds(found: re.Match[str], _clock: Clock) -> Moment:
    """Read "the 1800s", which are a century, as the 2000s are not yet."""
    return Moment(f"{found[1]}00", Grain.CENTURY)


def _century(found: re.Match[str], _clock: Clock) -> Moment | None:
    number = int(found[1])
    return Moment(f"{number - 1:02}00", Grain.CENTURY) if 0 < number < 100 else None  # noqa: PLR2004


def _season(found: re.Match[str], _clock: Clock) -> Moment:
    return Moment(found["year"], Grain.SEASON)


def _share(found: re.Match[str], _clock: Clock) -> Moment | None:
    months = 3 if found[2] == "quarter" else 6
    number = _order("ordinals", found["nth"])
    return month_span(int(found["year"]), months, number)


def _weekday(found: re.Match[str], clock: Clock) -> Moment | None:
    if clock.base is None:
        return None
    part = found.groupdict()
    day = _order("weekdays", part["weekday"])
    match part.get("which"):
        case "last" | "past":
            when = last_weekday(clock.base, day, today=False)
        case "next":
            when = next_weekday(this_weekday(clock.base, 7), day)
        case "this":
            when = this_weekday(clock.base, day)
        case _ if clock.future and day == clock.base.isoweekday():
            return None  # today or in a week
        case _ if clock.future:
            when = next_weekday(clock.base, day)
        case _:
            when = last_weekday(clock.base, day, today=True)
    grain = Grain.PART_OF_DAY if part.get("part") else Grain.DAY
    return Moment(when.isoformat(), grain)


_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}


def _near_day(found: re.Match[str], clock: Clock) -> Moment | None:
    if clock.base is None:
        return None
    part = found.groupdict().get("part")
    moment = shifted(clock.base, _NEAR[found["near"]], "day")
    return Moment(moment.value, Grain.PART_OF_DAY) if part else moment


def _part_of_today(found: re.Match[str], clock: Clock) -> Moment | None:
    if clock.base is None:
        return None
    days = -1 if found[0].startswith("last") else 0
    return Moment(shifted(clock.base, days, "day").value, Grain.PART_OF_DAY)


def _ago(found: re.Match[str], clock: Clock) -> Moment | None:
    if clock.base is None:
        return None
    return shifted(clock.base, -number_of(found["number"]), found["unit"])


_STEPS = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1, "previous": -1}


def _near_unit(found: re.Match[str], clock: Clock) -> Moment | None:
    if clock.base is None:
        return None
    return shifted(clock.base, _STEPS[found["which"]], found["unit"])


def _weekend(found: re.Match[str], clock: Clock) -> Moment | None:
    if clock.base is None:
        return None
    which = found.groupdict().get("which")
    if which is None:
        which = "this"
    if which == "this" and not clock.future and not week_of(clock.base).weekend:
        which = "last"  # what has been was not on the weekend to come
    return weekend(clock.base, _STEPS[which])


def _near_season(found: re.Match[str], clock: Clock) -> Moment | None:
    if clock.base is None:
        return None
    if found["which"] != "this":
        return None  # "last winter" may lie in this year or in the last
    return Moment(str(clock.base.year), Grain.SEASON)


_WHICH = r"(?P<which>last|past|this|next|coming|previous)"

_RULES: tuple[tuple[str, Callable[[re.Match[str], Clock], Moment | None]], ...] = (
    (r"(\d{4})-(\d{2})-(\d{2})", _iso),
    (r"(?:<part> of )?(?:<weekday> )?<month> <day> <year>", _full_date),
    (r"(?:<part> of )?(?:<weekday> )?<day> (?:of )?<month> <year>", _full_date),
    (r"(?:<weekday> )?<month> <day>", _dated),
    (r"(?:<weekday> )?<day> (?:of )?<month>", _dated),
    (r"<month> (?:of )?<year>", _month_of_year),
    (r"(?:(?P<which>last|next|this) )?<month>", _month),
    (r"<season> (?:of )?<year>", _season),
    (r"<nth> (quarter|half) of <year>", _share),
    (r"(?:(?:early|late|mid)-?)?<year>", _year),
    (r"(?:(?:early|late|mid)[- ])?(1\d)00s", _hundreds),
    (r"(?:(?:early|late|mid)[- ])?(\d{3})0s", _decade),
    (r"(?:(?:early|late|mid)[- ])?(\d{1,2})(?:st|nd|rd|th) century", _century),
    (rf"(?:{_WHICH} )?<weekday>(?: <part>)?", _weekday),
    (r"<part> of <weekday>", _weekday),
    (r"(?P<near>today|yesterday|tomorrow)(?: <part>)?", _near_day),
    (r"tonight|last night|this (?:morning|afternoon|evening)", _part_of_today),
    (r"<number> <unit> (?:ago|earlier)", _ago),
    (rf"{_WHICH} <one>", _near_unit),
    (rf"(?:{_WHICH} )?weekend", _weekend),
    (rf"{_WHICH} <season>", _near_season),
)
