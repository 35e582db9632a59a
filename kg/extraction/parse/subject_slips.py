"""Mend subjects that the parser cut in two, or hung on the wrong word."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from kg.extraction.cues import Form, load_cues
from kg.extraction.parse.agreement import is_of_many, is_several
from kg.extraction.parse.governors import is_clause_beside
from kg.extraction.parse.mends import Mend, as_subject, in_place_of, taken_over
from kg.extraction.parse.phrase_slips import is_person
from kg.extraction.parse.verb_slips import is_finite
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "inverted_copula",
    "inverted_saying",
    "joined_subjects",
    "object_before_clause",
    "opening_participle",
    "subject_after_joint",
    "swallowed_subject",
]

_SUBJECTS = ("nsubj", "nsubjpass")
#: What a saying set after what is said has not: another subject, a helping verb.
_OWN = ("nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass", "mark")
_ENDING = frozenset({",", '"', "”", "’", "'"})
_SUBJECT_LIKE = {*_SUBJECTS, "csubj", "csubjpass", "expl", "mark"}
_NOUNS = {"NN", "NNS", "NNP", "NNPS", "PRP", "CD"}
_PAST = {"VBD", "VBZ", "VBP", "MD"}
#: "what it got was less", "the most expensive is this one": a subject comes first.
_OPENING = {"WP", "WDT", "WRB", "DT"}
_ONE_BY_ONE = {"appos", "conj"}
_HUNG = {"appos", "conj", "dobj", "pobj"}
_VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "VB", "VBN", "VBG"})
_BEFORE_VERB = {"aux", "auxpass", "neg", "advmod"}
_FINITE = _VERB_TAGS | {"MD"}
_SHORT = frozenset("'’")
_MOST = 12


def joined_subjects(tree: Tree) -> Iterator[Mend]:
    """Joined subjects read as two: "miners as well as drivers left"."""
    for first, second in _pairs(tree):
        joint = second.left_edge.i - 1
        if {tree.tag(first), tree.tag(second)} - _NOUNS or first.right_edge.i < joint:
            continue
        if any(tag in _PAST for tag in tree.tags[first.i : joint]):
            continue
        if tree.deps[joint] == "cc" and tree.heads[joint] == first.i:
            yield Mend(second.i, first.i, "conj")
            yield from (Mend(t.i, first.i, "conj") for t in _listed(tree, first, joint))


def _pairs(tree: Tree) -> Iterator[tuple[Token, Token]]:
    """Give the subjects that are next to each other under one verb."""
    order = sorted(tree.having(*_SUBJECTS), key=lambda t: (tree.heads[t.i], t.i))
    for first, second in pairwise(order):
        if tree.heads[first.i] == tree.heads[second.i]:
            yield first, second


def _listed(tree: Tree, first: Token, joint: int) -> Iterator[Token]:
    """Give what stands between commas in "banks, the fund, and some firms"."""
    for token in tree.children(first, "appos"):
        before = tree.tokens[token.left_edge.i - 1]
        after = tree.tokens[token.right_edge.i + 1]
        if before.text == "," == after.text and after.i == joint - 1:
            yield token


def inverted_saying(tree: Tree) -> Iterator[Mend]:
    """A speaker read as what is said: "The mill has closed, reported Volt."."""
    reporting = table_words("verbs.toml", "reporting")
    hearing = table_words("verbs.toml", "telling")  # "it closed, Ann told Volt"
    for verb in tree.having("ROOT", tags={"VBD", "VBZ"}):
        if tree.lemma(verb) not in reporting - hearing or not verb.i:
            continue
        name, said = tree.child(verb, "dobj"), tree.child(verb, "ccomp")
        if name is None or said is None or tree.child(verb, *_OWN) is not None:
            continue
        speaks = name.ent_type_ == "ORG" or is_person(tree, name)
        near = name.left_edge.i == verb.i + 1 and said.i < verb.i
        if speaks and near and tree.words[verb.i - 1] in _ENDING:
            yield Mend(name.i, verb.i, "nsubj")


def inverted_copula(tree: Tree) -> Iterator[Mend]:
    """What something is, set first: "Most striking was the closing"."""
    intransitive = table_words("verbs.toml", "intransitive")
    for word in tree.having("acomp"):
        be, subject = tree.head(word), tree.child(tree.head(word), "attr")
        if tree.lemma(be) != "be" or subject is None or not word.i < be.i < subject.i:
            continue
        if (
            tree.child(be, *_SUBJECTS, "expl")
            or tree.tags[word.left_edge.i] in _OPENING
        ):
            continue
        if tree.tag(word) != "VBN" or tree.lemma(word) in intransitive:
            yield Mend(subject.i, be.i, "nsubj")
            continue
        yield in_place_of(tree, be, word)
        yield Mend(be.i, word.i, "auxpass")
        yield Mend(subject.i, word.i, "nsubjpass")
        yield from taken_over(tree, be, word, subject)


def opening_participle(tree: Tree) -> Iterator[Mend]:
    """A participle read as subject: "Taking a break in Rome, Ann Lee wrote a book"."""
    for verb in tree.having("csubj"):
        above = tree.head(verb)
        commas = [i for i in range(verb.i, above.i) if tree.tags[i] == ","]
        if tree.tag(verb) != "VBG" or not commas or not is_finite(tree, above):
            continue
        if tree.tags[verb.left_edge.i] != "VBG":
            continue
        found = tree.child(above, *_SUBJECTS)
        if found is None:
            found = _after(tree, verb, commas, above.i)
            if found is None:
                continue
            yield as_subject(tree, found, above)
        if found.i > verb.i:
            yield Mend(verb.i, above.i, "advcl")


def _after(tree: Tree, verb: Token, commas: list[int], end: int) -> Token | None:
    """Give the noun phrase that opens after a comma and hangs on the participle's."""
    for index in range(commas[0] + 1, end):
        if tree.deps[index] not in _ONE_BY_ONE or tree.tags[index] not in _NOUNS:
            continue
        token = tree.tokens[index]
        inside = any(above.i == verb.i for above in tree.above(token))
        if inside and token.left_edge.i - 1 in commas:
            return token
    return None


