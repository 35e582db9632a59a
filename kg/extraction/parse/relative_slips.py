"""Mend relative clauses and participles that the parser hung on the wrong word."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kg.extraction.lexicon import load_lexicon
from kg.extraction.parse.agreement import is_of_many
from kg.extraction.parse.mends import Mend, as_subject
from kg.extraction.parse.phrase_slips import is_person
from kg.extraction.parse.verb_slips import is_finite
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "means_on_thing",
    "name_of_thing",
    "object_of_lower_verb",
    "participle_after_name",
    "participle_after_relative",
    "participle_between_commas",
    "relative_by_number",
    "relative_on_subject",
    "that_on_name",
    "time_clause_on_place",
    "who_on_person",
]

_SUBJECTS = ("nsubj", "nsubjpass")
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_MOST = 8
_RELATIVE = {"which", "that", "who"}
_THINGS = {"ORG", "GPE", "LOC", "FAC", "DATE", "EVENT", "WORK_OF_ART", "PRODUCT"}


def relative_by_number(tree: Tree) -> Iterator[Mend]:
    """A relative clause on a noun of another number: "rows of data, which are old"."""
    for pronoun in tree.having(*_SUBJECTS):
        verb = tree.head(pronoun)
        if tree.lemmas[pronoun.i] not in _RELATIVE or not _is_relative(
            tree, pronoun, verb
        ):
            continue
        noun, who = tree.head(verb), tree.lemmas[pronoun.i] == "who"
        many = is_of_many(tree, verb)
        clear = _is_clear(tree, noun) or (who and noun.ent_type_ == "PERSON")
        if many is None or not clear or _is_plural(tree, noun) is many:
            continue
        for above in islice(tree.above(noun), _MOST):
            if is_finite(tree, above):
                break
            clear = _is_clear(tree, above) and is_person(tree, above) is who
            if clear and above.i < noun.i and _is_plural(tree, above) is many:
                yield Mend(verb.i, above.i, "relcl")
                break


def who_on_person(tree: Tree) -> Iterator[Mend]:
    """A clause with "who" hung on a thing: "an expert at the Museum who left".

    So with "staff leaving the bank, whom he paid" and "the lives of men who fell".
    """
    for pronoun in tree.having("nsubj", "nsubjpass", "dobj"):
        if tree.lemmas[pronoun.i] not in {"who", "whom"}:
            continue
        verb = tree.head(pronoun)
        thing = tree.head(verb)
        if tree.dep(verb) != "relcl" or not _is_thing(tree, thing):
            continue
        inside = _people_between(tree, thing, pronoun.i)
        who = inside or next(_people_above(tree, thing), None)
        if who is not None:
            yield Mend(verb.i, who.i, "relcl")


def _is_thing(tree: Tree, noun: Token) -> bool:
    """Tell a noun or name that means nobody."""
    if tree.tag(noun) not in _NOUNS or tree.dep(noun) == "conj":
        return False  # "a saint or a bore who talks" goes on as it began
    if noun.ent_type_:
        return noun.ent_type_ in _THINGS
    groups = table_words("repairs.toml", "groups")
    several = tree.tag(noun) == "NNS" and tree.lemma(noun) in groups
    return not _is_somebody(tree, noun) and not several


def _is_somebody(tree: Tree, noun: Token) -> bool:
    """Tell whether a noun or name means a person, or several."""
    if is_person(tree, noun) or noun.ent_type_ == "NORP":
        return True
    lexicon, lemma = load_lexicon(), tree.lemma(noun)
    if noun.ent_type_ or tree.tag(noun)[:3] == "NNP":
        return False
    return lemma in lexicon.person_nouns or lemma in lexicon.words["groups.nouns"]


def _people_between(tree: Tree, thing: Token, end: int) -> Token | None:
    """Give the last noun for people in a phrase of a thing before a place."""
    for token in reversed(tree.tokens[thing.i + 1 : end]):
        if tree.dep(token) == "pobj" and _is_somebody(tree, token):
            above = islice(tree.above(token), _MOST)
            if any(noun.i == thing.i for noun in above):
                return token
    return None


def _people_above(tree: Tree, thing: Token) -> Iterator[Token]:
    """Give the nouns for people above a thing, before the next verb with a tense."""
    for above in islice(tree.above(thing), _MOST):
        if tree.is_verb(above) and tree.dep(above) != "acl":
            return
        if above.i < thing.i and _is_somebody(tree, above):
            yield above
        if tree.dep(above) == "conj":
            return


def _is_relative(tree: Tree, pronoun: Token, verb: Token) -> bool:
    return tree.dep(verb) == "relcl" and tree.heads[verb.i] < pronoun.i < verb.i


def _is_clear(tree: Tree, noun: Token) -> bool:
    """Tell whether a noun's number is that of its form: no name, measure or group."""
    if tree.tag(noun) not in {"NN", "NNS"} or noun.ent_type_:
        return False
    if tree.dep(noun) == "conj" or tree.child(noun, "conj") is not None:
        return False
    return tree.lemma(noun) not in table_words("repairs.toml", "groups")


