"""Give what bodies and places are called for short: "Labour", "the Bears"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.extraction.referents.forms import is_person
from kg.model import EntityType, How

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.forms import Form

__all__ = ["find_shorts", "fuller_of"]

_TWO = 2
#: Last words of a firm's name, which may be called by a surname.
_FIRMS = ("organizations.corporate", "organizations.kinds", "organizations.firms")
_Target = tuple[str, How]
#: Types that a team's name without its town may seem to have.
_TEAMS = {EntityType.ORGANIZATION, EntityType.GROUP, EntityType.PLACE}


def find_shorts(forms: Mapping[str, Form], lexicon: Lexicon) -> dict[str, list[str]]:
    """Give the names that have a shorter wording, by that wording."""
    shorts: dict[str, list[str]] = defaultdict(list)
    for key in sorted(forms):
        if len(forms[key].words) > 1:
            for short in dict.fromkeys(_shorts_of(forms[key], forms, lexicon)):
                shorts[short].append(key)
    return shorts


def _shorts_of(
    form: Form, forms: Mapping[str, Form], lexicon: Lexicon
) -> Iterator[str]:
    words = form.words
    landless = _landless(form, forms, lexicon)
    # "ACT" is the place, and no name for the ACT Government.
    classes = lexicon.words["organizations.words"]
    classes -= lexicon.words["organizations.governments"]
    if landless:
        yield landless
    elif words[-1] in lexicon.words["organizations.corporate"]:
        yield from _of_company(words, lexicon)
    elif words[-1] in classes or words[-1] in lexicon.words["places.regions"]:
        yield " ".join(words[:-1])
    elif words[-1] in lexicon.words["organizations.kinds"]:
        short = " ".join(words[:-1])
        if short in forms and form.names[0] < forms[short].names[0]:
            yield short
    elif words[1] == "of" and words[0] in lexicon.words["organizations.for_short"]:
        yield " ".join(words[2:])
    else:
        yield from _of_team(form, forms, lexicon)


def _landless(form: Form, forms: Mapping[str, Form], lexicon: Lexicon) -> str | None:
    """Give a name without its land, if it stands so, in two words at least.

    "State Department" of "US State Department", "Supreme Court" of "Supreme Court of
    India".
    """
    words = form.words
    short = ""
    if len(words) > _TWO and _is_of_land(words[0], lexicon):
        short = " ".join(words[1:])
    elif "of" in words[_TWO:-1]:
        of = words.index("of", _TWO)
        short = " ".join(words[:of]) if _is_land(words[of + 1 :], lexicon) else ""
    return short if short in forms else None


def _is_of_land(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.countries or word in lexicon.demonyms


def _of_company(words: tuple[str, ...], lexicon: Lexicon) -> Iterator[str]:
    """Give "Acme" of "Acme Motor Group Inc", but not of "Acme Europe Inc"."""
    for end in range(1, len(words)):
        rest = words[end:-1]
        if not any(_is_land(rest[k:], lexicon) for k in range(len(rest))):
            yield " ".join(words[:end])


def _is_land(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Tell whether words open with the name of a land."""
    starts = (" ".join(words[:end]) for end in range(1, len(words) + 1))
    return any(key in lexicon.countries or key in lexicon.places for key in starts)


def _of_team(form: Form, forms: Mapping[str, Form], lexicon: Lexicon) -> Iterator[str]:
    """Give what is left of a team without its town: the "Bears" of "Oslo Bears".

    A team in the singular stands with its article: "the Thunder".
    """
    town = " ".join(form.words[:-1])
    known = town in lexicon.places or town in lexicon.countries
    if not known or form.type not in _TEAMS or is_person(form):
        return
    last = form.words[-1]
    called = form.plural or (last in forms and forms[last].definite)
    if last not in lexicon.words["names.classes"] and called:
        yield last


def fuller_of(
    form: Form,
    forms: Mapping[str, Form],
    shorts: Mapping[str, Sequence[str]],
    lexicon: Lexicon,
) -> _Target | None:
    """Link "Labour" to "Labour Party", "the Church" to "Church of Scientology"."""
    land = form.key in lexicon.places or form.key in lexicon.countries
    if land or form.demonym or (is_person(form) and form.titled):
        return None
    if len(form.words) > 1 and form.words[-1] in lexicon.words["organizations.words"]:
        return None  # the Ruskin Institute is not the Ruskin Institute Press
    if form.key in lexicon.words["organizations.heads"] and not is_person(form):
        headed = [key for key in sorted(forms) if _is_headed(forms[key], form.key)]
        longer = [key for key in headed if key not in lexicon.metonyms]
    else:
        longer = [
            k for k in shorts.get(form.key, ()) if _may_be(form, forms[k], lexicon)
        ]
    return (longer[0], How.ALIAS) if len(longer) == 1 else None


def _may_be(form: Form, longer: Form, lexicon: Lexicon) -> bool:
    """Tell whether a body may be called so; a seeming person only behind a firm."""
    if is_person(longer):
        return False
    last = longer.words[-1]
    firm = any(last in lexicon.words[section] for section in _FIRMS)
    behind = longer.names[0] < form.names[0]
    return not is_person(form) or (len(form.words) == 1 and firm and behind)


def _is_headed(form: Form, word: str) -> bool:
    """Tell whether a name has this word as its head."""
    if len(form.words) < _TWO or is_person(form):
        return False
    return form.words[-1] == word or form.words[:2] == (word, "of")
