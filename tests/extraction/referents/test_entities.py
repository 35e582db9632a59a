"""Who is who, end to end: real sentences through the model."""

import pytest

from kg.articles import parse_article
from kg.extraction.referents.entities import resolve_entities
from kg.extraction.speech.quotes import find_quotes
from kg.model import How


def resolve(analyser, text):
    article = parse_article(text, "x")
    doc = analyser.analyse(article)
    return article, doc, resolve_entities(doc, article, find_quotes(doc))


def wordings(referents, entity):
    return [m.text for m in referents.mentions if m.entity == entity]


@pytest.fixture(scope="module")
def seed(analyser, seed_article):
    doc = analyser.analyse(seed_article)
    return doc, resolve_entities(doc, seed_article, find_quotes(doc))


pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "entity", "expected"),
    [
        pytest.param(
            "Peruvian miners met the Peruvian Mining Board and Peruvian Bank Corp. in "
            "Peru.",
            "Peru",
            ["Peruvian", "Peruvian", "Peruvian", "Peru"],
            id="a-demonym-inside-a-name-is-its-country",
        ),
        pytest.param(
            "Kofi Annan spoke. Echoing Annan's remarks, envoys asked for peace.",
            "Kofi_Annan",
            ["Kofi Annan", "Annan"],
            id="a-gerund-opens-no-name",
        ),
        pytest.param(
            "Botanist Nora Quist found it. Quist was glad.",
            "Nora_Quist",
            ["Botanist", "Nora Quist", "Quist"],
            id="a-trade-opens-no-name",
        ),
        pytest.param(
            "Lewis Johnson and Ben Sawyer came. Johnson, Sawyer and others played.",
            "Ben_Sawyer",
            ["Ben Sawyer", "Sawyer"],
            id="a-list-of-surnames-is-no-person",
        ),
        pytest.param(
            "Terje Riis-Johansen opened the vault. Riis-Johansen said seeds matter.",
            "Terje_Riis_Johansen",
            ["Terje Riis-Johansen", "Riis-Johansen"],
            id="a-surname-of-two-halves",
        ),
        pytest.param(
            "The White House scolded members of the House for the bill.",
            "White_House",
            ["White House"],
            id="the-house-is-not-the-white-house",
        ),
        pytest.param(
            "The ACT Government met. ACT coroner Maria Doogan found that the ACT "
            "Government was late.",
            "ACT_Government",
            ["ACT Government", "ACT Government"],
            id="a-place-is-not-its-government",
        ),
        pytest.param(
            "The Church of Kepleria sued her. She had spoken out against Kepleria.",
            "Church_of_Kepleria",
            ["Church of Kepleria", "Kepleria"],
            id="a-body-by-what-it-is-of",
        ),
        pytest.param(
            "Martin Luther King Jr. and his father, Martin Luther King Sr., preached.",
            "Martin_Luther_King_Jr",
            ["Martin Luther King Jr.", "his"],
            id="junior-is-not-senior",
        ),
        pytest.param(
            "Hillary Clinton and Bill Clinton came. Mrs. Clinton spoke. "
            "Mr. Clinton waved to his supporters.",
            "Bill_Clinton",
            ["Bill Clinton", "Mr. Clinton", "his"],
            id="a-title-chooses-between-namesakes",
        ),
        pytest.param(
            "Officers arrested Michael Jordan, 34. Jordan was taken to a hospital in "
            "Jordan.",
            "Michael_Jordan",
            ["Michael Jordan", "Jordan"],
            id="one-name-two-types",
        ),
        pytest.param(
            "The Nordic Fish Council (NFC) met. The NFC elected a chair.",
            "Nordic_Fish_Council",
            ["Nordic Fish Council", "NFC", "NFC"],
            id="declared-acronym",
        ),
        pytest.param(
            "Goldman Sachs Group Inc. posted a profit. Goldman's shares rose.",
            "Goldman_Sachs_Group_Inc",
            ["Goldman Sachs Group Inc.", "Goldman"],
            id="company-for-short",
        ),
        pytest.param(
            "Moscow said it had taken the town. Residents in Moscow heard blasts. "
            "Russia denied it.",
            "Russia",
            ["Moscow", "it", "Russia"],
            id="a-capital-that-acts",
        ),
        pytest.param(
            "Moscow said it had taken the town. Residents in Moscow heard blasts. "
            "Russia denied it.",
            "Moscow",
            ["Moscow"],
            id="a-capital-that-is-a-place",
        ),
        pytest.param(
            "The Biden administration announced rules. The administration said it "
            "would enforce them.",
            "Biden_administration",
            ["The Biden administration", "The administration", "it"],
            id="an-administration",
        ),
        pytest.param(
            "Tesla said it was recalling cars. Elon Musk, the company's chief, said he "
            "was sorry.",
            "Tesla",
            ["Tesla", "it", "the company"],
            id="the-only-near-company",
        ),
        pytest.param(
            "Valeska Paris, an Australian woman, left the ship. Paris claims she was "
            "forced to work. France is far.",
            "Valeska_Paris",
            ["Valeska Paris", "an Australian woman", "Paris", "she"],
            id="a-surname-that-is-a-capital",
        ),
    ],
)
def test_mentions_go_to_whom_they_mean(analyser, text, entity, expected):
    _, _, referents = resolve(analyser, text)
    assert wordings(referents, entity) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It rained in Paris. It is clear that it will rain again.",
        "Ann Lee met Mary Poe. It surprised them.",
    ],
    ids=["weather-and-clauses", "events"],
)
def test_it_is_left_alone_where_it_means_no_body(analyser, text):
    _, _, referents = resolve(analyser, text)
    assert not [m for m in referents.mentions if m.text.lower() in {"it", "them"}]


