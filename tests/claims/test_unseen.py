"""Signs that nobody sees are no part of a value, but where a script needs them."""

import pytest

from audit.claims.unseen import without_unseen
from audit.extractors import extract_all
from audit.model import Document, Source

SOURCE = Source(uri="a.txt", path="a.txt", location="", size=1, modified=0, inode=0)
BODY = "The museum by the harbour opens its doors again after two years of work, said the town.\n"


def document(text, declared=""):
    return Document(
        source=SOURCE, media_type="text/plain", basis="", encoding="utf-8", encoding_confidence=1.0,
        text=text, declared=declared,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Har\u00adbour Mu\u200bseum", "Harbour Museum"),
        ("\u200eQuay \u2066Press\u2069\u200f", "Quay Press"),
        ("\ufeffAuf\u200clage", "Auflage"),
        ("to\u2060day\u200d", "today"),
        ("spell\U000e0061ed", "spelled"),
        ("کتابخانه\u200cی شهر", "کتابخانه\u200cی شهر"),
        ("شهر\u200c", "شهر"),
        ("क्\u200dष", "क्\u200dष"),
        ("ക്\u200d", "ക്\u200d"),
        ("family \U0001f468\u200d\U0001f469\u200d\U0001f467", None),
        ("\u2764\ufe0f\u200d\U0001f525", None),
        ("\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", None),
        ("Ärger über Öl", None),
    ],
)
def test_signs_that_nobody_sees(text, seen):
    assert without_unseen(text) == (text if seen is None else seen)


def test_a_value_keeps_them_and_its_meaning_does_not():
    title = "The Har\u00adbour Mu\u200bseum \u202areopens\u202c today"
    claims = extract_all(document(f"{title}\n\nBy Ann Lind\n3 May 2024\n\n{BODY}")).claims
    (found,) = [claim for claim in claims if claim.property == "title" and claim.chosen]
    assert (found.value, found.normalized) == (title, "The Harbour Museum reopens today")


def test_a_declared_day_is_read_without_them():
    said = 'date: "2024\u200b-05-03"\nauthor: "Ann\u200b Lind"\nsection: "\u200b"\n'
    claims = extract_all(document(BODY, said)).claims
    said = {(claim.property, claim.normalized) for claim in claims if claim.chosen}
    assert {("issued", "2024-05-03"), ("creator", "Ann Lind")} <= said
    assert not [claim for claim in claims if claim.property == "section"]
