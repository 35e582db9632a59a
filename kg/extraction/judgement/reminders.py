"""Tell what a text itself calls to mind: "it is worth noting that", "keep in mind"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import load_cues

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extraction.parse.syntax import Tree

__all__ = ["is_reminder"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


def is_reminder(tree: Tree, head: int) -> bool:
    """Tell whether a word only bids the reader note what stands below it.

    Nobody in particular does so: "it is important to note that", "it should be noted
    that", "we should note that", "note that".
    """
    opened: Iterable[int] = (head,)
    if tree.lemmas[head] == "be":  # the parser may hang it there
        below = (j for i in tree.below[head] for j in (i, *tree.below[i]))
        opened = (i for i in below if tree.tags[i][:2] == "VB")
    if not any(_reminds(tree, verb) for verb in opened):
        return False
    return not tree.tokens[head].sent.text.rstrip().endswith("?")


def _reminds(tree: Tree, verb: int) -> bool:
    words = load_cues().words
    if tree.lemmas[verb] not in words["reminding.verbs"] and not _in_mind(tree, verb):
        return False
    subjects = [i for i in tree.below[verb] if tree.deps[i] in _SUBJECTS]
    if subjects:
        bids = any(tree.words[i] in {"should", "must"} for i in tree.below[verb])
        anybody = tree.words[subjects[0]] in words["reminding.anybody"]
        return bids and anybody
    above = tree.heads[verb]
    if above == verb:
        return tree.tags[verb] == "VB"
    if tree.tags[verb] == "VBG":
        return tree.lemmas[above] in {"worth", "bear"}
    if not tree.is_infinitive(tree.tokens[verb]):
        return False
    named = (above, *(i for i in tree.below[above] if tree.deps[i] == "acomp"))
    return any(tree.lemmas[i] in words["reminding.adjectives"] for i in named)


def _in_mind(tree: Tree, verb: int) -> bool:
    """Tell "keep in mind" and "bear in mind"."""
    if tree.lemmas[verb] not in {"keep", "bear"} or verb + 2 >= len(tree.words):
        return False
    return tree.words[verb + 1] == "in" and tree.words[verb + 2] == "mind"
