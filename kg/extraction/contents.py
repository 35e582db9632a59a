"""Link what says something to what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.frames import ClauseKind, ClauseLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.extraction.drafts import Draft
    from kg.model import Statement

__all__ = ["Contents"]

_VERBAL = frozenset({ClauseKind.VERB, ClauseKind.COPULA, ClauseKind.EXISTENTIAL})
#: The clauses of a quotation that say something by themselves.
_MAIN = frozenset({ClauseLink.ROOT, ClauseLink.COORDINATE, ClauseLink.PARATAXIS})


@dataclass(frozen=True, slots=True)
class Contents:
    """What is said, by the head of the clause and by the word that tells who says it.

    ``sayers`` gives those who say something together, by the verb of saying.
    """

    by_head: dict[int, list[Statement]]
    by_cue: dict[int, list[Statement]]
    sayers: dict[int, set[str]]

    @classmethod
    def of(cls, made: Sequence[tuple[Draft, Statement]]) -> Contents:
        """Take the statements of an article with what they were made of."""
        contents = cls({}, {}, {})
        for draft, statement in made:
            contents._take(draft, statement)
        return contents

    def _take(self, draft: Draft, statement: Statement) -> None:
        clause = draft.clause
        if draft.speaks:
            who = statement.subject.id or statement.subject.label
            self.sayers.setdefault(draft.head.i, set()).add(who)
        if draft.content != (clause.head.i,):  # not what somebody wants
            for head in (clause.head, *clause.chain):
                self.by_head.setdefault(head.i, []).append(statement)
        report = draft.standing.report
        own = draft.head.i == clause.head.i and clause.kind in _VERBAL
        if report is None or not own:
            return
        above = clause.governor
        main = report.quoted and clause.link in _MAIN
        if main or (above is not None and above.i in report.cue):
            for index in report.cue:
                self.by_cue.setdefault(index, []).append(statement)

    def said(self, draft: Draft, statement: Statement) -> tuple[str, ...]:
        """Give the ids of what a statement says: clauses, and all its quotations."""
        found = [s for head in draft.content for s in self.by_head.get(head, ())]
        if draft.speaks and draft.head.i == draft.clause.head.i:
            found += self.by_cue.get(draft.head.i, ())
        others = self.sayers.get(draft.head.i, set()) - {
            statement.subject.id or statement.subject.label
        }
        return tuple(dict.fromkeys(_ids(found, statement.id, others)))


def _ids(found: Iterable[Statement], own: str, others: set[str]) -> Iterable[str]:
    """Leave out itself, and what only those say who speak beside the subject."""
    for statement in found:
        source = statement.attribution
        who = (source.id or source.label) if source else ""
        if statement.id != own and who not in others:
            yield statement.id
