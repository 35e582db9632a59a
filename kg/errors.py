"""The errors of kg: one class a kind, each with the data that tells what went wrong."""

from __future__ import annotations

__all__ = [
    "AnalysisError",
    "KgError",
    "MissingExtraError",
    "OptionError",
    "QueryError",
    "ReadError",
    "StoreError",
    "TableError",
    "UnknownNameError",
    "WorkerError",
    "WriteError",
]


class KgError(Exception):
    """Something the user can mend, in one line: what, where, what to do."""


class OptionError(KgError, ValueError):
    """An option has a value that it cannot have."""

    def __init__(self, option: str, value: object, wanted: str) -> None:
        super().__init__(f"{option}={value!r}: want {wanted}")
        self.option = option
        self.value = value


class ReadError(KgError):
    """A source cannot be read as an article."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class WriteError(KgError):
    """A result cannot be written."""

    def __init__(self, target: str, reason: str) -> None:
        super().__init__(f"{target}: {reason}")
        self.target = target
        self.reason = reason


class AnalysisError(KgError):
    """A language model cannot be loaded or cannot do what kg needs."""

    def __init__(self, model: str, reason: str) -> None:
        super().__init__(f"model {model!r}: {reason}")
        self.model = model
        self.reason = reason


class WorkerError(KgError):
    """A process that should read articles cannot do so."""


class TableError(KgError):
    """A row of one of kg's tables cannot be used."""

    def __init__(self, table: str, row: str, reason: str) -> None:
        super().__init__(f"table {table}, {row}: {reason}")
        self.table = table
        self.row = row
        self.reason = reason


class QueryError(KgError):
    """A SPARQL query is wrong, or cannot be answered."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"query: {reason}")
        self.reason = reason


class UnknownNameError(KgError):
    """A name is not in the graph."""

    def __init__(self, name: str, near: tuple[str, ...] = ()) -> None:
        hint = f"; near names: {', '.join(near)}" if near else ""
        super().__init__(f"no entity called {name!r} in this graph{hint}")
        self.name = name
        self.near = near


class StoreError(KgError):
    """A store cannot be opened, read or written."""

    def __init__(self, store: str, reason: str) -> None:
        super().__init__(f"store {store}: {reason}")
        self.store = store
        self.reason = reason


class MissingExtraError(KgError):
    """An optional package is needed and not installed."""

    def __init__(self, package: str, *, extra: str) -> None:
        super().__init__(
            f"{package} is not installed; pip install 'newskg[{extra}]' brings it"
        )
        self.package = package
        self.extra = extra
