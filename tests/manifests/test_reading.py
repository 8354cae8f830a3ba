"""Every common format is read to the letter; everything else is a located error."""

import hashlib
import subprocess

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audit.errors import ManifestError
from audit.manifests import Expected, Format, Style, manifest_text, read_manifest
from audit.manifests.reading import Dialect

A = hashlib.sha256(b"a").hexdigest()
B = hashlib.sha256(b"b").hexdigest()
MD5 = hashlib.md5(b"a").hexdigest()
SHA512 = hashlib.sha512(b"a").hexdigest()


def read(folder, data, name="list.txt", **dialect):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_manifest(str(path), name, Dialect(**dialect))


def paths(manifest):
    return [entry.path for entry in manifest.entries]


@pytest.mark.parametrize(
    ("line", "path", "algorithm"),
    [
        (f"{A}  logs/tide.txt", "logs/tide.txt", "sha256"),
        (f"{A} *logs/tide.txt", "logs/tide.txt", "sha256"),
        (f"{A.upper()}  logs/tide.txt", "logs/tide.txt", "sha256"),
        (f"{A}  ./logs//tide.txt", "logs/tide.txt", "sha256"),
        (f"{A} tide.txt", "tide.txt", "sha256"),
        (f"{A}   tide.txt", " tide.txt", "sha256"),
        (f"{A}  tide.txt ", "tide.txt ", "sha256"),
        (f"{A}  tide.txt\r", "tide.txt", "sha256"),
        (f"\\{A}  two\\nlines\\\\.txt", "two\nlines\\.txt", "sha256"),
        (f"{A}  ~$draft.txt", "~$draft.txt", "sha256"),
        (f"{A}  ./~old/tide.txt", "~old/tide.txt", "sha256"),
        (f"{MD5}  tide.txt", "tide.txt", "md5"),
        (f"{SHA512}  tide.txt", "tide.txt", "sha512"),
        (f"SHA256 (tide.txt) = {A}", "tide.txt", "sha256"),
        (f"SHA256 (a (1) = b.txt) = {A}", "a (1) = b.txt", "sha256"),
        (f"\\SHA256 (two\\nlines) = {A}", "two\nlines", "sha256"),
        (f"SHA256(tide.txt)= {A}", "tide.txt", "sha256"),
        (f"SHA2-256(tide.txt)= {A}", "tide.txt", "sha256"),
        (f"BLAKE2b (tide.txt) = {SHA512}", "tide.txt", "blake2b"),
        (f"SHA3-512 (tide.txt) = {SHA512}", "tide.txt", "sha3_512"),
    ],
)
def test_one_line(tmp_path, line, path, algorithm):
    (entry,) = read(tmp_path, f"{line}\n").entries
    assert (entry.path, entry.algorithm, entry.line) == (path, algorithm, 1)
    assert entry.digest in (A, MD5, SHA512)


def test_lines_keep_their_numbers_past_comments_and_empty_lines(tmp_path):
    manifest = read(tmp_path, f"# taken on the quay\r\n\r\n{A}  a\r\nSHA256 (b) = {B}")
    assert manifest.format is Format.SUMS
    assert [(entry.line, entry.path) for entry in manifest.entries] == [(3, "a"), (4, "b")]


def test_other_line_separators_of_unicode_belong_to_the_name(tmp_path):
    manifest = read(tmp_path, f"{A}  a\x0b\x0c\x1c\x85\u2028b\n")
    assert paths(manifest) == ["a\x0b\x0c\x1c\x85\u2028b"]


def test_nul_ended_lines_hold_no_escapes(tmp_path):
    manifest = read(tmp_path, f"{A}  two\nlines\0{B}  b\\n\0")
    assert paths(manifest) == ["two\nlines", "b\\n"]


def test_names_that_are_not_utf_8_survive(tmp_path):
    assert paths(read(tmp_path, A.encode() + b"  \xff.txt\n")) == ["\udcff.txt"]


