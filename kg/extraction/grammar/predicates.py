"""Read predicates off the verbs of a parse: chains of verbs, their words, passives."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "Predicate",
    "find_predicates",
    "is_passive",
    "is_preposition_like",
    "predicate_words",
    "words_above",
]

_CLAUSAL = {
    *("ROOT", "conj", "ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj"),
    *("csubjpass", "parataxis", "dep", "appos", "oprd"),
}
#: "was seized and taken": how far a participle stands from the one before.
_NEAR = 2
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_MOST = 40
_PASSIVE = ("auxpass", "nsubjpass", "csubjpass", "agent")
_COMPLEMENTS = ("aux", "dobj", "dative", "ccomp", "xcomp", "attr", "acomp", "oprd")
#: Where a participle may stand with a subject of its own.
_WITHIN = {"advcl", "acl", "pcomp", "ccomp"}
_OWN = ("aux", "auxpass", "neg", "prt", "prefix")
#: What a coordinated verb that shares auxiliaries has not of its own.
_FULL = ("aux", "auxpass", "nsubj", "nsubjpass", "expl")


@dataclass(frozen=True, slots=True)
class Predicate:
    """A chain of verbs read as one: ``members`` from the finite verb to the head."""

    members: tuple[Token, ...]
    passive: bool

    @property
    def head(self) -> Token:
        """The lexical head."""
        return self.members[-1]

    @property
    def top(self) -> Token:
        """The verb by which the whole chain hangs on the clause above."""
        return self.members[0]


def find_predicates(tree: Tree) -> Iterator[Predicate]:
    """Find the predicates of a Doc, every one after those it hangs on."""
    inside: set[int] = set()
    clausal = [i for i in tree.downwards() if tree.deps[i] in _CLAUSAL]
    for index in clausal:
        if index in inside or not _is_predicate(tree, index):
            continue
        members = _chain(tree, tree.tokens[index])
        inside.update([member.i for member in members])
        yield Predicate(members, is_passive(tree, members[-1]))


def _is_predicate(tree: Tree, index: int) -> bool:
    dep = tree.deps[index]
    if dep == "advcl" and is_preposition_like(tree, tree.tokens[index]):
        return False
    if tree.tags[index][:2] in {"VB", "MD"}:
        # "appears divided": the participle is the complement, no clause of its own.
        return dep != "oprd" or tree.is_infinitive(tree.tokens[index])
    return not tree.kinds[index].isdisjoint(_SUBJECTS)


def is_preposition_like(tree: Tree, verb: Token) -> bool:
    """Tell a participle that is a preposition: "beginning in 1981", "based on it"."""
    if tree.dep(verb) not in {"advcl", "prep"} or tree.tag(verb) not in {"VBG", "VBN"}:
        return False
    if tree.child(verb, *_SUBJECTS, "aux", "auxpass", "mark"):
        return False
    if _opens_sentence(tree, verb):
        return True
    if tree.child(verb, "dobj", "agent"):
        return False
    if tree.child(verb, "pobj") is not None:
        return True  # "following her death at 83"
    words = table_words("prepositions.toml", "participles")
    return verb.lower_ in words and tree.child(verb, "prep", "npadvmod") is not None


def _opens_sentence(tree: Tree, verb: Token) -> bool:
    """Tell a participle of which nobody is the doer: "considering the cost, it won"."""
    if verb.i > tree.heads[verb.i]:
        return False
    words = table_words("prepositions.toml", "participles", "fronted")
    aside = any(tree.words[i] == "aside" for i in tree.below[verb.i])
    following = tree.words[verb.i + 1]
    return verb.lower_ in words or aside or f"{verb.lower_} {following}" in words


def _chain(tree: Tree, verb: Token) -> tuple[Token, ...]:
    """Follow phasing, raising and subject control down to the verb with the content."""
    found = [verb]
    below = _merged(tree, verb)
    while below is not None:
        found.append(below)
        below = _merged(tree, below)
    return tuple(found)


def _merged(tree: Tree, verb: Token) -> Token | None:
    """Give the open complement that shares the verb's subject, if it has one."""
    adjective = tree.child(verb, "acomp")
    if adjective is not None and tree.is_verb(verb):
        tough = tree.lemma(adjective) in table_words("verbs.toml", "tough")
        return adjective if _open_verb(tree, adjective) and not tough else None
    opened = _open_verb(tree, verb)
    return opened if opened and not _has_content(tree, verb) else None


def _has_content(tree: Tree, verb: Token) -> bool:
    """Tell whether a verb says something by itself: "asked him to", "used it to"."""
    if tree.child(verb, "ccomp", "attr"):
        return True
    lemma, promise = tree.lemma(verb), table_words("verbs.toml", "promise")
    if tree.child(verb, "dobj", "dative") and lemma not in promise:
        return True
    return is_passive(tree, verb) and lemma in table_words("verbs.toml", "purpose")


def _open_verb(tree: Tree, token: Token) -> Token | None:
    for child in tree.children(token, "xcomp"):
        if tree.is_verb(child) and not tree.child(child, *_SUBJECTS, "mark"):
            return child
    return None


