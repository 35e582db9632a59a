"""Link who, which and that to what their clause hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.referents.chains import BODIES
from kg.extraction.referents.mentions import pronoun_reference
from kg.model import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.extraction.referents.chains import Chains
    from kg.extraction.referents.index import TokenIndex

__all__ = ["link_relatives"]

_VERBS = {"VERB", "AUX"}
_WHO = {"who", "whom"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_AUXILIARIES = {"aux", "auxpass"}
#: What is never several, as a team may be: "the towns of Lund and Malmo, which were".
_SINGLE = {EntityType.PERSON, EntityType.PLACE, EntityType.COUNTRY}
_NOBODIES = BODIES | {EntityType.PLACE, EntityType.PRODUCT, EntityType.EVENT}


def link_relatives(doc: Doc, index: TokenIndex, chains: Chains) -> None:
    """Link who, which and that to what their clause hangs on; which is no person."""
    by_head, groups = chains.by_head, chains.groups
    for token in index.relatives:
        antecedent = None if token.i in by_head else _antecedent(token)
        if antecedent is not None and token.lower_ in _WHO:
            antecedent = _someone(doc[antecedent], chains)
        if antecedent in groups:
            groups[token.i] = groups[antecedent]
        elif antecedent in by_head:
            key = by_head[antecedent]
            type_ = chains.type_of(key)
            nobody = type_ is EntityType.PERSON and token.lower_ == "which"
            many = token.dep_ in _SUBJECTS and _is_of_many(token.head)
            if not (nobody or (many and type_ in _SINGLE)):
                chains.add(pronoun_reference(token, key))


def _is_of_many(verb: Token) -> bool:
    """Tell whether a verb's form is that for several: "who have left" is no one."""
    finite = [c for c in verb.children if c.dep_ in _AUXILIARIES and c.i < verb.i]
    first = finite[0] if finite else verb
    return first.tag_ == "VBP" or first.lower_ == "were"


def _someone(token: Token, chains: Chains) -> int | None:
    """Climb from a place or body to the person whom "who" means.

    "an engineer at the Museum of Light in Lyon who knew" is about the engineer.
    """
    while chains.type_of(chains.by_head.get(token.i, "")) in _NOBODIES:
        preposition = token.head
        if preposition.dep_ != "prep" or preposition.head.pos_ in _VERBS:
            return None
        token = preposition.head
    return token.i


def _antecedent(token: Token) -> int | None:
    """Give the token on which the relative clause of a pronoun hangs."""
    if token.dep_ == "mark":
        return None  # "wrote in the Post that it fell"
    verb = token.head
    while verb.dep_ != "relcl" and verb.head.i != verb.i:
        if verb.pos_ in _VERBS and verb.dep_ not in {"conj", "xcomp", "ccomp"}:
            return None
        verb = verb.head
    before = verb.dep_ == "relcl" and verb.head.i < token.i
    return verb.head.i if before else None
