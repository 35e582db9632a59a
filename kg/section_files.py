"""Write the sections of a graph side by side, and put them together in the end."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from kg.rdf.forms import RDF12, reified_lines
from kg.rdf.turtle import block_text, heading_line
from kg.rdf.writing import HEADINGS, opening

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from types import TracebackType
    from typing import BinaryIO, Self

    from kg.rdf.turtle import Block

__all__ = ["SectionFiles"]

#: Texts that are whole files, by their names among the texts.
_TABLES = {
    "records": "statements.jsonl",
    "nodes": "entities.jsonl",
    "mentions": "mentions.jsonl",
}
_FACTS = ("facts", "entities")
_AT_ONCE = 1 << 20


class SectionFiles:
    """Open files: tables in the folder, sections of Turtle in the scratch folder."""

    def __init__(self, scratch: Path, folder: Path) -> None:
        self._folder = folder
        self._paths = {
            name: scratch / f"section-{name}" for name in (*HEADINGS, "reified")
        }
        self._paths |= {name: folder / file for name, file in _TABLES.items()}
        self._open: dict[str, BinaryIO] = {}

    def __enter__(self) -> Self:
        """Make all files."""
        for name, path in self._paths.items():
            self._open[name] = path.open("wb", buffering=_AT_ONCE)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close what is open."""
        for file in self._open.values():
            file.close()

    def add(self, name: str, text: str) -> None:
        """Write a piece of a text to its end."""
        self._open[name].write(text.encode())

    def add_all(self, texts: Iterable[tuple[str, str]]) -> None:
        """Write pieces of several texts, each under its name."""
        for name, text in texts:
            self.add(name, text)

    def add_texts(self, name: str, texts: Iterable[str]) -> None:
        """Write pieces of a text to its end."""
        self._open[name].writelines(text.encode() for text in texts)

    def add_blocks(self, name: str, blocks: Iterable[Block]) -> None:
        """Write groups of triples to the end of a section."""
        self.add_texts(name, map(block_text, blocks))

    def assemble(self, base: str, *, rdf12: bool) -> None:
        """Make graph.ttl and facts.ttl of the sections, and the graph as RDF 1.2."""
        for file in self._open.values():
            file.close()
        head = "".join(opening(base))
        self._join("graph.ttl", head, tuple(HEADINGS))
        self._join("facts.ttl", "".join(opening(base, facts_only=True)), _FACTS)
        if rdf12:
            with (
                self._paths["reified"].open("wb") as reified,
                self._paths["statements"].open(encoding="utf-8", newline="\n") as said,
            ):
                reified.writelines(map(str.encode, reified_lines(said)))
            names = ("reified" if n == "statements" else n for n in HEADINGS)
            self._join("graph.rdf12.ttl", f"{RDF12}{head}", tuple(names))

    def _join(self, name: str, head: str, sections: tuple[str, ...]) -> None:
        with (self._folder / name).open("wb") as target:
            target.write(head.encode())
            for section in sections:
                path = self._paths[section]
                if path.stat().st_size:
                    heading = HEADINGS.get(section, HEADINGS["statements"])
                    target.write(heading_line(heading).encode())
                    with path.open("rb") as source:
                        shutil.copyfileobj(source, target, _AT_ONCE)
