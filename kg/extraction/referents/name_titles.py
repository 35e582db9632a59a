"""Find the titles before names, and the roles behind the names of bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extraction.lexicon import name_key

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from kg.extraction.lexicon import Lexicon
    from kg.extraction.referents.cuts import Piece

__all__ = [
    "is_sure",
    "is_title_word",
    "last_title",
    "title_before",
    "title_start",
    "without_role",
]


def last_title(doc: Doc, piece: Piece, lexicon: Lexicon) -> int | None:
    """Give the last word of the title in a piece, before at least one word of name.

    In what the model calls a person only a title in front counts: "Luther King".
    """
    heads = lexicon.words["persons.title_heads"]
    titles = lexicon.words["persons.titles"]
    fields = lexicon.words["persons.fields"]
    last = None
    for i in range(piece.start, piece.end - 1):
        if doc[i].lower_ in heads:
            last = i
        elif piece.label == "PERSON" and doc[i].lower_ not in titles | fields:
            break
    return _inner_title(doc, piece, lexicon) if last is None else last


def _inner_title(doc: Doc, piece: Piece, lexicon: Lexicon) -> int | None:
    """Give a title behind other words: "Rail Police Chief Ann Lee", no "Luther King".

    At least a first name and a surname follow, and no first name stands before.
    """
    if piece.label != "PERSON" or doc[piece.start].lower_ in lexicon.first_names:
        return None
    heads = lexicon.words["persons.title_heads"]
    for i in range(piece.end - 3, piece.start, -1):
        opens = doc[i + 1].ent_iob_ == "B" and doc[i + 1].ent_type_ == "PERSON"
        opens = opens or doc[i + 1].lower_ in lexicon.first_names
        if doc[i].lower_ in heads and opens:
            return i
    return None


def title_start(doc: Doc, last: int, lexicon: Lexicon) -> int:
    """Give where a title starts, with its field, by its last word."""
    start = last
    titles, fields = lexicon.words["persons.titles"], lexicon.words["persons.fields"]
    while start > 0 and doc[start - 1].lower_ in titles:
        start -= 1
    while start > 0 and _is_field(doc[start - 1], fields):
        start -= 1
    return start


def _is_field(token: Token, fields: frozenset[str]) -> bool:
    """Tell whether a word says of what somebody is minister or professor."""
    return token.text[:1].isupper() and token.lower_ in fields


def title_before(
    doc: Doc, start: int, end: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    """Give the title right before a name."""
    if start == 0 or not _is_role(doc[start - 1], lexicon):
        return None
    office = doc[start - 1].lower_ in lexicon.words["persons.title_heads"]
    if not office and name_key(doc[start:end].text) in lexicon.countries:
        return None  # "communist Albania"
    if doc[start - 1].tag_ in {"NNS", "NNPS"}:
        return None
    return title_start(doc, start - 1, lexicon), start


def _is_role(token: Token, lexicon: Lexicon) -> bool:
    if token.lower_ in lexicon.words["persons.title_heads"]:
        as_adjective = lexicon.words["persons.adjectives_too"]
        return token.tag_ != "JJ" or token.lower_ not in as_adjective
    noun = token.tag_ == "NN" and token.dep_ != "conj"
    return noun and token.lower_ in lexicon.person_nouns


def is_sure(doc: Doc, title: tuple[int, int], lexicon: Lexicon) -> bool:
    """Tell whether only a person has this title: a rival may be a company."""
    return doc[title[1] - 1].lower_ not in lexicon.words["persons.or_bodies"]


def without_role(doc: Doc, span: tuple[int, int], lexicon: Lexicon) -> int:
    """Give where a body's name ends behind which a role stands.

    Before a person any title counts: "Senate Majority Leader Ann Lee"; elsewhere only
    what no body is called: "State Department Spokesperson".
    """
    start, end = span
    if _opens_person(doc, end, lexicon):
        while end > start and is_title_word(doc[end - 1], lexicon):
            end -= 1
    role = doc[end - 1].lower_ in lexicon.words["persons.only_roles"]
    if role and end > start + 1 and doc[end - 2].lower_ not in {"of", "the"}:
        end -= 1
    return end


def _opens_person(doc: Doc, i: int, lexicon: Lexicon) -> bool:
    """Tell whether a person's name or title starts here: "Senate Majority Leader"."""
    if i >= len(doc):
        return False
    title = doc[i].pos_ == "PROPN" and is_title_word(doc[i], lexicon)
    return title or doc[i].ent_type_ == "PERSON"


def is_title_word(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word is part of titles."""
    return token.lower_ in lexicon.words["persons.titles"]
