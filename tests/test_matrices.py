"""The products of the model's layers: numpy's, on one thread, with the same parse."""

from __future__ import annotations

import pytest
from thinc.api import Model, NumpyOps
from threadpoolctl import threadpool_info, threadpool_limits

from kg.analysis import load_model
from kg.articles import parse_article
from kg.matrices import one_thread

pytestmark = pytest.mark.model

READ = ["HEAD", "DEP", "TAG", "LEMMA", "ENT_IOB", "ENT_TYPE"]
TEXT = (
    "A title here\nOn Monday the minister, who had left Oslo, told reporters that "
    "Norway would not send the 12 ships that Sweden's navy had asked for.\n"
    "“We never said so,” Ms Lind wrote in a letter to The Hague last week.\n"
)


def layers(nlp):
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            yield from model.walk()


def test_no_layer_multiplies_with_blis(analyser):
    found = [layer.ops for layer in layers(analyser.nlp)]
    assert found
    assert not any(ops.use_blis for ops in found)


def test_the_parse_is_that_of_the_model_as_it_comes(analyser):
    other = load_model()
    for layer in layers(other.nlp):
        layer.ops = NumpyOps()
    article = parse_article(TEXT, "t")
    ours, theirs = (one.analyse(article) for one in (analyser, other))
    assert ours.to_array(READ).tolist() == theirs.to_array(READ).tolist()


def test_products_are_on_one_thread_and_afterwards_on_as_many_as_before():
    def threads():
        return {p["num_threads"] for p in threadpool_info() if p["user_api"] == "blas"}

    with threadpool_limits(limits=2, user_api="blas"):
        before = threads()
        with one_thread():
            assert threads() == {1}
        assert threads() == before
