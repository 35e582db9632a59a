"""The wordings of an article's names, and what each says about a type."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING

from kg.extraction.lexicon import name_key
from kg.extraction.quoted_names import is_title
from kg.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from kg.extraction.hints import Hints
    from kg.extraction.lexicon import Lexicon
    from kg.extraction.names import Name

__all__ = ["Form", "best_type", "find_forms", "form_key", "is_person"]

_WHO = {"who", "whom", "whose"}
_POSSESSIVE = re.compile(r"['’]s(?=\s|$)")
#: "J. Doe", "J.J. Doe".
_INITIAL = re.compile(r"(?:[A-Z]\.-?)+ ?[A-Z][a-z]")
_WORD = re.compile(r"[\w'’&]+")
_LONGEST_PERSON = 4
_LONG = 3
_TWO = 2
_SURE = 10.0
_LONGEST_AGE = 3
_CERTAIN = 100.0
_DEMONYM = "demonym:"
_INSIDE = {"compound", "nmod", "poss"}
#: What stands before an age, and behind it.
_AGE_MARKS = {",": (",", "."), "(": (")",), "–": ("–",), "—": ("—",), "-": ("-",)}
_CLASSES = (
    ("organization", "organizations.words"),
    ("organization", "organizations.corporate"),
    ("organization", "organizations.kinds"),
    ("place", "places.words"),
    ("event", "events.words"),
    ("law", "laws.words"),
    ("product", "products.kinds"),
)


@dataclass(frozen=True, slots=True)
class Form:
    """All names of one wording: their numbers, the votes for a type, and the winner."""

    key: str
    words: tuple[str, ...]
    names: tuple[int, ...]
    votes: Mapping[str, float]
    type: EntityType

    @property
    def demonym(self) -> bool:
        """Whether this is the adjective of a country."""
        return self.key.startswith(_DEMONYM)


def best_type(votes: Mapping[str, float]) -> EntityType:
    """Give the type with most votes.

    A name of which nothing is known is that of a body more often than not.

    >>> best_type({"place": 1.0, "person": 1.5})
    <EntityType.PERSON: 'person'>
    """
    if max(votes.values(), default=0.0) <= 0:
        return EntityType.ORGANIZATION
    return EntityType(max(sorted(votes), key=lambda kind: votes[kind]))


def is_person(form: Form) -> bool:
    """Tell whether a wording names a person."""
    return form.type is EntityType.PERSON


def form_key(name: Name) -> str:
    """Give the key of a name's wording: small, without points, accents and "'s"."""
    if name.chars:
        return name_key(name.words)
    if name.demonym:
        return f"{_DEMONYM}{name_key(name.words)}"
    key = name_key(_POSSESSIVE.sub("", name.words))
    return " ".join(_WORD.findall(key)) or key


def find_forms(
    doc: Doc, names: Sequence[Name], lexicon: Lexicon, hints: Hints
) -> dict[str, Form]:
    """Group names by their wording and count what speaks for which type."""
    wordings: dict[str, list[int]] = defaultdict(list)
    for i, name in enumerate(names):
        wordings[form_key(name)].append(i)
    forms = {}
    for key, numbers in wordings.items():
        votes: dict[str, float] = defaultdict(float)
        words = tuple(key.removeprefix(_DEMONYM).split()) or (key,)
        # What the model takes a wording for is hardly surer when it does so again.
        share = 1 / sqrt(len(numbers))
        for i in numbers:
            if names[i].hint:
                votes[names[i].hint] += share
            for kind, weight in _name_votes(doc, names[i], lexicon):
                votes[kind] += weight
        for kind, weight in _word_votes(words, lexicon):
            votes[kind] += weight * len(numbers) * share
        if key in hints.by_key:
            votes[hints.by_key[key].type] += _CERTAIN * len(numbers)
        forms[key] = Form(key, words, tuple(numbers), dict(votes), best_type(votes))
    return {key: _mended(form, forms, lexicon) for key, form in forms.items()}


def _mended(form: Form, forms: Mapping[str, Form], lexicon: Lexicon) -> Form:
    """Make a person of what seems a place or body, if its last word alone is one.

    The model may know "Zelenskyy" as a person and "Volodymyr Zelenskyy" as a place.
    """
    last = forms.get(form.words[-1])
    seems = form.type in {EntityType.PLACE, EntityType.ORGANIZATION}
    two = len(form.words) == _TWO and not form.demonym and last is not None
    if not (seems and two and last is not None and is_person(last)):
        return form
    known = form.key in lexicon.places or last.key in lexicon.places
    classed = any(form.words[-1] in lexicon.words[section] for _, section in _CLASSES)
    if known or classed or form.words[0] in lexicon.countries:
        return form
    if form.words[0] in lexicon.words["persons.words_too"]:
        return form
    return replace(form, votes={**form.votes, "person": _SURE}, type=EntityType.PERSON)


