"""Mend what stands before the subject, or between it and its verb, and was misread."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kg.extraction.lexicon import load_lexicon
from kg.extraction.parse.mends import Mend, in_place_of
from kg.extraction.parse.roles import role_words
from kg.extraction.parse.verb_slips import is_finite
from kg.tables import read_toml, table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "aside_from",
    "clause_after_now",
    "clause_before_break",
    "fronted_apposition",
    "fronted_noun",
    "fronted_participle",
    "fronted_predicate",
    "participle_as_past",
    "that_said",
]

_SUBJECTS = ("nsubj", "nsubjpass")
#: What the parser makes of a noun before the subject, and how such a noun begins.
_FRONTED = (*_SUBJECTS, "advcl", "npadvmod", "dep", "ccomp")
_ARTICLES = frozenset({"a", "an", "the"})
_NOUNS = {"NN", "NNS", "NNP", "NNPS", "PRP"}
#: What parts two clauses more than a comma does.
_BREAKS = frozenset({";", ":", "—", "–", "--", "-"})
#: What compares, or marks a clause: "as rain fell".
_COMPARING = frozenset({"as", "than", "like", "that"})
_MOST = 8
#: How far "said" is from "that" in "that being said".
_WITH_BEING = 2


def fronted_noun(tree: Tree) -> Iterator[Mend]:
    """A noun after a preposition read as subject: "Despite rain, they won".

    The subject is what a comma or an "and" sets off behind it, or is not to be found.
    """
    marking = table_words("repairs.toml", "marking")
    for preposition in tree.having("prep", tags={"IN", "VBG"}):
        noun = None if tree.below[preposition.i] else _subject_at(tree, preposition)
        if noun is None or preposition.lower_ in _COMPARING:
            continue
        verb = tree.head(noun)
        subject = _after_comma(tree, noun, verb)
        joined = None if subject else _after_and(tree, noun, preposition)
        if subject or joined or preposition.lower_ not in marking:
            yield Mend(noun.i, preposition.i, "pobj")
        if subject is not None:
            yield Mend(subject.i, verb.i, tree.dep(noun))
        if joined is not None:
            yield Mend(joined.i, verb.i, tree.dep(noun))
            yield Mend(verb.i, tree.heads[preposition.i], "conj")
            yield Mend(joined.left_edge.i - 1, tree.heads[preposition.i], "cc")


def _subject_at(tree: Tree, preposition: Token) -> Token | None:
    """Give the subject of a verb with a tense that opens right after a preposition."""
    start = preposition.i + 1
    if start >= len(tree.tokens):
        return None
    first = tree.tokens[start]
    for noun in (first, *islice(tree.above(first), _MOST)):
        if noun.left_edge.i != start:
            return None
        if tree.dep(noun) in _SUBJECTS:
            return noun if is_finite(tree, tree.head(noun)) else None
    return None


def _after_and(tree: Tree, noun: Token, preposition: Token) -> Token | None:
    """Give what "and" joins to a noun right before its verb, behind another verb."""
    above, joined = tree.head(preposition), tree.child(noun, "conj")
    if joined is None or not tree.is_verb(above) or above.i > preposition.i:
        return None
    sign = tree.tokens[joined.left_edge.i - 1]
    return joined if sign.lower_ == "and" and tree.heads[noun.i] != above.i else None


def _after_comma(tree: Tree, noun: Token, verb: Token) -> Token | None:
    """Give the noun phrase between a comma and the verb that hangs on the noun."""
    commas = [i for i in range(noun.i, verb.i) if tree.tags[i] == ","]
    for comma in reversed(commas):
        for index in range(comma + 1, verb.i):
            token = tree.tokens[index]
            inside = noun.i in {above.i for above in tree.above(token)}
            apposed = tree.deps[index] in {"appos", "conj"}
            if apposed and inside and tree.tags[index] in _NOUNS:
                if token.left_edge.i == comma + 1:
                    return token
                break
    return None


def fronted_apposition(tree: Tree) -> Iterator[Mend]:
    """A place's apposition read as subject: "In Oslo, the capital, crews met"."""
    places = read_toml("repairs.toml")["apposition"]
    for noun in tree.having(*_SUBJECTS):
        subject = tree.child(noun, "conj", "appos")
        if subject is None:
            continue
        verb, last = tree.head(noun), tree.tokens[noun.left_edge.i - 1]
        name = tree.tokens[last.i - 1]
        if last.text != "," or tree.dep(name) != "pobj":
            continue
        kinds = [row["names"] for row in places if tree.lemma(noun) in row["words"]]
        if not any(name.ent_type_ in names for names in kinds):
            continue
        if tree.heads[tree.heads[name.i]] != verb.i or tree.child(noun, "cc"):
            continue
        near = tree.tokens[subject.left_edge.i - 1].text == "," and subject.i < verb.i
        if near and not (tree.dep(subject) == "conj" and tree.child(subject, "cc")):
            yield Mend(noun.i, name.i, "appos")
            yield Mend(subject.i, verb.i, tree.dep(noun))


def fronted_predicate(tree: Tree) -> Iterator[Mend]:
    """What a name is, before it, read as a clause: "A former teacher, Ann Lee left"."""
    for noun in tree.having(*_FRONTED, tags={"NN"}):
        verb, first = tree.head(noun), noun.left_edge
        if noun.i > verb.i or tree.words[first.i] not in _ARTICLES:
            continue
        opens = first.is_sent_start or tree.tags[first.i - 1] == "``"
        name = _name_before(tree, noun, verb) if opens else None
        if name is not None and _is_kind_of(tree, noun, name):
            yield Mend(noun.i, verb.i, tree.dep(name))
            yield Mend(name.i, noun.i, "appos")


