"""Tell from number which subjects a verb can have, so that no misread one is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.frames import ClauseKind
from kg.extraction.relation_words import relation_words
from kg.tables import table_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.frames import Clause
    from kg.extraction.parse.syntax import Tree

__all__ = ["agreeing", "is_of_many", "is_several"]

_MANY = {"were", "are", "have", "do", "'re", "’re"}
_ONE = {"was", "is", "has", "does", "'s", "’s"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_SINGLE = {"PERSON", "GPE"}
_FINITE = {"VBD", "VBP", "VBZ", "MD"}


def is_of_many(tree: Tree, verb: Token) -> bool | None:
    """Tell whether a verb's form is that for several; None where it does not tell."""
    finite = verb.i
    for child in tree.below[finite]:
        if tree.deps[child] in {"aux", "auxpass"} and tree.tags[child] in _FINITE:
            finite = child
            break
    word, tag = tree.words[finite], tree.tags[finite]
    if word in _MANY or tag == "VBP":
        return True
    return False if word in _ONE or tag == "VBZ" else None


def is_several(tree: Tree, noun: Token) -> bool:
    """Tell whether a noun, or it with what is joined to it, means more than one."""
    return tree.tag(noun) in {"NNS", "NNPS"} or tree.child(noun, "conj") is not None


def agreeing(
    tree: Tree, clause: Clause, subjects: tuple[Token, ...]
) -> tuple[Token, ...]:
    """Give those of a clause's subjects that its verb agrees with in number.

    Of several with a verb for one, only the first is kept: "one of the artists, sound
    and media expert Ann Lee, is". A relative clause is of what it agrees with.
    """
    top = clause.chain[0] if clause.chain else clause.head
    many = is_of_many(tree, top) if subjects else None
    plain = tree.tags[top.i] == "VB" and "aux" not in tree.kinds[top.i]
    if many is None or plain or clause.kind is ClauseKind.EXISTENTIAL:
        return subjects  # "there's two of them"
    if _is_misread(tree, subjects[0], top):
        return ()
    if all(s.ent_type_ for s in subjects):
        return subjects
    if len(subjects) > 1:
        joined = any(
            c.lower_ == "and" for s in subjects for c in tree.children(s, "cc")
        )
        return subjects if many or not joined else subjects[:1]
    noun = subjects[0]
    same = (tree.tag(noun) == "NNS") is many
    if same or tree.dep(top) != "relcl" or not _is_clear(tree, noun):
        return subjects
    # "sells books and maps, which is rare" is about no maps
    comma = tree.tokens[top.left_edge.i - 1].text == ","
    return () if many or comma else subjects


def _is_misread(tree: Tree, noun: Token, verb: Token) -> bool:
    """Tell a subject that is none: "Lind head of sales", "buying boats helps"."""
    if tree.dep(noun) not in _SUBJECTS or tree.heads[noun.i] != verb.i:
        return False
    if is_several(tree, noun) is is_of_many(tree, verb):
        return False
    if tree.tag(verb) == "VBP" and tree.child(verb, "aux") is None:
        return verb.lower_ not in _MANY and noun.ent_type_ in _SINGLE
    finite = tree.child(verb, "aux", "auxpass") or verb
    return tree.tag(finite) == "VBZ" and noun.text.islower() and _is_clear(tree, noun)


def _is_clear(tree: Tree, noun: Token) -> bool:
    """Tell whether a noun's number is that of its form: no name, measure or group."""
    if tree.tag(noun) not in {"NN", "NNS"} or noun.ent_type_:
        return False
    if tree.child(noun, "conj", "nummod") is not None:
        return False
    if any(tree.child(a, "conj") for a in tree.children(noun, "amod", "compound")):
        return False  # "plane and solid geometry are"
    unclear = (
        table_words("repairs.toml", "groups"),
        table_words("repairs.toml", "either_number"),
        relation_words("quantities"),
    )
    if any(tree.lemma(noun) in words for words in unclear) or (
        noun.lower_.endswith("ics")
    ):
        return False
    return not any(p.lower_ in {"of", "like"} for p in tree.children(noun, "prep"))
