"""Give the words of a phrase around its head: as short as can be, or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["core", "nested", "short", "variants", "whole", "words_of"]

_BEFORE = {
    *("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet"),
    *("preconj", "neg", "advmod", "case"),
}
#: Amounts that a rate goes with: "$30 million a year".
_AMOUNTS = {"MONEY", "CARDINAL", "PERCENT", "QUANTITY"}
#: No phrase is read further, so that owners of owners are not all read anew for each.
_MOST_WORDS = 200
_PAIRS = (("``", "''"), ("-LRB-", "-RRB-"))
_CLAUSES = {"relcl", "acl", "appos", "parataxis", "advcl", "ccomp"}
_EDGES = set(",;:.!?-–—()[]{}\"“”‘’'`…/") | {"``", "''", "--", "-LRB-", "-RRB-"}


def core(tree: Tree, head: Token) -> tuple[int, ...]:
    """Give a noun with what stands before it: "the first workshop"."""
    return tuple(sorted(_core(tree, head)))


def _core(tree: Tree, head: Token) -> list[int]:
    own, deps = head.i, tree.deps
    found = [own]
    for child in tree.below[own]:
        dep = deps[child]
        if child > own:
            found += _behind(tree, head, child)
        elif dep in _BEFORE or (dep == "punct" and _is_inner(tree, child, own)):
            found += _below(tree, child) if tree.below[child] else (child,)
    return found


def _behind(tree: Tree, head: Token, child: int) -> Iterable[int]:
    """Give what of a word behind a noun belongs to it: a part of its name, a rate."""
    dep = tree.deps[child]
    if dep in {"case", "nummod"}:
        return (child,)
    if not head.ent_type_:
        return ()
    rate = dep == "npadvmod" and head.ent_type_ in _AMOUNTS
    part = tree.tokens[child]
    return whole(tree, part) if rate or _is_name_part(tree, part, head) else ()


def _is_name_part(tree: Tree, child: Token, head: Token) -> bool:
    """Tell the rest of a name or date from what is said of it: "Bank of America"."""
    if not head.ent_type_ or tree.dep(child) in {*_CLAUSES, "conj", "cc"}:
        return False
    inside = [t for t in (head, child) if t.ent_type_]
    last = child
    for index in tree.below[child.i]:
        last = tree.tokens[index]
    return len(inside) > 1 and last.ent_iob_ == "I" and child.ent_iob_ == "I"


def _is_inner(tree: Tree, mark: int, head: int) -> bool:
    """Tell the hyphens and commas between modifiers from the phrase's edge."""
    return any(i < mark and tree.deps[i] in _BEFORE for i in tree.below[head])


def _below(tree: Tree, top: int, without: str = "") -> list[int]:
    todo, found = [top], list[int]()
    while todo and len(found) < _MOST_WORDS:
        index = todo.pop()
        found.append(index)
        if not without or without not in tree.kinds[index]:
            todo += tree.below[index]
        else:
            todo += [i for i in tree.below[index] if tree.deps[i] != without]
    return found


def short(tree: Tree, head: Token) -> tuple[int, ...]:
    """Give a noun with what stands before it and its "of": "members of his cabinet"."""
    found = set(_core(tree, head))
    seen = [head]
    for noun in seen:
        for preposition in tree.children(noun, "prep"):
            if tree.words[preposition.i] != "of":
                continue
            inner = tree.child(preposition, "pobj")
            if inner is not None:
                found |= {preposition.i, *_core(tree, inner)}
                seen.append(inner)
    return tuple(sorted(found))


def variants(tree: Tree, head: Token, words: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Split coordinated modifiers of a plural: "Greek and Roman pagans" are two kinds.

    Without such modifiers the words are given as they are.
    """
    if tree.tag(head) not in {"NNS", "NNPS"}:
        return [words]
    for modifier in tree.children(head, "amod", "compound", "nmod"):
        parts = tree.coordinated(modifier)
        if len(parts) == 1 or parts[-1].i > head.i:
            continue
        ranges = [set(whole(tree, part)) for part in parts]
        joint = set(_below(tree, modifier.i)) - set().union(*ranges)
        return [
            tuple(i for i in words if i not in joint | _others(ranges, own))
            for own in range(len(parts))
        ]
    return [words]


def _others(ranges: list[set[int]], own: int) -> set[int]:
    found: set[int] = set()
    return found.union(*(r for n, r in enumerate(ranges) if n != own))


def whole(tree: Tree, head: Token, *, without: str = "") -> tuple[int, ...]:
    """Give all words of a phrase, without what is coordinated with its head.

    ``without`` names a relation of what else is left out.
    """
    found = {head.i}
    for child in tree.children(head):
        if tree.dep(child) in {"conj", "cc"} and child.i > head.i:
            continue
        if (
            tree.dep(child) == "punct"
            and child.i > head.i
            and _before_conj(tree, child)
        ):
            continue
        if tree.dep(child) != without:
            found.update(_below(tree, child.i, without))
    return tuple(sorted(found))


def nested(tree: Tree, top: Token) -> Iterator[int]:
    """Give all words below a token but those of clauses and appositions."""
    todo = [top.i]
    while todo:
        index = todo.pop()
        yield index
        todo.extend(i for i in tree.below[index] if tree.deps[i] not in _CLAUSES)


def _before_conj(tree: Tree, mark: Token) -> bool:
    """Tell the comma of a list, which goes with what is left out."""
    after = [c for c in tree.children(tree.head(mark)) if c.i > mark.i]
    return bool(after) and tree.dep(after[0]) in {"conj", "cc"}


def words_of(tree: Tree, indexes: Iterable[int]) -> str:
    """Join tokens as they stand in the text; a gap between them is one space."""
    order = _trimmed(tree, list(indexes))
    parts = []
    for place, index in enumerate(order):
        token = tree.tokens[index]
        parts.append(token.text)
        follows = place + 1 < len(order) and order[place + 1] == index + 1
        parts.append((" " if token.whitespace_ else "") if follows else " ")
    return " ".join("".join(parts).split())


def _trimmed(tree: Tree, order: list[int]) -> list[int]:
    """Take marks off the edges, but never one of a pair of quotes or brackets."""
    tags = [tree.tags[i] for i in order]
    kept = {tag for pair in _PAIRS if set(pair) <= set(tags) for tag in pair}
    while order and _is_edge(tree, order[-1], kept):
        order.pop()
    while order and _is_edge(tree, order[0], kept):
        order.pop(0)
    return order


def _is_edge(tree: Tree, index: int, kept: set[str]) -> bool:
    if tree.deps[index] == "cc":
        return True
    return tree.tokens[index].text in _EDGES and tree.tags[index] not in kept
