"""Find who speaks: the subject of a verb of saying, or whom a sentence introduces."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

__all__ = [
    "is_cue",
    "speaker_before",
    "speaker_behind",
    "speaker_beside",
    "speaker_of",
]

_VERBS = {"VERB", "AUX"}
_FINITE = {"VBD", "VBZ", "VBP"}
_ADVERBIAL = {"advcl", "pcomp"}
_BEFORE_NOUN = {"compound", "det", "amod", "poss", "nummod", "nmod"}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_toml("quotes.toml")["cues"][name])


def is_cue(token: Token) -> bool:
    """Tell whether a verb says something; "declined to comment" says nothing."""
    lemma = token.lemma_.lower()
    if token.pos_ not in _VERBS or lemma not in _words("verbs"):
        return False
    if lemma in _words("finite") and token.tag_ not in _FINITE:
        return False  # "a painter going by the name"
    if lemma == "point" and not any(c.lower_ == "out" for c in token.children):
        return False
    silent = token.dep_ == "xcomp" and token.head.lemma_.lower() in _words("silent")
    return not silent


def speaker_of(cue: Token, inside: bytearray) -> Token | None:
    """Give the one who says: the verb's own subject, or one that it shares."""
    for child in cue.children:
        if child.dep_ == "nsubj" and not inside[child.i]:
            relative = child.tag_ in {"WP", "WDT"} and cue.dep_ == "relcl"
            return cue.head if relative else child
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ == "nsubjpass" and cue.lemma_ == "quote":
            return child  # "was quoted as saying"
    gerund = cue.tag_ == "VBG"
    if gerund and cue.dep_ in {"acl", "relcl"}:
        return cue.head
    above = cue.head
    if gerund and cue.dep_ in {"advcl", "pcomp"} and above.pos_ not in _VERBS:
        above = above.head
    shares = cue.dep_ in {"conj", "xcomp"} or (gerund and cue.dep_ in _ADVERBIAL)
    if not shares or above.pos_ not in _VERBS or above.i == cue.i:
        return None
    return speaker_of(above, inside)


def speaker_behind(cue: Token, inside: bytearray) -> Token | None:
    """Give the name or noun right behind a verb of saying: "says Riddell, who …"."""
    following = cue.i + 1
    if following >= len(cue.doc) or inside[following]:
        return None
    speaker = cue.doc[following]
    while speaker.dep_ in _BEFORE_NOUN and speaker.head.i > speaker.i:
        speaker = speaker.head
    named = speaker.pos_ in {"PROPN", "PRON"} or (
        speaker.pos_ == "NOUN" and speaker.dep_ == "nsubj"
    )
    return speaker if named and not inside[speaker.i] else None


def speaker_beside(cue: Token, inside: bytearray) -> Token | None:
    """Give the name right before a verb of saying that has no subject of its own."""
    before = cue.i - 1
    if before < 0 or inside[before] or cue.tag_ not in _FINITE:
        return None
    name = cue.doc[before]
    known = name.ent_type_ in {"PERSON", "ORG"} or name.tag_ == "NNP"
    return name if known and name.dep_ not in _BEFORE_NOUN else None


def speaker_before(
    end: Token, inside: bytearray, *, near: bool
) -> tuple[Token | None, Token] | None:
    """Give the cue and the one to whom a sentence gives the word, by its last token.

    Who asks does not answer. A person of whom a sentence tells a state or asks
    something speaks next where the quotation follows ``near``, in the same paragraph.
    """
    root = end.sent.root
    aside = (c for c in root.children if c.dep_ == "advcl" and _as_told(c))
    for verb in (*_main_verbs(root, end), *aside):
        if inside[verb.i] or verb.lemma_.lower() in _words("asking"):
            return None
        speaker = speaker_of(verb, inside) if is_cue(verb) else None
        if speaker is not None:
            return verb, speaker
    for token in end.sent:
        if token.lower_ == "according" and token.i < end.i:
            phrase = next((c for c in token.children if c.lower_ == "to"), token)
            named = next((c for c in phrase.children if c.dep_ == "pobj"), None)
            return (token, named) if named is not None else None
    subject = next((c for c in root.children if c.dep_ == "nsubj"), None)
    if subject is None or inside[subject.i] or subject.i > end.i:
        return None
    person = subject.ent_type_ == "PERSON" or subject.lower_ in {"he", "she"}
    if end.text == ":":
        return (None, subject) if person or subject.pos_ == "PROPN" else None
    state = end.text == "?" or root.lemma_.lower() in _words("states")
    return (None, subject) if person and near and state else None


def _as_told(verb: Token) -> bool:
    """Tell "as he told the paper" from "as the war went on"."""
    marked = any(c.dep_ == "mark" and c.lower_ == "as" for c in verb.children)
    return marked and is_cue(verb)


def _main_verbs(root: Token, end: Token) -> Iterator[Token]:
    """Give the verb of a sentence and those coordinated with it, the last one first."""
    verbs = [root]
    for verb in verbs:
        verbs.extend(c for c in verb.children if c.dep_ == "conj" and c.pos_ in _VERBS)
    return (verb for verb in reversed(verbs) if verb.i < end.i)
