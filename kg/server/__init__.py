"""Serve a graph: a SPARQL 1.1 endpoint at /sparql, the explorer at /, read-only."""

from __future__ import annotations

from kg.server.serving import ServeOptions, serve, serving

__all__ = ["ServeOptions", "serve", "serving"]
