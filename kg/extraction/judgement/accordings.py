"""Find whose word a clause is by a phrase beside it: "according to officials"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import Form, load_cues
from kg.extraction.grammar.concepts import concept_type
from kg.extraction.judgement.joints import is_broken_off
from kg.extraction.speech.reports import Report, object_of, report_of
from kg.model import EntityType, Modality

if TYPE_CHECKING:
    from kg.extraction.parse.syntax import Tree

__all__ = ["find_accordings"]

_ACCORDING = frozenset({"accord", "according", "per"})
_OF_VIEW = frozenset({"in", "for", "to"})
_TOLD = frozenset({"tell", "inform", "remind", "assure", "show", "quote", "cite"})
_LONGEST_SOURCE = 4
#: So far before its head the first "as" of a comparison stands.
_NEAR = 4


def find_accordings(tree: Tree) -> dict[int, Report]:
    """Find the phrases beside clauses that tell whose word these are, by their heads.

    Such are "according to officials", "in the view of critics", "as he put it" and a
    parenthesis: "the ship, the navy says, entered the port".
    """
    found: dict[int, Report] = {}
    for token in tree.having("prep", "advcl", "parataxis"):
        report = _beside(tree, token.i)
        clause = None if report is None else _clause_above(tree, token.i)
        if report is not None and clause is not None:
            found[clause] = report
    for token in tree.having("compound", tags={"NNS"}):
        found.update(_hidden(tree, token.i))
    for token in tree.having("punct", words={":"}):
        found.update(_headline(tree, token.i))
    return found


def _beside(tree: Tree, index: int) -> Report | None:
    lemma = tree.lemmas[index]
    if lemma in _ACCORDING:
        return _according(tree, index)
    if tree.deps[index] != "prep":
        return _aside(tree, index)
    return _in_the_view(tree, index) if lemma in _OF_VIEW else None


def _hidden(tree: Tree, index: int) -> dict[int, Report]:
    """Find the saying that a headline's parse hides: "court rules worship is legal"."""
    noun = tree.heads[index]
    if tree.deps[noun] not in {"nsubj", "nsubjpass"}:
        return {}
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[index])
    before = index - 1
    if row is None or not row.said or before < 0 or tree.tags[before][:2] != "NN":
        return {}
    return {tree.heads[noun]: Report(before, (index,))}


def _headline(tree: Tree, colon: int) -> dict[int, Report]:
    """Find who says a headline: "toxic dust harms lungs: study"."""
    sent = tree.tokens[colon].sent
    after = [t.i for t in sent if t.i > colon and not t.is_space]
    before = [t.i for t in sent if t.i < colon and not t.is_space]
    sources = load_cues().words["attribution.headline_sources"]
    for named, told in ((after, before), (before, after)):
        if not 0 < len(named) < min(_LONGEST_SOURCE, len(told)):
            continue
        last = named[-1]
        token = tree.tokens[last]
        body = named is after and (token.ent_type_ == "ORG" or token.is_upper)
        if token.lower_ not in sources and token.ent_type_ != "PERSON" and not body:
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
    elif tree.deps[index] != "prep" or not _is_apart(tree, index):
        return None  # "5 dollars per head"
    source = object_of(tree, last) or object_of(tree, index)
    # "according to plan", "according to their age" tell how, not who
    manner = load_cues().words["attribution.manner_nouns"]
    if source is None or tree.lemmas[source] in manner:
        return None
    return Report(source, tuple(range(index, last + 1)))


def _is_apart(tree: Tree, index: int) -> bool:
    """Tell a "per" that stands before its clause, or in commas before a name."""
    if tree.heads[index] > index:
        return True
    source = object_of(tree, index)
    named = source is not None and tree.tags[source][:3] == "NNP"
    return named and tree.tokens[index - 1].text == ","


