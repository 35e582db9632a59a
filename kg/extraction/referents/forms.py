"""The wordings of an article's names, and what each says about a type."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING

from kg.extraction.lexicon import name_key
from kg.extraction.referents.type_votes import CLASSES, name_votes, word_votes
from kg.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.hints import Hints
    from kg.extraction.referents.names import Name

__all__ = ["Form", "best_type", "find_forms", "form_key", "is_person"]

_POSSESSIVE = re.compile(r"['’]s(?=\s|$)")
_WORD = re.compile(r"[\w'’&]+")
_TWO = 2
_SURE = 10.0
_CERTAIN = 100.0
_DEMONYM = "demonym:"


@dataclass(frozen=True, slots=True)
class Form:
    """All names of one wording: their numbers, the votes for a type, and the winner."""

    key: str
    words: tuple[str, ...]
    names: tuple[int, ...]
    votes: Mapping[str, float]
    type: EntityType
    titled: bool = False
    plural: bool = False
    definite: bool = False

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
            for kind, weight in name_votes(doc, names[i], lexicon):
                votes[kind] += weight
        for kind, weight in word_votes(words, lexicon):
            votes[kind] += weight * len(numbers) * share
        if key in hints.by_key:
            votes[hints.by_key[key].type] += _CERTAIN * len(numbers)
        forms[key] = Form(
            key,
            words,
            tuple(numbers),
            dict(votes),
            best_type(votes),
            titled=any(names[i].title is not None for i in numbers),
            plural=any(doc[names[i].end - 1].tag_ == "NNPS" for i in numbers),
            definite=any(
                doc[max(names[i].start - 1, 0)].lower_ == "the" for i in numbers
            ),
        )
    return {key: _mended(form, forms, lexicon) for key, form in forms.items()}


def _is_family(key: str, forms: Mapping[str, Form], lexicon: Lexicon) -> bool:
    """Tell whether a word is the plural of a surname: "the Hales"."""
    surname = f" {key.removesuffix('s')}"
    return key.endswith("s") and any(
        other.endswith(surname)
        and is_person(form)
        and form.words[0] in lexicon.first_names
        for other, form in forms.items()
    )


def _mended(form: Form, forms: Mapping[str, Form], lexicon: Lexicon) -> Form:
    """Make a person of what seems a place or body, if its last word alone is one.

    The model may know "Zelenskyy" as a person and "Volodymyr Zelenskyy" as a place.
    """
    if form.plural and _is_family(form.key, forms, lexicon):
        return replace(form, votes={"group": _SURE}, type=EntityType.GROUP)
    last = forms.get(form.words[-1])
    seems = form.type in {EntityType.PLACE, EntityType.ORGANIZATION}
    two = len(form.words) == _TWO and not form.demonym and last is not None
    if not (seems and two and last is not None and is_person(last)):
        return form
    known = form.key in lexicon.places or last.key in lexicon.places
    classed = any(form.words[-1] in lexicon.words[section] for _, section in CLASSES)
    if known or classed or form.words[0] in lexicon.countries:
        return form
    if form.words[0] in lexicon.words["persons.words_too"]:
        return form
    first = forms.get(form.words[0])
    body = first is not None and first.type is EntityType.ORGANIZATION
    if body or form.words[0] in lexicon.words["organizations.known"]:
        return form  # "Amazon Alexa"
    return replace(form, votes={**form.votes, "person": _SURE}, type=EntityType.PERSON)
