"""Tell the numbers that make a kind or a name from those that count."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_telling_number"]

_YEAR = 4
_MODIFIERS = frozenset({"compound", "nmod"})
_NAMES = frozenset({"NNP", "NNPS"})


def is_telling_number(child: Token) -> bool:
    """Tell a number that makes a kind: "the 1994 election", "zero tolerance"."""
    if child.lower_ == "zero":
        return bool(child.head.tag_ == "NN")
    if child.ent_type_ == "DATE":
        return child.text.isdigit() and len(child) == _YEAR
    if child.ent_type_ == "MONEY":
        return child.head.ent_type_ != "MONEY"
    before = [child.nbor(-k).lower_ for k in (1, 2) if k <= child.i]
    return before[:1] == ["no."] or before == [".", "no"] or _is_in_name(child)


def _is_in_name(number: Token) -> bool:
    """Tell a number behind a name it belongs to, or glued to a letter.

    "Xbox 360 games", "4K screens"; in "In Iraq 14 soldiers" the name is no modifier.
    """
    if not number.text.isdigit():
        return False
    if number.i + 1 < len(number.doc) and not number.whitespace_:
        letter = number.nbor(1).text
        if len(letter) == 1 and letter.isupper():
            return True
    if not number.i:
        return False
    name = number.nbor(-1)
    beside = name.dep_ in _MODIFIERS and name.tag_ in _NAMES
    return beside and number.i < name.head.i <= number.head.i
