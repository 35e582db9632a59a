"""Mend phrases that the parser hung on the wrong word, and markers of two words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.parse.mends import Mend
from kg.extraction.parse.verb_slips import is_finite
from kg.tables import read_toml, read_tsv, table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "absolute_with",
    "adverb_as_particle",
    "clause_after_case",
    "clause_after_provided",
    "is_person",
    "measure_after_by",
    "measure_as_object",
    "person_nouns",
    "phrase_after_names",
    "place_after_place",
    "rank_as_object",
    "reflexive_as_complement",
    "score_as_object",
    "score_in_name",
    "thanks_as_preposition",
]

_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_MEASURES = {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY"}
_ACTORS = {"PERSON", "ORG", "GPE", "NORP"}
_SCORE = re.compile(r"\d{1,3}[-–—]\d{1,3}")
_DASHES = {"-", "–", "—"}
_RANKS = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "last"}
_MOST_WORDS = 12
_TWO = 2


def clause_after_case(tree: Tree) -> Iterator[Mend]:
    """A clause read as one about its marker's noun: "in case the army withdraws"."""
    phrases = table_words("repairs.toml", "markers_with_noun")
    for verb in tree.having("relcl"):
        noun = tree.head(verb)
        before = tree.head(noun)
        if f"{before.lower_} {noun.lower_}" not in phrases:
            continue
        host = tree.head(before)
        asked = any(tree.tag(t) in {"WDT", "WRB", "WP"} for t in tree.children(verb))
        own = tree.child(verb, *_SUBJECTS) is not None and is_finite(tree, verb)
        if own and not asked and tree.is_verb(host):
            yield Mend(verb.i, host.i, "advcl")
            yield Mend(before.i, verb.i, "mark")
            yield Mend(noun.i, verb.i, "mark")


def clause_after_provided(tree: Tree) -> Iterator[Mend]:
    """A marker read as a participle: "can stay provided they pay"."""
    words = table_words("repairs.toml", "markers_like_participles")
    for word in tree.having("acomp", "oprd", "advcl", "prep", "dobj", words=words):
        host = tree.head(word)
        for verb in tree.tokens[word.i + 2 : word.i + _MOST_WORDS]:
            if tree.heads[verb.i] not in {word.i, host.i}:
                continue
            subject = tree.child(verb, *_SUBJECTS)
            if subject is None or subject.left_edge.i != word.i + 1:
                continue
            if is_finite(tree, verb) and verb.i != host.i:
                yield Mend(verb.i, host.i, "advcl")
                yield Mend(word.i, verb.i, "mark")
            break


def measure_after_by(tree: Tree) -> Iterator[Mend]:
    """A measure or a time read as who did it: "was rejected by 61 votes to 59"."""
    measures = table_words("repairs.toml", "measures")
    for by in tree.having("agent"):
        noun = tree.child(by, "pobj")
        if noun is None:
            continue
        counted = tree.lemma(noun) in measures and tree.child(noun, "nummod", "det")
        if noun.ent_type_ in _MEASURES or counted:
            yield Mend(by.i, tree.heads[by.i], "prep")
            agents = [c for c in tree.children(noun, "prep") if c.lower_ == "by"]
            yield from (Mend(c.i, tree.heads[by.i], "agent") for c in agents[:1])


def absolute_with(tree: Tree) -> Iterator[Mend]:
    """An absolute clause cut after its subject: "ended with Sweden winning"."""
    for noun in tree.having("pobj"):
        before = tree.head(noun)
        if tree.words[before.i] != "with" or noun.ent_type_ not in _ACTORS:
            continue
        last = noun.right_edge.i
        if last + 1 >= len(tree.tokens):
            continue
        verb = tree.tokens[last + 1]
        if tree.tag(verb) != "VBG" or tree.dep(verb) not in {"advcl", "xcomp"}:
            continue
        if tree.heads[verb.i] == tree.heads[before.i]:
            yield Mend(verb.i, before.i, "pcomp")
            yield Mend(noun.i, verb.i, "nsubj")


def place_after_place(tree: Tree) -> Iterator[Mend]:
    """A place hung on the verb, not on the place in it: "to the palace in Accra"."""
    for word in tree.having("prep", words={"in"}):
        place = tree.child(word, "pobj")
        if place is None or place.ent_type_ not in {"GPE", "LOC"}:
            continue
        noun = tree.tokens[word.i - 1]
        if tree.tag(noun) != "NN" or tree.dep(noun) != "pobj":
            continue
        direction = tree.head(noun)
        if direction.lower_ not in {"to", "into"} or not tree.child(noun, "det"):
            continue
        if tree.heads[direction.i] == tree.heads[word.i]:
            yield Mend(word.i, noun.i, "prep")


def score_as_object(tree: Tree) -> Iterator[Mend]:
    """A score read as what was beaten: "defeated Korea 1-0"."""
    for number in tree.having("dobj", "npadvmod", "dative", "attr", tags={"CD"}):
        if not tree.is_verb(tree.head(number)):
            continue
        after = [t.text for t in tree.tokens[number.i + 1 : number.i + 3]]
        split = len(after) > 1 and after[0] in _DASHES and after[1].isdigit()
        if _SCORE.fullmatch(number.text) or (split and number.text.isdigit()):
            yield Mend(number.i, tree.heads[number.i], "score")


