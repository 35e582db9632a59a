"""A clause keeps the subjects that its verb agrees with in number."""

from __future__ import annotations

import pytest

from kg.extraction.grammar.clauses import clauses_of
from kg.extraction.grammar.misreadings import is_misread
from kg.extraction.parse.agreement import agreeing, is_of_many
from kg.extraction.parse.syntax import Tree

SUBJECTS = [
    (
        (
            "maps/NNS/ROOT/0/map ,/,/punct/0 which/WDT/nsubj/3 is/VBZ/relcl/0/be"
            " rare/JJ/acomp/3"
        ),
        [],
    ),
    (
        (
            "maps/NNS/ROOT/0/map ,/,/punct/0 which/WDT/nsubj/3 are/VBP/relcl/0/be"
            " rare/JJ/acomp/3"
        ),
        ["maps"],
    ),
    (
        "chalk/NN/ROOT/0/chalk that/WDT/nsubj/2 are/VBP/relcl/0/be rare/JJ/acomp/2",
        [],
    ),
    (
        (
            "a/DT/det/1 crew/NN/ROOT/1/crew which/WDT/nsubj/3 are/VBP/relcl/1/be"
            " rare/JJ/acomp/3"
        ),
        ["crew"],
    ),
    (
        (
            "Sound/NN/nsubj/3/sound and/CC/cc/0 film/NN/conj/0/film is/VBZ/ROOT/3/be"
            " rare/JJ/acomp/3"
        ),
        ["Sound"],
    ),
    (
        (
            "Sound/NN/nsubj/3/sound and/CC/cc/0 film/NN/conj/0/film are/VBP/ROOT/3/be"
            " rare/JJ/acomp/3"
        ),
        ["Sound", "film"],
    ),
]


@pytest.mark.parametrize(("cells", "wanted"), SUBJECTS)
def test_subjects_agree_with_their_verb(make_doc, cells, wanted):
    tree = Tree.of(make_doc(cells))
    clause = next(c for c in clauses_of(tree) if c.subjects)
    kept = agreeing(tree, clause, clause.subjects)
    assert [token.text for token in kept] == wanted


@pytest.mark.parametrize(
    ("word", "tag", "wanted"),
    [("are", "VBP", True), ("is", "VBZ", False), ("fell", "VBD", None)],
)
def test_the_number_of_a_form(make_doc, word, tag, wanted):
    tree = Tree.of(make_doc(f"{word}/{tag}/ROOT/0"))
    assert is_of_many(tree, tree.tokens[0]) is wanted


def test_a_plain_form_beside_a_finite_one_is_misread(make_doc):
    tree = Tree.of(
        make_doc(
            "It/PRP/nsubj/1 tells/VBZ/ROOT/1/tell prices/NNS/dobj/1 ,/,/punct/1"
            " feed/VB/conj/1/feed costs/NNS/dobj/4"
        )
    )
    misread = {c.head.text for c in clauses_of(tree) if is_misread(tree, c)}
    assert misread == {"feed"}
