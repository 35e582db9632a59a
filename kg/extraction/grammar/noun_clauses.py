"""Read the clauses inside noun phrases: titles, appositions, event nouns, owners."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.frames import Clause, ClauseKind, ClauseLink, Oblique
from kg.extraction.grammar.confidence import noun_confidence
from kg.extraction.grammar.kinds import find_kinds
from kg.extraction.grammar.obliques import find_obliques
from kg.extraction.grammar.patterns import pattern_of
from kg.extraction.grammar.subjects import antecedent
from kg.extraction.grammar.titles import find_titles
from kg.extraction.parse.roles import is_role
from kg.extraction.relation_words import relation_words
from kg.tables import read_tsv, table_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = ["event_nouns", "find_nominals", "verb_of"]

_MARKS = {",", "-", "–", "—", "("}
#: Prepositions before those to whom something is said.
_HEARERS = {"to", "with", "before", "at"}
#: Participles whose noun in front says where: "London-based".
_PLACED = {"base", "bear", "list", "register", "raise", "educate"}


def find_nominals(tree: Tree, verbal: list[Clause]) -> Iterator[Clause]:
    """Find the clauses of noun phrases; ``verbal`` are the clauses they stand in."""
    heads = {clause.head.i: clause.head for clause in verbal}
    heads |= {verb.i: clause.head for clause in verbal for verb in clause.chain}
    for clause in _clauses(tree):
        yield _placed(tree, clause, heads)


def _placed(tree: Tree, clause: Clause, heads: Mapping[int, Token]) -> Clause:
    """Give a nominal clause the verb above it as governor."""
    for above in tree.above(clause.head):
        if above.i in heads:
            return replace(clause, governor=heads[above.i])
    return clause


def _clauses(tree: Tree) -> Iterator[Clause]:
    yield from find_titles(tree)
    yield from find_kinds(tree)
    for token in tree.having("appos"):
        yield from _apposition(tree, token)
    for token in tree.having("amod"):
        yield from _compound_participle(tree, token)
        yield from _adjective_after(tree, token)
    events = event_nouns()
    for index, tag in enumerate(tree.tags):
        if tag not in {"NN", "NNS"}:
            continue
        if "poss" in tree.kinds[index] or tree.lemmas[index] in events:
            yield from _event_or_owner(tree, tree.tokens[index])


def _nominal(  # noqa: PLR0913
    kind: ClauseKind,
    head: Token,
    *,
    subjects: tuple[Token, ...],
    words: tuple[Token, ...] = (),
    objects: tuple[Token, ...] = (),
    agents: tuple[Token, ...] = (),
    complement: Token | None = None,
    obliques: tuple[Oblique, ...] = (),
    passive: bool = False,
) -> Clause:
    arguments = (bool(objects), False, bool(agents), bool(obliques))
    return Clause(
        kind=kind,
        head=head,
        words=words or (head,),
        pattern=pattern_of(kind, ClauseLink.NOMINAL, arguments, passive=passive),
        confidence=noun_confidence(kind),
        subjects=subjects,
        objects=objects,
        agents=agents,
        complement=complement,
        obliques=obliques,
        passive=passive,
        link=ClauseLink.NOMINAL,
    )


def _apposition(tree: Tree, token: Token) -> Iterator[Clause]:
    """Read "Healey, a former teacher,": two names side by side say nothing."""
    noun = tree.head(token)
    if any(mark.text == ":" for mark in tree.tokens[noun.i + 1 : token.i]):
        return  # "Image: Nick Moreau"
    name, role = (token, noun) if _is_role_first(tree, noun, token) else (noun, token)
    if tree.tag(role) not in {"NN", "NNS"} and not is_role(tree, role):
        return
    if role is noun and tree.children(noun, "appos")[0].i < token.i:
        return  # "the singer Ann Lee, the actor Bo Dahl"
    name = _head_of_name(tree, name)
    yield _nominal(
        ClauseKind.APPOSITION,
        role,
        subjects=_explained(tree, name, role),
        complement=role,
        obliques=tuple(find_obliques(tree, role)),
    )


def _explained(tree: Tree, name: Token, role: Token) -> tuple[Token, ...]:
    """Give all of several names that a role is about: "lawmakers Ann and Bob"."""
    if tree.tag(role) != "NNS":
        return (name,)
    first, *others = tree.coordinated(name)
    named = (t for t in others if role.i < name.i or (t.i < role.i and t.ent_type_))
    return (first, *named)


def _head_of_name(tree: Tree, token: Token) -> Token:
    """Give the head of the name in which a word stands: "Union of Clay Workers"."""
    first, last = token.i, token.i
    while tree.tokens[first].ent_iob_ == "I" and first:
        first -= 1
    while last + 1 < len(tree.tokens) and tree.tokens[last + 1].ent_iob_ == "I":
        last += 1
    head = token
    while head.i != tree.heads[head.i] and first <= tree.heads[head.i] <= last:
        head = tree.head(head)
    return head


def _adjective_after(tree: Tree, token: Token) -> Iterator[Clause]:
    """Read "Healey, new to the game,": an adjective set after its noun."""
    noun = tree.head(token)
    before = tree.tokens[token.left_edge.i - 1]
    if token.i > noun.i and before.text in _MARKS and tree.child(token, "prep"):
        yield _nominal(
            ClauseKind.APPOSITION,
            token,
            subjects=(noun,),
            complement=token,
            obliques=tuple(find_obliques(tree, token)),
        )


def _is_role_first(tree: Tree, noun: Token, token: Token) -> bool:
    """Tell "the president, Joe Biden" from "Joe Biden, the president"."""
    return tree.tag(noun) in {"NN", "NNS"} and tree.tag(token).startswith("NNP")


def _compound_participle(tree: Tree, token: Token) -> Iterator[Clause]:
    """Read "U.S.-supplied weapons", which is one token or three."""
    noun = tree.head(token)
    while tree.dep(noun) in {"compound", "nmod", "nummod", "punct", "amod"}:
        noun = tree.head(noun)
    before = [c for c in tree.children(token) if c.i < token.i]
    hyphen = any(c.text == "-" for c in before)
    maker = [c for c in before if tree.tag(c) in {"NN", "NNP", "NNPS", "JJ"}]
    if hyphen and maker and token.lower_ in _participles():
        place = _participles()[token.lower_] in _PLACED
        yield _nominal(
            ClauseKind.ADJECTIVE,
            token,
            subjects=(noun,),
            agents=() if place else (maker[-1],),
            obliques=(Oblique((), maker[-1], token),) if place else (),
            passive=True,
        )
        return
    name, dash, participle = token.text.rpartition("-")
    if dash and name[:1].isupper() and participle in _participles():
        yield _nominal(ClauseKind.ADJECTIVE, token, subjects=(noun,), passive=True)


@cache
def event_nouns() -> Mapping[str, Mapping[str, str]]:
    """Give the nouns of what somebody does, with the rows of their table."""
    return {row["noun"]: row for row in read_tsv("event_nouns.tsv")}


def verb_of(predicate: Token) -> str:
    """Give the verb inside a noun or a compound participle: "ban", "U.S.-supplied"."""
    row = event_nouns().get(predicate.lemma_.lower())
    if row is not None:
        return row["verb"]
    _, dash, participle = predicate.lower_.rpartition("-")
    return _participles().get(participle, participle) if dash else predicate.lemma_


@cache
def _participles() -> Mapping[str, str]:
    return {row["participle"]: row["verb"] for row in read_tsv("participles.tsv")}


def _event_or_owner(tree: Tree, noun: Token) -> Iterator[Clause]:
    owners = tree.spread(tree.children(noun, "poss"))
    owners = tuple(antecedent(tree, owner) or owner for owner in owners)
    row = event_nouns().get(tree.lemma(noun))
    if row is not None:
        clause = _event(tree, noun, owners, row)
        if clause is not None:
            yield clause
            return
    for owner in owners:
        yield _nominal(
            ClauseKind.POSSESSIVE,
            noun,
            subjects=(owner,),
            objects=(noun,),
            obliques=tuple(find_obliques(tree, noun)),
        )


def _event(
    tree: Tree, noun: Token, owners: tuple[Token, ...], row: Mapping[str, str]
) -> Clause | None:
    """Read "Washington's ban on strikes", "Russian fire", "support for Kyiv"."""
    of = any(c.lower_ == "of" for c in tree.children(noun, "prep"))
    acted_on = row["poss"] == "object" and not (of and row["of"] == "object")
    doers = [] if acted_on else list(owners)
    doers = doers or list(_speakers(tree, noun))
    things = list(owners) if acted_on else []
    for modifier in tree.children(noun, "compound", "amod", "nmod"):
        if modifier.ent_type_ in {"GPE", "ORG", "NORP", "PERSON"}:
            doers.extend([] if owners else [modifier])
        elif tree.dep(modifier) == "compound" and row["compound"] == "object":
            dated = modifier.ent_type_ in {"DATE", "TIME"}  # "October oil production"
            things.extend([] if dated else [modifier])
    obliques = list(find_obliques(tree, noun))
    for oblique in list(obliques):
        marker = oblique.marker[0].lower_ if len(oblique.marker) == 1 else ""
        if marker == "by" or (marker == "of" and row["of"] == "subject"):
            doers.append(oblique.head)
            obliques.remove(oblique)
        elif marker == "of" and row["of"] == "object":
            things.append(oblique.head)
            obliques.remove(oblique)
    if not (doers or things or obliques):
        return None
    return _nominal(
        ClauseKind.NOUN,
        noun,
        subjects=tuple(doers),
        objects=tuple(things),
        obliques=tuple(obliques),
    )


def _speakers(tree: Tree, noun: Token) -> tuple[Token, ...]:
    """Give who speaks in the speech of "said in a speech to the council"."""
    preposition = tree.head(noun)
    verb = tree.head(preposition)
    if tree.dep(noun) != "pobj" or preposition.lower_ not in {"in", "during"}:
        return ()
    reporting = table_words("verbs.toml", "reporting")
    spoken = tree.lemma(noun) in relation_words("speeches")
    if not spoken or tree.lemma(verb) not in reporting or tree.child(verb, "auxpass"):
        return ()
    if not any(p.lower_ in _HEARERS for p in tree.children(noun, "prep")):
        return ()
    return tree.spread(tree.children(verb, "nsubj"))