def _is_plural(tree: Tree, noun: Token) -> bool:
    return tree.tag(noun) == "NNS"


def means_on_thing(tree: Tree) -> Iterator[Mend]:
    """A means given to the thing acted on: "opened the tin using a knife"."""
    users = table_words("repairs.toml", "users")
    for verb in tree.having("acl"):
        noun = tree.head(verb)
        if tree.lemma(verb) != "use" or tree.tag(verb) != "VBG":
            continue
        if tree.dep(noun) != "dobj" or noun.i > verb.i or tree.tag(noun)[:2] != "NN":
            continue
        host = tree.head(noun)
        known = noun.ent_type_ or is_person(tree, noun) or tree.lemma(noun) in users
        seen = tree.lemma(host) in table_words("repairs.toml", "seeing")
        if not (known or seen) and host.i < noun.i:
            yield Mend(verb.i, host.i, "advcl")


def participle_between_commas(tree: Tree) -> Iterator[Mend]:
    """A participle set off by commas read as past: "The law, passed now, bans it"."""
    for early in tree.having("parataxis", "ccomp"):
        late, noun = tree.head(early), tree.child(early, *_SUBJECTS)
        if tree.tag(early) not in {"VBD", "VBN"} or noun is None or late.i < early.i:
            continue
        commas = [
            i for i in (early.i - 1, early.right_edge.i) if tree.tokens[i].text == ","
        ]
        if len(commas) != 2 or noun.right_edge.i not in range(commas[0] - 1, early.i):  # noqa: PLR2004
            continue
        if tree.child(early, "aux", "auxpass", "dobj", "ccomp", "mark"):
            continue
        if tree.child(late, *_SUBJECTS, "expl", "mark") or not is_finite(tree, late):
            continue
        yield as_subject(tree, noun, late)
        yield Mend(early.i, noun.i, "acl", "VBN")


def object_of_lower_verb(tree: Tree) -> Iterator[Mend]:
    """A relative pronoun on a verb with an object: "which he spent hours singing"."""
    for verb in tree.having("relcl"):
        objects = tree.children(verb, "dobj")
        lower = tree.child(verb, "xcomp", "ccomp")
        if len(objects) < 2 or tree.tag(objects[0]) != "WDT" or lower is None:  # noqa: PLR2004
            continue
        if objects[1].i < lower.i and not tree.child(lower, "dobj", "nsubj"):
            yield Mend(objects[0].i, lower.i, "dobj")


def time_clause_on_place(tree: Tree) -> Iterator[Mend]:
    """A clause of time hung on a noun: "in the north, when the snow melts"."""
    times = table_words("repairs.toml", "time_nouns")
    for word in tree.having("advmod", words={"when"}):
        verb = tree.head(word)
        noun = tree.head(verb)
        if tree.dep(verb) != "relcl" or word.i < noun.i:
            continue
        if noun.ent_type_ in {"DATE", "TIME", "EVENT"} or tree.lemma(noun) in times:
            continue
        above = next((a for a in tree.above(noun) if tree.is_verb(a)), None)
        if above is not None and is_finite(tree, verb):
            yield Mend(verb.i, above.i, "advcl")


