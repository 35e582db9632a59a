"""Clean, measure and wrap the words of labels, with the fonts that will draw them."""

from __future__ import annotations

import logging
import re
import unicodedata
import warnings
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.diagrams.styles import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.font_manager import FontProperties

    from kg.diagrams.styles import Wrap

__all__ = ["Font", "clean", "drawable", "families", "line_height", "width_of", "wrap"]

_LEADING = 1.22
_SPACES = frozenset({"Cc", "Zl", "Zp", "Zs"})
_UNSEEN = frozenset({"Cf", "Cs", "Co", "Cn"})
_JOINERS = "\u200c\u200d"  # some scripts are spelt with them
# A word that is wider than a line may be cut after these.
_BREAKS = re.compile(r"(?<=[-–—/_.@:])(?=\w)")


@dataclass(frozen=True, slots=True)
class Font:
    """A size and a cut of the table's font."""

    size: float
    bold: bool = False
    italic: bool = False

    def properties(self) -> FontProperties:
        """Give the font as matplotlib knows it."""
        return _properties(self)


@cache
def _properties(font: Font) -> FontProperties:
    from matplotlib.font_manager import FontProperties  # noqa: PLC0415 - slow

    return FontProperties(
        family=list(families()),
        size=font.size,
        weight="bold" if font.bold else "normal",
        style="italic" if font.italic else "normal",
    )


@cache
def families() -> tuple[str, ...]:
    """Give the table's font and those of its fall-backs that are installed."""
    from matplotlib.font_manager import fontManager  # noqa: PLC0415 - slow

    # A fall-back without a bold cut is drawn in its plain one; nobody need be told.
    logging.getLogger("matplotlib.font_manager").addFilter(_is_worth_telling)
    known = set(fontManager.get_font_names())
    wanted = table("font")
    return (wanted["family"], *(name for name in wanted["fallback"] if name in known))


def _is_worth_telling(record: logging.LogRecord) -> bool:
    return "Failed to find font weight" not in record.getMessage()


def clean(text: str) -> str:
    r"""Make one line of any text: no control characters, no changes of direction.

    >>> clean("a\n b\u202ec\x00d")
    'a bc d'
    """
    kept = (
        " " if unicodedata.category(letter) in _SPACES else letter
        for letter in text
        if letter in _JOINERS or unicodedata.category(letter) not in _UNSEEN
    )
    return " ".join("".join(kept).split())


def drawable(text: str) -> str:
    """Put a white box in the place of letters that no installed font has."""
    return "".join(c if c.isascii() or _has_glyph(c) else "□" for c in text)


@lru_cache(maxsize=65536)
def _has_glyph(letter: str) -> bool:
    return any(ord(letter) in glyphs for glyphs in _glyphs())


@cache
def _glyphs() -> tuple[frozenset[int], ...]:
    from matplotlib.font_manager import FontProperties, findfont, get_font  # noqa: PLC0415

    files = [findfont(FontProperties(family=family)) for family in families()]
    return tuple(frozenset(get_font(file).get_charmap()) for file in files)


@lru_cache(maxsize=65536)
def width_of(text: str, font: Font) -> float:
    """Measure a line of text in points."""
    from matplotlib.textpath import text_to_path  # noqa: PLC0415 - slow

    with warnings.catch_warnings():
        # An SVG keeps letters that this machine cannot draw; their width is a guess.
        warnings.filterwarnings("ignore", r"Glyph .* missing", UserWarning)
        width, _, _ = text_to_path.get_text_width_height_descent(
            text, font.properties(), ismath=False
        )
    return float(width)


def line_height(font: Font) -> float:
    """Give the distance between the lines of a label in points."""
    return font.size * _LEADING


def wrap(text: str, font: Font, limits: Wrap) -> tuple[str, ...]:
    """Break a text into lines that fit; what is too long ends in an ellipsis.

    >>> from kg.diagrams.styles import Wrap
    >>> wrap("a show of determination", Font(9), Wrap(width=70, lines=2))
    ('a show of', 'determination')
    """
    lines = list(_lines(clean(text), font, limits.width))
    if len(lines) <= limits.lines:
        return tuple(lines) or ("",)
    rest = lines[limits.lines - 1] + " " + lines[limits.lines]
    return (*lines[: limits.lines - 1], _cut(rest, font, limits.width))


def _lines(text: str, font: Font, width: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        for glue, part in _parts(word, font, width):
            longer = f"{line}{glue}{part}" if line else part
            if line and width_of(longer, font) > width:
                yield line
                line = part
            else:
                line = longer
    if line:
        yield line


def _parts(word: str, font: Font, width: float) -> Iterator[tuple[str, str]]:
    """Cut a word that is wider than a line; give each part with what glues it."""
    if width_of(word, font) <= width:
        yield " ", word
        return
    glue = " "
    for piece in _BREAKS.split(word):
        rest = piece
        while width_of(rest, font) > width:
            fits = _fitting(rest, font, width)
            yield glue, rest[:fits]
            glue, rest = "", rest[fits:]
        yield glue, rest
        glue = ""


def _fitting(text: str, font: Font, width: float) -> int:
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle], font) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _cut(text: str, font: Font, width: float) -> str:
    room = width - width_of("…", font)
    return text[: _fitting(text, font, room)].rstrip(" ,;–-") + "…"
