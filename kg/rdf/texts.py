"""Say articles, spans of text, mentions and runs in triples of Turtle terms."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg import vocabulary as v
from kg.rdf.iri import hashed, iri, local_name, span_iri
from kg.rdf.turtle import english, external, integer, long_string, string, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.graph import Fact, Read
    from kg.model import Article, Mention, Provenance, Skipped, Span
    from kg.rdf.turtle import Block

__all__ = [
    "article_blocks",
    "program_block",
    "publisher_block",
    "run_blocks",
    "run_iri",
    "span_blocks",
    "with_original",
]

_Pairs = list[tuple[str, list[str]]]
#: A span of text as it is looked up: its start and its end.
_Range = tuple[int, int]


def article_blocks(articles: Iterable[Article]) -> Iterator[Block]:
    """Describe every article and what of it is not read."""
    for article in articles:
        yield iri("article", article.id), _article(article)
        for number, skipped in enumerate(article.skipped, 1):
            yield _skipped_iri(article, number), _skipped(skipped, number)


def with_original(text: str, original: str) -> str:
    """Add to an article's group of triples, as it is written, what it is a copy of."""
    place = f"{v.IN_LANGUAGE} "
    before, found, after = text.partition(f"    {place}")
    return f"{before}    {v.COPY_OF} {iri('article', original)} ;\n{found}{after}"


def publisher_block(publisher: str) -> Block:
    """Describe who published an article."""
    pairs = [("a", [v.NEWS_MEDIA]), (v.LABEL, [english(publisher)])]
    return iri("publisher", publisher), pairs


def _article(article: Article) -> _Pairs:
    url = external(article.url)
    skipped = range(1, len(article.skipped) + 1)
    return [
        ("a", [v.NEWS_ARTICLE, v.PROV_ENTITY]),
        (v.ARTICLE_ID, [string(article.id)]),
        (v.HEADLINE, [english(article.title)] if article.title else []),
        (
            v.DATE_PUBLISHED,
            [typed(article.date.isoformat(), "xsd:date")] if article.date else [],
        ),
        (v.URL, [url or string(article.url)] if article.url else []),
        (v.AUTHOR, [string(article.author)] if article.author else []),
        (
            v.PUBLISHER,
            [iri("publisher", article.publisher)] if article.publisher else [],
        ),
        (v.COPY_OF, [iri("article", article.copy_of)] if article.copy_of else []),
        (v.IN_LANGUAGE, [string("en")]),
        (v.HAS_BLOCK, [span_iri(article.id, *_range(b.span)) for b in article.blocks]),
        (v.HAS_SKIPPED, [_skipped_iri(article, number) for number in skipped]),
    ]


def _skipped_iri(article: Article, number: int) -> str:
    return f"<article/{local_name(article.id)}#skipped={number}>"


def _skipped(skipped: Skipped, number: int) -> _Pairs:
    span = skipped.span
    return [
        ("a", [v.SKIPPED]),
        (v.REASON, [string(skipped.reason)]),
        (v.TEXT, [string(skipped.text)] if skipped.text else []),
        (v.BEGIN_INDEX, [integer(span.start)] if span else []),
        (v.END_INDEX, [integer(span.end)] if span else []),
        (v.POSITION, [integer(number)]),
    ]


def span_blocks(graph: Read, facts: Iterable[Fact]) -> Iterator[Block]:
    """Describe every span of text that something refers to, in text order."""
    evidence: dict[str, list[_Range]] = defaultdict(list)
    for fact in facts:
        for statement in fact.statements:
            evidence[statement.article].append(_range(statement.evidence.span))
    for article in graph.articles:
        yield from _spans(graph, article, set(evidence.pop(article.id, ())))


