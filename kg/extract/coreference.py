"""Link what is no name: noun phrases and pronouns that point at somebody named before."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extract.mentions import Reference, base_noun_phrase, is_subject
from kg.model import EntityType, How, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from kg.extract.frames import Quote
    from kg.extract.lexicon import Lexicon

__all__ = ["Chains", "resolve_nominals", "resolve_pronouns"]

_BODIES = {EntityType.ORGANIZATION, EntityType.COUNTRY, EntityType.GROUP}
_VERBS = {"VERB", "AUX"}
_FARTHEST = 5
_EXAMPLES = {"like", "including"}


@dataclass(slots=True)
class Chains:
    """What is known so far, while the stages add to it: it never leaves this package."""

    references: list[Reference]
    types: dict[str, EntityType]
    genders: dict[str, str]
    sides: Mapping[str, str]
    labels: dict[str, str]
    by_head: dict[int, str] = field(default_factory=dict)
    groups: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def add(self, reference: Reference) -> None:
        """Add one reference; the first of a head token stays."""
        if reference.head not in self.by_head:
            self.references.append(reference)
            self.by_head[reference.head] = reference.key


def resolve_nominals(doc: Doc, chains: Chains, lexicon: Lexicon) -> None:
    """Link noun phrases: governments, products, appositions, classes, examples."""
    named = [r for r in chains.references if r.kind is MentionKind.NAME]
    for reference in _governments(doc, named, chains, lexicon):
        chains.add(reference)
    for reference in _products(doc, named, chains):
        chains.add(reference)
    for reference in _appositions(doc, chains, lexicon):
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
        if _agrees(noun, key, chains, lexicon):
            start, end = base_noun_phrase(noun)
            yield Reference(start, end, noun.i, MentionKind.NOMINAL, key, How.APPOSITION)


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
        return body or (place and not person)
    if kind in {EntityType.COUNTRY, EntityType.PLACE}:
        return place or (kind is EntityType.COUNTRY and body)
    return not person


def _definite(doc: Doc, chains: Chains, lexicon: Lexicon) -> Iterator[Reference]:
    """Link "the alliance", "the administration" to the one named thing they fit."""
    order = sorted(chains.references)
    seen: list[Reference] = []
    position = 0
    for token in doc:
        while position < len(order) and order[position].head < token.i:
            seen.append(order[position])
            position += 1
        if token.pos_ not in {"NOUN", "PROPN"} or token.i in chains.by_head:
            continue
        if not _is_plain_definite(token):
            continue
        key = _fitting(token, seen, chains, lexicon)
        if key is not None:
            start, end = base_noun_phrase(token)
            yield Reference(start, end, token.i, MentionKind.NOMINAL, key, How.NOMINAL)


def _is_plain_definite(token: Token) -> bool:
    """Tell whether a noun stands with "the" or "this" and no other modifier."""
    if token.tag_ not in {"NN", "NNP"} or token.dep_ in {"compound", "amod"}:
        return False
    lefts = [child for child in token.lefts if child.dep_ not in {"punct", "cc"}]
    if len(lefts) != 1 or lefts[0].lower_ not in {"the", "this"}:
        return False
    return not any(c.dep_ in {"prep", "relcl", "acl"} for c in token.rights)


def _fitting(
    token: Token, seen: Sequence[Reference], chains: Chains, lexicon: Lexicon
) -> str | None:
    lemma = token.lemma_.lower()
    keys = dict.fromkeys(
        reference.key
        for reference in reversed(seen)
        if _named_so(lemma, reference.key, chains, lexicon)
    )
    return next(iter(keys)) if len(keys) == 1 else None


def _named_so(lemma: str, key: str, chains: Chains, lexicon: Lexicon) -> bool:
    label = chains.labels.get(key, "").lower()
    if label.split()[-1:] == [lemma]:
        return True
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
            yield from _conjuncts(child)


def _conjuncts(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from _conjuncts(child)


@dataclass(slots=True)
class _Walk:
    """One pass over the article from left to right."""

    doc: Doc
    chains: Chains
    lexicon: Lexicon
    quote_of: Mapping[int, int]
    history: list[tuple[int, Reference]] = field(default_factory=list)


def resolve_pronouns(
    doc: Doc, chains: Chains, quotes: Sequence[Quote], lexicon: Lexicon
) -> None:
    """Link pronouns: outside of quotations, then their speakers, then inside."""
    quote_of = {
        i: number for number, q in enumerate(quotes) for i in range(q.start, q.end)
    }
    walk = _Walk(doc, chains, lexicon, quote_of)
    _relatives(walk)
    _third_persons(walk, quoted=False)
    _speakers(walk, quotes)
    _third_persons(walk, quoted=True, quotes=quotes)
    _relatives(walk)


def _pronoun(token: Token, key: str, how: How = How.PRONOUN) -> Reference:
    return Reference(token.i, token.i + 1, token.i, MentionKind.PRONOUN, key, how)


def _relatives(walk: _Walk) -> None:
    words = walk.lexicon.words["pronouns.relative"]
    for token in walk.doc:
        if token.lower_ not in words or token.tag_ not in {"WP", "WDT", "WP$"}:
            continue
        verb = token.head
        while verb.dep_ != "relcl" and verb.head.i != verb.i:
            if verb.pos_ in _VERBS and verb.dep_ not in {"conj", "xcomp", "ccomp"}:
                break
            verb = verb.head
        if verb.dep_ != "relcl" or verb.head.i > token.i:
            continue
        antecedent = verb.head.i
        if antecedent in walk.chains.by_head:
            walk.chains.add(_pronoun(token, walk.chains.by_head[antecedent]))
        elif antecedent in walk.chains.groups:
            walk.chains.groups[token.i] = walk.chains.groups[antecedent]


def _speakers(walk: _Walk, quotes: Sequence[Quote]) -> None:
    """Link I and my to the speaker, we and our to the speaker's side."""
    words = walk.lexicon.words
    for quote in quotes:
        if quote.speaker is None:
            continue
        speaker = walk.chains.by_head.get(quote.speaker.i)
        if speaker is None:
            continue
        side = walk.chains.sides.get(speaker)
        for token in walk.doc[quote.start : quote.end]:
            if token.pos_ not in {"PRON", "DET", "PROPN"}:
                continue
            if token.lower_ in words["pronouns.speaker"]:
                walk.chains.add(_pronoun(token, speaker, How.QUOTE))
            elif token.lower_ in words["pronouns.side"] and side is not None and not token.text.isupper():
                walk.chains.add(_pronoun(token, side, How.QUOTE))


