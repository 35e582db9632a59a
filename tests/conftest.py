"""Fixtures of all tests: Docs built by hand, the model and the seed article."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from kg.analysis import Analyser, load_model
from kg.articles import parse_article, read_article
from kg.pipeline import extract_article

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "000_b3681564877a6439.txt"


@pytest.fixture(scope="session")
def vocab():
    return spacy.blank("en").vocab


@pytest.fixture
def make_doc(vocab):
    """Build a Doc from cells "word/TAG/dep/head[/lemma][/ENT]", one a token.

    TAG is the fine tag (NNP, VBD), head a token index; a missing lemma is the word in
    small letters. The coarse part of speech follows from the tag.
    """

    def make(cells: str) -> Doc:
        rows = [cell.split("/") for cell in cells.split()]
        return Doc(
            vocab,
            words=[row[0] for row in rows],
            tags=[row[1] for row in rows],
            pos=[_pos(row[1], row[2]) for row in rows],
            deps=[row[2] for row in rows],
            heads=[int(row[3]) for row in rows],
            lemmas=[
                row[4] if len(row) > 4 and row[4] else row[0].lower() for row in rows
            ],
            ents=[f"B-{row[5]}" if len(row) > 5 and row[5] else "O" for row in rows],
        )

    return make


def _pos(tag: str, dep: str) -> str:
    if tag.startswith("VB") and dep in {"aux", "auxpass"}:
        return "AUX"
    table = {
        "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON",
        "PRP$": "PRON", "WP": "PRON", "WDT": "PRON", "DT": "DET", "IN": "ADP",
        "TO": "PART", "RP": "ADP", "CC": "CCONJ", "CD": "NUM", "MD": "AUX",
        "POS": "PART", "EX": "PRON", "WRB": "SCONJ",
    }  # fmt: skip
    for prefix, pos in (("VB", "VERB"), ("JJ", "ADJ"), ("RB", "ADV")):
        if tag.startswith(prefix):
            return pos
    return table.get(tag, "PUNCT")


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return load_model()


@pytest.fixture(scope="session")
def seed_article():
    return read_article(SEED)


@pytest.fixture
def asserted(analyser):
    """Give the triples that a text asserts."""

    def triples(text):
        extraction = extract_article(parse_article(text, "x"), analyser)
        return {
            (s.subject.label, s.predicate.id, s.object.label)
            for s in extraction.statements
            if s.asserted
        }

    return triples
