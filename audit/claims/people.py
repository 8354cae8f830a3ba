"""Names of people: bylines cleaned of cues, roles and addresses."""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Final

from audit.claims.introduced import COLON, CUES, LABELS, SHORT_CUES
from audit.claims.inverted import COMMAS, are_initials, unclear, upright
from audit.claims.offices import is_office
from audit.claims.words import fold_case, squeeze

LONGEST_NAME: Final = 60
MOST_WORDS: Final = 6

_ALL = (
    r"(?:zeige |view |see |show |ver |voir |vedi )?(?:alle?|all|todas|todos|tous|toutes|tutti)"
    r"(?: the| las| los| les| gli)? (?:beiträge|artikel|posts|articles|stories|entradas|artículos|"
    r"articoli) (?:von|by|de|par|di)"
)
"""What a link to the other texts of an author is called."""
_CUE = re.compile(
    rf"^(?:(?:{_ALL}|{CUES}|{SHORT_CUES})\s{{0,3}}(?::|\s)|(?:{LABELS})\s{{0,2}}{COLON})\s{{0,3}}",
    re.IGNORECASE,
)
_CREDITS: Final = (
    r"photos?|photograph(?:y|s)|pictures?|images?|illustrations?|drawings?|graphics?|video|layout|"
    r"translation|fotos?|fotografien?|bild(?:er)?|grafik|zeichnung(?:en)?|übersetzung|"
    r"photographies?|dessins?|traduction|fotografías?|imágenes|ilustraciones|traducción|fotografie|"
    r"immagini|illustrazioni|traduzione|fotografias?|imagens|ilustrações|tradução|foto's|beeld|"
    r"vertaling|foton|översättning|oversættelse|oversettelse|kuvat?|zdjęcia|tłumaczenie|překlad|"
    r"фото|перевод|صور|تصوير|ترجمة|"
    r"date|datum|fecha|data|published|updated|veröffentlicht|source|quelle|stand"
)
"""What else stands in one line with an author, each with a label of its own."""
_LABEL = re.compile(
    rf"(?:,\s{{0,2}}[^\W\d_]{{2,20}}\s?:|[\s,](?:{_CREDITS})\s?(?::|\s(?:by|von|de|par|di|av|af|door|por)\s)|"
    r",\s?(?:photos?|fotos?|bild)\s).*\Z",
    re.DOTALL | re.IGNORECASE,
)
"""What is said of a text behind its author: `, Date: 3 May 2021`, ` Photo: Per Dahl`."""
_BEFORE_LABELS: Final = (
    ",",
    ":",
    " by ",
    " von ",
    " de ",
    " par ",
    " di ",
    " av ",
    " af ",
    " door ",
    " por ",
)
"""One of them stands in every label, in small letters."""
_PLURAL = re.compile(r"(?<=[^\W\d_]{3})\((?:s|e|n|en|in|innen|es|as|os)\)")
"""One or several: `Senator(s) Ross, White`."""
_TAIL = re.compile(
    r"\s{0,3}(?:[|•·–—/]|\s-\s|,\s|\(|\bon\b\s|\bam\b\s\d|\bvom\b|\b(?:at|um|à|alle|om|kl)\b\.?\s\d|\b(?:published|updated|posted|erstellt|veröffentlicht|aktualisiert|publicado)\b).*\Z",
    re.IGNORECASE | re.DOTALL,
)
_OWN_NUMBER = re.compile(r"[^\W\d]\S{0,40}\s\d{1,3}\Z")
"""One word and its number: `Agent 47`."""
_TOKEN = re.compile(r"[^\W\d]\S{0,60}")
_NUMBER = re.compile(r"(?<!\S)\d|(?<=[^\W\d])\d{1,12}(?!\w)")
"""A number of its own, or one that is glued to the end of a word: `Berg1`, `Berg10:30`."""
_DATED = re.compile(
    r"(?<=\w\s)(?P<name>\S+)\s(?:jan(?:uary?)?|feb(?:ruary?)?|mar(?:ch)?|märz|apr(?:il)?|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|"
    r"stand:?)\.?\s?\Z",
    re.IGNORECASE,
)
"""What stands between a name of two words and a number: the month of a day, a word for it."""
_DEVICE = re.compile(
    r"[A-Z]{1,12}\d{1,12}|[A-Z]{2,15}[-\u2010\u2011\u2013](?=[A-Z]{0,14}\d)[A-Z\d]{1,15}|"
    r"[^\W\d]{1,20}[-\u2010\u2011\u2013]\d{1,12}|[^\W\d]{1,20}0\d{1,12}"
)
"""What a machine is called: `PC-0231`."""
_ADDRESS = re.compile(r"\S{1,80}@\S{1,80}|https?:\S{1,300}|\bwww\.\S{1,200}")
_ADDRESSES: Final = ("@", "http", "www.")
"""One of them stands in every address."""
_AND = re.compile(r"\s{1,3}(?:and|und|&|et|y|e|en|og|och|и|و)\s{1,3}|\s{0,3};\s{0,3}")
_BAD = re.compile(r"[<>{}\[\]=_#*\\|]|\bhttps?\b")
_STATION = re.compile(r"[A-Z]{1,3}\d{1,2}\s")
"""How the name of a station begins that stands behind a name: `G1 Litoral`."""
_OFFICE = re.compile(
    r"(?:the )?(?:\w{2,20} ){0,2}"
    r"(?:committee|commission|council|department|ministry|board|bureau)\b",
    re.IGNORECASE,
)
"""How the name of an office begins, which `on` and `and` are part of."""
_SENTENCE = re.compile(r"\S+(?:\s[a-zß-ÿ]\S*){2,}|[гмс]\.\s.*")
"""Three words of which none but the first has a capital: `will not be`; a town: `г. Орёл`."""
_WAY = re.compile(r"\s(?:nach|zum|zur|to|into|towards?|vers|hacia|naar)\s")
"""What leads somewhere: `von Lindby nach Haven`, `by boat to Lindby`."""
_STOPPED = re.compile(r"(?<![^\s-])(?P<word>[^\W\d_]{3,40})\.\Z")
_SHORTENED: Final = (
    " inc ltd corp bros esq assn dept univ prof dipl ing mag hon gen col capt sgt rev phd llc "
)
"""Words of names that end with a stop of their own."""
_EDGES: Final = " ,;:|-–—•·/~→»›\"'“”„()"
_DIGIT = re.compile(r"\d")
_DIGITS: Final = "0123456789"
MOST: Final = 200
"""People of one list that are looked at."""
_LIST: Final = 4
"""Parts between commas from which on they are a list of family names."""
_NOBODY: Final = frozenset(
    (
        *("admin", "administrator", "webmaster", "author", "autor", "guest", "unknown", "none"),
        *("null", "undefined", "root", "user", "editor", "anonymous", "by", "von", "wordpress"),
        *("test", "web", "al", "al.", "anonym", "anonyme", "anónimo", "anonimo", "gast"),
        *("follow", "folgen", "seguir", "suivre", "mail", "e-mail", "email", "name", "share"),
        *("teilen", "twitter", "facebook", "instagram", "linkedin", "datum", "date", "fecha"),
        *("artikel", "artikel von", "beitrag von", "veröffentlicht am", "published", "posted"),
        *("updated", "actualizado", "aktualisiert", "sponsored", "gesponserte inhalte", "anzeige"),
        *("submitted", "created", "written", "eingereicht", "eingestellt", "gepostet", "publié"),
        *("publicado", "pubblicato", "geplaatst", "opublikowano", "indsendt", "innsendt"),
    )
)