def _third_persons(
    walk: _Walk, *, quoted: bool, quotes: Sequence[Quote] = ()
) -> None:
    words = walk.lexicon.words
    order = sorted(walk.chains.references)
    position = 0
    walk.history = []
    sentence = 0
    for token in walk.doc:
        if token.is_sent_start and token.i:
            sentence += 1
        while position < len(order) and order[position].head < token.i:
            walk.history.append((sentence, order[position]))
            position += 1
        if token.pos_ not in {"PRON", "DET"} or token.i in walk.chains.by_head:
            continue
        if (token.i in walk.quote_of) is not quoted:
            continue
        lower = token.lower_
        key = None
        if lower in words["pronouns.male"]:
            key = _he(walk, token, sentence, "m", quotes)
        elif lower in words["pronouns.female"]:
            key = _he(walk, token, sentence, "f", quotes)
        elif lower in words["pronouns.neuter"]:
            key = _it(walk, token)
        elif lower in words["pronouns.plural"]:
            _they(walk, token)
        if key is not None:
            reference = _pronoun(token, key)
            walk.chains.add(reference)
            walk.history.append((sentence, reference))


def _he(
    walk: _Walk, token: Token, sentence: int, gender: str, quotes: Sequence[Quote]
) -> str | None:
    """Choose the person that stands nearest and most prominent before "he" or "she"."""
    chains = walk.chains
    barred = _barred(walk, token, quotes)
    scores: dict[str, float] = {}
    for far, reference in reversed(walk.history):
        if sentence - far > _FARTHEST:
            break
        key = reference.key
        if chains.types.get(key) is not EntityType.PERSON or key in barred:
            continue
        known = chains.genders.get(key, "")
        if known not in {"", "n", gender}:
            continue
        head = walk.doc[reference.head]
        score = -1.0 * (sentence - far) - 0.5 * (known != gender)
        score += 0.7 * is_subject(head) - 0.2 * (head.dep_ in {"poss", "compound"})
        score -= 0.6 * ((reference.head in walk.quote_of) != (token.i in walk.quote_of))
        scores[key] = max(scores.get(key, -99.0), score)
    if not scores:
        return None
    best = max(scores, key=lambda key: scores[key])
    if chains.genders.get(best, "") in {"", "n"}:
        chains.genders[best] = gender
    return best


