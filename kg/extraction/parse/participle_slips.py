"""Mend participles that the parser gave to a noun which does not do them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.parse.mends import Mend
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extraction.parse.syntax import Tree

__all__ = ["doer_of_prospect", "time_spent"]


def doer_of_prospect(tree: Tree) -> Iterator[Mend]:
    """What may be done given to a prospect: "the risk of Peru leaving the union"."""
    prospects = table_words("repairs.toml", "prospects")
    for verb in tree.having("acl", tags={"VBG"}):
        noun = tree.head(verb)
        if tree.lemma(noun) not in prospects:
            continue
        for preposition in tree.children(noun, "prep"):
            doer = tree.child(preposition, "pobj")
            of = tree.words[preposition.i] == "of" and doer is not None
            if of and doer and doer.right_edge.i + 1 == verb.left_edge.i:
                yield Mend(doer.i, verb.i, "nsubj")
                yield Mend(verb.i, preposition.i, "pcomp")


def time_spent(tree: Tree) -> Iterator[Mend]:
    """What one did given to the time of it: "spent years fighting the bank"."""
    times = table_words("repairs.toml", "time_nouns")
    for verb in tree.having("xcomp", "acl", tags={"VBG"}):
        above = tree.head(verb)
        spent = above
        if tree.dep(verb) == "acl":
            spent = tree.head(above)
            timed = above.ent_type_ in {"DATE", "TIME"} or tree.lemma(above) in times
            if tree.dep(above) != "dobj" or not timed:
                continue
        if tree.lemma(spent) in {"spend", "waste"} and tree.child(spent, "dobj"):
            yield Mend(verb.i, spent.i, "advcl")
