"""Mend participles that the parser gave to a noun which does not do them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import Form, Outcome, load_cues
from kg.extraction.parse.mends import Mend
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["doer_of_prospect", "time_spent"]


def doer_of_prospect(tree: Tree) -> Iterator[Mend]:
    """What may be done given to a prospect: "the risk of Peru leaving the union".

    The parser hangs it on the risk, or on Peru, as if that had left.
    """
    for verb in tree.having("acl", tags={"VBG"}):
        doer = _doer_after_of(tree, tree.head(verb)) or tree.head(verb)
        if tree.dep(doer) != "pobj" or doer.right_edge.i + 1 < verb.left_edge.i:
            continue
        preposition = tree.head(doer)
        noun = tree.head(preposition)
        if preposition.lower_ == "of" and _is_open(tree, noun, doer):
            yield Mend(doer.i, verb.i, "nsubj")
            yield Mend(verb.i, preposition.i, "pcomp")


def _doer_after_of(tree: Tree, noun: Token) -> Token | None:
    """Give whom a noun is "of"."""
    for preposition in tree.children(noun, "prep"):
        if preposition.lower_ == "of":
            return tree.child(preposition, "pobj")
    return None


def _is_open(tree: Tree, noun: Token, doer: Token) -> bool:
    """Tell a noun for what may be; before a name also one for what is told."""
    if tree.lemma(noun) in table_words("repairs.toml", "prospects"):
        return True
    row = load_cues().complement("noun", Form.GERUND, tree.lemma(noun))
    told = row is not None and row.said and row.affirmed is Outcome.OPEN
    return told and tree.tag(doer)[:3] == "NNP"


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
