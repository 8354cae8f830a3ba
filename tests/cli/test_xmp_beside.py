"""XMP beside a file declares it; XMP that stands alone is a document."""

import json

import pytest

PACKET = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreateDate="2021-05-04T10:00:00Z">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Café at the quay</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Ann Lind</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
"""
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1"
NOTE = "The rope walk at the harbour opens its doors today and many came to see it.\n"


@pytest.fixture
def claims(tmp_path, monkeypatch, run):
    """Return the claims of files, and the remarks about them."""

    def look(**files):
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            (tmp_path / name.replace("__", ".")).write_bytes(data)
        monkeypatch.chdir(tmp_path)
        said = run("sources", ".", "-j", "1", "-f", "jsonl", "--limit", "0", "--no-catalogue").out
        rows = [json.loads(line) for line in said.splitlines()]
        return [one for one in rows if one["type"] == "claim"]

    return look


def places(claims):
    names = ("path", "property", "normalized", "declared_in", "line")
    return {tuple(one[name] for name in names) for one in claims if one["part"] == "sidecar"}


@pytest.mark.parametrize(
    ("name", "beside"),
    [("a__jpg", "a__xmp"), ("a__jpg", "a__jpg__xmp"), ("A__JPG", "A__XMP"), ("a__txt", "a__xmp")],
)
def test_xmp_beside_a_file_declares_it(claims, name, beside):
    found = claims(**{name: NOTE if "txt" in name else JPEG, beside: PACKET})
    path, file = name.replace("__", "."), beside.replace("__", ".")
    assert places(found) == {
        (path, "title", "Café at the quay", file, 5),
        (path, "creator", "Ann Lind", file, 6),
        (path, "created", "2021-05-04", file, 4),
    }
    assert {one["path"] for one in found} == {path}
    assert all(one["origin"] == "declared" for one in found if one["declared_in"])
    title = next(one for one in found if one["value"] == "Café at the quay")
    assert PACKET[title["start"] : title["end"]] == "Café at the quay"
    made = next(one for one in found if one["property"] == "created")
    assert PACKET[made["start"] : made["end"]] == "2021-05-04T10:00:00Z"


def test_xmp_that_stands_alone_is_a_document(claims):
    found = claims(alone__xmp=PACKET, other__jpg=JPEG)
    chosen = {one["property"]: one["normalized"] for one in found if one["chosen"]}
    assert {one["path"] for one in found} == {"alone.xmp"}
    assert (chosen["title"], chosen["creator"]) == ("Café at the quay", "Ann Lind")


def test_what_an_archivist_writes_goes_before_xmp_and_the_rest_is_told(claims, run):
    found = claims(a__jpg=JPEG, a__xmp=PACKET, a__meta__yml="title: The café\n")
    assert {one["declared_in"] for one in found} == {"a.meta.yml"}
    said = run("check", ".", "-j", "1", "--no-catalogue").out
    assert "a.xmp remark is not read: 'a.meta.yml' describes the same document" in said


def test_broken_xmp_is_a_problem_of_its_document(claims, run):
    claims(a__txt=NOTE, a__xmp="<x:xmpmeta>")
    said = run("check", ".", "-j", "1", "--no-catalogue").out
    assert "a.txt incomplete the file beside it: broken XML" in said


def test_a_date_in_xmp_that_is_none_is_told(claims, run):
    claims(a__jpg=JPEG, a__xmp=PACKET.replace("2021-05-04T10:00:00Z", "0000-00-00"))
    said = run("check", ".", "-j", "1", "--no-catalogue").out
    assert (
        "a.jpg remark '0000-00-00', declared in a.xmp, line 4; XMP, CreateDate, is no date" in said
    )
