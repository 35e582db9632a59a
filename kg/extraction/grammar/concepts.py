"""Give common nouns their concept: head and needed modifiers, in the singular."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.grammar.telling_numbers import is_telling_number
from kg.extraction.lexicon import ACRONYM, load_lexicon
from kg.extraction.slugs import slug
from kg.memory import remembered
from kg.model import EntityType
from kg.tables import read_toml, read_tsv

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "concept_of",
    "concept_type",
    "is_class",
    "unnamed_type",
]

_MODIFIERS = {"compound", "amod", "nmod", "nummod"}
#: What hangs on a noun that points to a thing or counts things.
_POINTING = {"det", "poss", "nummod", "conj"}
_JOINED = {"cc", "conj"}
_DEEPEST = 3
_FAR = 4
#: Ends of singulars that take "es": "bus", "loss", "lens".
_BEFORE_ES = ("ss", "us", "ens")


@cache
def _words(section: str, name: str) -> frozenset[str]:
    return frozenset(read_toml("concepts.toml")[section][name])


@cache
def _dropped() -> frozenset[str]:
    return _words("drop", "adjectives") | _words("drop", "manner")


def concept_of(tree: Tree, head: Token, *, told: bool = False) -> tuple[str, str]:
    """Give the id and label of the concept that a noun and its modifiers name.

    Determiners, possessors, counts, praise and clauses are left out, so "its strike
    ban" and "similar strike bans" are one concept; what tells two things apart stays:
    "the sixth hole", "the short program". Praise stays too where it is ``told`` of
    something: "was a great man".
    """
    label = _label(tree, _concept_words(tree, head, _DEEPEST, told=told))
    return slug(label), label


def concept_type(head: Token) -> EntityType:
    """Tell whether a noun means a group, a person, or a concept."""
    lemma = head.lemma_.lower()
    if head.i and lemma in _words("devices", "nouns"):
        before = head.nbor(-1).lower_
        if before in _words("devices", "before"):
            return EntityType.CONCEPT
    return _type(lemma, plural=head.tag_ in {"NNS", "NNPS"})


@remembered(1 << 12)
def _type(lemma: str, *, plural: bool) -> EntityType:
    lexicon = load_lexicon()
    if lemma in lexicon.words["groups.nouns"] and (plural or lemma in _collective()):
        return EntityType.GROUP
    if lemma in lexicon.person_nouns:
        return EntityType.GROUP if plural else EntityType.PERSON
    return EntityType.CONCEPT


def unnamed_type(head: Token) -> EntityType:
    """Tell what a noun that names nobody stands for: also a body, or a place."""
    kind = concept_type(head)
    if kind is not EntityType.CONCEPT:
        return kind
    words, lemma = load_lexicon().words, head.lemma_.lower()
    if lemma in words["organizations.class_nouns"]:
        return EntityType.ORGANIZATION
    if lemma in words["places.town_nouns"] or lemma in words["places.country_nouns"]:
        return EntityType.PLACE
    return EntityType.CONCEPT


def is_class(owner: Token) -> bool:
    """Tell an owner that only tells the kind of a thing: "the women's final"."""
    if owner.lower_ not in _words("classes", "owners"):
        return False
    return concept_type(owner.head) is EntityType.CONCEPT


def _collective() -> frozenset[str]:
    return load_lexicon().words["groups.collective"]


def _concept_words(
    tree: Tree, head: Token, depth: int, *, told: bool
) -> list[tuple[int, str]]:
    """Give the words that make the concept, with the tokens that they are."""
    found: list[tuple[int, str]] = []
    own = head.i
    for index in tree.below[own]:
        dep = tree.deps[index]
        if index < own and dep == "poss" and is_class(tree.tokens[index]):
            found.append((index, f"{tree.words[index]}'s"))
        elif index < own and dep in _MODIFIERS:
            child = tree.tokens[index]
            if _is_needed(child, dep, told=told):
                found += _modifier(tree, child)
    found.append((own, _lemma(tree, head)))
    after = own + 1
    if after in tree.below[own] and _is_its_number(tree.tokens[after]):
        found.append((after, tree.tokens[after].text))
    if depth and "prep" in tree.kinds[own]:
        found += _of_words(tree, own, depth - 1)
    return found


def _label(tree: Tree, words: list[tuple[int, str]]) -> str:
    """Join words as they are written: "the anti-tank missile's range"."""
    (before, label), *others = words
    for index, word in others:
        if index == before + 2 and tree.words[index - 1] == "-":
            label += "-"
        elif index != before + 1 or tree.tokens[before].whitespace_:
            label += " "
        label += word
        before = index
    return label


def _of_words(tree: Tree, head: int, depth: int) -> list[tuple[int, str]]:
    """Give "of troops" after a noun that says little without it: "number of troops".

    A bare noun after "of" tells what any thing is made of: "a wedge of cool air"; what
    an event is done to is an argument of its own.
    """
    hollow = tree.lemmas[head] in _words("hollow", "nouns")
    if not hollow and tree.lemmas[head] in _events():
        return []
    after = [i for i in tree.below[head] if i > head and tree.words[i] == "of"]
    found: list[tuple[int, str]] = []
    for noun in tree.children(tree.tokens[after[0]], "pobj") if after else ():
        if noun.pos_ in {"NOUN", "PROPN"} and (hollow or _is_bare(tree, noun)):
            found.append((after[0], "of"))
            found += _concept_words(tree, noun, depth, told=False)
    return found


@cache
def _events() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_tsv("event_nouns.tsv"))


def _is_bare(tree: Tree, noun: Token) -> bool:
    """Tell a noun of a kind from one that points to a thing: "of rain", "of it"."""
    if noun.ent_type_ or tree.tag(noun) not in {"NN", "NNS"}:
        return False
    return tree.kinds[noun.i].isdisjoint(_POINTING)


def _is_its_number(child: Token) -> bool:
    """Tell a number that is a name's part: "resolution 425", "flight 103"."""
    if child.dep_ != "nummod" or not child.text.isdigit():
        return False
    return child.head.tag_ in {"NN", "NNP"} and child.ent_type_ in {"", "CARDINAL"}


