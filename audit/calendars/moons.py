"""Names of the months of the Hijri, Hebrew and Jalali years, in the spellings of many languages.

Written as those of the Gregorian year are. An apostrophe or a hyphen parts a name as a blank does.
"""

from typing import Final

HIJRI: Final = (
    "muharram/moharram/muharrem/muharam/mouharram/moharrem/moeharram/muxarram/məhərrəm/"
    "muharrama/мухаррам/мухаррама/мухаррем/محرم/المحرم/محرم_الحرام/محرمالحرام/موحەڕەم/"
    "মহররম/মহরম/মুহররম/মুহাররম/मुहर्रम/מוחרם "
    "safar/safer/safara/сафар/сафара/صفر/صفر_المظفر/সফর/सफ़र/səfər "
    "rabi_i/rabi_1/rabi_al_awwal/rabi_ul_awwal/rabi_ul_awal/rabi_al_awal/rabi_al_auwal/"
    "rabiulawal/rabiulawwal/rabiul_awal/rabiul_awwal/rabia_i/rabia_al_awal/"
    "rabia_al_awwal/rebiulevvel/rebiul_evvel/rebiu_l_evvel/rabi_ol_avval/раби_аль_авваль/"
    "раби_аль_авваля/ربيع_الاول/ربیع_الاول/ربیعالاول/রবিউল_আউয়াল/রবিউল_আওয়াল "
    "rabi_ii/rabi_2/rabi_al_thani/rabi_al_akhir/rabi_ath_thani/rabi_us_sani/rabi_ul_thani/"
    "rabi_ul_akhir/rabi_as_sani/rabiulakhir/rabiul_akhir/rabiul_thani/rabia_ii/rabia_al_thani/"
    "rabia_ath_thani/rabia_at_thani/rebiulahir/rebiul_ahir/rebiu_l_ahir/rabi_ol_thani/"
    "раби_ас_сани/ربيع_الثاني/ربيع_الاخر/ربیع_الثانی/ربیعالثانی/রবিউস_সানি/রবিউস_সানী "
    "jumada_i/jumada_1/jumada_al_awwal/jumada_al_ula/jumada_l_ula/jumada_ul_awwal/"
    "jamadi_ul_awwal/jumadal_ula/jumadal_awwal/jumadil_awal/jumadil_awwal/jumadilawal/"
    "jamadil_awal/jamadilawal/joumada_i/joumada_al_oula/joumada_al_ula/joumada_al_awal/"
    "dschumada_l_ula/dzumade_l_ula/cemaziyelevvel/джумада_аль_уля/джумада_аль_ула/"
    "جمادى_الاولى/جمادى_الاول/جمادی_الاول/جمادیالاول/জমাদিউল_আউয়াল/জমাদিউল_আওয়াল "
    "jumada_ii/jumada_2/jumada_al_thani/jumada_al_akhirah/jumada_al_akhira/jumada_al_thaniyah/"
    "jumada_ath_thaniyah/jumada_ath_thani/jumada_us_sani/jamadi_us_sani/jumadal_akhirah/"
    "jumadal_akhira/jumadal_thani/jumadil_akhir/jumadilakhir/jamadil_akhir/jamadilakhir/"
    "joumada_ii/joumada_ath_thania/joumada_al_thania/joumada_al_akhira/dschumada_th_thaniya/"
    "dzumade_l_uhra/cemaziyelahir/джумада_ас_сани/джумада_аль_ахира/جمادى_الاخرة/"
    "جمادى_الثانية/جمادى_الثاني/جمادی_الثانی/جمادیالثانی/جمادیالثانیه/জমাদিউস_সানি/"
    "জমাদিউস_সানী "
    "rajab/rajb/recep/rejeb/rejab/radjab/redzeb/раджаб/раджаба/رجب/رجب_المرجب/রজব/रजब/rəcəb "
    "sha_ban/shaban/shaaban/saban/sa_ban/sya_ban/syaban/syaaban/chaabane/chaaban/schaban/"
    "schaaban/шаабан/шаабана/شعبان/شعبان_المعظم/শাবান/শা_বান/शाबान "
    "ramadan/ramadhan/ramazan/ramzan/ramadao/ramazana/рамадан/рамадана/рамазан/рамазана/"
    "رمضان/رمضان_المبارك/রমজান/রমযান/रमज़ान/رەمەزان "
    "shawwal/shawal/sevval/syawal/syawwal/chawwal/chaoual/schawwal/sjawwal/sevvala/шавваль/"
    "шавваля/شوال/شوال_المكرم/শাওয়াল/শওয়াল/शव्वाल "
    "dhu_al_qi_dah/dhu_al_qidah/dhu_al_qadah/dhul_qi_dah/dhul_qa_dah/dhul_qidah/dhul_qadah/"
    "dhu_l_qa_dah/dhu_l_qi_dah/dhu_al_qa_dah/dhu_l_qa_da/dhu_l_qi_da/dhul_qa_da/dhul_qi_da/"
    "dhu_al_qa_da/dhou_al_qi_da/dhou_al_qa_da/dhou_al_kaada/dhou_l_qi_da/zul_qa_dah/zul_qadah/"
    "zulqadah/zulqaidah/zulkaidah/zulkaedah/dzulqa_dah/dzulqadah/dzulqaidah/dzulkaidah/"
    "zul_kade/zulkade/zilkade/zilqad/зуль_каада/зуль_каады/"
    "ذو_القعدة/ذي_القعدة/ذوالقعدة/ذی_القعده/ذیالقعده/ذیقعده/ذیقعد/ذوالقعده/জিলকদ/যিলকদ "
    "dhu_al_hijjah/dhu_al_hijja/dhul_hijjah/dhul_hijja/dhu_l_hijja/dhu_l_hijjah/"
    "dhu_l_hiddscha/dhou_al_hijja/dhou_al_hijjah/dhou_l_hijja/zul_hijjah/"
    "zulhijjah/zulhijah/zul_hijja/dzulhijjah/dzulhijah/zul_hidzdze/zul_hidze/zilhicce/zilhaj/"
    "зуль_хиджжа/зуль_хиджа/зуль_хиджжи/ذو_الحجة/ذي_الحجة/ذوالحجة/ذی_الحجه/ذیالحجه/ذیحجه/"
    "ذوالحجه/জিলহজ্জ/জিলহজ/যিলহজ্জ/যিলহজ"
)

