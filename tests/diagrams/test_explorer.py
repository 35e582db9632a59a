"""The explorer page as bytes: closed to the network, safe whatever the words are."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest

from kg.diagrams.explorer import explorer_html
from kg.diagrams.page_data import page_data
from kg.diagrams.view import DrawOptions


@pytest.fixture(scope="module")
def page(told):
    return explorer_html(told).decode()


def _between(page, start, end):
    return re.search(f"{start}(.*?){end}", page, re.DOTALL)[1]


def test_the_same_graph_gives_the_same_page(seed_like):
    assert explorer_html(seed_like) == explorer_html(seed_like)


def test_the_page_asks_nothing_of_the_network(page):
    policy = _between(page, 'Content-Security-Policy" content="', '"')
    assert policy.startswith("default-src &#x27;none&#x27;")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert not re.search(r"<(?:link|img|iframe|script[^>]*src)\b", page)


def test_the_policy_allows_the_page_s_own_script_and_style_alone(page):
    policy = _between(page, 'Content-Security-Policy" content="', '"')
    for name in ("script", "style"):
        own = _between(page, f"<{name}>", f"</{name}>")
        digest = b64encode(sha256(own.encode()).digest()).decode()
        assert f"{name}-src &#x27;sha256-{digest}&#x27;" in policy


def test_no_words_of_an_article_can_end_the_data(page):
    assert page.count("</script>") == 2
    assert page.count("<script") == 2
    data = json.loads(
        _between(page, '<script type="application/json" id="graph">', "</script>")
    )
    assert "</script><script>alert(1)</script>" in data["articles"][0]["text"]


def test_a_title_is_escaped(page):
    assert "<h1>Told &amp; &lt;told&gt;</h1>" in page


def test_places_are_counted_as_scripts_count_them(told):
    data = page_data(told)
    (reading,) = data["facts"][0]["readings"]
    text = data["articles"][0]["text"].encode("utf-16-le")
    words = {
        part: text[2 * start : 2 * end].decode("utf-16-le")
        for start, end, part in reading["marks"]
    }
    assert words == {"subject": "Healey", "predicate": "visited", "object": "Ukraine"}


def test_statements_are_ranked_each_once(seed_like):
    ranks = [fact["rank"] for fact in page_data(seed_like)["facts"]]
    assert sorted(ranks) == list(range(63))


def test_the_first_picture_can_be_of_an_entity_s_surroundings(seed_like):
    page = explorer_html(seed_like, DrawOptions(about="France")).decode()
    words = _between(page, '<script type="application/json" id="graph">', "</script>")
    labels = json.loads(words)["scene"]["labels"]
    assert 0 < len(labels) <= 4


def test_an_empty_graph_gives_a_page(graph_of):
    assert b"</html>" in explorer_html(graph_of([]))
