"""Make readable ids of names: ASCII, safe in an IRI, stable."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from kg.memory import remembered

__all__ = ["article_mark", "slug"]

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 80
#: Of a hundred thousand articles hardly two have the same mark.
_MARK = 8
#: Letters that do not fall apart into a plain one and a mark.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d"}
    | {"Đ": "D", "ð": "d", "þ": "th", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h"}
    | {"’": "", "'": "", "‘": ""}
)


@remembered(1 << 13)
def slug(name: str) -> str:
    """Give the id of a name; what has no plain letters gets a short hash.

    >>> slug("Recep Tayyip Erdoğan")
    'Recep_Tayyip_Erdogan'
    >>> slug("F-16")
    'F_16'
    >>> slug("東京")
    'x_130016'
    """
    text = name.translate(_LETTERS)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", name).translate(_LETTERS)
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    plain = _UNSAFE.sub("_", text).strip("_")
    lossy = not text.isascii() and any(c.isalnum() and not c.isascii() for c in text)
    if not plain or lossy or len(plain) > _LONGEST:
        digest = sha256(name.encode()).hexdigest()[:6]
        return f"{plain[:_LONGEST] or 'x'}_{digest}"
    return plain


def article_mark(article: str) -> str:
    """Give what sets the ids of one article's own people apart from all others'.

    "Smith", "officials" and "the man" are somebody of their article: under one id the
    Smiths of an archive would be one person.
    """
    return f"_{sha256(article.encode()).hexdigest()[:_MARK]}"
