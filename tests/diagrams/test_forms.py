"""Who says what, and what happened when, as pictures."""

from __future__ import annotations

from datetime import date

import pytest

from kg.diagrams.check import overlaps
from kg.diagrams.choice import choose, rank_facts
from kg.diagrams.draw import COMPOSERS, draw_canvas
from kg.diagrams.speakers import compose_speakers
from kg.diagrams.timeline import compose_timeline, moment_words, span_words
from kg.diagrams.view import DrawOptions, Form
from kg.model import Time

_SPEAKERS = DrawOptions(form=Form.SPEAKERS)
_TIMELINE = DrawOptions(form=Form.TIMELINE)
_DATED = [
    "John Healey | visited | Ukraine | time=on Saturday=2024-07-06",
    "John Healey | told | reporters | time=on Wednesday=2024-07-10",
    "NATO | admitted | Denmark | time=in 1949=1949",
    "France | ally of | Denmark |",
    "Ukraine | joins | NATO | planned time=next year=2025",
    "Joe Biden | met | France | not time=on Saturday=2024-07-06",
]


def _view(compose, graph, options):
    return compose(graph, options, choose(rank_facts(graph, options), top=20))


def test_every_claim_stands_beside_its_speaker(graph_of):
    rows = [
        "Ukraine | needs | long-range missiles | by=Joe Biden",
        "France | helps | Ukraine | planned by=Joe Biden",
        "France | ally of | Denmark |",
    ]
    view = _view(compose_speakers, graph_of(rows), _SPEAKERS)
    assert [node.label for node in view.nodes] == [
        "Joe Biden",
        "Ukraine needs long-range missiles",
        "France helps Ukraine",
    ]
    (edge,) = view.edges
    assert edge.sources == ("Joe_Biden",)
    assert len(edge.targets) == 2


def test_who_says_what_can_be_asked_of_one_speaker(seed_like):
    options = DrawOptions(form=Form.SPEAKERS, about="Antony Blinken")
    view = _view(compose_speakers, seed_like, options)
    assert view.title == "Antony Blinken: who says what"
    assert {edge.sources for edge in view.edges} == {("Antony_Blinken",)}


def test_a_timeline_runs_from_the_earliest_to_the_latest(graph_of):
    view = _view(compose_timeline, graph_of(_DATED), _TIMELINE)
    moments = [node.label for node in view.nodes if node.card is None]
    assert moments == ["1949", "6 July 2024", "10 July 2024", "2025"]
    assert "France ally of Denmark" not in {node.label for node in view.nodes}


def test_a_week_stands_where_its_monday_does(graph_of):
    rows = [
        f"NATO | met {value} | France | time=then={value}"
        for value in ("2006-W08", "2006-03-27", "2006-02", "2006-W99")
    ]
    view = _view(compose_timeline, graph_of(rows), _TIMELINE)
    moments = [node.label for node in view.nodes if node.card is None]
    assert moments[:3] == ["February 2006", "week 8 of 2006", "27 March 2006"]


def test_what_is_denied_is_crossed_out_in_a_timeline(graph_of):
    canvas = draw_canvas(graph_of(_DATED), _TIMELINE)
    gids = [patch.get_gid() for patch in canvas.figure.axes[0].patches]
    assert sum(gid.startswith("cross-box") for gid in gids) == 1


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-07-09T20:00", "9 July 2024, 20:00"),
        ("2024-07-09TEV", "9 July 2024, EV"),
        ("2024-13-40", "2024-13-40"),
        ("194X", "194X"),
        ("2006-W08", "week 8 of 2006"),
    ],
)
def test_a_moment_is_worded_as_people_write_it(value, words):
    assert moment_words(value) == words


@pytest.mark.parametrize("form", [Form.SPEAKERS, Form.TIMELINE])
@pytest.mark.parametrize("number", [1, 5, 9, 13])
def test_nothing_overlaps_in_any_form(generated, form, number):
    assert overlaps(draw_canvas(generated(number), DrawOptions(form=form)).figure) == ()


def test_nothing_overlaps_in_the_seed_like_forms(seed_like, graph_of):
    assert overlaps(draw_canvas(seed_like, _SPEAKERS).figure) == ()
    assert overlaps(draw_canvas(graph_of(_DATED), _TIMELINE).figure) == ()


@pytest.mark.parametrize(
    ("row", "day", "note"),
    [
        ("France | ally of | Denmark |", None, "No statement tells when it was."),
        (
            "France | met | Denmark | time=on Monday=",
            None,
            "such as “on Monday”, but no date of the article to count from",
        ),
        (
            "France | met | Denmark | time=once=",
            date(2024, 7, 11),
            "such as “once”, and none of them is a date.",
        ),
    ],
    ids=["no times", "no date of the article", "no dates"],
)
def test_a_timeline_without_dates_says_why(graph_of, row, day, note):
    view = _view(compose_timeline, graph_of([row], day=day), _TIMELINE)
    assert note in view.note
    assert view.nodes == ()


@pytest.mark.parametrize("form", [Form.SPEAKERS, Form.TIMELINE])
def test_what_has_no_object_has_a_card_too(graph_of, form):
    graph = graph_of(["Joe Biden | resigned | | by=France time=today=2024-07-21"])
    view = COMPOSERS[form](
        graph, _options(form), choose(rank_facts(graph, _options(form)), top=9)
    )
    assert "Joe Biden resigned" in {node.label for node in view.nodes}
    assert view.note == "The one statement."


def _options(form):
    return DrawOptions(form=form)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2016-09-10", "2016-09-11", "10–11 September 2016"),
        ("2016-09-30", "2016-10-01", "30 September 2016 – 1 October 2016"),
        ("1990", "1995", "1990–1995"),
    ],
)
def test_a_span_of_time_says_once_what_both_ends_share(start, end, words):
    assert span_words(Time("then", start, end=end)) == words
