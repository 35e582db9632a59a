import pytest

from kg.extraction.frames import Quote
from kg.extraction.referents.entities import resolve_entities
from kg.extraction.referents.neuters import is_expletive
from kg.model import Article

ACME = "Acme/NNP/nsubj/1/Acme/ORG"
GLOBEX = "Globex/NNP/dobj/1/Globex/ORG"


def meant(doc):
    """Give the entity of the last "it" or "its"."""
    heads = resolve_entities(doc, Article("x", doc.text, ()), ()).by_head
    last = [t.i for t in doc if t.lower_ in {"it", "its"}][-1]
    return heads.get(last)


def test_it_in_a_clause_on_a_noun_is_the_body_that_acts(make_doc):
    doc = make_doc(
        f"{ACME} closed/VBD/ROOT/1/close a/DT/det/3 mill/NN/dobj/1 that/WDT/dobj/6 "
        "it/PRP/nsubj/6 bought/VBD/relcl/3/buy"
    )
    assert meant(doc) == "Acme"


def test_it_under_somebody_else_who_says_is_left_open(make_doc):
    doc = make_doc(
        f"{ACME} left/VBD/ROOT/1/leave because/IN/mark/4 critics/NNS/nsubj/4/critic "
        "said/VBD/advcl/1/say it/PRP/nsubj/6 failed/VBD/ccomp/4/fail"
    )
    assert meant(doc) is None


def test_it_in_what_follows_is_the_one_who_says(make_doc):
    doc = make_doc(
        f"{ACME} said/VBD/ROOT/1/say its/PRP$/poss/3 sales/NNS/nsubj/4/sale "
        "fell/VBD/ccomp/1/fall so/RB/advmod/4 that/IN/mark/8 it/PRP/nsubj/8 "
        "closed/VBD/ccomp/4/close"
    )
    assert meant(doc) == "Acme"


def test_it_before_the_one_who_says_is_left_open(make_doc):
    doc = make_doc(
        "It/PRP/nsubj/1 closes/VBZ/ccomp/4/close ,/,/punct/4 "
        "Acme/NNP/nsubj/4/Acme/ORG said/VBD/ROOT/4/say"
    )
    assert meant(doc) is None


def test_its_is_that_of_whom_somebody_thanks(make_doc):
    doc = make_doc(
        f"{ACME} thanked/VBD/ROOT/1/thank {GLOBEX} for/IN/prep/1 its/PRP$/poss/5 "
        "help/NN/pobj/3"
    )
    assert meant(doc) == "Globex"


def test_its_is_that_of_the_one_who_offers(make_doc):
    doc = make_doc(
        f"{ACME} offered/VBD/ROOT/1/offer {GLOBEX} for/IN/prep/1 its/PRP$/poss/5 "
        "shares/NNS/pobj/3"
    )
    assert meant(doc) == "Acme"


def test_its_does_not_look_back_over_a_verb(make_doc):
    doc = make_doc(
        "Anglers/NNS/nsubj/1/angler sued/VBD/ROOT/1/sue Acme/NNP/dobj/1/Acme/ORG "
        "and/CC/cc/1 saw/VBD/conj/1/see its/PRP$/poss/6 shares/NNS/nsubj/7/share "
        "fall/VB/ccomp/4"
    )
    assert meant(doc) is None


def test_its_before_a_subject_is_the_one_who_says(make_doc):
    doc = make_doc(
        f"{ACME} said/VBD/ROOT/1/say its/PRP$/poss/3 sales/NNS/nsubj/4/sale "
        "fell/VBD/ccomp/1/fall"
    )
    assert meant(doc) == "Acme"


NOTHING = {
    "clear-that": """
        it/PRP/nsubj/1 is/VBZ/ROOT/1/be clear/JJ/acomp/1 he/PRP/nsubj/4
        left/VBD/ccomp/1/leave""",
    "hard-to": """
        it/PRP/nsubj/1 is/VBZ/ROOT/1/be hard/JJ/acomp/1 to/TO/aux/4 rise/VB/xcomp/2""",
    "was-noted": """
        it/PRP/nsubjpass/2 was/VBD/auxpass/2/be noted/VBN/ROOT/2/note he/PRP/nsubj/4
        left/VBD/ccomp/2/leave""",
    "made-it-hard": """
        they/PRP/nsubj/1 made/VBD/ROOT/1/make it/PRP/nsubj/3 hard/JJ/ccomp/1""",
    "cleft": """
        it/PRP/nsubj/1 was/VBD/ROOT/1/be Lee/NNP/attr/1 who/WP/nsubj/4
        left/VBD/relcl/2/leave""",
    "when-it-comes-to": """
        when/WRB/advmod/2 it/PRP/nsubj/2 comes/VBZ/ROOT/2/come to/IN/prep/2
        rain/NN/pobj/3""",
}
SOMETHING = {
    "becomes-by-doing": """
        it/PRP/nsubj/1 became/VBD/ROOT/1/become rich/JJ/acomp/1 by/IN/prep/1
        lending/VBG/pcomp/3/lend""",
    "likely-to": """
        it/PRP/nsubj/1 is/VBZ/ROOT/1/be likely/JJ/acomp/1 to/TO/aux/4
        rise/VB/xcomp/2""",
    "was-told-to": """
        it/PRP/nsubjpass/2 was/VBD/auxpass/2/be told/VBN/ROOT/2/tell to/TO/aux/4
        leave/VB/xcomp/2""",
    "a-thing-that": """
        it/PRP/nsubj/1 is/VBZ/ROOT/1/be a/DT/det/3 mill/NN/attr/1 that/WDT/nsubj/5
        works/VBZ/relcl/3/work""",
    "comes-to-town": """
        it/PRP/nsubj/1 comes/VBZ/ROOT/1/come to/IN/prep/1 town/NN/pobj/2""",
}