def _name_votes(doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Give the votes of the words around a name."""
    if name.hint == "work" and is_title(doc, name):
        yield "work", 1.5
    if _INITIAL.match(name.words):
        yield "person", 1.0
    if name.title is not None:
        last = doc[name.title[1] - 1].lower_
        yield "person", 0.2 if last in lexicon.words["persons.or_bodies"] else 3.0
    if name.demonym:
        yield "country", 5.0
        return
    yield from _votes_behind(doc, name, lexicon)
    if name.start:
        yield from _votes_before(doc[name.start - 1], name, lexicon)


def _votes_before(
    before: Token, name: Name, lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    if before.lower_ in lexicon.words["places.prepositions"]:
        # One works at, goes to and hears from bodies as well.
        loose = before.lower_ in lexicon.words["places.loose"]
        yield "place", 0.15 if loose else 0.4
    if before.lower_ == "at" and name.hint == "organization":
        yield "organization", 0.5
    yield from _votes_of_list(before, lexicon)
    # The article of "the Biden administration" belongs to the noun behind.
    modifies = before.doc[name.head].dep_ in {"compound", "nmod"}
    if before.lower_ == "the" and not modifies:
        yield "person", -1.5
    classes = before.pos_ == "NOUN" and before.dep_ in {"compound", "nmod"}
    if not classes or name.title is not None:
        return
    # "cruise ship Freewinds": the noun before tells the class.
    kind = _class_of(before.lemma_.lower(), lexicon)
    if kind:
        yield kind, 1.5
    else:
        yield "person", -1.0
        yield "product", 0.5


def _votes_of_list(as_: Token, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Give the vote of the class in "companies such as Acme"."""
    if as_.lower_ != "as" or as_.i < _TWO or as_.nbor(-1).lower_ != "such":
        return
    kind = _class_of(as_.nbor(-2).lemma_.lower(), lexicon)
    if kind:
        yield kind, 1.5


def _class_of(lemma: str, lexicon: Lexicon) -> str:
    if lemma in lexicon.words["persons.or_bodies"]:
        return ""
    if lemma in lexicon.person_nouns:
        return "person"
    if lemma in lexicon.words["organizations.nouns"]:
        return "organization"
    return "place" if lemma in lexicon.words["places.nouns"] else ""


def _votes_behind(
    doc: Doc, name: Name, lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    """Give the votes of what follows: an age, "who", a role or an apposition."""
    if name.end + 2 < len(doc):
        yield from _votes_of_age(doc[name.end])
        yield from _votes_of_noun(doc[name.end], name, lexicon)
    for child in doc[name.head].rights:
        if child.dep_ == "relcl" and any(c.lower_ in _WHO for c in child.lefts):
            yield "person", 1.0
        elif child.dep_ == "appos" and child.pos_ == "NOUN":
            kind = _class_of(child.lemma_.lower(), lexicon)
            if kind:
                yield kind, 1.5 if kind == "person" else 1.0


def _votes_of_age(mark: Token) -> Iterator[tuple[str, float]]:
    """Give the votes of "Ann Lee, 38," and "Acme, which"."""
    age, after = mark.nbor(1), mark.nbor(2)
    ends = _AGE_MARKS.get(mark.text, ())
    if age.is_digit and len(age) <= _LONGEST_AGE and after.text in ends:
        yield "person", 1.5
    elif mark.text == "," and age.lower_ == "which":
        yield "person", -1.0


def _votes_of_noun(
    noun: Token, name: Name, lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    """Give the votes of the noun that a name modifies: "Acme analyst", "Yen area"."""
    doc = noun.doc
    if noun.text == "-" and doc[noun.i + 1].lower_ in lexicon.words["works.prizes"]:
        yield "work", 2.0
        yield "person", -1.5
    if doc[name.head].dep_ not in _INSIDE or doc[name.head].head.i < noun.i:
        return
    if noun.lower_ in lexicon.words["organizations.staff"]:
        yield "organization", 1.0
        yield "person", -1.0
    elif noun.lower_ in lexicon.words["places.behind"]:
        yield "place", 1.5


def _word_votes(
    words: tuple[str, ...], lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    """Give the votes that the words of a name cast, whatever stands around it."""
    key = " ".join(words)
    if key in lexicon.countries:
        yield "country", 1.8
    elif key in lexicon.places:
        yield "place", 1.2
    if "&" in words:
        yield "organization", 1.5
    if words[0] in lexicon.words["names.inside"]:
        yield "product", 1.0  # "Internet Explorer"
    named = words[0] not in lexicon.words["persons.words_too"]
    first = named and bool(lexicon.first_names.get(words[0]))
    first = first and key not in lexicon.places
    if len(words) == 1:
        yield from _single_votes(key, lexicon, first=first)
        return
    yield from _votes_of_several(words, lexicon, first=first)


def _votes_of_several(
    words: tuple[str, ...], lexicon: Lexicon, *, first: bool
) -> Iterator[tuple[str, float]]:
    """Give the votes of a name of several words: a first name, a class."""
    of_a_person = first and len(words) <= _LONGEST_PERSON and words[1] != "of"
    classes = {
        kind: None
        for kind, section in _CLASSES
        if words[-1] in lexicon.words[section]
        or (words[1] == "of" and words[0] in lexicon.words[section])
    }
    # "Nathan Law" and "Rose Church" may be people, "Wilbur Cross Highway" is none.
    both = words[-1] in lexicon.words["persons.surnames_too"]
    doubtful = of_a_person and both and len(words) < _LONG
    if of_a_person and (doubtful or not classes):
        yield "person", 1.2
    for kind in classes:
        yield kind, 0.75 if doubtful else 1.5
    if not first and words[0] in lexicon.places:
        yield "person", -0.6  # "Baltimore Sun"


def _single_votes(
    key: str, lexicon: Lexicon, *, first: bool
) -> Iterator[tuple[str, float]]:
    """Give the votes of a name of one word: a first name, or "Government"."""
    if first and key not in lexicon.countries:
        yield "person", 0.6
    if key in lexicon.words["organizations.governments"]:
        yield "organization", 3.0
