"""Write a graph as one page to explore it with: no network, no foreign code."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html import escape
from string import Template
from typing import TYPE_CHECKING, Any

from kg.diagrams.draw import shown
from kg.diagrams.page_data import page_data
from kg.diagrams.scene import scene_of
from kg.diagrams.styles import TABLE
from kg.diagrams.view import DrawOptions, Form
from kg.diagrams.wording import heading
from kg.tables import data_text, read_toml

if TYPE_CHECKING:
    from kg.diagrams.draw import Shown
    from kg.graph import Graph

__all__ = ["explorer_html"]

_SCRIPTS = ("store", "outlines", "place", "columns", "scene", "panels", "page")
_STYLE_SECTIONS = ("font", "wrap", "shapes", "names", "modalities", "saying", "dashes")


def explorer_html(
    graph: Graph, options: DrawOptions | None = None, *, what: Shown | None = None
) -> bytes:
    """Write the explorer page of a graph: one HTML file that needs nothing else.

    The options choose the picture that the page shows first; its form is the network.
    ``what`` is that picture, where it was made before.
    """
    options = replace(options or DrawOptions(), form=Form.NETWORK)
    what = what or shown(graph, options)
    title, subtitle = heading(what.graph, DrawOptions())
    data = {
        "title": title,
        "subtitle": subtitle,
        **page_data(what.graph),
        "scene": scene_of(what.view, what.placement),
        "styles": _styles(),
    }
    return _page(title, subtitle, data).encode()


def _styles() -> dict[str, Any]:
    rows = read_toml(TABLE)
    sections = {name: rows[name] for name in _STYLE_SECTIONS}
    return {**sections, "light": rows["light"], "dark": rows["dark"]}


def _page(title: str, subtitle: str, data: dict[str, Any]) -> str:
    style = _part("explorer.css")
    body = "\n".join(_part(f"explorer-{name}.js") for name in _SCRIPTS)
    script = f'"use strict";\n(() => {{\n{body}\n}})();\n'
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; "
        f"style-src '{_hash(style)}'; img-src blob: data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return Template(_part("explorer.html")).substitute(
        title=escape(title),
        subtitle=escape(subtitle),
        policy=escape(policy),
        style=style,
        script=script,
        data=_embedded(data),
    )


def _part(name: str) -> str:
    return data_text(f"templates/{name}")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _embedded(data: dict[str, Any]) -> str:
    r"""Write data so that no text in it can end the element around it.

    >>> _embedded({"a": "</script>"})
    '{"a":"\\u003c/script>"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028")
