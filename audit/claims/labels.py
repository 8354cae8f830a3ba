"""Lines that are no headline whatever stands around them: addresses, labels, notices."""

import re
from typing import Final

from audit.claims.introduced import COLON, LABELS, SHORT_CUES
from audit.claims.kinds import is_byline
from audit.claims.reporters import is_reporter
from audit.claims.words import COPYRIGHT, MODIFIED, PUBLISHED, Phrases, fold_case

CRUMB = re.compile(r"\s[>›»]\s")
_BETWEEN: Final = (" | ", " · ", " • ")
"""What stands between the parts of a menu."""
_JOINED: Final = 2
"""Signs between the parts of a title and the names of its site, at most."""
_NO_TITLE = Phrases("https://|http://|www.|click to|opens in new|pingback")
_NO_SIGNS: Final = frozenset("{}<>=")
_ADDRESS = re.compile(r"(?:^|\w)@\w")
"""An address or a name at the beginning: not so one that a headline ends with."""
_NO_START = re.compile(
    r"(?:words|text|licen[sc]e|tel|tags?|fotos?|photos?|übersetzt von|kolumnist\w*|to|from|cc|an|"
    r"van|de|från|fra|"
    r"(?:source |original |canonical |page )?url|permalink|web ?(?:page|site)|"
    r"publisher|herausgeber(?:in)?|éditeur|uitgever|editore|verlag|förlag|forlag|creator|verfasser(?:in)?|"
    r"auteur|författare|forfatter)\s?:|(?:photo|foto)s? (?:by|von|de|par|di)\b|"
    rf"(?:{LABELS})\s{{0,2}}{COLON}|(?:{SHORT_CUES})(?:\s|{COLON})"
)
_START = re.compile(
    r"(?:(?P<who>by|von|par|por)|(?P<what>photo|foto|share|menu|search|skip|home|download|print|"
    r"subscribe|sign in|log in|click|add to)|posted|published|copyright)\b|"
    r"released (?:(?:on|after|in|at) )?(?=\d)"
)
"""How labels begin, and headlines as well: `Home for the old ferry found`."""
_DATED_NOTICE: Final = re.compile(
    r"(?:copyright,?\s{0,3})?(?:©|\(c\)\s{0,3}(?=\d|copyright))|copyright,?\s{1,3}[12]\d{3}\b",
    re.IGNORECASE,
)
_COOKIES: Final = re.compile(r"\bcookies?\b")
_ASKED: Final = re.compile(
    r"\b(?:we|our|us|uses?|using|accept\w*|allow\w*|sets?|stores?|polic\w+|settings?|consent|"
    r"notice|statement|manage|preferences?|privacy|website|sites?|browser|banner|enabled?|disabled?|"
    r"enabling|turn(?:ed)?|requires?|activ\w+|aktiv\w+|akzept\w+|verwend\w+|nutz\w+|einstell\w+|"
    r"zustimm\w+|richtlinien?|hinweise?|utilis\w+|utiliz\w+|us[ao]|usamos|gestion|gérer|paramètr\w+|"
    r"politique|política|politica|acept\w+|accet\w+|configur\w+|impostaz\w+|habilit\w+|désactiv\w+|benötig\w+|"
    r"gebrui\w+|instelling\w+|använd\w+|bruk\w+|evästeet|soubor\w+|plik\w+|файл\w*)\b"
)
"""What a page says of its cookies and its scripts."""
_OWN: Final = re.compile(
    r"\b(?:our|your|us|(?:this|the|that) (?:site|website|page|article|post|story|content|app|"
    r"copyright|version|comments?)|main content|pdf|newsletter|facebook|twitter|whatsapp|e-?mail|"
    r"account)\b"
)
"""What a page says of itself."""
_OPEN: Final = frozenset(",;")
"""What a line ends with that goes on below: the beginning of a letter, a clause of many."""
_LEFT: Final = re.compile(r"\w(?:ed|en)\b.{0,60} by\Z")
"""What a line ends with that leaves out who did it: `developed by`."""
_LABEL: Final = 40
"""Characters of a label with which a line begins."""
_WORDS: Final = 5
_COLUMN: Final = " " * 8
"""Blanks between what stands in two columns."""
_PARTS: Final = frozenset(
    (
        *(
            "abstract",
            "copyright",
            "keywords",
            "key words",
            "table of contents",
            "schlagwörter",
            "mots-clés",
        ),
        *("status of this memo", "copyright notice", "name", "synopsis"),
        *("palabras clave", "product description", "product details", "customer reviews"),
        *("produktbeschreibung", "produktdetails", "kundenbewertungen", "avis clients"),
        *("description du produit", "descripción del producto", "opiniones de clientes"),
    )
)
"""Headings that stand above the same part of every paper, every thing that is sold."""
_CLOCK = re.compile(r"\d:\d{2}")
_DIGITS = re.compile(r"\d+")
_SAID: Final = 4
"""Words of a headline that begins as labels do, at least."""
_CREDIT = re.compile(r"\b(?:foto|photo|bild|image|credit|quelle|source|grafik|abb)s?\s?:")
_AGENCY = re.compile(
    r"\b(?:AP|AFP|Getty|Reuters|EPA|DPA)[ /](?:[Pp]hoto|[Ii]mages|[Aa]rchiv|[Ff]oto)"
)
_PICTURES: Final = ("oto", "mages", "rchiv")
"""One of them stands in what an agency is credited for."""

