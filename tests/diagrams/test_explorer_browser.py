"""The explorer page in a real browser: what a reader clicks, types and sees."""

from __future__ import annotations

from itertools import cycle
from urllib.parse import parse_qs, urlsplit

import pytest

import kg
from kg.diagrams.explorer import explorer_html

pytestmark = pytest.mark.browser
_DATED = [
    "John Healey | visited | Ukraine | time=on Saturday=2024-07-06",
    "John Healey | told | reporters | time=on Wednesday=2024-07-10",
    "NATO | admitted | Denmark | time=in 1949=1949",
    "France | ally of | Denmark |",
    "Joe Biden | met | France | not time=in July=2024-07",
    "Joe Biden | met | Denmark | time=a week later=2024-W29",
]


@pytest.fixture(scope="module")
def pages(tmp_path_factory, seed_like, told, graph_of):
    dated = graph_of(_DATED)
    folder = tmp_path_factory.mktemp("pages")
    for name, graph in (("seed", seed_like), ("told", told), ("dated", dated)):
        (folder / f"{name}.html").write_bytes(explorer_html(graph))
    return folder


@pytest.fixture
def page(driver, pages):
    """Open a page and give what asks it; no error may have been logged at the end."""

    class Page:
        def open(self, name, words=""):
            driver.get("about:blank")
            driver.get((pages / f"{name}.html").as_uri() + words)
            return self

        def all(self, selector):
            return driver.find_elements("css selector", selector)

        def one(self, selector):
            return driver.find_element("css selector", selector)

        def text(self, selector):
            return self.one(selector).text

        def keys(self, *keys):
            driver.switch_to.active_element.send_keys(*keys)

        def run(self, script, *arguments):
            return driver.execute_script(script, *arguments)

        @property
        def hash(self):
            return parse_qs(urlsplit(driver.current_url).fragment)

    driver.get_log("browser")
    yield Page()
    assert driver.get_log("browser") == []


def test_the_page_shows_the_picture_and_all_statements(page):
    page.open("seed")
    assert "63 of 63 statements" in page.text("#count")
    assert len(page.all("#list .statement")) == 63
    assert len(page.all("#stage .item")) > 30


def test_search_keeps_the_statements_with_all_words(page):
    page.open("seed")
    page.one("#search").send_keys("healey visit")
    assert page.text("#count").startswith("1 of 63 statements")
    assert "John Healey visited Ukraine" in page.text("#list")


def test_a_filter_takes_a_status_away(page):
    page.open("seed")
    page.one("#statuses input[value=prospect]").click()
    page.one("#statuses input[value=claim]").click()
    assert page.text("#count").startswith("36 of 63 statements")
    assert not page.all("#list .prospect, #list .claim")
    assert not page.all('#stage [stroke-dasharray="1.2 2.2"]')


def test_what_the_article_denies_is_no_fact(page):
    page.open("dated", "#q=met+france")
    (denial,) = page.all("#list .statement")
    assert denial.text.splitlines() == [
        "Joe Biden not met France",
        "denied: in July",
    ]
    counts = {
        row.find_element("css selector", "input").get_attribute("value"): row.text
        for row in page.all("#statuses label")
    }
    assert counts["fact"].split()[-1] == "5"
    assert counts["denied"].split()[-1] == "1"
    page.open("dated", "#off=fact")
    assert "Joe Biden not met France" in page.text("#list")


def test_a_speaker_can_be_chosen(page):
    page.open("seed")
    page.run(
        "const s = document.getElementById('speaker'); s.value = arguments[0];"
        "s.dispatchEvent(new Event('change'));",
        "Antony Blinken",
    )
    assert page.text("#count").startswith("3 of 63 statements")


def test_a_click_on_a_line_shows_its_sentence_with_its_parts_marked(page):
    page.open("told")
    page.one('#stage [aria-label^="Healey visited"]').click()
    assert "Healey visited Ukraine on Saturday." in page.text("#details blockquote")
    marks = {m.get_attribute("class"): m.text for m in page.all("blockquote mark")}
    assert marks == {"subject": "Healey", "predicate": "visited", "object": "Ukraine"}
    assert page.text(".article mark.here") == "Healey visited Ukraine on Saturday."
    assert "a fact: the article itself states it" in page.text("#details")


def test_a_claim_is_told_with_its_speaker(page):
    page.open("told")
    page.one('#stage [aria-label^="France not implement"]').click()
    assert "denied; planned; said by Macron, not by the article" in page.text(
        "#details"
    )


def test_a_click_on_a_box_shows_names_mentions_and_statements(page):
    page.open("told")
    page.one('#stage [aria-label^="Ukraine:"]').click()
    details = page.text("#details")
    assert "another name" in details
    assert "2 statements" in details
    assert [m.text for m in page.all(".article mark.mention")] == ["Ukraine"] * 2


