"""Give the clauses around one as further arguments: when, why and what for it is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.grammar.predicates import is_preposition_like
from kg.extraction.relation_words import relation_words
from kg.model import Role
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.frames import Clause
    from kg.extraction.parse.syntax import Tree
    from kg.extraction.statements.things import Arguments

__all__ = ["circumstances_of", "is_so"]

_MEASURING = ("advcl", "ccomp")
_DEGREES = frozenset({"so", "too", "such", "enough"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_BESIDE = frozenset({"while", "so"})
#: What sets such a clause apart.
_APART = frozenset({",", ";", "-", "–", "—", "("})
#: How many words a clause has at most that is told of another one.
_MOST_WORDS = 40
#: How many words join clauses at most: "hours after", "even though".
_MOST_JOINTS = 3


def circumstances_of(arguments: Arguments, clause: Clause) -> Iterator[Role]:
    """Give "because it rained", "to see her" by what joins it and its own words."""
    tree = arguments.tree
    for verb in (*clause.chain, clause.head):
        if "advcl" not in tree.kinds[verb.i]:
            continue
        for child in tree.children(verb, "advcl"):
            if not is_preposition_like(tree, child):
                yield from _circumstance(arguments, child)
    if clause.complement is not None:
        yield from _measures(arguments, clause.complement)


def _measures(arguments: Arguments, adjective: Token) -> Iterator[Role]:
    """Give how much something is so: "as low as it was", "so low that he left"."""
    tree = arguments.tree
    if tree.kinds[adjective.i].isdisjoint(_MEASURING):
        return
    for child in tree.children(adjective, *_MEASURING):
        so = tree.dep(child) == "ccomp" and is_so(tree, adjective)
        compared = tree.dep(child) == "advcl" and tree.child(child, "mark")
        if child.i > adjective.i and (so or compared):
            yield from _circumstance(arguments, child)


def is_so(tree: Tree, adjective: Token) -> bool:
    """Tell an adjective with a degree: "so low", "too low"."""
    return any(tree.words[i] in _DEGREES for i in tree.below[adjective.i])


def _circumstance(arguments: Arguments, head: Token) -> Iterator[Role]:
    tree = arguments.tree
    first, last = arguments.below(head)
    joint = _joint(arguments, head)
    if joint is None or last - joint.i > _MOST_WORDS or joint.i >= last:
        return
    said = joint.lower_ == "as" and tree.lemma(head) in _reporting()
    if said:
        return  # "as Ann Lee told the paper" tells whose word it is
    begin = first if joint.i - first < _MOST_JOINTS else joint.i
    name = arguments.words((begin, joint.i)).lower()
    if _stands_beside(tree, head, name, begin):
        return
    yield Role(name, arguments.words((joint.i + 1, last)))


def _stands_beside(tree: Tree, head: Token, name: str, first: int) -> bool:
    """Tell a statement of its own that tells nothing of the one above.

    "Ann sang, while Bo slept" sets two things side by side, but "waited while Bo
    slept" tells when; "so he left" tells what came of it, "so he could leave" what for.
    """
    if name in relation_words("contrasts"):
        return not tree.kinds[head.i].isdisjoint(_SUBJECTS)
    if name not in _BESIDE or tree.kinds[head.i].isdisjoint(_SUBJECTS):
        return False
    apart = first < tree.heads[head.i] or tree.tokens[first - 1].text in _APART
    if name == "while":
        return apart
    aimed = any(tree.tag(t) == "MD" for t in tree.children(head, "aux"))
    return not aimed or apart


def _joint(arguments: Arguments, head: Token) -> Token | None:
    """Give the last word that joins a clause to the one above; a bare one has none."""
    tree = arguments.tree
    before = [t for t in tree.children(head, "mark", "advmod") if t.i < head.i]
    for word in reversed(before):
        if tree.dep(word) == "mark" or tree.tag(word) == "WRB":
            return word
    if not tree.is_infinitive(head):
        return None
    return next((t for t in tree.children(head, "aux") if tree.tag(t) == "TO"), None)


def _reporting() -> frozenset[str]:
    return table_words("verbs.toml", "reporting")
