"""Find tokens by their words, asking once a word and not once a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

__all__ = ["tagged_numbers", "token_numbers"]


def token_numbers(doc: Doc, is_wanted: Callable[[str], bool]) -> list[int]:
    """Give the numbers of the tokens with words that are wanted, in text order.

    A text has far fewer words than tokens, and spaCy makes an object of each token that
    one looks at.
    """
    orths = doc.to_array("ORTH").tolist()
    strings = doc.vocab.strings
    wanted = {orth for orth in set(orths) if is_wanted(strings[orth])}
    return [i for i, orth in enumerate(orths) if orth in wanted]


def tagged_numbers(doc: Doc, attribute: str, names: set[str]) -> list[int]:
    """Give the numbers of the tokens with one of these tags, in text order."""
    wanted = {doc.vocab.strings.add(name) for name in names}
    values = doc.to_array(attribute).tolist()
    return [i for i, value in enumerate(values) if value in wanted]
