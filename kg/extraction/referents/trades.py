"""Link the nouns right before names to the named: "astronomer Paul Francis"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.referents.mentions import Reference, base_noun_phrase, is_elect
from kg.model import EntityType, How, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Token

    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.chains import Chains

__all__ = ["find_trades", "is_trade"]

_ATTACHED = {"compound", "nmod", "appos", "amod"}
#: Ends of nouns that tell what somebody does: "organiser", "pitcher", "physicist".
_ENDS = ("er", "or", "ist", "ian", "man", "woman", "eer", "ant", "ee", "hander")
_SHORTEST = 5
_SEVERAL = {"NN", "NNS"}
_TEAMS = frozenset({EntityType.ORGANIZATION, EntityType.GROUP, EntityType.COUNTRY})


def is_trade(noun: Token, lexicon: Lexicon) -> bool:
    """Tell whether a noun says what a person is or does, by its end if by nothing."""
    lemma = noun.lemma_.lower()
    if lemma in lexicon.person_nouns or is_elect(noun):
        return True
    other = ("organizations.nouns", "places.nouns", "organizations.words")
    if any(lemma in lexicon.words[section] for section in other):
        return False
    return len(lemma) >= _SHORTEST and lemma.endswith(_ENDS)


def find_trades(
    doc: Doc, named: Sequence[Reference], chains: Chains, lexicon: Lexicon
) -> Iterator[Reference]:
    """Find the nouns right before names; a title may stand between.

    A plural goes with a team ("debutants Panama"), not with the first of several.
    """
    for reference in named:
        noun = _noun_before(doc, reference, chains)
        if noun is None:
            continue
        kind = chains.type_of(reference.key)
        lemma = noun.lemma_.lower()
        if kind is EntityType.PERSON:
            fits = noun.tag_ != "NNS" and is_trade(noun, lexicon)
        elif kind is EntityType.ORGANIZATION:
            several = noun.tag_ in _SEVERAL and is_trade(noun, lexicon)
            fits = lemma in lexicon.words["organizations.nouns"] or several
        else:
            team = kind in _TEAMS and noun.tag_ == "NNS"
            fits = team and is_trade(noun, lexicon)
        if fits and not (noun.tag_ == "NNS" and _goes_on(doc, reference)):
            start, end = base_noun_phrase(noun)
            start = min(start, _first_part(doc, noun))
            yield Reference(
                start, end, noun.i, MentionKind.NOMINAL, reference.key, How.TITLE,
                silent=True,
            )  # fmt: skip


def _noun_before(doc: Doc, reference: Reference, chains: Chains) -> Token | None:
    """Give the common noun right before a name, which hangs on it.

    One that opens a sentence is tagged as a name for its capital, and one after a
    hyphen for what stands around it: "social-democrat Ann Lee".
    """
    if reference.start == 0:
        return None
    noun = doc[reference.start - 1]
    tag = noun.tag_
    if tag not in _SEVERAL:
        common = tag == "NNP" and (noun.text.islower() or noun.is_sent_start)
        if not common:
            return None
    taken = noun.i in chains.by_head or noun.i in chains.silent
    inside = reference.start <= noun.head.i < reference.end
    head = doc[reference.head]
    apposed = noun.tag_ == "NNS" and head.dep_ == "appos" and head.head.i == noun.i
    beside = apposed or (inside and noun.dep_ in _ATTACHED)
    return noun if beside and not taken else None


def _first_part(doc: Doc, noun: Token) -> int:
    """Give where a word begins that hyphens cut: the "co" of "co-founder"."""
    first = noun.i
    while first > 1 and doc[first - 1].text == "-" and not doc[first - 1].whitespace_:
        first -= 2
    return first


def _goes_on(doc: Doc, reference: Reference) -> bool:
    """Tell whether a name opens a list."""
    head = doc[reference.head]
    return any(child.dep_ == "conj" for child in head.children)
