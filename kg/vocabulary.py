"""Every IRI that kg writes, as a constant: a short name, such as ``kg:polarity``.

The short names stand in Turtle as they are; ``expand`` gives the full IRI. kg's own
terms are described in ``data/ontology.ttl``, and a test holds the two equal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model import EntityType, Modality, Polarity

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "CLASS_OF",
    "DEFAULT_BASE",
    "MODALITY",
    "OWN_TERMS",
    "POLARITY",
    "PREFIXES",
    "expand",
    "prefixes",
]

DEFAULT_BASE: Final = "https://kg.example/"

#: Namespaces of others. schema.org is http, as in its own JSON-LD context, Wikidata
#: and YAGO; NIF, GAF and GRaSP as in NewsReader's data.
PREFIXES: Final[Mapping[str, str]] = {
    "gaf": "http://groundedannotationframework.org/gaf#",
    "grasp": "http://groundedannotationframework.org/grasp#",
    "graspf": "http://groundedannotationframework.org/grasp/factuality#",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "plover": "https://github.com/openeventdata/PLOVER/blob/master/plover_reference.html#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

#: kg's own namespaces, below the base IRI.
_OWN: Final[Mapping[str, str]] = {
    "kg": "ns#",
    "ent": "entity/",
    "rel": "relation/",
    "st": "statement/",
    "art": "article/",
}

# ── others' terms ──
AFFILIATION: Final = "schema:affiliation"
ALT_LABEL: Final = "skos:altLabel"
ANCHOR_OF: Final = "nif:anchorOf"
AUTHOR: Final = "schema:author"
BEGIN_INDEX: Final = "nif:beginIndex"
BROAD_MATCH: Final = "skos:broadMatch"
CONFIDENCE: Final = "nif:confidence"
CONTEXT: Final = "nif:Context"
DATE_PUBLISHED: Final = "schema:datePublished"
DENOTED_BY: Final = "gaf:denotedBy"
END_INDEX: Final = "nif:endIndex"
EXACT_MATCH: Final = "skos:exactMatch"
HAS_BEGINNING: Final = "time:hasBeginning"
HAS_END: Final = "time:hasEnd"
HEADLINE: Final = "schema:headline"
IDENTIFIES: Final = "itsrdf:taIdentRef"
INSTANT: Final = "time:Instant"
INTERVAL: Final = "time:ProperInterval"
INVERSE_OF: Final = "owl:inverseOf"
IN_DATE: Final = "time:inXSDDate"
IN_DATE_TIME: Final = "time:inXSDDateTime"
IN_LANGUAGE: Final = "schema:inLanguage"
IN_YEAR: Final = "time:inXSDgYear"
IN_YEAR_MONTH: Final = "time:inXSDgYearMonth"
IS_STRING: Final = "nif:isString"
LABEL: Final = "rdfs:label"
NEWS_ARTICLE: Final = "schema:NewsArticle"
NEWS_MEDIA: Final = "schema:NewsMediaOrganization"
OBJECT: Final = "rdf:object"
OFFICE: Final = "schema:OrganizationRole"
OFFSET_BASED: Final = "nif:OffsetBasedString"
PHRASE: Final = "nif:Phrase"
PREDICATE: Final = "rdf:predicate"
PREF_LABEL: Final = "skos:prefLabel"
PRIMARY_SOURCE: Final = "prov:hadPrimarySource"
PROPERTY: Final = "rdf:Property"
PROV_ACTIVITY: Final = "prov:Activity"
PROV_ENTITY: Final = "prov:Entity"
PUBLISHER: Final = "schema:publisher"
REFERENCE_CONTEXT: Final = "nif:referenceContext"
REIFIES: Final = "rdf:reifies"
ROLE_NAME: Final = "schema:roleName"
SENTENCE: Final = "nif:Sentence"
SOFTWARE_AGENT: Final = "prov:SoftwareAgent"
SOFTWARE_VERSION: Final = "schema:softwareVersion"
SOURCE_URL: Final = "nif:sourceUrl"
STATEMENT: Final = "rdf:Statement"
SUBJECT: Final = "rdf:subject"
URL: Final = "schema:url"
USED: Final = "prov:used"
WAS_ASSOCIATED_WITH: Final = "prov:wasAssociatedWith"
WAS_ATTRIBUTED_TO: Final = "grasp:wasAttributedTo"
WAS_DERIVED_FROM: Final = "prov:wasDerivedFrom"
WAS_GENERATED_BY: Final = "prov:wasGeneratedBy"

# ── kg's own classes ──
ARGUMENT: Final = "kg:Argument"
BLOCK: Final = "kg:Block"
CONCEPT: Final = "kg:Concept"
GROUP: Final = "kg:Group"
LITERAL: Final = "kg:Literal"
READING: Final = "kg:Reading"
SKIPPED: Final = "kg:Skipped"

# ── kg's own properties ──
ARTICLE_ID: Final = "kg:articleId"
ASSERTED: Final = "kg:asserted"
ATTRIBUTION_CUE: Final = "kg:attributionCue"
ATTRIBUTION_TEXT: Final = "kg:attributionText"
BLOCK_KIND: Final = "kg:blockKind"
CONTENT: Final = "kg:content"
COPY_OF: Final = "kg:copyOf"
ENTITY: Final = "kg:entity"
ENTITY_TYPE: Final = "kg:entityType"
GRAIN: Final = "kg:grain"
HAS_ARGUMENT: Final = "kg:argument"
HAS_BLOCK: Final = "kg:block"
HAS_MODALITY: Final = "kg:modality"
HAS_POLARITY: Final = "kg:polarity"
HAS_READING: Final = "kg:reading"
HAS_SKIPPED: Final = "kg:skipped"
HOW: Final = "kg:how"
LEMMA: Final = "kg:lemma"
MENTION_KIND: Final = "kg:mentionKind"
MODEL: Final = "kg:model"
MODEL_VERSION: Final = "kg:modelVersion"
OBJECT_TEXT: Final = "kg:objectText"
OBJECT_TYPE: Final = "kg:objectType"
PATTERN: Final = "kg:pattern"
PLACE: Final = "kg:place"
PLACE_TEXT: Final = "kg:placeText"
POSITION: Final = "kg:position"
PREDICATE_TEXT: Final = "kg:predicateText"
QUOTED: Final = "kg:quoted"
REASON: Final = "kg:reason"
ROLE: Final = "kg:role"
SENTENCE_INDEX: Final = "kg:sentenceIndex"
SUBJECT_TEXT: Final = "kg:subjectText"
TABLES: Final = "kg:tables"
TEXT: Final = "kg:text"
TIME: Final = "kg:time"
TIME_TEXT: Final = "kg:timeText"
TIME_VALUE: Final = "kg:timeValue"

# ── values ──
POLARITY: Final[Mapping[Polarity, str]] = {
    Polarity.POSITIVE: "graspf:POSITIVE",
    Polarity.NEGATIVE: "graspf:NEGATIVE",
}
MODALITY: Final[Mapping[Modality, str]] = {
    modality: f"kg:{modality.value}" for modality in Modality
}

#: The class of an entity; kg's type is told apart where two types share a class.
CLASS_OF: Final[Mapping[EntityType, str]] = {
    EntityType.PERSON: "schema:Person",
    EntityType.ORGANIZATION: "schema:Organization",
    EntityType.COUNTRY: "schema:Country",
    EntityType.PLACE: "schema:Place",
    EntityType.GROUP: GROUP,
    EntityType.EVENT: "schema:Event",
    EntityType.PRODUCT: "schema:Product",
    EntityType.WORK: "schema:CreativeWork",
    EntityType.LAW: "schema:Legislation",
    EntityType.CONCEPT: CONCEPT,
    EntityType.TIME: "time:TemporalEntity",
    EntityType.QUANTITY: "schema:QuantitativeValue",
}

#: All of kg's own terms, for the test against the ontology.
OWN_TERMS: Final[frozenset[str]] = frozenset(
    value
    for value in (*globals().values(), *MODALITY.values())
    if isinstance(value, str) and value.startswith("kg:")
)


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Give all prefixes, kg's own first, for a base IRI."""
    return {name: base + path for name, path in _OWN.items()} | dict(PREFIXES)


def expand(name: str, base: str = DEFAULT_BASE) -> str:
    """Give the full IRI of a short name.

    >>> expand("kg:polarity")
    'https://kg.example/ns#polarity'
    """
    prefix, _, local = name.partition(":")
    own = _OWN.get(prefix)
    return (PREFIXES[prefix] if own is None else base + own) + local
