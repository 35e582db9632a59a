# ruff: noqa: INP001 - a script beside its page
"""Draw the pictures of gallery.md anew, by the commands that stand in it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from kg.cli import app

HERE = Path(__file__).parent


def commands() -> list[list[str]]:
    """Give the commands of gallery.md in their order."""
    text = (HERE / "gallery.md").read_text(encoding="utf-8")
    return [shlex.split(line)[1:] for line in re.findall(r"(?m)^kg .*$", text)]


if __name__ == "__main__":
    for words in commands():
        app(words, standalone_mode=False)
