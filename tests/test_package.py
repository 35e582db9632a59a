"""The package's public face: every command is a function of the same name."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from graphs import small_graph

import kg

COMMANDS = (
    "build",
    "extract",
    "query",
    "draw",
    "explain",
    "validate",
    "serve",
    "remove",
)


def test_every_public_name_is_there():
    for name in kg.__all__:
        assert getattr(kg, name) is not None
    assert dir(kg) == sorted(kg.__all__)


@pytest.mark.parametrize("name", COMMANDS)
def test_no_module_hides_a_command(name):
    for module in pkgutil.walk_packages(kg.__path__, "kg."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    assert callable(getattr(kg, name))


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = kg.nonsense


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (lambda g: kg.draw(g, form="star"), "form='star': want one of network, "),
        (lambda g: kg.draw(g, theme="blue"), "theme='blue': want one of light, dark"),
        (
            lambda _: kg.query("x", "ASK {}", format="xml"),
            "format='xml': want one of table, csv, json, ttl",
        ),
        (
            lambda _: kg.build("x.txt", date="10.07.2024"),
            "date='10.07.2024': want a day as in 2024-07-10",
        ),
    ],
    ids=["form", "theme", "format", "date"],
)
def test_a_wrong_option_says_which_values_there_are(call, told):
    with pytest.raises(kg.KgError, match=re.escape(told)):
        call(small_graph())


@pytest.mark.model
def test_a_day_may_be_told_in_words(tmp_path):
    source = tmp_path / "x.txt"
    source.write_text("Smith visited Paris on Monday.", encoding="utf-8")
    report = kg.build(source, out=tmp_path / "out", date="2024-07-10")
    (fact,) = report.graph.facts
    assert fact.first.time.value == "2024-07-08"
