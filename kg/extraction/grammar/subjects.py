"""Find who a predicate is about, through coordination, relatives and open clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.grammar.concepts import concept_type
from kg.model import EntityType
from kg.tables import read_toml, table_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from kg.extraction.frames import Clause
    from kg.extraction.grammar.predicates import Predicate
    from kg.extraction.parse.syntax import Tree

__all__ = ["antecedent", "find_subjects", "is_purpose"]

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_RELATIVE = {"WDT", "WP", "WP$"}
_RELATIVE_TAGS = {*_RELATIVE, "IN"}
#: Pronouns that stand for no noun before them.
_FREE = {"what", "whatever", "whoever", "whichever"}
#: What does nothing: "a tenth of the money goes on heating the hall".
_AMOUNTS = {"PERCENT", "MONEY", "QUANTITY"}
#: "the first woman to lead the bank" leads it; "the plan to lead it" does not.
_RANKS = {"first", "second", "third", "last", "only", "next", "latest"}


def antecedent(tree: Tree, pronoun: Token) -> Token | None:
    """Give the noun that a relative pronoun stands for."""
    if tree.tags[pronoun.i] not in _RELATIVE_TAGS or not _is_relative(tree, pronoun):
        return None
    if tree.lemma(pronoun) in _FREE:
        return None
    for above in tree.above(pronoun):
        if tree.dep(above) == "relcl":
            return _named(tree, tree.head(above))
        if tree.dep(above) in {"ccomp", "pcomp", "csubj", "ROOT"}:
            return None if tree.dep(above) != "ccomp" else _gap_above(tree, above)
    return None


def _is_relative(tree: Tree, pronoun: Token) -> bool:
    """Tell a relative pronoun, "that" also where it is tagged as a conjunction."""
    if tree.tag(pronoun) in _RELATIVE:
        return True
    if pronoun.lower_ != "that" or tree.tag(pronoun) != "IN":
        return False
    verbs = table_words("verbs.toml", "intransitive")
    asks = tree.dep(pronoun) == "dobj" and tree.lemma(tree.head(pronoun)) not in verbs
    return asks or tree.dep(pronoun) == "nsubj"


def _named(tree: Tree, noun: Token) -> Token:
    """Give the name before an age set after it: "Asante, a 19-year-old who plays"."""
    aged = tree.dep(noun) == "appos" and tree.lemma(noun) == "old"
    return tree.head(noun) if aged else noun


def _gap_above(tree: Tree, verb: Token) -> Token | None:
    """Give the antecedent of "who he says is guilty", one clause further up."""
    above = tree.head(verb)
    return tree.head(above) if tree.dep(above) == "relcl" else None


def find_subjects(
    tree: Tree, predicate: Predicate, shared: Mapping[int, Clause]
) -> tuple[Token, ...]:
    """Find the heads of the subjects; clauses above must be in ``shared`` already."""
    top = predicate.top
    own = [s for m in predicate.members for s in tree.children(m, *_SUBJECTS)]
    own = own or _before_auxiliary(tree, top)
    if own:
        # Of "we and the other nations, we will help" the nearer subject is read.
        return _resolved(tree, tree.spread(own[-1:]))
    if tree.child(top, "expl"):
        return ()
    return _inherited(tree, top, shared)


def _before_auxiliary(tree: Tree, top: Token) -> list[Token]:
    """Give a subject that the parse hung on the auxiliary: "she was re-elected"."""
    auxiliaries = tree.children(top, "aux", "auxpass")
    return [s for aux in auxiliaries for s in tree.children(aux, *_SUBJECTS)]


def _resolved(tree: Tree, subjects: tuple[Token, ...]) -> tuple[Token, ...]:
    return tuple([antecedent(tree, subject) or subject for subject in subjects])


def _inherited(
    tree: Tree, top: Token, shared: Mapping[int, Clause]
) -> tuple[Token, ...]:
    """Give the subjects that a clause without one has from above."""
    above, dep = tree.head(top), tree.dep(top)
    governor = shared.get(above.i)
    if dep in {"conj", "dep"}:
        governor = governor or _speaking(tree, top, shared)
        return governor.subjects if governor else ()
    if dep in {"relcl", "acl"}:
        infinitive = tree.is_infinitive(top)
        return _infinitive_subject(tree, above, shared) if infinitive else (above,)
    if _is_finite(tree, top):
        return ()
    if dep == "pcomp":
        return _gerund_subject(tree, top, shared)
    return _controller(tree, top, governor) if governor else ()


def _speaking(tree: Tree, top: Token, shared: Mapping[int, Clause]) -> Clause | None:
    """Give the clause whose object a verb is coordinated with: "ate it and left"."""
    noun = tree.head(top)
    if tree.dep(noun) not in {"dobj", "attr", "acomp"} or not _is_finite(tree, top):
        return None
    return shared.get(tree.heads[noun.i])


def is_purpose(tree: Tree, top: Token) -> bool:
    """Tell a purpose that the parser took for a complement: "used a lever to open"."""
    above = tree.head(top)
    if tree.dep(top) != "xcomp" or not tree.is_infinitive(top):
        return False
    if tree.lemma(above) not in table_words("verbs.toml", "purpose"):
        return False
    return tree.child(above, "dobj", "nsubjpass", "auxpass") is not None


def _is_finite(tree: Tree, verb: Token) -> bool:
    if tree.tag(verb) in {"VBD", "VBZ", "VBP", "MD"}:
        return True
    return any(
        tree.tag(aux) in {"VBD", "VBZ", "VBP", "MD"}
        for aux in tree.children(verb, "aux", "auxpass")
    )


def _controller(tree: Tree, top: Token, governor: Clause) -> tuple[Token, ...]:
    """Give the object of "urge X to go", the subject of "X continues to go"."""
    if tree.dep(top) == "advcl" or is_purpose(tree, top):
        return _adverbial_subject(tree, top, governor)
    if tree.dep(top) not in {"xcomp", "oprd", "ccomp"} or _is_order(tree, top):
        return ()
    promise = table_words("verbs.toml", "promise")
    lemma = tree.lemma(governor.head)
    purpose = lemma == "make" and tree.is_infinitive(top)  # "made plans to go"
    if governor.passive or lemma in promise or purpose:
        return governor.subjects
    timed = any(_is_while(tree, token) for token in governor.objects)
    return governor.subjects if timed else governor.objects or governor.subjects


def _is_while(tree: Tree, token: Token) -> bool:
    """Tell what is spent on a deed and does none: "spent months planning it"."""
    times = table_words("times.toml", "words", "heads")
    return token.ent_type_ in {"DATE", "TIME"} or tree.lemma(token) in times


def _is_order(tree: Tree, top: Token) -> bool:
    """Tell an order before the saying: "Go home," she told him."""
    bare = tree.tag(top) == "VB" and not tree.child(top, "aux")
    return bare and tree.dep(top) == "ccomp" and top.i < tree.head(top).i


def _adverbial_subject(tree: Tree, top: Token, governor: Clause) -> tuple[Token, ...]:
    """Share the subject; a purpose is the agent's, never the thing acted on's."""
    if not tree.is_infinitive(top):
        return governor.subjects
    if governor.passive:
        return governor.agents
    sent = _sent(tree, top, governor)
    return sent or governor.subjects


def _sent(tree: Tree, top: Token, governor: Clause) -> tuple[Token, ...]:
    """Give who is sent, brought or hired to do something; a thing is no doer."""
    verbs = table_words("verbs.toml", "sending")
    if tree.lemma(governor.head) not in verbs or tree.heads[top.i] != governor.head.i:
        return ()
    objects = governor.objects
    people = all(_is_somebody(tree, token) for token in objects)
    return objects if people and objects and objects[-1].i < top.i else ()


def _is_somebody(tree: Tree, token: Token) -> bool:
    if token.ent_type_ in {"PERSON", "NORP"} or tree.tag(token) == "PRP":
        return True
    return concept_type(token) is not EntityType.CONCEPT


def _infinitive_subject(
    tree: Tree, noun: Token, shared: Mapping[int, Clause]
) -> tuple[Token, ...]:
    """Give who has the right, plan or decision to do it."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return (owner,)
    if any(tree.lemma(m) in _RANKS for m in tree.children(noun, "amod", "advmod")):
        return (noun,)
    if tree.dep(noun) not in {"dobj", "pobj"}:
        return ()
    return _clause_subjects(tree, noun, shared)


