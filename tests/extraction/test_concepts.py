import pytest

from kg.extraction.concepts import concept_of, concept_type


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
            "the/DT/det/3 offensive/JJ/amod/3 strike/NN/compound/3 ban/NN/ROOT/3",
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
    assert concept_of(make_doc(cells)[head])[0] == expected


def test_a_hyphenated_modifier_stays_one_word(make_doc):
    doc = make_doc(
        "long/JJ/amod/2 -/HYPH/punct/2 range/NN/compound/3 missiles/NNS/ROOT/3/missile"
    )
    assert concept_of(doc[3]) == ("long_range_missile", "long-range missile")


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
    ],
)
def test_a_plural_has_the_singular_that_people_say(make_doc, word, lemma, label):
    assert concept_of(make_doc(f"{word}/NNS/ROOT/0/{lemma}")[0])[1] == label
