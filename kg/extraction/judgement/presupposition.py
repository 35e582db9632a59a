"""Tell whether a noun phrase takes for granted that there is what it names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.cues import Form, Outcome, load_cues
from kg.extraction.grammar.concepts import concept_type
from kg.extraction.grammar.noun_clauses import event_nouns
from kg.extraction.judgement.kinds import is_likeness, is_of_a_kind
from kg.extraction.judgement.polarity import denies_argument, is_denied_kind
from kg.extraction.judgement.worth import AHEAD, unsure
from kg.extraction.speech.voices import is_somebody
from kg.model import EntityType, Modality, Polarity

if TYPE_CHECKING:
    from kg.extraction.judgement.worth import Standing
    from kg.extraction.parse.syntax import Tree

__all__ = [
    "befell",
    "held_by",
    "is_content",
    "is_denied_noun",
    "is_given_up",
    "is_past_of",
    "is_presupposed",
    "is_ranked",
    "is_rejected",
    "is_slight",
    "is_to_come",
    "judge_modifier",
]

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_WHOLE = frozenset({"dobj", "ccomp", "attr", "acomp", "auxpass"})
_RANKED = frozenset({"amod", "attr", "nsubj", "dobj", "pobj"})


def is_presupposed(tree: Tree, index: int) -> bool:
    """Tell whether a noun phrase is a name or definite: "its ban", "the region"."""
    while True:
        if tree.tags[index].startswith(("NNP", "PRP")):
            return True
        for child in tree.below[index]:
            dep = tree.deps[child]
            if dep == "poss":
                return True
            if dep == "det" and tree.words[child] in _DEFINITE:
                return True
        if tree.deps[index] != "appos":
            return False
        index = tree.heads[index]


def held_by(tree: Tree, noun: int) -> Modality:
    """Give what the word above makes of a thing that need not be there yet."""
    dep, head = tree.deps[noun], tree.heads[noun]
    if dep == "pobj" and tree.lemmas[head] == "to":
        return _agreed_to(tree, noun)
    if dep == "pobj" and tree.lemmas[head] in {"of", "for", "about"}:
        host = tree.heads[head]
        if tree.tags[host][0] == "N":
            doer = tree.lemmas[head] == "of" and is_somebody(tree, noun)
            return _of_word(tree.lemmas[host], doer=doer)
        if tree.lemmas[head] == "for":
            return _of_verb(tree, host, "for")
        if tree.lemmas[host] == "ahead":
            return Modality.PLANNED  # "rose ahead of her visit"
    elif dep not in {"dobj", "dative", "nsubjpass"}:
        return Modality.ACTUAL
    particle = (i for i in tree.below[head] if tree.deps[i] == "prt")
    return _of_verb(tree, head, "".join(tree.lemmas[i] for i in particle))


def _of_verb(tree: Tree, verb: int, beside: str) -> Modality:
    """Give what a verb makes of its object: "ruled out its help", "hopes for it"."""
    intensional, lemma = load_cues().intensional, tree.lemmas[verb]
    joined = intensional.get(f"{lemma}_{beside}")
    if joined is not None:
        return joined
    plain = beside in {"", "for"}
    return intensional.get(lemma, Modality.ACTUAL) if plain else Modality.ACTUAL


def _agreed_to(tree: Tree, noun: int) -> Modality:
    """Give what a verb makes of what follows "to": "agreed to its sale".

    The demands that somebody agrees to are there.
    """
    preposition = tree.heads[noun]
    verb = tree.heads[preposition]
    if tree.tags[verb][0] != "V" or _is_meant(tree, noun):
        return Modality.ACTUAL
    joined = f"{tree.lemmas[verb]}_to"
    return load_cues().intensional.get(joined, Modality.ACTUAL)


def _is_meant(tree: Tree, noun: int) -> bool:
    """Tell what is there before it is carried out: a plan, a demand, an offer."""
    lemma = tree.lemmas[noun]
    forms = (Form.INFINITIVE, Form.FINITE)
    return any(load_cues().complement("noun", form, lemma) for form in forms)


def befell(tree: Tree, noun: int, index: int) -> bool:
    """Tell what has befallen some people, whatever is planned with them."""
    if tree.tags[index] != "VBN" or tree.deps[index] != "acl":
        return False
    counted = any(tree.deps[i] == "nummod" for i in tree.below[noun])
    people = {EntityType.PERSON, EntityType.GROUP}
    return counted and concept_type(tree.tokens[noun]) in people


def is_content(tree: Tree, noun: int, index: int) -> bool:
    """Tell what a noun tells from a relative clause: "charges he stole a car".

    In that nothing is left out that the noun could be: "charges he faced".
    """
    row = load_cues().complement("noun", Form.FINITE, tree.lemmas[noun])
    if row is None or not row.said:
        return False
    if any(tree.tags[i][0] == "W" for i in range(noun + 1, index)):
        return False
    below = tree.below[index]
    deps = {tree.deps[i] for i in below}
    open_ = (j for i in below if tree.deps[i] == "xcomp" for j in tree.below[i])
    return bool(deps & _WHOLE) or any(tree.deps[j] == "dobj" for j in open_)


def is_past_of(tree: Tree, noun: int, index: int) -> bool:
    """Tell what something has done already: "will open a mill that it bought".

    Only of a single or counted thing, and below no past tense: "hoped to find a house
    that had a garden". A participle is of the past by a day: "a bill passed in May".
    """
    if not (_is_past_relative(tree, index) or _is_dated(tree, noun, index)):
        return False
    if not any(_picks(tree, i) for i in tree.below[noun]):
        return False
    above = tree.heads[noun]
    while tree.heads[above] != above:
        if _is_definite_past(tree, above):
            return False
        above = tree.heads[above]
    return not _is_definite_past(tree, above)


def _is_past_relative(tree: Tree, index: int) -> bool:
    return tree.deps[index] == "relcl" and _is_definite_past(tree, index)


def _is_dated(tree: Tree, noun: int, index: int) -> bool:
    """Tell a participle on a subject before its "will", with the time of it."""
    if tree.deps[index] != "acl" or tree.tags[index] != "VBN":
        return False
    return tree.deps[noun] in {"nsubj", "nsubjpass"} and any(
        tree.tokens[j].ent_type_ == "DATE" and not _is_next(tree, j)
        for i in tree.below[index]
        for j in (i, *tree.below[i])
    )


def _is_next(tree: Tree, index: int) -> bool:
    return any(tree.words[i] in {"next", "coming"} for i in tree.below[index])


def _picks(tree: Tree, index: int) -> bool:
    """Tell an article or a number from "any", "every" and "no"."""
    word = tree.words[index]
    return tree.deps[index] == "nummod" or word in {"a", "an", "another", "some"}


def _is_definite_past(tree: Tree, index: int) -> bool:
    """Tell whether a verb or its auxiliary stands in the simple past."""
    return tree.tags[index] == "VBD" or any(
        tree.deps[i] in {"aux", "auxpass"} and tree.tags[i] == "VBD"
        for i in tree.below[index]
    )


def is_to_come(tree: Tree, noun: int) -> bool:
    """Tell what is there only once the clause is so: "hopes to win her second title".

    What one is to be, what comes about by the verb, and what is to happen.
    """
    while tree.deps[noun] == "conj":
        noun = tree.heads[noun]
    verb = tree.lemmas[tree.heads[noun]]
    words = load_cues().words
    match tree.deps[noun]:
        case "attr" | "oprd":
            return True
        case "dobj" | "nsubjpass":
            return verb in words["coming.making"]
        case "nsubj":
            happening = verb in words["coming.happening"]
            return happening or _would_be(tree, noun)
    return False


def _would_be(tree: Tree, noun: int) -> bool:
    """Tell an event that would be something: "his arrest would be a shock"."""
    below = tree.below[tree.heads[noun]]
    would = any(tree.tokens[i].lower_ in {"would", "'d", "’d"} for i in below)
    event = tree.lemmas[noun] in event_nouns()
    return would and event and not _is_meant(tree, noun)


def _of_word(noun: str, *, doer: bool) -> Modality:
    """Give what a noun makes of what it is of: "rumours of a coup".

    There is the ``doer`` whose plan or effort it is, not the one of a tale.
    """
    row = load_cues().complement("noun", Form.GERUND, noun)
    if row is None or row.affirmed in {Outcome.SO, Outcome.NOT_SO}:
        return Modality.ACTUAL
    if doer and not row.said:
        return Modality.ACTUAL
    return Modality.POSSIBLE if row.modality is Modality.ACTUAL else row.modality


def is_ranked(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is the first, last or only one: "the first to leave"."""
    complement = load_cues().complement
    return any(
        complement("adjective", Form.INFINITIVE, tree.lemmas[i], "ranked")
        for i in (noun, *tree.below[noun])
        if tree.deps[i] in _RANKED
    )