_MAIL: Final = re.compile(r"(?<=\S)\s?<[^<>\s]{1,100}@[^<>\s]{1,100}>\Z")
_NOTICE: Final = r"(?:©|\(c\)|copyright\b)\s?"
_NOTICED: Final = re.compile(_NOTICE, re.IGNORECASE)
_YEARS: Final = re.compile(
    rf"(?:\A(?:{_NOTICE})+|,\s?(?=\d{{4}}))(?:(?:19|20)\d\d[\s,–-]{{1,3}}){{0,40}}", re.IGNORECASE
)
"""What stands before names in a notice of copyright: its sign, years."""


class Form(Enum):
    """How a name may be written where it stands."""

    SPOKEN = "a byline: `Ann Berg, Oslo`; what may be `Berg, Ann` is left whole"
    MARKED = "a page's markup, a label: `Berg, Ann` as well, where this is certain"
    DECLARED = "a catalogue: what may be `Berg Lind, Ann` is left whole"


def name(raw: str) -> str:
    """Return the name in *raw* without its cue, its role and its address, or empty."""
    text = _without_addresses(squeeze(raw)).strip(_EDGES)
    text = _without_cue(text)
    text = _without_number(_TAIL.sub("", text, count=1).strip(_EDGES)).strip(_EDGES)
    text = _without_stop(text)
    return text if is_name(text) and not is_device(text) else ""


