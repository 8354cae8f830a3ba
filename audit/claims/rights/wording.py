"""Words by which a sentence takes back, doubts or narrows what it says of rights."""

import re
from typing import Final

from audit.claims.late import Late, Small

EXCEPT: Final = Small(
    r"(?:except|unless|save|excepting)(?: where| when| as| if| for)?(?: it is| this is)?"
    r"(?: specifically| explicitly)?(?: \w{4,12}(?= otherwise))?(?: otherwise| stated otherwise|"
    r" noted otherwise)"
    r"(?: \w{2,12}){0,2}|(?:where|if) not otherwise \w{3,12}|(?:where|if) otherwise not \w{3,12}|"
    r"(?:sofern|soweit|wenn|falls|wo) (?:nichts? |es )?(?:nicht )?(?:\w{1,12} )?ander(?:s|e|es|"
    r"weitig)"
    r"(?: \w{3,14}){0,3}|"
    r"sauf (?:mention|indication|avis|précision) contraire|sauf (?:si|autre) [^,.;]{3,30}|"
    r"(?:salvo|excepto|a menos) (?:que|donde|indicación|cuando)(?: se)?(?: \w{4,12})?"
    r"(?: lo| en)?(?: contrari[oa]| otra cosa)?|"
    r"salvo nota contraria|"
    r"salvo (?:diversa|diverse|ove|dove)(?: diversamente)? \w{3,14}|"
    r"(?:ove|dove|se|laddove) non (?:diversamente|altrimenti) \w{3,14}|"
    r"(?:exceto|salvo|a menos) (?:quando|onde|se|indicação|que)(?: \w{4,12})?"
    r"(?: de| em| o)?(?: contrári[oa]| outra forma)?|"
    r"(?:tenzij|behalve|indien niet) anders \w{4,14}|"
    r"(?:o ile|jeśli|jeżeli) nie (?:zaznaczono|wskazano|podano|stwierdzono) (?:inaczej)?|"
    r"(?:om|där) (?:inte|inget|ej|ikke) annat \w{3,12}|om inte annat \w{3,12}|"
    r"(?:hvis|med mindre|hvor|der) (?:ikke )?an(?:det|net)(?: ikke)? (?:\w{2,12} ?){1,3}|"
    r"ellei (?:toisin|muuta) \w{3,16}|(?:pokud|není-li) (?:není )?uvedeno jinak|"
    r"если (?:не указано|иное не|не оговорено)(?: \w{4,12})?|якщо не (?:вказано|зазначено) інше|"
    r"aksi (?:belirtilmedikçe|belirtilmediği sürece)|ما لم (?:يذكر|ينص|يُذكر)[^,.،;]{0,24}|"
    r"εκτός (?:αν|εάν|όπου)[^,.;]{3,40}|אלא אם צוין אחרת|"
    r"特に(?:記載|断り|明記|表示)[^、。]{0,10}(?:限り|場合を除き)|(?:別途|特段の)[^、。]{0,12}(?:限り|除き)|"
    r"除(?:非|了)?[^，,。]{0,14}(?:外|说明|声明|注明|標示|標註|註明)|若?[无無如][^，,。]{0,8}(?:说明|声明|注明|說明)|"
    r"별도[^,.]{0,16}(?:한|제외하고)",
    re.IGNORECASE,
    stems=(
        "except|unless|save|otherwise|ander|sauf|salvo|menos|diversamente|altrimenti|exceto|"
        "zaznaczono|wskazano|podano|stwierdzono|annat|andet|annet|ellei|uvedeno|если|якщо|aksi|"
        "ما لم|εκτ|אלא|特に|別途|特段|除|说明|声明|注明|說明|별도"
    ),
)
"""An exception for what is marked otherwise takes nothing back: `unless otherwise noted`."""
BESIDES: Final = Small(
    r"\b(?:including|excluding|with the exception|except(?: for)?|apart from|together with|"
    r"einschlie(?:ß|"
    r"ss)lich|"
    r"mit ausnahme|außer|ausgenommen|samt|inklusive|y compris|hormis|hors|excepté|à l['’]exception|"
    r"incluid[oa]s?|inclusi?v[eo]|incluindo|excepto|exceto|tranne|eccetto|inclus[ei]|comprese?|"
    r"uitgezonderd|inclusief|behalve|utom|inklusive|undtagen|unntatt|herunder|oprócz|poza|w tym|"
    r"lukuun ottamatta|kromě|včetně|кроме|включая|hariç|dahil|εκτός από)\b(?:(?! (?:steht|stehen|"
    r"ist|sind|gilt|is|are) )[^,.;:]){0,60}",
    re.IGNORECASE,
)
"""What is named besides the subject of a sentence."""
BUT: Final = Late(
    r"\b(?:(?<!thing )(?<!\ball )but|rather|sondern|mais|pero|sino|però|bensì|mas|maar|men|utan|"
    r"lecz|ale|vaan|mutta|но|"
    r"зато|"
    r"ama|fakat)\b|بل|لكن|而是|但是?"
)
"""Words behind which a sentence turns."""
NOT: Final = Late(
    r"\b(?:not|other than|instead of|exempt|wrong|untrue|false|(?:everything|anything|all) but|"
    r"alles andere als|statt|anstelle|tout sauf|au lieu|en lugar|invece|\w{2,6}n['’]t|neither|"
    r"nor|never|cannot|nothing|none|"
    r"no(?= (?:longer|texts?|parts?|works?|contents?|materials?|articles?|pages?|one|way|licen|"
    r"més|és|está|es\b|esta|estan|están|son|se|ha|han|fue|era|pertenece|queda|tiene|hay|figura|"
    r"entra|puede|cae))|"
    r"nicht(?! (?:nur|zuletzt))|keine?[nmrs]?|weder|niemals|keineswegs|keinesfalls|"
    r"n['’](?=\w)|ne(?= \w{2,20} (?:pas|plus|jamais))|pas|jamais|aucune?s?|"
    r"ning[uú]n|ninguna|nenhum|nenhuma|nunca|jamás|tampoco|non(?! solo)|né|nessun[oa]?|não|nem|"
    r"niet|geen|nooit|evenmin|"
    r"nie|nigdy|ani|żad\w{1,4}|není|nejsou|nebyl\w?|nikdy|nijak|inte|icke|ikke|aldrig|aldri|ej|"
    r"inge[nt]|inga|ingenting|varken|verken|hverken|ei|eivät|eikä|не|ни|нет|никогда|ні|"
    r"değil|δεν|ούτε|nem|nu(?= (?:este|sunt|e|se)\b))\b|"
    r"\b(?:و)?(?:ليست?|ليسا|ليسوا|لا|لم|لن|غير)\b|\b(?:לא|אינו|אינה|אינם|אין)\b|नहीं|"
    r"\bno\s{0,2}\Z|不|并非|並非|未|没有|沒有|無い"
)
"""Words before a statement that make it its opposite, in small letters."""
NOT_AFTER: Final = Late(
    r"[^.;]{0,40}\b(?:withdrawn|revoked|refused|rejected|denied|zurückgezogen|verweigert|abgelehnt|"
    r"widerrufen|retirée?|refusée?|revocada|retirada|revocata)\b|"
    r"\W{0,3}(?:licen[sc]e |lizenz |licencia |licence )?(?:(?:do|does|is|are|was|were|"
    r"did)(?: not|n['’]t)|"
    r"no longer|n['’]est (?:pas|plus)|n['’]est|ne s['’]|no se aplica|no es|non si applica|"
    r"não se aplica|"
    r"gilt (?:hier )?nicht|geldt niet|gäller inte|gælder ikke|gjelder ikke|не распростран|"
    r"не примен)|"
    r"\W{0,3}(?:[^\W\d]{2,16}\s){0,4}(?:nicht|niet)(?![\w-]|\s(?:komm|comm))|"
    r"\W{0,3}(?:\w{2,16}\s){0,3}(?:değil|\w{2,16}m[ae]m[ıi]ş|\w{2,16}m[ae]z\b|\w{2,16}m[ıi]yor)|"
    r"[^。、，]{0,20}(?:ません|ではない|でない|なかった|ではなく|されていない|していない)|"
    r"[^.,]{0,24}(?:아니|아닙|않|없)|[^।,]{0,24}नहीं|[^.،]{0,16}(?:نیست|نمی)",
    re.IGNORECASE,
)
"""How a sentence goes on that takes back what it named first."""
IF: Final = Late(
    r"\b(?:if|whether|unless|until|till|once|perhaps|maybe|probably|possibly|presumably|might|"
    r"could|"
    r"would|should|shall|when|why|how to|what (?:is|are|does)|suppos\w{2,5}|alleged\w{0,2}|"
    r"believed|claim(?:s|ed)?|said to|thought to|plan\w{0,5} to|wants? to|wish\w{0,2} to|"
    r"intends? to|"
    r"will (?:be|become|enter|pass|fall)|formerly|previously|früher|ehemals|vormals|bisher|"
    r"anciennement|autrefois|"
    r"anteriormente|vroeger|dawniej|tidligere|tidigare|ранее|раньше|to be (?:released|licensed|"
    r"published)|not yet|"
    r"can be (?:released|licen[sc]ed)|may(?! (?:also )?(?:be )?(?:freely )?(?:(?:re)?us|cop|shar|"
    r"(?:re)?distrib|reprod|repub|downl|adapt|quot|print|(?:re)?post))|"
    r"wenn|falls|ob|sofern|soweit|sobald|solange|bis|vielleicht|möglicherweise|eventuell|"
    r"vermutlich|"
    r"wahrscheinlich|könnten?|würden?|dürften?|soll(?:en|ten?)?|angeblich|"
    r"si(?= (?:le|la|l['’]|les|ce|cet|cette|vous|un|une|el|los|las|este|esta|esto|usted|no|su)\b)|"
    r"s['’]il\w?|jusqu\w{0,3}|peut-être|pourrai\w{1,3}|serai\w{1,3}|sera|seront|deviendra|"
    r"lorsqu\w{1,2}|"
    r"quand|dès|probablement|hasta|quizás?|tal vez|podrían?|serían?|será|cuando|posiblemente|"
    r"probablemente|puede (?:ser|estar|que)|se(?= (?:il|lo|gli|quest\w|o|os|as|este)\b)|finché|"
    r"fino|forse|potrebbe\w{0,3}|sarebbe|sarà|quando|probabilmente|può essere (?:di|nel|in)|"
    r"até|talvez|poderia|seria|possivelmente|provavelmente|pode (?:ser|estar) (?:de|em|no)|"
    r"indien|misschien|zou(?:den)?|zodra|wanneer|mogelijk|waarschijnlijk|tot(?= \d)|"
    r"als(?= (?:de|het|deze|dit|een|u|je)\b)|jeśli|jeżeli|czy|gdyby|gdy|dopóki|może|prawdopodobnie|"
    r"będzie|będą|ifall|tills|kanske|skulle|när|indtil|inntil|måske|kanskje|ville|når|hvis|"
    r"om(?= (?:texten|teksten|verket|värket|du|man)\b)|muligvis|muligens|jos|kunnes|ehkä|voisi|"
    r"olisi|"
    r"pokud|jestli\w{0,2}|zda|dokud|možná|snad|až|kdyby|bude|budou|если|ли|пока|возможно|может|"
    r"вероятно|когда|бы|станет|перейд[её]т|будет|якщо|чи|можливо|eğer|belki|olabilir|muhtemelen|"
    r"αν|εάν|ίσως|μέχρι|όταν|θα|dacă|poate|până|talán|ameddig)\b|"
    r"\b(?:إذا|ربما|لو|حتى|هل|سوف|عندما|אם|אולי)\b|यदि|अगर|शायद|もし|かどうか|如果|是否|可能|直到|"
    r"也许|也許|만약|아마"
)
"""Words before a statement that leave open whether it holds, in small letters."""
IF_AFTER: Final = Late(
    r"[^.;]{0,12}\b(?:if|unless|until|when|once|wenn|falls|sofern|sobald|si|jusqu\w{0,3}|"
    r"lorsqu\w{1,2}|"
    r"hasta|cuando|finché|se|até|quando|indien|als|tot|zodra|jeśli|jeżeli|om|hvis|jos|pokud|"
    r"если)\b|"
    r"[^。，,]{0,8}(?:かもしれ|場合|まで|でしょう)|[^.,]{0,8}(?:경우|수도|까지)",
    re.IGNORECASE,
)
"""How it goes on where it holds under a condition."""
WILL: Final = Late(
    r"\b(?:wird|werden|wordt|worden|blir|bliver|tulee|staje|stanie|upłyn\w+|devient)\b"
)
"""Words of a future that are an ordinary passive beside a licence, not beside the public domain."""
UNTIL: Final = Late(
    r"\W{0,3}(?:until|till|bis|jusqu['’]en|jusqu['’]au?|hasta(?: el)?|fino al?|até|tot|do|til|"
    r"till|до)"
    r"\s(?:\w{1,10}\s){0,3}(?:19|20)\d\d",
    re.IGNORECASE,
)
"""How it goes on where a licence had an end."""
THERE: Final = Late(
    r"\W{0,3}(?:only\W{1,2})?(?:in|en|aux?|nos|negli|dans|within|inside|outside)\s(?:the\s|den\s|"
    r"gli\s)?"
    r"(?:united|usa\b|us\b|u\.s|eu\b|european|états|estados|stati|uk\b|some|most|many|certain)",
    re.IGNORECASE,
)
"""How it goes on where it holds in some countries alone."""
GOES_ON: Final = re.compile(
    r"\s(?:is|are|was|were|has|have|had|can|cannot|could|may|might|must|shall|should|will|would)\b"
)
IS: Final = re.compile(r"\b(?:is|are|was|were|be|been)\b")
"""Both tell of a sentence on any works: `code released under the GPL must come with its source`."""
