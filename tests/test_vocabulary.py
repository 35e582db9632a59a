"""The vocabulary in Python and the ontology in Turtle say the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from console import console_blocks, output_of
from rdflib.namespace import OWL, RDF, RDFS

from kg import vocabulary as v
from kg.model import EntityType, Modality, Polarity
from kg.rdf.relations import mapping_of, words_of
from kg.tables import data_text, read_toml

ROOT = Path(__file__).parents[1]
NS = v.DEFAULT_BASE + "ns#"
CONSTANTS = {
    name: value
    for name, value in vars(v).items()
    if name.isupper() and isinstance(value, str) and ":" in value and "//" not in value
}


@pytest.fixture(scope="module")
def ontology():
    return rdflib.Graph().parse(data=data_text("ontology.ttl"), format="turtle")


def own_subjects(ontology):
    return {s for s in ontology.subjects() if str(s).startswith(NS)}


def test_the_ontology_describes_exactly_kgs_own_terms(ontology):
    described = {"kg:" + str(s).removeprefix(NS) for s in own_subjects(ontology)}
    assert described == v.OWN_TERMS


def test_every_term_has_a_class_a_label_and_a_sentence(ontology):
    for subject in own_subjects(ontology):
        assert ontology.value(subject, RDF.type)
        assert ontology.value(subject, RDFS.label)
        assert str(ontology.value(subject, RDFS.comment)).endswith(".")


def test_every_own_property_of_a_domain_or_range_points_at_a_known_class(ontology):
    known = set(ontology.subjects(RDF.type, OWL.Class))
    for name in (RDFS.domain, RDFS.range):
        for subject, target in ontology.subject_objects(name):
            assert not str(target).startswith(NS) or target in known, subject


@pytest.mark.parametrize("name", sorted(CONSTANTS))
def test_every_constant_is_used_and_its_prefix_known(name):
    prefix = CONSTANTS[name].partition(":")[0]
    assert prefix in v.prefixes()
    sources = [path.read_text(encoding="utf-8") for path in ROOT.glob("kg/**/*.py")]
    uses = sum(s.count(f"v.{name}") for s in sources)
    own = (ROOT / "kg" / "vocabulary.py").read_text(encoding="utf-8").count(name)
    assert uses or own > 1


def test_every_type_polarity_and_modality_has_a_term_of_its_own():
    assert set(v.CLASS_OF) == set(EntityType)
    assert len(set(v.CLASS_OF.values())) == len(EntityType)
    assert set(v.POLARITY) == set(Polarity)
    assert set(v.MODALITY) == set(Modality)


def test_schema_org_is_http_as_it_is_in_its_own_context():
    assert v.expand("schema:Person") == "http://schema.org/Person"


def test_the_constants_of_the_code_are_the_only_place_of_iris():
    allowed = {"vocabulary.py"}
    for path in ROOT.glob("kg/**/*.py"):
        if path.name not in allowed:
            text = path.read_text(encoding="utf-8")
            for namespace in v.PREFIXES.values():
                assert namespace not in text, f"{path.name} writes {namespace}"


def test_every_row_of_relations_is_an_id_that_kg_could_make():
    for row in read_toml("relations.toml")["mapping"]:
        for relation in row["relations"]:
            assert relation.isidentifier(), relation
            assert relation[0].islower(), relation
            assert mapping_of(relation).broader


def test_a_relation_stands_in_one_row_for_each_scheme():
    seen = set()
    for row in read_toml("relations.toml")["mapping"]:
        for scheme in set(row) - {"relations"}:
            for relation in row["relations"]:
                assert (scheme, relation) not in seen, relation
                seen.add((scheme, relation))


def test_the_words_of_a_relation():
    assert words_of("stepUp") == "step up"
    assert words_of("presidentOf") == "president of"
    assert words_of("visit") == "visit"


def test_event_classes_are_those_of_plover():
    events = {
        row["plover"]
        for row in read_toml("relations.toml")["mapping"]
        if "plover" in row
    }
    assert events <= {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT",
        "INVESTIGATE", "DEMAND", "DISAPPROVE", "REJECT", "THREATEN", "PROTEST", "CRIME",
        "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    }  # fmt: skip


def test_inverse_relations_point_at_each_other():
    assert mapping_of("husbandOf").inverse == ("wifeOf",)
    assert mapping_of("wifeOf").inverse == ("husbandOf",)
    assert mapping_of("allyOf").inverse == ("allyOf",)


def test_the_page_tells_every_term_with_the_words_of_the_ontology(ontology):
    page = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    for subject in own_subjects(ontology):
        name = "kg:" + str(subject).removeprefix(NS)
        assert f"| `{name}` | {ontology.value(subject, RDFS.comment)} |" in page


PAGE = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("command", "shown"), console_blocks(PAGE))
def test_the_worked_example_is_real(command, shown):
    assert output_of(command) == shown
