"""The clauses of each construction, on Docs built by hand."""

from __future__ import annotations

import sys
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.articles import parse_article
from kg.extraction.frames import ClauseKind, ClauseLink, Mood
from kg.extraction.grammar.clauses import read_clauses
from kg.pipeline import extract_article
from kg.surface import read_surface


def texts(tokens):
    return [token.text for token in tokens]


def clause_of(doc, head):
    return next(c for c in read_clauses(doc) if c.head.text == head)


def obliques_of(clause):
    return [" ".join([*texts(o.marker), o.head.text]) for o in clause.obliques]


def test_an_active_clause_has_its_subject_and_object(make_doc):
    doc = make_doc("Acme/NNP/nsubj/1 bought/VBD/ROOT/1/buy Globex/NNP/dobj/1")
    clause = clause_of(doc, "bought")
    assert (texts(clause.subjects), texts(clause.objects)) == (["Acme"], ["Globex"])
    assert (clause.kind, clause.link, clause.passive) == (
        ClauseKind.VERB,
        ClauseLink.ROOT,
        False,
    )


def test_a_passive_clause_keeps_who_did_it_apart(make_doc):
    doc = make_doc(
        "Globex/NNP/nsubjpass/2 was/VBD/auxpass/2/be bought/VBN/ROOT/2/buy"
        " by/IN/agent/2 Acme/NNP/pobj/3 and/CC/cc/4 Initech/NNP/conj/4"
    )
    clause = clause_of(doc, "bought")
    assert clause.passive
    assert texts(clause.subjects) == ["Globex"]
    assert texts(clause.agents) == ["Acme", "Initech"]
    assert texts(clause.words) == ["was", "bought"]


def test_coordinated_subjects_and_objects_are_all_read(make_doc):
    doc = make_doc(
        "Rain/NN/nsubj/3 and/CC/cc/0 wind/NN/conj/0 hit/VBD/ROOT/3"
        " Cork/NNP/dobj/3 and/CC/cc/4 Kerry/NNP/conj/4"
    )
    clause = clause_of(doc, "hit")
    assert texts(clause.subjects) == ["Rain", "wind"]
    assert texts(clause.objects) == ["Cork", "Kerry"]


def test_one_name_with_an_and_inside_is_one_argument(vocab):
    from spacy.tokens import Doc

    doc = Doc(
        vocab,
        words=["He", "left", "Smith", "and", "Sons"],
        tags=["PRP", "VBD", "NNP", "CC", "NNP"],
        heads=[1, 1, 1, 2, 2],
        deps=["nsubj", "ROOT", "dobj", "cc", "conj"],
        lemmas=["he", "leave", "Smith", "and", "Sons"],
        ents=["O", "O", "B-ORG", "I-ORG", "I-ORG"],
    )
    assert texts(clause_of(doc, "left").objects) == ["Smith"]


def test_a_coordinated_verb_shares_subject_and_auxiliary(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/2 was/VBD/auxpass/2/be seized/VBN/ROOT/2/seize and/CC/cc/2"
        " taken/VBN/conj/2/take away/RB/advmod/4"
    )
    clause = clause_of(doc, "taken")
    assert clause.passive
    assert texts(clause.subjects) == ["He"]
    assert texts(clause.words) == ["was", "taken", "away"]
    assert (clause.link, clause.governor.text) == (ClauseLink.COORDINATE, "seized")
    assert texts(clause.marker) == ["and"]


def test_verbs_in_a_row_share_the_object_of_the_last(make_doc):
    doc = make_doc(
        "Firms/NNS/nsubj/1 design/VBP/ROOT/1 and/CC/cc/1 sell/VBP/conj/1"
        " boats/NNS/dobj/3"
    )
    assert texts(clause_of(doc, "design").objects) == ["boats"]


