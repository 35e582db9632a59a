"""Tell whose words a letter or a statement is: who issued it, or wrote in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.referents.nominals import own_subject
from kg.tables import table_words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["who_speaks"]

_VERBS = {"VERB", "AUX"}
_IN = {"in", "on"}
#: How many tokens before it a document may have been spoken of last.
_FARTHEST = 150


def who_speaks(speaker: Token) -> Token | None:
    """Give who says "we" where a speaker speaks; None for a text of nobody known.

    "The statement read: “We …”" after "Acme denied it in a statement" has the words of
    Acme, as "Acme's statement" has.
    """
    documents = table_words("repairs.toml", "documents")
    if speaker.tag_ != "NN" or speaker.lemma_.lower() not in documents:
        return speaker
    owner = next((c for c in speaker.lefts if c.dep_ == "poss"), None)
    owner = owner or _issuer(speaker)  # "released a statement saying"
    if owner is not None:
        return owner
    lemma, last = speaker.lemma_.lower(), speaker.i
    for i in range(speaker.i - 1, -1, -1):
        before = speaker.doc[i]
        if last - i > _FARTHEST:
            return None
        if before.tag_ == "NN" and before.lemma_.lower() == lemma:
            issuer, last = _issuer(before), i
            if issuer is not None:
                return issuer
    return None


def _issuer(document: Token) -> Token | None:
    """Give the subject of "issued a statement" or "denied it in a statement"."""
    if document.dep_ == "dobj":
        return own_subject(document.head)
    if document.dep_ == "pobj" and document.head.lower_ in _IN:
        verb = document.head.head
        while verb.pos_ not in _VERBS and verb.head.i != verb.i:
            verb = verb.head
        return own_subject(verb) if verb.pos_ in _VERBS else None
    return None
