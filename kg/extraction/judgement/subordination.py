"""Judge a clause by the link on which it hangs: complement, adverbial, relative."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extraction.cues import Form, Outcome, load_cues
from kg.extraction.judgement.complements import (
    Judgement,
    is_told_how,
    judge_complement,
)
from kg.extraction.judgement.conditions import asks, is_inverted
from kg.extraction.judgement.gerunds import gerund_rule, governor_of, is_governed
from kg.extraction.judgement.joints import (
    infinitives_before,
    is_labelled,
    is_result,
    is_set_aside,
    is_split,
)
from kg.extraction.judgement.modality import marker_of
from kg.extraction.judgement.polarity import is_by_nobody
from kg.extraction.judgement.presupposition import (
    held_by,
    is_content,
    is_denied_noun,
    is_given_up,
    is_ranked,
    is_rejected,
    is_slight,
    judge_modifier,
)
from kg.extraction.judgement.time_clauses import is_done_before, kept_modality
from kg.extraction.judgement.worth import OPEN, SETTLED, Standing, flipped
from kg.extraction.speech.reports import is_hearsay, report_of
from kg.extraction.speech.voices import voiced
from kg.model import Modality, Polarity

if TYPE_CHECKING:
    from kg.extraction.parse.syntax import Tree
    from kg.extraction.speech.reports import Quotation, Report

__all__ = ["Links"]


@dataclass(frozen=True, slots=True)
class Links:
    """Judges the clauses of one parse; ``above`` is what the word above is worth."""

    tree: Tree
    quotation: Quotation

    def complement(
        self, index: int, head: int, above: Standing, context: Standing
    ) -> Standing:
        """Judge a clause by the word that governs it.

        ``context`` is what that word itself inherits: it holds for a clause that is not
        governed at all and only stands before.
        """
        tree = self.tree
        judged = judge_complement(tree, index, head)
        if marker_of(tree, index) == "in case":
            return above.with_modality(Modality.CONDITIONAL)
        if self._stands_before(index, head, judged):
            return context
        if not judged.known and is_result(tree, index, head):
            return above
        denied = self._denied(index, head, above, judged)
        if denied is not None:
            return denied
        if is_denied_noun(tree, head):
            above = replace(above, polarity=flipped(above.polarity))
        found = self._judged(index, head, above, judged)
        named = tree.deps[index] == "oprd" and tree.tags[index][0] == "N"
        return replace(found, outer=above.outer) if named else found

    def _denied(
        self, index: int, head: int, above: Standing, judged: Judgement
    ) -> Standing | None:
        """Judge a clause by its noun where that is rejected, slight, or given up."""
        tree = self.tree
        if tree.tags[head][0] != "N":
            return None
        if judged.said and is_rejected(tree, head):
            report = report_of(tree, tree.heads[head], quoted=self._quoted(index))
            return Standing(Polarity.NEGATIVE, Modality.ACTUAL, report, report)
        if (judged.modality is Modality.POSSIBLE or judged.said) and is_slight(
            tree, head
        ):
            if tree.lemmas[head] == "doubt":
                return above.taken_for_granted()  # "there is no doubt that"
            return above.with_modality(Modality.UNLIKELY)
        if judged.modality is Modality.PLANNED and is_given_up(tree, head):
            above = replace(above, polarity=flipped(above.polarity))
            return replace(above, modality=Modality.PLANNED)
        return None

    def _quoted(self, index: int) -> bool:
        return index in self.quotation.inside

    def _stands_before(self, index: int, head: int, judged: Judgement) -> bool:
        """Tell a clause that the parser hangs on the next: "it rained; it snowed"."""
        tree = self.tree
        if not judged.known and is_labelled(tree, index, head):
            return True
        return (
            index < head
            and tree.deps[index] == "ccomp"
            and (not judged.known or is_split(tree, index, head))
            and self._quoted(index) is self._quoted(head)
            and not any(tree.deps[i] == "mark" for i in tree.below[index])
        )

    def _not_prevented(self, verb: int, above: Standing) -> Standing:
        """Take what somebody "could not prevent" for what happened."""
        tree = self.tree
        could = any(tree.words[i] == "could" for i in tree.below[verb])
        return replace(above, modality=Modality.ACTUAL) if could else above

    def _judged(
        self, index: int, head: int, above: Standing, judged: Judgement
    ) -> Standing:
        """Apply the class of the governing word to what that word is worth."""
        report = above.report
        happened = above.is_fact or report is None
        asked = judged.modality is not Modality.ACTUAL
        if judged.said and (happened or asked):
            own = self._report_of(index, head)
            report = voiced(self.tree, head, own, report)
            if report is None or (own.source is None and is_hearsay(self.tree, head)):
                above = replace(above, modality=Modality.POSSIBLE)
        outer = report if judged.modality is Modality.ACTUAL else above.outer
        denied = judged.affirmed is Outcome.OPEN_NEGATIVE
        if judged.is_given(above) or (denied and is_by_nobody(self.tree, head)):
            return above.taken_for_granted()
        negated = above.polarity is Polarity.NEGATIVE
        if negated and judged.affirmed is Outcome.NOT_SO:
            above = self._not_prevented(head, above)
        polarity, modality = judged.outcome(negated=negated)
        if modality is None or above.modality in SETTLED:  # as the governing clause
            modality = above.modality
        elif judged.said and modality is Modality.ACTUAL:
            unsaid = negated and polarity is Polarity.POSITIVE
            denied = judged.affirmed is Outcome.OPEN_NEGATIVE
            open_ = Modality.POSSIBLE if denied else Modality.HYPOTHETICAL
            modality = open_ if unsaid else above.modality
        return Standing(polarity, modality, report, outer)

    def _report_of(self, index: int, head: int) -> Report:
        """Give whose word a clause is by the word above it.

        Who is quoted before the marks close goes on after them: "“We won,” said Lund,
        adding that", of which the parser makes what "we" add.
        """
        own = report_of(self.tree, head, quoted=self._quoted(index))
        if own.source is None or self._quoted(head) or not self._quoted(own.source):
            return own
        quoted = self.quotation.report(own.source)
        return own if quoted is None else replace(own, source=quoted.source)

    def adverbial(self, index: int, above: Standing) -> Standing:
        """Judge a clause of time, reason, condition or purpose."""
        marker = marker_of(self.tree, index)
        found = self._by_order(index, marker, above)
        if found is not None:
            return found
        rule = load_cues().markers.get(marker, "time") if marker else "main"
        if rule == "main":
            return self._participle(index, self.tree.heads[index], above)
        if rule not in {"own", "time"}:
            return above.with_modality(Modality(rule))
        kept = kept_modality(self.tree, index, (marker, rule), above.modality)
        return above.with_modality(kept)

    def _by_order(self, index: int, marker: str, above: Standing) -> Standing | None:
        """Judge a clause by its form and by what stands right before it."""
        tree = self.tree
        head = tree.heads[index]
        if tree.is_infinitive(tree.tokens[index]):
            return self._infinitive(index, head, above)
        if is_set_aside(tree, index):
            return Standing(Polarity.NEGATIVE, above.modality, above.report)
        if marker == "if" and head < index and asks(tree, head):
            return self.complement(index, head, above, above)
        long = tree.lemmas[head] == "long" and tree.deps[head] in {"advmod", "pcomp"}
        if long or (not marker and is_inverted(tree, index)):
            return above.with_modality(Modality.CONDITIONAL)  # "as long as"
        return None

    def _participle(self, index: int, head: int, above: Standing) -> Standing:
        """Judge a clause without a subordinator by the main clause.

        After "is expected to win, ending the war" it is so as far as the infinitive.
        """
        tree = self.tree
        if is_done_before(tree, index) and above.modality in OPEN:
            return above.with_modality(Modality.ACTUAL)
        for verb in infinitives_before(tree, index, head):
            above = self.complement(verb, tree.heads[verb], above, above)
        return above.with_modality(above.modality)

    def _infinitive(self, index: int, head: int, above: Standing) -> Standing:
        """Judge an infinitive beside a verb: purpose, result, or what is asked for."""
        tree = self.tree
        before = tree.first(index) - 1
        opening = (before, *tree.below[index])
        if any(tree.words[i] == "only" for i in opening if 0 <= i < index):
            return above.with_modality(above.modality)  # "only to die"
        if is_inverted(tree, head):
            return above  # "were he to leave"
        if is_result(tree, index, head):
            return above.with_modality(above.modality)
        judged = judge_complement(tree, index, head)
        if judged.known and tree.tags[head][0] == "V":
            return self._judged(index, head, above, judged)
        return above.with_modality(Modality.PLANNED)

    def prepositional(self, index: int, prep: int, above: Standing) -> Standing:
        """Judge a clause after a preposition by it and by what it hangs on."""
        tree = self.tree
        cues = load_cues()
        word = tree.words[prep]
        host = governor_of(tree, index, prep)
        marker = marker_of(tree, index)
        if marker in {"whether", "if"}:
            return above.with_modality(Modality.QUESTION)
        if cues.markers.get(word) == "conditional":
            return above.with_modality(Modality.CONDITIONAL)  # "provided that"
        if word in cues.words["negation.prepositions"]:
            return replace(above, polarity=flipped(above.polarity))
        if is_set_aside(tree, prep + 1):
            return Standing(Polarity.NEGATIVE, above.modality, above.report)
        form = Form.GERUND if tree.tags[index] == "VBG" else Form.FINITE
        rule = gerund_rule(tree, prep)
        if rule != "own" and is_governed(tree, host, word):
            judged = judge_complement(tree, index, host, form=form)
            if judged.known:
                return self._judged(index, host, above, judged)
        # "not far from where she lived"; what one talks "about" is one's own word
        if form is Form.FINITE and word != "about" and is_told_how(tree, index):
            rule = "granted"
        return self._after_preposition(rule, above)

    def _after_preposition(self, rule: str, above: Standing) -> Standing:
        match rule:
            case "own":
                kept = above.modality if above.modality in OPEN else Modality.ACTUAL
                return above.with_modality(kept)
            case "main":
                return above.with_modality(above.modality)
            case "given":
                return above.with_modality(Modality.ACTUAL)
            case "granted":
                return above.taken_for_granted()
            case modality:
                return above.with_modality(Modality(modality))

    def attributive(self, index: int, noun: int, above: Standing) -> Standing:
        """Judge a clause on a noun: what the noun says, or a relative clause."""
        tree = self.tree
        over = tree.words[tree.heads[noun]]
        if (
            over in load_cues().words["negation.prepositions"]
            and tree.tags[index] == "VBG"
            and tree.deps[noun] == "pobj"
        ):
            return replace(above, polarity=flipped(above.polarity))
        infinitive = tree.is_infinitive(tree.tokens[index])
        that = any(tree.deps[i] == "mark" for i in tree.below[index])
        told = tree.deps[index] == "relcl" and is_content(tree, noun, index)
        if told or (tree.deps[index] == "acl" and (that or infinitive)):
            return self.complement(index, noun, self._noun_above(noun, above), above)
        if infinitive:
            if tree.deps[noun] == "ROOT":
                return above.with_modality(Modality.PLANNED)  # "Chile to host games"
            ranked = is_ranked(tree, noun)
            return above if ranked else above.with_modality(Modality.HYPOTHETICAL)
        return judge_modifier(tree, noun, index, above)

    def _noun_above(self, noun: int, above: Standing) -> Standing:
        held = held_by(self.tree, noun)
        return above.with_modality(held) if held is not Modality.ACTUAL else above
