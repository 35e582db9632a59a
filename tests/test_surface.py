"""The surface reading: words as they stand, in tokenised and in running text."""

from __future__ import annotations

import json

import pytest

from kg.surface import SurfaceTuple, read_surface, to_jsonl, to_tsv


def rows(tuples):
    return [(t.subject, t.relation, t.object) for t in tuples]


def test_an_object_is_named_shortly_and_the_rest_is_further(make_doc):
    doc = make_doc(
        "They/PRP/nsubj/1 added/VBD/ROOT/1/add a/DT/det/3 wing/NN/dobj/1 of/IN/prep/3"
        " stone/NN/pobj/4 built/VBN/acl/3/build in/IN/prep/6 1900/CD/pobj/7"
    )
    first = read_surface(doc)[0]
    assert rows([first]) == [("They", "added", "a wing of stone")]
    assert first.further == ("built in 1900",)


def test_what_a_name_is_called_between_commas_is_a_row_with_an_unsaid_is(make_doc):
    doc = make_doc(
        "Lee/NNP/nsubj/6 ,/,/punct/0 a/DT/det/3 clerk/NN/appos/0 in/IN/prep/3"
        " Rome/NNP/pobj/4 left/VBD/ROOT/6/leave early/RB/advmod/6"
    )
    named = rows(read_surface(doc))
    assert ("Lee", "is", "a clerk") in named
    assert read_surface(doc)[named.index(("Lee", "is", "a clerk"))].further == (
        "in Rome",
    )


def test_a_name_beside_its_noun_without_a_mark_gives_no_row(make_doc):
    doc = make_doc(
        "The/DT/det/1 clerk/NN/nsubj/3 Lee/NNP/appos/1 left/VBD/ROOT/3/leave"
        " Rome/NNP/dobj/3"
    )
    assert [relation for _, relation, _ in rows(read_surface(doc))] == ["left"]


def test_the_object_goes_into_the_relation_of_what_comes_after(make_doc):
    doc = make_doc(
        "They/PRP/nsubj/1 added/VBD/ROOT/1/add wings/NNS/dobj/1 to/IN/prep/1"
        " it/PRP/pobj/3"
    )
    assert rows(read_surface(doc)) == [
        ("They", "added", "wings"),
        ("They", "added wings to", "it"),
    ]


def test_the_first_phrase_goes_into_the_relation_of_the_second(make_doc):
    doc = make_doc(
        "She/PRP/nsubj/1 went/VBD/ROOT/1/go to/IN/prep/1 Rome/NNP/pobj/2 by/IN/prep/1"
        " train/NN/pobj/4"
    )
    assert rows(read_surface(doc)) == [
        ("She", "went to", "Rome"),
        ("She", "went to Rome by", "train"),
    ]


def test_an_adverb_right_after_the_predicate_is_told_with_it(make_doc):
    doc = make_doc(
        "This/DT/nsubj/1 is/VBZ/ROOT/1/be not/RB/neg/1 just/RB/advmod/1 old/JJ/amod/5"
        " Rome/NNP/attr/1"
    )
    assert rows(read_surface(doc)) == [("This", "is not just", "old Rome")]


def test_an_adverb_behind_the_object_stays_out_of_the_relation(make_doc):
    doc = make_doc(
        "She/PRP/nsubj/1 left/VBD/ROOT/1/leave Rome/NNP/dobj/1 early/RB/advmod/1"
        " by/IN/prep/1 train/NN/pobj/4"
    )
    assert ("She", "left", "Rome") in rows(read_surface(doc))


def test_an_adverb_after_a_preposition_is_a_further_argument(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/2 had/VBD/aux/2/have made/VBN/ROOT/2/make films/NNS/dobj/2"
        " until/IN/prep/2 recently/RB/pcomp/4"
    )
    assert read_surface(doc)[0].further == ("until recently",)


def test_phrases_side_by_side_stay_out_of_each_others_relations(make_doc):
    doc = make_doc(
        "It/PRP/nsubj/1 came/VBD/ROOT/1/come in/IN/prep/1 red/NN/pobj/2 and/CC/cc/3"
        " blue/NN/conj/3"
    )
    assert rows(read_surface(doc)) == [
        ("It", "came in", "red"),
        ("It", "came in", "blue"),
    ]


def test_a_clause_is_the_object_of_a_verb_that_has_nothing_else(make_doc):
    doc = make_doc(
        "Pumps/NNS/nsubj/1 stop/VBP/ROOT/1/stop if/IN/mark/5 the/DT/det/4"
        " tank/NN/nsubj/5 empties/VBZ/advcl/1/empty"
    )
    assert rows(read_surface(doc)) == [("Pumps", "stop", "if the tank empties")]


def test_an_adverb_comes_before_a_clause(make_doc):
    doc = make_doc(
        "Pumps/NNS/nsubj/1 stop/VBP/ROOT/1/stop abruptly/RB/advmod/1 if/IN/mark/6"
        " the/DT/det/5 tank/NN/nsubj/6 empties/VBZ/advcl/1/empty"
    )
    first = read_surface(doc)[0]
    assert rows([first]) == [("Pumps", "stop", "abruptly")]
    assert first.further == ("if the tank empties",)


