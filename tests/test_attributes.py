"""The table of the attribute ruler: what it sets is what the ruler sets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from kg.analysis import load_model
from kg.attributes import remember

SET = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
TAGS = ["NN", "NNP", "VB", "VBZ", "VBP", "VBD", "RB", "IN", "DT", "WDT", "PRP", "_SP"]
DEPS = ["", "nsubj", "dobj", "pobj", "aux", "auxpass", "ROOT", "expl", "det", "advmod"]
WORDS = [
    "Smith", "I", "you", "It", "that", "not", "n't", "nt", "ai", "is", "'s", "are",
    "do", "gon", "na", "let", "y'", "all", "c'm", "on", "nothin'", "had", "the", "\n",
    " ", "got",
]  # fmt: skip
CELL = st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS), st.sampled_from(DEPS))


@pytest.fixture(scope="module")
def rulers(analyser):
    """Give the model's ruler as it is, and one that remembers."""
    own = analyser.nlp.get_pipe("attribute_ruler")
    rulers = [AttributeRuler(own.vocab), AttributeRuler(own.vocab)]
    for ruler in rulers:
        ruler.add_patterns(own.patterns)
    assert remember(rulers[1])
    return rulers


@pytest.mark.model
@settings(deadline=None, max_examples=150)
@given(cells=st.lists(CELL, max_size=12))
def test_a_ruler_that_remembers_sets_what_it_would_set_without(rulers, cells):
    words, tags, deps = zip(*cells, strict=True) if cells else ((), (), ())
    docs = [
        Doc(
            ruler.vocab,
            words=list(words),
            tags=list(tags),
            heads=list(range(len(words))),
            deps=list(deps),
        )
        for ruler in rulers
    ]
    set_ = [
        ruler(doc).to_array(SET).tolist()
        for ruler, doc in zip(rulers, docs, strict=True)
    ]
    assert set_[0] == set_[1]


@pytest.mark.model
def test_the_seed_article_is_parsed_as_by_the_model_itself(
    analyser, seed_article, monkeypatch
):
    text = seed_article.text
    monkeypatch.setattr("kg.analysis.remember", lambda _ruler: False)
    own = load_model().nlp
    assert own(text).to_array(SET).tolist() == analyser.nlp(text).to_array(SET).tolist()


def test_patterns_that_see_more_than_a_table_are_left_to_the_ruler(vocab):
    ruler = AttributeRuler(vocab)
    ruler.add([[{"ORTH": "Smith"}]], {"LEMMA": "smith"})
    assert not remember(ruler)
    ruler = AttributeRuler(vocab)
    ruler.add([[{"LOWER": "smith", "OP": "+"}]], {"LEMMA": "smith"})
    assert not remember(ruler)