def test_a_negation_is_shared_by_or_and_not_by_and(make_doc):
    cells = (
        "They/PRP/nsubj/3 will/MD/aux/3 not/RB/neg/3 buy/VB/ROOT/3 land/NN/dobj/3"
        " {}/CC/cc/3 sell/VB/conj/3 it/PRP/dobj/6"
    )
    either = clause_of(make_doc(cells.format("or")), "sell")
    both = clause_of(make_doc(cells.format("and")), "sell")
    assert texts(either.words) == ["will", "not", "sell"]
    assert texts(both.words) == ["will", "sell"]


def test_phasing_and_raising_verbs_are_the_chain_of_the_verb_below(make_doc):
    doc = make_doc(
        "Leaders/NNS/nsubj/1 continue/VBP/ROOT/1 to/TO/aux/3 meet/VB/xcomp/1"
        " in/IN/prep/3 Rome/NNP/pobj/4"
    )
    clause = clause_of(doc, "meet")
    assert texts(clause.chain) == ["continue"]
    assert texts(clause.subjects) == ["Leaders"]
    assert texts(clause.words) == ["continue", "to", "meet"]
    assert clause.link is ClauseLink.ROOT


def test_verbs_below_one_chain_share_its_words_and_its_negation(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/1 was/VBD/ROOT/1/be not/RB/neg/1 able/JJ/acomp/1 to/TO/aux/5"
        " read/VB/xcomp/3 it/PRP/dobj/5 and/CC/cc/5 write/VB/conj/5 it/PRP/dobj/8"
    )
    clause = clause_of(doc, "write")
    assert texts(clause.words) == ["was", "not", "able", "to", "write"]
    assert texts(clause.chain) == ["able"]


def test_an_adjective_with_an_infinitive_is_part_of_the_chain(make_doc):
    doc = make_doc(
        "Requests/NNS/nsubj/1 are/VBP/ROOT/1/be unlikely/JJ/acomp/1 to/TO/aux/5"
        " be/VB/auxpass/5 granted/VBN/xcomp/2/grant"
    )
    clause = clause_of(doc, "granted")
    assert texts(clause.chain) == ["unlikely"]
    assert (clause.passive, texts(clause.subjects)) == (True, ["Requests"])


def test_whom_one_urges_is_who_shall_do_it(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/1 urged/VBD/ROOT/1/urge Rome/NNP/dobj/1 to/TO/aux/4"
        " drop/VB/xcomp/1 bans/NNS/dobj/4/ban"
    )
    urge, drop = clause_of(doc, "urged"), clause_of(doc, "drop")
    assert texts(urge.objects) == ["Rome"]
    assert texts(drop.subjects) == ["Rome"]
    assert (drop.link, drop.governor.text) == (ClauseLink.OPEN, "urged")


def test_who_promises_is_who_shall_do_it(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/1 promised/VBD/ROOT/1/promise us/PRP/dobj/1 to/TO/aux/4"
        " leave/VB/xcomp/1"
    )
    assert texts(clause_of(doc, "leave").subjects) == ["He"]


def test_who_is_allowed_is_read_where_the_parse_has_it_below(make_doc):
    doc = make_doc(
        "They/PRP/nsubj/1 allow/VBP/ROOT/1 Kyiv/NNP/nsubj/4 to/TO/aux/4"
        " use/VB/ccomp/1 missiles/NNS/dobj/4"
    )
    assert texts(clause_of(doc, "allow").objects) == ["Kyiv"]
    assert clause_of(doc, "use").link is ClauseLink.OPEN


def test_a_purpose_under_a_passive_is_the_agents(make_doc):
    doc = make_doc(
        "Slogans/NNS/nsubjpass/2 were/VBD/auxpass/2/be used/VBN/ROOT/2/use"
        " by/IN/agent/2 allies/NNS/pobj/3 to/TO/aux/6 show/VB/xcomp/2 unity/NN/dobj/6"
    )
    clause = clause_of(doc, "show")
    assert clause.link is ClauseLink.PURPOSE
    assert texts(clause.subjects) == ["allies"]


