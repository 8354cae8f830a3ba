"""What changed from one version to the next, in one line."""

from audit.model import Changed, VersionChanges
from audit.reports.terminal.versions import said


def changes(**more):
    nothing = {
        "before": "a.txt",
        "words_same": 90,
        "words_added": 0,
        "words_removed": 0,
        "words_moved": 0,
        "passages": 0,
        "rewritten": False,
        "figures": (),
        "dates": (),
    }
    return VersionChanges(**{**nothing, **more})


def test_what_did_not_change_is_in_no_place():
    assert said(changes()) == "no word changed"


def test_figures_over_several_lines_stand_in_one():
    figures = (
        Changed(before="2021-03-09", after="9\n3\n2021", line=3),
        Changed(before="", after="1\n      \n", line=4),
    )
    found = said(changes(words_added=3, passages=2, figures=figures))
    assert found == "3 added in 2 places; figures 2021-03-09 -> 9 3 2021, nothing -> 1"
