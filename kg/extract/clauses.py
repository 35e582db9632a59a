"""Read the clauses of a parsed article: who does what to whom, as head tokens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.frames import Clause, ClauseKind, ClauseLink
from kg.extract.links import find_mood, link_of, marker_of
from kg.extract.noun_clauses import find_nominals
from kg.extract.obliques import find_obliques
from kg.extract.predicates import find_predicates, own_words
from kg.extract.repairs import mended
from kg.extract.subjects import Shared, antecedent, find_subjects
from kg.extract.syntax import Tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token

    from kg.extract.frames import Oblique
    from kg.extract.predicates import Predicate

__all__ = ["clauses_of", "read_clauses"]

_MOST_VERBS = 5
_OWN_SUBJECT = ("nsubj", "nsubjpass", "expl")
_QUESTION_WORDS = {"WDT", "WP", "WP$", "WRB"}


def read_clauses(doc: Doc) -> tuple[Clause, ...]:
    """Read all clauses, verbal and nominal, in the order in which their heads stand.

    Their tokens are of a mended copy of ``doc`` when its parse had to be mended.
    """
    return clauses_of(Tree.of(mended(doc)))


def clauses_of(tree: Tree) -> tuple[Clause, ...]:
    """Read the clauses of a tree whose parse has been mended."""
    verbal = list(_verbal_clauses(tree))
    found = [*verbal, *find_nominals(tree, verbal)]
    return tuple(sorted(found, key=lambda clause: clause.head.i))


def _verbal_clauses(tree: Tree) -> Iterator[Clause]:
    shared: dict[int, Shared] = {}
    chains: dict[int, tuple[Token, ...]] = {}
    for predicate in find_predicates(tree):
        chain = _chain(tree, predicate, chains)
        clause = _clause(tree, predicate, shared, chain)
        given = _shared(tree, clause)
        for member in predicate.members:
            shared[member.i] = given
            chains[member.i] = chain
        yield from _by_complement(tree, clause)


def _chain(
    tree: Tree, predicate: Predicate, chains: Mapping[int, tuple[Token, ...]]
) -> tuple[Token, ...]:
    """Give the verbs above the head; "continue to meet and to show" shares its first."""
    own = tuple(
        member
        for number, member in enumerate(predicate.members[:-1])
        if not (tree.lemma(member) == "be" and _is_adjective(tree, predicate, number))
    )
    top = predicate.top
    if tree.dep(top) != "conj" or tree.tag(top) not in {"VB", "VBG"}:
        return own
    first = tree.head(top)
    if tree.tag(first) != tree.tag(top) or (
        tree.child(top, "aux", "nsubj") and not (tree.is_infinitive(top))
    ):
        return own
    return (*chains.get(first.i, ()), *own) if tree.dep(first) in {
        "xcomp", "conj",
    } else own  # fmt: skip


def _is_adjective(tree: Tree, predicate: Predicate, number: int) -> bool:
    return not tree.is_verb(predicate.members[number + 1])


def _shared(tree: Tree, clause: Clause) -> Shared:
    return Shared(
        subjects=clause.subjects,
        objects=(*clause.objects, *clause.recipients)[:1]
        if clause.recipients
        else clause.objects,
        agents=clause.agents,
        passive=clause.passive,
        head=clause.head,
    )


def _clause(
    tree: Tree,
    predicate: Predicate,
    shared: Mapping[int, Shared],
    chain: tuple[Token, ...],
) -> Clause:
    head, top = predicate.head, predicate.top
    subjects = find_subjects(tree, predicate, shared)
    kind, subjects, complement = _kind(tree, predicate, subjects)
    link = link_of(tree, top)
    governor = None if link is ClauseLink.ROOT else _governor(tree, top, shared)
    return Clause(
        kind=kind,
        head=head,
        words=_words(tree, predicate, chain),
        pattern=_pattern(kind, predicate, link),
        confidence=0.9,
        chain=chain,
        subjects=subjects,
        objects=_objects(tree, predicate, complement),
        recipients=_recipients(tree, head),
        agents=_agents(tree, head),
        complement=complement,
        obliques=_obliques(tree, predicate, complement),
        adverbs=tuple(_adverbs(tree, predicate, complement)),
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
    if complement is not None and antecedent(tree, complement) is not None:
        complement = antecedent(tree, complement)
    if complement is None or tree.child(head, "dobj"):
        return ClauseKind.VERB, subjects, complement
    return ClauseKind.COPULA, subjects, complement


def _adverb(tree: Tree, head: Token) -> Token | None:
    """Give the adverb that is all that a "be" says: "they are far away"."""
    if tree.lemma(head) != "be" or tree.child(head, "prep", "ccomp", "xcomp"):
        return None
    found = [a for a in tree.children(head, "advmod") if a.i > head.i]
    return found[-1] if found else None


def _has_there(tree: Tree, verb: Token) -> bool:
    return any(tree.tag(t) == "EX" for t in tree.children(verb, "expl", "nsubj"))


def _governor(tree: Tree, top: Token, shared: Mapping[int, Shared]) -> Token | None:
    """Give the head of the clause above: of the chain that the next verb up is in."""
    for above in tree.above(top):
        if above.i in shared:
            return shared[above.i].head
    return None


def _words(
    tree: Tree, predicate: Predicate, chain: tuple[Token, ...]
) -> tuple[Token, ...]:
    found = [w for m in predicate.members for w in own_words(tree, m)]
    found += chain
    found += _shared_auxiliaries(tree, predicate)
    words = {word.i: word for word in found}
    return tuple(words[index] for index in sorted(words))


def _shared_auxiliaries(tree: Tree, predicate: Predicate) -> Iterator[Token]:
    """Give the auxiliaries that a coordinated verb shares: "has been caught and tried"."""
    top = predicate.top
    if tree.children(top, "aux", "auxpass", "nsubj", "nsubjpass", "expl"):
        return
    verb = top
    while tree.dep(verb) == "conj":
        verb = tree.head(verb)
        auxiliaries = tree.children(verb, "aux", "auxpass")
        if not auxiliaries:
            continue
        if _fits(tree, auxiliaries, top):
            yield from auxiliaries
            if any(tree.lemma(c) in {"or", "nor"} for c in tree.children(verb, "cc")):
                yield from tree.children(verb, "neg")
        return


def _fits(tree: Tree, auxiliaries: list[Token], verb: Token) -> bool:
    last = auxiliaries[-1]
    match tree.tag(verb):
        case "VB":
            return tree.tag(last) in {"MD", "TO"} or tree.lemma(last) == "do"
        case "VBN":
            return tree.lemma(last) in {"be", "have", "get"}
        case "VBG":
            return tree.lemma(last) == "be"
        case "VBD":
            # A participle tagged as a past form, only right after "was seized and".
            near = verb.i - tree.head(verb).i
            return tree.lemma(last) in {"be", "have"} and near == 2
    return False


def _pattern(kind: ClauseKind, predicate: Predicate, link: ClauseLink) -> str:
    voice = "passive" if predicate.passive else kind.value
    return (
        f"clause-{voice}"
        if link is not ClauseLink.PARTICIPIAL
        else (f"participle-{voice}")
    )


def _objects(
    tree: Tree, predicate: Predicate, complement: Token | None
) -> tuple[Token, ...]:
    head = predicate.head
    own = tree.spread(tree.children(head, "dobj"))
    if own:
        resolved = [antecedent(tree, noun) or noun for noun in own]
        return tuple(resolved)
    later = _shared_object(tree, head)
    if later is not None:
        return tree.coordinated(later)
    small = _small_subject(tree, head)
    if small is not None:
        return tree.coordinated(small)
    if complement is None and _is_gapped(tree, predicate):
        return (tree.head(predicate.top),)
    return ()


def _shared_object(tree: Tree, head: Token) -> Token | None:
    """Give boats in "designs, builds and sells boats" to the verbs before the last."""
    for verb in tree.coordinated(head)[1:_MOST_VERBS]:
        if tree.child(verb, *_OWN_SUBJECT) or not _is_bare(tree, tree.head(verb)):
            return None
        noun = tree.child(verb, "dobj")
        if noun is not None:
            return noun
    return None


def _is_bare(tree: Tree, verb: Token) -> bool:
    """Tell whether nothing but another verb follows a verb."""
    after = {tree.deps[i] for i in tree.below[verb.i] if i > verb.i}
    return after <= {"cc", "punct", "conj"}


def _small_subject(tree: Tree, head: Token) -> Token | None:
    """Give Ukraine in "allow Ukraine to strike", which the parse puts below strike."""
    for child in tree.children(head, "ccomp"):
        subject = tree.child(child, "nsubj", "nsubjpass")
        asked = [c for c in tree.children(child) if tree.tag(c) in _QUESTION_WORDS]
        if subject is None or asked or tree.child(child, "mark", "auxpass"):
            continue
        if tree.is_infinitive(child) or tree.tag(child) in {"VB", "VBN", "VBG"}:
            if not tree.children(child, "aux") or tree.is_infinitive(child):
                return subject
    return None


def _is_gapped(tree: Tree, predicate: Predicate) -> bool:
    """Tell whether a relative clause's noun is its object: "missiles they provide"."""
    top, head = predicate.top, predicate.head
    if tree.dep(top) != "relcl" or predicate.passive or _is_stranded(tree, predicate):
        return False
    if tree.is_infinitive(top):
        # "decisions to take", but not "the first to leave".
        return not tree.child(head, "prep", "ccomp", "attr", "acomp", "advmod")
    subject = tree.child(top, "nsubj")
    pronouns = [t for t in tree.children(top) if tree.tag(t) in _QUESTION_WORDS]
    if subject is None or pronouns or tree.children(head, "ccomp"):
        return False
    return tree.lemma(tree.head(top)) not in {"time", "day", "way", "reason", "place"}


