"""Look triples up by subject and property, as ``kg.rdf.writing`` wrote them."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kg import vocabulary as v
from kg.errors import ReadError
from kg.model import Span
from kg.rdf.iri import id_of
from kg.vocabulary import DEFAULT_BASE, PREFIXES, expand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pyoxigraph as ox

__all__ = ["Index", "find_base", "index_of", "parse_turtle"]

_TYPE = PREFIXES["rdf"] + "type"
_OBJECT = expand(v.OBJECT)
_MARK = "ns#articleId"


class Index:
    """The triples of a graph: subjects and resources are full IRIs, the rest text.

    Properties and classes are asked for by the constants of ``kg.vocabulary``.
    """

    def __init__(self, base: str) -> None:
        self.base = base
        self._names: dict[str, str] = {"a": "a"}
        self._triples: dict[str, dict[str, list[str]]] = defaultdict(dict)
        self._object_kinds: dict[str, str] = {}

    def add(self, subject: str, predicate: str, value: str, datatype: str = "") -> None:
        """Take in one triple; a resource has no datatype."""
        if predicate == _TYPE:
            predicate, value = "a", self._short(value)
        elif datatype and predicate == _OBJECT:
            self._object_kinds[subject] = datatype
        self._triples[subject].setdefault(predicate, []).append(value)

    def full(self, name: str) -> str:
        """Give the full IRI of a short name."""
        full = self._names.get(name)
        if full is None:
            full = self._names[name] = expand(name, self.base)
        return full

    def all(self, subject: str, name: str) -> list[str]:
        """Give the values of a property, or none."""
        return self._triples.get(subject, {}).get(self.full(name), [])

    def one(self, subject: str, name: str) -> str:
        """Give the first value of a property; KeyError when it has none."""
        found = self.all(subject, name)
        if not found:
            raise KeyError(f"{subject} has no {name}")
        return min(found)

    def maybe(self, subject: str, name: str) -> str:
        """Give the first value of a property, or empty text."""
        return min(self.all(subject, name), default="")

    def of_type(self, name: str) -> list[str]:
        """Give the subjects of a class."""
        return self._classes.get(name, [])

    def with_property(self, name: str) -> Iterator[str]:
        """Find the subjects that have a property."""
        full = self.full(name)
        return (subject for subject, pairs in self._triples.items() if full in pairs)

    def entities(self) -> Iterator[str]:
        """Find what is described as an entity."""
        namespace = expand("ent:", self.base)
        return (
            subject
            for subject, pairs in self._triples.items()
            if subject.startswith(namespace) and "a" in pairs
        )

    def links(self, subject: str) -> list[str]:
        """Give the IRIs of the same thing elsewhere."""
        return self.all(subject, v.EXACT_MATCH)

    def span(self, subject: str) -> Span:
        """Give the range of text that a subject is."""
        begin, end = self.one(subject, v.BEGIN_INDEX), self.one(subject, v.END_INDEX)
        return Span(int(begin), int(end))

    def id(self, resource: str) -> str:
        """Give the id that an IRI of kg's was made of."""
        if not resource.startswith(self.base):
            raise KeyError(f"{resource} is not below {self.base}")
        return id_of(resource.removeprefix(self.base).partition("/")[2])

    def article_of(self, span: str) -> str:
        """Give the id of the article that a span of text is in."""
        context = self.one(span, v.REFERENCE_CONTEXT)
        return self.one(self.one(context, v.SOURCE_URL), v.ARTICLE_ID)

    def context_of(self, article: str) -> str:
        """Give the node that holds an article's text."""
        return self._contexts[article]

    def object_datatype(self, statement: str) -> str:
        """Give the datatype of a statement's object; empty when it is a resource."""
        return self._object_kinds.get(statement, "")

    @cached_property
    def _contexts(self) -> dict[str, str]:
        return {self.one(c, v.SOURCE_URL): c for c in self.of_type(v.CONTEXT)}

    @cached_property
    def _classes(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for subject, pairs in self._triples.items():
            for name in pairs.get("a", ()):
                found[name].append(subject)
        return found

    def _short(self, value: str) -> str:
        own = self.base + "ns#"
        if value.startswith(own):
            return "kg:" + value.removeprefix(own)
        for prefix, namespace in PREFIXES.items():
            if value.startswith(namespace):
                return f"{prefix}:{value.removeprefix(namespace)}"
        return value


def parse_turtle(text: str | bytes, source: str) -> Index:
    """Parse Turtle into an index; ReadError tells the place of a mistake."""
    import pyoxigraph as ox  # noqa: PLC0415 - only reading needs it

    try:
        parser = ox.parse(text, format=ox.RdfFormat.TURTLE)
        # what several articles share may be said in each of them
        quads = list(dict.fromkeys(parser))
    except SyntaxError as error:
        raise ReadError(source, f"is no Turtle: {error.msg}") from error
    return index_of(quads, parser.prefixes)


def index_of(
    triples: Sequence[ox.Quad | ox.Triple], prefixes: Mapping[str, str]
) -> Index:
    """Index triples, each of which is there once, with the prefixes that are known."""
    index = Index(find_base(prefixes, (each.predicate.value for each in triples)))
    _fill(index, triples)
    return index


def _fill(index: Index, triples: Iterable[Any]) -> None:
    import pyoxigraph as ox  # noqa: PLC0415 - only reading needs it

    for quad in triples:
        obj = quad.object
        if isinstance(obj, ox.Triple):
            _add_reified(index, quad.subject.value, obj)
            continue
        datatype = obj.datatype.value if isinstance(obj, ox.Literal) else ""
        index.add(quad.subject.value, quad.predicate.value, obj.value, datatype)


def _add_reified(index: Index, reifier: str, triple: ox.Triple) -> None:
    """Take in the triple of a statement's node of RDF 1.2 as RDF 1.1 says it."""
    import pyoxigraph as ox  # noqa: PLC0415 - only reading needs it

    subject, obj = triple.subject, triple.object
    if isinstance(subject, ox.Triple) or isinstance(obj, ox.Triple):
        return
    datatype = obj.datatype.value if isinstance(obj, ox.Literal) else ""
    index.add(reifier, expand(v.SUBJECT), subject.value)
    index.add(reifier, expand(v.PREDICATE), triple.predicate.value)
    index.add(reifier, _OBJECT, obj.value, datatype)


def find_base(prefixes: Mapping[str, str], predicates: Iterable[str]) -> str:
    """Find the base IRI of a graph by its prefixes, or else by a property of kg's."""
    namespace = prefixes.get("kg", "")
    if namespace.endswith("ns#"):
        return namespace.removesuffix("ns#")
    marked = (name for name in predicates if name.endswith(_MARK))
    return next(marked, DEFAULT_BASE + _MARK).removesuffix(_MARK)
