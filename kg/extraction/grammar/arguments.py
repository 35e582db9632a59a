"""Find the arguments of a predicate: objects, recipients, agents, obliques, adverbs.

Coordination is spread and relative pronouns are replaced by what they stand for.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.frames import Oblique
from kg.extraction.grammar.obliques import find_obliques
from kg.extraction.grammar.subjects import antecedent
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from kg.extraction.grammar.predicates import Predicate
    from kg.extraction.parse.syntax import Tree

__all__ = [
    "find_adverbs",
    "find_agents",
    "find_all_obliques",
    "find_objects",
    "find_recipients",
]

_MOST_VERBS = 5
_TWO = 2
_OWN_SUBJECT = ("nsubj", "nsubjpass", "expl")
_QUESTION_WORDS = {"WDT", "WP", "WP$", "WRB"}
_SMALL = {"VB", "VBN", "VBG"}


def find_objects(
    tree: Tree, predicate: Predicate, complement: Token | None
) -> tuple[Token, ...]:
    """Give what is acted on, also where it stands at another verb or is left out."""
    head = predicate.head
    own = tree.spread(tree.children(head, "dobj"))
    if own:
        return _resolved(tree, own)
    later = None if predicate.passive else _shared_object(tree, head)
    if later is not None:
        return tree.coordinated(later)
    small = _small_subject(tree, head)
    if small is not None:
        return tree.coordinated(small)
    if complement is None and _is_gapped(tree, predicate):
        return (tree.head(predicate.top),)
    return ()


def _resolved(tree: Tree, nouns: Iterable[Token]) -> tuple[Token, ...]:
    return tuple([antecedent(tree, noun) or noun for noun in nouns])


def _shared_object(tree: Tree, head: Token) -> Token | None:
    """Give boats in "designs, builds and sells boats" to the verbs before the last."""
    if tree.lemma(head) in table_words("verbs.toml", "intransitive"):
        return None  # "he disagreed and wrote a letter"
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
        bare = tree.tag(child) in _SMALL and not tree.child(child, "aux")
        bare = bare and subject.left_edge.i == head.i + 1
        if tree.tag(child) == "VBN" and tree.child(child, "dobj", "xcomp", "ccomp"):
            bare = False  # a past form: "found a third favoured changing it"
        if tree.is_infinitive(child) or bare:
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
    words = tree.tokens[tree.head(top).i + 1 : top.i]
    if subject is None or tree.child(head, "ccomp"):
        return False
    if any(tree.tag(t) in _QUESTION_WORDS and _is_in(tree, t, top) for t in words):
        return False
    circumstances = table_words("verbs.toml", "circumstances")
    return tree.lemma(tree.head(top)) not in circumstances


def _is_in(tree: Tree, token: Token, top: Token) -> bool:
    return any(above.i == top.i for above in tree.above(token))


def _is_stranded(tree: Tree, predicate: Predicate) -> bool:
    return any(
        not tree.below[p.i] for m in predicate.members for p in tree.children(m, "prep")
    )


def find_recipients(tree: Tree, head: Token) -> tuple[Token, ...]:
    """Give to whom: "gave him a book", "gave a book to him"."""
    if "dative" not in tree.kinds[head.i]:
        return ()
    found = []
    for dative in tree.children(head, "dative"):
        noun = tree.child(dative, "pobj")
        if tree.tag(dative) in {"IN", "TO"}:
            found.extend([noun] if noun else [])
        else:
            found.append(dative)
    return _resolved(tree, tree.spread(found))


def find_agents(tree: Tree, head: Token) -> tuple[Token, ...]:
    """Give who does what is told in the passive."""
    if "agent" not in tree.kinds[head.i]:
        return ()
    prepositions = tree.spread(tree.children(head, "agent"))
    nouns = [noun for by in prepositions for noun in tree.children(by, "pobj")]
    return _resolved(tree, tree.spread(nouns))


def find_all_obliques(
    tree: Tree, predicate: Predicate, nouns: tuple[Token, ...]
) -> tuple[Oblique, ...]:
    """Give the further arguments of a chain's verbs and of what they predicate."""
    inside = [n for n in nouns if tree.head(n).i == predicate.head.i]
    hosts = [*predicate.members, *inside]
    found = [o for host in hosts for o in find_obliques(tree, host)]
    found += _stranded(tree, predicate)
    resolved = [_related(tree, oblique) for oblique in found]
    if len(resolved) < _TWO:
        return tuple(resolved)
    return tuple(sorted(resolved, key=lambda o: (o.marker or (o.head,))[0].i))


def _related(tree: Tree, oblique: Oblique) -> Oblique:
    noun = antecedent(tree, oblique.head) if oblique.marker else None
    return oblique if noun is None else replace(oblique, head=noun)


def _stranded(tree: Tree, predicate: Predicate) -> Iterator[Oblique]:
    """Give the noun back to a preposition left alone: "the house he lived in"."""
    if tree.dep(predicate.top) != "relcl":
        return
    noun = tree.head(predicate.top)
    for member in predicate.members:
        for place in tree.children(member, "advmod"):
            if place.lower_ == "when" and _names_time(tree, noun):
                yield Oblique((place,), noun, member)
        for preposition in tree.children(member, "prep"):
            if not tree.below[preposition.i]:
                yield Oblique((preposition,), noun, member)


def _names_time(tree: Tree, noun: Token) -> bool:
    heads = table_words("times.toml", "words", "heads")
    return noun.ent_type_ in {"DATE", "TIME"} or tree.lemma(noun) in heads


def find_adverbs(
    tree: Tree, predicate: Predicate, complement: Token | None
) -> Iterator[Token]:
    """Give the adverbs, without those that ask, relate or head an oblique."""
    for member in predicate.members:
        for adverb in tree.children(member, "advmod"):
            if complement is not None and adverb.i == complement.i:
                continue
            if tree.child(adverb, "prep", "npadvmod"):
                continue  # an oblique
            if tree.tag(adverb) in _QUESTION_WORDS:
                continue
            if tree.words[adverb.i][0].isalpha():
                yield adverb
