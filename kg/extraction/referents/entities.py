"""Who is who: a Doc and its quotations become entities, mentions and heads."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kg.extraction.frames import Referents
from kg.extraction.lexicon import load_lexicon, name_key, unaccented
from kg.extraction.referents.aliases import Link, country_key, link_names
from kg.extraction.referents.chains import Chains
from kg.extraction.referents.coreference import resolve_pronouns
from kg.extraction.referents.hints import Hints
from kg.extraction.referents.identity import entity_ids, find_labels, make_entities
from kg.extraction.referents.index import index_tokens
from kg.extraction.referents.mentions import Reference, is_acting, to_mention
from kg.extraction.referents.names import title_words
from kg.extraction.referents.naming import find_names
from kg.extraction.referents.nominals import resolve_nominals, resolve_predicates
from kg.extraction.referents.sides import find_sides
from kg.model import EntityType, How, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

    from kg.extraction.frames import Quote
    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.names import Name
    from kg.model import Article

__all__ = ["resolve_entities"]

#: Where a word only modifies; elsewhere the parse may take a title for the name.
_INSIDE = {"compound", "amod", "nmod"}
_HALVES = {"conj", "appos"}
_OTHER = {"m": "f", "f": "m"}


def resolve_entities(
    doc: Doc, article: Article, quotes: Sequence[Quote], *, hints: Hints | None = None
) -> Referents:
    """Tell which words of an article refer to which entity.

    ``hints`` are what a user knows: a gazetteer, merges and splits.
    """
    lexicon = load_lexicon()
    hints = hints or Hints()
    names = find_names(doc, lexicon, hints)
    links, types = link_names(doc, names, lexicon, hints)
    links = tuple(_metonyms(doc, (names, links), types, (lexicon, hints)))
    chains = Chains(
        references=[],
        types=types,
        genders=_genders(doc, names, links, lexicon),
        sides=find_sides(doc, (names, links), types, lexicon),
        labels=find_labels(names, links, (lexicon, hints)),
    )
    outer = (0, "")
    for name, link in zip(names, links, strict=True):
        if name.nested and outer == (max(outer[0], name.end), link.key):
            continue  # "Goldman" inside "Goldman Sachs" is the same once more
        if not name.nested:
            outer = (name.end, link.key)
        for reference in _named(doc, name, link, lexicon):
            chains.add(reference)
        if name.end > name.start + 1:
            # "Foundation and Institute": the second half may stand for the whole.
            words = range(name.start, name.end)
            chains.cover((i for i in words if doc[i].dep_ in _HALVES), link.key)
    index = index_tokens(doc)
    resolve_nominals(doc, index, chains, lexicon)
    resolve_pronouns(doc, index, chains, quotes, lexicon)
    resolve_predicates(index, chains, lexicon)
    return _referents(doc, article, chains, (lexicon, hints))


def _metonyms(
    doc: Doc,
    named: tuple[Sequence[Name], Sequence[Link]],
    types: dict[str, EntityType],
    known: tuple[Lexicon, Hints],
) -> Iterator[Link]:
    """Let a capital that acts stand for its country, if the text names that."""
    lexicon, hints = known
    names, links = named
    present = {link.key for link in links}
    told = {name_key(name) for pair in hints.different for name in pair}
    told |= set(hints.by_key)
    verbs = lexicon.words["acting.words"]
    prepositions = lexicon.words["acting.prepositions"]
    for name, link in zip(names, links, strict=True):
        words = name_key(name.words)
        country = lexicon.capitals.get(words) or lexicon.metonyms.get(words)
        if (
            country is not None
            and words not in told
            and types.get(link.key) is not EntityType.PERSON
            and country_key(country) in present
            and is_acting(doc[name.head], verbs, prepositions)
        ):
            yield Link(country_key(country), How.METONYM)
        else:
            yield link


def _named(doc: Doc, name: Name, link: Link, lexicon: Lexicon) -> Iterator[Reference]:
    """Make the reference of a name, and one of the title before it.

    "Mr" and "Dr" are parts of the name; an office is a noun phrase of its own.
    """
    start = name.start
    if name.title is not None:
        honorific = lexicon.words["persons.before_names"]
        if all(token.lower_ in honorific for token in doc[slice(*name.title)]):
            start = name.title[0]
        else:
            last = name.title[1] - 1
            yield Reference(
                *name.title, last, MentionKind.NOMINAL, link.key, How.TITLE,
                silent=doc[last].dep_ in _INSIDE,
            )  # fmt: skip
    yield Reference(
        start, name.end, name.head, MentionKind.NAME, link.key, link.how, name.chars
    )


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
        gender = lexicon.first_names.get(unaccented(doc[name.start].lower_), "")
        if gender in {"m", "f"} and name.end - name.start > 1:
            votes[link.key][gender] += 1
    genders = {
        key: max(sorted(counts), key=lambda g: counts[g])
        for key, counts in votes.items()
    }
    alone = {link.key for link in links if " " not in link.key} - genders.keys()
    for key, gender in sorted(genders.items()):
        namesake = key.rpartition(" ")[2]
        if namesake in alone:  # kept apart from Ann Lee, "Lee" is a man
            genders.setdefault(namesake, _OTHER[gender])
    return genders


def _referents(
    doc: Doc, article: Article, chains: Chains, known: tuple[Lexicon, Hints]
) -> Referents:
    order = sorted(chains.references)
    ids = entity_ids(order, chains, known, article.id)
    mentions = [to_mention(doc, article, r, ids[r.key]) for r in order]
    texts = [(r, m.text) for r, m in zip(order, mentions, strict=True)]
    return Referents(
        entities=make_entities(texts, ids, chains, known),
        mentions=tuple(mentions),
        by_head={i: ids[key] for i, key in sorted(chains.by_head.items())},
        groups={
            i: tuple(ids[key] for key in keys)
            for i, keys in sorted(chains.groups.items())
        },
        nouns=dict(chains.nouns),
    )