def is_passive(tree: Tree, verb: Token) -> bool:
    """Tell whether a verb is passive: by its auxiliary, its subject, or as reduced."""
    passive = tree.child(verb, *_PASSIVE)
    past = table_words("verbs.toml", "past_forms")  # "came on a pass by Lee"
    marked = passive and (tree.dep(passive) != "agent" or verb.lower_ not in past)
    if marked or _is_absolute(tree, verb):
        return True
    if tree.tag(verb) == "VBN" and not tree.child(verb, "aux", "nsubj"):
        if tree.dep(verb) != "conj":
            return tree.dep(verb) in {"acl", "advcl", "relcl", "pcomp"}
        return _is_under_passive(tree, verb)
    if tree.tag(verb) not in {"VBN", "VBD"}:
        return False
    if (
        tree.dep(verb) == "acl"
    ):  # a participle read as a past: "a coat tied at the waist"
        return tree.child(verb, *_COMPLEMENTS[:5], "nsubj", "mark") is None
    return _is_after_passive(tree, verb) or _is_headline(tree, verb)


def _is_absolute(tree: Tree, verb: Token) -> bool:
    """Tell a participle with a subject of its own: "all of them tied to the show".

    So with what one has done: "had the locks changed".
    """
    if tree.tag(verb) != "VBN" or tree.dep(verb) not in _WITHIN:
        return False
    if tree.dep(verb) == "ccomp":
        having = table_words("verbs.toml", "having")
        if tree.lemma(tree.head(verb)) not in having or tree.heads[verb.i] > verb.i:
            return False
    if tree.child(verb, *_COMPLEMENTS[:5], "mark") or not tree.child(verb, "nsubj"):
        return False
    return tree.lemma(verb) not in table_words("verbs.toml", "intransitive")


def _is_under_passive(tree: Tree, verb: Token) -> bool:
    """Climb the participles that a verb is coordinated with, up to a passive one."""
    for above in islice(tree.above(verb), _MOST):
        if tree.tag(above) != "VBN":
            return False
        if tree.child(above, *_PASSIVE):
            return True
        if tree.dep(above) != "conj":
            return tree.dep(above) in {"acl", "advcl", "relcl", "pcomp"}
    return False


def _is_after_passive(tree: Tree, verb: Token) -> bool:
    """Tell "was hauled in and told": a participle read as a past form."""
    if tree.dep(verb) != "conj" or tree.child(verb, "nsubj", *_COMPLEMENTS[:3]):
        return False
    if not _is_under_passive(tree, verb):
        return False
    if tree.lemma(verb) in table_words("verbs.toml", "transitive"):
        return True
    near = verb.i - tree.head(verb).i == _NEAR
    return near and tree.lemma(verb) not in table_words("verbs.toml", "intransitive")


def _is_headline(tree: Tree, verb: Token) -> bool:
    """Tell a headline's passive: "Two miners rescued in Chile", without a full stop."""
    if tree.dep(verb) != "ROOT" or tree.child(verb, *_COMPLEMENTS[:-1]):
        return False
    if tree.lemma(verb) not in table_words("verbs.toml", "transitive"):
        return False
    return not any(t.text in {".", "!", "?"} for t in tree.children(verb, "punct"))


def _own_words(tree: Tree, verb: Token) -> list[Token]:
    """Give a verb with its auxiliaries, negation and particles."""
    found = [verb]
    for child in tree.children(verb, *_OWN):
        found.append(child)
        found += tree.children(child, "neg")
    return found


def predicate_words(
    tree: Tree, predicate: Predicate, above: tuple[Token, ...]
) -> tuple[Token, ...]:
    """Give all words of a predicate in text order, with those of the verbs above.

    ``above`` is what ``words_above`` gives, also of the verbs that phase or control
    several verbs: "was not able to come and to see".
    """
    own = _own_words(tree, predicate.head)
    if len(own) == 1 and not above:
        return tuple(own)
    words = {word.i: word for word in (*own, *above)}
    return tuple([words[index] for index in sorted(words)])


def words_above(tree: Tree, predicate: Predicate) -> tuple[Token, ...]:
    """Give the words of the verbs above the head, with auxiliaries and negation.

    With them are those that the predicate shares with one before.
    """
    own = [w for m in predicate.members[:-1] for w in _own_words(tree, m)]
    return (*own, *_shared_auxiliaries(tree, predicate))


def _shared_auxiliaries(tree: Tree, predicate: Predicate) -> Iterator[Token]:
    """Give auxiliaries that a coordinated verb shares: "has been caught and tried"."""
    top = predicate.top
    if tree.dep(top) != "conj" or not tree.kinds[top.i].isdisjoint(_FULL):
        return
    first = top
    for verb in islice(tree.above(top), _MOST):
        if tree.dep(first) != "conj":
            return
        first = verb
        auxiliaries = tree.children(verb, "aux", "auxpass")
        if not auxiliaries:
            continue
        past = table_words("verbs.toml", "past_forms")
        if top.lower_ not in past and _fits(tree, auxiliaries, top):
            yield from auxiliaries
            if any(tree.lemma(c) in {"or", "nor"} for c in tree.children(verb, "cc")):
                yield from tree.children(verb, "neg")
        return


def _fits(tree: Tree, auxiliaries: list[Token], verb: Token) -> bool:
    last = auxiliaries[-1]
    match tree.tag(verb):
        case "VB":
            return tree.tag(last) in {"MD", "TO"} or tree.lemma(last) == "do"
        case "VBN":
            return tree.lemma(last) in {"be", "have", "get"}
        case "VBG":
            return tree.lemma(last) == "be"
        case "VBD":
            # A participle read as a past form: "was seized and killed", "has come and
            # seen", but not "was arrested and died".
            if tree.lemma(last) == "be":
                return is_passive(tree, verb)
            return tree.lemma(last) == "have" and verb.i - tree.head(verb).i == _NEAR
    return False
