"""What spaCy gathers of an article dies with it, and so do the places it took."""

from __future__ import annotations

import gc
import weakref

import pytest
from spacy.lang.en import English

from kg import zones
from kg.memory import remembered
from kg.zones import zone


@pytest.fixture
def nlp():
    return English()


def read(nlp, number):
    with zone(nlp):
        doc = nlp.make_doc(" ".join(f"word{number}of{n}" for n in range(50)))
        return [token.text for token in doc]


def test_new_words_of_many_articles_take_no_room(nlp, monkeypatch):
    monkeypatch.setattr(zones, "_WORDS", 500)
    for number in range(200):
        read(nlp, number)
    table = nlp.vocab.strings._map
    assert len(nlp.vocab) < 600
    assert len(table) <= 1.1 * len(nlp.vocab.strings)
    assert table.capacity <= 4 * len(nlp.vocab.strings)


def test_words_are_known_and_read_as_before(nlp, monkeypatch):
    with zone(nlp):
        before = [(t.text, t.norm_, t.is_stop) for t in nlp("He can't, gov't won't.")]
    getters = nlp.vocab.lex_attr_getters
    monkeypatch.setattr(zones, "_WORDS", 0)
    for number in range(60):
        assert read(nlp, number)[0] == f"word{number}of0"
    with zone(nlp):
        after = [(t.text, t.norm_, t.is_stop) for t in nlp("He can't, gov't won't.")]
    assert after == before
    assert nlp.vocab.lex_attr_getters is getters
    assert nlp.vocab.strings[nlp.vocab.strings.add("kept")] == "kept"


def test_what_is_remembered_of_words_goes_with_them(nlp, monkeypatch):
    asked = []

    @remembered(1 << 10)
    def length(word):
        asked.append(word)
        return len(word)

    monkeypatch.setattr(zones, "_WORDS", 500)
    for number in range(30):
        length("archive")
        read(nlp, number)
    assert 1 < len(asked) < 10


def test_dead_objects_that_hold_each_other_go_now_and_then(nlp, monkeypatch):
    monkeypatch.setattr(zones, "_WORDS", 500)

    class Ring:
        def __init__(self):
            self.own = self

    ring = Ring()
    gone = weakref.ref(ring)
    gc.collect()  # it is old now
    gc.disable()
    del ring
    for number in range(12):
        read(nlp, number)
    gc.enable()
    assert gone() is None


def test_an_article_that_fails_in_a_zone_leaves_it(nlp):
    with pytest.raises(ValueError, match="bad"), zone(nlp):
        raise ValueError("bad")
    assert not nlp.vocab.in_memory_zone