def test_what_is_said_hangs_on_the_saying(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/1 said/VBD/ROOT/1/say that/IN/mark/4 Rome/NNP/nsubj/4"
        " fell/VBD/ccomp/1/fall"
    )
    clause = clause_of(doc, "fell")
    assert (clause.link, clause.governor.text) == (ClauseLink.COMPLEMENT, "said")
    assert texts(clause.marker) == ["that"]


def test_a_sentence_beside_another_is_no_quotation(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/1 left/VBD/ccomp/4/leave ;/:/punct/4 she/PRP/nsubj/4"
        " stayed/VBD/ROOT/4/stay"
    )
    assert clause_of(doc, "left").link is ClauseLink.PARATAXIS


def test_a_relative_pronoun_is_replaced_by_what_it_stands_for(make_doc):
    doc = make_doc(
        "Healey/NNP/nsubj/5 ,/,/punct/0 who/WP/nsubj/3 visited/VBD/relcl/0/visit"
        " Kyiv/NNP/dobj/3 spoke/VBD/ROOT/5/speak"
    )
    clause = clause_of(doc, "visited")
    assert texts(clause.subjects) == ["Healey"]
    assert (clause.link, texts(clause.marker)) == (ClauseLink.RELATIVE, ["who"])


def test_a_relative_clause_without_a_pronoun_has_its_noun_as_object(make_doc):
    doc = make_doc(
        "Kyiv/NNP/nsubj/1 uses/VBZ/ROOT/1/use missiles/NNS/dobj/1 they/PRP/nsubj/4"
        " send/VBP/relcl/2"
    )
    assert texts(clause_of(doc, "send").objects) == ["missiles"]


def test_a_preposition_left_alone_gets_its_noun_back(make_doc):
    doc = make_doc(
        "the/DT/det/1 house/NN/nsubj/5 he/PRP/nsubj/3 lived/VBD/relcl/1/live"
        " in/IN/prep/3 burned/VBD/ROOT/5/burn"
    )
    assert obliques_of(clause_of(doc, "lived")) == ["in house"]
    assert clause_of(doc, "lived").objects == ()


def test_a_reduced_relative_is_passive(make_doc):
    doc = make_doc(
        "weapons/NNS/nsubj/4 supplied/VBN/acl/0/supply by/IN/agent/1 Rome/NNP/pobj/2"
        " arrived/VBD/ROOT/4/arrive"
    )
    clause = clause_of(doc, "supplied")
    assert (clause.passive, clause.link) == (True, ClauseLink.PARTICIPIAL)
    assert (texts(clause.subjects), texts(clause.agents)) == (["weapons"], ["Rome"])


def test_a_participial_adverbial_shares_the_subject(make_doc):
    doc = make_doc(
        "Speaking/VBG/advcl/4/speak in/IN/prep/0 Rome/NNP/pobj/1 he/PRP/nsubj/4"
        " wept/VBD/ROOT/4/weep"
    )
    clause = clause_of(doc, "Speaking")
    assert (texts(clause.subjects), clause.link) == (["he"], ClauseLink.ADVERBIAL)


def test_a_gerund_after_accuse_of_is_the_accuseds_and_no_circumstance(make_doc):
    doc = make_doc(
        "Rome/NNP/nsubj/1 accused/VBD/ROOT/1/accuse him/PRP/dobj/1 of/IN/prep/1"
        " lying/VBG/pcomp/3/lie"
    )
    clause = clause_of(doc, "lying")
    assert (texts(clause.subjects), clause.link) == (["him"], ClauseLink.OPEN)
    assert texts(clause.marker) == ["of"]


def test_a_gerund_after_after_is_a_circumstance(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/1 slept/VBD/ROOT/1/sleep after/IN/prep/1 eating/VBG/pcomp/2/eat"
    )
    clause = clause_of(doc, "eating")
    assert (texts(clause.subjects), clause.link) == (["He"], ClauseLink.ADVERBIAL)


