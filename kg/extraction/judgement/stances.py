"""Tell verbs that say something by themselves from those that only carry another.

"tries to stanch", "refused to answer" are acts of their own; "continues to meet" and
"seems to end" are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.parse.governors import row_of
from kg.extraction.relation_words import relation_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.frames import Clause
    from kg.extraction.parse.syntax import Tree

__all__ = ["accused_of", "asked_one", "is_accusation", "stance_of", "with_subject"]

#: Classes of verbs that tell what their object does: "accused him of lying".
_OF_OBJECT = frozenset({"accusation", "accusation-of", "verdict"})
_TAKEN_AS = frozenset({"identify", "see", "describe", "regard", "recognize", "portray"})


def stance_of(tree: Tree, verb: Token, below: Token) -> str:
    """Give the class of a verb that is an act of its own, or ""."""
    if tree.lemmas[verb.i] in relation_words("stance_adjectives"):
        return tree.lemmas[verb.i] if tree.is_infinitive(below) else ""
    if not tree.tags[verb.i].startswith("VB") or tree.lemmas[verb.i] in {"be", "go"}:
        return ""
    row = row_of(tree, below.i, verb.i)
    acts = relation_words("stances")
    return row.id if row is not None and row.id in acts else ""


def asked_one(tree: Tree, clause: Clause) -> Token | None:
    """Give who is to do what an infinitive tells, where the verb above asks for it.

    The parser hangs "to disarm" on "called on the militia" as if the caller did it.
    """
    if not tree.is_infinitive(clause.head):
        return None
    verb = tree.head(clause.head)
    row = row_of(tree, clause.head.i, verb.i)
    if row is None or row.id != "directive":
        return None
    for thing in tree.children(verb, "dobj", "dative", "nsubjpass"):
        return thing if thing.i < clause.head.i else None
    for preposition in tree.children(verb, "prep"):
        if preposition.lower_ in {"on", "upon", "to", "for"}:
            noun = tree.child(preposition, "pobj")
            if noun is not None and noun.i < clause.head.i:
                return noun
    return None


def accused_of(tree: Tree, clause: Clause) -> Token | None:
    """Give who did what an accusation or a description tells.

    The parser gives "cleared the doctor of harming patients" the court as its doer.
    """
    if tree.deps[clause.head.i] != "pcomp":
        return None
    prep = tree.head(clause.head)
    if tree.deps[prep.i] != "prep":
        return None
    host = tree.head(prep)
    verb = tree.head(host) if tree.deps[host.i] == "dobj" else host
    if tree.tags[verb.i][:2] != "VB" or verb.i > clause.head.i:
        return None
    word = prep.lower_
    accused = is_accusation(tree, clause.head.i, verb.i, word)
    if not accused and not (word == "as" and tree.lemmas[verb.i] in _TAKEN_AS):
        return None
    objects = tree.children(verb, "dobj")
    return objects[0] if objects and objects[0].i < clause.head.i else None


def is_accusation(tree: Tree, below: int, verb: int, word: str) -> bool:
    """Tell whether a verb accuses, blames, praises somebody for what a gerund tells."""
    if word not in {"of", "for", "with"}:
        return False
    row = row_of(tree, below, verb)
    return row is not None and row.id in _OF_OBJECT


def with_subject(tree: Tree, clause: Clause) -> tuple[Token, ...]:
    """Give the subject of a participle after "with": "ended with Sweden winning".

    The parser hangs it on the main verb, as if the match had won.
    """
    head = clause.head
    if tree.tags[head.i] != "VBG" or tree.deps[head.i] not in {"advcl", "acl"}:
        return ()
    first = tree.first(head.i)
    if not first:
        return ()
    noun = tree.tokens[first - 1]
    while tree.deps[noun.i] == "conj":
        noun = tree.head(noun)
    if tree.deps[noun.i] != "pobj" or tree.head(noun).lower_ != "with":
        return ()
    return tree.coordinated(noun)
