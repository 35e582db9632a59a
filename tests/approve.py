"""Accept the present answers: rewrite the console blocks and the seed's clauses.

Run by ``make approve`` after the seed article's output is built anew.
"""

from console import ROOT, refreshed
from reading import GOLDEN, seed_reading

from kg.analysis import load_model

for name in ("README.md", "docs/questions.md", "docs/vocabulary.md"):
    path = ROOT / name
    path.write_text(refreshed(path.read_text(encoding="utf-8")), encoding="utf-8")

GOLDEN.write_text(seed_reading(load_model()), encoding="utf-8")
