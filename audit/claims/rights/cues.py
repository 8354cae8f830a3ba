"""Where a rights statement may stand; a cheap look before the dear ones."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from audit.claims.rights.acknowledged import CUES as ACKNOWLEDGED_CUES
from audit.claims.rights.reserved import STEMS
from audit.claims.words import lowered

if TYPE_CHECKING:
    from audit.claims.starts import Starts

_CUES: Final = (
    *("©", "ⓒ", "(c) ", "copyright", "creativecommons", "commons", "spdx-license"),
    *("rightsstatements.org", "public domain", "gemeinfrei", "domaine public", "dominio"),
    *("domínio p", "domini públic", "domein", "domen", "offentligt domæne", "volné díl"),
    *("volným díl", "kamu malı", "közkincs", "общественн", "суспільн", "ملك عام", "الملك العام"),
    *("パブリック", "公有", "公共领域", "公共領域", "퍼블릭", "κτήμα", "נחלת"),
    *("no known", "keine bekannten", "restricciones", "urheberrecht", "droits d'auteur"),
    *("droit d'auteur", "droits d’auteur", "droit d’auteur", "derechos de autor"),
    *("derecho de autor", "d'autore", "d’autore", "direitos autor", "direito de autor"),
    *("direitos de autor", "auteursrecht", "autorsk", "ophavsret", "opphavsrett", "upphovsrätt"),
    *("tekijänoik", "telif", "авторск", "著作権", "著作權", "저작권"),
    *("licensed under", "licenced under", "released under", "available under"),
    *("published under", "distributed under", "gnu ", "open government", "ogl-uk", "ogl v"),
    *("licence ouverte", "datenlizenz d", "dl-de", "norsk lisens", "nlod"),
    *("database licen", "public licen", "license: ", "licence: ", "license-expression: "),
    *("mit licen", "isc licen", "bsd licen", "clause licen", "apache licen"),
    *("知识共享", "知識共享", "創用", "创用", "创作共用", "創作共用"),
    *("クリエイティブ", "크리에이티브", "المشاع", "коммонс"),
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

    return Starts({*_CUES, *STEMS, *ACKNOWLEDGED_CUES})
