"""The package's public face: every command is a function of the same name."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

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
