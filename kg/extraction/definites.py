"""Link "the alliance", "the minister", "the city" to the one named thing they fit."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extraction.mentions import Reference, base_noun_phrase
from kg.model import EntityType, How, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from kg.extraction.chains import Chains
    from kg.extraction.index import TokenIndex
    from kg.extraction.lexicon import Lexicon

__all__ = ["find_definites", "is_age"]

#: How many sentences back a thing may stand that only its class tells.
_NEAR = 2
#: When a country is the one that an article speaks of.
_OFTEN = 3
_SHARE = 0.6
#: Nouns that mean the only person that was named just before.
_ANYBODY = frozenset({"person", "man", "woman", "boy", "girl"})
#: Prepositions before which a name's head stands.
_INSIDE = frozenset({"of", "for", "to", "in", "at", "on", "from", "with"})
_BODIES = frozenset({EntityType.COUNTRY, EntityType.PLACE})


@dataclass(slots=True)
class _Seen:
    """The things mentioned so far: by the nouns they are called, and the near ones."""

    last: dict[str, int] = field(default_factory=dict)
    called: dict[str, dict[str, None]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    near: deque[tuple[int, str]] = field(default_factory=deque)

    def add(self, key: str, sentence: int, nouns: Iterable[str]) -> None:
        """Take in one mention."""
        if key not in self.last:
            for noun in nouns:
                self.called[noun][key] = None
        self.last[key] = sentence
        self.near.append((sentence, key))
        while sentence - self.near[0][0] > _NEAR:
            self.near.popleft()


def find_definites(
    doc: Doc, index: TokenIndex, chains: Chains, lexicon: Lexicon
) -> Iterator[Reference]:
    """Find definite nouns that stand for what was named before them."""
    nouns = _nouns_of(doc, chains, lexicon)
    order = sorted(chains.references)
    main = _main_country(chains)
    seen = _Seen()
    position = 0
    for token in index.definites:
        while position < len(order) and order[position].head < token.i:
            one = order[position]
            seen.add(one.key, index.sentence_of(one.head), nouns[one.key])
            position += 1
        if token.i in chains.by_head or not _is_plain(token):
            continue
        sentence = index.sentence_of(token.i)
        lemma = "person" if is_age(token) else token.lemma_.lower()
        key = _fitting(lemma, sentence, seen, (chains, lexicon))
        if key is None and lemma in lexicon.words["places.country_nouns"]:
            key = main if main in seen.last else None
        if key is not None:
            start, end = base_noun_phrase(token)
            yield Reference(start, end, token.i, MentionKind.NOMINAL, key, How.NOMINAL)
            seen.add(key, sentence, ())


def _main_country(chains: Chains) -> str | None:
    """Give the country of which an article mostly speaks."""
    counts = Counter(
        reference.key
        for reference in chains.references
        if chains.type_of(reference.key) is EntityType.COUNTRY
    )
    for key, count in counts.most_common(1):
        if count >= _OFTEN and count >= _SHARE * counts.total():
            return key
    return None


def _nouns_of(doc: Doc, chains: Chains, lexicon: Lexicon) -> Mapping[str, set[str]]:
    """Give the nouns that each entity is called: by name, title or apposition."""
    nouns: dict[str, set[str]] = defaultdict(set)
    for reference in chains.references:
        if reference.how in {How.TITLE, How.APPOSITION} or reference.silent:
            nouns[reference.key].add(doc[reference.head].lemma_.lower())
    for key, label in chains.labels.items():
        words = label.lower().split()
        if len(words) > 1 and chains.type_of(key) is not EntityType.PERSON:
            # "The moon" is the moon, whatever is called "Paper Moon".
            nouns[key] |= {_head_noun(words)} - lexicon.words["names.only_one"]
        nouns[key] |= lexicon.classes.get(label.lower(), frozenset())
    return nouns


def _head_noun(words: Sequence[str]) -> str:
    """Give the noun that a name is one of: a "Player of the Day" is no day.

    >>> _head_noun(["union", "of", "bakers"]), _head_noun(["north", "bank"])
    ('union', 'bank')
    """
    for before, word in pairwise(words):
        if word in _INSIDE:
            return before
    return words[-1]


def is_age(token: Token) -> bool:
    """Tell whether a word ends an age that means a person: "the 45-year-old"."""
    return token.lower_ == "old" and token.i > 1 and token.nbor(-2).lower_ == "year"


def _is_plain(token: Token) -> bool:
    """Tell whether a noun stands with its determiner and no other modifier."""
    if token.dep_ in {"compound", "amod", "attr"}:
        return False
    if token.tag_ not in {"NN", "NNP"} and not is_age(token):
        return False
    beside = {"punct", "cc", "npadvmod"} if is_age(token) else {"punct", "cc"}
    lefts = [child for child in token.lefts if child.dep_ not in beside]
    if len(lefts) != 1:
        return False
    comma = token.i + 1 < len(token.doc) and token.nbor(1).text == ","
    close = {"prep", "appos"} if comma else {"prep", "relcl", "acl", "appos"}
    return not any(child.dep_ in close for child in token.rights)


def _fitting(
    lemma: str, sentence: int, seen: _Seen, known: tuple[Chains, Lexicon]
) -> str | None:
    """Give what is called so; else the only near thing of the noun's class."""
    chains, lexicon = known
    called = list(seen.called.get(lemma, ()))
    if called:
        near = [key for key in called if sentence - seen.last[key] < _NEAR]
        only = _only([key for key in called if not _is_somebodys(key, chains)])
        return (only if len(called) == 1 else None) or _only(near)
    types = _class_types(lemma, lexicon)
    gender = lexicon.person_nouns.get(lemma, "") if lemma in _ANYBODY else None
    for window in range(_NEAR, -1, -1):
        near = [
            key
            for key in dict.fromkeys(
                key for far, key in seen.near if sentence - far <= window
            )
            if (
                _is_somebody(key, gender, chains)
                if gender is not None
                else chains.type_of(key) in types
                and _class_fits(lemma, key, chains, lexicon)
            )
        ]
        one = _only(near)
        if one or not near or lemma not in lexicon.words["places.country_nouns"]:
            return one
    return None


