"""Stand-ins for the reading of an article, which do as the article's words say."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path

import psutil

from kg.articles import read_articles
from kg.errors import AnalysisError, KgError
from kg.journal import journal_folder
from kg.model import (
    Argument,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Modality,
    Polarity,
    Predicate,
    Provenance,
    Sentence,
    Span,
    Statement,
    statement_id,
)
from kg.output import check_folder
from kg.publishing import PublishOptions, known_result, publish
from kg.scale.archive import Archive
from kg.scale.extractor import Extractor, packed
from kg.scale.reading import ScaleOptions, read_archive

RUN = Provenance("0", "stand-in", "1", "0")


def obedient(**arguments) -> Extractor:
    """Name the stand-in."""
    return Extractor("standins:load", arguments, versions="1")


def load(*, log=None, fails=None):
    """Make a reader that notes the articles it reads in the file ``log``."""
    if fails:
        raise AnalysisError("stand-in", fails)

    def extract(article):
        if log:
            with Path(log).open("a", encoding="utf-8") as notes:
                notes.write(f"{article.id}\n")
        _obey(article)
        return _extraction(article)

    return extract


def _obey(article):
    order, _, argument = article.text.partition(" ")
    if order == "RAISE":
        raise ValueError(argument)
    if order == "SLEEP":
        time.sleep(float(argument.split()[0]))
    if order == "DIE":
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "DIE-ONCE" and not Path(argument).exists():
        Path(argument).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "ORPHAN-ONCE" and not Path(argument).exists():
        Path(argument).touch()
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(1)
    if order == "THREADS":
        raise ValueError(threading.active_count(), psutil.Process().num_threads())
    if order == "PRINT":
        os.write(1, b"noise")


def _extraction(article):
    words = article.text.split()
    subject, object_ = (
        Argument(word, word, EntityType.CONCEPT, word) for word in (words[0], words[-1])
    )
    statement = Statement(
        id=statement_id(
            words[0],
            "meet",
            words[-1],
            polarity=Polarity.POSITIVE,
            modality=Modality.ACTUAL,
        ),
        article=article.id,
        sentence=0,
        subject=subject,
        predicate=Predicate("meet", "met"),
        object=object_,
        evidence=Evidence(Span(0, len(article.text)), article.text),
        pattern="stand-in",
        confidence=0.5,
    )
    return Extraction(
        article=article,
        sentences=(Sentence(0, Span(0, len(article.text))),),
        entities=tuple(
            Entity(word, word, EntityType.CONCEPT, mentions=1)
            for word in sorted({words[0], words[-1]})
        ),
        mentions=(),
        statements=(statement,),
        provenance=RUN,
    )


def build(source, out, *, workers, resume):
    """Build a folder as the program does, with the stand-in for the model."""
    out = Path(out)
    check_folder(out)
    options = ScaleOptions(
        workers=workers, journal=journal_folder(out), resume=bool(resume)
    )
    found = read_articles([source])
    with read_archive(found, obedient(), options) as archive:
        if known_result(archive, out, PublishOptions()) is None:
            publish(archive, out, PublishOptions())


def write(extractions, folder, **more):
    """Write extractions into a folder as a build does."""
    archive = Archive()
    for extraction in extractions:
        archive.add(b"", packed(extraction))
    return publish(archive, Path(folder), PublishOptions(**more))


if __name__ == "__main__":
    try:
        build(
            sys.argv[1],
            sys.argv[2],
            workers=int(sys.argv[3]),
            resume="resume" in sys.argv,
        )
    except KgError as error:
        sys.exit(f"kg: {error}")
