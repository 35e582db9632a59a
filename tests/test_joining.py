"""Articles joined on disk: the same files as of a graph in memory, byte for byte."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from graphs import renamed, talks, visit

from kg import sorting
from kg.graph import build_graph
from kg.joining import Joiner
from kg.rdf import facts_lines, turtle_lines
from kg.rdf.forms import rdf12_lines
from kg.records import entity_lines, mention_lines, statement_lines
from kg.shares import Share, share_of
from kg.vocabulary import DEFAULT_BASE


class Held:
    """Shares in memory, under their numbers."""

    def __init__(self, extractions):
        self.extractions = extractions
        found = [share_of(extraction) for extraction in extractions]
        self.heads = [head for head, _ in found]
        self.shares = [share.to_bytes() for _, share in found]

    def share(self, place):
        return Share.from_bytes(self.shares[place[0]])

    def text(self, place):
        return self.extractions[place[0]].article.text


def joined(folder, extractions):
    held = Held(extractions)
    (folder / "new").mkdir(parents=True)
    (folder / "scratch").mkdir()
    joiner = Joiner(folder / "scratch")
    for number, head in enumerate(held.heads):
        joiner.add(head, (number,))
    joiner.write(folder / "new", held, base=DEFAULT_BASE, rdf12=True)
    texts = {p.name: p.read_text("utf-8") for p in (folder / "new").iterdir()}
    return texts, joiner


def wanted(extractions):
    graph = build_graph(extractions)
    lines = {
        "graph.ttl": turtle_lines(graph),
        "facts.ttl": facts_lines(graph),
        "graph.rdf12.ttl": rdf12_lines(graph),
        "statements.jsonl": statement_lines(graph),
        "entities.jsonl": entity_lines(graph),
        "mentions.jsonl": mention_lines(graph),
    }
    return {name: "".join(pieces) for name, pieces in lines.items()}


LONG = "Many words stand in a row so that there is enough of them to find copies by "


def long(key):
    """Give an article that is a copy of any other of this kind."""
    words = " ".join(LONG.split() * 3)
    extraction = renamed(talks(), key)
    article = replace(extraction.article, text=f"{extraction.article.text}{words}\n")
    return replace(extraction, article=article)


CASES = {
    "none-in-common": [visit()],
    "some-in-common": [visit(), talks()],
    "all-in-common": [renamed(visit(), f"v{n}") for n in range(4)],
    "copies": [long("one"), long("other"), visit(), long("third")],
    "empty": [replace(visit(), statements=(), entities=(), mentions=())],
}


@pytest.mark.parametrize("extractions", CASES.values(), ids=CASES)
def test_the_files_are_those_of_the_graph_in_memory(tmp_path, extractions):
    texts, _ = joined(tmp_path, extractions)
    assert texts == wanted(extractions)


def test_the_order_in_which_articles_come_changes_nothing(tmp_path):
    extractions = [long("one"), visit(), talks(), long("third")]
    texts = wanted(extractions)
    assert "copyOf" in texts["graph.ttl"]
    for number, order in enumerate(permutations(extractions)):
        assert joined(tmp_path / str(number), list(order))[0] == texts


def test_what_does_not_fit_memory_is_sorted_on_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(sorting.Sorter.__init__, "__kwdefaults__", {"held": 500})
    monkeypatch.setattr(sorting, "_FILES", 3)
    extractions = [renamed(one, f"{n}") for n in range(9) for one in (visit(), talks())]
    extractions = [renamed(e, f"a{n:02}") for n, e in enumerate(extractions)]
    texts, _ = joined(tmp_path, extractions)
    assert list((tmp_path / "scratch").glob("sorted-*"))
    assert texts == wanted(extractions)


def test_all_is_counted(tmp_path):
    extractions = [visit(), long("one"), long("other")]
    graph = build_graph(extractions)
    _, joiner = joined(tmp_path, extractions)
    counts = joiner.counts
    assert (counts.articles, counts.copies) == (3, 1)
    assert counts.facts == sum(fact.asserted for fact in graph.facts)
    assert sum(counts.others.values()) == len(graph.facts) - counts.facts
    assert counts.others["said by somebody"] == 2
    assert counts.entities == sum(not node.literal for node in graph.nodes)
