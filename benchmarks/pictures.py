"""Check every picture of a folder of articles: overlaps, cut labels, small letters.

    python benchmarks/pictures.py FOLDER-OR-FILE...

Draws each article's graph in all forms on both grounds, and the graph of all of them,
and counts what ``kg.diagrams.check`` finds on the drawn figures; all zeros is good.
"""

from __future__ import annotations

import sys
import time
from itertools import product

from kg.analysis import load_model
from kg.articles import read_articles
from kg.diagrams.check import overlaps, small_letters
from kg.diagrams.draw import draw_canvas
from kg.diagrams.styles import Theme
from kg.diagrams.view import DrawOptions, Form
from kg.graph import Graph, build_graph
from kg.model import Article
from kg.pipeline import extract_article


def main(sources: list[str]) -> None:
    analyser = load_model()
    articles = [found for found in read_articles(sources) if isinstance(found, Article)]
    extractions = [extract_article(article, analyser) for article in articles]
    print("graph\tstatements\tpictures\tfaults\tseconds")
    for extraction in extractions:
        report(extraction.article.id, build_graph([extraction]))
    report("all of them", build_graph(extractions))


def report(name: str, graph: Graph) -> None:
    start = time.perf_counter()
    faults = []
    forms = list(product(Form, Theme))
    for form, theme in forms:
        canvas = draw_canvas(graph, DrawOptions(form=form, theme=theme))
        faults += [*overlaps(canvas.figure), *small_letters(canvas.figure, 7)]
    seconds = time.perf_counter() - start
    print(name, len(graph.facts), len(forms), len(faults), f"{seconds:.1f}", sep="\t")
    for fault in faults:
        print(f"  {fault}")


if __name__ == "__main__":
    main(sys.argv[1:])
