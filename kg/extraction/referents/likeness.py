"""Tell whether a noun can be what a pronoun means: its number, gender and kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.grammar.concepts import concept_type
from kg.extraction.grammar.partitives import counted_nouns
from kg.extraction.lexicon import load_lexicon
from kg.model import EntityType
from kg.tables import table_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["PEOPLE", "agrees", "can_say", "is_of_gender"]

PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP})
_GENDERS = {"he": "m", "she": "f"}
_TOLD = {"male": "m", "female": "f"}


def agrees(tree: Tree, noun: Token, kind: str) -> bool:
    """Tell whether a noun is one person, many, or one thing."""
    kind_of = concept_type(noun)
    plural = tree.tags[noun.i] == "NNS" or bool(tree.children(noun, "conj"))
    match kind:
        case "one":
            owned = any(c.lower_ in {"his", "her"} for c in tree.children(noun, "poss"))
            person = kind_of is EntityType.PERSON
            return person and not plural and not owned  # "his doctor thought he was"
        case "many":
            return _is_several(tree, noun)
        case _:
            several = plural or counted_nouns(tree, noun) is not None
            return not several and kind_of is not EntityType.PERSON


def _is_several(tree: Tree, noun: Token) -> bool:
    """Tell several; "backers of tariffs" leave open which of both "they" are."""
    counted = counted_nouns(tree, noun)
    if counted is not None:
        return any(tree.tags[token.i] == "NNS" for token in counted)
    if tree.tags[noun.i] != "NNS":
        collective = load_lexicon().words["groups.collective"]
        joined = any(c.i < tree.heads[noun.i] for c in tree.children(noun, "conj"))
        return joined or tree.lemmas[noun.i] in collective
    inner = (c for c in tree.children(noun, "prep") if c.lower_ == "of")
    return not any(tree.tags[t.i] == "NNS" for p in inner for t in tree.children(p))


def is_of_gender(tree: Tree, noun: Token, pronoun: Token) -> bool:
    """Tell whether nothing says that a person is of another gender, or for somebody.

    What "a spokeswoman for Lee" says of "him" is told of Lee.
    """
    own = _GENDERS.get(pronoun.lower_, "")
    gender = load_lexicon().person_nouns.get(tree.lemmas[noun.i], "")
    told = {_TOLD.get(tree.words[c.i], own) for c in tree.children(noun, "amod")}
    if gender not in {"", own} or told - {own}:
        return False
    voices = table_words("entities.toml", "persons", "voices")
    return tree.lemmas[noun.i] not in voices


def can_say(tree: Tree, noun: Token) -> bool:
    """Tell a text or a body, which says something, from a thing."""
    lemma = tree.lemmas[noun.i]
    kinds = ("documents", "groups")
    said = any(lemma in table_words("repairs.toml", kind) for kind in kinds)
    return said or noun.ent_type_ == "ORG"
