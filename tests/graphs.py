"""Small graphs made by hand, for the tests of everything that reads a graph."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.articles import parse_article
from kg.graph import Graph, build_graph
from kg.model import (
    Argument,
    Attribution,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Grain,
    How,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Predicate,
    Provenance,
    Role,
    Sentence,
    Span,
    Statement,
    Time,
    statement_id,
)

RUN = Provenance("0.1.0", "en_core_web_md", "3.7.1", "0123456789ab")
LABELS = {
    "John_Healey": ("John Healey", EntityType.PERSON),
    "Ukraine": ("Ukraine", EntityType.COUNTRY),
    "United_States": ("United States", EntityType.COUNTRY),
    "NATO": ("NATO", EntityType.ORGANIZATION),
    "official": ("official", EntityType.GROUP),
    "strike": ("strike", EntityType.CONCEPT),
    "missile": ("missile", EntityType.PRODUCT),
}
VISIT = (
    "World\n"
    "Minister in Kyiv\n"
    "Healey visited Ukraine on Saturday. He praised “Ukraine’s courage” in Kyiv.\n"
    "The US has not banned strikes, officials said. NATO will meet in 2025.\n"
    "CLICK HERE TO GET THE APP\n"
)
TALKS = "Healey visited Ukraine. Three missiles hit a town, it is said. NATO acted.\n"


def entity(key: str | None, text: str) -> Argument:
    """Make an argument of an entity's id, or of None and plain words."""
    if key is None:
        return Argument(None, text, EntityType.QUANTITY, text)
    label, kind = LABELS[key]
    return Argument(key, label, kind, text)


def statement(article, words, subject, predicate, object_, **more) -> Statement:
    """Make a statement read from words of an article, with the id of its content."""
    start = article.text.index(words)
    said, time = more.get("attribution"), more.get("time")
    parts = {
        "polarity": more.get("polarity", Polarity.POSITIVE),
        "modality": more.get("modality", Modality.ACTUAL),
    }
    keys = [a.id if a.id is not None else f'"{a.label}"' for a in (subject, object_)]
    key = statement_id(
        keys[0],
        predicate.id,
        keys[1],
        **parts,
        source=(said.id or said.label) if said else "",
        time=(time.value or time.text) if time else "",
    )
    return Statement(
        id=key,
        article=article.id,
        sentence=more.pop("sentence", 0),
        subject=subject,
        predicate=predicate,
        object=object_,
        evidence=Evidence(Span(start, start + len(words)), words),
        pattern=more.pop("pattern", "clause-transitive"),
        confidence=more.pop("confidence", 0.93),
        **more,
    )


