"""Link the names of an article: which of them name the same thing, and by what."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.lexicon import name_key
from kg.extraction.referents.acronyms import find_acronyms, find_declared
from kg.extraction.referents.forms import best_type, find_forms, is_person
from kg.extraction.referents.hints import told_key
from kg.extraction.referents.names import title_words
from kg.extraction.referents.people import (
    find_namesakes,
    is_of,
    nearest_bearer,
    people_by_surname,
    people_by_word,
    person_of,
    surname_of,
)
from kg.extraction.referents.short_names import find_shorts, fuller_of
from kg.extraction.referents.states import find_states
from kg.model import EntityType, How

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from kg.extraction.lexicon import Country, Lexicon
    from kg.extraction.referents.forms import Form
    from kg.extraction.referents.hints import Hints
    from kg.extraction.referents.names import Name

__all__ = ["Link", "country_key", "link_names"]

_COUNTRY = "country:"
_KNOWN = "known:"
_BODY = "body:"
_PLACE = "place:"
#: Types that a country's name may seem to have.
_LAND = {EntityType.COUNTRY, EntityType.PLACE, EntityType.ORGANIZATION}
_Target = tuple[str, How]


@dataclass(frozen=True, slots=True)
class Link:
    """A name's entity: its key inside the article, and by which evidence."""

    key: str
    how: How


def country_key(country: Country) -> str:
    """Give the key of a country's entity."""
    return f"{_COUNTRY}{country.iso}"


def link_names(
    doc: Doc, names: Sequence[Name], lexicon: Lexicon, hints: Hints
) -> tuple[tuple[Link, ...], dict[str, EntityType]]:
    """Link each name to the key of its entity; also give each key's type."""
    forms = find_forms(doc, names, lexicon, hints)
    people = people_by_surname(forms)
    targets = _targets(forms, people, lexicon)
    for short, long in find_declared(doc, names, forms, lexicon):
        if short not in targets:
            targets[short] = (long, How.ACRONYM)
    states = find_states(doc, names)
    targets |= {
        state: (f"{_PLACE}{state}", How.EXACT)
        for state in states.values()
        if state in forms and _is_only_state(forms[state], lexicon)
    }
    targets |= _hinted(forms, targets, (lexicon, hints))
    form_of = {i: form for form in forms.values() for i in form.names}
    links = []
    recent: dict[str, int] = {}
    titles = [title_words(doc, name) for name in names]
    namesakes = find_namesakes(forms, titles, people, lexicon)
    for i, name in enumerate(names):
        form = form_of[i]
        link = _root(form.key, targets)
        told = form.key in hints.by_key
        if i in states and not told:
            link = Link(f"{_PLACE}{states[i]}", How.ALIAS)
        elif len(form.words) == 1 and not told:
            link = _own(doc, name, form, link, lexicon)
            link = _bearer(form, link, titles[i], (people, namesakes, recent), lexicon)
        elif is_person(form):
            recent[link.key] = i
        links.append(link)
    return tuple(links), _types(forms, form_of, links)


def _bearer(
    form: Form,
    link: Link,
    title: str,
    known: tuple[Mapping[str, tuple[str, ...]], set[str], Mapping[str, int]],
    lexicon: Lexicon,
) -> Link:
    """Tell which of those with a surname is meant here, by the title before it."""
    people, namesakes, recent = known
    owners = people.get(form.words[0], ())
    if link.key in owners and form.key in namesakes:
        return link if is_of(link.key, title, lexicon) else Link(form.key, How.EXACT)
    if link.key == form.key and len(owners) > 1:
        near = nearest_bearer(owners, recent, title, lexicon)
        return Link(near, How.ALIAS) if near else link
    return link


def _is_only_state(form: Form, lexicon: Lexicon) -> bool:
    """Tell a state from New York and Washington, which may be the towns."""
    known = lexicon.places.get(form.key)
    return known is not None and known.kind == "state" and not is_person(form)


def _types(
    forms: Mapping[str, Form], form_of: Mapping[int, Form], links: Sequence[Link]
) -> dict[str, EntityType]:
    """Give each entity the type for which most of all its names speak.

    A person's full name decides alone: "Paris" may be a surname.
    """
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for i, link in enumerate(links):
        for kind, weight in form_of[i].votes.items():
            votes[link.key][kind] += weight / len(form_of[i].names)
    types = {}
    for key in dict.fromkeys(link.key for link in links):
        full = key in forms and len(forms[key].words) > 1 and is_person(forms[key])
        if key.startswith(_COUNTRY):
            types[key] = EntityType.COUNTRY
        elif key.startswith(_PLACE):
            types[key] = EntityType.PLACE
        elif key.startswith(_BODY):
            types[key] = EntityType.ORGANIZATION
        else:
            types[key] = EntityType.PERSON if full else best_type(votes[key])
    return types


