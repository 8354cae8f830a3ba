"""What the elements of the Creative Commons licences are called in the languages they are in."""

from typing import Final

NAMES: Final = {
    "BY": (
        r"attribution|namensnennung|paternité|reconocimiento|atribuci[oó]n|reconeixement|"
        r"attribuzione|atribui[cç][aã]o|naamsvermelding|uznanie autorstwa|erkännande|navngivelse|"
        r"kreditering|nimeä|uveďte (?:původ|autora)|uvedenie autora|nevezd meg|atribuire|"
        r"imenovanje|priznanje autorstva|(?:с указанием|із зазначенням) авторства|атрибуция|"
        r"атрибуція|αναφορά(?: (?:δημιουργού|προέλευσης))?|atıf|alıntı|"
        r"ن[ـًٌٍَُِّْ]{0,3}سب ال[ـًٌٍَُِّْ]{0,3}م[ًٌٍَُِّْ]{0,3}ص[ًٌٍَُِّْ]{0,3}ن[ًٌٍَُِّْ]{0,3}ف|"
        r"الإسناد|ייחוס|表示|署名|姓名標示|姓名标示|저작자\s{0,2}표시"
    ),
    "NC": (
        r"non[\s-]?comm?erc\w{2,6}(?: use)?|no[\s-]?comercial|nicht[\s-]?kommerziell|"
        r"keine kommerzielle nutzung|pas d['’]utilisation commerciale|"
        r"utilisation non[\s-]?commerciale|uso n(?:ão|o)[\s-]?co\w{1,2}ercial\w{0,2}|"
        r"n[aã]o[\s-]?comercial|niet[\s-]?commercieel|użycie niekomercyjne|niekomercyjne|"
        r"i[ck]ke[\s-]?kommer[sc]i?el+|ei[\s-]?kaupallinen|epäkaupallinen|"
        r"neužívejte (?:dílo )?komerčně|nekomerčn\w|ne add el|necomercial|nekomercijalno|"
        r"некоммерческ\w{2,3}(?: использование)?|некомерційн\w{1,4}|gayri\s?ticari|"
        r"ticari olmayan|μη[\s-]?εμπορική(?: χρήση)?|غير[\s-](?:ال)?تجاري|לא[\s-]מסחרי|"
        r"שימוש לא מסחרי|非営利|非商业性(?:使用)?|非商業性(?:使用)?|非商用|비영리"
    ),
    "ND": (
        r"no[\s-]?deriv(?:ative|ate|s)?s?(?: works?)?|keine bearbeitung(?:en)?|"
        r"pas de modifications?|sin\s?obras?\s?derivadas?|sin\s?derivad\w{1,2}|"
        r"sense obr(?:a|es) derivad(?:a|es)|(?:non|no|nessun[ae]?) opere derivate|"
        r"sem deriva(?:ções|coes|dos|das)|proibição de obras derivadas|geen afgeleide werken?|"
        r"bez utworów zależnych|inga bearbetningar|ingen bearbe?idels\w|ingen bearbejdels\w|"
        r"ei muutoksia|ei jälkiperäisiä(?: teoksia)?|nezpracovávejte|nezasahujte do díla|"
        r"ne változtasd|fără derivate|bez prerada|"
        r"без производных(?: произведений)?|без похідних(?: творів)?|türetilemez|"
        r"όχι παράγωγα έργα|منع الاشتقاق|בלי יצירות נגזרות|"
        r"改変禁止|禁止演绎|禁止改作|변경\s{0,2}금지"
    ),
    "SA": (
        r"share[\s-]?alike|weitergabe unter gleichen bedingungen|"
        r"partage (?:des conditions initiales )?à l['’]identique|"
        r"partage dans les mêmes conditions|compartir\s?igual|compartir obras derivadas igual|"
        r"compartir bajo la misma licencia|"
        r"condividi allo stesso modo|compartilha\s?igual|"
        r"compartilhamento pela mesma licença|partilha nos (?:mesmos termos|"
        r"termos da mesma licença)|"
        r"gelijk\s?delen|na tych samych warunkach|dela\s?lika|del på samme vilkår|jaa samoin|"
        r"zachovejte licenci|zachovanie licencie|így add tovább|distribuire în condiții identice|"
        r"deliti pod istim uslovima|с сохранением условий|(?:распространение )?на тех же условиях|"
        r"(?:поширення )?на тих самих умовах|aynı lisansla paylaş|lisans devam|"
        r"παρόμοια διανομή|(?:المشاركة|الترخيص|مشاركة) بالمثل|שיתוף זהה|"
        r"継承|相同方式共享|相同方式分享|동일\s{0,2}조건\s{0,2}변경\s{0,2}허락"
    ),
}
"""The names of each element, as the licences of de en fr es ca it pt nl pl sv da no fi cs sk hu ro
hr sl ru uk tr el ar he ja zh ko have them."""
COMMONS: Final = (
    r"creative[\s-]{1,3}commons|クリエイティブ[・･\s]{0,2}コモンズ|知识共享|知識共享|創用\s?CC|创用\s?CC|"
    r"创作共用|創作共用|크리에이티브\s{0,2}커먼즈|المشاع الإبداعي|креатив коммонс"
)
"""What Creative Commons is called."""
LICENCE_WORD: Final = (
    r"licen[sc]e|lizenz\w{0,2}|licencia|licencias|llicència|licenza|licença|licentie|licens(?:en)?|"
    r"licencj[aięą]|lisens(?:en|sin|si|ssi|i)?|licenc\w{1,2}|лицензи\w{1,2}|ліцензі\w{1,3}|"
    r"lisans\w{0,3}|"
    r"άδεια|رخصة|ترخيص|רישיון|ライセンス|许可(?:协议|證|证)?|授權\w{0,2}|許可|라이선스|deed"
)
"""What a licence is called, behind the name or between its parts."""
AND: Final = r"and|und|et|y|e|i|en|och|og|ja|ve|и|та|και|و"
FREE_PORT: Final = (
    r"international|internacional|internazionale|internationale?|internasjonal|kansainvälinen|"
    r"międzynarodowe|mezinárodní|uluslararası|всемирная|міжнародна|διεθνές|دولي|国際|国际|國際|국제|"
    r"unported|não adaptada|non transposé|non transposée|nicht portiert|generic|generico|genérica|"
    r"universal|public|öffentliche?|pública|germany|deutschland|france|españa|spain|italia|italy|"
    r"österreich|austria|schweiz|switzerland|united states|brasil|portugal|polska|nederland|"
    r"netherlands|japan|日本|australia|canada|argentina|chile|méxico|sverige|danmark|norge|igo"
)
"""Words behind a name that tell where a licence holds and take nothing away."""
