"""Tell what every clause of a Doc is worth: polarity, modality and who says it.

A clause inherits from the clause above by the link between them and adds its own words.
Every token is judged once, so the cost is linear.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.judgement.accordings import find_accordings
from kg.extraction.judgement.conditions import is_conditioned, is_inverted
from kg.extraction.judgement.coordination import (
    First,
    coordinated,
    is_alternative,
)
from kg.extraction.judgement.joints import follows_infinitive
from kg.extraction.judgement.modality import (
    hedge_of,
    is_backshifted,
    is_hardly,
    is_headline_plan,
    is_told_ahead,
    own_modality,
)
from kg.extraction.judgement.polarity import (
    denies_argument,
    is_negated,
)
from kg.extraction.judgement.presupposition import held_by, is_presupposed, is_to_come
from kg.extraction.judgement.subordination import Links
from kg.extraction.judgement.time_clauses import is_scheduled
from kg.extraction.judgement.worth import DOMINANT, Standing, flipped, unsure
from kg.extraction.speech.reports import Quotation, Report, report_of
from kg.model import Modality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.frames import Quote
    from kg.extraction.parse.syntax import Tree

__all__ = ["Standings"]

_ARGUMENTS = frozenset({"dobj", "pobj", "attr", "dative", "oprd", "nsubj", "nsubjpass"})
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj", "csubjpass", "acomp", "oprd"})
#: What may be worth something else than the word above; so may any gerund.
_CLAUSAL = _COMPLEMENTS | {
    *("conj", "advcl", "pcomp", "relcl", "acl", "parataxis", "dep"),
}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
#: Of so many quoted words at least somebody is the speaker.
_PHRASE = 4
_VAGUE = frozenset({"a", "an", "any", "no", "every", "each"})


class Standings:
    """The standings of all tokens of a parse, each worked out when first asked for."""

    __slots__ = (
        "_above",
        "_asides",
        "_links",
        "_own",
        "_quotation",
        "_tree",
        "accordings",
    )

    def __init__(self, tree: Tree, quotes: Sequence[Quote] = ()) -> None:
        self._tree = tree
        self._quotation = Quotation.of(quotes)
        self.accordings = find_accordings(tree)
        self._asides = {i for r in self.accordings.values() for i in r.cue}
        self._links = Links(tree, self._quotation)
        self._above: dict[int, Standing] = {}
        self._own: dict[int, Standing] = {}

    def of(self, index: int) -> Standing:
        """Give what the clause with this head is worth."""
        known = self._own.get(index)
        return self._worked_out(index) if known is None else known

    def _worked_out(self, index: int) -> Standing:
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
        return self._own[path[0]]

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
        for modality in (hedge_of(tree, index), held_by(tree, index)):
            if modality is not Modality.ACTUAL:
                return standing.with_modality(modality)
        denied = denies_argument(tree, index)
        coming = not standing.is_fact and is_to_come(tree, index)
        if is_presupposed(tree, index) and not (denied or coming):
            return standing.taken_for_granted()
        polarity = flipped(standing.polarity) if denied else standing.polarity
        return replace(standing, polarity=polarity)

    def of_modifier(self, index: int) -> Standing:
        """Give what a participle before its noun is worth: "U.S.-supplied weapons"."""
        tree = self._tree
        noun = tree.heads[index]
        standing = self.of(noun)
        vague = any(tree.words[i] in _VAGUE for i in tree.below[noun])
        hedged = hedge_of(tree, noun) is not Modality.ACTUAL
        if hedged or (vague and not standing.is_fact):
            return Standing(
                standing.polarity, unsure(standing.modality), standing.report
            )
        return Standing(report=self._quotation.report(index))

    def is_quoted(self, index: int) -> bool:
        """Tell whether a token stands between quotation marks."""
        return index in self._quotation.inside

    def quoted_by(self, index: int) -> Report | None:
        """Give whose words a phrase in quotation marks is: "called for “more talks”".

        A word or a name between marks is nobody's saying.
        """
        inside = self._quotation.inside
        if index not in inside:
            return None
        near = range(max(0, index - _PHRASE + 1), index + 1)
        if not any(all(i + n in inside for n in range(_PHRASE)) for i in near):
            return None
        tree = self._tree
        above = index
        while tree.heads[above] != above and (
            above in inside or tree.tags[above][:2] != "VB"
        ):
            above = tree.heads[above]
        if above in inside or tree.tags[above][:2] != "VB":
            return Report(None, (), quoted=True)
        return report_of(tree, above, quoted=True)

    # -- what comes from above

    def _inherited(self, index: int) -> Standing:
        tree = self._tree
        head = tree.heads[index]
        own_quote = self._quotation.whole.get(index)
        crosses = head == index or self._quotation.whole.get(head) != own_quote
        if head == index or (crosses and own_quote is None):
            report = self._quotation.report(index)
            tail = self._quotation.tail(index, head) if report is None else None
            if tail is not None and not self._holds(index, tail.cue[0]):
                return replace(self._linked(index, head), report=tail, outer=tail)
            return Standing(report=report, outer=report)
        if index in self._asides:
            return self._above[head]  # "as she told the paper": the saying itself
        inherited = self._linked(index, head)
        if crosses:
            return self._into_quote(index, inherited)
        return inherited

    def _holds(self, index: int, cue: int) -> bool:
        """Tell whether a saying hangs on a word, which then is no part of it."""
        above = self._tree.above(self._tree.tokens[cue])
        return any(token.i == index for token in above)

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
        """Give what a word inherits from its head by the link between them."""
        tree = self._tree
        clausal = tree.deps[index] in _CLAUSAL or tree.tags[index] == "VBG"
        return self._clause_linked(index, head) if clausal else self._own[head]

    def _clause_linked(self, index: int, head: int) -> Standing:
        tree, links = self._tree, self._links
        above = self._own[head]
        match tree.deps[index]:
            case "conj":
                told = self.accordings.get(head)
                found = coordinated(
                    tree, index, First(head, self._above[head], above, told)
                )
            case dep if dep in _COMPLEMENTS or self._is_gerund(index, "dobj"):
                found = links.complement(index, head, above, self._above[head])
            case "advcl":
                found = links.adverbial(index, above)
            case dep if dep == "pcomp" or self._is_gerund(index, "pobj"):
                found = links.prepositional(index, head, above)
            case "relcl" | "acl":
                found = links.attributive(index, head, above)
            case "parataxis":
                found = self._above[head]
            case "dep" if follows_infinitive(tree, index, head):
                found = above.with_modality(Modality.PLANNED)
            case _:
                found = above
        return found

    def _is_gerund(self, index: int, dep: str) -> bool:
        tree = self._tree
        return (
            tree.deps[index] == dep
            and tree.tags[index] == "VBG"
            and tree.kinds[index].isdisjoint({"det", "poss"})
        )

    # -- what the clause's own words add

    def _with_own_words(self, index: int) -> Standing:
        tree = self._tree
        above = self._above[index]
        if tree.tags[index][:2] not in {"VB", "MD"} and not self._is_predicate(index):
            return above
        told = self.accordings.get(index)
        report, outer = (told, told) if told else (above.report, above.outer)
        if tree.deps[index] in {"ccomp", "advcl"} and is_inverted(tree, index):
            report = told
        modality = self._own_modality(index, above.modality)
        hardly = modality is Modality.PLANNED and is_hardly(tree, index)
        denied = is_negated(tree, index) and not hardly
        found = Standing(
            polarity=flipped(above.polarity) if denied else above.polarity,
            modality=Modality.UNLIKELY if hardly else modality,
            report=report,
            outer=outer,
        )
        if found.is_fact and is_alternative(tree, index):
            return replace(found, modality=Modality.POSSIBLE)
        return found

    def _own_modality(self, index: int, above: Modality) -> Modality:
        """Weigh a clause's own words against what it inherits."""
        tree = self._tree
        if tree.deps[index] in {"ccomp", "advcl"} and is_inverted(tree, index):
            return Modality.CONDITIONAL
        own = own_modality(tree, index)
        if own is Modality.HYPOTHETICAL and is_backshifted(tree, index):
            own = Modality.PLANNED
        if own is Modality.HYPOTHETICAL and is_told_ahead(tree, index):
            own = Modality.ACTUAL
        found = above if above in DOMINANT or own is Modality.ACTUAL else own
        if found is not Modality.ACTUAL:
            return found
        if is_headline_plan(tree, index) or is_scheduled(tree, index):
            return Modality.PLANNED
        conditioned = is_conditioned(tree, index, self._quotation.whole)
        return Modality.CONDITIONAL if conditioned else found

    def _is_predicate(self, index: int) -> bool:
        tree = self._tree
        if tree.kinds[index].isdisjoint({"neg", "aux"}):
            return False
        return tree.deps[index] not in _ARGUMENTS
