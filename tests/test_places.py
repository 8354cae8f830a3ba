"""Findings about texts that were taken out of markup stand where the file has the characters."""

import json
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from audit.examine.chunks import places_of
from audit.lines import Lines, source_offset
from audit.model import Chunk, Document, Source

RULES = """\
audit: 1
rules:
  beast: {check: text, forbid: {matches: 'zebra|the\\s+crane'}}
  lost: {check: text, forbid: {damage: [replaced, invisible]}}
"""
FILES = {
    "a.html": "<html>\n<body><p>A <b>zebra</b> at the\nquay, the\n  crane and\n"
    "&amp; another zebra</p>\n<pre>one\r\ntwo zebra\n</pre><i>\u200b</i></body></html>",
    "b.xml": "<?xml version='1.0'?>\n<TEI><text>\n<p>A <hi>zebra</hi> at\n the crane &amp; a zebra"
    "</p></text></TEI>",
    "c.md": "---\ntitle: x\n---\n# A story\n\nOf a [zebra](http://a.example/zebra) *and* zebra\n",
    "d.json": '{\n "title": "x",\n "text": "A \\"zebra\\" of\\n the crane zebra"\n}',
    "e.txt": "A\r\nzebra\nat the crane\n\ufffd",
    "f.eml": "MIME-Version: 1.0\nSubject: x\n\nOne\nzebra\n",
}


def test_each_is_where_the_file_has_it(here, tmp_path):
    (tmp_path / "audit.yml").write_text(RULES)
    (tmp_path / "input").mkdir()
    for name, text in FILES.items():
        (tmp_path / "input" / name).write_bytes(text.encode())
    outcome = here("check", "input", "-f", "jsonl", "-q", "--select", "beast,lost")
    rows = [json.loads(line) for line in outcome.out.splitlines()]
    found = {name: [] for name in FILES}
    for row in rows:
        if row["type"] == "finding":
            lines = Lines(FILES[row["path"]])
            start = lines.starts[row["line"] - 1] + row["column"] - 1
            end = lines.starts[row["end_line"] - 1] + row["end_column"] - 1
            found[row["path"]].append(FILES[row["path"]][start:end])
    assert found == {
        "a.html": ["zebra", "the\n  crane", "zebra", "zebra", "\u200b"],
        "b.xml": ["zebra", "the crane", "zebra"],
        "c.md": ["zebra", "zebra"],
        "d.json": ["zebra", "the crane", "zebra"],
        "e.txt": ["zebra", "the crane", "\ufffd"],
        "f.eml": ["zebra"],
    }


def test_a_text_that_moved_in_its_page_is_found_at_its_new_place(here, tmp_path):
    (tmp_path / "audit.yml").write_text(RULES)
    (tmp_path / "input").mkdir()
    places = []
    for page in ("<p>A zebra</p>", "<body>\n<p>\n  A <b>zebra</b></p>"):
        (tmp_path / "input" / "a.html").write_text(page)
        outcome = here("check", "input", "-f", "jsonl", "-q", "--select", "beast")
        (row,) = [json.loads(line) for line in outcome.out.splitlines() if b'"finding"' in line]
        places.append((row["line"], row["column"], row["start"]))
    assert places == [(1, 6, 2), (3, 8, 2)]


@given(st.text(alphabet="ab\n\r", max_size=30), st.lists(st.integers(0, 29), max_size=6))
def test_every_character_of_every_piece(markup, cuts):
    edges = sorted({min(cut, len(markup)) for cut in cuts} | {0, len(markup)})
    kept = [(a, b) for n, (a, b) in enumerate(pairwise(edges)) if n % 2 == 0]
    chunks, text = [], ""
    for start, end in kept:
        chunks.append(Chunk(start=len(text), source=start))
        text += markup[start:end]
    if not chunks:
        return
    source = Source(uri="a", path="a", location="", size=0, modified=0, inode=0)
    places = places_of(
        Document(
            source=source,
            media_type="text/html",
            basis="",
            encoding="utf-8",
            encoding_confidence=1.0,
            text=text,
            markup=markup,
            chunks=tuple(chunks),
        )
    )
    lines = Lines(markup)
    for offset in range(len(text)):
        piece = max(places.starts.searchsorted(offset, "right") - 1, 0)
        there = source_offset(chunks, offset)
        assert places.lines[piece] == lines.line(there)
        assert places.columns[piece] + offset - places.starts[piece] == lines.column(there)