def test_neighbours_can_be_shown_and_added(page):
    page.open("seed")
    page.one('#stage [aria-label^="France:"]').click()
    page.one("#expand").click()
    assert page.text("#count").startswith("4 of 63 statements")
    page.run(
        "document.querySelector('#stage [aria-label^=Ukraine]').dispatchEvent("
        "new MouseEvent('click', {bubbles: true}))"
    )
    page.one("#expand").click()
    assert page.hash["about"] == ["France", "Ukraine"]
    assert int(page.text("#count").split()[0]) > 4


def test_a_link_brings_the_same_view_back(page):
    page.open("seed", "#q=strike&off=fact&theme=dark&order=text")
    assert page.one("#search").get_attribute("value") == "strike"
    assert not page.one("#statuses input[value=fact]").is_selected()
    assert page.run("return document.documentElement.dataset.theme") == "dark"
    assert "strike" in page.text("#list")
    before = page.text("#list")
    page.one("#list .statement").click()
    assert page.hash["q"] == ["strike"]
    assert page.text("#list") == before


def test_a_link_to_nothing_known_shows_the_start(page):
    page.open("seed", "#about=nobody&open=fact:none&order=x&top=zzz")
    assert "63 of 63" in page.text("#count")


def test_everything_can_be_done_with_keys(page):
    page.open("seed")
    page.keys("/")
    page.keys("landsbergis")
    assert page.text("#count").startswith("3 of 63 statements")
    page.run("document.querySelector('#stage .item[data-facts]').focus()")
    page.keys("\ue007")
    assert page.all("#details blockquote")
    page.run("document.querySelector('#stage .item[data-node]').focus()")
    page.keys(" ")
    page.keys("e")
    assert page.hash["about"]
    page.keys("\ue00c")
    assert "open" not in page.hash


def test_the_focus_stays_where_it_was(page):
    page.open("seed")
    for area in ("#list", "#stage"):
        page.run(f"document.querySelectorAll('{area} [data-fact]')[2].focus()")
        before = page.run("return document.activeElement.dataset.fact")
        page.keys("\ue007")
        assert page.run("return document.activeElement.dataset.fact") == before
        assert page.hash["open"] == [f"fact:{before}"]
        assert page.run("return document.activeElement.closest(arguments[0])", area)
    page.keys("d")
    assert page.run("return document.activeElement.id") == "details"


def test_a_span_of_time_can_be_chosen(page):
    page.open("dated", "#from=2024-07-01&to=2024-07-08&order=time")
    assert page.text("#count").startswith("2 of 6 statements")
    moments = [heading.text for heading in page.all("#list h3")]
    assert moments == ["2024-07", "2024-07-06"]
    page.open("dated", "#from=2024-07-14&to=2024-07-16")
    assert "Joe Biden met Denmark" in page.text("#list")


def test_pictures_drawn_by_the_page_keep_labels_apart(page):
    page.open("seed")
    for words in ("#top=60", "#about=Ukraine&about=John_Healey&top=40", "#q=strike"):
        page.open("seed", words)
        assert page.run(_OVERLAPS) == []


def test_on_a_narrow_screen_what_is_opened_is_seen_at_once(page, driver):
    driver.set_window_size(500, 900)
    try:
        page.open("seed")
        statement = page.all("#list .statement")[3]
        page.run("arguments[0].scrollIntoView({block: 'center'})", statement)
        opened = statement.get_attribute("data-fact")
        statement.click()
        seen = page.run(
            "const q = document.querySelector('#details blockquote');"
            "const { top, bottom } = q.getBoundingClientRect();"
            "return top > 0 && bottom < innerHeight;"
        )
        assert seen
        page.one("#details .close").click()
        assert "open" not in page.hash
        assert page.run("return document.activeElement.dataset.fact") == opened
        page.one("#to-filters").click()
        assert (
            page.run(
                "return document.getElementById('statuses').getBoundingClientRect().top"
            )
            < 850
        )
    finally:
        driver.set_window_size(1500, 1000)


def test_skipping_to_the_statements_takes_no_filter_away(page):
    page.open("seed", "#q=strike")
    before = page.text("#count")
    page.run("document.querySelector('.skip').click()")
    page.keys("")
    assert page.text("#count") == before
    assert page.hash["q"] == ["strike"]


def test_a_narrow_screen_starts_with_a_part_that_can_be_read(page, driver):
    driver.set_window_size(500, 1000)
    page.open("seed")
    scale = page.run(
        "const s = document.querySelector('#stage svg');"
        "return s.clientWidth / s.viewBox.baseVal.width;"
    )
    driver.set_window_size(1500, 1000)
    assert scale == pytest.approx(0.75, abs=0.02)


_OVERLAPS = """
const boxes = [...document.querySelectorAll('#stage .item .halo')].map((halo) => {
  const { x, y, width, height } = halo.getBBox();
  const grown = halo.parentNode.dataset.node === undefined ? 0 : 3;
  const name = halo.parentNode.getAttribute('aria-label');
  const [r, b] = [x + width - grown, y + height - grown];
  return { name, l: x + grown, t: y + grown, r, b };
});
const found = [];
for (const a of boxes) for (const b of boxes) {
  if (a !== b && Math.min(a.r, b.r) - Math.max(a.l, b.l) > 1
      && Math.min(a.b, b.b) - Math.max(a.t, b.t) > 1) found.push([a.name, b.name]);
}
return found;
"""


