"""Find who says a clause: the source's head and the words that tell so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.concepts import concept_type
from kg.extract.cues import Form, load_cues
from kg.model import EntityType, Modality

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.frames import Quote
    from kg.extract.syntax import Tree

__all__ = ["Quotation", "Report", "find_accordings", "report_of"]

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_TOLD = frozenset({"tell", "inform", "remind", "assure", "show"})
_LONGEST_SOURCE = 4
_CLAUSAL = frozenset({"advcl", "acl", "relcl", "conj", "xcomp", "pcomp", "prep"})


@dataclass(frozen=True, slots=True)
class Report:
    """Somebody's saying: the source's head, the words that tell so, all as indices.

    ``source`` is None where the text does not name it.
    """

    source: int | None
    cue: tuple[int, ...]
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Which tokens stand in which quote, for constant-time questions.

    ``whole`` gives the quote of a token inside quoted clauses, ``inside`` holds the
    tokens inside any quotation marks.
    """

    quotes: tuple[Quote, ...]
    whole: dict[int, int]
    inside: frozenset[int]

    @classmethod
    def of(cls, quotes: Sequence[Quote]) -> Quotation:
        """Index the quotes of a Doc."""
        whole = {
            index: number
            for number, quote in enumerate(quotes)
            if quote.whole
            for index in range(quote.start, quote.end)
        }
        inside = {i for quote in quotes for i in range(quote.start, quote.end)}
        return cls(tuple(quotes), whole, frozenset(inside))

    def report(self, index: int) -> Report | None:
        """Give the saying of the quoted clauses in which a token stands."""
        number = self.whole.get(index)
        if number is None:
            return None
        quote = self.quotes[number]
        return Report(
            source=None if quote.speaker is None else quote.speaker.i,
            cue=() if quote.cue is None else (quote.cue.i,),
            quoted=True,
        )


def report_of(tree: Tree, index: int, *, quoted: bool) -> Report:
    """Give the saying of a reporting verb, noun or adjective."""
    particle = [i for i in tree.below[index] if tree.deps[i] == "prt"]
    tag = tree.tags[index]
    source = _noun_source(tree, index) if tag[0] == "N" else _source(tree, index)
    return Report(source, tuple(sorted((index, *particle))), quoted)


def _noun_source(tree: Tree, index: int) -> int | None:
    """Give the possessor of a word such as "claim", or who it is "by" or "from"."""
    for child in tree.below[index]:
        if tree.deps[child] == "poss":
            return child
    for child in tree.below[index]:
        if tree.deps[child] in {"prep", "agent"} and tree.lemmas[child] in {
            "by",
            "from",
        }:
            return _object_of(tree, child)
    return None


def _object_of(tree: Tree, index: int) -> int | None:
    return next((i for i in tree.below[index] if tree.deps[i] == "pobj"), None)


def _source(tree: Tree, index: int) -> int | None:
    """Give the subject of a verb or adjective, also where it is not its own."""
    passive = False
    for _ in range(12):  # no chain of verbs is longer
        children = tree.below[index]
        agent = next((i for i in children if tree.deps[i] == "agent"), None)
        if agent is not None:
            return _object_of(tree, agent)
        passive = passive or any(tree.deps[i] == "auxpass" for i in children)
        for child in children:
            if tree.deps[child] in _SUBJECTS and not passive:
                return _named(tree, child, index)
        dep, head = tree.deps[index], tree.heads[index]
        if passive or head == index:
            return None
        if dep in {"acl", "relcl"} and tree.tags[head][0] in "NP":
            return head
        if dep == "pcomp" and tree.lemmas[head] == "as":
            quoted = [
                i
                for i in tree.below[tree.heads[head]]
                if tree.deps[i] in {"dobj", "nsubjpass"}
            ]
            if quoted:
                return quoted[0]
        if dep not in _CLAUSAL and dep not in {"acomp", "attr", "oprd"}:
            return None
        index = head
    return None


def _named(tree: Tree, subject: int, verb: int) -> int | None:
    """Give what a subject stands for: a relative pronoun for its antecedent."""
    word = tree.tokens[subject].lower_
    if tree.tags[subject] in {"WDT", "WP"} and word in _RELATIVE:
        return tree.heads[verb] if tree.deps[verb] == "relcl" else None
    if word in {"there", "what"}:
        return None
    return subject


