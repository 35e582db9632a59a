"""The console blocks of documents: each shows a command and what it really prints."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"(?<=```console\n)\$ (kg .*)\n((?:.*\n)*?)(?=```\n)")


def console_blocks(text: str) -> list[tuple[str, str]]:
    """Give the commands of a document with the output that it shows."""
    return [(found[1], found[2]) for found in _BLOCK.finditer(text)]


def output_of(command: str) -> str:
    """Run a kg command in the repository and give what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "kg", *shlex.split(command)[1:]],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
    )
    lines = done.stdout.decode().rstrip().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def refreshed(text: str) -> str:
    """Give a document with the output of its commands as it is now."""
    return _BLOCK.sub(lambda m: f"$ {m[1]}\n{output_of(m[1])}", text)
