"""Names of the Gregorian months in some seventy languages, wide and abbreviated, as CLDR has them.

One string a language: twelve months between blanks, spellings between slashes, words of one name
joined by an underscore. Case, accents and final full stops do not matter: names are folded.
"""

from typing import Final

MONTHS: Final = {
    "en": "january/jan/jany february/feb/febr/feby march/mar april/apr may june/jun july/jul "
    "august/aug september/sep/sept/septr/septbr october/oct/octr/octbr "
    "november/nov/novr/novbr december/dec/decr/decbr",
    "la": "januarii/ianuarii februarii martii aprilis maii/maji/maij junii/iunii julii/iulii "
    "augusti septembris octobris novembris decembris",
    "de": "januar/jänner/jan februar/feber/feb märz/mär/mrz/maerz april/apr mai juni/jun/juny "
    "juli/jul "
    "august/aug september/sep/sept oktober/okt november/nov dezember/dez",
    "fr": "janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil/juill août "
    "septembre/sept octobre/oct novembre/nov décembre/déc",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago "
    "septiembre/setiembre/sept/sep/set octubre/oct noviembre/nov diciembre/dic",
    "it": "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug "
    "agosto/ago settembre/set/sett ottobre/ott novembre/nov dicembre/dic",
    "pt": "janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago "
    "setembro/set outubro/out novembro/nov dezembro/dez",
    "nl": "januari/januarij/jan februari/februarij/feb maart/mrt april/apr mei juni/junij/jun "
    "juli/julij/jul augustus/aug "
    "september/sep oktober/okt november/nov december/dec",
    "sv": "januari/jan februari/feb mars/mar april/apr maj juni/jun juli/jul augusti/aug "
    "september/sep/sept oktober/okt november/nov december/dec",
    "da": "januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug "
    "september/sep/sept oktober/okt november/nov december/dec",
    "nb": "januar/jan februar/feb mars/mar april/apr mai juni/jun juli/jul august/aug "
    "september/sep/sept oktober/okt november/nov desember/des",
    "fi": "tammikuuta/tammikuun/tammikuu/tammik helmikuuta/helmikuun/helmikuu/helmik "
    "maaliskuuta/maaliskuun/maaliskuu/maalisk huhtikuuta/huhtikuun/huhtikuu/huhtik "
    "toukokuuta/toukokuun/toukokuu/toukok kesäkuuta/kesäkuun/kesäkuu/kesäk "
    "heinäkuuta/heinäkuun/heinäkuu/heinäk elokuuta/elokuun/elokuu/elok "
    "syyskuuta/syyskuun/syyskuu/syysk lokakuuta/lokakuun/lokakuu/lokak "
    "marraskuuta/marraskuun/marraskuu/marrask joulukuuta/joulukuun/joulukuu/jouluk",
    "is": "janúar/jan febrúar/feb mars/mar apríl/apr maí júní/jún júlí/júl ágúst/ágú "
    "september/sep október/okt nóvember/nóv desember/des",
    "et": "jaanuar/jaanuaril/jaan veebruar/veebruaril/veebr märts/märtsil aprill/aprillil/apr "
    "mai/mail juuni/juunil juuli/juulil august/augustil/aug september/septembril/sept "
    "oktoober/oktoobril/okt november/novembril/nov detsember/detsembril/dets",
    "lv": "janvāris/janvārī/janv februāris/februārī/febr marts/martā aprīlis/aprīlī/apr "
    "maijs/maijā jūnijs/jūnijā/jūn jūlijs/jūlijā/jūl augusts/augustā/aug "
    "septembris/septembrī/sept oktobris/oktobrī/okt novembris/novembrī/nov "
    "decembris/decembrī/dec",
    "lt": "sausio/sausis/saus vasario/vasaris/vas kovo/kovas balandžio/balandis/bal "
    "gegužės/gegužė/geg birželio/birželis/birž liepos/liepa rugpjūčio/rugpjūtis/rugp "
    "rugsėjo/rugsėjis/rugs spalio/spalis/spal lapkričio/lapkritis/lapkr gruodžio/gruodis/gruod",
    "pl": "stycznia/styczeń/sty lutego/luty/lut marca/marzec/mar kwietnia/kwiecień/kwi maja/maj "
    "czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz "
    "października/październik/paź listopada/listopad/lis grudnia/grudzień/gru",
    "cs": "ledna/leden února/únor/úno března/březen/bře dubna/duben/dub května/květen/kvě "
    "června/červen/čvn července/červenec/čvc srpna/srpen/srp září/zář října/říjen/říj "
    "listopadu/listopad prosince/prosinec",
    "sk": "januára/január/jan februára/február/feb marca/marec/mar apríla/apríl/apr mája/máj "
    "júna/jún júla/júl augusta/august/aug septembra/september/sep októbra/október/okt "
    "novembra/november/nov decembra/december/dec",
    "sl": "januarja/januar/jan februarja/februar/feb marca/marec/mar aprila/april/apr maja/maj "
    "junija/junij/jun julija/julij/jul avgusta/avgust/avg septembra/september/sep "
    "oktobra/oktober/okt novembra/november/nov decembra/december/dec",
    "hr": "siječnja/siječanj/sij veljače/veljača/velj ožujka/ožujak/ožu travnja/travanj/tra "
    "svibnja/svibanj/svi lipnja/lipanj/lip srpnja/srpanj/srp kolovoza/kolovoz/kol "
    "rujna/rujan/ruj listopada/listopad/lis studenoga/studenog/studeni/stu "
    "prosinca/prosinac",
    "sr-Latn": "januara/januar/jan februara/februar/feb marta/mart/mar aprila/april/apr maja/maj "
    "juna/jun/juni jula/jul/juli avgusta/avgust/avg septembra/septembar/sep "
    "oktobra/oktobar/okt novembra/novembar/nov decembra/decembar/dec",
    "sr": "јануара/јануар/јан фебруара/фебруар/феб марта/март/мар априла/април/апр маја/мај "
    "јуна/јун јула/јул августа/август/авг септембра/септембар/сеп октобра/октобар/окт "
    "новембра/новембар/нов децембра/децембар/дец",
    "mk": "јануари/јан февруари/фев март/мар април/апр мај јуни/јун јули/јул август/авг "
    "септември/септ октомври/окт ноември/ноем декември/дек",
    "bg": "януари/ян февруари/февр март/мар април/апр май юни юли август/авг септември/септ "
    "октомври/окт ноември/ноем декември/дек",
    "ru": "января/январь/янв февраля/февраль/февр/фев марта/март/мар апреля/апрѣля/апрель/апр "
    "мая/май июня/іюня/июнь/июн июля/іюля/июль/июл августа/август/авг сентября/сентябрь/сент/сен "
    "октября/октябрь/окт ноября/ноябрь/нояб/ноя декабря/декабрь/дек",
    "uk": "січня/січень/січ лютого/лютий/лют березня/березень/бер квітня/квітень/квіт "
    "травня/травень/трав червня/червень/черв липня/липень/лип серпня/серпень/серп "
    "вересня/вересень/вер жовтня/жовтень/жовт листопада/листопад/лист грудня/грудень/груд",
    "be": "студзеня/студзень/сту лютага/люты/лют сакавіка/сакавік/сак красавіка/красавік/кра "
    "мая/май чэрвеня/чэрвень/чэр ліпеня/ліпень/ліп жніўня/жнівень/жні верасня/верасень/вер "
    "кастрычніка/кастрычнік/кас лістапада/лістапад/ліс снежня/снежань/сне",
    "ro": "ianuarie/ian februarie/feb martie/mar aprilie/apr mai iunie/iun iulie/iul august/aug "
    "septembrie/sept octombrie/oct noiembrie/noi decembrie/dec",
    "hu": "január/jan február/febr március/márc április/ápr május/máj június/jún július/júl "
    "augusztus/aug szeptember/szept október/okt november/nov december/dec",
    "el": "ιανουαρίου/ιανουάριος/ιαν φεβρουαρίου/φεβρουάριος/φεβ μαρτίου/μάρτιος/μαρ "
    "απριλίου/απρίλιος/απρ μαΐου/μάιος/μαι ιουνίου/ιούνιος/ιουν ιουλίου/ιούλιος/ιουλ "
    "αυγούστου/αύγουστος/αυγ σεπτεμβρίου/σεπτέμβριος/σεπ οκτωβρίου/οκτώβριος/οκτ "
    "νοεμβρίου/νοέμβριος/νοε δεκεμβρίου/δεκέμβριος/δεκ",
    "tr": "ocak/oca şubat/şub mart/mar nisan/nis mayıs/may haziran/haz temmuz/tem ağustos/ağu "
    "eylül/eyl ekim/eki kasım/kas aralık/ara",
    "az": "yanvar/yanvarın/yan fevral/fevralın/fev mart/martın/mar aprel/aprelin/apr may/mayın "
    "iyun/iyunun/iyn iyul/iyulun/iyl avqust/avqustun/avq sentyabr/sentyabrın/sen "
    "oktyabr/oktyabrın/okt noyabr/noyabrın/noy dekabr/dekabrın/dek",
    "uz": "yanvar fevral mart aprel may iyun iyul avgust sentyabr/sentabr oktyabr/oktabr "
    "noyabr dekabr",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "kk-its": "қаңтары ақпаны наурызы сәуірі мамыры маусымы шілдесі тамызы қыркүйегі қазаны "
    "қарашасы желтоқсаны",
    "sq": "janar/jan shkurt/shk mars/mar prill/pri maj qershor/qer korrik/kor/korr gusht/gsh/gush "
    "shtator/sht tetor/tet nëntor/nën dhjetor/dhj",
    "ca": "gener/gen febrer/febr març abril/abr maig juny juliol/jul agost/ag setembre/set "
    "octubre/oct novembre/nov desembre/des",
    "gl": "xaneiro/xan febreiro/feb marzo/mar abril/abr maio xuño xullo/xul agosto/ago "
    "setembro/set outubro/out novembro/nov decembro/dec",
    "eu": "urtarrilaren/urtarrila/urt otsailaren/otsaila/ots martxoaren/martxoa/mar "
    "apirilaren/apirila/api maiatzaren/maiatza/mai ekainaren/ekaina/eka uztailaren/uztaila/uzt "
    "abuztuaren/abuztua/abu irailaren/iraila/ira urriaren/urria/urr azaroaren/azaroa/aza "
    "abenduaren/abendua/abe",
    "cy": "ionawr/ion chwefror/chwef mawrth/fawrth ebrill/ebr mai/fai mehefin/fehefin/meh "
    "gorffennaf/orffennaf/gorff awst medi/fedi hydref/hyd tachwedd/dachwedd/tach "
    "rhagfyr/ragfyr/rhag",
    "ga": "eanáir/ean feabhra/feabh márta/mhárta aibreán/aibreáin/aib bealtaine/bhealtaine/beal "
    "meitheamh/meithimh/mheitheamh/mheithimh/meith iúil lúnasa/lún meán_fómhair/mfómh "
    "deireadh_fómhair/dheireadh_fómhair/dfómh samhain/samhna/shamhna/samh nollaig/nollag/noll",
    "mt": "jannar frar marzu april mejju ġunju lulju awwissu settembru ottubru novembru diċembru",
    "af": "januarie februarie maart april mei junie julie augustus september oktober november "
    "desember",
    "id": "januari/djanuari/jan februari/pebruari/feb/peb maret/mar april/apr mei "
    "juni/djuni/jun juli/djuli/jul agustus/agu/ags september/sep oktober/okt "
    "november/nopember/nov/nop desember/des",
    "ms": "januari februari mac april mei jun julai/jul ogos september oktober november disember",
    "sw": "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
    "fil": "enero pebrero marso abril mayo hunyo hulyo agosto setyembre oktubre nobyembre "
    "disyembre",
    "hi": "जनवरी/जन फ़रवरी/फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर "
    "नवंबर/नवम्बर दिसंबर/दिसम्बर",
    "bn": "জানুয়ারী/জানুয়ারি ফেব্রুয়ারী/ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "ta": "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்",
    "th": "มกราคม/ม.ค กุมภาพันธ์/ก.พ มีนาคม/มี.ค เมษายน/เม.ย พฤษภาคม/พ.ค มิถุนายน/มิ.ย "
    "กรกฎาคม/ก.ค สิงหาคม/ส.ค กันยายน/ก.ย ตุลาคม/ต.ค พฤศจิกายน/พ.ย ธันวาคม/ธ.ค",
    "he": "ינואר/בינואר פברואר/בפברואר מרץ/מרס/במרץ/במרס אפריל/באפריל מאי/במאי יוני/ביוני "
    "יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר",
    "he-to": "לינואר/ינו׳ לפברואר/פבר׳ למרץ/למרס לאפריל/אפר׳ למאי ליוני ליולי לאוגוסט/אוג׳ "
    "לספטמבר/ספט׳ לאוקטובר/אוק׳ לנובמבר/נוב׳ לדצמבר/דצמ׳",
    "ar": "يناير/كانون_الثاني/جانفي فبراير/شباط/فيفري مارس/آذار أبريل/إبريل/نيسان/أفريل "
    "مايو/أيار/ماي يونيو/يونيه/حزيران/جوان يوليو/يوليه/تموز/جويلية/يوليوز أغسطس/آب/أوت/غشت "
    "سبتمبر/أيلول/شتنبر أكتوبر/تشرين_الأول نوفمبر/تشرين_الثاني/نونبر ديسمبر/كانون_الأول/دجنبر",
    "fa": "ژانویه/ژانویهٔ فوریه/فوریهٔ مارس آوریل مه/مهٔ/می ژوئن ژوئیه/ژوئیهٔ/جولای اوت/آگوست "
    "سپتامبر اکتبر نوامبر دسامبر",
    "ur": "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
    "ka": "იანვარი/იან თებერვალი/თებ მარტი/მარ აპრილი/აპრ მაისი/მაი ივნისი/ივნ ივლისი/ივლ "
    "აგვისტო/აგვ სექტემბერი/სექ ოქტომბერი/ოქტ ნოემბერი/ნოე დეკემბერი/დეკ",
    "hy": "հունվարի/հունվար փետրվարի/փետրվար մարտի/մարտ ապրիլի/ապրիլ մայիսի/մայիս "
    "հունիսի/հունիս հուլիսի/հուլիս օգոստոսի/օգոստոս սեպտեմբերի/սեպտեմբեր "
    "հոկտեմբերի/հոկտեմբեր նոյեմբերի/նոյեմբեր դեկտեմբերի/դեկտեմբեր",
    "hy-short": "հնվ փտվ մրտ ապր մյս հնս հլս օգս սեպ հոկ նոյ դեկ",
    "te": "జనవరి/జన ఫిబ్రవరి/ఫిబ్ర మార్చి ఏప్రిల్ మే జూన్ జులై/జూలై ఆగస్టు/ఆగ సెప్టెంబర్/సెప్టెం "
    "అక్టోబర్/అక్టో నవంబర్/నవం డిసెంబర్/డిసెం",
    "mr": "जानेवारी/जाने फेब्रुवारी/फेब्रु मार्च एप्रिल मे जून जुलै ऑगस्ट/ऑग सप्टेंबर/सप्टें "
    "ऑक्टोबर/ऑक्टो नोव्हेंबर/नोव्हें डिसेंबर/डिसें",
    "ne": "जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर",
    "gu": "જાન્યુઆરી/જાન્યુ ફેબ્રુઆરી/ફેબ્રુ માર્ચ એપ્રિલ મે જૂન જુલાઈ ઑગસ્ટ/ઓગસ્ટ "
    "સપ્ટેમ્બર/સપ્ટે ઑક્ટોબર/ઓક્ટોબર/ઑક્ટો નવેમ્બર/નવે ડિસેમ્બર/ડિસે",
    "pa": "ਜਨਵਰੀ/ਜਨ ਫ਼ਰਵਰੀ/ਫਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ ਸਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ",
    "kn": "ಜನವರಿ/ಜನ ಫೆಬ್ರವರಿ/ಫೆಬ್ರ ಮಾರ್ಚ್ ಏಪ್ರಿಲ್ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್/ಆಗ ಸೆಪ್ಟೆಂಬರ್/ಸೆಪ್ಟೆಂ ಅಕ್ಟೋಬರ್/ಅಕ್ಟೋ ನವೆಂಬರ್/ನವೆಂ ಡಿಸೆಂಬರ್/ಡಿಸೆಂ",
    "ml": "ജനുവരി/ജനു ഫെബ്രുവരി/ഫെബ്രു മാർച്ച് ഏപ്രിൽ മേയ്/മെയ് ജൂൺ ജൂലൈ ഓഗസ്റ്റ് സെപ്റ്റംബർ ഒക്ടോബർ നവംബർ ഡിസംബർ",
    "or": "ଜାନୁଆରୀ ଫେବୃଆରୀ ମାର୍ଚ୍ଚ ଅପ୍ରେଲ ମଇ ଜୁନ ଜୁଲାଇ ଅଗଷ୍ଟ ସେପ୍ଟେମ୍ବର ଅକ୍ଟୋବର ନଭେମ୍ବର ଡିସେମ୍ବର",
    "as": "জানুৱাৰী ফেব্ৰুৱাৰী মাৰ্চ এপ্ৰিল মে জুন জুলাই আগষ্ট ছেপ্তেম্বৰ অক্টোবৰ নৱেম্বৰ ডিচেম্বৰ",
    "si": "ජනවාරි පෙබරවාරි මාර්තු අප්‍රේල් මැයි ජූනි ජූලි අගෝස්තු සැප්තැම්බර් ඔක්තෝබර් නොවැම්බර් දෙසැම්බර්",
    "lo": "ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ",
    "km": "មករា កុម្ភៈ/កុម្ភះ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ",
    "my": "ဇန်နဝါရီ ဖေဖော်ဝါရီ မတ် ဧပြီ မေ ဇွန် ဇူလိုင် ဩဂုတ်/သြဂုတ် စက်တင်ဘာ အောက်တိုဘာ နိုဝင်ဘာ ဒီဇင်ဘာ",
    "am": "ጃንዋሪ/ጃንዩወሪ ፌብሩዋሪ/ፌብሩወሪ ማርች ኤፕሪል/ኤፕረል ሜይ ጁን ጁላይ ኦገስት ሴፕቴምበር ኦክቶበር ኖቬምበር ዲሴምበር",
    "ps": "جنوري فبروري مارچ اپریل مۍ جون جولای اګست سپتمبر اکتوبر نومبر دسمبر",
    "tg": "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр",
    "ky": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "tk": "ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr",
}
