"""The journal: what was finished is found again, what was not is not."""

from __future__ import annotations

import errno
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError, WriteError
from kg.journal import KEY_BYTES, Journal, journal_folder

ONE, TWO, THREE = (bytes([n]) * KEY_BYTES for n in (1, 2, 3))


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def found(journal, key):
    place = journal.find(key)
    return None if place is None else journal.entry(place)


def filled(folder, *keys, resume=True):
    with Journal(folder, resume=resume) as journal:
        for key in keys:
            journal.add(key, b"entry " + key[:1])


def test_an_entry_is_found_at_once_and_by_a_later_build(tmp_path):
    with Journal(tmp_path) as journal:
        assert journal.find(ONE) is None
        places = journal.add(ONE, b"words"), journal.add(TWO, b"")
        assert [journal.entry(place) for place in places] == [b"words", b""]
    with Journal(tmp_path) as later:
        assert (found(later, ONE), found(later, TWO)) == (b"words", b"")
        assert later.find(THREE) is None


def test_without_resume_earlier_entries_are_not_seen_and_not_lost(tmp_path):
    filled(tmp_path, ONE)
    with Journal(tmp_path, resume=False) as journal:
        assert journal.find(ONE) is None
        journal.add(TWO, b"two")
    with Journal(tmp_path) as later:
        assert len(later) == 2


@given(cut=st.integers(0, 2 * (KEY_BYTES + 8 + 7)))
def test_an_entry_that_is_cut_off_is_none_and_those_before_it_stay(
    tmp_path_factory, cut
):
    folder = tmp_path_factory.mktemp("journal")
    filled(folder, ONE, TWO)
    (path,) = folder.iterdir()
    path.write_bytes(path.read_bytes()[:cut])
    whole = cut // (KEY_BYTES + 8 + 7)
    with Journal(folder) as journal:
        assert len(journal) == whole
        assert found(journal, ONE) == (b"entry \x01" if whole else None)
        journal.add(THREE, b"three")
    with Journal(folder) as later:
        assert found(later, THREE) == b"three"


def test_a_damaged_entry_is_none(tmp_path):
    filled(tmp_path, ONE, TWO)
    (path,) = tmp_path.iterdir()
    raw = bytearray(path.read_bytes())
    raw[KEY_BYTES + 8 + 2] ^= 1
    path.write_bytes(raw)
    with Journal(tmp_path) as journal:
        assert journal.find(ONE) is None
        assert found(journal, TWO) == b"entry \x02"


def test_an_entry_that_is_damaged_meanwhile_is_one_clear_error(tmp_path):
    with Journal(tmp_path) as journal:
        place = journal.add(ONE, b"words")
        (tmp_path / "00000001.entries").write_bytes(b"")
        with pytest.raises(ReadError, match="build once more"):
            journal.entry(place)


def test_every_build_writes_a_file_of_its_own(tmp_path):
    filled(tmp_path, ONE)
    with Journal(tmp_path) as one, Journal(tmp_path) as other:
        one.add(TWO, b"two")
        other.add(THREE, b"three")
    assert len(files(tmp_path)) == 3


def test_finish_takes_away_the_files_that_nothing_needs(tmp_path):
    filled(tmp_path, ONE)
    filled(tmp_path, TWO, THREE)
    (tmp_path / "notes.txt").write_text("not kg's")
    with Journal(tmp_path) as journal:
        journal.finish([journal.find(TWO)])
    assert files(tmp_path) == ["00000002.entries", "notes.txt"]


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path):
    (tmp_path / "journal").write_text("a file")
    with (
        Journal(tmp_path / "journal") as journal,
        pytest.raises(WriteError, match=r"journal cannot be kept .*--resume"),
    ):
        journal.add(ONE, b"words")


def test_a_full_disk_is_one_clear_error(tmp_path, monkeypatch):
    class Full:
        def write(self, _words):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        close = flush = lambda _self: None

    with Journal(tmp_path) as journal:
        monkeypatch.setattr(journal, "_writer", Full())
        with pytest.raises(WriteError, match="No space left on device"):
            journal.add(ONE, b"words")
        assert journal.find(ONE) is None


def test_the_journal_stands_hidden_beside_the_output(tmp_path):
    assert journal_folder(tmp_path / "out" / "news") == tmp_path / "out/.news.journal"
