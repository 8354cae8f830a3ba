"""Small words that betray a language: articles, pronouns, prepositions, forms of `to be`.

They make up a third of any running text, so that a paragraph is enough. Languages that share most
of their words are told apart by those they do not share.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from audit.claims.speech.named import named

_SMALL: Final = {
    "en": "the of and to in is that for it was on with as are be this by his he from at which "
    "have not you had but were they she their been has we who will would there what when "
    "if can all her our or an its than into more about up out so only no",
    "de": "der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch "
    "es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über "
    "einen so zum war haben nur oder aber vor zur bis mehr durch kann wurde ich wir uns "
    "ihr",
    "fr": "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce "
    "il sont avec son aux mais ou on cette sa ses été ont comme nous vous leur elle être "
    "fait deux ces était je tout même aussi entre sans dont où l d qu s n c j",
    "es": "de la que el en y los se del las un por con una su para es al lo como más pero sus "
    "le ha o este sí porque esta entre cuando muy sin sobre también me hasta hay donde "
    "quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos fue "
    "son está",
    "it": "di e il la che in un a per è una sono del con non si da della le i al nel dei più "
    "anche gli alla come lo ma delle ha o se dal questo nella suo dalla ai sul ed degli "
    "cui tra dopo essere stato ci questa loro anni era ad l dell all un",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao "
    "ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre "
    "depois sem mesmo aos são foi está ser tem há você",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij "
    "nog uit door worden naar heeft hebben ze wordt kan hij deze geen was of over meer "
    "tot die je wat werd haar zich waar we",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men var jag "
    "från vi så kan när nu ska år också sig eller under vid efter ut hade alla här mot "
    "dem mycket blev sin detta där skulle bara upp denna",
    "da": "og i at det er en til på som for med de ikke der den af har et om han var fra men vi "
    "kan så jeg skal ved eller også efter over ud hvor nu blev bliver mere sig denne "
    "havde været hun mod når min kun meget få år hvad noget nogle",
    "no": "og i det er på som en til å av for at med har de ikke den han om et fra men vi var "
    "kan jeg så skal ble sin eller også etter over ut hvor nå blir mer seg være hun mot "
    "når bare hva noe noen vært opp år ville alle disse",
    "is": "og að í á sem er til við um en með var fyrir það af ekki hann því þess frá þar eru "
    "hefur þeir sér verið eða hafa þá þegar eftir hún upp þau nú svo voru",
    "fi": "ja on ei se että oli hän ovat joka myös kun mutta niin ole tai kuin sen jos mukaan "
    "jo vain hänen sekä ne olla voi olisi mitä siitä sitä ollut tämä jälkeen vuonna "
    "kanssa joita jotka",
    "et": "ja on et ei see oma ka aga kui oli mis ning kes selle seda siis ta või üks veel nii "
    "pole nende pärast tema olid saab oleks välja",
    "hu": "a az és hogy nem is egy meg de ez csak volt már még ha mint vagy el azt fel van ki "
    "ezt lehet amely minden után mert így lesz kell két pedig szerint között",
    "pl": "w i na z się do nie to jest że o jak po za od co przez tym są ale dla jego czy który "
    "oraz już było tylko jej może być także tego ich które był został przed lub pod roku "
    "również jako",
    "cs": "a v se na je že o s z do i to k ve pro za by ale si po jako od jsou jeho které který "
    "podle byl také tak až bude při jsem bylo než nebo být ze již však už jen roku kteří",
    "sk": "a v sa na je že o s z do aj to k vo pre za by ale si po ako od sú jeho ktoré ktorý "
    "podľa bol tiež tak až bude pri som bolo než alebo byť zo už však len roku ktorí "
    "ktorá",
    "sl": "in je v na se da za so pa ki z ne bi tudi kot po od pri še iz že do ali kar bo o ter "
    "ni jih lahko zaradi med leta več s k",
    "hr": "i u je na se da za su od s koji kao a ne iz o što će bi ili do te po koja ali nije "
    "još bio koje već kako samo biti sa tako prema godine između nakon",
    "ro": "și de în a la că nu pe cu este o din un să mai care pentru sunt ce ca dar fi au fost "
    "lui prin sau după îi al cele ei într această până între cum doar ale către unei",
    "tr": "ve bir bu da de için ile olarak daha çok olan gibi en kadar ne var her ama sonra o "
    "göre ise veya şey ki olduğu değil ben kendi tarafından iki yok ancak üzerinde mi",
    "sq": "e të në i një për me që nga ka është se nuk do dhe si më kjo por janë ky u këtë "
    "ishte kur ose tij mund pas edhe",
    "la": "et in est ad ut cum qui quae quod ab ex si sed nec non atque ac esse sunt eius hoc aut "
    "enim autem quam pro sub etiam erat eum ipse nos nostri nobis vel eorum suis inter anno "
    "domini dei per super quibus ea eo eos eas fuit sive tamen ante",
    "ca": "de la i el que a en les un per del una amb es els no al és són més com ha va pel "
    "aquest seva dels seu però també aquesta han fins quan entre ser o molt sobre",
    "gl": "de a e o que en do da unha un os no na con para por se as non dos é máis como das ao "
    "foi tamén seu súa ou pola polo mais entre ata cando á esta este son",
    "eu": "eta da ez ere du bat izan zen dira baina egin dute beste den bere edo hori hau zuen "
    "dago arte dela zuten baino",
    "lt": "ir į kad su yra iš o kaip ar bet tai buvo jau už dėl po nuo tik taip jo apie prie "
    "arba kurie gali metų jų per dar",
    "lv": "un ir ar no uz ka par kas tas arī lai bet pie kā vai tika pēc viņš to bija līdz šo "
    "jau savu tā vairāk kuri gada",
    "id": "yang dan di dengan untuk pada dari ini itu dalam tidak adalah akan juga ke oleh "
    "sebagai telah karena bahwa atau mereka saya ia dapat lebih bisa kami ada sudah "
    "tersebut seperti bagi harus",
    "ms": "yang dan di dengan untuk pada dari ini itu dalam tidak adalah akan juga ke oleh "
    "sebagai telah kerana bahawa atau mereka saya ia boleh lebih kami ada sudah tersebut "
    "seperti bagi perlu beliau",
    "vi": "và của là có các trong được cho không với một những người khi đã này từ để như về ra "
    "vào cũng đến tại nhưng còn sẽ theo năm ông làm nhiều sau trên",
    "sw": "na ya wa kwa ni katika la za kuwa cha hii yake au kama huo hiyo pia wake baada "
    "kutoka hivyo lakini si vya",
    "tl": "ang ng sa na mga at ay ni si para ito kay hindi may nang kung siya din mula isang "
    "niya ko pero ako",
    "ru": "и в не на что с он по как это к но из у за от так же для его то или был о мы все "
    "только она бы было при они уже также ещё который года до со если когда после",
    "uk": "і в не на що з та до у за як від це для по й або але про він його також із які під "
    "так ще був було має при вже який яка вони років щоб",
    "be": "і ў не на што з да як гэта па для ён але за у ад таксама якія які было яго быў або "
    "пры яны са пра",
    "bg": "и на в да за се от не с по че са е като който до това или при но ще след също само "
    "които във със бе както има си го може",
    "mk": "и на во да за се од не со што е ќе како по кој до тоа или но ги го според биде исто "
    "само нивните кои беше",
    "sr": "и у је на се да за су од који као не са из о што ће би или до те по која али није "
    "још био које већ како само",
    "ar": "في من على أن إلى التي عن مع هذا هذه الذي ما لا كان أو بعد بين كما ذلك قد كل لم ولا "
    "حيث خلال وقد عند وفي إن غير",
    "fa": "و در به از که این را با است برای آن یک تا شد بر خود هم کرد نیز می شده بود اما یا ما "
    "دارد باید",
    "ur": "کے کی میں ہے سے کا اور کو نے پر یہ ہیں کہ اس بھی تھا ایک کر لیے تھے ہو جو ان وہ نہیں "
    "گیا تھی",
    "hi": "के में की है और का को से पर ने यह कि एक नहीं हैं भी इस लिए था हो कर जो तो गया रहा साथ अपने",
    "mr": "आहे आणि या व तर हे ते मध्ये होते असे केले नाही एक त्या आहेत करून होता ही",
    "ne": "र छ को मा यो का लाई भएको गर्न पनि छन् ले हो थियो गरेको नै एक भने",
}

_YIDDISH: Final = (
    "און דער דאס איז צו פון ניט נישט מיט וואס אז ער זיי האט האבן ווי אויף אויפן אבער געווען זיך עס "
    "ווערט אויך אלע זענען זיינען זייער קיין ווען דאך נאר"
)
_HEBREW: Final = (
    "של את על לא הוא היא זה זו כי עם אל גם או אם כל יותר רק אני הם היה בין אבל ולא לפני אחרי אשר"
)
YIDDISH: Final = frozenset(_YIDDISH.split())
HEBREW: Final = frozenset(_HEBREW.split())
"""Small words of two languages in one script, without points, digraphs as two letters."""
SCRIPTS: Final = {
    "GREEK": "el",
    "HEBREW": "he",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "my",
    "TIBETAN": "bo",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "CJK": "zh",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "ORIYA": "or",
    "SINHALA": "si",
    "THAANA": "dv",
    "BENGALI": "bn",
    "ETHIOPIC": "am",
    "CHEROKEE": "chr",
}
"""Scripts of one language, or nearly so, by the first word of the names of their letters."""
SHARED: Final = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "ARABIC": "Arab", "DEVANAGARI": "Deva"}
"""Scripts of many languages, and their codes in ISO 15924."""
JAPANESE: Final = frozenset(("HIRAGANA", "KATAKANA"))
GROUPS: Final = {
    **dict.fromkeys(("nb", "nn", "no"), "no"),
    **dict.fromkeys(("cmn", "yue", "wuu", "zh"), "zh"),
    **dict.fromkeys(("bs", "hr", "sr", "sh", "cnr"), "sh"),
    **dict.fromkeys(("id", "ms", "in", "zsm", "ind"), "ms"),
    **dict.fromkeys(("tl", "fil"), "fil"),
    **dict.fromkeys(("he", "iw"), "he"),
    **dict.fromkeys(("ro", "mo"), "ro"),
    **dict.fromkeys(("fa", "prs"), "fa"),
    **dict.fromkeys(("ar", "arb", "arz", "ary"), "ar"),
    **dict.fromkeys(("uz", "uzs"), "uz"),
}
"""Tags that no conflict is made of: one language under several names, or near twins."""


@cache
def small_words() -> Mapping[str, tuple[str, ...]]:
    """Return the languages of every small word."""
    table: dict[str, list[str]] = {}
    for language, words in _SMALL.items():
        for word in dict.fromkeys(words.split()):
            table.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in table.items()}


def primary(tag: str) -> str:
    """Return the language of a BCP 47 *tag* in a form that can be compared, or empty."""
    language = tag.strip().replace("_", "-").partition("-")[0].lower()
    language = named().get(language, language)
    return (
        GROUPS.get(language, language) if language not in {"und", "zxx", "mul", "mis", "x"} else ""
    )
