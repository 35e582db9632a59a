"""The endpoint as its clients meet it: protocol, formats, refusals, limits."""

from __future__ import annotations

import http.client
import json
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from urllib.parse import quote, urlencode, urlsplit

import pyoxigraph as ox
import pytest
import rdflib
from graphs import small_graph, talks, visit
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, SPARQLWrapper
from test_sparql import PARAMS

from kg.errors import ReadError
from kg.graph import build_graph
from kg.questions import list_questions
from kg.rdf import to_turtle
from kg.server import ServeOptions, serving
from kg.server.serving import ServeError
from kg.sparql import query_by_name
from kg.store import add_articles

VISITS = "SELECT ?who WHERE { ?who rel:visit ?where }"
CROSS_PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
HEALEY = "https://kg.example/entity/John_Healey"
LIMITS = ServeOptions(port=0, seconds=1, most=300_000, largest_body=100_000)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("served")
    (path / "graph.ttl").write_text(to_turtle(small_graph()), encoding="utf-8")
    (path / "graph.html").write_text("<title>explorer</title>", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def url(folder):
    with serving(folder, LIMITS) as found:
        yield found


def fetch(url, body=None, method=None, **headers):
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, body, headers, method=method)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read().decode()


def get(url, sparql, **headers):
    return fetch(f"{url}/sparql?query={quote(sparql)}", **headers)


def post(url, sparql):
    return fetch(
        f"{url}/sparql", sparql.encode(), Content_Type="application/sparql-query"
    )


def assert_alive(url):
    status, _, body = get(url, VISITS, Accept="application/sparql-results+json")
    assert status == 200
    assert HEALEY in body


def test_the_three_ways_to_ask_give_the_same(url):
    form = urlencode({"query": VISITS}).encode()
    answers = [
        get(url, VISITS),
        post(url, VISITS),
        fetch(f"{url}/sparql", form, Content_Type="application/x-www-form-urlencoded"),
    ]
    assert [status for status, _, _ in answers] == [200] * 3
    assert len({body for _, _, body in answers}) == 1


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("application/sparql-results+json", ox.QueryResultsFormat.JSON),
        ("application/sparql-results+xml", ox.QueryResultsFormat.XML),
        ("text/tab-separated-values", ox.QueryResultsFormat.TSV),
    ],
)
def test_tables_come_in_the_format_asked_for(url, accept, form):
    status, headers, body = get(url, VISITS, Accept=accept)
    assert status == 200
    assert headers.get_content_type() == accept
    rows = list(ox.parse_query_results(body, format=form))
    assert [row["who"].value for row in rows] == [HEALEY]


def test_csv_comes_too(url):
    assert get(url, VISITS, Accept="text/csv")[2] == f"who\r\n{HEALEY}\r\n"


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
    ],
)
def test_triples_come_in_the_format_asked_for(url, accept, form):
    text = "CONSTRUCT WHERE { ?s rel:visit ?o }"
    _, headers, body = get(url, text, Accept=accept)
    assert headers.get_content_type() == accept
    assert len(list(ox.parse(body, format=form))) == 1


def test_a_request_without_a_query_gets_the_service_description(url):
    status, _, body = fetch(f"{url}/sparql", Accept="text/turtle")
    assert status == 200
    assert "sd:SPARQL11Query" in body
    assert "BasicFederatedQuery" not in body


def test_pages_of_other_sites_may_ask(url):
    assert get(url, VISITS)[1]["Access-Control-Allow-Origin"] == "*"
    status, headers, _ = fetch(f"{url}/sparql", method="OPTIONS")
    assert status == 204
    assert "POST" in headers["Access-Control-Allow-Methods"]


