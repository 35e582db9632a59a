"""Link "the alliance", "the minister", "the city" to the one named thing they fit."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.extraction.referents.callings import nouns_of
from kg.extraction.referents.mentions import (
    Reference,
    base_noun_phrase,
    is_elect,
    noun_of,
)
from kg.extraction.referents.seen import NEAR, OWNERS, Seen
from kg.model import EntityType, How, MentionKind
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Doc, Token

    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.chains import Chains
    from kg.extraction.referents.index import TokenIndex

__all__ = ["find_definites", "is_age"]

#: When a country is the one that an article speaks of.
_OFTEN = 3
_SHARE = 0.6
#: Nouns that mean the only person that was named just before.
_ANYBODY = frozenset({"person", "man", "woman", "boy", "girl"})
#: Where "the president-elect" begins before its last word.
_ELECT = 3
_STATE = "state"
_ACTING = frozenset({"nsubj", "nsubjpass", "poss"})
_BODIES = frozenset({EntityType.COUNTRY, EntityType.PLACE})


def _is_aside(head: Token, lexicon: Lexicon) -> bool:
    """Tell what is not spoken of: "told The Sun that", "Acme analyst Ann Lee"."""
    above = head.head.lemma_.lower()
    if head.dep_ in OWNERS and head.i < head.head.i:
        trades = lexicon.words["persons.outsiders"]
        return above in trades or head.nbor(1).lower_ in trades
    tells = read_toml("verbs.toml")["telling"]["words"]
    return head.dep_ in {"dobj", "dative"} and above in tells


def find_definites(
    doc: Doc, index: TokenIndex, chains: Chains, lexicon: Lexicon
) -> Iterator[Reference]:
    """Find definite nouns that stand for what was named before them."""
    nouns = nouns_of(doc, chains, lexicon)
    order = sorted(chains.references)
    main = _mains(chains, lexicon)
    seen = Seen()
    position = 0
    for token in index.definites:
        while position < len(order) and order[position].head < token.i:
            one = order[position]
            where, head = index.sentence_of(one.head), doc[one.head]
            aside = _is_aside(head, lexicon)
            seen.add(one.key, where, nouns[one.key], head, aside=aside)
            position += 1
        if token.i in chains.by_head or not _is_plain(token):
            continue
        sentence = index.sentence_of(token.i)
        lemma = "person" if is_age(token) else noun_of(token)
        key = _fitting((token, lemma), sentence, seen, (chains, lexicon))
        if lemma in _ANYBODY and _is_anybody_else(token, index, chains, lexicon):
            key = None
        if key is None:
            seen.open[lemma] = sentence
        if key is None and lemma in main:
            key = main[lemma] if main[lemma] in seen.last else None
        if key is not None:
            start, end = base_noun_phrase(token)
            yield Reference(start, end, token.i, MentionKind.NOMINAL, key, How.NOMINAL)
            seen.add(key, sentence, (), token, aside=False)


def _is_anybody_else(
    noun: Token, index: TokenIndex, chains: Chains, lexicon: Lexicon
) -> bool:
    """Tell whether somebody without a name may be "the man": a man, or the patient."""
    sentence, lemma = index.sentence_of(noun.i), noun.lemma_.lower()
    for other in index.singulars:
        if other.i >= noun.i:
            return False
        word = other.lemma_.lower()
        if word not in lexicon.person_nouns or other.i in chains.by_head:
            continue
        if other.dep_ in {"compound", "attr", "appos"} or other.i in chains.silent:
            continue
        new = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in other.lefts)
        near = sentence - index.sentence_of(other.i) <= NEAR
        if (near and (new or _is_plain(other))) or (new and word == lemma):
            return True
    return False


def _mains(chains: Chains, lexicon: Lexicon) -> dict[str, str]:
    """Give the country and the state of which an article mostly speaks, by nouns."""
    keys = [reference.key for reference in chains.references]
    lands = Counter(k for k in keys if chains.type_of(k) is EntityType.COUNTRY)
    states = Counter(key for key in keys if _is_state(key, chains, lexicon))
    nouns = lexicon.words["places.country_nouns"]
    return dict.fromkeys(nouns, _most(lands)) | {_STATE: _most(states)}


def _most(counts: Counter[str]) -> str:
    """Give what is named often, and more often than all others; else nothing."""
    for key, count in counts.most_common(1):
        if count >= _OFTEN and count >= _SHARE * counts.total():
            return key
    return ""


def _is_state(key: str, chains: Chains, lexicon: Lexicon) -> bool:
    """Tell a state of a country: "Texas", but not "New York", which is a city too."""
    if chains.type_of(key) is not EntityType.PLACE:
        return False
    place = lexicon.places.get(chains.labels.get(key, "").lower())
    return place is not None and place.kind == _STATE


def is_age(token: Token) -> bool:
    """Tell whether a word ends an age that means a person: "the 45-year-old"."""
    return token.lower_ == "old" and token.i > 1 and token.nbor(-2).lower_ == "year"


def _is_plain(token: Token) -> bool:
    """Tell whether a noun stands with its determiner and no other modifier."""
    if token.dep_ in {"compound", "amod", "attr"}:
        return False
    if is_elect(token):
        return token.i - token.left_edge.i == _ELECT
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
    noun: tuple[Token, str], sentence: int, seen: Seen, known: tuple[Chains, Lexicon]
) -> str | None:
    """Give what is called so; else the only near thing of the noun's class."""
    (token, lemma), (chains, lexicon) = noun, known
    called = list(seen.called.get(lemma, ()))
    if called:
        if _is_far(called, lemma, sentence, seen, known):
            return None
        near = [key for key in called if sentence - seen.last[key] < NEAR]
        only = _only([key for key in called if not _is_somebodys(key, chains)])
        return (only if len(called) == 1 else None) or _only(near)
    body = lemma in lexicon.words["organizations.class_nouns"]
    if body and sentence - seen.open.get(lemma, -NEAR) < NEAR:
        return None  # the company before this one is not known
    fits = _fits(lemma, chains, lexicon)
    country = lemma in lexicon.words["places.country_nouns"]
    company = lemma in lexicon.words["organizations.companies"]
    for window in range(NEAR, -1, -1):
        since = sentence - window
        near = [
            k for k in dict.fromkeys(k for s, k in seen.near if s >= since) if fits(k)
        ]
        one = _only(_apart(near, chains, lexicon))
        if one or not near or not country:
            acts = company or _names_body(chains.labels.get(one or "", ""), lexicon)
            idle = one is not None and body and seen.is_idle(one, since, acts=acts)
            if one is None and company:
                return _leading(token, sentence, seen, fits)
            return None if idle else one
    return None


