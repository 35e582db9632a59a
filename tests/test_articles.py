"""Reading articles: every source kind, every encoding, every bad input."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import count_articles, parse_article, read_article, read_articles
from kg.errors import ReadError
from kg.model import Article, BlockKind, Skipped

TEXT = "Smith visited Paris on Monday.\nHe met Brown there — “gladly”, he said.\n"


def test_the_seed_article_keeps_label_title_body_headline_and_advertisement_apart(
    seed_article,
):
    words = {
        kind: [
            block.span.of(seed_article.text)
            for block in seed_article.blocks
            if block.kind is kind
        ]
        for kind in BlockKind
    }
    assert words[BlockKind.LABEL] == ["World"]
    assert words[BlockKind.TITLE] == [seed_article.title]
    assert seed_article.title.startswith("NATO appears divided on pushing Biden")
    assert len(words[BlockKind.PARAGRAPH]) == 13
    (headline,) = words[BlockKind.HEADLINE]
    assert headline.startswith("US-BUILT F-16 JETS ARE ON THEIR WAY TO UKRAINE")
    assert headline.endswith("THE NETHERLANDS, BLINKEN SAYS")
    assert words[BlockKind.ADVERTISEMENT] == ["CLICK HERE TO GET THE FOX NEWS APP"]


def test_what_is_not_article_text_is_listed_with_its_reason(seed_article):
    listed = [(found.text, found.reason) for found in seed_article.skipped]
    assert listed == [
        ("World", "section label"),
        ("CLICK HERE TO GET THE FOX NEWS APP", "advertisement"),
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"]
)
def test_an_encoding_is_read_right(tmp_path, encoding):
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    path = tmp_path / "a.txt"
    path.write_bytes(mark + TEXT.encode(encoding))
    assert read_article(path).text == TEXT


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "is empty"),
        (b" \n\n ", "is empty"),
        (b"\xef\xbb\xbf \n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is no text"),
        (b"\xff\xfe\x00", "is no text"),
        (b"\x81\x8d\x8f\x90\x9d", "is no text"),
    ],
    ids=["nothing", "blank", "mark-alone", "binary", "broken-utf-16", "no-encoding"],
)
def test_a_file_without_readable_text_is_one_clear_error(tmp_path, raw, words):
    path = tmp_path / "bad.txt"
    path.write_bytes(raw)
    with pytest.raises(ReadError, match=words):
        read_article(path)


def test_a_missing_file_is_an_error_that_names_it(tmp_path):
    with pytest.raises(ReadError, match=r"gone\.txt: no such file"):
        read_article(tmp_path / "gone.txt")


def test_a_folder_without_articles_is_an_error(tmp_path):
    (tmp_path / "picture.png").write_bytes(b"x")
    with pytest.raises(ReadError, match="no articles in this folder"):
        read_article(tmp_path)


def test_a_bad_file_in_a_folder_is_skipped_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")
    found = list(read_articles([tmp_path]))
    assert [type(one) for one in found] == [Article, Skipped, Article]
    assert found[1].source.endswith("b.txt")


def test_equal_names_get_ids_of_their_own(tmp_path):
    for folder in ("x", "y", "z"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT, encoding="utf-8")
    assert [a.id for a in read_articles([tmp_path])] == ["a", "a-2", "a-3"]


def test_an_id_that_looks_like_a_repeated_one_is_kept(tmp_path):
    ids = ("a-2", "a", "a", "a", "a-2")
    lines = (json.dumps({"id": key, "text": TEXT}) for key in ids)
    (tmp_path / "n.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = [a.id for a in read_articles([tmp_path])]
    assert found == ["a-2", "a", "a-3", "a-4", "a-2-2"]


def test_articles_are_counted_before_they_are_read(tmp_path):
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "c.jsonl").write_text('{"text": "x"}\n\nno record\n', "utf-8")
    (tmp_path / "d.parquet").write_bytes(b"no Parquet")
    parquet.write_table(pa.table({"text": ["x"] * 5}), tmp_path / "e.parquet")
    assert count_articles([tmp_path, "-", tmp_path / "a.txt", "gone"]) == 10


def test_a_jsonl_record_brings_its_fields(tmp_path):
    record = {
        "id": "n1",
        "text": "A title here\nSmith visited Paris.",
        "title": "A title here",
        "date": "2024-07-10",
        "url": "https://example.org/1",
        "publisher": "Example",
        "author": "A. Reporter",
    }
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    article = read_article(path)
    assert article.id == "n1"
    assert article.date == date(2024, 7, 10)
    assert (article.publisher, article.author) == ("Example", "A. Reporter")
    assert [block.kind for block in article.blocks] == [
        BlockKind.TITLE,
        BlockKind.PARAGRAPH,
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{broken", "no JSON"),
        ("[1]", "no JSON object"),
        ('{"id": 1}', 'no text in the field "text"'),
        ('{"text": ""}', "is empty"),
        ('{"text": "Words.", "date": "soon"}', "date 'soon' is none"),
        ("[" * 100_000, "no JSON"),
    ],
)
def test_a_bad_jsonl_line_is_skipped_with_its_place(tmp_path, line, reason):
    path = tmp_path / "a.jsonl"
    path.write_text(f'{line}\n{{"id": "ok", "text": "Words here."}}\n')
    bad, good = read_articles([path])
    assert reason in bad.reason
    assert bad.source == f"{path}:1"
    assert good.id == "ok"


def test_a_parquet_file_is_read_like_jsonl(tmp_path):
    import pyarrow as pa
    from pyarrow import parquet

    table = pa.table({"id": ["p1", "p2"], "text": [TEXT, None], "date": ["", ""]})
    parquet.write_table(table, tmp_path / "a.parquet")
    good, bad = read_articles([tmp_path / "a.parquet"])
    assert (good.id, good.text) == ("p1", TEXT)
    assert "no text" in bad.reason


def test_a_file_that_is_no_parquet_is_skipped(tmp_path):
    (tmp_path / "a.parquet").write_bytes(b"PAR1 but not really")
    (found,) = read_articles([tmp_path / "a.parquet"])
    assert "is no Parquet" in found.reason


def test_html_gives_its_article_with_title_and_date(tmp_path):
    body = " ".join(["Smith visited Paris on Monday and met the mayor."] * 12)
    (tmp_path / "a.html").write_text(
        "<html><head><title>Smith in Paris</title>"
        '<meta property="article:published_time" content="2024-07-10"></head>'
        f"<body><nav>Home</nav><article><h1>Smith in Paris</h1><p>{body}</p>"
        "</article></body></html>",
        encoding="utf-8",
    )
    article = read_article(tmp_path / "a.html")
    assert article.title == "Smith in Paris"
    assert article.date == date(2024, 7, 10)
    assert "met the mayor" in article.text
    assert "Home" not in article.text


@given(st.text())
def test_blocks_lie_in_the_text_in_order_and_never_overlap(text):
    try:
        article = parse_article(text, "any")
    except ReadError:
        assert not text.strip()
        return
    ends = [0]
    for block in article.blocks:
        assert block.span.start >= ends[-1]
        assert block.span.of(article.text).strip()
        ends.append(block.span.end)
    assert ends[-1] <= len(text)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_one_line(tmp_path_factory, raw):
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_bytes(raw)
    (found,) = read_articles([path])
    if isinstance(found, Skipped):
        assert "\n" not in found.reason
    else:
        assert found.text.strip()


def test_packed_files_are_read_as_what_is_in_them(tmp_path):
    import gzip

    import pyarrow as pa

    lines = b'{"id": "one", "text": "Words here."}\n\n{broken\n'
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines))
    with pa.output_stream(tmp_path / "b.txt.zst", compression="zstd") as file:
        file.write(TEXT.encode())
    one, bad, two = read_articles([tmp_path])
    assert (one.id, two.id, two.text) == ("one", "b", TEXT)
    assert bad.source == f"{tmp_path / 'a.jsonl.gz'}:3"


def test_damaged_bytes_cost_one_letter_and_not_the_encoding(tmp_path):
    raw = TEXT.encode().replace("“".encode(), b"\xe2\x80", 1)
    (tmp_path / "a.txt").write_bytes(raw)
    assert read_article(tmp_path / "a.txt").text == TEXT.replace("“", "\ufffd")


def test_what_is_too_large_for_an_article_is_refused_with_the_limit(tmp_path):
    (tmp_path / "a.txt").write_text("word " * 70_000)
    with pytest.raises(ReadError, match=r"too long .* at most 300,000 are read"):
        read_article(tmp_path / "a.txt")
    (tmp_path / "a.txt").write_text("word " * 1_100_000)
    with pytest.raises(ReadError, match=r"too large .* 5,000,000 bytes"):
        read_article(tmp_path / "a.txt")


def test_rows_of_parquet_are_counted_through_the_whole_file(tmp_path):
    import pyarrow as pa
    from pyarrow import parquet

    texts = [*["Words here."] * 299, None]
    parquet.write_table(pa.table({"text": texts}), tmp_path / "a.parquet")
    *_, last = read_articles([tmp_path / "a.parquet"])
    assert last.source == f"{tmp_path / 'a.parquet'}:300"


def test_files_of_other_kinds_in_a_folder_are_listed(tmp_path):
    for name in ("a.txt", "b.pdf", ".hidden"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    article, other = read_articles([tmp_path])
    assert article.id == "a"
    assert (other.source, other.reason) == (
        str(tmp_path / "b.pdf"),
        "is of no kind that kg reads",
    )
