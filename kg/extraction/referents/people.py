"""Link the short names of people to their full names; keep namesakes apart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.extraction.referents.forms import is_person
from kg.extraction.referents.names import SUFFIXES
from kg.model import EntityType, How

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.forms import Form

__all__ = [
    "find_namesakes",
    "is_of",
    "nearest_bearer",
    "people_by_surname",
    "people_by_word",
    "person_of",
    "surname_of",
]

_DOUBLE = 2
#: Types that a surname alone may seem to have.
_SURNAME = {
    EntityType.PERSON, EntityType.ORGANIZATION, EntityType.PLACE, EntityType.GROUP,
}  # fmt: skip
#: Types that a first name alone may seem to have.
_FIRST_NAME = {EntityType.PERSON, EntityType.ORGANIZATION}
_OTHER = {"m": "f", "f": "m"}
_Target = tuple[str, How]


def people_by_surname(forms: Mapping[str, Form]) -> dict[str, tuple[str, ...]]:
    """Give the full names of people by their surname."""
    return people_by_word(forms, -1)


def people_by_word(
    forms: Mapping[str, Form], position: int
) -> dict[str, tuple[str, ...]]:
    """Give the full names of people by their first (0) or last (-1) word."""
    found: dict[str, list[str]] = defaultdict(list)
    for key in sorted(forms):
        words = _bare(forms[key].words)
        if len(words) > 1 and is_person(forms[key]):
            found[words[position]].append(key)
    return {word: tuple(keys) for word, keys in found.items()}


def _bare(words: Sequence[str]) -> tuple[str, ...]:
    """Drop the suffix of a person's name."""
    return tuple(w for w in words if w not in SUFFIXES) or tuple(words)


def surname_of(
    form: Form, people: Mapping[str, tuple[str, ...]], lexicon: Lexicon
) -> _Target | None:
    """Link "Jordan" to Michael Jordan when the article has him."""
    owners = people.get(form.words[0], ())
    if len(form.words) > 1 or form.demonym or len(owners) != 1:
        return None
    return (owners[0], How.ALIAS) if form.key in lexicon.countries else None


def person_of(
    form: Form,
    forms: Mapping[str, Form],
    people: Mapping[str, tuple[str, ...]],
    firsts: Mapping[str, tuple[str, ...]],
) -> _Target | None:
    """Link a surname or first name to the one full name that has it."""
    if len(form.words) > 1:
        owners = people.get(_bare(form.words)[-1], ())
        whole = _surname_of_two(form, owners)
        return whole or (_longer_person(form, owners) if is_person(form) else None)
    if form.type not in _SURNAME:
        return None
    word = form.words[0]
    owners = people.get(word, ())
    roots = [k for k in owners if not any(_within(k, o) for o in owners)]
    if len(roots) == 1:
        return roots[0], How.ALIAS
    regnal = [f"{word} {number}" for number in sorted(SUFFIXES)]
    kings = [key for key in regnal if key in forms]
    if len(kings) == 1:
        return kings[0], How.ALIAS
    named = firsts.get(word, ())
    if not owners and form.type in _FIRST_NAME and len(named) == 1:
        return named[0], How.ALIAS
    return None


def _surname_of_two(form: Form, owners: Iterable[str]) -> _Target | None:
    """Link "Riis-Johansen" to the one person whose name ends so."""
    ending = [key for key in owners if key.endswith(f" {form.key}")]
    fits = form.type in _SURNAME and len(form.words) == _DOUBLE
    return (ending[0], How.ALIAS) if fits and len(ending) == 1 else None


def _within(short: str, long: str) -> bool:
    one, other = short.split(), long.split()
    same_suffix = set(one) & SUFFIXES == set(other) & SUFFIXES
    return len(one) < len(other) and set(one) <= set(other) and same_suffix


def _longer_person(form: Form, owners: Iterable[str]) -> _Target | None:
    """Link "Volodymyr Zelenskyy" to a longer full name; keep "Jr." apart."""
    suffix = set(form.words) & SUFFIXES
    longer = []
    for key in owners:
        words = key.split()
        if len(words) <= len(form.words) or set(words) & SUFFIXES != suffix:
            continue
        one, other = form.words[0], words[0]
        initial = len(one) == 1 and other.startswith(one)
        if one == other or initial or set(form.words) <= set(words):
            longer.append(key)
    return (longer[0], How.ALIAS) if len(longer) == 1 else None


def find_namesakes(
    forms: Mapping[str, Form],
    titles: Sequence[str],
    people: Mapping[str, tuple[str, ...]],
    lexicon: Lexicon,
) -> set[str]:
    """Find the surnames of two people of whom only one has a full name.

    "Mr. Lee" is not Ann Lee. No president was a woman of whom nobody says so: where
    Ann Lee never has the title, President Lee is her husband.
    """
    found = set()
    for key, form in forms.items():
        bearers = people.get(key, ())
        for owner in bearers if len(form.words) == 1 else ():
            gender = lexicon.first_names.get(owner.partition(" ")[0], "")
            own = {word for i in forms[owner].names for word in titles[i].split()}
            said = {word for i in form.names for word in titles[i].split()}
            told = {_title_gender(titles[i], lexicon) for i in form.names} - {""}
            head = gender == "f" and "president" in said - own
            if head or (gender in _OTHER and _OTHER[gender] in told):
                found.add(key)
    return found


def is_of(owner: str, title: str, lexicon: Lexicon) -> bool:
    """Tell whether a title before a surname fits the first name of its bearer."""
    gender = _title_gender(title, lexicon)
    first = owner.partition(" ")[0]
    return bool(gender) and lexicon.first_names.get(first, "") == gender


def nearest_bearer(
    owners: Iterable[str], recent: Mapping[str, int], title: str, lexicon: Lexicon
) -> str | None:
    """Give the bearer of a surname who was named last and whom the title fits."""
    gender = _title_gender(title, lexicon)
    fitting = [
        key
        for key in owners
        if key in recent
        and (
            not gender
            or lexicon.first_names.get(key.split()[0], gender) in {gender, "n"}
        )
    ]
    return max(fitting, key=lambda key: recent[key], default=None)


def _title_gender(title: str, lexicon: Lexicon) -> str:
    words = set(title.split())
    if words & lexicon.words["persons.male_honorifics"]:
        return "m"
    return "f" if words & lexicon.words["persons.female_honorifics"] else ""
