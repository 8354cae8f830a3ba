"""What is declared in vain is told once, with its line; keys of an archive's own are left alone."""

import pytest

from audit.claims.declared import Entry, normalized
from audit.claims.slips import misspelt, slips
from audit.claims.speech import tag_of, tags_of


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("publsher", "publisher"),
        ("Titel", "title"),
        ("dc:creater", "creator"),
        ("rightsholder", "rights_holder"),
        ("licence_", "licence"),
        ("langauge", "language"),
        ("Verlag", "publisher"),
        ("datum", "issued"),
        ("dc:droits", "rights"),
    ],
)
def test_a_misspelt_key_is_told_with_the_one_that_was_meant(key, meant):
    assert misspelt(key) == f"the key {key!r} says nothing; did you mean {meant!r}?"


@pytest.mark.parametrize(
    "key",
    ["title", "dcterms.issued", "Copyright Holder", "shelfmark", "issue", "notes", "subtitle", "x",
     "date_of_birth", "published_by", "Signatur", "editor", "keywords", "volume", "tags"],
)  # fmt: skip
def test_keys_that_are_ours_or_are_meant_are_no_slips(key):
    assert misspelt(key) == ""


@pytest.mark.parametrize(
    "text",
    [
        "title: Pier\npublsher: Quay Press\nurl: not a url\nissued: soon\nlanguage: Elvish\n",
        '{"title": "Pier",\n"publsher":"Q",\n"url":"not a url",\n"date":"soon",\n"lang":"Elvish"}',
    ],
)
def test_slips_have_their_line_in_yaml_and_in_json(text):
    assert list(slips(text)) == [
        ("line 2: the key 'publsher' says nothing; did you mean 'publisher'?", False),
        ("line 3: url 'not a url' is no address", True),
        ("line 4: issued 'soon' is no date", True),
        ("line 5: language 'Elvish' is no language that is known; write its tag, `sv`", True),
    ]


@pytest.mark.parametrize(
    "url",
    ["https://quay.example/a", "quay.example", "/2021/crane", "urn:isbn:1", "doi:10.1/x", "C:\\a"],
)
def test_whatever_may_be_an_address_is_none(url):
    assert list(slips(f"url: '{url}'\n")) == []


def test_many_slips_are_counted_and_a_broken_file_has_none():
    assert list(slips("titel: a\n" + "".join(f"title{n}: a\n" for n in range(8))))[-1] == (
        "4 more keys or values like these",
        False,
    )
    assert list(slips("".join(f"date: soon{n}\n" for n in range(8))))[-1].is_lost
    assert list(slips("title: a: b\n")) == []
    assert list(slips("")) == []


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Swedish", "sv"), ("svenska", "sv"), ("Schwedisch", "sv"), ("swe", "sv"), ("SWE", "sv"),
        ("sv", "sv"), ("sv_SE", "sv-SE"), ("Deutsch", "de"), ("German (Germany)", "de"),
        ("français", "fr"), ("日本語", "ja"), ("Русский", "ru"), ("nb-NO", "nb-NO"), ("fil", "fil"),
        ("Low Saxon", ""), ("Elvish", ""), ("", ""),
    ],
)  # fmt: skip
def test_names_of_languages_are_tags(text, tag):
    assert tag_of(text) == tag


def test_several_languages_in_one_value():
    assert tags_of("English, svenska and Deutsch") == ("en", "sv", "de")
    assert tags_of("English, Elvish") == ()
    assert list(normalized(Entry(property="language", value="Elvish", start=0, end=6))) == [""]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("CC-BY-5.0", "is no licence of Creative Commons; did you mean 'CC-BY-4.0'?"),
        ("CC BY-NC-SB 4.0", "is no licence of Creative Commons"),
        ("https://creativecommons.org/licenses/by/5.0/", "did you mean 'CC-BY-4.0'?"),
        ("CC0-2.0", "is no licence; did you mean 'CC0-1.0'?"),
        ("GPL-9", "is no licence; did you mean 'GPL-3.0'?"),
        ("https://rightsstatements.org/vocab/XYZ/1.0/", "is no statement of rightsstatements.org"),
    ],
)
def test_a_licence_that_there_is_not_is_told_and_kept(value, said):
    ((message, is_lost),) = slips(f"title: Pier\nrights: {value}\n")
    assert message.startswith("line 2: rights ")
    assert message.endswith(said)
    assert not is_lost


@pytest.mark.parametrize(
    "value",
    ["CC-BY-4.0", "CC BY", "cc-by-nc-sa 2.0 UK", "CC-BY-3.0-AT", "CC0", "CC0 1.0", "GPL-3", "MIT",
     "GPL-2.0-or-later", "https://creativecommons.org/licenses/by/4.0/deed.sv", "EUPL-1.2",
     "https://creativecommons.org/publicdomain/zero/1.0/", "CC BY 4.0, except the pictures",
     "Copyright Not Evaluated", "https://rightsstatements.org/page/UND/1.0/", "ask the museum"],
)  # fmt: skip
def test_licences_that_there_are_and_other_words_are_not_told(value):
    assert list(slips(f"rights: {value}\n")) == []


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("2024-06-01/2024-06-30", "2024-06-01/2024-06-30"),
        ("2024-06/2024-07", "2024-06-01/2024-07-31"),
        ("2023/2024", "2023-01-01/2024-12-31"),
        ("2024-06-01/2024-06-01", "2024-06-01"),
    ],
)
def test_an_interval_stays_one(value, read):
    entry = Entry(property="issued", value=value, start=0, end=0)
    assert list(normalized(entry)) == [read]
    assert list(slips(f"issued: {value}\n")) == []


@pytest.mark.parametrize("value", ["2024-06-30/2024-06-01", "2024-02-30/2024-03-01", "2024-02-30"])
def test_an_interval_or_a_day_that_there_is_not_is_lost(value):
    ((message, is_lost),) = slips(f"issued: {value}\n")
    assert message == f"line 1: issued '{value}' is no date"
    assert is_lost
