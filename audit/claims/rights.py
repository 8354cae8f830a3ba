"""Rights statements: from the words of a page to SPDX names, Creative Commons or a named one."""

import re
from collections.abc import Iterator
from typing import Final

ALL_RIGHTS_RESERVED: Final = "all-rights-reserved"
PUBLIC_DOMAIN: Final = "public-domain"
LICENCE: Final = re.compile(
    r"public-domain|MIT|ISC|CC-BY[\w.-]{0,20}|[A-Za-z][A-Za-z0-9-]{1,20}-\d[\w.-]{0,20}|"
    r"https?://(?:creativecommons|rightsstatements)\.org/\S{1,80}"
)
"""How a normalized statement looks that is a licence, or the public domain."""
_FREE: Final = frozenset((PUBLIC_DOMAIN, "CC0-1.0"))
_IN_COPYRIGHT: Final = "https://rightsstatements.org/vocab/InC"

_CC_URL = re.compile(
    r"creativecommons\.org/"
    r"(?:licenses/([a-z]{2}(?:-[a-z]{2}){0,3})(?:/(\d\.\d)(?:/([a-z]{2,4})(?=[/\s\"'?#)]|\Z))?)?|"
    r"publicdomain/(zero|mark))",
    re.IGNORECASE,
)
_CC_NAME = re.compile(
    r"\bCC(?:[\s-]{1,2}(BY(?:[\s-]{1,3}(?:NC|SA|ND)){0,3})|[\s-]{0,2}(0))"
    r"(?:[\s-]{1,3}(\d\.\d))?(?!\w)",
    re.IGNORECASE,
)
_CC_WORDS = re.compile(
    r"creative\s{1,2}commons\W{1,3}((?:attribution|namensnennung|attribuzione|reconocimiento|"
    r"non-?\s?commercial|nicht[ -]?kommerziell|share-?\s?alike|"
    r"weitergabe unter gleichen bedingungen|"
    r"no-?\s?deriv\w{0,7}|keine bearbeitungen?|zero|[\s,–-]){1,8})(?:\s{0,2}(\d\.\d))?",
    re.IGNORECASE,
)
_RESERVED = re.compile(
    r"all rights reserved|alle rechte vorbehalten|tous (?:les )?droits r[ée]serv[ée]s|"
    r"todos los derechos reservados|todos os direitos reservados|"
    r"tutti i diritti (?:sono )?riservati|"
    r"alle rechten voorbehouden|alla rättigheter (?:förbehållna|reserverade)|alle rettigheter|"
    r"kaikki oikeudet pidätetään|wszelkie prawa zastrzeżone|všechna práva vyhrazena|"
    r"tüm hakları saklıdır|все права защищены|усі права захищені|všetky práva vyhradené|"
    r"minden jog fenntartva|toate drepturile rezervate|vse pravice pridržane|sva prava pridržana|"
    r"με επιφύλαξη παντός δικαιώματος|hak cipta dilindungi|جميع الحقوق محفوظة|"
    r"(?:تمامی|کلیه) حقوق|כל הזכויות שמורות|सर्वाधिकार सुरक्षित|"
    r"版权所有|版權所有|無断転載|모든 권리 보유",
    re.IGNORECASE,
)
_PUBLIC = re.compile(
    r"(?:in|into|to) the public domain|public domain (?:work|dedication|mark)|^public domain$|"
    r"gemeinfrei|domaine public|dominio público|domínio público",
    re.IGNORECASE,
)
_LICENSED = re.compile(
    r"(?:licen[sc]ed|released|available|distributed) under (?:the )?(?:terms of )?(?:the )?"
    r"(?:(MIT|Apache|BSD|ISC|"
    r"GNU [A-Za-z]{1,12} ?(?:General )?(?:Public|Free Documentation)|GFDL|OGL|"
    r"Open Government|ODbL|Open Database|ODC-By|EUPL)\b[\s-]{0,2}(?:Licen[sc]e)?,?\s{0,2}"
    r"(?:v(?:ersion)?\s?)?(\d(?:\.\d)?)?)",
    re.IGNORECASE,
)
_SPDX: Final = {
    "mit": "MIT",
    "apache": "Apache-2.0",
    "isc": "ISC",
    "bsd": "BSD-3-Clause",
    "gnu general public": "GPL",
    "gnu lesser general public": "LGPL",
    "gnu affero general public": "AGPL",
    "gnu free documentation": "GFDL",
    "gfdl": "GFDL",
    "ogl": "OGL-UK-3.0",
    "open government": "OGL-UK-3.0",
    "odbl": "ODbL-1.0",
    "open database": "ODbL-1.0",
    "odc-by": "ODC-By-1.0",
    "eupl": "EUPL-1.2",
}
_PORTED: Final = frozenset(
    (
        *("BY-2.5-AU", "BY-3.0-AT", "BY-3.0-AU", "BY-3.0-DE", "BY-3.0-IGO", "BY-3.0-NL"),
        *("BY-3.0-US", "BY-NC-3.0-DE", "BY-NC-ND-3.0-DE", "BY-NC-ND-3.0-IGO", "BY-NC-SA-2.0-DE"),
        *("BY-NC-SA-2.0-FR", "BY-NC-SA-2.0-UK", "BY-NC-SA-3.0-DE", "BY-NC-SA-3.0-IGO"),
        *("BY-ND-3.0-DE", "BY-SA-2.0-UK", "BY-SA-2.1-JP", "BY-SA-3.0-AT", "BY-SA-3.0-DE"),
        "BY-SA-3.0-IGO",
    )
)
"""Adapted licences that have a name in SPDX; others are told by their address."""
_TAG = re.compile(
    r"SPDX-License-Identifier:[ \t]{0,9}"
    r"([\w.+-]{1,60}(?:[ \t](?:AND|OR|WITH)[ \t][\w.+-]{1,60}){0,5})"
)
_STATEMENT_URL = re.compile(r"rightsstatements\.org/(?:vocab|page)/([A-Za-z-]{2,12})/(\d\.\d)")
_YEARS = re.compile(
    r"(?:©|\(c\)|copyright)[^\d\n]{0,20}((?:19|20)\d\d)"
    r"((?:\s{0,2}[-–—,&/]\s{0,2}(?:(?:19|20)\d\d|\d\d(?!\d))){0,20})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{2,4}")
