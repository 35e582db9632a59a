"""Who is who: a Doc and its quotations become entities, mentions and heads."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.extract.aliases import Link, country_key, link_names
from kg.extract.chains import BODIES, Chains
from kg.extract.coreference import resolve_pronouns
from kg.extract.frames import Referents
from kg.extract.lexicon import load_lexicon, name_key
from kg.extract.mentions import Reference, is_acting, to_mention
from kg.extract.nominals import resolve_nominals
from kg.extract.names import find_names, title_words
from kg.extract.slugs import slug
from kg.model import Entity, EntityType, How, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc

    from kg.extract.frames import Quote
    from kg.extract.lexicon import Lexicon
    from kg.extract.names import Name
    from kg.model import Article, Mention

__all__ = ["resolve_entities"]

_GEONAMES = "https://sws.geonames.org/"


def resolve_entities(doc: Doc, article: Article, quotes: Sequence[Quote]) -> Referents:
    """Tell which words of an article refer to which entity."""
    lexicon = load_lexicon()
    names = find_names(doc, lexicon)
    links, types = link_names(doc, names, lexicon)
    links = tuple(_metonyms(doc, (names, links), types, lexicon))
    chains = _chains(doc, names, links, types, lexicon)
    resolve_nominals(doc, chains, lexicon)
    resolve_pronouns(doc, chains, quotes, lexicon)
    return _referents(doc, article, chains, lexicon)


def _metonyms(
    doc: Doc,
    named: tuple[Sequence[Name], Sequence[Link]],
    types: Mapping[str, EntityType],
    lexicon: Lexicon,
) -> Iterator[Link]:
    """Let a capital that acts stand for its country, when the country is in the text."""
    names, links = named
    present = {link.key for link in links}
    verbs = lexicon.words["acting.words"]
    prepositions = lexicon.words["acting.prepositions"]
    for name, link in zip(names, links, strict=True):
        words = name_key(doc[name.start : name.end].text)
        country = lexicon.capitals.get(words) or lexicon.metonyms.get(words)
        acts = (
            country is not None
            and types.get(link.key) is not EntityType.PERSON
            and country_key(country) in present
            and is_acting(doc[name.head], verbs, prepositions)
        )
        yield Link(country_key(country), How.METONYM) if acts and country else link


def _chains(
    doc: Doc,
    names: Sequence[Name],
    links: Sequence[Link],
    types: Mapping[str, EntityType],
    lexicon: Lexicon,
) -> Chains:
    kinds = dict(types)
    for link in links:
        if link.key.startswith("country:"):
            kinds[link.key] = EntityType.COUNTRY
    chains = Chains(
        references=[],
        types=kinds,
        genders=_genders(doc, names, links, lexicon),
        sides=_sides(doc, names, links, kinds),
        labels=_labels(doc, names, links, lexicon),
    )
    for name, link in zip(names, links, strict=True):
        for reference in _named(doc, name, link, lexicon):
            chains.add(reference)
    return chains


def _named(doc: Doc, name: Name, link: Link, lexicon: Lexicon) -> Iterator[Reference]:
    """Make the reference of a name, and one of the title before it.

    "Mr" and "Dr" are parts of the name; an office is a noun phrase of its own.
    """
    start = name.start
    if name.title is not None:
        honorific = lexicon.words["persons.honorifics"]
        honorific |= lexicon.words["persons.male_honorifics"]
        honorific |= lexicon.words["persons.female_honorifics"]
        if all(token.lower_ in honorific for token in doc[slice(*name.title)]):
            start = name.title[0]
        else:
            yield Reference(
                *name.title, name.title[1] - 1, MentionKind.NOMINAL, link.key,
                How.TITLE, silent=True,
            )  # fmt: skip
    yield Reference(
        start, name.end, name.head, MentionKind.NAME, link.key, link.how, name.chars
    )


def _labels(
    doc: Doc, names: Sequence[Name], links: Sequence[Link], lexicon: Lexicon
) -> dict[str, str]:
    """Give each entity its fullest name, without a title."""
    wordings: dict[str, Counter[str]] = defaultdict(Counter)
    for name, link in zip(names, links, strict=True):
        if link.key.startswith("country:"):
            continue
        words = " ".join(doc[name.start : name.end].text.split())
        wordings[link.key][words] += 1
    labels = {
        f"country:{country.iso}": country.name
        for country in lexicon.countries.values()
    }
    for key, counts in wordings.items():
        labels[key] = max(
            counts, key=lambda w: (_same_words(w, key), len(w.split()), counts[w], w)
        )
    return labels


def _same_words(words: str, key: str) -> bool:
    return name_key(words).replace(",", "") == key


def _genders(
    doc: Doc, names: Sequence[Name], links: Sequence[Link], lexicon: Lexicon
) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for name, link in zip(names, links, strict=True):
        words = set(title_words(doc, name).split())
        if words & lexicon.words["persons.male_honorifics"]:
            votes[link.key]["m"] += 3
        if words & lexicon.words["persons.female_honorifics"]:
            votes[link.key]["f"] += 3
        gender = lexicon.first_names.get(doc[name.start].lower_, "")
        if gender in {"m", "f"} and name.end - name.start > 1:
            votes[link.key][gender] += 1
    return {
        key: max(sorted(counts), key=lambda g: counts[g])
        for key, counts in votes.items()
    }


def _sides(
    doc: Doc, names: Sequence[Name], links: Sequence[Link], types: Mapping[str, EntityType]
) -> dict[str, str]:
    """Give the country or body for which somebody holds an office, told by the title.

    "U.K. Defense Secretary X", "Tunisia's coach X", and "X, Panama coach,".
    """
    key_at = {
        name.head: link.key
        for name, link in zip(names, links, strict=True)
        if types.get(link.key) in BODIES
    }
    sides: dict[str, str] = {}
    for name, link in zip(names, links, strict=True):
        if types.get(link.key) is not EntityType.PERSON:
            continue
        places = [name.title[0] - 1, name.title[0] - 2] if name.title else []
        places = [i for i in places if i in key_at]
        places += [
            child.i
            for noun in doc[name.head].children
            if noun.dep_ == "appos"
            for child in noun.subtree
            if child.i in key_at and child.i != noun.i
        ]
        if places:
            sides.setdefault(link.key, key_at[places[0]])
    return sides


def _referents(
    doc: Doc, article: Article, chains: Chains, lexicon: Lexicon
) -> Referents:
    order = sorted(chains.references)
    ids = _ids(order, chains)
    mentions = [to_mention(doc, article, r, ids[r.key]) for r in order]
    return Referents(
        entities=_entities(order, mentions, ids, (chains, lexicon)),
        mentions=tuple(mentions),
        by_head={i: ids[key] for i, key in sorted(chains.by_head.items())},
        groups={
            i: tuple(ids[key] for key in keys)
            for i, keys in sorted(chains.groups.items())
        },
    )


def _ids(order: Sequence[Reference], chains: Chains) -> dict[str, str]:
    """Give each key its id; of two with one name the later gets its type behind it."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for key in dict.fromkeys(reference.key for reference in order):
        own = slug(chains.labels.get(key, key))
        if own in taken:
            own = f"{own}_{chains.types.get(key, EntityType.CONCEPT)}"
        number = 2
        unique = own
        while unique in taken:
            unique = f"{own}_{number}"
            number += 1
        taken.add(unique)
        ids[key] = unique
    return ids