def test_windows_writes_utf_16_and_byte_order_marks(tmp_path):
    for encoding in ("utf-16", "utf-8-sig"):
        manifest = read(tmp_path, f"{A}  café.txt\r\n".encode(encoding))
        assert paths(manifest) == ["café.txt"]
        assert len(manifest.remarks) == 1


def test_a_backslash_may_be_a_folder_of_windows(tmp_path):
    (entry,) = read(tmp_path, f"{A} *logs\\tide.txt\n").entries
    assert (entry.path, entry.other) == ("logs\\tide.txt", "logs/tide.txt")


def test_b2sum_is_told_by_its_name(tmp_path):
    assert read(tmp_path, f"{SHA512}  a\n", "B2SUMS").entries[0].algorithm == "blake2b"


def test_hashdeep(tmp_path):
    rows = [
        "%%%% HASHDEEP-1.0",
        "%%%% size,md5,tiger,sha256,filename",
        "## Invoked from: /srv/quay",
        "## $ hashdeep -r -c md5,sha256 .",
        "##",
        f"1,{MD5},{'0' * 48},{A},a, b.txt",
        f"1,{MD5},{'0' * 48},{A},/srv/quay/logs/c.txt",
    ]
    manifest = read(tmp_path, "\n".join(rows))
    assert manifest.format is Format.HASHDEEP
    assert manifest.entries[1] == Expected(
        path="a, b.txt", algorithm="sha256", digest=A, line=6, size=1
    )
    assert paths(manifest) == ["a, b.txt"] * 2 + ["logs/c.txt"] * 2


def test_bagit_percent_encoding(tmp_path):
    """RFC 8493: %0A, %0D and %25 are decoded, in any case, and nothing else is (bagit %25)."""
    data = f"{A}  data/a%0Ab\n{A}\tdata/50%25\n{A} *data/%7Edir\n{B}  ./data/x%250a \n"
    manifest = read(tmp_path, data, "manifest-sha256.txt")
    assert manifest.format is Format.BAGIT
    assert paths(manifest) == ["data/a\nb", "data/50%", "data/%7Edir", "data/x%0a "]
    assert [entry.other for entry in manifest.entries] == [
        "data/a%0Ab",
        "data/50%25",
        "",
        "data/x%250a ",
    ]


def test_bags_before_1_0_encode_nothing(tmp_path):
    manifest = read(tmp_path, f"{A}  data/50%25\n", "manifest-sha256.txt", encoded=False)
    assert [(entry.path, entry.other) for entry in manifest.entries] == [("data/50%25", "data/50%")]


def test_bag_manifests_come_in_other_encodings(tmp_path):
    data = f"{A}  data/café\n".encode("iso-8859-1")
    assert paths(read(tmp_path, data, "manifest-sha256.txt", encoding="iso-8859-1")) == [
        "data/café"
    ]
    with pytest.raises(ManifestError, match="not martian"):
        read(tmp_path, data, "manifest-sha256.txt", encoding="martian")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("../secret", "leaves the folder"),
        ("a/../../secret", "leaves the folder"),
        ("..\\secret", "leaves the folder"),
        ("/etc/passwd", "absolute"),
        ("\\\\server\\share\\x", "absolute"),
        ("//server/share/x", "absolute"),
        ("C:\\x", "drive"),
        ("c:/x", "drive"),
        ("~/x", "home folder"),
        ("~root/x", "home folder"),
        ("~", "home folder"),
        (".", "folder"),
        ("logs/", "folder"),
    ],
)
@pytest.mark.parametrize("form", ["{a}  {path}", "SHA256 ({path}) = {a}"])
def test_paths_that_leave_the_folder_are_refused(tmp_path, path, reason, form):
    line = form.format(a=A, path=path)
    with pytest.raises(ManifestError, match=f"^list.txt:2: .*{reason}"):
        read(tmp_path, f"{B}  b\n{line}\n")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "list.txt: no file is listed, so nothing can be verified"),
        ("\n\n# nothing\n", "list.txt: no file is listed, so nothing can be verified"),
        ("hello\n", "list.txt:1: this is no line of a manifest"),
        (f"{A}  a\nMD2 (b) = {MD5}\n", "list.txt:2: the algorithm 'MD2' is not known"),
        (f"{A}  a\n{A[:-1]}  b\n", "list.txt:2: no algorithm has digests of 63 digits"),
        (f"SHA256 (a) = {MD5}\n", "list.txt:1: sha256 has 64 digits, here are 32"),
        (f"{A}  a\n{B}  ./a\n", "list.txt:2: 'a' is listed on line 1 already, with another"),
        (f"\\{A}  a\\t\n", "list.txt:1: '.*' is not an escape"),
        (f"{A}  a\0b\n", "list.txt:1: the path holds a NUL"),
        (f"{A}  {'x' * 70000}\n", "list.txt:1: the line is longer than 65536 characters"),
        ("%%%% HASHDEEP-1.0\n", "list.txt:2: the line `%%%% size"),
        ("%%%% HASHDEEP-1.0\n%%%% size,md5,filename\nx,y\n", "list.txt:3: this is no hashdeep row"),
        (b"\xff\xfe\x00", "list.txt: the manifest is not utf-16"),
    ],
)
def test_what_is_no_manifest_is_refused_with_its_line(tmp_path, data, message):
    with pytest.raises(ManifestError, match=f"^{message}"):
        read(tmp_path, data)


