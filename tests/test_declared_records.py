"""Rows of `metadata.csv` for records of containers, and what is declared of containers in vain."""

import gzip
import time
import zipfile

import pytest

from audit.pipeline import audited
from audit.readers.walk.declared import named
from audit.settings import Settings

TEXT = "The tide mill at the quay turns twice a day, and nobody pays for the sea.\n"
ADVICE = "write a row 'box.zip!/in/a.txt' in metadata.csv for each"


def pack(file, *names):
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, f"{name}: {TEXT}")


@pytest.fixture
def box(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    pack(tmp_path / "papers" / "box.zip", "in/a.txt", "b.txt")
    return tmp_path / "papers"


def run():
    """Return what is declared of each record, and the problems."""
    with audited(Settings(paths=("papers",), jobs=1)) as found:
        said = {
            (claim.path, claim.property, claim.normalized)
            for claim in found.claims
            if claim.origin == "declared"
        }
        return said, [(each.path, each.message) for each in found.problems]


def test_a_row_declares_for_a_record(box):
    rows = "box.zip!/in/a.txt,Of mills,Quay Press\nbox.zip!//b.txt,Of tides,\n"
    (box / "metadata.csv").write_text(f"path,title,publisher\n{rows}")
    wanted = {
        ("box.zip!/in/a.txt", "title", "Of mills"),
        ("box.zip!/in/a.txt", "publisher", "Quay Press"),
        ("box.zip!/b.txt", "title", "Of tides"),
    }
    assert run() == (wanted, [])
    (box / "metadata.csv").write_text("path,title\nbox.zip!/b.txt,Of ebbs\n")
    assert run() == ({("box.zip!/b.txt", "title", "Of ebbs")}, [])


def test_a_row_declares_for_a_record_in_a_container_in_another(box, tmp_path):
    pack(tmp_path / "inner.zip", "c.txt")
    with zipfile.ZipFile(box / "box.zip", "a") as archive:
        archive.write(tmp_path / "inner.zip", "inner.zip")
    (box / "metadata.csv").write_text("path,title\nbox.zip!/inner.zip!/c.txt,Of keels\n")
    assert run() == ({("box.zip!/inner.zip!/c.txt", "title", "Of keels")}, [])


def test_a_row_declares_for_a_record_of_lines_and_of_a_web_archive(box):
    pytest.importorskip("warcio")
    page = f"<html><body><p>{TEXT}</p></body></html>"
    url = "https://quay.example/mill"
    head = f"WARC-Type: resource\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-05-17T10:00:00Z\r\n"
    head += "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
    head += f"Content-Type: text/html\r\nContent-Length: {len(page)}\r\n"
    (box / "a.warc").write_bytes(f"WARC/1.0\r\n{head}\r\n{page}\r\n\r\n".encode())
    (box / "l.jsonl").write_text('{"text": "The mill turns."}\n{"text": "The tide is out."}\n')
    rows = f"path,title\na.warc!/{url},Of mills\nl.jsonl!/2,Of tides\n"
    (box / "metadata.csv").write_text(rows)
    wanted = {(f"a.warc!/{url}", "title", "Of mills"), ("l.jsonl!/2", "title", "Of tides")}
    assert run() == (wanted, [])


def test_a_row_without_a_record_is_told(box):
    (box / "c.txt").write_text(TEXT)
    rows = "path,title\nbox.zip!/c.txt,One\nc.txt!/d.txt,Two\ngone.zip!/a.txt,Three\n"
    (box / "metadata.csv").write_text(rows)
    assert run() == (
        set(),
        [
            ("box.zip", "'c.txt', declared in metadata.csv, line 2, is no document in it"),
            ("c.txt", "'d.txt', declared in metadata.csv, line 3, is no document in it"),
            ("metadata.csv", "line 4, column 1: 'gone.zip!/a.txt' is no document here"),
        ],
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [("metadata.csv", "path,title\nbox.zip,The box\n"), ("box.meta.yml", "title: The box\n")],
)
def test_what_is_declared_of_a_container_is_in_vain_and_told(box, name, text):
    (box / name).write_text(text)
    message = f"what is declared of it says nothing of its records; {ADVICE}"
    assert run() == (set(), [("box.zip", message)])


def test_what_would_declare_from_inside_is_told(box):
    pack(box / "box.zip", "in/a.txt", "in/a.meta.yml")
    message = f"'in/a.meta.yml' declares nothing from inside of it; {ADVICE}"
    assert run() == (set(), [("box.zip", message)])
    pack(box / "box.zip", "in/a.meta.yml", "in/a.txt", "metadata.csv")
    message = f"'in/a.meta.yml' and 1 more declare nothing from inside of it; {ADVICE}"
    assert run() == (set(), [("box.zip", message)])


@pytest.mark.parametrize("piece", ["!/", "a!/", "a/!//", "../!/", "a/"])
@pytest.mark.parametrize("titles", ["path,title", "filename,id,namespace,basis"])
def test_long_names_take_linear_time(titles, piece):
    row = piece * (400_000 // len(piece))
    table = f"{titles}\n{row}x,x-fmt/111,pronom,e\n"
    began = time.process_time()
    assert named("metadata.csv", table.encode(), {"a.txt"}) == set()
    assert time.process_time() - began < 3


def test_what_is_declared_of_a_saved_page_is_declared_of_the_page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "a.html").write_text(f"HTTP/1.1 200 OK\nContent-Type: text/plain\n\n{TEXT}")
    (folder / "a.meta.yml").write_text("publisher: Town Mill\n")
    (folder / "metadata.csv").write_text("path,title\na.html,The tide mill\n")
    with zipfile.ZipFile(folder / "b.zip", "w") as archive:
        archive.write(folder / "a.html", "x.html")
    (folder / "b.meta.yml").write_text("publisher: Another\n")
    said, problems = run()
    assert said == {
        ("a.html!/body", "publisher", "Town Mill"),
        ("a.html!/body", "title", "The tide mill"),
    }
    assert [path for path, message in problems if "says nothing" in message] == ["b.zip"]


def test_what_stands_beside_a_packed_text_declares_for_it(box):
    (box / "note.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (box / "note.txt.meta.yml").write_text("title: Of mills\n")
    (box / "list.json.gz").write_bytes(gzip.compress(b'{"text": "a"}\n{"text": "b"}\n'))
    (box / "metadata.csv").write_text("path,publisher\nnote.txt.gz,Quay Press\nlist.json.gz,Quay\n")
    said, problems = run()
    record = "note.txt.gz!/note.txt"
    assert said == {(record, "title", "Of mills"), (record, "publisher", "Quay Press")}
    ((path, told),) = problems
    assert path == "list.json.gz"
    assert told.startswith("what is declared of it says nothing of its records")
