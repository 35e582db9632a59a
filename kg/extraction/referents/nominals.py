"""Link noun phrases that are no names to the named: "the alliance", "a region"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.referents.definites import find_definites, is_age
from kg.extraction.referents.mentions import Reference, base_noun_phrase
from kg.extraction.referents.placed import find_places
from kg.extraction.referents.trades import find_trades, is_trade
from kg.model import EntityType, How, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.chains import Chains
    from kg.extraction.referents.index import TokenIndex

__all__ = ["conjuncts", "own_subject", "resolve_nominals", "resolve_predicates"]

_MOST_CONJUNCTS = 40
_PLURAL = {"NNS", "NNPS"}


def resolve_nominals(
    doc: Doc, index: TokenIndex, chains: Chains, lexicon: Lexicon
) -> None:
    """Link noun phrases: governments, products, appositions, classes, examples."""
    named = [r for r in chains.references if r.kind is MentionKind.NAME]
    for reference in _governments(doc, named, chains, lexicon):
        chains.add(reference)
    for reference in _products(doc, named, chains, lexicon):
        chains.add(reference)
    for reference in find_trades(doc, named, chains, lexicon):
        chains.add(reference)
    for reference in find_places(doc, named, chains):
        chains.add(reference)
    for reference in _appositions(doc, index, chains, lexicon):
        chains.add(reference)
    resolve_predicates(index, chains, lexicon)
    for reference in find_definites(doc, index, chains, lexicon):
        chains.add(reference)
    chains.groups |= dict(_examples(index, chains))
    chains.groups |= dict(_listed(index, chains))


def _governments(
    doc: Doc, named: Sequence[Reference], chains: Chains, lexicon: Lexicon
) -> Iterator[Reference]:
    nouns = lexicon.words["organizations.governments"]
    for reference in named:
        head = doc[reference.head].head
        modifies = doc[reference.head].dep_ in {"compound", "poss", "amod", "nmod"}
        if not modifies or head.lemma_.lower() not in nouns or head.i in chains.by_head:
            continue
        words = doc[reference.start : reference.end].text
        if doc[reference.head].dep_ == "poss":
            words = chains.labels.get(reference.key, words)
        key = f"gov:{reference.key} {head.lemma_.lower()}"
        chains.types[key] = EntityType.ORGANIZATION
        chains.labels.setdefault(key, f"{words} {head.lemma_.lower()}")
        start, end = base_noun_phrase(head)
        yield Reference(start, end, head.i, MentionKind.NOMINAL, key, How.NOMINAL)


def _products(
    doc: Doc, named: Sequence[Reference], chains: Chains, lexicon: Lexicon
) -> Iterator[Reference]:
    """Link "F-16 jets" to the product; the model may cut a sentence in between."""
    for reference in named:
        if chains.types.get(reference.key) is not EntityType.PRODUCT:
            continue
        if reference.end >= len(doc):
            continue
        following = doc[reference.end]
        classes = lexicon.words["products.nouns"]
        if following.lower_ in classes and following.i not in chains.by_head:
            yield Reference(
                reference.start, following.i + 1, following.i,
                MentionKind.NOMINAL, reference.key, How.NOMINAL,
            )  # fmt: skip


def _appositions(
    doc: Doc, index: TokenIndex, chains: Chains, lexicon: Lexicon
) -> Iterator[Reference]:
    for token in index.appositions:
        noun, key = _apposed(doc, token, chains, lexicon)
        if key is None or not _agrees(noun, key, chains, lexicon):
            continue
        for part in (noun, *(c for c in conjuncts(noun) if c.i not in chains.by_head)):
            if _agrees(part, key, chains, lexicon):
                start, end = base_noun_phrase(part)
                yield Reference(
                    start, end, part.i, MentionKind.NOMINAL, key, How.APPOSITION
                )


def _apposed(
    doc: Doc, token: Token, chains: Chains, lexicon: Lexicon
) -> tuple[Token, str | None]:
    """Give the noun of an apposition, and the entity of its other half."""
    own, other = chains.by_head.get(token.i), chains.by_head.get(token.head.i)
    if own is None:
        return token, other or _place_before(doc, token, chains, lexicon)
    return token.head, own if other is None else None


def resolve_predicates(index: TokenIndex, chains: Chains, lexicon: Lexicon) -> None:
    """Link nouns that say who somebody is: "Paris was a volunteer".

    They are looked for again when it is known who "she" is.
    """
    for token in index.predicates:
        key = _predicated(token, chains)
        if key is None or token.i in chains.by_head:
            continue
        for part in (token, *(c for c in conjuncts(token) if c.pos_ == "NOUN")):
            told = any(c.dep_ in {"det", "poss"} for c in part.lefts)
            if told and _agrees(part, key, chains, lexicon):
                start, end = base_noun_phrase(part)
                reference = Reference(
                    start, end, part.i, MentionKind.NOMINAL, key, How.NOMINAL
                )
                chains.add(replace(reference, silent=True))


def _predicated(token: Token, chains: Chains) -> str | None:
    """Give the entity that a predicate noun is said of, unless it is denied or open."""
    verb = token.head
    if verb.lemma_ not in {"be", "become", "remain"}:
        return None
    if any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children):
        return None
    subject = own_subject(verb)
    while subject is None and verb.dep_ == "conj":
        verb = verb.head
        subject = own_subject(verb)
    if subject is None or any(child.dep_ == "conj" for child in subject.children):
        return None
    return chains.by_head.get(subject.i)


def _place_before(
    doc: Doc, noun: Token, chains: Chains, lexicon: Lexicon
) -> str | None:
    """Give the place before "a region that …" when the parse hangs it elsewhere."""
    if noun.lemma_.lower() not in lexicon.words["places.nouns"]:
        return None
    best = None
    for i in range(noun.left_edge.i - 1, max(noun.sent.start - 1, noun.i - 15), -1):
        key = chains.by_head.get(i)
        if key and doc[i].lemma_.lower() in lexicon.words["places.words"]:
            return key
        if key and best is None and chains.types.get(key) is EntityType.PLACE:
            best = key
    return best


def _agrees(noun: Token, key: str, chains: Chains, lexicon: Lexicon) -> bool:
    """Tell whether a noun can mean an entity of this type."""
    if is_age(noun):
        return chains.types.get(key) is EntityType.PERSON
    plural = noun.pos_ not in {"NOUN", "PROPN"} or noun.tag_ in {"NNS", "NNPS"}
    if plural or noun.ent_type_.lower() in lexicon.words["names.none"]:
        return False
    lemma = noun.lemma_.lower()
    person = lemma in lexicon.person_nouns
    match chains.types.get(key, EntityType.CONCEPT):
        case EntityType.PERSON:
            return person or is_trade(noun, lexicon)
        case EntityType.PLACE:
            return lemma in lexicon.words["places.nouns"]
        case EntityType.COUNTRY:
            both = ("places.nouns", "organizations.nouns")
            return any(lemma in lexicon.words[section] for section in both)
        case _:
            return not person


def _examples(
    index: TokenIndex, chains: Chains
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Find plural nouns with named examples: "allies like the U.K. and France"."""
    for prep in index.examples:
        if prep.lower_ == "as" and (not prep.i or prep.nbor(-1).lower_ != "such"):
            continue
        members = tuple(
            dict.fromkeys(
                chains.by_head[part.i]
                for child in prep.children
                if child.dep_ == "pobj"
                for part in (child, *conjuncts(child))
                if part.i in chains.by_head
            )
        )
        noun = _plural_before(prep)
        if members and noun is not None and noun.i not in chains.by_head:
            yield noun.i, members


