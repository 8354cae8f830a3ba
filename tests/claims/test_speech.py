import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.claims.speech import _first_stretch, _stretches, languages, primary, tell

TEXTS = {
    "en": "The harbour museum opened its doors on Monday with a room full of patterns for "
    "the carved boats of the coast, and visitors may touch the rope and hear how it "
    "was made.\n",
    "de": "Das Hafenmuseum hat am Montag einen Raum voller Muster für die Boote der Küste "
    "eröffnet, und die Besucher dürfen das Seil berühren und hören, wie es gemacht "
    "wurde.\n",
    "fr": "Le musée du port a ouvert lundi une salle pleine de modèles pour les bateaux de "
    "la côte, et les visiteurs peuvent toucher la corde et apprendre comment elle "
    "était faite.\n",
    "es": "El museo del puerto abrió el lunes una sala llena de modelos para los barcos de "
    "la costa, y los visitantes pueden tocar la cuerda y saber cómo se hacía en el "
    "patio.\n",
    "it": "Il museo del porto ha aperto lunedì una sala piena di modelli per le barche "
    "della costa, e i visitatori possono toccare la corda e sapere come si faceva "
    "nel cortile.\n",
    "pt": "O museu do porto abriu na segunda-feira uma sala cheia de modelos para os "
    "barcos da costa, e os visitantes podem tocar na corda e saber como ela era "
    "feita no pátio.\n",
    "nl": "Het havenmuseum heeft maandag een kamer vol patronen voor de boten van de kust "
    "geopend, en de bezoekers mogen het touw aanraken en horen hoe het werd gemaakt.\n",
    "sv": "Hamnmuseet öppnade på måndagen ett rum fullt av mönster för kustens båtar, och "
    "besökarna får röra vid repet och höra hur det gjordes på gården bakom rådhuset.\n",
    "da": "Havnemuseet åbnede mandag et rum fuldt af mønstre til kystens både, og de "
    "besøgende må røre ved rebet og høre, hvordan det blev lavet, dengang der endnu "
    "ikke var maskiner.\n",
    "no": "Havnemuseet åpnet på mandag et rom fullt av mønstre for kystens båter, og de "
    "besøkende får ta på tauet og høre hvordan det ble laget da det ennå ikke fantes "
    "noe annet.\n",
    "pl": "Muzeum portu otworzyło w poniedziałek salę pełną wzorów dla łodzi z wybrzeża, a "
    "goście mogą dotknąć liny i usłyszeć, jak się ją robiło na podwórzu za ratuszem, "
    "bo to było dla nich.\n",
    "tr": "Liman müzesi pazartesi günü kıyının tekneleri için desenlerle dolu bir oda açtı "
    "ve ziyaretçiler halata dokunabilir, ama bu çok eski bir iş olduğu için daha "
    "sonra ne olduğu da var.\n",
    "ru": "Музей гавани открыл в понедельник зал, полный узоров для лодок, и посетители "
    "могут потрогать верёвку и узнать, как её делали, когда ещё не было машин, а он "
    "был для всех.\n",
    "uk": "Музей гавані відкрив у понеділок залу, повну візерунків для човнів, і "
    "відвідувачі можуть торкнутися мотузки та дізнатися, як її робили, коли ще не "
    "було машин, але це було для всіх.\n",
    "el": "Το μουσείο του λιμανιού άνοιξε τη Δευτέρα μια αίθουσα γεμάτη σχέδια για τις βάρκες.\n",
    "he": "מוזיאון הנמל פתח ביום שני חדר מלא דוגמאות לסירות של החוף, והמבקרים רשאים לגעת בחבל.\n",
    "ar": "افتتح متحف الميناء يوم الاثنين قاعة مليئة بالنماذج من القوارب التي كانت على "
    "الساحل، ولا يزال الزوار في هذا المكان إلى أن ينتهي العرض، كما كان ذلك قد حدث "
    "عند بعض منهم.\n",
    "fa": "موزه بندر روز دوشنبه اتاقی پر از نقشه برای قایق های ساحل باز کرد و "
    "بازدیدکنندگان می توانند طناب را لمس کنند و بدانند که آن را چگونه می ساختند، اما "
    "این کار تا امروز بر آن است.\n",
    "ja": "港の博物館は月曜日に、海岸の船のための模様でいっぱいの部屋を"
    "開きました。訪れる人は縄に触れることができます。\n",
    "zh": "港口博物馆星期一开放了一个摆满海岸船只图案的房间，参观者可以"
    "触摸绳索，了解它是怎样在院子里制成的。\n",
    "ko": "항구 박물관은 월요일에 해안의 배를 위한 무늬로 가득한 방을 열었고 방문객은 "
    "밧줄을 만질 수 있다.\n",
    "th": "พิพิธภัณฑ์ท่าเรือเปิดห้องที่เต็มไปด้วยลวดลายสำหรับเรือของชายฝั่งเมื่อวันจันทร์\n",
    "hi": "बंदरगाह के संग्रहालय ने सोमवार को एक कमरा खोला जो तट की नावों के नमूनों से भरा "
    "है और लोग इस रस्सी को छू सकते हैं कि यह कैसे बनी थी।\n",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_paragraph_tells_its_language_without_any_model(language, monkeypatch):
    monkeypatch.setattr(tell, "_model", lambda: None)
    (found,) = languages(TEXTS[language] * 3)
    assert (found.language, found.share, found.start) == (language, 1.0, 0)


@pytest.mark.parametrize("language", ["de", "fr", "pl", "hi"])
def test_decomposed_letters_are_the_same_letters(language):
    text = unicodedata.normalize("NFD", TEXTS[language] * 3)
    assert [found.language for found in languages(text)] == [language]


@pytest.mark.parametrize("text", ["", "Home\nAbout\nContact\n", "12 34\n" * 500, "Das Seil.\n"])
def test_short_texts_are_an_honest_none(text):
    assert languages(text) == ()


def test_letters_of_no_known_language_say_so(monkeypatch):
    monkeypatch.setattr(tell, "_model", lambda: None)
    (found,) = languages("zorp blimfa grunx vettle dronk farbil mossken trelp ubwin kraffo\n" * 9)
    assert (found.language, found.by) == ("", "Latin script")


def test_the_model_knows_what_the_words_do_not():
    latin = "Gallia est omnis divisa in partes tres quarum unam incolunt Belgae aliam Aquitani\n"
    if not tell.has_model():
        pytest.skip("needs provenance-audit[lang]")
    (found,) = languages(latin * 4)
    assert (found.language, found.by) == ("la", "model")


@pytest.mark.parametrize(
    ("first", "second"), [("en", "de"), ("fr", "ru"), ("ja", "en"), ("ar", "es")]
)
def test_two_languages_and_the_line_where_each_begins(first, second):
    text = TEXTS[first] * 17 + TEXTS[second] * 13
    found = {each.language: text.count("\n", 0, each.start) + 1 for each in languages(text)}
    assert found == {first: 1, second: 18}
    assert languages(text)[0].share > 0.4


@pytest.mark.parametrize("times", [200, 2000])
def test_a_long_text_is_told_from_samples_and_a_mixed_one_from_all_of_it(times):
    long = TEXTS["sv"] * times
    (found,) = languages(long)
    assert (found.language, found.start, found.share) == ("sv", 0, 1.0)
    mixed = long + TEXTS["fr"] * times
    lines = [(each.language, mixed.count("\n", 0, each.start) + 1) for each in languages(mixed)]
    assert sorted(lines) == [("fr", times + 1), ("sv", 1)]


def test_a_quotation_in_another_language_is_not_worth_a_word():
    text = TEXTS["en"] * 30 + TEXTS["de"] + TEXTS["en"] * 30
    assert [found.language for found in languages(text)] == ["en"]


def test_lines_that_do_not_count():
    text = TEXTS["de"] * 4 + TEXTS["en"] * 12
    found = languages(text, lambda offset: offset >= len(TEXTS["de"]) * 4)
    assert [each.language for each in found] == ["de"]


def test_tags_that_mean_one_language():
    assert primary("en-US") == primary("EN_gb") == primary("eng") == "en"
    assert primary("English") == "en"
    assert primary("Español") == "es"
    assert primary("nb") == primary("no-NO")
    assert primary("zh-Hant-TW") == primary("yue")
    assert primary("und") == primary("zxx") == primary("") == ""


def test_long_and_hostile_texts_take_linear_time():
    began = time.process_time()
    for text in ("a" * 400 + "\n", "a b " * 90 + "\n", "é" * 30 + "\n", "http://" * 50 + "\n"):
        languages(text * 20_000)
    languages("x " * 1_000_000)
    assert time.process_time() - began < 6


@given(st.text("aZ0-_~^[\t\n\x1c\x00\x7f \xa0ü‘’“”–—•", max_size=60), st.integers(1, 90))
def test_words_of_ascii_are_those_that_the_pattern_finds(text, length):
    text += "k" * length
    assert tell.words_of(text) == tell.WORD.findall(text)


@given(
    st.lists(st.sampled_from(["a bb cc dd ee ff\n", "menu and more\n", "字" * 30 + "\n", "x\n"])),
    st.sampled_from(["", "w " * 90, "w " * 260, "word" * 300]),
    st.integers(0, 40),
)
def test_the_first_stretch_is_found_without_the_others(lines, long, skipped):
    text = "".join((*lines[:3], long, "\n", *lines[3:] * 9))
    skip = range(skipped).__contains__
    assert [_first_stretch(text, skip, 0, len(text))] == (_stretches(text, skip)[:1] or [None])


LATIN = {
    "caesar": "Portus ad flumen situs est et naves ventum exspectant qui ab occidente venit et eas "
    "in mare fert. Homines in ripa stant et diu eas spectant antequam domum redeunt.\n",
    "charter": "In nomine sanctae et individuae Trinitatis. Nos Fridericus Dei gratia episcopus "
    "notum facimus universis quod nos ecclesiae sancti Petri in portu domum dedimus.\n",
    "vulgate": "In principio creavit Deus caelum et terram. Terra autem erat inanis et vacua, et "
    "tenebrae erant super faciem abyssi, et spiritus Dei ferebatur super aquas.\n",
}
YIDDISH = (
    "דער האַפֿן ליגט בײַם טײַך און די שיפֿן וואַרטן אויפֿן ווינט וואָס קומט פֿון מערבֿ "
    "און טראָגט זיי אויפֿן ים.\n"
)
NONE = {
    "wines": "Spanien -> D.O. Navarra\nSpanien -> D.O. Rueda -> Bodegas de Crianza de la Vieja\n",
    "streets": "Rue de la Mer 4, Brest; rue de la Paix 7, Brest; quai de la Douane, Port de la "
    "Lune\n",
    "low german": "All de Minschen sünd frie un gliek an Wüürd un Rechten boren, un dat Schipp "
    "liggt in den Haven un töövt op den Wind, de ut dat Westen kummt un na de See geiht.\n",
}


@pytest.mark.parametrize("text", LATIN)
@pytest.mark.parametrize("times", [2, 3])
def test_latin_is_no_french(text, times, monkeypatch):
    monkeypatch.setattr(tell, "_model", lambda: None)
    (found,) = languages(LATIN[text] * times)
    assert found.language == "la"


def test_one_script_has_two_languages():
    assert [found.language for found in languages(YIDDISH * 3)] == ["yi"]
    plain = unicodedata.normalize("NFD", YIDDISH * 3).translate(dict.fromkeys(range(0x591, 0x5C8)))
    assert [found.language for found in languages(plain)] == ["yi"]
    assert [found.language for found in languages("אין דער וועג של הנמל: " + TEXTS["he"])] == ["he"]


@pytest.mark.parametrize("text", NONE)
def test_few_different_words_tell_no_language(text, monkeypatch):
    monkeypatch.setattr(tell, "_model", lambda: None)
    (found,) = languages(NONE[text] * 3)
    assert found.language == ""


@pytest.mark.parametrize("first", ["en", "fr", "sv", "ru", "el", "ar", "he", "tr"])
@pytest.mark.parametrize("second", ["de", "it", "uk", "fa"])
@pytest.mark.parametrize("model", [True, False])
def test_paragraphs_in_turn_are_in_both_languages(first, second, model, monkeypatch):
    if not model:
        monkeypatch.setattr(tell, "_model", lambda: None)
    for text in ((TEXTS[first] + TEXTS[second]) * 4, TEXTS[first] * 3 + TEXTS[second] * 3):
        found = {each.language: each.share for each in languages(text)}
        assert set(found) == {first, second}
        assert all(share >= 0.4 for share in found.values())


def test_twins_in_turn_are_left_open(monkeypatch):
    monkeypatch.setattr(tell, "_model", lambda: None)
    (found,) = languages((TEXTS["da"] + TEXTS["no"]) * 4)
    assert found.language == ""


def test_a_long_text_in_turn_is_not_called_one_language():
    found = languages((TEXTS["de"] + TEXTS["en"]) * 200)
    assert {each.language for each in found} == {"de", "en"}


@pytest.mark.parametrize("language", ["de", "fr", "ru"])
def test_a_quotation_is_no_other_language(language):
    text = TEXTS[language] * 6 + TEXTS["en"] * 2 + TEXTS[language] * 6
    assert [each.language for each in languages(text)] == [language]


def test_a_page_of_facts_in_another_script_is_told_by_fewer_small_words():
    facts = (
        "متحف الميناء القديم، قاعة الساعات، الطابق الثاني. عدد القطع 1250 قطعة خزف ونحاس وفضة. "
        "ساعات الزيارة 10:30 صباحا حتى 18:00 مساء. قال مدير المتحف إن دليل القاعة متاح، وقد وصل "
        "قارب نورس البحر إلى رصيف 7 فاستقبله عمال الرصيف في هذا الصباح. سعر تذكرة الدخول خمسة."
    )
    told = tell.tell(facts)
    assert (told.language, told.by) == ("ar", "words")
