"""Tell which token is a later part of a name: "Fund and Institute"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Token

__all__ = ["is_inside_name"]


def is_inside_name(token: Token, heads: Container[int]) -> bool:
    """Tell whether a name goes on with a token; ``heads`` are those of mentions."""
    if not token.ent_type_ or token.ent_iob_ != "I":
        return False
    for index in range(token.i - 1, -1, -1):
        if index in heads:
            return True
        if token.doc[index].ent_iob_ != "I":
            return False
    return False
