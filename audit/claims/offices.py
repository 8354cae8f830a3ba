"""Words behind a name that are no name: what people are, where they work and where they live.

Words that are common family names as well (Bishop, Dean, Post, Richter) are left out.
"""

import re
from typing import Final

_ROLES: Final = (
    "writer editor reporter correspondent director master professor minister president secretary "
    "manager officer curator librarian archivist engineer author photographer journalist "
    "columnist contributor chairman chairwoman chairperson chief mayor inspector assistant "
    "translator illustrator compiler publisher producer spokesman spokeswoman spokesperson "
    "analyst researcher lecturer economist historian physician freelancer staff desk blogger "
    "founder coordinator consultant attorney lawyer senator treasurer registrar surveyor "
    "harbourmaster harbormaster headmaster postmaster captain ceo cto cfo eds hrsg redakteur "
    "redakteurin chefredakteur direktor direktorin leiter leiterin korrespondent korrespondentin "
    "referent referentin hafenmeister hafenmeisterin bürgermeister bürgermeisterin pressesprecher "
    "pressesprecherin sprecherin sekretär sekretärin archivar archivarin bibliothekar "
    "bibliothekarin ingenieur ingenieurin journalistin herausgeber herausgeberin autor autorin "
    "fotograf fotografin verfasser verfasserin übersetzer vorsitzender vorsitzende "
    "geschäftsführer geschäftsführerin präsident präsidentin ministerin staatssekretär "
    "professorin redaktion volontär volontärin praktikant kapitän rédacteur rédactrice directeur "
    "directrice journaliste correspondant correspondante capitaine maire ministre président "
    "présidente secrétaire professeur archiviste bibliothécaire conservateur conservatrice "
    "ingénieur auteur photographe éditeur traducteur rédaction redactor redactora directora "
    "periodista corresponsal alcalde alcaldesa ministro ministra presidente presidenta secretario "
    "secretaria profesor profesora archivero bibliotecario ingeniero autora fotógrafo traductor "
    "redacción capitán redattore redattrice direttore direttrice giornalista corrispondente "
    "sindaco segretario segretaria professore professoressa archivista ingegnere autore fotografo "
    "traduttore redazione capitano diretor diretora jornalista correspondente prefeito professora "
    "bibliotecário engenheiro tradutor redação redacteur verslaggever burgemeester voorzitter "
    "secretaris hoogleraar archivaris bibliothecaris fotograaf vertaler hoofdredacteur "
    "havenmeester redaktör redaktør direktör direktør borgmästare borgmester ordförande ordfører "
    "sekreterare sekretær arkivarie arkivar bibliotekarie bibliotekar ingenjör ingeniør "
    "författare forfatter översättare hamnkapten havnefogd havnemester statsråd statsminister "
    "redaktor dyrektor dziennikarz korespondent burmistrz prezes sekretarz bibliotekarz inżynier "
    "ředitel novinář starosta toimittaja päätoimittaja johtaja ministeri pormestari professori "
    "редактор директор корреспондент журналист министр президент профессор секретарь архивариус "
    "инженер автор фотограф заведующий заведующая председатель начальник глава библиотекарь "
    "διευθυντής διευθύντρια πρόεδρος γραμματέας δήμαρχος υπεύθυνος υπεύθυνη "
    "igazgató igazgatója könyvtárvezető múzeumigazgató polgármester titkár elnök elnöke "
    "főszerkesztő levéltáros könyvtáros müdür müdürü başkan başkanı başkanlığı sekreter sekreteri "
    "kepala direktur ketua sekretaris bendahara mkurugenzi katibu mwenyekiti đốc tịch trưởng "
    "رئيس رئيسة مدير مديرة المدير المديرة أمين أمينة وزير محافظ عميد سكرتير المسؤول "
    "رئیس مدیر مدیرکل سرپرست شهردار معاون دبیر مسئول "
    "ผู้อำนวยการ หัวหน้า นายก เลขานุการ "
    "מנהל מנהלת ראש מזכיר מזכירת ספרן ספרנית ארכיונאי ארכיונאית עורך עורכת"
)
_BODIES: Final = (
    "press museum library office department ministry council university institute society "
    "association foundation agency committee commission group media news magazine journal gazette "
    "authority archive archives board trust union company school times herald tribune bureau "
    "college service centre center academy parliament government municipality ltd inc llc gmbh ag "
    "plc reuters ap afp dpa tt ntb ansa efe cnn bbc pa upi tass xinhua verlag presse zeitung "
    "bibliothek universität institut verein stiftung ministerium stadt gemeinde landkreis "
    "kommission behörde archiv hochschule akademie gesellschaft musée bibliothèque université "
    "ministère société agence mairie académie museo biblioteca universidad ministerio sociedad "
    "agencia ayuntamiento academia instituto università ministero società agenzia comune istituto "
    "accademia museu universidade ministério sociedade câmara universiteit stichting ministerie "
    "gemeente bibliotheek instituut universitet museet kommun kommune bibliotek departementet "
    "myndighet forlag förlag arkivet uniwersytet biblioteka ministerstwo muzeum univerzita "
    "yliopisto kirjasto ministeriö музей университет министерство библиотека институт агентство "
    "администрация управление общество комитет архив газета μουσείο βιβλιοθήκη δήμος υπουργείο "
    "πανεπιστήμιο εφημερίδα könyvtár könyvtára múzeum múzeuma levéltár levéltára önkormányzat "
    "müzesi kütüphanesi belediyesi gazetesi üniversitesi bakanlığı müdürlüğü perpustakaan dinas "
    "yayasan harian maktaba makumbusho chuo مكتبة متحف بلدية وزارة جامعة جمعية هيئة مؤسسة دائرة "
    "شهرداری کتابخانه موزه دانشگاه سازمان اداره بنیاد ספריית מוזיאון עיריית אוניברסיטת ארכיון"
)
_PLACES: Final = (
    "oslo bergen stockholm göteborg gothenburg malmö uppsala copenhagen københavn aarhus helsinki "
    "helsingfors reykjavík tallinn riga vilnius london edinburgh glasgow dublin belfast cardiff "
    "manchester liverpool birmingham bristol oxford cambridge amsterdam rotterdam utrecht antwerp "
    "antwerpen brussels brüssel bruxelles ghent gent berlin hamburg münchen munich köln cologne "
    "frankfurt stuttgart düsseldorf leipzig dresden hannover bremen bonn nürnberg wien vienna "
    "graz salzburg zürich zurich bern basel genf genève geneva lausanne paris lyon marseille "
    "bordeaux toulouse strasbourg lille nantes madrid barcelona sevilla seville bilbao zaragoza "
    "lisbon lisboa porto rome milano napoli naples torino turin firenze venezia venice bologna "
    "genova palermo athens athen istanbul ankara warsaw warszawa kraków gdańsk poznań prague "
    "praha brno budapest bratislava ljubljana zagreb belgrade beograd sarajevo bucharest "
    "bucurești moscow moskva moskau kyiv kiev minsk boston chicago philadelphia seattle toronto "
    "montréal montreal ottawa vancouver mexico bogotá caracas johannesburg nairobi cairo "
    "jerusalem damascus baghdad tehran delhi mumbai beijing shanghai tokyo kyoto osaka seoul "
    "singapore melbourne canberra wellington auckland norway norge sweden sverige denmark danmark "
    "finland iceland england scotland wales netherlands nederland belgium germany deutschland "
    "austria österreich switzerland schweiz suisse spain españa portugal italy italia greece "
    "turkey poland polska hungary romania russia ukraine canada usa uk australia japan"
)
_DEGREES: Final = "dr prof doctor phd md mba msc bsc dphil esq ma ba"
_BETWEEN: Final = "of for at für im beim am"
"""What no name of a person has within, and the name of an office often."""
_COMPOUND: Final = ("museum", "bibliothek", "universität", "zeitung", "verein", "archiv", "verlag")
"""How long German names of bodies end."""
_word = re.compile(r"[^\W\d_]+")
_roles = frozenset(_ROLES.casefold().split())
_bodies = frozenset(_BODIES.casefold().split())
_places = frozenset(_PLACES.split())
_degrees = frozenset(_DEGREES.split())
_between = frozenset(_BETWEEN.split())


def is_office(text: str) -> bool:
    """Tell whether *text*, which stands behind a name, says what somebody is or where."""
    words = _word.findall(text.casefold())
    return bool(words) and (
        not _roles.isdisjoint(words)
        or not _between.isdisjoint(words)
        or is_body(text)
        or _places.issuperset(words)
        or _degrees.issuperset(words)
    )


def is_body(text: str) -> bool:
    """Tell whether *text* has a word that the names of bodies have and those of people have not."""
    words = _word.findall(text.casefold())
    return not _bodies.isdisjoint(words) or any(
        word.endswith(_COMPOUND) or (word.endswith("amt") and len(word) > len("samt"))
        for word in words
    )
