"""Names of the days of the week, Monday first, spelled as in `months`."""

from typing import Final

WEEKDAYS: Final = {
    "en": "monday/mon tuesday/tue/tues wednesday/wed thursday/thu/thur/thurs friday/fri "
    "saturday/sat sunday/sun",
    "de": "montag/mo dienstag/di mittwoch/mi donnerstag/do freitag/fr samstag/sonnabend/sa "
    "sonntag/so",
    "fr": "lundi/lun mardi/mar mercredi/mer jeudi/jeu vendredi/ven samedi/sam dimanche/dim",
    "es": "lunes/lun martes/mar miércoles/mié jueves/jue viernes/vie sábado/sáb domingo/dom",
    "it": "lunedì/lun martedì/mar mercoledì/mer giovedì/gio venerdì/ven sabato/sab domenica/dom",
    "pt": "segunda_feira/segunda/seg terça_feira/terça/ter quarta_feira/quarta/qua "
    "quinta_feira/quinta/qui sexta_feira/sexta/sex sábado/sáb domingo/dom",
    "nl": "maandag/ma dinsdag/di woensdag/wo donderdag/do vrijdag/vr zaterdag/za zondag/zo",
    "sv": "måndag/mån tisdag/tis onsdag/ons torsdag/tors fredag/fre lördag/lör söndag/sön",
    "da": "mandag/man tirsdag/tirs onsdag/ons torsdag/tors fredag/fre lørdag/lør søndag/søn",
    "fi": "maanantai/maanantaina/ma tiistai/tiistaina/ti keskiviikko/keskiviikkona/ke "
    "torstai/torstaina/to perjantai/perjantaina/pe lauantai/lauantaina/la sunnuntai/sunnuntaina/su",
    "is": "mánudagur/mánudaginn þriðjudagur/þriðjudaginn miðvikudagur/miðvikudaginn "
    "fimmtudagur/fimmtudaginn föstudagur/föstudaginn laugardagur/laugardaginn "
    "sunnudagur/sunnudaginn",
    "et": "esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev",
    "lv": "pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena",
    "lt": "pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis "
    "sekmadienis",
    "pl": "poniedziałek/pon wtorek/wt środa/środę/śr czwartek/czw piątek/pt "
    "sobota/sobotę/sob niedziela/niedzielę/niedz",
    "cs": "pondělí/po úterý/út středa/st čtvrtek/čt pátek/pá sobota/so neděle/ne",
    "sk": "pondelok utorok streda štvrtok piatok sobota nedeľa",
    "sl": "ponedeljek torek sreda četrtek petek sobota nedelja",
    "hr": "ponedjeljak utorak srijeda četvrtak petak subota nedjelja",
    "sr": "понедељак уторак среда четвртак петак субота недеља",
    "bg": "понеделник вторник сряда четвъртък петък събота неделя",
    "ru": "понедельник/пн вторник/вт среда/среду/ср четверг/чт пятница/пятницу/пт "
    "суббота/субботу/сб воскресенье/вс",
    "uk": "понеділок вівторок середа/середу четвер пʼятниця/п_ятниця/п_ятницю субота/суботу неділя",
    "be": "панядзелак аўторак серада чацвер пятніца субота нядзеля",
    "mk": "понеделник вторник среда четврток петок сабота недела",
    "ro": "luni/lun marți/mar miercuri/mie joi vineri/vin sâmbătă/sâm duminică/dum",
    "hu": "hétfő kedd szerda csütörtök péntek szombat vasárnap",
    "el": "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
    "tr": "pazartesi/pzt salı/sal çarşamba/çar perşembe/per cuma/cum cumartesi/cmt pazar/paz",
    "az": "bazar_ertəsi çərşənbə_axşamı çərşənbə cümə_axşamı cümə şənbə bazar",
    "sq": "e_hënë e_martë e_mërkurë e_enjte e_premte e_shtunë e_diel",
    "ca": "dilluns dimarts dimecres dijous divendres dissabte diumenge",
    "gl": "luns martes mércores xoves venres sábado domingo",
    "eu": "astelehena asteartea asteazkena osteguna ostirala larunbata igandea",
    "cy": "dydd_llun/llun dydd_mawrth/mawrth dydd_mercher/mercher dydd_iau/iau "
    "dydd_gwener/gwener dydd_sadwrn/sadwrn dydd_sul/sul",
    "ga": "dé_luain dé_máirt dé_céadaoin déardaoin dé_haoine dé_sathairn dé_domhnaigh",
    "id": "senin selasa rabu kamis jumat sabtu minggu",
    "ms": "isnin selasa rabu khamis jumaat sabtu ahad",
    "sw": "jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili",
    "fil": "lunes martes miyerkules huwebes biyernes sabado linggo",
    "vi": "thứ_hai/thứ_2 thứ_ba/thứ_3 thứ_tư/thứ_4 thứ_năm/thứ_5 thứ_sáu/thứ_6 thứ_bảy/thứ_7 "
    "chủ_nhật",
    "hi": "सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार",
    "bn": "সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার",
    "th": "วันจันทร์/จันทร์ วันอังคาร/อังคาร วันพุธ/พุธ วันพฤหัสบดี/พฤหัสบดี/พฤหัส วันศุกร์/ศุกร์ "
    "วันเสาร์/เสาร์ วันอาทิตย์/อาทิตย์",
    "he": "יום_שני/שני יום_שלישי/שלישי יום_רביעי/רביעי יום_חמישי/חמישי יום_שישי/שישי "
    "יום_שבת/שבת יום_ראשון/ראשון",
    "ar": "الاثنين/الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "fa": "دوشنبه سه_شنبه/سهشنبه چهارشنبه/چهار_شنبه پنجشنبه/پنج_شنبه جمعه/آدینه "
    "شنبه یکشنبه/یک_شنبه",
    "ur": "پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار",
    "af": "maandag dinsdag woensdag donderdag vrydag saterdag sondag",
    "ka": "ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა",
    "hy": "երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի",
    "zh": "星期一/周一/週一/礼拜一/禮拜一 星期二/周二/週二/礼拜二/禮拜二 "
    "星期三/周三/週三/礼拜三/禮拜三 星期四/周四/週四/礼拜四/禮拜四 "
    "星期五/周五/週五/礼拜五/禮拜五 星期六/周六/週六/礼拜六/禮拜六 "
    "星期日/周日/週日/礼拜日/禮拜日/星期天/礼拜天/禮拜天",
    "ja": "月曜日/月曜 火曜日/火曜 水曜日/水曜 木曜日/木曜 金曜日/金曜 土曜日/土曜 日曜日/日曜",
    "ko": "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
}
