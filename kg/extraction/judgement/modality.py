"""Read modality off the words around a predicate: auxiliaries, adverbs, its mood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import load_cues
from kg.model import Modality

if TYPE_CHECKING:
    from kg.extraction.parse.syntax import Tree

__all__ = [
    "has_modal",
    "hedge_of",
    "is_backshifted",
    "is_hardly",
    "is_headline_plan",
    "is_past",
    "is_plain",
    "is_told_ahead",
    "marker_of",
    "own_modality",
    "shares_auxiliaries",
]

#: What follows an "if" that opens no clause: "few if any".
_NO_CLAUSE = frozenset({"any", "anything", "ever", "not", "only"})
_ASKABLE = frozenset({"ROOT", "ccomp", "conj", "parataxis", "acomp", "advcl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "csubjpass"})
#: Relations of the words that may bind a clause.
_MARKING = frozenset({"mark", "advmod", "prep", "cc"})
#: Relations of the words that may tell a predicate's modality.
_TELLING = frozenset({"aux", "auxpass", "acomp", "advmod"})


def own_modality(tree: Tree, index: int) -> Modality:
    """Give the modality that a predicate's own words give it, without its context."""
    if _is_asked(tree, index):
        return Modality.QUESTION
    if _is_imperative(tree, index):
        return Modality.REQUESTED
    before = tree.words[index - 1] if index else ""
    if before == "but" and tree.words[index - 2] == "all":
        return Modality.HYPOTHETICAL  # "has all but vanished"
    found = Modality.ACTUAL
    for child in tree.below[index]:
        if tree.deps[child] not in _TELLING:
            continue
        if tree.deps[child] == "aux":
            # "Will Carter bought": a name, since no past tense follows a modal
            plain = tree.tags[index] != "VBD" and not _is_had(tree, child, index)
            modality = _of_auxiliary(tree, child) if plain else Modality.ACTUAL
        else:
            modality = _of_word(tree, child)
        if modality is not Modality.ACTUAL:
            found = modality
    return found


def _of_word(tree: Tree, index: int) -> Modality:
    """Give the modality of an adverb, of "feels threatened", or of "is possible"."""
    if tree.deps[index] == "acomp":
        if any(tree.tokens[i].lower_ == "how" for i in tree.below[index]):
            return Modality.QUESTION  # "to find out how deep it is"
        clausal = any(tree.tags[i][:2] == "VB" for i in tree.below[index])
        known = {} if clausal else load_cues().predicates
        return known.get(tree.words[index], Modality.ACTUAL)
    feels = tree.words[index] in {"feel", "feels", "felt"}
    if tree.deps[index] == "auxpass" and feels:
        return Modality.POSSIBLE
    if tree.deps[index] != "advmod" or _modifies_number(tree, index):
        return Modality.ACTUAL
    return load_cues().adverbs.get(tree.words[index], Modality.ACTUAL)


def has_modal(tree: Tree, index: int) -> bool:
    """Tell whether a predicate has an auxiliary of modality of its own."""
    return any(
        tree.deps[i] == "aux" and _of_auxiliary(tree, i) is not Modality.ACTUAL
        for i in tree.below[index]
    )


def _of_auxiliary(tree: Tree, index: int) -> Modality:
    modality = load_cues().modals.get(tree.words[index], Modality.ACTUAL)
    # "'d" is "had" and "need" a plain verb unless they are tagged as modals
    return modality if tree.tags[index] == "MD" else Modality.ACTUAL


def _is_had(tree: Tree, index: int, verb: int) -> bool:
    """Tell whether a "'d" before a participle is "had": "he'd fallen"."""
    if tree.tags[verb] != "VBN" or tree.words[index] not in {"'d", "’d"}:
        return False
    return not any(
        index < i < verb and tree.deps[i] in {"aux", "auxpass"}
        for i in tree.below[verb]
    )


def _modifies_number(tree: Tree, index: int) -> bool:
    """Tell whether an adverb stands before a number: "nearly 200"."""
    after = index + 1
    return after < len(tree.tags) and tree.tags[after] in {"CD", "$", "PDT"}


def _is_asked(tree: Tree, index: int) -> bool:
    """Tell whether a predicate is that of a direct question."""
    dep, above = tree.deps[index], tree.heads[index]
    if dep == "conj" and any(
        tree.tokens[i].lower_ == "whether" for i in tree.below[index]
    ):
        return True  # "the bill and whether he wrote it"
    titled = dep == "acl" and tree.deps[above] == "ROOT"  # "Banks closing early?"
    if not titled and dep not in _ASKABLE:
        return False
    if "conj" in (dep, *tree.kinds[index]) and _asks_together(tree, index):
        return True
    marks = (*tree.below[index], *(tree.below[above] if titled else ()))
    words = [tree.words[i] for i in marks if tree.deps[i] == "punct"]
    return "?" in [word[0] for word in words]


def _asks_together(tree: Tree, index: int) -> bool:
    """Tell one of several questions with one mark: "did it rain, or did it snow?"."""
    subject = next((i for i in tree.below[index] if tree.deps[i] in _SUBJECTS), index)
    first = min((i for i in tree.below[index] if tree.deps[i] == "aux"), default=index)
    if first >= subject:
        return False
    last = tree.tokens[index].sent[-1]
    while last.is_space and last.i > index:
        last = last.nbor(-1)
    return last.text[0] == "?"


def _is_imperative(tree: Tree, index: int) -> bool:
    """Tell whether a root in the plain form stands without a subject."""
    if tree.tags[index] != "VB" or tree.deps[index] not in {"ROOT", "ccomp"}:
        return False
    if tree.deps[index] == "ccomp" and not _opens_quote(tree, index):
        return False
    below = [tree.deps[i] for i in tree.below[index] if tree.tags[i] != "VB"]
    does = [tree.words[i] for i in tree.below[index] if tree.deps[i] == "aux"]
    return not _SUBJECTS.intersection(below) and set(does) <= {"do"}


