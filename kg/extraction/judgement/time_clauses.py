"""Tell by its tense when a clause of time or place is: gone by, going on, to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import load_cues
from kg.extraction.judgement.modality import has_modal, is_past
from kg.extraction.judgement.worth import OPEN, SETTLED
from kg.model import Modality

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "is_done_before",
    "is_scheduled",
    "kept_modality",
]

_WILL = frozenset({"will", "shall", "'ll", "’ll"})
_MAY = frozenset({"may", "might", "can", "could", "must", "should"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
#: The tags of a simple present, and of a present that goes on.
_PRESENT = (frozenset({"VBZ", "VBP", "VB"}), frozenset({"VBZ", "VBP", "VBG"}))
_PAST_MARKERS = frozenset({"when", "while", "where", "after", "as", "since", "because"})


def kept_modality(
    tree: Tree, index: int, binding: tuple[str, str], above: Modality
) -> Modality:
    """Give what a clause of time or reason keeps of the main clause's modality.

    ``binding`` is the word that binds it, with the rule of that word.
    """
    marker, rule = binding
    follows = SETTLED
    if rule == "time" or _follows(tree, index, marker, above):
        follows = OPEN | SETTLED
    kept = above if above in follows else Modality.ACTUAL
    settled = _goes_on(tree, index, marker) or _has_been(tree, index, marker)
    if kept in OPEN and settled:
        kept = Modality.ACTUAL
    if kept is Modality.ACTUAL and _is_ahead(tree, index, marker):
        kept = Modality.PLANNED
    return kept


def _follows(tree: Tree, index: int, marker: str, above: Modality) -> bool:
    """Tell an "as" of manner or under a "will", and a "while" that goes with it."""
    if marker in {"while", "whilst"}:
        wished = above in {Modality.REQUESTED, Modality.HYPOTHETICAL}
        return _goes_with(tree, index, wished=wished)
    head = tree.heads[index]
    manner = tree.lemmas[head] in load_cues().words["manner.verbs"]
    return marker == "as" and (manner or has_modal(tree, head))


def _goes_on(tree: Tree, index: int, marker: str) -> bool:
    """Tell what goes on by now: "where Ukraine is asking, we will help"."""
    if marker not in {"where", "while", "as"} or tree.tags[index] != "VBG":
        return False
    return any(
        tree.deps[i] == "aux" and tree.tags[i] in {"VBZ", "VBP"}
        for i in tree.below[index]
    )


def _has_been(tree: Tree, index: int, marker: str) -> bool:
    """Tell what is over when the main verb's "will" is told: "as he did when he won".

    Below "would" a past tense may be a future that is told of in the past.
    """
    head = tree.heads[index]
    if marker not in _PAST_MARKERS or not _is_simple_past(tree, index):
        return False
    words = {tree.words[i] for i in tree.below[head]}
    may = words & _MAY and "have" not in words
    if words & _WILL or (may and marker not in {"when", "while", "where"}):
        return True
    if tree.lemmas[tree.heads[head]] in load_cues().words["time.trying"]:
        return tree.is_infinitive(tree.tokens[head])  # "was trying to go when it fell"
    return marker == "after" and _is_of_past(tree, head)


def _is_of_past(tree: Tree, index: int) -> bool:
    """Tell what was meant or decided when something had happened.

    Such are a purpose and a gerund below a past tense, and what one "decided to" do:
    what one hoped or promised to do after something may be after what never came.
    """
    above = tree.heads[index]
    if tree.tags[index] == "VBG":
        while tree.tags[above][:2] != "VB" and tree.heads[above] != above:
            above = tree.heads[above]
        return is_past(tree, above)
    if not tree.is_infinitive(tree.tokens[index]) or not is_past(tree, above):
        return False
    decided = tree.lemmas[above] in load_cues().words["time.deciding"]
    return tree.deps[index] == "advcl" or decided


def _goes_with(tree: Tree, index: int, *, wished: bool) -> bool:
    """Tell a "while" of time from one of contrast: "may win while losing money".

    It stands after the main clause, without a past tense where it has a subject, and
    without a comma unless all is only ``wished``.
    """
    before = tree.first(index) - 1
    if index < tree.heads[index] or before < 0:
        return False
    own = any(tree.deps[i] in _SUBJECTS for i in tree.below[index])
    comma = tree.tokens[before].text == "," and not wished
    return not (own and (comma or _is_simple_past(tree, index)))


def is_done_before(tree: Tree, index: int) -> bool:
    """Tell a perfect participle, which is over: "having bought it, they will move"."""
    return tree.tags[index] == "VBN" and any(
        tree.deps[i] == "aux" and tree.words[i] == "having" for i in tree.below[index]
    )


def _is_ahead(tree: Tree, index: int, marker: str) -> bool:
    """Tell a present tense that is a future: "faces jail when he is sentenced".

    A headline, which no mark ends, tells in the present what has happened.
    """
    head = tree.heads[index]
    soon = tree.lemmas[head] == "soon"  # "can leave as soon as the storm passes"
    while tree.tags[head][:2] not in {"VB", "MD"} and tree.heads[head] != head:
        head = tree.heads[head]
    if marker not in load_cues().words["time.ahead"] and not soon:
        return False
    if not _is_present(tree, index) or not _is_open(tree, head):
        return False
    words = [token for token in tree.tokens[head].sent if not token.is_space]
    return not words[-1].text[-1:].isalnum()


def is_scheduled(tree: Tree, index: int) -> bool:
    """Tell a present tense that is a plan by its day: "begins a tour on Monday".

    A headline, which no mark ends, tells in the present what has happened.
    """
    words = load_cues().words
    goes = tree.tags[index] == "VBG"
    listed = tree.lemmas[index] in words["time.scheduled"]
    if not (goes or listed) or not _finite_tags(tree, index) <= _PRESENT[goes]:
        return False
    dated = _is_to_come(tree, index) or (listed and not goes and _has_day(tree, index))
    if not dated:
        return False
    ends = [token for token in tree.tokens[index].sent if not token.is_space]
    return not ends[-1].text[-1:].isalnum()


def _has_day(tree: Tree, index: int) -> bool:
    """Tell whether a verb has a weekday or a date beside it: "on July 3"."""
    days = load_cues().words["time.days"]
    months = load_cues().words["time.months"]
    for i in _times(tree, index):
        if tree.words[i] in days:
            return True
        dated = tree.words[i] in months and any(
            tree.tokens[j].text[:1].isdigit() for j in tree.below[i]
        )
        if dated and not any(_is_year(tree.tokens[j].text) for j in tree.below[i]):
            return True
    return False


def _is_year(word: str) -> bool:
    return len(word) == len("2020") and word.isdigit()


def _is_to_come(tree: Tree, index: int) -> bool:
    """Tell what is arranged for "tomorrow", "next week", or a month to come.

    Nothing that is told to go on now goes on "in May".
    """
    months = load_cues().words["time.months"]
    goes = tree.tags[index] == "VBG" and bool(_finite_tags(tree, index) - {"VBG"})
    return any(
        tree.words[i] == "tomorrow"
        or any(tree.words[j] == "next" for j in tree.below[i])
        or (goes and tree.words[i] in months)
        for i in _times(tree, index)
        if tree.tokens[i].ent_type_ == "DATE"
    )


def _times(tree: Tree, index: int) -> Iterator[int]:
    """Give the heads of the phrases of time beside a verb."""
    for i in tree.below[index]:
        if tree.deps[i] in {"npadvmod", "advmod", "dobj"}:
            yield i
        elif tree.lemmas[i] in {"on", "in", "from", "start"}:
            yield from (j for j in tree.below[i] if tree.tags[j][0] in "NC")


def _is_simple_past(tree: Tree, index: int) -> bool:
    """Tell "came", "was told" and "had come" from "has come"."""
    return "VBD" in _finite_tags(tree, index)


def _is_present(tree: Tree, index: int) -> bool:
    """Tell whether a predicate stands in the present tense."""
    tags = _finite_tags(tree, index)
    return not tags & {"VBD", "MD"} and bool(tags & {"VBZ", "VBP"})


def _is_open(tree: Tree, index: int) -> bool:
    """Tell whether a predicate is in the present or has a modal."""
    return not is_past(tree, index) and bool(
        _finite_tags(tree, index) & {"VBZ", "VBP", "MD"}
    )


def _finite_tags(tree: Tree, index: int) -> set[str]:
    verbs = [i for i in tree.below[index] if tree.deps[i] in _AUXILIARIES]
    return {tree.tags[i] for i in (index, *verbs)}
