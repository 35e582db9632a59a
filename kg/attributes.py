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

    from spacy.matcher import Matcher
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, Token

__all__ = ["remember"]

_SEEN: list[int | str] = ["TAG", "LOWER", "DEP", "IS_SPACE"]
_Key = tuple[int, ...]
_Spec = dict[str, Any]
#: Numbers of a ruler's rows: each sets some attributes, later ones have the last word.
_Rows = tuple[int, ...]


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
        long_ones=_long_ones(ruler, rows),
    )
    ruler.match = table.match
    ruler.set_annotations = table.set_annotations
    return True


@dataclass(frozen=True, slots=True)
class _Table:
    """What a ruler sets on a token, by all that its patterns can tell of it.

    ``words`` and ``shapes`` are those that some pattern names; ``long_ones`` matches
    the patterns of several tokens.
    """

    ruler: AttributeRuler
    words: frozenset[int]
    shapes: re.Pattern[str]
    long_ones: Matcher
    rows: dict[_Key, _Rows] = field(default_factory=dict)
    sets: dict[_Rows, dict[int, int]] = field(default_factory=dict)

    def match(self, doc: Doc) -> list[_Rows]:
        """Give the rows that match at each token."""
        array: Any = doc.to_array(_SEEN)
        keys: list[_Key] = array.reshape((len(doc), len(_SEEN))).tolist()
        strings, words, shaped = doc.vocab.strings, self.words, self.shapes.search
        found: list[_Rows] = []
        for index, (tag, word, dep, space) in enumerate(keys):
            told = word if word in words or shaped(strings[word]) else 0
            key = (tag, told, dep, space)
            rows = self.rows.get(key)
            if rows is None:
                rows = self.rows[key] = self._learned(doc[index])
            found.append(rows)
        for name, start, end in self.long_ones(doc, allow_missing=True):
            row = int(strings[name])
            place = self.ruler.indices[row]
            index = start + place if place >= 0 else end + place
            found[index] = tuple(sorted((*found[index], row)))
        return found

    def set_annotations(self, doc: Doc, found: list[_Rows]) -> None:
        """Set the attributes of the rows that were found."""
        from spacy.tokens._retokenize import set_token_attrs  # noqa: PLC0415 - spaCy

        for index, rows in enumerate(found):
            if rows:
                sets = self.sets.get(rows)
                if sets is None:
                    sets = self.sets[rows] = {}
                    for row in rows:
                        sets.update(self.ruler.attrs[row])
                set_token_attrs(doc[index], sets)

    def _learned(self, token: Token) -> _Rows:
        """Ask the ruler which rows match a token alone."""
        from spacy.tokens import Doc  # noqa: PLC0415 - spaCy takes a second to import

        alone = Doc(
            token.vocab,
            words=[token.text],
            spaces=[False],
            tags=[token.tag_],
            heads=[0],
            deps=[token.dep_],
        )
        return tuple(row for row, *_ in type(self.ruler).match(self.ruler, alone))


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


def _long_ones(ruler: AttributeRuler, rows: list[Any]) -> Matcher:
    """Match the patterns of several tokens, under the numbers of their rows."""
    from spacy.matcher import Matcher  # noqa: PLC0415 - spaCy takes a second to import

    matcher = Matcher(ruler.vocab)
    for number, row in enumerate(rows):
        patterns = [pattern for pattern in row["patterns"] if len(pattern) > 1]
        if patterns:
            matcher.add(str(number), patterns)
    return matcher
