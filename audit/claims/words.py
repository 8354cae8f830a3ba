"""Small readings of words that several extractors share: titles, sites, names, cues."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache, wraps
from itertools import islice
from typing import Final

from audit.claims.unseen import without_unseen
from audit.codes import beyond_ascii
from audit.tags import unescaped

_QUOTES: Final = str.maketrans(
    dict.fromkeys("‘’‚‛′´`", "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("–—‒", "-")
)
_QUOTED: Final = frozenset(map(chr, _QUOTES))
_SEPARATOR = re.compile(  # by its first sign, which is found fast; blanks from their first one on
    r"[\s|»:](?:(?<=\s)(?<!\s\s)(?:\s*+(?:[|–—\-·•»«›>/]|::|\|\|)\s+|\s*[|»]\s*)"
    r"|(?<=[|»])\s*|(?<=:)\s+)"
)
_LETTERS = re.compile(r"[^\W_]+")
_AROUND_NAME = re.compile(r"^(?:https?://)?(?:www\.)?|\.(?:com|org|net|de|at|ch|info|eu|fr)$")
_WORD = re.compile(r"\w+")
_MOST_PARTS: Final = 8
_TITLE: Final = 12
"""Characters from which on the first part of a title may be the title, not the name of a site."""
_TRAILING: Final = " |–—-»"
"""Separators after which nothing stands."""
_LINE: Final = 1_000
"""Characters of a text that is remembered."""
_REMEMBERED: Final = 256
"""Texts of which it is remembered how they are folded, or what stands in them."""
_ODD: Final = (("İ", "i"), ("ı", "i"), ("ſ", "s"), ("\N{KELVIN SIGN}", "k"))
"""Letters that a pattern that ignores case takes for others, but `lower` does not."""


class Phrases:
    """Words that tell what a line is about: *stems* wherever they stand, *words* for themselves.

    A hundred substrings are looked for in the time of one pattern that ignores case.
    """

    def __init__(self, stems: str, words: str = "") -> None:
        self.stems = tuple(map(str.strip, stems.split("|")))
        self.ascii_stems = tuple(filter(str.isascii, self.stems))
        self.words = frozenset(words.split())
        self.are_said = lru_cache(maxsize=_REMEMBERED)(self._are_said)
        """Tell the same of the stems alone: a small word in a sentence says little."""
        self.are_in = lru_cache(maxsize=_REMEMBERED)(self._are_in)
        """Tell whether one of the phrases stands in a text."""

    def _are_in(self, text: str) -> bool:
        if self.are_said(text):
            return True
        folded = text.lower()
        may_be = any(map(folded.__contains__, self.words))
        return may_be and not self.words.isdisjoint(_WORD.findall(folded))

    def _are_said(self, text: str) -> bool:
        folded = text.lower()
        stems = self.ascii_stems if folded.isascii() else self.stems
        return any(map(folded.__contains__, stems))


COPYRIGHT: Final = Phrases(
    "©|(c) |copyright|all rights reserved|alle rechte|tous droits|derechos reservados|"
    "direitos reservados|diritti riservati|rechten voorbehouden|права защищены|حقوق النشر|"
    "حقوق الطبع|حقوق محفوظة|الحقوق محفوظة|جميع الحقوق|کلیه حقوق|تمامی حقوق|جملہ حقوق|"
    "hakları saklıdır|rättigheter|rettigheter|prawa zastrzeżone|版权所有|著作権|版權所有"
)
MODIFIED: Final = Phrases(
    "updated|modified|last edit|last update|revised|last changed|aktualisiert|aktualisierung|"
    "letzte änderung|geändert|bearbeitet|mis à jour|mise à jour|stand:|sstand|modifié|modificad|"
    "aggiorna|atualiza|last reviewed|überarbeitet|update:|update vom|bijgewerkt|gewijzigd|"
    "uppdaterad|oppdatert|opdateret|päivitetty|güncelle|обновлен|изменен|تحديث|به‌روز|更新|"
    "aktualizac|aktualizo|τελευταία ενημέρωση|ενημερώθηκε|अपडेट|अद्यतन|frissít|módosít|оновлен|"
    "diperbarui|cập nhật|수정|עודכן|อัปเดต|อัพเดต|atnaujint|ažurira|actualiza|letzte bearbeitung|"
    "dernière modification|última vez|ultima volta|laatst bewerkt|ostatnio edytowan|отредактирован|"
    "redigerades senast|senast redigera|sist redigert|senest ændret|τροποποίηση|τροποποιήθηκε|"
    "değiştirildi|آخر تعديل|آخر تحرير|ویرایش شده|נערך לאחרונה|अन्तिम बार|अंतिम बार|最后修|最后编|"
    "最後修|最後編|마지막으로|naposledy|відредагован|terakhir diubah|sửa đổi lần cuối|"
    "consolidated version|version consolidée|texto consolidado|testo consolidato|konsolidierte f",
    "stand",
)
PUBLISHED: Final = Phrases(
    "publish|posted|veröffentlich|erstellt|geschrieben|verfasst|eingestellt|gepostet|publié|"
    "pubblicat|geplaatst|publisert|udgivet|julkaistu|opublikowan|yayın|yayım|размещен|نشر|انتشار|发布|"
    "發佈|发表|發表|公開|投稿|掲載|게시|등록|입력|작성|datum|fecha|дата|تاريخ|日期|submitted|"
    "uploaded|online since|online seit|freigeschaltet|hochgeladen|posté|mis en ligne|mise en ligne|"
    "rédigé|written|issued|released|for immediate release|appeared|print edition|erschien|δημοσίευ|"
    "δημοσιεύ|प्रकाशित|প্রকাশ|közzét|megjelent|опублік|публикуван|diterbitkan|đăng|objavljen|"
    "zveřejn|zverejn|פורסם|เผยแพร่|شائع|paru |publicad|publicat|publikac|publikat|"
    "publikov|публикац|publice|публикован",
    "date on vom am by von par por uhr",
)
UNRELATED: Final = Phrases(
    "comment|reply|replies|kommentar|accessed|retrieved|abgerufen|effective|in force|in effect|"
    "take effect|takes effect|deadline|consulté|consultado|consultato|geraadpleegd|"
    "引用日期|访问日期|閲覧|"
    "says:|sagt:|schrieb|previous|vorherig|nächst|copyright|©|geboren",
    "born since until expire expires seit bis version next antwort antworten",
)


def _remembered(fold: Callable[[str], str]) -> Callable[[str], str]:
    """Return *fold* with a memory for what is no longer than a line: more would fill it."""
    kept = lru_cache(maxsize=_REMEMBERED)(fold)
    return wraps(fold)(lambda value: kept(value) if len(value) <= _LINE else fold(value))


def squeeze(value: str) -> str:
    """Return *value* without entities and what is not seen, in NFC, white space as blanks."""
    if value.isascii() and "&" not in value:
        return " ".join(value.split())
    return " ".join(without_unseen(unicodedata.normalize("NFC", unescaped(value))).split())


@_remembered
def fold_title(value: str) -> str:
    """Return *value* as it is compared: NFKC, case, quotes, dashes and white space folded."""
    if value.isascii() and "&" not in value:
        return " ".join(value.replace("`", "'").lower().split())
    text = without_unseen(unicodedata.normalize("NFKC", unescaped(value)))
    if not _QUOTED.isdisjoint(text):
        text = text.translate(_QUOTES)
    return " ".join(text.casefold().split())


def may_fold(line: str, words: Collection[str], starts: Collection[str]) -> bool:
    """Tell cheaply whether a line, folded as a title, may begin with one of *words*.

    *starts* are `starts_of` those words.
    """
    if line[0] not in starts and line[0].isalnum() and line[:2].isascii():
        return "&" in line
    first = fold_title(line.split(None, 1)[0])
    return first.partition(" ")[0] in words or not first or "&" in line


def starts_of(words: Iterable[str]) -> frozenset[str]:
    """Return the first letters of *words*, as they are and as capitals."""
    return frozenset(sign for word in words for sign in (word[:1], word[:1].upper()))


def fold_case(text: str) -> str:
    """Return *text*, as long as it was, in which a pattern finds what it finds ignoring case.

    That costs half the time, as long as the pattern itself is in small letters.
    """
    return text.lower() if text.isascii() else plain_letters(text).lower()


def plain_letters(text: str) -> str:
    """Return *text* without letters that a pattern that ignores case takes for others."""
    if not text.isascii():
        for odd, plain in _ODD:
            text = text.replace(odd, plain)
    return text


def lowered(text: str) -> str:
    """Return `text.lower()`; a long text of ASCII and signs costs half the time."""
    beyond = beyond_ascii(text)
    if beyond.lower() != beyond:
        return text.lower()
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def holds_small(text: str, small: str) -> bool:
    """Tell whether *text*, in small letters, holds *small*."""
    if not small.isascii():
        return small in text.lower()
    return small.encode() in ascii_lowered(text)  # ten times as fast


def ascii_lowered(text: str) -> bytes:
    """Return *text* in small letters, with a question mark for every sign that is not ASCII."""
    return text.encode("ascii", "replace").lower()


@_remembered
def fold_site(value: str) -> str:
    """Return the letters and digits of a site's name, folded, without `www` and the top domain."""
    bare = value.strip()
    if "." in bare or "//" in bare:
        bare = _AROUND_NAME.sub("", bare)
    return "".join(_LETTERS.findall(unicodedata.normalize("NFKC", bare).casefold()))


