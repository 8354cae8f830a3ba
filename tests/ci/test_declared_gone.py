"""What a table or a bag no longer declares makes its documents new."""

import pytest

from audit.readers.walk.declared import named

RULES = """\
audit: 1
documents: {include: ["**/*.txt"]}
rules:
  src: {check: metadata, fields: {rights: required}, severity: error}
  made: {check: metadata, fields: {captured: required}, severity: error}
  known: {check: metadata, fields: {format: required}, severity: error}
"""
HEAD = "path,rights\n"
CRANE = "crane.txt,CC0-1.0\n"
TIDE = "tide.txt,CC0-1.0\n"
SIEGFRIED = (
    "filename,filesize,modified,errors,namespace,id,format,version,mime,basis,warning\n"
    "/old/disk/col/crane.txt,9,2024-05-01,,pronom,x-fmt/111,Plain Text File,,text/plain,text,\n"
)
DROID = "ID,FILE_PATH,METHOD,PUID,MIME_TYPE\n1,C:\\disk\\col\\crane.txt,Text,x-fmt/111,text/plain\n"
BAG = {
    "bag/bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    "bag/bag-info.txt": "Bagging-Date: 2024-05-01\n",
    "bag/data/letter.txt": "A letter to the keeper of the harbour light.\n",
}


@pytest.fixture
def col(repository):
    repository.commit(
        {
            "audit.yml": RULES,
            "col/crane.txt": "The crane on the quay is painted green once more.\n",
            "col/tide.txt": "The tide mill turns again when the water is high.\n",
            "col/metadata.csv": HEAD + CRANE + TIDE,
            **BAG,
        }
    )
    return repository


def since(repository, run, rule, *, folder="."):
    repository.commit({})
    found = run(folder, "--new-since", "HEAD~1", "-c", "audit.yml", "--select", rule)
    return found[0], [path for _, path in found[1]]


def test_a_removed_row_makes_its_document_new(col, run):
    col.write({"col/metadata.csv": HEAD + TIDE})
    assert since(col, run, "src", folder="col") == (1, ["crane.txt"])


def test_tables_and_bags_that_are_gone_make_their_documents_new(col, run):
    col.commit({"col/siegfried.csv": SIEGFRIED, "old/eel.txt": "An eel.\n"})
    for name in ("col/metadata.csv", "col/siegfried.csv", "bag/bag-info.txt"):
        (col.folder / name).unlink()
    texts = ["bag/data/letter.txt", "col/crane.txt", "col/tide.txt"]
    assert since(col, run, "src,known") == (1, texts * 2)


def test_a_folder_that_is_no_bag_any_more_makes_its_documents_new(col, run):
    (col.folder / "bag" / "bagit.txt").unlink()
    assert since(col, run, "made", folder="bag") == (1, ["data/letter.txt"])


@pytest.mark.parametrize(
    ("path", "text", "wanted"),
    [
        ("col/metadata.csv", HEAD + TIDE, {"col/tide.txt"}),
        ("metadata.csv", HEAD + TIDE, set()),
        ("col/metadata.csv", TIDE, set()),
        ("col/metadata.csv", "", set()),
        ("siegfried.csv", SIEGFRIED, {"col/crane.txt"}),
        ("droid.csv", DROID, {"col/crane.txt"}),
        ("bag/bag-info.txt", "Bagging-Date: 2024-05-01\n", {"bag/data/letter.txt"}),
    ],
)
def test_whom_a_table_names(path, text, wanted):
    documents = ["bag/data/letter.txt", "col/crane.txt", "col/tide.txt"]
    assert named(path, text.encode(), documents) == wanted
