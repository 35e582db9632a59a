"""Tell verbs that say something by themselves from those that only carry another.

"tries to stanch", "refused to answer" are acts of their own; "continues to meet" and
"seems to end" are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.complements import row_of
from kg.tables import read_toml

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.extract.syntax import Tree

__all__ = ["stance_of"]


def stance_of(tree: Tree, verb: Token, below: Token) -> str:
    """Give the class of a verb that is an act of its own beside its complement, or ""."""
    if not tree.tags[verb.i].startswith("VB") or tree.lemmas[verb.i] in {"be", "go"}:
        return ""
    row = row_of(tree, below.i, verb.i)
    acts = read_toml("relations_read.toml")["stances"]["classes"]
    return row.id if row is not None and row.id in acts else ""
