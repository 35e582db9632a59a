import pytest

from kg.articles import parse_article
from kg.extraction.entities import resolve_entities
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
    assert by_head(doc)[5] == "Lee_2d711642"


def test_the_company_is_the_one_that_ends_in_corp(make_doc):
    doc = make_doc(
        "Acme/NNP/compound/1 Corp/NNP/nsubj/2 fell/VBD/ROOT/2/fall "
        "././punct/2 The/DT/det/5 company/NN/nsubj/6 grew/VBD/ROOT/6"
    )
    by_head_of_doc = by_head(doc)
    assert by_head_of_doc[5] == by_head_of_doc[1]


def test_the_government_of_somebody_is_forgotten_soon(make_doc):
    monti = (
        "The/DT/det/2 Monti/NNP/compound/2/Monti/PERSON government/NN/nsubj/3 "
        "fell/VBD/ROOT/3/fall ././punct/3 "
    )
    between = "It/PRP/nsubj/6 rained/VBD/ROOT/6/rain ././punct/6 "
    more = "It/PRP/nsubj/9 snowed/VBD/ROOT/9/snow ././punct/9 "
    doc = make_doc(
        f"{monti} {between} {more} The/DT/det/12 government/NN/nsubj/13 "
        "met/VBD/ROOT/13/meet"
    )
    assert 11 not in by_head(doc)
    assert 12 not in by_head(doc)


def test_an_age_means_the_person_just_named(make_doc):
    doc = make_doc(
        "Tom/NNP/compound/1 Lee/NNP/nsubj/2 fell/VBD/ROOT/2/fall ././punct/2 "
        "The/DT/det/9 19/CD/nummod/7 -/HYPH/punct/7 year/NN/npadvmod/9 -/HYPH/punct/9 "
        "old/JJ/nsubj/10 wept/VBD/ROOT/10/weep"
    )
    assert by_head(doc)[9] == "Tom_Lee"


@pytest.mark.model
def test_the_country_is_the_only_one_of_the_nearest_sentences(analyser):
    text = (
        "Kenya closed its border with Uganda. "
        "Aid reached Somalia after the country fell apart."
    )
    article = parse_article(text, "x")
    doc = analyser.analyse(article)
    referents = resolve_entities(doc, article, ())
    country = next(token for token in doc if token.text == "country")
    assert referents.by_head[country.i] == "Somalia"
