"""Parse texts and find their names, a step of all of them in one product of numpy.

spaCy's parser and name finder read a text in steps, each chosen by a small product of
matrices, which they take in C with the BLIS of its wheel. The same steps are taken here
through numpy: the same trees and names in two thirds of the time, and beside them how
unsure the parser was of each attachment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kg.doubts import keep_doubts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["analysed"]

#: So many texts take their steps together, those of like length, as spaCy does it.
_TOGETHER = 64
#: The scores of so many states are looked through at once.
_AT_ONCE = 2_000
#: An attachment that has nine of ten parts of the probability is sure enough.
_SURE = 0.1


def analysed(nlp: Language, texts: Iterable[str]) -> list[Doc]:
    """Run all of a pipeline over some texts; one Doc a text, as ``nlp.pipe`` gives."""
    docs = [nlp.make_doc(text) for text in texts]
    for _, component in nlp.pipeline:
        if _takes_steps(component):
            _step_through(component, docs)
        elif hasattr(component, "pipe"):
            docs = list(component.pipe(docs))
        else:
            docs = [component(doc) for doc in docs]
    return docs


def _takes_steps(component: Any) -> bool:  # noqa: ANN401 - any callable can be one
    """Tell whether a component takes the best step each time, and does so here."""
    from spacy.pipeline import DependencyParser, EntityRecognizer  # noqa: PLC0415
    from thinc.api import NumpyOps  # noqa: PLC0415 - these take a second to import

    return (
        isinstance(component, DependencyParser | EntityRecognizer)
        and component.cfg.get("beam_width") == 1
        and isinstance(component.model.ops, NumpyOps)
    )


def _step_through(component: Any, docs: Sequence[Doc]) -> None:  # noqa: ANN401
    from spacy.pipeline import DependencyParser  # noqa: PLC0415 - a second to import

    by_length = sorted((doc for doc in docs if len(doc)), key=len)
    for start in range(0, len(by_length), _TOGETHER):
        some = by_length[start : start + _TOGETHER]
        doubts = None
        if isinstance(component, DependencyParser):
            doubts = _Doubting(component.move_names, len(some))
        component.set_annotations(some, _final_states(component, some, doubts))
        if doubts is not None:
            for doc, found in zip(some, doubts.found(), strict=True):
                keep_doubts(doc, found)


def _final_states(
    component: Any,  # noqa: ANN401 - spaCy's types do not tell
    docs: Sequence[Doc],
    doubts: _Doubting | None,
) -> list[Any]:
    from numpy import ascontiguousarray  # noqa: PLC0415 - spaCy has loaded it

    model = component.model.predict(docs)
    states: list[Any] = component.moves.init_batch(docs)
    if doubts is not None:
        doubts.number(states)
    unfinished = [state for state in states if not state.is_final()]
    while unfinished:
        scores = ascontiguousarray(model.predict(unfinished))
        if doubts is not None:
            doubts.note(unfinished, scores)
        unfinished = component.transition_states(unfinished, scores)
    model.clear_memory()
    return states


class _Doubting:
    """Gathers how unsure each attachment was while texts take their steps.

    Scores are looked through many at once: one look a step would cost more than it.
    """

    def __init__(self, moves: Sequence[str], texts: int) -> None:
        self._kinds = [move[0] for move in moves]
        self._found: list[dict[int, float]] = [{} for _ in range(texts)]
        self._numbers: dict[int, int] = {}
        self._states: list[tuple[int, int, int]] = []
        self._scores: list[Any] = []

    def number(self, states: Sequence[Any]) -> None:
        """Tell which state is which text's."""
        self._numbers = {id(state): number for number, state in enumerate(states)}

    def note(self, states: Sequence[Any], scores: Any) -> None:  # noqa: ANN401
        """Keep the scores of a step, and the words that it is about."""
        numbers = self._numbers
        self._states += [(numbers[id(s)], s.S(0), s.B(0)) for s in states]
        self._scores.append(scores)
        if len(self._states) >= _AT_ONCE:
            self._look_through()

    def found(self) -> list[dict[int, float]]:
        """Give the doubts of each text, by token."""
        if self._states:
            self._look_through()
        return self._found

    def _look_through(self) -> None:
        import numpy as np  # noqa: PLC0415 - spaCy has loaded it

        scores = np.concatenate(self._scores)
        best = scores.argmax(axis=1)
        scores -= scores.max(axis=1, keepdims=True)
        doubts = np.log(np.exp(scores).sum(axis=1))
        for row in np.flatnonzero(doubts > _SURE).tolist():
            text, top, first = self._states[row]
            token = {"L": top, "R": first}.get(self._kinds[best[row]], -1)
            if token >= 0:
                found, doubt = self._found[text], float(doubts[row])
                found[token] = max(doubt, found.get(token, 0.0))
        self._states, self._scores = [], []