def _barred(walk: _Walk, token: Token, quotes: Sequence[Quote]) -> set[str]:
    """Give those whom the grammar forbids: the speaker, the other arguments of the verb."""
    barred: set[str] = set()
    number = walk.quote_of.get(token.i)
    if number is not None and quotes:
        speaker = quotes[number].speaker
        if speaker is not None and speaker.i in walk.chains.by_head:
            barred.add(walk.chains.by_head[speaker.i])
    if token.dep_ in {"dobj", "dative", "nsubj", "nsubjpass"} and not token.lower_.endswith("self"):
        barred |= {
            walk.chains.by_head[child.i]
            for child in token.head.children
            if child.i != token.i and child.i in walk.chains.by_head
            and child.dep_ in {"nsubj", "nsubjpass", "dobj", "dative"}
        }
    return barred


def _it(walk: _Walk, token: Token) -> str | None:
    """Link "it" and "its" only where the grammar leaves one body to be meant."""
    if token.dep_ == "poss":
        subject = _controller(token)
        if subject is not None:
            return _body(walk, subject.i)
        for i in range(token.i - 1, max(token.sent.start, token.i - 4) - 1, -1):
            if i in walk.chains.by_head:
                return _body(walk, i)
        return None
    if token.dep_ in {"nsubj", "nsubjpass"}:
        verb = token.head
        while verb.dep_ == "conj":
            verb = verb.head
        if verb.dep_ == "ccomp" and verb.head.pos_ in _VERBS:
            subject = _own_subject(verb.head)
            if subject is not None:
                return _body(walk, subject.i)
    return None


def _body(walk: _Walk, i: int) -> str | None:
    key = walk.chains.by_head.get(i)
    if key is None:
        return None
    return key if walk.chains.types.get(key) in _BODIES else None


def _own_subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)


def _controller(token: Token) -> Token | None:
    """Give the subject of the clause around a possessive, through control and sharing."""
    verb = token.head
    while verb.pos_ not in _VERBS and verb.head.i != verb.i:
        if verb.dep_ in {"nsubj", "nsubjpass"}:
            return None
        verb = verb.head
    for _ in range(6):
        subject = _own_subject(verb)
        if subject is not None:
            return subject if subject.i < token.i else None
        if verb.dep_ == "xcomp" or verb.dep_ in {"advcl", "ccomp"}:
            above = verb.head
            patient = next((c for c in above.children if c.dep_ == "dobj"), None)
            if verb.dep_ == "xcomp" and patient is not None and patient.i < verb.i:
                return patient
            verb = above
        elif verb.dep_ == "conj":
            verb = verb.head
        elif verb.dep_ == "pcomp" and verb.head.head.pos_ in _VERBS:
            verb = verb.head.head
        else:
            return None
    return None


def _they(walk: _Walk, token: Token) -> None:
    """Spread "they" over the members of a group that governs its clause."""
    above = token.head
    for _ in range(12):
        subject = _own_subject(above) if above.pos_ in _VERBS else None
        if subject is not None and subject.i < token.i:
            members = walk.chains.groups.get(subject.i) or _coordinated(walk, subject)
            if members:
                walk.chains.groups[token.i] = members
                return
            if subject.tag_ in {"NNS", "NNPS"}:
                return
        if above.head.i == above.i:
            return
        above = above.head


def _coordinated(walk: _Walk, subject: Token) -> tuple[str, ...]:
    parts = [subject, *_conjuncts(subject)]
    if len(parts) < 2 or any(p.i not in walk.chains.by_head for p in parts):  # noqa: PLR2004
        return ()
    return tuple(dict.fromkeys(walk.chains.by_head[p.i] for p in parts))

