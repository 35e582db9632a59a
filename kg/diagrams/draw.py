"""Draw a graph as PNG, SVG or PDF: choose, word, lay out, draw and write to bytes."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass, replace
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any

from kg.diagrams.choice import choose, rank_facts
from kg.diagrams.compose import compose_network
from kg.diagrams.letters import clean, drawable
from kg.diagrams.picture import draw_view
from kg.diagrams.placing import fits_page, place_view
from kg.diagrams.plurals import with_plurals
from kg.diagrams.speakers import compose_speakers
from kg.diagrams.styles import number, table
from kg.diagrams.timeline import compose_timeline
from kg.diagrams.view import DrawOptions, Form, Format
from kg.names import find_node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from kg.diagrams.canvas import Canvas
    from kg.diagrams.choice import Choice
    from kg.diagrams.layout import Placement
    from kg.diagrams.view import View
    from kg.graph import Graph

__all__ = ["Shown", "draw", "draw_canvas", "shown"]

COMPOSERS: Mapping[Form, Callable[[Graph, DrawOptions, Choice], View]] = {
    Form.NETWORK: compose_network,
    Form.SPEAKERS: compose_speakers,
    Form.TIMELINE: compose_timeline,
}
_STEP = 2
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """What a picture shows of a graph and where; the same for every kind of file.

    ``graph`` is worded for reading.
    """

    graph: Graph
    view: View
    placement: Placement


def draw(
    graph: Graph, options: DrawOptions | None = None, *, what: Shown | None = None
) -> bytes:
    """Draw a graph as a picture file; ``what`` is what ``shown`` gave for it before."""
    options = options or DrawOptions()
    return written(draw_canvas(graph, options, what=what), options.format)


def draw_canvas(
    graph: Graph, options: DrawOptions | None = None, *, what: Shown | None = None
) -> Canvas:
    """Draw a graph on a matplotlib figure."""
    options = options or DrawOptions()
    what = what or shown(graph, options)
    if options.format is Format.SVG:  # whoever opens it brings the fonts
        return draw_view(what.view, what.placement, options.theme, any_letters=True)
    return draw_view(_with_font_note(what.view), what.placement, options.theme)


def shown(graph: Graph, options: DrawOptions | None = None) -> Shown:
    """Choose, word and place what a picture shows of a graph."""
    options = options or DrawOptions()
    # the entity in question is kept by its id, since its label may change
    about = find_node(graph, options.about).id if options.about else None
    graph, options = with_plurals(graph), replace(options, about=about)
    return Shown(graph, *_fitting_view(graph, options))


def _with_font_note(view: View) -> View:
    """Tell in the note when letters cannot be drawn here."""
    edges = [
        text for e in view.edges for line in e.lines for text in (line.text, e.note)
    ]
    words = "".join((view.title, *(node.label for node in view.nodes), *edges))
    if clean(words) == drawable(clean(words)):
        return view
    return replace(
        view, note=f"{view.note} □ stands for a letter that no font here has."
    )


def _fitting_view(graph: Graph, options: DrawOptions) -> tuple[View, Placement]:
    """Show fewer statements until the picture is readable on a page."""
    lines = number("choice", "lines")
    ranking = rank_facts(graph, options)
    for top in _tops(options):
        view = COMPOSERS[options.form](graph, options, choose(ranking, top=top))
        if len(view.edges) > lines and options.top is None and top > _LEAST:
            continue
        placement = place_view(view)
        if fits_page(placement) or options.top is not None:
            break
    return view, placement


def _tops(options: DrawOptions) -> Iterator[int]:
    if options.top is not None:
        yield options.top
    else:
        yield from range(int(number("choice", "top")), _LEAST - 1, -_STEP)


def written(canvas: Canvas, form: Format) -> bytes:
    """Write a figure as a file: the same figure gives the same bytes."""
    import matplotlib as mpl  # noqa: PLC0415 - slow

    settings: Any = {
        "svg.fonttype": "none",
        "svg.hashsalt": "kg",
        "pdf.fonttype": 42,
        "text.usetex": False,
        "path.sketch": None,
    }
    metadata = {
        Format.PNG: {},
        Format.SVG: {"Date": None, "Creator": None},
        Format.PDF: {"CreationDate": None, "ModDate": None},
    }
    file = BytesIO()
    with mpl.rc_context(settings), warnings.catch_warnings():
        if form is Format.SVG:
            warnings.filterwarnings("ignore", r"Glyph .* missing", UserWarning)
        canvas.figure.savefig(
            file, format=form, dpi=number("page", "dpi"), metadata=metadata[form]
        )
    if form is Format.SVG:
        return _titled(file.getvalue().decode(), canvas.titles).encode()
    return file.getvalue()


def _titled(svg: str, titles: dict[str, str]) -> str:
    """Give the parts of an SVG their titles, and its fonts their like elsewhere."""
    family, *others = (
        f"'{name}'" if " " in name else name for name in table("font")["svg"]
    )
    svg = svg.replace(family, ", ".join((family, *others)))

    def with_title(found: re.Match[str]) -> str:
        title = titles.get(found[1], "")
        return f"{found[0]}\n<title>{escape(title)}</title>" if title else found[0]

    svg = re.sub(r'<g id="([a-z]+-[^"]*)">', with_title, svg)
    whole = escape(titles.get("picture", ""))
    start = svg.index(">", svg.index("<svg ")) + 1
    return f"{svg[:start]}\n<title>{whole}</title>{svg[start:]}"
