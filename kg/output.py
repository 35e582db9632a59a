"""Write a whole output folder at once: it appears complete, or the old one stays.

``check_folder`` comes before any work, ``write_folder`` after it.
"""

from __future__ import annotations

import ctypes
import glob
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import WriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = ["check_folder", "stamps", "write_file", "write_folder"]

#: The files that kg writes; a folder with others in it is not replaced.
FILES = (
    "graph.ttl",
    "facts.ttl",
    "statements.jsonl",
    "entities.jsonl",
    "mentions.jsonl",
    "graph.graphml",
    "graph.png",
    "graph.svg",
    "graph.html",
    "graph.rdf12.ttl",
    "parts",
)
_ENDING = ".part"
_HERE = -100  # AT_FDCWD of Linux: names are taken from the working folder
_RENAME_EXCHANGE = 2


def check_folder(folder: str | Path, *, files: Iterable[str] = FILES) -> None:
    """Make sure that a folder can be written, before any work is done for it.

    A folder that holds anything but kg's files is refused: writing replaces it whole.
    """
    folder = Path(folder)
    if folder.exists() and not folder.is_dir():
        raise WriteError(str(folder), "is a file, not a folder")
    try:
        strange = sorted(_names(folder) - set(files))
        if strange:
            reason = f"holds {strange[0]!r}, which is not kg's; choose another folder"
            raise WriteError(str(folder), reason)
        with _beside(folder) as room:
            (room / "probe").touch()
    except OSError as error:
        raise _write_error(folder, error) from error


def write_folder(
    folder: str | Path,
    fill: Callable[[Path, Path], None],
    *,
    files: Iterable[str] = FILES,
) -> tuple[str, ...]:
    """Let a folder be filled and take the place of the old one; give its files' names.

    ``fill`` is given the new folder, and another for what nobody will need.
    """
    folder = Path(folder)
    check_folder(folder, files=files)
    try:
        with _beside(folder) as room:
            new, scratch = room / "new", room / "scratch"
            new.mkdir()
            scratch.mkdir()
            fill(new, scratch)
            written = tuple(sorted(_names(new)))
            _put_in_place(new, folder)
    except OSError as error:
        raise _write_error(folder, error) from error
    return written


def stamps(folder: Path) -> dict[str, list[int]]:
    """Give the size of each file below a folder, and when it was written."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    found = {str(path.relative_to(folder)): path.stat() for path in files}
    return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in found.items()}


def write_file(path: str | Path, pieces: Iterable[bytes]) -> None:
    """Write one file piece by piece to the side and name it once it is whole."""
    path = Path(path)
    part = path.with_name(f".{path.name}{_ENDING}")
    try:
        with part.open("wb") as file:
            file.writelines(pieces)
        part.replace(path)
    except OSError as error:
        raise _write_error(path, error) from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """Make a temporary folder beside another, and take it away in the end."""
    parent = folder.resolve().parent
    parent.mkdir(parents=True, exist_ok=True)
    _clear_dead(parent, folder.resolve().name)
    prefix = f".{folder.resolve().name}.{os.getpid()}."
    room = Path(tempfile.mkdtemp(prefix=prefix, suffix=_ENDING, dir=parent))
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _clear_dead(parent: Path, name: str) -> None:
    """Take away what builds left that were killed."""
    for left in parent.glob(f".{glob.escape(name)}.*{_ENDING}"):
        number = left.name.removeprefix(f".{name}.").partition(".")[0]
        if number.isdecimal() and not _is_running(int(number)):
            shutil.rmtree(left, ignore_errors=True)


def _is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _put_in_place(new: Path, folder: Path) -> None:
    """Let a new folder take an old one's place; the old one is then in the new's."""
    folder = folder.resolve()
    if not folder.exists():
        new.rename(folder)
    elif not _exchange(new, folder):
        old = new.with_name(f"{new.name}.old")
        folder.rename(old)
        new.rename(folder)
        shutil.rmtree(old, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; false where the system cannot (Linux can)."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    ends = _HERE, os.fsencode(one), _HERE, os.fsencode(other)
    return bool(rename(*ends, _RENAME_EXCHANGE) == 0)


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def _write_error(folder: Path, error: OSError) -> WriteError:
    reason = f"cannot be written ({error.strerror or error}); choose another folder"
    return WriteError(str(folder), reason)
