"""Tell whether something else than a subject may be meant by a pronoun behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import Form, load_cues
from kg.extraction.grammar.concepts import concept_type
from kg.extraction.referents.likeness import PEOPLE, can_say
from kg.tables import table_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["can_do", "has_rival_people", "says_it"]

_SEVERAL = frozenset({"NNS", "NNPS"})
#: What only somebody thinks and fears, while a text may say so.
_MINDED = frozenset({"opinion", "prospect"})
#: What only somebody does with a clause behind "to".
_WILLED = frozenset({"wish", "plan", "attempt", "commitment", "refusal"})


def says_it(tree: Tree, verb: Token) -> bool:
    """Tell a verb whose clause is somebody's word: "it said", "they worry that"."""
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[verb.i])
    return row is not None and row.said


def can_do(tree: Tree, subject: Token, pronoun: Token) -> bool:
    """Tell whether things may do it: "it grew", but not "it plans to leave"."""
    verb = tree.head(pronoun)
    acts = tree.deps[pronoun.i] == "nsubj" and not _is_done_to(tree, verb)
    if not acts or concept_type(subject) in PEOPLE:
        return True
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[verb.i])
    if row is not None and row.id in _MINDED and subject.ent_type_ != "ORG":
        # "Suits are certain and they worry" is not about suits
        return tree.lemmas[subject.i] in table_words("repairs.toml", "groups")
    return can_say(tree, subject) or not (says_it(tree, verb) or _wills(tree, verb))


def _is_done_to(tree: Tree, verb: Token) -> bool:
    """Tell "they were reported" and "they got reported"."""
    helps = tree.children(verb, "aux", "auxpass")
    done = any(tree.lemmas[c.i] in {"be", "get"} for c in helps)
    return done and tree.tags[verb.i] == "VBN"


def _wills(tree: Tree, verb: Token) -> bool:
    """Tell what only somebody does: "it seeks to grow", "it plans to leave"."""
    if not any(tree.is_infinitive(c) for c in tree.children(verb, "xcomp")):
        return False
    if tree.child(verb, "nsubjpass"):
        return False  # "the rocket it was set to carry"
    row = load_cues().complement("verb", Form.INFINITIVE, tree.lemmas[verb.i])
    return row is not None and row.id in _WILLED


def has_rival_people(tree: Tree, subject: Token, pronoun: Token) -> bool:
    """Tell "Officers asked guests to move and smiled when they did".

    What somebody says is mostly about who says it, and what is joined to what
    somebody does too: "Officers told guests they left", "… saw guests and they left".
    """
    verb = tree.head(pronoun)
    same = tree.heads[verb.i] == tree.heads[subject.i]
    alike = same and tree.deps[verb.i] in {"ccomp", "conj"}
    words = () if alike else tree.tokens[subject.right_edge.i + 1 : pronoun.i]
    return any(
        tree.tags[t.i] in _SEVERAL
        and tree.deps[t.i] not in {"compound", "poss"}
        and concept_type(t) in PEOPLE
        for t in words
    )
