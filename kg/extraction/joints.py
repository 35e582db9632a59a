"""Tell how a verb is coordinated with the one before it, parse or no parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.extraction.syntax import Tree

__all__ = ["follows_infinitive", "is_instead", "opens_purpose"]


def is_instead(tree: Tree, index: int, first: int) -> bool:
    """Tell what was not done: "repaired it rather than replace it"."""
    return tree.tags[index] in {"VB", "VBG"} and any(
        tree.tokens[i].lower_ == "than" and first < i < index
        for i in (*tree.below[first], *tree.below[index])
    )


def follows_infinitive(tree: Tree, index: int, first: int) -> bool:
    """Tell a plain form that belongs to an infinitive before it, as no other can.

    The parser hangs the end of "announced a process to suggest designs, and decide" on
    the finite verb.
    """
    if tree.tags[index] != "VB" or tree.tags[first] not in {"VBD", "VBZ", "VBN"}:
        return False
    if any(tree.deps[i] == "aux" for i in (*tree.below[index], *tree.below[first])):
        return False
    return any(tree.tags[i] == "TO" for i in range(first, index))


def opens_purpose(tree: Tree, index: int, first: int) -> bool:
    """Tell an infinitive beside a phrase: "met for talks and to show unity"."""
    if not tree.is_infinitive(tree.tokens[index]):
        return False
    return any(
        tree.deps[i] == "prep" and tree.lemmas[i] == "for" and first < i < index
        for i in tree.below[first]
    )