def _is_stranded(tree: Tree, predicate: Predicate) -> bool:
    return any(
        not tree.children(p)
        for m in predicate.members
        for p in tree.children(m, "prep")
    )


def _recipients(tree: Tree, head: Token) -> tuple[Token, ...]:
    found = []
    for dative in tree.children(head, "dative"):
        noun = tree.child(dative, "pobj")
        if tree.tag(dative) in {"IN", "TO"}:
            found.extend([noun] if noun else [])
        else:
            found.append(dative)
    resolved = [antecedent(tree, noun) or noun for noun in tree.spread(found)]
    return tuple(resolved)


def _agents(tree: Tree, head: Token) -> tuple[Token, ...]:
    nouns = [
        n for by in tree.children(head, "agent") for n in tree.children(by, "pobj")
    ]
    resolved = [antecedent(tree, noun) or noun for noun in tree.spread(nouns)]
    return tuple(resolved)


def _obliques(
    tree: Tree, predicate: Predicate, complement: Token | None
) -> tuple[Oblique, ...]:
    hosts = list(predicate.members)
    if complement is not None and tree.head(complement).i == predicate.head.i:
        hosts.append(complement)
    found = [o for host in hosts for o in find_obliques(tree, host)]
    found += _stranded(tree, predicate)
    resolved = [
        replace(o, head=antecedent(tree, o.head) or o.head) if o.marker else o
        for o in found
    ]
    return tuple(sorted(resolved, key=lambda o: (o.marker or (o.head,))[0].i))


