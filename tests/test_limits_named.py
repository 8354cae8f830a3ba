"""Every limit that is hit is a problem with the name under which the rules can move it."""

import gzip
import io
import json
import zipfile
from pathlib import Path

import msgspec
import pytest

from audit.pipeline import audited
from audit.readers.guard import Process
from audit.rules.shapes import Bounds
from audit.settings import Settings

TEXT = "The harbour office of the town opened its doors at seven sharp.\n"
MAIL = "From: a@example.org\nSubject: tea\n"
PART = f"--B\nContent-Type: text/plain\n\n{TEXT}"
CONTAINER = (
    "<container><rootfiles><rootfile full-path='c.opf'"
    " media-type='application/oebps-package+xml'/></rootfiles></container>"
)
BOOK = (
    "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata/><manifest>"
    "<item id='a' href='a.xhtml'/><item id='b' href='b.xhtml'/></manifest>"
    "<spine><itemref idref='a'/><itemref idref='b'/></spine></package>"
)


def packed(**members: str | bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), member)
    return data.getvalue()


HIT = {
    "file": ("a.txt", "20 B", TEXT),
    "text": ("a.txt", "20", TEXT),
    "line": ("a.txt", "20", TEXT),
    "unpacked": ("a.zip", "20 B", packed(a_txt=TEXT)),
    "ratio": ("a.txt.gz", "20", gzip.compress(TEXT.encode() * 40_000)),
    "members": ("a.zip", "1", packed(a_txt=TEXT, b_txt=TEXT)),
    "records": ("a.jsonl", "1", json.dumps({"text": TEXT}) + "\n" + json.dumps({"text": "two"})),
    "nesting": ("a.zip", "1", packed(a_zip=packed(a_txt=TEXT))),
    "depth": ("a.xml", "2", f"<?xml version='1.0'?><a><b><c>{TEXT}</c></b></a>"),
    "parts": (
        "a.eml",
        "2",
        f"{MAIL}Content-Type: multipart/mixed; boundary=B\n\n{PART * 3}--B--\n",
    ),
    "headers": ("a.eml", "2", f"{MAIL}X-Kettle: on\n\n{TEXT}"),
    "pages": (
        "a.epub",
        "1",
        packed(
            mimetype="application/epub+zip",
            **{"META-INF__container_xml": CONTAINER},
            c_opf=BOOK,
            a_xhtml="<p>One.</p>",
            b_xhtml="<p>Two.</p>",
        ),
    ),
    "seconds": ("a.xml", "1", "<?xml version='1.0'?><a>" + "<b>x</b>" * 3_000_000 + "</a>"),
    "memory": ("a.xml", "100 MB", "<?xml version='1.0'?><a>" + "<b>x</b>" * 3_000_000 + "</a>"),
}


def test_every_limit_is_tried():
    assert HIT.keys() == msgspec.structs.asdict(Bounds()).keys()


@pytest.mark.parametrize("name", HIT)
def test_a_limit_that_is_hit_is_named(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path, most, content = HIT[name]
    Path("input").mkdir()
    Path("input", path).write_bytes(content if isinstance(content, bytes) else content.encode())
    Path("audit.yml").write_text(f"audit: 1\ndocuments: {{limits: {{{name}: {most}}}}}\n")
    with audited(Settings(paths=("input",), jobs=1, catalogue=False)) as found:
        said = [problem.message for problem in found.problems]
    for process in list(Process.running.values()):
        process.end()  # one with little memory is of no use to others
    assert any(f"(limits: {name})" in message for message in said), said
