"""Be a worker: read articles from standard input, write extractions to the output."""

from __future__ import annotations

import json
import os
import signal
import sys

from kg.errors import KgError
from kg.extraction_record import article_from_line
from kg.limits import failure_reason
from kg.memory import collect_seldom
from kg.scale.extractor import Extractor, packed
from kg.scale.pipes import Kind, read_frame, write_frame

__all__ = ["main"]


def main() -> None:
    """Serve until the input ends or nobody reads the output."""
    # Ctrl-C reaches all processes of a terminal; the one that started this one acts.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    source, target = 0, os.dup(1)
    os.dup2(2, 1)  # what a library prints must not get between the frames
    try:
        _serve(source, target)
    except (EOFError, BrokenPipeError):
        sys.stderr = None  # nothing is left to tell, and perhaps nobody to hear it


def _serve(source: int, target: int) -> None:
    _, start = read_frame(source)
    try:
        extract = Extractor(**json.loads(start)).load()
    except KgError as error:
        write_frame(target, Kind.REASON, str(error).encode())
        return
    write_frame(target, Kind.READY)
    while True:
        _, line = read_frame(source)
        try:
            answer = Kind.EXTRACTION, packed(extract(article_from_line(line)))
        except Exception as error:  # noqa: BLE001 - one bad article is one article
            answer = Kind.REASON, failure_reason(error).encode()
        write_frame(target, *answer)
