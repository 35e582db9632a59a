"""Link the names of an article: which of them name the same thing, and what it is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.lexicon import name_key
from kg.extract.names import title_words
from kg.model import EntityType, How

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from kg.extract.lexicon import Country, Lexicon
    from kg.extract.names import Name

__all__ = ["Link", "country_key", "link_names"]

_WHO = {"who", "whom", "whose"}
_SUFFIX = {"jr", "sr", "ii", "iii", "iv"}
_SMALL = {"of", "the", "for", "and", "in", "on", "at", "&", "to"}
_POSSESSIVE = re.compile(r"['’]s(?=\s|$)")
_WORD = re.compile(r"[\w'’&]+")
_PERSON = EntityType.PERSON
_LONGEST_PERSON = 4


@dataclass(frozen=True, slots=True)
class Link:
    """A name's entity: its key inside the article, and by which evidence."""

    key: str
    how: How


@dataclass(frozen=True, slots=True)
class Form:
    """All names of one wording: its words, their number, and what speaks for a type."""

    key: str
    words: tuple[str, ...]
    names: tuple[int, ...]
    votes: Mapping[str, float]

    @property
    def type(self) -> EntityType:
        """The type that most evidence speaks for."""
        if not self.votes:
            return EntityType.ORGANIZATION
        best = max(sorted(self.votes), key=lambda kind: self.votes[kind])
        return EntityType(best)


def country_key(country: Country) -> str:
    """Give the key of a country's entity."""
    return f"country:{country.iso}"


def link_names(
    doc: Doc, names: Sequence[Name], lexicon: Lexicon
) -> tuple[tuple[Link, ...], dict[str, EntityType]]:
    """Link each name to the key of its entity; also give each key's type."""
    forms = _forms(doc, names, lexicon)
    target, how = _targets(forms, lexicon)
    acronyms = dict(_declared(doc, names, forms))
    for short, long in sorted(acronyms.items()):
        if target.get(short) == short and long != short:
            target[short], how[short] = long, How.ACRONYM
    links = []
    form_of = {i: form for form in forms.values() for i in form.names}
    recent: dict[str, str] = {}
    people = _people(forms)
    for i, name in enumerate(names):
        form = form_of[i]
        key, by = _root(form.key, target), how.get(form.key, How.EXACT)
        owners = people.get(form.words[-1], ())
        if len(form.words) == 1 and len(owners) > 1 and form.key not in forms_of_two(target, form.key):
            title = title_words(doc, name)
            key = _nearest(owners, recent, title, lexicon) or key
            by = How.ALIAS
        if len(form.words) > 1 and form.type is _PERSON:
            recent[key] = f"{i:09}"
        links.append(Link(key, by if i != form.names[0] or by is not How.EXACT else How.EXACT))
    return tuple(links), _types(forms, form_of, links)


