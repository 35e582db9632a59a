"""Tell an apposition from what only stands beside a noun: lists, counts, sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.grammar.concepts import concept_type
from kg.extraction.grammar.noun_clauses import event_nouns
from kg.extraction.parse.roles import is_role
from kg.extraction.relation_words import relation_words
from kg.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "is_contrast",
    "is_juxtaposed",
    "is_list",
    "roles_of",
    "sums_up",
    "with_listed",
]

_NUMBERS = frozenset({"CD", "NFP"})
_EVENTS = frozenset({"EVENT", "LAW", "WORK_OF_ART"})
_DETERMINERS = frozenset({"det", "poss", "nummod"})
_SIDES = frozenset({"north", "south", "east", "west", "part"})
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})


def is_list(tree: Tree, noun: Token, name: Token) -> bool:
    """Tell the second of a list from an apposition: "his wife, two sons and a friend".

    One thing is not other things in another number, nor a thing of its own beside them.
    """
    if (
        _is_series(tree, noun, name)
        if noun.i < name.i
        else _is_after_several(tree, noun, name)
    ):
        return True
    fellows = tree.coordinated(noun)
    if len(fellows) < 2:  # noqa: PLR2004 - no list
        return False
    if name.ent_type_ == "MONEY":
        return noun.ent_type_ != "MONEY"  # "seized $90, two cards and a pen"
    if name.ent_type_ == "PERSON":  # "Ann Lee, the owners and guests of the inn"
        plural = any(tree.tags[fellow.i] == "NNS" for fellow in fellows)
        return plural and tree.tags[name.i] == "NNP" and name.i < noun.i
    if all(_is_mere_thing(tree, fellow) for fellow in fellows):
        return "poss" in tree.kinds[name.i]  # "her wit, charm and courage"
    return _is_of_several(tree, name, fellows)


def _is_of_several(tree: Tree, name: Token, fellows: Sequence[Token]) -> bool:
    """Tell things that one thing cannot be, by their number and articles."""
    number = tree.tags[name.i]
    if number not in {"NN", "NNS", "VBG"}:
        return False
    if not any(tree.child(fellow, "cc") for fellow in fellows):
        return True  # "some hats, short skirts, a few shoulders"
    return any(
        tree.tags[fellow.i] != number
        or tree.child(fellow, "det", "poss", "nummod") is not None
        for fellow in fellows[1:]
    )


def _is_series(tree: Tree, noun: Token, name: Token) -> bool:
    """Tell names that go on after a noun: "the old mill, the Swan Inn, and a barn"."""
    fellows = tree.coordinated(name)
    if len(fellows) < 2 or tree.tags[noun.i] != "NN":  # noqa: PLR2004 - no list
        return False
    if tree.tokens[name.left_edge.i - 1].text != ",":
        return False
    common = any(tree.tags[f.i] in {"NN", "NNS"} for f in fellows[1:])
    return common and tree.child(name, "det", "poss") is not None


def _is_after_several(tree: Tree, noun: Token, name: Token) -> bool:
    """Tell one thing behind several: "from Oslo and Rome - a guard was hurt"."""
    between = [t for t in tree.coordinated(name) if name.i < t.i < noun.i]
    single = tree.tags[noun.i] == "NN" and tree.child(noun, "det", "poss") is not None
    groups = relation_words("gatherings")
    return bool(between) and single and tree.lemmas[noun.i] not in groups


def _is_mere_thing(tree: Tree, noun: Token) -> bool:
    """Tell a noun alone that means nobody: "charm"."""
    alone = tree.tags[noun.i] == "NN" and tree.kinds[noun.i] <= {"cc", "conj", "punct"}
    return alone and concept_type(noun) is EntityType.CONCEPT


def roles_of(tree: Tree, noun: Token, name: Token) -> Iterator[Token]:
    """Give a role and those joined to it, but for whom one works for.

    With "the fox (Vulpes) and the wolf" no wolf is one: roles before a name stay there.
    """
    end = name.i if noun.i < name.i else len(tree.tokens)
    for role in tree.coordinated(noun):
        if role.i < end and (role.i == noun.i or not _is_employer(tree, role)):
            yield role


def _is_employer(tree: Tree, noun: Token) -> bool:
    """Tell whom somebody works for: "Ann Lee, director, Volt Securities"."""
    if tree.tags[noun.i][:3] != "NNP" or noun.ent_type_ != "ORG":
        return False
    return tree.tokens[noun.left_edge.i - 1].text == "," and not is_role(tree, noun)


def is_juxtaposed(tree: Tree, noun: Token, name: Token) -> bool:
    """Tell what only stands beside a noun: "three rounds, a shot behind the leader".

    What is told to be none is nothing else, and things are not one thing, unless that
    is a group of them.
    """
    articles = {child.lower_ for child in tree.children(noun, "det")}
    if "no" in articles or _is_inside_phrase(tree, noun, name):
        return True
    if tree.tags[name.i] == "NNS" and tree.tags[noun.i] == "NN":
        # "say the researchers, fuel that …": people are no fuel
        bracket = tree.tokens[noun.left_edge.i - 1].text == "("
        bare = not any(tree.deps[i] in _DETERMINERS for i in tree.below[noun.i])
        group = tree.lemmas[noun.i] in relation_words("gatherings")
        place = tree.lemmas[noun.i] in _SIDES
        if bare and not (bracket or group or place):
            return True
    if _goes_with(tree, noun, name) or _is_note(tree, noun, name):
        return True
    listed = _are_amounts(noun, name) or _are_bare(tree, noun, name)
    if listed or _is_tally(tree, noun, name):
        return True
    if tree.tags[name.i] != "NNS" or tree.tags[noun.i] != "NN":
        return False
    groups = relation_words("gatherings")
    return bool(articles & {"a", "an", "the"}) and tree.lemmas[noun.i] not in groups


def _goes_with(tree: Tree, noun: Token, name: Token) -> bool:
    """Tell what goes on beside a deed: "the crowd left, a band playing at the gate"."""
    follows = any(
        tree.deps[i] == "acl" and tree.tags[i] == "VBG" and i > noun.i
        for i in tree.below[noun.i]
    )
    return follows and any(
        tree.tags[i] in {"VBD", "VBZ", "VBP"} for i in range(name.i + 1, noun.i)
    )


def _is_note(tree: Tree, noun: Token, name: Token) -> bool:
    """Tell what is noted of a name in brackets: "Acme (pianos)", "(ticker: AC)"."""
    if tree.tags[name.i] != "NNP" or tree.tokens[noun.i - 1].text != "(":
        return False
    colon = tree.tokens[noun.i + 1 : noun.i + 2]
    return tree.tags[noun.i] == "NNS" or [t.text for t in colon] == [":"]


def _are_amounts(noun: Token, name: Token) -> bool:
    """Tell two amounts side by side: "$36, $32 for members"."""
    return noun.ent_type_ in _AMOUNTS and name.ent_type_ in _AMOUNTS


def _is_tally(tree: Tree, noun: Token, name: Token) -> bool:
    """Tell a count beside what it is of: "Reed 4 goals", "74 100% 7 tackles"."""
    if any(tree.tags[t.i] in _NUMBERS and t.ent_type_ != "MONEY" for t in (noun, name)):
        return True
    if tree.child(noun, "det", "poss") or tree.child(name, "conj"):
        return False
    counts = tree.children(noun, "nummod")
    return any(count.text.isdigit() and count.i < noun.i for count in counts)


def sums_up(tree: Tree, noun: Token, name: Token) -> bool:
    """Tell what takes up a whole clause: "sold the mill, a move that cost jobs"."""
    sums = relation_words("sums")
    if tree.lemmas[noun.i] not in sums or name.ent_type_ in _EVENTS:
        return False
    return tree.lemmas[name.i] not in sums and tree.lemmas[name.i] not in event_nouns()


def _are_bare(tree: Tree, noun: Token, name: Token) -> bool:
    """Tell two things of a list: "with long skirt, striped tunic and blazer"."""
    both = (noun, name)
    if {tree.tags[token.i] for token in both} != {"NN"} or any(
        token.ent_type_ or not _DETERMINERS.isdisjoint(tree.kinds[token.i])
        for token in both
    ):
        return False
    return tree.tokens[noun.left_edge.i - 1].text == ","


def _is_inside_phrase(tree: Tree, noun: Token, name: Token) -> bool:
    """Tell a name in a phrase of the noun: "a cluster over the interior Southeast".

    So with an owner: "the council's Plan for Trade (PFT)".
    """
    if "case" in tree.kinds[noun.i]:
        return True
    first, last = sorted((noun.i, name.i))
    between = range(first + 1, last)
    marked = any(tree.tokens[i].is_punct for i in between)
    return not marked and any(tree.deps[i] == "prep" for i in between)


def with_listed(tree: Tree, objects: Sequence[Token]) -> Iterator[Token]:
    """Give objects with those that the parser takes for appositions of them."""
    for token in objects:
        yield token
        for other in tree.children(token, "appos"):
            if is_list(tree, other, token):
                yield from tree.coordinated(other)


def is_contrast(tree: Tree, noun: Token) -> bool:
    """Tell the second of "the bridge, not the tunnel" from an apposition."""
    first = tree.first(noun.i)
    return any(
        tree.words[i] in {"not", "neither", "nor"} and i < noun.i
        for i in (first - 1, *tree.below[noun.i], *tree.below[tree.heads[noun.i]])
        if tree.heads[noun.i] < i
    )