def _name_before(tree: Tree, noun: Token, verb: Token) -> Token | None:
    """Give the name that is the subject of a verb, right behind a noun and a comma."""
    for name in tree.children(verb, *_SUBJECTS):
        start = name.left_edge.i
        comma = tree.tokens[start - 1]
        if noun.i < start and tree.tags[name.i] == "NNP" and comma.text == ",":
            inside = range(noun.i + 1, comma.i)
            whole = all(noun.is_ancestor(tree.tokens[i]) for i in inside)
            return name if whole else None
    return None


def _is_kind_of(tree: Tree, noun: Token, name: Token) -> bool:
    """Tell whether a noun can say what a name is: "a teacher", "a city"."""
    lemma, kind = tree.lemma(noun), name.ent_type_
    if kind in {"PERSON", ""}:
        return lemma in load_lexicon().person_nouns or lemma in role_words("roles")
    rows = read_toml("repairs.toml")["apposition"]
    return any(lemma in row["words"] and kind in row["names"] for row in rows)


def fronted_participle(tree: Tree) -> Iterator[Mend]:
    """A participle on a fronted noun read as a circumstance: "In a book, published"."""
    for verb in tree.having("advcl", tags={"VBN"}):
        above = tree.head(verb)
        if verb.i > above.i or tree.child(verb, "mark"):
            continue
        preposition = tree.child(verb, "prep")
        if preposition is None or preposition.i > verb.i:
            continue
        noun = tree.child(preposition, "pobj")
        comma = tree.tokens[verb.i - 1]
        if noun is not None and comma.text == "," and noun.i < comma.i:
            yield Mend(preposition.i, above.i, "prep")
            yield Mend(verb.i, noun.i, "acl")


def participle_as_past(tree: Tree) -> Iterator[Mend]:
    """A participle read as a past: "The beaver found in Devon is old"."""
    for verb in tree.having("csubj", "csubjpass", tags={"VBD", "VBN"}):
        above = tree.head(verb)
        noun = tree.child(verb, "nsubj")
        if noun is None or not noun.i < verb.i < above.i:
            continue
        if tree.child(verb, "mark", "dobj", "aux", "advmod", "ccomp", "dative"):
            continue
        if tree.tags[verb.left_edge.i][0] == "W":
            continue  # "what the council looked for was"
        yield Mend(noun.i, above.i, "nsubj")
        yield Mend(verb.i, noun.i, "acl", "VBN")


def clause_after_now(tree: Tree) -> Iterator[Mend]:
    """A circumstance read as what is said: "talks stalled now that it closed"."""
    for mark in tree.having("mark", words={"that"}):
        verb = tree.head(mark)
        before = tree.tokens[mark.i - 1]
        if before.lower_ != "now" or not mark.i:
            continue
        above = tree.head(verb)
        if above.i == before.i:
            above = tree.head(before)
        below = tree.dep(verb) in {"ccomp", "advcl"}
        if below and tree.heads[before.i] in {above.i, verb.i}:
            yield Mend(verb.i, above.i, "advcl")
            yield Mend(before.i, verb.i, "advmod")


def clause_before_break(tree: Tree) -> Iterator[Mend]:
    """A clause of its own read as what is said: "It is late: he says he must go".

    Words before a break are the speaker's only if nothing else is said there.
    """
    reporting = table_words("verbs.toml", "reporting")
    for clause in tree.having("ccomp"):
        verb = tree.head(clause)
        between = {tree.words[i] for i in tree.below[verb.i] if clause.i < i < verb.i}
        if clause.i > verb.i or between.isdisjoint(_BREAKS):
            continue
        told = any(later.i > verb.i for later in tree.children(verb, "ccomp"))
        if told or ";" in between or tree.lemma(verb) not in reporting:
            yield Mend(clause.i, verb.i, "parataxis")


def aside_from(tree: Tree) -> Iterator[Mend]:
    """Half a preposition read as an adverb: "Apart from rain, it snowed"."""
    for word in tree.having("advmod", words={"aside", "apart"}):
        for following in tree.tokens[word.i + 1 : word.i + 2]:
            beside = tree.dep(following) == "prep" and following.lower_ == "from"
            if beside and tree.heads[following.i] == tree.heads[word.i]:
                yield Mend(word.i, following.i, "advmod")


def that_said(tree: Tree) -> Iterator[Mend]:
    """A phrase that joins sentences read as a saying: "That said, the firm won"."""
    for that in tree.having("nsubj", "nsubjpass", "mark", words={"that"}):
        verb = tree.head(that)
        said = verb.lower_ == "said" and verb.i - that.i in {1, _WITH_BEING}
        if not said or not that.is_sent_start:
            continue
        following = tree.tokens[verb.i + 1 : verb.i + 2]
        if not following or following[0].text != ",":
            continue
        told = [t for t in tree.children(verb, "ccomp") if t.i > verb.i]
        if told:
            yield in_place_of(tree, verb, told[0])
            yield Mend(verb.i, told[0].i, "intj")
        elif tree.heads[verb.i] > verb.i:
            yield Mend(verb.i, tree.heads[verb.i], "intj")