def mention(  # noqa: PLR0913 - all that a mention is
    article, text, key, *, kind=MentionKind.NAME, how=How.EXACT, nth=0
):
    """Make a mention of an entity by the n-th place of its words."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(text, start + 1)
    return Mention(Span(start, start + len(text)), text, key, kind, how)


def entities(mentions, more=()) -> tuple[Entity, ...]:
    """Make the entities of mentions, with the wordings that differ as aliases."""
    found = []
    for key in sorted({m.entity for m in mentions} | set(more)):
        label, kind = LABELS[key]
        own = [m for m in mentions if m.entity == key]
        aliases = {m.text for m in own if m.kind is MentionKind.NAME} - {label}
        links = ("http://www.wikidata.org/entity/Q212",) if key == "Ukraine" else ()
        found.append(Entity(key, label, kind, tuple(sorted(aliases)), links, len(own)))
    return tuple(found)


def sentences(article) -> tuple[Sentence, ...]:
    """Cut the paragraphs of an article at full stops."""
    found = []
    for block in article.blocks:
        start = block.span.start
        for piece in block.span.of(article.text).split(". "):
            end = min(start + len(piece) + 1, block.span.end)
            found.append(Sentence(len(found), Span(start, end)))
            start = end + 1
    return tuple(found)


def visit() -> Extraction:
    """Make the article of a visit, a denial by officials and a plan."""
    article = parse_article(
        VISIT,
        "visit 1",
        fields={
            "date": date(2024, 7, 10),
            "url": "https://news.example/a?b=1",
            "publisher": "Example News",
            "author": 'A. "Ace" Reporter',
        },
    )
    healey, ukraine = entity("John_Healey", "Healey"), entity("Ukraine", "Ukraine")
    officials = Attribution("official", "official", "officials", "said", quoted=False)
    ban = statement(
        article,
        "The US has not banned strikes",
        entity("United_States", "The US"),
        Predicate("ban", "has not banned"),
        entity("strike", "strikes"),
        polarity=Polarity.NEGATIVE,
        attribution=officials,
        confidence=0.84,
        sentence=3,
    )
    statements = (
        statement(
            article,
            "Healey visited Ukraine on Saturday.",
            healey,
            Predicate("visit", "visited"),
            ukraine,
            time=Time("on Saturday", "2024-07-06", Grain.DAY),
            sentence=1,
        ),
        statement(
            article,
            "He praised “Ukraine’s courage” in Kyiv.",
            entity("John_Healey", "He"),
            Predicate("praise", "praised"),
            Argument(
                None, "“Ukraine’s courage”", EntityType.CONCEPT, "“Ukraine’s courage”"
            ),
            place=Argument(None, "Kyiv", EntityType.PLACE, "Kyiv"),
            arguments=(Role("in", "Kyiv"), Role("manner", "warmly", "NATO")),
            confidence=1.0,
            sentence=2,
        ),
        ban,
        statement(
            article,
            "officials said",
            entity("official", "officials"),
            Predicate("say", "said"),
            Argument(None, "", EntityType.CONCEPT, ""),
            content=(ban.id,),
            sentence=3,
        ),
        statement(
            article,
            "NATO will meet in 2025",
            entity("NATO", "NATO"),
            Predicate("meet", "will meet"),
            Argument(None, "", EntityType.CONCEPT, ""),
            modality=Modality.PLANNED,
            time=Time("in 2025", "2025", Grain.YEAR),
            sentence=4,
        ),
    )
    mentions = (
        mention(article, "Healey", "John_Healey", how=How.ALIAS),
        mention(article, "Ukraine", "Ukraine"),
        mention(
            article,
            "He",
            "John_Healey",
            kind=MentionKind.PRONOUN,
            how=How.PRONOUN,
            nth=1,
        ),
        mention(article, "Ukraine", "Ukraine", nth=1),
        mention(article, "The US", "United_States", how=How.ALIAS),
        mention(
            article, "strikes", "strike", kind=MentionKind.NOMINAL, how=How.NOMINAL
        ),
        mention(
            article, "officials", "official", kind=MentionKind.NOMINAL, how=How.NOMINAL
        ),
        mention(article, "NATO", "NATO"),
    )
    return Extraction(
        article, sentences(article), entities(mentions), mentions, statements, RUN
    )


def talks() -> Extraction:
    """Make a second article, which repeats the visit and has words for subjects."""
    article = parse_article(TALKS, "talks")
    rumour = Attribution(None, "it", "it", "is said", quoted=True)
    statements = (
        statement(
            article,
            "Healey visited Ukraine.",
            entity("John_Healey", "Healey"),
            Predicate("visit", "visited"),
            entity("Ukraine", "Ukraine"),
            time=Time("", "2024-07-06", Grain.DAY),
            confidence=0.5,
        ),
        statement(
            article,
            "Three missiles hit a town",
            entity(None, "Three missiles"),
            Predicate("hit", "hit"),
            entity(None, "a town"),
            attribution=rumour,
            time=Time("this week", "2024-07-08", Grain.DAY, "2024-07-12"),
            sentence=1,
        ),
        statement(
            article,
            "NATO acted.",
            entity("NATO", "NATO"),
            Predicate("act", "acted"),
            Argument(None, "", EntityType.CONCEPT, ""),
            time=Time("once"),
            sentence=2,
        ),
    )
    mentions = (
        mention(article, "Healey", "John_Healey", how=How.ALIAS),
        mention(article, "Ukraine", "Ukraine"),
        mention(article, "NATO", "NATO"),
        mention(article, "NATO", "United_States", how=How.METONYM),
    )
    return Extraction(
        article, sentences(article), entities(mentions), mentions, statements, RUN
    )


def renamed(extraction: Extraction, key: str) -> Extraction:
    """Give what was read of an article as that of one with another id."""
    return replace(
        extraction,
        article=replace(extraction.article, id=key),
        statements=tuple(replace(s, article=key) for s in extraction.statements),
    )


def small_graph() -> Graph:
    """Join both articles."""
    return build_graph([visit(), talks()])


def parts(graph: Graph) -> dict[str, object]:
    """Give all that two equal graphs have equal, to be compared part by part."""
    return {
        "nodes": graph.nodes,
        "facts": graph.facts,
        "articles": graph.articles,
        "mentions": graph.mentions,
        "sentences": graph.sentences,
        "provenance": graph.provenance,
    }