def swallowed_subject(tree: Tree) -> Iterator[Mend]:
    """A subject read as a part of what is before: "After the rain, Ann Lee slept".

    So with "he said others left" and "Ann hit Bob and Cy fled".
    """
    for verb in tree.having("ROOT", "ccomp", "advcl", tags=_VERB_TAGS):
        if not tree.kinds[verb.i].isdisjoint(_SUBJECT_LIKE) or verb.i == 0:
            continue
        if not is_finite(tree, verb) or tree.lemma(verb) == "be":
            continue
        found = (n for n in _nouns_before(tree, verb) if _is_cut_off(tree, n, verb))
        noun = next(found, None)
        if noun is None:
            continue
        yield as_subject(tree, noun, verb)
        if tree.deps[verb.i] == "advcl":
            yield Mend(verb.i, tree.heads[verb.i], "conj")
            yield Mend(noun.left_edge.i - 1, tree.heads[verb.i], "cc")


def _nouns_before(tree: Tree, verb: Token) -> Iterator[Token]:
    """Give the nouns whose phrases end right before a verb, and open after a joint."""
    last = verb.i - 1
    while last > 0 and (tree.heads[last] == verb.i and tree.deps[last] in _BEFORE_VERB):
        last -= 1
    apart = tree.tags[last] == ","
    hung = _HUNG - {"appos"} if apart else _HUNG
    end = tree.tokens[last - apart]
    for noun in (end, *tree.above(end)):
        if noun.i >= verb.i or noun.right_edge.i > last:
            return
        joint = noun.left_edge.i - 1
        before = tree.heads[noun.i] <= joint and end.i <= noun.right_edge.i
        if before and tree.tags[noun.i] in _NOUNS and tree.deps[noun.i] in hung:
            yield noun


def _is_cut_off(tree: Tree, noun: Token, verb: Token) -> bool:
    """Tell whether a noun before a verb is its subject."""
    many = is_of_many(tree, verb)
    common = tree.tags[noun.i] in {"NN", "NNS"}
    if common and many is not None and many is not is_several(tree, noun):
        return False
    joint, above = tree.tokens[noun.left_edge.i - 1], tree.head(verb)
    match tree.deps[verb.i]:
        case "ROOT":
            fronted = any(a.i == verb.i for a in tree.above(noun))
            return fronted and joint.text == ","
        case "ccomp":
            own = tree.deps[noun.i] == "dobj" and tree.heads[noun.i] == above.i
            return own and above.i < noun.i and _is_thought(tree.lemma(above))
        case _:
            joined = joint.lower_ == "and" and tree.deps[noun.i] == "conj"
            return joined and above.i < noun.i