def test_the_explorer_and_the_page_for_queries_need_no_network(url):
    assert fetch(url)[2] == "<title>explorer</title>"
    status, headers, page = fetch(f"{url}/query.html")
    assert (status, headers.get_content_type()) == (200, "text/html")
    assert not re.search(r"(src|href)=\"(https?:)?//", page)
    assert json.loads(fetch(f"{url}/prefixes.json")[2])["ent"].endswith("/entity/")
    listed = json.loads(fetch(f"{url}/questions.json")[2])
    assert [each["name"] for each in listed] == [q.name for q in list_questions()]
    for name in ("yasgui.min.js", "yasgui.min.css", "prefixes.json", "questions.json"):
        assert name in page
        assert fetch(f"{url}/{name}")[0] == 200


def test_without_an_explorer_the_first_page_is_for_queries(tmp_path):
    (tmp_path / "g.ttl").write_text(to_turtle(small_graph()), encoding="utf-8")
    with serving(tmp_path / "g.ttl", LIMITS) as found:
        assert "yasgui" in fetch(found)[2]
        assert_alive(found)


def test_a_bad_query_is_told_with_its_place(url):
    status, _, body = get(url, "SELECT ?x\nWHERE { ?x ?y")
    assert status == 400
    assert "2:" in body


@pytest.mark.parametrize(
    ("sparql", "word"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT * { service silent ?x { ?s ?p ?o } }", "SERVICE"),
        (r"SELECT * { SERV\u0049CE <http://a/> { ?s ?p ?o } }", "SERVICE"),
        ('SELECT * { BIND("#" AS ?a) SERVICE <http://a/> { } }', "SERVICE"),
        ("SELECT * { ?s <a:#> ?o SERVICE <http://a/#> { } }", "SERVICE"),
        ("DROP ALL", "only reads"),
        ("PREFIX a: <b:c> INSERT DATA { <a:a> <a:b> <a:c> }", "only reads"),
    ],
)
def test_what_is_not_allowed_is_refused(url, sparql, word):
    status, _, body = get(url, sparql)
    assert status == 403
    assert word in body
    assert_alive(url)


@pytest.mark.parametrize(
    "sparql",
    [
        'ASK { FILTER("SERVICE" != "x") }',
        "ASK { ?service ?SERVICE 'it''s' } # SERVICE",
        "ASK { ?s <http://a/SERVICE> ?o }",
        "ASK { FILTER(EXISTS { ?s schema:service ?o } || true) }",
        'ASK { FILTER("""a "SERVICE" b""" != "x") }',
    ],
)
def test_a_word_that_only_looks_like_it_is_let_through(url, sparql):
    assert get(url, sparql)[0] in {200, 400}
    assert "not allowed" not in get(url, sparql)[2]


def test_an_update_in_any_dress_is_refused(url):
    update = b"DROP ALL"
    form = urlencode({"update": "DROP ALL"}).encode()
    kinds = "application/sparql-update", "application/x-www-form-urlencoded"
    assert fetch(f"{url}/sparql", update, Content_Type=kinds[0])[0] == 403
    assert fetch(f"{url}/sparql", form, Content_Type=kinds[1])[0] == 403
    assert fetch(f"{url}/store", b"", method="PUT")[0] == 405
    assert fetch(f"{url}/update", update, Content_Type=kinds[0])[0] == 404
    assert_alive(url)


@pytest.mark.parametrize(
    "sparql",
    [
        CROSS_PRODUCT,
        "SELECT (COUNT(*) AS ?n) { ?a !<a:a>* ?b . ?c !<a:a>* ?d . ?e !<a:a>* ?f }",
        "SELECT ?a { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(?c, ?f, ?i) = '%') }",
    ],
    ids=["cross product", "unbounded path", "endless filter"],
)
def test_a_runaway_query_is_stopped_and_the_next_is_answered(url, sparql):
    start = time.perf_counter()
    status, _, body = get(url, sparql)
    assert status == 503
    assert "longer than 1 seconds" in body
    assert time.perf_counter() - start < 4
    assert_alive(url)


