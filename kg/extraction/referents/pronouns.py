"""Resolve pronouns by syntax, where the article's entities leave them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.grammar.concepts import concept_type, unnamed_type
from kg.extraction.grammar.subjects import antecedent
from kg.extraction.referents.likeness import PEOPLE, agrees, can_say, is_of_gender
from kg.extraction.referents.neuters import is_expletive
from kg.extraction.referents.objects import object_beside
from kg.extraction.referents.rivals import (
    can_do,
    has_rival_people,
    says_it,
)
from kg.extraction.referents.several import (
    are_several,
    are_several_people,
    is_only_plural,
    only_several,
)
from kg.model import EntityType
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["antecedent_of"]

_PERSONAL = {"he": "one", "she": "one", "they": "many", "it": "thing", "who": "one"}
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "dative")
_OBJECT_FORMS = {"he": "him", "she": "her"}
#: Names that the model gives to what is no person.
_NAMED_THINGS = frozenset({"ORG", "GPE", "PRODUCT", "FAC", "LOC", "WORK_OF_ART", "LAW"})
_FARTHEST = 40
#: So many sentences back the several may be named who "they say" stands for.
_SENTENCES = 4


def antecedent_of(tree: Tree, pronoun: Token) -> Token | None:
    """Give the noun that a subject pronoun can only stand for, if there is one.

    It is the subject of a clause above: "the banker denied that he had met the spy".
    Of several coordinated ones it is the first.
    """
    beside = object_beside(tree, pronoun)
    if beside is not None:
        return beside
    if pronoun.lower_ == "them":
        return only_several(tree, pronoun)
    kind = _PERSONAL.get(pronoun.lower_)
    if kind is None or tree.deps[pronoun.i] not in _SUBJECTS:
        return None
    if kind == "thing" and is_expletive(pronoun):
        return None
    found = _leading(tree, pronoun, kind)
    return only_several(tree, pronoun) if not found and kind == "many" else found


def _leading(tree: Tree, pronoun: Token, kind: str) -> Token | None:
    """Give the subject around a pronoun, or of the sentence before."""
    for subject in _subjects_around(tree, pronoun, kind):
        if _is_apart(tree, subject, pronoun):
            return None
        noun = _owner_around(tree, subject, pronoun) or subject
        noun = antecedent(tree, noun) or noun  # "firms that said they closed"
        return noun if _is_meant(tree, noun, pronoun, kind) else None
    return _from_sentence_before(tree, pronoun, kind)


def _owner_around(tree: Tree, subject: Token, pronoun: Token) -> Token | None:
    """Give whose claim it is in which a pronoun stands: "Acme's claim that it won"."""
    if not subject.i < pronoun.i <= subject.right_edge.i:
        return None
    return tree.child(subject, "poss")


def _subjects_around(tree: Tree, pronoun: Token, kind: str) -> Iterator[Token]:
    """Give the subjects before a pronoun of the clauses in front and above.

    One thing in a clause in front is not whom "they" look back at, nor several "it".
    """
    verb = tree.head(pronoun)
    # "the mill was old, he said" is not about him
    says = says_it(tree, verb)
    beside = ("advcl",) if says else ("advcl", "ccomp", "parataxis")
    before = [c for c in tree.children(verb, *beside) if c.i < pronoun.i]
    before = [c for c in before if kind != "thing" or not _is_as_told(tree, c)]
    aside = says and tree.deps[verb.i] == "parataxis"
    above_all = () if aside else tree.above(verb)
    for above in (*before, *above_all):
        for subject in tree.children(above, *_SUBJECTS):
            other = above in before and _differs(tree, subject, pronoun, kind)
            if subject.i < pronoun.i < subject.i + _FARTHEST and not other:
                yield subject


def _is_as_told(tree: Tree, verb: Token) -> bool:
    """Tell "as the board has said, it may be used", where the board is not used."""
    marked = any(c.lower_ == "as" for c in tree.children(verb, "mark"))
    return marked and says_it(tree, verb)


def _differs(tree: Tree, subject: Token, pronoun: Token, kind: str) -> bool:
    """Tell a noun in a clause in front that is one where "they" are several."""
    if kind != "many" or tree.tags[subject.i] not in {"NN", "NNP"}:
        return False
    alone = not agrees(tree, subject, kind) and not tree.children(subject, "conj")
    return alone and is_only_plural(tree, subject, pronoun)


def _is_apart(tree: Tree, subject: Token, pronoun: Token) -> bool:
    """Tell whether a clause is not about the subject above: "tests show it fails".

    So with words that only start to be quoted after it.
    """
    marks = sum(t.is_quote for t in tree.tokens[subject.i : pronoun.i])
    if marks % 2:
        return True
    verb, above = tree.head(pronoun), tree.heads[subject.i]
    if tree.deps[verb.i] != "ccomp" or tree.heads[verb.i] != above:
        return False
    told = read_toml("entities.toml")["verbs"]["evidence"]
    return tree.lemmas[above] in told and concept_type(subject) not in PEOPLE


def _is_within(tree: Tree, verb: Token, noun: Token) -> bool:
    """Tell whether a verb is that of a clause on a noun."""
    return tree.deps[verb.i] == "relcl" and tree.heads[verb.i] == noun.i


def _is_meant(tree: Tree, subject: Token, pronoun: Token, kind: str) -> bool:
    """Tell whether a pronoun can mean the subject of a clause above."""
    if tree.tags[subject.i] in {"NN", "NNS"}:
        if not can_do(tree, subject, pronoun):
            return False
        if kind == "many" and has_rival_people(tree, subject, pronoun):
            return False
        within = _is_within(tree, tree.head(pronoun), subject)  # "in which he played"
        if kind == "one" and not _is_nobody_else(tree, subject, pronoun):
            return False
        return agrees(tree, subject, kind) and not within
    if subject.lower_ == pronoun.lower_:  # "they said they were late"
        return kind != "thing" or tree.deps[tree.heads[pronoun.i]] == "ccomp"
    return kind == "thing" and subject.ent_type_ in _NAMED_THINGS


def _is_nobody_else(tree: Tree, noun: Token, pronoun: Token) -> bool:
    """Tell whether nobody of the gender is named or told of after somebody."""
    own = _OBJECT_FORMS.get(pronoun.lower_)
    if own is None:
        return True
    if not is_of_gender(tree, noun, pronoun):
        return False
    between = tree.tokens[noun.i + 1 : pronoun.i]
    return not any(
        t.ent_type_ == "PERSON" or t.is_quote or (t.lower_ == own and t.tag_ == "PRP")
        for t in between
    )


def _from_sentence_before(tree: Tree, pronoun: Token, kind: str) -> Token | None:
    """Give the subject of the sentence before, for the subject of a sentence."""
    verb = tree.head(pronoun)
    if tree.deps[verb.i] == "advcl" and pronoun.i < tree.heads[verb.i]:
        verb = tree.head(verb)  # "As they left, they sang"
    opens = pronoun.is_sent_start  # "They left, he said"
    if kind == "one" or not (opens or tree.heads[verb.i] == verb.i):
        return None
    says = says_it(tree, verb)
    if kind == "many":
        words = tree.tokens[pronoun.sent.start : pronoun.i]
        here = any(t.text == ";" or _is_told_of(tree, t) for t in words)
        return None if here else _several_before(tree, pronoun, says=says)
    before = _root_before(tree, pronoun)
    subject = tree.child(before, *_SUBJECTS) if before is not None else None
    if before is None or subject is None:
        return None
    if says:
        subject = _sayer_behind(tree, before) or subject
        single = tree.tags[subject.i] in {"NN", "NNS"}
        alike = single and agrees(tree, subject, kind)
        return subject if alike or can_say(tree, subject) else None
    told = _tells_plainly(tree, before, subject, pronoun)
    told = told or _is_only_body(tree, subject, pronoun)
    told = told or _is_added(tree, subject, verb)
    return subject if told and _goes_on(tree, verb, before) else None


def _is_told_of(tree: Tree, noun: Token) -> bool:
    """Tell several of whom a clause in front tells: "The authors erred; they said"."""
    return tree.tags[noun.i] == "NNS" and tree.deps[noun.i] in _SUBJECTS


def _is_added(tree: Tree, subject: Token, verb: Token) -> bool:
    """Tell what is added to what one thing does: "It also draws a line"."""
    if not any(c.lower_ == "also" for c in tree.children(verb, "advmod")):
        return False
    return tree.tags[subject.i] == "NN" and agrees(tree, subject, "thing")


def _sayer_behind(tree: Tree, root: Token) -> Token | None:
    """Give who says so at the end of a sentence: "The mill shut, Acme said"."""
    for verb in reversed(tree.children(root, "parataxis")):
        if verb.i > root.i and says_it(tree, verb):
            return tree.child(verb, *_SUBJECTS)
    return None


def _root_before(tree: Tree, token: Token) -> Token | None:
    """Give the head of the sentence before a token's, unless it only asks."""
    last = token.sent.start - 1
    while last >= 0 and tree.tokens[last].is_space:
        last -= 1
    asked = last >= 0 and tree.tokens[last].text == "?"
    return None if last < 0 or asked else tree.tokens[last].sent.root