def strip_site(title: str, sites: Iterable[str]) -> str:
    """Return *title* without the parts at its ends that are a known site; *sites* are folded."""
    known = {site for site in sites if site}
    for _ in range(2 if known else 0):
        cuts = list(_SEPARATOR.finditer(title))
        if not cuts or len(cuts) > _MOST_PARTS:
            break
        shorter = _strip_end(title, cuts, known)
        if shorter == title:
            break
        title = shorter
    return title.rstrip(_TRAILING)


_PERMALINK = re.compile(r"\s{0,3}[¶🔗]\Z")
"""The sign behind a heading that links to it."""


def heading_in(title: str, headings: Collection[str]) -> str:
    """Return the part of *title* between separators that is a heading itself, else *title*.

    *headings* are folded. A last part that is shorter than what it would drop is no title, nor is
    a first one of a word.
    """
    title = _PERMALINK.sub("", title)
    for cut in islice(_SEPARATOR.finditer(title), _MOST_PARTS) if headings else ():
        first, last = title[: cut.start()].strip(), title[cut.end() :].strip()
        if len(first) >= _TITLE and fold_title(first) in headings:
            return first
        if 2 * len(last) > len(title) - len(cut[0]) and fold_title(last) in headings:
            return last
    return title


def _strip_end(title: str, cuts: list["re.Match[str]"], known: set[str]) -> str:
    for cut in cuts:
        if is_site(title[cut.end() :], known) and title[: cut.start()].strip():
            return title[: cut.start()].strip()
    for cut in reversed(cuts):
        if is_site(title[: cut.start()], known) and title[cut.end() :].strip():
            return title[cut.end() :].strip()
    return title


def is_site(part: str, known: set[str] | frozenset[str]) -> bool:
    """Tell whether *part* is one of the folded sites *known*, or its domain."""
    return fold_site(part) in known - {""}
