"""Resolve pronouns by syntax, where the article's entities leave them open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import Form, load_cues
from kg.extraction.grammar.concepts import concept_type
from kg.extraction.grammar.partitives import counted_nouns
from kg.extraction.grammar.subjects import antecedent
from kg.extraction.referents.neuters import is_expletive
from kg.model import EntityType
from kg.tables import read_toml, table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["antecedent_of"]

_PERSONAL = {"he": "one", "she": "one", "they": "many", "it": "thing", "who": "one"}
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "dative")
_PEOPLE = frozenset({EntityType.PERSON, EntityType.GROUP})
_MANY = frozenset({"NNS", "NNPS"})
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
    kind = _PERSONAL.get(pronoun.lower_)
    if kind is None or tree.deps[pronoun.i] not in _SUBJECTS:
        return None
    if kind == "thing" and is_expletive(pronoun):
        return None
    for subject in _subjects_around(tree, pronoun):
        if _is_apart(tree, subject, pronoun):
            return None
        noun = antecedent(tree, subject) or subject  # "firms that said they closed"
        return noun if _is_meant(tree, noun, pronoun, kind) else None
    return _from_sentence_before(tree, pronoun, kind)


def _subjects_around(tree: Tree, pronoun: Token) -> Iterator[Token]:
    """Give the subjects before a pronoun of the clauses in front and above."""
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
                yield subject


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
    return tree.lemmas[above] in told and concept_type(subject) not in _PEOPLE


def _is_within(tree: Tree, verb: Token, noun: Token) -> bool:
    """Tell whether a verb is that of a clause on a noun."""
    return tree.deps[verb.i] == "relcl" and tree.heads[verb.i] == noun.i


def _is_meant(tree: Tree, subject: Token, pronoun: Token, kind: str) -> bool:
    """Tell whether a pronoun can mean the subject of a clause above."""
    if tree.tags[subject.i] in {"NN", "NNS"}:
        verb = tree.head(pronoun)
        if kind == "thing" and _is_saying(tree, verb) and not _can_say(tree, subject):
            return False
        within = _is_within(tree, verb, subject)  # "in which he played"
        return _agrees(tree, subject, kind) and not within
    if subject.lower_ == pronoun.lower_:  # "they said they were late"
        return kind != "thing" or tree.deps[tree.heads[pronoun.i]] == "ccomp"
    return kind == "thing" and subject.ent_type_ in _NAMED_THINGS


def _from_sentence_before(tree: Tree, pronoun: Token, kind: str) -> Token | None:
    """Give the subject of the sentence before, for the subject of a sentence."""
    verb = tree.head(pronoun)
    if tree.deps[verb.i] == "advcl" and pronoun.i < tree.heads[verb.i]:
        verb = tree.head(verb)  # "As they left, they sang"
    opens = pronoun.i == pronoun.sent.start  # "They left, he said"
    if kind == "one" or not (opens or tree.heads[verb.i] == verb.i):
        return None
    says = _is_saying(tree, verb)
    if kind == "many":
        return _several_before(tree, pronoun, says=says)
    before = _root_before(tree, pronoun)
    subject = tree.child(before, *_SUBJECTS) if before is not None else None
    if before is None or subject is None:
        return None
    if says:
        single = tree.tags[subject.i] in {"NN", "NNS"}
        return subject if single and _agrees(tree, subject, kind) else None
    told = _tells_plainly(tree, before, subject, pronoun)
    return subject if told and _goes_on(tree, verb, before) else None


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
            people = _are_several_people(tree, subject, pronoun, says=says)
            if people or _are_several(tree, subject, pronoun):
                return subject
            single = tree.tags[subject.i] in {"NN", "NNS"}
            if single and concept_type(subject) in _PEOPLE:
                return subject if _agrees(tree, subject, "many") else None
        root = _root_before(tree, root)
    return None


def _tells_plainly(tree: Tree, root: Token, subject: Token, pronoun: Token) -> bool:
    """Tell whether a sentence tells of one thing only: "The law worked."."""
    words = tree.tokens[subject.left_edge.i : pronoun.i]
    acts = [verb for verb in (root, *tree.children(root, "conj")) if tree.is_verb(verb)]
    if any(tree.child(verb, *_OBJECTS) for verb in acts):
        return False
    if any(token.is_quote for token in words):
        return False
    if subject.lower_ == "it":
        return not is_expletive(subject)
    if tree.tags[subject.i] == "NNP":
        return subject.ent_type_ in _NAMED_THINGS
    return tree.tags[subject.i] == "NN" and _agrees(tree, subject, "thing")


def _goes_on(tree: Tree, verb: Token, before: Token) -> bool:
    """Tell "It slowed the decline" from "It came as the war began".

    What befell is meant there, and so by "It was a blow" after what somebody did.
    """
    told = read_toml("entities.toml")["verbs"]
    if tree.lemmas[verb.i] in told["happening"]:
        return False
    being = tree.lemmas[before.i] in told["being"]
    return being or tree.child(verb, "attr") is None


def _are_several_people(
    tree: Tree, subject: Token, pronoun: Token, *, says: bool
) -> bool:
    """Tell "Ann Lee and her team" and "the authors" from one person and from things."""
    both = counted_nouns(tree, subject) or tree.coordinated(subject)
    if all(tree.tags[token.i] == "NNS" for token in both):
        return all(concept_type(token) in _PEOPLE for token in both)
    names = [token for token in both if tree.tags[token.i] == "NNP"]
    if len(names) == len(both):
        return len(both) > 1 and subject.ent_type_ == "PERSON"
    if not all(token in names or _is_somebody(tree, token) for token in both):
        return False
    several = len(both) > 1 or concept_type(subject) is EntityType.GROUP
    return several and (says or _is_only_plural(tree, subject, pronoun))


def _is_somebody(tree: Tree, token: Token) -> bool:
    return tree.tags[token.i] in {"NN", "NNS"} and concept_type(token) in _PEOPLE


def _are_several(tree: Tree, subject: Token, pronoun: Token) -> bool:
    """Tell several things of which the next sentence goes on to speak, all unquoted."""
    if any(t.is_quote for t in tree.tokens[subject.sent.start : pronoun.i]):
        return False
    if subject.lower_ == pronoun.lower_:
        return True
    return tree.tags[subject.i] == "NNS" and _is_only_plural(tree, subject, pronoun)


def _is_only_plural(tree: Tree, subject: Token, pronoun: Token) -> bool:
    """Tell whether nothing else between a subject and "they" is more than one."""
    first, last = subject.left_edge.i, subject.right_edge.i
    words = tree.tokens[subject.sent.start : pronoun.i]
    others = (token for token in words if not first <= token.i <= last)
    return not any(tree.tags[token.i] in _MANY for token in others)


def _is_saying(tree: Tree, verb: Token) -> bool:
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[verb.i])
    return row is not None and row.said


def _can_say(tree: Tree, noun: Token) -> bool:
    """Tell a text or a body, which says something, from a thing."""
    lemma = tree.lemmas[noun.i]
    kinds = ("documents", "groups")
    said = any(lemma in table_words("repairs.toml", kind) for kind in kinds)
    return said or noun.ent_type_ == "ORG"


def _is_several(tree: Tree, noun: Token) -> bool:
    """Tell several; "backers of tariffs" leave open which of both "they" are."""
    counted = counted_nouns(tree, noun)
    if counted is not None:
        return any(tree.tags[token.i] == "NNS" for token in counted)
    if tree.tags[noun.i] != "NNS":
        return any(c.i < tree.heads[noun.i] for c in tree.children(noun, "conj"))
    inner = (c for c in tree.children(noun, "prep") if c.lower_ == "of")
    return not any(tree.tags[t.i] == "NNS" for p in inner for t in tree.children(p))


def _agrees(tree: Tree, noun: Token, kind: str) -> bool:
    people = concept_type(noun) in _PEOPLE
    plural = tree.tags[noun.i] == "NNS" or bool(tree.children(noun, "conj"))
    match kind:
        case "one":
            owned = any(c.lower_ in {"his", "her"} for c in tree.children(noun, "poss"))
            person = concept_type(noun) is EntityType.PERSON
            return person and not plural and not owned  # "his doctor thought he was"
        case "many":
            return _is_several(tree, noun)
        case _:
            return not plural and not (
                people and concept_type(noun) is EntityType.PERSON
            )