def _gerund_subject(
    tree: Tree, gerund: Token, shared: Mapping[int, Clause]
) -> tuple[Token, ...]:
    """Give who does the gerund after a preposition: "accused X of", "after meeting"."""
    before = gerund
    for above in tree.above(gerund):
        if tree.dep(above) in {"prep", "acomp", "oprd"} and not tree.is_verb(above):
            before = above
            continue
        governor = shared.get(above.i)
        if governor is None:
            owner = tree.child(above, "poss")
            placed = _placed(tree, above, shared)
            return (
                (owner,) if owner else placed or _clause_subjects(tree, above, shared)
            )
        controls = read_toml("verbs.toml")["object_control"]["verbs"]
        controlled = tree.lemma(governor.head) in controls and before.lower_ != "by"
        if governor.objects and (controlled or _is_about_object(tree, before)):
            return governor.objects
        return tuple(s for s in governor.subjects if s.ent_type_ not in _AMOUNTS)
    return ()


def _placed(tree: Tree, noun: Token, shared: Mapping[int, Clause]) -> tuple[Token, ...]:
    """Give what is put at a risk of something: it is what that happens to."""
    verb = tree.head(tree.head(noun))
    placing = table_words("verbs.toml", "placing")
    governor = shared.get(verb.i)
    if tree.dep(noun) != "pobj" or governor is None:
        return ()
    return governor.objects if tree.lemma(verb) in placing else ()


def _is_about_object(tree: Tree, before: Token) -> bool:
    """Tell what the object is said to be: "saw him as lying", "found him guilty of"."""
    return before.lower_ == "as" or tree.dep(before) == "oprd"


def _clause_subjects(
    tree: Tree, noun: Token, shared: Mapping[int, Clause]
) -> tuple[Token, ...]:
    """Give the subjects of the clause that a noun is in, unless it is one itself."""
    inside = noun
    for above in tree.above(noun):
        governor = shared.get(above.i)
        if governor is not None:
            if any(s.i == inside.i for s in governor.subjects):
                return ()
            return governor.agents if governor.passive else governor.subjects
        inside = above
    return ()
