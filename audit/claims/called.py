"""How papers name their kind: `Minutes of the council` is a title, `PRESS RELEASE` is none."""

import re
from typing import Final

_LONGEST: Final = 160
_ALONE: Final = 60
_SMALL: Final = 5
"""Letters of a word in small letters within the name of a court, at most."""
_ENDS: Final = (".", ":", ";", ",")

_CALLED = re.compile(
    r"(?:(?:draft |confirmed |unconfirmed )?minutes of\b|annual report\b|catalogue of (?:the |a )|"
    r"(?:interview|conversation) with\b|order of service\b|"
    r"(?:speech|sermon|lecture) (?:by|of|to|given|delivered|preached|read)\b|"
    r"(?:address|remarks|statement|testimony) (?:by|given|delivered)\b|"
    r"(?:rede|ansprache|grußwort) (?:der|des|von|zur)\b|(?:discours|allocution) (?:de|du|prononcé)|"
    r"discurso (?:de|del|pronunciado)|"
    r"discorso (?:di|del)|toespraak van\b|(?:last )?will (?:and testament )?of\b|"
    r"comptes?[ -]rendus? (?:de|du|des)\b|procès[- ]verba(?:l|ux) (?:de|du|des)\b|"
    r"séance (?:du|ordinaire|extraordinaire|publique)\b|sitzung vom\b|"
    r"sesión (?:ordinaria|extraordinaria)\b|seduta (?:del|ordinaria|straordinaria)\b|"
    r"rapport annuel\b|entretien avec\b|"
    r"(?:\w{3,20})?protokoll (?:der|des|über|vom|zur|fört|över|från|fra|for|af|från)\b|"
    r"niederschrift (?:der|des|über|zur)\b|jahresbericht\b|tätigkeitsbericht\b|"
    r"(?:interview|gespräch) mit\b|(?:urteil|beschluss) vom\b|(?:arrêt|jugement) du\b|"
    r"acta (?:de|del|da|no?|n[.º°])\b|memoria anual\b|entrevista (?:a|con|com)\b|"
    r"ata (?:da|do|de|n[.º°])\b|relatório anual\b|verbale (?:di|del|dell\w{0,2}|n[.º°])\b|"
    r"relazione annuale\b|intervista (?:a|con)\b|notulen van\b|verslag van\b|jaarverslag\b|"
    r"referat (?:fra|av|af)\b|årsberättelse\b|årsberetning\b|årsmelding\b|verksamhetsberättelse\b|"
    r"pöytäkirja\b|vuosikertomus\b|toimintakertomus\b|protokół z\b|sprawozdanie z\b|zápis z\w?\b|"
    r"výroční zpráva\b|jegyzőkönyv\b|éves jelentés\b|proces[- ]verbal\b|"
    r"протокол (?:№|заседания|собрания|засідання|зборів)|годовой отчет\b|годовой отчёт\b|"
    r"πρακτικ[άό]\b|ετήσια έκθεση\b|toplantı tutanağı\b|faaliyet raporu\b|biên bản\b|"
    r"notulen rapat\b|risalah rapat\b|laporan tahunan\b|kumbukumbu za\b|muhtasari wa\b|"
    r"محضر (?:اجتماع|جلسة)|التقرير السنوي|صورتجلسه|صورت‌جلسه|گزارش سالانه|פרוטוקול ישיבת|"
    r"דו[\"״]ח שנתי|รายงานการประชุม|รายงานประจำปี|कार्यवृत्त|वार्षिक रिपोर्ट)",
)
"""How a line, in small letters, begins that says what the text is, and of whom or of what."""
_ENDING = re.compile(r"(?:会议纪要|會議紀錄|会议记录|議事録|会議録|회의록|年度报告|年度報告)\Z")
_KIND: Final = (
    r"(?:(?:press|media|news) ?(?:release|notice|statement|information)|"
    r"communiqu[ée](?: de presse)?|(?:presse|medien)(?:mitteilung|information|meldung|aussendung|"
    r"dienst|notiz)|nota (?:de prensa|à imprensa|informativa|stampa)|comunicado(?: de (?:prensa|"
    r"imprensa))?|comunicato(?: stampa)?|persbericht|pressemeddelelse|pressmeddelande|"
    r"(?:lehdistö)?tiedote|informacja prasowa|komunikat prasowy|tisková zpráva|sajtóközlemény|"
    r"comunicat de presă|пресс-релиз|прес-реліз|basın (?:bülteni|açıklaması)|δελτίο τύπου|"
    r"thông cáo báo chí|siaran pers|taarifa kwa vyombo vya habari|بيان صحفي|بيان صحافي|خبر صحفي|"
    r"اطلاعیه|הודעה לעיתונות|新闻稿|新聞稿|プレスリリース|報道発表資料|보도자료|ข่าวประชาสัมพันธ์|"
    r"anno accademico|année universitaire|academic year|curso académico|ano letivo|studienjahr|"
    r"in (?:stiller|tiefer|liebevoller) (?:trauer|erinnerung)|wir nehmen abschied(?: von)?|"
    r"(?:geb\.|geborene|née?|roz\.|född|født) [^\d]{2,40}|"
    r"in loving memory(?: of)?|traueranzeige|todesanzeige|avis de décès|death notice|"
    r"(?:inaugural-?|doctoral |ph\.?d\.? |master[’']?s |bachelor[’']?s )?(?:dissertation|thesis)|"
    r"(?:(?:doktor|magister|master|bachelor|diplom|seminar)arbeit|thèse(?: de doctorat)?|"
    r"mémoire de (?:master|maîtrise)|tesi di (?:laurea|dottorato)|"
    r"tesis (?:doctoral|de (?:maestría|licenciatura|grado))|"
    r"(?:tese|dissertação) de (?:doutorado|doutoramento|mestrado)|диссертация|дипломная работа|"
    r"(?:学士|硕士|碩士|博士)(?:学位|學位)?(?:论文|論文))|"
    r"प्रेस विज्ञप्ति|obituary|obituaries|nachruf|nécrologie|obituario|necrologio|dødsfall|некролог)"
)
_NUMBER: Final = r"[\s,:–-]{1,3}(?:n[ro.º°]{0,3}\s?)?[\d./-]{1,12}"
_IS_KIND = re.compile(rf"\W{{0,3}}{_KIND}(?:\W{{0,3}}|{_NUMBER})\Z")
_EXAMINER = re.compile(
    r"(?:(?:erst|zweit|dritt|haupt|mit)?(?:gutachter|prüfer|betreuer|referent)(?:in)?|"
    r"(?:co-?)?supervisors?|advis[oe]rs?|examiners?|opponent|directeur (?:de thèse|du mémoire)|"
    r"rapporteurs?|(?:co)?relatore|correlatore|tutor|director de (?:la )?tesis|orientador|"
    r"handledare|veileder|vejleder|promotor|copromotor|ohjaaja|vedoucí práce|témavezető|"
    r"научный руководитель)\s?:\s"
)
"""Who examined a thesis, on its title page."""
_NO: Final = r"(?:n(?:o|r|um|umber|ummer|úmero)?\b\.?|n[º°]|№)"
_NUMBERED: Final = r"(?=\S{0,20}\d)\S{1,24}(?:\s(?:\S{0,6}\d\S{0,12}|[^\W\d_]{1,4}(?=\s\d))){0,3}"
_REFERENCE = re.compile(
    r"(?:(?:our|your|my|unser|ihr|mein|notre|votre|nuestra|vår|er|onze|nostro|vostro)\.?\s)?"
    r"(?:ref(?:erence|erenz|erencia|erência|érence|erentie)?|(?:geschäfts|akten)?zeichen|az|gz|"
    r"dnr|diarienr|j\.?nr|accession|inventory|inv|inventar|shelf ?mark|signatur|catalogue|report|"
    r"document|doc|file|order|publication|cote|n/réf|v/réf|n\.?\s?réf|v\.?\s?réf|kenmerk|iktatószám|"
    r"sygn|znak|č\.\s?j|исх|вх|nr sprawy|sayı|αρ\.?\s?πρωτ|αριθ\.?\s?πρωτ|nomor|số|رقم|"
    r"شماره|發文字號|文號|字号|文書番号|문서번호|เลขที่)\b\.?\s{0,2}"
    rf"{_NO}?\s{{0,2}}[:：#.]?\s{{0,3}}{_NUMBERED}\Z|"
    r"(?:ordinance|resolution|grant|case|docket|cause|civil action|appeal|contract|permit|project|"
    rf"award|application|patent)\s(?:{_NO}|#)\s{{0,3}}{_NUMBERED}\Z"
)
"""The number by which an office finds a paper, alone in its line."""
_NTH: Final = (
    r"(?:(?:first|second|third|fourth|fifth|sixth|new|revised|enlarged|\d{1,2}(?:st|nd|rd|th))"
    r"[ ,]+){1,3}"
    r"(?:and (?:revised|enlarged) )?edition"
)
_IMPRINT = re.compile(
    rf"{_NTH}\b[^.:?!]{{0,40}}\.?\Z|"
    r"(?:(?:erste|zweite|dritte|vierte|fünfte|neue|\d{1,2}\.),? "
    r"(?:\w{4,16},? ){0,3}auflage)\b.{0,30}\Z|"
    r"(?:deuxième|troisième|nouvelle|seconde) édition\b.{0,40}\Z|"
    r"printed (?:and published )?(?:for|by|at) (?:the )?[^?!]{3,70}\Z|"
    r"gedruckt (?:bei|von|in) .{3,60}\Z|imprimé (?:par|à|chez) .{3,60}\Z|"
    r"impreso (?:en|por) .{3,60}\Z|"
    r"with (?:(?:\w{1,12} ){1,2})?(?:illustrations|plates|maps|engravings|photographs)\b.{0,40}\Z"
)
"""What a title page says of its edition, its printer and its pictures."""


