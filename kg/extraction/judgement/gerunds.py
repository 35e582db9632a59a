"""Tell what a preposition makes of the clause after it: "by lying", "without lying"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import Form, load_cues
from kg.extraction.judgement.stances import is_accusation

if TYPE_CHECKING:
    from kg.extraction.parse.syntax import Tree

__all__ = ["gerund_rule", "governor_of", "is_governed"]


def governor_of(tree: Tree, index: int, prep: int) -> int:
    """Give the word that a clause after a preposition is judged by."""
    host = tree.heads[prep]
    verb = tree.heads[host]
    word = tree.words[prep]
    if tree.deps[host] == "dobj" and is_accusation(tree, index, verb, word):
        return verb  # "praised the guards for saving her"
    for child in tree.below[host] if word == "for" else ():
        if tree.deps[child] == "dobj" and _is_blame(tree.lemmas[child]):
            return child  # "got a fine in court for saving her"
    return host


def _is_blame(noun: str) -> bool:
    """Tell a noun for what one gets for something: "a fine", "an award"."""
    row = load_cues().complement("noun", Form.GERUND, noun)
    return row is not None and row.id == "blame-noun"


def is_governed(tree: Tree, host: int, word: str) -> bool:
    """Tell whether a clause after a preposition is what its governing word tells.

    Who "kept her trust by lying" did lie; one "charged with theft by lying" may not.
    Who "joined her in lying" did, who "joined her to lie" may not.
    """
    if word == "in":
        row = load_cues().complement("verb", Form.GERUND, tree.lemmas[host])
        return row is None or row.id != "plan"
    if word != "by":
        return True
    row = load_cues().complement("verb", Form.GERUND, tree.lemmas[host])
    return row is not None and row.id in {"accusation", "accusation-of"}


def gerund_rule(tree: Tree, prep: int) -> str:
    """Give what a preposition makes of the gerund after it."""
    word = tree.words[prep]
    before = tree.words[prep - 1] if prep else ""
    if word in {"like", "including"} or (before, word) == ("such", "as"):
        return "hypothetical"  # an example of a kind
    if word == "as" and _is_naming(tree.lemmas[tree.heads[prep]]):
        return "possible"  # "seen as weakening the union"
    if word == "in" and _is_beside(tree, prep):
        return "possible"  # "interested in buying", "the sense in waiting"
    return load_cues().gerund_prepositions.get(word, "hypothetical")


def _is_naming(verb: str) -> bool:
    return verb in load_cues().words["naming.verbs"]


def _is_beside(tree: Tree, prep: int) -> bool:
    """Tell what stands beside a noun; "spent a year in writing it" was done."""
    noun = prep - 1 if tree.deps[prep - 1] == "dobj" else tree.heads[prep]
    spent = tree.lemmas[tree.heads[noun]] in load_cues().words["parts.verbs"]
    return tree.tags[noun][0] in "NJP" and not spent
