"""Tell several people or things from one, where no others are told of beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.grammar.concepts import concept_type
from kg.extraction.grammar.partitives import counted_nouns
from kg.extraction.referents.likeness import PEOPLE
from kg.model import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["are_several", "are_several_people", "is_only_plural"]

_MANY = frozenset({"NNS", "NNPS"})


def are_several_people(
    tree: Tree, subject: Token, pronoun: Token, *, says: bool
) -> bool:
    """Tell "Ann Lee and her team" and "the authors" from one person and from things."""
    both = counted_nouns(tree, subject) or tree.coordinated(subject)
    if all(tree.tags[token.i] == "NNS" for token in both):
        acted_on = tree.deps[pronoun.i] == "nsubjpass"  # "They took two men. They were"
        people = all(concept_type(token) in PEOPLE for token in both)
        return people and (not acted_on or is_only_plural(tree, subject, pronoun))
    names = [token for token in both if tree.tags[token.i] == "NNP"]
    if len(names) == len(both):
        return len(both) > 1 and subject.ent_type_ == "PERSON"
    if not all(token in names or _is_somebody(tree, token) for token in both):
        return False
    several = len(both) > 1 or concept_type(subject) is EntityType.GROUP
    return several and (says or is_only_plural(tree, subject, pronoun))


def _is_somebody(tree: Tree, token: Token) -> bool:
    return tree.tags[token.i] in {"NN", "NNS"} and concept_type(token) in PEOPLE


def are_several(tree: Tree, subject: Token, pronoun: Token) -> bool:
    """Tell several things of which the next sentence goes on to speak, all unquoted."""
    if any(t.is_quote for t in tree.tokens[subject.sent.start : pronoun.i]):
        return False
    if subject.lower_ == pronoun.lower_:
        return True
    return tree.tags[subject.i] == "NNS" and is_only_plural(tree, subject, pronoun)


def is_only_plural(tree: Tree, subject: Token, pronoun: Token) -> bool:
    """Tell whether nothing else between a subject and "they" is more than one."""
    first, last = subject.left_edge.i, subject.right_edge.i
    words = tree.tokens[subject.sent.start : pronoun.i]
    others = (token for token in words if not first <= token.i <= last)
    return not any(_is_of_several(tree, token) for token in others)


def _is_of_several(tree: Tree, token: Token) -> bool:
    """Tell "women" and the second of "a woman and a girl"."""
    noun = tree.tags[token.i][:2] == "NN"
    return tree.tags[token.i] in _MANY or (noun and tree.deps[token.i] == "conj")
