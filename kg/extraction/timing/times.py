"""Read when: the words of a time expression become an ISO 8601 value with its grain.

Relative expressions are resolved against a base date and the clause's tense; without a
base date only the words are kept. A duration or a repeated time has no value.
"""

from __future__ import annotations

import re
from datetime import date

from kg.extraction.timing.calendar import Moment, shifted
from kg.extraction.timing.time_rules import (
    Clock,
    Tense,
    number_of,
    opened,
    pattern_of,
    plain_moment,
)
from kg.model import Grain, Time
from kg.tables import table_words

__all__ = ["Tense", "is_time_adverb", "read_time"]


def read_time(words: str, *, tense: Tense, base: date | None = None) -> Time:
    """Read a time expression; where there is no sure value, only its words are kept.

    >>> read_time("on Saturday", tense=Tense.PAST, base=date(2024, 7, 11)).value
    '2024-07-06'
    >>> read_time("on Saturday", tense=Tense.PAST).value is None
    True
    """
    normal = _normal(words)
    try:
        moment = _moment(normal, Clock(base, tense))
    except OverflowError:  # "80,000,000 years ago" is no date of the calendar
        moment = None
    if moment is None:
        return Time(words)
    return Time(words, moment.value, moment.grain, moment.end)


def is_time_adverb(word: str) -> bool:
    """Tell whether an adverb is a time by itself: "recently"."""
    return word.lower() in table_words("times.toml", "words", "adverbs")


#: What is counted from a day in the text, or up to its own: "the next day", "in the
#: past week" are none of the calendar.
_FLOWING = r"\b(?:the|his|her|its|their) (?:next|previous|following|coming|past) \w+$"


def _normal(words: str) -> str:
    text = words.lower().replace("’", "'").replace("–", "-").replace("—", "-")
    text = re.sub(r"\b(a\.m\.|p\.m\.)", lambda m: m[0].replace(".", ""), text)
    return " ".join(re.sub(r"(?<=[a-z])\.|,", " ", text).split())


def _moment(text: str, clock: Clock) -> Moment | None:
    if re.match(r"(every|each)\b", opened(text)) or re.search(r"days$", text):
        repeated = re.search(
            r"(every|each)\b|(mon|tues|wednes|thurs|fri|satur|sun)days", text
        )
        if repeated:
            return None
    if re.search(_FLOWING, text):
        return None
    ahead = re.match(pattern_of(r"in (?:about |around )?<number> <unit>$"), text)
    if ahead:
        if clock.base is None or not clock.future:
            return None
        return shifted(clock.base, number_of(ahead["number"]), ahead["unit"])
    whole = _range(text, clock) or _clock_time(text, clock)
    return whole or plain_moment(opened(text), clock)


def _range(text: str, clock: Clock) -> Moment | None:
    found = re.fullmatch(pattern_of(r"(?:from |in |between )?<year>-<year2>"), text)
    if found:
        last = found["year2"]
        return _between(found["year"], found["year"][: 4 - len(last)] + last)
    found = re.fullmatch(r"from (.+) (?:to|until|through) (.+)", text) or re.fullmatch(
        r"between (.+) and (.+)", text
    )
    if not found:
        return None
    first, second = found[1], found[2]
    year = re.search(pattern_of(r"\b<year>$"), second)
    if year and not re.search(pattern_of(r"\b<year>$"), first):
        first = f"{first} {year['year']}"
    begin, end = _moment(first, clock), _moment(second, clock)
    if begin is None or end is None or begin.grain is not end.grain:
        return None
    if end.value < begin.value and begin.grain is Grain.DAY and not year:
        # "from 20 December to 6 January": the end is the next after the beginning
        end = _moment(second, Clock(date.fromisoformat(begin.value), Tense.FUTURE))
    if end is None or end.value < begin.value:
        return None
    past = clock.tense is Tense.PAST and clock.base is not None
    if past and clock.base and end.value > clock.base.isoformat():
        return None
    return Moment(begin.value, begin.grain, end.end or end.value)


def _between(first: str, last: str) -> Moment:
    return Moment(first, Grain.YEAR, last)


_TIME = (
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))? ?(?P<half>am|pm)\b|"
    r"(?P<hour24>\d{1,2}):(?P<minute24>\d{2})\b|(?P<noon>\bnoon\b|\bmidday\b)"
)


def _clock_time(text: str, clock: Clock) -> Moment | None:
    """Resolve a time of the clock together with the day that stands beside it."""
    found = re.search(_TIME, text)
    if not found:
        return None
    rest = " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())
    rest = re.sub(
        r"^(at|around|by|about)\b ?|\b(local time|gmt|utc|est|et)\b", "", rest
    )
    day = _moment(rest.strip(), clock)
    if day is None or day.grain is not Grain.DAY or day.end:
        return None
    hour, minute = _hour(found)
    if hour > 23 or int(minute or 0) > 59:  # noqa: PLR2004 - the day's last hour
        return None
    grain = Grain.MINUTE if minute else Grain.HOUR
    return Moment(f"{day.value}T{hour:02}:{minute or '00'}", grain)


def _hour(found: re.Match[str]) -> tuple[int, str | None]:
    if found["noon"]:
        return 12, None
    if found["hour24"]:
        return int(found["hour24"]), found["minute24"]
    hour = int(found["hour"]) % 12
    return hour + (12 if found["half"] == "pm" else 0), found["minute"]