def _spans(graph: Read, article: Article, evidence: set[_Range]) -> Iterator[Block]:
    roles: dict[_Range, _Pairs] = defaultdict(list)
    whole = (0, len(article.text))
    roles[whole].append(("a", [v.CONTEXT]))
    for block in article.blocks:
        role = roles[_range(block.span)]
        role += [("a", [v.BLOCK]), (v.BLOCK_KIND, [string(block.kind)])]
    for sentence in graph.sentences.get(article.id, ()):
        roles[_range(sentence.span)] += [
            ("a", [v.SENTENCE]),
            (v.SENTENCE_INDEX, [integer(sentence.index)]),
        ]
    mentions, others = _by_span(graph.mentions.get(article.id, ()))
    for span in evidence | set(mentions):
        roles[span].append(("a", [v.PHRASE]))
    text = span_iri(article.id, *whole)
    for span in sorted(roles):
        pairs = _span_pairs(article, text, span, roles[span], mentions.get(span))
        yield span_iri(article.id, *span), pairs
    for span, number, mention in others:
        name = f"{span_iri(article.id, *span)[:-1]}&n={number}>"
        yield name, _span_pairs(article, text, span, [("a", [v.PHRASE])], mention)


def _by_span(
    mentions: Iterable[Mention],
) -> tuple[dict[_Range, Mention], list[tuple[_Range, int, Mention]]]:
    """Tell first mentions from further ones at the same place."""
    first: dict[_Range, Mention] = {}
    count: dict[_Range, int] = defaultdict(int)
    others = []
    for mention in mentions:
        span = _range(mention.span)
        count[span] += 1
        if count[span] == 1:
            first[span] = mention
        else:
            others.append((span, count[span], mention))
    return first, others


def _span_pairs(
    article: Article, text: str, span: _Range, roles: _Pairs, mention: Mention | None
) -> _Pairs:
    """Say what a span is; ``text`` is the name of the whole text."""
    start, end = span
    kinds = [name for predicate, names in roles if predicate == "a" for name in names]
    pairs = [
        ("a", [*kinds, v.OFFSET_BASED]),
        *(role for role in roles if role[0] != "a"),
        (v.REFERENCE_CONTEXT, [text]),
        (v.BEGIN_INDEX, [integer(start)]),
        (v.END_INDEX, [integer(end)]),
    ]
    if v.CONTEXT in kinds:
        pairs.append((v.SOURCE_URL, [iri("article", article.id)]))
        pairs.append((v.IS_STRING, [long_string(article.text)]))
    if v.PHRASE in kinds or v.SENTENCE in kinds:
        pairs.append((v.ANCHOR_OF, [string(article.text[start:end])]))
    if mention is not None:
        pairs.append((v.IDENTIFIES, [iri("entity", mention.entity)]))
        pairs.append((v.MENTION_KIND, [string(mention.kind)]))
        pairs.append((v.HOW, [string(mention.how)]))
    return pairs


def _range(span: Span) -> _Range:
    return span.start, span.end


def run_iri(article: str, run: Provenance) -> str:
    """Name the run that read an article by its program, model and tables."""
    parts = (article, run.kg, run.model, run.model_version, run.tables)
    return f"<run/{hashed(*parts)}>"


def run_blocks(graph: Read) -> Iterator[Block]:
    """Describe the runs, one for each article."""
    for article in graph.articles:
        run = graph.provenance.get(article.id)
        if run is not None:
            yield run_iri(article.id, run), _run(article, run, _program(run.kg))


def program_block(number: str) -> Block:
    """Describe the program in one version."""
    pairs = [
        ("a", [v.SOFTWARE_AGENT]),
        (v.LABEL, [string("kg")]),
        (v.SOFTWARE_VERSION, [string(number)]),
    ]
    return _program(number), pairs


def _program(number: str) -> str:
    return iri("program", f"kg-{number}")


def _run(article: Article, run: Provenance, program: str) -> _Pairs:
    return [
        ("a", [v.PROV_ACTIVITY]),
        (v.USED, [iri("article", article.id)]),
        (v.WAS_ASSOCIATED_WITH, [program]),
        (v.MODEL, [string(run.model)]),
        (v.MODEL_VERSION, [string(run.model_version)]),
        (v.TABLES, [string(run.tables)]),
    ]
