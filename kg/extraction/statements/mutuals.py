"""Read what two have together: "talks between Chad and Mali"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction.grammar.noun_clauses import verb_of
from kg.extraction.judgement.presupposition import is_presupposed
from kg.extraction.relation_words import relation_words
from kg.extraction.statements.attachments import AttachmentReader
from kg.extraction.statements.relations import camel
from kg.model import Predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree
    from kg.extraction.statements.drafts import Draft
    from kg.extraction.statements.readings import Reader

__all__ = ["MutualReader"]

_TWO = 2
_BETWEEN = frozenset({"between"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class MutualReader:
    """Reads what is between two in one article."""

    reader: Reader

    @property
    def tree(self) -> Tree:
        """The parse of the article."""
        return self.reader.arguments.tree

    def read(self) -> Iterator[Draft]:
        """Give who has what with whom, in text order."""
        tree = self.tree
        for preposition in tree.having("prep", words=_BETWEEN):
            noun = tree.head(preposition)
            if tree.tags[noun.i] in {"NN", "NNS"}:
                yield from self._between(noun, preposition)

    def _between(self, noun: Token, preposition: Token) -> Iterator[Draft]:
        tree, arguments = self.tree, self.reader.arguments
        if tree.lemmas[noun.i] in relation_words("gaps"):
            return
        if tree.deps[noun.i] in _SUBJECTS and not is_presupposed(tree, noun.i):
            return  # "a deal between them was supposed to last"
        both = tree.spread(tree.children(preposition, "pobj"))
        first, *others = (arguments.entity(token) for token in both)
        if len(both) != _TWO or first is None or others[0] is None:
            return
        if first.id == others[0].id:
            return
        words = [verb_of(noun), "with"]
        relation = Predicate(camel(words), f"{tree.lemmas[noun.i]} with")
        said = (first, relation, others[0])
        draft = AttachmentReader(self.reader).draft(noun, said, both[-1])
        yield replace(draft, standing=self.reader.standings.of_noun(noun.i))
