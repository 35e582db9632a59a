"""Read the nouns right before names that tell what they name: "the journal Ocean"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.frames import Clause, ClauseKind, ClauseLink
from kg.extraction.grammar.confidence import noun_confidence
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["find_kinds"]

_INSIDE = frozenset({"compound", "nmod"})
_LONGEST = 8


def find_kinds(tree: Tree) -> Iterator[Clause]:
    """Find the nouns for bodies, works and places right before one that they are."""
    kinds = table_words("roles.toml", "kinds")
    for noun in tree.having(*_INSIDE):
        if tree.tags[noun.i] not in {"NN", "NNS"} or tree.lemmas[noun.i] not in kinds:
            continue
        if any(tree.kinds[child.i] & {"cc", "conj"} for child in tree.children(noun)):
            continue  # "the council and oil company Shell"
        name = _name_after(tree, noun)
        if name is not None:
            yield Clause(
                kind=ClauseKind.APPOSITION,
                head=noun,
                words=(noun,),
                pattern="apposition",
                confidence=noun_confidence(ClauseKind.APPOSITION),
                subjects=(name,),
                complement=noun,
                link=ClauseLink.NOMINAL,
            )


def _name_after(tree: Tree, noun: Token) -> Token | None:
    """Give the head of the name right after a noun that hangs on it.

    The name must be no part of a longer one: "the party Chairman", "a film Academy
    prize".
    """
    first, last = noun.i + 1, tree.heads[noun.i]
    if not first <= last <= noun.i + _LONGEST:
        return None
    name, start = tree.tokens[last], tree.tokens[first]
    if tree.deps[last] in _INSIDE or start.ent_iob_ != "B":
        return None
    run = tree.tokens[first : last + 1]
    if any(token.ent_iob_ != "I" for token in run[1:]) or not run:
        return None
    if any(tree.tags[token.i] not in {"NNP", "NNPS", "HYPH", ":"} for token in run):
        return None
    return name