_NOTICE = re.compile(
    r"[-–•·]\s|\.(?:\.|[a-z]{1,2})\s|[.']\s?\\\"|%%|\.\s(?:de|if|ie|el)\s|"
    r"[^\W\d][^:\d]{1,20}:\s{1,3}\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\Z|"
    r"[^\W\d][^:\d]{1,20}:\s{1,3}\d{1,3}\s?(?:min|std|stunde|hour|hrs|heure|hora|ore|uur|tim)\w{0,4}\Z|"
    r"(?:for immediate release|zur sofortigen veröffentlichung)\W{0,3}\Z|"
    r"[^\d:]{0,30}\d{1,2}[.:]\d{2}\s?(?:to|till|until|bis|à|a|-|–)\s?\d{1,2}[.:]\d{2}\b|"
    r"(?:version|release|revision|rev\.|v)\s?\d[\w.]{0,12}"
    r"(?:\W{1,3}(?:of |dated |vom |du |del )?"
    r"(?:\d{1,2}\.? )?(?:[^\W\d]{3,10}\.? )?\d[\d./ -]{1,10}\W?)?\Z|"
    r"(?:serves|makes|yields?|für|pour|para|per|voor) (?:about )?\d{1,3}(?: [^\W\d]{3,12})?\Z|"
    r"(?:customer|client|account|member|kunden|konto|mitglieds|cliente?|compte)[\s-]?"
    r"(?:no|nr|number|nummer|n°|nº|num)[.:\s]{1,4}\S{0,30}\Z"
)
"""A point of a list, what programs are told (`.SH`, `%%`), the head of a release, hours, an
edition, the number of somebody."""


_TAGLINE = re.compile(
    r"(?:\S{1,12}\s){0,3}[wv]ikip[eéè]di\w{0,3}, [^\n]{0,25}"
    r"(?:en[cz]|ansiklop)\w{3,16}(?: \w{2,6})?\.?|"
    r"материал из википедии\b[^\n]{0,40}|出典:[^\n]{0,20}ウィキペディア[^\n]{0,30}|"
    r"[维維]基百科[，,][^\n]{0,20}百科[^\n]{0,10}|من ويكيبيديا[^\n]{0,40}|"
    r"(?:all snapshots from host|no other snapshots from this url)\b[^\n]{0,80}|webpage capture"
)
"""What an encyclopedia says of itself on every page, and an archive of every capture."""
_AFFILIATION = re.compile(
    r"\d{1,2}\s?(?=[^\W\d_a-zß-ÿ])[^\n]{0,100}(?:[Uu]niversit(?!ies)|[Ii]nstitut(?!es|ions)|"
    r"[Dd]epartment(?!s)|[Ff]acult(?!ies)|[Hh]ospital(?!s)|[Ll]aborator|[Cc]olleg(?!es)|"
    r"[Kk]linik(?!en))[^\n]{0,80}[,;](?!\s[a-z])"
)
"""Where authors of a paper work: `1 Harbour Institute, Lindby`; not `9 Universities, Ranked`."""


