"""Count what speaks for which type of a name: its words, and what stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.lexicon import name_key
from kg.extraction.referents.quoted_names import is_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.names import Name

__all__ = ["CLASSES", "name_votes", "word_votes"]

_WHO = {"who", "whom", "whose"}
#: "J. Doe", "J.J. Doe", "CJ Doe".
_INITIAL = re.compile(r"(?:(?:[A-Z]\.-?)+ ?|[A-DJKMPRT]J )[A-Z][a-z]")
_LONGEST_PERSON = 4
_LONG = 3
_TWO = 2
#: People of a town that is meant more often than somebody with its name.
_BIG = 300_000
_LONGEST_AGE = 3
#: Ends of what the people of a place are called.
_PEOPLES = ("ans", "ians", "ites", "eans")
_INSIDE = {"compound", "nmod", "poss"}
#: What stands before an age, and behind it.
_AGE_MARKS = {",": (",", "."), "(": (")",), "–": ("–",), "—": ("—",), "-": ("-",)}
CLASSES = (
    ("organization", "organizations.words"),
    ("organization", "organizations.corporate"),
    ("organization", "organizations.kinds"),
    ("place", "places.words"),
    ("event", "events.words"),
    ("law", "laws.words"),
    ("product", "products.kinds"),
)


def name_votes(doc: Doc, name: Name, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Give the votes of how a name is written, and of the words around it."""
    if name.title is not None:
        last = doc[name.title[1] - 1].lower_
        yield "person", 0.2 if last in lexicon.words["persons.or_bodies"] else 3.0
    if name.demonym:
        yield "country", 5.0
        return
    yield from _written_votes(doc, name, lexicon)
    yield from _votes_behind(doc, name, lexicon)
    if name.start:
        yield from _votes_before(doc[name.start - 1], name, lexicon)


