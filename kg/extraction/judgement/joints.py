"""Tell how a verb goes with the one before it, parse or no parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import load_cues
from kg.extraction.parse.governors import row_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "follows_infinitive",
    "infinitives_before",
    "is_broken_off",
    "is_instead",
    "is_labelled",
    "is_result",
    "is_set_aside",
    "is_split",
    "opens_purpose",
]

_TWO = 2
#: Classes of words that only tell how sure or wanted an infinitive is.
_LIGHT = frozenset({"expectation", "ready", "likely", "unlikely", "appearance", "wish"})
#: What parts two clauses more than a comma does.
_BREAKS = frozenset({";", ":", "—", "–", "--", "-"})
#: The lists of verbs of which an infinitive tells what came of it: "woke to find".
_RESULTS = (
    ("result.verbs", "result.found"),
    ("result.scores", "result.reached"),
    ("result.goals", "result.led"),
)


def is_instead(tree: Tree, index: int, first: int) -> bool:
    """Tell what was not done: "repaired it rather than replace it"."""
    return tree.tags[index] in {"VB", "VBG"} and any(
        tree.words[i] == "than" and first < i < index
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


def is_result(tree: Tree, index: int, first: int) -> bool:
    """Tell an infinitive of what came, not of what for: "woke to find"."""
    words = load_cues().words
    pair = tree.lemmas[first], tree.lemmas[index]
    if any(pair[0] in words[a] and pair[1] in words[b] for a, b in _RESULTS):
        return True
    counted = pair[0] in words["result.counted"] and pair[1] in words["result.led"]
    return counted and any(_is_score(tree, i) for i in tree.below[first])


def _is_score(tree: Tree, index: int) -> bool:
    """Tell the object of a score: "25 points", "a goal"."""
    if tree.deps[index] != "dobj":
        return False
    if tree.lemmas[index] in load_cues().words["result.points"]:
        return True
    below = tree.below[index]
    return tree.tags[index] == "CD" and any(tree.tags[i] == "IN" for i in below)


def infinitives_before(tree: Tree, index: int, head: int) -> Iterator[int]:
    """Give the infinitive of which a participle tells more, not its governing verb.

    Such verbs do nothing by themselves: "is expected to win, ending the war".
    """
    if tree.tags[index] != "VBG" or index < head:
        return
    hosts = (head, *(i for i in tree.below[head] if tree.deps[i] == "acomp"))
    for host in hosts:
        for verb in tree.below[host]:
            if tree.deps[verb] != "xcomp" or not host < verb < index:
                continue
            row = row_of(tree, verb, host)
            if row is not None and row.id in _LIGHT:
                yield verb
                return


def is_split(tree: Tree, index: int, head: int) -> bool:
    """Tell whether the second of two clauses has what it says behind it."""
    below = (*tree.below[index], *tree.below[head])
    return any(tree.deps[i] == "ccomp" and i > head for i in below)


def is_broken_off(tree: Tree, index: int) -> bool:
    """Tell a clause of its own before another: "they agreed; the mill reopened"."""
    head = tree.heads[index]
    return any(index < i < head and tree.words[i] in _BREAKS for i in tree.below[head])


def is_set_aside(tree: Tree, index: int) -> bool:
    """Tell what was not done for something else: "rather than simply raise rents"."""
    first = tree.first(index)
    if first < _TWO:
        return False
    pair = " ".join(tree.words[first - 2 : first])
    return pair in load_cues().words["negation.instead"]


def is_labelled(tree: Tree, index: int, head: int) -> bool:
    """Tell a clause behind a label and a colon: "Note: the mill is closed"."""
    label = tree.tags[head][0] == "N" and tree.tokens[head].is_sent_start is True
    return label and tree.tokens[head + 1].text == ":" and head < index
