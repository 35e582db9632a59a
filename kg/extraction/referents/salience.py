"""Choose the person that "he" or "she" means: salience after Lappin and Leass 1994."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.extraction.cues import Form, load_cues
from kg.extraction.referents.mentions import first_conjunct, is_subject
from kg.tables import table_words

if TYPE_CHECKING:
    from collections import ChainMap
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Token

__all__ = [
    "Candidate",
    "Salience",
    "barred_heads",
    "most_salient",
    "others_in_front",
    "subject_behind",
]

_VERBS = {"VERB", "AUX"}
_NOMINATIVE = {"nsubj", "nsubjpass"}
_PARTICIPLES = {"VBG", "VBN"}
_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "dative", "attr"}
_OBJECTS = {"dobj", "dative", "pobj"}
_EMBEDDED = {"poss", "compound", "nmod", "amod"}
#: Weights after Lappin and Leass 1994, scaled to 1 for a mention as such.
_SUBJECT = 1.0
_OBJECT = 0.2
_INSIDE_A_NAME_OR_OWNER = -0.2
_INSIDE_A_NOUN_PHRASE = -0.5
_SAME_ROLE = 0.4
_CLAUSE_AROUND = 1.3
_CLAUSE_BETWEEN = -0.3
_ACROSS_MARKS = 0.6
_EACH_SENTENCE = 0.5
_FARTHEST = 4
#: Who says something is who said something before.
_SAYS_AGAIN = 0.4
#: A doctor or an expert without a name is less often meant than who has a name.
_OFFICE = 0.8
#: Whose gender nobody knows may be a man, a woman or no person at all.
_UNKNOWN = 0.95
_UNNAMED = "noun:"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention of a person: its entity, head token, sentence and weight."""

    key: str
    head: int
    sentence: int
    weight: float
    quote: int = -1
    says: bool = False


@dataclass(slots=True)
class Salience:
    """The persons of the last sentences, while an article is walked through.

    ``fleeting`` are "everybody" and "somebody", whom no other sentence goes on about.
    """

    genders: ChainMap[str, str]
    quote_of: Mapping[int, int]
    fleeting: frozenset[str] = frozenset()
    recent: list[Candidate] = field(default_factory=list)

    def add(self, token: Token, key: str, sentence: int) -> None:
        """Take in one mention; forget those that are too far behind."""
        quote = self.quote_of.get(token.i, -1)
        weight, says = _weight(token), _says(token)
        self.recent.append(Candidate(key, token.i, sentence, weight, quote, says))
        while self.recent and sentence - self.recent[0].sentence > _FARTHEST:
            del self.recent[0]

    def scores(
        self, pronoun: Token, gender: str, sentence: int, barred: Iterable[str]
    ) -> dict[str, float]:
        """Give how salient each person is that agrees."""
        out = set(barred)
        quote = self.quote_of.get(pronoun.i, -1)
        scores: dict[str, float] = {}
        clauses, says = _clauses_above(pronoun), _says(pronoun)
        for one in self.recent:
            if one.head >= pronoun.i or one.key in out:
                continue
            known = self.genders.get(one.key, "")
            gone = one.key in self.fleeting and one.sentence != sentence
            if gone or known not in {"", "n", gender}:
                continue
            decay = _EACH_SENTENCE ** (sentence - one.sentence)
            weight = one.weight * decay
            if one.quote != quote and one.sentence != sentence:
                weight *= _ACROSS_MARKS
            weight += _extra(pronoun.doc[one.head], pronoun, clauses, decay)
            if says and one.says:
                weight += _SAYS_AGAIN * decay
            if known != gender:
                weight *= _OFFICE if one.key.startswith(_UNNAMED) else _UNKNOWN
            scores[one.key] = max(scores.get(one.key, weight), weight)
        return scores


def most_salient(scores: Mapping[str, float]) -> str | None:
    """Give the most salient person, or none where two are even."""
    best = [key for key in scores if scores[key] == max(scores.values())]
    return best[0] if len(best) == 1 else None


def _weight(token: Token) -> float:
    top = first_conjunct(token)
    weight = 1.0
    if is_subject(token):
        weight += _SUBJECT
    elif top.dep_ in {"dobj", "dative", "agent", "attr"}:
        weight += _OBJECT
    elif top.dep_ in _EMBEDDED:
        weight += _INSIDE_A_NAME_OR_OWNER
    elif top.dep_ == "pobj" and top.head.head.pos_ not in _VERBS:
        weight += _INSIDE_A_NOUN_PHRASE
    return weight


def _says(token: Token) -> bool:
    """Tell whether a token is the subject of a saying: "he said"."""
    if token.dep_ != "nsubj":
        return False
    lemma = token.head.lemma_.lower()
    row = load_cues().complement("verb", Form.FINITE, lemma)
    return row is not None and row.said


