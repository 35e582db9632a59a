"""Accept the present answers: rewrite the console blocks of the documents.

Run by ``make approve`` after the seed article's output is built anew.
"""

from console import ROOT, refreshed

for name in ("README.md", "docs/questions.md", "docs/vocabulary.md"):
    path = ROOT / name
    path.write_text(refreshed(path.read_text(encoding="utf-8")), encoding="utf-8")
