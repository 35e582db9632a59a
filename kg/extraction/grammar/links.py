"""Tell how a clause hangs on the one above, and whether it tells, asks or orders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.frames import ClauseLink, Mood
from kg.extraction.grammar.subjects import is_purpose
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["find_mood", "link_of", "marker_of"]

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_BEFORE_CLAUSE = {"prep", "pcomp", "pobj", "cc"}
_TWO = 2
_MARKING = {"prep", "pcomp", "cc"}
_QUESTION_WORDS = {"WDT", "WP", "WP$", "WRB"}


def link_of(tree: Tree, top: Token) -> ClauseLink:
    """Give the relation of a clause, by its finite verb, to the clause above."""
    dep = tree.dep(top)
    reader = _READERS.get(dep)
    if reader is not None:
        return reader(tree, top)
    return _PLAIN.get(dep, ClauseLink.PARATAXIS)


def _complement_link(tree: Tree, top: Token) -> ClauseLink:
    return ClauseLink.PURPOSE if is_purpose(tree, top) else ClauseLink.OPEN


def _content_link(tree: Tree, top: Token) -> ClauseLink:
    if tree.is_infinitive(top) or _is_gerund(tree, top):
        return ClauseLink.OPEN
    if _is_before_no_speech(tree, top):
        return ClauseLink.PARATAXIS
    return ClauseLink.COMPLEMENT


def _is_before_no_speech(tree: Tree, top: Token) -> bool:
    """Tell a sentence set before another one: "He left; she stayed", no quotation."""
    above = tree.head(top)
    if tree.dep(top) != "ccomp" or top.i > above.i or tree.child(top, "mark"):
        return False
    between = tree.children(above, "punct")
    if any(mark.text == ";" and mark.i > top.i for mark in between):
        return True
    words = table_words("verbs.toml", "reporting")
    return tree.lemma(above) not in words and not any(t.is_quote for t in between)


def _is_gerund(tree: Tree, top: Token) -> bool:
    return tree.tag(top) == "VBG" and not tree.child(top, "aux", "auxpass")


def _adverbial_link(tree: Tree, top: Token) -> ClauseLink:
    if tree.is_infinitive(top) and not tree.child(top, "mark"):
        return ClauseLink.PURPOSE
    return ClauseLink.ADVERBIAL


def _noun_link(tree: Tree, top: Token) -> ClauseLink:
    if tree.is_infinitive(top):
        in_order = tree.lemma(tree.head(top)) == "order"
        return ClauseLink.PURPOSE if in_order else ClauseLink.OPEN
    if tree.dep(top) == "acl":
        content = tree.child(top, "mark", *_SUBJECTS)
        return ClauseLink.COMPLEMENT if content else ClauseLink.PARTICIPIAL
    return ClauseLink.RELATIVE


def _prepositional_link(tree: Tree, top: Token) -> ClauseLink:
    if not _is_gerund(tree, top):
        return ClauseLink.COMPLEMENT
    if tree.child(top, *_SUBJECTS):
        return ClauseLink.ADVERBIAL  # "with Ho defeating Lee"
    host = next((a for a in tree.above(top) if tree.dep(a) not in _MARKING), top)
    marker = " ".join(token.lower_ for token in _prepositions(tree, top))
    adverbial = marker in table_words("prepositions.toml", "adverbial")
    adverbial = adverbial and tree.is_verb(host)
    return ClauseLink.ADVERBIAL if adverbial else ClauseLink.OPEN


_PLAIN: Mapping[str, ClauseLink] = {
    "ROOT": ClauseLink.ROOT,
    "conj": ClauseLink.COORDINATE,
}
_READERS: Mapping[str, Callable[[Tree, Token], ClauseLink]] = {
    "ccomp": _content_link,
    "csubj": _content_link,
    "csubjpass": _content_link,
    "xcomp": _complement_link,
    "oprd": _complement_link,
    "advcl": _adverbial_link,
    "relcl": _noun_link,
    "acl": _noun_link,
    "pcomp": _prepositional_link,
}


def marker_of(tree: Tree, top: Token) -> tuple[Token, ...]:
    """Give the words that bind a clause: that, if, in order, after, who, or."""
    if tree.dep(top) == "conj":
        return _conjunction(tree, top)
    dep, marks = tree.dep(top), tree.children(top, "mark")
    if dep in {"advcl", "ccomp", "relcl", "pcomp", "csubj"} and not marks:
        marks = [
            child
            for child in tree.children(top)
            if child.i < top.i and tree.tag(child) in _QUESTION_WORDS
        ]
    ordered = dep == "acl" and tree.lemma(tree.head(top)) == "order"
    before = _prepositions(tree, top) if dep == "pcomp" or ordered else []
    if not before and len(marks) < _TWO:
        return tuple(marks)
    return tuple(sorted([*before, *marks], key=lambda token: token.i))


def _conjunction(tree: Tree, top: Token) -> tuple[Token, ...]:
    """Give the words between a coordinated clause and the one before: "rather than"."""
    words = [c for c in tree.children(tree.head(top), "cc") if c.i < top.i]
    if not words:
        return ()
    last = words[-1]
    before = [c for c in tree.children(last, "advmod") if c.i + 1 == last.i]
    return (*before, last)


def _prepositions(tree: Tree, top: Token) -> list[Token]:
    """Give the preposition above a clause with what belongs to it: rather than."""
    found = []
    for above in tree.above(top):
        if tree.is_verb(above) or tree.dep(above) not in _BEFORE_CLAUSE:
            break
        if tree.dep(above) == "pobj" and tree.lemma(above) != "order":
            break
        found.append(above)
        found += [c for c in tree.children(above, "advmod") if c.i + 1 == above.i]
    return sorted(found, key=lambda token: token.i)


def find_mood(tree: Tree, top: Token, subjects: tuple[Token, ...]) -> Mood:
    """Tell a question and an order from what is told."""
    if _is_asked(tree, top):
        return Mood.QUESTION
    if tree.tag(top) == "VB" and not subjects and not tree.child(top, "aux", "nsubj"):
        return Mood.IMPERATIVE
    return Mood.DECLARATIVE


def _is_asked(tree: Tree, top: Token) -> bool:
    """Find a question mark after the clause, or its auxiliary before its subject."""
    marks = tree.children(top, "punct")
    ended = marks and tree.words[marks[-1].i][0] == "?"
    if ended and tree.dep(top) in {"ROOT", "ccomp", "conj"}:
        return True
    subject = tree.child(top, "nsubj", "nsubjpass")
    if subject is None or subject.i > top.i:
        return False
    inverted = [a for a in tree.children(top, "aux", "auxpass") if a.i < subject.i]
    return bool(inverted) and _starts_with_question(tree, top, inverted[0])


def _starts_with_question(tree: Tree, top: Token, auxiliary: Token) -> bool:
    """Tell "did he" and "why did he" from "never did he"."""
    before = [c for c in tree.children(top) if c.i < auxiliary.i]
    words = [c for c in before if tree.dep(c) not in {"punct", "cc", "advcl"}]
    asks = any(tree.tag(c) in _QUESTION_WORDS or tree.lemma(c) == "how" for c in words)
    ended = any(c.text.startswith("?") for c in tree.children(top, "punct"))
    return asks or ended