def is_rejected(tree: Tree, noun: int) -> bool:
    """Tell whether the verb over a noun denies it: "rejected the claim"."""
    if tree.deps[noun] != "dobj":
        return False
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[tree.heads[noun]])
    return row is not None and row.id == "denial"


def is_given_up(tree: Tree, noun: int) -> bool:
    """Tell a plan that is off: "abandoned plans to build", "plans were scrapped"."""
    if tree.deps[noun] not in {"dobj", "nsubjpass"}:
        return False
    return tree.lemmas[tree.heads[noun]] in load_cues().words["negation.given_up"]


def is_slight(tree: Tree, noun: int) -> bool:
    """Tell whether a chance is small or none: "little chance"."""
    slight = load_cues().words["negation.slight"]
    return any(tree.words[i] in slight for i in tree.below[noun])


def _is_brought_about(tree: Tree, noun: int, index: int) -> bool:
    """Tell what a verb makes of its object: "kept the door locked"."""
    if tree.tags[index] != "VBN" or tree.deps[noun] != "dobj" or index < noun:
        return False
    verb = tree.heads[noun]
    return tree.lemmas[verb] in load_cues().words["coming.bringing"]


def is_denied_noun(tree: Tree, index: int) -> bool:
    """Tell whether a noun is denied where the verb above does not tell: "no plan"."""
    noun = tree.tags[index][0] == "N" and tree.deps[index] != "nsubj"
    return noun and denies_argument(tree, index)


def judge_modifier(tree: Tree, noun: int, index: int, standing: Standing) -> Standing:
    """Judge a relative clause or participle: it is so where the noun is."""
    comma = index > noun and any(
        tree.tokens[i].text == "," for i in range(noun + 1, index) if i < noun + 3
    )
    if is_denied_kind(tree, noun):
        return replace(standing, polarity=Polarity.NEGATIVE)
    if is_of_a_kind(tree, noun, index) or is_likeness(tree, noun, index):
        return standing.with_modality(unsure(standing.modality))
    held = held_by(tree, noun)
    given = is_presupposed(tree, noun) or comma or befell(tree, noun, index)
    ahead = standing.modality in AHEAD or held in AHEAD
    given = given or (ahead and is_past_of(tree, noun, index))
    if not standing.is_fact and _is_brought_about(tree, noun, index):
        return standing  # "wants to get the mill closed"
    there = given or (standing.is_fact and held is Modality.ACTUAL)
    if there and not denies_argument(tree, noun):
        return standing.taken_for_granted()
    modality = held if held is not Modality.ACTUAL else standing.modality
    return standing.with_modality(unsure(modality))
