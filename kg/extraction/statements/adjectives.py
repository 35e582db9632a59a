"""Read adjectives behind their nouns: "Healey, new to it,", "areas prone to floods"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction.grammar.obliques import find_obliques
from kg.extraction.statements.attachments import AttachmentReader
from kg.extraction.statements.moments import is_time
from kg.model import Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree
    from kg.extraction.statements.drafts import Draft
    from kg.extraction.statements.readings import Reader
    from kg.extraction.statements.things import Arguments
    from kg.model import Argument

__all__ = ["AdjectiveReader"]

_BE = Predicate("be", "is")
_MARKS = frozenset(",—–-(")


@dataclass(frozen=True, slots=True)
class AdjectiveReader:
    """Reads the adjectives behind the nouns of one article."""

    reader: Reader

    @property
    def arguments(self) -> Arguments:
        """The arguments of the article."""
        return self.reader.arguments

    @property
    def tree(self) -> Tree:
        """The parse of the article."""
        return self.reader.arguments.tree

    @property
    def _beside(self) -> AttachmentReader:
        return AttachmentReader(self.reader)

    def read(self) -> Iterator[Draft]:
        """Give what the adjectives say, in text order."""
        for token in self.tree.having("amod", "acomp"):
            if token.i > self.tree.heads[token.i]:
                yield from self._adjective(self.tree.head(token), token)

    def _adjective(self, noun: Token, adjective: Token) -> Iterator[Draft]:
        """Read "Healey — new to the game —", "areas prone to floods"."""
        tree = self.tree
        if tree.tags[adjective.i] != "JJ" or tree.tags[noun.i][0] != "N":
            return
        entity = self.arguments.entity(noun)
        apart = tree.tokens[adjective.i - 1].text in _MARKS
        about: tuple[Argument, ...] = () if entity is None else (entity,)
        if not apart and self._goes_on(noun, adjective):
            about = self._beside.named(noun)
        elif not apart:
            return
        for subject in about:
            said = (subject, _BE, self.arguments.literal(adjective))
            others = find_obliques(tree, adjective)
            roles = (self.arguments.role(o) for o in others if not is_time(tree, o))
            draft = self._beside.draft(noun, said, adjective)
            yield replace(draft, arguments=tuple(roles))

    def _goes_on(self, noun: Token, adjective: Token) -> bool:
        """Tell an adjective right behind its noun that takes a phrase of its own."""
        tree = self.tree
        if adjective.i != noun.i + 1 or tree.deps[adjective.i] != "amod":
            return False
        below = tree.children(adjective, "prep", "npadvmod")
        return any(t.i > adjective.i for t in below) and not self._beside.is_timely(
            noun
        )
