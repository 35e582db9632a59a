"""Questions to a graph: SPARQL, ready-made ones, and clear lines for mistakes."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys

import pyoxigraph as ox
import pytest
from graphs import small_graph

from kg.articles import parse_article
from kg.errors import QueryError, ReadError, UnknownNameError
from kg.graph import build_graph
from kg.pipeline import extract_article
from kg.questions import find_question, list_questions, show_questions
from kg.rdf import to_facts, to_turtle
from kg.sparql import query, query_by_name

#: What each question needs, by its name.
PARAMS = {
    "who-is": {"name": "the us"},
    "facts": {"about": "healey"},
    "evidence": {"subject": "John Healey", "object": "ukraine"},
    "path": {"from": "Healey", "to": "Ukraine"},
    "changes": {"in": "visit 1", "not_in": "talks"},
}


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    folder = tmp_path_factory.mktemp("graph")
    (folder / "graph.ttl").write_text(to_turtle(small_graph()), encoding="utf-8")
    return folder


def rows(path, name, params=None):
    answer = query_by_name(path, name, params, written="csv")
    return list(csv.DictReader(io.StringIO(answer)))


def test_prefixes_are_known_without_being_declared(path):
    answer = query(path, "SELECT ?who WHERE { ?who rel:visit ent:Ukraine }")
    assert "ent:John_Healey" in answer


def test_a_prefix_of_the_users_own_wins(path):
    text = "PREFIX rel: <http://other.example/> SELECT ?x WHERE { ?x rel:visit ?y }"
    assert query(path, text) == "no answer\n"


def test_prefixes_follow_the_base_of_the_graph(tmp_path):
    text = to_turtle(small_graph(), base="https://news.example/")
    (tmp_path / "g.ttl").write_text(text, encoding="utf-8")
    answer = query(tmp_path / "g.ttl", "SELECT ?x { ?x rel:visit ?y }", written="csv")
    assert "https://news.example/entity/John_Healey" in answer
    assert "Ukraine" in query_by_name(tmp_path / "g.ttl", "visits")


def test_json_is_sparql_results(path):
    text = "SELECT ?x WHERE { ?x rel:visit ?y }"
    answer = json.loads(query(path, text, written="json"))
    assert answer["head"]["vars"] == ["x"]
    value = answer["results"]["bindings"][0]["x"]
    assert value == {"type": "uri", "value": "https://kg.example/entity/John_Healey"}


def test_a_construct_gives_turtle(path):
    text = query(path, "CONSTRUCT WHERE { ?s rel:visit ?o }", written="ttl")
    assert "ent:John_Healey rel:visit ent:Ukraine ." in text
    assert len(list(ox.parse(text, format=ox.RdfFormat.TURTLE))) == 1


def test_triples_are_written_in_one_order_and_read_back(path):
    text = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    answers = {query(path, text, written="ttl") for _ in range(5)}
    assert len(answers) == 1
    form = ox.RdfFormat.TURTLE
    source = (path / "graph.ttl").read_text(encoding="utf-8")
    back = {quad.triple for quad in ox.parse(answers.pop(), format=form)}
    assert back == {quad.triple for quad in ox.parse(source, format=form)}


def test_an_ask_gives_true_or_false(path):
    assert query(path, "ASK { ?s rel:visit ?o }") == "true\n"
    assert query(path, "ASK { ?s rel:eat ?o }", written="csv") == "false\n"
    answer = query(path, "ASK { ?s rel:visit ?o }", written="json")
    assert json.loads(answer)["boolean"] is True


@pytest.mark.parametrize(
    ("text", "written", "words"),
    [
        ("SELECT ?x\nWHERE { ?x ?y", "table", "line 2, column 14"),
        (
            "SELECT * { ?x foo:bar ?y }",
            "table",
            "prefix not found .declare it; kg, ent, ",
        ),
        ("SELEC ?x { }", "table", "line 1"),
        ("", "table", "line 1"),
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "table", "only reads"),
        ("prefix a: <b:c>\n# x\n DROP ALL", "table", "only reads"),
        ("SELECT * { ?x ?y ?z }", "ttl", "CONSTRUCT"),
        ("CONSTRUCT WHERE { ?s rel:visit ?o }", "csv", "want ttl"),
    ],
)
def test_a_bad_query_gets_one_line_with_the_place(path, text, written, words):
    with pytest.raises(QueryError, match=words) as caught:
        query(path, text, written=written)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250


def test_what_is_no_turtle_is_told(tmp_path):
    (tmp_path / "x.ttl").write_text("<a> <b", encoding="utf-8")
    with pytest.raises(ReadError, match=r"is no Turtle.*; want a folder that kg built"):
        query(tmp_path / "x.ttl", "ASK {}")
    with pytest.raises(ReadError, match="no such file"):
        query(tmp_path / "y.ttl", "ASK {}")


def test_there_are_questions_enough_and_each_says_what_it_asks():
    questions = list_questions()
    assert len(questions) >= 15
    for question in questions:
        assert question.description.endswith(".")
        assert question.name in show_questions()
    listed = json.loads(show_questions(as_json=True))
    assert [each["name"] for each in listed] == [each.name for each in questions]


@pytest.mark.parametrize("name", [question.name for question in list_questions()])
def test_every_question_runs_with_and_without_what_it_can_be_told(path, name):
    needed = PARAMS.get(name, {})
    rows(path, name, needed)
    values = {"name": "Healey", "article": "talks"}
    every = {p.name: values[p.kind] for p in find_question(name).parameters}
    rows(path, name, every | needed)


@pytest.mark.parametrize("name", [question.name for question in list_questions()])
def test_every_question_is_whole_sparql_in_its_file(path, name):
    query(path, find_question(name).sparql)


def test_who_visited_which_country(path):
    found = rows(path, "visits")
    assert [(r["visitor"], r["visited"], r["when"]) for r in found] == [
        ("John Healey", "Ukraine", "2024-07-06")
    ] * 2
    assert rows(path, "visits", {"who": "NATO"}) == []


def test_who_said_what(path):
    found = rows(path, "said", {"who": "official", "about": "The US"})
    assert [(r["speaker"], r["relation"], r["polarity"]) for r in found] == [
        ("official", "ban", "negative")
    ]


def test_what_is_least_sure_comes_first_and_only_facts_do(path):
    found = rows(path, "doubtful")
    sure = [float(row["confidence"]) for row in found]
    assert sure == sorted(sure)
    triples = "?st rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:asserted true"
    facts = query(path, f"SELECT DISTINCT ?s ?p ?o {{ {triples} }}", written="csv")
    told = {(row["subject"], row["relation"], row["object"]) for row in found}
    assert len(told) == len(facts.splitlines()) - 1 > 2
    about = rows(path, "doubtful", {"about": "Healey"})
    assert {row["subject"] for row in about} == {"John Healey"}


def test_what_is_denied_and_what_is_planned(path):
    assert [r["subject"] for r in rows(path, "denied")] == ["United States"]
    assert [(r["subject"], r["when"]) for r in rows(path, "planned")] == [
        ("NATO", "2025")
    ]


def test_the_evidence_of_a_triple_tells_its_place(path):
    found = rows(path, "evidence", PARAMS["evidence"])
    assert [(r["article"], r["start"], r["end"]) for r in found] == [
        ("talks", "0", "23"),
        ("visit 1", "23", "58"),
    ]


def test_a_path_tells_the_direction_of_its_facts(path):
    found = rows(path, "path", {"from": "Ukraine", "to": "Healey"})
    assert found[0]["relation1"] == "← visit"


def test_what_one_article_tells_alone(path):
    found = rows(path, "changes", PARAMS["changes"])
    assert "visit" not in {r["relation"] for r in found}
    assert "praise" in {r["relation"] for r in found}


def test_an_unknown_name_gets_near_ones(path):
    with pytest.raises(UnknownNameError, match="John Healey"):
        query_by_name(path, "facts", {"about": "Helaey"})


@pytest.mark.parametrize(
    ("name", "params", "words"),
    [
        ("facts", {}, "needs --param about=…: the entity"),
        ("facts", {"abuot": "x"}, "no parameter 'abuot'"),
        ("nope", {}, "there are bans"),
        ("changes", {"in": "x", "not_in": "talks"}, "there are talks, visit 1"),
    ],
)
def test_a_wrong_parameter_is_told(path, name, params, words):
    with pytest.raises(QueryError, match=words):
        query_by_name(path, name, params)


def test_asking_loads_no_spacy_and_no_networkx(path):
    code = (
        "import sys; from kg.sparql import query_by_name;"
        f"query_by_name({str(path)!r}, 'visits');"
        "print(*{'spacy', 'networkx', 'rdflib', 'matplotlib'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""


def test_facts_alone_can_be_asked_too(tmp_path):
    text = to_facts(small_graph(), base="https://news.example/")
    (tmp_path / "facts.ttl").write_text(text, encoding="utf-8")
    answer = query(tmp_path / "facts.ttl", "SELECT ?x { ?x rel:visit ent:Ukraine }")
    assert "ent:John_Healey" in answer


@pytest.mark.model
def test_two_articles_that_disagree_are_both_named(tmp_path, analyser):
    texts = {
        "north": "Acme bought the Nordic Mill on Friday, its director said.",
        "south": "Acme did not buy the Nordic Mill. Acme bought the Lake Farm.",
        "west": "Acme did not buy the Lake Farm.",
    }
    read = [
        extract_article(parse_article(text, name), analyser)
        for name, text in texts.items()
    ]
    (tmp_path / "graph.ttl").write_text(to_turtle(build_graph(read)), "utf-8")
    found = {
        (r["object"], r["affirmed_by"], r["denied_by"])
        for r in rows(tmp_path, "disputed")
    }
    assert found == {
        ("Nordic Mill", "director", "article south"),
        ("Lake Farm", "article south", "article west"),
    }
