"""Well-known names that fall apart where names mostly end."""

from __future__ import annotations

import pytest

from kg.extraction.lexicon import load_lexicon
from kg.extraction.referents.hints import Hints
from kg.extraction.referents.naming import find_names
from kg.extraction.referents.whole_names import find_whole

SHOP = "Lowe/NNP/nsubj/2 's/POS/case/0 fell/VBD/ROOT/2"


def test_a_name_that_ends_like_a_possessor_is_whole(make_doc):
    assert [name.words for name in find_whole(make_doc(SHOP))] == ["Lowe 's"]


def test_somebodys_possession_is_no_shop(make_doc):
    doc = make_doc(f"{SHOP} for/IN/prep/2 Ann/NNP/compound/5 Lowe/NNP/pobj/3")
    doc.set_ents([doc[4:6].char_span(0, len("Ann Lowe"), label="PERSON")])
    assert list(find_whole(doc)) == []


@pytest.mark.parametrize("inside", [True, False])
def test_a_part_of_a_longer_name_is_none(make_doc, inside):
    doc = make_doc(
        "Ohio/NNP/nmod/1 Health/NNP/nsubj/5 and/CC/cc/1 Human/NNP/compound/4 "
        "Services/NNP/conj/1 left/VBD/ROOT/5"
    )
    if inside:
        doc.set_ents([doc[0:5].char_span(0, len(doc[0:5].text), label="ORG")])
    found = [name.words for name in find_whole(doc)]
    assert found == ([] if inside else ["Health and Human Services"])


@pytest.mark.parametrize(
    ("number", "words"), [("500", "S&P 500"), ("12500", "S&P"), ("down", "S&P")]
)
def test_an_index_keeps_its_number(make_doc, number, words):
    tag = "CD" if number.isdigit() else "RB"
    doc = make_doc(
        f"the/DT/det/1 S&P/NNP/nsubj/3/S&P/ORG {number}/{tag}/nummod/1 fell/VBD/ROOT/3"
    )
    found = find_names(doc, load_lexicon(), Hints())
    assert [name.words for name in found] == [words]
