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
from pathlib import Path

import pytest
from graphs import small_graph, talks, visit
from test_sparql import PARAMS

from kg.endpoint import Endpoint
from kg.errors import QueryError, StoreError
from kg.graph import build_graph
from kg.questions import list_questions
from kg.rdf import to_turtle
from kg.sparql import query, query_by_name
from kg.store import add_articles, article_ids, remove_article

OXIGRAPH = Path(sys.executable).with_name("oxigraph")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    program = OXIGRAPH if OXIGRAPH.exists() else shutil.which("oxigraph")
    port = free_port()
    location = tmp_path_factory.mktemp("oxigraph")
    with subprocess.Popen(
        [program, "serve", "--location", location, "--bind", f"127.0.0.1:{port}"],
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


@pytest.fixture
def full(server):
    if article_ids(server) != ("talks", "visit 1"):
        add_articles(small_graph(), server)
    return server


def test_articles_are_put_replaced_and_removed(server):
    add_articles(build_graph([visit()]), server)
    add_articles(build_graph([visit(), talks()]), server)
    assert article_ids(server) == ("talks", "visit 1")
    remove_article("visit 1", server)
    assert article_ids(server) == ("talks",)
    assert query(server, "ASK { ?s rel:praise ?o }") == "false\n"
    with pytest.raises(StoreError, match="no article 'visit 1'"):
        remove_article("visit 1", server)


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
            self.rfile.read(int(self.headers["Content-Length"]))
            seen.append(dict(self.headers))
            status, body = answers.pop(0)
            if status is None:
                time.sleep(1)
                return
            self.send_response(status)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.end_headers()
            self.wfile.write(body)

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
