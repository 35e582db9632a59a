"""Write the clauses of an article as text, for the eye and for the golden file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.articles import parse_article
from kg.extraction.grammar.clauses import read_clauses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from kg.analysis import Analyser
    from kg.extraction.frames import Clause

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "000_b3681564877a6439.txt"
GOLDEN = ROOT / "tests" / "golden" / "seed-clauses.txt"


def seed_reading(analyser: Analyser) -> str:
    """Give the clauses of the seed article."""
    text = SEED.read_text(encoding="utf-8")
    return reading(analyser.analyse(parse_article(text, SEED.stem)))


def reading(doc: Doc) -> str:
    """Give every sentence with its clauses below, a line a clause."""
    clauses = read_clauses(doc)
    lines = []
    for sent in doc.sents:
        words = " ".join(sent.text.split())
        if words:
            own = (c for c in clauses if sent.start <= c.head.i < sent.end)
            lines += [f"# {words}", *(f"  {line}" for line in map(_line, own)), ""]
    return "\n".join(lines)


def _line(clause: Clause) -> str:
    words = " ".join(token.text for token in clause.words)
    return "; ".join([f"{clause.kind}, {clause.link}: {words}", *_places(clause)])


def _places(clause: Clause) -> Iterator[str]:
    places = {
        "subject": clause.subjects,
        "object": clause.objects,
        "recipient": clause.recipients,
        "agent": clause.agents,
        "complement": () if clause.complement is None else (clause.complement,),
        "adverb": clause.adverbs,
        "marker": clause.marker,
    }
    for place, heads in places.items():
        if heads:
            yield f"{place} {_texts(heads)}"
    for oblique in clause.obliques:
        marker = " ".join(token.text for token in oblique.marker)
        yield f"{marker or 'bare'} {_texts((oblique.head,))}"


def _texts(heads: tuple[Token, ...]) -> str:
    return " + ".join(_name(head) for head in heads)


def _name(head: Token) -> str:
    """Give a head with the words before it that are of its own name."""
    start = head.i
    while start > head.left_edge.i and head.nbor(start - head.i - 1).dep_ == "compound":
        start -= 1
    return head.doc[start : head.i + 1].text