def test_an_endless_answer_is_cut_off_and_the_next_is_answered(url):
    status, _, body = get(url, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    assert status == 400
    assert "use LIMIT" in body
    assert_alive(url)


def test_a_stopped_query_leaves_no_work_behind(folder):
    with serving(folder, LIMITS) as found:
        get(
            found,
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
        )
        start = time.perf_counter()
        for _ in range(5):
            assert_alive(found)
        assert time.perf_counter() - start < 3


def test_a_huge_regular_expression_is_no_harm(url):
    pattern = "(a|b|.*)*" * 300 + "z{1,900}{1,900}"
    assert get(url, f'ASK {{ ?s ?p ?o FILTER(REGEX(STR(?o), "{pattern}")) }}')[0] < 600
    assert_alive(url)


def test_a_body_that_is_too_large_is_refused_unread(url):
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)
    connection.putrequest("POST", "/sparql")
    connection.putheader("Content-Type", "application/sparql-query")
    connection.putheader("Content-Length", "10000000")
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()
    assert_alive(url)


@pytest.mark.parametrize(
    ("path", "body", "kind", "status"),
    [
        ("/sparql", b"ASK {}", "text/plain", 415),
        ("/sparql", b"\xff", "application/sparql-query", 400),
        ("/sparql", b"", "application/x-www-form-urlencoded", 400),
        ("/sparql?query=ASK%20%7B%7D", b"ASK {}", "application/sparql-query", 400),
        ("/nothing", b"x", "application/sparql-query", 404),
        ("/nothing", None, "x/y", 404),
    ],
)
def test_a_wrong_request_has_its_own_status(url, path, body, kind, status):
    assert fetch(url + path, body, Content_Type=kind)[0] == status


def test_what_cannot_be_written_as_asked_is_not_acceptable(url):
    assert get(url, VISITS, Accept="image/png")[0] == 406


@pytest.mark.parametrize("name", [question.name for question in list_questions()])
def test_every_question_has_the_same_answer_as_on_the_file(url, folder, name):
    params = PARAMS.get(name)
    one = query_by_name(folder, name, params, written="json")
    other = query_by_name(url, name, params, written="json")
    assert json.loads(one) == json.loads(other)


def test_sparqlwrapper_is_a_client(url):
    wrapper = SPARQLWrapper(f"{url}/sparql")
    wrapper.setQuery(VISITS)
    wrapper.setReturnFormat(JSON)
    for method in ("GET", POST):
        wrapper.setMethod(method)
        rows = wrapper.queryAndConvert()["results"]["bindings"]
        assert [row["who"]["value"] for row in rows] == [HEALEY]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_rdflibs_store_is_a_client(url):
    graph = rdflib.Graph(SPARQLStore(f"{url}/sparql"))
    visit_ = rdflib.URIRef("https://kg.example/relation/visit")
    assert [str(s) for s in graph.subjects(visit_)] == [HEALEY]


def test_curl_is_a_client(url):
    done = subprocess.run(
        [shutil.which("curl"), "-sS", "--fail", "-H", "Accept: text/csv",
         "--data-urlencode", f"query={VISITS}", f"{url}/sparql"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines() == ["who", HEALEY]


def test_a_store_is_served_while_it_is_written(tmp_path):
    add_articles(build_graph([visit()]), tmp_path / "s")
    with serving(tmp_path / "s", LIMITS) as found:
        add_articles(build_graph([talks()]), tmp_path / "s")
        add_articles(build_graph([talks()]), tmp_path / "s")
        assert_alive(found)


def test_a_port_that_is_taken_and_a_graph_that_is_not_there_are_told(folder, tmp_path):
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        one.listen()
        taken = ServeOptions(port=one.getsockname()[1])
        with (
            pytest.raises(ServeError, match=r"cannot listen.*; want another --port"),
            serving(folder, taken),
        ):
            pass
    with pytest.raises(ReadError), serving(tmp_path / "none", LIMITS):
        pass
