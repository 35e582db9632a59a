"""Write literals and groups of triples as Turtle; values and strings in, text out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kg.vocabulary import PREFIXES

__all__ = [
    "Block",
    "Section",
    "block_text",
    "boolean",
    "decimal",
    "english",
    "external",
    "heading_line",
    "integer",
    "joined_text",
    "long_string",
    "prefix_lines",
    "string",
    "typed",
    "written",
]

_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
_LONG_SPECIAL = re.compile(
    r'[\x00-\x08\x0b-\x1f\\\x7f-\x9f\ud800-\udfff\ufffe\uffff]|"(?="")|"(?=\Z)|"(?="\Z)'
)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
#: What an IRI may not hold, after the grammar of Turtle.
_NOT_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`\ud800-\udfff]')
_ITEM = re.compile(r"Q\d+")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]")

_NEXT = " ;\n    "
#: A subject and its predicates with their objects, all as Turtle terms.
Block = tuple[str, Iterable[tuple[str, Iterable[str]]]]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a file: its heading and its groups of triples."""

    heading: str
    blocks: Iterable[Block]


def string(text: str) -> str:
    r"""Write a plain string.

    >>> print(string('say "yes"'))
    "say \"yes\""
    """
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'  # nearly all are so, and this is told far sooner
    return f'"{_SPECIAL.sub(_escaped, text)}"'


def english(text: str) -> str:
    """Write a string in English."""
    return f"{string(text)}@en"


def long_string(text: str) -> str:
    """Write a string over several lines as it stands, where it has several."""
    if "\n" not in text:
        return string(text)
    return f'"""{_LONG_SPECIAL.sub(_escaped, text)}"""'


def typed(text: str, datatype: str) -> str:
    """Write a literal with a datatype, which is a short name."""
    return f"{string(text)}^^{datatype}"


def integer(number: int) -> str:
    """Write an xsd:integer."""
    return str(number)


def boolean(value: bool) -> str:  # noqa: FBT001 - the value is what is written
    """Write an xsd:boolean."""
    return "true" if value else "false"


@lru_cache(maxsize=1 << 10)
def decimal(number: float) -> str:
    """Write an xsd:decimal in the one form that a store keeps unchanged.

    >>> decimal(0.93), decimal(1.0)
    ('0.93', '"1"^^xsd:decimal')
    """
    digits = format(Decimal(repr(float(number))), "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return digits if "." in digits else typed(digits, "xsd:decimal")


def external(link: str) -> str | None:
    """Write somebody else's IRI; None when it is no absolute IRI.

    >>> external(PREFIXES["wd"] + "Q212")
    'wd:Q212'
    """
    if _NOT_IRI.search(link) or not _SCHEME.match(link):
        return None
    item = link.removeprefix(PREFIXES["wd"])
    return f"wd:{item}" if _ITEM.fullmatch(item) else f"<{link}>"


def prefix_lines(prefixes: Iterable[tuple[str, str]], base: str) -> Iterator[str]:
    """Write the base and the prefixes."""
    yield f"@base <{base}> .\n"
    for name, namespace in prefixes:
        yield f"@prefix {name}: <{namespace}> .\n"


def written(sections: Iterable[Section]) -> Iterator[str]:
    """Write sections, each under its heading, one group of triples after another."""
    for section in sections:
        first = True
        for block in section.blocks:
            if first:
                yield heading_line(section.heading)
                first = False
            yield block_text(block)


def heading_line(heading: str) -> str:
    """Write the heading of a section."""
    return f"\n# ── {heading} ──\n"


def joined_text(texts: Iterable[str], many: Sequence[str]) -> str:
    """Join written groups of triples about one subject.

    Of the predicates in ``many``, which come last and in this order, and whose objects
    are IRIs and numbers, the group has the objects of all; all else is the first's.
    """
    subject, ones = "", dict[str, str]()
    found: dict[str, dict[str, None]] = {predicate: {} for predicate in many}
    for text in texts:
        subject, _, rest = text.removesuffix(" .\n").partition(" ")
        for line in rest.split(_NEXT):
            predicate, _, objects = line.partition(" ")
            if predicate in found:
                found[predicate].update(dict.fromkeys(objects.split(", ")))
            else:
                ones.setdefault(predicate, objects)
    single = ((predicate, [objects]) for predicate, objects in ones.items())
    return block_text((subject, [*single, *found.items()]))


def block_text(block: Block) -> str:
    """Write a group of triples."""
    subject, pairs = block
    lines = [
        f"{predicate} {joined}"
        for predicate, objects in pairs
        if (joined := ", ".join(objects))
    ]
    body = _NEXT.join(lines)
    return f"{subject} {body} .\n" if lines else ""


def _escaped(match: re.Match[str]) -> str:
    char = match.group()
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"