def _is_somebody(key: str, gender: str, chains: Chains) -> bool:
    """Tell whether a thing is a person whose gender is not another one."""
    if chains.type_of(key) is not EntityType.PERSON:
        return False
    return chains.genders.get(key, gender) in {gender, "n"} or not gender


def _is_somebodys(key: str, chains: Chains) -> bool:
    """Tell whether a government has a person's name; such a one is not for long."""
    owner = key.removeprefix("gov:").rpartition(" ")[0]
    return (
        key.startswith("gov:")
        and not owner.startswith("country:")
        and (chains.type_of(owner) not in _BODIES)
    )


def _only(keys: list[str]) -> str | None:
    return keys[0] if len(keys) == 1 else None


def _class_types(lemma: str, lexicon: Lexicon) -> frozenset[EntityType]:
    """Give the types of things that a noun of a class may mean by itself."""
    if lemma in lexicon.words["places.country_nouns"]:
        return frozenset({EntityType.COUNTRY})
    if lemma in lexicon.words["places.town_nouns"]:
        return frozenset({EntityType.PLACE})
    if lemma in lexicon.words["organizations.class_nouns"]:
        return frozenset({EntityType.ORGANIZATION})
    return frozenset()


def _class_fits(lemma: str, key: str, chains: Chains, lexicon: Lexicon) -> bool:
    """Tell whether nothing in a thing's own name says that it is of another class."""
    words = chains.labels.get(key, "").lower().split()
    if not words or key.startswith("gov:"):
        return False
    classes = lexicon.words["names.classes"]
    corporate = lexicon.words["organizations.corporate"]
    if words[-1] in corporate and lemma in lexicon.words["organizations.companies"]:
        return True
    return words[-1] == lemma or words[-1] not in classes
