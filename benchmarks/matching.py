"""Match statements with the lines of the gold; the rules stand in gold/README.md."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kg.analysis import load_model

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.analysis import Analyser
    from kg.model import Argument, Extraction, Statement

__all__ = ["aliases", "analyser", "is_by", "matches", "words_in"]

_CAMEL = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+")


@cache
def analyser() -> Analyser:
    return load_model()


def words_in(wording: str, text: str) -> bool:
    """Tell whether a text holds a wording as whole words, in any case."""
    found = re.search(rf"(?<!\w){re.escape(wording)}(?!\w)", text, re.IGNORECASE)
    return found is not None


def aliases(extraction: Extraction) -> Mapping[str, Sequence[str]]:
    """Give the wordings of every entity by its id."""
    return {e.id: (e.label, *e.aliases) for e in extraction.entities}


def _texts(argument: Argument, names: Mapping[str, Sequence[str]]) -> list[str]:
    return [argument.text, argument.label, *names.get(argument.id or "", ())]


def _fits(texts: Sequence[str], wordings: Sequence[str]) -> bool:
    return any(not w or any(words_in(w, t) for t in texts) for w in wordings)


def _filling(statement: Statement, names: Mapping[str, Sequence[str]]) -> list[str]:
    """Give all words that may fill the object's place."""
    texts = _texts(statement.object, names)
    for role in statement.arguments:
        texts.extend((role.text, *names.get(role.id or "", ())))
    if statement.time:
        texts.append(statement.time.text)
    if statement.place:
        texts.extend(_texts(statement.place, names))
    return texts


@cache
def _lemma(word: str) -> str:
    """Give the lemma of a participle in a relation's name: "beVisited"."""
    return analyser().nlp(f"It was {word} today.")[2].lemma_.lower()


def _predicate_fits(statement: Statement, wordings: Sequence[str]) -> bool:
    name = statement.predicate.id
    own = [word.lower() for word in _CAMEL.findall(name)]
    verb = 2 if own[1:2] == ["re"] else 1  # "beReElected"
    if own[:1] == ["be"] and len(own) > verb:
        own[verb] = _lemma(own[verb])
    return any(
        _in_order([w.lower() for w in _camel_words(wording)], own)
        for wording in wordings
    )


def _camel_words(wording: str) -> list[str]:
    return [word for part in wording.split() for word in _CAMEL.findall(part)]


def _in_order(wanted: Sequence[str], own: Sequence[str]) -> bool:
    rest = iter(own)
    return all(word in rest for word in wanted)


def matches(
    statement: Statement,
    line: dict[str, Any],
    names: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> bool:
    """Tell whether a statement says what a line of the gold says."""
    if not _predicate_fits(statement, line["p"]):
        return False
    subject = _texts(statement.subject, names)
    if _fits(subject, line["s"]) and _fits(_filling(statement, names), line["o"]):
        return True
    passive = statement.predicate.id.startswith("be") and not statement.object.label
    return passive and "" in line["s"] and _fits(subject, line["o"])


def is_by(
    statement: Statement,
    speaker: str | None,
    names: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> bool:
    """Tell whether a statement is attributed to a speaker."""
    source = statement.attribution
    if source is None:
        return speaker is None
    texts = (source.text, source.label, *names.get(source.id or "", ()))
    return speaker is None or any(words_in(speaker, text) for text in texts)
