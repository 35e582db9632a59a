"""Word what a picture says of facts: relations, notes, sentences, titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.diagrams.styles import Status, modality_words, table
from kg.model import Modality, Polarity
from kg.names import find_node

if TYPE_CHECKING:
    from datetime import date

    from kg.diagrams.choice import Choice
    from kg.diagrams.view import DrawOptions
    from kg.graph import Fact, Graph

__all__ = [
    "heading",
    "left_out_words",
    "note_of",
    "plain_sentence",
    "relation_words",
    "sentence_of",
    "speaker_words",
    "status_of",
    "time_words",
]

_SAYS = "says "
_CHOSEN = (
    "Chosen for the surest statements between named things, for what the title speaks "
    "of and for the first sentences"
)
_SHARE = "; a share is kept for what is no fact"
_AUXILIARIES = frozenset(
    {"am", "is", "are", "was", "were", "has", "have", "had", "will", "would", "shall"}
    | {"should", "can", "could", "may", "might", "must", "do", "does", "did"}
)
_DENIALS = ("not", "never", "no", "n’t", "n't", "cannot", "without")


def heading(graph: Graph, options: DrawOptions, kind: str = "") -> tuple[str, str]:
    """Give the title of a picture, and the line below it: source and date."""
    source, parts = _source(graph)
    title = kind[:1].upper() + kind[1:]
    if options.about:
        title = f"{find_node(graph, options.about).label}: {kind or 'surroundings'}"
    if title:
        parts = [source, *parts]
    title = title or source
    return title, _joined(" · ", *(part for part in parts if part != title))


def _source(graph: Graph) -> tuple[str, list[str]]:
    articles = graph.articles
    days = sorted(article.date for article in articles if article.date)
    if len(articles) == 1:
        article = articles[0]
        source = article.publisher or article.url or article.id
        when = _day_words(days[0]) if days else ""
        return article.title or article.id, [source, article.author, when]
    span = " – ".join(dict.fromkeys(map(_day_words, days[:1] + days[-1:])))
    count = f"{len(articles):,}"
    if graph.chosen_from:
        count = f"{count} of {graph.chosen_from:,}"
    return f"{count} articles", [span]


def _day_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def status_of(fact: Fact) -> Status:
    """Tell how sure a fact is: stated, claimed, or not (yet) so."""
    if fact.modality is not Modality.ACTUAL:
        return Status.PROSPECT
    if fact.first.attribution is not None:
        return Status.CLAIM
    return Status.FACT


def relation_words(fact: Fact) -> str:
    """Word a relation; a denial that is not in its words is added."""
    words = fact.predicate.label
    if fact.polarity is not Polarity.NEGATIVE or _tells_denial(words):
        return words
    first, space, rest = words.partition(" ")
    if first.casefold() in _AUXILIARIES:  # "was not named"
        return f"{first} not{space}{rest}"
    return f"not {words}"


def _tells_denial(words: str) -> bool:
    return any(word.endswith(_DENIALS) for word in words.casefold().split())


def time_words(fact: Fact) -> str:
    """Give the words that tell when, unless the relation's words have them."""
    time = fact.first.time
    return time.text if time and time.text not in fact.predicate.label else ""


def speaker_words(fact: Fact) -> str:
    """Name who said it; a speaker who is the subject is not named again."""
    attribution = fact.first.attribution
    if attribution is None:
        return ""
    if attribution.id is not None and attribution.id == fact.first.subject.id:
        return "by own account"
    if attribution.label:
        return f"{_SAYS}{attribution.label}"
    return f"“{attribution.cue}”" if attribution.cue else "unnamed source"


def note_of(*facts: Fact) -> str:
    """Word what keeps one content from being a fact: its modality and its speakers."""
    words = list(dict.fromkeys(speaker_words(fact) for fact in facts))
    names = [word.removeprefix(_SAYS) for word in words if word.startswith(_SAYS)]
    others = [word for word in words if not word.startswith(_SAYS)]
    modality = facts[0].modality
    asked = table("saying").get(modality)
    if names and asked:
        return _joined(" — ", f"{asked} {', '.join(names)}", *others)
    says = _SAYS + ", ".join(names) if names else ""
    return _joined(" — ", modality_words(modality), says, *others)


def plain_sentence(fact: Fact) -> str:
    """Word subject, relation and object in one line."""
    first = fact.first
    return _joined(" ", first.subject.label, relation_words(fact), first.object.label)


def sentence_of(fact: Fact) -> str:
    """Word a whole fact in one line, with its qualifiers in brackets."""
    notes = _joined("; ", time_words(fact), note_of(fact))
    return plain_sentence(fact) + (f" ({notes})" if notes else "")


def left_out_words(choice: Choice) -> str:
    """Tell how many of the statements are shown and how they were chosen."""
    shown, known = len(choice.shown), len(choice.candidates)
    if not known:
        return "No statements to show."
    if shown == known:
        return "The one statement." if known == 1 else f"All {known} statements."
    if not shown:
        return f"Statements without an object, to which no line can be drawn: {known}."
    if shown == choice.drawable:
        return (
            f"Shows {shown} of {known} statements: all that have an object, to which a "
            "line can be drawn."
        )
    mixed = len({fact.asserted for fact in choice.candidates}) > 1
    return f"Shows {_counted(choice)}. {_CHOSEN}{_SHARE if mixed else ''}."


def _counted(choice: Choice) -> str:
    shown, known = len(choice.shown), len(choice.candidates)
    facts = sum(fact.asserted for fact in choice.shown)
    all_facts = sum(fact.asserted for fact in choice.candidates)
    if all_facts == known:
        return f"{shown} of {known} facts"
    if not all_facts:
        return f"{shown} of {known} claims, plans and denials"
    return (
        f"{shown} of {known} statements: {facts} of {all_facts} facts and "
        f"{shown - facts} of {known - all_facts} claims, plans and denials"
    )


def _joined(glue: str, *parts: str) -> str:
    return glue.join(part for part in parts if part)
