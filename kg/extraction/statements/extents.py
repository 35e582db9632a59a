"""Tell from where to where a phrase goes, and cut its words out of the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.tuples.spans import core, nested, short
from kg.memory import remembered

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["Extents"]

_PAIRS = {"”": "“", '"': '"', ")": "(", "]": "["}
#: Marks that may belong to the words right before them.
_ATTACHED = frozenset({"-", *_PAIRS})
#: How long a prepositional phrase may be that is told with a further argument.
_MOST_BEHIND = 16
_MARKS = ".,;:!?—–-…“”\"'‘’()[] \n\t"


@dataclass(frozen=True, slots=True)
class Extents:
    """The first and last token of phrases and clauses; ``text`` is the article's."""

    tree: Tree
    text: str

    def below(self, token: Token) -> tuple[int, int]:
        """Give the first and last token of all that hangs on one."""
        return token.left_edge.i, token.right_edge.i

    def phrase(self, token: Token) -> tuple[int, int]:
        """Give the first and last token of a noun's phrase, without its clauses."""
        if not self.tree.below[token.i]:
            return token.i, token.i
        noun = self.tree.tags[token.i][0] == "N"
        words = short(self.tree, token) if noun else core(self.tree, token)
        return words[0], words[-1]

    def both(self, marker: str, token: Token) -> Token | None:
        """Give the last of the nouns that only together are between something."""
        if not marker.endswith("between") or "conj" not in self.tree.kinds[token.i]:
            return None
        return self.tree.coordinated(token)[-1]

    def reaching(self, token: Token, phrase: tuple[int, int], marker: str = "") -> str:
        """Give a noun's words with the prepositional phrases right behind them."""
        first, last = phrase
        other = self.both(marker, token)
        if other is not None:
            last = max(last, self.phrase(other)[1])
        for preposition in self._prepositions(token):
            inside = set(nested(self.tree, preposition))
            if last + 1 in inside and len(inside) <= _MOST_BEHIND:
                while last + 1 in inside:
                    last += 1
        return self.words(first, last)

    def _prepositions(self, token: Token) -> list[Token]:
        """Give those below a noun and below the nouns of its "of"."""
        found: list[Token] = []
        nouns = [token]
        for noun in nouns:
            if "prep" not in self.tree.kinds[noun.i]:
                continue
            for preposition in self.tree.children(noun, "prep"):
                found.append(preposition)
                if self.tree.words[preposition.i] == "of":
                    nouns += self.tree.children(preposition, "pobj")
        return sorted(found, key=lambda preposition: preposition.i)

    def words(self, first: int, last: int) -> str:
        """Give the article's words from one token to another, without marks around."""
        tokens, words = self.tree.tokens, self.tree.words
        while first < last and _is_edge(words[last]):
            last -= 1
        while first < last and _is_edge(words[first]):
            first += 1
        found = tokens[last]
        end = found.idx + len(found)
        whole = self.text[tokens[first].idx : end]
        if self.text[end : end + 1] in _ATTACHED:
            whole += self._rest(whole, last)
        if whole.isprintable() and "  " not in whole and whole[0] != " ":
            return whole  # nearly all are so, and this is told far sooner
        return " ".join(whole.split())

    def _rest(self, words: str, last: int) -> str:
        """Give what belongs to some words and follows without a blank.

        That is a mark which closes one inside, as in 'a "hub"', and the rest of a word
        with hyphens: "a two-on-one".
        """
        tokens = self.tree.tokens
        if last + 1 == len(tokens) or tokens[last].whitespace_:
            return ""
        mark: str = tokens[last + 1].text
        if mark == "-":
            return self._hyphened(last)
        opening = _PAIRS.get(mark)
        if opening is None:
            return ""
        own = words.count(mark) if opening != mark else words.count(mark) // 2 * 2
        return mark if words.count(opening) > own else ""

    def _hyphened(self, last: int) -> str:
        """Give the rest of a word that hyphens join to others: "on-one"."""
        tokens, end = self.tree.tokens, last
        while (
            end + 2 < len(tokens)
            and tokens[end + 1].text == "-"
            and not (tokens[end].whitespace_ or tokens[end + 1].whitespace_)
        ):
            end += 2
        if last < self.tree.heads[last] <= end:
            return ""  # the Leeds of "Leeds-based"
        start = tokens[last].idx + len(tokens[last])
        return self.text[start : tokens[end].idx + len(tokens[end])]

    def clause(self, head: Token) -> str:
        """Give the words of a clause, without the "that" which opens it."""
        first, last = self.below(head)
        while first < head.i and _is_edge(self.tree.words[first]):
            first += 1
        if self.tree.words[first] == "that" and self.tree.deps[first] == "mark":
            first += 1
        return self.words(first, last)


@remembered(1 << 12)
def _is_edge(word: str) -> bool:
    """Tell marks and blanks from words."""
    return not word.strip(_MARKS)
