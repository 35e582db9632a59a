"""Keep articles' graphs in a folder: add, replace, remove, each at one stroke.

A store is a folder of versions, each a pyoxigraph store with one named graph an
article, and their union, each triple once, in the default graph: pyoxigraph's own
union counts a triple as often as there are articles that say it. The link ``current``
names the version that holds. A writer makes the next one beside it out of hard links,
changes that, and moves the link. So readers never see half an article, a killed writer
leaves what was there, and no version that is read is ever written. ``oxigraph
serve-read-only --location STORE/current`` works too.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import KgError, StoreError
from kg.rdf.files import CURRENT, is_store
from kg.rdf.forms import trig_lines
from kg.rdf.index import find_base
from kg.rdf.iri import checked_base, local_name
from kg.rdf.writing import turtle_lines
from kg.vocabulary import DEFAULT_BASE, expand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.graph import Graph

__all__ = [
    "add_articles",
    "graph_name",
    "load_files",
    "opened",
    "remove_article",
    "version_in_use",
]

_LOCK = "writer.lock"
_USED = "reader.lock"
_VERSION = "version-"
_TRIES = 20
_DEFAULT = ox.DefaultGraph()


def graph_name(article: str, base: str = DEFAULT_BASE) -> str:
    """Give the IRI of the named graph that holds an article."""
    return f"{base}article/{local_name(article)}"


def add_articles(
    graph: Graph, folder: str | Path, *, base: str = DEFAULT_BASE
) -> tuple[str, ...]:
    """Put the articles of a graph into a store, in place of older ones of their ids."""
    ids = tuple(article.id for article in graph.articles)
    with tempfile.TemporaryDirectory(prefix="kg-store-") as made:
        union, parts = Path(made) / "graph.ttl", Path(made) / "graph.trig"
        with union.open("w", encoding="utf-8") as file:
            file.writelines(turtle_lines(graph, base=checked_base(base)))
        with parts.open("w", encoding="utf-8") as file:
            file.writelines(trig_lines(graph, base=base))
        load_files(union, parts, folder, ids, base=base)
    return ids


def load_files(
    union: Path,
    parts: Path,
    folder: str | Path,
    articles: Iterable[str],
    *,
    base: str = DEFAULT_BASE,
) -> None:
    """Put articles into a store in place of older ones of their ids.

    ``union`` is the Turtle of all, ``parts`` the TriG with one graph an article.
    """

    def change(store: ox.Store) -> None:
        known = _base(store)
        if known not in {None, base}:
            raise StoreError(str(folder), f"its base is {known}, not {base}")
        for name in (ox.NamedNode(graph_name(article, base)) for article in articles):
            if store.contains_named_graph(name):
                _remove(store, name)
        store.bulk_load(path=str(parts), format=ox.RdfFormat.TRIG)
        store.bulk_load(path=str(union), format=ox.RdfFormat.TURTLE)

    _change(Path(folder), change)


def remove_article(article: str, folder: str | Path) -> None:
    """Take one article, and what only it said, out of a store."""

    def change(store: ox.Store) -> None:
        name = ox.NamedNode(graph_name(article, _base(store) or DEFAULT_BASE))
        if not store.contains_named_graph(name):
            raise StoreError(str(folder), f"has no article {article!r}")
        _remove(store, name)

    _want_store(Path(folder))
    _change(Path(folder), change)


def _remove(store: ox.Store, name: ox.NamedNode) -> None:
    """Remove a graph, and from the default graph what no other graph has."""
    for quad in list(store.quads_for_pattern(None, None, None, name)):
        holders = store.quads_for_pattern(quad.subject, quad.predicate, quad.object)
        if all(q.graph_name in {name, _DEFAULT} for q in holders):
            store.remove(ox.Quad(quad.subject, quad.predicate, quad.object))
    store.remove_graph(name)


@contextmanager
def opened(folder: str | Path) -> Iterator[ox.Store]:
    """Open a store for reading: it stays as it is, whatever is written meanwhile."""
    with version_in_use(folder) as version:
        try:
            store = ox.Store.read_only(str(version))
        except (OSError, RuntimeError, ValueError) as error:
            raise _store_error(Path(folder), error) from error
        yield store


@contextmanager
def version_in_use(folder: str | Path) -> Iterator[Path]:
    """Give the version that holds now, and keep writers from taking it away."""
    folder = Path(folder)
    _want_store(folder)
    for _ in range(_TRIES):
        version = (folder / CURRENT).resolve()
        try:
            lock = (version / _USED).open("rb")
        except FileNotFoundError:
            continue
        with lock:
            fcntl.flock(lock, fcntl.LOCK_SH)
            if not (version / _USED).exists():
                continue
            yield version
            return
    raise StoreError(str(folder), "changes all the time; try again")


def _want_store(folder: Path) -> None:
    if not is_store(folder):
        reason = "is no store; kg build --store makes one"
        raise StoreError(str(folder), reason if folder.exists() else "does not exist")


def _change(folder: Path, change: Callable[[ox.Store], None]) -> None:
    """Change a copy of a store, and let that hold when all went well."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strange = sorted(path.name for path in folder.iterdir() if not _is_own(path))
        if strange:
            raise StoreError(str(folder), f"holds {strange[0]!r}, which is not kg's")
        with (folder / _LOCK).open("wb") as lock, _writer(folder, lock.fileno()):
            new = _copied(folder)
            _fill(new, change)
            _switch(folder, new)
    except (OSError, RuntimeError, SyntaxError) as error:
        raise _store_error(folder, error) from error


