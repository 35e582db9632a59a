"""What commands give back: the report of a build, the result of a check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.showing import rows_as_html

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kg.counts import Counts
    from kg.graph import Graph
    from kg.model import Skipped

__all__ = ["BuildReport", "Validation"]


@dataclass(frozen=True, slots=True, repr=False)
class BuildReport:
    """What a build made: how much, the folder with its files, and what was skipped.

    ``fresh`` is false where nothing had changed since the last build and nothing was
    written. ``opened`` gives the graph, which is read from the folder if it is large.
    """

    counts: Counts
    folder: Path
    files: tuple[str, ...]
    opened: Callable[[], Graph]
    fresh: bool = True

    @property
    def graph(self) -> Graph:
        """The whole graph, in memory."""
        return self.opened()

    @property
    def facts(self) -> int:
        """How many facts the graph asserts."""
        return self.counts.facts

    @property
    def others(self) -> int:
        """How many statements the graph keeps and does not assert."""
        return self.counts.others.total()

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """What was not read; of very many the first."""
        return tuple(self.counts.skipped)

    def __repr__(self) -> str:
        return f"<BuildReport: {self.facts} facts, {self.others} other statements>"

    def _repr_html_(self) -> str:
        rows = [
            ("articles", str(self.counts.articles)),
            ("entities", str(self.counts.entities)),
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
