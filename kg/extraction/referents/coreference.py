"""Link pronouns to whom they mean, and abstain where the grammar leaves it open."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extraction.referents.chains import BODIES
from kg.extraction.referents.issuers import who_speaks
from kg.extraction.referents.mentions import first_conjunct, pronoun_reference
from kg.extraction.referents.neuters import mean_thing
from kg.extraction.referents.nominals import own_subject
from kg.extraction.referents.parties import claimant, parties_of, spoken_for
from kg.extraction.referents.plurals import mean_several
from kg.extraction.referents.relatives import link_relatives
from kg.extraction.referents.salience import (
    Salience,
    barred_heads,
    most_salient,
    others_in_front,
    subject_behind,
)
from kg.model import EntityType, How

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc, Token

    from kg.extraction.frames import Quote
    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.chains import Chains
    from kg.extraction.referents.index import TokenIndex

__all__ = ["resolve_pronouns"]

#: Tags of who and whose, which make nobody more salient than their noun does.
_RELATIVE = {"WP", "WP$", "WDT"}
_SUBJECTS = {"nsubj", "nsubjpass"}
#: How much more salient than anybody else somebody without a name must be.
_AHEAD = 0.4
#: How salient somebody must be whose gender is learned from "he" or "she".
_SURE = 1.1
#: How much is added for whom a lawyer or spokesman speaks.
_SPOKEN_FOR = 1.5


@dataclass(slots=True)
class _Walk:
    """One pass over the article from left to right."""

    doc: Doc
    index: TokenIndex
    chains: Chains
    lexicon: Lexicon
    quotes: Sequence[Quote]
    salience: Salience
    told_of: Mapping[int, frozenset[str]]
    strangers: dict[str, int] = field(default_factory=dict)


def resolve_pronouns(
    doc: Doc,
    index: TokenIndex,
    chains: Chains,
    quotes: Sequence[Quote],
    lexicon: Lexicon,
) -> None:
    """Link pronouns: outside of quotations, then their speakers, then inside."""
    quote_of = {
        i: number for number, q in enumerate(quotes) for i in range(q.start, q.end)
    }
    told_of = _told_of(quotes, chains, index, lexicon)
    anybody = frozenset(f"noun:{word}" for word in lexicon.words["pronouns.indefinite"])
    for quoted in (False, True):
        genders: ChainMap[str, str] = ChainMap(chains.genders, {})
        salience = Salience(genders, quote_of, anybody)
        walk = _Walk(doc, index, chains, lexicon, quotes, salience, told_of)
        link_relatives(doc, index, chains)
        if quoted:
            _speakers(walk)
        _third_persons(walk, quoted=quoted)
    link_relatives(doc, index, chains)


def _told_of(
    quotes: Sequence[Quote], chains: Chains, index: TokenIndex, lexicon: Lexicon
) -> dict[int, frozenset[str]]:
    """Give whom each speaker tells of: nobody speaks of himself by name or trade."""
    people = {
        token.i: _stranger(token)
        for token in index.singulars
        if token.lemma_.lower() in lexicon.person_nouns
    }
    keys = {**people, **chains.by_head}
    named: dict[int, frozenset[str]] = {}
    for quote in quotes:
        if quote.speaker is not None:
            heads = range(quote.start, quote.end)
            told = frozenset(keys[i] for i in heads if i in keys)
            named[quote.speaker.i] = named.get(quote.speaker.i, frozenset()) | told
    return named


def _speakers(walk: _Walk) -> None:
    """Link I and my to the speaker, we and our to the speaker's side."""
    words = walk.lexicon.words
    for token in walk.index.pronouns:
        number = walk.salience.quote_of.get(token.i)
        head = walk.quotes[number].speaker if number is not None else None
        head = who_speaks(head) if head is not None else None
        speaker = walk.chains.by_head.get(head.i) if head is not None else None
        if speaker is None:
            continue
        if token.lower_ in words["pronouns.speaker"]:
            walk.chains.add(pronoun_reference(token, speaker, How.QUOTE))
        elif token.lower_ in words["pronouns.side"] and not token.text.isupper():
            body = walk.chains.type_of(speaker) in BODIES
            side = speaker if body else walk.chains.sides.get(speaker)
            if side is not None and _may_own(walk, token, side):
                walk.chains.add(pronoun_reference(token, side, How.QUOTE))


