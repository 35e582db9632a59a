"""Measure the types of names on newswire with human types (IEER, 1999).

    python benchmarks/name_types.py --data FOLDER

FOLDER holds the files of the corpus of Information Extraction: Entity Recognition as
NLTK gives them (``APW_19980314`` and so on). A human name counts as found when one name
of kg, or of the model, has the same last word and lies inside it or around it; printed
are the found names and those of them with the human type.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from entities import TYPES, mention_rows, spacy_rows

from kg.analysis import load_model
from kg.articles import parse_article

if TYPE_CHECKING:
    from collections.abc import Iterator

_DOCUMENT = re.compile(
    r"<DOCNO>(.*?)</DOCNO>.*?<TEXT>(.*?)(?:</TEXT>|</DOC>)", re.DOTALL
)
_TAG = re.compile(r"<b_enamex type=\"(\w+)\">|<e_enamex>|<[^>]*>")
_TAIL = re.compile(r"(?:['’]s|[.'’])?$")
_KINDS = {"PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place"}
#: Fewest words of a document that is an article, and no table or list of headlines.
_SHORTEST = 150

Gold = tuple[int, int, str]


def read_documents(folder: Path) -> Iterator[tuple[str, str, list[Gold]]]:
    """Give the id, text and human names (start, end, kind) of each document."""
    for path in sorted(folder.glob("[AN]*_*")):
        for number, tagged in _DOCUMENT.findall(path.read_text("latin-1")):
            text, names = untagged(_plain(tagged))
            if len(text.split()) >= _SHORTEST:
                yield number.strip().replace(".", "-"), text, names


def _plain(tagged: str) -> str:
    for old, new in (("``", '"'), ("''", '"'), ("&AMP;", "&"), ("_ ", "— ")):
        tagged = tagged.replace(old, new)
    paragraphs = re.split(r"\n[ \t]+|\n\n", tagged)
    return "\n\n".join(" ".join(one.split()) for one in paragraphs if one.strip())


def untagged(tagged: str) -> tuple[str, list[Gold]]:
    """Take the tags out of a text; give it with the names that they marked."""
    text, names, end = "", [], 0
    opened: tuple[int, str] | None = None
    for found in _TAG.finditer(tagged):
        text += tagged[end : found.start()]
        end = found.end()
        if found[1] in _KINDS:
            opened = len(text), _KINDS[found[1]]
        elif found[0] == "<e_enamex>" and opened is not None:
            names.append((opened[0], len(text), opened[1]))
            opened = None
    return text + tagged[end:], names


def type_of(name: Gold, rows: list[dict[str, object]], text: str) -> str | None:
    """Give the type of the name that is found at a human one."""
    start, end, _ = name
    same = [
        row
        for row in rows
        if row["kind"] == "name"
        and _end(int(str(row["end"])), text) == _end(end, text)
        and (row["start"] < end)  # type: ignore[operator]
    ]
    best = min(same, key=lambda row: abs(row["start"] - start), default=None)  # type: ignore[operator]
    return None if best is None else str(best["type"])


def _end(end: int, text: str) -> int:
    """Leave out a full stop or "'s" behind a name."""
    return end - len(_TAIL.search(text[max(0, end - 3) : end])[0])  # type: ignore[index]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    analyser = load_model()
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    folder = parser.parse_args().data
    for number, text, names in read_documents(folder):
        article = parse_article(text, number)
        doc = analyser.analyse(article)
        rows = {"kg": mention_rows(article, doc), "model": spacy_rows(article, doc)}
        for who, found in rows.items():
            own = list(found)
            for name in names:
                count = counts[who, name[2]]
                kind = type_of(name, own, text)
                count["human"] += 1
                count["found"] += kind is not None
                count["right"] += kind in TYPES[name[2]]
    for (who, kind), count in sorted(counts.items()):
        share = count["right"] / count["found"]
        print(f"{who:6} {kind:13} found {count['found']}/{count['human']}", end="")
        print(f"  right {count['right']} {share:.3f}")


if __name__ == "__main__":
    main()
