"""Tell several people or things from one, where no others are told of beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.grammar.concepts import concept_type
from kg.extraction.grammar.partitives import counted_nouns
from kg.extraction.lexicon import load_lexicon
from kg.extraction.referents.likeness import PEOPLE, can_say
from kg.extraction.referents.rivals import can_do
from kg.model import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["are_several", "are_several_people", "is_only_plural", "only_several"]

_MANY = frozenset({"NNS", "NNPS"})
_ASIDE = frozenset({"compound", "nmod", "poss", "npadvmod", "conj"})
_AMOUNTS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})


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


def only_several(tree: Tree, pronoun: Token) -> Token | None:
    """Give the only noun for several before a pronoun in its sentence, unquoted.

    Teams, amounts and times before it leave open who "they" are; and of a thing only
    what it is or undergoes is told: "As the fires grew, they fled".
    """
    collective = load_lexicon().words["groups.collective"]
    found = None
    for token in tree.tokens[pronoun.sent.start : pronoun.i]:
        other = _is_of_several(tree, token) or tree.lemmas[token.i] in collective
        if token.is_quote or (other and found is not None):
            return None
        if other:
            found = token
    if found is None or found.tag_ != "NNS" or found.ent_type_ in _AMOUNTS:
        return None
    if any(c.lower_ == "no" for c in tree.children(found, "det")):
        return None  # "said there were no troops, and they lied"
    within = _is_beside(tree, found, pronoun) or pronoun.i <= found.right_edge.i
    aside = tree.deps[found.i] in _ASIDE
    return None if within or aside or not _can_be(tree, found, pronoun) else found


def _is_beside(tree: Tree, noun: Token, pronoun: Token) -> bool:
    """Tell whether a verb has both for arguments, and so two: "voters chose them".

    So with "voters want to choose them", and where they do something to "them".
    """
    verb = _verb_of(tree, pronoun)
    if _verb_of(tree, noun).i == verb.i:
        return True
    subject = tree.child(verb, "nsubj", "nsubjpass")
    while subject is None and tree.deps[verb.i] in {"xcomp", "conj"}:
        verb = tree.head(verb)
        subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is None or subject.i == pronoun.i:
        return False
    return subject.i == noun.i or subject.lower_ == "they"


def _verb_of(tree: Tree, token: Token) -> Token:
    above = tree.head(token)
    return tree.head(above) if tree.deps[above.i] == "prep" else above


def _can_be(tree: Tree, noun: Token, pronoun: Token) -> bool:
    """Tell people and firms, which do anything, from what only is or undergoes."""
    if not can_do(tree, noun, pronoun):
        return False
    if concept_type(noun) in PEOPLE or can_say(tree, noun):
        return True
    acted_on = tree.deps[pronoun.i] not in {"nsubj", "poss"}
    return acted_on or tree.lemmas[tree.heads[pronoun.i]] in {"be", "have"}
