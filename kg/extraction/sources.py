"""Name who says something, by what the rest of the reading knows of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.model import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.extraction.drafts import Draft
    from kg.extraction.reports import Report
    from kg.extraction.things import Arguments
    from kg.model import Argument

__all__ = ["UNNAMED", "Sources"]

#: The name of a source that the text does not name.
UNNAMED = "unnamed"
_PRONOUNS = frozenset({"PRP", "PRP$", "WP", "WDT", "DT", "EX"})


@dataclass(frozen=True, slots=True)
class Sources:
    """Names sources; ``subjects`` gives whom the saying itself was read to be of."""

    arguments: Arguments
    subjects: Mapping[int, Argument]

    @classmethod
    def of(cls, arguments: Arguments, drafts: Iterable[Draft]) -> Sources:
        """Take the sources of an article from the drafts of its sayings."""
        subjects: dict[int, Argument] = {}
        for draft in drafts:
            if draft.head.i == draft.clause.head.i and draft.speaks:
                subjects.setdefault(draft.head.i, draft.subject)
        return cls(arguments, subjects)

    def attribution(self, draft: Draft, report: Report) -> Attribution:
        """Give who says a draft, by what words."""
        arguments = self.arguments
        cue = arguments.words(report.cue) if report.cue else ""
        words, source = "", None
        if report.source is not None:
            token = arguments.tree.tokens[report.source]
            words = arguments.wording(token)
            found = arguments.of(token)
            own = [a for a in found if a.id == draft.subject.id]
            source = next(iter((*own, *found)), None)
            known = arguments.tree.tags[token.i] not in _PRONOUNS
            if source is None and known:
                return Attribution(None, words, words, cue, report.quoted)
        if source is None:
            known_as = (self.subjects.get(i) for i in report.cue)
            source = next((a for a in known_as if a is not None), None)
        if source is None:
            return Attribution(None, UNNAMED, words, cue, report.quoted)
        text = words or source.text
        return Attribution(source.id, source.label, text, cue, report.quoted)