@pytest.mark.parametrize("cells", NOTHING.values(), ids=NOTHING)
def test_it_may_stand_for_a_clause_or_nothing(make_doc, cells):
    assert is_expletive(next(t for t in make_doc(cells) if t.text == "it"))


@pytest.mark.parametrize("cells", SOMETHING.values(), ids=SOMETHING)
def test_it_may_stand_for_a_thing_of_which_a_clause_speaks(make_doc, cells):
    assert not is_expletive(next(t for t in make_doc(cells) if t.text == "it"))


@pytest.mark.model
def test_a_verb_that_looks_like_a_prefix_is_read(asserted):
    assert ("Ann Lee", "post", "photograph") in asserted(
        "Ann Lee posted photographs of the mill."
    )


def test_its_is_not_what_its_noun_is_told_of(make_doc):
    doc = make_doc(
        f"{ACME.replace('/1/', '/6/')} ,/,/punct/0 its/PRP$/poss/4 main/JJ/amod/4 "
        "rival/NN/appos/0 ,/,/punct/0 left/VBD/ROOT/6/leave"
    )
    assert meant(doc) is None


def test_its_is_the_subject_of_what_is_done_with_its_noun(make_doc):
    doc = make_doc(
        f"{ACME} left/VBD/ROOT/1/leave its/PRP$/poss/4 main/JJ/amod/4 rival/NN/dobj/1"
    )
    assert meant(doc) == "Acme"


def test_it_behind_a_clause_in_front_is_its_body(make_doc):
    doc = make_doc(
        "Although/IN/mark/2 Acme/NNP/nsubj/2/Acme/ORG grew/VBD/advcl/5/grow "
        ",/,/punct/5 it/PRP/nsubj/5 fell/VBD/ROOT/5/fall"
    )
    assert meant(doc) == "Acme"


@pytest.mark.parametrize(
    ("verb", "entity"),
    [("called/VBD/ROOT/6/call", "Austria"), ("houses/VBZ/ROOT/6/house", None)],
    ids=["what-a-country-does", "what-a-building-does"],
)
def test_it_is_the_country_before_where_it_acts(make_doc, verb, entity):
    doc = make_doc(
        "Austria/NNP/nsubj/1/Austria/GPE bought/VBD/ROOT/1/buy the/DT/det/3 "
        "house/NN/dobj/1 ././punct/1 It/PRP/nsubj/6 "
        f"{verb} a/DT/det/8 club/NN/dobj/6"
    )
    assert meant(doc) == entity


@pytest.mark.parametrize(
    ("clause", "nothing"),
    [
        (
            (
                "it/PRP/nsubj/2 becomes/VBZ/advcl/5/become clear/JJ/acomp/2 "
                "costs/NNS/nsubj/5/cost rose/VBD/ccomp/2/rise"
            ),
            True,
        ),
        ("it/PRP/nsubj/2 grows/VBZ/ROOT/2/grow", False),
    ],
    ids=["as-it-becomes-clear", "as-it-grows"],
)
def test_as_it_becomes_clear_is_about_no_thing(make_doc, clause, nothing):
    assert is_expletive(make_doc(f"As/IN/mark/2 {clause}")[1]) is nothing


def test_it_in_a_quotation_is_not_the_body_that_speaks(make_doc):
    doc = make_doc(
        f"{ACME} said/VBD/ROOT/1/say :/:/punct/1 “/``/punct/5 It/PRP/nsubj/5 "
        "failed/VBD/ccomp/1/fail ”/''/punct/1"
    )
    quotes = (Quote(3, 7, whole=True, speaker=doc[0], cue=doc[1]),)
    article = Article("x", doc.text, ())
    assert resolve_entities(doc, article, quotes).by_head.get(4) is None
    assert resolve_entities(doc, article, ()).by_head.get(4) == "Acme"
