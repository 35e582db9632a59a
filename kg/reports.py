"""What commands give back: the report of a build, the result of a check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.showing import rows_as_html

if TYPE_CHECKING:
    from pathlib import Path

    from kg.graph import Graph
    from kg.model import Skipped

__all__ = ["BuildReport", "Validation"]


@dataclass(frozen=True, slots=True, repr=False)
class BuildReport:
    """What a build made: the graph, the folder with its files, and what was skipped."""

    graph: Graph
    folder: Path
    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]

    @property
    def facts(self) -> int:
        """How many facts the graph asserts."""
        return sum(fact.asserted for fact in self.graph.facts)

    @property
    def others(self) -> int:
        """How many statements the graph keeps and does not assert."""
        return len(self.graph.facts) - self.facts

    def __repr__(self) -> str:
        return f"<BuildReport: {self.facts} facts, {self.others} other statements>"

    def _repr_html_(self) -> str:
        rows = [
            ("articles", str(len(self.graph.articles))),
            ("entities", str(sum(not node.literal for node in self.graph.nodes))),
            ("facts", str(self.facts)),
            ("other statements", str(self.others)),
            ("skipped", "; ".join(s.text or s.source for s in self.skipped)),
            ("files", " ".join(self.files)),
        ]
        return rows_as_html(rows)


@dataclass(frozen=True, slots=True)
class Validation:
    """Whether a graph conforms to kg's shapes, and what to read about it."""

    conforms: bool
    text: str
