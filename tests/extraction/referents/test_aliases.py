import pytest

from kg.extraction.lexicon import load_lexicon
from kg.extraction.referents.aliases import link_names
from kg.extraction.referents.hints import Hints
from kg.extraction.referents.naming import find_names
from kg.model import How


def links_in(doc):
    lexicon = load_lexicon()
    names = find_names(doc, lexicon, Hints())
    links, types = link_names(doc, names, lexicon, Hints())
    words = [doc[name.start : name.end].text.strip() for name in names]
    return list(zip(words, links, strict=True)), types


def person(first, last, offset):
    return (
        f"{first}/NNP/compound/{offset + 1} {last}/NNP/nsubj/{offset + 2} "
        f"left/VBD/ROOT/{offset + 2}"
    )


@pytest.mark.parametrize(
    ("short", "how"),
    [("U.S.", How.ALIAS), ("America", How.ALIAS), ("Britain", How.ALIAS)],
)
def test_a_country_is_known_by_its_other_names(make_doc, short, how):
    doc = make_doc(f"{short}/NNP/nsubj/1/{short}/GPE left/VBD/ROOT/1")
    ((_, link),), types = links_in(doc)
    assert link.key in {"country:US", "country:GB"}
    assert link.how is how
    assert types[link.key] == "country"


def test_a_surname_goes_to_the_one_who_has_it(make_doc):
    doc = make_doc(f"{person('Ann', 'Lee', 0)} Lee/NNP/nsubj/4 ate/VBD/ROOT/4")
    (_, full), (_, short) = links_in(doc)[0]
    assert short.key == full.key == "ann lee"
    assert short.how is How.ALIAS


def test_a_surname_of_two_goes_to_the_one_named_last(make_doc):
    doc = make_doc(
        f"{person('Ann', 'Lee', 0)} {person('Bob', 'Lee', 3)} "
        "Lee/NNP/nsubj/7 ate/VBD/ROOT/7"
    )
    assert links_in(doc)[0][-1][1].key == "bob lee"


def test_an_honorific_chooses_by_gender(make_doc):
    doc = make_doc(
        f"{person('Ann', 'Lee', 0)} {person('Bob', 'Lee', 3)} "
        "Mrs./NNP/compound/7 Lee/NNP/nsubj/8 ate/VBD/ROOT/8"
    )
    assert links_in(doc)[0][-1][1].key == "ann lee"


def test_an_acronym_of_two_long_names_stays_alone(make_doc):
    doc = make_doc(
        "Big/NNP/compound/1 Bank/NNP/nsubj/2 left/VBD/ROOT/2 "
        "Bold/NNP/compound/4 Band/NNP/nsubj/5 left/VBD/ROOT/5 "
        "BB/NNP/nsubj/7 ate/VBD/ROOT/7"
    )
    assert links_in(doc)[0][-1][1].key == "bb"


def test_an_acronym_of_one_long_name_is_linked(make_doc):
    doc = make_doc(
        "Big/NNP/compound/1 Bank/NNP/nsubj/2 left/VBD/ROOT/2 "
        "BB/NNP/nsubj/4 ate/VBD/ROOT/4"
    )
    link = links_in(doc)[0][-1][1]
    assert (link.key, link.how) == ("big bank", How.ACRONYM)


@pytest.mark.parametrize(
    ("title", "key"),
    [("Mr.", "lee"), ("Ms.", "ann lee"), ("President", "lee"), ("Judge", "ann lee")],
)
def test_a_title_that_does_not_fit_makes_another_person(make_doc, title, key):
    doc = make_doc(
        f"{person('Ann', 'Lee', 0)} "
        f"{title}/NNP/compound/4 Lee/NNP/nsubj/5 ate/VBD/ROOT/5"
    )
    assert links_in(doc)[0][-1][1].key == key


def test_a_woman_who_has_the_title_is_president(make_doc):
    doc = make_doc(
        "President/NNP/compound/2 Ann/NNP/compound/2 Lee/NNP/nsubj/3 left/VBD/ROOT/3 "
        "President/NNP/compound/5 Lee/NNP/nsubj/6 ate/VBD/ROOT/6"
    )
    assert links_in(doc)[0][-1][1].key == "ann lee"


@pytest.mark.parametrize(
    ("short", "key"), [("BA", "us bread agency"), ("DBA", "dba")], ids=["of", "not"]
)
def test_the_letters_of_a_body_leave_its_land_out(make_doc, short, key):
    doc = make_doc(
        "US/NNP/compound/2 Bread/NNP/compound/2 Agency/NNP/nsubj/3 left/VBD/ROOT/3 "
        f"{short}/NNP/nsubj/5 ate/VBD/ROOT/5"
    )
    assert links_in(doc)[0][-1][1].key == key


@pytest.mark.parametrize(
    ("mark", "key"), [("-", "place:california"), ("in", "calif")], ids=["party", "not"]
)
def test_the_state_behind_a_party_is_the_state(make_doc, mark, key):
    doc = make_doc(
        f"Bo/NNP/nsubj/4//PERSON (/-LRB-/punct/0 R/NNP/nmod/4 {mark}/HYPH/punct/4 "
        "Calif./NNP/appos/0//GPE )/-RRB-/punct/0 ate/VBD/ROOT/6"
    )
    assert links_in(doc)[0][-1][1].key == key
