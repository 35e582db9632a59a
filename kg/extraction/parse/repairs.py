"""Mend frequent slips of the parser before clauses are read.

Every repair names the class of sentences that it mends; none looks at single sentences.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.parse import (
    clause_slips,
    fronted_slips,
    joined_slips,
    list_slips,
    name_slips,
    noun_slips,
    participle_slips,
    phrase_slips,
    relative_slips,
    subject_slips,
    verb_slips,
    word_slips,
)
from kg.extraction.parse.mends import corrected, is_in_ring
from kg.extraction.parse.syntax import Tree

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from spacy.tokens import Doc

    from kg.extraction.parse.mends import Mend

__all__ = ["REPAIRS", "mended", "mended_tree"]


def mended(doc: Doc) -> Doc:
    """Give a copy with a mended parse, or the Doc itself when nothing is to mend."""
    tree = mended_tree(doc)
    return tree.tokens[0].doc if tree.tokens else doc


def mended_tree(doc: Doc) -> Tree:
    """Read the parse of a Doc and mend it; its tokens are of a copy when it had slips.

    All repairs see the parse as it came; of two for one token the first counts.
    """
    tree = Tree.of(doc)
    chosen: dict[int, Mend] = {}
    for repair in REPAIRS.values():
        mends = list(repair(tree))
        if mends and not chosen.keys().isdisjoint(mend.index for mend in mends):
            mends = _apart(tree, mends, chosen)
        for mend in mends:
            chosen[mend.index] = mend
    for mend in word_slips.lemma_without_e(tree):
        known = chosen.get(mend.index, mend)
        chosen[mend.index] = replace(known, lemma=known.lemma or mend.lemma)
    kept = _without_rings(tree, chosen)
    copy = corrected(doc, kept) if kept else doc
    return tree if copy is doc else tree.mended(copy, kept)


def _apart(tree: Tree, mends: list[Mend], chosen: Collection[int]) -> list[Mend]:
    """Give the mends of those sentences in which none is of a token chosen before."""
    starts = [tree.tokens[mend.index].sent.start for mend in mends]
    taken = {s for s, m in zip(starts, mends, strict=True) if m.index in chosen}
    return [m for s, m in zip(starts, mends, strict=True) if s not in taken]


def _without_rings(tree: Tree, chosen: Mapping[int, Mend]) -> list[Mend]:
    """Give the mends of those sentences in which they leave a tree."""
    heads = list(tree.heads)
    for index, mend in chosen.items():
        heads[index] = mend.head
    rings = [index for index in chosen if is_in_ring(heads, index)]
    mends = list(chosen.values())
    return _apart(tree, mends, rings) if rings else mends


#: All repairs by the class of sentences that they mend, in the order in which they run.
REPAIRS: Mapping[str, Callable[[Tree], Iterator[Mend]]] = {
    "second-subject": noun_slips.second_subject,
    "split-word": word_slips.split_word,
    "joined-subjects": subject_slips.joined_subjects,
    "inverted-copula": subject_slips.inverted_copula,
    "inverted-saying": subject_slips.inverted_saying,
    "opening-participle": subject_slips.opening_participle,
    "swallowed-subject": subject_slips.swallowed_subject,
    "plural-possessive": noun_slips.plural_possessive,
    "split-compound": noun_slips.split_compound,
    "ampersand": noun_slips.ampersand,
    "finite-modifier": noun_slips.finite_modifier,
    "adjective-in-ing": verb_slips.adjective_in_ing,
    "far-agent": verb_slips.far_agent,
    "lost-subject": verb_slips.lost_subject,
    "clause-after-as": verb_slips.clause_after_as,
    "name-beside-noun": name_slips.name_beside_noun,
    "name-before-office": name_slips.name_before_office,
    "person-after-body": name_slips.person_after_body,
    "roles-before-name": name_slips.roles_before_name,
    "lost-name": noun_slips.lost_name,
    "relative-on-verb": verb_slips.relative_on_verb,
    "time-on-verb": verb_slips.time_on_verb,
    "country-list": noun_slips.country_list,
    "apposition-to-name": noun_slips.apposition_to_name,
    "apposition-to-last": noun_slips.apposition_to_last,
    "list-of-three": noun_slips.list_of_three,
    "stolen-subject": verb_slips.stolen_subject,
    "cleft-phrase": verb_slips.cleft_phrase,
    "inserted-saying": verb_slips.inserted_saying,
    "split-quotation": verb_slips.split_quotation,
    "infinitive-under-modal": verb_slips.infinitive_under_modal,
    "clause-after-case": phrase_slips.clause_after_case,
    "clause-after-provided": phrase_slips.clause_after_provided,
    "measure-after-by": phrase_slips.measure_after_by,
    "absolute-with": phrase_slips.absolute_with,
    "place-after-place": phrase_slips.place_after_place,
    "score-as-object": phrase_slips.score_as_object,
    "adverb-as-particle": phrase_slips.adverb_as_particle,
    "thanks-as-preposition": phrase_slips.thanks_as_preposition,
    "who-on-person": relative_slips.who_on_person,
    "saying-under-thing": clause_slips.saying_under_thing,
    "quoted-order": clause_slips.quoted_order,
    "subject-in-quotation": clause_slips.subject_in_quotation,
    "perfect-as-participle": clause_slips.perfect_as_participle,
    "noun-before-verb": clause_slips.noun_before_verb,
    "clause-in-complement": clause_slips.clause_in_complement,
    "relative-on-be": clause_slips.relative_on_be,
    "clause-after-now": fronted_slips.clause_after_now,
    "clause-before-break": fronted_slips.clause_before_break,
    "aside-from": fronted_slips.aside_from,
    "that-said": fronted_slips.that_said,
    "fronted-noun": fronted_slips.fronted_noun,
    "fronted-participle": fronted_slips.fronted_participle,
    "participle-as-past": fronted_slips.participle_as_past,
    "plain-after-infinitive": clause_slips.plain_after_infinitive,
    "phrase-after-names": phrase_slips.phrase_after_names,
    "garden-path": clause_slips.garden_path,
    "garden-path-below": list_slips.garden_path_below,
    "list-after-preposition": list_slips.list_after_preposition,
    "participle-after-last": list_slips.participle_after_last,
    "clause-after-list": list_slips.clause_after_list,
    "things-that-are": list_slips.things_that_are,
    "split-range": list_slips.split_range,
    "place-under-time": list_slips.place_under_time,
    "few-if-any": list_slips.few_if_any,
    "subject-after-source": list_slips.subject_after_source,
    "finite-after-noun": list_slips.finite_after_noun,
    "participle-after-noun": list_slips.participle_after_noun,
    "aged-name": list_slips.aged_name,
    "aim-of-choice": list_slips.aim_of_choice,
    "score-in-name": phrase_slips.score_in_name,
    "clause-after-fronted-saying": joined_slips.clause_after_fronted_saying,
    "perfect-around-aside": clause_slips.perfect_around_aside,
    "object-before-clause": subject_slips.object_before_clause,
    "clause-after-claim": joined_slips.clause_after_claim,
    "content-on-hearer": joined_slips.content_on_hearer,
    "content-on-document": joined_slips.content_on_document,
    "list-after-object": joined_slips.list_after_object,
    "not-before-second": joined_slips.not_before_second,
    "gerund-after-finite": joined_slips.gerund_after_finite,
    "past-after-infinitive": joined_slips.past_after_infinitive,
    "subject-after-joint": subject_slips.subject_after_joint,
    "subject-after-complement": joined_slips.subject_after_complement,
    "relative-by-number": relative_slips.relative_by_number,
    "doer-of-prospect": participle_slips.doer_of_prospect,
    "time-spent": participle_slips.time_spent,
    "means-on-thing": relative_slips.means_on_thing,
    "participle-between-commas": relative_slips.participle_between_commas,
    "name-of-thing": relative_slips.name_of_thing,
    "apposition-as-object": noun_slips.apposition_as_object,
    "clause-after-as-noun": joined_slips.clause_after_as_noun,
    "object-of-lower-verb": relative_slips.object_of_lower_verb,
    "time-clause-on-place": relative_slips.time_clause_on_place,
    "relative-on-subject": relative_slips.relative_on_subject,
    "participle-after-relative": relative_slips.participle_after_relative,
    "participle-after-name": relative_slips.participle_after_name,
    "that-on-name": relative_slips.that_on_name,
    "cut-at-hyphen": word_slips.cut_at_hyphen,
    "perfect-after-adverb": word_slips.perfect_after_adverb,
    "verb-of-fragment": word_slips.verb_of_fragment,
    "fronted-apposition": fronted_slips.fronted_apposition,
    "fronted-predicate": fronted_slips.fronted_predicate,
    "measure-as-object": phrase_slips.measure_as_object,
    "rank-as-object": phrase_slips.rank_as_object,
    "reflexive-as-complement": phrase_slips.reflexive_as_complement,
    "adjective-after-have": word_slips.adjective_after_have,
    "noun-in-adjective": word_slips.noun_in_adjective,
    "passive-without-be": word_slips.passive_without_be,
    "split-prefix": word_slips.split_prefix,
    "perfect-with-short-form": word_slips.perfect_with_short_form,
    "short-auxiliary": word_slips.short_auxiliary,
    "verb-as-noun": word_slips.verb_as_noun,
    "called-so": verb_slips.called_so,
}