def _may_own(walk: _Walk, token: Token, side: str) -> bool:
    """Tell "our country", which is no body's, from "our budget"."""
    lands = walk.lexicon.words["places.country_nouns"]
    land = token.dep_ == "poss" and token.head.lemma_.lower() in lands
    return not land or walk.chains.type_of(side) is EntityType.COUNTRY


def _third_persons(walk: _Walk, *, quoted: bool) -> None:
    """Walk over the text once, for pronouns outside of quotations or inside."""
    choose = _chooser(walk)
    for token in _stops(walk):
        sentence = walk.index.sentence_of(token.i)
        key = walk.chains.by_head.get(token.i)
        if key is None and (token.i in walk.salience.quote_of) is quoted:
            kind = choose.get(token.lower_)
            key = _chosen(walk, token, sentence, kind) if kind is not None else None
            if key is not None:
                walk.chains.add(pronoun_reference(token, key))
        if key is None:
            _add_stranger(walk, token, sentence)
        elif token.tag_ in _RELATIVE:
            continue
        elif walk.chains.type_of(key) is EntityType.PERSON:
            walk.salience.add(token, key, sentence)


def _stops(walk: _Walk) -> list[Token]:
    """Give the tokens that matter: heads of mentions, pronouns, nouns for a person."""
    nouns = walk.lexicon.person_nouns
    stops = {token.i for token in walk.index.pronouns}
    stops |= {t.i for t in walk.index.singulars if t.lemma_.lower() in nouns}
    stops |= walk.chains.by_head.keys()
    return [walk.doc[i] for i in sorted(stops)]


def _chooser(walk: _Walk) -> dict[str, str]:
    kinds = ("male", "female", "neuter", "plural")
    return {
        word: kind for kind in kinds for word in walk.lexicon.words[f"pronouns.{kind}"]
    }


def _chosen(walk: _Walk, token: Token, sentence: int, kind: str) -> str | None:
    if kind in {"male", "female"}:
        return _he(walk, token, sentence, kind[0])
    meant = mean_thing if kind == "neuter" else mean_several
    key = meant(walk.chains, token)
    return None if key is not None and key in _speaking(walk, token) else key


def _speaking(walk: _Walk, token: Token) -> frozenset[str]:
    """Give who speaks in the quotation of a pronoun, and who is told: not "it"."""
    number = walk.salience.quote_of.get(token.i)
    if number is None:
        return frozenset()
    quote = walk.quotes[number]
    parties = set(parties_of(quote))
    if quote.speaker is not None:
        issuer = who_speaks(quote.speaker)
        parties |= set() if issuer is None else {issuer.i}
    known = walk.chains.by_head
    return frozenset(known[i] for i in parties if i in known)


def _add_stranger(walk: _Walk, token: Token, sentence: int) -> None:
    """Take in a person without a name, who may be meant by "he" as well."""
    meant = walk.chains.nouns.get(token.i)
    if meant is not None and token.i in walk.salience.quote_of:
        walk.salience.add(token, _stranger(walk.doc[meant]), sentence)
    if token.tag_ != "NN" or token.i in walk.chains.silent or token.dep_ == "compound":
        return
    if _is_told_of_somebody(walk, token):
        return
    gender = walk.lexicon.person_nouns.get(token.lemma_.lower())
    if gender is not None:
        key = _stranger(token)
        if gender or key not in walk.strangers:
            walk.salience.genders.maps[-1][key] = gender
        walk.strangers[key] = token.i
        walk.salience.add(token, key, sentence)


