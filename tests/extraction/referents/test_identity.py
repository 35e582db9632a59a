import pytest

from kg.articles import parse_article
from kg.extraction.referents.entities import resolve_entities

pytestmark = pytest.mark.model


def entities(analyser, text):
    article = parse_article(text, "x")
    return resolve_entities(analyser.analyse(article), article, ()).entities


def test_who_is_called_like_a_place_has_another_id_than_the_place(analyser):
    found = entities(analyser, "Mr. Paris spoke to Ann Lee. She lives in Paris.")
    assert found["Paris_person_2d711642"].type == "person"
    assert found["Paris"].type == "place"


def test_georgia_is_the_state_among_places_of_the_usa(analyser):
    found = entities(analyser, "He was indicted in Georgia. Atlanta police came.")
    assert found["Georgia_place"].links == ("https://sws.geonames.org/4197000/",)
    found = entities(analyser, "He was seen in Georgia. Georgian police came.")
    assert found["Georgia"].type == "country"


def test_the_label_is_the_fullest_name_without_a_title(analyser):
    found = entities(
        analyser, "President Vladimir Putin spoke. Putin smiled. Mr. Putin left."
    )
    putin = found["Vladimir_Putin"]
    assert putin.label == "Vladimir Putin"
    assert putin.aliases == ("Putin", "Mr. Putin")
    assert putin.mentions == 4


@pytest.mark.parametrize(
    ("text", "entity", "links"),
    [
        ("She lives in Kyiv.", "Kyiv", ("https://sws.geonames.org/703448/",)),
        ("She flew to Tokyo.", "Tokyo", ("https://sws.geonames.org/1850147/",)),
        ("She lives in Windsor.", "Windsor", ()),
        ("She lives in Texas.", "Texas", ("https://sws.geonames.org/4736286/",)),
    ],
    ids=["capital", "big", "has-namesakes", "state"],
)
def test_only_sure_places_link_to_geonames(analyser, text, entity, links):
    assert entities(analyser, text)[entity].links == links


def test_ids_are_in_the_order_of_the_first_mentions(analyser):
    found = entities(analyser, "Russia met Ann Lee in Kyiv. Ann Lee left Russia.")
    assert list(found) == ["Russia", "Ann_Lee", "Kyiv"]


def test_a_bare_surname_is_somebody_else_in_another_article(analyser):
    text = "Smith left Rome on Monday. Mary Poe met Smith in Paris."
    first, second = (
        resolve_entities(analyser.analyse(article), article, ()).entities
        for article in (parse_article(text, "one"), parse_article(text, "two"))
    )
    people = [
        [key for key, entity in found.items() if entity.type == "person"]
        for found in (first, second)
    ]
    assert [entity.label for entity in first.values()] == [
        entity.label for entity in second.values()
    ]
    assert set(people[0]) & set(people[1]) == {"Mary_Poe"}
    assert set(first) & set(second) == {"Mary_Poe", "Rome", "Paris"}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ann B. Carter spoke. Ann Carter smiled.", "Ann Carter"),
        ("Ann B. Carter spoke. Carter smiled.", "Ann B. Carter"),
    ],
    ids=["both", "initial"],
)
def test_an_initial_that_the_text_leaves_out_is_no_part_of_the_label(
    analyser, text, label
):
    (found,) = entities(analyser, text).values()
    assert found.label == label
