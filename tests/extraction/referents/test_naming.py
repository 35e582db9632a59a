import pytest

from kg.articles import parse_article
from kg.extraction.lexicon import load_lexicon
from kg.extraction.referents.hints import Hints
from kg.extraction.referents.names import title_words
from kg.extraction.referents.naming import find_names


def names_in(doc):
    found = find_names(doc, load_lexicon(), Hints())
    return [(doc[name.start : name.end].text.strip(), name) for name in found]


def test_a_title_is_cut_off_a_name(make_doc):
    doc = make_doc(
        "President/NNP/compound/2 Ann/NNP/compound/2 Lee/NNP/nsubj/3 left/VBD/ROOT/3"
    )
    ((words, name),) = names_in(doc)
    assert words == "Ann Lee"
    assert name.head == 2
    assert name.hint == "person"
    assert title_words(doc, name) == "president"


def test_a_surname_that_is_a_title_stays(make_doc):
    doc = make_doc(
        "Ann/NNP/compound/1/Ann/PERSON King/NNP/nsubj/2/King/PERSON left/VBD/ROOT/2"
    )
    assert [words for words, _ in names_in(doc)] == ["Ann", "King"]


def test_a_title_alone_is_no_name(make_doc):
    doc = make_doc("the/DT/det/1 President/NNP/nsubj/2 left/VBD/ROOT/2")
    assert names_in(doc) == []


def test_the_adjective_of_a_country_is_a_name_of_it(make_doc):
    doc = make_doc(
        "the/DT/det/2 Danish/JJ/amod/2/danish/NORP fleet/NN/nsubj/3 left/VBD/ROOT/3"
    )
    ((words, name),) = names_in(doc)
    assert (words, name.demonym, name.hint) == ("Danish", True, "country")


def test_a_date_is_no_name(make_doc):
    doc = make_doc("on/IN/prep/2 Wednesday/NNP/pobj/0/wednesday/DATE left/VBD/ROOT/2")
    assert names_in(doc) == []


def test_a_country_inside_a_word_is_found(make_doc):
    doc = make_doc("U.S.-led/JJ/amod/1 strikes/NNS/ROOT/1")
    ((_, name),) = names_in(doc)
    assert (name.start, name.end, name.chars) == (0, 1, 4)


def test_a_class_word_is_no_part_of_a_product(make_doc):
    doc = make_doc("F-16/CD/compound/1 Jets/NNPS/nsubj/2/jet land/VBP/ROOT/2")
    ((words, name),) = names_in(doc)
    assert (words, name.hint) == ("F-16", "product")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Washington, D.C., on Monday.", ["Washington, D.C."]),
        ("U.K. Defense Secretary John Healey left.", ["U.K.", "John Healey"]),
        ("NATO Secretary General Jens Stoltenberg left.", ["NATO", "Jens Stoltenberg"]),
        ("Senator Chuck Schumer, D-N.Y., agreed.", ["Chuck Schumer", "N.Y."]),
        (
            "She studied at the University of Iceland.",
            ["University of Iceland", "Iceland"],
        ),
        ("He flew to the Kharkiv region on Monday.", ["Kharkiv region"]),
    ],
    ids=["joined", "office", "office-of-a-body", "party", "nested", "region"],
)
def test_names_have_the_ends_that_a_reader_sees(analyser, text, expected):
    doc = analyser.analyse(parse_article(text, "x"))
    assert [words for words, _ in names_in(doc)] == expected


@pytest.mark.parametrize(
    ("field", "office"), [("Environment", "Minister"), ("Emeritus", "Professor")]
)
def test_the_field_of_an_office_is_no_part_of_a_name(make_doc, field, office):
    doc = make_doc(
        f"{field}/NNP/compound/3 {office}/NNP/compound/3 Ann/NNP/compound/3 "
        "Lee/NNP/nsubj/4 left/VBD/ROOT/4"
    )
    assert [words for words, _ in names_in(doc)] == ["Ann Lee"]


def test_a_body_may_only_open_a_sentence(make_doc):
    doc = make_doc("Oxfam/NN/nsubj/1 said/VBD/ROOT/1/say so/RB/advmod/1")
    ((words, name),) = names_in(doc)
    assert (words, name.hint) == ("Oxfam", "organization")


@pytest.mark.parametrize(
    "cells",
    [
        "Management/NN/nsubj/1 said/VBD/ROOT/1/say",
        "Rain/NN/nsubj/1 fell/VBD/ROOT/1/fall",
        "Police/NN/nsubj/1 said/VBD/ROOT/1/say",
        "The/DT/det/1 rain/NN/nsubj/2 said/VBD/ROOT/2/say",
    ],
    ids=["ending", "no-saying", "known", "determined"],
)
def test_a_common_noun_that_opens_a_sentence_is_no_name(make_doc, cells):
    assert names_in(make_doc(cells)) == []


def test_a_score_is_no_part_of_a_name(make_doc):
    doc = make_doc(
        "Tunisia/NNP/nmod/4/Tunisia/GPE 1/CD/nummod/0 –/:/punct/4 2/CD/nummod/4 "
        "England/NNP/ROOT/4/England/GPE"
    )
    assert [words for words, _ in names_in(doc)] == ["Tunisia", "England"]


def test_a_prize_is_one_name(make_doc):
    doc = make_doc(
        "Acme/NNP/compound/1 Man/NNP/nmod/5 of/IN/prep/1 the/DT/det/4 "
        "Match/NNP/pobj/2/Match/PERSON award/NN/ROOT/5"
    )
    ((words, name),) = names_in(doc)
    assert (words, name.hint) == ("Acme Man of the Match", "work")


def test_a_plural_of_people_that_opens_a_sentence_is_no_name(make_doc):
    doc = make_doc("Farmers/NNS/nsubj/1/farmer/ORG left/VBD/ROOT/1")
    assert names_in(doc) == []


