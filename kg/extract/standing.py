"""Tell what every clause of a Doc is worth: polarity, modality and who says it.

A clause inherits from the clause above by the link between them, and adds its own words.
Every token is judged once, so the cost is linear.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.complements import Judgement, judge_complement
from kg.extract.cues import Form, load_cues
from kg.extract.modality import (
    has_modal,
    hedge_of,
    is_conditioned,
    is_inverted,
    marker_of,
    own_modality,
)
from kg.extract.polarity import denies_argument, is_negated, shares_negation
from kg.extract.reports import Quotation, Report, find_accordings, report_of
from kg.model import Modality, Polarity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.frames import Quote
    from kg.extract.syntax import Tree

__all__ = ["FACT", "Standing", "Standings"]

_ARGUMENTS = frozenset({"dobj", "pobj", "attr", "dative", "oprd", "nsubj", "nsubjpass"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "acomp", "oprd"})
_SETTLED = frozenset({Modality.QUESTION, Modality.CONDITIONAL})
_DOMINANT = _SETTLED | {Modality.UNLIKELY}
_FUTURE = frozenset(
    {Modality.PLANNED, Modality.REQUESTED, Modality.REQUIRED, Modality.POSSIBLE,
     Modality.HYPOTHETICAL}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """What a clause is worth.

    ``outer`` is whose word that is which the clause takes for granted: a promise is
    the promiser's, "its ban" inside it still the narrator's.
    """

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ACTUAL
    report: Report | None = None
    outer: Report | None = None

    @property
    def is_fact(self) -> bool:
        """Whether it is so, leaving aside who says it."""
        return self.polarity is Polarity.POSITIVE and self.modality is Modality.ACTUAL

    def with_modality(self, modality: Modality) -> Standing:
        """Give the same under another modality, affirmed."""
        return Standing(Polarity.POSITIVE, modality, self.report, self.outer)

    def taken_for_granted(self) -> Standing:
        """Give what a clause inside this one is worth that is told in passing as so."""
        return Standing(report=self.outer, outer=self.outer)


FACT = Standing()


def flipped(polarity: Polarity) -> Polarity:
    """Give the other polarity."""
    negative = polarity is Polarity.NEGATIVE
    return Polarity.POSITIVE if negative else Polarity.NEGATIVE


class Standings:
    """The standings of all tokens of a parse, each worked out when first asked for."""

    __slots__ = ("_above", "_accordings", "_own", "_quotation", "_tree")

    def __init__(self, tree: Tree, quotes: Sequence[Quote] = ()) -> None:
        self._tree = tree
        self._quotation = Quotation.of(quotes)
        self._accordings = find_accordings(tree)
        self._above: dict[int, Standing] = {}
        self._own: dict[int, Standing] = {}

    def of(self, index: int) -> Standing:
        """Give what the clause with this head is worth."""
        path = []
        heads = self._tree.heads
        while index not in self._own:
            path.append(index)
            if heads[index] == index:
                break
            index = heads[index]
        for known in reversed(path):
            self._above[known] = self._inherited(known)
            self._own[known] = self._with_own_words(known)
        return self._own[path[0] if path else index]

    def of_name(self, index: int) -> Standing:
        """Give what a title or apposition is worth: it is told in passing as so.

        In a question it is asked, since "Is she the owner?" is parsed as one.
        """
        report = self._quotation.report(index)
        asked = self.of(index).modality is Modality.QUESTION
        modality = Modality.QUESTION if asked else Modality.ACTUAL
        return Standing(modality=modality, report=report, outer=report)

    def of_noun(self, index: int) -> Standing:
        """Give what a nominal predicate is worth: "Washington's ban" exists."""
        tree = self._tree
        standing = self.of(index)
        hedge = hedge_of(tree, index)
        if hedge is not Modality.ACTUAL:
            return standing.with_modality(hedge)
        held = self._as_argument(index)
        if held is not Modality.ACTUAL:
            return standing.with_modality(held)
        denied = denies_argument(tree, index)
        if self.is_presupposed(index) and not denied:
            return standing.taken_for_granted()
        polarity = flipped(standing.polarity) if denied else standing.polarity
        return replace(standing, polarity=polarity)

    def of_modifier(self, index: int) -> Standing:
        """Give what a participle before its noun is worth: "U.S.-supplied weapons"."""
        tree = self._tree
        noun = tree.heads[index]
        standing = self.of(noun)
        articles = {"a", "an", "any", "no", "every", "each"}
        vague = any(tree.tokens[i].lower_ in articles for i in tree.below[noun])
        hedged = hedge_of(tree, noun) is not Modality.ACTUAL
        if hedged or (vague and not standing.is_fact):
            return Standing(
                standing.polarity, _unsure(standing.modality), standing.report
            )
        return Standing(report=self._quotation.report(index))

    def is_quoted(self, index: int) -> bool:
        """Tell whether a token stands between quotation marks."""
        return index in self._quotation.inside

    def is_presupposed(self, index: int) -> bool:
        """Tell whether a noun phrase takes for granted that there is such a thing."""
        tree = self._tree
        tag = tree.tags[index]
        if tag.startswith(("NNP", "PRP")):
            return True
        for child in tree.below[index]:
            dep = tree.deps[child]
            if dep == "poss":
                return True
            if dep == "det" and tree.tokens[child].lower_ in {
                "the", "this", "that", "these", "those", "both",
            }:  # fmt: skip
                return True
        return tree.deps[index] == "appos" and self.is_presupposed(tree.heads[index])

    # -- what comes from above

    def _inherited(self, index: int) -> Standing:
        tree = self._tree
        head = tree.heads[index]
        own_quote = self._quotation.whole.get(index)
        crosses = head == index or self._quotation.whole.get(head) != own_quote
        if head == index or (crosses and own_quote is None):
            report = self._quotation.report(index)
            return Standing(report=report, outer=report)
        inherited = self._linked(index, head)
        if crosses:
            return self._into_quote(index, inherited)
        return inherited

    def _into_quote(self, index: int, inherited: Standing) -> Standing:
        """Give what quoted words inherit: who says them, and how they were meant."""
        report = self._quotation.report(index)
        dep = self._tree.deps[index]
        if dep in _COMPLEMENTS or dep == "pcomp":
            known = inherited.report or report
            if report and report.source is not None:
                known = report
            quoted = replace(known, quoted=True) if known else None
            return replace(inherited, report=quoted, outer=quoted)
        return Standing(report=report, outer=report)

    def _linked(self, index: int, head: int) -> Standing:
        above = self._own[head]
        match self._tree.deps[index]:
            case "conj":
                return self._coordinate(index, head)
            case dep if dep in _COMPLEMENTS or self._is_gerund(index, "dobj"):
                return self._complement(index, head, above)
            case "advcl":
                return self._adverbial(index, above)
            case dep if dep == "pcomp" or self._is_gerund(index, "pobj"):
                return self._prepositional(index, head, above)
            case "relcl" | "acl":
                return self._attributive(index, head, above)
            case "parataxis":
                return self._above[head]
            case _:
                return above

    def _coordinate(self, index: int, first: int) -> Standing:
        """Give what is coordinated the same context, and shared words of the first."""
        tree = self._tree
        above = self._above[first]
        verbs = tree.tags[first][0] == tree.tags[index][0] == "V"
        if not verbs:
            return above if tree.tags[first][0] == "V" else self._own[first]
        below = [tree.deps[i] for i in tree.below[index]]
        if "nsubj" in below or "nsubjpass" in below or "expl" in below:
            return self._also_according(index, above)
        own = self._own[first]
        standing = replace(above, report=own.report or above.report)
        if self._opens_purpose(index, first):
            return replace(standing, modality=Modality.PLANNED)
        plain = tree.tags[index] in {"VB", "VBN", "VBG"} and not has_modal(tree, index)
        if plain or (not has_modal(tree, first) and own.modality is Modality.POSSIBLE):
            standing = replace(standing, modality=own.modality)
        denied = own.polarity is not above.polarity
        if denied and shares_negation(tree, first, index):
            standing = replace(standing, polarity=own.polarity)
        return standing

    def _opens_purpose(self, index: int, first: int) -> bool:
        """Tell an infinitive that goes with a phrase: "met for talks and to show unity"."""
        tree = self._tree
        if not tree.is_infinitive(tree.tokens[index]):
            return False
        return any(
            tree.deps[i] == "prep" and tree.lemmas[i] == "for" and first < i < index
            for i in tree.below[first]
        )

    def _also_according(self, index: int, above: Standing) -> Standing:
        first = self._tree.heads[index]
        report = self._accordings.get(first)
        return replace(above, report=report) if report else above

    def _complement(self, index: int, head: int, above: Standing) -> Standing:
        tree = self._tree
        judged = judge_complement(tree, index, head)
        if marker_of(tree, index) == "in case":
            return above.with_modality(Modality.CONDITIONAL)
        if self._stands_before(index, head, judged):
            return self._above[head]
        if tree.tags[head][0] == "N":
            if tree.deps[head] == "dobj" and judged.said and self._is_denial(head):
                report = report_of(tree, tree.heads[head], quoted=self.is_quoted(index))
                return Standing(Polarity.NEGATIVE, Modality.ACTUAL, report, report)
            if judged.modality is Modality.POSSIBLE and self._is_slight(head):
                return above.with_modality(Modality.UNLIKELY)
        if self._is_denied_noun(head):
            above = replace(above, polarity=flipped(above.polarity))
        return self._judged(index, head, above, judged)

    def _stands_before(self, index: int, head: int, judged: Judgement) -> bool:
        """Tell a clause that the parser hangs on the next: "it rained; it would snow"."""
        tree = self._tree
        return (
            index < head
            and not judged.known
            and tree.deps[index] == "ccomp"
            and not self.is_quoted(index)
            and not any(tree.deps[i] == "mark" for i in tree.below[index])
        )

    def _is_denial(self, noun: int) -> bool:
        """Tell whether the verb over a noun denies it: "rejected the claim"."""
        tree = self._tree
        lemma = tree.lemmas[tree.heads[noun]]
        row = load_cues().complement("verb", Form.FINITE, lemma)
        return row is not None and row.id == "denial"

    def _is_slight(self, noun: int) -> bool:
        """Tell whether a chance is small or none: "little chance"."""
        slight = load_cues().words["negation.slight"]
        return any(
            self._tree.tokens[i].lower_ in slight for i in self._tree.below[noun]
        )

    def _is_denied_noun(self, head: int) -> bool:
        tree = self._tree
        return (
            tree.tags[head][0] == "N"
            and tree.deps[head] != "nsubj"
            and denies_argument(tree, head)
        )

    def _judged(
        self, index: int, head: int, above: Standing, judged: Judgement
    ) -> Standing:
        """Apply the class of the governing word to what that word is worth."""
        report = above.report
        happened = above.is_fact or report is None
        asked = judged.modality is not Modality.ACTUAL
        if judged.said and (happened or asked):
            report = report_of(self._tree, head, quoted=self.is_quoted(index))
            if report.source is None and self._is_hearsay(head):
                above = above.with_modality(Modality.POSSIBLE)
        outer = report if judged.modality is Modality.ACTUAL else above.outer
        if judged.factive:
            return above.taken_for_granted()
        negated = above.polarity is Polarity.NEGATIVE
        polarity, modality = judged.outcome(negated=negated)
        if modality is None or above.modality in _SETTLED:  # as the governing clause
            modality = above.modality
        elif judged.said and modality is Modality.ACTUAL:
            unsaid = negated and polarity is Polarity.POSITIVE
            modality = Modality.HYPOTHETICAL if unsaid else above.modality
        return Standing(polarity, modality, report, outer)

    def _is_hearsay(self, verb: int) -> bool:
        """Tell whether something "is said" by nobody in particular."""
        tree = self._tree
        return any(tree.deps[i] == "auxpass" for i in tree.below[verb])

    def _adverbial(self, index: int, above: Standing) -> Standing:
        tree = self._tree
        cues = load_cues()
        head = tree.heads[index]
        if tree.is_infinitive(tree.tokens[index]):
            return self._infinitive(index, head, above)
        if tree.lemmas[head] == "long" and tree.deps[head] in {"advmod", "pcomp"}:
            return above.with_modality(Modality.CONDITIONAL)  # "as long as"
        marker = marker_of(tree, index)
        if not marker:
            if is_inverted(tree, index):
                return above.with_modality(Modality.CONDITIONAL)
            return above.with_modality(above.modality)
        if marker == "in case":
            return above.with_modality(Modality.CONDITIONAL)
        rule = cues.markers.get(marker, "time")
        if rule in {"own", "time"}:
            follows = _SETTLED
            if rule == "time" or (marker == "as" and self._follows_as(index, head)):
                follows = _FUTURE | _SETTLED
            kept = above.modality if above.modality in follows else Modality.ACTUAL
            return above.with_modality(kept)
        if rule == "main":
            return above.with_modality(above.modality)
        return above.with_modality(Modality(rule))

    def _follows_as(self, index: int, head: int) -> bool:
        """Tell whether an "as" is under the main verb's "will", or tells its manner."""
        manner = load_cues().words["manner.verbs"]
        return has_modal(self._tree, head) or self._tree.lemmas[index] in manner

    def _infinitive(self, index: int, head: int, above: Standing) -> Standing:
        """Judge an infinitive beside a verb: purpose, result, or what is asked for."""
        tree = self._tree
        words = load_cues().words
        before = min((index, *tree.below[index])) - 1
        opening = (before, *tree.below[index])
        if any(tree.tokens[i].lower_ == "only" for i in opening if 0 <= i < index):
            return above.with_modality(above.modality)  # "only to die"
        if is_inverted(tree, head):
            return above  # "were he to leave"
        if (
            tree.lemmas[index] in words["result.found"]
            and tree.lemmas[head] in words["result.verbs"]
        ):
            return above.with_modality(above.modality)
        judged = judge_complement(tree, index, head)
        if judged.known and tree.tags[head][0] == "V":
            return self._judged(index, head, above, judged)
        return above.with_modality(Modality.PLANNED)

    def _prepositional(self, index: int, prep: int, above: Standing) -> Standing:
        """Judge a clause after a preposition by it and by what it hangs on."""
        tree = self._tree
        cues = load_cues()
        word = tree.tokens[prep].lower_
        host = tree.heads[prep]
        marker = marker_of(tree, index)
        if marker in {"whether", "if"}:
            return above.with_modality(Modality.QUESTION)
        if word in cues.words["negation.prepositions"]:
            return replace(above, polarity=flipped(above.polarity))
        before = tree.tokens[prep - 1].lower_ if prep else ""
        if f"{before} {word}" in cues.words["negation.instead"]:
            return Standing(Polarity.NEGATIVE, above.modality, above.report)
        form = Form.GERUND if tree.tags[index] == "VBG" else Form.FINITE
        rule = cues.gerund_prepositions.get(word, "hypothetical")
        if rule != "own":
            judged = judge_complement(tree, index, host, form=form)
            if judged.known:
                return self._judged(index, host, above, judged)
        return self._after_preposition(rule, above)

    def _after_preposition(self, rule: str, above: Standing) -> Standing:
        match rule:
            case "own":
                kept = above.modality if above.modality in _FUTURE else Modality.ACTUAL
                return above.with_modality(kept)
            case "main":
                return above.with_modality(above.modality)
            case modality:
                return above.with_modality(Modality(modality))

    def _attributive(self, index: int, noun: int, above: Standing) -> Standing:
        """Judge a clause on a noun: what the noun says, or a relative clause."""
        tree = self._tree
        over = tree.tokens[tree.heads[noun]].lower_
        if (
            over in load_cues().words["negation.prepositions"]
            and tree.tags[index] == "VBG"
            and tree.deps[noun] == "pobj"
        ):
            return replace(above, polarity=flipped(above.polarity))
        infinitive = tree.is_infinitive(tree.tokens[index])
        that = any(tree.deps[i] == "mark" for i in tree.below[index])
        if tree.deps[index] == "acl" and (that or infinitive):
            return self._complement(index, noun, self._noun_above(noun, above))
        if infinitive:
            if tree.deps[noun] == "ROOT":
                return above.with_modality(Modality.PLANNED)  # "Chile to host games"
            ranked = self._ranked(noun)
            return above if ranked else above.with_modality(Modality.HYPOTHETICAL)
        return self._modifier(noun, index)

    def _ranked(self, noun: int) -> bool:
        """Tell whether a noun is the first, last or only one: "the first to leave"."""
        tree = self._tree
        complement = load_cues().complement
        return any(
            complement("adjective", Form.INFINITIVE, tree.lemmas[i], "ranked")
            for i in (noun, *tree.below[noun])
            if tree.deps[i] in {"amod", "attr", "nsubj", "dobj", "pobj"}
        )

    def _is_gerund(self, index: int, dep: str) -> bool:
        tree = self._tree
        return (
            tree.deps[index] == dep
            and tree.tags[index] == "VBG"
            and not any(tree.deps[i] in {"det", "poss"} for i in tree.below[index])
        )

    def _noun_above(self, noun: int, above: Standing) -> Standing:
        held = self._as_argument(noun)
        return above.with_modality(held) if held is not Modality.ACTUAL else above

    def _modifier(self, noun: int, index: int) -> Standing:
        tree = self._tree
        standing = self.of(noun) if noun != index else FACT
        comma = index > noun and any(
            tree.tokens[i].text == "," for i in range(noun + 1, index) if i < noun + 3
        )
        held = self._as_argument(noun)
        if (
            self.is_presupposed(noun)
            or comma
            or (standing.is_fact and held == "actual")
        ):
            if not denies_argument(tree, noun):
                return standing.taken_for_granted()
        modality = held if held is not Modality.ACTUAL else standing.modality
        return standing.with_modality(_unsure(modality))

    def _as_argument(self, noun: int) -> Modality:
        """Give what the word above makes of a thing that need not be there yet."""
        tree = self._tree
        dep, head = tree.deps[noun], tree.heads[noun]
        if dep == "conj":
            return Modality.ACTUAL
        if dep == "pobj" and tree.lemmas[head] == "for":
            head = tree.heads[head]
        elif dep not in {"dobj", "dative"}:
            return Modality.ACTUAL
        return load_cues().intensional.get(tree.lemmas[head], Modality.ACTUAL)

    # -- what the clause's own words add

    def _with_own_words(self, index: int) -> Standing:
        tree = self._tree
        above = self._above[index]
        if tree.tags[index][:2] not in {"VB", "MD"} and not self._is_predicate(index):
            return above
        polarity = (
            flipped(above.polarity) if is_negated(tree, index) else above.polarity
        )
        modality = own_modality(tree, index)
        if above.modality in _DOMINANT or modality is Modality.ACTUAL:
            modality = above.modality
        if modality is Modality.HYPOTHETICAL and self._is_backshifted(index):
            modality = Modality.PLANNED
        if modality is Modality.ACTUAL and self._is_headline_plan(index):
            modality = Modality.PLANNED
        if tree.deps[index] in {"ccomp", "advcl"} and is_inverted(tree, index):
            modality, above = Modality.CONDITIONAL, replace(above, report=None)
        if modality is Modality.ACTUAL and is_conditioned(tree, index):
            modality = Modality.CONDITIONAL
        told = self._accordings.get(index)
        if told is not None:
            return Standing(polarity, modality, told, told)
        return Standing(polarity, modality, above.report, above.outer)

    def _is_predicate(self, index: int) -> bool:
        tree = self._tree
        return any(
            tree.deps[i] in {"neg", "aux"} and tree.deps[index] not in _ARGUMENTS
            for i in tree.below[index]
        )

    def _is_backshifted(self, index: int) -> bool:
        """Tell whether "would" is the "will" of what somebody said in the past."""
        tree = self._tree
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

    def _is_headline_plan(self, index: int) -> bool:
        """Tell whether a root is a headline's infinitive: "Senate to vote"."""
        tree = self._tree
        return tree.deps[index] == "ROOT" and tree.is_infinitive(tree.tokens[index])


def _unsure(modality: Modality) -> Modality:
    return Modality.HYPOTHETICAL if modality is Modality.ACTUAL else modality
