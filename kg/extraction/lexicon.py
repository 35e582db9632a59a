"""The words that tell who is who: kg's tables of names and nouns as sets and maps."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.memory import remembered
from kg.tables import read_toml, read_tsv

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

__all__ = [
    "ACRONYM",
    "Country",
    "Lexicon",
    "Place",
    "load_lexicon",
    "name_key",
    "unaccented",
]

#: "WHO", "LSD", "UNHCR".
ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]s?")

_TABLE = "entities.toml"
_SIDES = {"north", "south"}
_UNIONS = {
    "names.classes": ("organizations.words", "places.words"),
    "organizations.heads": ("organizations.words", "organizations.nouns"),
    "persons.before_names": (
        "persons.honorifics",
        "persons.male_honorifics",
        "persons.female_honorifics",
    ),
}


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory: its name, and its page of GeoNames."""

    iso: str
    name: str
    geonames: str


@dataclass(frozen=True, slots=True)
class Place:
    """A continent, state, capital or big city."""

    name: str
    kind: str
    iso: str
    geonames: str
    population: int = 0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words of the entity stage; keys are in small letters (see ``name_key``).

    ``capitals`` gives the country that a capital stands for, ``metonyms`` the country
    that a building stands for, ``first_names`` and ``person_nouns`` a gender or "".
    ``halves`` gives the countries of which a name is the second half ("korea").
    ``bodies`` gives the full name of a body that everybody knows.
    ``words`` holds the closed classes of entities.toml by "section.name", ``classes``
    the nouns that stand for a body that everybody knows ("nato": the alliance).
    """

    countries: Mapping[str, Country]
    by_iso: Mapping[str, Country]
    demonyms: Mapping[str, Country]
    capitals: Mapping[str, Country]
    metonyms: Mapping[str, Country]
    places: Mapping[str, Place]
    first_names: Mapping[str, str]
    person_nouns: Mapping[str, str]
    hints: Mapping[str, str]
    halves: Mapping[str, tuple[Country, ...]]
    bodies: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    classes: Mapping[str, frozenset[str]]


@remembered(1 << 13)
def name_key(name: str) -> str:
    """Give the form under which a name is looked up: small, without points.

    >>> name_key("The  U.S.")
    'us'
    >>> name_key("Côte d’Ivoire")
    "cote d'ivoire"
    """
    words = name.replace(".", "").replace("’", "'").split()
    if not name.isascii():
        words = unaccented(" ".join(words)).split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    return " ".join(words).lower()


def unaccented(name: str) -> str:
    """Give a name without its accents.

    >>> unaccented("Zoë Erdoğan")
    'Zoe Erdogan'
    """
    split = unicodedata.normalize("NFKD", name)
    return "".join(c for c in split if not unicodedata.combining(c))


@cache
def load_lexicon() -> Lexicon:
    """Read the tables once."""
    table = read_toml(_TABLE)
    countries = {
        row["iso"]: Country(row["iso"], row["name"], row["geonames"])
        for row in read_tsv("countries.tsv")
    }
    return Lexicon(
        countries=_country_names(countries),
        by_iso=countries,
        demonyms=_demonyms(countries),
        capitals=_capitals(countries),
        halves=_halves(countries),
        bodies={
            name_key(name): body
            for body, names in table["bodies"].items()
            for name in (body, *names)
        },
        metonyms={name: countries[iso] for name, iso in table["metonyms"].items()},
        places=_places(),
        first_names={
            row["name"].lower(): row["gender"] for row in read_tsv("first_names.tsv")
        },
        person_nouns=_person_nouns(),
        hints=table["names"]["hints"],
        classes={name: frozenset(nouns) for name, nouns in table["classes"].items()},
        words=_closed_classes(table),
    )


def _closed_classes(table: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Give all lists of words by "section.name", and the unions that are asked for."""
    words = {
        f"{section}.{name}": frozenset(word.lower() for word in value)
        for section, rows in table.items()
        for name, value in rows.items()
        if isinstance(value, list)
    }
    for union, parts in _UNIONS.items():
        words[union] = frozenset().union(*(words[part] for part in parts))
    return words


def _country_names(countries: Mapping[str, Country]) -> dict[str, Country]:
    names: dict[str, Country] = {}
    more = read_toml(_TABLE)["countries"]["names"]
    for row in read_tsv("countries.tsv"):
        country = countries[row["iso"]]
        aliases = [row["name"], *row["aliases"].split("|"), *more.get(row["iso"], ())]
        for alias in aliases:
            if alias:
                names.setdefault(name_key(alias), country)
    return names


def _demonyms(countries: Mapping[str, Country]) -> dict[str, Country]:
    names: dict[str, Country] = {}
    table = read_toml(_TABLE)["countries"]
    rows = {row["iso"]: row for row in read_tsv("countries.tsv")}
    preferred = [rows[iso] for iso in table["preferred"]]
    for row in [*preferred, *rows.values()]:
        more = table["demonyms"].get(row["iso"], ())
        for demonym in [*row["demonyms"].split("|"), *more]:
            if not demonym:
                continue
            key = name_key(demonym)
            names.setdefault(key, countries[row["iso"]])
            if not key.endswith(("s", "sh", "ch", "ese")):
                names.setdefault(f"{key}s", countries[row["iso"]])
    return names


def _capitals(countries: Mapping[str, Country]) -> dict[str, Country]:
    own = read_toml(_TABLE)["countries"]["capitals"]
    names: dict[str, Country] = {}
    for row in read_tsv("countries.tsv"):
        for capital in own.get(row["iso"], [row["capital"]]):
            if capital and name_key(capital) != name_key(row["name"]):
                names.setdefault(name_key(capital), countries[row["iso"]])
    return names


def _halves(countries: Mapping[str, Country]) -> dict[str, tuple[Country, ...]]:
    halves: dict[str, tuple[Country, ...]] = {}
    for country in countries.values():
        first, _, second = name_key(country.name).partition(" ")
        if first in _SIDES and second:
            halves[second] = (*halves.get(second, ()), country)
    return halves


def _places() -> dict[str, Place]:
    places: dict[str, Place] = {}
    for row in read_tsv("places.tsv"):
        size = int(row["population"] or 0)
        place = Place(row["name"], row["kind"], row["iso"], row["geonames"], size)
        for name in (row["name"], row["aliases"]):
            if name and (place.kind == "capital" or name_key(name) not in places):
                places[name_key(name)] = place
    for name, other in read_toml(_TABLE)["places"]["aliases"].items():
        places[name] = places[other]
    return places


def _person_nouns() -> dict[str, str]:
    persons = read_toml(_TABLE)["persons"]
    nouns = {row["noun"]: row["gender"] for row in read_tsv("person_nouns.tsv")}
    for noun in persons["more_nouns"]:
        nouns.setdefault(noun, "")
    nouns |= dict.fromkeys(persons["male_nouns"], "m")
    nouns |= dict.fromkeys(persons["female_nouns"], "f")
    return nouns