_ISSUER = re.compile(
    r"(?:(?:in )?the )?(?:united states |u\.s\. )?"
    r"(?:(?:supreme|superior|district|circuit|county|high|municipal|crown|bankruptcy) )?"
    r"court(?: (?:of|for) [^,;:]{3,70})?|"
    r"(?:eastern|western|northern|southern|middle|central) district of [^,;:]{3,40}|"
    r"(?:\w{2,12}gericht|bundesgerichtshof|tribunal|tribunale|cour d['’]appel|cour de cassation|"
    r"audiencia|juzgado)(?: [^,;:]{2,50})?|"
    r"(?:the )?(?:town|city|county|borough|village|state|commonwealth) of"
    r" [^\W\d]{2,20}(?: [^\W\d]{2,20})?|"
    r"(?:république française|ville de [^,;:]{2,30}|mairie de [^,;:]{2,30}|commune de [^,;:]{2,30}|"
    r"ayuntamiento de [^,;:]{2,30}|comune di [^,;:]{2,30}|"
    r"prefeitura (?:municipal )?de [^,;:]{2,30}|(?:stadt|gemeinde|landkreis) [\w-]{3,30})|"
    r"universi(?:ty|tät|té|tà|dad|dade|teit|tet)(?: degli studi)?(?: (?:of|de|di|du|zu|von|da))?"
    r"(?: [\w-]{2,20}){1,3}|"
    r"[\w-]{2,20}(?: [\w-]{2,20})? (?:university|college|universität|universitet)|"
    r"(?:faculty|faculté|facultad|facoltà|faculdade|fakultät|department|département|dipartimento|"
    r"departamento|institute?o?|school) (?:of|für|de|di|des|d['’])[^,;:]{3,60}|\w{3,30} fakultät|"
    r"\w{2,10}(?:大学|大學|学院|學院|法院)|"
    r"[^,;:]{2,50}[ ,](?:inc|ltd|llc|gmbh|ag|e\.\s?v|a/s|corp|s\.a|b\.v|plc|s\.p\.a)\.?"
    r"(?:, [^\d,;:]{3,20})?"
)
"""Courts, towns, universities, firms, whose papers have their names above the title."""