def _stranded(tree: Tree, predicate: Predicate) -> Iterator[Oblique]:
    """Give the noun back to a preposition left alone: "the house he lived in"."""
    from kg.extract.frames import Oblique as Found  # noqa: PLC0415

    if tree.dep(predicate.top) != "relcl":
        return
    noun = tree.head(predicate.top)
    for member in predicate.members:
        for place in tree.children(member, "advmod"):
            if place.lower_ in {"where", "when"}:
                yield Found((place,), noun, member)
        for preposition in tree.children(member, "prep"):
            if not tree.children(preposition):
                yield Found((preposition,), noun, member)


def _adverbs(
    tree: Tree, predicate: Predicate, complement: Token | None
) -> Iterator[Token]:
    for member in predicate.members:
        for adverb in tree.children(member, "advmod"):
            if complement is not None and adverb.i == complement.i:
                continue
            if tree.tag(adverb) not in _QUESTION_WORDS and not tree.child(
                adverb, "prep", "npadvmod"
            ):
                yield adverb


def _by_complement(tree: Tree, clause: Clause) -> Iterator[Clause]:
    """Give one clause for every complement: "is a lawyer and a mayor"."""
    if clause.complement is None or clause.complement.i == clause.head.i:
        yield clause
        return
    for complement in tree.coordinated(clause.complement):
        own = [
            o
            for o in clause.obliques
            if o.host.i != clause.complement.i or complement.i == o.host.i
        ]
        yield replace(clause, complement=complement, obliques=tuple(own))
