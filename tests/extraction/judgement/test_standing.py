import pytest

from kg.extraction.frames import Quote
from kg.extraction.judgement.standing import Standings
from kg.extraction.parse.syntax import Tree
from kg.model import Modality, Polarity


def standing(doc, word, quotes=()):
    index = next(t.i for t in doc if t.text == word)
    return Standings(Tree.of(doc), quotes).of(index)


def worth(doc, word):
    found = standing(doc, word)
    source = None if found.report is None else found.report.source
    named = None if source is None else doc[source].text
    return found.polarity.value, found.modality.value, named


def test_what_is_said_is_the_speakers_word(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/1 said/VBD/ROOT/1/say Bob/NNP/nsubj/3 left/VBD/ccomp/1/leave"
    )
    assert worth(doc, "left") == ("positive", "actual", "Ann")
    assert worth(doc, "said") == ("positive", "actual", None)


def test_the_innermost_speaker_counts(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/1 said/VBD/ROOT/1/say Bob/NNP/nsubj/3 claimed/VBD/ccomp/1/claim"
        " Eve/NNP/nsubj/5 left/VBD/ccomp/3/leave"
    )
    assert worth(doc, "claimed") == ("positive", "actual", "Ann")
    assert worth(doc, "left") == ("positive", "actual", "Bob")


def test_what_is_denied_is_negative_and_attributed(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/1 denied/VBD/ROOT/1/deny that/IN/mark/4 Bob/NNP/nsubj/4"
        " left/VBD/ccomp/1/leave"
    )
    assert worth(doc, "left") == ("negative", "actual", "Ann")


def infinitive(make_doc, verb, lemma, adverb=""):
    doc = make_doc(
        "Ann/NNP/nsubj/3 did/VBD/aux/3/do"
        f" {adverb or 'even'}/RB/{'neg' if adverb else 'advmod'}/3"
        f" {verb}/VB/ROOT/3/{lemma} to/TO/aux/5 leave/VB/xcomp/3"
    )
    return worth(doc, "leave")


def test_what_one_managed_to_do_is_done(make_doc):
    assert infinitive(make_doc, "manage", "manage") == ("positive", "actual", None)


def test_what_one_did_not_manage_to_do_is_not_done(make_doc):
    found = infinitive(make_doc, "manage", "manage", "not")
    assert found == ("negative", "actual", None)


def test_what_one_did_not_fail_to_do_is_done(make_doc):
    found = infinitive(make_doc, "fail", "fail", "not")
    assert found == ("positive", "actual", None)


def test_what_one_agreed_to_do_is_planned(make_doc):
    assert infinitive(make_doc, "agree", "agree")[:2] == ("positive", "planned")


def test_a_factive_verb_asserts_its_clause_even_when_denied(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/3 did/VBD/aux/3/do not/RB/neg/3 know/VB/ROOT/3 that/IN/mark/6"
        " Bob/NNP/nsubj/6 left/VBD/ccomp/3/leave"
    )
    assert worth(doc, "left") == ("positive", "actual", None)


def test_an_if_clause_is_a_condition(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/2 will/MD/aux/2 go/VB/ROOT/2 if/IN/mark/5 Bob/NNP/nsubj/5"
        " comes/VBZ/advcl/2/come"
    )
    assert worth(doc, "comes")[1] == "conditional"


def test_a_because_clause_under_a_plan_is_a_fact(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/2 will/MD/aux/2 go/VB/ROOT/2 because/IN/mark/5 Bob/NNP/nsubj/5"
        " came/VBD/advcl/2/come"
    )
    assert worth(doc, "came")[1] == "actual"


def test_a_purpose_is_a_plan(make_doc):
    doc = make_doc("Ann/NNP/nsubj/1 came/VBD/ROOT/1/come to/TO/aux/3 help/VB/advcl/1")
    assert worth(doc, "help")[1] == "planned"


def test_what_is_not_done_without_is_negative(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/1 left/VBD/ROOT/1/leave without/IN/prep/1 paying/VBG/pcomp/2/pay"
    )
    assert worth(doc, "paying")[0] == "negative"


