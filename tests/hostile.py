# ruff: noqa: E501 - wide letters count twice
"""Hostile inputs, made here so that none has to be kept: file names and bytes.

A failure that was found once stays as a case of its family.
"""

from __future__ import annotations

import gzip
import io
import json
from itertools import chain

__all__ = ["files", "pages", "records", "tables", "texts"]

NEWS = "Smith visited Paris on Monday, Brown said. “We met there,” he told Reuters.\n"
LONG = 60_000

CODECS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7",
    "cp1252", "cp1250", "cp1251", "mac-roman", "koi8-r", "shift_jis", "euc-jp",
    "gb18030", "big5", "euc-kr", "cp037", "iso2022_jp", "hz",
)  # fmt: skip
SCRIPTS = {
    "arabic": "زار سميث باريس يوم الاثنين.", "hebrew": "סמית ביקר בפריז ביום שני.",
    "chinese": "史密斯周一访问了巴黎。", "japanese": "スミスは月曜日にパリを訪れた。",
    "korean": "스미스는 월요일에 파리를 방문했다.", "hindi": "स्मिथ ने सोमवार को पेरिस का दौरा किया।",
    "thai": "สมิธไปเยือนปารีสเมื่อวันจันทร์", "russian": "Смит посетил Париж в понедельник.",
    "greek": "Ο Σμιθ επισκέφθηκε το Παρίσι.", "german": "Smith besuchte am Montag Paris.",
    "turkish": "İstanbul'da ışık İIiı Smith'e.", "vietnamese": "Smith đã đến thăm Paris.",
}  # fmt: skip
TOKENS = "a A 1 - . , ' ’ \" “ ” ( ) [ ] { } < > / \\ @ # $ % & * _ = + ~ | ^ ` ! ? : ;"
STRANGE = {
    "zero-width-space": "\u200b", "joiner": "\u200d", "mark": "\ufeff",
    "no-break": "\xa0", "ideographic": "\u3000", "soft-hyphen": "\xad",
    "filler": "\u115f", "replacement": "\ufffd", "noncharacter": "\uffff",
    "far-noncharacter": "\U0001fffe", "private": "\ue000", "far-private": "\U0010fffd",
    "tag": "\U000e0041", "variation": "\ufe0f", "keycap": "1\ufe0f\u20e3",
    "family": "👨‍👩‍👧‍👦", "flag": "🇺🇦", "skin": "👍🏽", "digits": "٣٤٥", "fullwidth": "Ｓｍｉｔｈ",
    "ligature": "ﬁﬂ", "mathematical": "𝐒𝐦𝐢𝐭𝐡", "combining": "e" + "\u0301" * 500,
    "alone": "\u0301", "line": "\u2028", "paragraph": "\u2029", "next-line": "\x85",
    "sharp-s": "ßẞ", "long-s": "ſ", "dotted-i": "İ", "final-sigma": "ΣΑΣ",
    "roman": "Ⅷ", "fraction": "½", "script-dir": "\u061c", "object": "\ufffc",
}  # fmt: skip
NAMES = ("-x", "a b", "ü", "😀", "a\nb", "a\tb", "'", '"', "%2e", "CON", "a" * 200)
BIDI = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
CODE = (
    "<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", "]]>", "<!--",
    "&lt;b&gt;&#0;&bogus;", '"@en . <x> <y> <z>', '"""', "'''", "\\u0041\\x00", "\\",
    "'; DROP TABLE x; --", "} DELETE WHERE { ?s ?p ?o }", "?s ?p ?o", "%s %d %(x)s",
    "{0} {x!r}", "$$x^2$$", "$\\frac{a}{b}$", "${HOME}", "$(reboot)", "`id`",
    "../../etc/passwd", "/dev/null", "C:\\CON", "__proto__", "constructor", "NaN",
    "null", "None", "true", "-0", "1e999", "http://[", "javascript:alert(1)",
    "mailto:a@b", "<?xml version='1.0'?>", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "\x1b[31m",
    "@prefix : <x> .", "# comment", "_:b0", "a\\:b", "%00", "%0a", "\ufeff", "🏴‍☠️",
)  # fmt: skip
SHAPES = {
    "one-letter": "a", "one-dot": ".", "one-quote": "“", "one-dash": "—",
    "one-name": "Smith", "one-digit": "7", "title-only": "Smith In Paris Again\n",
    "labels": "World\nEurope\nNews\n", "only-capitals": NEWS.upper() * 20,
    "only-small": NEWS.lower() * 20, "no-stops": "Smith met Brown and " * 3_000,
    "no-spaces": NEWS.replace(" ", "") * 100, "one-word-lines": "Smith\n" * 5_000,
    "blank-lines": "\n" * LONG + NEWS, "tabs": NEWS.replace(" ", "\t") * 50,
    "returns": NEWS.replace("\n", "\r") * 50, "crlf": NEWS.replace("\n", "\r\n") * 50,
    "wrapped": "\n\n".join([NEWS.replace(" ", "\n")] * 30),
    "table": "".join(f"{n}\t{n * n}\t{n % 7}.{n % 9}%\n" for n in range(4_000)),
    "csv": "".join(f'"Smith {n}","{n}","Paris, France"\n' for n in range(2_000)),
    "base64": "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo" * 800, "hex": "deadbeef " * 5_000,
    "program": "def f(x):\n    return {x: [y for y in x if y != 'z']}\n" * 500,
    "json": json.dumps([{"id": n, "name": "Smith"} for n in range(1_000)]),
    "html": "<div><p>Smith <b>met</b> Brown.</p></div>\n" * 500,
    "urls": "".join(f"https://example.org/{n}?q=Smith&x={n} " for n in range(1_500)),
    "mails": "".join(f"a{n}@example.org, " for n in range(1_500)),
    "names": "".join(f"Anna{n} Smith{n} met " for n in range(2_500)) + "Brown.",
    "list": "Smith met " + ", ".join(f"Brown{n}" for n in range(2_500)) + " and Jones.",
    "and": "Smith and " * 4_000 + "Brown met.", "of": "the head of " * 3_000 + "Paris.",
    "that": "Smith said that " * 2_000 + "he left.", "who": "the man who saw " * 2_000,
    "possessive": "Smith’s brother’s " * 2_000 + "dog barked.",
    "apposition": "Smith, the mayor, " * 2_000 + "left.",
    "titles": "President Prime Minister General " * 1_500 + "Smith left.",
    "dates": "on Monday, July 4, 2022, in 2023, last week, " * 800 + "Smith left.",
    "numbers": "12,345.67 percent of $8.9 billion " * 1_000 + "fell.",
    "not": "Smith did not never not " * 1_500 + "leave.", "if": "if Smith left, " * 2_500,
    "he": "He said he saw him and his. " * 2_000, "questions": "Did Smith leave? " * 2_000,
    "acronyms": "N.A.T.O. and U.S.A. and E.U. " * 1_500, "same": "Smith left. " * 4_000,
    "quotes-inside": "“‘“‘“‘" * 2_000 + NEWS, "brackets": "(" * 3_000 + NEWS + ")" * 9,
    "quoted": "“Smith left,” Brown said. " * 1_500, "bullets": "• Smith left\n" * 3_000,
    "dialogue": "— Smith left?\n— Brown left.\n" * 1_500, "dots": "Smith... " * 4_000,
    "hyphens": "Smith-" * 8_000, "slashes": "Smith/" * 8_000, "dashes": "Smith — " * 5_000,
    "semicolons": "Smith left; " * 4_000, "colons": "Smith: " * 5_000,
    "emphasis": "*Smith* _met_ **Brown** " * 1_500, "entities": "Smith &amp; Brown " * 2_000,
    "mixed": "".join(f"{words} {NEWS}" for words in SCRIPTS.values()) * 10,
    "emoji": "😀🎉 Smith 👍 met 🇫🇷 Brown 👨‍👩‍👧. " * 1_000,
    "too-long": NEWS * 80_000, "long-line": "Smith met Brown. " * 60_000,
}  # fmt: skip


