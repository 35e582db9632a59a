"""Measure the surface reading: one run over every set of a data folder, peers beside.

    python benchmarks/openie.py --data FOLDER

FOLDER holds ``score_openie.py`` and ``data/SET/dev.jsonl``, ``data/peers/SET/*.tsv``.
Every sentence is read as an article of its own, as ``kg extract`` reads it; no set has
a switch of its own.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.analysis import load_model
from kg.articles import parse_article
from kg.surface import read_surface, to_tsv

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

_SETS = ("benchie", "carb", "carbdev", "wire57")
_SHOWN = {"benchie": ("P", "R", "F1"), "wire57": ("P", "R", "F1")}
_CARB = ("bestP", "bestR", "bestF1", "AUC")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", choices=("dev", "held", "all"), default="dev")
    parser.add_argument("--keep", type=Path, help="folder for kg's tuples")
    options = parser.parse_args(arguments)
    scorer = _scorer(options.data / "score_openie.py")
    with tempfile.TemporaryDirectory() as own:
        folder = options.keep or Path(own)
        folder.mkdir(parents=True, exist_ok=True)
        for name in _SETS:
            gold_folder = options.data / "data" / name
            if gold_folder.is_dir():
                gold = scorer.read_gold(str(gold_folder), options.split, None)
                predictions = folder / f"{name}.tsv"
                _extract(gold, predictions)
                _print(name, _rows(scorer, options.data, name, gold, predictions))
    return 0


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_openie", path)
    if spec is None or spec.loader is None or not path.exists():
        sys.exit(f"{path}: no scorer there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _extract(gold: list[dict[str, Any]], target: Path) -> None:
    analyser = load_model()
    with target.open("w", encoding="utf-8") as out:
        for row in gold:
            doc = analyser.analyse(parse_article(row["text"], row["id"]))
            for line in to_tsv(row["id"], read_surface(doc)):
                out.write(line + "\n")


def _rows(
    scorer: ModuleType, data: Path, name: str, gold: list[Any], own: Path
) -> Iterator[tuple[str, dict[str, float]]]:
    for path in [own, *sorted((data / "data" / "peers" / name).glob("*.tsv"))]:
        predictions = scorer.read_preds(str(path), None)
        result = scorer.SCORERS[name](gold, predictions)
        yield "kg" if path == own else path.stem, result


def _print(name: str, rows: Iterator[tuple[str, dict[str, float]]]) -> None:
    columns = _SHOWN.get(name, _CARB)
    ranked = sorted(
        rows, key=lambda row: -row[1][columns[-1 if "F1" in columns else 2]]
    )
    print(f"\n| {name} | n | " + " | ".join(columns) + " |")
    print("|---" * (len(columns) + 2) + "|")
    for peer, result in ranked:
        cells = " | ".join(f"{result[column]:.3f}" for column in columns)
        print(f"| {peer} | {result['preds']} | {cells} |")


if __name__ == "__main__":
    sys.exit(main())
