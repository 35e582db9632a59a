import pytest

from kg.extract.entities import resolve_entities
from kg.model import Article

BANK = "Acme/NNP/nsubj/1/Acme/ORG fell/VBD/ROOT/1/fall ././punct/1 "


def by_head(doc):
    return resolve_entities(doc, Article("x", doc.text, ()), ()).by_head


def test_the_alliance_is_nato(make_doc):
    doc = make_doc(
        "NATO/NNP/nsubj/1/NATO/ORG met/VBD/ROOT/1 ././punct/1 "
        "The/DT/det/4 alliance/NN/nsubj/5 grew/VBD/ROOT/5"
    )
    assert by_head(doc)[4] == "NATO"


def test_the_company_is_the_only_one_near(make_doc):
    doc = make_doc(f"{BANK} The/DT/det/4 company/NN/nsubj/5 grew/VBD/ROOT/5")
    assert by_head(doc)[4] == "Acme"


def test_the_company_stays_open_between_two(make_doc):
    doc = make_doc(
        "Acme/NNP/nsubj/1/Acme/ORG sued/VBD/ROOT/1 Globex/NNP/dobj/1/Globex/ORG "
        "././punct/1 The/DT/det/5 company/NN/nsubj/6 grew/VBD/ROOT/6"
    )
    assert 5 not in by_head(doc)


@pytest.mark.parametrize(
    "phrase",
    [
        "A/DT/det/4 company/NN/nsubj/5",
        "The/DT/det/4 companies/NNS/nsubj/5/company",
    ],
    ids=["indefinite", "plural"],
)
def test_only_a_definite_singular_points_back(make_doc, phrase):
    doc = make_doc(f"{BANK} {phrase} grew/VBD/ROOT/5")
    assert 4 not in by_head(doc)


def test_a_new_modifier_opens_a_new_thing(make_doc):
    doc = make_doc(
        f"{BANK} The/DT/det/5 new/JJ/amod/5 company/NN/nsubj/6 grew/VBD/ROOT/6"
    )
    assert 5 not in by_head(doc)


def test_the_minister_is_who_has_the_title(make_doc):
    doc = make_doc(
        "Minister/NNP/compound/1 Lee/NNP/nsubj/2 left/VBD/ROOT/2 ././punct/2 "
        "The/DT/det/5 minister/NN/nsubj/6 slept/VBD/ROOT/6"
    )
    assert by_head(doc)[5] == "Lee"
