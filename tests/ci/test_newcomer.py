"""A newcomer's path, whole: from a folder of texts to a pull request that is stopped and mended."""

import re

import pytest

from audit import cli

LETTER = (
    "Letter to the harbour master\nHallby, 3 February 1911\n\nThe lamp of the northern lighthouse "
    "went out twice last night, and both times the keeper had to climb the stairs with a can of "
    "oil because the pump is worn through. He asks for a new leather valve and a second coat.\n"
)
LAMP = (
    "New lamp for the lighthouse\nHallby Courier, 12 March 1911\n\nThe council has voted two "
    "hundred crowns for a new lamp. The keeper is said to be pleased, and warm, and eighty.\n"
)
FLAGS = (
    "Flags\n\nA box of signal flags was found in the loft of the customs house, dry and whole.\n"
)


@pytest.fixture
def audit(repository, monkeypatch, capsys):
    """Run the tool at the top of the repository; give the code and all that was shown."""
    monkeypatch.chdir(repository.folder)
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments):
        code = cli.main(list(arguments))
        shown = capsys.readouterr()
        assert "Traceback" not in shown.err
        return code, shown.out + shown.err

    return run


OWN = """\
  date-stated: error
  no-rumours:
    check: text
    forbid: {contains: [is said to]}
    severity: note
    help: Say who says so.
    tests: {fails: [It is said to be so], passes: [It is so]}
"""


def write_rules(repository, audit):
    """Propose rules, change two lines with a slip in each, mend them, try a rule of one's own."""
    code, said = audit("init")
    assert (code, "look at it, then `audit check`" in said) == (0, True)
    rules = repository.folder / "audit.yml"
    proposed = rules.read_text("utf-8")
    assert re.search(r"\n  publisher-stated: warning +# ", proposed)
    rules.write_text(proposed.replace("include:", "inclde:").replace("d: warning", "d: erro", 1))
    code, said = audit("rules", "test")
    assert code == 2
    assert "unknown key “inclde”; did you mean “include”?" in said
    assert "not “erro”; did you mean “error”?" in said
    rules.write_text(re.sub(r"  date-stated: .*\n", "", proposed) + OWN)
    code, said = audit("rules", "test", "--select", "no-rumours")
    assert (code, "1 rule, 2 tests proved" in said) == (0, True)


def test_from_a_folder_of_texts_to_a_pull_request_that_is_mended(repository, audit):
    repository.git("rm", "--quiet", "-r", ".")
    repository.commit({"letters/lighthouse.txt": LETTER, "news/lamp.txt": LAMP}, "the archive")
    write_rules(repository, audit)
    repository.commit({}, "the rules")
    assert ".audit" not in repository.git("ls-files")

    # The pull request brings an undated page and a copy.
    repository.git("switch", "--quiet", "--create", "flags")
    repository.commit({"news/flags.txt": FLAGS, "letters/again.txt": LETTER}, "flags")
    code, said = audit("check", "--new-since", "main", "--rules-from", "main", "-f", "full")
    assert code == 1
    lines = said.splitlines()
    assert lines[0].startswith("news/flags.txt:1:1 error no date of publication: not stated ")
    copy = "letters/again.txt:1:1 warning the same file as letters/lighthouse.txt"
    assert any(line.startswith(copy) for line in lines)
    assert "news/lamp.txt" not in said
    assert "  date-stated: Write `issued:` into the file beside the document" in said
    assert "next: audit show news/flags.txt" in said

    # What is advised is done, and the request passes.
    repository.write({"news/flags.meta.yml": "issued: 1911-07-03\n"})
    assert audit("check", "--new-since", "main", "--rules-from", "main")[0] == 0
