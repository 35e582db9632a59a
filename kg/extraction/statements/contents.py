"""Link what says something to what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from kg.extraction.frames import ClauseKind, ClauseLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.extraction.judgement.worth import Standing
    from kg.extraction.statements.drafts import Draft
    from kg.model import Argument, Attribution, Time

__all__ = ["Contents", "Told"]

_VERBAL = frozenset({ClauseKind.VERB, ClauseKind.COPULA, ClauseKind.EXISTENTIAL})
#: The clauses of a quotation that say something by themselves.
_MAIN = frozenset({ClauseLink.ROOT, ClauseLink.COORDINATE, ClauseLink.PARATAXIS})


class Told(NamedTuple):
    """What a draft tells: all of a statement but what is said in it."""

    id: str
    draft: Draft
    standing: Standing
    attribution: Attribution | None
    time: Time | None
    place: Argument | None


@dataclass(frozen=True, slots=True)
class Contents:
    """What is said, by the head of the clause and by the word that tells who says it.

    ``sayers`` gives those who say something together, by the verb of saying.
    """

    by_head: dict[int, list[Told]]
    by_cue: dict[int, list[Told]]
    sayers: dict[int, set[str]]

    @classmethod
    def of(cls, made: Sequence[Told]) -> Contents:
        """Take all that an article tells."""
        contents = cls({}, {}, {})
        for told in made:
            contents._take(told)
        return contents

    def _take(self, told: Told) -> None:
        draft = told.draft
        clause = draft.clause
        if draft.speaks:
            who = draft.subject.id or draft.subject.label
            self.sayers.setdefault(draft.head.i, set()).add(who)
        if draft.content != (clause.head.i,):  # not what somebody wants
            for head in (clause.head, *clause.chain):
                self.by_head.setdefault(head.i, []).append(told)
        report = draft.standing.report
        own = draft.head.i == clause.head.i and clause.kind in _VERBAL
        if report is None or not own:
            return
        above = clause.governor
        main = report.quoted and clause.link in _MAIN
        if main or (above is not None and above.i in report.cue):
            for index in report.cue:
                self.by_cue.setdefault(index, []).append(told)

    def said(self, told: Told) -> tuple[str, ...]:
        """Give the ids of what is said in it: clauses, and all its quotations."""
        draft = told.draft
        if not (draft.content or draft.speaks):
            return ()
        found = [s for head in draft.content for s in self.by_head.get(head, ())]
        if draft.speaks and draft.head.i == draft.clause.head.i:
            found += self.by_cue.get(draft.head.i, ())
        if not found:
            return ()
        others = self.sayers.get(draft.head.i, set()) - {
            draft.subject.id or draft.subject.label
        }
        return tuple(dict.fromkeys(_ids(found, told.id, others)))


def _ids(found: Iterable[Told], own: str, others: set[str]) -> Iterable[str]:
    """Leave out itself, and what only those say who speak beside the subject."""
    for told in found:
        source = told.attribution
        who = (source.id or source.label) if source else ""
        if told.id != own and who not in others:
            yield told.id