HEBREW: Final = (
    "tishrei/tishri/tishre/תשרי/בתשרי "
    "cheshvan/heshvan/marcheshvan/marheshvan/חשוון/חשון/בחשוון/בחשון/מרחשוון/במרחשוון "
    "kislev/chislev/כסלו/כסליו/בכסלו/בכסליו tevet/teves/tebet/טבת/בטבת "
    "shevat/shvat/sh_vat/shebat/שבט/בשבט adar/אדר/באדר nisan/nissan/ניסן/בניסן "
    "iyar/iyyar/אייר/באייר sivan/סיוון/סיון/בסיוון/בסיון tammuz/tamuz/תמוז/בתמוז "
    "av/menachem_av/אב/באב/מנחם_אב/במנחם_אב elul/אלול/באלול "
    "adar_i/adar_1/adar_rishon/adar_aleph/אדר_א/באדר_א/אדר_ראשון/באדר_ראשון "
    "adar_ii/adar_2/adar_sheni/adar_bet/אדר_ב/באדר_ב/אדר_שני/באדר_שני"
)
"""From Tishri; the two months of Adar in leap years stand last, as 13 and 14."""

JALALI: Final = (
    "farvardin/فروردین/فروردين ordibehesht/اردیبهشت/ارديبهشت khordad/خرداد tir/تیر/تير "
    "mordad/amordad/مرداد/امرداد shahrivar/شهریور/شهريور mehr/مهر aban/آبان azar/آذر "
    "dey/دی/دي bahman/بهمن esfand/اسفند"
)

ZODIAC: Final = (
    "hamal/حمل/وری sawr/saur/ثور/غویی jawza/جوزا/غبرګولی saratan/سرطان/چنګاښ asad/اسد/زمری "
    "sunbula/sonbola/سنبله/وږی mizan/میزان/تله aqrab/عقرب/لړم qaws/قوس/لیندۍ jadi/جدی/مرغومی "
    "dalw/dalwa/دلو/سلواغه hut/hoot/حوت/کب"
)
"""Months of the same year as Afghanistan calls them; all of them are words of other things too."""
