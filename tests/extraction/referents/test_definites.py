import pytest

from kg.articles import parse_article
from kg.extraction.referents.entities import resolve_entities
from kg.model import Article

RAIN = "It/PRP/nsubj/{0} rained/VBD/ROOT/{0}/rain ././punct/{0} "
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


def test_the_firm_is_not_one_out_of_sight_beside_another(make_doc):
    doc = make_doc(
        "The/DT/det/1 firm/NN/nsubj/4 ,/,/punct/1 Acme/NNP/appos/1/Acme/ORG "
        "fell/VBD/ROOT/4/fall ././punct/4 "
        + RAIN.format(7)
        + RAIN.format(10)
        + RAIN.format(13)
        + "Globex/NNP/nsubj/16/Globex/ORG rose/VBD/ROOT/16/rise ././punct/16 "
        "The/DT/det/19 firm/NN/nsubj/20 grew/VBD/ROOT/20/grow"
    )
    assert by_head(doc)[1] == "Acme"
    assert 19 not in by_head(doc)


@pytest.mark.parametrize(
    ("name", "noun", "entity"),
    [
        ("Capitol", "agency", None),
        ("Capitol", "company", "Capitol"),
        ("ZBI", "agency", "ZBI"),
        ("FBI", "agency", "Federal_Bureau_of_Investigation"),
    ],
    ids=["no-agency", "a-company", "an-acronym", "a-bureau"],
)
def test_a_body_that_only_stands_by_is_no_agency(make_doc, name, noun, entity):
    doc = make_doc(
        f"Men/NNS/nsubj/1/man entered/VBD/ROOT/1/enter {name}/NNP/dobj/1/{name}/ORG "
        f"././punct/1 The/DT/det/5 {noun}/NN/nsubj/6 shut/VBD/ROOT/6"
    )
    assert by_head(doc).get(5) == entity


def test_who_is_only_told_something_is_not_the_company(make_doc):
    doc = make_doc(
        "Men/NNS/nsubj/1/man told/VBD/ROOT/1/tell Globex/NNP/dobj/1/Globex/ORG "
        "././punct/1 The/DT/det/5 company/NN/nsubj/6 shut/VBD/ROOT/6"
    )
    assert 5 not in by_head(doc)


def test_the_president_is_no_vice_president(make_doc):
    doc = make_doc(
        "Vice/NNP/compound/2 President/NNP/compound/2 Lee/NNP/nsubj/3/Lee/PERSON "
        "left/VBD/ROOT/3/leave ././punct/3 The/DT/det/6 president/NN/nsubj/7 "
        "stayed/VBD/ROOT/7/stay"
    )
    assert 2 in by_head(doc)
    assert 6 not in by_head(doc)


@pytest.mark.parametrize(
    ("other", "entity"),
    [
        ("A/DT/det/5 patient/NN/nsubj/6", None),
        ("The/DT/det/5 rain/NN/nsubj/6", "Tom_Lee"),
    ],
    ids=["a-patient", "nobody"],
)
def test_the_man_may_be_somebody_without_a_name(make_doc, other, entity):
    doc = make_doc(
        "Tom/NNP/compound/1 Lee/NNP/nsubj/2 left/VBD/ROOT/2/leave ././punct/2 "
        f"{other} came/VBD/ROOT/6/come ././punct/6 "
        "The/DT/det/9 man/NN/nsubj/10 slept/VBD/ROOT/10/sleep"
    )
    assert by_head(doc).get(9) == entity


def test_a_name_says_of_no_happening_what_a_thing_is(make_doc):
    doc = make_doc(
        "Real/NNP/compound/1/Real/ORG Deal/NNP/nsubj/2 saw/VBD/ROOT/2/see "
        "it/PRP/dobj/2 ././punct/2 The/DT/det/6 deal/NN/nsubj/7 failed/VBD/ROOT/7/fail"
    )
    assert 6 not in by_head(doc)


def test_an_analysts_bank_is_not_the_company_of_which_he_speaks(make_doc):
    doc = make_doc(
        "Acme/NNP/compound/2/Acme/ORG analyst/NN/compound/2 Lee/NNP/nsubj/3/Lee/PERSON "
        "spoke/VBD/ROOT/3/speak ././punct/3 The/DT/det/6 company/NN/nsubj/7 "
        "grew/VBD/ROOT/7/grow"
    )
    assert 0 in by_head(doc)
    assert 6 not in by_head(doc)


