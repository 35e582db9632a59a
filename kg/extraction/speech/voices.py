"""Tell who and what can say something: people, bodies, countries and texts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.grammar.concepts import concept_type
from kg.model import EntityType
from kg.tables import read_toml

if TYPE_CHECKING:
    from kg.extraction.parse.syntax import Tree
    from kg.extraction.speech.reports import Report

__all__ = ["can_speak", "is_somebody", "voiced"]

_VOICES = frozenset({EntityType.PERSON, EntityType.GROUP, EntityType.ORGANIZATION})
_SILENT_NAMES = frozenset(
    {"DATE", "TIME", "EVENT", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"}
)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_toml("quotes.toml")["voices"][name])


def can_speak(tree: Tree, index: int) -> bool:
    """Tell whether a word stands for somebody, or for a text; in doubt it does not."""
    token = tree.tokens[index]
    tag = tree.tags[index]
    if tag[:2] == "VB" or token.lower_ in {"this", "that", "it"}:
        return False
    if tag[:2] != "NN":
        return True
    if token.ent_type_:
        return token.ent_type_ not in _SILENT_NAMES
    if tag[:3] == "NNP" or concept_type(token) in _VOICES:
        return True
    return tree.lemmas[index] in _words("nouns")


def is_somebody(tree: Tree, index: int) -> bool:
    """Tell whether a word stands for a person, a group or a body."""
    token = tree.tokens[index]
    if token.ent_type_:
        return token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}
    return tree.tags[index][:2] == "NN" and concept_type(token) in _VOICES


def voiced(
    tree: Tree, head: int, report: Report, above: Report | None
) -> Report | None:
    """Give whose word it is what a word tells whose source may be no voice.

    "The collapse means that prices fall" is the word of whom the sentence is said to
    be by, None where it is the writer's own. What only a voice does is one's own:
    "the sign says".
    """
    if report.source is None:
        named = above is not None and above.source is not None
        return above if named else report  # "we see signs that", he said
    expletive = tree.words[report.source] == "it"
    if expletive and above is not None:
        return above  # "it is reasonable to assume that"
    told = tree.tags[head][0] != "V" or tree.lemmas[head] not in _words("inferring")
    if expletive or told or can_speak(tree, report.source):
        return report
    return above
