"""The program as its users meet it: real processes, real files, exit statuses."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import urllib.parse
import urllib.request
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "000_b3681564877a6439.txt"
OUTPUT = ROOT / "output" / SEED.stem
COMMANDS = (
    "build",
    "extract",
    "query",
    "draw",
    "explain",
    "export",
    "validate",
    "serve",
    "remove",
)


def run(*words, stdin=None, cwd=ROOT, **environment):
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, words)],
        capture_output=True,
        input=stdin,
        cwd=cwd,
        env={**os.environ, "COLUMNS": "100", **environment},
        check=False,
    )


def assert_one_clear_line(done, *parts):
    message = done.stderr.decode()
    assert done.returncode == 1, message
    assert message.startswith("kg: ")
    assert message.count("\n") == 1, message
    for part in parts:
        assert part in message


def test_help_lists_the_commands_and_answers_quickly():
    # Processor time, since the tests run side by side.
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = run("--help")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    for command in COMMANDS:
        assert command in done.stdout.decode()
    assert spent < 0.4


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_is_in_the_docs(command):
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert f"kg {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_program_tells_its_version():
    result = CliRunner().invoke(app, ["--version"])
    assert result.exit_code == 0
    assert result.output == f"kg {version('newskg')}\n"


def test_an_unknown_option_is_wrong_usage():
    assert run("build", "--nonsense").returncode == 2


@pytest.mark.model
def test_a_build_writes_the_folder_and_says_what_it_holds(tmp_path):
    done = run("build", SEED, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {
        "graph.ttl",
        "facts.ttl",
        "statements.jsonl",
        "entities.jsonl",
        "mentions.jsonl",
        "graph.graphml",
        "graph.png",
        "graph.svg",
        "graph.html",
    }
    summary = done.stdout.decode()
    for word in ("articles", "entities", "facts", "others", "skipped", "graph.png"):
        assert word in summary
    assert "section label" in summary
    assert done.stderr == b""


_OTHER_LANGUAGES = {
    "C": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
}


@pytest.mark.parametrize("name", _OTHER_LANGUAGES)
def test_a_machine_of_another_language_writes_every_letter(name):
    words = ("query", OUTPUT, "--name", "visits")
    done = run(*words, **_OTHER_LANGUAGES[name])
    assert done.returncode == 0, done.stderr.decode()
    head, rule, *rows = done.stdout.decode("utf-8").splitlines()
    assert head.startswith("visitor")
    assert set(rule) == ({"─"} if name == "C" else set("\\u2500"))
    assert rows[0].startswith("John Healey")


@pytest.mark.model
def test_two_builds_give_the_same_bytes(tmp_path):
    for name, seed in (("a", "1"), ("b", "2")):
        done = run("build", SEED, "--out", tmp_path / name, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr.decode()
    for path in sorted((tmp_path / "a").iterdir()):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path


@pytest.mark.model
def test_the_output_in_the_repository_is_fresh(tmp_path):
    done = run("build", SEED, "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    for path in sorted((tmp_path / "out").iterdir()):
        if path.suffix not in {".png", ".svg", ".html"}:  # they depend on fonts
            assert path.read_bytes() == (OUTPUT / path.name).read_bytes(), path.name


@pytest.mark.model
def test_an_article_is_read_from_stdin():
    text = b"The minister resigned.\nSmith visited Paris on Monday.\n"
    done = run("extract", "-", stdin=text)
    assert done.returncode == 0, done.stderr.decode()
    rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    assert any(row[1:4] == ["Smith", "visited", "Paris"] for row in rows)
    assert all(row[0] == "stdin" for row in rows)


@pytest.mark.model
def test_extract_gives_jsonl_with_the_same_tuples():
    text = b"Smith visited Paris.\n"
    lines = run("extract", "-", "--format", "jsonl", stdin=text).stdout.splitlines()
    first = json.loads(lines[0])
    assert (first["subject"], first["relation"]) == ("Smith", "visited")
    assert 0 <= first["confidence"] <= 1


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("empty.txt", b"", "is empty"),
        ("paper.pdf", b"%PDF-1.7\n", "is a PDF; save it as .txt or .html first"),
        ("memo.rtf", b"{\\rtf1\\ansi Hello.}", "RTF; save it as"),
        ("memo.docx", b"PK\x03\x04\x14", "office document; save it as"),
        ("binary.txt", bytes(range(256)), "is no text"),
        ("none.jsonl", b"{}\n", "no text in the field"),
    ],
)
def test_bad_input_is_one_line_and_leaves_no_folder(tmp_path, name, raw, words):
    source = tmp_path / name
    source.write_bytes(raw)
    done = run("build", source, "--out", tmp_path / "out")
    assert_one_clear_line(done, name, words)
    assert sorted(path.name for path in tmp_path.iterdir()) == [name]


def test_a_missing_source_is_one_line(tmp_path):
    done = run("build", tmp_path / "gone.txt")
    assert_one_clear_line(done, "gone.txt", "no such file")


def test_a_folder_without_articles_is_one_line(tmp_path):
    (tmp_path / "a.png").write_bytes(b"")
    done = run("build", tmp_path, "--out", tmp_path / "out")
    assert_one_clear_line(done, "no articles in this folder")


def test_an_output_that_is_a_file_is_one_line(tmp_path):
    (tmp_path / "out").write_text("in the way")
    done = run("build", SEED, "--out", tmp_path / "out")
    assert_one_clear_line(done, "out")
    assert (tmp_path / "out").read_text() == "in the way"


def test_an_output_below_a_file_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    done = run("build", SEED, "--out", tmp_path / "file" / "out")
    assert_one_clear_line(done, "file")


def test_a_model_that_is_not_there_is_one_line(tmp_path):
    done = run("build", SEED, "--model", "none_such", "--out", tmp_path / "out")
    assert_one_clear_line(done, "none_such")


def test_bad_sparql_is_one_line_with_the_place():
    done = run("query", OUTPUT, "SELECT ?x WHERE { ?x rel:visit }")
    assert_one_clear_line(done, "line 1, column 32")


def test_an_unknown_entity_is_one_line_with_near_names(tmp_path):
    done = run("draw", OUTPUT, "--about", "Jon Healy", "-o", tmp_path / "a.png")
    assert_one_clear_line(done, "Jon Healy", "John Healey")
    assert not (tmp_path / "a.png").exists()


def test_a_graph_that_is_not_there_is_one_line(tmp_path):
    assert_one_clear_line(run("query", tmp_path / "gone", "ASK {}"), "gone")


def test_a_query_loads_no_spacy():
    code = (
        "import sys; from kg import commands;"
        f"commands.query({str(OUTPUT)!r}, 'ASK {{ ?s ?p ?o }}');"
        "sys.exit('spacy' in sys.modules or 'matplotlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT)
    assert done.returncode == 0


def test_a_query_answers_in_every_format():
    sparql = "SELECT ?who WHERE { ?who rel:visit ent:Ukraine }"
    for form, word in (
        ("table", "Healey"),
        ("csv", "who"),
        ("json", '"bindings"'),
    ):
        done = run("query", OUTPUT, sparql, "--format", form)
        assert done.returncode == 0, done.stderr.decode()
        assert word in done.stdout.decode()


def test_explain_shows_the_words_behind_a_statement():
    done = run("explain", OUTPUT, "Healey visit Ukraine")
    assert done.returncode == 0, done.stderr.decode()
    assert "on Saturday" in done.stdout.decode()


@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.pdf", "a.html"])
def test_draw_writes_the_format_of_the_files_name(tmp_path, name):
    done = run("draw", OUTPUT, "--about", "Healey", "-o", tmp_path / name)
    assert done.returncode == 0, done.stderr.decode()
    start = (tmp_path / name).read_bytes()[:5]
    starts = {"png": b"\x89PNG\r", "svg": b"<?xml", "pdf": b"%PDF-", "html": b"<!DOC"}
    assert start == starts[name.partition(".")[2]]


@pytest.mark.parametrize("form", ["network", "speakers", "timeline"])
def test_draw_has_three_forms_on_two_grounds(tmp_path, form):
    picture = tmp_path / "a.svg"
    done = run("draw", OUTPUT, "--form", form, "--theme", "dark", "-o", picture)
    assert done.returncode == 0, done.stderr.decode()
    assert b"#15191e" in picture.read_bytes()


def test_draw_refuses_an_ending_that_it_does_not_know(tmp_path):
    done = run("draw", OUTPUT, "-o", tmp_path / "a.gif")
    assert_one_clear_line(done, "a.gif", "png")


def test_export_writes_the_form_of_the_files_name(tmp_path):
    for name in ("a.nq", "a.jsonld", "a.csv", "a.graphml"):
        done = run("export", OUTPUT, "-o", tmp_path / name)
        assert done.returncode == 0, done.stderr.decode()
        assert (tmp_path / name).stat().st_size > 10_000
    assert run("export", OUTPUT, "-o", tmp_path / "a.ttl").returncode == 0
    same = (OUTPUT / "graph.ttl").read_bytes()
    assert (tmp_path / "a.ttl").read_bytes() == same
    done = run("export", OUTPUT, "-o", tmp_path / "a.docx")
    assert_one_clear_line(done, "a.docx", ".jsonld")


def test_export_keeps_the_base_of_the_graph(tmp_path):
    base = "https://news.example/"
    other = tmp_path / "other.ttl"
    assert run("export", OUTPUT, "--base", base, "-o", other).returncode == 0
    assert run("export", other, "-o", tmp_path / "a.nt").returncode == 0
    text = (tmp_path / "a.nt").read_text(encoding="utf-8")
    assert f"<{base}entity/John_Healey>" in text
    assert "kg.example" not in text


def test_rdf_1_2_is_asked_explained_and_drawn_like_1_1(tmp_path):
    new = tmp_path / "new.ttl"
    assert run("export", OUTPUT, "--rdf12", "-o", new).returncode == 0
    question = ("--name", "evidence", "--param", "subject=Healey")
    for words in (("query", *question, "--param", "object=Ukraine"), ("validate",)):
        one, other = (run(words[0], g, *words[1:]) for g in (OUTPUT, new))
        assert one.returncode == other.returncode == 0, other.stderr.decode()
        assert other.stdout == one.stdout
    words = "Healey visit Ukraine"
    assert run("explain", new, words).stdout == run("explain", OUTPUT, words).stdout


def test_validate_says_that_the_seed_articles_graph_conforms():
    done = run("validate", OUTPUT)
    assert done.returncode == 0, done.stdout.decode()
    assert done.stdout.startswith(b"conforms: ")


def test_validate_fails_readably_when_a_denial_is_asserted(tmp_path):
    turtle = (OUTPUT / "graph.ttl").read_text(encoding="utf-8")
    wrong = tmp_path / "wrong.ttl"
    wrong.write_text(turtle + "ent:France rel:implement ent:strike_ban .\n")
    done = run("validate", wrong)
    assert done.returncode == 1
    assert b"what is not asserted must not be a plain triple" in done.stdout


@pytest.mark.model
def test_a_build_fills_a_store_that_answers_and_from_which_articles_are_removed(
    tmp_path,
):
    store, out = tmp_path / "store", tmp_path / "out"
    assert run("build", SEED, "--out", out, "--store", store).returncode == 0
    sparql = "SELECT ?who WHERE { ?who rel:visit ent:Ukraine }"
    assert b"Healey" in run("query", store, sparql).stdout
    assert run("remove", SEED.stem, "--store", store).returncode == 0
    assert b"Healey" not in run("query", store, sparql).stdout
    assert_one_clear_line(run("remove", SEED.stem, "--store", store), SEED.stem)


def test_serve_answers_sparql_and_shows_the_page():
    words = [sys.executable, "-m", "kg", "serve", str(OUTPUT), "--port", "0"]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as server:
        try:
            place = re.search(r"http://\S+?(?=[,/\s])", server.stderr.readline())[0]
            ask = urllib.parse.quote("ASK { ent:John_Healey rel:visit ent:Ukraine }")
            with urllib.request.urlopen(f"{place}/sparql?query={ask}") as answer:  # noqa: S310
                assert json.load(answer)["boolean"] is True
            with urllib.request.urlopen(f"{place}/") as page:  # noqa: S310
                assert b"<html" in page.read().lower()
            server.terminate()
            assert server.wait(timeout=20) in {0, 130}
        finally:
            server.kill()


@pytest.mark.parametrize(
    ("option", "text", "reason"),
    [
        ("--gazetteer", "name\tkind\n", "no column 'type'"),
        ("--same", "Zorg\tis\tAcme\n", ":1: want three columns"),
        ("--same", None, "cannot be read"),
    ],
    ids=["gazetteer", "same", "no-file"],
)
def test_a_bad_file_of_names_ends_the_build_in_one_line(tmp_path, option, text, reason):
    path = tmp_path / "names.tsv"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    done = run("build", SEED, "--out", tmp_path / "out", option, path)
    assert_one_clear_line(done, str(path), reason)
    assert not (tmp_path / "out").exists()
