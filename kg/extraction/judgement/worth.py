"""What a clause is worth: its polarity, its modality, and whose word it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Modality, Polarity

if TYPE_CHECKING:
    from kg.extraction.speech.reports import Report

__all__ = [
    "AHEAD",
    "DOMINANT",
    "FACT",
    "OPEN",
    "SETTLED",
    "Standing",
    "flipped",
    "unsure",
]

#: What a clause keeps whatever its own words say.
SETTLED = frozenset({Modality.QUESTION, Modality.CONDITIONAL})
DOMINANT = SETTLED | {Modality.UNLIKELY}
#: What a clause of time hands on: "will leave when the war ends".
OPEN = frozenset(
    {
        Modality.PLANNED,
        Modality.REQUESTED,
        Modality.REQUIRED,
        Modality.POSSIBLE,
        Modality.HYPOTHETICAL,
    }
)


#: What is planned or can be with a thing that has its past already.
AHEAD = frozenset({Modality.PLANNED, Modality.POSSIBLE, Modality.REQUIRED})


@dataclass(frozen=True, slots=True)
class Standing:
    """What a clause is worth.

    ``outer`` is whose word that is which the clause takes for granted: a promise is
    the promiser's, "its ban" inside it still the narrator's.
    """

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ACTUAL
    report: Report | None = None
    outer: Report | None = None

    @property
    def is_fact(self) -> bool:
        """Whether it is so, leaving aside who says it."""
        return self.polarity is Polarity.POSITIVE and self.modality is Modality.ACTUAL

    def with_modality(self, modality: Modality) -> Standing:
        """Give the same under another modality, affirmed."""
        return Standing(Polarity.POSITIVE, modality, self.report, self.outer)

    def taken_for_granted(self) -> Standing:
        """Give what a clause inside this one is worth that is told in passing as so."""
        return Standing(report=self.outer, outer=self.outer)


FACT = Standing()


def flipped(polarity: Polarity) -> Polarity:
    """Give the other polarity."""
    negative = polarity is Polarity.NEGATIVE
    return Polarity.POSITIVE if negative else Polarity.NEGATIVE


def unsure(modality: Modality) -> Modality:
    """Give a modality under which nothing is so."""
    return Modality.HYPOTHETICAL if modality is Modality.ACTUAL else modality
