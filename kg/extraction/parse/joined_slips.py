"""Mend what the parser joined to the wrong word, or took for its subject."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kg.extraction.parse.agreement import is_several
from kg.extraction.parse.mends import Mend, in_place_of
from kg.extraction.parse.verb_slips import is_finite
from kg.tables import table_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.extraction.parse.syntax import Tree

__all__ = [
    "clause_after_as_noun",
    "clause_after_claim",
    "clause_after_fronted_saying",
    "content_on_document",
    "content_on_hearer",
    "gerund_after_finite",
    "list_after_object",
    "not_before_second",
    "past_after_infinitive",
    "subject_after_complement",
]

_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_NOUNS = {"NN", "NNS", "NNP", "NNPS"}
_GERUNDS = {"acl", "advcl", "pcomp", "xcomp"}
_MOST = 12


def clause_after_fronted_saying(tree: Tree) -> Iterator[Mend]:
    """What is said read as the main clause: "While fans say it is new, he has doubts".

    The saying has no content of its own, and the real main clause follows.
    """
    reporting = table_words("verbs.toml", "reporting")
    for saying in tree.having("advcl"):
        told = tree.head(saying)
        if tree.lemma(saying) not in reporting or saying.i > told.i:
            continue
        if not tree.child(saying, "mark") or tree.child(saying, "ccomp", "dobj"):
            continue
        subject = tree.child(told, *_SUBJECTS)
        if subject is None or subject.left_edge.i != saying.i + 1:
            continue
        main = _clause_after(tree, told)
        if main is None:
            continue
        yield from _turned(tree, saying, told, main)


def _turned(tree: Tree, saying: Token, told: Token, main: Token) -> Iterator[Mend]:
    """Put what is said below the saying, and both below the real main clause."""
    if tree.heads[main.i] == told.i:
        yield in_place_of(tree, told, main)
    yield Mend(told.i, saying.i, "ccomp")
    yield Mend(saying.i, main.i, "advcl")
    for mark in tree.children(told, "punct"):
        if mark.i > main.i:
            yield Mend(mark.i, main.i, "punct")


def _clause_after(tree: Tree, told: Token) -> Token | None:
    """Give the clause after what is said: one beside it without "and", or above it."""
    above = tree.head(told)
    if tree.dep(told) == "ccomp" and told.i < above.i:
        return above if tree.child(above, *_SUBJECTS) else None
    for clause in tree.children(told, "conj", "parataxis"):
        subject = tree.child(clause, *_SUBJECTS)
        if subject is None or not is_finite(tree, clause):
            continue
        first = subject.left_edge.i
        joined = any(told.i < c.i < first for c in tree.children(told, "cc"))
        before = [i for i in range(told.i, first) if tree.tags[i] == "CC"]
        if tree.tokens[first - 1].text == "," and not (
            joined and before[-1:] == [first - 1]
        ):
            return clause
    return None


def clause_after_claim(tree: Tree) -> Iterator[Mend]:
    """What is claimed read as a clause beside it: "There are claims they cheat"."""
    claims = table_words("repairs.toml", "claims")
    for noun in tree.having("attr", "dobj"):
        host = tree.head(noun)
        if tree.lemma(noun) not in claims or host.i > noun.i:
            continue
        for clause in tree.children(host, "conj", "ccomp", "parataxis", "advcl"):
            subject = tree.child(clause, *_SUBJECTS)
            if subject is None or tree.child(clause, "mark"):
                continue
            between = tree.tokens[noun.i + 1 : subject.left_edge.i]
            near = all(t.ent_type_ in {"DATE", "TIME"} for t in between)
            if noun.i < subject.i and near and is_finite(tree, clause):
                yield Mend(clause.i, noun.i, "ccomp")


def content_on_hearer(tree: Tree) -> Iterator[Mend]:
    """What somebody is told hung on who is told: "warned the crew that it sank"."""
    verbs = table_words("verbs.toml", "telling")
    for mark in tree.having("mark", words={"that"}):
        told = tree.head(mark)
        hearer = tree.head(told)
        verb = tree.head(hearer)
        if tree.dep(told) not in {"relcl", "acl"}:
            continue
        if tree.dep(hearer) not in {"dobj", "dative"} or tree.lemma(verb) not in verbs:
            continue
        if mark.i == hearer.i + 1 and tree.child(told, *_SUBJECTS):
            yield Mend(told.i, verb.i, "ccomp")


def content_on_document(tree: Tree) -> Iterator[Mend]:
    """What is said hung on where: "said in a statement that it sank"."""
    reporting = table_words("verbs.toml", "reporting")
    telling = table_words("verbs.toml", "telling")
    documents = table_words("repairs.toml", "documents")
    for told in tree.having("acl", "relcl", "ccomp"):
        noun = tree.head(told)
        if tree.dep(told) == "ccomp":  # "said in a letter sent to us that it sank"
            noun = tree.head(noun) if tree.tag(noun) == "VBN" else told
        preposition = tree.head(noun)
        verb = tree.head(preposition)
        if tree.dep(noun) != "pobj" or tree.lemma(noun) not in documents:
            continue
        if tree.dep(preposition) != "prep" or tree.lemma(verb) not in reporting:
            continue
        hearer = () if tree.lemma(verb) in telling else ("dobj",)
        if tree.child(verb, "ccomp", "auxpass", *hearer) or verb.i > noun.i:
            continue
        mark = tree.child(told, "mark")
        if mark is not None and mark.lower_ == "that" and tree.child(told, *_SUBJECTS):
            yield Mend(told.i, verb.i, "ccomp")


def list_after_object(tree: Tree) -> Iterator[Mend]:
    """A list cut by semicolons hung on the subject: "The crew included A; B; C"."""
    for token in tree.having("appos"):
        subject = tree.head(token)
        verb = tree.head(subject)
        if tree.dep(subject) not in _SUBJECTS or not subject.i < verb.i < token.i:
            continue
        things = [t for t in tree.children(verb, "dobj", "attr") if t.i < token.i]
        if things and tree.tokens[token.left_edge.i - 1].text == ";":
            yield Mend(token.i, things[-1].i, "conj")


def not_before_second(tree: Tree) -> Iterator[Mend]:
    """A "not" hung on the word before: "saw foxes and hares - not wolves"."""
    for word in tree.having("neg", "advmod", words={"not"}):
        noun = tree.head(word)
        if word.i < noun.i or tree.tag(noun) not in _NOUNS:
            continue
        first = tree.head(noun) if tree.dep(noun) == "conj" else noun
        for host in {noun.i: noun, first.i: first}.values():
            for second in tree.children(host, "conj", "appos"):
                if second.left_edge.i == word.i + 1:
                    yield Mend(word.i, second.i, "neg")


def clause_after_as_noun(tree: Tree) -> Iterator[Mend]:
    """A clause after "as" read as a noun's participle: "left as clouds moved in"."""
    verbs = table_words("verbs.toml", "intransitive")
    for verb in tree.having("acl", tags={"VBD", "VBN"}):
        noun = tree.head(verb)
        mark = tree.head(noun)
        if mark.lower_ != "as" or tree.dep(noun) != "pobj":
            continue
        if tree.child(verb, "dobj", "agent"):
            continue
        such = tree.words[mark.i - 1] == "such"
        meant = tree.tag(verb) == "VBD" or tree.lemma(verb) in verbs
        if meant and not such and tree.is_verb(tree.head(mark)):
            yield Mend(noun.i, verb.i, "nsubj")
            yield Mend(mark.i, verb.i, "mark")
            yield Mend(verb.i, tree.heads[mark.i], "advcl", "VBD")


