"""Choose the person that "he" or "she" means: salience after Lappin and Leass 1994."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.mentions import is_subject

if TYPE_CHECKING:
    from collections import ChainMap
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Token

__all__ = ["Candidate", "Salience", "barred_heads"]

_VERBS = {"VERB", "AUX"}
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "dative", "attr"}
_EMBEDDED = {"poss", "compound", "nmod", "amod"}
P = dict(decay=0.5, subj=0.8, obj=0.5, emb=-0.4, pobj=0.0, np=-0.3, par=0.4, unknown=0.6,
         quote=0.6, local=0.9, far=4, margin=0.0, main=0.3, cap=3.0, clause=0.3)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention of a person: its entity, head token, sentence and weight."""

    key: str
    head: int
    sentence: int
    weight: float
    quote: int = -1


@dataclass(slots=True)
class Salience:
    """The persons of the last sentences, as the article is walked from left to right."""

    genders: ChainMap[str, str]
    quote_of: Mapping[int, int]
    recent: list[Candidate] = field(default_factory=list)

    def add(self, token: Token, key: str, sentence: int) -> None:
        """Take in one mention; forget those that are too far behind."""
        quote = self.quote_of.get(token.i, -1)
        self.recent.append(Candidate(key, token.i, sentence, _weight(token), quote))
        while self.recent and sentence - self.recent[0].sentence > P['far']:
            del self.recent[0]

    def best(
        self, pronoun: Token, gender: str, sentence: int, barred: Iterable[str]
    ) -> str | None:
        """Give the most salient person that agrees, or none."""
        out = set(barred)
        quote = self.quote_of.get(pronoun.i, -1)
        scores: dict[str, float] = defaultdict(float)
        bonus: dict[str, float] = {}
        clauses = _clauses_above(pronoun)
        for one in self.recent:
            if one.head >= pronoun.i or one.key in out:
                continue
            known = self.genders.get(one.key, "")
            if known not in {"", "n", gender}:
                continue
            decay = P['decay'] ** (sentence - one.sentence)
            weight = one.weight * decay
            if one.quote != quote:
                weight *= P['quote']
            scores[one.key] = min(scores[one.key] + weight, P['cap'])
            extra = _extra(pronoun.doc[one.head], pronoun, clauses, decay)
            bonus[one.key] = max(bonus.get(one.key, 0.0), extra)
        if not scores:
            return None
        for key in scores:
            scores[key] += bonus[key]
            if self.genders.get(key, "") != gender:
                scores[key] *= P['unknown']
        ranked = sorted(scores, key=lambda key: (-scores[key], key))
        if len(ranked) > 1 and scores[ranked[0]] < scores[ranked[1]] * (1+P['margin']):
            return None
        return ranked[0]


def _weight(token: Token) -> float:
    top = token
    while top.dep_ == "conj":
        top = top.head
    weight = 1.0
    if is_subject(token):
        weight += P['subj']
    elif top.dep_ in {"dobj", "dative", "agent", "attr"}:
        weight += P['obj']
    elif top.dep_ in _EMBEDDED:
        weight += P['emb']
    elif top.dep_ == "pobj":
        weight += P['np'] if top.head.head.pos_ not in _VERBS else P['pobj']
    return weight


def _extra(token: Token, pronoun: Token, clauses: Mapping[int, int], decay: float) -> float:
    """Add for the same role, and for the subject of a clause around the pronoun."""
    extra = 0.0
    if is_subject(token) and is_subject(pronoun):
        extra += P['par'] * decay
    if pronoun.dep_ in {"dobj","dative","pobj"} and token.dep_ in {"dobj","dative","pobj"}:
        extra += P['par']*decay
    if is_subject(token) and token.head.i in clauses:
        extra += P['local'] - P['clause'] * clauses[token.head.i]
    return extra


def _clauses_above(token: Token) -> dict[int, int]:
    """Give the verbs above a token, with how many clauses lie between."""
    above: dict[int, int] = {}
    verb = token
    while verb.head.i != verb.i:
        verb = verb.head
        if verb.pos_ in _VERBS:
            above[verb.i] = len(above)
    return above


def barred_heads(pronoun: Token) -> set[int]:
    """Give the tokens that the grammar forbids a pronoun to mean.

    They are the other arguments of its verb, and the phrase of which it is a part.
    """
    if pronoun.lower_.endswith("self"):
        return set()
    if pronoun.dep_ == "poss":
        return _own_phrase(pronoun)
    verb = pronoun.head
    if pronoun.dep_ == "pobj" and verb.head.pos_ in _VERBS:
        verb = verb.head
    if verb.pos_ not in _VERBS:
        return set()
    barred = {c.i for c in verb.children if c.dep_ in _ARGUMENTS and c.i != pronoun.i}
    while not is_subject(pronoun) and verb.dep_ in {"xcomp", "conj"} and not any(c.dep_ in {'nsubj','nsubjpass'} for c in verb.children):
        if verb.dep_=='xcomp' and any(c.dep_=='dobj' for c in verb.head.children):
            barred |= {c.i for c in verb.head.children if c.dep_=='dobj'}
            break
        verb = verb.head
        barred |= {c.i for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}}
    return barred


def _own_phrase(pronoun: Token) -> set[int]:
    """Give the heads of the noun phrases around a possessive: "his father Albert"."""
    own: set[int] = set()
    token = pronoun.head
    own.add(token.i)
    own |= {c.i for c in token.children if c.dep_ == "appos"}
    while token.dep_ in {"compound", "appos", "nmod"}:
        token = token.head
        own.add(token.i)
        own |= {c.i for c in token.children if c.dep_ == "appos"}
    if token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "PROPN":
        own.add(token.i + 1)
    return own
