"""The page for queries in a real browser: it asks its own server, and no other."""

from __future__ import annotations

import time

import pytest
from graphs import small_graph

from kg.rdf import to_turtle
from kg.server import ServeOptions, serving

pytestmark = pytest.mark.browser
_SECONDS = 20


@pytest.fixture
def site(driver, tmp_path):
    """Open the page; the browser may speak to this machine meanwhile."""
    (tmp_path / "g.ttl").write_text(to_turtle(small_graph()), encoding="utf-8")
    driver.delete_network_conditions()
    with serving(tmp_path / "g.ttl", ServeOptions(port=0)) as url:
        driver.get(f"{url}/query.html")
        yield url
        driver.get("about:blank")
    driver.set_network_conditions(offline=True, latency=0, throughput=0)


def shown(driver, selector, words=""):
    """Wait for something to be seen that has words, and give it."""
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        for found in driver.find_elements("css selector", selector):
            if found.is_displayed() and words in found.text:
                return found
        time.sleep(0.1)
    raise AssertionError(f"no {selector} with {words!r} in {driver.page_source[:500]}")


def test_a_ready_question_is_chosen_asked_and_answered(driver, site):
    option = shown(driver, "#questions option", "Who visited which country")
    option.click()
    shown(driver, ".CodeMirror-code", "Visits that the articles themselves state")
    shown(driver, ".CodeMirror-code", "#      VALUES ?who { UNDEF }")
    shown(driver, ".yasqe_queryButton").click()
    shown(driver, ".yasr_results", "John Healey")
    script = "return performance.getEntriesByType('resource').map((e) => e.name)"
    assert all(name.startswith(site) for name in driver.execute_script(script))
    severe = [e for e in driver.get_log("browser") if e["level"] == "SEVERE"]
    assert severe == []


def test_the_first_query_shows_facts_whose_object_is_words_too(driver, site):
    assert driver.current_url.startswith(site)
    shown(driver, ".yasqe_queryButton").click()
    shown(driver, ".yasr_results", "praise")