def _several_before(tree: Tree, pronoun: Token, *, says: bool) -> Token | None:
    """Give the several of whom the text goes on to speak.

    Who say something may be named some sentences before.
    """
    root = _root_before(tree, pronoun)
    for _ in range(_SENTENCES if says else 1):
        if root is None:
            return None
        for subject in tree.children(root, *_SUBJECTS):
            again = subject.lower_ == pronoun.lower_
            if says and again and antecedent_of(tree, subject) is None:
                continue  # "They seem tired. They said": who they are stands before
            people = are_several_people(tree, subject, pronoun, says=says)
            if people or are_several(tree, subject, pronoun):
                return subject
            single = tree.tags[subject.i] in {"NN", "NNS"}
            if single and concept_type(subject) in PEOPLE:
                return subject if agrees(tree, subject, "many") else None
        root = _root_before(tree, root)
    return None


def _is_only_body(tree: Tree, subject: Token, pronoun: Token) -> bool:
    """Tell "The bank cut rates. It sees …", with no other body in between."""
    words = tree.tokens[subject.sent.start : pronoun.i]
    bodies = [t for t in words if _is_body(tree, t) and t.i != subject.i]
    if tree.children(subject, "conj") or any(t.is_quote for t in words):
        return False
    return _is_body(tree, subject) and not bodies