def _fill(version: Path, change: Callable[[ox.Store], None]) -> None:
    """Change a version; it is closed when this returns, so that it can be read."""
    failure: Exception | None = None
    store = ox.Store(str(version))
    try:
        change(store)
        store.flush()
    except (KgError, OSError, RuntimeError, SyntaxError) as error:
        # its traceback would keep the store open, and files would appear again
        failure = error.with_traceback(None)
    del store
    if failure is not None:
        raise failure


@contextmanager
def _writer(folder: Path, lock: int) -> Iterator[None]:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        reason = "another kg is writing to it; wait until that has ended"
        raise StoreError(str(folder), reason) from None
    try:
        _clear(folder)
        yield
    finally:
        _clear(folder)


def _copied(folder: Path) -> Path:
    """Make the next version: tables are shared by links, all else is copied."""
    current = folder / CURRENT
    numbers = [int(p.name.removeprefix(_VERSION)) for p in folder.glob(f"{_VERSION}*")]
    new = folder / f"{_VERSION}{max(numbers, default=0) + 1}"
    new.mkdir()
    (new / _USED).touch()
    for path in current.resolve().iterdir() if current.exists() else ():
        # RocksDB never changes a table; it does change its other files
        if path.suffix == ".sst":
            os.link(path, new / path.name)
        elif path.name not in {"LOCK", _USED}:
            shutil.copy2(path, new / path.name)
    return new


def _switch(folder: Path, new: Path) -> None:
    link = folder / f"{CURRENT}.new"
    link.unlink(missing_ok=True)
    link.symlink_to(new.name)
    link.replace(folder / CURRENT)


def _clear(folder: Path) -> None:
    """Take away versions that do not hold and that nobody reads."""
    current = (folder / CURRENT).resolve().name
    for version in folder.glob(f"{_VERSION}*"):
        if version.name != current:
            _remove_unread(version)


def _remove_unread(version: Path) -> None:
    try:
        with (version / _USED).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(version, ignore_errors=True)
    except FileNotFoundError:
        shutil.rmtree(version, ignore_errors=True)
    except BlockingIOError:
        return


def _is_own(path: Path) -> bool:
    return path.name.startswith((CURRENT, _VERSION)) or path.name == _LOCK


def _base(store: ox.Store) -> str | None:
    """Find the base of the IRIs in a store; None when it is empty."""
    article = ox.NamedNode(expand("schema:NewsArticle"))
    for quad in store.quads_for_pattern(None, None, article):
        found = store.quads_for_pattern(quad.subject, None, None)
        return find_base({}, (each.predicate.value for each in found))
    return None


def _store_error(folder: Path, error: Exception) -> StoreError:
    reason = error.strerror if isinstance(error, OSError) else None
    return StoreError(str(folder), " ".join((reason or str(error)).split()))
