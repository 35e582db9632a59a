"""Reckon with days, weeks, months and years around a base date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kg.model import Grain

__all__ = [
    "Moment",
    "day_of_month",
    "last_weekday",
    "month_by_tense",
    "month_span",
    "next_weekday",
    "on_day",
    "shifted",
    "this_weekday",
    "week_of",
    "weekend",
]


@dataclass(frozen=True, slots=True)
class Moment:
    """A value of ISO 8601, its grain, and the last value of an interval."""

    value: str
    grain: Grain
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """A day's week: its Monday, and whether the day is in the weekend."""

    monday: date
    weekend: bool


def on_day(year: int, month: int, day: int, grain: Grain) -> Moment | None:
    """Give a day of the calendar; None for one that does not exist."""
    try:
        return Moment(date(year, month, day).isoformat(), grain)
    except ValueError:
        return None


def day_of_month(base: date, month: int, day: int, *, future: bool) -> Moment | None:
    """Give the nearest day with this name before the base or, for the future, after."""
    step = 1 if future else -1
    for years in range(9):  # the longest wait for a 29 February
        try:
            found = date(base.year + step * years, month, day)
        except ValueError:
            continue
        if (found > base) if future else (found <= base):
            return Moment(found.isoformat(), Grain.DAY)
    return None


def month_by_tense(base: date, month: int, *, future: bool, other: bool) -> Moment:
    """Give the nearest month with this name; ``other`` leaves out the base's own."""
    year = base.year
    if future:
        year += month < base.month or (other and month == base.month)
    else:
        year -= month > base.month or (other and month == base.month)
    return Moment(f"{year}-{month:02}", Grain.MONTH)


def month_span(year: int, months: int, number: int) -> Moment | None:
    """Give the n-th quarter or half of a year."""
    first = (number - 1) * months + 1
    last = first + months - 1
    if last > 12:  # noqa: PLR2004 - the year's last month
        return None
    return Moment(f"{year}-{first:02}", Grain.MONTH, f"{year}-{last:02}")


def shifted(base: date, count: int, unit: str) -> Moment:
    """Go a number of units from a day, in the unit's own grain.

    >>> shifted(date(2024, 3, 31), -1, "month").value
    '2024-02'
    """
    match unit:
        case "day":
            return Moment((base + timedelta(days=count)).isoformat(), Grain.DAY)
        case "week":
            year, week, _ = (base + timedelta(weeks=count)).isocalendar()
            return Moment(f"{year}-W{week:02}", Grain.WEEK)
        case "month":
            months = base.year * 12 + base.month - 1 + count
            return Moment(f"{months // 12:04}-{months % 12 + 1:02}", Grain.MONTH)
        case _:
            return Moment(f"{base.year + count:04}", Grain.YEAR)


def week_of(base: date) -> Week:
    """Give the week of a day."""
    return Week(base - timedelta(days=base.weekday()), base.isoweekday() > 5)  # noqa: PLR2004


def this_weekday(base: date, weekday: int) -> date:
    """Give a day of the base's own week, Monday being 1."""
    return week_of(base).monday + timedelta(days=weekday - 1)


def last_weekday(base: date, weekday: int, *, today: bool) -> date:
    """Give the nearest weekday before the base, or the base itself if it counts."""
    back = (base.isoweekday() - weekday) % 7
    return base - timedelta(days=back if back or today else 7)


def next_weekday(base: date, weekday: int) -> date:
    """Give the nearest weekday after the base."""
    return base + timedelta(days=(weekday - base.isoweekday() - 1) % 7 + 1)


def weekend(base: date, weeks: int) -> Moment:
    """Give the weekend of the base's week, or one some weeks away."""
    saturday = this_weekday(base, 6) + timedelta(weeks=weeks)
    sunday = saturday + timedelta(days=1)
    return Moment(saturday.isoformat(), Grain.DAY, sunday.isoformat())
