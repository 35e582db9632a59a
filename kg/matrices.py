"""Multiply the model's matrices with numpy, which takes a third of the time of BLIS.

spaCy multiplies with BLIS, whose wheels know few processors' instructions; numpy comes
with OpenBLAS, which knows most. Half of a parse is such products.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from spacy.language import Language
    from threadpoolctl import ThreadpoolController

__all__ = ["multiply_by_numpy", "one_thread"]


def multiply_by_numpy(nlp: Language) -> None:
    """Let all layers of a pipeline multiply with numpy."""
    from thinc.api import Model, NumpyOps  # noqa: PLC0415 - takes a second to import

    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for layer in model.walk():
                if isinstance(layer.ops, NumpyOps):
                    layer.ops = ops


def one_thread() -> AbstractContextManager[object]:
    """Keep numpy from sharing out products to threads inside a ``with``.

    A parse's matrices are small: to share them costs more than it gains, and much more
    where other workers need the processors.
    """
    limited: AbstractContextManager[object] = _threads().limit(
        limits=1, user_api="blas"
    )
    return limited


@cache
def _threads() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415 - looks at numpy's

    return ThreadpoolController()
