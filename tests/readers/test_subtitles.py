"""Captions: what is said in them, where it stands, and what is no caption."""

import pytest

SRT = (
    "1\n00:00:01,000 --> 00:00:04,000\nThe crane on the quay\ncomes down.\n\n"
    "2\n00:00:05,000 --> 00:00:09,000\n{\\an8}<i>Its chain</i> goes to the hall.\n\n"
    "3\n00:00:10,000 --> 00:00:12,000\n1934\n"
)
VTT = (
    "WEBVTT - The old crane\nKind: captions\nLanguage: en-GB\n\nNOTE made by the museum\n\n"
    "STYLE\n::cue { color: red }\n\nfirst\n00:01.000 --> 00:04.000 align:start\n"
    "<v Ada Lund>The crane &amp; the quay\n\n00:05.000 --> 00:09.000\n"
    "Its chain<00:06.000><c> goes to the hall</c>.\n"
)
SAID = {
    "a.srt": (SRT, "The crane on the quay\ncomes down.\nIts chain goes to the hall.\n1934\n"),
    "a.vtt": (VTT, "The crane & the quay\nIts chain goes to the hall.\n"),
}


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", SAID)
def test_captions_are_what_is_said(name, ends, unfold, claims):
    data, text = SAID[name]
    item = unfold(name, data.replace("\n", ends).encode())[name]
    document = item.document
    assert (document.text, item.stated, document.lost) == (text, "", ())
    for chunk in document.chunks:
        char = document.text[chunk.start]
        assert char in {document.markup[chunk.source], "&"}
    chosen = {kind: claim.normalized for kind, claim in claims(item).items()}
    assert "issued" not in chosen
    assert chosen.get("title") == ("The old crane" if name == "a.vtt" else None)


def test_the_header_of_webvtt_says_its_language(unfold, claims):
    item = unfold("a.vtt", VTT.encode())["a.vtt"]
    language = claims(item)["language"]
    assert language.normalized == "en-GB"
    assert item.document.markup[language.start : language.end] == "en-GB"


def test_a_file_without_times_is_read_as_it_is(unfold):
    text = "This was to be a list of captions,\nand nobody wrote any.\n"
    assert unfold("a.srt", text.encode())["a.srt"].document.text == text


def test_rows_of_a_table_are_neither_title_nor_day(unfold, claims):
    rows = "name;date\nThe crane;2024-05-17\nThe anchor;2024-05-18\n"
    assert claims(unfold("a.csv", rows.encode())["a.csv"]).keys() <= {"language"}