def test_coordinated_complements_give_a_clause_each(make_doc):
    doc = make_doc(
        "She/PRP/nsubj/1 is/VBZ/ROOT/1/be lawyer/NN/attr/1 and/CC/cc/2 mayor/NN/conj/2"
    )
    complements = [c.complement.text for c in read_clauses(doc)]
    assert complements == ["lawyer", "mayor"]


def test_what_exists_is_the_subject_of_there_is(make_doc):
    doc = make_doc(
        "There/EX/expl/1 are/VBP/ROOT/1/be splits/NNS/attr/1 in/IN/prep/2"
        " Rome/NNP/pobj/3"
    )
    clause = clause_of(doc, "are")
    assert clause.kind is ClauseKind.EXISTENTIAL
    assert (texts(clause.subjects), obliques_of(clause)) == (["splits"], ["in Rome"])


def test_the_dative_is_the_recipient_with_and_without_to(make_doc):
    short = make_doc(
        "He/PRP/nsubj/1 gave/VBD/ROOT/1/give Rome/NNP/dative/1 gold/NN/dobj/1"
    )
    long = make_doc(
        "He/PRP/nsubj/1 gave/VBD/ROOT/1/give gold/NN/dobj/1 to/IN/dative/1"
        " Rome/NNP/pobj/3"
    )
    for doc in (short, long):
        clause = clause_of(doc, "gave")
        assert texts(clause.recipients) == ["Rome"]
        assert texts(clause.objects) == ["gold"]


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ("because/IN/prep/1 of/IN/pcomp/2 rain/NN/pobj/2", "because of rain"),
        (
            "in/IN/prep/1 front/NN/pobj/2 of/IN/prep/3 court/NN/pobj/4",
            "in front of court",
        ),
        ("ahead/RB/advmod/1 of/IN/prep/2 talks/NNS/pobj/3", "ahead of talks"),
        ("night/NN/npadvmod/1", "night"),
    ],
    ids=["because of", "in front of", "ahead of", "bare time"],
)
def test_further_arguments_have_all_words_of_their_preposition(make_doc, cells, wanted):
    doc = make_doc(f"He/PRP/nsubj/1 left/VBD/ROOT/1/leave {cells}")
    assert obliques_of(clause_of(doc, "left")) == [wanted]


def test_coordinated_further_arguments_are_apart(make_doc):
    doc = make_doc(
        "They/PRP/nsubj/1 met/VBD/ROOT/1/meet in/IN/prep/1 Rome/NNP/pobj/2"
        " and/CC/cc/3 Milan/NNP/conj/3"
    )
    assert obliques_of(clause_of(doc, "met")) == ["in Rome", "in Milan"]


def test_particle_and_negation_are_words_of_the_predicate(make_doc):
    doc = make_doc(
        "They/PRP/nsubj/3 did/VBD/aux/3/do not/RB/neg/3 step/VB/ROOT/3 up/RP/prt/3"
        " aid/NN/dobj/3"
    )
    assert texts(clause_of(doc, "step").words) == ["did", "not", "step", "up"]


@pytest.mark.parametrize(
    ("cells", "mood"),
    [
        (
            "Did/VBD/aux/2/do he/PRP/nsubj/2 pay/VB/ROOT/2 ?/./punct/2",
            Mood.QUESTION,
        ),
        ("Why/WRB/advmod/3 did/VBD/aux/3/do he/PRP/nsubj/3 pay/VB/ROOT/3", "question"),
        ("Pay/VB/ROOT/0 us/PRP/dobj/0 !/./punct/0", Mood.IMPERATIVE),
        (
            "Never/RB/neg/3 did/VBD/aux/3/do he/PRP/nsubj/3 pay/VB/ROOT/3",
            Mood.DECLARATIVE,
        ),
    ],
    ids=["yes-no", "why", "order", "inverted"],
)
def test_questions_and_orders_are_told_apart(make_doc, cells, mood):
    doc = make_doc(cells)
    head = next(t.text for t in doc if t.dep_ == "ROOT")
    assert clause_of(doc, head).mood == mood