def _opens_quote(tree: Tree, index: int) -> bool:
    """Tell whether a verb is the first of quoted words, but for a few before it."""
    before = range(max(0, index - 3), index)
    return any(tree.tags[i] == "``" for i in before)


def marker_of(tree: Tree, index: int) -> str:
    """Give the subordinator of a clause, with the word that it goes with, or ""."""
    markers = load_cues().markers
    for child in tree.below[index]:
        dep, word = tree.deps[child], tree.words[child]
        if dep not in _MARKING and word != "in":
            continue
        after = tree.words[child + 1] if child + 1 < len(tree.words) else ""
        if word == "if" and after in _NO_CLAUSE and not _wishes(tree, index, child):
            continue
        if dep == "mark" or (dep in _MARKING and word in markers):
            return _with_neighbour(tree, child)
        if word == "in" and after == "case":
            return "in case"
    return ""


def _wishes(tree: Tree, index: int, mark: int) -> bool:
    """Tell "if only" before a clause of its own: "if only she had stayed"."""
    rest = tree.below[index]
    subject = next((i for i in rest if tree.deps[i] in _SUBJECTS), index)
    return tree.words[mark + 1] == "only" and tree.first(subject) <= mark + 2 < index


def _with_neighbour(tree: Tree, index: int) -> str:
    """Give a subordinator with the word beside it, if both are one: "even if"."""
    markers = load_cues().markers
    for first in (index - 1, index):
        if first >= 0 and first + 1 < len(tree.words):
            pair = f"{tree.words[first]} {tree.words[first + 1]}"
            if pair in markers:
                return pair
    return tree.words[index]


def is_past(tree: Tree, index: int) -> bool:
    """Tell whether a predicate stands in the past or the perfect tense."""
    if tree.tags[index] == "VBD":
        return True
    auxiliaries = [i for i in tree.below[index] if tree.deps[i] in {"aux", "auxpass"}]
    tags = [tree.tags[i] for i in auxiliaries]
    if not tags or "MD" in tags:
        return False
    return "VBD" in tags or "have" in [tree.lemmas[i] for i in auxiliaries]


def shares_auxiliaries(tree: Tree, first: int, second: int) -> bool:
    """Tell whether the auxiliaries of one verb are those of the next too.

    The tagger takes the second of "could have closed it and sold it" for a past, and
    that of "could close it and put us out" for a past or a present.
    """
    auxiliaries = {tree.lemmas[i] for i in tree.below[first] if tree.deps[i] == "aux"}
    own = [i for i in tree.below[second] if tree.deps[i] in {"aux", "auxpass"}]
    forms = {"VB", "VBN", "VBG"}
    if "have" in auxiliaries and not own:
        forms.add("VBD")
    plain = tree.words[second] == tree.lemmas[second] and not own
    if plain and has_modal(tree, first) and not _turns(tree, first, second):
        forms |= {"VBD", "VBP"}
    return tree.tags[second] in forms and not has_modal(tree, second)


def _turns(tree: Tree, first: int, second: int) -> bool:
    """Tell whether two verbs are joined by "but"."""
    joined = [i for i in tree.below[first] if tree.deps[i] == "cc" and i < second]
    return (
        bool(joined)
        and tree.words[joined[-1]] in load_cues().words["negation.contrast"]
    )


def hedge_of(tree: Tree, index: int) -> Modality:
    """Give the modality that adjectives give the event of a noun: "a planned visit"."""
    cues = load_cues()
    for child in tree.below[index]:
        if tree.deps[child] in {"amod", "det", "compound", "advmod"}:
            found = cues.hedges.get(tree.words[child])
            if found is not None:
                return found
    return Modality.ACTUAL


def is_hardly(tree: Tree, index: int) -> bool:
    """Tell "will hardly replace" from "will not replace"."""
    return any(tree.lemmas[i] in {"hardly", "scarcely"} for i in tree.below[index])


def is_headline_plan(tree: Tree, index: int) -> bool:
    """Tell whether a root is a headline's infinitive: "Senate to vote"."""
    return tree.deps[index] == "ROOT" and tree.is_infinitive(tree.tokens[index])


def is_plain(tree: Tree, index: int) -> bool:
    """Tell a plain form without auxiliary: "may fall, and the school be closed"."""
    verbs = [i for i in tree.below[index] if tree.deps[i] in {"aux", "auxpass"}]
    if not verbs:
        return tree.tags[index] == "VB"
    return [tree.deps[i] for i in verbs] == ["auxpass"] and tree.tags[verbs[0]] == "VB"


def is_told_ahead(tree: Tree, index: int) -> bool:
    """Tell the "would" of what came later: "he would later lead the union"."""
    below = tree.below[index]
    if tree.deps[index] == "ccomp" or any(tree.lemmas[i] == "have" for i in below):
        return False
    went = tree.lemmas[index] == "go" and any(tree.words[i] == "on" for i in below)
    return went or any(
        tree.words[i] in {"later", "subsequently"} and tree.deps[i] == "advmod"
        for i in below
    )


def is_backshifted(tree: Tree, index: int) -> bool:
    """Tell whether "would" is the "will" of what somebody said in the past."""
    first = index
    while tree.deps[first] == "conj":
        first = tree.heads[first]
    return (
        tree.deps[first] == "ccomp"
        and tree.tags[tree.heads[first]] in {"VBD", "VBN"}
        and not any(
            tree.deps[i] == "advcl" or tree.lemmas[i] == "have"
            for i in tree.below[index]
        )
    )
