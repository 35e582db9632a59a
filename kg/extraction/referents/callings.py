"""Tell by which nouns each named thing is called: "the bank", "the minister"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.referents.mentions import noun_of
from kg.extraction.relation_words import relation_words
from kg.model import EntityType, How
from kg.tables import read_tsv

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.chains import Chains
    from kg.extraction.referents.mentions import Reference

__all__ = ["nouns_of"]

#: Prepositions before which a name's head stands.
_INSIDE = frozenset({"of", "for", "to", "in", "at", "on", "from", "with"})
#: What a name says of these is not what they are: "Less Money" is no money.
_UNCLASSED = {EntityType.PERSON, EntityType.WORK}
#: Words before an office that make another one of it.
_LOWER = frozenset({"vice", "deputy", "assistant", "associate", "shadow"})


def nouns_of(doc: Doc, chains: Chains, lexicon: Lexicon) -> Mapping[str, set[str]]:
    """Give the nouns that each entity is called: by name, title or apposition."""
    nouns: dict[str, set[str]] = defaultdict(set)
    for reference in chains.references:
        told = reference.how in {How.TITLE, How.APPOSITION} or reference.silent
        noun = noun_of(doc[reference.head])
        if chains.type_of(reference.key) is EntityType.WORK:
            told = told and noun not in lexicon.words["organizations.nouns"]
        if told and _is_class(noun, lexicon) and not _is_lower(doc, reference):
            nouns[reference.key].add(noun)
    for key, label in chains.labels.items():
        words, kind = label.lower().split(), chains.type_of(key)
        if len(words) > 1 and kind not in _UNCLASSED:
            noun = _head_noun(words)
            # "The moon" is the moon, whatever is called "Paper Moon".
            only = noun in lexicon.words["names.only_one"]
            nouns[key] |= set() if only or not _is_class(noun, lexicon) else {noun}
        nouns[key] |= lexicon.classes.get(label.lower(), frozenset())
    return nouns


def _is_lower(doc: Doc, reference: Reference) -> bool:
    """Tell who is no president: a vice president."""
    start = min(reference.start, reference.head)
    words = doc[max(0, start - 1) : reference.head]
    return any(token.lower_ in _LOWER for token in words)


def _is_class(noun: str, lexicon: Lexicon) -> bool:
    """Tell what a thing is called from what befalls: "The Real Deal" is no deal."""
    if noun in lexicon.words["organizations.heads"]:
        return True
    return noun not in _happenings() and noun not in relation_words("expletive")


@cache
def _happenings() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_tsv("event_nouns.tsv"))


def _head_noun(words: Sequence[str]) -> str:
    """Give the noun that a name is one of: a "Player of the Day" is no day.

    >>> _head_noun(["union", "of", "bakers"]), _head_noun(["north", "bank"])
    ('union', 'bank')
    """
    for before, word in pairwise(words):
        if word in _INSIDE:
            return before
    return words[-1]