def test_an_office_before_a_name_has_its_holder_and_its_body(make_doc):
    doc = make_doc(
        "U.K./NNP/compound/2//GPE Defense/NNP/compound/2//ORG Secretary/NNP/compound/4"
        " John/NNP/compound/4//PERSON Healey/NNP/nsubj/5//PERSON spoke/VBD/ROOT/5/speak"
    )
    clause = clause_of(doc, "Secretary")
    assert clause.kind is ClauseKind.TITLE
    assert (texts(clause.subjects), texts(clause.words)) == (
        ["Healey"],
        ["Defense", "Secretary"],
    )
    assert obliques_of(clause) == ["U.K."]


def test_an_apposition_says_what_somebody_is(make_doc):
    doc = make_doc(
        "Healey/NNP/nsubj/4 ,/,/punct/0 a/DT/det/3 teacher/NN/appos/0"
        " spoke/VBD/ROOT/4/speak"
    )
    clause = clause_of(doc, "teacher")
    assert clause.kind is ClauseKind.APPOSITION
    assert (texts(clause.subjects), clause.complement.text) == (["Healey"], "teacher")


def test_a_role_before_its_name_is_an_apposition_of_the_name(make_doc):
    doc = make_doc(
        "the/DT/det/1 virologist/NN/nsubj/3 Koch/NNP/appos/1 spoke/VBD/ROOT/3/speak"
    )
    assert texts(clause_of(doc, "virologist").subjects) == ["Koch"]


def test_two_names_side_by_side_say_nothing(make_doc):
    doc = make_doc(
        "They/PRP/nsubj/1 met/VBD/ROOT/1/meet in/IN/prep/1 Paris/NNP/pobj/2//GPE"
        " ,/,/punct/3 France/NNP/appos/3//GPE"
    )
    assert [c.head.text for c in read_clauses(doc)] == ["met"]


def test_an_event_noun_has_who_does_it_and_to_what(make_doc):
    doc = make_doc(
        "Rome/NNP/poss/3//GPE 's/POS/case/0 strike/NN/compound/3 ban/NN/nsubj/6"
        " on/IN/prep/3 arms/NNS/pobj/4 ended/VBD/ROOT/6/end"
    )
    clause = clause_of(doc, "ban")
    assert clause.kind is ClauseKind.NOUN
    assert (texts(clause.subjects), texts(clause.objects)) == (["Rome"], ["strike"])
    assert obliques_of(clause) == ["on arms"]


def test_who_is_arrested_is_no_doer(make_doc):
    doc = make_doc("his/PRP$/poss/1 arrest/NN/nsubj/2 shocked/VBD/ROOT/2/shock")
    clause = clause_of(doc, "arrest")
    assert (clause.subjects, texts(clause.objects)) == ((), ["his"])


def test_a_thing_has_its_owner(make_doc):
    doc = make_doc(
        "Rome/NNP/poss/2 's/POS/case/0 missiles/NNS/nsubj/3 fell/VBD/ROOT/3/fall"
    )
    clause = clause_of(doc, "missiles")
    assert clause.kind is ClauseKind.POSSESSIVE
    assert texts(clause.subjects) == ["Rome"]


