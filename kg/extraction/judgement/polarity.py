"""Read polarity off the words of a predicate and of its arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import load_cues

if TYPE_CHECKING:
    from kg.extraction.parse.syntax import Tree

__all__ = [
    "denies_argument",
    "is_by_nobody",
    "is_denied_kind",
    "is_negated",
    "shares_negation",
]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_PREDICATIVE = frozenset({"attr", "acomp", "dobj"})
_ADVERBIAL = frozenset({"advmod", "neg", "preconj", "npadvmod", "det"})
#: Relations of what may deny a predicate, and of what may deny a noun.
_DENYING = _SUBJECTS | _PREDICATIVE | _ADVERBIAL | {"aux", "prep"}
_DENYING_NOUN = frozenset({"det", "nummod", "neg", "amod", "advmod", "preconj", "cc"})


def is_negated(tree: Tree, index: int) -> bool:
    """Tell whether a predicate is denied by its own words or its subject.

    Two negations cancel out; a negative object is no part of this.
    """
    deps = tree.deps
    near = [child for child in tree.below[index] if deps[child] in _DENYING]
    denials = [child for child in near if _negates(tree, child, index)]
    return (len(denials) + _follows_nor(tree, index)) % 2 == 1


def _follows_nor(tree: Tree, index: int) -> bool:
    """Tell whether a verb is the second of "neither … nor", or follows a bare "nor"."""
    if tree.deps[index] != "conj":
        return False
    joined = [
        i for i in tree.below[tree.heads[index]] if tree.deps[i] == "cc" and i < index
    ]
    return bool(joined) and tree.words[joined[-1]] == "nor"


def _negates(tree: Tree, index: int, verb: int) -> bool:
    """Tell whether a token right below a predicate denies it."""
    dep = tree.deps[index]
    if dep in _SUBJECTS:
        return denies_argument(tree, index)
    if dep in _PREDICATIVE and tree.words[index] == "anything":
        following = tree.tokens[index + 1 : index + 2]
        return [t.lower_ for t in following] == ["but"]  # "anything but easy"
    if dep in _ADVERBIAL:
        return _is_negative_adverb(tree, index) or (
            _is_negative_auxiliary(tree, index, verb)
        )
    if dep == "aux":
        return _is_negative_auxiliary(tree, index, verb)
    return dep == "prep" and _is_negative_phrase(tree, index)


def _is_negative_auxiliary(tree: Tree, index: int, verb: int) -> bool:
    """Tell whether a "never" hangs on an auxiliary or adverb: "never once"."""
    return index < verb and "never" in [tree.words[i] for i in tree.below[index]]


def _is_negative_adverb(tree: Tree, index: int) -> bool:
    words = load_cues().words
    word = tree.words[index]
    if tree.deps[index] == "neg":
        return not (_is_harmless(tree, index, word) or _is_contrast(tree, index))
    if word in words["negation.adverbs"]:
        return True
    if word in words["negation.slightly"]:
        return _is_slight(tree, index)
    # "no longer": the word that denies hangs on the adverb
    return word in {"longer", "more"} and _has_no(tree, index)


def _is_slight(tree: Tree, index: int) -> bool:
    """Tell "little changed" and "barely moved" from "a little changed", "barely won".

    After its verb only "little" that no noun or degree follows: "changed little".
    """
    verb = tree.heads[index]
    if tree.tags[verb][:2] != "VB" or tree.below[index]:
        return False
    if index > verb:
        after = tree.tags[index + 1] if index + 1 < len(tree.tags) else "."
        return tree.words[index] == "little" and after in {".", ",", "IN", "CC"}
    return tree.lemmas[verb] not in load_cues().words["negation.attained"]


def _has_no(tree: Tree, index: int) -> bool:
    return "no" in [tree.words[i] for i in tree.below[index]]


def _is_harmless(tree: Tree, index: int, word: str) -> bool:
    """Tell whether "not" is that of "not only", or "no" that of "no fewer than"."""
    if word not in {"not", "n't", "n’t", "no"} or index + 1 >= len(tree.tokens):
        return False
    following = tree.words[index + 1]
    return following in load_cues().words["negation.harmless_after_not"]


def _is_contrast(tree: Tree, index: int) -> bool:
    """Tell whether "not" denies the phrase after it: "the bridge, not the tunnel"."""
    verb = tree.heads[index]
    return (
        index > verb + 1
        and index + 1 < len(tree.tags)
        and tree.tags[index + 1] in {"DT", "NN", "NNS", "NNP", "IN", "PRP$", "CD"}
        and tree.lemmas[verb] != "be"
        and tree.tokens[index - 1].text in {",", "—", "–", "-", "and", "but"}
    )


def _is_negative_phrase(tree: Tree, index: int) -> bool:
    """Tell whether a phrase is one such as "under no circumstances"."""
    words = load_cues().words
    return any(
        tree.deps[i] == "pobj"
        and tree.lemmas[i] in words["negation.idiom_nouns"]
        and _has_no(tree, i)
        and (tree.lemmas[i], tree.lemmas[index]) != ("time", "in")
        for i in tree.below[index]
    )


def denies_argument(tree: Tree, index: int) -> bool:
    """Tell whether an argument denies its clause: "no country", "nobody"."""
    words = load_cues().words
    if tree.lemmas[index] in words["negation.pronouns"]:
        return not _has_exception(tree, index)
    if tree.words[index] in words["negation.anybody"] and _is_scarce(tree, index):
        return True  # "hardly anybody"
    deps = tree.deps
    for child in tree.below[index]:
        if deps[child] in _DENYING_NOUN and _denies_noun(tree, child):
            return True
    if deps[index] != "conj":
        return False
    return _follows_neither(tree, index) or is_replaced(tree, index)


def is_replaced(tree: Tree, index: int) -> bool:
    """Tell the second of "tea rather than milk": what is not so."""
    return tree.deps[index] == "conj" and any(
        tree.deps[i] == "cc" and tree.words[i] == "than" and i < index
        for i in (*tree.below[tree.heads[index]], *tree.below[index])
    )


def is_by_nobody(tree: Tree, verb: int) -> bool:
    """Tell what nobody does: what "nobody denies" is so."""
    return any(
        tree.deps[i] == "nsubj" and denies_argument(tree, i) for i in tree.below[verb]
    )


def is_denied_kind(tree: Tree, noun: int) -> bool:
    """Tell what something is said not to be: "not a plan that Peru backs".

    The clause on it is denied with it, unless the noun means something known: "not the
    first time that they won".
    """
    if tree.deps[noun] != "attr" or not is_negated(tree, tree.heads[noun]):
        return False
    articles = [tree.words[i] for i in tree.below[noun] if tree.deps[i] == "det"]
    indefinite = load_cues().words["negation.indefinites"]
    return bool(indefinite.intersection(articles or [tree.words[noun]]))


def _has_exception(tree: Tree, index: int) -> bool:
    """Tell whether a pronoun excepts somebody: "nobody but the captain"."""
    exceptions = load_cues().words["negation.exceptions"]
    return any(tree.words[i] in exceptions for i in tree.below[index])


def _denies_noun(tree: Tree, index: int) -> bool:
    words = load_cues().words
    dep = tree.deps[index]
    word = tree.words[index]
    if dep == "det":
        return _denies_as_article(tree, index)
    if dep == "nummod" and word in {"one", "single"}:
        return _is_after_not(tree, index)  # "not one minister"
    if dep == "neg":  # "Diaz, not Moreno" denies the second
        before = index < tree.heads[index]
        return before and not _is_harmless(tree, index, word)
    if dep in {"amod", "advmod"} and word in {"few", *words["negation.totals"]}:
        return (word == "few" and not _has_article(tree, index)) or _is_after_not(
            tree, index
        )
    return dep in {"preconj", "cc"} and word == "neither"


def _denies_as_article(tree: Tree, index: int) -> bool:
    words = load_cues().words
    word = tree.words[index]
    if word == "any" and (_follows_few(tree, index) or _is_scarce(tree, index)):
        return True
    total = word in words["negation.totals"]
    if not (total or word in words["negation.determiners"]):
        return False
    if _is_name_part(tree, index):
        return False
    return word in words["negation.determiners"] or _is_after_not(tree, index)


def _follows_few(tree: Tree, index: int) -> bool:
    """Tell the "any" of "few if any"."""
    return index > 1 and [t.lower_ for t in tree.tokens[index - 2 : index]] == [
        "few",
        "if",
    ]


def _is_scarce(tree: Tree, index: int) -> bool:
    """Tell the "any" of "hardly any"."""
    scarce = load_cues().words["negation.scarce"]
    return any(tree.words[i] in scarce for i in tree.below[index])


def _is_name_part(tree: Tree, index: int) -> bool:
    """Tell whether a determiner belongs to a name: "No Doubt", "the No campaign"."""
    if tree.tokens[index].text[:1].islower():
        return False
    starts = tree.tokens[index].is_sent_start or (
        not tree.tokens[index - 1].text[-1:].isalnum()
    )
    return not starts or tree.tags[tree.heads[index]] == "NNP"


def _has_article(tree: Tree, index: int) -> bool:
    """Tell "a few", "the few" and "the last few" from "few"."""
    if index > 0 and tree.tags[index - 1] in {"DT", "PRP$", "POS", "CD"}:
        return True
    beside = tree.below[tree.heads[index]]
    return any(tree.deps[i] in {"det", "poss"} and i < index for i in beside)


def _is_after_not(tree: Tree, index: int) -> bool:
    return index > 0 and tree.words[index - 1] == "not"


def _follows_neither(tree: Tree, index: int) -> bool:
    """Tell whether a coordinated argument is the second of "neither A nor B"."""
    return any(
        tree.words[i] == "nor"
        for i in (*tree.below[tree.heads[index]], *tree.below[index])
        if tree.deps[i] in {"cc", "preconj"}
    )


def shares_negation(tree: Tree, first: int, second: int) -> bool:
    """Tell whether the negation of a verb reaches the one coordinated with it.

    It does when the second brings neither subject nor auxiliary: "did not go or write".
    It does not across "but", nor into what turns away: "will not ban them and allow".
    """
    words = load_cues().words
    joined = [i for i in tree.below[first] if tree.deps[i] == "cc" and i < second]
    closing = [tree.words[i] for i in joined[-1:]]
    if closing == ["nor"]:
        return False  # it denies by itself
    if tree.tags[second] not in {"VB", "VBN", "VBG"} and closing != ["or"]:
        return False
    if tree.lemmas[second] in words["negation.turning"]:
        return False
    if any(tree.deps[i] in {"aux", "nsubj", "auxpass"} for i in tree.below[second]):
        return False
    return not words["negation.contrast"].intersection(closing)
