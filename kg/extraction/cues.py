"""Read the table of cues: the words that tell what a clause is worth, as typed rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.errors import TableError
from kg.model import Modality
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Complement", "Cues", "Form", "Outcome", "load_cues"]

TABLE = "cues.toml"


class Form(StrEnum):
    """The form of a clause below a verb, noun or adjective."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    ADJECTIVE = "adjective"


class Outcome(StrEnum):
    """What follows for a clause from the word that governs it."""

    SO = "+"
    NOT_SO = "-"
    OPEN = "o"
    OPEN_NEGATIVE = "n"


@dataclass(frozen=True, slots=True)
class Complement:
    """A class of governing words and what follows for the clause below them.

    ``affirmed`` and ``negated`` are the outcomes for the two polarities of the
    governing word; ``modality`` holds where the outcome is open; ``said`` makes it
    somebody's word.
    """

    id: str
    affirmed: Outcome
    negated: Outcome
    modality: Modality
    said: bool

    @property
    def factive(self) -> bool:
        """Whether the clause is so, whatever the governing clause is worth."""
        return self.affirmed is Outcome.SO and self.negated is Outcome.SO


@dataclass(frozen=True, slots=True)
class Cues:
    """All rows of the table of cues, in the form in which they are looked up.

    ``words`` holds the plain lists by "section.name".
    """

    complements: Mapping[tuple[str, str, str, str], Complement]
    modals: Mapping[str, Modality]
    adverbs: Mapping[str, Modality]
    predicates: Mapping[str, Modality]
    hedges: Mapping[str, Modality]
    intensional: Mapping[str, Modality]
    markers: Mapping[str, str]
    gerund_prepositions: Mapping[str, str]
    slips: Mapping[str, str]
    words: Mapping[str, frozenset[str]]

    def complement(
        self, kind: str, form: Form, lemma: str, frame: str = ""
    ) -> Complement | None:
        """Find the class of a governing word for a form of clause below it."""
        found = self.complements.get((kind, form, lemma, frame))
        if found is None and frame:
            found = self.complements.get((kind, form, lemma, ""))
        return found


@cache
def load_cues() -> Cues:
    """Read the table once."""
    table = read_toml(TABLE)
    complements: dict[tuple[str, str, str, str], Complement] = {}
    for key, row in _complements(table["complement"]):
        if key in complements:
            raise TableError(TABLE, row.id, f"{key} is also in {complements[key].id}")
        complements[key] = row
    sections = (
        "negation",
        "attribution",
        "result",
        "manner",
        "naming",
        "reminding",
        "parts",
        "time",
        "coming",
        "likeness",
    )
    return Cues(
        complements=complements,
        modals={w: Modality(m) for w, m in table["modals"].items()},
        adverbs=_modality_of_word(table["adverbs"]),
        predicates=_modality_of_word(table["predicates"]),
        hedges=_modality_of_word(table["hedges"]),
        intensional=_modality_of_word(table["intensional"]),
        markers=table["markers"],
        gerund_prepositions={
            word: rule
            for rule, words in table["gerund_prepositions"].items()
            for word in words
        },
        slips=table["slips"],
        words={
            f"{section}.{name}": frozenset(words)
            for section in sections
            for name, words in table[section].items()
        },
    )


def _complements(
    rows: list[dict[str, Any]],
) -> Iterator[tuple[tuple[str, str, str, str], Complement]]:
    for row in rows:
        try:
            affirmed, negated = (Outcome(sign) for sign in row["signature"])
            complement = Complement(
                id=row["id"],
                affirmed=affirmed,
                negated=negated,
                modality=Modality(row["modality"]),
                said=row.get("said", False),
            )
            forms = [Form(form) for form in row["form"]]
        except (KeyError, ValueError) as error:
            raise TableError(TABLE, str(row.get("id")), str(error)) from error
        for lemma in row["lemmas"].split():
            for form in forms:
                yield (row["kind"], form, lemma, row.get("frame", "")), complement


def _modality_of_word(section: dict[str, list[str]]) -> dict[str, Modality]:
    return {
        word: Modality(modality)
        for modality, words in section.items()
        for word in words
    }
