"""What is remembered of an archive has an end, and forgets nothing that counts."""

from __future__ import annotations

import gc
import subprocess
import sys

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis import load_model
from kg.errors import WriteError
from kg.memory import Forgetful, Table, collect_seldom
from kg.rdf import iri


@given(st.lists(st.tuples(st.binary(max_size=2), st.integers(0, 9), st.booleans())))
def test_a_table_holds_what_a_dict_would(rows):
    table, known = Table(), {}
    for key, value, anew in rows:
        assert table.get(key) == known.get(key)
        if anew:
            table.put(key, value)
            known[key] = value
        else:
            assert table.add(key, value) == (key not in known)
            known.setdefault(key, value)
        begun = [known[one] for one in sorted(known) if one.startswith(key[:1])]
        assert list(table.below(key[:1])) == begun
    assert list(table.values()) == [known[key] for key in sorted(known)]
    assert len(table) == len(known)


def test_a_table_holds_no_more_of_many_keys_than_of_some():
    table, process = Table(), psutil.Process()
    held = []
    for number in range(120_001):
        table.add(b"%032d" % number, number)
        if number % 60_000 == 0:
            held.append(process.memory_info().rss)
    assert held[2] - held[0] < 1_000_000
    assert table.get(b"%032d" % 77) == 77


def test_a_table_that_has_no_room_says_so():
    table = Table()
    table._ask("PRAGMA max_page_count = 4")

    def fill():
        for number in range(10_000):
            table.add(b"%032d" % number, number)

    with pytest.raises(WriteError, match=r"full.*TMPDIR"):
        fill()


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
