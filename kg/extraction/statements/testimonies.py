"""Read who says what a phrase tells by whom it is: "according to officials"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.literals import literal
from kg.extraction.statements.drafts import Draft, aside
from kg.model import Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.speech.reports import Report
    from kg.extraction.statements.readings import Reader
    from kg.model import Argument

__all__ = ["TestimonyReader"]

_SAY = Predicate("say", "says")
_CUES = frozenset({"according", "per"})
_CONFIDENCE = 0.8
#: Fewer words are no clause.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class TestimonyReader:
    """Reads by whose word the clauses of one article are."""

    reader: Reader

    def read(self) -> Iterator[Draft]:
        """Give who says what, in text order."""
        tokens = self.reader.arguments.tree.tokens
        for head, report in sorted(self.reader.standings.accordings.items()):
            if report.cue and tokens[report.cue[0]].lower_ in _CUES:
                yield from self._of(tokens[head], report)

    def _of(self, head: Token, report: Report) -> Iterator[Draft]:
        arguments = self.reader.arguments
        cue = arguments.tree.tokens[report.cue[0]]
        if report.source is None:
            return
        source = arguments.tree.tokens[report.source]
        together = arguments.tree.child(source, "cc") is not None
        words = self._told(head, cue)
        standing = self.reader.standings.of(cue.i)
        if standing.report == report:
            standing = self.reader.standings.of_name(cue.i)
        for token in arguments.tree.coordinated(source) if together else (source,):
            for somebody in arguments.of(token):
                if len(words.label.split()) >= _FEWEST:
                    yield Draft(
                        clause=aside(cue, "testimony", _CONFIDENCE),
                        head=cue,
                        subject=somebody,
                        predicate=_SAY,
                        object=words,
                        standing=standing,
                        used=(*arguments.below(head), *arguments.below(cue)),
                        content=(head.i,),
                        speaks=True,
                    )

    def _told(self, head: Token, cue: Token) -> Argument:
        """Give the words of the clause without those that tell whose they are."""
        arguments = self.reader.arguments
        whole = arguments.clause(head).label
        phrase = arguments.words(arguments.below(cue))
        before, _, after = whole.partition(phrase)
        parts = (before.strip(" ,;-–—"), after.strip(" ,;-–—"))
        return literal(" ".join(part for part in parts if part))