@pytest.mark.parametrize(
    "cells",
    [
        "U.S.-supplied/JJ/amod/1 arms/NNS/nsubj/2 fell/VBD/ROOT/2/fall",
        (
            "US/NNP/npadvmod/2//GPE -/HYPH/punct/2 supplied/VBN/amod/3/supply"
            " arms/NNS/nsubj/4 fell/VBD/ROOT/4/fall"
        ),
    ],
    ids=["one token", "three tokens"],
)
def test_a_compound_participle_is_a_passive_clause(make_doc, cells):
    clause = next(
        c for c in read_clauses(make_doc(cells)) if c.kind is ClauseKind.ADJECTIVE
    )
    assert (texts(clause.subjects), clause.passive) == (["arms"], True)


def test_a_nominal_clause_knows_the_verb_above(make_doc):
    doc = make_doc(
        "They/PRP/nsubj/1 lifted/VBD/ROOT/1/lift Rome/NNP/poss/4 's/POS/case/2"
        " ban/NN/dobj/1"
    )
    assert clause_of(doc, "ban").governor.text == "lifted"


def test_clauses_stand_in_the_order_of_their_heads(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/1 said/VBD/ROOT/1/say Rome/NNP/nsubj/3 fell/VBD/ccomp/1/fall"
    )
    assert [c.head.text for c in read_clauses(doc)] == ["said", "fell"]


def long_list(vocab, length):
    from spacy.tokens import Doc

    words = ["He", "saw"] + ["Rome", ","] * length
    heads = [1, 1, *(h for n in range(length) for h in (max(1, 2 * n), 2 * n + 2))]
    deps = ["nsubj", "ROOT"] + ["conj", "punct"] * length
    deps[2] = "dobj"
    tags = ["PRP", "VBD"] + ["NNP", ","] * length
    return Doc(vocab, words=words, heads=heads, deps=deps, tags=tags, lemmas=words)


def test_a_sentence_ten_times_as_long_costs_about_ten_times_as_much(vocab):
    def cost(doc):
        times = []
        for _ in range(5):
            start = time.process_time()
            read_clauses(doc)
            times.append(time.process_time() - start)
        return min(times)

    assert cost(long_list(vocab, 2000)) < 40 * max(cost(long_list(vocab, 200)), 1e-3)


def test_a_long_list_is_read_as_far_as_a_reader_would(vocab):
    (clause,) = read_clauses(long_list(vocab, 300))
    assert len(clause.objects) == 40


WORDS = [
    *("he", "said", "that", "which", "Rome", ",", "and", "to", "be", "not", "by", "of"),
    *("“", "”", "bombing", "-", "who", "'s", "&", "?", "U.S.", "was", "seen", "a"),
    *("president", "Smith"),
]


def test_where_is_no_preposition_of_the_place_it_stands_for(make_doc):
    doc = make_doc(
        "Lima/NNP/ROOT/0 where/WRB/advmod/3 she/PRP/nsubj/3 met/VBD/relcl/0"
        " him/PRP/dobj/3"
    )
    clause = clause_of(doc, "met")
    assert (texts(clause.objects), clause.obliques) == (["him"], ())


def test_the_object_does_what_it_is_seen_as_doing(make_doc):
    doc = make_doc(
        "They/PRP/nsubj/1 saw/VBD/ROOT/1/see him/PRP/dobj/1 as/IN/prep/1"
        " lying/VBG/pcomp/3"
    )
    assert texts(clause_of(doc, "lying").subjects) == ["him"]


def test_who_is_found_guilty_did_it(make_doc):
    doc = make_doc(
        "He/PRP/nsubjpass/2 was/VBD/auxpass/2/be found/VBN/ROOT/2/find"
        " guilty/JJ/oprd/2 of/IN/prep/3 lying/VBG/pcomp/4"
    )
    assert texts(clause_of(doc, "lying").subjects) == ["He"]


def test_a_headline_with_a_complement_is_passive(make_doc):
    doc = make_doc("Mayor/NN/nsubj/1 found/VBD/ROOT/1/find guilty/JJ/oprd/1")
    assert clause_of(doc, "found").passive


