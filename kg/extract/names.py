"""Find the names in a Doc: the model's names mended, those that it missed, nested ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from kg.extract.lexicon import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.tokens import Doc, Span, Token

    from kg.extract.hints import Hints
    from kg.extract.lexicon import Lexicon

__all__ = ["Name", "find_names", "title_words"]

_PRODUCT = re.compile(r"[A-Z]{1,4}-\d{1,4}[A-Z]?")
_ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]s?")
_PREFIXED = re.compile(r"((?:[A-Z]\.){2,}|[A-Z][\w.]+)[-–](?=[a-z])")
_OF = {"of", "in", "for"}
_CLIP_LEFT = {
    "the",
    "a",
    "an",
    "'s",
    "’s",
    "-",
    "–",
    ",",
    "and",
    "&",
    "of",
    "“",
    '"',
    "'",
}
_CLIP_RIGHT = {
    "'s",
    "’s",
    "'",
    "’",
    "-",
    "–",
    ",",
    "and",
    "&",
    "of",
    "the",
    "”",
    '"',
    ".",
}
_OUTSIDE = {"of", "from", "in", "at"}
_NO_NUMBER = {"PERSON", "GPE", "NORP", "ORG"}
_PREMODIFIER = {"compound", "amod", "nmod"}
_LONG = 4


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name: its tokens, head, the model's hint of its type, and the title before it.

    ``chars`` narrows a name that is only the first part of a token ("U.S.-led").
    """

    start: int
    end: int
    head: int
    hint: str = ""
    title: tuple[int, int] | None = None
    demonym: bool = False
    nested: bool = False
    chars: int = 0


def find_names(doc: Doc, lexicon: Lexicon, hints: Hints) -> tuple[Name, ...]:
    """Find all names in text order; a nested name follows the one around it."""
    names = list(_told(doc, hints))
    told = _cover(doc, names)
    pieces = _joined(doc, _pieces(doc, lexicon), lexicon)
    names += [
        name
        for piece in pieces
        for name in _mended(doc, piece, lexicon)
        if not any(told[name.start : name.end])
    ]
    names += _recurring(doc, names, lexicon)
    names += _nested(doc, names, lexicon)
    names += _prefixes(doc, names, lexicon)
    return tuple(sorted(set(names), key=lambda n: (n.start, -n.end)))


def _told(doc: Doc, hints: Hints) -> Iterator[Name]:
    """Find the names of the user's gazetteer, long ones first."""
    if not hints.known:
        return
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token): token.i + 1 for token in doc}
    text = doc.text
    taken = bytearray(len(doc))
    pattern = "|".join(re.escape(name) for name in hints.wordings)
    for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text):
        start, end = starts.get(found.start()), ends.get(found.end())
        if start is None or end is None or any(taken[start:end]):
            continue
        taken[start:end] = b"\x01" * (end - start)
        yield Name(start, end, _head(doc, start, end))


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    label: str = ""


def _pieces(doc: Doc, lexicon: Lexicon) -> list[_Piece]:
    """Cut the Doc's names and the proper nouns between them into pieces."""
    covered = bytearray(len(doc))
    pieces = []
    none = lexicon.words["names.none"]
    for ent in doc.ents:
        start, end = _clipped(doc, ent.start, ent.end)
        for i in range(ent.start, ent.end):
            covered[i] = 1
        if ent.label_.lower() in none:
            if not _PRODUCT.fullmatch(ent.text):
                continue
            pieces.append(_Piece(start, end, "PRODUCT"))
        elif ent.label_ in lexicon.hints and _has_capital(doc, start, end):
            pieces += _cut(doc, _Piece(start, end, ent.label_))
    loose = [t for t in doc if not covered[t.i] and _is_loose(t, lexicon)]
    for _, run in groupby(enumerate(loose), lambda pair: pair[1].i - pair[0]):
        tokens = [token for _, token in run]
        pieces.append(_Piece(tokens[0].i, tokens[-1].i + 1))
    return sorted(pieces, key=lambda piece: piece.start)


def _cut(doc: Doc, piece: _Piece) -> Iterator[_Piece]:
    """Cut a name of the model where no name goes on: at a line's end, after a person."""
    start = piece.start
    label = piece.label
    for token in doc[piece.start : piece.end]:
        number = label in _NO_NUMBER and token.like_num and token.i > start
        number = number and not token.text.isalpha()
        person = label == "PERSON" and token.lower_ in _OUTSIDE
        if token.is_space or number or person:
            yield from _piece(doc, start, token.i, label)
            start = token.i + 1
            label = "" if person else label
    yield from _piece(doc, start, piece.end, label)


