"""Tell who speaks in a quotation, to whom and for whom: only the last is "he"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.tables import table_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.frames import Quote

__all__ = ["claimant", "parties_of", "spoken_for"]

_NAMING = {"compound", "appos", "nmod"}
_ADDRESSED = {"dobj", "dative"}


def parties_of(quote: Quote) -> frozenset[int]:
    """Give the heads of who speaks and who is told: "Lee told Poe", "said to Poe".

    Who is blamed or called something is no such one.
    """
    cue, speaker = quote.cue, quote.speaker
    parties = set() if speaker is None else {speaker.i}
    if cue is None:
        return frozenset(parties)
    tells = cue.lemma_.lower() in table_words("verbs.toml", "telling")
    for child in cue.children:
        if tells and child.dep_ in _ADDRESSED:
            parties |= {child.i, *(c.i for c in child.children if c.dep_ == "pobj")}
        elif child.dep_ == "prep" and child.lower_ == "to":
            parties |= {c.i for c in child.children if c.dep_ == "pobj"}
    return frozenset(parties)


def spoken_for(speaker: Token) -> Token | None:
    """Give for whom a lawyer or spokesman speaks: "Poe’s lawyer", "a voice for Poe"."""
    voices = table_words("entities.toml", "persons", "voices")
    named = [c for c in speaker.children if c.dep_ in _NAMING]
    for noun in (speaker, *named):
        if noun.lemma_.lower() not in voices:
            continue
        for child in (*noun.children, *speaker.children):
            if child.dep_ == "poss":
                return child
            if child.dep_ == "prep" and child.lower_ == "for":
                return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def claimant(pronoun: Token) -> Token | None:
    """Give whose claim a clause is that has a pronoun: "Poe’s claim that he left".

    So with "Poe’s plan to sell his mill", and for whom "Poe and his son" names first.
    """
    if pronoun.dep_ == "poss":
        return _joined(pronoun) or _planner(pronoun)
    verb = pronoun.head
    if pronoun.dep_ not in {"nsubj", "nsubjpass"} or verb.dep_ != "acl":
        return None
    that = any(c.lower_ == "that" and c.dep_ == "mark" for c in verb.lefts)
    return _owner(verb.head) if that else None


def _owner(noun: Token) -> Token | None:
    return next((c for c in noun.lefts if c.dep_ == "poss"), None)


def _joined(pronoun: Token) -> Token | None:
    """Give who stands beside whom he has: "Lee met Poe and his son"."""
    noun = pronoun.head
    return noun.head if noun.dep_ == "conj" and noun.head.tag_ == "NNP" else None


def _planner(pronoun: Token) -> Token | None:
    """Give who has the plan of which an infinitive tells: "Lee’s plan to sell his"."""
    verb = pronoun.head.head
    if verb.dep_ != "acl" or verb.tag_ != "VB":
        return None
    return _owner(verb.head)
