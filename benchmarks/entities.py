"""Measure who is who on Wikinews articles with human entity chains.

    python benchmarks/entities.py --data FOLDER

FOLDER holds ``wikinews/dev.jsonl`` and the scorer ``score_entities.py``. Printed are
B-cubed figures for the articles whose errors were read while the rules were made, for
those that were held out from reading, and for all; the right types of names beside
those of the model; and the cost of the entity stage beside the bare model's time.
"""

from __future__ import annotations

import argparse
import importlib.util
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.analysis import load_model
from kg.articles import read_articles
from kg.extraction.referents.entities import resolve_entities
from kg.extraction.speech.quotes import find_quotes
from kg.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from spacy.tokens import Doc

#: The articles of the development set whose errors were read.
READ = frozenset(
    f"GUM_news_{name}"
    for name in ("election", "flag", "imprisoned", "iodine", "soccer", "worship")
)
#: The human types, and what kg and the model call the same.
TYPES = {
    "person": {"person", "PERSON"},
    "organization": {"organization", "group", "ORG", "NORP"},
    "place": {"place", "country", "GPE", "LOC", "FAC"},
}


def load_scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "scorer", folder / "score_entities.py"
    )
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {folder}")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def mention_rows(article: Article, doc: Doc) -> Iterator[dict[str, Any]]:
    referents = resolve_entities(doc, article, find_quotes(doc))
    for mention in referents.mentions:
        yield {
            "article": article.id,
            "start": mention.span.start,
            "end": mention.span.end,
            "entity": mention.entity,
            "kind": str(mention.kind),
            "how": str(mention.how),
            "text": mention.text,
            "type": str(referents.entities[mention.entity].type),
        }


def spacy_rows(article: Article, doc: Doc) -> Iterator[dict[str, Any]]:
    """Give the model's names; equal strings are one entity."""
    for ent in doc.ents:
        if ent.label_ in {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"}:
            end = ent[-1].idx + len(ent[-1])
            yield {
                "article": article.id,
                "start": ent[0].idx,
                "end": end,
                "entity": ent.text,
                "kind": "name",
                "type": ent.label_,
            }


def print_scores(scorer: ModuleType, gold: list[Any], rows: list[Any]) -> None:
    groups = {
        "read": [a for a in gold if a["id"] in READ],
        "held out": [a for a in gold if a["id"] not in READ],
        "all": gold,
    }
    by_article = scorer.by_article_id(rows)
    print(f"{'':10} {'P':>6} {'R':>6} {'F1':>6} {'hollow':>6}  pronouns r/w/o  found")
    for name, articles in groups.items():
        p, r, f, found, total, _ = scorer.b_cubed(articles, by_article)
        hollow = scorer.b_cubed(articles, by_article, hollow=False)[2]
        links = "/".join(str(n) for n in scorer.pronoun_links(articles, by_article))
        print(
            f"{name:10} {p:6.3f} {r:6.3f} {f:6.3f} {hollow:6.3f}"
            f"  {links:14}  {found}/{total}"
        )


def print_types(gold: list[Any], rows: dict[str, list[Any]]) -> None:
    """Print how many of the named gold mentions that are found have the human type."""
    print(f"\n{'types':14}" + "".join(f"{who:>18}" for who in rows))
    for kind, same in TYPES.items():
        cells = []
        for own in rows.values():
            right = found = 0
            by_article = defaultdict(list)
            for row in own:
                by_article[row["article"]].append(row)
            for article in gold:
                for start, end in _named(article, kind):
                    best = min(
                        (
                            r
                            for r in by_article[article["id"]]
                            if r["start"] <= start
                            and end <= r["end"]
                            and r["kind"] == "name"
                        ),
                        key=lambda r: r["end"] - r["start"],
                        default=None,
                    )
                    if best is not None:
                        found += 1
                        right += best["type"] in same
            cells.append(f"{right}/{found} {right / max(found, 1):.3f}")
        print(f"{kind:14}" + "".join(f"{cell:>18}" for cell in cells))


def _named(article: dict[str, Any], kind: str) -> Iterator[tuple[int, int]]:
    for chain in article["chains"]:
        for mention in chain["mentions"]:
            if chain["type"] == kind and mention["head_pos"] == "PROPN":
                yield mention["head_start"], mention["head_end"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data
    scorer = load_scorer(folder)
    source = folder / "wikinews" / "dev.jsonl"
    gold = scorer.load(source)
    analyser = load_model()
    articles = [a for a in read_articles([source]) if isinstance(a, Article)]
    seconds: Counter[str] = Counter()
    ours, models = [], []
    for article in articles[:1] + articles:
        begin = time.perf_counter()
        list(analyser.nlp.pipe([article.text]))
        middle = time.perf_counter()
        doc = analyser.analyse(article)
        parsed = time.perf_counter()
        rows = list(mention_rows(article, doc))
        if rows and rows[0] in ours[:1]:
            continue
        seconds["entities"] += time.perf_counter() - parsed
        seconds["model"] += middle - begin
        if article.id == articles[0].id and not seconds["warm"]:
            seconds = Counter(warm=1)
            continue
        ours += rows
        models += list(spacy_rows(article, doc))
    print_scores(scorer, gold, ours)
    print_types(gold, {"kg": ours, "model": models})
    share = seconds["entities"] / seconds["model"]
    print(f"\nentity stage: {share:.3f} of the bare model's time")


if __name__ == "__main__":
    main()
