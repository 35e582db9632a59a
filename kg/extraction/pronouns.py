"""Resolve pronouns by syntax, where the article's entities leave them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.concepts import concept_type
from kg.extraction.cues import Form, load_cues
from kg.extraction.partitives import counted_nouns
from kg.model import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.syntax import Tree

__all__ = ["antecedent_of"]

_PERSONAL = {"he": "one", "she": "one", "they": "many", "it": "thing", "who": "one"}
_SUBJECTS = ("nsubj", "nsubjpass")
_PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP})
_MANY = frozenset({"NNS", "NNPS"})
_FARTHEST = 40
#: So many sentences back the several may be named who "they say" stands for.
_SENTENCES = 4


def antecedent_of(tree: Tree, pronoun: Token) -> Token | None:
    """Give the noun that a subject pronoun can only stand for, if there is one.

    It is the subject of a clause above: "the banker denied that he had met the spy".
    Of several coordinated ones it is the first.
    """
    kind = _PERSONAL.get(pronoun.lower_)
    if kind is None or tree.deps[pronoun.i] not in _SUBJECTS:
        return None
    verb = tree.head(pronoun)
    # "the mill was old, he said" is not about him
    says = _is_saying(tree, verb)
    beside = ("advcl",) if says else ("advcl", "ccomp", "parataxis")
    before = [c for c in tree.children(verb, *beside) if c.i < pronoun.i]
    aside = says and tree.deps[verb.i] == "parataxis"
    above_all = () if aside else tree.above(verb)
    for above in (*before, *above_all):
        for subject in tree.children(above, *_SUBJECTS):
            if subject.i < pronoun.i < subject.i + _FARTHEST:
                return subject if _is_meant(tree, subject, pronoun, kind) else None
    return _from_sentence_before(tree, pronoun, kind)


def _is_within(tree: Tree, verb: Token, noun: Token) -> bool:
    """Tell whether a verb is that of a clause on a noun."""
    return tree.deps[verb.i] == "relcl" and tree.heads[verb.i] == noun.i


def _is_meant(tree: Tree, subject: Token, pronoun: Token, kind: str) -> bool:
    """Tell whether a pronoun can mean the subject of a clause above."""
    if tree.tags[subject.i] in {"NN", "NNS"}:
        within = _is_within(tree, tree.head(pronoun), subject)
        return _agrees(tree, subject, kind) and not within  # "in which he played"
    if subject.lower_ == pronoun.lower_:  # "they said they were late"
        return kind != "thing" or tree.deps[tree.heads[pronoun.i]] == "ccomp"
    return kind == "thing" and subject.ent_type_ in {"ORG", "GPE"}


def _from_sentence_before(tree: Tree, pronoun: Token, kind: str) -> Token | None:
    """Give the subject of the sentence before, for the subject of a sentence.

    Several who say something may be named some sentences before.
    """
    verb = tree.head(pronoun)
    says = _is_saying(tree, verb)
    if tree.heads[verb.i] != verb.i or not (
        (kind == "thing" and says) or kind == "many"
    ):
        return None
    last = pronoun.sent.start - 1
    for _ in range(_SENTENCES if says and kind == "many" else 1):
        while last >= 0 and tree.tokens[last].is_space:
            last -= 1
        if last < 0:
            return None
        for subject in tree.children(tree.tokens[last].sent.root, *_SUBJECTS):
            if kind == "many" and (
                _are_several_people(tree, subject)
                or _are_several(tree, subject, pronoun)
            ):
                return subject
            people = kind == "thing" or concept_type(subject) in _PEOPLE
            if tree.tags[subject.i] in {"NN", "NNS"} and people:
                return subject if _agrees(tree, subject, kind) else None
        last = tree.tokens[last].sent.start - 1
    return None


def _are_several_people(tree: Tree, subject: Token) -> bool:
    """Tell "Ann Lee and Bob Poe" and "the authors" from one person and from things."""
    both = counted_nouns(tree, subject) or tree.coordinated(subject)
    if all(tree.tags[token.i] == "NNS" for token in both):
        return all(concept_type(token) in _PEOPLE for token in both)
    named = len(both) > 1 and all(tree.tags[token.i] == "NNP" for token in both)
    return named and subject.ent_type_ == "PERSON"


def _are_several(tree: Tree, subject: Token, pronoun: Token) -> bool:
    """Tell several things of which the next sentence goes on to speak, all unquoted."""
    words = tree.tokens[subject.sent.start : pronoun.i]
    if any(token.is_quote for token in words):
        return False
    if subject.lower_ == pronoun.lower_:
        return True
    if tree.tags[subject.i] != "NNS" or "conj" in tree.kinds[subject.i]:
        return False
    others = (tree.tags[token.i] in _MANY for token in words if token.i != subject.i)
    return not any(others)


def _is_saying(tree: Tree, verb: Token) -> bool:
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[verb.i])
    return row is not None and row.said


def _agrees(tree: Tree, noun: Token, kind: str) -> bool:
    people = concept_type(noun) in {EntityType.PERSON, EntityType.GROUP}
    plural = tree.tags[noun.i] == "NNS" or bool(tree.children(noun, "conj"))
    match kind:
        case "one":
            return not plural and concept_type(noun) is not EntityType.GROUP
        case "many":
            return plural
        case _:
            return not plural and not (
                people and concept_type(noun) is EntityType.PERSON
            )
