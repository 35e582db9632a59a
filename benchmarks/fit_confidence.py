"""Fit the confidence of readings on development data and print ``confidence.toml``.

    python benchmarks/fit_confidence.py --data FOLDER > kg/data/confidence.toml

A row counts as right by as much as it tells of a gold tuple beyond the rows before it;
on sets with exact gold as a hit or a miss.
Weights are those of a logistic regression with a small ridge.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from kg.analysis import load_model
from kg.articles import parse_article
from kg.surface import read_surface

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from kg.surface import SurfaceTuple

_SETS = ("benchie", "carb", "carbdev")
_RIDGE = 3.0
_STEPS = 60
_NOMINAL = {
    "title": 0.95,
    "apposition": 0.85,
    "noun": 0.8,
    "possessive": 0.7,
    "adjective": 0.85,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    scorer = _scorer(options.data / "score_openie.py")
    rows = [row for name in _SETS for row in _rows(scorer, options.data, name)]
    signs = sorted({sign for found, _ in rows for sign in found})
    matrix = np.array([[sign in found for sign in signs] + [True] for found, _ in rows])
    weights = fit(matrix.astype(float), np.array([right for _, right in rows]))
    _print([*signs, "bias"], weights)
    return 0


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_openie", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path}: no scorer there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _rows(
    scorer: ModuleType, data: Path, name: str
) -> Iterator[tuple[tuple[str, ...], float]]:
    analyser = load_model()
    for gold in scorer.read_gold(str(data / "data" / name), "dev", None):
        doc = analyser.analyse(parse_article(gold["text"], gold["id"]))
        tuples = read_surface(doc)
        right = _hits if name == "benchie" else _recalls
        for found, value in zip(tuples, right(scorer, gold, tuples), strict=True):
            yield found.signs, value


def _hits(
    scorer: ModuleType, gold: dict[str, Any], tuples: tuple[SurfaceTuple, ...]
) -> list[float]:
    patterns = [
        [scorer.slot_pattern(slot) for slot in wording]
        for cluster in gold["clusters"]
        for wording in cluster
    ]
    return [float(any(_fits(p, found) for p in patterns)) for found in tuples]


def _fits(patterns: list[Any], found: SurfaceTuple) -> bool:
    slots = (found.subject, found.relation, found.object)
    return all(
        pattern.fullmatch(" ".join(slot.split()) + " ")
        for pattern, slot in zip(patterns, slots, strict=True)
    )


def _recalls(
    scorer: ModuleType, gold: dict[str, Any], tuples: tuple[SurfaceTuple, ...]
) -> list[float]:
    """Give how much each row tells of some gold tuple that no row before it told."""
    told = [0.0] * len(gold["gold"])
    values = []
    for found in tuples:
        row = (found.subject, found.relation, found.object, 1.0, list(found.further))
        recalls = [scorer.carb_pair(wanted, row)[1] for wanted in gold["gold"]]
        values.append(
            max((r - t for r, t in zip(recalls, told, strict=True)), default=0)
        )
        told = [max(pair) for pair in zip(recalls, told, strict=True)]
    return [max(value, 0.0) for value in values]


def fit(matrix: Any, right: Any) -> Any:  # noqa: ANN401 - numpy arrays
    weights = np.zeros(matrix.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (likely - right) + _RIDGE * weights
        curve = (matrix * (likely * (1 - likely))[:, None]).T @ matrix
        weights -= np.linalg.solve(curve + _RIDGE * np.eye(len(weights)), slope)
    return weights


def _print(signs: list[str], weights: Any) -> None:  # noqa: ANN401
    print("# Fitted by benchmarks/fit_confidence.py; not to be changed by hand.")
    print(
        "# The logistic function of the sum of a reading's weights is its confidence."
    )
    print("[weights]")
    for sign, weight in zip(signs, weights, strict=True):
        print(f'"{sign}" = {weight:.3f}')
    print("\n# Clauses of noun phrases: the share that was right when read by eye.")
    print("[nominal]")
    for kind, share in _NOMINAL.items():
        print(f"{kind} = {share}")


if __name__ == "__main__":
    sys.exit(main())
