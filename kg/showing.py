"""Values as HTML, tables and pictures that a notebook shows.

Whatever a value says is shown as text: no word of an article becomes an element, a
link or a change of the direction of reading. ``shown_as_html`` and ``shown_as_svg``
are the one door through which the values below reach ``kg.display`` above them; it is
opened by name and only when a notebook asks, so that nothing below imports upwards.
"""

from __future__ import annotations

import io
import shutil
from dataclasses import dataclass, field
from html import escape
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = [
    "Markup",
    "Picture",
    "Table",
    "element",
    "link",
    "rows_as_html",
    "shown_as_html",
    "shown_as_svg",
    "table_of",
    "visible",
]

_GAP = 3  # letters between two columns
_LONG_WORD = 20  # one that is longer may be cut
_PLAIN_WIDTH = 100
#: Letters that turn the direction of what follows, and controls that have no shape.
_TURNS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROLS = (*range(9), 0xB, 0xC, *range(0xE, 0x20), *range(0x7F, 0xA0))
_NAMED = {code: f"⟨U+{code:04X}⟩" for code in (*_TURNS, *_CONTROLS)}
_CELL = {"style": "text-align:left;vertical-align:top"}


def shown_as_html(value: object) -> str:
    """Let ``kg.display`` write a value for a notebook."""
    written: str = import_module("kg.display").html_of(value)
    return written


def shown_as_svg(value: object) -> str:
    """Let ``kg.display`` draw a graph for a notebook."""
    drawn: str = import_module("kg.display").svg_of(value)
    return drawn


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as SVG, which a notebook shows."""

    svg: str = field(repr=False)

    def _repr_svg_(self) -> str:
        return self.svg


class Table(str):
    """A table as text, which a notebook shows as a table."""

    __slots__ = ("heads", "rows")
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __repr__(self) -> str:
        return self.rstrip("\n")

    def _repr_html_(self) -> str:
        if not self.rows:
            return element("p", "no answer")
        head = "".join(_cell("th", words) for words in self.heads)
        body = "".join(
            _tag("tr", "".join(_cell("td", words) for words in row))
            for row in self.rows
        )
        return _tag("table", _tag("thead", _tag("tr", head)) + _tag("tbody", body))


def table_of(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Make a table, as wide as the terminal where it is printed.

    >>> table_of(["who", "visited"], [["John Healey", "Ukraine"]])
    who           visited
    ─────────────────────
    John Healey   Ukraine
    """
    cells = tuple(tuple(" ".join(words.split()) for words in row) for row in rows)
    table = Table(_as_text(heads, cells) if cells else "no answer\n")
    table.heads, table.rows = tuple(heads), cells
    return table


def _as_text(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    from rich import box  # noqa: PLC0415 - only tables need it
    from rich.console import Console  # noqa: PLC0415 - the same
    from rich.table import Table as Grid  # noqa: PLC0415 - the same
    from rich.text import Text  # noqa: PLC0415 - the same

    grid = Grid(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    width = shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns
    widths = _widths([heads, *rows], width - _GAP * (len(heads) - 1))
    for head, room in zip(heads, widths, strict=True):
        grid.add_column(Text(head), overflow="fold", width=room)
    for row in rows:
        grid.add_row(*map(Text, row))
    page = io.StringIO()
    console = Console(
        file=page, width=width, color_system=None, force_jupyter=False, emoji=False
    )
    console.print(grid)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int | None]:
    """Share the room among columns so that no word is cut; None where it is too small.

    >>> _widths([["who", "what she said"], ["Frederiksen", "no to that"]], 20)
    [11, 9]
    """
    from rich.cells import cell_len  # noqa: PLC0415 - only tables need it

    columns = list(zip(*rows, strict=True))
    wanted = [max(map(cell_len, column)) for column in columns]
    least = [
        max(
            min(cell_len(word), _LONG_WORD)
            for cell in column
            for word in (*cell.split(), "")
        )
        for column in columns
    ]
    if sum(least) > room:
        return [None] * len(columns)
    widths = [*least]
    for _ in range(min(room, sum(wanted)) - sum(least)):
        narrow = (n for n, width in enumerate(widths) if width < wanted[n])
        widths[min(narrow, key=lambda n: (widths[n], wanted[n]))] += 1
    return [*widths]


def visible(text: str) -> str:
    r"""Write the letters that nobody sees, so that they do nothing.

    >>> visible("abc\u202etxt.exe")
    'abc⟨U+202E⟩txt.exe'
    """
    return text.translate(_NAMED)


def element(
    name: str, *inside: str | Markup, attributes: Mapping[str, str] | None = None
) -> Markup:
    """Make an HTML element; words become text, markup stays as it is.

    >>> element("b", "<script>")
    '<b>&lt;script&gt;</b>'
    """
    return _tag(name, "".join(map(_escaped, inside)), attributes)


def rows_as_html(rows: Iterable[tuple[str, str | Markup]]) -> Markup:
    """Make a table of names and what they stand for; empty ones are left out."""
    found = (_cell("th", name) + _cell("td", words) for name, words in rows if words)
    return _tag("table", _tag("tbody", "".join(_tag("tr", row) for row in found)))


def link(target: str) -> Markup:
    """Make a link to a page of the web; of anything else, its words.

    >>> link("javascript:alert(1)")
    'javascript:alert(1)'
    """
    if not target.startswith(("http://", "https://")):
        return Markup(_escaped(target))
    attributes = {"href": target, "rel": "noopener noreferrer"}
    return element("a", target, attributes=attributes)


class Markup(str):
    """HTML that is written already."""

    __slots__ = ()


def _cell(name: str, words: str) -> Markup:
    return element(name, words, attributes={**_CELL, "dir": "auto"})


def _tag(name: str, inside: str, attributes: Mapping[str, str] | None = None) -> Markup:
    given = "".join(f' {key}="{_escaped(v)}"' for key, v in (attributes or {}).items())
    return Markup(f"<{name}{given}>{inside}</{name}>")


def _escaped(words: str) -> str:
    return words if isinstance(words, Markup) else escape(visible(words))
