"""The parts of a letter: who it is from, whom it greets, how it closes, who signs it."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, NamedTuple

from audit.claims.headline import Line
from audit.claims.inverted import is_spoken
from audit.claims.offices import is_body, is_office
from audit.claims.people import names

LONGEST: Final = 90
"""Characters of a line that opens, closes or signs a letter."""
BELOW: Final = 14
"""Lines below the closing: names, roles, addresses, enclosures."""
_SHORT: Final = 60
_SIGNING: Final = 3
"""Lines below the closing in which the name stands."""
_ADDRESS: Final = 6
"""Words of a line of an address."""
_PLACED: Final = 3
"""Words of a line with a stop that is the last of one: a town."""
_HEAD: Final = 6
"""Lines of a letterhead, and of an address."""

_CLOSING = re.compile(
    r"(?:i (?:am|remain|have)\b.{0,50}?)?(?:"
    r"(?:yours )?(?:(?:very|ever|most) )?(?:sincerely|faithfully|truly|respectfully|cordially)"
    r"(?: and (?:sincerely|faithfully|truly|respectfully|cordially))?(?: yours)?|"
    r"(?:with )?(?:kind|kindest|best|warm|warmest)(?: personal)? (?:regards|wishes|greetings)|"
    r"(?:your )?(?:most )?(?:humble and )?obedient servant|"
    r"(?:mit )?(?:freundlich|best|herzlich|vorzüglich|kollegial|lieb|viel)e[nmr]? "
    r"(?:grüßen?|grüssen?|gruß|gruss|hochachtung)|hochachtungsvoll|"
    r"(?:bien |très )?cordialement|respectueusement|(?:sincères |meilleures )?salutations"
    r"(?: distinguées| cordiales)?|(?:veuillez|je vous|nous vous|recevez|agréez).{5,70}"
    r"(?:salutations?|sentiments?|considération|respects?)(?: .{3,20})?|"
    r"(?:muy )?(?:atentamente|cordialmente)|(?:un )?(?:cordial|atento) saludo|"
    r"le saluda(?:n)? (?:muy )?atentamente|(?:cordiali|distinti) saluti|"
    r"atenciosamente|(?:com os melhores )?cumprimentos|respeitosamente|"
    r"(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|hoogachtend|"
    r"(?:med )?(?:vänliga?|bästa) hälsning(?:ar)?|högaktningsfullt|"
    r"(?:med )?(?:venn?lig|beste) hilsen(?:er)?|ærbødigst|ystävällisin terveisin|kunnioittavasti|"
    r"z poważaniem|z wyrazami szacunku|s pozdrav[eo]m|s úctou|tisztelettel|üdvözlettel|"
    r"с уважением|з повагою|saygılarım(?:ız)?la|με εκτίμηση|cu stimă|בכבוד רב|"
    r"(?:و?تفضلوا بقبول )?فائق الاحترام|مع (?:خالص )?التحية|"
    r"با (?:(?:تقدیم |تجدید |نهایت )?احترام|تشکر|سپاس)(?: فراوان)?|ขอแสดงความนับถือ|"
    r"hormat (?:kami|saya)|(?:trân trọng|kính thư|kính chào)|wako mwaminifu|敬具|此致敬[礼禮]|"
    r"敬上|谨启"
    r")\s?[,.!;:،]?\Z",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:(?:my )?(?:dear|sirs?|madam|gentlemen|to whom it may concern|lieber?|geehrte|monsieur|"
    r"madame|messieurs|mesdames|ch[eè]re?s?|muy señor(?:es)?|car[oaie]|beste|geachte|bästa|kär[ea]|"
    r"högt ärade|kj?ære|ærede|hyvä|arvoisa|kedves|tisztelt|sayın|שלום|לכבוד|السيد|عزيزي)\b|"
    r"sehr geehrt|hochverehrt|estimad|distinguid|querid|gentil|egregi|spett|illustrissim|prezad|"
    r"exm|ilustríssim|szanown|vážen|уважаем|многоуважаем|дорог|шановн|αγαπητ|αξιότιμ|stimat|拝啓)"
    r"[^?]{0,60}\Z",
)
_FROM = re.compile(r"[^\W\d_][\w.' -]{1,40},? (?:le|den|dnia|dne|em|addì|à|kl) \Z")
_AT = re.compile(r"[^\W\d_][\w.' -]{1,40},\s\Z")
_DEAR = re.compile(
    r"(?:my )?(?:dear(?:est)?|lieber?|liebste[rs]?|chère?s?|ma chère|mon cher|querid[oa]s?|"
    r"car[oae]|"
    r"cariss\w{2,4}|beste|kära?|kjære|kære|rakas|kedves|дорог\w{2}|милы[йе]|drog[ia]|sevgili|"
    r"αγαπητ\w{2})\s",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\(?(?:signed|sgd|gez|sign|signé|firmado|fdo|undert|podpisano|i\. ?a|i\. ?v|ppa|p\.? ?p)\b"
    r"[.:)]{0,3}\s+|/s/\s+",
    re.IGNORECASE,
)
"""What stands before the name where somebody else wrote it."""
_RULE = re.compile(r"[-_=*~>]{2,}")
"""What parts a letter from the one it answers."""
_COLUMNS = re.compile(r"\s{4,}")
_ADDRESSED = re.compile(
    r"(?:mr|mrs|ms|miss|dr|prof|sir|herrn?|frau|m\.|mme|mlle|monsieur|madame|sr|sra|don|doña|sig|"
    r"dhr|mevr|herr|fru|an|to|att|attn|pan|pani)\b",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(
    r"(?:to|attn?\.?|an|aan|til|till) (?:the|all|mrs?|ms|dr|den|die|das|alle|herrn|frau|het|de|"
    r"styret|styrelsen)\b|(?:à|a) (?:la|l['’]|monsieur|madame|los?|las?)\b|(?:mrs?|ms|herrn)\b",
    re.IGNORECASE,
)
"""How the line begins that says whom a letter is for: `To the Board`."""
_STREET = re.compile(r"\d")
_PLACE = re.compile(r"(?P<place>[^\W\d_][^\d,]{1,30}?),?\s(?:den|le|the|am|il|a|,)?\s?\d{1,2}\b")


class Letter(NamedTuple):
    """The lines of a letter: what stands above its greeting, and what below its closing."""

    head: Sequence[Line]
    below: Sequence[Line]
    greets: bool


def letter_in(lines: Sequence[Line]) -> Letter | None:
    """Return the letter that *lines* are: one closing, near the end; else None."""
    tail = range(max(len(lines) - BELOW - 1, 1), len(lines))
    closing = next((at for at in tail if closes(lines[at].text)), 0)
    if not closing or sum(closes(line.text) for line in lines) > 1:
        return None
    greeting = next((at for at, line in enumerate(lines[:closing]) if greets(line.text)), None)
    return Letter(lines[: greeting or 0], lines[closing + 1 :], greeting is not None)


def is_address(line: Line, lines: Sequence[Line]) -> bool:
    """Tell whether a *line* of few words, above a letter's greeting, is one of an address.

    It has a number or a stop at its end, or says whom the letter is for.
    """
    ends = line.text.endswith((".", ",")) and line.text.count(" ") < _PLACED
    if (
        not (line.numbered or ends or _TO_WHOM.match(line.text))
        or line.text.count(" ") >= _ADDRESS
        or ":" in line.text
    ):
        return False
    letter = letter_in(lines)
    return letter is not None and line in letter.head


def closes(text: str) -> bool:
    """Tell whether a line is the formula that closes a letter."""
    return len(text) <= LONGEST and _CLOSING.match(text) is not None


def greets(text: str) -> bool:
    """Tell whether a line greets whom a letter is for."""
    return len(text) <= _SHORT and _GREETING.match(text.lower()) is not None


def is_dateline(before: str, below: str) -> bool:
    """Tell whether what stands *before* a day, alone in its line, says where a paper was written.

    `Oldhaven, den`, or a place above a line *below* that begins as letters do.
    """
    return _FROM.match(before) is not None or bool(_AT.match(before) and _DEAR.match(below))


def signatures(letter: Letter) -> Iterator[tuple[Line, str]]:
    """Yield who signs: people in the first lines below the closing, else the body that does."""
    near = takewhile(lambda line: not _RULE.match(line.text), letter.below[:_SIGNING])
    lines = [line for line in near if len(line.text) <= LONGEST]
    for line in lines:
        found = [
            name for part in _COLUMNS.split(_SIGNED.sub("", line.text)) for name in names(part)
        ]
        people = [name for name in found if is_spoken(name) and not is_office(name)]
        if people:
            yield from ((line, name) for name in people)
            return
    if lines and is_body(lines[0].text) and not _STREET.search(lines[0].text):
        yield lines[0], lines[0].text


def sender(letter: Letter, blocks: Sequence[Sequence[Line]]) -> Line | None:
    """Return the body that heads the letter: above its address, and above another's or a dateline.

    The only address above a greeting may be that of whom the letter is for.
    """
    if not blocks or not letter.greets:
        return None
    first, *others = blocks
    line = first[0]
    is_head = is_body(line.text) and not _STREET.search(line.text)
    if not is_head or not 1 < len(first) <= _HEAD or _ADDRESSED.match(line.text):
        return None
    is_placed = any(_STREET.search(each.text) for each in first[1:])
    addressed = any(_is_address(block) for block in others)
    return line if is_placed and (addressed or _is_local(first, others)) else None


def _is_address(block: Sequence[Line]) -> bool:
    if not 1 < len(block) <= _HEAD:
        return False
    return _ADDRESSED.match(block[0].text) is not None or any(
        _STREET.search(line.text) for line in block[1:]
    )


def _is_local(first: Sequence[Line], others: Sequence[Sequence[Line]]) -> bool:
    """Tell whether a dateline names the place of the first address: letters are dated at home."""
    for block in others:
        found = _PLACE.match(block[0].text)
        if found and any(found["place"] in line.text for line in first[1:]):
            return True
    return False
