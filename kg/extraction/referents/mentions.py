"""References of an article inside the extraction: tokens that point at an entity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import How, Mention, MentionKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.model import Article

__all__ = [
    "Reference",
    "base_noun_phrase",
    "first_conjunct",
    "is_acting",
    "is_elect",
    "is_subject",
    "noun_of",
    "pronoun_reference",
    "to_mention",
]

#: No list is followed further, so that no cost is quadratic.
_MOST_CONJUNCTS = 40
_LEFT = {
    "det",
    "amod",
    "compound",
    "nummod",
    "poss",
    "nmod",
    "advmod",
    "quantmod",
    "punct",
    "case",
    "predet",
}


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """Tokens that refer: ``key`` is the entity's key inside the article.

    ``chars`` narrows a reference that is only the first part of a token. A ``silent``
    one is a mention, but as an argument its head stands for its own concept: titles
    and predicates ("Healey is the defense secretary").
    """

    start: int
    end: int
    head: int
    kind: MentionKind
    key: str
    how: How
    chars: int = 0
    silent: bool = False


def pronoun_reference(token: Token, key: str, how: How = How.PRONOUN) -> Reference:
    """Make the reference of a pronoun."""
    return Reference(token.i, token.i + 1, token.i, MentionKind.PRONOUN, key, how)


def to_mention(
    doc: Doc, article: Article, reference: Reference, entity: str
) -> Mention:
    """Make the mention of a reference, with offsets into the article's text."""
    start = doc[reference.start].idx
    last = doc[reference.end - 1]
    end = start + reference.chars if reference.chars else last.idx + len(last)
    span = Span(start, end)
    return Mention(span, span.of(article.text), entity, reference.kind, reference.how)


def base_noun_phrase(head: Token) -> tuple[int, int]:
    """Give the tokens from a noun's first modifier to the noun."""
    start = head.i
    for child in head.lefts:
        if child.dep_ in _LEFT:
            start = min(start, child.left_edge.i)
    while start < head.i and (head.doc[start].is_punct or head.doc[start].is_space):
        start += 1
    return start, head.i + 1


def first_conjunct(token: Token) -> Token:
    """Give the first of what a token is coordinated with, at most forty back."""
    for _ in range(_MOST_CONJUNCTS):
        if token.dep_ != "conj":
            break
        token = token.head
    return token


def is_subject(token: Token) -> bool:
    """Tell whether a token is a subject, or coordinated with one."""
    return first_conjunct(token).dep_ in {"nsubj", "nsubjpass", "csubj"}


def is_elect(token: Token) -> bool:
    """Tell the "elect" of "president-elect"."""
    return token.lower_ == "elect" and token.i > 1 and token.nbor(-1).text == "-"


def noun_of(token: Token) -> str:
    """Give the noun by which a token calls somebody: "president-elect" as one."""
    noun: str = token.lemma_.lower()
    return f"{token.nbor(-2).lower_}-elect" if is_elect(token) else noun


def is_acting(
    token: Token, verbs: frozenset[str], prepositions: frozenset[str]
) -> bool:
    """Tell whether a place does something here, as only its government can."""
    token = first_conjunct(token)
    head = token.head
    if token.dep_ in {"nsubj", "agent"}:
        return head.lemma_.lower() in verbs
    if token.dep_ == "dobj":
        return head.lemma_.lower() in verbs
    if token.dep_ == "poss":
        return head.pos_ == "NOUN" and head.lemma_.lower() in verbs
    if token.dep_ == "pobj":
        if head.dep_ == "agent":
            return True
        return head.lower_ in prepositions
    return False
