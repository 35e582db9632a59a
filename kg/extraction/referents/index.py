"""One walk over a Doc that finds the tokens the entity stages look at."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extraction.parse.words import tagged_numbers

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["TokenIndex", "index_tokens"]

_PRONOUN_TAGS = {"PRP", "PRP$", "WP", "WP$", "WDT"}
_RELATIVE_TAGS = {"WP", "WP$", "WDT"}
_DETERMINERS = {"the", "this"}
_EXAMPLES = {"like", "including", "as"}


@dataclass(frozen=True, slots=True)
class TokenIndex:
    """Tokens by what they may be, each in text order.

    ``definites`` are nouns with "the" or "this", ``examples`` words that may open
    examples ("like", "such as"), ``starts`` the first tokens of the sentences.
    """

    pronouns: tuple[Token, ...]
    relatives: tuple[Token, ...]
    singulars: tuple[Token, ...]
    definites: tuple[Token, ...]
    appositions: tuple[Token, ...]
    predicates: tuple[Token, ...]
    examples: tuple[Token, ...]
    starts: tuple[int, ...]

    def sentence_of(self, i: int) -> int:
        """Give the number of the sentence in which a token stands."""
        return bisect_right(self.starts, i)


def index_tokens(doc: Doc) -> TokenIndex:
    """Sort the tokens of a Doc into what the stages ask for."""
    pronouns = _tagged(doc, "TAG", _PRONOUN_TAGS)
    determiners = (t for t in _tagged(doc, "TAG", {"DT"}) if t.dep_ == "det")
    return TokenIndex(
        pronouns=pronouns,
        relatives=tuple(t for t in pronouns if t.tag_ in _RELATIVE_TAGS),
        singulars=_tagged(doc, "TAG", {"NN"}),
        definites=tuple(t.head for t in determiners if t.lower_ in _DETERMINERS),
        appositions=_tagged(doc, "DEP", {"appos"}),
        predicates=_tagged(doc, "DEP", {"attr"}),
        examples=tuple(
            t for t in _tagged(doc, "DEP", {"prep"}) if t.lower_ in _EXAMPLES
        ),
        starts=tuple(sent.start for sent in doc.sents),
    )


def _tagged(doc: Doc, attribute: str, names: set[str]) -> tuple[Token, ...]:
    """Give the tokens with one of these tags, without looking at any other."""
    return tuple(doc[i] for i in tagged_numbers(doc, attribute, names))
