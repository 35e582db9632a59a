import re

from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.slugs import slug


@given(st.text(min_size=1))
def test_an_id_is_safe_in_an_iri_whatever_the_name(name):
    assert re.fullmatch(r"[A-Za-z0-9_]+", slug(name))


def test_names_in_other_scripts_keep_apart():
    assert slug("東京") != slug("京都")


def test_accents_fall_and_letters_stay():
    assert slug("Łódź – Ærø") == "Lodz_Aero"


def test_a_name_and_its_accented_twin_share_an_id():
    assert slug("Hernán Gómez") == slug("Hernan Gomez") == "Hernan_Gomez"
