"""What is remembered of an archive has an end, and forgets nothing that counts."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis import load_model
from kg.memory import Forgetful, Seen, collect_seldom
from kg.rdf import iri


@given(st.lists(st.text(max_size=3)))
def test_a_word_is_new_once(words):
    seen, known = Seen(), set()
    for word in words:
        assert (word in seen) == (word in known)
        assert seen.add(word) == (word not in known)
        known.add(word)


def test_many_words_take_some_bytes_each():
    seen = Seen()
    assert all(seen.add(f"article-{n}") for n in range(50_000))
    assert not any(seen.add(f"article-{n}") for n in range(50_000))
    assert seen._slots.itemsize * len(seen._slots) <= 22 * 50_000


def test_a_forgetful_dict_never_has_more_than_it_may():
    words = Forgetful(most=3)
    for number in range(10):
        words[number] = str(number)
        assert words[number] == str(number)
        assert len(words) <= 3


def test_names_of_articles_do_not_gather():
    for number in range(10_000):
        iri.iri("article", f"news {number}")
    assert iri._remembered.cache_info().currsize < 5_000
    assert iri._escaped.cache_info().currsize < 5_000


@pytest.mark.model
def test_the_lemmatizer_forgets():
    lemmatizer = load_model().nlp.get_pipe("lemmatizer")
    assert isinstance(lemmatizer.cache, Forgetful)


def test_the_collector_runs_seldom_in_processes_of_kg_alone():
    before = gc.get_threshold()
    try:
        collect_seldom()
        assert gc.get_threshold()[0] > 10 * before[0]
    finally:
        gc.set_threshold(*before)
    code = "import gc, kg, kg.pipeline; print(gc.get_threshold())"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert told.stdout.decode().strip() == str(before)