def _types(
    forms: Mapping[str, Form], form_of: Mapping[int, Form], links: Sequence[Link]
) -> dict[str, EntityType]:
    """Give each entity the type for which most of all its names speak.

    A person's full name decides alone: "Paris" may be a surname.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for i, link in enumerate(links):
        for kind, weight in form_of[i].votes.items():
            votes[link.key][kind] += weight / len(form_of[i].names)
    types = {link.key: _type_of(link.key, votes[link.key]) for link in links}
    for key in types:
        if key in forms and len(forms[key].words) > 1 and forms[key].type is _PERSON:
            types[key] = _PERSON
    return types


def forms_of_two(target: Mapping[str, str], key: str) -> tuple[str, ...]:
    """Give the form itself when it was linked already."""
    return (key,) if target.get(key, key) != key else ()


def _type_of(key: str, votes: Mapping[str, float]) -> EntityType:
    if key.startswith("country:"):
        return EntityType.COUNTRY
    if not votes:
        # A name of which nothing is known is that of a body more often than not.
        return EntityType.ORGANIZATION
    return EntityType(max(sorted(votes), key=lambda kind: votes[kind]))


def _root(key: str, target: Mapping[str, str]) -> str:
    seen = {key}
    while target.get(key, key) != key and target[key] not in seen:
        key = target[key]
        seen.add(key)
    return key


def _nearest(
    owners: Iterable[str], recent: Mapping[str, str], title: str, lexicon: Lexicon
) -> str | None:
    gender = _title_gender(title, lexicon)
    fitting = [
        key
        for key in owners
        if key in recent and gender in {"", _name_gender(key.split()[0], lexicon), None}
    ]
    return max(fitting, key=lambda key: recent[key], default=None)


def _title_gender(title: str, lexicon: Lexicon) -> str:
    words = set(title.split())
    if words & lexicon.words["persons.male_honorifics"]:
        return "m"
    if words & lexicon.words["persons.female_honorifics"]:
        return "f"
    return ""


def _name_gender(first: str, lexicon: Lexicon) -> str:
    return lexicon.first_names.get(first, "")


def _forms(doc: Doc, names: Sequence[Name], lexicon: Lexicon) -> dict[str, Form]:
    wordings: dict[str, list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        wordings[_form_key(doc, name)].append(i)
    forms = {}
    for key, numbers in wordings.items():
        votes: Counter[str] = Counter()
        for i in numbers:
            votes.update(dict(_votes(doc, names[i], lexicon)))
        words = tuple(w for w in key.removeprefix("demonym:").split() if w)
        for kind, weight in _form_votes(words, lexicon):
            votes[kind] += weight * len(numbers)
        forms[key] = Form(key, words or (key,), tuple(numbers), dict(votes))
    return forms


def _form_key(doc: Doc, name: Name) -> str:
    if name.chars:
        return name_key(doc[name.start].text[: name.chars])
    text = doc[name.start : name.end].text
    if name.demonym:
        return f"demonym:{name_key(text)}"
    key = name_key(_POSSESSIVE.sub("", text))
    return " ".join(_WORD.findall(key)) or key


def _votes(doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    if name.hint:
        yield name.hint, 1.0
    if name.title is not None:
        yield "person", 3.0
    if name.demonym:
        yield "country", 5.0
    if name.hint != "country":
        yield from _said_of(doc, name, lexicon)
    if not name.start:
        return
    before = doc[name.start - 1]
    if before.lower_ in lexicon.words["places.prepositions"]:
        yield "place", 0.4
    if before.lower_ == "the" and name.end - name.start == 1:
        yield "person", -1.5
    if before.pos_ == "NOUN" and before.dep_ in {"compound", "nmod"} and name.title is None:
        yield from _class_votes(before, lexicon)


def _said_of(doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Give the votes of what follows: an age, "who", or an apposition."""
    if name.end + 2 < len(doc) and doc[name.end].text == ",":
        age, after = doc[name.end + 1], doc[name.end + 2]
        if age.is_digit and len(age) <= 3 and after.text in {",", "."}:  # noqa: PLR2004
            yield "person", 1.5
    for child in doc[name.head].rights:
        lemma = child.lemma_.lower()
        if child.dep_ == "relcl" and any(c.lower_ in _WHO for c in child.lefts):
            yield "person", 1.0
        elif child.dep_ == "appos" and child.pos_ == "NOUN":
            if lemma in lexicon.person_nouns:
                yield "person", 1.5
            elif lemma in lexicon.words["organizations.nouns"]:
                yield "organization", 1.0
            elif lemma in lexicon.words["places.nouns"]:
                yield "place", 1.0


