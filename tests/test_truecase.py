import pytest

from kg.truecase import true_cased

TEXT = "The US sent jets to Ukraine. Blinken said so."


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("US-BUILT F-16 JETS ARE ON THEIR WAY", "US-built F-16 jets are on their way"),
        ("BLINKEN SAYS UKRAINE IS WAITING", "Blinken says Ukraine is waiting"),
        ("BEIJING WARNS DENMARK", "Beijing Warns Denmark"),
        ("CHILDREN’S HOSPITAL", "Children’s Hospital"),
    ],
    ids=["hyphens-and-small-words", "the-texts-own-case", "tables", "apostrophe"],
)
def test_a_line_of_capitals_gets_the_case_of_a_sentence(words, expected):
    assert true_cased(words, TEXT) == expected


def test_the_country_is_no_pronoun_even_in_a_text_without_it():
    assert true_cased("US SENDS AID", "") == "US Sends Aid"


def test_the_length_never_changes():
    words = "GROSSE STRAẞE, ﬃ AND İSTANBUL"
    assert len(true_cased(words, "große straße")) == len(words)