def _root(key: str, targets: Mapping[str, _Target]) -> Link:
    """Follow the targets of a wording to the last one."""
    how = How.EXACT
    seen = {key}
    while key in targets and targets[key][0] not in seen:
        following, by = targets[key]
        how = by if how is How.EXACT else how
        key = following
        seen.add(key)
    return Link(key, how)


def _own(doc: Doc, name: Name, form: Form, link: Link, lexicon: Lexicon) -> Link:
    """Keep a place apart from the person who has its name, mention by mention."""
    shared = link.key != form.key or is_person(form)
    if not shared or name.hint != "place" or name.title is not None:
        return link
    country = lexicon.countries.get(form.key)
    if link.key.startswith((_COUNTRY, _PLACE)) or not (
        country or form.key in lexicon.places
    ):
        return link
    before = doc[name.start - 1].lower_ if name.start else ""
    if before not in lexicon.words["places.prepositions"]:
        return link
    return Link(country_key(country) if country else f"{_PLACE}{form.key}", How.EXACT)


def _targets(
    forms: Mapping[str, Form], people: Mapping[str, tuple[str, ...]], lexicon: Lexicon
) -> dict[str, _Target]:
    """Link wordings to the fuller one, or the country, that they stand for."""
    firsts = people_by_word(forms, 0)
    acronyms = find_acronyms(forms, lexicon)
    classed = find_shorts(forms, lexicon)
    targets: dict[str, _Target] = {}
    for key in sorted(forms):
        form = forms[key]
        found = surname_of(form, people, lexicon) or _country_of(form, forms, lexicon)
        found = found or _body_of(form, lexicon)
        found = found or person_of(form, forms, people, firsts)
        found = found or fuller_of(form, forms, classed, lexicon) or acronyms.get(key)
        if found is not None and found[0] != key:
            targets[key] = found
    return targets


def _country_of(
    form: Form, forms: Mapping[str, Form], lexicon: Lexicon
) -> _Target | None:
    if form.demonym:
        return country_key(lexicon.demonyms[" ".join(form.words)]), How.DEMONYM
    if form.type not in _LAND:
        return None
    country = lexicon.countries.get(form.key)
    if country is not None:
        if _is_state(form.key, country, forms, lexicon):
            return f"{_PLACE}{form.key}", How.EXACT
        exact = name_key(country.name) == form.key
        return country_key(country), How.EXACT if exact else How.ALIAS
    parts = lexicon.halves.get(form.key, ())
    present = [c for c in parts if name_key(c.name) in forms]
    if len(present) == 1:
        # "Korea" is the one of the two that the text names in full.
        return country_key(present[0]), How.ALIAS
    return None


def _is_state(
    key: str, country: Country, forms: Mapping[str, Form], lexicon: Lexicon
) -> bool:
    """Tell whether "Georgia" is the state of the USA, by what else the text names."""
    state = lexicon.places.get(key)
    if state is None or state.kind != "state":
        return False
    for other in forms:
        word = other.rpartition(":")[2]
        own = (lexicon.demonyms.get(word), lexicon.capitals.get(word))
        if country in own:
            return False
    return any(
        lexicon.places[other].iso == state.iso
        for other in forms
        if other in lexicon.places and other != key
    )


def _body_of(form: Form, lexicon: Lexicon) -> _Target | None:
    """Link "U.N." to the United Nations; small letters and people do not count."""
    body = lexicon.bodies.get(form.key)
    if body is None or is_person(form):
        return None
    exact = name_key(body) == form.key
    return f"{_BODY}{body}", How.EXACT if exact else How.ACRONYM


def _hinted(
    forms: Mapping[str, Form],
    targets: Mapping[str, _Target],
    known: tuple[Lexicon, Hints],
) -> dict[str, _Target]:
    """Give the links that the user tells; a split wording stands for itself."""
    lexicon, hints = known
    told: dict[str, _Target] = {}
    for key in sorted(forms):
        if key in hints.by_key:
            name = hints.by_key[key]
            exact = name_key(name.name) == key
            told[key] = (f"{_KNOWN}{name.id}", How.EXACT if exact else How.ALIAS)
    both = {**targets, **told}
    for one, other in hints.different:
        short, long = sorted((told_key(one), told_key(other)), key=len)
        if short in forms and _root(short, both).key == _root(long, both).key:
            told[short] = (short, How.EXACT)
    for one, other in hints.same:
        short, long = told_key(one), told_key(other)
        country = None if long in forms else lexicon.countries.get(long)
        if short in forms:
            root = (
                country_key(country) if country else _root(long, {**both, **told}).key
            )
            told[short] = (root, How.ALIAS)
    return told