_WORDS: Final = (
    ("NC", ("commercial", "kommerziell")),
    ("ND", ("deriv", "bearbeitung")),
    ("SA", ("alike", "gleichen")),
)
_CUES: Final = (
    *("©", "(c) ", "copyright", "rights reserved", "vorbehalten", "réserv", "reserves", "reservad"),
    *("riservat", "voorbehouden", "förbehåll", "reserverade", "rettigheter", "pidätet", "zastrze"),
    *("vyhraz", "vyhraden", "saklıdır", "защищен", "захищен", "fenntart", "rezervate", "pridržan"),
    *(
        "παντός",
        "dilindungi",
        "حقوق",
        "זכויות",
        "सर्वाधिकार",
        "版权",
        "版權",
        "無断転載",
        "권리 보유",
    ),
    *("creative commons", "creativecommons", "cc by", "cc-by", "cc0", "public domain"),
    *("spdx-license", "rightsstatements.org"),
    *("gemeinfrei", "domaine public", "dominio público", "domínio público"),
    *("licensed under", "licenced under", "released under", "available under"),
    "distributed under",
)
"""Where a rights statement may stand; a cheap look before the dear ones."""
_ASCII_CUES: Final = tuple(cue for cue in _CUES if cue.isascii())


def cues(text: str) -> Iterator[int]:
    """Yield the places of *text* where a rights statement may stand, in order."""
    folded = text.lower()
    if len(folded) != len(text):  # a letter that grows: İ
        folded = "".join(c.lower()[:1] for c in text)
    places = []
    for cue in filter(folded.__contains__, _ASCII_CUES if folded.isascii() else _CUES):
        at = folded.find(cue)
        while at >= 0:
            places.append(at)
            at = folded.find(cue, at + len(cue))
    # `Ã©` is an é that was read in the wrong encoding.
    yield from sorted(at for at in places if text[max(at - 1, 0) : at + 1] != "Ã©")


