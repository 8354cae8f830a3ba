"""Where a rights statement may stand; a cheap look before the dear ones."""

import re
from collections.abc import Iterator
from typing import Final

_CUES: Final = (
    *("©", "(c) ", "ⓒ", "copyright", "rights reserved", "vorbehalten", "réserv", "reserves"),
    *("reservad", "reservat", "riservat", "voorbehouden", "förbehåll", "reserverade", "rettighe"),
    *("pidätet", "zastrze", "vyhraz", "vyhraden", "saklıdır", "защищен", "сохранены", "захищен"),
    *("fenntart", "rezervate", "pridržan", "παντός", "dilindungi", "حقوق", "זכויות", "सर्वाधिकार"),
    *("版权", "版權", "保留所有", "無断転載", "著作権", "著作權", "권리 보유", "저작권"),
    *("creativecommons", "commons", "spdx-license", "rightsstatements.org", "知识共享", "知識共享"),
    *(
        "創用",
        "创用",
        "创作共用",
        "創作共用",
        "クリエイティブ",
        "크리에이티브",
        "المشاع",
        "коммонс",
    ),
    *(
        "public domain",
        "gemeinfrei",
        "domaine public",
        "dominio p",
        "domínio p",
        "pubblico dominio",
    ),
    *(
        "domini públic",
        "publiek domein",
        "publieke domein",
        "domena publ",
        "domenie publ",
        "domeny publ",
        "domenę publ",
        "offentligt domæne",
    ),
    *(
        "volné díl",
        "volným díl",
        "общественн",
        "суспільн",
        "kamu malı",
        "ملك عام",
        "الملك العام",
        "パブリック",
        "公有",
        "公共领域",
    ),
    *("公共領域", "퍼블릭", "κτήμα", "közkincs", "נחלת", "domeniul"),
    *(
        "no known",
        "keine bekannten",
        "droits d'auteur",
        "droit d'auteur",
        "droits d’auteur",
        "droit d’auteur",
        "restricciones",
        "urheberrecht",
    ),
    *("derechos de autor", "derecho de autor", "d'autore", "d’autore", "direitos autor"),
    *("direito de autor", "direitos de autor", "auteursrecht", "autorsk", "upphovsrätt"),
    *("ophavsret", "opphavsrett", "tekijänoik", "авторск", "telif"),
    *("licensed under", "licenced under", "released under", "available under", "published under"),
    *("distributed under", "gnu ", "open government", "ogl", "einige rechte", "certains droits"),
    *("alcuni diritti", "sommige rechten", "niektóre prawa", "database licen", "public licen"),
)
_ASCII_CUES: Final = tuple(cue for cue in _CUES if cue.isascii())
_SHORT = re.compile(r"\bcc[\s_\-\u2010-\u2015\u2212\xa0]{0,3}(?:by|nc|sa|nd|0|zero|ø)")


def cues(text: str) -> Iterator[int]:
    """Yield the places of *text* where a rights statement may stand, in order."""
    folded = text.lower()
    if len(folded) != len(text):  # a letter that grows: İ
        folded = "".join(c.lower()[:1] for c in text)
    is_ascii = folded.isascii()
    places = [found.start() for found in _SHORT.finditer(folded)] if "cc" in folded else []
    for cue in filter(folded.__contains__, _ASCII_CUES if is_ascii else _CUES):
        at = folded.find(cue)
        while at >= 0:
            places.append(at)
            at = folded.find(cue, at + len(cue))
    # `Ã©` is an é that was read in the wrong encoding.
    yield from sorted(at for at in places if text[max(at - 1, 0) : at + 1] != "Ã©")
