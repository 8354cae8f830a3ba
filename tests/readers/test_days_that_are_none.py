"""A day that does not exist is told wherever a format declares the date of its document."""

import pytest

from audit.extractors import extract_all

BODY = "The old crane on the quay comes down after ninety years of work for the harbour.\n" * 3
LINKED = '{"@type": "NewsArticle", "datePublished": "2024-02-30"}'


def issued(unfold, name, data):
    document = unfold(name, data.encode())[name].document
    return [each for each in extract_all(document).claims if each.property == "issued"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.md", f"---\ntitle: Crane\ndate: 2024-02-30\n---\n{BODY}"),
        ("a.md", f"+++\ntitle = 'Crane'\ndate = 2024-02-30\n+++\n{BODY}"),
        ("a.html", f"<meta name='date' content='2024-02-30T10:00'><body><p>{BODY}"),
        (
            "a.html",
            f'<script type="application/ld+json">{LINKED}</script><p>{BODY}',
        ),
        ("a.json", f'{{"date": "2024-02-30", "text": "{BODY.strip()}"}}'.replace("\n", " ")),
        ("a.eml", f"From: a@b.example\nDate: Fri, 30 Feb 2024 10:00:00 +0000\n\n{BODY}"),
    ],
)
def test_a_day_that_does_not_exist_is_told_wherever_it_is_declared(name, data, unfold):
    said = issued(unfold, name, data)
    assert [(each.normalized, each.chosen) for each in said] == [("", False)]
    assert "is no day: the month has not so many" in said[0].reason


def test_a_template_that_nobody_filled_in_is_no_date(unfold):
    data = f"---\ntitle: Crane\ndate: '{{{{ date }}}}'\n---\n{BODY}"
    assert issued(unfold, "a.md", data) == []


def test_front_matter_above_a_page_is_read(unfold):
    page = f"---\nlayout: post\ntitle: Crane\ndate: 2024-05-17 10:00:00 +0200\n---\n<p>{BODY}</p>\n"
    (claim,) = [each for each in issued(unfold, "a.html", page) if each.chosen]
    assert (claim.normalized, claim.extractor) == ("2024-05-17", "front-matter")
