"""Find names by other names: the same ones again, those inside longer ones."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extraction.lexicon import ACRONYM, name_key
from kg.extraction.parse.words import numbers_of, token_numbers
from kg.extraction.referents.names import Name, mark_covered, name_of, text_of
from kg.extraction.referents.quoted_names import is_title
from kg.memory import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Token

    from kg.extraction.lexicon import Lexicon

__all__ = ["find_nested", "find_prefixes", "find_recurring"]

_PREFIXED = re.compile(r"((?:[A-Z]\.){2,}|[A-Z][\w.]+)[-–](?=[a-z])")
_OF = {"of", "in", "for"}
_LONG = 4


_Words = tuple[str, ...]


def find_recurring(doc: Doc, names: Sequence[Name], lexicon: Lexicon) -> Iterator[Name]:
    """Find where a name of the article stands again without being seen as one."""
    covered = mark_covered(doc, names)
    forms = _wordings(doc, names)
    never = lexicon.words["names.never"]
    for i in numbers_of(doc, forms.keys()):
        token = doc[i]
        if covered[i] or token.lower_ in never:
            continue
        for words, hint in forms[token.text]:
            end = token.i + len(words)
            same = tuple(t.text for t in doc[token.i : end]) == words
            if same and not any(covered[token.i : end]):
                if not _is_plain(token, end, hint):
                    yield name_of(doc, token.i, end, hint)
                break


def _wordings(doc: Doc, names: Sequence[Name]) -> dict[str, list[tuple[_Words, str]]]:
    """Give the wordings of names, and hints of their types, by first word."""
    hints: dict[_Words, str] = {}
    surnames: dict[_Words, str] = {}
    for name in names:
        words = tuple([doc[i].text for i in range(name.start, name.end)])
        acronym = len(words) == 1 and ACRONYM.fullmatch(words[0])
        usable = (name.hint or acronym) and not name.demonym
        if usable and len("".join(words)) > 1 and words[0][:1].isupper():
            hints.setdefault(words, name.hint)
        if name.hint == "person" and len(words) > 1 and len(words[-1]) >= _LONG:
            surnames.setdefault(words[-1:], "person")
    hints |= surnames
    forms: dict[str, list[tuple[_Words, str]]] = {}
    for words in sorted(hints, key=lambda words: (-len(words), words)):
        forms.setdefault(words[0], []).append((words, hints[words]))
    return forms


def _is_plain(token: Token, end: int, hint: str) -> bool:
    """Tell whether one word is common after all: it opens a sentence, is "the King"."""
    if end - token.i > 1 or ACRONYM.fullmatch(token.text) or token.pos_ == "PROPN":
        return False
    if token.i != token.sent.start:
        return hint == "person" and token.n_lefts > 0
    if token.n_lefts or token.dep_ not in {"nsubj", "nsubjpass"}:
        return True
    # "Rondo had four points": a noun would have an article.
    if token.tag_ == "NN" and token.head.tag_ in {"VBD", "VBZ"}:
        return False
    # "Hicks was late", but not where the text tells of hicks.
    return hint != "person" or bool(numbers_of(token.doc, {token.lower_}))


def find_nested(doc: Doc, names: Sequence[Name], lexicon: Lexicon) -> Iterator[Name]:
    """Find names inside longer names: "University of Iceland", "FIFA World Cup"."""
    hints = {
        name_key(name.words): name.hint
        for name in names
        if name.hint and name.end - name.start < _LONG
    }
    firsts = {key.partition(" ")[0] for key in hints}
    classes = lexicon.words["names.classes"]
    for name in names:
        if name.end - name.start < 2 or name.hint in {"person", "group"}:  # noqa: PLR2004
            continue
        # A title may hold somebody's full name, but no name of one word.
        shortest = 2 if name.hint == "work" and is_title(doc, name) else 1
        start = name.start
        while start < name.end:
            part = _part(doc, name, start, (hints, firsts))
            found = part or _seat(doc, name, start, lexicon)
            short = found is not None and found[1] - found[0] < shortest
            short = short or (found is not None and _is_head(doc, name, found, lexicon))
            if found is not None and not short and name_key(found[2]) not in classes:
                key = name_key(found[2])
                people = key in lexicon.demonyms and key not in lexicon.countries
                inner = name_of(doc, *found[:2], found[3])
                yield replace(inner, nested=True, demonym=people)
                start = found[1]
            else:
                start += 1


def _is_head(doc: Doc, name: Name, part: _Part, lexicon: Lexicon) -> bool:
    """Tell a body's last word: the Cleveland Fed is another than the Fed."""
    start, end, words, _ = part
    if not (start > name.start and end == name.end == start + 1):
        return False
    kinds = lexicon.words["organizations.kinds"]
    return words.lower() in kinds and doc[start - 1].lower_ not in _OF | {"the"}


_Part = tuple[int, int, str, str]


def _part(
    doc: Doc, name: Name, start: int, known: tuple[Mapping[str, str], set[str]]
) -> _Part | None:
    """Give the longest part from here that is a name of its own in the article."""
    hints, firsts = known
    first = doc[start].text
    if not first[:1].isupper() or name_key(first) not in firsts:
        return None
    for end in range(min(name.end, start + _LONG), start, -1):
        if end - start == name.end - name.start:
            continue
        words = text_of(doc, start, end)
        hint = hints.get(name_key(words))
        if hint is not None:
            return start, end, words, hint
    return None


def _seat(doc: Doc, name: Name, start: int, lexicon: Lexicon) -> _Part | None:
    """Give the known place that a body is named after, with "of" or in front."""
    of = start > name.start and (
        doc[start - 1].lower_ in _OF
        or (doc[start - 1].lower_ == "the" and doc[start - 2].lower_ in _OF)
    )
    last = doc[name.end - 1].lower_
    seats = lexicon.words["places.seats"]
    if not of and not (start == name.start and last in seats):
        return None
    for end in range(min(name.end, start + _LONG), start, -1):
        if end == name.end and start == name.start:
            continue
        words = doc[start:end].text
        key = name_key(words)
        if words[:1].isupper() and (key in lexicon.countries or key in lexicon.places):
            return start, end, words, "place"
    return None


@remembered(1 << 13)
def _is_prefixed(word: str) -> bool:
    return word[:1].isupper() and _PREFIXED.match(word) is not None


def find_prefixes(doc: Doc, names: Sequence[Name], lexicon: Lexicon) -> Iterator[Name]:
    """Find countries that are the first half of a word: "U.S.-supplied"."""
    covered = mark_covered(doc, names)
    for i in token_numbers(doc, _is_prefixed):
        found = _PREFIXED.match(doc[i].text)
        if found and not covered[i] and name_key(found[1]) in lexicon.countries:
            yield Name(i, i + 1, i, found[1], "place", chars=len(found[1]))
