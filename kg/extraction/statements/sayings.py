"""Find what a saying in a parenthesis says: "the mill, he said, was old"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.cues import Form, load_cues
from kg.extraction.judgement.joints import is_broken_off
from kg.extraction.judgement.presupposition import is_presupposed
from kg.extraction.literals import literal
from kg.extraction.relation_words import relation_words
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from kg.extraction.frames import Clause, Quote
    from kg.extraction.parse.syntax import Tree
    from kg.extraction.speech.reports import Report
    from kg.extraction.statements.drafts import Draft
    from kg.extraction.statements.things import Arguments
    from kg.model import Argument

__all__ = [
    "is_whole_clause",
    "quotations_of",
    "said_around",
    "said_words",
    "with_quotation",
]


def said_around(
    tree: Tree, verb: Token, accordings: Mapping[int, Report]
) -> Token | None:
    """Give the head of the clause in which a saying stands in passing."""
    if tree.deps[verb.i] == "advcl":
        return _said_as(tree, verb, accordings)
    if tree.deps[verb.i] != "parataxis" or is_broken_off(tree, verb.i):
        return None
    around = tree.head(verb)
    if not tree.is_verb(around):
        return None
    row = load_cues().complement("verb", Form.FINITE, tree.lemmas[verb.i])
    return around if row is not None and row.said else None


def _said_as(tree: Tree, verb: Token, accordings: Mapping[int, Report]) -> Token | None:
    """Give the head of what an aside says: "as Acme reported, the mill closed".

    Only of somebody in particular: "more will close as some firms report losses".
    """
    if tree.child(verb, "dobj", "intj"):
        return None
    for head, report in accordings.items():
        if verb.i in report.cue and report.source is not None:
            known = is_presupposed(tree, report.source)
            return tree.tokens[head] if known else None
    return None


def said_words(
    arguments: Arguments, verb: Token, told: Token, first: Token | None = None
) -> Argument:
    """Give what is said as literal, without the saying itself where it stands in it.

    It may begin with a noun that stands ``first``.
    """
    if first is None or first.i > arguments.below(told)[0]:
        whole = arguments.clause(told)
    else:
        whole = arguments.happening(first, told)
    aside = arguments.tree.deps[verb.i] == "advcl"
    if first is not None or not (aside or arguments.tree.heads[verb.i] == told.i):
        return whole
    words = whole.label
    before, found, after = words.partition(arguments.words(arguments.below(verb)))
    if not found:
        return whole
    parts = (before.strip(" ,;:-–—"), after.strip(" ,;:-–—"))
    words = " ".join(part for part in parts if part)
    return type(whole)(None, words, whole.type, words)


def is_whole_clause(tree: Tree, clause: Clause, token: Token, told: Token) -> bool:
    """Tell a subject of what is said from an object: "suggested his team leave".

    What is seen or helped to do something is an object: "saw his team leave".
    """
    if not token.i < told.i or tree.heads[token.i] != told.i:
        return False
    lemma = tree.lemmas[clause.head.i]
    if tree.is_infinitive(told) or lemma in relation_words("bare"):
        return False
    small = tree.tags[told.i] in {"VBG", "VBN"}
    return not small or lemma in table_words("verbs.toml", "reporting")


def quotations_of(quotes: Sequence[Quote]) -> dict[int, Quote]:
    """Give the first quoted clauses that each saying introduces, by its verb."""
    return {
        quote.cue.i: quote
        for quote in reversed(quotes)
        if quote.whole and quote.cue is not None
    }


def with_quotation(
    arguments: Arguments, quotations: Mapping[int, Quote], draft: Draft
) -> Draft:
    """Give a saying for which no clause was found the words that it quotes."""
    quote = quotations.get(draft.head.i)
    if quote is None or draft.object.label or draft.content or not draft.speaks:
        return draft
    inside = range(quote.start, quote.end)
    words = arguments.words(inside)
    said = literal(words)
    heard = tuple(
        replace(role, role="to") if role.role == "object" else role
        for role in draft.arguments
    )
    used = (*draft.used, *inside)
    return replace(draft, object=said, used=used, arguments=heard)
