"""Telling the types of names by their words and by what stands around them."""

from __future__ import annotations

import pytest

from kg.extraction.lexicon import load_lexicon
from kg.extraction.referents.forms import find_forms
from kg.extraction.referents.hints import Hints
from kg.extraction.referents.naming import find_names


def types_of(doc):
    lexicon = load_lexicon()
    names = find_names(doc, lexicon, Hints())
    forms = find_forms(doc, names, lexicon, Hints())
    return {form.key: form.type.value for form in forms.values()}


def test_what_a_name_is_told_to_be_outweighs_the_models_repeated_guess(make_doc):
    doc = make_doc(
        "the/DT/det/2 company/NN/compound/2 Norda/NNP/nsubj/3/Norda/GPE won/VBD/ROOT/3 "
        "and/CC/cc/3 Norda/NNP/nsubj/6/Norda/GPE won/VBD/conj/3 as/IN/prep/6 "
        "companies/NNS/pobj/7/company such/JJ/amod/8 as/IN/prep/8 "
        "Norda/NNP/pobj/10/Norda/GPE do/VBP/ROOT/12"
    )
    assert types_of(doc) == {"norda": "organization"}


@pytest.mark.parametrize(
    ("noun", "expected"), [("analyst", "organization"), ("driver", "person")]
)
def test_who_has_an_analyst_is_a_body(make_doc, noun, expected):
    doc = make_doc(
        f"Wells/NNP/compound/1/Wells/ORG Hart/NNP/compound/2 {noun}/NN/compound/4 "
        "Ann/NNP/compound/4/Ann/PERSON Lee/NNP/nsubj/5 spoke/VBD/ROOT/5"
    )
    doc.set_ents([doc[0:2].char_span(0, 10, label="ORG")])
    assert types_of(doc)["wells hart"] == expected


def test_what_has_an_area_is_a_place(make_doc):
    doc = make_doc(
        "in/IN/prep/3 the/DT/det/3 Tolmin/NNP/compound/3/Tolmin/ORG area/NN/pobj/0 "
        "rain/NN/nsubj/5 fell/VBD/ROOT/5"
    )
    assert types_of(doc) == {"tolmin": "place"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Dick Lane Productions", "organization"),
        ("Carol Cup Finals", "event"),
        ("Carol Composite", "product"),
        ("Carol Auditorium", "place"),
        ("Carol Church", "person"),
        ("Baltimore Gull", "organization"),
        ("J. Doe", "person"),
    ],
)
def test_the_words_of_a_name_tell_its_type(make_doc, words, expected):
    parts = words.split()
    last = len(parts) - 1
    cells = [f"{w}/NNP/compound/{last}/{w}" for w in parts[:-1]]
    cells += [f"{parts[-1]}/NNP/nsubj/{last + 1}", f"closed/VBD/ROOT/{last + 1}"]
    doc = make_doc(" ".join(cells))
    assert list(types_of(doc).values()) == [expected]


@pytest.mark.parametrize(("before", "after"), [("–", "–"), ("(", ")"), (",", ",")])
def test_an_age_between_marks_tells_a_person(make_doc, before, after):
    doc = make_doc(
        f"Skarn/NNP/nsubj/4/Skarn/ORG {before}/:/punct/0 38/CD/appos/0 "
        f"{after}/:/punct/0 left/VBD/ROOT/4"
    )
    assert types_of(doc) == {"skarn": "person"}


def test_a_prize_is_no_person(make_doc):
    doc = make_doc(
        "Oscar/NNP/npadvmod/2/Oscar/PERSON -/HYPH/punct/2 winning/VBG/amod/3 "
        "Lee/NNP/nsubj/4/Lee/PERSON left/VBD/ROOT/4"
    )
    assert types_of(doc)["oscar"] == "work"


def test_a_title_that_is_an_adjective_makes_no_person(make_doc):
    doc = make_doc(
        "his/PRP$/poss/3 private/JJ/amod/3 Malta/NNP/compound/3/Malta/GPE "
        "villa/NN/nsubj/4 burned/VBD/ROOT/4"
    )
    assert types_of(doc) == {"malta": "country"}


def test_a_plural_of_a_surname_is_a_family(make_doc):
    doc = make_doc(
        "Ann/NNP/compound/1/Ann/PERSON Hale/NNP/nsubj/2 met/VBD/ROOT/2 the/DT/det/4 "
        "Hales/NNPS/dobj/2/Hales/GPE"
    )
    assert types_of(doc)["hales"] == "group"