def _is_thought(verb: str) -> bool:
    """Tell whether a verb can have a sentence for what is said, known or hoped."""
    told = verb in table_words("verbs.toml", "telling")
    return not told and load_cues().complement("verb", Form.FINITE, verb) is not None


def subject_after_joint(tree: Tree) -> Iterator[Mend]:
    """A subject joined to a noun before: "It rose in Oslo and the bank has sold it"."""
    for verb in tree.having("conj", "ccomp", "ROOT", tags=_FINITE):
        if not tree.kinds[verb.i].isdisjoint(_SUBJECT_LIKE):
            continue
        if not is_finite(tree, verb) or tree.words[verb.i][:1] in _SHORT:
            continue
        noun = _joined_before(tree, verb)
        first = None if noun is None else _clause_before(tree, noun, verb)
        if noun is None or first is None:
            continue
        yield as_subject(tree, noun, verb)
        if tree.heads[verb.i] == verb.i:
            yield in_place_of(tree, verb, first)
        if tree.deps[verb.i] != "ccomp" or not _is_thought(tree.lemma(first)):
            yield Mend(noun.left_edge.i - 1, first.i, "cc")
            yield Mend(verb.i, first.i, "conj")


def _clause_before(tree: Tree, noun: Token, verb: Token) -> Token | None:
    """Give the verb that a clause is beside: the one above, or below a sentence's."""
    if tree.heads[verb.i] != verb.i:
        above = tree.head(verb)
        things = tree.children(above, "dobj", "nsubj", "nsubjpass")
        whole = any(t.right_edge.i == noun.right_edge.i for t in things)
        return above if above.i < noun.i and not whole else None
    if tree.lemma(verb) in table_words("verbs.toml", "reporting"):
        return None  # "sales fell, owner and president Ann Lee said"
    early = [c for c in tree.children(verb, "ccomp") if c.i < noun.i]
    return next((c for c in early if tree.child(c, *_SUBJECTS)), None)


def _joined_before(tree: Tree, verb: Token) -> Token | None:
    """Give a noun after "and" whose phrase ends where a verb's own words open."""
    words = tree.children(verb, *_BEFORE_VERB)
    last = tree.tokens[min(word.i for word in (verb, *words)) - 1]
    for noun in (last, *islice(tree.above(last), _MOST)):
        if noun.right_edge.i != last.i:
            return None
        if tree.dep(noun) == "conj" and tree.tag(noun) in _NOUNS:
            sign = tree.tokens[noun.left_edge.i - 1]
            return noun if sign.lower_ == "and" and _opens(tree, noun, verb) else None
    return None


def _opens(tree: Tree, noun: Token, verb: Token) -> bool:
    """Tell whether a joined noun can be a verb's subject, by number and commas."""
    last = noun.right_edge.i
    commas = [i for i in range(noun.i, last + 1) if tree.tags[i] in {",", ":"}]
    if commas and commas[-1] != last:
        return False  # "met men and mayors, who fled, an aide told us"
    many = is_of_many(tree, verb)
    bare = noun.left_edge.i == noun.i and tree.tag(noun) == "NN"
    if many is None or tree.tag(noun)[:2] != "NN" or noun.ent_type_:
        return not bare  # "acted and guest starred"
    return many is is_several(tree, noun)


def object_before_clause(tree: Tree) -> Iterator[Mend]:
    """An object joined to the next subject: "he made saves and Oslo beat Rome"."""
    for late in tree.having("ccomp", "conj"):
        early, noun = tree.head(late), tree.child(late, "nsubj")
        if noun is None or not early.i < noun.i < late.i or tree.child(early, "dobj"):
            continue
        joined, sign = tree.child(noun, "conj"), tree.child(noun, "cc")
        if joined is None or sign is None or sign.lower_ != "and":
            continue
        particles = tree.children(early, "prt")
        if noun.left_edge.i != early.i + 1 + len(particles):
            continue
        single = tree.dep(late) == "conj" and is_of_many(tree, late) is False
        if single or is_clause_beside(tree, early, late):
            yield Mend(noun.i, early.i, "dobj")
            yield Mend(joined.i, late.i, "nsubj")
            yield Mend(sign.i, early.i, "cc")
            yield Mend(late.i, early.i, "conj")