def test_a_coordinated_verb_shares_modal_and_negation(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/3 will/MD/aux/3 not/RB/neg/3 eat/VB/ROOT/3 or/CC/cc/3"
        " drink/VB/conj/3"
    )
    assert worth(doc, "drink") == ("negative", "planned", None)


def test_quoted_clauses_are_their_speakers(make_doc):
    doc = make_doc(
        "“/``/punct/2 Bob/NNP/nsubj/2 left/VBD/ROOT/2/leave ./././2 ”/''/punct/2"
    )
    quote = Quote(start=1, end=4, whole=True, speaker=None, cue=None)
    found = standing(doc, "left", [quote])
    assert found.report is not None
    assert (found.report.source, found.report.quoted) == (None, True)


def test_a_possessed_event_inside_a_request_exists(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/1 urged/VBD/ROOT/1/urge Bob/NNP/dobj/1 to/TO/aux/4"
        " lift/VB/xcomp/1 its/PRP$/poss/6 ban/NN/dobj/4"
    )
    standings = Standings(Tree.of(doc))
    assert standings.of(4).modality is Modality.REQUESTED
    assert standings.of_noun(6).is_fact
    assert standings.of_noun(6).report is None


@pytest.mark.parametrize(
    ("verb", "modality"), [("seek", "requested"), ("promise", "planned")]
)
def test_a_possessed_event_that_is_only_sought_does_not_exist(make_doc, verb, modality):
    doc = make_doc(
        f"Ann/NNP/nsubj/1 {verb}s/VBZ/ROOT/1/{verb} Bob/NNP/poss/4 's/POS/case/2"
        " help/NN/dobj/1"
    )
    assert Standings(Tree.of(doc)).of_noun(4).modality == modality


def test_rumours_of_an_event_do_not_make_it_one(make_doc):
    doc = make_doc(
        "Rumours/NNS/nsubj/5/rumour of/IN/prep/0 Bob/NNP/poss/4 's/POS/case/2"
        " attack/NN/pobj/1 spread/VBD/ROOT/5"
    )
    assert Standings(Tree.of(doc)).of_noun(4).modality is Modality.POSSIBLE


def test_a_relative_clause_on_a_definite_noun_is_a_fact_under_a_plan(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/2 will/MD/aux/2 use/VB/ROOT/2 the/DT/det/4 boats/NNS/dobj/2"
        " they/PRP/nsubj/6 built/VBD/relcl/4/build"
    )
    assert worth(doc, "built") == ("positive", "actual", None)


def test_a_relative_clause_on_a_vague_noun_is_none_under_a_plan(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/2 will/MD/aux/2 buy/VB/ROOT/2 a/DT/det/4 boat/NN/dobj/2"
        " that/WDT/nsubj/6 floats/VBZ/relcl/4/float"
    )
    assert worth(doc, "floats")[1] == "planned"


def test_a_chain_of_a_thousand_verbs_is_no_trouble(make_doc):
    cells = [f"go/VB/conj/{max(i - 1, 0)}" for i in range(1000)]
    cells[0] = "go/VB/ROOT/0"
    doc = make_doc(" ".join(cells))
    found = Standings(Tree.of(doc)).of(999)
    assert found.polarity is Polarity.POSITIVE


@pytest.mark.parametrize(
    ("article", "wanted"),
    [("a/DT", ("negative", "actual", None)), ("the/DT", ("positive", "actual", None))],
)
def test_what_is_denied_to_be_a_thing_is_denied_of_it(make_doc, article, wanted):
    doc = make_doc(
        f"It/PRP/nsubj/1 is/VBZ/ROOT/1/be not/RB/neg/1 {article}/det/4 plan/NN/attr/1"
        " that/WDT/dobj/7 Peru/NNP/nsubj/7 backs/VBZ/relcl/4/back"
    )
    assert worth(doc, "backs") == wanted


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [("beat/VBD/ROOT/1", "actual"), ("met/VBD/ROOT/1/meet", "planned")],
)
def test_what_a_win_led_to_is_so(make_doc, verb, wanted):
    doc = make_doc(
        f"Otters/NNPS/nsubj/1 {verb} Herons/NNPS/dobj/1 to/TO/aux/4 reach/VB/advcl/1"
        " finals/NNS/dobj/4"
    )
    assert worth(doc, "reach") == ("positive", wanted, None)