def past_after_infinitive(tree: Tree) -> Iterator[Mend]:
    """A past form joined to an infinitive: "managed to hide and got away".

    So with a gerund: "began by selling maps and ended up rich".
    """
    for verb in tree.having("conj", tags={"VBD", "VBZ"}):
        first = tree.head(verb)
        if tree.tag(first) not in {"VB", "VBG"} or tree.child(verb, *_SUBJECTS, "aux"):
            continue
        gerund = tree.tag(first) == "VBG" and not tree.child(first, "aux", *_SUBJECTS)
        if not gerund and not tree.is_infinitive(first):
            continue
        for above in islice(tree.above(first), _MOST):
            if tree.tag(above) in {"VBD", "VBZ", "VBP"} and above.i < verb.i:
                yield Mend(verb.i, above.i, "conj")
                words = [c for c in tree.children(first, "cc") if c.i < verb.i]
                yield from (Mend(word.i, above.i, "cc") for word in words[-1:])
                break


def gerund_after_finite(tree: Tree) -> Iterator[Mend]:
    """A gerund joined to another form: "confessed to lying to us and hiding it"."""
    for verb in tree.having("conj", tags={"VBG"}):
        first = tree.head(verb)
        if tree.tag(first) not in {"VB", "VBD", "VBZ", "VBP"} or first.i > verb.i:
            continue
        if tree.lemma(first) == "be" or tree.child(verb, "aux", *_SUBJECTS):
            continue
        if not tree.child(verb, "dobj", "prep", "attr", "acomp", "xcomp"):
            continue
        target = _gerund_before(tree, first, verb)
        if target is not None:
            yield Mend(verb.i, target.i, "conj")
            words = [c for c in tree.children(first, "cc") if c.i < verb.i]
            yield from (Mend(word.i, target.i, "cc") for word in words[-1:])


