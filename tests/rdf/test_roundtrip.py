"""A graph comes back from its Turtle as it was, whatever stands in the articles."""

from __future__ import annotations

import re
from dataclasses import replace

import pyoxigraph as ox
import pytest
import rdflib
from graphs import LABELS, RUN, parts, small_graph, talks, visit
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles import parse_article
from kg.errors import ReadError
from kg.graph import build_graph
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
    Role,
    Span,
    Statement,
    Time,
    statement_id,
)
from kg.rdf import from_turtle, open_graph, to_facts, to_turtle
from kg.rdf.iri import BaseError

#: Words with all that has ever broken a writer.
WORDS = st.text(
    st.one_of(
        st.sampled_from("aZ9 .,;:#%<>\"\\'\n\r\t{}|^`$@&=/_-\x00\x1b\x7f\x85\u2028"),
        st.sampled_from("é€Ж日‘’“”🇺🇦\u200d\ufeff\ufffe"),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=12,
)
IDS = st.sampled_from(sorted(LABELS))


def arguments():
    literals = st.builds(
        lambda text, kind: Argument(None, text, kind, text),
        WORDS,
        st.sampled_from(EntityType),
    )
    named = st.builds(lambda key, text: Argument(key, *LABELS[key], text), IDS, WORDS)
    return st.one_of(named, literals)


def statements(article):
    length = len(article.text)
    spans = st.tuples(st.integers(0, length - 1), st.integers(1, 9)).map(
        lambda pair: Span(pair[0], min(length, pair[0] + pair[1]))
    )
    times = st.builds(
        Time,
        WORDS,
        st.sampled_from(["2024", "2024-07", "2024-07-06", "2024-W27", "2024-SU"]),
        st.one_of(st.none(), st.sampled_from(Grain)),
        st.one_of(st.none(), st.just("2025")),
    )
    said = st.one_of(
        st.builds(
            lambda key, text, cue, quoted: Attribution(
                key, LABELS[key][0], text, cue, quoted
            ),
            IDS, WORDS, WORDS, st.booleans(),
        ),
        st.builds(lambda it: Attribution(None, it, it, "said", quoted=True), WORDS),
    )  # fmt: skip
    empty = st.just(Argument(None, "", EntityType.CONCEPT, ""))
    return st.builds(
        lambda span, **fields: with_id(article, span, **fields),
        spans,
        subject=arguments(),
        predicate=st.builds(Predicate, WORDS, WORDS),
        object=st.one_of(arguments(), empty),
        pattern=WORDS,
        confidence=st.integers(0, 100).map(lambda percent: percent / 100),
        polarity=st.sampled_from(Polarity),
        modality=st.sampled_from(Modality),
        attribution=st.one_of(st.none(), said),
        time=st.one_of(st.none(), times, st.builds(Time, WORDS)),
        place=st.one_of(st.none(), arguments()),
        arguments=st.lists(
            st.builds(Role, WORDS, WORDS, st.one_of(st.none(), IDS)), max_size=2
        ).map(tuple),
        content=st.sets(st.sampled_from(["0123", "4567"])).map(
            lambda keys: tuple(sorted(keys))
        ),
    )


def with_id(article, span, **fields):
    said = fields["attribution"]
    key = statement_id(
        repr((fields["subject"].id, fields["subject"].label, fields["subject"].type)),
        fields["predicate"].id,
        repr((fields["object"].id, fields["object"].label, fields["object"].type)),
        polarity=fields["polarity"],
        modality=fields["modality"],
        source=repr((said.id, said.label)) if said else "",
    )
    evidence = Evidence(span, span.of(article.text))
    return Statement(
        id=key, article=article.id, sentence=0, evidence=evidence, **fields
    )


@st.composite
def graphs(draw):
    keys = draw(st.lists(WORDS, min_size=1, max_size=2, unique=True))
    return build_graph([draw(extractions(key)) for key in keys])


@st.composite
def extractions(draw, key):
    text = draw(WORDS.filter(str.strip)) + draw(WORDS)
    fields = {"title": draw(WORDS), "url": draw(WORDS), "publisher": draw(WORDS)}
    article = parse_article(text, key, fields=fields)
    skipped = tuple(replace(one, source=key) for one in article.skipped)
    mentions = {
        draw(st.integers(0, len(text) - 1)): (draw(IDS), draw(st.sampled_from(How)))
        for _ in range(draw(st.integers(0, 4)))
    }
    found = tuple(
        Mention(Span(n, n + 1), text[n], name, MentionKind.NAME, how)
        for n, (name, how) in sorted(mentions.items())
    )
    entities = tuple(
        Entity(name, *LABELS[name], mentions=sum(m.entity == name for m in found))
        for name in sorted(LABELS)
    )
    made = draw(st.lists(statements(article), max_size=3, unique_by=lambda s: s.id))
    ordered = sorted(
        made, key=lambda s: (s.evidence.span.start, s.evidence.span.end, s.id)
    )
    article = replace(article, skipped=skipped)
    return Extraction(article, (), entities, found, tuple(ordered), RUN)


def assert_equal(one, other):
    for name, part in parts(one).items():
        assert parts(other)[name] == part, name


def test_a_graph_reads_back_as_it_was_written():
    graph = small_graph()
    assert_equal(graph, from_turtle(to_turtle(graph)))


@settings(deadline=None, max_examples=150)
@given(graphs())
def test_any_graph_reads_back_as_it_was_written(graph):
    text = to_turtle(graph)
    assert_equal(graph, from_turtle(text))
    assert to_turtle(from_turtle(text)) == text


@settings(deadline=None, max_examples=60)
@given(graphs())
def test_rdflib_and_pyoxigraph_read_the_same_triples(graph):
    text = to_turtle(graph)
    found = {
        (str(q.subject), str(q.predicate), str(q.object))
        for q in ox.parse(text, format=ox.RdfFormat.TURTLE)
    }
    parsed = rdflib.Graph().parse(data=text, format="turtle")
    nt = parsed.serialize(format="nt", encoding="utf-8")
    other = {
        (str(q.subject), str(q.predicate), str(q.object))
        for q in ox.parse(nt, format=ox.RdfFormat.N_TRIPLES)
    }
    assert found == other


@settings(deadline=None, max_examples=60)
@given(graphs())
def test_a_store_keeps_every_literal_as_it_was_written(graph):
    quads = set(ox.parse(to_turtle(graph), format=ox.RdfFormat.TURTLE))
    store = ox.Store()
    store.extend(quads)
    assert set(store) == quads


def test_another_base_is_kept_and_read_back():
    graph = small_graph()
    text = to_turtle(graph, base="https://news.example/graph/")
    assert "kg.example" not in text
    assert_equal(graph, from_turtle(text))


@pytest.mark.parametrize(
    "base", ["kg.example/", "https://x.example", "https://x y/", ""]
)
def test_a_base_that_cannot_name_things_is_refused(base):
    with pytest.raises(BaseError):
        to_turtle(small_graph(), base=base)


def test_a_graph_reads_back_from_triples_without_prefixes():
    graph = small_graph()
    quads = ox.parse(to_turtle(graph), format=ox.RdfFormat.TURTLE)
    triples = sorted(str(quad.triple) + " .\n" for quad in quads)
    assert_equal(graph, from_turtle("".join(triples)))


def test_the_order_of_articles_changes_no_byte():
    one, other = build_graph([visit(), talks()]), build_graph([talks(), visit()])
    assert to_turtle(one) == to_turtle(other)


def test_the_triples_of_a_graph_are_those_of_its_articles():
    def triples(graph):
        return set(ox.parse(to_turtle(graph), format=ox.RdfFormat.TURTLE))

    alone = triples(build_graph([visit()])) | triples(build_graph([talks()]))
    assert triples(small_graph()) == alone


def test_only_what_is_asserted_is_a_plain_triple():
    facts = re.sub(r"@\S+ .*\n|#.*\n", "", to_facts(small_graph()))
    plain = facts[: facts.index(" a schema:")]
    assert "ent:John_Healey rel:praise" in plain
    assert "rel:visit ent:Ukraine" in plain
    assert "rel:ban" not in plain
    assert "rel:meet" not in plain
    assert "rel:hit" not in plain


def test_lone_surrogates_are_replaced_and_nothing_moves():
    extraction = visit()
    article = extraction.article
    broken = replace(
        article, text=article.text.replace("CLICK", "C\ud800ICK"), title="\udfff"
    )
    graph = build_graph([replace(extraction, article=broken)])
    back = from_turtle(to_turtle(graph).encode())
    assert back.articles[0].title == "\ufffd"
    assert len(back.articles[0].text) == len(article.text)


@pytest.mark.parametrize("key", [".", "..", "%2E", "a.", "a/b", "A:B", "é.", "-"])
def test_every_id_of_an_entity_comes_back(key):
    extraction = visit()
    subject = Argument(key, "X", EntityType.CONCEPT, "X")
    renamed = replace(extraction.statements[0], subject=subject)
    graph = build_graph([replace(extraction, statements=(renamed,))])
    back = from_turtle(to_turtle(graph))
    assert back.facts[0].subject == key
    assert key in {node.id for node in back.nodes}


def test_an_id_of_an_article_never_breaks_an_iri():
    extraction = visit()
    keys = ["a b", "../x", "é#?%41", '<>"{}|\\^`', "日本", "."]
    for key in keys:
        graph = build_graph(
            [
                replace(
                    extraction,
                    article=replace(extraction.article, id=key, skipped=()),
                    statements=tuple(
                        replace(s, article=key) for s in extraction.statements
                    ),
                )
            ]
        )
        assert from_turtle(to_turtle(graph)).articles[0].id == key


def test_open_graph_takes_a_file_or_a_folder(tmp_path):
    graph = small_graph()
    (tmp_path / "graph.ttl").write_text(to_turtle(graph), encoding="utf-8")
    assert_equal(graph, open_graph(tmp_path))
    assert_equal(graph, open_graph(tmp_path / "graph.ttl"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "no such file"),
        ("<a> <b", "is no Turtle"),
        ("<http://a/> <http://b/> <http://c/> .", "no article"),
        ("", "no article"),
    ],
)
def test_what_is_no_graph_gets_one_clear_line(tmp_path, content, words):
    path = tmp_path / "graph.ttl"
    if content is not None:
        path.write_text(content)
    with pytest.raises(ReadError, match=words) as caught:
        open_graph(path)
    assert "\n" not in str(caught.value)


def test_a_folder_without_a_graph_is_told_apart(tmp_path):
    with pytest.raises(ReadError, match=r"has no graph\.ttl"):
        open_graph(tmp_path)