def _piece(doc: Doc, start: int, end: int, label: str) -> Iterator[_Piece]:
    start, end = _clipped(doc, start, end)
    if start < end and _has_capital(doc, start, end):
        yield _Piece(start, end, label)


def _clipped(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and (doc[start].lower_ in _CLIP_LEFT or doc[start].is_space):
        start += 1
    while start < end and (doc[end - 1].lower_ in _CLIP_RIGHT or doc[end - 1].is_space):
        end -= 1
    while end - start > 1 and doc[start].text[:1].islower() and _is_common(doc[start]):
        start += 1
    return start, end


def _is_common(token: Token) -> bool:
    """Tell whether a small word before a name is no part of it ("pro-Beijing X")."""
    return token.pos_ in {"ADJ", "NOUN", "ADV", "VERB", "DET", "ADP"} and token.dep_ in {
        "amod", "compound", "det", "advmod", "nmod", "poss", "prep", "npadvmod",
    }  # fmt: skip


def _has_capital(doc: Doc, start: int, end: int) -> bool:
    return any(
        token.text[:1].isupper() or token.text[:1].isdigit() for token in doc[start:end]
    )


def _is_loose(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a token outside of the model's names may belong to one."""
    if token.pos_ != "PROPN" or not token.text[:1].isupper():
        declared = _ACRONYM.fullmatch(token.text) and _in_brackets(token)
        return bool(declared or _PRODUCT.fullmatch(token.text))
    return token.lower_ not in lexicon.words["names.never"] and not token.is_punct


def _in_brackets(token: Token) -> bool:
    doc = token.doc
    if not 0 < token.i < len(doc) - 1:
        return False
    return doc[token.i - 1].text == "(" and doc[token.i + 1].text == ")"


def _joined(doc: Doc, pieces: list[_Piece], lexicon: Lexicon) -> list[_Piece]:
    """Join pieces of one name: "Washington", ", D.C."; a model's half and its other half."""
    joined: list[_Piece] = []
    for piece in pieces:
        if joined and _belong(doc, joined[-1], piece, lexicon):
            last = joined.pop()
            label = last.label or piece.label
            if "PERSON" in {last.label, piece.label}:
                label = "PERSON"
            joined.append(_Piece(last.start, piece.end, label))
        else:
            joined.append(piece)
    return joined


def _belong(doc: Doc, one: _Piece, other: _Piece, lexicon: Lexicon) -> bool:
    between = doc[one.end : other.start].text if one.end < other.start else ""
    words = doc[other.start : other.end].text
    if between.strip() == "," and words.replace(".", "").upper() == "DC":
        return True
    if one.end != other.start or (one.label and other.label):
        return False
    if not one.label and not other.label:
        return True
    if one.label != "PERSON" and _is_title(doc[other.start], lexicon):
        return False
    head = doc[other.end - 1]
    last = doc[one.end - 1]
    if not one.label:
        # An unlabelled piece before a name: its first part, or a title (cut off later).
        return other.label in {"PERSON", "ORG", "FAC"} and last.dep_ == "compound"
    return last.head.i == head.i and one.label in {"PERSON", "ORG", "FAC", "LOC", "GPE"}


def _is_title(token: Token, lexicon: Lexicon) -> bool:
    return token.lower_ in lexicon.words["persons.titles"]


def _mended(doc: Doc, piece: _Piece, lexicon: Lexicon) -> Iterator[Name]:
    """Cut titles off and make a name of what is left, if anything is."""
    start, end = _clipped(doc, piece.start, piece.end)
    if start >= end:
        return
    if piece.label == "NORP" or (end - start == 1 and _is_demonym(doc[start], lexicon)):
        yield from _of_people(doc, start, end, lexicon)
        return
    titles = lexicon.words["persons.titles"]
    first = start
    last_title = _last_title(doc, (start, end), lexicon)
    if piece.label in {"", "PERSON"}:
        if last_title is not None:
            yield from _before_title(doc, start, last_title, lexicon)
            start = last_title + 1
            first = _title_start(doc, last_title, lexicon)
        while end > start and doc[end - 1].lower_ in titles and not piece.label:
            end -= 1
    elif all(token.lower_ in titles for token in doc[start:end]):
        return
    start, end = _clipped(doc, start, end)
    if start >= end or not _stands(doc, start, end, piece.label, lexicon):
        return
    title = (first, start) if first < start else _title_before(doc, start, lexicon)
    hint = lexicon.hints.get(piece.label, "")
    if title and piece.label in {"", "PERSON"}:
        hint = "person"
    elif _PRODUCT.fullmatch(doc[start:end].text):
        hint = "product"
    elif hint in {"", "place"} and _has_region(doc, end, lexicon):
        hint = "place"
        end += 1
    yield Name(start, end, _head(doc, start, end), hint, title)


def _has_region(doc: Doc, end: int, lexicon: Lexicon) -> bool:
    """Tell whether "region" or the like follows as a part of the name."""
    if end >= len(doc) or doc[end].lower_ not in lexicon.words["places.regions"]:
        return False
    last = doc[end - 1]
    return (
        last.dep_ == "compound"
        and last.head.i == end
        and not _is_known_country(last, lexicon)
    )


def _is_known_country(token: Token, lexicon: Lexicon) -> bool:
    return name_key(token.text) in lexicon.countries


def _last_title(doc: Doc, span: tuple[int, int], lexicon: Lexicon) -> int | None:
    heads = lexicon.words["persons.title_heads"]
    for i in range(span[1] - 2, span[0] - 1, -1):
        if doc[i].lower_ in heads:
            return i
    return None


def _title_start(doc: Doc, last: int, lexicon: Lexicon) -> int:
    start = last
    while start > 0 and doc[start - 1].lower_ in lexicon.words["persons.titles"]:
        start -= 1
    return start


def _before_title(doc: Doc, start: int, last: int, lexicon: Lexicon) -> Iterator[Name]:
    """Give the country or body that stands before a title: "U.K. Defense Secretary"."""
    end = _title_start(doc, last, lexicon)
    if start < end and _stands(doc, start, end, "", lexicon):
        if end - start == 1 and _is_demonym(doc[start], lexicon):
            yield from _of_people(doc, start, end, lexicon)
        else:
            yield Name(start, end, _head(doc, start, end))


def _title_before(doc: Doc, start: int, lexicon: Lexicon) -> tuple[int, int] | None:
    if start == 0 or not _is_role(doc[start - 1], lexicon):
        return None
    before = doc[start - 1]
    if before.tag_ in {"NNS", "NNPS"} or before.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return None
    return _title_start(doc, start - 1, lexicon), start


def _is_role(token: Token, lexicon: Lexicon) -> bool:
    if token.lower_ in lexicon.words["persons.title_heads"]:
        return True
    return token.pos_ == "NOUN" and token.lemma_.lower() in lexicon.person_nouns


def title_words(doc: Doc, name: Name) -> str:
    """Give the words of the title before a name, in small letters."""
    if name.title is None:
        return ""
    return doc[name.title[0] : name.title[1]].text.lower()


def _of_people(doc: Doc, start: int, end: int, lexicon: Lexicon) -> Iterator[Name]:
    """Make names of a people: an adjective stands for the country, a plural for people."""
    head = _head(doc, start, end)
    token = doc[head]
    if end - start == 1 and _is_demonym(token, lexicon):
        modifies = token.dep_ in {"amod", "compound", "nmod", "poss", "acomp", "conj"}
        if modifies and token.tag_ in {"JJ", "NNP", "NN"}:
            yield Name(start, end, head, "country", demonym=True)
            return
    if token.tag_ in {"NNPS", "NNS", "NNP"} and token.dep_ not in {"amod", "compound"}:
        yield Name(start, end, head, "group")


def _is_demonym(token: Token, lexicon: Lexicon) -> bool:
    return token.text[:1].isupper() and name_key(token.text) in lexicon.demonyms


def _stands(doc: Doc, start: int, end: int, label: str, lexicon: Lexicon) -> bool:
    """Tell whether these tokens can be a name at all."""
    words = doc[start:end]
    if all(token.lower_ in lexicon.words["names.never"] for token in words):
        return False
    if not any(
        token.is_alpha or any(c.isalpha() for c in token.text) for token in words
    ):
        return False
    if label:
        return True
    if all(token.lower_ in lexicon.words["persons.titles"] for token in words):
        return False
    if end - start > 1 and not _in_title_case(words[0].sent):
        return True
    first = words[0]
    if _is_known(first, lexicon):
        return True
    if _in_title_case(first.sent):
        return False
    return first.i != first.sent.start or first.text.isupper() or _is_unusual(first)


def _is_unusual(token: Token) -> bool:
    """Tell whether a word that opens a sentence is no common word of the model."""
    return token.tag_ == "NNP" and token.vocab[token.lower_].is_oov


def _is_known(token: Token, lexicon: Lexicon) -> bool:
    key = name_key(token.text)
    return key in lexicon.countries or key in lexicon.places


def _in_title_case(sentence: Span) -> bool:
    """Tell whether every long word has a capital, as in some headlines."""
    words = [token for token in sentence if token.is_alpha and len(token) >= _LONG]
    return len(words) >= _LONG and all(token.text[:1].isupper() for token in words)


def _head(doc: Doc, start: int, end: int) -> int:
    """Give the token of a name on which the others hang."""
    for token in doc[start:end]:
        if not start <= token.head.i < end or token.head.i == token.i:
            return token.i
    return end - 1


def _recurring(doc: Doc, names: Sequence[Name], lexicon: Lexicon) -> Iterator[Name]:
    """Find where a name of the article stands again without being seen as one."""
    covered = _cover(doc, names)
    forms: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    seen: set[tuple[str, ...]] = set()
    for name in names:
        words = tuple(token.text for token in doc[name.start : name.end])
        acronym = len(words) == 1 and _ACRONYM.fullmatch(words[0])
        usable = (name.hint or acronym) and not name.demonym and len("".join(words)) > 1
        if usable and words not in seen and words[0][:1].isupper():
            seen.add(words)
            forms.setdefault(words[0], []).append((words, name.hint))
    for rows in forms.values():
        rows.sort(key=lambda row: (-len(row[0]), row))
    never = lexicon.words["names.never"]
    for token in doc:
        if covered[token.i] or token.text not in forms or token.lower_ in never:
            continue
        for words, hint in forms[token.text]:
            end = token.i + len(words)
            if any(covered[token.i : end]) or end > len(doc):
                continue
            if tuple(t.text for t in doc[token.i : end]) == words:
                if _is_plain_start(token, end) and not _ACRONYM.fullmatch(token.text):
                    break
                yield Name(token.i, end, _head(doc, token.i, end), hint)
                break


def _is_plain_start(token: Token, end: int) -> bool:
    """Tell whether one word opens a sentence, where any word has a capital."""
    single = end - token.i == 1
    return single and token.i == token.sent.start and token.pos_ != "PROPN"


def _cover(doc: Doc, names: Iterable[Name]) -> bytearray:
    covered = bytearray(len(doc))
    for name in names:
        for i in range(name.start, name.end):
            covered[i] = 1
        if name.title:
            for i in range(*name.title):
                covered[i] = 1
    return covered


def _nested(doc: Doc, names: Sequence[Name], lexicon: Lexicon) -> Iterator[Name]:
    """Find names inside longer names: "University of Iceland", "FIFA World Cup"."""
    hints = {
        name_key(doc[name.start : name.end].text): name.hint
        for name in names
        if name.hint and name.end - name.start < _LONG
    }
    classes = lexicon.words["organizations.words"] | lexicon.words["places.words"]
    for name in names:
        if name.end - name.start < 2 or name.hint in {"person", "group"}:  # noqa: PLR2004
            continue
        start = name.start
        while start < name.end:
            part = _part(doc, name, start, hints)
            found = part or _seat(doc, name, start, lexicon)
            if found is not None and name_key(found[2]) not in classes:
                yield Name(*found[:2], _head(doc, *found[:2]), found[3], nested=True)
                start = found[1]
            else:
                start += 1


_Part = tuple[int, int, str, str]


def _part(doc: Doc, name: Name, start: int, hints: Mapping[str, str]) -> _Part | None:
    """Give the longest part from here that is a name of its own in the article."""
    if not doc[start].text[:1].isupper():
        return None
    for end in range(min(name.end, start + _LONG), start, -1):
        if end - start == name.end - name.start:
            continue
        words = doc[start:end].text
        hint = hints.get(name_key(words))
        if hint is not None:
            return start, end, words, hint
    return None


def _seat(doc: Doc, name: Name, start: int, lexicon: Lexicon) -> _Part | None:
    """Give the known place that a body is named after: with "of", or before its class."""
    of = start > name.start and (
        doc[start - 1].lower_ in _OF
        or (doc[start - 1].lower_ == "the" and doc[start - 2].lower_ in _OF)
    )
    last = doc[name.end - 1].lower_
    seats = lexicon.words["places.words"] | lexicon.words["places.seats"]
    seats -= lexicon.words["places.regions"]
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


def _prefixes(doc: Doc, names: Sequence[Name], lexicon: Lexicon) -> Iterator[Name]:
    """Find countries that are the first half of a word: "U.S.-supplied"."""
    covered = _cover(doc, names)
    for token in doc:
        if covered[token.i] or "-" not in token.text:
            continue
        found = _PREFIXED.match(token.text)
        if found and name_key(found[1]) in lexicon.countries:
            yield Name(token.i, token.i + 1, token.i, "place", chars=len(found[1]))
