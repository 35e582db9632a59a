"""Mend clauses that the parser hung on the wrong one, or cut out wrongly."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kg.extraction.parse.agreement import is_several
from kg.extraction.parse.mends import Mend, as_perfect, as_subject, in_place_of
from kg.extraction.parse.phrase_slips import person_nouns
from kg.extraction.parse.verb_slips import is_finite
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "clause_in_complement",
    "garden_path",
    "noun_before_verb",
    "perfect_around_aside",
    "perfect_as_participle",
    "plain_after_infinitive",
    "quoted_order",
    "relative_on_be",
    "saying_under_thing",
    "subject_in_quotation",
]

_SUBJECTS = ("nsubj", "nsubjpass")
#: Subjects that are no nouns: "found eating less may help".
_NO_NOUNS = ("expl", "csubj", "csubjpass")
_FINITE = {"VBD", "VBZ", "VBP"}
_TENSED = {*_FINITE, "MD"}
#: Subjects of "be" whose clause tells what they mean: "it is a pity she left".
_EMPTY = frozenset({"it", "there"})
_TWO = 2
_MOST = 12


def saying_under_thing(tree: Tree) -> Iterator[Mend]:
    """A saying given to a thing: "claimed that the sums were loans and said ..."."""
    spoken = table_words("repairs.toml", "spoken")
    for verb in tree.having("conj"):
        if tree.lemmas[verb.i] not in spoken:
            continue
        inner = tree.head(verb)
        above = tree.head(inner)
        if tree.dep(inner) != "ccomp" or tree.child(verb, *_SUBJECTS, "aux"):
            continue
        if inner.i < above.i or tree.tag(verb) != tree.tag(above):
            continue
        subject = tree.child(inner, *_SUBJECTS)
        speaker = tree.child(above, *_SUBJECTS)
        if speaker is not None and subject is not None and _is_mute(tree, subject):
            yield Mend(verb.i, above.i, "conj")
            before = [c for c in tree.children(inner, "cc") if c.i < verb.i]
            yield from (Mend(word.i, above.i, "cc") for word in before)


def _is_mute(tree: Tree, noun: Token) -> bool:
    """Tell a common noun of what says nothing: no person, group or document."""
    if tree.tag(noun) not in {"NN", "NNS"} or noun.ent_type_:
        return False
    lemma, documents = tree.lemma(noun), table_words("repairs.toml", "documents")
    says = (table_words("repairs.toml", "groups"), documents, person_nouns())
    return not any(lemma in words for words in says)


def quoted_order(tree: Tree) -> Iterator[Mend]:
    """An order in quotation marks read as a circumstance: "Go home," he told her."""
    reporting = table_words("verbs.toml", "reporting")
    orders = table_words("repairs.toml", "spoken")
    for verb in tree.having("advcl", tags={"VB"}):
        above = tree.head(verb)
        if verb.i > above.i:
            continue
        if tree.child(verb, "aux", "mark", *_SUBJECTS):
            continue
        said = tree.lemma(above) in reporting or tree.lemma(above) in orders
        if said and any(t.is_quote for t in tree.children(above, "punct")):
            yield Mend(verb.i, above.i, "ccomp")


def subject_in_quotation(tree: Tree) -> Iterator[Mend]:
    """A subject quoted before the saying: "The men," said he, "have gone."."""
    for after in tree.having("ccomp"):
        verb = tree.head(after)
        if tree.child(after, *_SUBJECTS, "expl") or not is_finite(tree, after):
            continue
        subjects = tree.children(verb, *_SUBJECTS)
        if len(subjects) != _TWO:
            continue
        early, late = subjects
        if not early.i < verb.i < late.i < after.i:
            continue
        if any(t.is_quote for t in tree.tokens[early.i + 1 : verb.i]):
            passive = tree.child(after, "auxpass") is not None
            yield Mend(early.i, after.i, "nsubjpass" if passive else "nsubj")


def perfect_as_participle(tree: Tree) -> Iterator[Mend]:
    """A perfect read as "have" with an object: "would have taxed fuel"."""
    for verb in tree.having("amod", tags={"VBN"}):
        have = tree.tokens[verb.i - 1]
        noun = tree.head(verb)
        if tree.lemma(have) != "have":
            continue
        if tree.heads[noun.i] != have.i or tree.dep(noun) != "dobj":
            continue
        if not any(tree.tag(a) == "MD" for a in tree.children(have, "aux")):
            continue
        yield from as_perfect(tree, have, verb)


def noun_before_verb(tree: Tree) -> Iterator[Mend]:
    """A subject read as part of its verb: "unless a pilot boards the ship"."""
    for article in tree.having("det"):
        verb = tree.head(article)
        if tree.tag(verb) not in _FINITE or tree.child(verb, *_SUBJECTS, "expl"):
            continue
        noun = tree.tokens[verb.i - 1]
        if tree.dep(noun) == "compound" and tree.heads[noun.i] == verb.i:
            yield Mend(noun.i, verb.i, "nsubj")
            for child in tree.children(verb):
                if child.i < noun.i and tree.dep(child) in {"det", "amod", "compound"}:
                    yield Mend(child.i, noun.i, tree.dep(child))


def clause_in_complement(tree: Tree) -> Iterator[Mend]:
    """A clause read as what one is: "is Buddhist and the council rates them"."""
    for verb in tree.having("attr", tags=_FINITE):
        be, first = tree.head(verb), tree.child(verb, *_SUBJECTS)
        joined = tree.child(first, "conj") if first is not None else None
        if first is None or joined is None or not be.i < first.i < joined.i < verb.i:
            continue
        yield Mend(first.i, be.i, "attr")
        yield Mend(joined.i, verb.i, "nsubj")
        yield Mend(verb.i, be.i, "conj")
        for word in tree.children(first, "cc"):
            yield Mend(word.i, be.i, "cc")


def relative_on_be(tree: Tree) -> Iterator[Mend]:
    """A clause on what one is hung on "be": "this is a thing I will sign"."""
    for verb in tree.having("ccomp"):
        be, subject = tree.head(verb), tree.child(verb, *_SUBJECTS)
        what, thing = tree.child(be, "nsubj"), tree.child(be, "attr")
        if subject is None or what is None or thing is None:
            continue
        if what.lower_ in _EMPTY or tree.child(verb, "mark", "cc"):
            continue
        if thing.right_edge.i + 1 == subject.left_edge.i and be.i < thing.i:
            yield Mend(verb.i, thing.i, "relcl")


def plain_after_infinitive(tree: Tree) -> Iterator[Mend]:
    """A plain form hung on a past one: "urged them to eat, drink and be merry"."""
    found: dict[int, Token] = {}
    for verb in tree.having("conj", tags={"VB"}):
        first = tree.head(verb)
        if tree.tag(first) not in {"VBD", "VBZ"}:
            continue
        if tree.child(verb, *_SUBJECTS, "aux") or tree.child(first, "aux"):
            continue
        target = found.get(first.i) or _infinitive_between(tree, first, verb)
        if target is not None:
            found[first.i] = target
            yield Mend(verb.i, target.i, "conj")


def _infinitive_between(tree: Tree, first: Token, verb: Token) -> Token | None:
    """Give the last infinitive below a verb that stands before another one."""
    for token in reversed(tree.tokens[first.i + 1 : verb.i]):
        told = tree.tag(token) == "VB" and tree.is_infinitive(token)
        told = told and tree.dep(token) not in {"acl", "relcl"}
        if told and any(above.i == first.i for above in tree.above(token)):
            return token
    return None


def garden_path(tree: Tree) -> Iterator[Mend]:
    """A participle read as what was done: "The tools found nearby belong to us"."""
    verbs = table_words("verbs.toml", "transitive")
    for late in tree.having("ccomp", "advcl", "dep", "conj"):
        early = tree.head(late)
        if tree.tag(early) != "VBD" or tree.lemma(early) not in verbs:
            continue
        noun = tree.child(early, "nsubj")
        if noun is None or noun.right_edge.i + 1 != early.i:
            continue
        if tree.child(early, "dobj", "aux", "cc"):
            continue
        if tree.child(late, *_SUBJECTS, *_NO_NOUNS, "mark") or late.i < early.i:
            continue
        marked = any(t.is_punct for t in tree.tokens[early.i : late.i])
        if _agrees(tree, noun, late) and not marked:
            yield from _on_late_verb(tree, noun, early, late)


def _agrees(tree: Tree, noun: Token, verb: Token) -> bool:
    """Tell whether a finite verb can have a noun for its subject, by its number."""
    auxiliaries = tree.children(verb, "aux", "auxpass")
    finite = next((v for v in (*auxiliaries, verb) if tree.tag(v) in _TENSED), None)
    if finite is None:
        return False
    many = is_several(tree, noun)
    if tree.tag(finite) == "VBD":
        return finite.lower_ not in ({"was"} if many else {"were"})
    return tree.tag(finite) == "MD" or (tree.tag(finite) == "VBP") == many


def _on_late_verb(tree: Tree, noun: Token, early: Token, late: Token) -> Iterator[Mend]:
    """Give the later verb the place and the subject of the earlier one."""
    yield in_place_of(tree, early, late)
    yield as_subject(tree, noun, late)
    yield Mend(early.i, noun.i, "acl", "VBN")
    for child in tree.children(early):
        if child.i < noun.i or child.i > late.i:
            yield Mend(child.i, late.i, tree.dep(child))


def perfect_around_aside(tree: Tree) -> Iterator[Mend]:
    """A perfect cut by an aside: "He had, according to Ann Lee, sold the mill"."""
    for verb in tree.having("acl", tags={"VBN"}):
        if tree.tokens[verb.i - 1].text != ",":
            continue
        for have in islice(tree.above(verb), _MOST):
            if tree.lemma(have) == "have" and is_finite(tree, have):
                aside = tree.tokens[have.i + 1].text == ","
                if aside and not tree.child(have, "dobj", "xcomp", "ccomp", "attr"):
                    yield from as_perfect(tree, have, verb)
                break
