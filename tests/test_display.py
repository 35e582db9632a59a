"""What a notebook shows: cards, tables and pictures, in which words stay words."""

from __future__ import annotations

import pickle
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from graphs import small_graph, visit

import kg
from kg.counts import SkippedList, count
from kg.display import html_of, show, svg_of
from kg.graph import build_graph
from kg.model import Article, Entity, EntityType, Skipped
from kg.reports import BuildReport
from kg.showing import element, link, rows_as_html, table_of, visible

_HOSTILE = (
    "<script>alert(1)</script>",
    '"onload=alert(1) x="',
    "'><img src=x onerror=alert(1)>",
    "]]><b>bold</b>",
    "javascript:alert(1)",
    "&lt;b&gt; &amp; <!-- x",
)
_ALLOWED = {
    "a", "blockquote", "div", "em", "mark", "p", "strong",
    "table", "tbody", "td", "th", "thead", "tr",
}  # fmt: skip


class Reader(HTMLParser):
    """Read HTML as a browser does, and hold that it is well formed and harmless."""

    def __init__(self, html):
        super().__init__()
        self.words, self.open, self.links, self.marks = [], [], [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert tag in _ALLOWED
        assert {name for name, _ in attrs} <= {"style", "dir", "title", "href", "rel"}
        found = dict(attrs)
        self.links += [found["href"]] if "href" in found else []
        self.marks += [found["title"]] if tag == "mark" else []
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return "".join(self.words)


@pytest.fixture(scope="module")
def graph():
    return small_graph()


def fact_of(graph, predicate):
    return next(fact for fact in graph.facts if fact.predicate.id == predicate)


def test_a_statement_shows_its_standing_and_its_words_with_marks(graph):
    statement = fact_of(graph, "visit").statements[-1]
    seen = Reader(statement._repr_html_())
    assert "John Healey visited Ukraine — a fact: the article itself" in seen.text
    assert "Healey visited Ukraine on Saturday." in seen.text
    assert seen.marks == ["subject", "predicate", "object"]
    assert "on Saturday = 2024-07-06 (day)" in seen.text
    assert "clause-transitive, confidence 0.93" in seen.text


def test_a_fact_shows_every_reading(graph):
    seen = Reader(fact_of(graph, "visit")._repr_html_())
    assert "article" in seen.text
    assert seen.text.count("visited") == 1 + len(fact_of(graph, "visit").statements)


def test_a_claim_tells_why_it_is_no_fact(graph):
    html = fact_of(graph, "ban")._repr_html_()
    assert "it is denied; official says it, not the article" in Reader(html).text
    assert "dashed" in html


def test_a_plan_is_dotted_as_in_the_pictures(graph):
    assert "dotted" in fact_of(graph, "meet")._repr_html_()


def test_a_name_shows_its_aliases_and_links(graph):
    seen = Reader(graph.node("Ukraine")._repr_html_())
    assert seen.text.startswith("Ukraine — country")
    assert seen.links == ["http://www.wikidata.org/entity/Q212"]


def test_an_entity_of_one_article_shows_like_a_node():
    entity = visit().entities[0]
    assert Reader(entity._repr_html_()).text.startswith(f"{entity.label} — ")


def test_words_of_the_text_are_told_from_names(graph):
    literal = next(node for node in graph.nodes if node.literal and node.label)
    assert "words of the text" in Reader(literal._repr_html_()).text


def test_an_article_shows_its_head_and_its_first_words(graph):
    article = graph.article("visit 1")
    seen = Reader(article._repr_html_())
    assert "2024-07-10" in seen.text
    assert "Healey visited Ukraine" in seen.text
    assert seen.links == ["https://news.example/a?b=1"]


def test_a_graph_shows_its_picture(graph):
    svg = ET.fromstring(graph._repr_svg_())  # noqa: S314 - our own
    assert "visited" in "".join(svg.itertext())
    assert graph._repr_svg_() == svg_of(graph)


def test_a_graph_says_in_one_line_what_it_is(graph):
    assert repr(graph) == "<Graph of 2 articles: 10 nodes, 7 edges>"
    assert repr(build_graph([visit()])).startswith("<Graph of 1 article: ")


def test_a_picture_is_given_back_when_no_file_is_named(graph):
    picture = kg.draw(graph, about="Ukraine")
    assert picture._repr_svg_().startswith("<?xml")
    assert "Ukraine: surroundings" in picture.svg
    assert len(repr(picture)) < 20


def test_an_opened_graph_can_be_explained(graph):
    assert "John Healey visited Ukraine" in kg.explain(graph, "visited")


def report_of(graph, folder, file, skipped):
    counts = replace(count(graph), skipped=SkippedList([skipped]))
    return BuildReport(counts, folder, (file,), lambda: graph)


def test_a_build_shows_what_it_made(graph, tmp_path):
    report = report_of(graph, tmp_path, "graph.ttl", Skipped("a.txt", "empty"))
    seen = Reader(report._repr_html_())
    assert f"facts{report.facts}" in seen.text
    assert "a.txt" in seen.text


def test_statements_make_a_table_without_empty_columns(graph):
    facts = [fact_of(graph, "visit"), fact_of(graph, "ban"), fact_of(graph, "meet")]
    table = show(facts)
    assert table.heads == (
        "subject", "relation", "object", "standing", "said by", "when",
    )  # fmt: skip
    assert table.rows == (
        ("John Healey", "visited", "Ukraine", "fact", "", "2024-07-06"),
        ("United States", "has not banned", "strike", "denied", "official", ""),
        ("NATO", "will meet", "", "planned", "", "in 2025"),
    )
    assert "said by" not in show(facts[:1]).heads


def test_a_table_of_statements_can_hold_their_words(graph):
    statement = fact_of(graph, "visit").first
    assert show([statement], words=True).rows[0][-1] == statement.evidence.text


def test_names_and_articles_make_tables(graph):
    assert show([graph.node("NATO")]).rows == (("NATO", "organization", "2"),)
    assert show(graph.articles).rows[1] == (
        "visit 1", "Minister in Kyiv", "2024-07-10", "Example News",
    )  # fmt: skip


def test_what_is_no_value_of_kg_is_refused():
    with pytest.raises(TypeError, match="no row for a int"):
        show([1])
    with pytest.raises(TypeError, match="nothing to show of a int"):
        html_of(1)


def test_an_answer_is_a_table_too(tmp_path, graph):
    from kg.rdf import to_turtle

    path = tmp_path / "graph.ttl"
    path.write_text(to_turtle(graph), encoding="utf-8")
    answer = kg.query(path, name="visits")
    assert "John Healey" in answer
    seen = Reader(answer._repr_html_())
    assert seen.text.startswith("visitorvisitedwhen")
    empty = kg.query(path, "SELECT ?x { ?x a <urn:nothing> }")
    assert Reader(empty._repr_html_()).text == "no answer"


def test_a_table_survives_pickling():
    table = pickle.loads(pickle.dumps(table_of(["a"], [["b"]])))  # noqa: S301
    assert (table.heads, table.rows) == (("a",), (("b",),))


@pytest.mark.parametrize("words", _HOSTILE)
def test_hostile_words_stay_words(words):
    article = Article(words, words, (), title=words, url=words, publisher=words)
    entity = Entity(words, words, EntityType.PERSON, (words,), (words,), 1)
    statement = _statement_of(words)
    report = report_of(small_graph(), article, words, Skipped(words, words))
    for value in (article, entity, statement, report, show([entity, statement])):
        seen = Reader(value._repr_html_())
        assert words in seen.text
        assert seen.links == []


def _statement_of(words):
    from dataclasses import replace

    from kg.model import Attribution, Evidence, Role, Span, Time

    first = fact_of(small_graph(), "visit").first
    return replace(
        first,
        subject=replace(first.subject, label=words, text=words),
        predicate=replace(first.predicate, label=words),
        evidence=Evidence(Span(5, 5 + len(words)), words),
        attribution=Attribution(None, words, words, words, quoted=True),
        time=Time(words),
        arguments=(Role(words, words),),
        article=words,
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("abc\u202etxt.exe", "abc⟨U+202E⟩txt.exe"),
        ("\u2066a\u2069", "⟨U+2066⟩a⟨U+2069⟩"),
        ("a\x00b\x1b[1m", "a⟨U+0000⟩b⟨U+001B⟩[1m"),
        ("a\u200fb\u200d\n", "a\u200fb\u200d\n"),
    ],
)
def test_letters_that_turn_the_text_are_named(words, shown):
    assert visible(words) == shown
    assert element("p", words) == f"<p>{shown}</p>"


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "data:text/html,x", "//evil", "HTTPS:x", ""]
)
def test_only_pages_of_the_web_become_links(target):
    assert "<a" not in link(target)


