"""Serve a graph until stopped: a file, folder or store in, an endpoint out."""

from __future__ import annotations

import tempfile
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.rdf.files import find_turtle, is_store
from kg.rdf.loading import load_turtle
from kg.server.child import Oxigraph
from kg.server.handler import Handler, Site
from kg.sparql import open_dataset
from kg.store_folder import version_in_use
from kg.tables import data_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["ServeError", "ServeOptions", "serve", "serving"]

_EXPLORER = "graph.html"
#: What oxigraph brings for the page for queries.
_ASSETS = ("/yasgui.min.js", "/yasgui.min.css", "/logo.svg")


class ServeError(KgError):
    """A server cannot be started."""


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """Where to listen, and the limits: seconds and bytes a query, queries at a time."""

    host: str = "127.0.0.1"
    port: int = 8000
    seconds: float = 10
    most: int = 32_000_000
    largest_body: int = 1_000_000
    turns: int = 4


def serve(
    graph: str | Path,
    options: ServeOptions | None = None,
    *,
    explorer: bytes | None = None,
    on_ready: Callable[[str], object] = lambda _url: None,
) -> None:
    """Serve a graph until Ctrl-C; ``on_ready`` is told the URL."""
    with serving(graph, options, explorer=explorer) as url:
        on_ready(url)
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return


@contextmanager
def serving(
    graph: str | Path,
    options: ServeOptions | None = None,
    *,
    explorer: bytes | None = None,
) -> Iterator[str]:
    """Serve a graph beside what else is done, and give the URL.

    Without an ``explorer`` page, ``/`` shows the folder's graph.html, or the page for
    queries where there is none.
    """
    options = options or ServeOptions()
    with open_dataset(graph) as dataset:
        known = dataset.prefixes
    with _location(graph) as location:
        oxigraph = Oxigraph(location, seconds=options.seconds, most=options.most)
        try:
            page = data_text("templates/query.html").encode()
            site = Site(
                oxigraph=oxigraph,
                prefixes=known,
                explorer=explorer or _explorer(Path(graph)) or page,
                query_page=page,
                assets={name: oxigraph.asset(name) for name in _ASSETS},
                turns=threading.Semaphore(options.turns),
                seconds=options.seconds,
                most=options.most,
                largest_body=options.largest_body,
            )
            with _listening(site, options) as url:
                yield url
        finally:
            oxigraph.stop()


@contextmanager
def _listening(site: Site, options: ServeOptions) -> Iterator[str]:
    handler = type("SiteHandler", (Handler,), {"site": site})
    try:
        server = ThreadingHTTPServer((options.host, options.port), handler)
    except OSError as error:
        place = f"{options.host}:{options.port}"
        reason = error.strerror or str(error)
        raise ServeError(
            f"cannot listen on {place} ({reason}); want another --port or --host"
        ) from error
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{options.host}:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def _location(graph: str | Path) -> Iterator[Path]:
    """Give the folder that oxigraph opens; a Turtle file is loaded into one."""
    if is_store(graph):
        with version_in_use(graph) as version:
            yield version
        return
    import pyoxigraph as ox  # noqa: PLC0415 - a store needs no loading

    turtle = find_turtle(graph)
    with tempfile.TemporaryDirectory(prefix="kg-serve-") as folder:
        store = ox.Store(folder)
        load_turtle(turtle, store)
        store.flush()
        del store
        yield Path(folder)


def _explorer(graph: Path) -> bytes | None:
    page = graph / _EXPLORER
    return page.read_bytes() if page.is_file() else None
