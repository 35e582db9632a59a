"""Tell what the parser took for something that it is not: measures, lists, scores."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.parse.agreement import is_several
from kg.extraction.relation_words import relation_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.frames import Clause, Oblique
    from kg.extraction.parse.syntax import Tree

__all__ = [
    "actor_above",
    "is_absolute",
    "is_beside",
    "is_degree",
    "is_measure",
    "is_misread",
    "is_of_event",
    "is_result",
    "is_score",
]

_DETERMINERS = frozenset({"det", "poss", "nummod"})
_SIDES = frozenset({"north", "south", "east", "west", "part"})
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_DASH = frozenset("-–—")
_APART = frozenset({",", ";", "-", "–", "—", "“", '"'})
_ENDS = frozenset(".!?”\"’'…)")
_TWO = 2
#: "was like slaying a giant", "is by asking", "is all about winning".
_EQUAL = frozenset({"like", "by", "about"})
_MOST = 12
_SCORE = re.compile(r"\d{1,3}[-–—]\d{1,3}")


def is_measure(tree: Tree, agent: Token) -> bool:
    """Tell a by-phrase that tells how much from a doer: "by 61 votes"."""
    if agent.ent_type_ in {"PERCENT", "MONEY", "QUANTITY", "TIME", "DATE"}:
        return True
    counted = any(tree.tags[i] in {"CD", "$"} for i in tree.below[agent.i])
    number = tree.tags[agent.i] == "CD" and "prep" not in tree.kinds[agent.i]
    return number or (  # "one of the guards" does something
        tree.lemmas[agent.i] in relation_words("measures")
        and (counted or tree.lemmas[agent.i] in {"margin", "percent"})
    )


def is_degree(tree: Tree, noun: Token) -> bool:
    """Tell a bare noun that says how much from one that stands astray."""
    return (
        is_measure(tree, noun)
        or tree.lemmas[noun.i] in relation_words("degrees")
        or tree.tags[noun.i] in {"RB", "RBR", "JJR"}
        or any(tree.tags[i] in {"CD", "$"} for i in tree.below[noun.i])
    )


def is_absolute(tree: Tree, oblique: Oblique) -> bool:
    """Tell what only goes along: "With two men out, she left", "with ice on it".

    Such a phrase says something of its own noun, and the verb nothing of it.
    """
    marker = oblique.marker
    if len(marker) != 1 or tree.words[marker[0].i] != "with":
        return False
    head, start = oblique.head, oblique.marker[0].i
    apart = (
        start == 0 or tree.tokens[start - 1].text in _APART or start < _host(oblique)
    )
    if not apart:
        return False
    if tree.tags[head.i] == "VBG":
        return tree.child(head, "nsubj") is not None
    if tree.tags[head.i] not in {"NN", "NNS"}:
        return False
    after = [i for i in tree.below[head.i] if i > head.i]
    said = {"acl", "prep", "amod", "advmod", "prt"}
    return any(
        tree.deps[i] in said and tree.words[i] not in {"of", "than"} for i in after
    )


def _host(oblique: Oblique) -> int:
    index: int = oblique.host.i
    return index


def is_beside(tree: Tree, oblique: Oblique) -> bool:
    """Tell where a place lies, not where one acts: "in Lund, next to Malmo,"."""
    marker = oblique.marker
    if not marker or marker[0].i < _TWO:
        return False
    before, comma = tree.tokens[marker[0].i - 2], tree.tokens[marker[0].i - 1]
    if comma.text != "," or tree.tags[before.i] not in {"NNP", "NNPS"}:
        return False
    words = " ".join(token.lower_ for token in marker)
    return words in relation_words("beside")


def is_misread(tree: Tree, clause: Clause) -> bool:
    """Tell a reading that only a wrong parse gives.

    A past participle with an object of its own after its noun is a main verb that the
    parser hung there, and a noun that is its own complement is no predicate.
    """
    head = clause.head
    tag, dep = tree.tags[head.i], tree.deps[head.i]
    if tag == "VBN" and dep == "acl":
        if tree.tags[tree.heads[head.i]][:2] == "VB":
            return True  # "feels threatened": the one who feels stands elsewhere
        if head.lower_ == "aged":
            return True  # "joined the navy aged 14" tells no age of the navy
    if tag in {"VBN", "VBD"} and dep == "acl" and not clause.passive:
        whole = tree.children(head, "mark", "nsubj", "nsubjpass", "aux", "auxpass")
        return not whole and bool(tree.children(head, "dobj", "oprd"))
    above = tree.head(head)
    if dep == "pcomp" and tree.lemmas[tree.heads[above.i]] == "quote":
        # "was quoted as saying by the paper": the paper quotes, and is not said by
        below = [t.lower_ for t in tree.children(head, "prep", "agent")]
        return "by" in below and tree.child(head, "ccomp") is None
    if clause.complement is not None and clause.complement.i == head.i:
        return tag[0] == "N"
    return (
        len(clause.obliques) > _MOST  # a list of dates and places
        or _is_nobodys(tree, head.i)
        or _is_heading(tree, head)
        or _is_bare(tree, head)
        or _is_clause_meant(tree, head)
        or _is_plain(tree, head)
        or _is_of_clause(tree, clause)
    )


def _is_heading(tree: Tree, verb: Token) -> bool:
    """Tell a verb in a line whose words have capitals, which the parser cannot read."""
    before = tree.tokens[verb.i - 1]
    if not verb.text.istitle() or tree.tags[verb.i][:2] != "VB":
        return False
    inside = not verb.is_sent_start and before.text[-1:].isalnum()
    return inside and verb.sent[-1].text not in _ENDS


def _is_bare(tree: Tree, verb: Token) -> bool:
    """Tell a plain form that is no clause: "all dead, save for a few"."""
    return (tree.tags[verb.i], tree.deps[verb.i]) == ("VB", "advcl") and tree.child(
        verb, "aux", "mark", "nsubj", "nsubjpass", "expl", "advmod"
    ) is None


def _is_plain(tree: Tree, verb: Token) -> bool:
    """Tell a plain form beside a finite one: "says the price, feed costs and tax"."""
    if tree.tags[verb.i] != "VB" or tree.deps[verb.i] != "conj":
        return False
    first = tree.head(verb)
    return (
        tree.tags[first.i] in {"VBD", "VBZ"}
        and tree.child(verb, "aux", "nsubj") is None
        and tree.child(first, "aux", "cc") is None
    )


def _is_clause_meant(tree: Tree, verb: Token) -> bool:
    """Tell a "which" that takes up a clause: "fell on ice, which she rarely does"."""
    done = tree.lemmas[verb.i] == "do" and tree.deps[verb.i] == "relcl"
    return done and any(
        pronoun.lower_ == "which" and tree.tokens[pronoun.i - 1].text == ","
        for pronoun in tree.children(verb, "dobj")
    )


def _is_of_clause(tree: Tree, clause: Clause) -> bool:
    """Tell a participle that takes up all before: "is shut, meaning that we walk".

    Nobody leads himself to do something either: "found it, leading them to ask".
    """
    head = clause.head
    if (tree.tags[head.i], tree.deps[head.i]) != ("VBG", "advcl"):
        return False
    if tree.tokens[head.i - 1].text not in _APART or head.i < tree.heads[head.i]:
        return False
    if tree.lemmas[head.i] in {"mean", "result"}:
        return True
    if tree.lemmas[head.i] not in relation_words("effects") or not clause.objects:
        return False
    pronoun = tree.words[clause.objects[0].i]
    if pronoun == "it" and tree.lemmas[head.i] == "make":
        return False  # "making it hard to leave"
    number = {"them": True, "it": False}.get(pronoun)
    return any(_is_of_number(tree, s, number) for s in clause.subjects)


def _is_of_number(tree: Tree, noun: Token, number: bool | None) -> bool:  # noqa: FBT001
    word = tree.words[noun.i]
    several = word == "they" or is_several(tree, noun)
    return several is number and not (noun.ent_type_ == "PERSON" and not several)


def is_of_event(tree: Tree, verb: Token) -> bool:
    """Tell a "which" that takes up all that was said: "fought graft, which hurt it".

    A kind of thing without a determiner and an act with it may both have had an effect.
    """
    if tree.deps[verb.i] != "relcl":
        return False
    which, noun = tree.child(verb, "nsubj"), tree.head(verb)
    if which is None or which.lower_ != "which":
        return False
    apart = tree.tokens[which.i - 1].text in _APART
    if not apart or tree.lemmas[verb.i] not in relation_words("effects"):
        return False
    bare = tree.tags[noun.i] == "NN" and not tree.child(noun, "det", "poss", "appos")
    return bare and tree.deps[noun.i] in {"dobj", "pobj"}


def actor_above(tree: Tree, verb: Token) -> Token | None:
    """Give who did what a ", which" takes up, unless it was not done."""
    for above in tree.above(verb):
        if tree.tags[above.i][:2] == "VB":
            denied = tree.child(above, "neg", "auxpass", "nsubjpass")
            return None if denied else tree.child(above, "nsubj")
    return None


def _is_nobodys(tree: Tree, index: int) -> bool:
    """Tell an act whose doer is not told, where the parser gives it the next subject.

    What is aged "by studying its scales" studies nothing, and no aim "is to" do what
    it is; no work "is like slaying" anything, and no mistake "is making it".
    """
    above = tree.heads[index]
    if tree.tags[index] == "VBG" and "nsubj" in tree.kinds[index]:
        return _is_what_is_meant(tree, tree.tokens[index])
    if tree.deps[index] == "pcomp" and tree.lemmas[tree.heads[above]] == "be":
        told = not tree.kinds[tree.heads[above]].isdisjoint({"acomp", "attr"})
        return tree.words[above] in _EQUAL and not told
    if tree.deps[index] == "pcomp" and tree.words[above] == "by":
        host = tree.tokens[tree.heads[above]]
        said = tree.lemma(host) in relation_words("mere_sayings")
        return said or tree.child(host, "auxpass") is not None
    if tree.deps[index] != "xcomp" or tree.lemmas[above] != "be":
        return False
    subject = tree.child(tree.tokens[above], "nsubj")
    return (
        subject is not None
        and tree.is_infinitive(tree.tokens[index])
        and tree.lemmas[subject.i] in relation_words("purposes")
    )


def _is_what_is_meant(tree: Tree, gerund: Token) -> bool:
    """Tell what a hobby or a mistake is from what it does: "is sorting stamps"."""
    noun, aux = tree.child(gerund, "nsubj"), tree.child(gerund, "aux")
    if noun is None or aux is None or tree.lemmas[aux.i] != "be":
        return False
    done = tree.child(gerund, "dobj", "xcomp") is not None
    return done and tree.lemmas[noun.i] in relation_words("pursuits")


def is_score(tree: Tree, token: Token) -> bool:
    """Tell whether a number belongs to a result such as "2 – 1"."""
    text = tree.words[token.i]
    if not text[0].isdigit():
        return False
    if _SCORE.fullmatch(text):
        return True
    if tree.tags[token.i] != "CD" or not text.isdigit():
        return False
    last = len(tree.tokens)
    for dash, other in ((token.i + 1, token.i + 2), (token.i - 1, token.i - 2)):
        if other < 0 or other >= last:
            continue
        if tree.tokens[dash].text in _DASH and tree.tokens[other].text.isdigit():
            return True
    return False


def is_result(tree: Tree, clause: Clause, told: Token) -> bool:
    """Tell a result from what something is: "was in such spirits that he sang"."""
    be = tree.lemmas[clause.head.i] == "be"
    return be and any(o.head.i < told.i for o in clause.obliques)