def _class_votes(noun: Token, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Give the vote of the noun before a name: "cruise ship Freewinds"."""
    lemma = noun.lemma_.lower()
    if lemma in lexicon.person_nouns:
        yield "person", 1.5
    elif lemma in lexicon.words["organizations.nouns"]:
        yield "organization", 1.5
    elif lemma in lexicon.words["places.nouns"]:
        yield "place", 1.5
    else:
        yield "person", -1.0
        yield "product", 0.5


def _form_votes(words: tuple[str, ...], lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Give the votes that the words of a name cast, whatever stands around it."""
    key = " ".join(words)
    if key in lexicon.countries:
        yield "country", 1.8
    elif key in lexicon.places:
        yield "place", 1.2
    first = bool(lexicon.first_names.get(words[0])) and key not in lexicon.places
    if len(words) == 1:
        if first and key not in lexicon.countries:
            yield "person", 0.6
        return
    classes = tuple(_class_of(words, lexicon))
    of_a_person = first and len(words) <= _LONGEST_PERSON and words[1] != "of"
    if of_a_person:
        yield "person", 1.2
    # "Nathan Law" and "Rose Church" may be people.
    for kind, weight in classes:
        yield kind, weight / 2 if of_a_person else weight


def _class_of(words: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Give the votes of a class word: last, or first before "of"."""
    for kind, section in _SUFFIX_CLASSES:
        of = words[1] == "of" and words[0] in lexicon.words[section]
        if of or words[-1] in lexicon.words[section]:
            yield kind, 1.5


_SUFFIX_CLASSES = (
    ("organization", "organizations.words"),
    ("place", "places.words"),
    ("event", "events.words"),
    ("law", "laws.words"),
)


def _targets(
    forms: Mapping[str, Form], lexicon: Lexicon
) -> tuple[dict[str, str], dict[str, How]]:
    """Link forms to the fuller form, or the country, that they stand for."""
    target: dict[str, str] = {}
    how: dict[str, How] = {}
    people = _people(forms)
    firsts = _firsts(forms)
    acronyms = _acronyms(forms, lexicon)
    for key in sorted(forms):
        form = forms[key]
        found = _country_of(form, lexicon) or _person_of(form, people, firsts)
        found = found or _fuller_of(form, forms, lexicon) or acronyms.get(key)
        if found is not None:
            target[key], how[key] = found
    return target, how


def _country_of(form: Form, lexicon: Lexicon) -> tuple[str, How] | None:
    key = form.key.removeprefix("demonym:")
    if form.key != key:
        return country_key(lexicon.demonyms[key]), How.DEMONYM
    country = lexicon.countries.get(key)
    if country is not None and form.type in {EntityType.COUNTRY, EntityType.PLACE, EntityType.ORGANIZATION}:
        exact = name_key(country.name) == key
        return country_key(country), How.EXACT if exact else How.ALIAS
    return None


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    """Drop the suffix of a person's name, and single letters."""
    kept = tuple(w for w in words if w not in _SUFFIX)
    return kept or tuple(words)


def _people(forms: Mapping[str, Form]) -> dict[str, tuple[str, ...]]:
    """Give the full names of people by their last word."""
    people: dict[str, list[str]] = defaultdict(list)
    for key in sorted(forms):
        form = forms[key]
        if form.type is _PERSON and len(_bare(form.words)) > 1:
            people[_bare(form.words)[-1]].append(key)
    return {last: tuple(keys) for last, keys in people.items()}


def _firsts(forms: Mapping[str, Form]) -> dict[str, tuple[str, ...]]:
    firsts: dict[str, list[str]] = defaultdict(list)
    for key in sorted(forms):
        form = forms[key]
        if form.type is _PERSON and len(_bare(form.words)) > 1:
            firsts[form.words[0]].append(key)
    return {first: tuple(keys) for first, keys in firsts.items()}


def _person_of(
    form: Form,
    people: Mapping[str, tuple[str, ...]],
    firsts: Mapping[str, tuple[str, ...]],
) -> tuple[str, How] | None:
    """Link a surname or first name to the one full name that has it."""
    if len(form.words) > 1:
        if form.type is not _PERSON:
            return None
        return _longer_person(form, people.get(_bare(form.words)[-1], ()))
    word = form.words[0]
    if form.type not in {_PERSON, EntityType.CONCEPT, EntityType.ORGANIZATION, EntityType.PLACE}:
        return None
    owners = people.get(word, ())
    if len(owners) == 1:
        return owners[0], How.ALIAS
    roots = {k for k in owners if not any(_within(k, o) for o in owners if o != k)}
    if len(roots) == 1:
        return roots.pop(), How.ALIAS
    if not owners and form.type is _PERSON and len(firsts.get(word, ())) == 1:
        return firsts[word][0], How.ALIAS
    return None


def _within(short: str, long: str) -> bool:
    one, other = short.split(), long.split()
    return len(one) < len(other) and set(one) <= set(other)


def _longer_person(form: Form, owners: Iterable[str]) -> tuple[str, How] | None:
    """Link "Volodymyr Zelenskyy" to "Volodymyr Oleksandrovych Zelenskyy"."""
    longer = []
    suffix = set(form.words) & _SUFFIX
    for key in owners:
        words = key.split()
        if key == form.key or len(words) <= len(form.words):
            continue
        if (set(words) & _SUFFIX) != suffix:
            continue
        one, other = form.words[0], words[0]
        same_first = one == other or (len(one) == 1 and other.startswith(one))
        if (same_first or set(form.words) <= set(words)) and _bare(words)[-1] == _bare(form.words)[-1]:
            longer.append(key)
    return (longer[0], How.ALIAS) if len(longer) == 1 else None


def _fuller_of(
    form: Form,
    forms: Mapping[str, Form],
    lexicon: Lexicon,
) -> tuple[str, How] | None:
    """Link "Labour" to "Labour Party", "Apple" to "Apple Inc"."""
    if form.type is _PERSON or form.key in lexicon.places:
        return None
    generic = lexicon.words["organizations.words"]
    if len(form.words) == 1 and form.key in generic | lexicon.words["organizations.nouns"]:
        return _headed(form.key, forms)
    found = []
    for word in sorted(generic):
        longer = f"{form.key} {word.rstrip('.')}"
        if longer in forms and forms[longer].type is not _PERSON:
            found.append(longer)
    return (found[0], How.ALIAS) if len(found) == 1 else None


def _headed(word: str, forms: Mapping[str, Form]) -> tuple[str, How] | None:
    """Link "the Church" to the one name that has this word as its head."""
    longer = [
        key
        for key in sorted(forms)
        if len(forms[key].words) > 1
        and forms[key].type is not _PERSON
        and (forms[key].words[-1] == word or forms[key].words[:2] == (word, "of"))
    ]
    return (longer[0], How.ALIAS) if len(longer) == 1 else None


def _acronyms(
    forms: Mapping[str, Form], lexicon: Lexicon
) -> dict[str, tuple[str, How]]:
    """Link acronyms to the one long name that has their letters."""
    letters: dict[str, set[str]] = defaultdict(set)
    for key in sorted(forms):
        words = forms[key].words
        if len(words) < 2 or forms[key].type is _PERSON:  # noqa: PLR2004
            continue
        letters["".join(w[0] for w in words)].add(key)
        letters["".join(w[0] for w in words if w not in _SMALL)].add(key)
    return {
        short: (min(longs), How.ACRONYM)
        for short, longs in letters.items()
        if short in forms and len(longs) == 1 and len(short) > 1
        and short not in lexicon.countries
    }


def _declared(
    doc: Doc, names: Sequence[Name], forms: Mapping[str, Form]
) -> Iterator[tuple[str, str]]:
    """Find acronyms that the text itself gives: "Long Name (LN)"."""
    for one, other in zip(names, names[1:], strict=False):
        if other.start != one.end + 1 or doc[one.end].text != "(":
            continue
        if other.end >= len(doc) or doc[other.end].text != ")":
            continue
        short, long = _form_key(doc, other), _form_key(doc, one)
        if len(short) < len(long) and short[:1] == long[:1] and {short, long} <= set(forms):
            yield short, long
