"""Tell which thing "it" and "its" mean, and where "it" means nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import Form, load_cues
from kg.extraction.referents.chains import BODIES
from kg.extraction.referents.nominals import own_subject
from kg.extraction.referents.salience import subject_behind
from kg.extraction.relation_words import relation_words
from kg.model import EntityType
from kg.tables import read_toml, table_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.referents.chains import Chains

__all__ = ["is_expletive", "mean_thing"]

_VERBS = {"VERB", "AUX"}
_DEEPEST = 12
#: How far before "its" what it is joined to may stand: "Germany and its allies".
_BESIDE = 4
_UPON = {"on", "upon"}
_SHARING = {"xcomp", "advcl", "ccomp", "conj", "pcomp"}
#: By what a clause hangs inside another one, whose subject it may go on to speak of.
_INSIDE = {*_SHARING, "relcl", "acl", "prep", "pobj", "dobj", "attr", "acomp", "dative"}
_CLAUSES = {"ccomp", "xcomp", "csubj", "csubjpass", "acl", "relcl", "pcomp"}
_PREDICATED = {"acomp", "attr", "oprd"}
_THAT = {"ccomp", "csubj", "csubjpass"}
_ACTORS = frozenset(
    {EntityType.ORGANIZATION, EntityType.PRODUCT, EntityType.WORK},
)
_THINGS = BODIES | {
    EntityType.PLACE, EntityType.PRODUCT, EntityType.WORK, EntityType.LAW,
}  # fmt: skip


def mean_thing(chains: Chains, token: Token) -> str | None:
    """Link "it" and "its" only where the grammar leaves one body to be meant."""
    if token.dep_ == "poss":
        owner, described = _owner(chains, token), _described(token)
        itself = described is not None and chains.by_head.get(described.i) == owner
        return None if itself else owner
    if token.dep_ not in {"nsubj", "nsubjpass"} or is_expletive(token):
        return None
    subject = _subject_above(chains, token.head, token.i)
    if subject is None:
        return _body_in_front(chains, token) or _body_before(chains, token)
    return _thing(chains, subject, _THINGS)


def _body_in_front(chains: Chains, token: Token) -> str | None:
    """Give the body of a clause in front: "Although Acme grew, it lost money"."""
    for clause in token.head.lefts:
        aside = any(c.lower_ == "as" for c in clause.lefts)  # "as Acme said, it"
        front = clause.dep_ == "advcl" and not aside
        subject = own_subject(clause) if front else None
        if subject is not None and subject.i < token.i:
            return _thing(chains, subject, BODIES)
    return None


def _thing(chains: Chains, token: Token, types: frozenset[EntityType]) -> str | None:
    key = chains.by_head.get(token.i)
    return key if key is not None and chains.type_of(key) in types else None


def _owner(chains: Chains, token: Token) -> str | None:
    """Link "its": to the subject of its clause, to what it is joined to, or above."""
    verb = _verb_owned(token)
    above = None if verb is None else _subject_above(chains, verb, token.i)
    subject = above or subject_behind(token) or _controller(token)
    if subject is not None:
        return _thing(chains, subject, _THINGS)
    for i in range(token.i - 1, max(token.sent.start, token.i - _BESIDE) - 1, -1):
        before = token.doc[i]
        if before.pos_ in _VERBS:
            break
        if i in chains.by_head:
            return _thing(chains, before, BODIES)
    return _body_before(chains, token)


def _described(token: Token) -> Token | None:
    """Give what "its" noun is told of: "Acme, its main rival", "Acme is its rival"."""
    noun = token.head
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ == "appos":
        return noun.head
    copula = noun.dep_ == "attr" and noun.head.lemma_ == "be"
    return own_subject(noun.head) if copula else None


def _body_before(chains: Chains, token: Token) -> str | None:
    """Give the body that is the subject of the sentence before, for "It" that opens."""
    start = token.sent.start
    before = start - 1
    if token.i != start or before < 0 or token.doc[before].is_space:
        return None
    subject = own_subject(token.doc[before].sent.root)
    if subject is None or any(c.dep_ == "conj" for c in subject.children):
        return None
    if subject.tag_ == "PRP" and subject.lower_ != "it":
        return None  # "We like the plan. It …"
    lands = token.dep_ == "poss" or _is_act(token.head)
    return _thing(chains, subject, _ACTORS | BODIES if lands else _ACTORS)


def _is_act(verb: Token) -> bool:
    """Tell what a country may do: "It called for talks", not "It will house a club"."""
    return verb.lemma_.lower() in table_words("entities.toml", "acting")


def _verb_owned(token: Token) -> Token | None:
    """Give the verb of which "its budget" is the subject, with "its" in front."""
    noun = token.head
    return noun.head if noun.dep_ in {"nsubj", "nsubjpass"} else None


def _subject_above(chains: Chains, verb: Token, end: int) -> Token | None:
    """Give the first subject of the clauses around a verb that "it" can mean."""
    said = False
    for _ in range(_DEEPEST):
        if verb.dep_ not in _INSIDE or verb.head.i == verb.i:
            return None
        said, verb = said or _is_said(verb), verb.head
        subject = own_subject(verb) if verb.pos_ in _VERBS else None
        if subject is None or subject.lower_ == "it":
            continue
        if said or not _is_other(chains, subject):
            return subject if subject.i < end else None
    return None


def _is_said(verb: Token) -> bool:
    """Tell "critics said it failed" from "sales fell so much that it failed"."""
    above = verb.head.lemma_.lower()
    row = load_cues().complement("verb", Form.FINITE, above)
    return verb.dep_ == "ccomp" and row is not None


def _is_other(chains: Chains, subject: Token) -> bool:
    """Tell whether a subject is a person or many things, of which "it" is none."""
    key = chains.by_head.get(subject.i)
    if key is None:
        return subject.tag_ == "NNS"
    return chains.type_of(key) is EntityType.PERSON and subject.tag_ == "NNP"


def is_expletive(token: Token) -> bool:
    """Tell whether "it" only stands for a clause or the weather: "it is clear that".

    So in "made it possible to leave", where it is the subject of the adjective.
    """
    verb = token.head
    if verb.pos_ not in _VERBS:
        return True
    if token.dep_ == "nsubjpass":
        return any(c.i > verb.i and c.dep_ in _THAT for c in verb.children)
    words, lemma = read_toml("entities.toml")["verbs"], verb.lemma_.lower()
    before = {c.lower_ for c in verb.children if c.i < token.i}
    if "as" in before and lemma in words["asides"]:
        return True
    if lemma == "be":
        return _is_predicated(verb)
    if lemma in words["expletive"]:
        return any(_is_meant(c) or _is_likened(c) for c in verb.children)
    # "when it comes to rain"
    return lemma in words["weather"] or (lemma == "come" and "when" in before)


def _is_meant(clause: Token) -> bool:
    """Tell whether a clause behind the verb is what "it" stands for."""
    if clause.i < clause.head.i:
        return False
    if clause.dep_ == "advcl":
        return any(c.tag_ == "TO" for c in clause.children)
    return clause.dep_ in _CLAUSES


def _is_likened(clause: Token) -> bool:
    """Tell "looks as if it will rain" and "sounds like he left"."""
    likened = {"like", "if", "though"}
    if clause.dep_ == "prep":
        told = any(c.dep_ == "pcomp" for c in clause.children)
        return told and clause.lower_ in likened
    return clause.dep_ in {"advcl", "ccomp"} and any(
        c.dep_ == "mark" and c.lower_ in likened for c in clause.children
    )


def _is_predicated(verb: Token) -> bool:
    """Tell "it is clear that", "it was Ann who left", "it is time", "it is as if"."""
    if any(_is_meant(c) or _is_likened(c) for c in verb.children):
        return True
    nouns = relation_words("expletive")
    parts = [c for c in verb.children if c.dep_ in _PREDICATED]
    times = any(p.lemma_ in nouns or p.ent_type_ in {"DATE", "TIME"} for p in parts)
    return times or any(_is_of_clause(part) for part in parts)


def _is_of_clause(part: Token) -> bool:
    """Tell "clear that he left", "Ann who left" from "ready to go", "a town that"."""
    personal = read_toml("entities.toml")["verbs"]["personal"]
    vague = any(c.dep_ == "det" and c.lower_[0] == "a" for c in part.children)
    for clause in part.children:
        if clause.dep_ == "xcomp" and part.lower_ in personal:
            continue
        if _is_meant(clause) and not (clause.dep_ in {"relcl", "acl"} and vague):
            return True
    return False


def _controller(token: Token) -> Token | None:
    """Give the subject of the clause around a possessive, also where it is shared."""
    verb = token.head
    while verb.pos_ not in _VERBS and verb.head.i != verb.i:
        if verb.dep_ in {"nsubj", "nsubjpass"}:
            return None
        verb = verb.head
    for _ in range(_DEEPEST):
        if verb.dep_ == "pcomp" and _affected(token, verb.head.head) is not None:
            return None  # "accused Rome of entering its waters": whose they are is open
        subject = _affected(token, verb) or own_subject(verb) or _patient(verb)
        if subject is not None:
            return subject if subject.i < token.i else None
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if verb.dep_ not in _SHARING or above.pos_ not in _VERBS:
            return None
        verb = above
    return None


def _affected(token: Token, verb: Token) -> Token | None:
    """Give whom somebody thanks or blames "for its work": its is no subject's."""
    if verb.lemma_.lower() not in read_toml("verbs.toml")["object_control"]["verbs"]:
        return None
    objects = (c for c in verb.children if c.dep_ == "dobj" and c.i < token.i)
    thing = next(objects, None)
    # "blocked its plan": the pronoun stands in the object itself
    return None if thing is None or thing.right_edge.i >= token.i else thing


def _patient(verb: Token) -> Token | None:
    """Give whom somebody makes do it: "urged the U.S. to abandon its …".

    So with "calls on the U.S. to abandon its …".
    """
    if verb.dep_ != "xcomp":
        return None
    for child in verb.head.children:
        if child.i > verb.i:
            break
        if child.dep_ == "dobj":
            return child
        if child.dep_ == "prep" and child.lower_ in _UPON:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
