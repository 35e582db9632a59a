"""Judge a clause coordinated with another by what the two share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kg.extraction.cues import load_cues
from kg.extraction.judgement.joints import (
    follows_infinitive,
    is_instead,
    opens_purpose,
)
from kg.extraction.judgement.modality import (
    has_modal,
    is_plain,
    shares_auxiliaries,
)
from kg.extraction.judgement.polarity import shares_negation
from kg.model import Modality, Polarity

if TYPE_CHECKING:
    from kg.extraction.judgement.worth import Standing
    from kg.extraction.parse.syntax import Tree
    from kg.extraction.speech.reports import Report

__all__ = ["First", "coordinated", "is_alternative"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_JOINING = frozenset({"and", "or"})
#: No list of alternatives is followed further.
_MOST = 12


class First(NamedTuple):
    """The first of two clauses: what it inherits, is worth, and by whose word it is."""

    head: int
    above: Standing
    own: Standing
    told: Report | None


def coordinated(tree: Tree, index: int, first: First) -> Standing:
    """Give what is coordinated the same context, and shared words of the first."""
    tag = tree.tags[first.head][0]
    if not tag == tree.tags[index][0] == "V":
        return first.above if tag == "V" else first.own
    if not tree.kinds[index].isdisjoint(_SUBJECTS):
        return _with_subject(tree, index, first)
    above, own = first.above, first.own
    if is_instead(tree, index, first.head):
        return replace(own, polarity=Polarity.NEGATIVE)
    standing = replace(above, report=own.report or above.report)
    if follows_infinitive(tree, index, first.head) or opens_purpose(
        tree, index, first.head
    ):
        return replace(standing, modality=Modality.PLANNED)
    shares = shares_auxiliaries(tree, first.head, index)
    modal = has_modal(tree, first.head)
    if shares or (not modal and own.modality is Modality.POSSIBLE):
        standing = replace(standing, modality=own.modality)
    denied = own.polarity is not above.polarity
    if denied and shares_negation(tree, first.head, index):
        standing = replace(standing, polarity=own.polarity)
    return standing


def _with_subject(tree: Tree, index: int, first: First) -> Standing:
    """Give what is coordinated with a subject of its own what both share."""
    above = first.above
    if has_modal(tree, first.head) and is_plain(tree, index):
        above = replace(above, modality=first.own.modality)
    elif above.is_fact and _joiner(tree, index) in _JOINING:
        if first.own.modality is Modality.REQUESTED:
            # "press the button and the door opens"
            above = replace(above, modality=Modality.CONDITIONAL)
        elif _is_doubted(tree, first.head):
            above = replace(above, modality=Modality.POSSIBLE)
    return replace(above, report=first.told) if first.told else above


def _is_doubted(tree: Tree, verb: int) -> bool:
    """Tell a clause that a "perhaps" opens, and with it the clauses behind it."""
    adverbs = load_cues().adverbs
    first = min((i for i in tree.below[verb] if tree.deps[i] in _SUBJECTS), default=0)
    return any(
        tree.deps[i] == "advmod" and adverbs.get(tree.words[i]) is Modality.POSSIBLE
        for i in tree.below[verb]
        if i < first
    )


def is_alternative(tree: Tree, index: int) -> bool:
    """Tell what was done unless something else was: "they left or hid"."""
    if tree.deps[index] == "conj" and _joiner(tree, index) == "or":
        return True
    for _ in range(_MOST):
        later = _next(tree, index) if "conj" in tree.kinds[index] else None
        if later is None or has_modal(tree, later):
            return False
        joiner = _joiner(tree, later)
        if joiner:
            return joiner == "or"
        index = later
    return False


def _next(tree: Tree, index: int) -> int | None:
    """Give the verb that is coordinated with another."""
    below = tree.below[index]
    verbs = (i for i in below if tree.deps[i] == "conj" and tree.tags[i][0] == "V")
    return next(verbs, None)


def _joiner(tree: Tree, index: int) -> str:
    """Give the word that joins a clause to the one on which it hangs, or ""."""
    joined = [
        i for i in tree.below[tree.heads[index]] if tree.deps[i] == "cc" and i < index
    ]
    return tree.words[joined[-1]] if joined else ""
