"""Do what spaCy's attribute ruler does, by a table of what it did before.

The ruler matches some 180 patterns against every token and takes a sixth of the parse.
All but a few look at one token alone: its tag, its word in small letters, its relation,
and whether it is space. So what it sets on one token it sets on every equal one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, Token

__all__ = ["remember"]

_SEEN: list[int | str] = ["TAG", "LOWER", "DEP", "IS_SPACE"]
_Key = tuple[int, ...]
_Spec = dict[str, Any]
_Sets = dict[int, int]
_Found = list[tuple[Any, ...]]


def remember(ruler: Any) -> bool:  # noqa: ANN401 - an AttributeRuler, as spaCy gives it
    """Let a ruler use a table; false when its patterns see more than a table can."""
    rows: list[Any] = list(ruler.patterns)
    patterns = [pattern for row in rows for pattern in row["patterns"]]
    if not all(_is_plain(spec) for pattern in patterns for spec in pattern):
        return False
    table = _Table(
        ruler=ruler,
        words=_words(ruler, patterns),
        shapes=_shapes(patterns),
        needs=tuple(_needs(ruler, p) for p in patterns if len(p) > 1),
    )
    ruler.match = table.match
    ruler.set_annotations = table.set_annotations
    return True


@dataclass(frozen=True, slots=True)
class _Table:
    """What a ruler sets on a token, by all that its patterns can tell of it.

    ``words`` and ``shapes`` are those that some pattern names; ``needs`` what has to be
    in a text for a pattern of several tokens to match in it: then the ruler itself is
    asked.
    """

    ruler: AttributeRuler
    words: frozenset[int]
    shapes: re.Pattern[str]
    needs: tuple[tuple[tuple[int, frozenset[int]], ...], ...]
    known: dict[_Key, _Sets] = field(default_factory=dict)

    def match(self, doc: Doc) -> _Found:
        """Give what the ruler finds, or else the attributes of each token."""
        array: Any = doc.to_array(_SEEN)
        rows: list[_Key] = array.reshape((len(doc), len(_SEEN))).tolist()
        columns = [set(column) for column in zip(*rows, strict=True)]
        if any(self._is_there(need, columns) for need in self.needs):
            return list(type(self.ruler).match(self.ruler, doc))
        strings, words, shaped = doc.vocab.strings, self.words, self.shapes.search
        found: _Found = []
        for index, (tag, word, dep, space) in enumerate(rows):
            told = word if word in words or shaped(strings[word]) else 0
            key = (tag, told, dep, space)
            sets = self.known.get(key)
            if sets is None:
                sets = self.known[key] = self._learned(doc[index])
            if sets:
                found.append((index, sets))
        return found

    def set_annotations(self, doc: Doc, found: _Found) -> None:
        """Set the attributes that were found."""
        from spacy.tokens._retokenize import set_token_attrs  # noqa: PLC0415 - spaCy

        if found and len(found[0]) > 2:  # noqa: PLR2004 - the ruler's own matches
            ruler: Any = type(self.ruler)
            ruler.set_annotations(self.ruler, doc, found)
            return
        for index, sets in found:
            set_token_attrs(doc[index], sets)

    @staticmethod
    def _is_there(
        need: tuple[tuple[int, frozenset[int]], ...], columns: list[set[int]]
    ) -> bool:
        return bool(columns) and all(
            not columns[column].isdisjoint(values) for column, values in need
        )

    def _learned(self, token: Token) -> _Sets:
        """Ask the ruler what it sets on a token alone."""
        from spacy.tokens import Doc  # noqa: PLC0415 - spaCy takes a second to import

        alone = Doc(
            token.vocab,
            words=[token.text],
            spaces=[False],
            tags=[token.tag_],
            heads=[0],
            deps=[token.dep_],
        )
        sets: _Sets = {}
        for number, *_ in type(self.ruler).match(self.ruler, alone):
            sets.update(self.ruler.attrs[number])
        return sets


def _is_plain(spec: _Spec) -> bool:
    """Whether a pattern's token is told by what a table sees, once and not optional."""
    values = [value for value in spec.values() if isinstance(value, dict)]
    return set(spec) <= set(_SEEN) and all(
        set(value) <= {"IN", "NOT_IN", "REGEX"} for value in values
    )


def _listed(value: Any) -> Iterator[str]:  # noqa: ANN401 - what a pattern holds
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (*value.get("IN", ()), *value.get("NOT_IN", ()))


def _words(ruler: AttributeRuler, patterns: list[list[_Spec]]) -> frozenset[int]:
    specs = (spec.get("LOWER") for pattern in patterns for spec in pattern)
    add = ruler.vocab.strings.add
    return frozenset(add(word) for value in specs for word in _listed(value))


def _shapes(patterns: list[list[_Spec]]) -> re.Pattern[str]:
    specs = (spec.get("LOWER") for pattern in patterns for spec in pattern)
    found = {v["REGEX"] for v in specs if isinstance(v, dict) and "REGEX" in v}
    return re.compile("|".join(f"(?:{one})" for one in sorted(found)) or r"(?!)")


def _needs(
    ruler: AttributeRuler, pattern: list[_Spec]
) -> tuple[tuple[int, frozenset[int]], ...]:
    """Give columns and values of which each token of a pattern must have one."""
    add = ruler.vocab.strings.add
    return tuple(
        (_SEEN.index(name), frozenset(add(word) for word in _listed(value)))
        for spec in pattern
        for name, value in spec.items()
        if isinstance(value, str) or (isinstance(value, dict) and "IN" in value)
    )