def test_they_is_spread_over_the_named_examples(analyser):
    text = "Allies like Poland and France said they will not implement bans."
    _, doc, referents = resolve(analyser, text)
    groups = {doc[i].text: members for i, members in referents.groups.items()}
    assert groups == {"Allies": ("Poland", "France"), "they": ("Poland", "France")}


def test_every_mention_is_a_slice_of_the_text(seed_article, seed):
    _, referents = seed
    assert all(m.text == m.span.of(seed_article.text) for m in referents.mentions)
    assert all(m.entity in referents.entities for m in referents.mentions)


def test_the_seed_article_has_one_node_for_each_country_and_person(seed):
    _, referents = seed
    assert set(referents.entities) == {
        "Baltic_region", "Biden_bac5f910", "Biden_administration", "Blinken_bac5f910",
        "British_government", "Denmark", "F_16", "Fox_News_Digital", "France",
        "Gabrielius_Landsbergis", "Jens_Stoltenberg", "John_Healey", "Kharkiv_oblast",
        "Lithuania", "NATO", "Netherlands",
        "Ronald_Reagan_Presidential_Foundation_and_Institute", "Russia", "Ukraine",
        "United_Kingdom", "United_States", "Vladimir_Putin", "Volodymyr_Zelenskyy",
        "Washington_D_C", "White_House",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "nth", "entity"),
    [
        ("the alliance", 0, "NATO"),
        ("its war", 0, "Russia"),
        ("his frontline fight", 0, "Volodymyr_Zelenskyy"),
        ("US-BUILT", 0, "United_States"),
        ("F-16 JETS", 0, "F_16"),
        ("We will do", 0, "United_Kingdom"),
        ("Washington’s ban", 0, "United_States"),
        ("he desperately", 0, "Volodymyr_Zelenskyy"),
        ("its strike ban", 0, "Biden_administration"),
        ("a region that", 0, "Kharkiv_oblast"),
        ("its strike stipulations", 0, "United_States"),
        ("Kyiv sees fit", 0, "Ukraine"),
        ("my first week", 0, "John_Healey"),
        ("he added", 0, "John_Healey"),
        ("who on Saturday", 0, "John_Healey"),
        ("Washington, D.C.", 0, "Washington_D_C"),
    ],
)
def test_the_seed_articles_hard_mentions(seed_article, seed, words, nth, entity):
    _, referents = seed
    start = -1
    for _ in range(nth + 1):
        start = seed_article.text.index(words, start + 1)
    found = {m.entity for m in referents.mentions if m.span.start == start}
    assert found == {entity}


@pytest.mark.parametrize("words", ["THEIR WAY", "it takes"])
def test_the_seed_articles_open_pronouns_stay_open(seed_article, seed, words):
    _, referents = seed
    start = seed_article.text.index(words)
    assert start not in {m.span.start for m in referents.mentions}


def test_a_title_is_a_mention_but_its_head_stands_for_the_office(seed):
    doc, referents = seed
    titles = [m.text for m in referents.mentions if m.how is How.TITLE]
    assert titles == [
        "President", "President", "Defense Secretary", "Secretary General",
        "Foreign Minister",
    ]  # fmt: skip
    heads = [t.i for t in doc if t.text == "Secretary"]
    assert not set(heads) & set(referents.by_head)


def test_countries_link_to_geonames(seed):
    _, referents = seed
    ukraine = referents.entities["Ukraine"]
    assert ukraine.links == ("https://sws.geonames.org/690791/",)
    assert ukraine.aliases == ("Ukrainian", "UKRAINE", "Kyiv")


@pytest.mark.model
def test_a_person_taken_for_a_place_is_known_by_the_surname(analyser):
    article = parse_article(
        "Volodymyr Zelenskyy met John Healey in Kyiv. Zelenskyy's requests are many.",
        "x",
    )
    referents = resolve_entities(analyser.analyse(article), article, ())
    people = [e.label for e in referents.entities.values() if e.type == "person"]
    assert people == ["Volodymyr Zelenskyy", "John Healey"]


def types_of(analyser, text):
    _, _, referents = resolve(analyser, text)
    return {entity.id: str(entity.type) for entity in referents.entities.values()}


@pytest.mark.parametrize(
    ("text", "entity", "expected"),
    [
        ("Nurses of the Red Cross landed.", "Red_Cross", "organization"),
        ("They had fled communist Albania in 1951.", "Albania", "country"),
        ("The bank collaborated with Nazi Germany in 1941.", "Nazi_Germany", "place"),
        ("Divers left for the North Pole.", "North_Pole", "place"),
    ],
    ids=["everyday-word-as-first-name", "noun-before-a-country", "regime", "article"],
)
def test_a_name_is_no_person_for_its_first_word(analyser, text, entity, expected):
    assert types_of(analyser, text)[entity] == expected


@pytest.mark.parametrize(
    ("office", "side"),
    [("Minister", "Australia"), ("engineer", None), ("researcher Professor", None)],
)
def test_we_is_the_side_of_who_holds_an_office(analyser, office, side):
    text = f"“We want rain,” said Australian {office} Eric Hull on Monday."
    _, doc, referents = resolve(analyser, text)
    we = next(token for token in doc if token.text == "We")
    assert referents.by_head.get(we.i) == side
