"""Headers of MODS, JATS, EAD, DocBook: what they state are claims, with places in the file."""

import pytest

from audit.claims.conflicts import conflicts
from audit.examine.question import claims_of
from audit.model import Source
from audit.readers import reader_for

MODS = """<?xml version="1.0"?>
<mods xmlns="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink">
<titleInfo><nonSort>The</nonSort> <title>rope walk</title><subTitle>a guide</subTitle></titleInfo>
<titleInfo type="alternative"><title>The long walk</title></titleInfo>
<name><namePart type="family">Lind</namePart><namePart type="given">Ann</namePart>
<role><roleTerm type="text">author</roleTerm></role></name>
<name><namePart>Bo Ray</namePart><role><roleTerm>editor</roleTerm></role></name>
<originInfo><publisher>Harbour Museum</publisher>
<dateIssued point="start">2021-05-04</dateIssued><dateIssued point="end">2022</dateIssued>
</originInfo>
<language><languageTerm type="code">eng</languageTerm></language>
<identifier type="doi">10.1234/abc</identifier>
<accessCondition xlink:href="https://creativecommons.org/licenses/by/4.0/">Free</accessCondition>
<relatedItem><titleInfo><title>Walks of the north</title></titleInfo></relatedItem>
</mods>
"""
JATS = """<?xml version="1.0"?>
<article xml:lang="en" xmlns:xlink="http://www.w3.org/1999/xlink">
<front><journal-meta><publisher><publisher-name>Quay Press</publisher-name></publisher>
</journal-meta><article-meta><article-id pub-id-type="doi">10.1234/abc</article-id>
<title-group><article-title>Rope <i>walks</i></article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Lind</surname>
<given-names>Ann</given-names></name></contrib><contrib contrib-type="editor"><name>
<surname>Ray</surname><given-names>Bo</given-names></name></contrib></contrib-group>
<pub-date pub-type="collection"><year>2022</year></pub-date>
<pub-date pub-type="epub"><day>4</day><month>5</month><year>2021</year></pub-date>
<permissions><license xlink:href="https://creativecommons.org/licenses/by/4.0/">
<license-p>Open access.</license-p></license></permissions></article-meta></front>
<body><p>The rope walk was made of tarred wood and many came to see it there.</p></body>
<back><ref-list><ref><element-citation><article-title>Other</article-title>
<name><surname>Dahl</surname></name></element-citation></ref></ref-list></back>
</article>
"""
EAD = """<?xml version="1.0"?>
<ead xmlns="urn:isbn:1-931666-22-9"><eadheader><eadid>QM 1</eadid><filedesc><titlestmt>
<titleproper>The rope walk: a guide</titleproper><author>Ann Lind</author></titlestmt>
<publicationstmt><publisher>Harbour Museum</publisher><date normal="2021-05-04">in May</date>
</publicationstmt></filedesc><profiledesc><langusage>In <language langcode="eng">English</language>
</langusage></profiledesc></eadheader><archdesc level="fonds"><did><unittitle>Papers</unittitle>
</did><userestrict><p>CC BY 4.0</p></userestrict></archdesc></ead>
"""
READERS = ("mods", "jats", "ead")
SAID = {
    "title": "The rope walk: a guide",
    "creator": "Ann Lind",
    "publisher": "Harbour Museum",
    "issued": "2021-05-04",
    "language": "en",
    "rights": "CC-BY-4.0",
}


def claims(text):
    source = Source(
        uri="a.xml", path="a.xml", location="", size=len(text), modified=0, inode=0, changed=0
    )
    return claims_of(reader_for("application/xml").read(source, text.encode(), ""))


def chosen(found):
    return {claim.property: claim.normalized for claim in found if claim.chosen}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (MODS, {**SAID, "identifier": "10.1234/abc"}),
        (EAD, {**SAID, "identifier": "QM 1"}),
        (
            JATS,
            {
                **SAID,
                "title": "Rope walks",
                "publisher": "Quay Press",
                "identifier": "10.1234/abc",
            },
        ),
    ],
)
def test_a_header_says_where_the_work_comes_from(text, said):
    found = claims(text)
    assert chosen(found) == said
    for claim in found:
        if claim.extractor in READERS:
            assert claim.part == "markup"
            assert text.count("\n", 0, claim.start) + 1 == claim.line
    publisher = next(one for one in found if one.property == "publisher" and one.chosen)
    assert text[publisher.start : publisher.end] == said["publisher"]


@pytest.mark.parametrize("words", ["Walks of the north", "Bo Ray", "Other", "Dahl", "2022"])
def test_what_is_of_other_works_and_people_is_not_said(words):
    for text in (MODS, JATS):
        stated = [claim for claim in claims(text) if claim.extractor in READERS]
        assert words not in {claim.normalized for claim in stated if claim.confidence > 0.5}


@pytest.mark.parametrize(
    ("dates", "issued"),
    [
        (
            '<pub-date date-type="pub" iso-8601-date="2021-05-04"><year>2021</year></pub-date>',
            "2021-05-04",
        ),
        ('<pub-date pub-type="ppub"><month>6</month><year>2021</year></pub-date>', "2021-06"),
        (
            (
                '<pub-date pub-type="ppub"><month>6</month><year>2021</year></pub-date>'
                '<pub-date pub-type="epub"><day>4</day><month>5</month><year>2021</year></pub-date>'
            ),
            "2021-05-04",
        ),
    ],
)
def test_of_several_dates_of_a_journal_the_day_of_publication_counts(dates, issued):
    found = claims(f"<article><front><article-meta>{dates}</article-meta></front></article>")
    assert chosen(found)["issued"] == issued
    assert not conflicts(found)


def test_another_article_has_no_such_header():
    found = claims(
        "<?xml version='1.0'?><article><title>The walk</title><name>Ann</name></article>"
    )
    assert not [claim for claim in found if claim.extractor == "jats"]


def test_a_header_without_end_takes_no_time():
    names = "<name><namePart>Ann Lind</namePart></name>" * 20_000
    found = claims(f"<mods>{names}</mods>")
    assert len([claim for claim in found if claim.extractor == "mods"]) <= 500


@pytest.mark.parametrize("head", ["bookinfo", "info"])
def test_who_wrote_a_book_in_docbook(head):
    found = claims(
        f"<?xml version='1.0'?><book><{head}><title>The walk</title><authorgroup><author>"
        "<personname><firstname>Ann</firstname>\n<surname>Lind</surname></personname>"
        "<affiliation><orgname>Rope Works</orgname></affiliation></author>"
        "\n\n\n\n<author><orgname>Quay Society</orgname></author></authorgroup>"
        "<publisher><publishername>Quay Press</publishername></publisher>"
        f"<pubdate>2021-05-04</pubdate></{head}><chapter><title>One</title><info><author>"
        "<personname>Bo Ray</personname></author></info></chapter></book>"
    )
    said = {one.normalized for one in found if one.property == "creator" and one.chosen}
    assert said == {"Ann Lind", "Quay Society"}
    assert chosen(found)["publisher"] == "Quay Press"
    assert chosen(found)["issued"] == "2021-05-04"