def test_a_team_called_by_a_plural_is_a_name(make_doc):
    doc = make_doc("Giants/NNPS/nsubj/1/Giants/ORG left/VBD/ROOT/1")
    assert [words for words, _ in names_in(doc)] == ["Giants"]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ("Weaver/NN/nsubj/5/weaver scored/VBD/ROOT/5", "Weaver"),
        ("the/DT/det/5 Weaver/NN/nsubj/6/weaver came/VBD/ROOT/6", None),
        ("said/VBD/ROOT/4 Weaver/NN/nsubj/4/weaver", "Weaver"),
        ("Weaver/NN/compound/5/weaver birds/NNS/nsubj/6 sang/VBD/ROOT/6", None),
    ],
    ids=["opening", "determined", "said", "modifier"],
)
def test_a_surname_that_is_a_word_is_found_again(make_doc, cells, words):
    doc = make_doc(
        "Ann/NNP/compound/1/Ann/PERSON Weaver/NNP/nsubj/2 won/VBD/ROOT/2 ././punct/2 "
        + cells
    )
    doc.set_ents([doc[0:2].char_span(0, len("Ann Weaver"), label="PERSON")])
    assert [found for found, _ in names_in(doc)][1:] == ([words] if words else [])


def test_a_title_inside_a_persons_name_is_cut_off_with_what_stands_before(make_doc):
    doc = make_doc(
        "Zorn/NNP/compound/4 Rail/NNP/compound/4 Police/NNP/compound/4 "
        "Chief/NNP/compound/4 Ann/NNP/compound/5/Ann/PERSON Lee/NNP/nsubj/6 "
        "left/VBD/ROOT/6"
    )
    assert [words for words, _ in names_in(doc)][-1] == "Ann Lee"


def test_a_street_keeps_its_number(make_doc):
    doc = make_doc("on/IN/ROOT/0 6th/JJ/amod/2 Avenue/NNP/pobj/0/Avenue/FAC")
    assert [words for words, _ in names_in(doc)] == ["6th Avenue"]


def test_a_role_behind_a_body_is_no_part_of_it(make_doc):
    doc = make_doc(
        "the/DT/det/3 Trade/NNP/compound/3 Department/NNP/compound/3 "
        "Spokesman/NNP/nsubj/4 left/VBD/ROOT/4"
    )
    doc.set_ents(
        [doc[1:4].char_span(0, len("Trade Department Spokesman"), label="ORG")]
    )
    assert [words for words, _ in names_in(doc)] == ["Trade Department"]


@pytest.mark.parametrize(
    ("noun", "names"),
    [("Republican", []), ("Republicans", ["Republicans"])],
    ids=["one", "all"],
)
def test_any_one_of_a_party_is_not_the_party(make_doc, noun, names):
    tag = "NNPS" if noun.endswith("s") else "NNP"
    doc = make_doc(f"the/DT/det/1 {noun}/{tag}/nsubj/2//NORP left/VBD/ROOT/2")
    assert [words for words, _ in names_in(doc)] == names


def test_a_first_letter_made_great_in_brackets_opens_no_name(make_doc):
    doc = make_doc(
        "[/-LRB-/punct/2 T]he/DT/det/2//ORG Bakers/NNPS/nsubj/3 left/VBD/ROOT/3"
    )
    assert [words for words, _ in names_in(doc)] == ["Bakers"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They sold a Bo-Tek radio to the mill.", ["Bo-Tek"]),
        ("They took the Oslo-Bergen train home.", ["Oslo", "Bergen"]),
    ],
    ids=["halves", "towns"],
)
def test_a_hyphen_parts_towns_and_joins_the_halves_of_a_name(analyser, text, expected):
    doc = analyser.analyse(parse_article(text, "x"))
    assert [words for words, _ in names_in(doc)] == expected


@pytest.mark.parametrize(
    ("last", "found"), [("bread", True), ("scissors", False)], ids=["name", "tool"]
)
def test_a_surname_that_is_a_plural_opens_a_sentence(make_doc, last, found):
    doc = make_doc(
        "Ann/NNP/compound/1/ann/PERSON Scissors/NNP/nsubj/2 ate/VBD/ROOT/2 ././punct/2 "
        f"Scissors/NNS/nsubj/6 will/MD/aux/6 buy/VB/ROOT/6 {last}/NNS/dobj/6"
    )
    doc.set_ents([doc.char_span(0, 12, label="PERSON")])
    words = [words for words, _ in names_in(doc)]
    assert words == ["Ann Scissors", "Scissors"][: 1 + found]


@pytest.mark.parametrize(
    ("other", "names"),
    [("whale", []), ("Whale", ["Whale", "Whale"]), ("boat", ["Whale"])],
    ids=["small", "great", "none"],
)
def test_a_word_that_is_small_elsewhere_opens_a_sentence(make_doc, other, names):
    tag = "NNP" if other == "Whale" else "NN"
    doc = make_doc(
        "Whale/NNP/nsubj/1/whale/ORG ate/VBD/ROOT/1 ././punct/1 "
        f"a/DT/det/4 {other}/{tag}/nsubj/5 sank/VBD/ROOT/5"
    )
    assert [words for words, _ in names_in(doc)] == names


@pytest.mark.parametrize(
    ("first", "words"), [("Orvilo", "Orvilo Baker"), ("before", "Baker")]
)
def test_a_rare_first_name_belongs_to_the_surname(make_doc, first, words):
    doc = make_doc(
        f"we/PRP/nsubj/1 met/VBD/ROOT/1 {first}/IN/prep/1 Baker/NNP/pobj/2/baker/ORG"
    )
    assert [found for found, _ in names_in(doc)] == [words]
