"""How a notice keeps all rights in the languages of the world, or forbids to print it again."""

import re
from collections.abc import Iterable
from sys import maxsize
from typing import Final

from audit.claims.late import Late
from audit.claims.words import fold_case

_STANDS: Final = r"(?<![\w,-] )(?<![\w-])"
"""The beginning of a sentence or a clause: nothing narrows down what is forbidden."""
_ACTS: Final = tuple(
    f"{act}{more}"
    for act in ("reproduction", "copying")
    for more in (
        *(" prohibited", " forbidden", " is ", " strictly", " expressly", " in whole"),
        *(" or ", " and ", ", or ", ", and ", " of this ", " of the ", " of any "),
    )
)
"""What is forbidden, and how the sentence goes on."""
_BY_STEM: Final = {
    "rights reserved": "all rights reserved",
    "vorbehalten": "alle rechte vorbehalten",
    "réserv|reserves|reservés": "tous (?:les )?droits r[ée]serv[ée]s",
    "reservad": "todos (?:los derechos|os d[ie]reitos) reservados",
    "reservat": "tots els drets reservats",
    "riservat": "tutti i diritti (?:sono )?riservati",
    "voorbehouden|rechten gereserveerd": "alle rechten (?:voorbehouden|gereserveerd)",
    "förbehåll|reserverade": r"alla rättigheter (?:förbehåll\w{1,4}|reserverade)",
    "rettighe": r"alle rettighe[dt]er (?:er )?(?:forbehold\w{0,3}|reserver\w{0,3})",
    "pidätet": "kaikki oikeudet pidätetään",
    "zastrze": "(?:wszelkie|wszystkie) prawa zastrzeżone",
    "vyhraz": "všechna práva vyhrazena|vyhrazena všechna práva",
    "vyhraden": "všetky práva vyhradené",
    "saklıdır|saklidir": "(?:tüm|bütün|her) hak(?:ları|kı) saklıdır",
    "защищен|сохранены": "все права (?:защищены|сохранены)",
    "захищен|права застереж": "(?:усі|всі) права захищен[іо]|усі права застережен[іо]",
    "fenntart": "minden jog(?:ot)? fenntart(?:va|unk)",
    "rezervate": "toate drepturile (?:sunt )?rezervate",
    "pridržan": "vse pravice pridržane|sva prava pridržana",
    "dilindungi": "hak cipta dilindungi",
    "حقوق": (
        r"(?:جميع|كل|كافة) (?:ال)?حقوق(?: (?:النشر|الطبع|الملكية))? محفوظة|"
        r"حقوق (?:النشر|الطبع) محفوظة|"
        r"(?:تمامی|کلیه) حقوق|(?:تمام|همه|همهٔ) حقوق[^.\n]{0,60}محفوظ|جملہ حقوق[^.\n]{0,40}محفوظ"
    ),
    "זכויות": "כל הזכויות שמורות",
    "सर्वाधिकार": "सर्वाधिकार सुरक्षित",
    "版权": "版权所有",
    "版權": "版權所有",
    "保留所有": "保留所有[权權]利",
    "권리 보유|권리를 보유": "모든 권리(?:를)? 보유",
    "สงวนลิขสิทธิ์": "สงวนลิขสิทธิ์",
    "สงวนสิทธิ์": "สงวนสิทธิ์(?:ทั้งหมด|ทุกประการ)",
    "무단전재|무단 전재|무단복제|무단 복제|무단배포|무단 배포": (
        r"무단 ?(?:전재|복제|배포)"
        r"(?:[\s·ㆍ,/-]{0,2}(?:및\s?)?(?:전재|복제|재\s?배포|배포|수집)){0,4}"
        r"(?:를|을)?\s{0,2}(?:금지|금합니다|불허)"
    ),
    "無断転載": (
        r"禁?無断転載(?:[・、及びおよ]{0,3}(?:複製|転用|配布|引用|使用)){0,4}"
        r"(?:[をは]?(?:一切|固く)?(?:禁止|禁じ(?:ます)?|禁ず|お断り)){0,1}"
    ),
    "無断複製|無断転用|無断使用|無断引用|無断複写": (
        r"無断(?:複製|転用|使用|引用|複写)(?:[・、及びおよ]{0,3}(?:複製|転載|転用|配布|引用|使用)){0,4}"
        r"[をは]?(?:一切|固く)?(?:禁止|禁じ(?:ます)?|禁ず|お断り)"
    ),
    "不許複製|転載禁止|転載を禁": "不許複製|転載禁止|転載を禁(?:止|じます|ず)",
    "保留一切|翻印必究|作权所有|作權所有": ("保留一切[权權]利|翻印必究|著作[权權]所有"),
    "得转载|得轉載|止转载|止轉載|勿转载|勿轉載": (
        r"(?:未[经經][^。\n]{0,12}[,，]?)?(?:不得|禁止|[请請]勿)(?:转载|轉載)"
    ),
    "सभी अधिकार": "सभी अधिकार (?:सुरक्षित|आरक्षित)",
    "সর্বস্বত্ব": "সর্বস্বত্ব (?:স্বত্বাধিকারী কর্তৃক )?সংরক্ষিত",
    "запазени": "всички права (?:са )?запазени",
    "абаронены": "(?:усе|ўсе) правы абаронены",
    "задржан": "(?:сва права|сите права се) задржан[аи]",
    "zadržana": "sva prava zadržana",
    "bảo lưu": (
        r"(?:tất cả|mọi|toàn bộ)(?: các)? (?:bản )?quyền[^.\n]{0,20}bảo lưu|"
        r"bản quyền (?:đã )?được bảo lưu|bảo lưu (?:tất cả|mọi|toàn bộ)(?: các)? (?:bản )?quyền"
    ),
    "giữ bản quyền": "(?<!người )giữ bản quyền",
    "zimehifadhiwa": "haki zote zimehifadhiwa",
    "cipta terpelihara": "hak cipta terpelihara",
    "επιφύλαξη": r"με (?:την )?επιφύλαξη (?:παντός|κάθε|όλων των) (?:νόμιμ\w{2,3} )?δικαι\w{5,8}",
    "τα δικαιώματα": "όλα τα δικαιώματα (?:διατηρούνται|(?:είναι )?κατοχυρωμένα)",
    "õigused": "kõik õigused (?:on )?(?:kaitstud|reserveeritud)",
    "visas tiesības": "visas tiesības (?:ir )?(?:aizsargātas|paturētas|rezervētas)",
    "visos teisės": "visos teisės (?:yra )?(?:saugomos|ginamos)",
    "réttur áskilinn": "allur réttur áskilinn",
    "eskubide guztiak": r"eskubide guztiak erreserbatu\w{1,3}",
    "ყველა უფლება": "ყველა უფლება დაცულია",
    "nachdruck": (
        rf"{_STANDS}nachdruck(?:,? auch (?:nur )?auszugsweise,?)?(?: ist)? "
        r"(?:(?:ausdrücklich |streng )?(?:verboten|untersagt)|nur mit [^.\n]{0,40}genehmigung)"
    ),
    "reproduction interdite|reproduction est |reproduction même|reproduction totale|"
    "reproduction, même|reproduction, totale|reproduction strictement|reproduction formellement": (
        rf"{_STANDS}(?:toute )?reproduction(?:,? (?:même partielle|totale ou partielle),?)?"
        r"(?: est)?(?: strictement| formellement)? interdite"
        r"(?![^.\n]{0,80}(?:sauf|commercial))(?: sans [^.\n]{0,80})?"
    ),
    "prohibida la reprod|prohibida su reprod": (
        r"(?:queda |está )?(?:terminantemente |totalmente )?prohibida (?:su|la) reproducción"
        r"(?: total o parcial)?(?![^.\n]{0,80}(?:salvo|comercial))"
    ),
    "proibida a reprod|reprodução proibida": (
        r"(?:é )?proibida a reprodução(?: total ou parcial)?(?![^.\n]{0,80}(?:salvo|comercia))|"
        "reprodução proibida"
    ),
    "riproduzione riservata|riproduzione vietata|vietata la riprod": (
        rf"{_STANDS}riproduzione (?:riservata|vietata)|(?:è )?vietata la riproduzione"
        r"(?:,? anche parziale)?(?![^.\n]{0,80}(?:salvo|commerc))"
    ),
    "nadruk verboden": rf"{_STANDS}nadruk verboden",
    "ertryk forbudt|ertrykk forbudt|ertryck förbjud": (
        rf"{_STANDS}(?:eftertryk|ettertrykk) forbudt|{_STANDS}eftertryck förbjud(?:es|et)"
    ),
    "перепечатка|копирование": (
        rf"{_STANDS}(?:перепечатка|копирование (?:материал|информаци|текст|содержи|без)\w{{0,5}})"
        r"(?:(?!ссылк|указани)[^.\n]){0,80}\s"
        r"(?:запрещен[оаы]|запрещается)(?![^.\n]{0,60}(?:ссылк|указани))"
    ),
}
"""What stands in such a sentence in small letters, and the sentence."""
_FORBIDDEN: Final = (
    rf"{_STANDS}(?:unauthori[sz]ed )?(?:reproduction|copying|republication|redistribution)"
    r"(?:,? (?:or|and) (?:reproduction|copying|republication|(?:re)?distribution|use)){0,2}"
    r"(?: in whole or (?:in )?part)?"
    r"(?: of (?:any part of )?(?:this|the) (?:text|article|content|site|page|publication)s?)?"
    r" (?:is )?(?:strictly |expressly )?(?:prohibited|forbidden)"
    r"(?![^.\n]{0,80}(?:except|unless|commercial))(?: without [^.\n]{0,80})?"
)
_PATTERNS: Final = {**_BY_STEM, "prohibited|forbidden": _FORBIDDEN}
STEMS: Final = (
    *"|".join(_BY_STEM).split("|"),
    *_ACTS,
    *("republication", "redistribution", "prohibited without", "forbidden without"),
)
"""How such sentences are looked for in a text, in small letters."""
_EACH: Final = tuple(
    Late(pattern, re.IGNORECASE, stems=fold_case(stems)) for stems, pattern in _PATTERNS.items()
)
_COMMON: Final = (
    *("reserv", "riservat", "orbeh", "reproduction", "a reprod", "su reprod", "riproduzione"),
    *("vyhra", "ertry"),
)
"""What several of the stems have in common."""
_ROOTS: Final = (
    *_COMMON,
    *(
        stem
        for stem in map(fold_case, "|".join(_PATTERNS).split("|"))
        if not any(map(stem.__contains__, _COMMON))
    ),
)
_ALL: Final = Late("|".join(_PATTERNS.values()), re.IGNORECASE, stems="|".join(_ROOTS))


def reserved(text: str, start: int = 0, end: int = maxsize) -> Iterable[re.Match[str]]:
    """Return where all rights are reserved in [start, end); of one language it is asked alone."""
    line = text[start:end]
    if not _ALL.may_be_in(line):
        return ()
    likely = [each for each in _EACH if each.may_be_in(line)]
    if not likely:
        return ()
    return (likely[0] if len(likely) == 1 else _ALL).finds(text, start, end)
