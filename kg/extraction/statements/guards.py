"""Keep out of the graph what only a wrong reading says, whoever made it.

These are the last words on a statement: the rules before may all err.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extraction.relation_words import relation_words

if TYPE_CHECKING:
    from kg.extraction.frames import Clause
    from kg.extraction.statements.drafts import Draft

__all__ = ["is_empty", "is_nobodys"]

#: What stands in no prose: a line of a program.
_CODE = re.compile(r"->|::|(?<!\w)\$[A-Za-z_]|[{}<>\\]|\w\([A-Z'\"]")
#: One of these stands in all of it, and is looked for in a tenth of the time.
_OF_CODE = re.compile(r"[>:$({}<\\]")
#: "no fewer than 40" are many.
_AT_LEAST = frozenset({"fewer", "less"})
#: Words that stand for what a relative clause is about, and are nothing themselves.
_ASKING = ("how many", "how much")
_THOSE = "those "
_RELATIVE = frozenset({"that", "which", "who", "whom"})


def is_empty(draft: Draft) -> bool:
    """Tell what says nothing: a thing that is itself, a bare prefix, a program."""
    subject, thing = draft.subject, draft.object
    if not subject.label or (subject.id is not None and subject.id == thing.id):
        return True
    who, what = subject.label.casefold(), thing.label.casefold()
    if what in (who, draft.predicate.id.lower()):
        return True
    prefixes = relation_words("prefixes")
    if who in prefixes or what in prefixes or _is_prefix(draft):
        return True
    words = subject.text.lower()
    labels = f"{subject.label} {thing.label}"
    code = _OF_CODE.search(labels) and _CODE.search(labels)
    if code or words.startswith(_ASKING) or _is_objectless(draft):
        return True
    if words == "it" and thing.label in relation_words("expletive"):
        return True  # "it is time to go": nothing is meant by it
    those = words.startswith(_THOSE) or thing.text.lower().startswith(_THOSE)
    return those and _is_told_in_name(draft)


def _is_prefix(draft: Draft) -> bool:
    """Tell a prefix that stands for the relation; "posted" is no "post-"."""
    relation = draft.predicate.id.removeprefix("be").lower()
    return relation in relation_words("prefixes") and draft.head.tag_[:2] != "VB"


def _is_told_in_name(draft: Draft) -> bool:
    """Tell that "those who left" left: their words say so already."""
    verb = draft.clause.head
    while verb.dep_ in {"conj", "xcomp"} and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ in {"relcl", "acl"} and verb.head.lower_ == "those"


def _is_objectless(draft: Draft) -> bool:
    """Tell a verb that lost what it acts on, thinks or says: "used it", "he said"."""
    if draft.predicate.id not in relation_words("objectless"):
        return False
    if draft.object.label or draft.content:
        return False
    kept = _complements(draft.clause)
    lost = [role.text == "it" for role in draft.arguments if role.role in kept]
    return any(lost) or not lost


def _complements(clause: Clause) -> set[str]:
    """Give the roles by which a verb can do without an object: not how or why."""
    names = {" ".join(t.lower_ for t in o.marker) or "measure" for o in clause.obliques}
    given = {"to"} if clause.recipients else set()
    shown = {"as"} if clause.complement is not None else set()
    return names | given | shown | {"object", "content"}


def is_nobodys(draft: Draft) -> bool:
    """Tell whether the words of the subject say that there is none: "none of them"."""
    none = relation_words("none")
    if draft.subject.label.lower() in none:
        return True  # "nobody knows who robbed the bank"
    words = draft.subject.text.split()[:2]
    if not words or words[0].lower() not in none:
        return False
    named = len(words) > 1 and words[1][:1].isupper()  # "No Doubt, the band"
    return not named and words[-1] not in _AT_LEAST
