import pytest
from spacy.tokens import Doc

from kg.extraction.grammar.concepts import concept_of, concept_type
from kg.extraction.grammar.telling_numbers import is_telling_number
from kg.extraction.parse.syntax import Tree


@pytest.mark.parametrize(
    ("cells", "head", "expected"),
    [
        ("its/PRP$/poss/2 strike/NN/compound/2 ban/NN/ROOT/2", 2, "strike_ban"),
        (
            "similar/JJ/amod/2 strike/NN/compound/2 bans/NNS/ROOT/2/ban",
            2,
            "strike_ban",
        ),
        (
            "the/DT/det/3 immediate/JJ/amod/3 strike/NN/compound/3 ban/NN/ROOT/3",
            3,
            "strike_ban",
        ),
        (
            "additional/JJ/amod/2 weapons/NNS/compound/2 support/NN/ROOT/2",
            2,
            "weapons_support",
        ),
        ("weapons/NNS/ROOT/0/weapon", 0, "weapon"),
        ("three/CD/nummod/1 missiles/NNS/ROOT/1/missile", 1, "missile"),
        ("foreign/JJ/amod/1 troops/NNS/ROOT/1/troop", 1, "foreign_troop"),
        ("number/NN/ROOT/0 of/IN/prep/0 troops/NNS/pobj/1/troop", 0, "number_of_troop"),
        ("ban/NN/ROOT/0 of/IN/prep/0 troops/NNS/pobj/1/troop", 0, "ban"),
    ],
    ids=[
        "possessor",
        "pointing-adjective",
        "manner",
        "needed-noun",
        "plural",
        "number",
        "needed-adjective",
        "hollow-head",
        "full-head",
    ],
)
def test_a_concept_is_head_and_needed_modifiers(make_doc, cells, head, expected):
    doc = make_doc(cells)
    assert concept_of(Tree.of(doc), doc[head])[0] == expected


def test_a_hyphenated_modifier_stays_one_word(make_doc):
    doc = make_doc(
        "long/JJ/amod/2 -/HYPH/punct/2 range/NN/compound/3 missiles/NNS/ROOT/3/missile"
    )
    assert concept_of(Tree.of(doc), doc[3]) == (
        "long_range_missile",
        "long-range missile",
    )


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("leaders/NNS/ROOT/0/leader", "group"),
        ("leader/NN/ROOT/0", "person"),
        ("police/NN/ROOT/0", "group"),
        ("missile/NN/ROOT/0", "concept"),
    ],
    ids=["people", "person", "collective", "thing"],
)
def test_nouns_for_people_are_told_from_others(make_doc, cells, expected):
    assert concept_type(make_doc(cells)[0]) == expected


@pytest.mark.parametrize(
    ("word", "lemma", "label"),
    [
        ("taxes", "taxis", "tax"),
        ("vases", "vas", "vase"),
        ("buses", "bus", "bus"),
        ("losses", "loss", "loss"),
        ("species", "specie", "species"),
        ("crises", "crisis", "crisis"),
        ("regimen", "regiman", "regimen"),
    ],
)
def test_a_plural_has_the_singular_that_people_say(make_doc, word, lemma, label):
    doc = make_doc(f"{word}/NNS/ROOT/0/{lemma}")
    assert concept_of(Tree.of(doc), doc[0])[1] == label


