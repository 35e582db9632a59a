import pytest

from kg.errors import TableError
from kg.extraction import cues
from kg.extraction.cues import load_cues
from kg.extraction.judgement.standing import Standings
from kg.extraction.parse.syntax import Tree
from kg.tables import read_toml

ROWS = read_toml("cues.toml")["complement"]


@pytest.mark.model
@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_every_row_judges_its_own_example(row, analyser):
    doc = analyser.nlp(row["example"])
    word, modality, polarity, *said = row["yields"].split()
    (token,) = (token for token in doc if token.text == word)
    standing = Standings(Tree.of(doc)).of(token.i)
    found = (standing.modality.value, standing.polarity.value)
    assert found == (modality, polarity)
    assert (standing.report is not None) == bool(said)


def test_every_row_names_its_source():
    assert all(row["source"] for row in ROWS)


def test_a_word_stands_in_one_class_for_one_form_and_frame(monkeypatch):
    table = read_toml("cues.toml")
    doubled = {**table, "complement": [*table["complement"], table["complement"][0]]}
    monkeypatch.setattr(cues, "read_toml", lambda _name: doubled)
    load_cues.cache_clear()
    try:
        with pytest.raises(TableError, match="is also in report"):
            load_cues()
    finally:
        load_cues.cache_clear()