def test_hostile_words_stay_words(page):
    page.open("told")
    for item in range(len(page.all("#list .statement"))):
        page.all("#list .statement")[item].click()
    page.one('#stage [aria-label^="</script>"]').click()
    assert "</script><script>alert(1)</script>" in page.text("#details h2")
    assert page.run("return document.querySelectorAll('b, img, iframe').length") == 0
    assert page.run("return document.querySelectorAll('script').length") == 2
    assert page.run("return [...document.querySelectorAll('a')].filter("
                    "(a) => a.protocol === 'javascript:').length") == 0  # fmt: skip


def test_the_view_can_be_saved_as_svg(page):
    page.open("told")
    saved = page.run(
        "const make = URL.createObjectURL; URL.createObjectURL = (blob) => {"
        "window.saved = blob.text(); return make(blob); };"
        "document.getElementById('save-svg').click(); return window.saved;"
    )
    assert saved.startswith("<svg")
    assert "Healey" in saved
    assert "<b>" not in saved


def test_the_view_can_be_saved_as_png(page, driver):
    page.open("told")
    size = driver.execute_async_script(
        "const done = arguments[0]; const make = URL.createObjectURL;"
        "URL.createObjectURL = (blob) => {"
        "done([blob.type, blob.size]); return make(blob); };"
        "document.getElementById('save-png').click();"
    )
    assert size[0] == "image/png"
    assert size[1] > 5000


@pytest.mark.parametrize(
    "words", ["", "#theme=dark", "#about=Ukraine&open=node:Ukraine"]
)
def test_axe_finds_nothing_serious(page, driver, words):
    axe = pytest.importorskip("axe_core_python.selenium").Axe()
    page.open("seed", words)
    found = axe.run(driver)["violations"]
    serious = [v for v in found if v["impact"] in {"serious", "critical"}]
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in serious] == []


@pytest.mark.slow
def test_ten_thousand_statements_stay_fluid(page, pages, graph_of):
    rows = [
        f"name {n * 7 % 4999} | relation {n % 97} | name {n * n % 5003} | {kind}"
        for n, kind in zip(
            range(10_000), cycle(["", "", "planned", "not"]), strict=False
        )
    ]
    (pages / "large.html").write_bytes(explorer_html(graph_of(rows)))
    page.open("large")
    (loaded,) = page.run("return performance.getEntriesByType('navigation')")
    assert loaded["domComplete"] < 5000
    spent = page.run(
        "const start = performance.now();"
        "const box = document.getElementById('search');"
        "box.value = 'relation 13'; box.dispatchEvent(new Event('input'));"
        "document.body.offsetHeight; return performance.now() - start;"
    )
    assert page.text("#count").startswith("890 of 10000 statements")
    assert spent < 1000  # about 50 on a quiet machine
    page.one("#list .statement").click()
    article = page.run("return document.querySelector('.article').textContent")
    assert 20_000 < len(article) < 40_000
    assert page.text(".article mark.here")


@pytest.mark.model
def test_a_hostile_file_name_stays_words_in_page_and_picture(driver, tmp_path):
    name = "<img src=x onerror=alert(1)>&\"'--]]>"
    source = tmp_path / f"{name}.txt"
    source.write_text("Smith visited Paris on Monday.\n", encoding="utf-8")
    kg.build(source, out=tmp_path / "out")
    driver.get((tmp_path / "out" / "graph.html").as_uri())
    assert name in driver.find_element("css selector", "body").text
    assert driver.find_elements("css selector", "img") == []
    driver.get((tmp_path / "out" / "graph.svg").as_uri())
    assert driver.find_elements("css selector", "img, parsererror") == []
    assert [entry for entry in driver.get_log("browser") if "alert" in str(entry)] == []


def _choose(page, key, value):
    page.run(
        "const s = document.getElementById(arguments[0]); s.value = arguments[1];"
        "s.dispatchEvent(new Event('change'));",
        key,
        value,
    )


def test_only_what_is_sure_enough_can_be_shown(page):
    page.open("seed")
    _choose(page, "sure", "0.8")
    sure = sum(0.6 + (number * 7 % 40) / 100 >= 0.8 for number in range(63))
    assert page.text("#count").startswith(f"{sure} of 63 statements")
    assert page.hash == {"sure": ["0.8"]}
    page.open("seed", "#sure=0.8")
    assert page.text("#count").startswith(f"{sure} of 63 statements")
    page.open("seed", "#sure=2")
    assert page.text("#count").startswith("63 of 63 statements")


def test_what_is_least_sure_can_come_first(page):
    page.open("seed", "#order=doubt")
    first = page.run(
        "const { facts } = JSON.parse(document.getElementById('graph').textContent);"
        "const sure = new Map(facts.map((fact) => [fact.id, fact.confidence]));"
        "return [...document.querySelectorAll('#list .statement')]"
        ".map((item) => sure.get(item.dataset.fact));"
    )
    assert first == sorted(first)
    assert first[0] == 0.6
    assert first[-1] == 0.99
