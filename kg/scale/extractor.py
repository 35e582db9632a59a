"""Name the function that reads an article, so that any process can make it."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from typing import TypeAlias

from kg.extraction_record import article_of_line, extraction_from_line, to_line
from kg.journal import KEY_BYTES
from kg.model import Article, Extraction
from kg.shares import Head, Share, share_of

__all__ = [
    "Extract",
    "Extractor",
    "article_key",
    "article_of",
    "head_of",
    "packed",
    "share_in",
    "unpacked",
]

Extract: TypeAlias = Callable[[Article], Extraction]
_FAST = 1
_LENGTHS = struct.Struct(">III")


@dataclass(frozen=True, slots=True)
class Extractor:
    """A factory "module:function" with its arguments, and what its results rest on.

    ``versions`` must differ whenever the same article may give another extraction.
    """

    factory: str
    arguments: Mapping[str, str | None] = field(default_factory=dict)
    versions: str = ""

    def load(self) -> Extract:
        """Make the function; this may load a model."""
        module, _, name = self.factory.partition(":")
        extract: Extract = getattr(import_module(module), name)(**self.arguments)
        return extract


def article_key(line: str, extractor: Extractor) -> bytes:
    """Give the key under which the extraction of an article's line is kept."""
    arguments = tuple(sorted(extractor.arguments.items()))
    setting = _setting(extractor.factory, arguments, extractor.versions)
    return sha256(setting + line.encode()).digest()[:KEY_BYTES]


@lru_cache(maxsize=8)
def _setting(
    factory: str, arguments: tuple[tuple[str, str | None], ...], versions: str
) -> bytes:
    """Give a hash of all but the article; the arguments may be long."""
    told = "\x1f".join(f"{name}={value}" for name, value in arguments)
    return sha256(f"{factory}\x1e{told}\x1e{versions}".encode()).digest()


def packed(extraction: Extraction) -> bytes:
    """Write an extraction, and what it gives to the files, as few bytes: an entry."""
    head, share = share_of(extraction)
    parts = [
        zlib.compress(part, _FAST)
        for part in (
            json.dumps(head, separators=(",", ":")).encode(),
            to_line(extraction).encode(),
            share.to_bytes(),
        )
    ]
    return b"".join((_LENGTHS.pack(*map(len, parts)), *parts))


def unpacked(entry: bytes) -> Extraction:
    """Read back what ``packed`` made; ValueError on anything else."""
    return extraction_from_line(_part(entry, 1))


def head_of(entry: bytes) -> Head:
    """Give what must be known of an entry before its article is joined with others."""
    return Head(*json.loads(_part(entry, 0)))


def article_of(entry: bytes) -> Article:
    """Give the article of an entry."""
    return article_of_line(_part(entry, 1).decode())


def share_in(entry: bytes) -> Share:
    """Give what an entry gives to the files."""
    return Share.from_bytes(_part(entry, 2))


def _part(entry: bytes, number: int) -> bytes:
    try:
        lengths = _LENGTHS.unpack_from(entry)
        start = _LENGTHS.size + sum(lengths[:number])
        return zlib.decompress(entry[start : start + lengths[number]])
    except (zlib.error, struct.error) as error:
        raise ValueError(f"is no extraction: {error}") from error
