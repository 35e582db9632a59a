"""Tell for which country or body somebody speaks when he says "we"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.referents.chains import BODIES
from kg.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.aliases import Link
    from kg.extraction.referents.names import Name

__all__ = ["find_sides"]

_OWNERS = {"poss", "compound", "amod", "nmod"}
#: By what an office is that of a body, the surest first: "head of sales at Acme".
_WITH = ("at", "for", "of")


def find_sides(
    doc: Doc,
    named: tuple[Sequence[Name], Sequence[Link]],
    types: Mapping[str, EntityType],
    lexicon: Lexicon,
) -> dict[str, str]:
    """Give the country or body for which somebody holds an office, told by the title.

    "U.K. Defense Secretary X", "Tunisia's coach X", and "X, Panama coach,"; an
    Australian engineer speaks for nobody else.
    """
    names, links = named
    key_at: dict[int, str] = {}
    for name, link in zip(names, links, strict=True):
        if types.get(link.key) in BODIES:
            inside = name.nested and name.head in key_at  # "Bank of Canada governor"
            words = (name.head,) if name.nested else (name.head, name.end - 1)
            key_at |= {} if inside else dict.fromkeys(words, link.key)
    sides: dict[str, str] = {}
    for name, link in zip(names, links, strict=True):
        if types.get(link.key) is not EntityType.PERSON:
            continue
        for i, office in _offices(doc, name, key_at, lexicon):
            land = types.get(key_at[i]) is EntityType.COUNTRY
            if land or office not in lexicon.words["persons.sent"]:
                sides.setdefault(link.key, key_at[i])
    return sides


def _offices(
    doc: Doc, name: Name, key_at: Mapping[int, str], lexicon: Lexicon
) -> Iterator[tuple[int, str]]:
    """Find the names of bodies beside the offices that a person's name goes with."""
    offices = lexicon.words["persons.title_heads"] - lexicon.words["persons.no_side"]
    if name.title is not None and doc[name.title[1] - 1].lower_ in offices:
        office = doc[name.title[1] - 1].lower_
        yield from ((i, office) for i in _before(doc, name.title[0], key_at))
    head = doc[name.head]
    nouns = [noun for noun in head.children if noun.dep_ == "appos"]
    nouns += [head.head] if head.dep_ == "appos" else []
    for noun in nouns:
        if noun.lower_ not in offices:
            continue
        owners = [c.i for c in noun.children if c.dep_ in _OWNERS and c.i in key_at]
        own = noun.lower_ in lexicon.words["persons.outsiders"]
        behind = [] if own else _behind(noun, key_at)[:1]
        yield from ((i, noun.lower_) for i in (*owners, *behind))


def _before(doc: Doc, start: int, key_at: Mapping[int, str]) -> Iterator[int]:
    """Find names right before a title: not "to the U.N. President", "In India, Ms."."""
    for i in (start - 1, start - 2):
        if i < 0 or doc[i + 1].is_sent_start or doc[i].text == ",":
            return
        if i in key_at:
            yield i


def _behind(office: Token, key_at: Mapping[int, str]) -> list[int]:
    """Give the names of bodies behind an office, that of the employer first."""
    found = [
        (_WITH.index(token.head.lower_), token.i)
        for token in office.subtree
        if token.i in key_at and token.dep_ == "pobj" and token.head.lower_ in _WITH
    ]
    return [i for _, i in sorted(found)]
