"""Other extractors on the pipeline that kg uses, to stand beside it in speed.py.

``naive`` takes each verb's own subjects and objects from the parse; textacy's triples
are those of ``textacy.extract.subject_verb_object_triples`` (pip install textacy, which
is no dependency of kg).
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from spacy.tokens import Doc

__all__ = ["found_peers"]

_SUBJECTS = {"nsubj", "nsubjpass"}
_OBJECTS = {"dobj", "attr", "dative", "oprd"}


def naive(doc: Doc) -> Iterator[tuple[str, str, str]]:
    """Take subject, verb and object as they hang in the parse, and nothing else."""
    for token in doc:
        if token.pos_ not in {"VERB", "AUX"}:
            continue
        children = list(token.children)
        subjects = [child for child in children if child.dep_ in _SUBJECTS]
        objects = [child for child in children if child.dep_ in _OBJECTS]
        for child in children:
            if child.dep_ == "prep":
                objects += [end for end in child.children if end.dep_ == "pobj"]
        for subject, object_ in product(subjects, objects):
            yield _phrase(subject), token.text, _phrase(object_)


def _phrase(token) -> str:  # noqa: ANN001 - a spaCy token
    return token.doc[token.left_edge.i : token.right_edge.i + 1].text


def found_peers() -> Mapping[str, Callable[[Doc], object]]:
    """Give the extractors by their names, textacy's where it is installed."""
    found: dict[str, Callable[[Doc], object]] = {"naive": lambda doc: list(naive(doc))}
    try:
        from textacy.extract import subject_verb_object_triples  # noqa: PLC0415
    except ImportError as error:
        print(f"textacy is not measured: {error}")
    else:
        found["textacy"] = lambda doc: list(subject_verb_object_triples(doc))
    return found
