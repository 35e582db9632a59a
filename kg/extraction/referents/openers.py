"""Tell whether a capital at the start of a sentence makes a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.lexicon import name_key
from kg.extraction.parse.words import numbers_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span, Token

    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.cuts import Piece

__all__ = [
    "in_title_case",
    "is_common_elsewhere",
    "is_common_plural",
    "is_unusual",
    "without_opener",
]

_LONG = 4
#: Tags of words that open a sentence before the name of a body: "Rival Acme".
_NO_NAMES = {"NN", "VB", "VBG"}


def is_common_plural(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell a plural of people that opens a sentence: "Farmers sold the mill"."""
    first = words[0]
    return (
        len(words) == 1
        and first.tag_ == "NNS"
        and first.is_sent_start is True
        and first.lemma_.lower() in lexicon.person_nouns
    )


def is_common_elsewhere(words: Sequence[Token]) -> bool:
    """Tell a word that only opens a sentence, and is small elsewhere: "Whale hunters".

    Where it has a capital inside a sentence it is found again as the name it is.
    """
    first = words[0]
    if len(words) > 1 or first.text.isupper():
        return False
    before = first.nbor(-1) if first.i else first
    opens = first.is_sent_start or (before.is_sent_start and before.is_punct)
    return bool(opens) and bool(numbers_of(first.doc, {first.lower_}))


def is_unusual(token: Token) -> bool:
    """Tell whether a word that opens a sentence is no common word of the model."""
    return token.tag_ == "NNP" and token.vocab[token.lower_].is_oov


def in_title_case(sentence: Span) -> bool:
    """Tell whether every long word has a capital, as in some headlines."""
    words = [token for token in sentence if token.is_alpha and len(token) >= _LONG]
    return len(words) >= _LONG and all(token.text[:1].isupper() for token in words)


def without_opener(doc: Doc, piece: Piece, lexicon: Lexicon) -> int:
    """Give where a person's name starts that seems to open a sentence.

    There any word has a capital: "Echoing Annan", "Hairdresser Ann Lee".
    """
    first = doc[piece.start]
    if piece.end - piece.start == 1 or not first.is_sent_start:
        return piece.start
    word = first.lower_
    rest = name_key(doc[piece.start + 1 : piece.end].text)
    known = rest in lexicon.countries or rest in lexicon.places
    if known and first.like_num and first.is_alpha:
        return piece.start + 1  # "Two United States soldiers"
    if piece.label in {"ORG", "GPE"} and first.tag_ in _NO_NAMES:
        class_ = word in lexicon.words["organizations.nouns"]
        class_ = class_ or word in lexicon.words["persons.or_bodies"]
        return piece.start + 1 if class_ or first.tag_ != "NN" else piece.start
    if piece.label != "PERSON":
        return piece.start
    if word in lexicon.first_names or first.is_oov:
        return piece.start
    length = piece.end - piece.start
    titles = lexicon.words["persons.titles"]
    several = first.tag_ in {"NNS", "NNPS", "NNP"} and word.endswith("s")
    trades = {word, word[:-1]} if several else {word}
    trade = bool(trades & lexicon.person_nouns.keys()) and word not in titles
    gerund = word.endswith("ing") and len(word) > _LONG + 1
    told = (trade or word in lexicon.demonyms) and length > 2  # noqa: PLR2004
    return piece.start + 1 if told or gerund else piece.start
