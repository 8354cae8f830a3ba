"""Lines of a plain text that name their own address and publisher: `URL:`, `Published by`."""

import re
from collections.abc import Iterator
from typing import Final, final

from audit.claims.headline import Line
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.extractors import Extractor
from audit.model import Claim, Document

EDGE: Final = 40
"""Lines at the top and at the end of a text in which labels are looked for."""
_LONGEST: Final = 400
_NAME: Final = 80
_WORDS: Final = 8
_STARTS: Final = frozenset(
    (
        *("ur", "so", "pe", "or", "ca", "we", "pu", "he", "éd", "ui", "ed", "ve", "fö", "fo", "ut"),
        *("ud", "ku", "wy", "na", "vy", "ki", "из", "ya", "εκ", "ال", "نا"),
        *("編集", "発行", "發行", "发行", "出版", "발행", "펴낸", "nh", "מו", "หน", "สำ"),
    )
)
"""How a line with a label begins: a cheap look before the dear one."""
_ADDRESS = re.compile(
    r"(?:(?:source |original |canonical |page )?url|permalink|web ?(?:page|site|address))"
    r"\s{0,3}:\s{0,9}<?(?P<value>https?://[^\s<>\"]{4,300})>?\s{0,9}\Z",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(
    r"(?:published by|publisher|herausgegeben von|herausgeber(?:in)?|publié par|éditeur|"
    r"uitgegeven door|uitgever|editado por|publicado por|pubblicato da|editore|"
    r"(?:verlag|förlag|forlag|utgivare|utgiver|udgiver|kustantaja|wydawca|"
    r"wydawnictwo|nakladatelství|nakladatel|vydavatelství|vydavatel|kiadó|издательство|издатель|"
    r"yayınevi|yayıncı|εκδότης|الناشر|ناشر|penerbit|nhà xuất bản|מוציא לאור|สำนักพิมพ์)"
    r"(?=\s{0,3}:)|(?:編集・)?発行(?:者|所|元)?|[發发]行(?:單位|单位|人|者)?|出版(?:社|者|單位|单位)|"
    r"발행처|펴낸곳)(?P<colon>\s{0,3}[:：])?\s{0,9}(?<=[\s:：])(?P<value>[^\W\d_][^\n]{1,80}?)[\s.]{0,9}\Z",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"(?:press|museum|librar|bibliot|verlag|office|department|ministr|council|universit|institut|"
    r"societ|associat|verein|foundation|stiftung|agenc|committee|commission|group|media|news|"
    r"magazine|journal|gazette|authorit|archiv|board|trust|union|house|company|school)"
    r"|[館馆社局部院会會学學]\Z|도서관|박물관|신문|출판|ספרי|הוצאת|מוזיאון|"
    r"thư viện|bảo tàng|nhà xuất bản"
    r"|\b(?:inc|ltd|llc|gmbh|ag|e\.v|plc|bv|sa|srl)\b",
    re.IGNORECASE,
)
"""What the name of a body has and that of a person has not."""
_UNKNOWN: Final = frozenset(
    ("unknown", "none", "n/a", "the author", "unbekannt", "inconnu", "desconocido", "sconosciuto")
)
"""How a form says that nobody is named."""


@final
class Labelled(Extractor):
    """Address and publisher that a text states in a line of their own, near its top or its end."""

    id = "labelled"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield what the label lines say; a page has its own elements for it."""
        page = page_of(document)
        if page.is_html:
            return
        lines = page.top
        for line in lines if len(lines) <= 2 * EDGE else (*lines[:EDGE], *lines[-EDGE:]):
            if line.text[:2].lower() in _STARTS and line.end - line.start <= _LONGEST:
                yield from _claims(page, line)


def _claims(page: Page, line: Line) -> Iterator[Claim]:
    address = _ADDRESS.match(line.text)
    if address:
        worth = Worth(confidence=0.72, reason="line that is labelled as the address")
        yield page.claim("url", _place(line, address), address["value"], worth, Labelled.id)
        return
    publisher = _PUBLISHER.match(line.text)
    if publisher and len(publisher["value"]) <= _NAME and _is_body(publisher):
        worth = Worth(confidence=0.66, reason="line that is labelled as the publisher")
        value = publisher["value"]
        yield page.claim("publisher", _place(line, publisher), value, worth, Labelled.id)


def _is_body(publisher: "re.Match[str]") -> bool:
    """Tell whether a body is named: a person may have `published` a text as well."""
    value = publisher["value"]
    if value.casefold() in _UNKNOWN:
        return False
    if publisher["colon"] and " " not in publisher[0][: publisher.start("colon")]:
        return True
    is_name = not {",", ";"}.intersection(value) and value.count(" ") < _WORDS
    return is_name and _BODY.search(value) is not None


def _place(line: Line, found: "re.Match[str]") -> Place:
    return Place(line.start + found.start("value"), line.start + found.end("value"))
