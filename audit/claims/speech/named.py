"""Languages by their names, in English and as they call themselves, and by longer codes."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

_NAMES: Final = (
    "english:en deutsch:de german:de français:fr francais:fr french:fr español:es espanol:es "
    "spanish:es castellano:es castilian:es italiano:it italian:it português:pt portugues:pt "
    "portuguese:pt nederlands:nl dutch:nl flemish:nl vlaams:nl svenska:sv swedish:sv dansk:da "
    "danish:da norsk:no norwegian:no bokmål:nb nynorsk:nn suomi:fi finnish:fi polski:pl polish:pl "
    "čeština:cs česky:cs czech:cs slovenčina:sk slovak:sk slovenščina:sl slovenian:sl slovene:sl "
    "magyar:hu hungarian:hu română:ro romanian:ro hrvatski:hr croatian:hr srpski:sr српски:sr "
    "serbian:sr bosanski:bs bosnian:bs македонски:mk macedonian:mk български:bg bulgarian:bg "
    "русский:ru russian:ru українська:uk ukrainian:uk беларуская:be belarusian:be eesti:et "
    "estonian:et latviešu:lv latvian:lv lietuvių:lt lithuanian:lt íslenska:is icelandic:is "
    "føroyskt:fo faroese:fo gaeilge:ga irish:ga gàidhlig:gd gaelic:gd cymraeg:cy welsh:cy "
    "brezhoneg:br breton:br català:ca catala:ca catalan:ca galego:gl galician:gl euskara:eu "
    "basque:eu occitan:oc latin:la latina:la latein:la esperanto:eo shqip:sq albanian:sq "
    "malti:mt maltese:mt lëtzebuergesch:lb luxembourgish:lb frysk:fy frisian:fy sámi:se "
    "davvisámegiella:se ελληνικά:el greek:el türkçe:tr turkish:tr azərbaycan:az azerbaijani:az "
    "ქართული:ka georgian:ka հայերեն:hy armenian:hy қазақ:kk kazakh:kk oʻzbek:uz uzbek:uz "
    "العربية:ar arabic:ar فارسی:fa persian:fa farsi:fa اردو:ur urdu:ur پښتو:ps pashto:ps "
    "kurdî:ku kurdish:ku עברית:he hebrew:he ייִדיש:yi yiddish:yi हिन्दी:hi hindi:hi मराठी:mr "
    "marathi:mr नेपाली:ne nepali:ne বাংলা:bn bengali:bn bangla:bn தமிழ்:ta tamil:ta తెలుగు:te "
    "telugu:te ಕನ್ನಡ:kn kannada:kn മലയാളം:ml malayalam:ml ગુજરાતી:gu gujarati:gu ਪੰਜਾਬੀ:pa "
    "punjabi:pa සිංහල:si sinhala:si ไทย:th thai:th ລາວ:lo lao:lo ខ្មែរ:km khmer:km မြန်မာ:my "
    "burmese:my tiếng-việt:vi vietnamese:vi indonesia:id indonesian:id melayu:ms malay:ms "
    "filipino:fil tagalog:tl kiswahili:sw swahili:sw afrikaans:af zulu:zu isizulu:zu hausa:ha "
    "yoruba:yo igbo:ig አማርኛ:am amharic:am somali:so soomaali:so 日本語:ja japanese:ja 中文:zh "
    "汉语:zh 漢語:zh chinese:zh mandarin:zh 한국어:ko korean:ko монгол:mn mongolian:mn "
    "schwedisch:sv dänisch:da norwegisch:no englisch:en französisch:fr spanisch:es italienisch:it "
    "portugiesisch:pt niederländisch:nl polnisch:pl tschechisch:cs ungarisch:hu russisch:ru "
    "griechisch:el türkisch:tr anglais:en allemand:de espagnol:es italien:it néerlandais:nl "
    "suédois:sv danois:da russe:ru inglés:en alemán:de francés:fr ruso:ru inglese:en tedesco:de "
    "francese:fr spagnolo:es engelska:en tyska:de franska:fr engelsk:en tysk:de fransk:fr "
    "английский:en немецкий:de французский:fr"
)
"""Names of languages that are declared where a tag should stand."""
_THREE: Final = (
    "eng:en deu:de ger:de fra:fr fre:fr spa:es ita:it por:pt nld:nl dut:nl swe:sv dan:da "
    "nor:no nob:nb fin:fi pol:pl ces:cs cze:cs slk:sk slo:sk hun:hu ron:ro rum:ro tur:tr "
    "ell:el gre:el rus:ru ukr:uk bul:bg srp:sr hrv:hr slv:sl est:et lav:lv lit:lt isl:is "
    "ice:is heb:he ara:ar fas:fa per:fa urd:ur hin:hi ben:bn tam:ta tha:th vie:vi jpn:ja "
    "kor:ko zho:zh chi:zh msa:ms lat:la cat:ca eus:eu baq:eu glg:gl cym:cy wel:cy gle:ga "
    "sqi:sq alb:sq kat:ka geo:ka hye:hy"
)
"""ISO 639-2 codes, as Dublin Core and library catalogues write them, to ISO 639-1."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,5}\Z|[ix]-[A-Za-z0-9-]{1,30}\Z")
_BETWEEN = re.compile(r"\s{0,3}[,;/|&]\s{0,3}|\s(?:and|und|et|y|e|och|og|en)\s")
_COUNTRY = re.compile(r"\s{0,3}\([^()]{1,60}\)\Z")


@cache
def named() -> Mapping[str, str]:
    """Return the tag of every name of a language and of every longer code, in lower case."""
    pairs = (pair.split(":") for pair in (*_THREE.split(), *_NAMES.split()))
    return {name.replace("-", " "): tag for name, tag in pairs}


def tag_of(text: str) -> str:
    """Return the BCP 47 tag that *text* is or names: `Swedish`, `swe`, `sv_SE`; empty for none."""
    plain = text.strip().replace("_", "-")
    language, dash, rest = plain.partition("-")
    if _TAG.match(plain):
        return named().get(language.lower(), language) + dash + rest
    return named().get(_COUNTRY.sub("", plain).lower(), "")


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags of the languages named in *text*, or none where one of them is unknown."""
    found = tuple(tag_of(part) for part in _BETWEEN.split(text[:200]))
    return found if all(found) else ()
