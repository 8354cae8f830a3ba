"""Pages of ALTO: the words that were recognized, line by line."""

import pytest

from audit.lines import source_offset
from audit.readers import identify

ALTO = """<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Description><OCRProcessing ID="O">
<ocrProcessingStep><processingSoftware><softwareName>Reader 5</softwareName></processingSoftware>
</ocrProcessingStep></OCRProcessing></Description><Layout><Page ID="P"><PrintSpace><TextBlock>
<TextLine><String CONTENT="The" WC="0.9"/><SP WIDTH="3"/><String CONTENT="M\u00fchle"/><SP/>
<String CONTENT="tur" SUBS_TYPE="HypPart1" SUBS_CONTENT="turns"/><HYP CONTENT="-"/></TextLine>
<TextLine><String CONTENT="ns" SUBS_TYPE="HypPart2" SUBS_CONTENT="turns"/><SP/>
<String CONTENT="day &amp; night"/></TextLine><TextLine><String CONTENT="at the"/><SP/>
<String CONTENT="har"/><HYP CONTENT="-"/></TextLine></TextBlock></PrintSpace></Page></Layout>
</alto>"""


def test_a_scanned_page_is_its_words(unfold, claims):
    assert identify("a.xml", ALTO.encode()).stated == ""
    item = unfold("a.xml", ALTO.encode())["a.xml"]
    assert item.media_type == "application/alto+xml"
    document = item.document
    assert document.text == "The M\u00fchle turns\nday & night\nat the har-\n"
    for word in ("The", "M\u00fchle", "turns", "day", "har"):
        at = source_offset(document.chunks, document.text.index(word))
        assert document.markup.startswith(word, at)
    assert claims(item)["generator"].normalized == "Reader 5"


@pytest.mark.parametrize("cut", [-20, -200])
def test_a_scanned_page_that_breaks_off_is_told(cut, unfold, said):
    assert "broken XML" in said(unfold("a.xml", ALTO[:cut].encode())["a.xml"])[0]


def equiv(text):
    return f"<TextEquiv><Unicode>{text}</Unicode></TextEquiv>"


LINE = "The Mühle"
PAGE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/'
    'pagecontent/2013-07-15"><Metadata><Creator>Reader</Creator><Created>2024-05-17T10:00:00'
    "</Created><LastChange>2024-06-01T08:00:00</LastChange></Metadata><Page><TextRegion>"
    f"<TextLine><Word>{equiv('The')}</Word><Word>{equiv(LINE[4:])}</Word>{equiv(LINE)}"
    f"{equiv('Tho mill')}</TextLine>"
    f"<TextLine><Word>{equiv('turns')}</Word><Word><Glyph>{equiv('x')}</Glyph>{equiv('day')}</Word>"
    f"</TextLine>{equiv(f'{LINE} turns day')}</TextRegion>"
    f"<TextRegion>{equiv('and night')}</TextRegion></Page></PcGts>"
)


def test_a_transcribed_page_says_every_line_once(unfold, claims):
    assert identify("a.xml", PAGE.encode()).stated == ""
    item = unfold("a.xml", PAGE.encode())["a.xml"]
    document = item.document
    assert [line.rstrip() for line in document.text.splitlines()] == [
        "The M\u00fchle",
        "turns day",
        "and night",
    ]
    for word in ("The", "M\u00fchle", "turns", "day", "night"):
        at = source_offset(document.chunks, document.text.index(word))
        assert document.markup.startswith(word, at)
    chosen = {name: claim.normalized for name, claim in claims(item).items()}
    assert chosen["created"].startswith("2024-05-17")
    assert chosen["modified"].startswith("2024-06-01")
    assert {"issued", "creator", "title"}.isdisjoint(chosen)


STRANGE_PAGE = ALTO.replace("<alto ", '<!DOCTYPE alto SYSTEM "alto.dtd"><alto ').replace(
    "Reader 5", "Reader &wharf; 5"
)
STRANGE_OUTLINE = (
    '<!DOCTYPE opml SYSTEM "opml.dtd"><opml version="2.0"><head><title>Boats &wharf;</title>'
    '</head><body><outline text="Ferries"/></body></opml>'
)


@pytest.mark.parametrize(("name", "text"), [("a.xml", STRANGE_PAGE), ("a.opml", STRANGE_OUTLINE)])
def test_an_entity_that_nobody_explains_is_told(name, text, unfold):
    item = unfold(name, text.encode())[name]
    assert item.document, item.problems
    assert "entities that the file does not explain, left out: 1" in item.document.remarks
