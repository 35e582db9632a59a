"""Name who says something, by what the rest of the reading knows of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.speech.voices import can_speak
from kg.model import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Token

    from kg.extraction.speech.reports import Report
    from kg.extraction.statements.drafts import Draft
    from kg.extraction.statements.things import Arguments
    from kg.model import Argument

__all__ = ["UNNAMED", "Sources"]

#: So many who say something together are told apart.
_MOST = 4
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

    def attributions(self, draft: Draft, report: Report) -> tuple[Attribution, ...]:
        """Give who says a draft, by what words: all those who say it together."""
        arguments = self.arguments
        cue = arguments.words(report.cue) if report.cue else ""
        if report.source is None:
            return (self._unnamed(report, cue, ""),)
        token = arguments.tree.tokens[report.source]
        words = arguments.wording(token)
        found = self._voices(token)
        everyone = (*arguments.of(token), *found)
        own = [a for a in everyone if a.id and a.id == draft.subject.id][:1]
        if own or found:
            return tuple(
                Attribution(a.id, a.label, words or a.text, cue, report.quoted)
                for a in (own or found)
            )
        if arguments.tree.tags[token.i] not in _PRONOUNS:
            return (Attribution(None, words, words, cue, report.quoted),)
        return (self._unnamed(report, cue, words),)

    def _voices(self, token: Token) -> tuple[Argument, ...]:
        """Give those who speak together, beside the first only who has a name."""
        arguments = self.arguments
        if arguments.tree.tags[token.i] in _PRONOUNS:
            return arguments.of(token)
        beside = arguments.tree.coordinated(token)[1:_MOST]
        named = (
            t for t in beside if arguments.entity(t) and can_speak(arguments.tree, t.i)
        )
        together = (token, *named)
        firsts = (arguments.of(t)[:1] for t in together)
        return tuple(dict.fromkeys(a for first in firsts for a in first))

    def _unnamed(self, report: Report, cue: str, words: str) -> Attribution:
        """Give the subject of the saying itself, where that was read to be of one."""
        known_as = (self.subjects.get(i) for i in report.cue)
        source = next((a for a in known_as if a is not None), None)
        if source is None:
            return Attribution(None, UNNAMED, words, cue, report.quoted)
        text = words or source.text
        return Attribution(source.id, source.label, text, cue, report.quoted)
