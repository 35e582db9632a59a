"""Number the sentences of a Doc: those of white space alone are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

__all__ = ["find_sentences"]


def find_sentences(doc: Doc) -> tuple[Sentence, ...]:
    """Find the sentences of a Doc, in text order, without the space around them."""
    return tuple(
        Sentence(index, span) for index, span in enumerate(_sentence_spans(doc))
    )


def _sentence_spans(doc: Doc) -> Iterator[Span]:
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if words:
            yield Span(words[0].idx, words[-1].idx + len(words[-1]))