def _written_votes(
    doc: Doc, name: Name, lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    """Give the votes of capitals, initials, plurals and quotation marks."""
    if _is_team(doc, name, lexicon):
        yield from (("organization", 1.0), ("place", -1.0), ("person", -1.0))
    if name.words.replace("’", "'").lower() in lexicon.words["organizations.whole"]:
        yield "organization", 2.0
    if name.hint == "work" and is_title(doc, name):
        yield "work", 1.5
    if _has_initial(name, lexicon):
        yield "person", 1.5
    elif name.words.isupper() and name.hint != "person":
        yield "person", -0.7  # "BART"
        if len(name.words) > _TWO and _is_loose(name, lexicon):
            yield "place", -0.7
    yield from _plural_votes(doc[name.end - 1], name, lexicon)


def _has_initial(name: Name, lexicon: Lexicon) -> bool:
    """Tell "J. Doe" from "U.S. Customs" and "W. Hill Road"."""
    found = _INITIAL.match(name.words)
    if found is None:
        return False
    land = name_key(found[0][:-2].rstrip("-"))
    if land in lexicon.countries or land in lexicon.places:
        return False
    last = name.words.rpartition(" ")[2].lower()
    return not any(last in lexicon.words[section] for _, section in CLASSES)


def _plural_votes(
    last: Token, name: Name, lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    """Give the votes of a plural that seems a place: "South Dakotans"."""
    if last.tag_ != "NNPS" or name.hint not in {"place", "group"}:
        return
    key = name_key(name.words)
    if key in lexicon.countries or key in lexicon.places:
        return
    if last.lower_.endswith(_PEOPLES):
        yield "group", 1.5


def _is_team(doc: Doc, name: Name, lexicon: Lexicon) -> bool:
    """Tell a town with a plural behind it: "Oslo Bears"."""
    last = doc[name.end - 1]
    if last.tag_ != "NNPS" or name.end - name.start < _TWO:
        return False
    town = name_key(doc[name.start : name.end - 1].text)
    classed = any(last.lower_ in lexicon.words[section] for _, section in CLASSES)
    return not classed and (town in lexicon.places or town in lexicon.countries)


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
    if before.lower_ == "of":
        part = before.head.lower_ in lexicon.words["works.parts"]
        yield from [("work", 1.2)] if part else []  # "an episode of Dark Water"
    classes = before.pos_ == "NOUN" and before.dep_ in {"compound", "nmod"}
    if classes and name.title is None:
        yield from _votes_of_class(before, name, lexicon)


def _votes_of_class(
    noun: Token, name: Name, lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    """Give the votes of the noun before a name: "cruise ship Freewinds"."""
    lemma = noun.lemma_.lower()
    kind = _class_of(lemma, lexicon)
    if kind:
        yield kind, 1.5
    elif lemma in lexicon.words["persons.or_bodies"]:
        yield "organization", 1.2
    elif lemma in lexicon.words["works.kinds"]:
        yield "work", 1.5
    elif name.hint != "person":
        yield "person", -1.0
        # "the 13-inch Slate", "the next-generation Slate"
        measured = lemma in lexicon.words["products.measures"]
        yield "product", 1.2 if measured else 0.5


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
    elif noun.lower_ in lexicon.words["works.behind"] and _is_loose(name, lexicon):
        yield "work", 1.2  # "the Dark Water actress"
        yield "person", -0.5


def _is_loose(name: Name, lexicon: Lexicon) -> bool:
    """Tell a name that is neither a land nor a body that everybody knows."""
    key = name_key(name.words)
    tables = (lexicon.countries, lexicon.places, lexicon.demonyms, lexicon.bodies)
    return key not in lexicon.words["organizations.known"] and not any(
        key in table for table in tables
    )


def word_votes(words: tuple[str, ...], lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Give the votes that the words of a name cast, whatever stands around it."""
    key = " ".join(words)
    if key in lexicon.countries:
        yield "country", 1.8
    elif key in lexicon.places:
        yield "place", 1.2
        if lexicon.places[key].kind == "city":
            yield "person", 0.4  # a surname as well: "Hamilton"
    if any("&" in word for word in words):
        yield "organization", 1.5
    first = words[0] in lexicon.words["products.indices"]
    if key in lexicon.words["products.known"] or first or _is_model(words, lexicon):
        yield "product", 2.0
    if words[0] in lexicon.words["names.inside"]:
        yield "product", 1.0  # "Internet Explorer"
    named = words[0] not in lexicon.words["persons.words_too"]
    first = named and bool(lexicon.first_names.get(words[0]))
    first = first and key not in lexicon.places
    if len(words) == 1:
        yield from _single_votes(key, lexicon, first=first)
        return
    yield from _votes_of_several(words, lexicon, first=first)


def _is_model(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell a model of a known product: "iPhone 7", "iPad Pro"."""
    known = words[0] in lexicon.words["products.known"]
    series = lexicon.words["products.series"]
    return known and all(w in series or w[:1].isdigit() for w in words[1:])


def _votes_of_several(
    words: tuple[str, ...], lexicon: Lexicon, *, first: bool
) -> Iterator[tuple[str, float]]:
    """Give the votes of a name of several words: a first name, a class."""
    of_a_person = first and len(words) <= _LONGEST_PERSON and words[1] != "of"
    classes = {
        kind: None
        for kind, section in CLASSES
        if words[-1] in lexicon.words[section]
        or (words[1] == "of" and words[0] in lexicon.words[section])
    }
    # "Nathan Law" and "Rose Church" may be people, "Wilbur Cross Highway" is none.
    both = words[-1] in lexicon.words["persons.surnames_too"]
    doubtful = of_a_person and both and len(words) < _LONG
    if of_a_person and (doubtful or not classes):
        place = lexicon.places.get(words[0])
        big = place is not None and (place.kind != "city" or place.population > _BIG)
        land = big or words[0] in lexicon.countries
        yield "person", 0.8 if land else 1.2  # "Cleveland Fed"
    for kind in classes:
        yield kind, 0.75 if doubtful else 1.5
    if not first and words[0] in lexicon.places:
        common = words[-1] in lexicon.words["persons.words_too"]
        yield "person", -1.2 if common else -0.6  # "Baltimore Sun"
    if " ".join(words) in lexicon.words["organizations.known"]:
        yield "organization", 2.0


def _single_votes(
    key: str, lexicon: Lexicon, *, first: bool
) -> Iterator[tuple[str, float]]:
    """Give the votes of a name of one word: a first name, or "Government"."""
    if first and key not in lexicon.countries:
        yield "person", 0.6
    if key in lexicon.words["organizations.governments"]:
        yield "organization", 3.0
    elif key in lexicon.words["organizations.known"]:
        yield "organization", 2.0
