"""What a notebook shows, in a real browser: hostile words run nothing there either."""

from __future__ import annotations

from dataclasses import replace

import pytest

import kg
from kg.showing import table_of

pytestmark = pytest.mark.browser
_WORDS = (
    "<script>window.harm = 1</script>",
    '" onload="window.harm = 1" onmouseover="window.harm = 1" x="',
    "<img src=x onerror='window.harm = 1'>",
    "]]><svg onload=window.harm=1>",
    "</table></style></title><iframe srcdoc='<script>top.harm = 1</script>'>",
    "javascript:window.harm=1",
)
_HARM = """
const bad = [...document.querySelectorAll('*')].filter((one) =>
  ['SCRIPT', 'IFRAME', 'IMG', 'B'].includes(one.tagName.toUpperCase())
  || [...one.attributes].some((a) => a.name.startsWith('on')
    || (/href|src/.test(a.name) && /^(javascript|data):/.test(a.value))));
return [window.harm === undefined, bad.map((one) => one.outerHTML)];
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory, told):
    """Make a page of all that a notebook would show of a graph of hostile words."""
    (fact,) = (f for f in told.facts if f.subject.startswith("</script>"))
    nodes = [replace(n, label=w, links=(w,)) for n in told.nodes for w in _WORDS]
    shown = [
        told._repr_svg_(),
        kg.draw(told, form="speakers")._repr_svg_(),
        fact._repr_html_(),
        kg.show(told.facts, words=True)._repr_html_(),
        table_of(_WORDS, [_WORDS])._repr_html_(),
        told.articles[0]._repr_html_(),
        *(node._repr_html_() for node in nodes),
    ]
    # Of a picture's file a notebook takes what stands from the element on.
    parts = [html[max(html.find("<svg"), 0) :] for html in shown]
    path = tmp_path_factory.mktemp("notebook") / "notebook.html"
    whole = f'<!doctype html><meta charset="utf-8"><body>{"".join(parts)}'
    path.write_text(whole, encoding="utf-8")
    return path


@pytest.fixture
def notebook(driver, page):
    driver.get(page.as_uri())
    return driver


def test_no_hostile_word_runs_or_becomes_an_element(notebook):
    calm, bad = notebook.execute_script(_HARM)
    assert calm
    assert bad == []


def test_hostile_words_can_be_read(notebook):
    text = notebook.find_element("css selector", "body").text
    for words in (*_WORDS, "</script><script>alert(1)</script>", "<b>help</b> & $5"):
        assert words in text


def test_the_marks_stand_on_their_words(told, notebook):
    fact = next(f for f in told.facts if f.predicate.label == "visited")
    notebook.execute_script(
        "document.body.innerHTML = arguments[0]", fact._repr_html_()
    )
    marks = notebook.find_elements("css selector", "mark")
    assert [(m.get_attribute("title"), m.text) for m in marks] == [
        ("subject", "Healey"),
        ("predicate", "visited"),
        ("object", "Ukraine"),
    ]
