"""Pictures: nothing overlaps, nothing is cut, the same graph gives the same bytes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from kg.diagrams.check import overlaps, small_letters
from kg.diagrams.draw import draw, draw_canvas
from kg.diagrams.styles import Theme
from kg.diagrams.view import DrawOptions, Format
from kg.errors import UnknownNameError

_HOSTILE = [
    "<script>alert(1)</script> | costs $5 and $6 | A & B <b>bold</b> | by=Mr $x$",
    "שלום עולם | visits | مرحبا بالعالم |",
    "two\u2028lines | says | \u202eabc\u202c reversed | not",
    "x]]>y | \"onload='x' | javascript:alert(1) | planned",
    f"{'Wordwithoutanyend' * 12} | {'and a relation that never stops ' * 9} | $$ |",
    "中文名字 | visited | 😀 emoji |",
]


def _words(canvas):
    return " ".join(text.get_text() for text in canvas.figure.axes[0].texts)


@pytest.mark.parametrize("theme", Theme)
def test_nothing_overlaps_in_the_picture_of_an_article(seed_like, theme):
    canvas = draw_canvas(seed_like, DrawOptions(theme=theme))
    assert overlaps(canvas.figure) == ()
    assert small_letters(canvas.figure, 7) == ()


@pytest.mark.parametrize("number", range(30))
def test_nothing_overlaps_in_a_generated_graph(generated, number):
    canvas = draw_canvas(generated(number), DrawOptions(top=80))
    assert overlaps(canvas.figure) == ()


@pytest.mark.parametrize("number", range(0, 30, 5))
def test_a_picture_keeps_its_letters_above_seven_points_on_its_page(generated, number):
    canvas = draw_canvas(generated(number))
    scale = min(1, 1190 / canvas.size.width, 842 / canvas.size.height)
    assert small_letters(canvas.figure, 7 / scale) == ()


def test_the_check_sees_labels_that_lie_over_each_other(seed_like):
    figure = draw_canvas(seed_like).figure
    gids = {"label-0-0", "label-1-0"}
    first, second = (t for t in figure.axes[0].texts if t.get_gid() in gids)
    second.set_position(first.get_position())
    assert any("label-0-0" in found for found in overlaps(figure))


def test_the_check_sees_what_the_border_cuts(seed_like):
    figure = draw_canvas(seed_like).figure
    figure.axes[0].texts[0].set_x(-20)
    assert any("cut by the border" in found for found in overlaps(figure))


@pytest.mark.parametrize("form", Format)
def test_the_same_graph_gives_the_same_bytes(seed_like, form):
    options = DrawOptions(format=form)
    assert draw(seed_like, options) == draw(seed_like, options)


@pytest.mark.parametrize(
    ("form", "start"),
    [(Format.PNG, b"\x89PNG"), (Format.SVG, b"<?xml"), (Format.PDF, b"%PDF")],
)
def test_a_picture_has_the_format_asked_for(seed_like, form, start):
    assert draw(seed_like, DrawOptions(format=form)).startswith(start)


def test_an_svg_has_real_text_and_a_title_for_each_line(seed_like):
    root = ET.fromstring(draw(seed_like, DrawOptions(format=Format.SVG)))  # noqa: S314
    space = "{http://www.w3.org/2000/svg}"
    titles = [title.text for title in root.iter(f"{space}title")]
    assert "John Healey" in {text.text for text in root.iter(f"{space}text")}
    assert "John Healey visited Ukraine (on Saturday)" in titles
    assert titles[0].startswith("NATO appears divided")


def test_no_date_of_drawing_is_written(seed_like):
    assert b"dc:date" not in draw(seed_like, DrawOptions(format=Format.SVG))


def test_a_picture_says_what_it_left_out(seed_like):
    words = _words(draw_canvas(seed_like, DrawOptions(top=10)))
    assert "Shows 10 of 63 statements: 6 of 36 facts and 4 of 27" in words


def test_a_picture_names_article_source_and_date(seed_like):
    words = _words(draw_canvas(seed_like))
    assert "NATO appears divided on pushing Biden" in words
    assert "By Hand News · 11 July 2024" in words


def test_the_legend_tells_only_what_occurs(graph_of):
    words = _words(draw_canvas(graph_of(["John Healey | visited | Ukraine |"])))
    assert "stated as a fact" in words
    assert "person" in words
    assert "claim" not in words
    assert "denied" not in words
    assert "product" not in words


def test_facts_are_solid_claims_dashed_and_plans_dotted(graph_of):
    graph = graph_of(
        [
            "John Healey | visited | Ukraine |",
            "John Healey | saw | Ukraine | by=Jens Stoltenberg",
            "John Healey | support | Ukraine | planned",
        ]
    )
    patches = draw_canvas(graph).figure.axes[0].patches
    dashes = {
        patch.get_gid(): patch.get_linestyle()
        for patch in patches
        if patch.get_gid() in {"line-0-0", "line-1-0", "line-2-0"}
    }
    assert dashes["line-0-0"] in {"solid", "-"}
    assert len(set(map(str, dashes.values()))) == 3


def test_what_is_denied_is_crossed_out_and_worded_so(graph_of):
    canvas = draw_canvas(graph_of(["France | implement | strike bans | not"]))
    gids = [patch.get_gid() for patch in canvas.figure.axes[0].patches]
    assert "cross-0" in gids
    assert "not implement" in _words(canvas)


def test_hostile_words_are_drawn_as_words(graph_of):
    graph = graph_of(_HOSTILE, title="<b>$a$ & $b$</b>\u202e\n]]>")
    canvas = draw_canvas(graph)
    assert overlaps(canvas.figure) == ()
    svg = draw(graph, DrawOptions(format=Format.SVG)).decode()
    ET.fromstring(svg)  # noqa: S314
    assert "<script>" not in svg
    assert "costs $5 and $6" in svg
    assert "中文名字" in svg


def test_letters_without_a_font_become_boxes_and_the_picture_says_so(graph_of):
    graph = graph_of(["\U00012000\U00012001 | visited | Ukraine |"])
    words = _words(draw_canvas(graph))
    assert "□□" in words
    assert "no font here" in words


def test_a_graph_without_statements_gives_a_picture_that_says_so(graph_of):
    assert "No statements to show" in _words(draw_canvas(graph_of([])))


def test_the_surroundings_of_an_entity_show_it_alone(seed_like):
    canvas = draw_canvas(seed_like, DrawOptions(about="France"))
    words = _words(canvas)
    assert "France: surroundings" in words
    assert "Landsbergis" not in words
    assert overlaps(canvas.figure) == ()


def test_an_unknown_name_is_told_with_near_names(seed_like):
    with pytest.raises(UnknownNameError, match="John Healey"):
        draw(seed_like, DrawOptions(about="Jon Healy"))


def test_facts_only_draws_no_claims(seed_like):
    canvas = draw_canvas(seed_like, DrawOptions(facts_only=True))
    assert "planned" not in _words(canvas)
    assert "says" not in _words(canvas)


def test_loops_and_parallel_lines_stay_apart(graph_of):
    rows = ["Ukraine | helps | Ukraine |", "Ukraine | hurts | Ukraine | not"]
    kinds = ["", "planned", "possible", "by=Joe Biden", "unlikely", "question"]
    rows += [f"France | relation {n} | Ukraine | {w}" for n, w in enumerate(kinds)]
    canvas = draw_canvas(graph_of(rows))
    assert overlaps(canvas.figure) == ()
    assert "relation 5" in _words(canvas)


def _luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one, other):
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", Theme)
def test_words_stand_out_from_their_ground(theme):
    from kg.diagrams.styles import palette_of

    palette = palette_of(theme)
    for paint in palette.boxes.values():
        assert _contrast(palette.text, paint.fill) >= 4.5
        assert _contrast(paint.line, palette.ground) >= 3
    inks = (palette.text, palette.faint, palette.denied, *palette.lines.values())
    assert all(_contrast(ink, palette.ground) >= 4.5 for ink in inks)
    assert all(re.fullmatch(r"#[0-9a-f]{6}", ink) for ink in inks)
