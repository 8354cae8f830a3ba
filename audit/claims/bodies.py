"""Names of bodies and of persons, told apart by their words."""

import re

_ORGANIZED = re.compile(
    r"museum|musée|museo|museu|muze|librar|bibliot|kirjasto|книг|библиот|музе|archiv|архив|"
    r"office|town|"
    r"council|society|gazette|magazine|press|verlag|media|news|radio|univers|institut|foundation|"
    r"stiftung|"
    r"verein|associa|asocia|company|corporat|group|grupp|gruppe|house|harbour|port\b|city|stadt|"
    r"gemeinde|"
    r"kommun|ministr|minister|department|agency|agentur|centre|center|zentrum|school|schule|"
    r"college|club|"
    r"publish|edition|éditions|editor|studio|gallery|church|union|board|bureau|trust|committee|"
    r"commission|"
    r"service|welle|international|deutsch|national|oyj|yhdisty|föreningen|forening|"
    r"service|project|projekt|online|network|netzwerk|blog|journal|zeitung|times|post\b|herald|"
    r"tribune|"
    r"chronicle|sentinel|review|weekly|daily|consortium|authority|authors|contributors|"
    r"holding|legislat|parliament|assembly|senate|congress|court\b|county|republic|bank\b|hospital|"
    r"theat|orchestr|railway|ferries|lines\b|academ|akadem|research|software|digital|entertainment|"
    r"productions?\b|pictures|films?\b|records|books|travel|today\b|medi[ae]n?\b|média|komitee|"
    r"präsidium|internet|tech\b|sports\b|partners|systems|solutions|world\b|alliance|federat|league|"
    r"\b(?:inc|ltd|llc|gmbh|ag|co|corp|plc|kg|e\.?\s?v|s\.?a|s\.?r\.?l|b\.?v|ab|oy|as|srl|spa)\b|"
    r"\b(?:reader|observer|courier|examiner|guardian|telegraph|mirror|inquirer|dispatch|bulletin|"
    r"newsletter|kurier|anzeiger|nachrichten|rundschau|tageblatt|gazeta|diario|jornal|giornale|"
    r"corriere|tidning(?:en)?|avis(?:en)?|krant|courrier)\Z|"
    r"gazete|müze|kütüphane|belediye|könyvtár|múzeum|levéltár|kiadó|perpustakaan|\bharian\b|yayasan|"
    r"maktaba|gazeti|\bbáo\s|thư viện|bảo tàng|knihovn|muzeum|knjižnic|raamatukog|muuseum|"
    r"bibliotēk|muziej|wydawnictw|gazeta|biblioteka|nakladatel|"
    r"[&@/\d!]|\.\w",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?!(?:The|Der|Die|Das|Le|La|Les|El|Los|Las|Il|Lo|De|Het|Den|Det|O|A) )"
    r"(?:[A-ZÀ-ÞΑ-ΩА-Я](?:[a-zß-ÿά-ώа-я][\w'’-]{0,20}|\.)\s){1,3}"
    r"(?:Mc|Mac|O['’])?[A-ZÀ-ÞΑ-ΩА-Я][a-zß-ÿά-ώа-я][\w'’-]{0,24}|"
    r"[A-ZÀ-Þ][a-zß-ÿ]{2,20}\s[A-ZÀ-Þ]{4,24}"
)


def is_body(name: str) -> bool:
    """Tell whether *name* has a word or a sign of a body: `Hallby Museum`, `A & B`."""
    return _ORGANIZED.search(name) is not None


def is_person(name: str) -> bool:
    """Tell whether *name* looks like that of a person: two to four names, no word of a body."""
    return _PERSON.fullmatch(name) is not None and not is_body(name)
