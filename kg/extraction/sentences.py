"""Number the sentences of a Doc: those of white space alone are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

__all__ = ["find_sentences", "sentence_numbers"]


def find_sentences(doc: Doc) -> tuple[Sentence, ...]:
    """Find the sentences of a Doc, in text order, without the space around them."""
    return tuple(
        Sentence(index, span) for index, span in enumerate(_sentence_spans(doc))
    )


def sentence_numbers(doc: Doc) -> tuple[int, ...]:
    """Give each token the number of its sentence; space before the first has 0."""
    numbers: list[int] = []
    count = -1
    for sent in doc.sents:
        count += not all(token.is_space for token in sent)
        numbers.extend([max(count, 0)] * (sent.end - sent.start))
    return tuple(numbers)


def _sentence_spans(doc: Doc) -> Iterator[Span]:
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if words:
            yield Span(words[0].idx, words[-1].idx + len(words[-1]))
