"""Give the chains of an article their labels, ids and links: entities come out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.extraction.lexicon import name_key
from kg.extraction.referents.hints import told_key
from kg.extraction.slugs import article_mark, slug
from kg.model import Entity, EntityType, MentionKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.aliases import Link
    from kg.extraction.referents.chains import Chains
    from kg.extraction.referents.hints import Hints, KnownName
    from kg.extraction.referents.mentions import Reference
    from kg.extraction.referents.names import Name

__all__ = ["entity_ids", "find_labels", "make_entities"]

_GEONAMES = "https://sws.geonames.org/"
_COUNTRY = "country:"
_KNOWN = "known:"
_BIG = 1_000_000
#: Ends of names that have their point; others have it from the end of a sentence.
_SHORTENED = ("Co.", "Corp.", "Inc.", "Ltd.", "Jr.", "Sr.", "S.A.", "Bros.")
#: The initial between a first name and a surname.
_INITIAL = re.compile(r"(?<=[a-z]) [A-Z]\. (?=[A-Z][a-z])")
_BODY = "body:"
_PLACE = "place:"


def find_labels(
    names: Sequence[Name], links: Sequence[Link], known: tuple[Lexicon, Hints]
) -> dict[str, str]:
    """Give each entity its fullest name, without a title, or what the user says."""
    lexicon, hints = known
    told = {told_key(other): other.replace("_", " ") for _, other in hints.same}
    wordings: dict[str, Counter[str]] = defaultdict(Counter)
    for name, link in zip(names, links, strict=True):
        wordings[link.key][name.words] += 1
    labels = {}
    for key, counts in wordings.items():
        best = max(counts, key=lambda words: _fullness(words, key, counts[words]))
        plain = _INITIAL.sub(" ", best)
        if counts[plain] >= counts[best]:
            best = plain  # "Donald J. Trump" once, "Donald Trump" as often
        country = lexicon.by_iso.get(key.removeprefix(_COUNTRY))
        if key in told and name_key(best) != key:
            best = told[key]
        state = key.partition(_PLACE)[2]
        if state and name_key(best) != state:
            best = _state_label(state, lexicon)
        labels[key] = country.name if country else key.partition(_BODY)[2] or best
    return labels


def _state_label(state: str, lexicon: Lexicon) -> str:
    """Give the full name of a state that is only named by its abbreviation."""
    known = lexicon.places.get(state)
    label = state.title()
    return label if known is not None and known.kind == "state" else f"{label} State"


def _fullness(
    words: str, key: str, count: int
) -> tuple[bool, int, bool, bool, int, str]:
    """Rank wordings: the one that the chain is named for, long, not in capitals."""
    own = name_key(words).replace(",", "") == key
    whole = words.endswith(_SHORTENED) or not words.endswith(".")
    return own, len(words.split()), whole, not words.isupper(), count, words


def entity_ids(
    order: Sequence[Reference],
    chains: Chains,
    known: tuple[Lexicon, Hints],
    article: str,
) -> dict[str, str]:
    """Give each key its id: the name, and the type behind it where it needs telling.

    So with two of one name in an article, and with who is called like a known place, so
    that a "Paris" of another article is not taken for the town. Who has one name only
    is somebody of the ``article`` with this id: another's "Smith" is another person.
    """
    lexicon, hints = known
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for key in dict.fromkeys(reference.key for reference in order):
        own = _known_of(key, hints)
        label = chains.labels.get(key, key)
        name = own.id if own is not None else slug(label)
        if own is None and _is_namesake(label, chains.type_of(key), lexicon):
            name = f"{name}_{chains.type_of(key)}"
        if own is None and _is_bare(label, chains.type_of(key)):
            name += article_mark(article)
        unique = name if name not in taken else f"{name}_{chains.type_of(key)}"
        number = 2
        while unique in taken:
            unique = f"{name}_{number}"
            number += 1
        taken.add(unique)
        ids[key] = unique
    return ids


def _is_bare(label: str, kind: EntityType) -> bool:
    """Tell a person of whom the article has one name: "Smith", "Mr. Smith"."""
    return kind is EntityType.PERSON and len(label.split()) == 1


def _is_namesake(label: str, kind: EntityType, lexicon: Lexicon) -> bool:
    key = name_key(label)
    if key in lexicon.countries:
        return kind is not EntityType.COUNTRY
    return kind is not EntityType.PLACE and key in lexicon.places


def _known_of(key: str, hints: Hints) -> KnownName | None:
    if not key.startswith(_KNOWN):
        return None
    own = key.removeprefix(_KNOWN)
    return next((known for known in hints.known if known.id == own), None)


def make_entities(
    texts: Sequence[tuple[Reference, str]],
    ids: Mapping[str, str],
    chains: Chains,
    known: tuple[Lexicon, Hints],
) -> dict[str, Entity]:
    """Make the entities, in the order of their first mentions."""
    lexicon, hints = known
    aliases: dict[str, dict[str, None]] = defaultdict(dict)
    counts: Counter[str] = Counter()
    for reference, text in texts:
        counts[reference.key] += 1
        if reference.kind is MentionKind.NAME:
            aliases[reference.key][" ".join(text.split())] = None
    countries = {key.removeprefix(_COUNTRY) for key in counts}
    entities = {}
    for key, count in counts.items():
        own = _known_of(key, hints)
        label = own.name if own is not None else chains.labels.get(key, key)
        links = (
            own.links
            if own is not None
            else _links(label, chains.type_of(key), countries, lexicon)
        )
        entities[ids[key]] = Entity(
            id=ids[key],
            label=label,
            type=chains.type_of(key),
            aliases=tuple(alias for alias in aliases[key] if alias != label),
            links=links,
            mentions=count,
        )
    return entities


def _links(
    label: str, kind: EntityType, countries: set[str], lexicon: Lexicon
) -> tuple[str, ...]:
    """Give the page of GeoNames of a country or a well-known place.

    Of a smaller city, which may have namesakes, only if the text names its country.
    """
    key = name_key(label).replace(",", "")
    if kind is EntityType.COUNTRY and key in lexicon.countries:
        return (f"{_GEONAMES}{lexicon.countries[key].geonames}/",)
    place = lexicon.places.get(key) if kind is EntityType.PLACE else None
    if place is None:
        return ()
    sure = place.kind != "city" or place.population >= _BIG or place.iso in countries
    return (f"{_GEONAMES}{place.geonames}/",) if sure else ()