def _entities(
    order: Sequence[Reference],
    mentions: Sequence[Mention],
    ids: Mapping[str, str],
    known: tuple[Chains, Lexicon],
) -> dict[str, Entity]:
    chains, lexicon = known
    aliases: dict[str, dict[str, None]] = defaultdict(dict)
    counts: Counter[str] = Counter()
    for reference, mention in zip(order, mentions, strict=True):
        counts[reference.key] += 1
        if reference.kind is MentionKind.NAME:
            aliases[reference.key][" ".join(mention.text.split())] = None
    entities = {}
    for key in dict.fromkeys(reference.key for reference in order):
        label = chains.labels.get(key, key)
        entities[ids[key]] = Entity(
            id=ids[key],
            label=label,
            type=chains.types.get(key, EntityType.CONCEPT),
            aliases=tuple(alias for alias in aliases[key] if alias != label),
            links=_links(key, chains, lexicon),
            mentions=counts[key],
        )
    return entities


def _links(key: str, chains: Chains, lexicon: Lexicon) -> tuple[str, ...]:
    kind = chains.types.get(key)
    label = name_key(chains.labels.get(key, key)).replace(",", "")
    if kind is EntityType.COUNTRY and label in lexicon.countries:
        return (f"{_GEONAMES}{lexicon.countries[label].geonames}/",)
    if kind is EntityType.PLACE and label in lexicon.places:
        return (f"{_GEONAMES}{lexicon.places[label].geonames}/",)
    return ()
