"""Fill in the ready-made questions: SPARQL files under ``kg/data/queries``.

A file starts with its title and one sentence as comments, then a comment for each
parameter. ``VALUES ?name { UNDEF }`` is where a parameter goes; without it that line
is left out, and so is a line that ends in ``# if name``.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import QueryError, TableError
from kg.tables import data_names, data_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

__all__ = [
    "Parameter",
    "Question",
    "fill",
    "find_question",
    "list_questions",
    "show_questions",
]

_PARAM = re.compile(r"# param (\w+) \((name|article)(, required)?\): (.+)")
_SLOT = re.compile(r"^\s*VALUES \?(\w+) \{ UNDEF \}\s*$")
_IF = re.compile(r"# if (\w+)$")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be told: an entity's name, or an article's id."""

    name: str
    kind: str
    required: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """A ready-made question with its SPARQL, as it stands in its file."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sparql: str


@cache
def list_questions() -> tuple[Question, ...]:
    """Give all ready-made questions, by name."""
    names = sorted(n for n in data_names("queries") if n.endswith(".rq"))
    return tuple(_parse(name, data_text(f"queries/{name}")) for name in names)


def find_question(name: str) -> Question:
    """Give the question of a name; QueryError lists the names there are."""
    known = {question.name: question for question in list_questions()}
    if name not in known:
        raise QueryError(f"no question called {name!r}; there are {', '.join(known)}")
    return known[name]


def fill(
    question: Question, params: Mapping[str, str], resolve: Callable[[str, str], str]
) -> str:
    """Give the SPARQL of a question with its parameters filled in.

    ``resolve`` turns a parameter's kind and value into a term of SPARQL.
    """
    known = {parameter.name: parameter for parameter in question.parameters}
    for name in params:
        if name not in known:
            there = ", ".join(known) or "none"
            raise QueryError(
                f"{question.name} has no parameter {name!r}; it has {there}"
            )
    for parameter in question.parameters:
        if parameter.required and not params.get(parameter.name):
            wanted = f"--param {parameter.name}=…"
            raise QueryError(f"{question.name} needs {wanted}: {parameter.meaning}")
    terms = {name: resolve(known[name].kind, value) for name, value in params.items()}
    return "\n".join(_lines(question.sparql, terms))


def show_questions(*, as_json: bool = False) -> str:
    """Give the list of questions as text, or as JSON."""
    if not as_json:
        return "\n".join(_shown(question) for question in list_questions())
    records = [
        {
            "name": question.name,
            "title": question.title,
            "description": question.description,
            "parameters": [
                {
                    "name": parameter.name,
                    "kind": parameter.kind,
                    "required": parameter.required,
                    "meaning": parameter.meaning,
                }
                for parameter in question.parameters
            ],
            "sparql": question.sparql,
        }
        for question in list_questions()
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def _shown(question: Question) -> str:
    lines = [f"{question.name}: {question.title}", f"    {question.description}"]
    for parameter in question.parameters:
        needed = ", needed" if parameter.required else ""
        lines.append(
            f"    --param {parameter.name}=…  {parameter.meaning}"
            f" ({parameter.kind}{needed})"
        )
    return "\n".join(lines) + "\n"


def _lines(sparql: str, terms: Mapping[str, str]) -> Iterator[str]:
    for line in sparql.splitlines():
        slot, condition = _SLOT.match(line), _IF.search(line)
        if slot and slot[1] in terms:
            yield line.replace("UNDEF", terms[slot[1]])
        elif not slot and (condition is None or condition[1] in terms):
            yield line


def _parse(file: str, text: str) -> Question:
    head = [line for line in text.splitlines() if line.startswith("#")]
    if len(head) < 2:  # noqa: PLR2004 - title and description
        raise TableError(f"queries/{file}", "head", "wants a title and a description")
    parameters = tuple(_parse_parameter(file, line) for line in head[2:])
    return Question(
        name=file.removesuffix(".rq"),
        title=head[0].removeprefix("# "),
        description=head[1].removeprefix("# "),
        parameters=parameters,
        sparql="".join(
            line for line in text.splitlines(keepends=True) if line[0] != "#"
        ),
    )


def _parse_parameter(file: str, line: str) -> Parameter:
    match = _PARAM.fullmatch(line)
    if match is None:
        raise TableError(f"queries/{file}", line, "is no parameter")
    return Parameter(match[1], match[2], bool(match[3]), match[4])