def test_what_goes_on_behind_the_marks_is_the_speakers_word_too(make_doc):
    doc = make_doc(
        "“/``/punct/2 We/PRP/nsubj/2 sold/VBD/ccomp/7/sell ”/''/punct/2 to/TO/aux/5"
        " pay/VB/advcl/2 Ann/NNP/nsubj/7 said/VBD/ROOT/7/say"
    )
    quotes = (Quote(1, 3, whole=True, speaker=doc[6], cue=doc[7]),)
    found = standing(doc, "pay", quotes)
    assert found.modality is Modality.PLANNED
    assert found.report is not None
    assert found.report.source == 6
    assert not found.report.quoted


def test_a_saying_that_hangs_on_a_quotation_is_no_part_of_it(make_doc):
    doc = make_doc(
        "“/``/punct/2 We/PRP/nsubj/2 ran/VBD/ROOT/2/run ”/''/punct/2 as/IN/mark/6"
        " Ann/NNP/nsubj/6 said/VBD/advcl/2/say"
    )
    quotes = (Quote(1, 3, whole=True, speaker=doc[5], cue=doc[6]),)
    assert standing(doc, "said", quotes).report is None


@pytest.mark.parametrize(
    ("before", "expected"),
    [("Rather/than", ("negative", "actual")), ("Aside/from", ("positive", "actual"))],
    ids=["rather", "aside"],
)
def test_what_was_set_aside_for_something_else_was_not_done(make_doc, before, expected):
    one, two = before.split("/")
    doc = make_doc(
        f"{one}/RB/advmod/1 {two}/IN/prep/5 simply/RB/advmod/3"
        " hiding/VBG/advcl/5/hide Ann/NNP/nsubj/5 fled/VBD/ROOT/5/flee"
    )
    found = standing(doc, "hiding")
    assert (found.polarity.value, found.modality.value) == expected


@pytest.mark.parametrize(
    ("mark", "expected"), [("like", "hypothetical"), ("because", "actual")], ids=str
)
def test_what_something_looks_like_need_not_be_so(make_doc, mark, expected):
    doc = make_doc(
        f"It/PRP/nsubj/1 looks/VBZ/ROOT/1/look {mark}/IN/mark/4 Ann/NNP/nsubj/4"
        " won/VBD/advcl/1/win"
    )
    assert standing(doc, "won").modality.value == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("may/MD/aux/3 surely/RB/advmod/3", ("positive", "possible")),
        ("may/MD/aux/3 not/RB/neg/3", ("positive", "actual")),
        ("will/MD/aux/3 surely/RB/advmod/3", ("positive", "actual")),
    ],
    ids=["may", "may-not", "will"],
)
def test_what_one_may_find_out_need_not_be_so(make_doc, words, expected):
    doc = make_doc(
        f"Ann/NNP/nsubj/3 {words} learn/VB/ROOT/3 that/IN/mark/6 Bob/NNP/nsubj/6"
        " left/VBD/ccomp/3/leave"
    )
    found = standing(doc, "left")
    assert (found.polarity.value, found.modality.value) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("would/MD/aux/3 later/RB/advmod/3", "actual"),
        ("would/MD/aux/3 gladly/RB/advmod/3", "hypothetical"),
        ("could/MD/aux/3 later/RB/advmod/3", "possible"),
    ],
    ids=["later", "no-time", "could"],
)
def test_what_would_come_later_came(make_doc, words, expected):
    doc = make_doc(f"Ann/NNP/nsubj/3 {words} win/VB/ROOT/3 it/PRP/dobj/3")
    assert standing(doc, "win").modality.value == expected


@pytest.mark.parametrize(
    ("word", "tag", "so"),
    [("how", "VBD", True), ("how", "VBP", False), ("who", "VBD", False)],
    ids=["past", "present", "who"],
)
def test_how_something_went_tells_that_it_did(make_doc, word, tag, so):
    doc = make_doc(
        f"It/PRP/nsubj/1 shaped/VBD/ROOT/1/shape {word}/WRB/advmod/4 rents/NNS/nsubj/4"
        f" rose/{tag}/ccomp/1/rise"
    )
    assert (standing(doc, "rose").modality is Modality.ACTUAL) is so


