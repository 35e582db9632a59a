"""Name the function that reads an article, so that any process can make it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from typing import TypeAlias

from kg.extraction_record import extraction_from_line, to_line
from kg.journal import KEY_BYTES
from kg.model import Article, Extraction

__all__ = ["Extract", "Extractor", "article_key", "packed", "unpacked"]

Extract: TypeAlias = Callable[[Article], Extraction]
_FAST = 1


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
    """Write an extraction as few bytes."""
    return zlib.compress(to_line(extraction).encode(), _FAST)


def unpacked(entry: bytes) -> Extraction:
    """Read back what ``packed`` made; ValueError on anything else."""
    try:
        return extraction_from_line(zlib.decompress(entry))
    except zlib.error as error:
        raise ValueError(f"is no extraction: {error}") from error
