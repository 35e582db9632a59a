"""Read the clauses of a parsed article: who does what to whom, as head tokens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from kg.extraction.frames import Clause, ClauseKind, ClauseLink
from kg.extraction.grammar.arguments import (
    find_adverbs,
    find_agents,
    find_all_obliques,
    find_objects,
    find_recipients,
)
from kg.extraction.grammar.confidence import (
    Standing,
    confidence_of,
    main_rule,
    signs_of,
)
from kg.extraction.grammar.links import find_mood, link_of, marker_of
from kg.extraction.grammar.noun_clauses import find_nominals
from kg.extraction.grammar.patterns import pattern_of
from kg.extraction.grammar.predicates import (
    find_predicates,
    predicate_words,
    words_above,
)
from kg.extraction.grammar.subjects import antecedent, find_subjects
from kg.extraction.parse.repairs import mended_tree
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token

    from kg.extraction.grammar.predicates import Predicate
    from kg.extraction.parse.syntax import Tree

__all__ = ["clauses_of", "read_clauses"]


def read_clauses(doc: Doc) -> tuple[Clause, ...]:
    """Read all clauses, verbal and nominal, in the order in which their heads stand.

    Their tokens are of a mended copy of ``doc`` when its parse had to be mended.
    """
    return clauses_of(mended_tree(doc))


def clauses_of(tree: Tree) -> tuple[Clause, ...]:
    """Read the clauses of a tree whose parse has been mended."""
    verbal = _speech_above(tree, list(_verbal_clauses(tree)))
    found = [*verbal, *find_nominals(tree, verbal)]
    return tuple(sorted(found, key=lambda clause: clause.head.i))


def _speech_above(tree: Tree, clauses: list[Clause]) -> list[Clause]:
    """Put what is said below the saying where the parse has it the other way round."""
    verbs = table_words("verbs.toml", "reporting")
    said = {
        clause.governor.i: clause
        for clause in clauses
        if clause.governor is not None
        and tree.dep(clause.head) == "parataxis"
        and clause.subjects
        and not clause.objects
        and tree.lemma(clause.head) in verbs
    }
    turned = []
    for clause in clauses:
        saying = said.get(clause.head.i)
        if saying is not None and clause.link is ClauseLink.ROOT:
            link, above = ClauseLink.COMPLEMENT, saying.head
            turned.append(replace(clause, link=link, governor=above))
        elif clause.governor is not None and said.get(clause.governor.i) is clause:
            turned.append(replace(clause, link=ClauseLink.ROOT, governor=None))
        else:
            turned.append(clause)
    return turned


def _verbal_clauses(tree: Tree) -> Iterator[Clause]:
    shared: dict[int, Clause] = {}
    chains: dict[int, _Chain] = {}
    for predicate in find_predicates(tree):
        chain = _chain(tree, predicate, chains)
        clause = _clause(tree, predicate, shared, chain)
        for member in predicate.members:
            shared[member.i] = clause
            chains[member.i] = chain
        yield from _by_complement(tree, clause)


class _Chain(NamedTuple):
    """The verbs above a predicate's head, and all their words."""

    verbs: tuple[Token, ...]
    words: tuple[Token, ...]


def _chain(tree: Tree, predicate: Predicate, chains: Mapping[int, _Chain]) -> _Chain:
    """Give the verbs above the head; "continue to meet and to show" has one twice."""
    own = tuple(
        [
            member
            for number, member in enumerate(predicate.members[:-1])
            if tree.lemma(member) != "be" or not _is_adjective(tree, predicate, number)
        ]
    )
    words, top = words_above(tree, predicate), predicate.top
    first = chains.get(tree.heads[top.i])
    if first is None or not _is_parallel(tree, top):
        return _Chain(own, words)
    return _Chain((*first.verbs, *own), (*first.words, *words))


def _is_parallel(tree: Tree, top: Token) -> bool:
    """Tell whether a verb is coordinated below the verbs that phase or control it."""
    if tree.dep(top) != "conj" or tree.tag(top) not in {"VB", "VBG"}:
        return False
    first = tree.head(top)
    if tree.child(top, "aux", "nsubj") and not tree.is_infinitive(top):
        return False
    return tree.tag(first) == tree.tag(top) and tree.dep(first) in {"xcomp", "conj"}


def _is_adjective(tree: Tree, predicate: Predicate, number: int) -> bool:
    return not tree.is_verb(predicate.members[number + 1])


