"""Find who says a clause: the source's head and the words that tell so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.extraction.speech.voices import can_speak
from kg.tables import read_toml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extraction.frames import Quote
    from kg.extraction.parse.syntax import Tree

__all__ = ["Quotation", "Report", "is_hearsay", "object_of", "report_of"]

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CLAUSAL = frozenset(
    {"advcl", "acl", "relcl", "conj", "xcomp", "pcomp", "prep", "acomp", "attr", "oprd"}
)
_QUOTED = frozenset({"dobj", "nsubjpass"})


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

    def tail(self, index: int, head: int) -> Report | None:
        """Give the saying of what goes on between closing marks and the saying.

        "“It harms the interests” shared by both, he warned"
        """
        number = self.whole.get(head)
        if number is None or index == head:
            return None
        quote = self.quotes[number]
        told = quote.cue is not None and quote.end <= index < quote.cue.i
        report = self.report(head) if told else None
        return None if report is None else Report(report.source, report.cue)


def report_of(tree: Tree, index: int, *, quoted: bool) -> Report:
    """Give the saying of a reporting verb, noun or adjective."""
    particle = [i for i in tree.below[index] if tree.deps[i] == "prt"]
    tag = tree.tags[index]
    source = _noun_source(tree, index) if tag[0] == "N" else _source(tree, index)
    return Report(source, tuple(sorted((index, *particle))), quoted)


def _noun_source(tree: Tree, index: int) -> int | None:
    """Give the possessor of a word such as "claim", or who it is "by" or "from".

    Else it is that of whom the noun is told: "Polish claims", "Lund has a theory".
    """
    for child in tree.below[index]:
        if tree.deps[child] == "poss":
            return child
    for child in tree.below[index]:
        if tree.deps[child] in {"prep", "agent"} and tree.lemmas[child] in {
            "by",
            "from",
        }:
            return object_of(tree, child)
    for child in tree.below[index]:
        before = tree.deps[child] in {"compound", "nmod"}
        people = tree.tokens[child].ent_type_ == "NORP"
        if people or (before and can_speak(tree, child)):
            return child
    verb = tree.heads[index]
    if tree.deps[index] != "dobj" or tree.lemmas[verb] not in _giving():
        return None
    source = _source(tree, verb)
    return source if source is not None and can_speak(tree, source) else None


@cache
def _giving() -> frozenset[str]:
    return frozenset(read_toml("quotes.toml")["voices"]["giving"])


def object_of(tree: Tree, index: int) -> int | None:
    """Give the head of what a preposition governs."""
    return next((i for i in tree.below[index] if tree.deps[i] == "pobj"), None)


def _source(tree: Tree, index: int) -> int | None:
    """Give the subject of a verb or adjective, also where it is not its own."""
    passive = False
    for _ in range(12):  # no chain of verbs is longer
        children = tree.below[index]
        agent = next((i for i in children if tree.deps[i] == "agent"), None)
        if agent is not None:
            return object_of(tree, agent)
        passive = passive or _is_passive(tree, index)
        subject = _subject(tree, index)
        passive = passive and tree.lemmas[index] != "quote"
        if subject is not None and not passive:
            return _named(tree, subject, index)
        dep, head = tree.deps[index], tree.heads[index]
        if passive or head == index:
            return None
        if dep in {"acl", "relcl"} and tree.tags[head][0] in "NP":
            if not _is_meant(tree, index):
                return head
            index = _verb_above(tree, head)
            continue
        quoted = _quoted_as(tree, index)
        if quoted is not None or dep not in _CLAUSAL:
            return quoted
        index = head
    return None


def _subject(tree: Tree, index: int) -> int | None:
    """Give the subject of a verb, and who is quoted: he has said it."""
    children = tree.below[index]
    if tree.lemmas[index] == "quote":
        said = (i for i in children if tree.deps[i] in _QUOTED)
        quoted = next(said, None)
        if quoted is not None:
            return quoted
    return next((i for i in children if tree.deps[i] in _SUBJECTS), None)


def _is_meant(tree: Tree, index: int) -> bool:
    """Tell what is meant to be done from its doer: "in an attempt to show"."""
    to = tree.is_infinitive(tree.tokens[index])
    return to and not can_speak(tree, tree.heads[index])


def _is_passive(tree: Tree, index: int) -> bool:
    """Tell "was told" and "the clerk accused of theft" from "has told"."""
    deps = {tree.deps[i] for i in tree.below[index]}
    if deps & {"auxpass", "nsubjpass"}:
        return True
    bare = tree.tags[index] == "VBN" and not deps & {"aux", "nsubj"}
    return bare and tree.deps[index] in {"acl", "advcl"}


def _verb_above(tree: Tree, index: int) -> int:
    """Give the verb of the clause in which a noun stands, or its root."""
    while tree.heads[index] != index and tree.tags[index][0] not in "VM":
        index = tree.heads[index]
    return index


def _quoted_as(tree: Tree, index: int) -> int | None:
    """Give who is "quoted as saying" what stands below."""
    head = tree.heads[index]
    if tree.deps[index] != "pcomp" or tree.lemmas[head] != "as":
        return None
    return next(
        (i for i in tree.below[tree.heads[head]] if tree.deps[i] in _QUOTED), None
    )


def _named(tree: Tree, subject: int, verb: int) -> int | None:
    """Give what a subject stands for: a relative pronoun for its antecedent."""
    word = tree.words[subject]
    if tree.tags[subject] in {"WDT", "WP"} and word in _RELATIVE:
        return tree.heads[verb] if tree.deps[verb] == "relcl" else None
    if word in {"there", "what"}:
        return None
    return subject


def is_hearsay(tree: Tree, verb: int) -> bool:
    """Tell whether something "is said" by nobody in particular."""
    return any(tree.deps[i] == "auxpass" for i in tree.below[verb])