def find_accordings(tree: Tree) -> dict[int, Report]:
    """Find whose word a clause is by a phrase beside it, by the clause's head.

    Such are "according to officials", "in the view of critics", "as he put it" and a
    parenthesis: "the ship, the navy says, entered the port".
    """
    found: dict[int, Report] = {}
    for index, lemma in enumerate(tree.lemmas):
        report = None
        dep = tree.deps[index]
        if lemma in {"accord", "according", "per"}:
            report = _according(tree, index)
        elif dep == "prep" and lemma in {"in", "for", "to"}:
            report = _in_the_view(tree, index)
        elif dep in {"parataxis", "advcl"}:
            report = _aside(tree, index)
        if report is None:
            continue
        clause = _clause_above(tree, index)
        if clause is not None:
            found[clause] = report
    for colon, token in enumerate(tree.tokens):
        if token.text == ":":
            found.update(_headline(tree, colon))
    return found


def _headline(tree: Tree, colon: int) -> dict[int, Report]:
    """Find who says a headline: "toxic dust harms lungs: study"."""
    sent = tree.tokens[colon].sent
    after = [t.i for t in sent if t.i > colon and not t.is_space]
    before = [t.i for t in sent if t.i < colon and not t.is_space]
    sources = load_cues().words["attribution.headline_sources"]
    for named, told in ((after, before), (before, after)):
        if not 0 < len(named) < _LONGEST_SOURCE or len(told) < _LONGEST_SOURCE:
            continue
        last = named[-1]
        if tree.tokens[last].lower_ not in sources and (
            tree.tokens[last].ent_type_ != "PERSON"
        ):
            continue
        inside = set(told)
        report = Report(last, (last,))
        return {
            i: report
            for i in told
            if tree.tags[i][:2] in {"VB", "MD"}
            and (tree.heads[i] == i or tree.heads[i] not in inside)
        }
    return {}


def _according(tree: Tree, index: int) -> Report | None:
    last = index
    if tree.lemmas[index] != "per":
        last = index + 1
        if last >= len(tree.lemmas) or tree.lemmas[last] != "to":
            return None
    elif tree.deps[index] != "prep" or tree.heads[index] < index:
        return None  # "5 dollars per head"
    source = _object_of(tree, last) or _object_of(tree, index)
    # "according to plan", "according to their age" tell how, not who
    manner = load_cues().words["attribution.manner_nouns"]
    if source is None or tree.lemmas[source] in manner:
        return None
    return Report(source, tuple(range(index, last + 1)))


def _in_the_view(tree: Tree, index: int) -> Report | None:
    noun = _object_of(tree, index)
    if noun is not None and tree.lemmas[index] == "for" and _is_held(tree, index, noun):
        return Report(noun, (index,))
    if noun is None or tree.lemmas[noun] not in load_cues().words["attribution.views"]:
        return None
    source = next((i for i in tree.below[noun] if tree.deps[i] == "poss"), None)
    for child in tree.below[noun]:
        if tree.lemmas[child] == "of":
            source = _object_of(tree, child)
    return None if source is None else Report(source, (index, noun))


def _is_held(tree: Tree, index: int, noun: int) -> bool:
    """Tell whose view a sentence opens with: "for critics, the law punishes the poor"."""
    token = tree.tokens[noun]
    people = concept_type(token) in {EntityType.PERSON, EntityType.GROUP}
    if not tree.tokens[index].is_sent_start or not (
        people or token.ent_type_ == "PERSON"
    ):
        return False
    verb = tree.heads[index]
    return verb > index and any(
        tree.tokens[i].text == "," for i in range(noun + 1, verb)
    )


def _aside(tree: Tree, index: int) -> Report | None:
    """Give the saying of a parenthesis: "the navy says", "as the governor put it"."""
    below = tree.below[index]
    deps = {tree.deps[i] for i in below}
    if "ccomp" in deps or not deps & {"nsubj", "nsubjpass"}:
        return None
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[index])
    said = row is not None and row.said and row.modality is Modality.ACTUAL
    if tree.deps[index] == "advcl":
        marked = any(tree.tokens[i].lower_ == "as" for i in below)
        put = tree.lemmas[index] == "put" and any(tree.lemmas[i] == "it" for i in below)
        told = "dobj" in deps and tree.lemmas[index] not in _TOLD
        if not marked or not (put or (said and not told)):
            return None
    elif not said:
        return None
    return report_of(tree, index, quoted=False)


def _clause_above(tree: Tree, index: int) -> int | None:
    """Give the head of the clause in which a phrase stands, first of its fellows."""
    while tree.heads[index] != index:
        index = tree.heads[index]
        if tree.tags[index][:2] in {"VB", "MD"}:
            break
    while (
        tree.deps[index] in {"conj", "xcomp"}
        and tree.tags[tree.heads[index]][0] in "VM"
    ):
        index = tree.heads[index]
    return index if tree.tags[index][:2] in {"VB", "MD"} else None