@pytest.mark.parametrize(
    ("cells", "head", "label"),
    [
        ("the/DT/det/2 sixth/JJ/amod/2//ORDINAL hole/NN/ROOT/2", 2, "sixth hole"),
        ("the/DT/det/2 long/JJ/amod/2 program/NN/ROOT/2", 2, "long program"),
        (
            "the/DT/det/3 least/RBS/advmod/2 costly/JJ/amod/3 seat/NN/ROOT/3",
            3,
            "least costly seat",
        ),
        (
            "a/DT/det/3 not/RB/neg/2 guilty/JJ/amod/3 plea/NN/ROOT/3",
            3,
            "not guilty plea",
        ),
        (
            "No/NN/nmod/3 ./NN/nmod/3 7/CD/nummod/3//CARDINAL spot/NN/ROOT/3",
            3,
            "No. 7 spot",
        ),
        ("the/DT/det/2 1994/CD/nummod/2//DATE vote/NN/ROOT/2", 2, "1994 vote"),
        ("flight/NN/ROOT/0 103/CD/nummod/0//CARDINAL", 0, "flight 103"),
        (
            "a/DT/det/3 badly/RB/advmod/2 built/VBN/amod/3 dam/NN/ROOT/3",
            3,
            "badly built dam",
        ),
        ("a/DT/det/3 very/RB/advmod/2 dry/JJ/amod/3 dam/NN/ROOT/3", 3, "dry dam"),
        ("a/DT/det/2 likely/JJ/amod/2 winner/NN/ROOT/2", 2, "likely winner"),
        (
            "civic/JJ/amod/3 and/CC/cc/0 legal/JJ/conj/0 reform/NN/ROOT/3",
            3,
            "civic and legal reform",
        ),
        (
            "anti/JJ/amod/3 -/JJ/amod/3 war/JJ/amod/3 camp/NN/ROOT/3",
            3,
            "anti-war camp",
        ),
        (
            (
                "both/CC/preconj/1 civic/JJ/amod/4 and/CC/cc/1 legal/JJ/conj/1"
                " reform/NN/ROOT/4"
            ),
            4,
            "civic and legal reform",
        ),
        (
            "the/DT/det/2 new/JJ/amod/2 flag/NN/ROOT/2 and/CC/cc/2 flag/NN/conj/2",
            2,
            "new flag",
        ),
        (
            "2/CD/nummod/2 -/HYPH/punct/2 day/NN/compound/3//DATE visit/NN/ROOT/3",
            3,
            "2-day visit",
        ),
    ],
    ids=[
        "ordinal",
        "adjective",
        "superlative",
        "denied",
        "place-in-order",
        "year",
        "own-number",
        "manner-of-participle",
        "stress",
        "not-yet-so",
        "two-kinds",
        "prefix",
        "both-kinds",
        "contrast",
        "measure",
    ],
)
def test_what_tells_two_things_apart_stays(make_doc, cells, head, label):
    doc = make_doc(cells)
    assert concept_of(Tree.of(doc), doc[head])[1] == label


@pytest.mark.parametrize(
    ("noun", "label"),
    [("tolerance/NN", "zero tolerance"), ("votes/NNS/ROOT/1/vote", "vote")],
)
def test_zero_makes_a_kind_of_one_and_a_count_of_several(make_doc, noun, label):
    cells = noun if "ROOT" in noun else f"{noun}/ROOT/1"
    doc = make_doc(f"zero/CD/nummod/1//CARDINAL {cells}")
    assert concept_of(Tree.of(doc), doc[1])[1] == label


@pytest.mark.parametrize(("before", "kind"), [("smart", "concept"), ("loud", "person")])
def test_a_device_is_no_person(make_doc, before, kind):
    doc = make_doc(f"a/DT/det/2 {before}/JJ/amod/2 speaker/NN/ROOT/2")
    assert concept_type(doc[2]) == kind


def test_praise_is_told_only_where_it_is_the_news(make_doc):
    doc = make_doc("a/DT/det/2 major/JJ/amod/2 problem/NN/ROOT/2")
    tree = Tree.of(doc)
    assert concept_of(tree, doc[2])[1] == "problem"
    assert concept_of(tree, doc[2], told=True)[1] == "major problem"


def test_an_acronym_keeps_its_capitals(make_doc):
    doc = make_doc("former/JJ/amod/2 big/JJ/amod/2 CEOs/NNS/ROOT/2/ceo")
    assert concept_of(Tree.of(doc), doc[2]) == ("big_CEO", "big CEO")


def test_what_says_how_sure_a_count_is_makes_no_concept(make_doc):
    doc = make_doc(
        "an/DT/det/3 estimated/VBN/amod/3 40/CD/nummod/3 boats/NNS/ROOT/3/boat"
    )
    assert concept_of(Tree.of(doc), doc[3]) == ("boat", "boat")


@pytest.mark.parametrize(
    ("cells", "head", "label"),
    [
        (
            "Orbit/NNP/compound/2 12/CD/nummod/2 phones/NNS/ROOT/2/phone",
            2,
            "Orbit 12 phone",
        ),
        (
            "Orbit/NNP/poss/3 's/POS/case/0 12/CD/nummod/3 phones/NNS/ROOT/3/phone",
            3,
            "phone",
        ),
        (
            "a/DT/det/4 not/RB/dep/4 -/HYPH/punct/4 uncommon/JJ/amod/4 slip/NN/ROOT/4",
            4,
            "not-uncommon slip",
        ),
    ],
    ids=["name", "possessor", "not"],
)
def test_a_label_keeps_what_changes_it(make_doc, cells, head, label):
    doc = make_doc(cells)
    assert concept_of(Tree.of(doc), doc[head])[1] == label


@pytest.mark.parametrize("blank", [False, True])
def test_a_number_glued_to_a_letter_is_no_count(vocab, blank):
    doc = Doc(vocab, words=["8", "K", "screens"], spaces=[blank, True, False])
    assert is_telling_number(doc[0]) is not blank
