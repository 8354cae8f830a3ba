"""Posts of Twitter and Mastodon: each one a document, with who wrote it and when."""

import json

import pytest

from audit.readers import identify

WORDS = "The old crane comes down on Friday, come and see it go with us at the quay."
DAY = "Fri May 17 10:00:00 +0000 2024"
TWEETS = [
    {"tweet": {"id_str": "17", "full_text": WORDS, "created_at": DAY, "lang": "en"}},
    {"tweet": {"id_str": "18", "full_text": f"{WORDS} Bring bread.", "created_at": DAY}},
]
ARCHIVE = f"window.YTD.tweets.part0 = {json.dumps(TWEETS, indent=1)}"


def test_every_post_of_an_archive_is_a_document(unfold, claims):
    found = unfold("tweets.js", ARCHIVE.encode())
    assert list(found)[:2] == ["tweets.js!/17", "tweets.js!/18"]
    item = found["tweets.js!/17"]
    assert item.document.text == WORDS
    chosen = {name: claim.normalized for name, claim in claims(item).items()}
    assert (chosen["issued"], chosen["identifier"], chosen["language"]) == (
        "2024-05-17",
        "17",
        "en",
    )
    assert found["tweets.js"].problems == ()


def test_an_archive_of_posts_that_breaks_off_is_told(unfold, said):
    found = unfold("tweets.js", ARCHIVE[:-30].encode())
    assert said(found["tweets.js"]) == ["its list of posts is broken or breaks off"]


@pytest.mark.parametrize("empty", ["[ ]", "[]", "[];\n"])
def test_an_archive_without_posts_is_whole(empty, unfold):
    found = unfold("tweets.js", f"window.YTD.tweets.part0 = {empty}".encode())
    assert found["tweets.js"].problems == ()


def test_its_name_and_its_content_agree():
    found = identify("tweets.js", ARCHIVE.encode())
    assert (found.media_type, found.stated) == ("application/x-twitter-archive", "")
    assert identify("menu.js", b"window.menu = []; var a = 1;").media_type == "text/javascript"


@pytest.mark.parametrize(
    ("post", "creator"),
    [
        ({"full_text": WORDS, "user": {"id": 1, "name": "Ada Lund"}}, "Ada Lund"),
        ({"content": WORDS, "spoiler_text": "", "account": {"username": "ada"}}, "ada"),
        (
            {"text": WORDS, "spoiler_text": "", "account": {"display_name": "Bo Ray", "acct": "b"}},
            "Bo Ray",
        ),
    ],
)
def test_a_post_says_who_wrote_it_and_when(post, creator, unfold, claims):
    item = unfold("a.json", json.dumps({**post, "created_at": "2024-05-17T10:00:00Z"}).encode())
    chosen = claims(item["a.json"])
    assert chosen["creator"].normalized == creator
    assert chosen["issued"].normalized == "2024-05-17"


def test_a_user_of_anything_else_is_no_author(unfold, claims):
    data = json.dumps({"text": WORDS, "user": "Root", "created_at": "2024-05-17"}).encode()
    assert {"creator", "issued"}.isdisjoint(claims(unfold("a.json", data)["a.json"]))