def texts():
    """Give hostile texts by their names."""
    for name, words in SHAPES.items():
        yield f"shape-{name}", words
    for name, words in SCRIPTS.items():
        yield f"script-{name}", words * 40
    for number, token in enumerate(TOKENS.split()):
        yield f"flood-{number}", f"{NEWS}{token * LONG} {NEWS}"
        yield f"unclosed-{number}", f"Smith {token}met Brown. " * 2_000
    for name, letters in STRANGE.items():
        yield f"strange-{name}", NEWS.replace("i", f"i{letters}").replace(" ", letters)
        yield f"only-{name}", letters * 300
    for number, mark in enumerate(BIDI):
        yield f"bidi-{number}", f"{mark}{NEWS}" * 3 + NEWS.replace(" ", f" {mark}")
    for number, words in enumerate(CODE):
        yield (
            f"code-{number}",
            f"{words} {words}\n{NEWS}Smith met {words} in {words}.\n",
        )


def files():
    """Give hostile files of one text each: a name and bytes."""
    for codec in CODECS:
        words = NEWS * 3 + "".join(SCRIPTS.values())
        yield f"codec-{codec}.txt", words.encode(codec, errors="replace")
    for number in chain(range(0x20), range(0x7F, 0xA0)):
        words = NEWS.replace("met", f"m{chr(number)}et") * 3
        yield f"control-{number:02x}.txt", words.encode()
    for number in range(0x80, 0x100, 5):
        yield f"byte-{number:02x}.txt", NEWS.encode() + bytes([number]) + NEWS.encode()
    whole = NEWS.encode()
    yield "cut.txt", whole[: whole.index("“".encode()) + 1]
    yield "damaged.txt", whole.replace("“".encode(), b"\xe2\x80") * 5
    yield "empty.txt", b""
    yield "blank.txt", b" \n\t\r\n"
    yield "mark.txt", b"\xef\xbb\xbf"
    yield "picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
    yield "archive.txt", b"PK\x03\x04\x14\0\0\0"
    yield "program.txt", b"\x7fELF\x02\x01\x01\0" + bytes(range(256)) * 10
    yield "every-byte.txt", bytes(range(256)) * 20
    yield from _packed(whole)
    yield from _named(whole)


