"""Link "the city" of "the city of Chicago" to the place whose name follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.referents.mentions import Reference, base_noun_phrase
from kg.model import EntityType, How, MentionKind
from kg.tables import read_toml, table_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from kg.extraction.referents.chains import Chains

__all__ = ["find_places"]

_NOUNS = {EntityType.PLACE: "of_places", EntityType.COUNTRY: "of_lands"}


def find_places(
    doc: Doc, named: Sequence[Reference], chains: Chains
) -> Iterator[Reference]:
    """Find the nouns that say what a place is, with its name after "of"."""
    for reference in named:
        name = doc[reference.head]
        section = _NOUNS.get(chains.type_of(reference.key))
        if section is None or name.dep_ != "pobj" or name.head.lower_ != "of":
            continue
        noun = name.head.head
        called = chains.labels.get(reference.key, "").lower()
        if not _is_called(noun.lower_, section, called):
            continue
        if _is_alone(name) and _is_definite(noun):
            start, end = base_noun_phrase(noun)
            yield Reference(
                start, end, noun.i, MentionKind.NOMINAL, reference.key, How.APPOSITION
            )


def _is_called(noun: str, section: str, name: str) -> bool:
    """Tell a state from the state in which something is: "the state of Texas"."""
    if noun == "state":
        return name in read_toml("entities.toml")["states"]
    return noun in table_words("entities.toml", "places", section)


def _is_alone(name: Token) -> bool:
    """Tell one name from the first of several: "the cities of Leeds and York"."""
    return not any(child.dep_ == "conj" for child in name.children)


def _is_definite(noun: Token) -> bool:
    """Tell the one of a name from one inside it: "the largest city of Siberia"."""
    ranks = table_words("entities.toml", "places", "ranks")
    words = list(noun.lefts)
    ranked = any(w.tag_ in {"JJS", "CD"} or w.lower_ in ranks for w in words)
    return not ranked and any(w.lower_ == "the" for w in words)