def _clause(
    tree: Tree,
    predicate: Predicate,
    shared: Mapping[int, Clause],
    chain: _Chain,
) -> Clause:
    head, top = predicate.head, predicate.top
    subjects = find_subjects(tree, predicate, shared)
    kind, subjects, complement = _kind(tree, predicate, subjects)
    hosts = subjects if kind is ClauseKind.EXISTENTIAL else ()
    hosts = hosts if complement is None else (complement,)
    link = link_of(tree, top)
    governor = None if link is ClauseLink.ROOT else _governor(tree, top, shared)
    words = predicate_words(tree, predicate, chain.words)
    objects = find_objects(tree, predicate, complement)
    recipients, agents = find_recipients(tree, head), find_agents(tree, head)
    obliques = find_all_obliques(tree, predicate, hosts)
    arguments = (bool(objects), bool(recipients), bool(agents), bool(obliques))
    signs = signs_of(
        main_rule(arguments, complement=complement is not None),
        Standing(link, subjects, words, tree.sentences[head.i]),
    )
    return Clause(
        kind=kind,
        head=head,
        words=words,
        pattern=pattern_of(kind, link, arguments, passive=predicate.passive),
        confidence=confidence_of(signs),
        chain=chain.verbs,
        subjects=subjects,
        objects=objects,
        recipients=recipients,
        agents=agents,
        complement=complement,
        obliques=obliques,
        adverbs=tuple(find_adverbs(tree, predicate, complement)),
        passive=predicate.passive,
        link=link,
        governor=governor,
        marker=marker_of(tree, top),
        mood=find_mood(tree, top, subjects),
    )


def _kind(
    tree: Tree, predicate: Predicate, subjects: tuple[Token, ...]
) -> tuple[ClauseKind, tuple[Token, ...], Token | None]:
    head = predicate.head
    if not tree.is_verb(head):
        return ClauseKind.COPULA, subjects, head
    there = [m for m in predicate.members if _has_there(tree, m)]
    if there:
        what = tree.children(head, "attr", "dobj", "nsubj")
        return ClauseKind.EXISTENTIAL, tree.spread(what), None
    complement = tree.child(head, "attr", "acomp", "oprd") or _adverb(tree, head)
    if complement is not None:
        complement = antecedent(tree, complement) or complement
    copular = tree.lemma(head) in table_words("verbs.toml", "copular")
    if complement is None or tree.child(head, "dobj") or not copular:
        return ClauseKind.VERB, subjects, complement
    return ClauseKind.COPULA, subjects, complement


def _adverb(tree: Tree, head: Token) -> Token | None:
    """Give the adverb that is all that a "be" says: "they are far away"."""
    if tree.lemma(head) != "be" or tree.child(head, "xcomp"):
        return None
    found = [a for a in tree.children(head, "advmod") if a.i > head.i]
    if any(p.i > head.i for p in tree.children(head, "prep")):
        # "sales were down by a third"
        return next((a for a in found if _is_level(tree, a)), None)
    if found and found[-1].lower_ == "far" and tree.child(found[-1], "prep"):
        return None  # "far from done" is not far
    result = tree.child(head, "ccomp")
    if found and result is not None and not _is_so(tree, found[-1]):
        return None
    return found[-1] if found else None


def _is_level(tree: Tree, adverb: Token) -> bool:
    """Tell "down by a third" from "down to luck", "up in arms", "up for sale"."""
    after = tree.words[min(adverb.i + 1, len(tree.words) - 1)]
    idiom = after in {"in", "to", "for", "with", "against", "and"}
    return adverb.lower_ in table_words("verbs.toml", "levels") and not idiom


def _is_so(tree: Tree, adverb: Token) -> bool:
    """Tell "so far away that", where the clause says what came of it."""
    words = range(adverb.left_edge.i, adverb.i)
    return any(tree.lemmas[index] == "so" for index in words)


def _has_there(tree: Tree, verb: Token) -> bool:
    return "EX" in [tree.tags[t.i] for t in tree.children(verb, "expl", "nsubj")]


def _governor(tree: Tree, top: Token, shared: Mapping[int, Clause]) -> Token | None:
    """Give the head of the clause above: of the chain that the next verb up is in."""
    for above in tree.above(top):
        if above.i in shared:
            return shared[above.i].head
    return None


def _by_complement(tree: Tree, clause: Clause) -> Iterator[Clause]:
    """Give one clause for every complement: "is a lawyer and a mayor"."""
    first = clause.complement
    complements = tree.coordinated(first) if first is not None else ()
    if first is None or len(complements) == 1 or first.i == clause.head.i:
        yield clause
        return
    for complement in complements:
        own = [o for o in clause.obliques if o.host.i not in {first.i} - {complement.i}]
        yield replace(clause, complement=complement, obliques=tuple(own))
