"""Tell the clause that only says which of a kind are meant: "girls who swim"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import Form, load_cues

if TYPE_CHECKING:
    from kg.extraction.parse.syntax import Tree

__all__ = ["is_likeness", "is_of_a_kind"]

#: Where a noun is told to be what something is.
_TOLD = frozenset({"attr", "appos", "ROOT", "oprd"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AUXILIARIES = frozenset({"aux", "auxpass"})
_PRESENT = frozenset({"VBZ", "VBP", "VB", "MD"})
_ARTICLES = frozenset({"a", "an"})
_APART = frozenset({",", "—", "–", "-", "("})
_PERFECT = frozenset({"VBN", "VBG"})


def is_of_a_kind(tree: Tree, noun: int, index: int) -> bool:
    """Tell a relative clause without which a general sentence would not be true.

    "People who smoke die young" tells of no people that they smoke; "police arrested
    people who smoked" does, and so does what is going on or has been done.
    """
    if tree.tags[noun] != "NNS" or tree.deps[index] != "relcl" or index < noun:
        return False
    if tree.tags[index] == "VBD" and not _is_meant_for(tree, noun):
        return False  # "the list names people who fled"
    apart = any(tree.tokens[i].text in _APART for i in range(noun + 1, index))
    if apart or not _is_subject(tree, noun, index):
        return False
    return _is_bare(tree, noun) and _is_general(tree, noun)


def is_likeness(tree: Tree, noun: int, index: int) -> bool:
    """Tell what something is only compared to: "like a man who had seen a ghost".

    What a thing is called it is called in earnest: "similar to a salt known as borax".
    """
    if tree.tags[index] == "VBN" and tree.deps[index] == "acl":
        return False
    if _ARTICLES.isdisjoint([tree.words[i] for i in tree.below[noun]]):
        return False
    above = tree.heads[noun]
    words = load_cues().words
    if tree.deps[noun] == "dobj":
        return tree.lemmas[above] in words["likeness.verbs"]
    if tree.deps[noun] != "pobj":
        return False
    if tree.words[above] == "like":
        return tree.tags[tree.heads[above]][0] != "N"
    return tree.lemmas[tree.heads[above]] in words["likeness.adjectives"]


def _is_meant_for(tree: Tree, noun: int) -> bool:
    """Tell whom something is for: "a bonus for firms that saved"."""
    return tree.deps[noun] == "pobj" and tree.words[tree.heads[noun]] == "for"


def _is_subject(tree: Tree, noun: int, index: int) -> bool:
    """Tell whether a relative pronoun right behind the noun is the clause's subject."""
    return any(
        tree.deps[i] in _SUBJECTS and tree.tags[i][0] == "W" and i > noun
        for i in tree.below[index]
    )


def _is_bare(tree: Tree, noun: int) -> bool:
    """Tell a noun that is neither counted, nor known, nor somebody's."""
    several = load_cues().words["likeness.several"]
    return not any(
        tree.deps[i] in {"poss", "nummod", "appos", "det"} or tree.words[i] in several
        for i in tree.below[noun]
    )


def _is_general(tree: Tree, noun: int) -> bool:
    """Tell what is told in the present of whomever it holds of."""
    while tree.deps[noun] == "conj":
        noun = tree.heads[noun]
    if tree.deps[noun] in _TOLD:
        return False
    verb = tree.heads[noun]
    while tree.tags[verb][:2] not in {"VB", "MD"} or _is_loose(tree, verb):
        if tree.heads[verb] == verb and tree.tags[verb] == "VB":
            break  # "ask people who know"; the tagger's "people who smoke die"
        if tree.heads[verb] == verb or tree.deps[verb] in {"appos", "attr"}:
            return False
        verb = tree.heads[verb]
    holds = tree.lemmas[verb] in load_cues().words["likeness.holding"]
    if holds and tree.deps[noun] == "dobj":
        return False  # "the chair has sensors that hum"
    return _is_timeless(tree, verb)


def _is_loose(tree: Tree, verb: int) -> bool:
    """Tell an infinitive or participle, whose time is that of the verb above."""
    return tree.tags[verb] in {"VB", "VBG", "VBN"} and not any(
        tree.deps[i] in _AUXILIARIES and tree.tags[i] != "TO" for i in tree.below[verb]
    )


def _is_timeless(tree: Tree, verb: int) -> bool:
    """Tell a simple present or a modal, of no saying and in no headline."""
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[verb])
    if row is not None and row.said:
        return False
    verbs = [i for i in tree.below[verb] if tree.deps[i] in _AUXILIARIES]
    tags = {tree.tags[i] for i in (verb, *verbs)}
    passive = any(tree.deps[i] == "auxpass" for i in verbs)
    done = {tree.tags[i] for i in verbs} if passive else tags
    if "VBD" in tags or done & _PERFECT or not tags & _PRESENT:
        return False
    last = [token.text for token in tree.tokens[verb].sent if not token.is_space][-1]
    return not last[-1:].isalnum()
