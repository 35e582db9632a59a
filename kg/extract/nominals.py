"""Link noun phrases that are no names to the named: "the alliance", "a region that …"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.mentions import Reference, base_noun_phrase
from kg.model import EntityType, How, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from kg.extract.chains import Chains
    from kg.extract.lexicon import Lexicon

__all__ = ["conjuncts", "own_subject", "resolve_nominals"]

_NEAR = 2
_EXAMPLES = {"like", "including"}


def resolve_nominals(doc: Doc, chains: Chains, lexicon: Lexicon) -> None:
    """Link noun phrases: governments, products, appositions, classes, examples."""
    named = [r for r in chains.references if r.kind is MentionKind.NAME]
    for reference in _governments(doc, named, chains, lexicon):
        chains.add(reference)
    for reference in _products(doc, named, chains):
        chains.add(reference)
    for reference in _appositions(doc, chains, lexicon):
        chains.add(reference)
    for reference in _predicates(doc, chains, lexicon):
        chains.add(reference)
    for reference in _definite(doc, chains, lexicon):
        chains.add(reference)
    chains.groups |= dict(_examples(doc, chains))


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


def _products(doc: Doc, named: Sequence[Reference], chains: Chains) -> Iterator[Reference]:
    """Link "F-16 jets" to the product; the model may cut a sentence in between."""
    for reference in named:
        if chains.types.get(reference.key) is not EntityType.PRODUCT:
            continue
        if reference.end >= len(doc):
            continue
        following = doc[reference.end]
        if following.pos_ in {"NOUN", "PROPN"} and following.i not in chains.by_head:
            yield Reference(
                reference.start, following.i + 1, following.i,
                MentionKind.NOMINAL, reference.key, How.NOMINAL,
            )  # fmt: skip


def _appositions(doc: Doc, chains: Chains, lexicon: Lexicon) -> Iterator[Reference]:
    for token in doc:
        if token.dep_ != "appos" or token.head.i == token.i:
            continue
        head = token.head
        if token.i in chains.by_head and head.i not in chains.by_head:
            noun, key = head, chains.by_head[token.i]
        elif head.i in chains.by_head and token.i not in chains.by_head:
            noun, key = token, chains.by_head[head.i]
        elif token.i not in chains.by_head:
            near = _place_before(doc, token, chains, lexicon)
            if near is None:
                continue
            noun, key = token, near
        else:
            continue
        if not _agrees(noun, key, chains, lexicon):
            continue
        for part in (noun, *(c for c in conjuncts(noun) if c.i not in chains.by_head)):
            if _agrees(part, key, chains, lexicon):
                start, end = base_noun_phrase(part)
                yield Reference(
                    start, end, part.i, MentionKind.NOMINAL, key, How.APPOSITION
                )


def _predicates(doc: Doc, chains: Chains, lexicon: Lexicon) -> Iterator[Reference]:
    """Find nouns that say who somebody is: "Paris was a volunteer"."""
    for token in doc:
        if token.dep_ != "attr" or token.head.lemma_ not in {"be", "become", "remain"}:
            continue
        subject = own_subject(token.head)
        if subject is None or subject.i not in chains.by_head or token.i in chains.by_head:
            continue
        if any(child.dep_ == "neg" for child in token.head.children):
            continue
        key = chains.by_head[subject.i]
        if chains.types.get(key) in {EntityType.CONCEPT, EntityType.GROUP}:
            continue
        if any(c.dep_ in {"det", "poss"} for c in token.lefts) and _agrees(
            token, key, chains, lexicon
        ):
            start, end = base_noun_phrase(token)
            yield Reference(
                start, end, token.i, MentionKind.NOMINAL, key, How.NOMINAL, silent=True
            )


def _place_before(doc: Doc, noun: Token, chains: Chains, lexicon: Lexicon) -> str | None:
    """Give the place just before "a region that …" when the parse hangs it elsewhere."""
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
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.tag_ in {"NNS", "NNPS"}:
        return False
    lemma = noun.lemma_.lower()
    kind = chains.types.get(key, EntityType.CONCEPT)
    person = lemma in lexicon.person_nouns
    body = lemma in lexicon.words["organizations.nouns"]
    place = lemma in lexicon.words["places.nouns"]
    if kind is EntityType.PERSON:
        return person
    if kind is EntityType.ORGANIZATION:
        return not person
    if kind in {EntityType.COUNTRY, EntityType.PLACE}:
        return place or (kind is EntityType.COUNTRY and body)
    return not person


def _definite(doc: Doc, chains: Chains, lexicon: Lexicon) -> Iterator[Reference]:
    """Link "the alliance", "the minister", "the city" to the one named thing they fit."""
    roles = _roles(doc, chains)
    order = sorted(chains.references)
    seen: dict[str, int] = {}
    position = 0
    sentence = 0
    for token in doc:
        sentence += bool(token.is_sent_start)
        while position < len(order) and order[position].head < token.i:
            key = order[position].key
            seen.pop(key, None)
            seen[key] = sentence
            position += 1
        if token.i in chains.by_head or not _is_plain_definite(token):
            continue
        found = _Definite(token.lemma_.lower(), token.lower_, sentence)
        key = _fitting(found, seen, roles, (chains, lexicon))
        if key is not None:
            start, end = base_noun_phrase(token)
            yield Reference(start, end, token.i, MentionKind.NOMINAL, key, How.NOMINAL)
            seen.pop(key, None)
            seen[key] = sentence


@dataclass(frozen=True, slots=True)
class _Definite:
    lemma: str
    word: str
    sentence: int


def _roles(doc: Doc, chains: Chains) -> dict[str, set[str]]:
    """Give the nouns that are said of each entity: titles, appositions, predicates."""
    roles: dict[str, set[str]] = defaultdict(set)
    for reference in chains.references:
        if reference.how in {How.TITLE, How.APPOSITION} or reference.silent:
            roles[reference.key].add(doc[reference.head].lemma_.lower())
    return roles


def _is_plain_definite(token: Token) -> bool:
    """Tell whether a noun stands with "the" or "this" and no other modifier."""
    if token.tag_ not in {"NN", "NNP"} or token.dep_ in {"compound", "amod", "attr"}:
        return False
    lefts = [child for child in token.lefts if child.dep_ not in {"punct", "cc"}]
    if len(lefts) != 1 or lefts[0].lower_ not in {"the", "this"}:
        return False
    return not any(c.dep_ in {"prep", "relcl", "acl", "appos"} for c in token.rights)


def _fitting(
    found: _Definite,
    seen: Mapping[str, int],
    roles: Mapping[str, set[str]],
    known: tuple[Chains, Lexicon],
) -> str | None:
    """Give what is called so; else the only near thing of the noun's class."""
    chains, lexicon = known
    named = [key for key in seen if _named_so(found.lemma, key, chains, lexicon)]
    if named:
        return named[0] if len(named) == 1 else _near(named, seen, found.sentence, 1)
    holders = [key for key in seen if found.lemma in roles.get(key, ())]
    if holders:
        return holders[0] if len(holders) == 1 else _near(holders, seen, found.sentence, 2)
    types = _class_types(found.lemma, lexicon)
    fitting = [
        key for key in seen
        if chains.type_of(key) in types and _class_fits(found.lemma, key, chains, lexicon)
    ]
    return _near(fitting, seen, found.sentence, _NEAR) if types else None


