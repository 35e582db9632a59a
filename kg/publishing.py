"""From what was read of all articles to an output folder, which appears whole."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.choosing import part_in
from kg.counts import Counts
from kg.graph import join
from kg.joining import Joiner
from kg.output import stamps, write_folder
from kg.partitions import FOLDER, write_parts
from kg.vocabulary import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from kg.graph import Graph
    from kg.scale.archive import Archive

__all__ = ["PublishOptions", "Published", "known_result", "publish"]

_RESULT = "result.json"


@dataclass(frozen=True, slots=True)
class Published:
    """What is in a folder; ``graph`` where it holds all, ``fresh`` if it was made."""

    counts: Counts
    files: tuple[str, ...]
    graph: Graph | None = None
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class PublishOptions:
    """How a folder is written: the base of its IRIs, RDF 1.2 too, and its pictures.

    ``parts`` asks for files of quads and Parquet, ``put`` takes the graph's file and
    each article's id and own graph, to put them into a store.
    """

    base: str = DEFAULT_BASE
    rdf12: bool = False
    parts: bool = False
    put: Callable[[Path, Iterator[tuple[str, str]]], object] | None = None
    draw: Callable[[Graph], Mapping[str, bytes]] = lambda _graph: {}


def publish(archive: Archive, folder: Path, how: PublishOptions) -> Published:
    """Join all articles, draw what is chosen of them, and write the folder."""
    from kg.records import to_graphml  # noqa: PLC0415 - networkx is heavy

    result = Published(Counts(), ())

    def fill(new: Path, scratch: Path) -> None:
        nonlocal result
        joiner = Joiner(scratch, apart=how.parts or how.put is not None)
        for place in archive.places():
            joiner.add(archive.head(place), place)
        joiner.write(new, archive, base=how.base, rdf12=how.rdf12)
        graph = _chosen(archive, joiner)
        (new / "graph.graphml").write_bytes(to_graphml(graph))
        for name, picture in how.draw(graph).items():
            (new / name).write_bytes(picture)
        if how.parts:
            write_parts(new / FOLDER, joiner.parts(archive), base=how.base)
        if how.put is not None:
            how.put(new / "graph.ttl", (part[:2] for part in joiner.parts(archive)))
        whole = graph if joiner.chooser.whole else None
        result = Published(joiner.counts, (), whole)

    files = write_folder(folder, fill)
    archive.finish()
    result = replace(result, files=files)
    _note(archive, folder, how, result)
    return result


def _chosen(archive: Archive, joiner: Joiner) -> Graph:
    """Give the graph of what a picture and a page can hold."""
    chooser = joiner.chooser
    chosen = [
        part_in(archive.extraction(place), facts)
        for place, facts in chooser.chosen().items()
    ]
    originals = joiner.originals_of({part.article.id for part in chosen})
    marked = (
        replace(part, article=replace(part.article, copy_of=originals[part.article.id]))
        if part.article.id in originals
        else part
        for part in chosen
    )
    return join(marked, chosen_from=0 if chooser.whole else chooser.articles)


def known_result(
    archive: Archive, folder: Path, how: PublishOptions
) -> Published | None:
    """Give what an earlier build made of the same articles, if it is still there.

    Articles, options and versions must be the same, and no file of the folder touched.
    """
    if archive.journal is None or archive.read:
        return None
    try:
        text = (archive.journal.folder / _RESULT).read_text(encoding="utf-8")
        known = json.loads(text)
        if known["rests_on"] != _rests_on(archive, how):
            return None
        if known["files"] != stamps(folder):
            return None
        counts = Counts.from_plain(known["counts"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    names = sorted(path.name for path in folder.iterdir())
    return Published(counts, tuple(names), fresh=False)


def _note(
    archive: Archive, folder: Path, how: PublishOptions, result: Published
) -> None:
    """Write down what the folder rests on, so that it need not be made again."""
    if archive.journal is None:
        return
    known = {
        "rests_on": _rests_on(archive, how),
        "files": stamps(folder),
        "counts": result.counts.to_plain(),
    }
    # A disk that has no room for this line has room for the result, which is there.
    with suppress(OSError):
        path = archive.journal.folder / _RESULT
        path.write_text(json.dumps(known), encoding="utf-8")


def _rests_on(archive: Archive, how: PublishOptions) -> list[str | int]:
    return [f"{archive.digest:032x}", len(archive), how.base, how.rdf12, how.parts]
