import pytest

from kg.extraction.referents.entities import resolve_entities
from kg.model import Article, How


def resolve(doc):
    return resolve_entities(doc, Article("x", doc.text, ()), ())


def test_an_apposition_means_its_other_half(make_doc):
    doc = make_doc(
        "Ann/NNP/compound/1 Lee/NNP/nsubj/6 ,/,/punct/1 a/DT/det/4 lawyer/NN/appos/1 "
        ",/,/punct/1 left/VBD/ROOT/6"
    )
    referents = resolve(doc)
    assert referents.by_head[4] == "Ann_Lee"
    assert referents.mentions[-1].text == "a lawyer"
    assert referents.mentions[-1].how is How.APPOSITION


def test_an_apposition_that_cannot_mean_it_is_left(make_doc):
    doc = make_doc(
        "Ann/NNP/compound/1 Lee/NNP/nsubj/6 ,/,/punct/1 a/DT/det/4 company/NN/appos/1 "
        ",/,/punct/1 left/VBD/ROOT/6"
    )
    assert 4 not in resolve(doc).by_head


def test_a_predicate_is_a_mention_but_no_argument(make_doc):
    doc = make_doc(
        "Ann/NNP/compound/1 Lee/NNP/nsubj/2 is/VBZ/ROOT/2/be a/DT/det/4 "
        "lawyer/NN/attr/2"
    )
    referents = resolve(doc)
    assert [m.text for m in referents.mentions] == ["Ann Lee", "a lawyer"]
    assert 4 not in referents.by_head


def test_a_denied_predicate_is_no_mention(make_doc):
    doc = make_doc(
        "Ann/NNP/compound/1 Lee/NNP/nsubj/2 is/VBZ/ROOT/2/be not/RB/neg/2 a/DT/det/5 "
        "lawyer/NN/attr/2"
    )
    assert [m.text for m in resolve(doc).mentions] == ["Ann Lee"]


def test_a_government_is_not_its_country(make_doc):
    doc = make_doc(
        "the/DT/det/2 Danish/JJ/amod/2/danish/NORP government/NN/nsubj/3 "
        "left/VBD/ROOT/3"
    )
    assert resolve(doc).by_head == {1: "Denmark", 2: "Danish_government"}


@pytest.mark.parametrize("word", ["like", "including"])
def test_examples_are_the_members_of_a_group(make_doc, word):
    doc = make_doc(
        f"allies/NNS/nsubj/5/ally {word}/IN/prep/0 France/NNP/pobj/1/France/GPE "
        "and/CC/cc/2 Poland/NNP/conj/2/Poland/GPE left/VBD/ROOT/5"
    )
    assert resolve(doc).groups == {0: ("France", "Poland")}


def test_one_thing_is_no_group(make_doc):
    doc = make_doc(
        "he/PRP/nsubj/1 acts/VBZ/ROOT/1/act like/IN/prep/1 France/NNP/pobj/2/France/GPE"
    )
    assert resolve(doc).groups == {}


def test_the_class_of_a_product_means_the_product(make_doc):
    doc = make_doc("F-16/CD/compound/1 jets/NNS/nsubj/2/jet land/VBP/ROOT/2")
    assert resolve(doc).by_head == {0: "F_16", 1: "F_16"}


def test_a_plural_with_all_its_members_named_means_them(make_doc):
    doc = make_doc(
        "The/DT/det/1 rebels/NNS/nsubj/7/rebel ,/,/punct/1 Ann/NNP/appos/1/Ann/PERSON "
        "and/CC/cc/3 Bob/NNP/conj/3/Bob/PERSON ,/,/punct/1 left/VBD/ROOT/7/leave"
    )
    assert resolve(doc).groups[1] == ("Ann_person_2d711642", "Bob_2d711642")


def test_a_predicate_of_a_pronoun_means_whom_the_pronoun_means(make_doc):
    doc = make_doc(
        "Ann/NNP/compound/1 Lee/NNP/nsubj/2 left/VBD/ROOT/2 ././punct/2 "
        "She/PRP/nsubj/5 is/VBZ/ROOT/5/be a/DT/det/7 lawyer/NN/attr/5"
    )
    mentions = resolve(doc).mentions
    assert [(m.text, m.entity) for m in mentions][-1] == ("a lawyer", "Ann_Lee")


def test_a_predicate_of_the_second_verb_means_the_shared_subject(make_doc):
    doc = make_doc(
        "Ann/NNP/compound/1 Lee/NNP/nsubj/2 won/VBD/ROOT/2 and/CC/cc/2 "
        "became/VBD/conj/2/become a/DT/det/6 lawyer/NN/attr/4"
    )
    assert [m.text for m in resolve(doc).mentions] == ["Ann Lee", "a lawyer"]


def test_a_predicate_that_may_be_is_no_mention(make_doc):
    doc = make_doc(
        "Ann/NNP/compound/1 Lee/NNP/nsubj/3 could/MD/aux/3 be/VB/ROOT/3/be "
        "a/DT/det/5 lawyer/NN/attr/3"
    )
    assert [m.text for m in resolve(doc).mentions] == ["Ann Lee"]


def test_a_trade_by_its_end_alone_goes_with_a_person(make_doc):
    doc = make_doc(
        "Ann/NNP/compound/1 Lee/NNP/nsubj/6 ,/,/punct/1 the/DT/det/4 "
        "bellfounder/NN/appos/1 ,/,/punct/1 left/VBD/ROOT/6"
    )
    assert resolve(doc).by_head[4] == "Ann_Lee"


@pytest.mark.parametrize(
    ("last", "noun", "known"), [("Sun", "sun", False), ("Bridge", "bridge", True)]
)
def test_the_sun_is_no_hall_that_is_named_for_it(make_doc, last, noun, known):
    doc = make_doc(
        f"Old/NNP/compound/1/Old/FAC {last}/NNP/nsubj/2/{last}/FAC stands/VBZ/ROOT/2 "
        f"where/WRB/advmod/6 the/DT/det/5 {noun}/NN/nsubj/6 was/VBD/advcl/2/be"
    )
    doc.set_ents([doc[0:2].char_span(0, len(doc[0:2].text), label="FAC")])
    assert (5 in resolve(doc).by_head) is known


@pytest.mark.parametrize(
    ("noun", "name", "meant"),
    [
        ("town/NN/pobj/1", "Leeds/NNP/pobj/4/Leeds/GPE", "Leeds"),
        ("state/NN/pobj/1", "Texas/NNP/pobj/4/Texas/GPE", "Texas"),
        ("state/NN/pobj/1", "Leeds/NNP/pobj/4/Leeds/GPE", None),
        ("town/NN/pobj/1", "France/NNP/pobj/4/France/GPE", None),
        ("mayor/NN/pobj/1", "Leeds/NNP/pobj/4/Leeds/GPE", None),
    ],
    ids=["town", "state", "condition", "town-of-a-country", "mayor"],
)
def test_a_noun_before_of_and_a_name_may_be_the_place(make_doc, noun, name, meant):
    doc = make_doc(
        f"went/VBD/ROOT/0 to/IN/prep/0 the/DT/det/3 {noun} of/IN/prep/3 {name}"
    )
    assert resolve(doc).by_head.get(3) == meant


def test_the_largest_town_of_a_place_is_another_one(make_doc):
    doc = make_doc(
        "went/VBD/ROOT/0 to/IN/prep/0 the/DT/det/4 largest/JJS/amod/4 town/NN/pobj/1 "
        "of/IN/prep/4 Texas/NNP/pobj/5/Texas/GPE"
    )
    assert 4 not in resolve(doc).by_head
