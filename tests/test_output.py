"""The output folder appears whole, or the old one stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest
from graphs import small_graph, talks, visit
from standins import write

from kg import output
from kg.errors import WriteError
from kg.output import check_folder, write_folder

TESTS = Path(__file__).parent


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def fill(**files):
    """Make what fills a folder with files of these names, and leaves scraps."""

    def write_all(new, scratch):
        (scratch / "scraps").write_bytes(b"x")
        for name, content in files.items():
            (new / f"graph.{name}").write_bytes(content)

    return write_all


def test_all_files_are_written_and_nothing_is_left_beside(tmp_path):
    published = write([visit(), talks()], tmp_path / "a" / "out")
    assert published.files == (
        "entities.jsonl",
        "facts.ttl",
        "graph.graphml",
        "graph.ttl",
        "mentions.jsonl",
        "statements.jsonl",
    )
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["out"]


def test_rdf_1_2_is_a_file_beside_and_goes_again_with_the_next_build(tmp_path):
    out = tmp_path / "out"
    assert "graph.rdf12.ttl" in write([visit(), talks()], out, rdf12=True).files
    text = (out / "graph.rdf12.ttl").read_text(encoding="utf-8")
    assert text.count("rdf:reifies") == len(small_graph().facts)
    assert "graph.rdf12.ttl" not in write([visit(), talks()], out).files
    assert not (out / "graph.rdf12.ttl").exists()


def test_two_builds_write_the_same_bytes(tmp_path):
    for name in ("one", "other"):
        more = {"draw": lambda _graph: {"graph.png": b"x"}}
        write([visit(), talks()], tmp_path / name, **more)
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def test_a_new_build_takes_the_place_of_the_old_one(tmp_path):
    out = tmp_path / "out"
    write_folder(out, fill(html=b"old"))
    assert write_folder(out, fill(png=b"new")) == ("graph.png",)
    assert (out / "graph.png").read_bytes() == b"new"
    assert not (out / "graph.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_is_replaced_where_the_system_cannot_exchange(tmp_path, monkeypatch):
    monkeypatch.setattr(output, "_exchange", lambda _one, _other: False)
    write_folder(tmp_path / "out", fill(ttl=b"old"))
    write_folder(tmp_path / "out", fill(png=b"new"))
    assert (tmp_path / "out" / "graph.png").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_failed_write_leaves_the_old_folder(tmp_path):
    out = tmp_path / "out"
    write_folder(out, fill(ttl=b"old"))
    before = contents(out)
    with pytest.raises(TypeError):
        write_folder(out, fill(ttl=b"new", png="no bytes"))
    assert contents(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_somebody_elses_files_are_never_replaced(tmp_path):
    (tmp_path / "thesis.doc").write_text("x")
    with pytest.raises(WriteError, match=r"thesis\.doc"):
        check_folder(tmp_path)
    with pytest.raises(WriteError, match=r"thesis\.doc"):
        write_folder(tmp_path, fill(ttl=b"new"))


def test_a_file_in_the_way_is_told(tmp_path):
    (tmp_path / "out").write_text("x")
    with pytest.raises(WriteError, match="is a file"):
        check_folder(tmp_path / "out")
    with pytest.raises(WriteError, match="cannot be written"):
        check_folder(tmp_path / "out" / "deeper")


def test_what_cannot_be_written_is_told_before_any_work(tmp_path):
    with pytest.raises(WriteError, match="choose another folder"):
        check_folder("/proc/kg/out")
    check_folder(tmp_path / "new")
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_a_folder_keeps_being_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_folder(tmp_path / "link", fill(ttl=b"new"))
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real" / "graph.ttl").exists()


def test_the_folder_can_be_read_by_others_as_any_folder(tmp_path):
    write_folder(tmp_path / "out", fill(ttl=b"old"))
    (tmp_path / "plain").mkdir()
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_killed_build_leaves_the_old_folder_and_the_next_one_cleans_up(tmp_path):
    out = tmp_path / "out"
    write_folder(out, fill(ttl=b"old"))
    before = contents(out)
    code = textwrap.dedent(f"""
        import sys, time
        sys.path.insert(0, {str(TESTS)!r})
        from test_output import fill
        from kg import output

        def wait(new, folder):
            print("now", flush=True)
            time.sleep(60)

        output._put_in_place = wait
        output.write_folder({str(out)!r}, fill(ttl=b"new"))
    """)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE
    ) as child:
        assert child.stdout.readline() == b"now\n"
        os.kill(child.pid, signal.SIGKILL)
    assert contents(out) == before
    assert len(list(tmp_path.iterdir())) == 2
    time.sleep(0.01)
    write_folder(out, fill(ttl=b"new"))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
