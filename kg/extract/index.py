"""One walk over a Doc that finds the tokens the entity stages look at."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
    found: dict[str, list[Token]] = {
        name: []
        for name in TokenIndex.__dataclass_fields__
        if name not in {"starts", "relatives"}
    }
    for token in doc:
        tag, dep = token.tag_, token.dep_
        if tag == "NN":
            found["singulars"].append(token)
        elif tag in _PRONOUN_TAGS:
            found["pronouns"].append(token)
        elif tag == "DT" and dep == "det" and token.lower_ in _DETERMINERS:
            found["definites"].append(token.head)
        if dep == "appos":
            found["appositions"].append(token)
        elif dep == "attr":
            found["predicates"].append(token)
        elif dep == "prep" and token.lower_ in _EXAMPLES:
            found["examples"].append(token)
    relatives = tuple(t for t in found["pronouns"] if t.tag_ in _RELATIVE_TAGS)
    starts = tuple(sent.start for sent in doc.sents)
    lists = {name: tuple(tokens) for name, tokens in found.items()}
    return TokenIndex(**lists, relatives=relatives, starts=starts)
