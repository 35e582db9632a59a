"""The order of the modules: imports point one way, and no file grows into a drawer."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "kg"
MODULES = sorted(ROOT.rglob("*.py"))

#: Each floor may import from itself and from the floors before it.
FLOORS = (
    ("kinds", "model", "errors", "vocabulary", "limits", "memory", "showing"),
    ("tables",),
    (
        "blocks",
        "truecase",
        "files",
        "formats",
        "articles",
        "attributes",
        "doubts",
        "matrices",
        "stepping",
        "zones",
        "analysis",
    ),
    ("extraction", "surface"),
    ("copies", "counts", "facts", "graph", "extraction_record", "journal", "sorting"),
    ("iri", "names", "triples", "turtle", "rdf", "records"),
    (
        "answers",
        "questions",
        "dataset",
        "lookup",
        "sparql",
        "explanation",
        "marking",
        "diagrams",
        "store",
        "store_folder",
        "opening",
        "remote",
        "endpoint",
        "shapes",
    ),
    (
        "output",
        "exports",
        "display",
        "shares",
        "choosing",
        "section_files",
        "joining",
        "streaming",
        "joined_rows",
        "parting",
        "partitions",
        "differences",
    ),
    ("pipeline", "scale", "publishing"),
    ("building", "commands", "reports", "server"),
    ("console", "options", "cli"),
    ("__main__", "__init__"),
)
#: The stages of the extraction, after the modules that stand right in it: each may
#: import from itself and from those before it.
STAGES = (
    "",
    "parse",
    "grammar",
    "tuples",
    "referents",
    "speech",
    "judgement",
    "timing",
    "statements",
)
#: Packages that only some modules may import, since they are slow or optional.
HOMES = {
    "spacy": (
        "analysis",
        "attributes",
        "doubts",
        "extraction",
        "matrices",
        "stepping",
        "surface",
        "zones",
    ),
    "matplotlib": ("diagrams",),
    "pygraphviz": ("diagrams",),
    "trafilatura": ("formats",),
    "pyarrow": ("files", "formats", "partitions", "records", "scale"),
    "ray": ("scale",),
    "typer": ("options", "cli"),
}
WORDY = {"utils", "util", "helpers", "common", "misc", "base", "core"}


def name_of(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[0]


def floor_of(name):
    for number, names in enumerate(FLOORS):
        if name in names:
            return number
    pytest.fail(f"kg.{name} stands on no floor: give it one in FLOORS")


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "kg":
            yield from (f"kg.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_stands_below_it(path):
    own = name_of(path)
    for module in imports_of(path):
        package, _, rest = module.partition(".")
        if package == "kg":
            other = rest.split(".")[0]
            assert other, f"{path.name} imports from the package's root"
            assert floor_of(other) <= floor_of(own), f"{own} imports {module}"


def stage_of(parts):
    """Give the stage in which a module of the extraction stands."""
    return parts[1] if len(parts) > 1 and parts[1] in STAGES else ""


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if name_of(path) == "extraction"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_a_stage_of_the_extraction_imports_only_what_stands_below_it(path):
    own = stage_of(path.relative_to(ROOT).with_suffix("").parts)
    for module in imports_of(path):
        parts = module.split(".")[1:]
        if parts[:1] == ["extraction"]:
            other = stage_of(parts)
            assert STAGES.index(other) <= STAGES.index(own), f"{own} imports {module}"


def test_every_folder_of_the_extraction_is_a_stage():
    folders = {p.name for p in (ROOT / "extraction").iterdir() if p.is_dir()}
    assert folders - {"__pycache__"} == set(STAGES) - {""}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_heavy_package_is_imported_only_at_home(path):
    for module in imports_of(path):
        homes = HOMES.get(module.split(".")[0])
        assert homes is None or name_of(path) in homes, f"{path.name} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_one_thing_of_at_most_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    assert path.stem not in WORDY


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_in_its_first_line_what_it_is(path):
    first = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert first
    assert first.splitlines()[0].endswith((".", ":"))


def test_values_hold_no_parser_objects():
    for name in ("model", "facts", "graph"):
        source = (ROOT / f"{name}.py").read_text(encoding="utf-8")
        assert "spacy" not in {m.split(".")[0] for m in imports_of(ROOT / f"{name}.py")}
        assert "Token" not in source
