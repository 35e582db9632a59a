"""Tell what "it" and "them" mean that are objects beside another verb's object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.referents.likeness import agrees
from kg.tables import read_toml

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["object_beside"]

_KINDS = {"it": "thing", "them": "many"}
_NUMBERS = {"it": "NN", "them": "NNS"}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def object_beside(tree: Tree, pronoun: Token) -> Token | None:
    """Give the object of the verb before: "She bought a mill and sold it"."""
    kind = _KINDS.get(pronoun.lower_)
    if kind is None or tree.deps[pronoun.i] != "dobj":
        return None
    verb = tree.head(pronoun)
    before = _verb_before(tree, verb)
    thing = None if before is None else tree.child(before, "dobj")
    if before is None or thing is None or not before.i < thing.i < verb.i:
        return None
    light = tree.lemmas[before.i] in read_toml("entities.toml")["verbs"]["light"]
    alike = tree.tags[thing.i] == _NUMBERS[pronoun.lower_]
    if light or not alike or not agrees(tree, thing, kind):
        return None
    between = tree.tokens[thing.i + 1 : pronoun.i]
    return None if any(_may_be(tree, t, pronoun) for t in between) else thing


def _verb_before(tree: Tree, verb: Token) -> Token | None:
    """Give the verb that a verb is joined to, or that has a clause beside it.

    "bought a mill and sold it", "bought a mill when he saw it", "If he has a mill, he
    sells it"; but not "found a mill to keep it running".
    """
    above, link = tree.head(verb), tree.deps[verb.i]
    finite = tree.tags[verb.i] in _FINITE
    alike = (tree.tags[verb.i] == "VBG") is (tree.tags[above.i] == "VBG")
    if above.i < verb.i and (
        (link == "conj" and alike) or (link == "advcl" and finite)
    ):
        return above
    front = (c for c in tree.children(verb, "advcl") if c.i < verb.i)
    return next((c for c in front if tree.tags[c.i] in _FINITE), None)


def _may_be(tree: Tree, token: Token, pronoun: Token) -> bool:
    """Tell another object in between, and where words start to be quoted."""
    number = tree.tags[token.i] == _NUMBERS[pronoun.lower_]
    return token.is_quote or (number and tree.deps[token.i] in {"dobj", "conj"})