def _packed(whole):
    yield "packed.txt.gz", gzip.compress(whole)
    yield "two-parts.txt.gz", gzip.compress(whole) + gzip.compress(whole)
    yield "more-behind.txt.gz", gzip.compress(whole) + b"more"
    yield "cut.txt.gz", gzip.compress(whole)[:-9]
    yield "none.txt.gz", b""
    yield "no-gz.txt.gz", whole
    yield "twice.txt.gz", gzip.compress(gzip.compress(whole))
    yield "bomb.txt.gz", gzip.compress(b"0" * 80_000_000)
    yield "bomb.jsonl.gz", gzip.compress(b"0" * 80_000_000)
    yield "bomb-lines.jsonl.gz", gzip.compress(b"\n" * 80_000_000)
    yield "no-zst.txt.zst", whole
    yield "none.txt.zst", b""
    yield "none.jsonl.gz", gzip.compress(b"")
    yield "many.jsonl.gz", gzip.compress(b'{"text": "Smith met Brown."}\n' * 3)
    yield "cut.jsonl.gz", gzip.compress(b'{"text": "Smith met Brown."}\n' * 900)[:-20]


def _named(whole):
    for name in NAMES:
        yield f"{name}.txt", whole
    yield "UPPER.TXT", whole
    yield "no-ending", whole
    yield "two.endings.txt", whole


def records():
    """Give hostile lines of JSONL by their names."""
    values = (
        None,
        True,
        0,
        -1,
        1e308,
        "",
        " ",
        "\0",
        "\ud800",
        [],
        {},
        [["a"]],
        {"a": 1},
    )
    for field in ("id", "text", "title", "date", "url", "publisher", "author"):
        for number, value in enumerate(values):
            record = {"id": "one", "text": NEWS, field: value}
            yield f"{field}-{number}", json.dumps(record).encode()
        yield f"{field}-long", json.dumps({"text": NEWS, field: "x" * 400_000}).encode()
        for number, words in enumerate(("../x", "a\nb", "<b>", "2024-13-45", "😀")):
            record = {"id": "one", "text": NEWS, field: words}
            yield f"{field}-words-{number}", json.dumps(record).encode()
    whole = json.dumps({"id": "one", "text": NEWS}).encode()
    for number, cut in enumerate(range(1, len(whole), 9)):
        yield f"cut-{number}", whole[:cut]
    yield "deep-list", b"[" * 50_000
    yield "deep-object", b'{"a":' * 50_000
    yield "deep-right", b'{"text":' + b"[" * 900 + b"]" * 900 + b"}"
    yield "number", b'{"text": "x", "id": ' + b"9" * 6_000 + b"}"
    yield "twice", b'{"text": "Smith left.", "text": "Brown left."}'
    yield "two", whole + whole
    yield "more", whole + b" x"
    yield "nan", b'{"text": "Smith left.", "id": NaN}'
    yield "mark", b"\xef\xbb\xbf" + whole
    yield "nul", b"\0" + whole
    yield "cp1252", b'{"text": "Smith\x92s dog left."}'
    yield "escape", b'{"text": "Smith \\x left."}'
    yield "pair", b'{"text": "Smith \\ud83d\\ude00 left. \\ud83d"}'
    yield "single", b"{'text': 'Smith left.'}"
    yield "long-line", b'{"text": "' + b"x" * 11_000_000 + b'"}'


