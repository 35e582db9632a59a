"""Tell why a statement is there: a graph and some words in, text for people out.

The words are a statement's id, an entity's name, or words of a statement. With colour
the parts of the sentence are coloured, without it they stand in brackets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.diagrams.wording import plain_sentence
from kg.errors import KgError, UnknownNameError
from kg.marking import Marks, mark
from kg.model import Span
from kg.names import Named, choose, near_names
from kg.rdf.relations import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.graph import Fact, Graph, Node
    from kg.model import Mention, Statement

__all__ = ["NothingFoundError", "explain", "find_facts", "qualifiers_of", "standing_of"]

_ID = re.compile(r"[0-9a-f]{6,16}")
_SHOWN = 5
_MENTIONS = 12


class NothingFoundError(KgError):
    """Words are neither a statement's nor an entity's."""

    def __init__(self, words: str, near: tuple[str, ...] = ()) -> None:
        hint = f"; near names: {', '.join(near)}" if near else ""
        super().__init__(
            f"no statement and no entity for {words!r} in this graph{hint}"
        )
        self.words = words
        self.near = near


def explain(graph: Graph, words: str, *, colour: bool = False) -> str:
    """Tell why statements are there, or what is known of an entity."""
    node = _entity(graph, words)
    if node is not None:
        return "\n".join(_about_node(graph, node, colour=colour)) + "\n"
    facts = find_facts(graph, words)
    parts = [
        "\n".join(_about_fact(graph, fact, colour=colour)) for fact in facts[:_SHOWN]
    ]
    if len(facts) > _SHOWN:
        parts.append(f"… and {len(facts) - _SHOWN} more; say more words to choose")
    return "\n\n".join(parts) + "\n"


def find_facts(graph: Graph, words: str) -> tuple[Fact, ...]:
    """Find the statements of an id or of words, asserted ones first."""
    facts = graph.facts
    if _ID.fullmatch(words.strip()):
        found = [fact for fact in facts if fact.id.startswith(words.strip())]
    else:
        wanted = _words(words)
        found = [fact for fact in facts if _has_all(graph, fact, wanted)]
    if not found or not words.strip():
        raise NothingFoundError(words, near_names(words, _named(graph)))
    return tuple(sorted(found, key=lambda fact: not fact.asserted))


def _entity(graph: Graph, words: str) -> Node | None:
    try:
        return graph.node(choose(words, _named(graph)))
    except UnknownNameError:
        return None


def _named(graph: Graph) -> list[Named]:
    return [
        Named(node.id, node.label, node.aliases, node.mentions)
        for node in graph.nodes
        if not node.literal
    ]


def _has_all(graph: Graph, fact: Fact, wanted: list[str]) -> bool:
    """Tell whether every word starts some word of a statement."""
    known = _words(" ".join(_wordings(graph, fact)))
    return all(any(each.startswith(word) for each in known) for word in wanted)


def _wordings(graph: Graph, fact: Fact) -> Iterator[str]:
    for statement in fact.statements:
        yield statement.predicate.label
        yield words_of(statement.predicate.id)
        for argument in (statement.subject, statement.object):
            yield from (argument.label, argument.text)
            if argument.id is not None and argument.id in graph.network:
                yield from graph.node(argument.id).aliases
        if statement.attribution:
            yield statement.attribution.label
        yield from (role.text for role in statement.arguments)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _about_fact(graph: Graph, fact: Fact, *, colour: bool) -> Iterator[str]:
    first = fact.first
    yield plain_sentence(fact)
    yield f"  statement   {fact.id}"
    yield f"  standing    {standing_of(first)}"
    for statement in fact.statements:
        yield from _about_reading(graph, statement, colour=colour)


def standing_of(statement: Statement) -> str:
    """Say whether a statement is a fact, and if not, why."""
    if statement.asserted:
        return "a fact: the article itself states it as done or so"
    reasons = []
    if statement.polarity != "positive":
        reasons.append("it is denied")
    if statement.modality != "actual":
        reasons.append(f"it is {statement.modality}, not told as having happened")
    if statement.attribution:
        speaker = statement.attribution.label or "somebody unnamed"
        reasons.append(f"{speaker} says it, not the article")
    return "not asserted: " + "; ".join(reasons)


def _about_reading(
    graph: Graph, statement: Statement, *, colour: bool
) -> Iterator[str]:
    article = graph.article(statement.article)
    mentions = _mentions_in(graph, statement)
    span = statement.evidence.span
    sentence = _sentence(graph, statement)
    marks = Marks(article.text, sentence, statement, tuple(mentions))
    yield f"  sentence    {mark(marks, colour=colour)}"
    yield f"  place       article {article.id}, characters {span.start} to {span.end}"
    yield from (f"  {name:<11} {value}" for name, value in qualifiers_of(statement))
    yield f"  read by     {statement.pattern}, confidence {statement.confidence:g}"
    told = (
        f"{mention.text} = {graph.node(mention.entity).label}"
        f" ({mention.kind}, by {mention.how})"
        for mention in mentions
    )
    yield from (f"  who is who  {words}" for words in dict.fromkeys(told))


def qualifiers_of(statement: Statement) -> Iterator[tuple[str, str]]:
    """Name who said it, when, where and what else it tells, each with its words."""
    said, time, place = statement.attribution, statement.time, statement.place
    if said:
        quoted = "quoted" if said.quoted else "not quoted"
        label = said.label or "somebody unnamed"
        words = " ".join(repr(part) for part in (said.text, said.cue) if part)
        yield "said by", f"{label} ({words}, {quoted})" if words else label
    if time:
        until = f" to {time.end}" if time.end else ""
        value = f" = {time.value}{until} ({time.grain})" if time.value else ""
        yield "time", f"{time.text}{value}"
    if place:
        yield "where", place.label
    for role in statement.arguments:
        yield "further", f"{role.role} {role.text}"
    if statement.content:
        yield "content", ", ".join(statement.content)


def _sentence(graph: Graph, statement: Statement) -> Span:
    """Give the range of the sentence around a statement's evidence."""
    evidence = statement.evidence.span
    start, end = evidence.start, evidence.end
    for sentence in graph.sentences.get(statement.article, ()):
        span = sentence.span
        if span.start < evidence.end and evidence.start < span.end:
            start, end = min(start, span.start), max(end, span.end)
    return Span(start, end)


