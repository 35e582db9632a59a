"""The frame of a picture: title and source above, legend and note below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.diagrams.canvas import Pen
from kg.diagrams.layout import Point, Size
from kg.diagrams.letters import Font, clean, line_height, width_of, wrap
from kg.diagrams.shapes import outline
from kg.diagrams.styles import Status, Wrap, name_of, number, shape_of, table
from kg.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.diagrams.canvas import Canvas
    from kg.diagrams.styles import Palette
    from kg.diagrams.view import View

__all__ = ["Frame", "draw_frame", "frame_of"]

_KEY = Size(24.0, 11.0)  # the room of a legend's sample
_GAP = 16.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a picture, set for a width."""

    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    legend: tuple[tuple[str, ...], ...]
    note: tuple[str, ...]
    above: float
    below: float


def frame_of(view: View, width: float) -> Frame:
    """Set title, source, legend and note for a width."""
    title_font, subtitle_font, note_font = _fonts()
    title = wrap(view.title, title_font, Wrap(width, 2)) if view.title else ()
    subtitle = (
        wrap(view.subtitle, subtitle_font, Wrap(width, 2)) if view.subtitle else ()
    )
    note = wrap(view.note, note_font, Wrap(width, 4)) if view.note else ()
    legend = tuple(_rows(tuple(_entries(view)), width))
    return Frame(
        title=title,
        subtitle=subtitle,
        legend=legend,
        note=note,
        above=len(title) * line_height(title_font)
        + len(subtitle) * line_height(subtitle_font)
        + 14.0,
        below=len(legend) * _row_height() + len(note) * line_height(note_font) + 18.0,
    )


def draw_frame(canvas: Canvas, frame: Frame, palette: Palette) -> None:
    """Draw the words around a picture."""
    margin = number("page", "margin")
    title_font, subtitle_font, note_font = _fonts()
    y = canvas.size.height - margin
    for lines, font, colour, name in (
        (frame.title, title_font, palette.text, "title"),
        (frame.subtitle, subtitle_font, palette.faint, "source"),
    ):
        for n, text in enumerate(lines):
            y -= line_height(font)
            place = Point(margin, y + line_height(font) / 2)
            canvas.write(text, place, font, colour, f"frame-{name}-{n}")
    y = margin
    for n, text in reversed(list(enumerate(frame.note))):
        place = Point(margin, y + line_height(note_font) / 2)
        canvas.write(text, place, note_font, palette.faint, f"frame-note-{n}")
        y += line_height(note_font)
    y += 5.0
    for row in reversed(frame.legend):
        _draw_row(canvas, row, y, palette)
        y += _row_height()


def _fonts() -> tuple[Font, Font, Font]:
    return (
        Font(number("font", "title"), bold=True),
        Font(number("font", "subtitle")),
        Font(number("font", "note")),
    )


def _row_height() -> float:
    return line_height(Font(number("font", "edge"))) + 5.0


def _entries(view: View) -> Iterator[str]:
    """Give the keys of what occurs, types first; types drawn alike have one entry."""
    plain = [node for node in view.nodes if node.card is None]
    types = {node.type for node in plain if not node.literal}
    seen = set()
    for kind in EntityType:
        if kind in types and name_of(kind) not in seen:
            seen.add(name_of(kind))
            yield kind
    if any(node.literal for node in plain):
        yield "words"
    statuses: set[Status | None] = {edge.status for edge in view.edges}
    if len(plain) < len(view.nodes):  # lines lead to boxes that tell their own status
        statuses = {node.card for node in view.nodes}
    yield from (status for status in Status if status in statuses)
    denied = [line.denied for edge in view.edges for line in edge.lines]
    if any(denied) or any(node.denied for node in view.nodes):
        yield "denied"


def _rows(entries: tuple[str, ...], width: float) -> Iterator[tuple[str, ...]]:
    row: list[str] = []
    used = 0.0
    for key in entries:
        wide = _entry_width(key)
        if row and used + wide > width:
            yield tuple(row)
            row, used = [], 0.0
        row.append(key)
        used += wide
    if row:
        yield tuple(row)


def _entry_width(key: str) -> float:
    font = Font(number("font", "edge"))
    return _KEY.width + 5.0 + width_of(name_of(key), font) + _GAP


def _draw_row(
    canvas: Canvas, row: tuple[str, ...], bottom: float, palette: Palette
) -> None:
    x = number("page", "margin")
    font = Font(number("font", "edge"))
    middle = bottom + _row_height() / 2
    for key in row:
        _draw_sample(canvas, key, Point(x + _KEY.width / 2, middle), palette)
        words = clean(name_of(key))
        place = Point(x + _KEY.width + 5.0, middle)
        canvas.write(words, place, font, palette.text, f"legend-{key}-text")
        x += _entry_width(key)


def _draw_sample(canvas: Canvas, key: str, centre: Point, palette: Palette) -> None:
    gid = f"legend-{key}"
    if key in set(EntityType):
        kind = EntityType(key)
        paint = palette.boxes[kind]
        pen = Pen(paint.line, fill=paint.fill)
        canvas.draw_path(outline(shape_of(kind), centre, _KEY), pen, gid)
    elif key == "words":
        paint = palette.boxes[EntityType.CONCEPT]
        pen = Pen(paint.line, width=0.8, dashes=(2.0, 1.5), fill=palette.ground)
        canvas.draw_path(outline(shape_of(EntityType.CONCEPT), centre, _KEY), pen, gid)
    elif key == "denied":
        draw_cross(canvas, centre, palette.denied, gid)
    else:
        half = _KEY.width / 2
        ends = [Point(centre.x + half * n / 3, centre.y) for n in (-3, -1, 1, 3)]
        canvas.draw_curve(ends, status_pen(Status(key), palette), gid, arrow=True)


def draw_cross(canvas: Canvas, centre: Point, colour: str, gid: str) -> None:
    """Cross out a line."""
    from matplotlib.path import Path  # noqa: PLC0415 - slow

    r = 3.6
    corners = [
        (centre.x - r, centre.y - r), (centre.x + r, centre.y + r),
        (centre.x - r, centre.y + r), (centre.x + r, centre.y - r),
    ]  # fmt: skip
    path = Path(corners, [Path.MOVETO, Path.LINETO] * 2)
    canvas.draw_path(path, Pen(colour, width=2.0), gid, zorder=3)


def status_pen(status: Status, palette: Palette) -> Pen:
    """Give the pen that tells how sure a line is."""
    dashes = tuple(table("dashes")[status])
    width = 1.3 if status is Status.FACT else 1.2
    return Pen(palette.lines[status], width=width, dashes=dashes)