def test_a_link_cannot_leave_its_attribute():
    assert link('https://a/"onclick="x') == (
        '<a href="https://a/&quot;onclick=&quot;x" rel="noopener noreferrer">'
        "https://a/&quot;onclick=&quot;x</a>"
    )


def test_empty_rows_are_left_out():
    assert Reader(rows_as_html([("a", ""), ("b", "c")])).text == "bc"


def test_dates_of_articles_are_shown():
    article = Article("a", "Text.", (), date=date(2024, 7, 11))
    assert show([article]).rows == (("a", "2024-07-11"),)


def test_a_table_cuts_no_word_where_there_is_room(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    evidence = "a sentence that is as long as sentences of the news are, and longer"
    table = table_of(
        ["article", "evidence", "pattern"],
        [["vanityfair-com1", evidence, "clause-transitive"], ["a b " * 9, "-", "-"]],
    )
    assert "vanityfair-com1 " in table
    assert table.splitlines()[2].endswith("clause-transitive")
    assert max(map(len, table.splitlines())) <= 60


def test_a_table_stays_as_narrow_as_a_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")
    rows = [["Frederiksen" * 3, "Zelenskyy", "Landsbergis", "人" * 9]]
    table = table_of(["one", "two", "three", "four"], rows)
    assert max(map(len, table.splitlines())) <= 20