def _leading(
    token: Token, sentence: int, seen: Seen, fits: Callable[[str], bool]
) -> str | None:
    """Give the only firm of the nearest sentence that names one, if it leads there.

    What the firm does in its own clause it does to another: "Acme left the studio".
    """
    for last in (sentence, sentence - 1):
        keys = {key for where, key in seen.near if where == last and fits(key)}
        if keys:
            one = _only(list(keys))
            other = last == sentence and token.dep_ not in _ACTING
            return one if one and not other and seen.led.get(one) == last else None
    return None


def _apart(keys: list[str], chains: Chains, lexicon: Lexicon) -> list[str]:
    """Leave out full names of companies that are called by less: "Acme Tools Corp."."""
    words = {key: _words(key, chains) for key in keys}
    corporate = lexicon.words["organizations.corporate"]
    full = [key for key in keys if words[key] and words[key][-1] in corporate]
    double = {k for k in full for o in keys if set(words[o]) < set(words[k])}
    return [key for key in keys if key not in double]


def _words(key: str, chains: Chains) -> list[str]:
    return chains.labels.get(key, "").lower().replace("-", " ").rstrip(".").split()


def _names_body(label: str, lexicon: Lexicon) -> bool:
    """Tell a name that says what it is: "FBI", "Federal Bureau of Investigation"."""
    words = lexicon.words["organizations.words"]
    return label.isupper() or any(word in words for word in label.lower().split())


def _is_far(
    called: list[str],
    lemma: str,
    sentence: int,
    seen: Seen,
    known: tuple[Chains, Lexicon],
) -> bool:
    """Tell whether the firm that was called one is out of sight, and another is not."""
    chains, lexicon = known
    if lemma not in lexicon.words["organizations.companies"]:
        return False
    last = max(seen.last[key] for key in called)
    fits = _fits(lemma, chains, lexicon)
    others = {key: far for far, key in seen.near if key not in called and fits(key)}
    if sentence - last <= NEAR:
        return any(last < far < sentence for far in others.values())
    return bool(others)


def _fits(lemma: str, chains: Chains, lexicon: Lexicon) -> Callable[[str], bool]:
    """Give the test whether a thing can be meant by a noun of a class by itself."""
    if lemma in _ANYBODY:
        gender = lexicon.person_nouns.get(lemma, "")
        return lambda key: _is_somebody(key, gender, chains)
    types = _class_types(lemma, lexicon)
    return lambda key: (
        chains.type_of(key) in types and _class_fits(lemma, key, chains, lexicon)
    )


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
    if lemma in lexicon.words["places.town_nouns"] or lemma == _STATE:
        return frozenset({EntityType.PLACE})
    if lemma in lexicon.words["organizations.class_nouns"]:
        return frozenset({EntityType.ORGANIZATION})
    return frozenset()


def _class_fits(lemma: str, key: str, chains: Chains, lexicon: Lexicon) -> bool:
    """Tell whether nothing in a thing's own name says that it is of another class."""
    words = _words(key, chains)
    if not words or key.startswith("gov:"):
        return False
    if _is_state(key, chains, lexicon) or lemma == _STATE:
        return lemma == _STATE and _is_state(key, chains, lexicon)
    classes = lexicon.words["names.classes"]
    corporate = lexicon.words["organizations.corporate"]
    if words[-1] in corporate and lemma in lexicon.words["organizations.companies"]:
        return True
    return words[-1] == lemma or words[-1] not in classes