def _is_told_of_somebody(walk: _Walk, noun: Token) -> bool:
    """Tell what only says who somebody is: "Lee, a partner and a founder, left".

    So in "since becoming president" and "served as president".
    """
    top = first_conjunct(noun)
    if top.dep_ == "appos":
        named = top.head
    elif top.dep_ == "attr":
        subject = own_subject(top.head)
        if subject is None:
            return not any(c.dep_ == "expl" for c in top.head.children)
        named = subject
    else:
        return top.dep_ == "pobj" and top.head.lower_ == "as"
    key = walk.chains.by_head.get(named.i, "")
    return walk.chains.type_of(key) is EntityType.PERSON


def _stranger(noun: Token) -> str:
    """Give the key of a person who has no name: "the man" is the man before."""
    return f"noun:{noun.lemma_.lower()}"


def _he(walk: _Walk, token: Token, sentence: int, gender: str) -> str | None:
    """Choose the person, and learn the gender of who was unknown."""
    chains = walk.chains
    heads = barred_heads(token) | others_in_front(token)
    barred = {chains.by_head.get(i, _stranger(walk.doc[i])) for i in heads}
    barred |= walk.told_of.get(token.i, frozenset())
    barred |= _speaking(walk, token)
    scores = walk.salience.scores(token, gender, sentence, barred)
    client = _client(walk, token, gender)
    if client is not None and client not in barred:
        scores[client] = scores.get(client, 0.0) + _SPOKEN_FOR
    owner = _person(walk, claimant(token), gender)
    best = owner or _behind(walk, token, gender) or most_salient(scores)
    if best is not None and not best.startswith("noun:"):
        if scores.get(best, _SURE) >= _SURE:
            chains.genders.setdefault(best, gender)
        return best
    # Who is meant stays open, and so for the next "he": it may be the same.
    own = f"noun:{token.i}"
    if best is not None and _is_clear(walk, token, best, scores):
        chains.nouns[token.i] = walk.strangers[best]
        own = best
    walk.salience.genders.maps[-1][own] = gender
    walk.salience.add(token, own, sentence)
    return None


def _is_clear(
    walk: _Walk, token: Token, best: str, scores: Mapping[str, float]
) -> bool:
    """Tell whether somebody without a name is whom "he" means, and nobody else."""
    if best not in walk.strangers:
        return False
    noun = walk.doc[walk.strangers[best]]
    if noun.lower_ in walk.lexicon.words["pronouns.indefinite"]:
        return False
    gender = walk.lexicon.person_nouns[noun.lemma_.lower()]
    if gender:
        owner = "his" if gender == "m" else "her"
        if any(c.lower_ == owner for c in noun.lefts):
            return False  # "her daughter" and she may be two
        others = [scores[key] for key in scores if key != best]
        return not others or scores[best] - max(others) > _AHEAD
    return len(scores) == 1 and token.dep_ in _SUBJECTS


def _behind(walk: _Walk, token: Token, gender: str) -> str | None:
    """Choose the subject behind the phrase in which a pronoun stands."""
    return _person(walk, subject_behind(token), gender)


def _client(walk: _Walk, token: Token, gender: str) -> str | None:
    """Give for whom somebody speaks in whose words a pronoun stands."""
    number = walk.salience.quote_of.get(token.i)
    speaker = None if number is None else walk.quotes[number].speaker
    return None if speaker is None else _person(walk, spoken_for(speaker), gender)


def _person(walk: _Walk, token: Token | None, gender: str) -> str | None:
    """Give the person that a token means, if the gender fits."""
    key = walk.chains.by_head.get(token.i) if token is not None else None
    if key is None or walk.chains.type_of(key) is not EntityType.PERSON:
        return None
    fits = walk.chains.genders.get(key, gender) in {gender, "n"}
    return key if fits else None