def test_an_order_in_quotation_marks_has_no_subject_of_the_saying(make_doc):
    doc = make_doc(
        "“/``/punct/4 Go/VB/ccomp/4 ”/''/punct/4 he/PRP/nsubj/4 said/VBD/ROOT/4/say"
    )
    clause = clause_of(doc, "Go")
    assert (clause.subjects, clause.mood) == ((), Mood.IMPERATIVE)


def test_a_verb_coordinated_with_an_object_has_the_subject_before(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/1 said/VBD/ROOT/1/say little/JJ/dobj/1 and/CC/cc/2"
        " left/VBD/conj/2/leave"
    )
    assert texts(clause_of(doc, "left").subjects) == ["He"]


def test_a_name_with_an_age_after_it_is_who_does_it(make_doc):
    doc = make_doc(
        "Asante/NNP/nsubj/5//PERSON a/DT/det/2 19-year-old/JJ/appos/0/old"
        " who/WP/nsubj/4 plays/VBZ/relcl/2 won/VBD/ROOT/5/win"
    )
    assert texts(clause_of(doc, "plays").subjects) == ["Asante"]


@pytest.mark.model
@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    text=st.text(max_size=120)
    | st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
)
def test_no_text_makes_it_fail(analyser, text):
    doc = analyser.nlp(text)
    clauses = read_clauses(doc)
    assert all(0 < clause.confidence < 1 and clause.pattern for clause in clauses)
    assert all(row.subject and row.relation for row in read_surface(doc))


def test_a_plain_past_form_shares_no_auxiliary(make_doc):
    doc = make_doc(
        "It/PRP/nsubj/2 had/VBD/aux/2/have failed/VBN/ROOT/2/fail and/CC/cc/2"
        " flew/VBD/conj/2/fly home/RB/advmod/4"
    )
    assert texts(clause_of(doc, "flew").words) == ["flew"]


def test_who_is_shot_dead_is_no_subject_of_shooting(make_doc):
    doc = make_doc(
        "Two/CD/nsubjpass/2 were/VBD/auxpass/2/be shot/VBN/ROOT/2/shoot dead/JJ/oprd/2"
    )
    clause = clause_of(doc, "shot")
    assert texts(clause.words) == ["were", "shot", "dead"]
    assert clause.complement is None


def test_an_adjective_after_as_is_an_argument(make_doc):
    doc = make_doc(
        "They/PRP/nsubj/1 described/VBD/ROOT/1/describe it/PRP/dobj/1 as/IN/prep/1"
        " historic/JJ/amod/3"
    )
    assert obliques_of(clause_of(doc, "described")) == ["as historic"]


def calls_of(read, *arguments):
    """Count the calls that a reading makes, which no other work sways."""
    read(*arguments)
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        read(*arguments)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("Smith’s brother’s ", "dog barked."),
        ("Smith, the mayor, ", "left."),
        ("— Smith left?\n— Brown left.\n", ""),
        ("Smith and ", "Brown met."),
        ("the head of ", "Paris."),
    ],
    ids=["possessive", "apposition", "dialogue", "and", "of"],
)
def test_a_sentence_twice_as_long_costs_about_twice_as_much(analyser, words, last):
    once, twice = (
        calls_of(extract_article, parse_article(words * n + last, "long"), analyser)
        for n in (130, 260)
    )
    assert twice < 2.5 * once


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("Considering/VBG/advcl/4 costs/NNS/dobj/0", False),
        ("Joking/VBG/advcl/4 aside/RB/advmod/0", False),
        ("Fearing/VBG/advcl/4 costs/NNS/dobj/0", True),
    ],
    ids=["considering", "aside", "fearing"],
)
def test_a_participle_of_nobody_is_no_clause(make_doc, words, read):
    doc = make_doc(f"{words} ,/,/punct/4 firms/NNS/nsubj/4 lost/VBD/ROOT/4/lose")
    heads = {clause.head.i for clause in read_clauses(doc)}
    assert (0 in heads) is read