def test_a_further_argument_is_given_without_its_relative_clause(make_doc):
    doc = make_doc(
        "She/PRP/nsubj/1 put/VBD/ROOT/1/put it/PRP/dobj/1 in/IN/prep/1 a/DT/det/5"
        " box/NN/pobj/3 that/WDT/nsubj/7 leaked/VBD/relcl/5/leak"
    )
    assert read_surface(doc)[0].further == ("in a box",)


def test_what_is_so_is_told_before_what_comes_of_it(make_doc):
    doc = make_doc(
        "Stars/NNS/nsubj/1 are/VBP/ROOT/1/be so/RB/advmod/4 far/RB/advmod/4"
        " away/RB/advmod/1 that/IN/mark/7 they/PRP/nsubj/7 fade/VBP/ccomp/1/fade"
    )
    first = read_surface(doc)[0]
    assert rows([first]) == [("Stars", "are", "so far away")]
    assert first.further == ("that they fade",)


def test_modifiers_of_a_plural_are_split(make_doc):
    doc = make_doc(
        "Greek/JJ/amod/3 and/CC/cc/0 Roman/JJ/conj/0 pagans/NNS/nsubj/4"
        " saw/VBD/ROOT/4/see it/PRP/dobj/4"
    )
    assert [t.subject for t in read_surface(doc)] == ["Greek pagans", "Roman pagans"]


def test_an_infinitive_is_told_with_the_clause_above(make_doc):
    doc = make_doc(
        "He/PRP/nsubj/1 has/VBZ/ROOT/1/have rights/NNS/dobj/1 to/TO/aux/4"
        " bring/VB/acl/2 Carl/NNP/dobj/4"
    )
    assert rows(read_surface(doc)) == [
        ("He", "has", "rights"),
        ("He", "has rights to bring", "Carl"),
    ]


def test_words_that_stand_together_stay_together(vocab):
    from spacy.tokens import Doc

    doc = Doc(
        vocab,
        words=["Kyiv", "’s", "F-16s", "hit", "U.S.", "-", "built", "bases", "."],
        spaces=[False, True, True, True, False, False, True, False, False],
        tags=["NNP", "POS", "NNS", "VBD", "NNP", "HYPH", "VBN", "NNS", "."],
        heads=[2, 0, 3, 3, 6, 6, 7, 3, 3],
        deps="poss case nsubj ROOT npadvmod punct amod dobj punct".split(),  # noqa: SIM905
        lemmas=["kyiv", "’s", "f-16", "hit", "u.s.", "-", "build", "base", "."],
    )
    assert rows(read_surface(doc)) == [("Kyiv’s F-16s", "hit", "U.S.-built bases")]


@pytest.mark.model
def test_tokenised_text_keeps_its_spaces(analyser):
    text = "Mr. Stoll 's trial was delayed by non - union staff , who said `` no '' ."
    found = rows(read_surface(analyser.nlp(text)))
    assert ("Mr. Stoll 's trial", "was delayed by", "non - union staff") in found


@pytest.mark.model
def test_what_is_said_is_an_object(analyser):
    doc = analyser.nlp("Healey said that Britain would step up support for Ukraine.")
    assert ("Healey", "said", "that Britain would step up support for Ukraine") in rows(
        read_surface(doc)
    )


@pytest.mark.model
def test_the_surest_readings_are_main_clauses(analyser):
    doc = analyser.nlp("Healey visited Ukraine on Saturday to meet the president.")
    found = {t.relation: t.confidence for t in read_surface(doc)}
    assert found["visited"] > found["visited Ukraine on"]


def test_a_line_has_id_slots_confidence_and_further_arguments():
    found = SurfaceTuple(0, "He", "saw", "it", 0.756, ("in Rome",))
    assert list(to_tsv("a1", [found])) == ["a1\tHe\tsaw\tit\t0.756\tin Rome"]


def test_a_json_line_has_the_same():
    found = SurfaceTuple(3, "He", "saw", "it", 0.756, ("in Rome",))
    assert json.loads(next(to_jsonl("a1", [found]))) == {
        "id": "a1",
        "sentence": 3,
        "subject": "He",
        "relation": "saw",
        "object": "it",
        "confidence": 0.756,
        "further": ["in Rome"],
    }


def test_a_tab_in_the_text_never_breaks_a_line(vocab):
    from spacy.tokens import Doc

    doc = Doc(
        vocab,
        words=["He", "saw", "old", "\t", "Rome"],
        tags=["PRP", "VBD", "JJ", "_SP", "NNP"],
        heads=[1, 1, 4, 4, 1],
        deps=["nsubj", "ROOT", "amod", "dep", "dobj"],
        lemmas=["he", "see", "old", " ", "Rome"],
    )
    (line,) = to_tsv("a", read_surface(doc))
    assert line.count("\t") == 4
