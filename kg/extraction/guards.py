"""Keep out of the graph what only a wrong reading says, whoever made it.

These are the last words on a statement: the rules before may all err.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.relation_words import relation_words

if TYPE_CHECKING:
    from kg.extraction.drafts import Draft

__all__ = ["is_empty", "is_nobodys"]

#: "no fewer than 40" are many.
_AT_LEAST = frozenset({"fewer", "less"})
#: Words that stand for what a relative clause is about, and are nothing themselves.
_RELATIVE = frozenset({"that", "which", "who", "whom"})


def is_empty(draft: Draft) -> bool:
    """Tell what says nothing: a thing that is itself, a bare prefix for a relation."""
    subject, thing = draft.subject, draft.object
    if not subject.label or not any(c.isalpha() for c in draft.predicate.id):
        return True
    if subject.id is not None and subject.id == thing.id:
        return True
    if thing.id is None and thing.label.lower() in _RELATIVE:
        return True
    if thing.label.casefold() in {
        subject.label.casefold(),
        draft.predicate.id.casefold(),
    }:
        return True
    prefixes = relation_words("prefixes")
    words = (draft.predicate.id.removeprefix("be"), subject.label, thing.label)
    return any(word.lower() in prefixes for word in words)


def is_nobodys(draft: Draft) -> bool:
    """Tell whether the words of the subject say that there is none: "none of them"."""
    words = draft.subject.text.split()[:2]
    if not words or words[0].lower() not in relation_words("none"):
        return False
    named = len(words) > 1 and words[1][:1].isupper()  # "No Doubt, the band"
    return not named and words[-1] not in _AT_LEAST