@pytest.mark.parametrize(
    ("preposition", "expected"), [("from", "actual"), ("about", "possible")], ids=str
)
def test_where_something_happened_tells_that_it_did(make_doc, preposition, expected):
    doc = make_doc(
        f"Far/RB/ROOT/0 {preposition}/IN/prep/0 where/WRB/advmod/4 Ann/NNP/nsubj/4"
        " lived/VBD/pcomp/1/live"
    )
    assert standing(doc, "lived").modality.value == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("doubt", ("positive", "actual")), ("chance", ("positive", "unlikely"))],
    ids=str,
)
def test_what_there_is_no_doubt_of_is_so(make_doc, noun, expected):
    doc = make_doc(
        f"There/EX/expl/1 is/VBZ/ROOT/1/be no/DT/det/3 {noun}/NN/attr/1"
        " that/IN/mark/6 Ann/NNP/nsubj/6 won/VBD/acl/3/win"
    )
    found = standing(doc, "won")
    assert (found.polarity.value, found.modality.value) == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("joined", "actual"), ("planned", "possible")],
    ids=str,
)
def test_who_joins_somebody_in_doing_something_does_it(make_doc, verb, expected):
    doc = make_doc(
        f"Ann/NNP/nsubj/1 {verb}/VBD/ROOT/1/{verb[:4]} Bob/NNP/dobj/1 in/IN/prep/1"
        " lying/VBG/pcomp/3/lie"
    )
    assert standing(doc, "lying").modality.value == expected


@pytest.mark.parametrize(
    ("day", "label", "expected"),
    [("May", "DATE", "actual"), ("Oslo", "GPE", "planned")],
    ids=["dated", "undated"],
)
def test_what_was_done_on_a_day_is_done_before_what_will_be(
    make_doc, day, label, expected
):
    doc = make_doc(
        "A/DT/det/1 bill/NN/nsubj/6 passed/VBN/acl/1/pass in/IN/prep/2"
        f" {day}/NNP/pobj/3//{label} will/MD/aux/6 hurt/VB/ROOT/6"
    )
    assert standing(doc, "passed").modality.value == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("get", "requested"), ("see", "actual")],
    ids=str,
)
def test_what_is_only_to_be_brought_about_is_not_so_yet(make_doc, verb, expected):
    doc = make_doc(
        "Ann/NNP/nsubj/1 wants/VBZ/ROOT/1/want to/TO/aux/3"
        f" {verb}/VB/xcomp/1 her/PRP$/poss/5 mill/NN/dobj/3 closed/VBN/acl/5/close"
    )
    assert standing(doc, "closed").modality.value == expected


def test_what_one_got_done_is_done(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubj/1 got/VBD/ROOT/1/get her/PRP$/poss/3 mill/NN/dobj/1"
        " closed/VBN/acl/3/close"
    )
    assert standing(doc, "closed").modality is Modality.ACTUAL


def test_who_is_credited_with_something_need_not_have_done_it(make_doc):
    doc = make_doc(
        "Ann/NNP/nsubjpass/2 was/VBD/auxpass/2/be credited/VBN/ROOT/2/credit"
        " with/IN/prep/2 ending/VBG/pcomp/3/end it/PRP/dobj/4"
    )
    assert standing(doc, "ending").modality is Modality.POSSIBLE


@pytest.mark.parametrize(
    ("mark", "dep", "expected"),
    [("for", "mark", "planned"), ("soon", "advmod", "actual")],
    ids=["for", "caused"],
)
def test_what_it_makes_sense_for_somebody_to_do_is_not_done(
    make_doc, mark, dep, expected
):
    doc = make_doc(
        f"It/PRP/nsubj/1 made/VBD/ROOT/1/make {mark}/IN/{dep}/5 Ann/NNP/nsubj/5"
        " to/TO/aux/5 leave/VB/ccomp/1"
    )
    assert standing(doc, "leave").modality.value == expected
