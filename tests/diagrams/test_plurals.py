"""Groups and concepts are called in the plural where the text always does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.diagrams.draw import draw_canvas
from kg.diagrams.plurals import plural_label, with_plurals
from kg.diagrams.view import DrawOptions
from kg.graph import build_graph
from kg.model import Entity, EntityType, Extraction, Mention, MentionKind


@pytest.mark.parametrize(
    ("label", "texts", "shown"),
    [
        ("NATO leader", ["NATO leaders"], "NATO leaders"),
        ("ally", ["Top allies of the U.S."], "allies"),
        ("world leader", ["World leaders"], "world leaders"),
        ("member of parliament", ["members of parliament"], "members of parliament"),
        ("box", ["two boxes"], "boxes"),
        ("policeman", ["policemen", "the policemen"], "policemen"),
        ("Frenchwoman", ["Frenchwomen"], "Frenchwomen"),
        ("official", ["officials", "an official"], "official"),
        ("reporter", ["the reporter’s"], "reporter"),
        ("support", ["support"], "support"),
        ("weapons support", ["additional weapons support"], "weapons support"),
        ("nation", [], "nation"),
    ],
)
def test_a_label_is_as_many_as_its_texts(label, texts, shown):
    assert plural_label(label, texts) == shown


@pytest.fixture
def urging(graph_of):
    """A graph in which an "official" is worded "several officials"."""
    graph = graph_of(["official | urged | United States | by=official"])
    (fact,) = graph.facts
    subject = replace(fact.first.subject, type=EntityType.GROUP, text="officials")
    said = replace(fact.first.attribution, text="officials")
    statement = replace(fact.first, subject=subject, attribution=said)
    group = Entity("official", "official", EntityType.GROUP)
    country = Entity("United_States", "United States", EntityType.COUNTRY)
    article = graph.articles[0]
    mentions = (
        Mention(statement.evidence.span, "they", "official", MentionKind.PRONOUN, "x"),
    )
    return build_graph(
        [
            Extraction(
                article,
                graph.sentences[article.id],
                (group, country),
                mentions,
                (statement,),
                graph.provenance[article.id],
            )
        ]
    )


def test_a_group_is_renamed_wherever_it_stands(urging):
    named = with_plurals(urging)
    (fact,) = named.facts
    assert fact.first.subject.label == "officials"
    assert fact.first.attribution.label == "officials"
    assert named.node("official").label == "officials"
    assert named.node("United_States") == urging.node("United_States")
    assert fact.id == urging.facts[0].id


def test_a_picture_shows_the_plural(urging):
    canvas = draw_canvas(urging, DrawOptions(about="official"))
    words = [text.get_text() for text in canvas.figure.axes[0].texts]
    assert "officials" in words
    assert "officials: surroundings" in words


def test_a_graph_without_plurals_stays_as_it_is(seed_like):
    assert with_plurals(seed_like) is seed_like
