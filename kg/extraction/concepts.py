"""Give common nouns their concept: head and needed modifiers, in the singular."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.lexicon import load_lexicon
from kg.extraction.slugs import slug
from kg.model import EntityType
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

__all__ = ["concept_of", "concept_type"]

_MODIFIERS = {"compound", "amod", "nmod"}
_LEFT_OUT = {"advmod", "cc", "conj", "det", "neg"}
_DEEPEST = 3
#: Ends of singulars that take "es": "bus", "loss", "lens".
_BEFORE_ES = ("ss", "us", "ens")


@cache
def _words(section: str, name: str) -> frozenset[str]:
    return frozenset(read_toml("concepts.toml")[section][name])


def concept_of(head: Token) -> tuple[str, str]:
    """Give the id and label of the concept that a noun and its modifiers name.

    Determiners, possessors, numbers, praise and clauses are left out, so "its strike
    ban" and "similar strike bans" are one concept.
    """
    label = " ".join(_concept_words(head, _DEEPEST)) or head.text.lower()
    return slug(label), label


def concept_type(head: Token) -> EntityType:
    """Tell whether a noun means a group, a person, or a concept."""
    lexicon = load_lexicon()
    lemma = head.lemma_.lower()
    plural = head.tag_ in {"NNS", "NNPS"}
    if lemma in lexicon.words["groups.nouns"] and (plural or lemma in _collective()):
        return EntityType.GROUP
    if lemma in lexicon.person_nouns:
        return EntityType.GROUP if plural else EntityType.PERSON
    return EntityType.CONCEPT


def _collective() -> frozenset[str]:
    return load_lexicon().words["groups.collective"]


def _concept_words(head: Token, depth: int) -> Iterator[str]:
    for child in head.lefts:
        if child.dep_ in _MODIFIERS and _is_needed(child):
            yield from _modifier(child)
    yield _lemma(head)
    if depth and head.lemma_.lower() in _words("hollow", "nouns"):
        for prep in head.rights:
            if prep.lower_ != "of":
                continue
            for noun in prep.children:
                if noun.dep_ == "pobj" and noun.pos_ in {"NOUN", "PROPN"}:
                    yield "of"
                    yield from _concept_words(noun, depth - 1)
            break


def _is_needed(child: Token) -> bool:
    if (
        child.is_punct
        or child.like_num
        or child.ent_type_ in {"DATE", "TIME", "ORDINAL"}
    ):
        return False
    word = child.lower_
    if child.dep_ == "amod":
        if child.tag_ in {"JJR", "JJS"}:
            return False
        return word not in _words("drop", "adjectives") | _words("drop", "manner")
    return True


def _modifier(child: Token) -> Iterator[str]:
    """Give a modifier with its own modifiers; "long-range" stays one word."""
    word = ""
    for token in child.subtree:
        if token.i != child.i and token.dep_ in _LEFT_OUT:
            continue
        if token.text == "-" and word:
            word += "-"
        elif not token.is_space and not token.is_punct:
            if word and not word.endswith("-"):
                yield word
                word = ""
            word += _written(token)
    if word:
        yield word.rstrip("-")


def _written(token: Token) -> str:
    """Give a word small, unless its capital is its own and not its sentence's."""
    own = token.pos_ == "PROPN" or token.ent_type_ or token.i != token.sent.start
    return token.text if own and not token.text.islower() else token.lower_


def _lemma(head: Token) -> str:
    if head.pos_ == "PROPN" and head.tag_ == "NNP":
        return head.text
    if head.pos_ not in {"NOUN", "PROPN"}:
        return head.lower_
    return _singular(head.lower_, head.lemma_.lower())


def _singular(word: str, lemma: str) -> str:
    """Mend the lemma of a noun: the model makes "taxis" of taxes and "vas" of vases.

    >>> _singular("taxes", "taxis"), _singular("vases", "vas")
    ('tax', 'vase')
    """
    own = _plurals().get(word)
    if own is not None:
        return own
    if lemma.endswith("xis") and word.endswith("xes"):
        return word[:-2]
    cut = word.endswith("ses") and lemma == word[:-2]
    return word[:-1] if cut and not lemma.endswith(_BEFORE_ES) else lemma


@cache
def _plurals() -> dict[str, str]:
    """Give the singular of the nouns that have their own, or none."""
    table = read_toml("concepts.toml")["plurals"]
    same: list[str] = table["same"]
    forms: dict[str, str] = table["forms"]
    return {word: word for word in same} | forms