def pages():
    """Give hostile HTML by its names."""
    body = f"<article><h1>Smith in Paris</h1>{f'<p>{NEWS * 4}</p>' * 4}</article>"
    yield "plain", body
    yield "deep", "<div>" * 50_000 + body
    yield "deep-inside", f"<p>{'<b>' * 20_000}{NEWS}</p>{body}"
    yield "unclosed", body.replace("</", "<")
    yield "script-only", f"<script>{NEWS * 50}</script>"
    yield "comment", f"<!-- {body}"
    yield "cdata", f"<![CDATA[{body}]]>"
    yield "entities", f'<!DOCTYPE x [<!ENTITY a "{"b" * 99}">]>{"&a;" * 999}{body}'
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    yield "laughs", f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]><p>&a11;</p>{body}'
    outside = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    yield "outside", f"<?xml version='1.0'?>{outside}<html><p>&f;</p>{body}</html>"
    yield "wrong-charset", f'<meta charset="shift_jis">{body}'
    yield "declared", f"<?xml version='1.0' encoding='utf-16'?>{body}"
    yield "refresh", f'<meta http-equiv="refresh" content="0;url=http://x">{body}'
    yield "attribute", f'<p title="{"x" * 1_000_000}">{NEWS}</p>{body}'
    yield (
        "links",
        "".join(f'<a href="/{n}">Smith {n}</a> ' for n in range(9_000)) + body,
    )
    yield "cells", f"<table>{'<tr><td>1<td>2' * 9_000}</table>{body}"
    yield "nested-tables", "<table><tr><td>" * 3_000 + body
    yield "frames", "<frameset><frame src='x'></frameset>"
    yield "nothing", "<html></html>"
    yield "no-tags", NEWS * 20
    yield "bad-date", f'<meta property="article:published_time" content="soon">{body}'
    yield "far-date", f'<meta name="date" content="99999-99-99">{body}'
    yield (
        "json-ld",
        f'<script type="application/ld+json">{{"a":{"[" * 9_000}</script>{body}',
    )
    yield "nul", body.replace("Paris", "Pa\x01ris")
    yield "too-large", body + " " * 6_000_000
    yield "title", f"<title>{'Smith ' * 2_000}</title>{body}"


def tables():
    """Give hostile Parquet by its names."""
    import pyarrow as pa
    from pyarrow import parquet

    def written(columns, **options):
        file = io.BytesIO()
        parquet.write_table(pa.table(columns), file, **options)
        return file.getvalue()

    whole = written({"id": ["one", "two"], "text": [NEWS, NEWS]})
    yield "plain", whole
    for number in range(1, 9):
        yield f"cut-{number}", whole[: len(whole) * number // 9]
        middle = bytearray(whole)
        middle[len(whole) * number // 9] ^= 0xFF
        yield f"flip-{number}", bytes(middle)
    yield "no-text", written({"id": ["one"]})
    yield "numbers", written({"text": [1, 2]})
    yield "parts", written({"text": [{"a": "b"}]})
    yield "lists", written({"text": [["a"]], "id": ["one"]})
    yield "list-of-authors", written({"text": [NEWS], "author": [["A", "B"]]})
    yield "nulls", written({"text": pa.nulls(3)})
    yield "no-rows", written({"text": pa.array([], pa.string())})
    yield "bytes", written({"text": [b"\xff\xfe", b"words"]})
    text = pa.array([b"\xff\xfe", b"words"]).view(pa.string())
    yield "no-utf-8", written({"text": text})
    yield "bomb", written({"text": ["x" * 9_000_000] * 400})
    yield "long", written({"text": ["x" * 12_000_000]})
    yield (
        "far-date",
        written({"text": [NEWS], "date": pa.array([2**62], pa.timestamp("us"))}),
    )
    yield "number-date", written({"text": [NEWS], "date": [20240710]})
    yield "twice", written({"text": [NEWS] * 300, "id": ["one"] * 300})
