"""What a picture shows first, and how an entity is found by its name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from graphs import talks, visit

from kg.diagrams.choice import choose, rank_facts
from kg.diagrams.compose import compose_network
from kg.diagrams.styles import Status
from kg.diagrams.view import DrawOptions
from kg.diagrams.wording import heading, note_of, relation_words
from kg.graph import build_graph

_PLAIN = DrawOptions()


def _shown(graph, top, options=_PLAIN):
    return [
        f"{fact.subject} {fact.predicate.label} {fact.object}"
        for fact in choose(rank_facts(graph, options), top=top).shown
    ]


def _view(graph, top):
    return compose_network(graph, _PLAIN, choose(rank_facts(graph, _PLAIN), top=top))


def test_facts_between_named_things_come_before_concepts(graph_of):
    graph = graph_of(
        [
            "divisions | trouble | collective defense |",
            "John Healey | visited | Ukraine |",
            "serious times | need | united front |",
        ]
    )
    assert _shown(graph, 1) == ["John_Healey visited Ukraine"]


def test_what_happens_comes_before_where_something_belongs(graph_of):
    rows = ["Anna Berg | from | Denmark |", "Anna Berg | left | Denmark |"]
    assert _shown(graph_of(rows), 1) == ["Anna_Berg left Denmark"]


def test_a_heading_says_nothing_twice(graph_of):
    graph = graph_of(["Anna Berg | left | Denmark |"], title="")
    title, below = heading(graph, _PLAIN)
    assert title
    assert title not in below


def test_articles_of_one_day_have_that_day_below_the_title():
    one, other = visit(), talks()
    day = date(2024, 7, 6)
    graph = build_graph(
        [
            replace(each, article=replace(each.article, date=day))
            for each in (one, other)
        ]
    )
    assert heading(graph, _PLAIN) == ("2 articles", "6 July 2024")


def test_a_share_is_kept_for_what_is_no_fact(seed_like):
    choice = choose(rank_facts(seed_like, _PLAIN), top=20)
    assert len(choice.shown) == 20
    assert sum(not fact.asserted for fact in choice.shown) >= 7


def test_facts_without_an_object_are_never_shown(seed_like):
    shown = choose(rank_facts(seed_like, _PLAIN), top=1000).shown
    assert len(shown) == 61
    assert all(fact.first.object.label for fact in shown)


def test_what_the_title_speaks_of_comes_first(graph_of):
    rows = ["France | ally of | Denmark |", "France | ally of | Lithuania |"]
    graph = graph_of(rows, title="Lithuanians rejoice")
    assert _shown(graph, 1) == ["France ally of Lithuania"]


def test_the_surroundings_grow_by_one_line_a_hop(graph_of):
    graph = graph_of(
        [
            "France | ally of | Denmark |",
            "Denmark | ally of | Lithuania |",
            "Lithuania | ally of | Ukraine |",
        ]
    )
    near = DrawOptions(about="France")
    assert _shown(graph, 9, near) == ["France ally of Denmark"]
    assert len(_shown(graph, 9, DrawOptions(about="France", hops=2))) == 2


def test_lines_between_the_same_two_boxes_share_one_label(graph_of):
    rows = ["France | helps | Denmark |", "France | arms | Denmark |"]
    (edge,) = _view(graph_of(rows), 9).edges
    assert [line.text for line in edge.lines] == ["helps", "arms"]


def test_lines_of_different_standing_are_not_merged(graph_of):
    rows = ["France | helps | Denmark |", "France | helps | Denmark | planned"]
    edges = _view(graph_of(rows), 9).edges
    assert [edge.status for edge in edges] == [Status.FACT, Status.PROSPECT]


def test_several_subjects_of_one_relation_share_one_label(graph_of):
    rows = ["France | urged | Ukraine |", "Denmark | urged | Ukraine |"]
    (edge,) = _view(graph_of(rows), 9).edges
    assert edge.sources == ("France", "Denmark")
    assert edge.targets == ("Ukraine",)


def test_never_do_several_subjects_and_several_objects_share_a_label(generated):
    for number in range(10):
        for edge in _view(generated(number), 80).edges:
            assert 1 in {len(edge.sources), len(edge.targets)}


def test_a_note_names_modality_and_speaker(graph_of):
    (fact,) = graph_of(["Ukraine | use | France | possible by=Joe Biden"]).facts
    assert note_of(fact) == "possible — says Joe Biden"


@pytest.mark.parametrize(
    ("relation", "words"),
    [("visited", "not visited"), ("was named", "was not named"), ("is", "is not")],
)
def test_a_denial_stands_behind_the_auxiliary(graph_of, relation, words):
    (fact,) = graph_of([f"France | {relation} | Ukraine | not"]).facts
    assert relation_words(fact) == words


def test_a_speaker_who_is_the_subject_is_not_named_again(graph_of):
    (fact,) = graph_of(["France | allow | Ukraine | planned by=France"]).facts
    assert note_of(fact) == "planned — by own account"


def test_one_content_of_two_speakers_is_one_line_with_both(graph_of):
    rows = [
        "France | abandon | Ukraine | requested by=Joe Biden",
        "France | abandon | Ukraine | requested by=Jens Stoltenberg",
    ]
    (edge,) = _view(graph_of(rows), 9).edges
    assert edge.note == "requested by Joe Biden, Jens Stoltenberg"
    assert len(edge.facts) == 2


def test_what_the_article_plans_itself_is_not_put_into_a_mouth(graph_of):
    rows = [
        "France | abandon | Ukraine | planned",
        "France | abandon | Ukraine | planned by=Jens Stoltenberg",
    ]
    edges = _view(graph_of(rows), 9).edges
    assert [edge.note for edge in edges] == [
        "planned",
        "planned — says Jens Stoltenberg",
    ]


@pytest.mark.parametrize(
    ("rows", "top", "words"),
    [
        ([], 9, "No statements to show."),
        (["France | ally of | Denmark |"], 9, "The one statement."),
        (["France | ally of | Denmark |", "Denmark | is | France |"], 9, "All 2 st"),
        (["divisions | emerge | |"], 9, "Statements without an object"),
        (["France | ally of | Denmark |", "x | emerge | |"], 9, "Shows 1 of 2 statem"),
        (
            ["France | ally of | Denmark |", "Denmark | is | France |"],
            1,
            "Shows 1 of 2 f",
        ),
    ],
)
def test_the_note_tells_what_is_left_out(graph_of, rows, top, words):
    assert _view(graph_of(rows), top).note.startswith(words)


def test_the_heading_of_a_part_says_of_how_many_articles_it_is():
    graph = build_graph([visit(), talks()])
    assert heading(graph, _PLAIN)[0] == "2 articles"
    assert heading(replace(graph, chosen_from=3_000), _PLAIN)[0] == (
        "2 of 3,000 articles"
    )
