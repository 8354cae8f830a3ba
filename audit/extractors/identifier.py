"""Identifiers in the text: DOI, ISBN, and the numbers of documents."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, final

from audit.claims.late import Late
from audit.claims.page import Page, page_of
from audit.claims.parts import Place, Worth
from audit.claims.top import TOP
from audit.extractors import Extractor
from audit.model import Claim, Document

MOST: Final = 30
_DOI = re.compile(r"10\.(?<!\w10\.)\d{4,9}/[^\s\"'<>]{2,200}")
_ISBN = re.compile(
    r"\bISBN(?:-1[03])?:?\s{0,2}((?:97[89][- ]?)?(?:\d[- ]?){9}[\dX])\b", re.IGNORECASE
)
_NUMBER = Late(
    r"(?<!\w)(?:(?:Ref(?:erence)?|Doc(?:ument)?|File|Press release|Release|Our ref|Aktenzeichen|Az|"
    r"Geschäftszahl|Drucksache|Registro|Protocol|Decree|Circular|Order|Resolution|Bill|Case)\b\.?"
    r"\s{0,2}(?:No|Nr|Number|Num)?\.?\s{0,2}[:#]?|No\.|Nr\.|N[º°]\.?|№|رقم:?)\s{0,2}"
    r"(?P<number>(?:[A-Z]{1,6}[-/ ]?)?\d{1,8}(?:[-/.][A-Z0-9]{1,10}){0,5})(?![\w])",
    re.IGNORECASE,
    stems="ref|doc|file|release|aktenzeichen|az|geschäftszahl|drucksache|registro|protocol|decree|"
    "circular|order|resolution|bill|case|no.|nr.|nº|n°|№|رقم",
)
_VERSION = re.compile(
    r"(?:reference|(?<!press )release|protocol|document)\s{0,2}[:#]?\s{0,2}"
    r"\d{1,3}(?:\.\d{1,3}){1,3}",
    re.IGNORECASE,
)
"""The version of a thing, or a section of another text: `Release 2.0`."""
_OF_OTHERS: Final = frozenset(
    (
        *("contract", "grant", "award", "patent", "project", "member", "membership", "customer"),
        *("account", "phone", "telephone", "room", "vertrag", "mitglied", "konto", "kunde"),
        *("projekt", "raum", "contrat", "contrato", "contratto", "membre", "compte"),
    )
)
"""Words whose number is not that of the document: `Contract No. 17/4`."""
_BEFORE: Final = 40
_HEAD: Final = TOP * 5
_IMPRINT: Final = 600
"""Characters around a rights line in which a book names its own number."""
_LETTER = re.compile(
    r"(?:[發发]文字[號号]|[收来來]文字[號号]|文[號号]|文書番号)\s?[:：]\s?(?P<number>[^\s:：，。]{4,40})"
)
"""The number of an official letter in Chinese and Japanese, words and figures."""


@final
class Identifier(Extractor):
    """Numbers by which the document itself can be asked for."""

    id = "identifier"

    def extract(self, document: Document) -> Iterator[Claim]:
        """Yield DOIs and ISBNs of the text, and document numbers of its top."""
        page = page_of(document)
        if "10." in page.text:
            yield from islice(_dois(page), MOST)
        if "ISBN" in page.text:
            yield from islice(_isbns(page), MOST)
        yield from islice(_numbers(page), MOST)


def _dois(page: Page) -> Iterator[Claim]:
    for match in _DOI.finditer(page.text):
        value = match[0].rstrip(".,;:)]}")
        worth = Worth(confidence=0.62 if match.start() < _HEAD else 0.35, reason="DOI in the text")
        place = Place(match.start(), match.start() + len(value))
        yield page.claim("identifier", place, f"doi:{value.lower()}", worth, Identifier.id)


def _isbns(page: Page) -> Iterator[Claim]:
    for match in _ISBN.finditer(page.text):
        digits = re.sub(r"[^\dXx]", "", match[1]).upper()
        if _checks(digits):
            worth = _worth_of_isbn(page, match.start())
            yield page.claim(
                "identifier", Place(*match.span(1)), f"isbn:{digits}", worth, Identifier.id
            )


def _worth_of_isbn(page: Page, at: int) -> Worth:
    """Tell how far an ISBN is that of the document: below its head and imprint books are cited."""
    reason = "ISBN in the text, its check digit is right"
    near = (abs(at - start) < _IMPRINT for start, _ in page.rights_lines)
    if at < _HEAD or any(near):
        return Worth(confidence=0.55, reason=reason)
    return Worth(confidence=0.35, reason=f"{reason}; far from head and imprint, perhaps cited")


def _checks(digits: str) -> bool:
    """Tell whether the last digit of an ISBN of 10 or 13 digits is the right one."""
    if len(digits) == len("9783161484100"):
        return sum(int(d) * (3 if n % 2 else 1) for n, d in enumerate(digits)) % 10 == 0
    total = sum((10 - n) * (10 if d == "X" else int(d)) for n, d in enumerate(digits))
    return len(digits) == len("0306406152") and total % 11 == 0


def _numbers(page: Page) -> Iterator[Claim]:
    for line in page.top[:60] if page.may_count else ():
        if len(line.text) > 200 or not line.numbered:  # noqa: PLR2004  # a number in prose is another's
            continue
        match = _LETTER.match(line.text) or _NUMBER.search(line.text)
        if match is None or _is_of_others(page.text, line.start + match.start(), match[0]):
            continue
        number = match["number"].strip()
        dashed = bool(re.search(r"[-/.]", number)) or len(number) > 3  # noqa: PLR2004  # not `No. 2`
        start = line.start + match.start("number")
        start += len(match["number"]) - len(match["number"].lstrip())
        worth = Worth(
            confidence=0.66 if dashed and len(line.text) < 80 else 0.4,  # noqa: PLR2004  # its own line
            reason="number of the document near its top",
        )
        yield page.claim(
            "identifier", Place(start, start + len(number)), number, worth, Identifier.id
        )


def _is_of_others(text: str, at: int, found: str) -> bool:
    """Tell whether the number *found* at *at* is a version, or that of a contract and the like."""
    before = text[max(0, at - _BEFORE) : at].split()[-1:]
    return bool(_VERSION.fullmatch(found)) or any(
        word.strip("(.,:").casefold() in _OF_OTHERS for word in before
    )
