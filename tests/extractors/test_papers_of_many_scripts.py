"""Who signs, reports, publishes and holds the rights, in scripts and languages of many archives."""

import pytest

from audit.extractors import extract_all

PROSE = (
    "The old ferry bell was taken down in the winter, and nobody on the quay could say how long it"
    " had hung there, nor who had paid for it when the first landing stage was built.\n"
)


def found(evidence, property_, *, chosen=True):
    return [c.normalized for c in evidence.claims if c.property == property_ and c.chosen is chosen]


@pytest.mark.parametrize(
    ("closing", "role", "name"),
    [
        ("وتفضلوا بقبول فائق الاحترام", "رئيس قسم الأرشيف", "خالد المنصوري"),
        ("با احترام", "مدیر کتابخانه", "مریم رستمی"),
        ("בכבוד רב", "מנהלת הארכיון", "רות ברקאי"),
        ("Με εκτίμηση", "Ο διευθυντής του μουσείου", "Νίκος Παππάς"),
        ("Saygılarımla", "Müze Müdürü", "Ayşe Demir"),
        ("Tisztelettel:", "könyvtárvezető", "Nagy Katalin"),
        ("Hormat kami,", "Kepala Perpustakaan", "Siti Rahmawati"),
        ("با تشکر", "رئیس کتابخانه بندر", "مریم احمدی"),
        ("ขอแสดงความนับถือ", "ผู้อำนวยการห้องสมุด", "นายสมชาย ใจดี"),
        ("Trân trọng,", "Giám đốc thư viện", "Nguyễn Văn An"),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_who_signs_a_letter_is_the_name_and_not_the_role(document, closing, role, name, is_first):
    signed = f"{role}\n{name}" if is_first else f"{name}\n{role}"
    evidence = extract_all(document(f"Harbour maps\n\n{PROSE}\n{closing}\n\n{signed}\n"))
    assert found(evidence, "creator") == [name]


def test_what_follows_a_letter_in_a_mail_does_not_sign_it(document):
    text = (
        f"The missing sheet\n\nDear Peter,\n\n{PROSE}\nKind regards,\nAgnes\n\n"
        "-----Original Message-----\nHave you seen the sheet?\n"
    )
    assert "Original Message" not in found(extract_all(document(text)), "creator", chosen=False)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("김민수 기자", "김민수"),
        ("김민수 기자 minsu@hanggu.example", "김민수"),
        ("本报记者 王小明", "王小明"),
        ("记者王小明报道", "王小明"),
        ("本報記者林美玲報導", "林美玲"),
        ("〔記者林美玲／港口報導〕港口鎮立圖書館昨日啟用新閱覽室。", "林美玲"),
        ("本报讯（记者 王小明）海港博物馆新展厅昨日正式向公众开放。", "王小明"),
        ("(항구=연합뉴스) 김민수 기자 = 항구 도서관이 4일 새 열람실을 열었다.", "김민수"),
        ("Oleh: Siti Rahmawati", "Siti Rahmawati"),
        ("Írta: Nagy Katalin", "Nagy Katalin"),
    ],
)
def test_reporters_are_named_in_many_languages(document, line, name):
    evidence = extract_all(document(f"The old ferry bell hangs again\n\n{line}\n\n{PROSE}"))
    assert found(evidence, "creator") == [name]


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("© Bản quyền thuộc về Báo Cảng. Ghi rõ nguồn khi phát hành lại.", "Báo Cảng"),
        ("Bản quyền © 2012 thuộc về Báo Cảng", "Báo Cảng"),
        ("© MMXII Hallby Town Museum", "Hallby Town Museum"),
        ("کلیه حقوق این سایت متعلق به خبرگزاری بندر کهن است.", "خبرگزاری بندر کهن"),
        ("© 2012 Yalıköy Gazetesi. Tüm hakları saklıdır.", "Yalıköy Gazetesi"),
        ("Copyright © 2012 Harian Labuhan", "Harian Labuhan"),
        ("Minden jog fenntartva © 2012 Révfalu Könyvtár", "Révfalu Könyvtár"),
    ],
)
def test_holders_are_named_without_the_words_around_them(document, line, holder):
    evidence = extract_all(document(f"The old ferry bell hangs again\n\n{PROSE}\n{line}\n"))
    assert found(evidence, "rights_holder") == [holder]
    assert found(evidence, "publisher") == [holder]


@pytest.mark.parametrize(
    "line",
    [
        "Haki zote zimehifadhiwa © 2019 Gazeti la Bandari",
        "© 2019 Bandari. Haki zote zimehifadhiwa.",
    ],
)
def test_all_rights_are_reserved_in_swahili(document, line):
    evidence = extract_all(document(f"The old ferry bell hangs again\n\n{PROSE}\n{line}\n"))
    assert found(evidence, "rights") == ["all-rights-reserved"]


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("編集・発行 港町立図書館", "港町立図書館"),
        ("発行：港町立図書館", "港町立図書館"),
        ("發行單位：港口鎮立圖書館", "港口鎮立圖書館"),
        ("出版社：海港出版社", "海港出版社"),
        ("발행처: 항구 도서관", "항구 도서관"),
        ("Penerbit: Perpustakaan Pelabuhan", "Perpustakaan Pelabuhan"),
        ("Nhà xuất bản: Thư viện Cảng", "Thư viện Cảng"),
        ("מוציא לאור: ספריית הנמל", "ספריית הנמל"),
    ],
)
def test_publishers_have_labels_in_many_languages(document, line, publisher):
    evidence = extract_all(document(f"The old ferry bell hangs again\n{line}\n\n{PROSE}"))
    assert found(evidence, "publisher") == [publisher]


def test_a_sentence_that_speaks_of_a_reporter_names_none(document):
    line = "昨天，一位记者王小明说，他在海港博物馆看到了二十二件渔船模型。"
    evidence = extract_all(document(f"The old ferry bell hangs again\n\n{PROSE}\n{line}\n"))
    assert found(evidence, "creator") == []


def test_letters_of_thai_offices_name_their_matter_without_a_colon(document):
    text = (
        "ที่ ทร ๑๒๓/๒๕๕๘\n\nห้องสมุดประชาชนท่าเรือ\n\n๒๐ พฤศจิกายน ๒๕๕๘\n\nเรื่อง การยืมแผนที่เก่า\n\n"
        "เรียน ผู้อำนวยการพิพิธภัณฑ์ท่าเรือ\n\nตามที่ท่านได้ขอยืมแผนที่เก่าของท่าเรือนั้น "
        "ห้องสมุดยินดีให้ยืมเป็นเวลาสามเดือน\n"
    )
    assert found(extract_all(document(text)), "title") == ["การยืมแผนที่เก่า"]


def test_the_number_of_an_official_letter_of_taiwan_identifies_it(document):
    text = f"公告\n發文日期：中華民國113年7月24日\n發文字號：港圖字第1130000456號\n\n{PROSE}"
    assert found(extract_all(document(text)), "identifier") == ["港圖字第1130000456號"]


def test_a_holder_is_named_before_its_address(document):
    line = "Hallby Courier, 4 Quay Street, Hallby. All rights reserved."
    evidence = extract_all(document(f"The old ferry bell hangs again\n\n{PROSE}\n{line}\n"))
    assert found(evidence, "rights_holder") == ["Hallby Courier"]


def test_the_town_of_a_russian_paper_did_not_write_it(document):
    text = f"ПРОТОКОЛ № 7\nзаседания правления\n\nг. Новоморск          14 мая 2009 г.\n\n{PROSE}"
    assert found(extract_all(document(text)), "creator") == []