def test_the_people_of_a_place_are_a_group(make_doc):
    doc = make_doc("the/DT/det/1 Zornians/NNPS/nsubj/2/x/GPE left/VBD/ROOT/2")
    assert types_of(doc)["zornians"] == "group"


@pytest.mark.parametrize("words", ["U.S. Guild", "W. Hill Road", "CJ's Diner"])
def test_not_every_initial_is_a_persons(make_doc, words):
    parts = words.split()
    last = len(parts) - 1
    cells = [f"{w}/NNP/compound/{last}" for w in parts[:-1]]
    doc = make_doc(" ".join([*cells, f"{parts[-1]}/NNP/ROOT/{last}"]))
    assert "person" not in types_of(doc).values()


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("actress", "work"), ("episode", "work"), ("harvest", "organization")],
)
def test_what_has_an_actress_is_a_work(make_doc, noun, expected):
    doc = make_doc(
        f"the/DT/det/2 Darnel/NNP/compound/2/Darnel/ORG {noun}/NN/nsubj/3 "
        "ended/VBD/ROOT/3 ././punct/3"
    )
    assert types_of(doc) == {"darnel": expected}


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("film", "work"),
        ("maker", "organization"),
        ("inch", "product"),
        ("sculptor", "person"),
    ],
)
def test_the_noun_before_a_name_tells_its_type(make_doc, noun, expected):
    label = {"sculptor": "PERSON", "inch": "ORG", "film": "GPE"}.get(noun, "")
    doc = make_doc(
        f"the/DT/det/2 {noun}/NN/compound/2 Darnel/NNP/nsubj/3/Darnel/{label} "
        "fell/VBD/ROOT/3"
    )
    assert types_of(doc) == {"darnel": expected}


@pytest.mark.parametrize(
    ("cells", "key", "expected"),
    [
        ("an/DT/det/1 episode/NN/nsubj/4", "darnel", "work"),
        ("a/DT/det/1 pot/NN/nsubj/4", "darnel", "organization"),
    ],
)
def test_what_has_episodes_of_it_is_a_work(make_doc, cells, key, expected):
    doc = make_doc(f"{cells} of/IN/prep/1 Darnel/NNP/pobj/2/Darnel/ORG fell/VBD/ROOT/4")
    assert types_of(doc) == {key: expected}


@pytest.mark.parametrize(
    ("words", "label", "expected"),
    [
        ("iPad Ultra", "LAW", "product"),
        ("iPad Lake", "GPE", "place"),
        ("Cleveland Bakers", "ORG", "organization"),
        ("Clara Bakers", "ORG", "person"),
        ("Richardson", "PERSON", "person"),
        ("Richardson", "GPE", "place"),
    ],
)
def test_the_words_of_a_name_outweigh_the_models_guess_or_not(
    make_doc, words, label, expected
):
    *before, last = words.split()
    cells = [f"{word}/NNP/compound/{len(before)}" for word in before]
    doc = make_doc(
        " ".join([*cells, f"{last}/NNP/nsubj/{len(before) + 1}"])
        + f" fell/VBD/ROOT/{len(before) + 1}"
    )
    doc.set_ents([doc.char_span(0, len(words), label=label)])
    assert set(types_of(doc).values()) == {expected}


def test_a_body_before_a_seeming_person_makes_no_person_of_both(make_doc):
    doc = make_doc(
        "Norda/NNP/nsubj/1/Norda/ORG fell/VBD/ROOT/1 "
        "Norda/NNP/compound/3/Norda/ORG Greta/NNP/nsubj/4 fell/VBD/ROOT/4 "
        "Greta/NNP/nsubj/6/Greta/PERSON fell/VBD/ROOT/6"
    )
    assert types_of(doc)["norda greta"] == "organization"


@pytest.mark.parametrize(
    ("word", "expected"), [("BQTL", "organization"), ("Bqtl", "place")]
)
def test_letters_are_seldom_a_place(make_doc, word, expected):
    doc = make_doc(
        f"{word}/NNP/nsubj/1//GPE rose/VBD/ROOT/1 in/IN/prep/1 {word}/NNP/pobj/2//ORG"
    )
    assert types_of(doc) == {"bqtl": expected}