def _mentions_in(graph: Graph, statement: Statement) -> list[Mention]:
    ids = {statement.subject.id, statement.object.id}
    ids |= {role.id for role in statement.arguments}
    if statement.place:
        ids.add(statement.place.id)
    span = _sentence(graph, statement)
    return [
        mention
        for mention in graph.mentions.get(statement.article, ())
        if mention.entity in ids
        and span.start <= mention.span.start
        and mention.span.end <= span.end
    ]


def _about_node(graph: Graph, node: Node, *, colour: bool) -> Iterator[str]:
    yield f"{node.label} ({node.type})"
    if node.aliases:
        yield f"  also called  {', '.join(node.aliases)}"
    yield from (f"  same as      {link}" for link in node.links)
    mentions = [
        (article, mention)
        for article in graph.articles
        for mention in graph.mentions.get(article.id, ())
        if mention.entity == node.id
    ]
    for article, mention in mentions[:_MENTIONS]:
        start, end = mention.span.start, mention.span.end
        before, after = (
            article.text[max(0, start - 30) : start],
            article.text[end:][:30],
        )
        shown = f"\x1b[1m{mention.text}\x1b[0m" if colour else f"[{mention.text}]"
        context = " ".join(f"{before}{shown}{after}".split())
        yield f"  mentioned    …{context}… ({mention.kind}, by {mention.how})"
    if len(mentions) > _MENTIONS:
        yield f"  mentioned    {len(mentions) - _MENTIONS} times more"
    for fact in graph.facts:
        if node.id in (fact.subject, fact.object):
            sign = "fact     " if fact.asserted else "not a fact"
            yield f"  {sign:<12} {plain_sentence(fact)}  [{fact.id}]"
