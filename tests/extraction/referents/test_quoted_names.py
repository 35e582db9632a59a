"""Titles of works in quotation marks."""

from __future__ import annotations

import pytest

from kg.extraction.referents.quoted_names import find_quoted


def titles_in(doc):
    return [name.words for name in find_quoted(doc)]


@pytest.mark.parametrize(
    ("cells", "title"),
    [
        ("the/DT/det/1 song/NN/ROOT/1 “/``/punct/3 Breathing/NN/appos/1 ”/''/punct/3",
         "Breathing"),
        (("with/IN/ROOT/0 “/``/punct/2 Foxes/NNS/pobj/0 and/CC/cc/2 Hens/NNS/conj/2 "
         ",/,/punct/2 ”/''/punct/2"), "Foxes and Hens"),
        (("the/DT/det/1 game/NN/ROOT/1 (/-LRB-/punct/3 “/``/punct/4 The/DT/det/5 "
         "Find/NN/appos/1 ”/''/punct/5 )/-RRB-/punct/5"), "The Find"),
    ],
    ids=["noun", "small-word", "brackets"],
)  # fmt: skip
def test_a_title_is_one_name(make_doc, cells, title):
    assert titles_in(make_doc(cells)) == [title]


def test_a_title_beside_a_title_is_one(make_doc):
    doc = make_doc(
        "songs/NNS/ROOT/0/song by/IN/prep/0 “/``/punct/3 Paper/NN/pobj/1 ”/''/punct/3 "
        "and/CC/cc/3 “/``/punct/7 Stone/NN/conj/3 .../:/punct/7 ”/''/punct/7"
    )
    assert titles_in(doc) == ["Paper", "Stone"]


@pytest.mark.parametrize(
    "cells",
    [
        "a/DT/det/3 “/``/punct/2 Quiet/JJ/amod/3 Team/NN/ROOT/3 ”/''/punct/3",
        (
            "“/``/punct/1 Sit/VB/ROOT/1 and/CC/cc/1 Eat/VB/conj/1 ,/,/punct/1 "
            "”/''/punct/1 she/PRP/nsubj/7 said/VBD/ROOT/7"
        ),
        "the/DT/det/1 song/NN/ROOT/1 “/``/punct/3 breathing/NN/appos/1 ”/''/punct/3",
        (
            "the/DT/det/1 film/NN/ROOT/1 “/``/punct/3 Ends/VBZ/ccomp/1 too/RB/advmod/3 "
            "late/RB/advmod/3 ”/''/punct/3"
        ),
    ],
    ids=["nickname", "speech", "small", "sentence"],
)
def test_other_words_in_marks_are_no_title(make_doc, cells):
    assert titles_in(make_doc(cells)) == []