def without_mail(text: str) -> str:
    """Return the name in *text* without the mail address in angles behind it."""
    return _MAIL.sub("", text)


def is_device(text: str) -> bool:
    """Tell whether *text* is what a machine is called, such as `PC-0231`."""
    return _DEVICE.fullmatch(text) is not None


def is_name(text: str, most: int = MOST_WORDS) -> bool:
    """Tell whether *text*, of at most so many words, may name a person or an office."""
    return (
        1 < len(text) <= LONGEST_NAME
        and len(text.split()) <= most
        and not _BAD.search(text)
        and text.casefold().rstrip(_DIGITS) not in _NOBODY
        and not _SENTENCE.fullmatch(text)
        and any(letter.isalpha() for letter in text)
    )


def names(raw: str, form: Form = Form.SPOKEN) -> Mapping[str, str]:
    """Return the names in *raw* (between `and`, `&`, `;`), each with the text it stood in."""
    if form is Form.SPOKEN:
        return _parted(raw, form)
    found: dict[str, str] = {}
    plain = squeeze(raw)
    plain = _YEARS.sub(";", plain) if _NOTICED.match(plain) else plain
    for piece in plain.split(";")[:MOST]:
        whole = _inverted(piece, form)
        found |= {whole: piece.strip()} if whole else _parted(piece, form)
    return found


def _parted(raw: str, form: Form) -> dict[str, str]:
    text = _without_label(_without_cue(_PLURAL.sub("", squeeze(raw))))
    if _OFFICE.match(text) and is_name(text, MOST_WORDS + 3):
        return {text: text}
    found = {}
    for part in _AND.split(text)[:MOST]:
        for piece in _commas(part):
            clean = _inverted(piece, form) or name(piece)
            if clean and not (form is Form.SPOKEN and _WAY.search(clean)):
                found[clean] = piece
        if not found and form is Form.SPOKEN:
            break  # a sentence: `By noon the boats had come and gone`
    return found


def _inverted(piece: str, form: Form) -> str:
    """Return the upright form of `Berg, Ann`, the whole of `García Márquez, Gabriel`, or empty."""
    if not any(map(piece.__contains__, COMMAS)):
        return ""
    text = _without_addresses(piece).strip(_EDGES)
    found = upright(text) or (text if form is Form.DECLARED and unclear(text) else "")
    if form is Form.SPOKEN and found:
        found = text  # the second word may be a place that nobody knows
    return found if is_name(found) else ""


def _without_number(text: str) -> str:
    """Return *text* up to the first number that is no part of a name: a day, a time, a count."""
    if not _DIGIT.search(text) or _OWN_NUMBER.match(text):
        return text
    token = _TOKEN.match(text)
    number = _NUMBER.search(text, token.end() if token else 0)
    return _DATED.sub(r"\g<name>", text[: number.start()]) if number else text


def _without_cue(text: str) -> str:
    cue = _CUE.match(text)
    return text[cue.end() :] if cue else text


def _without_stop(text: str) -> str:
    """Return *text* without the stop of its sentence: `Anna Lind.`; `Anna L.` and `Jr.` stay."""
    last = _STOPPED.search(text)
    return text[:-1] if last and f" {last['word'].lower()} " not in _SHORTENED else text


def _without_label(text: str) -> str:
    folded = fold_case(text)
    return _LABEL.sub("", text) if any(map(folded.__contains__, _BEFORE_LABELS)) else text


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(" ", text) if any(map(text.__contains__, _ADDRESSES)) else text


def _commas(part: str) -> list[str]:
    """Split `Ann Lee, Bo Ray` and `Lee, Ray, Roe, Bo Po`; not `Lee, Ann`, `Ann Lee, Town Press`."""
    first, *others = [piece for piece in map(str.strip, part.split(",")) if piece] or [""]
    pairs = list(zip([first, *others][::2], others[::2], strict=False))
    if len(pairs) > 1 and all(are_initials(given) for _, given in pairs):
        return [", ".join(pair) for pair in pairs]
    pieces = [first, *(each for each in others if not (is_office(each) or _STATION.match(each)))]
    words = [len(piece.split()) for piece in pieces]
    several = len(pieces) > 1 and all(count in (2, 3) for count in words)
    listed = len(pieces) >= _LIST and max(words) <= 3 and not _DIGIT.search(part)  # noqa: PLR2004  # a name
    return pieces if several or listed else [part]
