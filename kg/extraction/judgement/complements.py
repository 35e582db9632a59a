"""Judge a clause by the word that governs it: managed to, said that, ban on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction.cues import Form, Outcome, load_cues
from kg.extraction.judgement.modality import is_past, marker_of
from kg.extraction.judgement.reminders import is_reminder
from kg.extraction.parse.governors import KINDS, form_of, row_of_kind
from kg.model import Modality, Polarity

if TYPE_CHECKING:
    from kg.extraction.cues import Complement
    from kg.extraction.judgement.worth import Standing
    from kg.extraction.parse.syntax import Tree

__all__ = ["Judgement", "is_told_how", "judge_complement"]

_QUESTION_TAGS = frozenset({"WDT", "WP", "WRB", "WP$"})
_HOW = frozenset({"how", "why", "where", "when"})
_OPEN = (Outcome.OPEN, Outcome.OPEN_NEGATIVE)
_NEGATIVE = (Outcome.NOT_SO, Outcome.OPEN_NEGATIVE)
_PREDICATIVES = frozenset({"acomp", "attr", "oprd"})
_DEGREES = frozenset({"advmod", "predet", "det", "amod"})
_COPULAR = frozenset({"become", "remain", "get", "seem", "appear", "look", "grow"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What follows for a clause; ``known`` is false where it is a mere default.

    What one ``found`` out is so; what one may find out need not be.
    """

    affirmed: Outcome
    negated: Outcome
    modality: Modality
    said: bool = False
    known: bool = True
    found: bool = False

    def is_given(self, above: Standing) -> bool:
        """Tell whether the clause is so whatever the governing clause is worth."""
        if not self.affirmed is self.negated is Outcome.SO:
            return False
        denied = above.polarity is Polarity.NEGATIVE
        return denied or not self.found or above.modality not in _SUPPOSED

    def outcome(self, *, negated: bool) -> tuple[Polarity, Modality | None]:
        """Give polarity and modality; None for that of the governing clause."""
        result = self.negated if negated else self.affirmed
        polarity = Polarity.NEGATIVE if result in _NEGATIVE else Polarity.POSITIVE
        return polarity, self.modality if result in _OPEN else None


#: Under these, what somebody finds out need not be so: "they may find out that".
_SUPPOSED = frozenset(
    {
        Modality.POSSIBLE,
        Modality.CONDITIONAL,
        Modality.HYPOTHETICAL,
        Modality.QUESTION,
        Modality.REQUESTED,
    }
)
_SO = Judgement(Outcome.SO, Outcome.NOT_SO, Modality.ACTUAL)
_GIVEN = Judgement(Outcome.SO, Outcome.SO, Modality.ACTUAL)
_OPEN_PLAN = Judgement(Outcome.OPEN, Outcome.OPEN, Modality.PLANNED, known=False)
_OPEN_THOUGHT = Judgement(
    Outcome.OPEN, Outcome.OPEN, Modality.HYPOTHETICAL, known=False
)
_SAID = Judgement(Outcome.OPEN, Outcome.OPEN, Modality.ACTUAL, said=True, known=False)
_DEFAULTS = {
    Form.FINITE: _SAID,
    Form.INFINITIVE: _OPEN_PLAN,
    Form.GERUND: _OPEN_THOUGHT,
    Form.ADJECTIVE: _SO,
}


def judge_complement(
    tree: Tree, index: int, head: int, *, form: Form | None = None
) -> Judgement:
    """Judge the clause with a head by the word above it."""
    form = form or form_of(tree, index)
    found = _of_class(tree, index, head, form)
    return _by_default(tree, index, head, form) if found is None else found


def _of_class(tree: Tree, index: int, head: int, form: Form) -> Judgement | None:
    if form is Form.FINITE and marker_of(tree, index) in {"whether", "if"}:
        return _asked(tree, index, head)
    if form is Form.FINITE and _is_consequence(tree, index, head):
        return _SO
    if form is Form.FINITE and is_reminder(tree, head):
        return _GIVEN
    kind = KINDS.get(tree.tags[head][0], "noun")
    found = _of_verb(tree, index, head, form) if kind == "verb" else None
    if found is not None:
        return found
    row = row_of_kind(tree, index, head, kind, form)
    if row is None or (row.id == "causation" and marker_of(tree, index) == "for"):
        return None  # "it makes sense for them to leave"
    return _in_context(tree, (index, head), form, row)


def _of_verb(tree: Tree, index: int, head: int, form: Form) -> Judgement | None:
    """Judge a clause below a modal, a copula, or in the subjunctive."""
    if tree.tags[head] == "MD":
        modal = load_cues().modals.get(tree.words[head], Modality.POSSIBLE)
        return Judgement(Outcome.OPEN, Outcome.OPEN_NEGATIVE, modal)
    if tree.lemmas[head] in {"be", "’", "'s"}:
        return _below_be(tree, index, head, form)
    if form is not Form.FINITE:
        return None
    if tree.lemmas[head] in _COPULAR:
        for child in tree.below[head]:
            if tree.deps[child] in _PREDICATIVES and child != index:
                return _of_class(tree, index, child, form)  # "it became clear that"
    if _is_subjunctive(tree, index):
        return Judgement(Outcome.OPEN, Outcome.OPEN, Modality.REQUESTED, said=True)
    return None


