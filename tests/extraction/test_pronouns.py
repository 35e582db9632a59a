"""Of whom a subject pronoun speaks, where only the grammar tells."""

from __future__ import annotations

import pytest

from kg.extraction.pronouns import antecedent_of
from kg.extraction.syntax import Tree

MEANT = {
    "counted": (
        (
            "Thousands/NNS/nsubj/3/thousand of/IN/prep/0 miners/NNS/pobj/1/miner"
            " left/VBD/ROOT/3 They/PRP/nsubj/5 sang/VBD/ROOT/5"
        ),
        4,
        0,
    ),
    "same-word": (
        (
            "They/PRP/nsubj/1 said/VBD/ROOT/1/say they/PRP/nsubjpass/4"
            " were/VBD/auxpass/4 hurt/VBN/ccomp/1"
        ),
        2,
        0,
    ),
    "on-and-on": (
        "They/PRP/nsubj/1 left/VBD/ROOT/1 They/PRP/nsubj/3 sang/VBD/ROOT/3",
        2,
        0,
    ),
    "things": (
        (
            "Suits/NNS/nsubj/2/suit were/VBD/auxpass/2 filed/VBN/ROOT/2"
            " They/PRP/nsubj/4 seek/VBP/ROOT/4"
        ),
        3,
        0,
    ),
}
OPEN = {
    "one-person": (
        "Ann/NNP/nsubj/1/Ann/PERSON left/VBD/ROOT/1 They/PRP/nsubj/3 sang/VBD/ROOT/3",
        2,
    ),
    "several-things": (
        (
            "Suits/NNS/nsubj/1/suit seek/VBP/ROOT/1 funds/NNS/dobj/1/fund "
            "They/PRP/nsubj/4 grew/VBD/ROOT/4"
        ),
        3,
    ),
    "quoted": (
        (
            "Suits/NNS/nsubj/1/suit rose/VBD/ROOT/1 “/``/punct/3 They/PRP/nsubj/4 "
            "hurt/VBP/ROOT/4"
        ),
        3,
    ),
}


@pytest.mark.parametrize(("cells", "pronoun", "noun"), MEANT.values(), ids=MEANT)
def test_they_are_those_of_whom_the_text_goes_on_to_speak(
    make_doc, cells, pronoun, noun
):
    tree = Tree.of(make_doc(cells))
    found = antecedent_of(tree, tree.tokens[pronoun])
    assert found is not None
    assert found.i == noun


@pytest.mark.parametrize(("cells", "pronoun"), OPEN.values(), ids=OPEN)
def test_they_stay_open_where_others_may_be_meant(make_doc, cells, pronoun):
    tree = Tree.of(make_doc(cells))
    assert antecedent_of(tree, tree.tokens[pronoun]) is None