def _is_body(tree: Tree, token: Token) -> bool:
    if token.ent_type_ in {"ORG", "GPE"}:
        return True
    noun = tree.tags[token.i] == "NN" and tree.deps[token.i] != "compound"
    return noun and unnamed_type(token) is EntityType.ORGANIZATION


def _tells_plainly(tree: Tree, root: Token, subject: Token, pronoun: Token) -> bool:
    """Tell whether a sentence tells of one thing only: "The law worked."."""
    words = tree.tokens[subject.left_edge.i : pronoun.i]
    acts = [verb for verb in (root, *tree.children(root, "conj")) if tree.is_verb(verb)]
    if any(tree.child(verb, *_OBJECTS) for verb in acts):
        return False
    if tree.lemmas[root.i] == "be" and tree.child(root, "ccomp", "xcomp"):
        return False  # "The way out is to leave. It …"
    if any(token.is_quote for token in words):
        return False
    if subject.lower_ == "it":
        return not is_expletive(subject)
    if tree.tags[subject.i] == "NNP":
        return subject.ent_type_ in _NAMED_THINGS
    return tree.tags[subject.i] == "NN" and agrees(tree, subject, "thing")


def _goes_on(tree: Tree, verb: Token, before: Token) -> bool:
    """Tell "It slowed the decline" from "It came as the war began".

    What befell is meant there, and so by "It was a blow" after what somebody did.
    """
    told = read_toml("entities.toml")["verbs"]
    if tree.lemmas[verb.i] in told["happening"]:
        return False
    being = tree.lemmas[before.i] in told["being"]
    return being or tree.child(verb, "attr") is None
