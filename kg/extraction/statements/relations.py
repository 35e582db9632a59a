"""Name the relation of a clause: lemma, particle and preposition in camelCase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.cues import load_cues
from kg.extraction.frames import ClauseKind
from kg.extraction.relation_words import relation_words
from kg.memory import remembered
from kg.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from kg.extraction.frames import Clause, Oblique
    from kg.extraction.parse.syntax import Tree
    from kg.model import Argument

__all__ = [
    "camel",
    "camel_id",
    "is_light",
    "relation_of",
    "takes_part",
    "verb_relation",
    "with_preposition",
]

_WORD = re.compile(r"[^\W_]+")
#: What a short form is in full, as a label shows it.
_SPOKEN = {"’s": "is", "'s": "is", "’m": "am", "'m": "am", "’re": "are", "'re": "are"}
_PARTIES = frozenset(
    {EntityType.PERSON, EntityType.ORGANIZATION, EntityType.COUNTRY, EntityType.GROUP}
)
_CLITICS = {"’s": "be", "'s": "be", "’m": "be", "'m": "be", "’re": "be", "'re": "be"}


def camel(words: Iterable[str]) -> str:
    """Join words to an id in camelCase.

    >>> camel(["secretary", "general", "of"])
    'secretaryGeneralOf'
    >>> camel(["co-founder"])
    'coFounder'
    """
    return _joined(" ".join(words))


@remembered(1 << 13)
def _joined(words: str) -> str:
    parts: list[str] = _WORD.findall(words)
    capitalized = "".join([part.capitalize() for part in parts[1:]])
    return parts[0].lower() + capitalized if parts else ""


def lemma_of(tree: Tree, token: Token) -> str:
    """Give a verb's lemma, with spaCy's slips mended."""
    word = tree.words[token.i]
    mended = load_cues().slips.get(word) or _CLITICS.get(word)
    lemma: str = mended or tree.lemmas[token.i]
    return lemma


def relation_of(tree: Tree, clause: Clause) -> Predicate:
    """Name the relation of a verbal clause, without its prepositions."""
    head, heads, own = clause.head, tree.heads, clause.head.i
    if clause.kind is ClauseKind.EXISTENTIAL:
        return Predicate("exist", "there " + tree.words[own])
    after = [
        t for t in clause.words if t.i > own and heads[t.i] == own and _belongs(tree, t)
    ]
    following = head.i + 1
    if not after and following < len(tree.tokens) and _dangles(tree, following, head):
        after.append(tree.tokens[following])
    if is_light(tree, clause):
        after.append(clause.objects[0])
    worded = _SPOKEN.get(tree.words[own]) or _with_prefix(tree, head)
    tail = [tree.words[index] for index in {t.i: t for t in after}]
    if clause.passive and not clause.agents:
        name = camel(["be", worded, *tail])
        return Predicate(name or "be", " ".join(["was", worded, *tail]))
    name = camel([lemma_of(tree, head), *tail])
    return Predicate(name or "be", " ".join([worded, *tail]))


def _with_prefix(tree: Tree, head: Token) -> str:
    """Give a verb with its cut prefix: "was re-elected"."""
    word = tree.words[head.i]
    if "prefix" not in tree.kinds[head.i]:
        return word
    cut = [t.lower_ for t in tree.children(head, "prefix") if t.text != "-"]
    return "-".join([*cut, word])


def is_light(tree: Tree, clause: Clause) -> bool:
    """Tell whether the object is part of the relation: "take place"."""
    if len(clause.objects) != 1:
        return False
    noun = clause.objects[0]
    if tree.below[noun.i]:
        return False
    pair = f"{tree.lemmas[clause.head.i]} {tree.words[noun.i]}"
    return pair in relation_words("light")


def verb_relation(tree: Tree, verb: Token) -> Predicate:
    """Name the relation of a single verb with its particle."""
    particles = tree.children(verb, "prt")
    words = [lemma_of(tree, verb), *(t.lower_ for t in particles)]
    label = " ".join([verb.lower_, *(t.lower_ for t in particles)])
    return Predicate(camel(words) or "be", label)


def _dangles(tree: Tree, index: int, head: Token) -> bool:
    """Tell a preposition that governs nothing: the "on" of "rages on"."""
    return (
        tree.deps[index] == "prep"
        and tree.heads[index] == head.i
        and not tree.below[index]
    )


def _belongs(tree: Tree, token: Token) -> bool:
    """Tell whether a word is part of the relation's name: a particle, a light noun."""
    return tree.deps[token.i] == "prt" or (
        tree.deps[token.i] == "dobj" and tree.tags[token.i] in {"NN", "NNS"}
    )


def with_preposition(relation: Predicate, marker: Sequence[Token]) -> Predicate:
    """Add a preposition to a relation: "meet" with "in" is "meetIn"."""
    words = [t.lower_ for t in marker]
    if relation.label.split()[-len(words) :] == words:
        return relation  # "the matter that it grapples with"
    joined = camel([relation.id, *words]) if not relation.id else None
    if joined is None:
        tail = camel(words)
        joined = relation.id + tail[:1].upper() + tail[1:]
    return Predicate(joined, " ".join([relation.label, *words]))


def camel_id(words: str) -> str:
    """Give the id of a role as a concept."""
    return "_".join(words.split())


def takes_part(oblique: Oblique, thing: Argument) -> bool:
    """Tell whether what is done to something is done with, to or against a party.

    "signed a treaty with Iran" has Iran for a party to it; "displayed caution at the
    Games" says nothing of the Games.
    """
    marker = [token.lower_ for token in oblique.marker]
    parties = relation_words("parties")
    return len(marker) == 1 and marker[0] in parties and thing.type in _PARTIES
