"""Tell of whom several "they" and "their" speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.referents.nominals import conjuncts, own_subject
from kg.model import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.referents.chains import Chains

__all__ = ["mean_several"]

_VERBS = {"VERB", "AUX"}
_NOUNS = {"NOUN", "PROPN"}
_DEEPEST = 12
_SEVERAL = 2


def mean_several(chains: Chains, token: Token) -> str | None:
    """Spread "they" over the members of a group that governs its clause.

    After "the company said" it means the company, and is given back.
    """
    above = token.head
    for _ in range(_DEEPEST):
        subject = own_subject(above) if above.pos_ in _VERBS else None
        if subject is not None and subject.i < token.i:
            members = chains.groups.get(subject.i) or _coordinated(chains, subject)
            if members:
                chains.groups[token.i] = members
                return None
            shared = any(child.dep_ == "conj" for child in subject.children)
            if shared or subject.tag_ in {"NNS", "NNPS"}:
                return None
            if token.dep_ == "nsubj" and token.head.head.i == above.i:
                return _body_of(chains, subject, token)
        if above.head.i == above.i:
            break
        above = above.head
    opens = token.is_sent_start
    if token.dep_ in {"nsubj", "nsubjpass"} and (opens or token.head.i == above.i):
        return _mean_those_before(chains, token)
    return None


def _body_of(chains: Chains, subject: Token, token: Token) -> str | None:
    """Give the body that says so, or of which a clause beside goes on to speak."""
    between = token.doc[subject.i : token.i]
    several = any(t.tag_ in {"NNS", "NNPS"} for t in between)
    beside = token.head.dep_ == "conj" and not several
    said = token.head.dep_ == "ccomp"
    return _body(chains, subject) if said or beside else None


def _mean_those_before(chains: Chains, token: Token) -> str | None:
    """Let "they" at the head of a sentence mean those coordinated in the one before.

    A body that is the subject there, with no plural beside it, is given back.
    """
    before = token.sent.start - 1
    while before > 0 and token.doc[before].is_space:
        before -= 1
    if before <= 0:
        return None
    last = token.doc[before].sent
    subject = own_subject(last.root)
    if subject is None:
        return None
    named = chains.groups.get(subject.i)
    members = named or _coordinated(chains, subject)
    own = range(subject.left_edge.i, subject.right_edge.i + 1)
    if any(t.tag_ == "NNS" and t.i not in own for t in last):
        return None
    alike = {chains.type_of(key) is EntityType.PERSON for key in members}
    if members and (named or len(alike) == 1):
        chains.groups[token.i] = members
        return None
    several = any(t.dep_ == "conj" and t.pos_ in _NOUNS for t in last)
    return None if several else _body(chains, subject)


def _coordinated(chains: Chains, subject: Token) -> tuple[str, ...]:
    parts = [subject, *conjuncts(subject)]
    if len(parts) < _SEVERAL or any(p.i not in chains.by_head for p in parts):
        return ()
    return tuple(dict.fromkeys(chains.by_head[p.i] for p in parts))


def _body(chains: Chains, subject: Token) -> str | None:
    key = chains.by_head.get(subject.i)
    body = key is not None and chains.type_of(key) is EntityType.ORGANIZATION
    return key if body else None
