"""Where a rights statement may stand; a cheap look before the dear ones."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from audit.claims.rights.reserved import STEMS
from audit.claims.words import lowered

if TYPE_CHECKING:
    from audit.claims.starts import Starts

_ASCII: Final = (
    *("(c) ", "copyright", "rights reserved", "vorbehalten", "reserves", "reservad"),
    *("reservat", "riservat", "voorbehouden", "reserverade", "rettighe", "zastrze", "saklidir"),
    *("vyhraz", "vyhraden", "fenntart", "rezervate", "dilindungi", "creativecommons"),
    *("commons", "spdx-license", "rightsstatements.org", "public domain", "gemeinfrei"),
    *("domaine public", "dominio", "domein"),
    *("domen",),
    *("no known", "keine bekannten", "droits d'auteur", "droit d'auteur", "restricciones"),
    *("urheberrecht", "derechos de autor", "derecho de autor", "d'autore"),
    *("direitos autor", "direito de autor", "direitos de autor", "auteursrecht", "autorsk"),
    *("ophavsret", "opphavsrett", "telif", "licensed under", "licenced under"),
    *("released under", "available under", "published under", "distributed under", "gnu "),
    *(
        "open government",
        "ogl-uk",
        "ogl v",
    ),
    *("database licen", "public licen", "license: ", "licence: ", "license-expression: "),
    *("mit licen", "isc licen", "bsd licen", "clause licen", "apache licen"),
)
_LATIN: Final = (
    *("©", "réserv", "reservés", "förbehåll", "pidätet", "saklıdır", "pridržan", "domínio p"),
    *("domini públic", "offentligt domæne", "volné díl", "volným díl"),
    *(
        "kamu malı",
        "közkincs",
        "upphovsrätt",
        "tekijänoik",
    ),
    *("droits d’auteur", "droit d’auteur", "d’autore"),
)
_OTHER: Final = (
    *("ⓒ", "защищен", "сохранены", "захищен", "права застереж"),
    *("παντός", "حقوق", "זכויות", "सर्वाधिकार"),
    *(
        "版权",
        "版權",
        "保留所有",
        "著作権",
        "著作權",
        "권리 보유",
        "권리를 보유",
        "저작권",
        "知识共享",
        "知識共享",
        "創用",
        "创用",
    ),
    *(
        "创作共用",
        "創作共用",
        "クリエイティブ",
        "크리에이티브",
        "المشاع",
        "коммонс",
        "общественн",
        "суспільн",
    ),
    *(
        "ملك عام",
        "الملك العام",
        "パブリック",
        "公有",
        "公共领域",
        "公共領域",
        "퍼블릭",
        "κτήμα",
        "נחלת",
    ),
    "авторск",
)
_SHORT = re.compile(r"cc(?<!\wcc)[\s_\-\u2010-\u2015\u2212\xad\u200b]{0,3}(?:by|nc|sa|nd|0|zero|ø)")


def cues(text: str) -> Iterator[int]:
    """Yield the places of *text* where a rights statement may stand, in order."""
    from audit.claims.starts import Letters

    folded = lowered(text)
    if len(folded) != len(text):  # a letter that grows: İ
        folded = "".join(c.lower()[:1] for c in text)
    places = _cues().places(Letters(folded))
    if "cc" in folded:
        places += [found.start() for found in _SHORT.finditer(folded)]
    for at in sorted(places):
        if text[max(at - 1, 0) : at + 1] != "Ã©":  # an é that was read in the wrong encoding
            yield at


@cache
def _cues() -> "Starts":
    from audit.claims.starts import Starts

    return Starts({*_ASCII, *_LATIN, *_OTHER, *STEMS})
