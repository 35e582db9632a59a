"""Offices are roles of schema.org as well as plain facts."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
from graphs import entity, statement, visit

from kg.graph import build_graph
from kg.model import Modality, Predicate
from kg.rdf import to_turtle
from kg.vocabulary import prefixes

ROLES = (
    "SELECT ?who ?name ?body ?st WHERE { ?who schema:affiliation ?role ."
    " ?role a schema:OrganizationRole ; schema:affiliation ?body ;"
    " schema:roleName ?name ; prov:wasDerivedFrom ?st }"
)


def roles(relation, **more):
    extraction = visit()
    article = extraction.article
    told = statement(
        article,
        "Healey visited Ukraine on Saturday.",
        entity("John_Healey", "Healey"),
        Predicate(relation, relation),
        entity("NATO", "NATO"),
        **more,
    )
    store = ox.Store()
    text = to_turtle(build_graph([replace(extraction, statements=(told,))]))
    store.load(text, format=ox.RdfFormat.TURTLE)
    return [
        tuple(term.value.rpartition("/")[2] for term in row)
        for row in store.query(ROLES, prefixes=prefixes())
    ], told.id


def test_an_office_is_a_role_between_holder_and_body():
    found, key = roles("secretaryGeneralOf")
    assert found == [("John_Healey", "secretary general", "NATO", key)]


def test_other_relations_are_no_roles():
    assert roles("allyOf")[0] == []


def test_an_office_that_is_only_planned_is_no_role():
    assert roles("secretaryGeneralOf", modality=Modality.PLANNED)[0] == []
