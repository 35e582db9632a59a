"""Make the IRIs of a graph's things out of their ids, and read the ids back.

An id never enters an IRI raw: all but letters, digits and ``_-.~`` is written in
percent escapes, so that every id gives a valid IRI and no two ids give the same one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote, unquote, urlsplit

from kg.errors import KgError
from kg.vocabulary import DEFAULT_BASE

__all__ = [
    "BaseError",
    "checked_base",
    "hashed",
    "id_of",
    "iri",
    "is_plain",
    "local_name",
    "span_iri",
]

_NAMES = {"entity": "ent", "relation": "rel", "statement": "st", "article": "art"}
#: A local name that every Turtle reader takes without escapes.
_PLAIN = re.compile(r"[^\W_]\w*(?:[-.]\w+)*", re.UNICODE)
#: Letters beyond ASCII that Turtle allows in names, less those of right-to-left scripts
#: and everything that is no letter; what is outside is percent-escaped.
_KEPT = re.compile(
    r"[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u0373\u0388-\u0481]+"
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
#: Names that are remembered: those of some articles, since each has its own as well.
_REMEMBERED = 1 << 12


class BaseError(KgError):
    """A base IRI cannot be used."""

    def __init__(self, base: str, reason: str) -> None:
        super().__init__(f"base IRI {base!r}: {reason}")
        self.base = base


def checked_base(base: str = DEFAULT_BASE) -> str:
    """Give a base IRI that things can be named under; BaseError tells what is wrong.

    >>> checked_base("https://news.example/graph/")
    'https://news.example/graph/'
    """
    try:
        parts = urlsplit(base)
    except ValueError as error:
        raise BaseError(base, str(error)) from error
    if re.search(r'[\x00-\x20<>"{}|\\^`]', base) or not base.isascii():
        raise BaseError(base, "has characters that no IRI has")
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise BaseError(base, "is not absolute; want https://…/")
    if not base.endswith("/") or parts.query or parts.fragment:
        raise BaseError(base, "must end in / and have neither ? nor #")
    return base


def local_name(key: str) -> str:
    """Escape an id for use in an IRI; ``id_of`` undoes it.

    >>> local_name("Washington, D.C.")
    'Washington%2C%20D.C.'
    """
    return key if _is_hash(key) else _escaped(key)


def _is_hash(key: str) -> bool:
    """Tell the names of statements: remembering each of them would fill memory."""
    return key.isascii() and key.isalnum()


@lru_cache(maxsize=_REMEMBERED)
def _escaped(key: str) -> str:
    if key in {".", ".."}:
        # as a part of a relative IRI they would mean this and the part above
        return key.replace(".", "%2E")
    if key.isascii():
        return quote(key, safe="")
    key = _SURROGATE.sub("\ufffd", key)
    kept = _KEPT.finditer(key)
    parts, last = [], 0
    for match in kept:
        parts += [quote(key[last : match.start()], safe=""), match.group()]
        last = match.end()
    return "".join([*parts, quote(key[last:], safe="")])


def id_of(local: str) -> str:
    """Give the id that ``local_name`` escaped.

    >>> id_of("Washington%2C%20D.C.")
    'Washington, D.C.'
    """
    return unquote(local)


def is_plain(local: str) -> bool:
    """Tell whether a local name can stand after a prefix as it is."""
    return _PLAIN.fullmatch(local) is not None


def iri(kind: str, key: str) -> str:
    """Name a thing in Turtle: short where that is plain, else relative to the base.

    >>> iri("entity", "John_Healey"), iri("entity", "D.C.")
    ('ent:John_Healey', '<entity/D.C.>')
    """
    if kind == "statement" and _is_hash(key):
        return f"st:{key}"
    return _remembered(kind, key)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(kind: str, key: str) -> str:
    local = local_name(key)
    prefix = _NAMES.get(kind)
    if prefix is not None and is_plain(local):
        return f"{prefix}:{local}"
    return f"<{kind}/{local}>"


def span_iri(article: str, start: int, end: int) -> str:
    """Name a range of an article's text, after RFC 5147, relative to the base.

    >>> span_iri("1", 0, 6)
    '<article/1#char=0,6>'
    """
    return f"<article/{local_name(article)}#char={start},{end}>"


def hashed(*parts: str) -> str:
    """Give a short name that depends on content alone, 12 hexadecimal digits."""
    joined = "\x1f".join(parts).encode("utf-8", "replace")
    return sha256(joined).hexdigest()[:12]
