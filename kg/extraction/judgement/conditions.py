"""Tell what holds on a condition: an "if" beside a clause, or its own order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import Form, load_cues
from kg.extraction.judgement.modality import is_past, marker_of
from kg.model import Modality

if TYPE_CHECKING:
    from collections.abc import Collection

    from kg.extraction.parse.syntax import Tree

__all__ = ["asks", "is_conditioned", "is_inverted"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "csubjpass"})


def is_conditioned(tree: Tree, index: int, quoted: Collection[int]) -> bool:
    """Tell whether a predicate holds on a condition that its own clause names.

    What is told in the past or the perfect tense holds in spite of an "unless"; what
    somebody said holds in spite of an "if" that belongs to what they said.
    """
    if "advcl" in tree.kinds[index] and any(
        _binds(tree, child, index)
        and not (child in quoted and index not in quoted)
        and not _is_of_content(tree, child, index)
        for child in tree.below[index]
    ):
        return True
    if tree.deps[index] == "ROOT" and "mark" in tree.kinds[index]:
        marks = (i for i in tree.below[index] if tree.deps[i] == "mark")
        rules = {load_cues().markers.get(tree.words[i]) for i in marks}
        return Modality.CONDITIONAL in rules  # "what if she left", "if only she did"
    saying = tree.heads[index]
    return tree.deps[index] == "ccomp" and any(
        _binds(tree, child, saying) and _is_of_content(tree, child, saying)
        for child in tree.below[saying]
    )


def _binds(tree: Tree, condition: int, verb: int) -> bool:
    """Tell whether a clause beside a verb is a condition of it."""
    if tree.deps[condition] != "advcl" or not _is_clause(tree, condition):
        return False
    marker = marker_of(tree, condition)
    if not marker:
        return is_inverted(tree, condition)
    if load_cues().markers.get(marker) != "conditional" or marker == "even if":
        return False
    return marker != "unless" or not is_past(tree, verb)


def _is_of_content(tree: Tree, condition: int, verb: int) -> bool:
    """Tell an "if" that belongs to what was said or asked, not to the saying."""
    if asks(tree, verb):
        return condition > verb
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[verb])
    told = row is not None and row.said and is_past(tree, verb)
    return told and "ccomp" in tree.kinds[verb]


def asks(tree: Tree, verb: int) -> bool:
    """Tell a verb whose "if" is a question: "asked", "wondered", "checked"."""
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[verb])
    return row is not None and row.modality is Modality.QUESTION


def is_inverted(tree: Tree, index: int) -> bool:
    """Tell whether a clause is a condition by its order: "had he known"."""
    subject = next((i for i in tree.below[index] if tree.deps[i] in _SUBJECTS), None)
    if subject is None:
        return False
    if tree.lemmas[index] == "be":
        return index < subject and tree.words[index] in {"were", "be"}
    return any(
        tree.deps[i] in {"aux", "auxpass"}
        and i < subject
        and tree.words[i] in {"had", "should", "were"}
        for i in tree.below[index]
    )


def _is_clause(tree: Tree, index: int) -> bool:
    """Tell a clause from a mere "if tired"."""
    return tree.tags[index][:2] in {"VB", "MD"} or any(
        tree.tags[i][:2] in {"VB", "MD"} for i in tree.below[index]
    )