def _is_consequence(tree: Tree, index: int, head: int) -> bool:
    """Tell what comes of a degree: "so weak that it collapsed"."""
    if index < head or marker_of(tree, index) != "that":
        return False
    return any(
        tree.words[i] in {"so", "such"} and tree.deps[i] in _DEGREES
        for i in tree.below[head]
    )


def _in_context(
    tree: Tree, link: tuple[int, int], form: Form, row: Complement
) -> Judgement:
    """Judge by a class of words, and by what stands beside the governing word."""
    index, head = link
    own = Judgement(row.affirmed, row.negated, row.modality, row.said)
    match row.id:
        case "semifactive":
            return replace(own, found=True)
        case "able" if _was(tree, head):
            return _SO
        case "true" if _has_wh(tree, index):  # "it is not clear why they left"
            return replace(own, negated=Outcome.OPEN, modality=Modality.QUESTION)
        case "attempt" if _is_in_vain(tree, head):
            return replace(own, affirmed=Outcome.NOT_SO)
        case "implicative":
            return _aimed(tree, head, form) or own
    return own


def _aimed(tree: Tree, head: int, form: Form) -> Judgement | None:
    """Judge what a plan or an effort "began to" do: what it is for is not done."""
    for child in tree.below[head]:
        if tree.deps[child] == "nsubj":
            row = load_cues().complement("noun", form, tree.lemmas[child])
            if row is not None and row.modality is not Modality.ACTUAL:
                return Judgement(row.affirmed, row.negated, row.modality, row.said)
    return None


def _is_in_vain(tree: Tree, verb: int) -> bool:
    """Tell what was tried "in vain" or "unsuccessfully"."""
    vain = load_cues().words["result.vain"]
    below = tree.below[verb]
    objects = (j for i in below if tree.deps[i] == "prep" for j in tree.below[i])
    return any(tree.words[i] in vain for i in (*below, *objects))


def _by_default(tree: Tree, index: int, head: int, form: Form) -> Judgement:
    """Judge a clause below a word that is in no class."""
    kind = KINDS.get(tree.tags[head][0], "noun")
    if kind == "verb" and form is Form.FINITE and is_told_how(tree, index):
        return _GIVEN
    told = kind == "verb" and not _has_wh(tree, index)
    return _OPEN_THOUGHT if form is Form.FINITE and not told else _DEFAULTS[form]


def is_told_how(tree: Tree, index: int) -> bool:
    """Tell what happened from how, why, where or when it did: "how the war ended"."""
    if not is_past(tree, index):
        return False
    return any(tree.words[i] in _HOW for i in tree.below[index])


def _asked(tree: Tree, index: int, head: int) -> Judgement:
    """Judge a clause with "whether": a question, somebody's if the verb says."""
    kind = KINDS.get(tree.tags[head][0], "noun")
    found = row_of_kind(tree, index, head, kind, Form.FINITE)
    said = found is not None and found.said
    return Judgement(Outcome.OPEN, Outcome.OPEN, Modality.QUESTION, said)


def _is_subjunctive(tree: Tree, index: int) -> bool:
    """Tell whether a that-clause has its verb in the plain form: "that he leave"."""
    below = [tree.deps[i] for i in tree.below[index]]
    return tree.tags[index] == "VB" and "aux" not in below and "mark" in below


def _was(tree: Tree, head: int) -> bool:
    """Tell whether "able" is told of the past: what one was able to do was done."""
    verb = tree.heads[head]
    return is_past(tree, verb) and tree.lemmas[verb] == "be"


def _below_be(tree: Tree, index: int, head: int, form: Form) -> Judgement:
    """Judge what "be" introduces by its subject: "the plan is to leave"."""
    if form is Form.ADJECTIVE or tree.deps[index] == "acomp":
        return _SO  # also "the report is likely to help"
    for child in tree.below[head]:
        if tree.deps[child] in _PREDICATIVES and child != index:
            judged = judge_complement(
                tree, index, child, form=form
            )  # "it is true that"
            cleft = not judged.known and _has_wh(tree, index)
            return _SO if cleft else judged  # "it was Vega who won"
    subject = next((i for i in tree.below[head] if tree.deps[i] == "nsubj"), None)
    if subject is not None:
        found = load_cues().complement("noun", form, tree.lemmas[subject])
        if found is not None:
            return Judgement(found.affirmed, found.negated, found.modality, found.said)
    if form is Form.INFINITIVE:
        return _OPEN_PLAN
    return _SO if index > head else replace(_SO, known=False)


def _has_wh(tree: Tree, index: int) -> bool:
    return any(tree.tags[i] in _QUESTION_TAGS for i in tree.below[index])
