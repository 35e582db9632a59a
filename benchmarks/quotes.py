"""List every quotation of the development articles with who is read to say it.

    python benchmarks/quotes.py --data FOLDER [--all]

FOLDER holds ``wikinews/dev.jsonl``. Each line of quotes.jsonl names the speaker that a
reader found (null: nobody says the marked words, they are a title or a single term).
A quotation is right when its speaker is one of the wordings, wrong when it is another,
abstained when the text names one and none was read; nobody's words are wrong where
somebody is read to say them. With --all every one is shown.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

from matching import analyser, words_in

from kg.articles import read_articles
from kg.extraction.parse.repairs import mended_tree
from kg.extraction.referents.entities import resolve_entities
from kg.extraction.speech.quotes import find_quotes
from kg.extraction.statements.things import Arguments
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extraction.frames import Quote, Referents

_JUDGED = Path(__file__).parent / "quotes.jsonl"


class Said(NamedTuple):
    """A quotation by its offsets, with the wordings of whom it was read to be of."""

    start: int
    end: int
    text: str
    whole: bool
    speakers: tuple[str, ...]


def quotations(article: Article) -> Iterator[Said]:
    """Give the quotations of an article in text order."""
    doc = analyser().analyse(article)
    quotes = find_quotes(doc)
    referents = resolve_entities(doc, article, quotes)
    arguments = Arguments(mended_tree(doc), article.text, referents, {})
    for quote in quotes:
        words = doc[quote.start : quote.end]
        yield Said(
            words.start_char,
            words.end_char,
            " ".join(words.text.split()),
            quote.whole,
            _speakers(quote, referents, arguments),
        )


def _speakers(
    quote: Quote, referents: Referents, arguments: Arguments
) -> tuple[str, ...]:
    """Give the resolved names first, then the words that stand in the text."""
    if quote.speaker is None:
        return ()
    token = arguments.tree.tokens[quote.speaker.i]
    names: list[str] = []
    for found in arguments.of(token):
        entity = referents.entities.get(found.id or "")
        names += (found.label, *(entity.aliases if entity is not None else ()))
    pronoun = token.tag_ in {"PRP", "WP", "WDT", "DT"}
    words = token.doc[token.left_edge.i : token.right_edge.i + 1].text
    return (*names, *(() if pronoun else (token.text, " ".join(words.split()))))


def verdict(said: Said, wanted: Sequence[str] | None) -> str:
    """Judge a quotation by whom a reader found."""
    if wanted is None:
        return "somebody's" if said.speakers else "nobody's"
    if not said.speakers:
        return "abstained"
    named = any(words_in(w, s) for w in wanted for s in said.speakers)
    return "right" if named else "wrong"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--all", action="store_true", help="show every quotation")
    options = parser.parse_args(arguments)
    judged: dict[str, dict[int, Any]] = defaultdict(dict)
    for text in _JUDGED.read_text("utf-8").splitlines():
        line = json.loads(text)
        judged[line["article"]][line["start"]] = line["speaker"]
    count: Counter[str] = Counter()
    for article in read_articles([str(options.data / "wikinews" / "dev.jsonl")]):
        if not isinstance(article, Article):
            continue
        own = judged.pop(article.id, {})
        for said in quotations(article):
            found = "not judged"
            if said.start in own:
                found = verdict(said, own.pop(said.start))
            count[found] += 1
            if options.all or found in {
                "wrong",
                "abstained",
                "somebody's",
                "not judged",
            }:
                kind = "clauses" if said.whole else "phrase"
                by = said.speakers[0] if said.speakers else "-"
                print(
                    f"{found:10} {article.id} {said.start} {kind} by {by}: {said.text}"
                )
        for start, speaker in own.items():  # not found at all
            count["abstained" if speaker else "nobody's"] += 1
            print(f"not found  {article.id} {start} by {speaker}")
    told = count["right"] + count["wrong"] + count["abstained"]
    given = count["somebody's"]
    nobodys = count["nobody's"] + given
    right = (count["right"] + count["nobody's"]) / max(1, told + nobodys)
    print(
        f"somebody's words {told}: right {count['right']}, wrong {count['wrong']}, "
        f"abstained {count['abstained']}; nobody's {nobodys}: given to somebody "
        f"{given}; right of all {right:.3f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