def statement(text: str) -> str:
    """Return the normalized statement of *text*, or empty: SPDX, a CC name, or one of our own."""
    return creative_commons(text) or _tagged(text) or _licensed(text) or _named(text)


def statements(text: str) -> tuple[str, ...]:
    """Return every statement of *text*, so that two that exclude each other are both seen."""
    found = (creative_commons(text) or _tagged(text) or _licensed(text), _named(text))
    return tuple(dict.fromkeys(item for item in found if item))


def creative_commons(text: str) -> str:
    """Return the SPDX name of the Creative Commons licence in *text*, or empty."""
    url = _CC_URL.search(text)
    if url:
        if url[4]:
            return "CC0-1.0" if url[4].lower() == "zero" else PUBLIC_DOMAIN
        return _ported(url[1].upper(), url[2], url[3])
    name = _CC_NAME.search(text)
    if name:
        return (
            "CC0-1.0" if name[2] else _cc("-".join(re.split(r"[\s-]+", name[1].upper())), name[3])
        )
    words = _CC_WORDS.search(text)
    return _cc_from_words(words[1].lower(), words[2]) if words else ""


def is_open(normalized: str) -> bool:
    """Tell whether a normalized statement lets others use the work."""
    return bool(normalized) and not is_reserved(normalized)


def is_reserved(normalized: str) -> bool:
    """Tell whether a normalized statement keeps the rights: nobody else may use the work."""
    return normalized in {ALL_RIGHTS_RESERVED, "in-copyright"} or normalized.startswith(
        _IN_COPYRIGHT
    )


def is_one_licence(a: str, b: str) -> bool:
    """Tell whether two normalized licences may be one, told with and without its version."""
    if {a, b} <= _FREE:
        return True
    short, long = sorted((a.casefold(), b.casefold()), key=len)
    return long == short or (long.startswith(f"{short}-") and long[len(short) + 1].isdecimal())


def years(text: str) -> tuple[int, int] | None:
    """Return the first and the last year of the copyright in *text*, or None."""
    found = _YEARS.search(text)
    if found is None:
        return None
    first = last = int(found[1])
    for year in _YEAR.findall(found[2]):
        number = int(year) if len(year) == len("2024") else last - last % 100 + int(year)
        first, last = min(first, number), max(last, number)
    return first, last


def _ported(parts: str, version: str | None, place: str | None) -> str:
    """Return the SPDX name of a licence adapted to the law of *place*, or its address."""
    if not place or not version:
        return _cc(parts, version)
    name = f"{parts}-{version}-{place.upper()}"
    if name in _PORTED:
        return f"CC-{name}"
    return f"https://creativecommons.org/licenses/{parts.lower()}/{version}/{place.lower()}/"


def _cc(parts: str, version: str | None) -> str:
    return f"CC-{parts}-{version}" if version else f"CC-{parts}"


def _cc_from_words(words: str, version: str | None) -> str:
    if "zero" in words:
        return "CC0-1.0"
    parts = [short for short, cues in _WORDS if any(cue in words for cue in cues)]
    return _cc("-".join(["BY", *parts]), version) if words.strip(" ,–-") else ""


def _licensed(text: str) -> str:
    match = _LICENSED.search(text)
    if match is None:
        return ""
    name = _SPDX.get(" ".join(match[1].lower().split()), "")
    gnu = name in {"GPL", "LGPL", "AGPL", "GFDL"}
    return f"{name}-{match[2]}-only" if gnu and match[2] else name


def _tagged(text: str) -> str:
    """Return an SPDX expression after its tag, or the address of a statement of rights."""
    tag = _TAG.search(text)
    if tag:
        return tag[1]
    found = _STATEMENT_URL.search(text)
    return f"https://rightsstatements.org/vocab/{found[1]}/{found[2]}/" if found else ""


def _named(text: str) -> str:
    if _RESERVED.search(text):
        return ALL_RIGHTS_RESERVED
    return PUBLIC_DOMAIN if _PUBLIC.search(text) else ""