def _near(
    keys: Sequence[str], seen: Mapping[str, int], sentence: int, most: int
) -> str | None:
    """Give the only one of these that was mentioned in the last sentences."""
    near = [key for key in keys if sentence - seen[key] <= most]
    return near[0] if len(near) == 1 else None


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
    classes = lexicon.words["organizations.words"] | lexicon.words["places.words"]
    return words[-1] == lemma or words[-1] not in classes


def _named_so(lemma: str, key: str, chains: Chains, lexicon: Lexicon) -> bool:
    label = chains.labels.get(key, "").lower()
    words = label.split()
    if len(words) > 1 and lemma in {words[-1], words[0] if words[1] == "of" else ""}:
        return chains.type_of(key) is not EntityType.PERSON
    return lemma in lexicon.classes.get(label, ())


def _examples(doc: Doc, chains: Chains) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Find plural nouns with named examples: "allies like the U.K. and France"."""
    for token in doc:
        if token.tag_ not in {"NNS", "NNPS"} or token.i in chains.by_head:
            continue
        members = tuple(
            dict.fromkeys(
                chains.by_head[part.i]
                for prep in token.sent[token.i + 1 - token.sent.start :]
                if _gives_examples(prep, token)
                for part in _objects(prep)
                if part.i in chains.by_head
            )
        )
        if members:
            yield token.i, members


def _gives_examples(prep: Token, noun: Token) -> bool:
    if prep.lower_ == "as" and prep.i and prep.nbor(-1).lower_ == "such":
        return _after(prep, noun)
    return prep.lower_ in _EXAMPLES and prep.dep_ == "prep" and _after(prep, noun)


def _after(prep: Token, noun: Token) -> bool:
    """Tell whether examples belong to this noun or to a noun inside its phrase."""
    if prep.head.i == noun.i:
        return True
    before = prep.i - 1
    while before > noun.i and prep.doc[before].is_punct:
        before -= 1
    if noun.left_edge.i <= before <= noun.right_edge.i and noun.i < prep.i:
        # The parse hangs "like X" on another noun; the phrase just before it is meant.
        return not any(t.tag_ in {"NNS", "NNPS"} for t in prep.doc[noun.i + 1 : before + 1])
    above = prep.head
    while above.i != noun.i and above.dep_ in {"pobj", "prep"} and above.tag_ not in {"NNS", "NNPS"}:
        above = above.head
    return above.i == noun.i


def _objects(prep: Token) -> Iterator[Token]:
    for child in prep.children:
        if child.dep_ == "pobj":
            yield child
            yield from conjuncts(child)


def conjuncts(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from conjuncts(child)


def own_subject(verb: Token) -> Token | None:
    """Give the subject that hangs on a verb itself."""
    return next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