def _is_needed(child: Token, dep: str, *, told: bool) -> bool:
    if child.is_punct or child.is_space:
        return False
    if dep == "nummod" or (child.like_num and child.tag_ == "CD"):
        return is_telling_number(child)
    if child.ent_type_ in {"DATE", "TIME"}:
        return _has_hyphen(child)  # "a two-day visit"
    if dep == "amod":
        word = child.lower_
        if word in _words("drop", "pointing"):
            return False
        return told or word not in _dropped() or _is_contrasted(child.head)
    return True


def _is_contrasted(head: Token) -> bool:
    """Tell a noun beside its like: "between the new flag and their current flag"."""
    fellows = [child for child in head.children if child.dep_ == "conj"]
    if head.dep_ == "conj":
        fellows.append(head.head)
    return any(fellow.lemma_ == head.lemma_ for fellow in fellows)


def _has_hyphen(child: Token) -> bool:
    return any(token.text == "-" for token in child.subtree)


def _modifier(tree: Tree, child: Token) -> Iterator[tuple[int, str]]:
    """Give a modifier with its own modifiers, a comma at the word before it.

    The "not" of "a not-uncommon slip" hangs elsewhere.
    """
    before = tree.words[max(child.i - 2, 0) : child.i]
    if before == ["not", "-"]:
        yield child.i - 2, "not"
    if not tree.below[child.i] and (not child.is_punct or child.text == "#"):
        yield child.i, _written(child)
        return
    kept = [t for t in child.subtree if not t.is_space and _belongs(t, child)]
    words = [token for token in kept if not token.is_punct or token.text == "#"]
    commas = {token.i - 1 for token in kept if token.text == ","}
    for token in words:
        comma = "," if token.i in commas and token is not words[-1] else ""
        yield token.i, _written(token) + comma


def _belongs(token: Token, child: Token) -> bool:
    """Tell what a modifier needs of its own: "least expensive", "not guilty"."""
    if token.i == child.i or _is_hyphenated(token):
        return True
    if token.dep_ in _JOINED:
        near = child.right_edge.i < child.head.i
        return near and child.right_edge.i - child.i <= _FAR
    if token.dep_ == "advmod":
        return token.lower_ not in _words("drop", "intensifiers")
    return token.dep_ != "det" and token.lower_ not in {"both", "either", "neither"}


def _is_hyphenated(token: Token) -> bool:
    """Tell a part of "all-or-nothing", "three-and-a-half-game"."""
    last = len(token.doc) - 1
    after = token.i < last and token.nbor(1).text == "-" and not token.whitespace_
    return after or (token.i > 0 and token.nbor(-1).text == "-")


def _written(token: Token) -> str:
    """Give a word small, unless its capital is its own and not its sentence's."""
    if token.lower_ == "no" and token.nbor(1).text == ".":
        return "No."
    own = token.pos_ == "PROPN" or token.ent_type_ or not _opens_sentence(token)
    return token.text if own and not token.text.islower() else token.lower_


def _opens_sentence(token: Token) -> bool:
    """Tell the first word of a sentence, of which a mark may stand before."""
    if token.is_sent_start or token.i == 0:
        return True
    before = token.nbor(-1)
    return bool(before.is_sent_start) and before.is_punct


def _lemma(tree: Tree, head: Token) -> str:
    kind, word = head.pos_, head.text
    if kind not in {"NOUN", "PROPN"}:
        return tree.words[head.i]
    if kind == "PROPN" and tree.tags[head.i] == "NNP":
        return word
    if not word.islower() and ACRONYM.fullmatch(word):
        return word.removesuffix("s")
    return _singular(tree.words[head.i], tree.lemmas[head.i])


@remembered(1 << 12)
def _singular(word: str, lemma: str) -> str:
    """Mend the lemma of a noun: the model makes "taxis" of taxes and "vas" of vases.

    >>> _singular("taxes", "taxis"), _singular("vases", "vas")
    ('tax', 'vase')
    """
    own = word if word.endswith("news") else _plurals().get(word)
    if own is not None:
        return own
    if lemma.endswith("xis") and word.endswith("xes"):
        return word[:-2]
    if "_" in lemma:  # the model takes "comics" for comic strips
        lemma = word.removesuffix("s")
    cut = word.endswith("ses") and lemma == word[:-2]
    return word[:-1] if cut and not lemma.endswith(_BEFORE_ES) else lemma


@cache
def _plurals() -> dict[str, str]:
    """Give the singular of the nouns that have their own, or none."""
    table = read_toml("concepts.toml")["plurals"]
    same: list[str] = table["same"]
    forms: dict[str, str] = table["forms"]
    return {word: word for word in same} | forms
