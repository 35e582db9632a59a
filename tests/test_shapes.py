"""The shapes let through what kg writes, and nothing that breaks its promises."""

from __future__ import annotations

import re
from contextlib import ExitStack

import pyoxigraph as ox
import pyshacl
import pytest
from graphs import small_graph

from kg.errors import ReadError
from kg.rdf import to_turtle
from kg.server import ServeOptions, serving
from kg.shapes import shown_report, validate, validate_turtle
from kg.store import add_articles
from kg.store_folder import version_in_use
from kg.tables import data_text
from kg.vocabulary import prefixes

TURTLE = to_turtle(small_graph())


def test_a_graph_that_kg_wrote_conforms(tmp_path):
    (tmp_path / "graph.ttl").write_text(TURTLE, encoding="utf-8")
    report = validate(tmp_path)
    assert report.conforms
    assert shown_report(report).startswith("conforms: ")


def test_a_graph_of_another_base_is_checked_too():
    other = to_turtle(small_graph(), base="https://news.example/")
    assert validate_turtle(other).conforms
    broken = other.replace("kg:asserted true", "kg:asserted 7", 1)
    assert not validate_turtle(broken).conforms


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "# ── entities",
            "ent:NATO rel:meet true .\n# ──",
            "must not be a plain triple",
        ),
        ("ent:NATO rel:act true .", "", "what is asserted must be a plain triple"),
        ("kg:modality kg:actual", "kg:modality kg:planned", "only what is affirmed"),
        ("graspf:NEGATIVE", "graspf:MAYBE", "one polarity"),
        ("nif:confidence 0.84", "nif:confidence 1.84", "confidence from 0 to 1"),
        ("rdf:object ent:strike", "kg:text ent:strike", "one object"),
        ("rdf:subject ent:United_States", 'rdf:subject "US"', "one subject, an IRI"),
        ('nif:anchorOf "He"', 'nif:anchorOf "She"', "slice of the text"),
        ("nif:beginIndex 59", "nif:beginIndex 99", "begins before it ends"),
        ("prov:used art:talks", "kg:reason art:talks", "an article has a run"),
        ('kg:mentionKind "pronoun"', 'kg:mentionKind "guess"', "a name, a nominal or"),
    ],
)
def test_a_broken_promise_is_found_and_told(old, new, message):
    assert old in TURTLE
    report = validate_turtle(TURTLE.replace(old, new, 1))
    assert message in shown_report(report)
    assert not report.conforms


def test_a_long_report_is_cut_and_counted():
    broken = re.sub(r"kg:how \"\w+\"", 'kg:reason "x"', TURTLE)
    text = shown_report(validate_turtle(broken))
    assert "does not conform: " in text


def test_what_is_no_turtle_is_told_in_one_line():
    with pytest.raises(ReadError, match="is no Turtle") as caught:
        validate_turtle("<a> <b")
    assert "\n" not in str(caught.value)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_shapes_are_whole_shacl_for_other_checkers():
    broken = TURTLE.replace('nif:anchorOf "He"', 'nif:anchorOf "She"', 1)
    shapes = {"shacl_graph": data_text("shapes.ttl"), "shacl_graph_format": "turtle"}
    for text, wanted in ((TURTLE, True), (broken, False)):
        conforms, _, _ = pyshacl.validate(text, data_graph_format="turtle", **shapes)
        assert conforms is wanted


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """Give a whole graph and a broken one, each in a file, a store and a server."""
    folder = tmp_path_factory.mktemp("places")
    add_articles(small_graph(), folder / "whole")
    add_articles(small_graph(), folder / "broken")
    with version_in_use(folder / "broken") as version:
        store = ox.Store(str(version))
        triple = "{ ent:NATO rel:act ?x }"
        for pattern in (triple, f"{{ GRAPH art:talks {triple} }}"):
            store.update(f"DELETE WHERE {pattern}", prefixes=prefixes())
        del store
    text = TURTLE.replace("ent:NATO rel:act true .", "")
    (folder / "whole.ttl").write_text(TURTLE, encoding="utf-8")
    (folder / "broken.ttl").write_text(text, encoding="utf-8")
    free = ServeOptions(port=0)
    with ExitStack() as stack:
        yield {
            kind: [
                folder / f"{kind}.ttl",
                folder / kind,
                stack.enter_context(serving(folder / kind, free)),
                stack.enter_context(serving(folder / f"{kind}.ttl", free)),
            ]
            for kind in ("whole", "broken")
        }


def test_a_graph_is_checked_wherever_it_is(places):
    for place in places["whole"]:
        assert validate(place).conforms, place
    wanted = validate(places["broken"][0]).problems
    assert len(wanted) == 1
    for place in places["broken"]:
        assert validate(place).problems == wanted, place
