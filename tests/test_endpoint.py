"""A real server, oxigraph's own, as store: put, replace, remove, ask, and fail well."""

from __future__ import annotations

import http.server
import json
import shutil
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from graphs import parts, small_graph, talks, visit
from test_sparql import PARAMS

from kg.endpoint import Endpoint
from kg.errors import QueryError, StoreError
from kg.graph import build_graph
from kg.opening import open_part
from kg.questions import list_questions
from kg.rdf import to_turtle
from kg.sparql import query, query_by_name
from kg.store import add_articles, article_ids, remove_article

OXIGRAPH = Path(sys.executable).with_name("oxigraph")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextmanager
def running(location, *options):
    """Run oxigraph's own server and give its URL."""
    program = OXIGRAPH if OXIGRAPH.exists() else shutil.which("oxigraph")
    port = free_port()
    words = ["--location", location, "--bind", f"127.0.0.1:{port}", *options]
    with subprocess.Popen(
        [program, "serve", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        for _ in range(100):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
        process.terminate()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running(tmp_path_factory.mktemp("oxigraph")) as url:
        yield url


@pytest.fixture(scope="module")
def union(tmp_path_factory):
    """Give a server whose default graph is the union of its graphs."""
    location = tmp_path_factory.mktemp("union")
    with running(location, "--union-default-graph") as url:
        yield url


@pytest.fixture
def full(server):
    if article_ids(server) != ("talks", "visit 1"):
        add_articles(small_graph(), server)
    return server


@pytest.mark.parametrize("kind", ["server", "union"])
def test_articles_are_put_replaced_and_removed(kind, request):
    server = request.getfixturevalue(kind)
    add_articles(build_graph([visit()]), server)
    add_articles(build_graph([visit(), talks()]), server)
    assert article_ids(server) == ("talks", "visit 1")
    remove_article("visit 1", server)
    assert article_ids(server) == ("talks",)
    assert query(server, "ASK { ?s rel:praise ?o }") == "false\n"
    with pytest.raises(StoreError, match="no article 'visit 1'"):
        remove_article("visit 1", server)


def test_a_server_of_a_union_is_given_each_triple_once(union):
    add_articles(small_graph(), union)
    add_articles(build_graph([talks()]), union)
    text = "SELECT (COUNT(*) AS ?n) WHERE { ?reading a kg:Reading }"
    readings = len(small_graph().statements)
    assert query(union, text, written="csv") == f"n\r\n{readings}\r\n"
    for key in ("talks", "visit 1"):
        remove_article(key, union)
    assert query(union, "ASK { ?s ?p ?o }") == "false\n"


@pytest.mark.parametrize("kind", ["full", "union"])
def test_what_comes_back_is_every_literal_as_it_was(kind, request):
    server = request.getfixturevalue(kind)
    add_articles(small_graph(), server)
    assert parts(open_part(server).graph) == parts(small_graph())


@pytest.mark.parametrize("name", [question.name for question in list_questions()])
def test_every_question_has_the_same_answer_as_on_the_file(full, tmp_path, name):
    (tmp_path / "g.ttl").write_text(to_turtle(small_graph()), encoding="utf-8")
    params = PARAMS.get(name)
    one = query_by_name(tmp_path / "g.ttl", name, params, written="json")
    other = query_by_name(full, name, params, written="json")
    assert json.loads(one) == json.loads(other)


def test_a_construct_and_an_own_prefix_work_from_afar(full):
    text = "CONSTRUCT WHERE { ?s rel:visit ?o }"
    assert "ent:John_Healey rel:visit" in query(full, text, written="ttl")
    own = "PREFIX rel: <http://other.example/> ASK { ?s rel:visit ?o }"
    assert query(full, own) == "false\n"


def test_a_bad_query_is_told_from_afar(full):
    with pytest.raises(QueryError, match="2") as caught:
        query(full, "SELECT ?x\nWHERE { ?x ?y")
    assert "\n" not in str(caught.value)


def test_what_does_not_answer_is_told():
    url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(StoreError, match="cannot be reached"):
        query(url, "ASK {}")


@pytest.fixture
def stand_in():
    """Serve answers from a list: a status and a body, or None to stay silent."""
    answers, seen = [], []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked = {"method": self.command, "path": self.path}
            seen.append({**dict(self.headers), **asked})
            status, body, *kind = answers.pop(0)
            if status is None:
                time.sleep(1)
                return
            self.send_response(status)
            known = "application/sparql-results+json"
            self.send_header("Content-Type", kind[0] if kind else known)
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_PUT = do_DELETE = do_POST  # noqa: N815 - names of http.server

        def log_message(self, *_):
            pass

    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}", answers, seen
    httpd.shutdown()
    httpd.server_close()


YES = b'{"head":{},"boolean":true}'


def test_what_fails_for_a_moment_is_tried_again(stand_in):
    url, answers, seen = stand_in
    answers += [(503, b""), (502, b""), (200, YES)]
    assert bool(Endpoint(url).query("ASK {}", {}))
    assert len(seen) == 3


def test_trying_again_has_an_end(stand_in):
    url, answers, seen = stand_in
    answers += [(503, b"busy")] * 9
    with pytest.raises(StoreError, match="503"):
        Endpoint(url).query("ASK {}", {})
    assert len(seen) == 4


def test_a_query_that_was_stopped_is_not_asked_again(stand_in):
    url, answers, seen = stand_in
    answers += [(503, b"the query takes longer than 10 seconds\n")] * 4
    with pytest.raises(StoreError, match="longer than 10 seconds"):
        Endpoint(url).query("ASK {}", {})
    assert len(seen) == 1


def test_silence_has_an_end(stand_in):
    url, answers, _ = stand_in
    answers.append((None, b""))
    with pytest.raises(StoreError, match="not answered in"):
        Endpoint(url, seconds=0.2).query("ASK {}", {})


def test_user_and_password_come_from_the_environment(stand_in, monkeypatch):
    url, answers, seen = stand_in
    answers += [(200, YES), (200, YES)]
    Endpoint(url).query("ASK {}", {})
    monkeypatch.setenv("KG_STORE_USER", "me")
    monkeypatch.setenv("KG_STORE_PASSWORD", "sesame")
    Endpoint(url).query("ASK {}", {})
    assert "Authorization" not in seen[0]
    assert seen[1]["Authorization"] == "Basic bWU6c2VzYW1l"


def test_a_refused_login_is_told_without_the_password(stand_in, monkeypatch):
    url, answers, _ = stand_in
    answers.append((401, b""))
    monkeypatch.setenv("KG_STORE_USER", "me")
    monkeypatch.setenv("KG_STORE_PASSWORD", "sesame")
    with pytest.raises(StoreError, match="401") as caught:
        Endpoint(url).query("ASK {}", {})
    assert "sesame" not in str(caught.value)


UNION = (
    b"<x:s> <http://www.w3.org/ns/sparql-service-description#feature>"
    b" <http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph> ."
)


def test_a_union_without_a_graph_store_gets_an_update_of_one_graph(stand_in):
    url, answers, seen = stand_in
    answers += [(200, UNION, "text/turtle"), (405, b""), (204, b"")]
    Endpoint(url).put_graph("http://a/g 1", "<a:a> <a:b> <a:c> .\n")
    asked = [(one["method"], one["path"]) for one in seen]
    assert asked == [
        ("GET", "/query"),
        ("PUT", "/store?graph=http%3A%2F%2Fa%2Fg%201"),
        ("POST", "/update"),
    ]


@pytest.mark.parametrize(
    ("first", "status", "words"),
    [
        ((404, b""), 404, "takes no updates"),
        ((200, b"<html>", "text/html"), 405, "takes no updates"),
        ((200, b"<a> <b", "text/turtle"), 403, "KG_STORE_USER"),
        ((200, UNION, "text/turtle"), 507, "507"),
    ],
)
def test_what_is_not_taken_is_told(stand_in, first, status, words):
    url, answers, _ = stand_in
    answers += [first, (status, b"")]
    with pytest.raises(StoreError, match=words):
        Endpoint(url).put_graph("http://a/g", "<a:a> <a:b> <a:c> .\n")


def test_what_is_no_endpoint_is_told(stand_in):
    url, answers, _ = stand_in
    answers.append((200, b"<html>"))
    with pytest.raises(StoreError, match="is it an endpoint"):
        Endpoint(url).query("ASK {}", {})


def test_what_two_articles_say_is_counted_once_and_lives_as_long_as_one_does(server):
    text = "SELECT (COUNT(*) AS ?n) WHERE { ent:John_Healey rel:visit ?where }"
    counts = []
    add_articles(small_graph(), server)
    counts.append(query(server, text, written="csv"))
    for key in ("talks", "visit 1"):
        remove_article(key, server)
        counts.append(query(server, text, written="csv"))
    assert [int(count.split()[1]) for count in counts] == [1, 1, 0]
    assert query(server, "ASK { ?s ?p ?o }") == "false\n"
