"""Turn an extraction or an article into one line of JSON and back, exactly.

A line holds the fields by their order, so it is read back only by the version of kg
that wrote it: for journals and pipes between processes, not for users.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from kg.model import Article, Extraction

__all__ = [
    "article_from_line",
    "article_of_line",
    "extraction_from_line",
    "to_line",
]

_Value = TypeVar("_Value")
_Decode = Callable[[Any], Any]


def to_line(value: Article | Extraction) -> str:
    """Write a value as JSON without a line break in it, in ASCII."""
    return json.dumps(value, default=_plain, separators=(",", ":"))


def extraction_from_line(line: str | bytes) -> Extraction:
    """Read back what ``to_line`` made of an extraction; ValueError on anything else."""
    return _read(Extraction, line)


def article_from_line(line: str | bytes) -> Article:
    """Read back what ``to_line`` made of an article; ValueError on anything else."""
    return _read(Article, line)


def article_of_line(line: str) -> Article:
    """Read the article of an extraction's line, and nothing else of it."""
    value, _ = json.JSONDecoder().raw_decode(line, 1)
    article: Article = _decoder(Article)(value)
    return article


def _plain(value: object) -> object:
    return _VALUES[type(value)](value)


class _Values(dict[type, Callable[[Any], object]]):
    """Give what writes the values of a type, looked up for each of them."""

    def __missing__(self, kind: type) -> Callable[[Any], object]:
        """Make it when a type is first met."""
        values = self[kind] = _values_of(kind)
        return values


_VALUES = _Values({date: date.isoformat})


def _values_of(kind: Any) -> Callable[[Any], tuple[object, ...]]:  # noqa: ANN401
    if not is_dataclass(kind):
        raise TypeError(f"cannot write a {kind.__name__}")
    names = [field.name for field in fields(kind)]
    if len(names) == 1:
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names)


def _read(kind: type[_Value], line: str | bytes) -> _Value:
    hint: Any = kind
    try:
        value: _Value = _decoder(hint)(json.loads(line))
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"is no {kind.__name__}: {error}") from error
    return value


@cache
def _decoder(hint: Any) -> _Decode:  # noqa: ANN401 - a type, a union, a tuple
    """Give what makes a value of its JSON, by its type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _optional(arguments)
    if origin is tuple:
        return _tuple(_decoder(arguments[0]))
    if hint is date:
        return date.fromisoformat
    if is_dataclass(hint):
        return _dataclass(hint)
    if issubclass(hint, StrEnum):
        return {member.value: member for member in hint}.__getitem__
    return _itself


def _itself(value: Any) -> Any:  # noqa: ANN401 - what JSON holds
    return value


def _optional(arguments: tuple[Any, ...]) -> _Decode:
    (hint,) = (argument for argument in arguments if argument is not type(None))
    decode = _decoder(hint)
    if decode is _itself:
        return _itself
    return lambda value: None if value is None else decode(value)


def _tuple(decode: _Decode) -> _Decode:
    if decode is _itself:
        return tuple
    return lambda values: tuple(map(decode, values))


def _dataclass(kind: Any) -> _Decode:  # noqa: ANN401 - a class of dataclasses
    hints = get_type_hints(kind, localns={"date": date})
    decoders = [_decoder(hints[field.name]) for field in fields(kind)]
    wanted = len(decoders)

    def decode(values: list[Any]) -> Any:  # noqa: ANN401 - an instance of the class
        if len(values) != wanted:
            raise TypeError(f"{len(values)} values for {wanted} fields")
        return kind(*[d(v) for d, v in zip(decoders, values, strict=True)])

    return decode
