"""Near-duplicate articles: found whatever their order, and nothing else is one."""

from __future__ import annotations

import json
from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from standins import load, write

from kg.articles import parse_article
from kg.copies import find_copies
from kg.graph import build_graph
from kg.rdf import open_graph
from kg.sparql import query_by_name

REPORT = (
    "the minister said on monday that talks about a new treaty would begin in the "
    "capital next week and that both sides had agreed to send delegations led by "
    "their deputies while protesters gathered outside the embassy and called for an "
    "end to the fighting which has driven thousands of families from their homes"
)
WORDS = REPORT.split()


def article(key, words, day=None):
    fields = {"date": day} if day else {}
    return parse_article(" ".join(words), key, fields=fields)


def test_a_copy_with_another_head_and_a_line_more_is_found():
    agency = article("agency", WORDS)
    paper = article(
        "paper", ["PARIS", "-", *WORDS, "Additional", "reporting", "by", "us"]
    )
    assert find_copies([agency, paper]) == {"paper": "agency"}


def test_the_earliest_stands_for_its_copies_in_any_order():
    three = [
        article("a", WORDS, date(2024, 7, 3)),
        article("b", WORDS, date(2024, 7, 1)),
        article("c", [*WORDS, "again"]),
    ]
    for order in permutations(three):
        assert find_copies(order) == {"a": "b", "c": "b"}


def test_articles_about_the_same_thing_are_no_copies():
    other = [word if n % 5 else "perhaps" for n, word in enumerate(WORDS)]
    assert find_copies([article("a", WORDS), article("b", other)]) == {}


def test_short_texts_are_never_copies():
    short = WORDS[:15]
    assert find_copies([article("a", short), article("b", short)]) == {}


@given(st.lists(st.integers(0, len(WORDS) - 1), min_size=1, max_size=40, unique=True))
def test_what_is_found_is_alike_enough(places):
    changed = [f"x{n}" if n in places else word for n, word in enumerate(WORDS)]
    runs = [{tuple(w[n : n + 4]) for n in range(len(w) - 3)} for w in (WORDS, changed)]
    share = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
    found = find_copies([article("a", WORDS), article("b", changed)])
    assert found == ({"b": "a"} if share >= 0.5 else {})


def test_different_development_articles_are_no_copies(seed_article):
    parts = seed_article.text.split("\n")
    half = "\n".join(parts[: len(parts) // 3])
    assert find_copies([seed_article, parse_article(half, "third")]) == {}
    assert json.dumps(dict(find_copies([seed_article]))) == "{}"


def told(key, day):
    """Give a short article that says one thing, and its extraction."""
    said = article(key, ["Smith", "met", "Brown", *WORDS], day)
    return load()(said)


def test_what_copies_say_has_one_source_in_the_graph_and_in_its_turtle(tmp_path):
    graph = build_graph([told("b", date(2024, 7, 2)), told("a", date(2024, 7, 3))])
    (fact,) = graph.facts
    assert [(one.id, one.copy_of) for one in graph.articles] == [("a", "b"), ("b", "")]
    assert (len(fact.articles), graph.support(fact)) == (2, 1)
    write([told("b", date(2024, 7, 2)), told("a", date(2024, 7, 3))], tmp_path / "out")
    read = open_graph(tmp_path / "out")
    assert [(a.id, a.copy_of) for a in read.articles] == [("a", "b"), ("b", "")]
    answer = query_by_name(tmp_path / "out", "support", written="csv")
    assert answer.splitlines()[1].split(",")[3:5] == ["1", "2"]