def _led(token: Token) -> Token | None:
    """Give the subject that a token is, or owns: "Zelenskyy's requests are …".

    So with whom it speaks for: "a spokesman for Lee says".
    """
    noun = token.head if token.dep_ == "poss" else token
    if token.dep_ == "pobj" and token.head.lower_ == "for":
        voices = table_words("entities.toml", "persons", "voices")
        voice = token.head.head
        noun = voice if voice.lemma_.lower() in voices else token
    return noun if is_subject(noun) else None


def _extra(
    token: Token, pronoun: Token, clauses: Mapping[int, int], decay: float
) -> float:
    """Add for the same role, and for the subject of a clause around the pronoun."""
    extra = 0.0
    subject = _led(token)
    both = subject is not None and is_subject(pronoun)
    if both or {token.dep_, pronoun.dep_} <= _OBJECTS:
        extra += _SAME_ROLE * decay
    if subject is not None and subject.head.i in clauses:
        extra += _CLAUSE_AROUND + _CLAUSE_BETWEEN * clauses[subject.head.i]
    return extra


def _clauses_above(token: Token) -> dict[int, int]:
    """Give the verbs above a token, with how many clauses lie between."""
    above: dict[int, int] = {}
    verb = token
    while verb.head.i != verb.i:
        verb = verb.head
        if verb.pos_ in _VERBS:
            above[verb.i] = len(above)
    return above


def subject_behind(pronoun: Token) -> Token | None:
    """Give the subject for which a pronoun in a phrase in front of it stands.

    "Leaving his post, Lee said …", "In its report, Oxfam said …"; clauses with a finite
    verb are left, for these go back to the sentence before as often.
    """
    token = pronoun
    while token.head.i != token.i:
        if token.pos_ in _VERBS and token.tag_ not in {"VBG", "VBN", "VB"}:
            return None
        above = token.head
        front = token.dep_ in {"advcl", "prep"} and above.pos_ in _VERBS
        if front and above.i > pronoun.i:
            return next(
                (c for c in above.lefts if c.dep_ in _NOMINATIVE and c.i > pronoun.i),
                None,
            )
        if token.dep_ in _NOMINATIVE:
            return None
        token = above
    return None


def barred_heads(pronoun: Token) -> set[int]:
    """Give the tokens that the grammar forbids a pronoun to mean.

    They are the other arguments of its verb, and the phrase of which it is a part.
    """
    if pronoun.lower_.endswith("self"):
        return set()
    if pronoun.dep_ == "poss":
        return _own_phrase(pronoun)
    verb = pronoun.head
    if pronoun.dep_ == "pobj" and verb.head.pos_ in _VERBS:
        verb = verb.head
    if verb.pos_ not in _VERBS:
        return set()
    barred = {c.i for c in verb.children if c.dep_ in _ARGUMENTS and c.i != pronoun.i}
    while not is_subject(pronoun) and verb.dep_ in {"xcomp", "conj"}:
        if any(child.dep_ in _NOMINATIVE for child in verb.children):
            break
        # The subject of "wanted to see him" is the one above.
        above = verb.head
        patients = {c.i for c in above.children if c.dep_ == "dobj"}
        if verb.dep_ == "xcomp" and patients:
            return barred | patients
        verb = above
        barred |= {c.i for c in verb.children if c.dep_ in _NOMINATIVE}
    return barred


def others_in_front(pronoun: Token) -> set[int]:
    """Give the nouns of "After seeing Lee's film, he": who sees is not Lee."""
    barred: set[int] = set()
    lefts = pronoun.head.lefts if pronoun.dep_ in _NOMINATIVE else ()
    for child in lefts:
        gerund = child
        if child.dep_ == "prep":
            gerund = next((c for c in child.children if c.dep_ == "pcomp"), child)
        shared = gerund.tag_ in _PARTICIPLES and gerund.dep_ in {"advcl", "pcomp"}
        if shared and not any(c.dep_ in _NOMINATIVE for c in gerund.children):
            words = pronoun.doc[gerund.left_edge.i : gerund.right_edge.i + 1]
            barred |= {t.i for t in words if t.tag_[:2] == "NN"}
    return barred


def _own_phrase(pronoun: Token) -> set[int]:
    """Give the heads of the noun phrases around a possessive: "his father Albert"."""
    own: set[int] = set()
    token = pronoun.head
    own.add(token.i)
    own |= {c.i for c in token.children if c.dep_ == "appos"}
    while token.dep_ in {"compound", "appos", "nmod"}:
        token = token.head
        own.add(token.i)
        own |= {c.i for c in token.children if c.dep_ == "appos"}
    if token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "PROPN":
        own.add(token.i + 1)
    return own
