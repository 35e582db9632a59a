"""Tell whether a capital at the start of a sentence makes a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span, Token

    from kg.extraction.lexicon import Lexicon

__all__ = ["in_title_case", "is_common_plural", "is_unusual"]

_LONG = 4


def is_common_plural(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell a plural of people that opens a sentence: "Farmers sold the mill"."""
    first = words[0]
    return (
        len(words) == 1
        and first.tag_ == "NNS"
        and first.i == first.sent.start
        and first.lemma_.lower() in lexicon.person_nouns
    )


def is_unusual(token: Token) -> bool:
    """Tell whether a word that opens a sentence is no common word of the model."""
    return token.tag_ == "NNP" and token.vocab[token.lower_].is_oov


def in_title_case(sentence: Span) -> bool:
    """Tell whether every long word has a capital, as in some headlines."""
    words = [token for token in sentence if token.is_alpha and len(token) >= _LONG]
    return len(words) >= _LONG and all(token.text[:1].isupper() for token in words)
