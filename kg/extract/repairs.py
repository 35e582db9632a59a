"""Mend frequent slips of the parser before clauses are read.

Every repair names the class of sentences that it mends; none looks at single sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract import noun_slips, verb_slips, word_slips
from kg.extract.mends import corrected
from kg.extract.syntax import Tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from spacy.tokens import Doc

    from kg.extract.mends import Mend

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
        if not any(mend.index in chosen for mend in mends):
            chosen |= {mend.index: mend for mend in mends}
    copy = corrected(doc, chosen.values()) if chosen else doc
    return tree if copy is doc else tree.mended(copy, chosen.values())


#: All repairs by the class of sentences that they mend, in the order in which they run.
REPAIRS: Mapping[str, Callable[[Tree], Iterator[Mend]]] = {
    "second-subject": noun_slips.second_subject,
    "split-compound": noun_slips.split_compound,
    "ampersand": noun_slips.ampersand,
    "adjective-in-ing": verb_slips.adjective_in_ing,
    "far-agent": verb_slips.far_agent,
    "lost-subject": verb_slips.lost_subject,
    "clause-after-as": verb_slips.clause_after_as,
    "lost-name": noun_slips.lost_name,
    "relative-on-verb": verb_slips.relative_on_verb,
    "time-on-verb": verb_slips.time_on_verb,
    "country-list": noun_slips.country_list,
    "apposition-to-name": noun_slips.apposition_to_name,
    "list-of-three": noun_slips.list_of_three,
    "stolen-subject": verb_slips.stolen_subject,
    "cleft-phrase": verb_slips.cleft_phrase,
    "inserted-saying": verb_slips.inserted_saying,
    "split-quotation": verb_slips.split_quotation,
    "split-prefix": word_slips.split_prefix,
    "short-auxiliary": word_slips.short_auxiliary,
    "lemma-without-e": word_slips.lemma_without_e,
}
