"""Addresses that a page splits by tags or hides from machines: found, and hidden in all reports."""

import json

import pytest

from audit.registry import members
from audit.reports import Report

CODE = "54" + "".join(f"{ord(sign) ^ 0x54:02x}" for sign in "zebra@harbour.example")
SHOWN = {
    "bold": "<b>zebra</b>@harbour.example",
    "span": "zebra<span>@</span>harbour.example",
    "letters": "ze<i>b</i>ra<b>@</b>har<u>bour</u>.exa<b>mple</b>",
    "break": "zebra<wbr>@<wbr>harbour<wbr>.example",
    "comment": "zebra<!-- x -->@<!-- > -->harbour.example",
    "entity": "zebra&#64;harbour&period;example",
    "zero": "zebra&#8203;@&#8288;harbour.example",
    "joiner": "zebra&#xfe0f;@&#x34f;harbour.example",
    "thin": "zebra&thinsp;(at)&thinsp;harbour.example",
    "wide": "zebra&#xff20;harbour.example",
    "words": "zebra (at) harbour (dot) example",
    "brackets": "zebra[@]harbour[.]example",
    "heading": "<h1>Ask <b>zebra</b>@harbour.example now please</h1>",
    "byline": "<h1>A story</h1><p>By <b>zebra</b>@harbour.example</p>",
    "cloudflare": f'<a data-cfemail="{CODE}">[email&#160;protected]</a>',
    "quoted": f"<a data-cfemail = '{CODE}'>[email&#160;protected]</a>",
    "linked": f'<a href="/cdn-cgi/l/email-protection#{CODE}">write</a>',
    "percent": '<a href="mailto:%7aebra%40harbour.example?subject=x">write</a>',
    "reference": '<a href="mailto:zebra&#64;harbour&period;example">write</a>',
}
SAID = {
    "title": "<title>zebra@harbour.example - Harbour news</title>",
    "author": '<meta name="author" content="Ann, zebra&#64;harbour.example, Bob">',
    "language": '<html lang="zebra@harbour.example"><p>x</p>',
    "charset": '<meta charset="zebra@harbour.example"><p>x</p>',
    "cut": f'<meta name="author" content="{"x " * 990}zebra@harbour.example">',
    "address": '<link rel="canonical" href="https://zebra@harbour.example/x">',
    "json": (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ask zebra'
        '\\u0040harbour.example", "author": {"name": "zebra\\u0040harbour\\u002eexample"}}</script>'
    ),
}
RULES = """\
audit: 1
rules:
  beast: {check: text, forbid: {matches: 'zebra'}}
  word: {check: text, forbid: {matches: '\\S*zebra\\S*'}}
  field: {check: metadata, fields: {contact: {matches: none}, title: {matches: none}, \
creator: {matches: none}}}
"""


@pytest.fixture
def pages(tmp_path):
    (tmp_path / "audit.yml").write_text(RULES)
    (tmp_path / "input").mkdir()
    for name, body in {**SHOWN, **SAID}.items():
        page = f"<html><body>{body} is a line of the page {name}</body></html>"
        (tmp_path / "input" / f"{name}.html").write_text(page)
    front = "---\ntitle: 'Ask'\nauthor: \"zebra\\x40harbour.example\"\n---\nWords of the harbour.\n"
    (tmp_path / "input" / "front.md").write_text(front)


@pytest.mark.usefixtures("pages")
def test_each_is_found_where_the_page_shows_it(here):
    outcome = here("check", "input", "-f", "jsonl", "-q", "--no-catalogue")
    rows = [json.loads(line) for line in outcome.out.splitlines()]
    found = {
        row["path"].removesuffix(".html"): row["normalized"]
        for row in rows
        if row.get("property") == "contact"
    }
    assert found == dict.fromkeys(SHOWN, "zebra@harbour.example")


@pytest.mark.usefixtures("pages")
def test_none_is_named_in_any_report(here):
    forms = sorted(members("audit.reports", Report))
    beside = [word for form in forms for word in ("-o", f"{form}=report.{form}")]
    outcome = here("check", "input", "-q", "--no-catalogue", "--mask-contacts", *beside)
    assert outcome.clear
    assert "zebra" not in outcome.err
    for form in forms:
        text = (here.cwd / f"report.{form}").read_text()
        assert "zebra" not in text.casefold()
        assert CODE not in text