def relative_on_subject(tree: Tree) -> Iterator[Mend]:
    """A relative clause on the subject over a nearer noun: "it lies in clay that"."""
    for pronoun in tree.having(*_SUBJECTS):
        verb = tree.head(pronoun)
        noun, before = tree.head(verb), tree.tokens[pronoun.i - 1]
        if tree.lemmas[pronoun.i] not in {"which", "that"} or tree.dep(verb) != "relcl":
            continue
        if tree.dep(noun) not in _SUBJECTS or tree.tag(before) not in _NOUNS:
            continue
        host = tree.head(noun)
        if noun.i < host.i < before.i and host.i in {a.i for a in tree.above(before)}:
            yield Mend(verb.i, before.i, "relcl")


def that_on_name(tree: Tree) -> Iterator[Mend]:
    """A "that" hung on a name, which needs none: "a suit in Ohio that names him"."""
    for pronoun in tree.having(*_SUBJECTS, words={"that"}):
        verb = tree.head(pronoun)
        name, before = tree.head(verb), tree.tokens[pronoun.i - 1]
        if not _is_relative(tree, pronoun, verb):
            continue
        if tree.tag(name) != "NNP" or not name.ent_type_ or before.text == ",":
            continue
        placed = name.ent_type_ in {"GPE", "LOC"}
        if tree.dep(name) != "pobj" or (tree.child(name, "det") and not placed):
            continue
        thing = _thing_before(tree, name)
        if thing is not None:
            yield Mend(verb.i, thing.i, "relcl")


def _thing_before(tree: Tree, name: Token) -> Token | None:
    """Give the noun before a name: "a suit in Ohio", "fired a shot at Lee"."""
    for above in islice(tree.above(name), _MOST):
        if is_finite(tree, above):
            return tree.child(above, "dobj") if name.ent_type_ == "PERSON" else None
        if tree.tag(above) in {"NN", "NNS"} and above.i < name.i:
            return above
    return None


def participle_after_name(tree: Tree) -> Iterator[Mend]:
    """A participle after a name given to the subject: "sat by Ann Lee, clad in red"."""
    for verb in tree.having("advcl", tags={"VBN"}):
        above, comma = tree.head(verb), verb.left_edge.i - 1
        name = tree.tokens[comma - 1]
        if tree.tokens[comma].text != ",":
            continue
        if name.ent_type_ != "PERSON" or tree.dep(name) not in {"pobj", "dobj"}:
            continue
        if above.i < name.i and not tree.child(verb, "mark", "aux", *_SUBJECTS):
            yield Mend(verb.i, name.i, "acl")


def participle_after_relative(tree: Tree) -> Iterator[Mend]:
    """A participle hung in a relative clause: "took a seat he liked, looking out"."""
    for verb in tree.having("advcl", tags={"VBG"}):
        inner = tree.head(verb)
        noun = tree.head(inner)
        if tree.dep(inner) != "relcl" or verb.i < inner.i:
            continue
        if tree.tokens[verb.left_edge.i - 1].text != "," or tree.child(verb, "mark"):
            continue
        opened = any(
            t.text == "," for t in tree.tokens[noun.i + 1 : inner.left_edge.i + 1]
        )
        above = next((a for a in tree.above(noun) if tree.is_verb(a)), None)
        if not opened and above is not None and above.i < noun.i:
            yield Mend(verb.i, above.i, "advcl")


def name_of_thing(tree: Tree) -> Iterator[Mend]:
    """A thing's name given to its place: "a hill in Bosnia known as the Saddle"."""
    for verb in tree.having("acl", tags={"VBN"}):
        place = tree.head(verb)
        if tree.lemma(verb) not in {
            "know", "call", "name", "dub", "nickname",
        }:  # fmt: skip
            continue
        before = tree.head(place)
        noun = tree.head(before)
        if tree.dep(place) != "pobj" or place.ent_type_ not in {"GPE", "LOC"}:
            continue
        if verb.i == place.i + 1 and tree.tag(noun) in {"NN", "NNS"}:
            yield Mend(verb.i, noun.i, "acl")
