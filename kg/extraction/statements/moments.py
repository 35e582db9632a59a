"""Find when and where a clause is: its tense, time and place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.frames import Oblique
from kg.extraction.judgement.modality import is_past
from kg.extraction.relation_words import relation_words
from kg.extraction.timing.frequencies import is_frequency
from kg.extraction.timing.times import Tense, is_time_adverb, read_time
from kg.model import EntityType
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from spacy.tokens import Token

    from kg.extraction.frames import Clause
    from kg.extraction.parse.syntax import Tree
    from kg.extraction.statements.things import Arguments
    from kg.model import Argument, Time

__all__ = [
    "PLACES",
    "Setting",
    "is_time",
    "site_above",
    "sites_of",
    "tense_of",
    "time_words",
]

#: Types of what a clause can be located in.
PLACES = frozenset({EntityType.PLACE, EntityType.COUNTRY})
_HERE = frozenset(
    {"in", "at", "near", "outside", "inside", "across", "throughout", "off"}
)


def is_time(tree: Tree, oblique: Oblique) -> bool:
    """Tell whether a further argument tells when."""
    head, index = oblique.head, oblique.head.i
    dated = head.ent_type_ in {"DATE", "TIME"}
    lemma = tree.lemmas[index]
    if not dated and lemma not in _time_words("heads"):
        return False
    if _tells_no_time(tree, oblique):
        return False
    if tree.deps[index] == "npadvmod" and tree.tags[tree.heads[index]] == "JJ":
        return False  # "100,000 years old"
    if dated:
        return tree.tags[index] != "JJ"
    if not oblique.marker or lemma not in _time_words("events"):
        return tree.tags[index][0] != "V"
    return oblique.marker[0].lower_ in _time_words("while")


def _tells_no_time(tree: Tree, oblique: Oblique) -> bool:
    """Tell by its preposition what tells no time: "happy with today", "led to a year".

    The end of a time has a beginning: "from May to June".
    """
    words = [t.lower_ for t in oblique.marker]
    if words == ["to"]:
        before = tree.children(oblique.host, "prep")
        return not any(preposition.lower_ == "from" for preposition in before)
    return bool(words) and words[0] in _time_words("never")


def _is_distance(tree: Tree, index: int) -> bool:
    """Tell how long after something the main clause came: "hours after they left"."""
    after = index + 1
    return (
        tree.deps[index] == "npadvmod"
        and after < len(tree.tags)
        and tree.deps[after] == "mark"
        and tree.heads[after] == tree.heads[index]
    )


@cache
def _time_words(name: str) -> frozenset[str]:
    return table_words("times.toml", "words", name)


def tense_of(tree: Tree, clause: Clause) -> Tense:
    """Give the tense of a clause, by its own verb or the one that carries it."""
    for verb in (*clause.chain, clause.head):
        found = None if tree.is_infinitive(verb) else _tense_of_verb(tree, verb)
        if found is Tense.PRESENT:
            going = "going" in [tree.words[t.i] for t in clause.words]
            ahead = going or _is_to_be(tree, clause.head)
            return Tense.FUTURE if ahead else Tense.PRESENT
        if found is not None:
            return found  # "is to be held": the passive is no past
    if tree.is_infinitive(clause.head):
        return Tense.FUTURE
    if clause.governor is not None:
        governor = clause.governor
        return Tense.PAST if is_past(tree, governor.i) else Tense.PRESENT
    return Tense.PAST


def _tense_of_verb(tree: Tree, verb: Token) -> Tense | None:
    """Give the tense that a verb shows with its auxiliaries, if it is finite."""
    below = tree.children(verb, "aux", "auxpass")
    if not _WILL.isdisjoint([tree.words[token.i] for token in below]):
        return Tense.FUTURE
    if is_past(tree, verb.i):
        return Tense.PAST
    tag = tree.tags[verb.i]
    if tag == "VBN" and any(tree.tags[t.i] in {"VBZ", "VBP"} for t in below):
        return Tense.FUTURE if verb.lower_ in _DUE else Tense.PRESENT
    return Tense.PRESENT if tag in {"VBZ", "VBP"} else None


_DUE = frozenset({"expected", "scheduled", "set", "slated", "planned", "due"})


def _is_to_be(tree: Tree, verb: Token) -> bool:
    """Tell what is still to be done from what is said to have been: "plans to meet"."""
    return tree.is_infinitive(verb) and not is_past(tree, verb.i)


_UNTIL = (["to"], ["until"], ["through"], ["till"])
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "would", "may", "might"})


def time_words(arguments: Arguments, head: Token) -> tuple[int, int]:
    """Give the first and last word that tell when, without a clause or place behind.

    "in the past days in Lagos" is no time of Lagos.
    """
    tree = arguments.tree
    first, last = arguments.below(head)
    for clause in tree.children(head, "relcl", "advcl", "acl"):
        begin, _ = arguments.below(clause)
        if begin > head.i:
            last = min(last, begin - 1)
    for preposition in tree.children(head, "prep"):
        noun = tree.child(preposition, "pobj")
        if preposition.i < head.i or preposition.lower_ in _time_words("inside"):
            continue
        if noun is None or not is_time(tree, Oblique((), noun, head)):
            last = min(last, preposition.i - 1)
    return first, last


def sites_of(arguments: Arguments, clause: Clause) -> Iterator[Oblique]:
    """Give the places that the parser hangs on a person: "met Xi Jinping in Bali"."""
    tree = arguments.tree
    for thing in clause.objects:
        for preposition in tree.children(thing, "prep"):
            if preposition.lower_ not in {"in", "at"}:
                continue
            entity, noun = arguments.entity(thing), tree.child(preposition, "pobj")
            if entity and entity.type is EntityType.PERSON and noun is not None:
                yield Oblique((preposition,), noun, clause.head)


def site_above(tree: Tree, clause: Clause) -> Token | None:
    """Give the noun that "where" means: "the house where she was born"."""
    top = clause.chain[0] if clause.chain else clause.head
    while tree.deps[top.i] == "conj":
        top = tree.head(top)
    if tree.deps[top.i] != "relcl":
        return None
    noun = tree.head(top)
    if tree.tags[noun.i][0] != "N" or noun.i > top.i:
        return None
    words = (t for verb in (top, clause.head) for t in tree.children(verb, "advmod"))
    if not any(t.lower_ == "where" and t.i < top.i for t in words):
        return None
    if tree.deps[noun.i] == "appos":
        noun = tree.head(noun)  # "Doha, Qatar, where"
    whole = tree.head(tree.head(noun)) if tree.deps[noun.i] == "pobj" else noun
    nowhere = relation_words("no_sites")  # also "the age of heroes, where"
    if {tree.lemmas[noun.i], tree.lemmas[whole.i]} & nowhere:
        return None
    return None if noun.ent_type_ in {"DATE", "TIME"} else noun


@dataclass(frozen=True, slots=True)
class Setting:
    """Finds when and where, for the clauses of one article."""

    arguments: Arguments
    base: date | None

    def time(self, clause: Clause, *, planned: bool = False) -> Time | None:
        """Give the first time that a clause names, with its words.

        What is ``planned`` in the present tense is to come: "ends on Oct. 3".
        """
        found = self._times(clause)
        if not found:
            return None
        tense = tense_of(self.arguments.tree, clause)
        if planned and tense is Tense.PRESENT:
            tense = Tense.FUTURE
        kept: Time | None = None
        for words in found:
            own = self._up_to(clause, words, tense)
            time = read_time(words, tense=own, base=self.base)
            if self._is_of_content(clause, own, time):
                continue
            if time.value is not None:
                return time
            kept = kept or time
        return kept

    def _up_to(self, clause: Clause, words: str, tense: Tense) -> Tense:
        """Tell an end that is to come: "extended it through May", "waits until May"."""
        if words.split(maxsplit=1)[0].lower() not in {"until", "till", "through"}:
            return tense
        set_ahead = self.arguments.tree.lemmas[clause.head.i] in _time_words(
            "arranging"
        )
        return Tense.FUTURE if tense is Tense.PRESENT or set_ahead else tense

    def _is_of_content(self, clause: Clause, tense: Tense, time: Time) -> bool:
        """Tell a year to come beside a past, or beside what one expects of it.

        "It signaled a rise in 2017" tells when it rises.
        """
        year = (time.value or "")[:4]
        if self.base is None or tense is Tense.FUTURE or not year.isdigit():
            return False
        tree = self.arguments.tree
        past = is_past(tree, clause.head.i)
        meant = past or tree.lemmas[clause.head.i] in relation_words("expecting")
        return meant and int(year) > self.base.year

    def _times(self, clause: Clause) -> list[str]:
        tree = self.arguments.tree
        found: list[str] = []
        began: int | None = None
        for oblique in clause.obliques:
            if not is_time(tree, oblique) or _is_distance(tree, oblique.head.i):
                continue
            first, last = time_words(self.arguments, oblique.head)
            if is_frequency(self.arguments.words((first, last))):
                continue
            for word in reversed(oblique.marker):
                if word.i + 1 == first:  # not the "from" of "from 5 percent on Monday"
                    first = word.i
            marker = [t.lower_ for t in oblique.marker]
            if marker == ["from"]:
                last = max(last, self._end_of(oblique.marker[0]))
            if began is not None and marker in _UNTIL:
                found.pop()
                first = began
            began = first if marker == ["from"] else None
            found.append(self.arguments.words((first, last)))
        found.extend(
            self.arguments.words(time_words(self.arguments, adverb))
            for adverb in clause.adverbs
            if is_time_adverb(adverb.lower_) or adverb.ent_type_ in {"DATE", "TIME"}
        )
        return found

    def _end_of(self, preposition: Token) -> int:
        """Give the last word of an end below its beginning: "from 2011 to 2013"."""
        tree = self.arguments.tree
        for until in tree.children(preposition, "prep"):
            noun = tree.child(until, "pobj")
            if [until.lower_] in _UNTIL and noun is not None:
                return self.arguments.below(noun)[1]
        return -1

    def place(self, clause: Clause) -> Argument | None:
        """Give the place that a clause is located in by its own words."""
        tree = self.arguments.tree
        hosts = {clause.head.i, *[verb.i for verb in clause.chain]}
        for oblique in (*clause.obliques, *sites_of(self.arguments, clause)):
            marker = oblique.marker
            if len(marker) != 1 or marker[0].lower_ not in _HERE:
                continue
            if oblique.host.i not in hosts:
                continue
            joined = len(tree.coordinated(oblique.head)) > 1
            if joined or tree.deps[oblique.head.i] == "conj":
                continue  # "in Oslo and Bergen" is not in one of them
            place = self._named_place(oblique.head)
            if place is not None:
                return place
        site = site_above(tree, clause)
        return None if site is None else self._named_place(site)

    def _named_place(self, token: Token) -> Argument | None:
        found = self.arguments.entity(token)
        return found if found is not None and found.type in PLACES else None
