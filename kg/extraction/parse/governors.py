"""Find the word that governs a clause in the table of those that judge it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.cues import Form, load_cues

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extraction.cues import Complement
    from kg.extraction.parse.syntax import Tree

__all__ = ["KINDS", "form_of", "is_clause_beside", "row_of", "row_of_kind"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HELPING = frozenset({"aux", "auxpass"})
#: What of the table a governing word is looked up as, by the first letter of its tag.
KINDS = {"V": "verb", "N": "noun", "J": "adjective", "M": "verb", "R": "adjective"}


def row_of(tree: Tree, index: int, head: int) -> Complement | None:
    """Find the class of the word that governs a clause, if it is in the table."""
    kind = KINDS.get(tree.tags[head][0], "noun")
    return row_of_kind(tree, index, head, kind, form_of(tree, index))


def row_of_kind(
    tree: Tree, index: int, head: int, kind: str, form: Form
) -> Complement | None:
    """Find the class of a governing word of a kind, for a clause of a form."""
    cues = load_cues()
    lemma = tree.lemmas[head]
    if form is Form.INFINITIVE:
        if lemma == "go" and tree.tags[head] == "VBG":
            return cues.complement("verb", form, "intend")
        if lemma == "have" and _is_yet(tree, index, head):
            return cues.complement("adjective", form, "unable")
        if tree.words[head] == "got" and _has(tree, head):
            return cues.complement("verb", form, "have")  # "has got to leave"
    keys = _keys(tree, head)
    frame = _frame(tree, index, head) if kind == "verb" else ""
    kinds = [kind]
    if tree.tags[head] in {"VBN", "VBD", "VBG"}:
        kinds.append("adjective")
        keys.append(tree.words[head])
    rows = (cues.complement(k, form, key, frame) for k in kinds for key in keys)
    return next((row for row in rows if row is not None), None)


def _keys(tree: Tree, head: int) -> list[str]:
    """Give the ways in which a governing word may stand in the table, best first."""
    lemma = tree.lemmas[head]
    following = tree.words[head + 1] if head + 1 < len(tree.tokens) else ""
    mended = load_cues().slips.get(tree.words[head], lemma)
    particles = [i for i in tree.below[head] if tree.deps[i] == "prt"]
    joined = [f"{lemma}_{tree.lemmas[i]}" for i in reversed(particles)]
    return [*joined, f"{lemma}_{following}", mended]


def _is_yet(tree: Tree, index: int, head: int) -> bool:
    """Tell what somebody "has yet to" do: it is not done."""
    return any(
        tree.words[i] == "yet" and head < i < index
        for i in (*tree.below[head], *tree.below[index])
    )


def _has(tree: Tree, head: int) -> bool:
    """Tell whether a verb stands in the perfect of the present: "has got"."""
    return any(
        tree.deps[i] == "aux" and tree.tags[i] in {"VBZ", "VBP"}
        for i in tree.below[head]
    )


def _frame(tree: Tree, index: int, head: int) -> str:
    """Tell whether the clause below is about the verb's object or its subject."""
    deps = tree.kinds[head]
    if deps & {"dobj", "dative", "auxpass", "nsubjpass"}:
        return "object"
    bare = tree.tags[head] == "VBN" and "aux" not in deps
    if bare and tree.deps[head] in {"acl", "advcl"}:
        return "object"
    own = not tree.kinds[index].isdisjoint({"nsubj", "nsubjpass"})
    return "object" if own else "subject"


def form_of(tree: Tree, index: int) -> Form:
    """Tell the form of a clause by its verb and auxiliaries."""
    tag, kinds = tree.tags[index], tree.kinds[index]
    helping = [i for i in tree.below[index] if tree.deps[i] in _HELPING]
    forms = [(tree.deps[i], tree.tags[i]) for i in helping]
    if ("aux", "TO") in forms:
        return Form.INFINITIVE
    finite = any(form in _FINITE for _, form in forms)
    if tag in _FINITE or finite or "mark" in kinds:
        return Form.FINITE
    if tag == "VBG":
        return Form.GERUND
    if tag in {"VB", "VBN"}:
        fronted = index < tree.heads[index]
        subject = "nsubj" in kinds
        past = tag == "VBN" and _is_saying(tree, tree.heads[index])
        return Form.FINITE if subject and (fronted or past) else Form.INFINITIVE
    cop = any(tree.tags[i][:2] == "VB" for i in tree.below[index])
    # "found Smith guilty": somebody's word as much as a that-clause
    small = tree.deps[index] == "ccomp" and "nsubj" in kinds
    return Form.FINITE if cop or small else Form.ADJECTIVE


def is_clause_beside(tree: Tree, verb: Token, child: Token) -> bool:
    """Tell a clause that a verb cannot say: "he made saves and Oslo beat Rome"."""
    if tree.deps[child.i] != "ccomp" or tree.child(child, "mark") is not None:
        return False
    if not tree.child(child, "nsubj", "nsubjpass") or tree.tags[verb.i][:2] != "VB":
        return False
    finite = tree.child(child, "aux", "auxpass") or child
    asked = any(tree.tags[i][0] == "W" for i in range(verb.i, child.i))
    return (
        not asked
        and tree.lemmas[verb.i] not in {"be", "mean"}
        and tree.tags[finite.i] in {"VBD", "VBZ", "MD"}
        and row_of(tree, child.i, verb.i) is None
    )


def _is_saying(tree: Tree, head: int) -> bool:
    """Tell a word after which a participle with a subject is a past: "a poll found"."""
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[head])
    return row is not None and row.said