def _gerund_before(tree: Tree, first: Token, verb: Token) -> Token | None:
    """Give the last gerund below a verb before another, else the next one above it."""
    between = reversed(tree.tokens[first.i + 1 : verb.i])
    below = (t for t in between if first.i in _places_above(tree, t))
    for token in (*below, *islice(tree.above(first), _MOST)):
        if tree.tag(token) == "VBG" and (
            token.i < first.i or tree.dep(token) in _GERUNDS
        ):
            return token
    return None


def _places_above(tree: Tree, token: Token) -> list[int]:
    return [above.i for above in islice(tree.above(token), _MOST)]


def subject_after_complement(tree: Tree) -> Iterator[Mend]:
    """A subject joined to what stands before: "Many are old and those in it leak"."""
    for verb in tree.having("conj", tags={"VBD", "VBZ", "VBP", "VB"}):
        above = tree.head(verb)
        if tree.child(verb, *_SUBJECTS, "aux", "auxpass") or verb.i < above.i:
            continue
        noun = _joined_before(tree, verb)
        if noun is None or not _takes(tree, noun, verb):
            continue
        first = tree.head(noun)
        while tree.dep(first) == "conj" and first.i > above.i:
            first = tree.head(first)
        inside = any(a.i == above.i for a in islice(tree.above(first), _MOST))
        if tree.dep(first) in {"acomp", "attr", "dobj"} and inside:
            yield Mend(noun.i, verb.i, "nsubj")
            if tree.tag(verb) == "VB":
                yield Mend(verb.i, above.i, "conj", "VBP")


def _joined_before(tree: Tree, verb: Token) -> Token | None:
    """Give the noun after "and" whose phrase ends right before a verb."""
    last = tree.tokens[verb.i - 1]
    for noun in (last, *islice(tree.above(last), _MOST)):
        if noun.right_edge.i != verb.i - 1:
            return None
        if tree.dep(noun) == "conj" and tree.tag(noun) in _NOUNS:
            before = tree.tokens[noun.left_edge.i - 1]
            return noun if tree.tag(before) == "CC" and noun.i != verb.i - 1 else None
    return None


def _takes(tree: Tree, noun: Token, verb: Token) -> bool:
    """Tell whether a noun can be the subject of a verb by its number."""
    many = is_several(tree, noun)
    match tree.tag(verb):
        case "VBD":
            return True
        case "VBZ":
            return not many
        case "VBP" | "VB":
            return many
    return False