def is_imprint(folded: str) -> bool:
    """Tell whether a line, in small letters, is of the imprint of a title page."""
    return len(folded) <= _LONGEST and _IMPRINT.match(folded) is not None


def is_called(text: str) -> bool:
    """Tell whether a line says what the text is and of what: `Minutes of the harbour board`."""
    if len(text) > _LONGEST or text.endswith(_ENDS):
        return False
    return _CALLED.match(text.lower()) is not None or bool(
        not text.isascii() and _ENDING.search(text)
    )


def names_kind(folded: str) -> bool:
    """Tell whether a line, in small letters, says nothing but of which kind the text is."""
    named = len(folded) <= _ALONE and _IS_KIND.match(folded) is not None
    return named or (":" in folded and _EXAMINER.match(folded) is not None)


def names_issuer(text: str) -> bool:
    """Tell whether a line is nothing but the name of a court, a town, a university or a firm."""
    if len(text) > _LONGEST // 2 or _ISSUER.fullmatch(text.lower()) is None:
        return False
    return not any(word[0].islower() and len(word) > _SMALL for word in text.split())


def is_reference(folded: str) -> bool:
    """Tell whether a line, in small letters, is the number by which an office finds the paper."""
    return len(folded) <= _ALONE and _REFERENCE.match(folded) is not None
