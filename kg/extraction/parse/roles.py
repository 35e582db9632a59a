"""Tell nouns that name an office or a role, also shortened: "Gov.", "minister"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["is_office", "is_partisan", "is_role", "role_words", "spelled_out"]


@cache
def role_words(name: str) -> frozenset[str]:
    """Give a list of words of ``roles.toml``."""
    return frozenset(read_toml("roles.toml")[name]["words"])


@cache
def _abbreviations() -> Mapping[str, str]:
    return dict(read_toml("roles.toml")["abbreviations"])


def spelled_out(token: Token) -> str:
    """Give a word of an office in small letters and whole: "Gov." is "governor"."""
    return _abbreviations().get(token.lower_, token.lower_)


def is_role(tree: Tree, token: Token) -> bool:
    """Tell whether a noun names an office or role."""
    roles, word = role_words("roles"), tree.words[token.i]
    return tree.lemma(token) in roles or _abbreviations().get(word, word) in roles


def is_office(role: Token) -> bool:
    """Tell a role that a country has from a trade of its people: "German actor"."""
    words = role_words("offices")
    return role.lower_ in words or role.lemma_.lower() in words


def is_partisan(noun: Token) -> bool:
    """Tell a party's man from a people's: "Democrat", "Dane"."""
    return noun.ent_type_ in {"NORP", "ORG"} and noun.lower_ in role_words("partisans")
