"""Find well-known names that fall apart at "and" or "'s": "Lowe's"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.parse.words import numbers_of
from kg.extraction.referents.names import name_of
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from kg.extraction.referents.names import Name

__all__ = ["find_whole"]

_POSSESSIVE = 2
_Words = tuple[str, ...]


@cache
def _wholes() -> dict[str, tuple[_Words, ...]]:
    """Give the wordings by their first word, long ones first, "'s" as its own word."""
    found: dict[str, list[_Words]] = {}
    for name in read_toml("entities.toml")["organizations"]["whole"]:
        words = tuple(name.replace("'s", " 's").split())
        found.setdefault(words[0], []).append(words)
    return {
        first: tuple(sorted(wordings, key=len, reverse=True))
        for first, wordings in found.items()
    }


def find_whole(doc: Doc) -> Iterator[Name]:
    """Find these names; "Lowe's" is none where somebody is called Lowe."""
    wholes = _wholes()
    for i in numbers_of(doc, wholes.keys()):
        for words in wholes[doc[i].text]:
            end = i + len(words)
            if tuple(_plain(token) for token in doc[i:end]) != words:
                continue
            somebody = len(words) == _POSSESSIVE and _is_somebody(doc, words[0])
            if not somebody and not _is_inside(doc, i, end):
                yield name_of(doc, i, end, "organization")
            break


def _plain(token: Token) -> str:
    return str(token.text).replace("’", "'")


def _is_inside(doc: Doc, start: int, end: int) -> bool:
    """Tell a part of a longer name: "Ohio Department of Health and Human Services"."""
    return any(ent.start < start and end <= ent.end for ent in doc.ents)


def _is_somebody(doc: Doc, surname: str) -> bool:
    """Tell whether a person of the article has a word as surname."""
    return any(
        ent.label_ == "PERSON" and len(ent) > 1 and surname in {t.text for t in ent}
        for ent in doc.ents
    )