def is_label(text: str) -> bool:
    """Tell whether a line is an address, a label, a breadcrumb or a notice."""
    folded = fold_case(text)
    return (
        not _NO_SIGNS.isdisjoint(text)
        or ("@" in text and bool(_ADDRESS.search(text)))
        or bool(_NO_START.match(folded))
        or text[-1:] in _OPEN
        or (text.endswith(" by") and bool(_LEFT.search(text)))
        or bool(_NOTICE.match(folded))
        or is_crumb(text)
        or _is_menu(text)
        or _COLUMN in text
        or bool(_TAGLINE.fullmatch(folded))
        or bool(_AFFILIATION.match(text))
        or folded.rstrip(": ") in _PARTS
        or is_reporter(text)
        or _NO_TITLE.are_in(text)
        or (_may_be_label(text, folded) and not _is_said(text, folded))
    )


def may_be_label(text: str) -> bool:
    """Tell whether a line has what labels have, and headlines as well."""
    return _may_be_label(text, fold_case(text))


def _may_be_label(text: str, folded: str) -> bool:
    return (
        (":" in text and bool(_CLOCK.search(text)))
        or bool(_START.match(folded))
        or "javascript" in folded
        or ("cookie" in folded and bool(_COOKIES.search(folded)))
        or "kommentier" in folded
        or COPYRIGHT.are_in(text)
    )


def _is_said(text: str, folded: str) -> bool:
    """Tell whether a line that may be a label says something, as headlines do."""
    if folded.count(" ") < _SAID - 1 or _is_notice(folded) or _is_of_page(folded):
        return False
    start = _START.match(folded)
    if start and start["who"]:
        return not is_byline(text)
    if start and start["what"]:
        return True
    digits = _DIGITS.findall(text)
    return not digits or (len(digits) == len("hm") and _CLOCK.search(text) is not None)


def _is_notice(folded: str) -> bool:
    """Tell whether a line is about its own rights; one that only speaks of copyright is not."""
    is_said = folded.endswith((".", "notice"))
    return COPYRIGHT.are_in(folded if is_said else folded.replace("copyright", ""))


def _is_of_page(folded: str) -> bool:
    """Tell whether a line is about the page that it stands on: what it stores, where to click."""
    asked = _ASKED if "javascript" in folded or _COOKIES.search(folded) else _OWN
    return asked.search(folded) is not None


def is_dated_notice(text: str) -> bool:
    """Tell whether a line begins with the sign for rights, or the word and a year."""
    return _DATED_NOTICE.match(text.lstrip("#*/;- ")) is not None


def is_credit(text: str) -> bool:
    """Tell whether *text* says whose a picture is."""
    return (
        "©" in text
        or (":" in text and bool(_CREDIT.search(fold_case(text))))
        or (any(map(text.__contains__, _PICTURES)) and bool(_AGENCY.search(text)))
    )


def is_crumb(text: str) -> bool:
    """Tell whether *text* looks like a breadcrumb."""
    signed = ">" in text or "›" in text or "»" in text
    return (signed and bool(CRUMB.search(text))) or text.endswith(" |") or text.count(" / ") > 1


def _is_menu(text: str) -> bool:
    """Tell whether *text* has more parts than a title and the names of its site."""
    return any(text.count(sign) > _JOINED for sign in _BETWEEN)


def is_labelled(before: str, after: str) -> bool:
    """Tell whether a line begins with a label and a date: `Last updated: 3 May 2021 By entering`.

    What follows in it is another line, whether the capture broke it there or not; a sentence that
    goes on behind the date does so with a comma, or in small letters.
    """
    return (
        len(before) <= _LABEL
        and ":" in before[-3:]
        and before.count(" ") < _WORDS
        and (MODIFIED.are_said(before) or PUBLISHED.are_said(before))
        and not (after[:1] == "," or after[:4].strip()[:1].islower())
    )
