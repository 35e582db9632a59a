"""What stands beside a noun and is not it."""

import pytest

from kg.extraction.parse.syntax import Tree
from kg.extraction.statements.appositions import is_juxtaposed

PASSED = (
    "The/DT/det/1 parade/NN/nsubj/2 passed/VBD/ROOT/2/pass ,/,/punct/1 a/DT/det/5"
    " band/NN/appos/1 playing/VBG/acl/5/play"
)
BESIDE = (
    "The/DT/det/1 parade/NN/nsubj/6 ,/,/punct/1 a/DT/det/4 band/NN/appos/1"
    " playing/VBG/acl/4/play passed/VBD/ROOT/6/pass"
)


@pytest.mark.parametrize(
    ("cells", "noun", "juxtaposed"), [(PASSED, 5, True), (BESIDE, 4, False)]
)
def test_what_goes_on_beside_a_deed_is_not_who_did_it(
    make_doc, cells, noun, juxtaposed
):
    doc = make_doc(cells)
    assert is_juxtaposed(Tree.of(doc), doc[noun], doc[1]) is juxtaposed
