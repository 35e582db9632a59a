import pytest

from kg.extraction.lexicon import load_lexicon, name_key


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("U.S.", "United States"),
        ("the UK", "United Kingdom"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("Türkiye", "Turkey"),
        ("The Netherlands", "Netherlands"),
        ("Czech Republic", "Czechia"),
    ],
)
def test_a_country_is_found_by_any_of_its_names(name, country):
    assert load_lexicon().countries[name_key(name)].name == country


@pytest.mark.parametrize(
    ("demonym", "country"),
    [
        ("Dutch", "Netherlands"),
        ("French", "France"),
        ("Chinese", "China"),
        ("Congolese", "Democratic Republic of the Congo"),
        ("Russians", "Russia"),
    ],
)
def test_a_demonym_means_one_country(demonym, country):
    assert load_lexicon().demonyms[name_key(demonym)].name == country


def test_a_city_state_is_no_capital_of_another():
    capitals = load_lexicon().capitals
    assert "singapore" not in capitals
    assert capitals["washington"].iso == "US"


def test_of_places_with_one_name_the_capital_is_known():
    places = load_lexicon().places
    assert places["washington"].geonames == "4140963"
    assert places["kiev"] == places["kyiv"]


def test_first_names_tell_gender_or_that_both_bear_them():
    names = load_lexicon().first_names
    assert (names["jens"], names["angela"], names["kim"]) == ("m", "f", "n")


def test_nouns_for_persons_may_tell_gender():
    nouns = load_lexicon().person_nouns
    assert (nouns["spokesman"], nouns["actress"], nouns["lawyer"]) == ("m", "f", "")
    assert "image" not in nouns
