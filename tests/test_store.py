"""A store holds whole articles, whatever happens while it is written."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import textwrap
import threading
import time
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from graphs import renamed, small_graph, talks, visit
from test_sparql import PARAMS

from kg.errors import StoreError
from kg.graph import build_graph
from kg.questions import list_questions
from kg.rdf import to_turtle
from kg.sparql import query, query_by_name
from kg.store import add_articles, article_ids, remove_article
from kg.store_folder import graph_name, opened, version_in_use

TESTS = Path(__file__).parent


def quads(folder):
    """Give the quads of the articles; the default graph must be their union."""
    with opened(folder) as store:
        found = set(store)
    named = {quad for quad in found if quad.graph_name != ox.DefaultGraph()}
    assert {quad.triple for quad in named} == {q.triple for q in found - named}
    return named


def expected(*extractions):
    found = set()
    for extraction in extractions:
        name = ox.NamedNode(graph_name(extraction.article.id))
        text = to_turtle(build_graph([extraction]))
        for quad in ox.parse(text, format=ox.RdfFormat.TURTLE):
            found.add(ox.Quad(quad.subject, quad.predicate, quad.object, name))
    return found


def test_articles_are_added_one_by_one_or_together(tmp_path):
    add_articles(build_graph([visit()]), tmp_path / "one")
    add_articles(build_graph([talks()]), tmp_path / "one")
    assert quads(tmp_path / "one") == expected(visit(), talks())
    assert article_ids(tmp_path / "one") == ("talks", "visit 1")


def test_every_literal_is_kept_as_it_was_written(tmp_path):
    add_articles(build_graph([visit()]), tmp_path / "s")
    assert {str(q.object) for q in quads(tmp_path / "s")} == {
        str(q.object) for q in expected(visit())
    }


def test_adding_an_article_again_replaces_it(tmp_path):
    add_articles(build_graph([visit(), talks()]), tmp_path / "s")
    shorter = replace(talks(), statements=talks().statements[:1])
    add_articles(build_graph([shorter]), tmp_path / "s")
    assert quads(tmp_path / "s") >= expected(visit())
    labels = [q.object for q in quads(tmp_path / "s") if "label" in str(q.predicate)]
    assert "missiles" not in " ".join(map(str, labels))


def test_removing_takes_what_only_that_article_said(tmp_path):
    add_articles(build_graph([visit(), talks()]), tmp_path / "s")
    remove_article("talks", tmp_path / "s")
    assert article_ids(tmp_path / "s") == ("visit 1",)
    assert "John Healey" in query_by_name(tmp_path / "s", "visits")
    with pytest.raises(StoreError, match="no article 'talks'"):
        remove_article("talks", tmp_path / "s")


def test_a_failed_change_leaves_what_was_there(tmp_path):
    add_articles(build_graph([visit()]), tmp_path / "s")
    before = quads(tmp_path / "s")
    with pytest.raises(StoreError):
        remove_article("nope", tmp_path / "s")
    with pytest.raises(StoreError, match="its base is"):
        add_articles(small_graph(), tmp_path / "s", base="https://other.example/")
    assert quads(tmp_path / "s") == before
    assert len(list((tmp_path / "s").glob("version-*"))) == 1


def test_a_second_writer_is_told_at_once(tmp_path):
    add_articles(build_graph([visit()]), tmp_path / "s")
    code = textwrap.dedent(f"""
        import fcntl, sys
        lock = open({str(tmp_path / "s" / "writer.lock")!r}, "wb")
        fcntl.flock(lock, fcntl.LOCK_EX)
        print("locked", flush=True)
        sys.stdin.read()
    """)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        child.stdout.readline()
        start = time.perf_counter()
        with pytest.raises(StoreError, match="another kg is writing"):
            add_articles(build_graph([talks()]), tmp_path / "s")
        assert time.perf_counter() - start < 2
        assert article_ids(tmp_path / "s") == ("visit 1",)
        child.stdin.close()


def test_a_reader_keeps_what_it_reads_while_others_write(tmp_path):
    add_articles(build_graph([visit()]), tmp_path / "s")
    with opened(tmp_path / "s") as store:
        before = len(store)
        for _ in range(3):
            add_articles(build_graph([talks()]), tmp_path / "s")
            remove_article("visit 1", tmp_path / "s")
            add_articles(build_graph([visit()]), tmp_path / "s")
        assert len(list(store)) == before
    remove_article("talks", tmp_path / "s")
    assert len(list((tmp_path / "s").glob("version-*"))) == 1


def test_readers_see_whole_articles_only(tmp_path):
    folder, ended, wrong = tmp_path / "s", threading.Event(), []
    whole = {len(expected(visit())), len(expected(visit(), talks()))}
    add_articles(build_graph([visit()]), folder)

    def read():
        while not ended.is_set():
            count = len(quads(folder))
            if count not in whole:
                wrong.append(count)

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(8):
        add_articles(build_graph([talks()]), folder)
        remove_article("talks", folder)
    ended.set()
    reader.join()
    assert wrong == []


@pytest.mark.slow
def test_a_store_survives_being_killed_at_any_moment(tmp_path):
    folder = tmp_path / "s"
    known = {f"a{n}": renamed(talks(), f"a{n}") for n in range(3)}
    code = textwrap.dedent(f"""
        import sys
        sys.path.insert(0, {str(TESTS)!r})
        from test_store import renamed
        from graphs import talks
        from kg.graph import build_graph
        from kg.store import add_articles
        print("go", flush=True)
        for n in range(3):
            add_articles(build_graph([renamed(talks(), f"a{{n}}")]), {str(folder)!r})
        print("done", flush=True)
    """)
    chance = random.Random(7)  # noqa: S311 - moments, no secrets
    for _ in range(50):
        with subprocess.Popen(
            [sys.executable, "-c", code], stdout=subprocess.PIPE
        ) as child:
            child.stdout.readline()
            time.sleep(chance.random() * 0.6)
            child.send_signal(signal.SIGKILL)
        if (folder / "current").exists():
            ids = article_ids(folder)
            assert quads(folder) == expected(*(known[key] for key in ids))
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.PIPE)
    assert quads(folder) == expected(*known.values())
    assert len(list(folder.glob("version-*"))) == 1


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    folder = tmp_path_factory.mktemp("both")
    (folder / "g.ttl").write_text(to_turtle(small_graph()), encoding="utf-8")
    add_articles(small_graph(), folder / "s")
    return folder


@pytest.mark.parametrize("name", [question.name for question in list_questions()])
def test_every_question_has_the_same_answer_as_on_the_file(both, name):
    params = PARAMS.get(name)
    one = query_by_name(both / "g.ttl", name, params, written="json")
    other = query_by_name(both / "s", name, params, written="json")
    assert json.loads(one) == json.loads(other)


def test_a_graph_is_an_article_in_a_query(tmp_path):
    add_articles(small_graph(), tmp_path / "s")
    text = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s rel:visit ?o } } ORDER BY ?g"
    answer = query(tmp_path / "s", text)
    assert "art:talks" in answer
    assert "art:visit%201" in answer


def test_oxigraph_itself_opens_what_kg_wrote(tmp_path):
    add_articles(small_graph(), tmp_path / "s")
    with version_in_use(tmp_path / "s") as version:
        assert set(ox.Store.read_only(str(version))) > quads(tmp_path / "s")


def test_what_is_no_store_is_told(tmp_path):
    with pytest.raises(StoreError, match="does not exist"):
        remove_article("x", tmp_path / "none")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.doc").touch()
    with pytest.raises(StoreError, match=r"thesis\.doc"):
        add_articles(small_graph(), tmp_path / "mine")
    with pytest.raises(StoreError, match="is no store"):
        remove_article("x", tmp_path / "mine")


def test_what_two_articles_say_is_counted_once(tmp_path):
    add_articles(small_graph(), tmp_path / "s")
    text = "SELECT (COUNT(*) AS ?n) WHERE { ent:John_Healey rel:visit ?where }"
    assert query(tmp_path / "s", text, written="csv") == "n\r\n1\r\n"
