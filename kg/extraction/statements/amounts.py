"""Read how much something comes to: "a loss of $3 million"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.grammar.partitives import counted_nouns
from kg.extraction.literals import literal
from kg.extraction.relation_words import relation_words
from kg.extraction.statements.attachments import AttachmentReader
from kg.model import EntityType, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree
    from kg.extraction.statements.drafts import Draft
    from kg.extraction.statements.readings import Reader

__all__ = ["AmountReader"]

_BE = Predicate("be", "is")
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
_NOUNS = frozenset({"NN", "NNS"})


@dataclass(frozen=True, slots=True)
class AmountReader:
    """Reads the amounts beside the nouns of one article."""

    reader: Reader

    @property
    def tree(self) -> Tree:
        """The parse of the article."""
        return self.reader.arguments.tree

    def read(self) -> Iterator[Draft]:
        """Give what comes to how much, in text order."""
        tree = self.tree
        for amount in tree.having("pobj"):
            preposition = tree.head(amount)
            if tree.words[preposition.i] == "of" and amount.ent_type_ in _AMOUNTS:
                noun = tree.head(preposition)
                if noun.i == preposition.i - 1:
                    yield from self._of(noun, amount)

    def _of(self, noun: Token, amount: Token) -> Iterator[Draft]:
        tree, arguments = self.tree, self.reader.arguments
        if tree.tags[noun.i] not in _NOUNS or noun.ent_type_ in _AMOUNTS:
            return
        if tree.lemmas[noun.i] in relation_words("no_amounts"):
            return
        if counted_nouns(tree, noun) is not None or self._is_expected(noun):
            return
        thing = arguments.common(noun)
        words = self._words(amount)
        if thing.id is not None and words:
            said = (thing, _BE, literal(words, EntityType.QUANTITY))
            yield AttachmentReader(self.reader).draft(noun, said, amount)

    def _is_expected(self, noun: Token) -> bool:
        """Tell what somebody only expects: "sees growth of 2 percent"."""
        tree = self.tree
        for above in tree.above(noun):
            if tree.is_verb(above):
                return tree.lemmas[above.i] in relation_words("expecting")
        return False

    def _words(self, amount: Token) -> str:
        """Give the words of an amount, with what tells how near it is."""
        tokens = self.tree.tokens
        first = last = amount.i
        while tokens[first].ent_iob_ == "I" and first:
            first -= 1
        while last + 1 < len(tokens) and tokens[last + 1].ent_iob_ == "I":
            last += 1
        if first and tokens[first - 1].text in {"$", "£", "€"}:
            first -= 1
        return self.reader.arguments.words((first, last))
