"""Read the prepositional and bare further arguments that hang on a verb or a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.frames import Oblique
from kg.extraction.grammar.predicates import is_preposition_like
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["find_obliques", "is_discourse"]

_MOST_WORDS = 6
_BARE = ("npadvmod", "tmod")
#: What hangs on a preposition that has nothing beside its noun.
_ONE_NOUN = {"pobj"}
_FURTHER = ("prep", *_BARE, "advmod", "advcl")


def find_obliques(tree: Tree, host: Token) -> Iterator[Oblique]:
    """Find the further arguments right below a token, coordinated ones one by one."""
    for child in tree.children(host, *_FURTHER):
        dep = tree.dep(child)
        if dep == "prep":
            for preposition in tree.coordinated(child):
                yield from _prepositional(tree, host, preposition, ())
        elif dep in _BARE:
            yield from (Oblique((), head, host) for head in tree.coordinated(child))
        elif dep == "advmod":
            yield from _adverbial(tree, host, child)
        elif is_preposition_like(tree, child):
            yield from _participial(tree, host, child)


def is_discourse(tree: Tree, oblique: Oblique) -> bool:
    """Tell what joins sentences and says nothing of what is done: "in fact"."""
    if not oblique.marker or tree.child(oblique.head, "prep", "relcl", "acl"):
        return False
    words = tree.words[oblique.marker[0].i : oblique.head.i + 1]
    return " ".join(words) in table_words("prepositions.toml", "discourse")


def _adverbial(tree: Tree, host: Token, adverb: Token) -> Iterator[Oblique]:
    """Read "ahead of the summit", where the adverb is the preposition's first word."""
    prepositions = tree.children(adverb, "prep")
    for preposition in prepositions:
        yield from _prepositional(tree, host, preposition, (adverb,))
    if not prepositions and tree.child(adverb, *_BARE):
        yield Oblique((), adverb, host)  # "two years later"


def _participial(tree: Tree, host: Token, verb: Token) -> Iterator[Oblique]:
    """Read "beginning in 1981", "starting Monday"."""
    for preposition in tree.children(verb, "prep"):
        yield from _prepositional(tree, host, preposition, (verb,))
    for head in tree.children(verb, *_BARE):
        yield Oblique((verb,), head, host)


def _prepositional(
    tree: Tree, host: Token, preposition: Token, before: tuple[Token, ...]
) -> Iterator[Oblique]:
    """Follow a preposition down to what it governs; "because of" has two words."""
    marker = _marker(tree, preposition, before)
    if len(marker) > _MOST_WORDS:
        return
    for child in tree.children(preposition):
        match tree.dep(child):
            case "pobj":
                yield from _governed(tree, host, child, marker)
            case "pcomp" if tree.is_verb(child):
                for head in tree.coordinated(child):
                    yield Oblique(marker, head, host)
            case "amod" | "pcomp" if _is_idiom(tree, preposition, child):
                yield Oblique(marker, child, host)
            case "prep" | "pcomp" if child.i > preposition.i and tree.below[child.i]:
                yield from _prepositional(tree, host, child, marker)


def _marker(
    tree: Tree, preposition: Token, before: tuple[Token, ...]
) -> tuple[Token, ...]:
    """Give all words of a preposition: "right after", "because of"."""
    if tree.kinds[preposition.i] == _ONE_NOUN:
        return (*before, preposition)
    rather = [t for t in tree.children(preposition, "advmod") if t.i < preposition.i]
    leading = rather if rather and rather[-1].i + 1 == preposition.i else []
    trailing = [
        t
        for t in tree.children(preposition, "prep", "pcomp", "fixed")
        if not tree.below[t.i]
        and not tree.is_verb(t)
        and t.i > preposition.i
        and not _is_idiom(tree, preposition, t)
    ]
    return (*before, *leading, preposition, *trailing)


def _is_idiom(tree: Tree, preposition: Token, word: Token) -> bool:
    """Tell an adjective or adverb as the object: "as historic", "until recently"."""
    if word.i < preposition.i or tree.child(preposition, "pobj"):
        return False
    adverb = tree.tag(word) == "RB" and not tree.below[word.i]
    return adverb or tree.tag(word) == "JJ"


def _governed(
    tree: Tree, host: Token, noun: Token, marker: tuple[Token, ...]
) -> Iterator[Oblique]:
    if tree.words[noun.i] == "order" and tree.child(noun, "acl", "relcl"):
        return  # "in order to" binds a clause
    inner = _complex(tree, noun, marker)
    if inner is not None:
        yield from _prepositional(tree, host, inner, (*marker, noun))
        for other in tree.children(noun, "prep"):
            if other.i != inner.i:
                yield from _prepositional(tree, host, other, ())
        return
    for head in tree.coordinated(noun):
        yield Oblique(marker, head, host)


def _complex(tree: Tree, noun: Token, marker: tuple[Token, ...]) -> Token | None:
    """Give the second preposition of "in front of" and the like."""
    for preposition in tree.children(noun, "prep"):
        words = " ".join(t.lower_ for t in (*marker, noun, preposition))
        if words in table_words("prepositions.toml", "complex"):
            return preposition
    return None