def _in_the_view(tree: Tree, index: int) -> Report | None:
    noun = object_of(tree, index)
    if noun is not None and tree.lemmas[index] == "for" and _is_held(tree, index, noun):
        return Report(noun, (index,))
    words = load_cues().words
    if noun is not None and tree.lemmas[noun] in words["attribution.fictions"]:
        return Report(noun, (index,)) if _opens(tree, index, noun) else None
    if noun is None or tree.lemmas[noun] not in words["attribution.views"]:
        return None
    if tree.lemmas[noun] == "eye" and not _opens(tree, index, noun):
        return None  # "threw sand in the eyes of the guards"
    beside = tree.tags[tree.heads[index]][0] == "N"
    if beside and not tree.tokens[index].is_sent_start:
        return None  # "contradictions in his account"
    source = next((i for i in tree.below[noun] if tree.deps[i] == "poss"), None)
    for child in tree.below[noun]:
        if tree.lemmas[child] == "of":
            source = object_of(tree, child)
    return None if source is None else Report(source, (index, noun))


def _is_held(tree: Tree, index: int, noun: int) -> bool:
    """Tell whose view a sentence opens with: "for critics, the law is bad"."""
    token = tree.tokens[noun]
    people = concept_type(token) in {EntityType.PERSON, EntityType.GROUP}
    if not tree.tokens[index].is_sent_start or not (
        people or token.ent_type_ == "PERSON"
    ):
        return False
    return _opens(tree, index, noun)


def _opens(tree: Tree, index: int, noun: int) -> bool:
    """Tell whether a phrase stands before its clause, with a comma after it."""
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
    if is_broken_off(tree, index):
        return None
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[index])
    said = row is not None and row.said and row.modality is Modality.ACTUAL
    # "as it went on to sell", "it would not give the number" have their own content
    told = "dobj" in deps and tree.lemmas[index] not in _TOLD
    told = told or bool(deps & {"xcomp", "acomp"}) or _measures(tree, index)
    if tree.deps[index] == "advcl":
        marked = any(tree.words[i] == "as" for i in below if i < index)
        marked = marked and not _compares(tree, index)
        put = tree.lemmas[index] == "put" and any(tree.lemmas[i] == "it" for i in below)
        if not marked or not (put or (said and not told)):
            return None
    elif told or not said:
        return None
    report = report_of(tree, index, quoted=False)
    # "as the verdict was read" tells when, "as was reported" whose word it is
    read = report.source is None and "nsubjpass" in deps
    return None if read else report


def _measures(tree: Tree, index: int) -> bool:
    """Tell a verb with an amount beside it: "as the index added 2 percent"."""
    return any(
        tree.deps[i] == "npadvmod"
        and any(tree.deps[j] == "nummod" for j in tree.below[i])
        for i in tree.below[index]
        if i > index
    )


def _compares(tree: Tree, index: int) -> bool:
    """Tell the second "as" of a comparison: "twice as many as they reported"."""
    return any(
        tree.tags[i] == "RB" and tree.words[i] == "as"
        for i in range(max(0, tree.heads[index] - _NEAR), index)
    )


def _trails(tree: Tree, participle: int, source: int) -> bool:
    """Tell a participle between its clause and a source of both.

    "The mill closed, leaving 40 without work, according to the union".
    """
    if tree.deps[participle] != "advcl" or tree.tags[participle] != "VBG":
        return False
    parted = participle < source and tree.tokens[source - 1].text == ","
    return parted and tree.heads[participle] < participle


def _clause_above(tree: Tree, index: int) -> int | None:
    """Give the head of the clause in which a phrase stands, first of its fellows."""
    source = index
    while tree.heads[index] != index:
        index = tree.heads[index]
        if tree.tags[index][:2] in {"VB", "MD"} and not _trails(tree, index, source):
            break
    while (
        tree.deps[index] in {"conj", "xcomp"}
        and tree.tags[tree.heads[index]][0] in "VM"
    ):
        index = tree.heads[index]
    return index if tree.tags[index][:2] in {"VB", "MD"} else None
