"""Mend relative clauses and participles that the parser hung on the wrong word."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kg.extraction.mends import Mend
from kg.extraction.phrase_slips import is_person
from kg.extraction.verb_slips import is_finite
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.syntax import Tree

__all__ = [
    "means_on_thing",
    "name_of_thing",
    "participle_between_commas",
    "relative_by_number",
]

_SUBJECTS = ("nsubj", "nsubjpass")
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_MANY = {"were", "are", "have", "do", "'re", "’re"}
_ONE = {"was", "is", "has", "does", "'s", "’s"}
_MOST = 8


def relative_by_number(tree: Tree) -> Iterator[Mend]:
    """A relative clause on a noun of another number: "rows of data, which are old"."""
    for pronoun in tree.having(*_SUBJECTS):
        verb = tree.head(pronoun)
        if tree.lemmas[pronoun.i] not in {"which", "that"} or not _is_relative(
            tree, pronoun, verb
        ):
            continue
        noun = tree.head(verb)
        many = _is_of_many(tree, verb)
        if many is None or not _is_clear(tree, noun) or _is_plural(tree, noun) is many:
            continue
        for above in islice(tree.above(noun), _MOST):
            if is_finite(tree, above):
                break
            clear = _is_clear(tree, above) and not is_person(tree, above)
            if clear and above.i < noun.i and _is_plural(tree, above) is many:
                yield Mend(verb.i, above.i, "relcl")
                break


def _is_relative(tree: Tree, pronoun: Token, verb: Token) -> bool:
    return tree.dep(verb) == "relcl" and tree.heads[verb.i] < pronoun.i < verb.i


def _is_of_many(tree: Tree, verb: Token) -> bool | None:
    """Tell whether a verb's form is that for several; None where it does not tell."""
    auxiliaries = tree.children(verb, "aux", "auxpass")
    finite = auxiliaries[0] if auxiliaries else verb
    if finite.lower_ in _MANY or tree.tag(finite) == "VBP":
        return True
    if finite.lower_ in _ONE or tree.tag(finite) == "VBZ":
        return False
    return None


def _is_clear(tree: Tree, noun: Token) -> bool:
    """Tell whether a noun's number is that of its form: no name, measure or group."""
    if tree.tag(noun) not in {"NN", "NNS"} or noun.ent_type_:
        return False
    if tree.dep(noun) == "conj" or tree.child(noun, "conj") is not None:
        return False
    return tree.lemma(noun) not in read_toml("repairs.toml")["groups"]["words"]


def _is_plural(tree: Tree, noun: Token) -> bool:
    return tree.tag(noun) == "NNS"


def means_on_thing(tree: Tree) -> Iterator[Mend]:
    """A means given to the thing acted on: "opened the tin using a knife"."""
    users = read_toml("repairs.toml")["users"]["words"]
    for verb in tree.having("acl"):
        noun = tree.head(verb)
        if tree.lemma(verb) != "use" or tree.tag(verb) != "VBG":
            continue
        if tree.dep(noun) != "dobj" or noun.i > verb.i or tree.tag(noun)[:2] != "NN":
            continue
        host = tree.head(noun)
        known = noun.ent_type_ or is_person(tree, noun) or tree.lemma(noun) in users
        if not known and host.i < noun.i and tree.lemma(host) not in {"be", "have"}:
            yield Mend(verb.i, host.i, "advcl")


def participle_between_commas(tree: Tree) -> Iterator[Mend]:
    """A participle set off by commas read as past: "The law, passed now, bans it"."""
    for early in tree.having("parataxis", "ccomp"):
        late, noun = tree.head(early), tree.child(early, *_SUBJECTS)
        if tree.tag(early) not in {"VBD", "VBN"} or noun is None or late.i < early.i:
            continue
        commas = [
            i for i in (early.i - 1, early.right_edge.i) if tree.tokens[i].text == ","
        ]
        if len(commas) != 2 or noun.right_edge.i not in range(commas[0] - 1, early.i):  # noqa: PLR2004
            continue
        if tree.child(early, "aux", "auxpass", "dobj", "ccomp", "mark"):
            continue
        if tree.child(late, *_SUBJECTS, "expl", "mark") or not is_finite(tree, late):
            continue
        passive = tree.child(late, "auxpass") is not None
        yield Mend(noun.i, late.i, "nsubjpass" if passive else "nsubj")
        yield Mend(early.i, noun.i, "acl", "VBN")


def name_of_thing(tree: Tree) -> Iterator[Mend]:
    """A thing's name given to its place: "a hill in Bosnia known as the Saddle"."""
    for verb in tree.having("acl"):
        place = tree.head(verb)
        if tree.tag(verb) != "VBN" or tree.lemma(verb) not in {
            "know", "call", "name", "dub", "nickname",
        }:  # fmt: skip
            continue
        before = tree.head(place)
        noun = tree.head(before)
        if tree.dep(place) != "pobj" or place.ent_type_ not in {"GPE", "LOC"}:
            continue
        if verb.i == place.i + 1 and tree.tag(noun) in {"NN", "NNS"}:
            yield Mend(verb.i, noun.i, "acl")
