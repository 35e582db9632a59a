"""Take what has no name by its words: "raising rates", "those who stay"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.frames import ClauseLink
from kg.extraction.literals import literal
from kg.extraction.parse.agreement import is_of_many
from kg.extraction.relation_words import relation_words
from kg.tables import table_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.frames import Clause
    from kg.extraction.parse.syntax import Tree
    from kg.extraction.statements.things import Arguments
    from kg.model import Argument

__all__ = ["deed_of", "described"]

_CLAUSES = frozenset({"csubj", "csubjpass"})
_SUBJECTS = _CLAUSES | {"nsubj", "nsubjpass"}
_TELLING = ("relcl", "acl", "prep")
#: What such a clause can begin with, beside "what" and "who".
_BINDING = frozenset({"whether", "that", "to", "how", "why"})
#: Prepositions by which a gerund before "be" is about the noun behind it.
_TURNING = frozenset({"to", "in", "among", "with", "behind", "beside", "alongside"})
#: How many words a deed has at most that something is said of.
_MOST_WORDS = 16


def deed_of(arguments: Arguments, clause: Clause, token: Token) -> tuple[Argument, ...]:
    """Give a clause that is a subject by its words: "raising rates hurts banks"."""
    tree = arguments.tree
    if tree.tags[token.i][:2] != "VB" or tree.deps[token.i] not in _SUBJECTS:
        return ()
    first, last = arguments.below(token)
    own = tree.heads[token.i] in {verb.i for verb in (clause.head, *clause.chain)}
    beside = own or clause.link is ClauseLink.COORDINATE
    if not beside or last - first > _MOST_WORDS or not _is_deed(tree, token, first):
        return ()
    return (literal(arguments.words((first, last))),)


def described(
    arguments: Arguments, clause: Clause, token: Token
) -> tuple[Argument, ...]:
    """Give somebody who is known by what is told of them: "those who came late"."""
    tree = arguments.tree
    if tree.words[token.i] not in relation_words("described"):
        return ()
    after = [t for t in tree.children(token, *_TELLING) if t.i > token.i]
    if not after or after[0].left_edge.i != token.i + 1:
        return ()
    last = after[0].right_edge.i
    inside = token.i < clause.head.i <= last  # who came late, told of those who did
    cut = inside or tree.deps[last] == "prep"
    if cut or last - token.i > _MOST_WORDS:
        return ()
    return (literal(arguments.words((token.i, last))),)


def _is_deed(tree: Tree, token: Token, first: int) -> bool:
    """Tell a gerund, an infinitive or a clause with a word that asks from a slip."""
    verb = tree.head(token)
    if first > verb.i:
        return False
    if tree.tags[token.i] == "VBG":
        said = tree.lemma(token) in table_words("verbs.toml", "reporting")
        said = said and first > 0 and tree.words[first - 1] == ","  # "he left, adding"
        slip = said or is_of_many(tree, verb) or _is_turned(tree, token, verb)
        return first == token.i and not slip
    asked = tree.words[first] in _BINDING or tree.tags[first] == "WP"
    return asked and tree.deps[token.i] in _CLAUSES


def _is_turned(tree: Tree, token: Token, verb: Token) -> bool:
    """Tell what is said of what follows: "Adding to the noise is a new mill"."""
    if tree.lemma(verb) != "be" or tree.child(token, "dobj") is not None:
        return False
    places = [p.lower_ in _TURNING for p in tree.children(token, "prep")]
    return any(places) and tree.child(verb, "attr") is not None