def measure_as_object(tree: Tree) -> Iterator[Mend]:
    """A measure read as what was moved: "pumps water hundreds of metres"."""
    for measure in tree.having("dobj"):
        verb = tree.head(measure)
        if measure.ent_type_ != "QUANTITY" or not tree.is_verb(verb):
            continue
        for noun in tree.children(verb, "xcomp", "dative", "oprd", "ccomp"):
            near = verb.i < noun.left_edge.i and noun.right_edge.i < measure.i
            if near and tree.tag(noun) in _NOUNS:
                yield Mend(measure.i, verb.i, "npadvmod")
                yield Mend(noun.i, verb.i, "dobj")


def rank_as_object(tree: Tree) -> Iterator[Mend]:
    """A rank read as one more object: "the jury placed her second"."""
    for rank in tree.having("dobj", words=_RANKS):
        verb = tree.head(rank)
        if tree.below[rank.i]:
            continue
        if any(t.i < rank.i for t in tree.children(verb, "dobj", "dative")):
            yield Mend(rank.i, verb.i, "oprd")


def reflexive_as_complement(tree: Tree) -> Iterator[Mend]:
    """A pronoun that only stresses read as what one is: "are themselves at risk"."""
    for word in tree.having("attr", tags={"PRP"}):
        if not word.lower_.endswith(("self", "selves")):
            continue
        be = tree.head(word)
        if (
            tree.child(be, "acomp", "prep", "oprd")
            or len(tree.children(be, "attr")) > 1
        ):
            yield Mend(word.i, be.i, "advmod")


def score_in_name(tree: Tree) -> Iterator[Mend]:
    """A score read as a part of who was beaten: "defeated the Lions 24-17"."""
    for number in tree.having("nummod"):
        name = tree.head(number)
        verb, dash = tree.head(name), number.i + 1
        if not name.i < number.i or tree.dep(name) != "dobj":
            continue
        after = tree.tokens[dash : dash + 2]
        split = len(after) == _TWO and after[0].text in _DASHES
        if split and number.text.isdigit() and after[1].text.isdigit():
            yield Mend(number.i, verb.i, "score")
            yield from (Mend(part.i, number.i, "score") for part in after)


def phrase_after_names(tree: Tree) -> Iterator[Mend]:
    """A phrase set after two names, given to the first: "Ajax and Genk, of Belgium"."""
    for word in tree.having("prep"):
        if tree.words[word.i - 1] != ",":
            continue
        first, mark = tree.head(word), tree.tokens[word.i - 1]
        last = tree.child(first, "conj")
        if last is None or tree.tag(first) != "NNP":
            continue
        if tree.tag(last) == "NNP" and first.i < last.i and last.i + 1 == mark.i:
            yield Mend(word.i, last.i, "prep")


def adverb_as_particle(tree: Tree) -> Iterator[Mend]:
    """A particle read as an adverb: "came together", "turned the boats away"."""
    table = read_toml("repairs.toml")
    particles, results = table["particles"]["words"], table["results"]
    for word in tree.having("advmod", "oprd", "acomp"):
        verb = tree.head(word)
        if word.i <= verb.i or tree.below[word.i] or not tree.is_verb(verb):
            continue
        is_adverb = tree.tag(word) in {"RB", "RP"} and _is_near(tree, word)
        verbs = particles.get(word.lower_, ()) if is_adverb else ()
        if tree.lemma(verb) in (*results.get(word.lower_, ()), *verbs):
            yield Mend(word.i, verb.i, "prt")


def thanks_as_preposition(tree: Tree) -> Iterator[Mend]:
    """A "thanks to" read as thanks that somebody has: "the team won thanks to him"."""
    giving = table_words("repairs.toml", "giving_thanks")
    for thanks in tree.having("dobj", "npadvmod", "pobj", words={"thanks"}):
        own, index = tree.head(thanks), thanks.i
        before = [i for i in tree.below[index] if i < index]
        if list(tree.words[index + 1 : index + 2]) != ["to"]:
            continue
        if tree.deps[index + 1] not in {"prep", "dative"}:
            continue
        if tree.dep(thanks) == "pobj":
            verb = tree.head(own)
            if before[-1:] != [index - 1] or not tree.is_verb(verb):
                continue
            # "runs on Linux thanks to it": the noun before it is the preposition's
            noun = before.pop()
            yield Mend(noun, own.i, "pobj")
            for i in before:
                yield Mend(i, noun, tree.deps[i])
            own = verb
        elif before or tree.lemma(own) in giving:
            continue
        yield Mend(index, own.i, "prep", "IN")
        yield Mend(index + 1, index, "prep")


def _is_near(tree: Tree, word: Token) -> bool:
    """Tell whether nothing but the object stands between a verb and its particle."""
    verb = tree.head(word)
    if verb.i + 1 == word.i:
        return True
    thing = tree.child(verb, "dobj")
    return thing is not None and thing.right_edge.i + 1 == word.i


def is_person(tree: Tree, noun: Token) -> bool:
    """Tell whether a noun or name means a person."""
    if noun.ent_type_ == "PERSON":
        return True
    return tree.tag(noun) in _NOUNS and tree.lemma(noun) in person_nouns()


@cache
def person_nouns() -> frozenset[str]:
    """Read the nouns that mean a person."""
    return frozenset(row["noun"] for row in read_tsv("person_nouns.tsv"))