def _listed(index: TokenIndex, chains: Chains) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Find plural nouns with all their members: "the rebels, Hale and Taufa,"."""
    for token in index.appositions:
        noun = token.head
        parts = [token, *conjuncts(token)]
        named = all(part.i in chains.by_head for part in parts)
        if noun.i < noun.head.i < token.i:
            continue  # "The crew included Hale; Taufa; and Lee"
        if noun.tag_ == "NNS" and noun.i not in chains.by_head and named and parts[1:]:
            keys = dict.fromkeys(chains.by_head[part.i] for part in parts)
            yield noun.i, tuple(keys)


def _plural_before(prep: Token) -> Token | None:
    """Give the plural noun whose phrase ends before a preposition.

    Where the phrase stands counts, for the parse often hangs "like X" elsewhere.
    """
    i = prep.i - 1
    while i > prep.sent.start and (
        prep.doc[i].is_punct or prep.doc[i].lower_ == "such"
    ):
        i -= 1
    token = prep.doc[i]
    while token.tag_ not in _PLURAL:
        if token.pos_ in {"VERB", "AUX"} or token.head.i >= token.i:
            return None
        token = token.head
    return token


def conjuncts(token: Token) -> Iterator[Token]:
    """Give what is coordinated with a token, in text order, at most forty."""
    todo = [token]
    for _ in range(_MOST_CONJUNCTS):
        if not todo:
            return
        last = todo.pop()
        if last is not token:
            yield last
        todo += reversed([c for c in last.children if c.dep_ == "conj"])


def own_subject(verb: Token) -> Token | None:
    """Give the subject that hangs on a verb itself."""
    return next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