def test_the_firm_is_open_where_another_was_spoken_of_later(make_doc):
    called = (
        "The/DT/det/1 firm/NN/nsubj/4 ,/,/punct/1 Acme/NNP/appos/1/Acme/ORG "
        "fell/VBD/ROOT/4/fall ././punct/4 "
    )
    other = "{}/NN/nsubj/7 hurt/VBD/ROOT/7 Globex/NNP/dobj/7/Globex/ORG ././punct/7 "
    firm = "The/DT/det/11 firm/NN/nsubj/12 grew/VBD/ROOT/12/grow"
    doc = make_doc(called + other.format("Rain") + firm)
    assert 11 not in by_head(doc)
    rain = "Rain/NN/nsubj/7 hurt/VBD/ROOT/7 us/PRP/dobj/7 ././punct/7 "
    assert by_head(make_doc(called + rain + firm))[11] == "Acme"


def test_a_company_and_its_full_name_are_one(make_doc):
    doc = make_doc(
        "Walt/NNP/compound/2 Disney/NNP/compound/2 Co./NNP/nsubj/3 "
        "met/VBD/ROOT/3/meet ././punct/3 "
        "Disney/NNP/nsubj/6/Disney/ORG fell/VBD/ROOT/6/fall ././punct/6 "
        "The/DT/det/9 company/NN/nsubj/10 grew/VBD/ROOT/10/grow"
    )
    assert by_head(doc)[2] != by_head(doc)[5]
    assert by_head(doc)[9] == by_head(doc)[5]


def test_the_company_is_the_firm_that_leads_the_sentence(make_doc):
    doc = make_doc(
        "Acme/NNP/nsubj/1/Acme/ORG sued/VBD/ROOT/1 Globex/NNP/dobj/1/Globex/ORG "
        "././punct/1 Umbra/NNP/nsubj/5/Umbra/ORG fell/VBD/ROOT/5 as/IN/mark/9 "
        "the/DT/det/8 company/NN/nsubj/9 shrank/VBD/advcl/5"
    )
    assert by_head(doc)[8] == "Umbra"


def test_a_firm_that_leads_is_not_what_it_does_something_to(make_doc):
    doc = make_doc(
        "Acme/NNP/nsubj/1/Acme/ORG sued/VBD/ROOT/1 Globex/NNP/dobj/1/Globex/ORG "
        "././punct/1 Umbra/NNP/nsubj/5/Umbra/ORG left/VBD/ROOT/5 the/DT/det/7 "
        "company/NN/dobj/5"
    )
    assert 7 not in by_head(doc)


@pytest.mark.parametrize(("office", "meant"), [("mayor", True), ("governor", False)])
def test_the_mayor_elect_is_who_has_that_title(make_doc, office, meant):
    doc = make_doc(
        "Mayor/NNP/compound/2 -/HYPH/punct/2 elect/NNP/compound/4 Ann/NNP/compound/4 "
        "Lee/NNP/nsubj/5/Lee/PERSON left/VBD/ROOT/5 ././punct/5 The/DT/det/10 "
        f"{office}/NN/compound/10 -/HYPH/punct/10 elect/NN/nsubj/11 slept/VBD/ROOT/11"
    )
    assert (by_head(doc).get(10) == "Ann_Lee") is meant


@pytest.mark.parametrize(
    ("place", "noun", "meant"),
    [("Ohio", "state", "Ohio"), ("Leeds", "state", None), ("Ohio", "town", None)],
)
def test_the_state_is_the_state_that_was_named(make_doc, place, noun, meant):
    doc = make_doc(
        f"Lee/NNP/nsubj/1 left/VBD/ROOT/1 {place}/NNP/dobj/1/{place}/GPE ././punct/1 "
        f"The/DT/det/5 {noun}/NN/nsubj/6 grew/VBD/ROOT/6"
    )
    assert by_head(doc).get(5) == meant


def test_the_state_far_behind_is_the_one_an_article_is_about(make_doc):
    named = [
        f"Ohio/NNP/nsubj/{i + 1}/Ohio/GPE fell/VBD/ROOT/{i + 1} ././punct/{i + 1}"
        for i in (0, 3, 6)
    ]
    rain = " ".join(RAIN.format(i + 1) for i in (9, 12, 15))
    doc = make_doc(
        f"{' '.join(named)} {rain} The/DT/det/19 state/NN/nsubj/20 grew/VBD/ROOT/20"
    )
    assert by_head(doc)[19] == "Ohio"