def test_comments_do_not_exist_in_bagit(tmp_path):
    with pytest.raises(ManifestError, match=r"^manifest-sha256.txt:1: this is no line of a BagIt"):
        read(tmp_path, f"# hello\n{A}  data/a\n", "manifest-sha256.txt")


def test_all_mistakes_come_in_one_run_and_their_number_is_bounded(tmp_path):
    with pytest.raises(ManifestError) as caught:
        read(tmp_path, "x\n" * 50)
    rows = str(caught.value).split("\n")
    assert rows[19].startswith("list.txt:20: ")
    assert rows[20:] == ["... and 30 more mistakes"]


def test_a_folder_and_a_missing_manifest(tmp_path):
    with pytest.raises(ManifestError, match="it is a folder"):
        read_manifest(str(tmp_path), "here")
    with pytest.raises(ManifestError, match=r"^gone: the manifest cannot be read: No such file"):
        read_manifest(str(tmp_path / "gone"), "gone")


names = st.text(
    st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=12
).filter(lambda name: name not in (".", ".."))


@given(names, st.sampled_from([Style.SUMS, Style.BSD, Style.BAGIT]))
@example("%0A", Style.BAGIT)
@example("a\r", Style.SUMS)
@example("~", Style.BAGIT)
@example(" *x", Style.BAGIT)
@example("..\\x", Style.SUMS)
@example("\\\\x", Style.BSD)
@example("C:\\x", Style.SUMS)
@example("x) = y", Style.BSD)
def test_every_name_survives_writing_and_reading(tmp_path_factory, name, style):
    folder = tmp_path_factory.mktemp("m")
    file = "manifest-sha256.txt" if style is Style.BAGIT else "list.txt"
    (entry,) = read(folder, manifest_text([(name, A)], "sha256", style), file).entries
    assert (entry.path, entry.digest) == (name, A)


def outcome(folder, data, name):
    try:
        return bool(read(folder, data, name).entries)
    except ManifestError as error:
        return str(error).startswith(name)


@given(st.binary(max_size=200) | st.text(f"\\ *()=%\n\r\0{A[:6]}SHA", max_size=200).map(str.encode))
def test_any_bytes_are_a_manifest_or_a_clear_error(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("m")
    for name in ("list.txt", "manifest-md5.txt"):
        assert outcome(folder, data, name)


@pytest.mark.parametrize("tag", [[], ["--tag"]])
def test_coreutils_and_we_read_the_same(tmp_path, tag):
    hostile = ["plain.txt", "two\nlines", "back\\slash", "trail ", "tab\t", "é", "a) = b"]
    for name in hostile:
        (tmp_path / name).write_bytes(b"a")
    written = subprocess.run(
        ["sha256sum", *tag, *hostile], cwd=tmp_path, capture_output=True, check=True
    ).stdout
    assert paths(read(tmp_path, written)) == hostile
