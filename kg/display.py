"""Show values in a notebook: statements and names as cards, graphs as pictures.

``show`` makes a table of many values. The values below reach this module through
``kg.showing``, which says what keeps hostile words text.
"""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch
from itertools import islice
from typing import TYPE_CHECKING

from kg.diagrams.draw import draw
from kg.diagrams.styles import Status, Theme, modality_words, palette_of
from kg.diagrams.view import DrawOptions, Format
from kg.diagrams.wording import plain_sentence, relation_words, status_of
from kg.explanation import qualifiers_of, standing_of
from kg.graph import Fact, Graph, Node
from kg.marking import Marks, marked_spans
from kg.model import Article, Entity, Evidence, Polarity, Span, Statement
from kg.showing import Table, element, link, rows_as_html, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.showing import Markup

__all__ = ["html_of", "show", "svg_of"]

_LINES = {Status.FACT: "solid", Status.CLAIM: "dashed", Status.PROSPECT: "dotted"}
#: Dark words on these grounds stand out of a light page and of a dark one.
_MARKS = {"subject": "#cfe6fa", "predicate": "#ffe9a8", "object": "#cdeedd"}
_READINGS = 5
_TEXT = 600


def show(
    values: Iterable[Fact | Statement | Node | Entity | Article], *, words: bool = False
) -> Table:
    """Make a table of statements, of names or of articles; ``words`` adds evidence.

    Columns in which nothing stands are left out.
    """
    listed = list(values)
    rows = [_row(value, words=words) for value in listed]
    heads = tuple(dict.fromkeys(head for row in rows for head in row))
    used = [head for head in heads if any(row.get(head) for row in rows)]
    return table_of(used, [[row.get(head, "") for head in used] for row in rows])


def svg_of(graph: Graph) -> str:
    """Draw the most important part of a graph."""
    return draw(graph, DrawOptions(format=Format.SVG)).decode()


@singledispatch
def html_of(value: object) -> str:
    """Write a value as HTML; TypeError when a notebook has no card for it."""
    raise TypeError(f"nothing to show of a {type(value).__name__}")


@html_of.register
def _(fact: Fact) -> str:
    parts = list(islice(map(_reading, fact.statements), _READINGS))
    left = len(fact.statements) - len(parts)
    if left:
        parts.append(element("p", f"… and {left} readings more"))
    return _card(fact, *parts)


@html_of.register
def _(statement: Statement) -> str:
    return _card(Fact((statement,)), _reading(statement))


@html_of.register
def _(node: Node) -> str:
    return _thing(node)


@html_of.register
def _(entity: Entity) -> str:
    return _thing(entity)


@html_of.register
def _(article: Article) -> str:
    cut = "…" if len(article.text) > _TEXT else ""
    rows = [
        ("date", article.date.isoformat() if article.date else ""),
        ("from", " · ".join(filter(None, (article.publisher, article.author)))),
        ("address", link(article.url)),
        ("length", f"{len(article.text)} characters"),
    ]
    return element(
        "div",
        _title(article.title or article.id, "article"),
        element("blockquote", article.text[:_TEXT] + cut, attributes=_BREAKS),
        rows_as_html(rows),
    )


_BREAKS = {"dir": "auto", "style": "white-space:pre-line"}


def _card(fact: Fact, *parts: Markup) -> Markup:
    status = status_of(fact)
    colour = palette_of(Theme.LIGHT).lines[status]
    style = f"border-left:3px {_LINES[status]} {colour};padding-left:0.8em"
    title = _title(plain_sentence(fact), standing_of(fact.first))
    return element("div", title, *parts, attributes={"style": style})


def _title(words: str, note: str) -> Markup:
    name = element("strong", words, attributes={"dir": "auto"})
    return element("p", name, " — ", element("em", note))


def _reading(statement: Statement) -> Markup:
    span = statement.evidence.span
    rows = [
        *qualifiers_of(replace(statement, content=())),
        ("article", f"{statement.article}, characters {span.start} to {span.end}"),
        ("read by", f"{statement.pattern}, confidence {statement.confidence:g}"),
    ]
    words = element("blockquote", *_marked(statement), attributes={"dir": "auto"})
    return element("div", words, rows_as_html(rows))


def _marked(statement: Statement) -> Iterator[str | Markup]:
    """Give the evidence with its subject, predicate and object marked."""
    text = statement.evidence.text
    whole = Span(0, len(text))
    alone = replace(statement, evidence=Evidence(whole, text))
    last = 0
    for part, span in marked_spans(Marks(text, whole, alone, ())):
        style = f"background:{_MARKS[part]};color:#1a1a1a"
        yield text[last : span.start]
        yield element("mark", span.of(text), attributes={"title": part, "style": style})
        last = span.end
    yield text[last:]


def _thing(thing: Node | Entity) -> Markup:
    literal = isinstance(thing, Node) and thing.literal
    rows: list[tuple[str, str | Markup]] = [("also called", ", ".join(thing.aliases))]
    rows += [("same as", link(target)) for target in thing.links]
    rows.append(("mentions", str(thing.mentions or "")))
    note = "words of the text" if literal else str(thing.type)
    return element("div", _title(thing.label, note), rows_as_html(rows))


def _row(value: object, *, words: bool) -> dict[str, str]:
    match value:
        case Fact():
            return _statement_row(value, words=words)
        case Statement():
            return _statement_row(Fact((value,)), words=words)
        case Node() | Entity():
            return {
                "name": value.label,
                "type": str(value.type),
                "also called": ", ".join(value.aliases),
                "mentions": str(value.mentions or ""),
                "same as": " ".join(value.links),
            }
        case Article(id=key, title=title, date=day, publisher=publisher):
            when = day.isoformat() if day else ""
            return {"id": key, "title": title, "date": when, "publisher": publisher}
    raise TypeError(f"no row for a {type(value).__name__}")


def _statement_row(fact: Fact, *, words: bool) -> dict[str, str]:
    first = fact.first
    said, time = first.attribution, first.time
    return {
        "subject": first.subject.label,
        "relation": relation_words(fact),
        "object": first.object.label,
        "standing": _standing(fact),
        "said by": (said.label or "unnamed source") if said else "",
        "when": (time.text or time.value or "") if time else "",
        "words": first.evidence.text if words else "",
    }


def _standing(fact: Fact) -> str:
    if fact.asserted:
        return "fact"
    denied = "denied" if fact.polarity is Polarity.NEGATIVE else ""
    parts = [denied, modality_words(fact.modality)]
    return ", ".join(filter(None, parts)) or "claimed"
