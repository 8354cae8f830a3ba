"""Small readings of words that several extractors share: titles, sites, names, cues."""

import html
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

_QUOTES: Final = str.maketrans(
    dict.fromkeys("‘’‚‛′´`", "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("–—‒", "-")
)
_TAGS = re.compile(r"<!--[^>]{0,2000}>|<[^<>]{0,2000}>")
_SCRIPTS = re.compile(r"<(script|style)\b[^>]{0,500}>[^<]{0,5000}</\1>", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+(?:[|–—\-·•»«›>/]|::|\|\|)\s+|\s*[|»]\s*|:\s+")
_LETTERS = re.compile(r"[^\W_]+")
_MOST_PARTS: Final = 8

COPYRIGHT: Final = re.compile(
    r"©|\(c\)\s|copyright|all rights reserved|alle rechte|tous droits|derechos reservados|"
    r"direitos reservados|diritti riservati|rechten voorbehouden|права защищены|حقوق|"
    r"hakları saklıdır|rättigheter|rettigheter|prawa zastrzeżone|版权所有|著作権|版權所有",
    re.IGNORECASE,
)
MODIFIED: Final = re.compile(
    r"updated|modified|last edit|revised|last changed|aktualisiert|geändert|bearbeitet|stand\b|"
    r"mis à jour|modifié|actualizad|modificad|aggiornat|atualizad|bijgewerkt|gewijzigd|uppdaterad|"
    r"oppdatert|opdateret|päivitetty|zaktualizowano|aktualizováno|güncelle|обновлен|изменен|"
    r"تحديث|به‌روز|更新",
    re.IGNORECASE,
)
PUBLISHED: Final = re.compile(
    r"publish|posted|veröffentlicht|erstellt|geschrieben|verfasst|eingestellt|publié|publicado|"
    r"pubblicato|geplaatst|gepubliceerd|publicerad|publisert|udgivet|julkaistu|opublikowan|"
    r"publikováno|yayın|опубликован|نشر|انتشار|发布|公開|datum|date\b|fecha|\bon\b|\bvom\b|\bam\b|"
    r"\bby\b|\bvon\b|\bpar\b|\bpor\b|\buhr\b|written|issued|released|for immediate release",
    re.IGNORECASE,
)
UNRELATED: Final = re.compile(
    r"\bborn\b|\bsince\b|\buntil\b|\bexpires?\b|comment|repl(?:y|ies)|\bgeboren|\bseit\b|\bbis\b|"
    r"kommentar|antwort|accessed|retrieved|abgerufen|version|effective|in force|deadline|"
    r"says:|sagt:|schrieb|next|previous|vorherig|nächst|copyright|©",
    re.IGNORECASE,
)
CLOCK: Final = re.compile(
    r"(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)\s{0,2}(?:uhr|h\b|am\b|pm\b|a\.m|p\.m)?", re.IGNORECASE
)


def squeeze(value: str) -> str:
    """Return *value* without entities, in NFC, every white space one blank."""
    return " ".join(unicodedata.normalize("NFC", html.unescape(value)).split())


def fold_title(value: str) -> str:
    """Return *value* as it is compared: NFKC, case, quotes, dashes and white space folded."""
    text = unicodedata.normalize("NFKC", html.unescape(value)).translate(_QUOTES)
    return " ".join(text.casefold().split())


def fold_site(value: str) -> str:
    """Return the letters and digits of a site's name, folded, without `www` and the top domain."""
    bare = re.sub(
        r"^(?:https?://)?(?:www\.)?|\.(?:com|org|net|de|at|ch|info|eu|fr)$", "", value.strip()
    )
    return "".join(_LETTERS.findall(unicodedata.normalize("NFKC", bare).casefold()))


def without_tags(markup: str) -> str:
    """Return *markup* with a blank for every tag, scripts and styles left out."""
    return _TAGS.sub(" ", _SCRIPTS.sub(" ", markup))


def strip_site(title: str, sites: Iterable[str]) -> str:
    """Return *title* without the parts at its ends that are a known site; *sites* are folded."""
    known = {site for site in sites if site}
    for _ in range(2):
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts or len(cuts) > _MOST_PARTS:
            break
        shorter = _strip_end(title, cuts, known)
        if shorter == title:
            break
        title = shorter
    return title


def _strip_end(title: str, cuts: list["re.Match[str]"], known: set[str]) -> str:
    for cut in cuts:
        if is_site(title[cut.end() :], known) and title[: cut.start()].strip():
            return title[: cut.start()].strip()
    for cut in reversed(cuts):
        if is_site(title[: cut.start()], known) and title[cut.end() :].strip():
            return title[cut.end() :].strip()
    return title


def is_site(part: str, known: set[str]) -> bool:
    """Tell whether *part* is one of the folded sites *known*, or its domain."""
    folded = fold_site(part)
    return bool(folded) and folded in known
