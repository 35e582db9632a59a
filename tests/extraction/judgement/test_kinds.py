"""Clauses that only tell which of a kind are meant, or what something is like."""

import pytest

from kg.articles import parse_article
from kg.extraction.judgement.kinds import is_likeness, is_of_a_kind
from kg.extraction.parse.syntax import Tree
from kg.pipeline import extract_article

GENERAL = (
    "Cooks/NNS/nsubj/3/cook who/WP/nsubj/2 hurry/VBP/relcl/0"
    " burn/VBP/ROOT/3 rice/NN/dobj/3 ././punct/3"
)
REPORTED = (
    "Police/NNS/nsubj/1 freed/VBD/ROOT/1/free cooks/NNS/dobj/1/cook"
    " who/WP/nsubj/4 hurry/VBP/relcl/2 ././punct/1"
)
COUNTED = (
    "Two/CD/nummod/1 cooks/NNS/nsubj/4/cook who/WP/nsubj/3 hurry/VBP/relcl/1"
    " burn/VBP/ROOT/4 rice/NN/dobj/4 ././punct/4"
)
HEADLINE = (
    "Mayor/NN/nsubj/1 meets/VBZ/ROOT/1/meet cooks/NNS/dobj/1/cook"
    " who/WP/nsubj/4 hurry/VBP/relcl/2"
)
GOING_ON = (
    "He/PRP/nsubj/2 is/VBZ/aux/2/be hiring/VBG/ROOT/2/hire cooks/NNS/dobj/2/cook"
    " who/WP/nsubj/5 hurry/VBP/relcl/3 ././punct/2"
)


def place(doc, word):
    return next(t.i for t in doc if t.text.lower() == word)


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        pytest.param(GENERAL, True, id="general"),
        pytest.param(REPORTED, False, id="past"),
        pytest.param(COUNTED, False, id="counted"),
        pytest.param(HEADLINE, False, id="headline"),
        pytest.param(GOING_ON, False, id="going on"),
    ],
)
def test_a_relative_clause_in_a_general_sentence_only_picks_out(make_doc, cells, kind):
    doc = make_doc(cells)
    found = is_of_a_kind(Tree.of(doc), place(doc, "cooks"), place(doc, "hurry"))
    assert found is kind


@pytest.mark.parametrize(("word", "likeness"), [("like", True), ("past", False)])
def test_what_something_is_like_is_only_thought_of(make_doc, word, likeness):
    doc = make_doc(
        f"He/PRP/nsubj/1 ran/VBD/ROOT/1/run {word}/IN/prep/1 a/DT/det/4"
        " thief/NN/pobj/2 who/WP/nsubj/6 fled/VBD/relcl/4/flee"
    )
    tree = Tree.of(doc)
    assert is_likeness(tree, place(doc, "thief"), place(doc, "fled")) is likeness


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "subject", "predicate", "asserted"),
    [
        ("Bakers who sleep late lose money.", "baker", "sleep", False),
        ("Guards freed bakers who slept in a cell.", "baker", "sleepIn", True),
        ("The grant is for poets who lack money.", "poet", "lack", False),
        ("She sang like a child who had lost a dog.", "child", "lose", False),
        ("She sang for a child who had lost a dog.", "child", "lose", True),
        ("Shares of the mill were little changed.", "share", "beChanged", False),
        ("Shares of the mill were much changed.", "share", "beChanged", True),
        ("The town has changed little since May.", "town", "change", False),
        ("The crane barely moved.", "crane", "move", False),
        ("The ship barely reached the port.", "ship", "reach", True),
        ("Nobody knows who robbed the bank.", "nobody", "rob", False),
    ],
)
def test_what_is_not_told_of_anything_is_not_asserted(
    analyser, text, subject, predicate, asserted
):
    statements = extract_article(parse_article(text, "x"), analyser).statements
    found = any(
        s.asserted
        and s.subject.label == subject
        and s.predicate.id.startswith(predicate)
        for s in statements
    )
    assert found is asserted
