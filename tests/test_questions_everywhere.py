"""Each ready question has one answer, wherever the graph is and whatever it is told."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from graphs import statement, talks, visit
from test_endpoint import running
from test_sparql import PARAMS

from kg.errors import UnknownNameError
from kg.graph import build_graph
from kg.model import Polarity
from kg.questions import find_question, list_questions
from kg.rdf import to_turtle
from kg.server import ServeOptions, serving
from kg.sparql import query_by_name
from kg.store import add_articles

#: Names for each parameter: one that is there in every role, by any of its wordings.
NAMES = {
    "who": ["Healey", "the us", "official"],
    "about": ["john healey", "NATO"],
    "of": ["Ukraine"],
    "place": ["Ukraine"],
    "country": ["ukraine"],
}


def disagreeing():
    """Join both articles, of which the second denies what the first affirms."""
    known, other = visit(), talks()
    first = known.statements[0]
    denial = statement(
        other.article,
        "Healey visited Ukraine",
        first.subject,
        first.predicate,
        first.object,
        polarity=Polarity.NEGATIVE,
    )
    return build_graph([known, replace(other, statements=(*other.statements, denial))])


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    folder, free = tmp_path_factory.mktemp("everywhere"), ServeOptions(port=0)
    graph = disagreeing()
    (folder / "g.ttl").write_text(to_turtle(graph), encoding="utf-8")
    add_articles(graph, folder / "s")
    with (
        running(folder / "one") as one,
        running(folder / "other", "--union-default-graph") as other,
        serving(folder / "s", free) as own,
        serving(folder / "g.ttl", free) as of_file,
    ):
        add_articles(graph, one)
        add_articles(graph, other)
        yield [folder / "g.ttl", folder / "s", own, of_file, one, other]


def tellings():
    """Give each question with what it needs, and with each of what it can be told."""
    for question in list_questions():
        needed = PARAMS.get(question.name, {})
        yield question.name, needed
        free = [p.name for p in question.parameters if not p.required]
        for name in free:
            for value in NAMES[name]:
                yield question.name, {**needed, name: value}
        if len(free) > 1:
            yield question.name, {**needed, **{name: NAMES[name][0] for name in free}}


@pytest.mark.parametrize(("name", "params"), list(tellings()), ids=str)
def test_every_place_gives_the_same_answer(places, name, params):
    file, *others = places
    wanted = json.loads(query_by_name(file, name, params, written="json"))
    for place in others:
        found = query_by_name(place, name, params, written="json")
        assert json.loads(found) == wanted, place


@pytest.mark.parametrize(
    ("name", "params", "column", "values"),
    [
        ("visits", {"who": "Healey"}, "visitor", {"John Healey"}),
        ("visits", {"country": "Ukraine"}, "visited", {"Ukraine"}),
        ("visits", {"who": "NATO"}, "visitor", set()),
        ("said", {"who": "official"}, "speaker", {"official"}),
        ("said", {"about": "NATO"}, "speaker", set()),
        ("planned", {"about": "NATO"}, "subject", {"NATO"}),
        ("denied", {"about": "the US"}, "subject", {"United States"}),
        ("denied", {"about": "NATO"}, "subject", set()),
        ("claims", {"about": "US"}, "subject", {"United States"}),
        ("events", {"who": "Healey"}, "subject", {"John Healey"}),
        ("timeline", {"about": "Ukraine"}, "when", {"2024-07-06"}),
        ("bans", {"who": "US"}, "by", {"United States"}),
        ("bans", {"who": "Healey"}, "by", set()),
    ],
)
def test_what_a_question_is_told_counts_everywhere(
    places, name, params, column, values
):
    for place in places:
        text = query_by_name(place, name, params, written="csv")
        assert {row[column] for row in csv.DictReader(io.StringIO(text))} == values


def test_two_articles_that_disagree_are_named_everywhere(places):
    for place in places:
        text = query_by_name(place, "disputed", written="csv")
        rows = list(csv.DictReader(io.StringIO(text)))
        found = {(r["object"], r["affirmed_by"], r["denied_by"]) for r in rows}
        assert ("Ukraine", "article visit 1", "article talks") in found


def test_an_unknown_name_gets_near_ones_everywhere(places):
    for place in places:
        with pytest.raises(UnknownNameError, match="John Healey"):
            query_by_name(place, "said", {"who": "Helaey"})


def test_every_parameter_is_tried():
    assert set(NAMES) == {
        parameter.name
        for question in list_questions()
        for parameter in find_question(question.name).parameters
        if not parameter.required
    }
