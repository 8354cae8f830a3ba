"""Tables that declare metadata of many documents: CSV of a folder, bag-info, format registers."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.readers.walk import walk
from audit.readers.walk.cells import rows, sign_of


def lay(tmp_path, files):
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return walk([str(tmp_path)], str(tmp_path))


def said(found, path):
    (source,) = [source for source in found.sources if source.path == path]
    return [(f.property, f.value, f.line) for f in source.fields]


def troubles(found):
    return [(each.path, each.message, each.incomplete) for each in found.problems]


def test_a_row_for_each_document_of_a_folder(tmp_path):
    table = (
        "path,Title,dc:creator,date,colour\r\n"
        '"a.txt","The crane, at last",Ada Lund; Bo Ray,2024-05-17,blue\r\n'
        "\r\n"
        'deep/b.txt,"Two\nlines",,,\r\n'
    )
    found = lay(tmp_path, {"in/metadata.csv": table, "in/a.txt": "x", "in/deep/b.txt": "y"})
    assert [source.path for source in found.sources] == ["in/a.txt", "in/deep/b.txt"]
    assert said(found, "in/a.txt") == [
        ("title", "The crane, at last", 2),
        ("creator", "Ada Lund", 2),
        ("creator", "Bo Ray", 2),
        ("issued", "2024-05-17", 2),
    ]
    assert said(found, "in/deep/b.txt") == [("title", "Two\nlines", 4)]
    assert found.problems == ()
    field = found.sources[0].fields[0]
    assert table[field.start : field.end] == "The crane, at last"
    assert field.place == "declared in in/metadata.csv, line 2"


def test_a_misspelt_title_of_a_column_and_no_address_are_told(tmp_path):
    table = "path,publsher,url,pat\na.txt,Quay Press,not a url,x\n"
    found = lay(tmp_path, {"metadata.csv": table, "a.txt": "x"})
    assert said(found, "a.txt") == [("url", "not a url", 2)]
    key = "the key 'publsher' says nothing; did you mean 'publisher'?"
    assert troubles(found) == [
        ("metadata.csv", f"line 1, column 6: {key}", False),
        ("metadata.csv", "line 2, column 18: url 'not a url' is no address", False),
    ]


def test_cells_and_labels_of_nulls_declare_nothing(tmp_path):
    files = {
        "metadata.csv": "path,title,creator,issued\nbag/data/a.txt,N/A,Ada Lund; null,unknown\n",
        "bag/bagit.txt": "BagIt-Version: 1.0\n",
        "bag/bag-info.txt": "Bagging-Date: unknown\nSource-Organization: N/A\n",
        "bag/data/a.txt": "x",
    }
    found = lay(tmp_path, files)
    assert found.problems == ()
    assert said(found, "bag/data/a.txt") == [("creator", "Ada Lund", 2)]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_ways_in_which_spreadsheets_save(tmp_path, sign, encoding):
    table = sign.join(["path", "title"]) + "\r\n" + sign.join(["a.txt", "Bücherei"]) + "\r\n"
    found = lay(tmp_path, {"metadata.csv": table.encode(encoding), "a.txt": "x"})
    assert said(found, "a.txt") == [("title", "Bücherei", 2)]


def test_wrong_rows_are_problems_with_their_place_and_the_others_count(tmp_path):
    table = (
        "path,title,issued\n"
        "a.txt,One,2024-05-17\n"
        "b.txt,Two,someday\n"
        "c.txt,Three\n"
        "gone.txt,Four,2024\n"
        "a.txt,Again,\n"
        ",Nameless,\n"
        "../out.txt,Five,\n"
        '"d.txt"x,Six,\n'
        "b.txt,,\n"
    )
    found = lay(tmp_path, {"metadata.csv": table, "a.txt": "x", "b.txt": "y", "c.txt": "z"})
    assert troubles(found) == [
        ("metadata.csv", "line 3, column 11: issued 'someday' is no date", True),
        ("metadata.csv", "line 4, column 1: 2 cells, but the head has 3", True),
        ("metadata.csv", "line 6, column 1: a.txt stands twice; the first is in line 2", True),
        ("metadata.csv", "line 7, column 1: no path", True),
        ("metadata.csv", "line 9, column 8: characters after a closing quotation mark", True),
        ("metadata.csv", "line 10, column 1: b.txt stands twice; the first is in line 3", True),
        ("metadata.csv", "line 5, column 1: 'gone.txt' is no document here", False),
        ("metadata.csv", "line 8, column 1: '../out.txt' is no document here", False),
    ]
    assert said(found, "b.txt") == [("title", "Two", 3)]
    assert said(found, "c.txt") == []


def test_a_table_of_something_else_is_a_document(tmp_path):
    found = lay(tmp_path, {"metadata.csv": "berth,length\n1,20\n", "a.txt": "x"})
    assert [source.path for source in found.sources] == ["a.txt", "metadata.csv"]


def test_a_bag_speaks_of_the_documents_in_it(tmp_path):
    info = (
        "Source-Organization: Hallby Town Library\n"
        "Bagging-Date: 2024-06-01\n"
        "External-Identifier: hallby-17\n"
        "External-Description: Letters that were\n   found in the attic: all of them\n"
        "Contact-Email: desk@library.example\n"
        "Payload-Oxum: 1.1\n"
    )
    files = {
        "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": info,
        "data/a.txt": "x",
    }
    found = lay(tmp_path, files)
    assert [source.path for source in found.sources] == ["data/a.txt"]
    assert said(found, "data/a.txt") == [
        ("source", "Hallby Town Library", 1),
        ("captured", "2024-06-01", 2),
        ("identifier", "hallby-17", 3),
        ("contact", "desk@library.example", 6),
    ]
    assert found.problems == ()


def test_slips_of_bag_info_have_their_place(tmp_path):
    files = {
        "bagit.txt": "BagIt-Version: 1.0\n",
        "bag-info.txt": "Bagging-Date: soon\nno label here\n",
        "data/a.txt": "x",
    }
    assert troubles(lay(tmp_path, files)) == [
        ("bag-info.txt", "line 1, column 15: Bagging-Date 'soon' is no date", True),
        ("bag-info.txt", "line 2, column 1: no label: a line must be `Label: value`", True),
    ]


SIEGFRIED = (
    "filename,filesize,modified,errors,namespace,id,format,version,mime,class,basis,warning\n"
    "/mnt/x/in/a.html,10,2024-05-17T10:00:00Z,,pronom,fmt/471,HyperText Markup Language,5,"
    "text/html,Text,byte match at 0,extension mismatch\n"
    "/mnt/x/in/b.bin,10,2024-05-17T10:00:00Z,,pronom,UNKNOWN,,,,,,no match\n"
    "/mnt/x/in/gone.txt,10,2024-05-17T10:00:00Z,,pronom,x-fmt/111,Plain Text File,,text/plain,,,\n"
)
DROID = (
    '"ID","PARENT_ID","URI","FILE_PATH","NAME","METHOD","STATUS","SIZE","TYPE","EXT",'
    '"LAST_MODIFIED","EXTENSION_MISMATCH","HASH","FORMAT_COUNT","PUID","MIME_TYPE","FORMAT_NAME",'
    '"FORMAT_VERSION"\n'
    '"1","","file:/C:/x/in/","C:\\x\\in","in","","Done","","Folder","","","false","","","","","",""\n'
    '"2","1","file:/C:/x/in/a.html","C:\\x\\in\\a.html","a.html","Signature","Done","10","File",'
    '"html","","false","","1","fmt/96","text/html","Hypertext Markup Language",""\n'
)


def test_formats_by_siegfried_and_droid(tmp_path):
    files = {"siegfried.csv": SIEGFRIED, "droid.csv": DROID, "in/a.html": "x", "in/b.bin": "y"}
    found = lay(tmp_path, files)
    assert said(found, "in/a.html") == [
        ("format", "fmt/96 text/html", 3),
        ("format", "fmt/471 text/html", 2),
    ]
    assert found.sources[0].fields[1].place == (
        "HyperText Markup Language, 5, byte match at 0, extension mismatch; siegfried.csv, line 2"
    )
    assert said(found, "in/b.bin") == []
    assert troubles(found) == [
        ("siegfried.csv", "line 4, column 1: '/mnt/x/in/gone.txt' is no document here", False)
    ]


def test_one_file_alone_knows_the_table_beside_it(tmp_path):
    lay(tmp_path, {"metadata.csv": "path,title\na.txt,One\nb.txt,Two\n", "a.txt": "", "b.txt": ""})
    found = walk([str(tmp_path / "a.txt")], str(tmp_path))
    assert said(found, "a.txt") == [("title", "One", 2)]
    assert found.problems == ()


@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=4), min_size=1, max_size=6))
def test_what_is_written_is_read_again(table):
    import csv
    import io

    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table)
    text = out.getvalue()
    wanted = [row for row in table if any(value.strip() for value in row)]
    found = list(rows(text, ","))
    assert [[cell.value for cell in row.cells] for row in found] == wanted
    for row in found:
        assert all(text[c.start : c.end].replace('""', '"') == c.value for c in row.cells)


@given(st.text(alphabet='a,";\n\r\t ', max_size=60))
def test_nothing_hangs_or_fails(text):
    for row in rows(text, sign_of(text)):
        assert row.slip or row.cells


def test_hostile_tables_take_linear_time():
    began = time.process_time()
    for text in ('"' * 200_000, "," * 200_000, '"",' * 70_000, "\n" * 200_000, '"a' * 90_000):
        sum(1 for _ in rows(text, ","))
    assert time.process_time() - began < 3


def test_what_is_declared_of_an_archive_is_not_said_of_its_members(tmp_path):
    import io
    import zipfile

    from audit.examine import Examine

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "The crane comes down after ninety years of work on the quay.")
    table = "path,title\nbox.zip,A box of papers\n"
    found = lay(tmp_path, {"metadata.csv": table, "box.zip": buffer.getvalue()})
    assert said(found, "box.zip") == [("title", "A box of papers", 2)]
    pieces = list(Examine()(found.sources))
    titles = [title for piece in pieces for title in piece["claims"]["normalized"]]
    assert "A box of papers" not in titles
    assert sum(len(piece["files"]["doc"]) for piece in pieces) == 2
