"""What letters, minutes, releases and title pages are called: not by their number or their kind."""

import pytest

from audit.extractors import extract_all

GIFT = "Gift of the Petersen photograph albums"
BODY = (
    "Thank you for the three albums that came with your letter. The committee met last week and "
    "was glad to accept them. We shall keep them in the local studies room.\n\nReaders may see "
    "them there on any weekday, and a list of the pictures will be made before the summer.\n"
)


def titles(evidence):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == "title"]


@pytest.mark.parametrize(
    "number",
    ["Our ref: HTL/2019/88", "Report no. OVT-2021-07", "Accession no. 1934.12", "Az.: 41-3/98"],
)
def test_the_number_of_a_paper_is_not_its_title(document, number):
    text = f"Hallby Town Library\n14 Quay Street\n\n{number}\n\n{GIFT}\n\n{BODY}"
    assert titles(extract_all(document(text))) == [GIFT]


@pytest.mark.parametrize("greeting", ["Dear Mrs Petersen,", "Dear Mrs Petersen", "Madam:"])
def test_what_stands_alone_below_the_greeting_is_what_a_letter_is_about(document, greeting):
    text = (
        "Hallby Town Library\n14 Quay Street\nHallby HB2 4QT\n\n12 March 2019\n\nMrs Joan Petersen"
        f"\n7 Chapel Lane\n\n{greeting}\n\n{GIFT}\n\n{BODY}\nYours sincerely,\n\nMargaret Holm\n"
    )
    assert titles(extract_all(document(text))) == [GIFT]


def test_a_greeting_with_a_cry_is_no_title(document):
    text = (
        "Révfalu Község Könyvtára\n\nTárgy: fényképek átvétele\n\nTisztelt Kovács Istvánné!\n\n"
        "Köszönettel megkaptuk május 3-án kelt levelét és a hozzá mellékelt fényképeket. A képeket "
        "a helytörténeti gyűjteményben helyeztük el.\n\nTisztelettel:\nNagy Katalin\n"
    )
    evidence = extract_all(document(text))
    assert titles(evidence) == ["fényképek átvétele"]
    assert [c.normalized for c in evidence.claims if c.property == "creator"] == ["Nagy Katalin"]


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("主旨：", "公告本館閱覽室開放時間調整"),
        ("Perihal: ", "Peminjaman peta pelabuhan lama"),
        ("Θέμα: ", "Δανεισμός παλαιών χαρτών του λιμανιού"),
        ("הנדון: ", "השאלת מפות ישנות של הנמל"),
        ("Věc: ", "Zapůjčení starých map přístavu"),
        ("Asia: ", "Vanhojen karttojen lainaaminen"),
        ("موضوع: ", "امانت نقشه‌های قدیمی بندر"),
    ],
)
def test_what_letters_call_their_matter_in_many_languages_is_a_title(document, label, title):
    text = f"Harbour Office\n\n{label}{title}\n\n{BODY}"
    assert titles(extract_all(document(text)))[0].endswith(title)


@pytest.mark.parametrize(
    "kind",
    [
        "COMMUNIQUÉ DE PRESSE",
        "PRESS RELEASE",
        "Nota de prensa",
        "Tiedote 4.9.2018",
        "Lehdistötiedote",
    ],
)
def test_what_every_release_is_called_is_no_title_of_one(document, kind):
    title = "La médiathèque rouvre ses portes après dix-huit mois de travaux"
    text = (
        f"{kind}\n\nSaint-Briac-sur-Orne, le 18 avril 2017\n\n{title}\n\nLa médiathèque municipale "
        "de Saint-Briac-sur-Orne rouvrira ses portes samedi. Le public y trouvera une salle de "
        "lecture agrandie et un fonds local de 12 000 documents.\n"
    )
    assert titles(extract_all(document(text))) == [title]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (
            "ASSOCIATION DES AMIS DU VIEUX PORT",
            "Compte rendu de l'assemblée générale ordinaire du 7 février 2020",
        ),
        ("HALLBY HARBOUR USERS' ASSOCIATION", "Minutes of the Annual General Meeting, 14 May 2013"),
        ("Heimatverein Lindenhafen e. V.", "Protokoll der Mitgliederversammlung vom 12.03.2015"),
        ("Otter Valley Trust", "Annual Report 2016"),
    ],
)
def test_minutes_and_reports_are_called_so_and_not_as_the_body_above_them(document, body, title):
    text = (
        f"{body}\n\n{title}\n\nThe members met at the customs house under the chair of Mr Rowe and "
        "agreed to the accounts of the year before, of which the treasurer had sent copies.\n\n"
        "The secretary reported on the repair of the crane.\n"
    )
    assert titles(extract_all(document(text))) == [title]


def test_who_compiled_and_printed_a_catalogue_is_no_title_of_it(document):
    text = (
        "HALLBY TOWN MUSEUM\n\nCATALOGUE\nOF THE\nCOLLECTION OF MODELS OF FISHING VESSELS\n\n"
        "Compiled by\nA. W. DUNSTAN, F.S.A.\n\nSecond edition, revised\n\nHALLBY\n"
        "Printed for the Trustees by J. Crane & Son\n1937\n\n"
        "1. Model of a two-masted lugger, built 1868. Scale 1:24. Given by Mrs. Opie, 1911.\n"
        "2. Model of a drifter, built 1892. Scale 1:32. Lent by the Harbour Board.\n"
    )
    evidence = extract_all(document(text))
    assert titles(evidence) in ([], ["COLLECTION OF MODELS OF FISHING VESSELS"])
    assert [c.normalized for c in evidence.claims if c.property == "creator"] == ["A. W. DUNSTAN"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "海港博物馆新展厅昨日开放\n\n来源：海港日报　作者：王小明　2016年03月12日 08:30\n\n"
            "海港博物馆新展厅昨日正式向公众开放。展厅陈列渔船模型二十二件，最早的一件制作于1868年。\n\n"
            "馆长表示，这批藏品历时三十年才收集完成。\n"
        ),
        (
            "항구 도서관 새 열람실 문 열어\n\n입력 2018.09.04 14:22 | 수정 2018.09.05 09:10\n\n"
            "김민수 기자\n\n항구 도서관이 4일 새 열람실을 열었다. 열람실에는 사십 석이 있고 "
            "누구나 이용할 수 있다.\n"
        ),
        (
            "המוזיאון הימי בנמל יפתח אולם חדש\n\nמאת: רות ברקאי\n\n"
            "המוזיאון הימי פותח השבוע אולם חדש המוקדש לסירות דיג. באולם עשרים ושניים דגמים.\n"
        ),
    ],
)
def test_short_news_in_dense_scripts_has_a_title(document, text):
    assert titles(extract_all(document(text))) == [text.split("\n", 1)[0]]


@pytest.mark.parametrize(
    "imprint",
    [
        "Printed for the Trustees by J. Crane & Son",
        "Printed by J. T. Crane, Hallby.",
        "Second edition, revised and enlarged",
        "Dritte, verbesserte Auflage",
        "With twelve plates and a map of the harbour",
        "Gedruckt bei J. Behrens in Lindenhafen",
    ],
)
def test_the_imprint_of_a_title_page_is_no_title(document, imprint):
    text = f"A GUIDE TO THE HARBOUR\n\n{imprint}\n1937\n\n{BODY}"
    assert titles(extract_all(document(text))) == ["A GUIDE TO THE HARBOUR"]


@pytest.mark.parametrize(
    ("maker", "name", "medium"),
    [
        ("Johan Lindqvist (1811–1879)", "Johan Lindqvist", "Oil on canvas"),
        ("Anna Behrens (1850 Kiel – 1919 Lindenhafen)", "Anna Behrens", "Öl auf Leinwand"),
        ("Claire Aubert, 1902-1971", "Claire Aubert", "Huile sur toile, 40 x 60 cm"),
        ("Aino Virtanen (b. 1951)", "Aino Virtanen", "Gelatin silver print"),
    ],
)
def test_a_label_of_a_museum_names_the_maker_above_the_work(document, maker, name, medium):
    title = "The Harbour at Hallby in Winter"
    text = (
        f"{maker}\n{title}\n1853\n{medium}\nBequeathed by Miss A. Crane, 1934\nAccession no. "
        "1934.12\n\nThe harbour was painted from the window of the customs house. The ship on the "
        "left is the brig Fortuna, which was lost in the gale of the following year.\n"
    )
    evidence = extract_all(document(text))
    assert titles(evidence) == [title]
    assert [c.normalized for c in evidence.claims if c.chosen and c.property == "creator"] == [name]


def test_a_life_is_told_below_a_name_with_its_years(document):
    text = f"Obituary\n\nEleanor Mary Tasker (1931–2018)\n\n{BODY}"
    assert titles(extract_all(document(text))) == ["Eleanor Mary Tasker (1931–2018)"]


def test_a_heading_within_a_paper_does_not_say_what_it_is(document):
    text = f"The Library of the Quay\n\n{BODY}\nStatement of Purpose\n\n{BODY}"
    assert titles(extract_all(document(text))) == ["The Library of the Quay"]


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("ΘΕΜΑ: ", "Δανεισμός παλαιών χαρτών"),
        ("제목  ", "옛 지도 대여 요청에 대한 회신"),
        ("Perihal  : ", "Peminjaman peta lama"),
    ],
)
def test_a_label_of_the_matter_may_be_in_capitals_or_in_columns(document, label, title):
    assert titles(extract_all(document(f"Harbour Office\n\n{label}{title}\n\n{BODY}"))) == [title]


def test_who_examined_a_thesis_is_no_title_and_who_wrote_it_is_its_author(document):
    text = (
        "Der Heringshandel von Lindenhafen 1780–1860\n\nInaugural-Dissertation\nzur Erlangung der "
        "Doktorwürde\nder Universität Otterfurt\n\nvorgelegt von\nIngrid Solberg\naus Lindenhafen\n"
        "\nErstgutachter: Prof. Dr. Jürgen Thoms\nZweitgutachter: Prof. Dr. Karin Lund\n"
        "Tag der mündlichen Prüfung: 14. Juli 2009\n"
    )
    evidence = extract_all(document(text))
    assert titles(evidence) in ([], ["Der Heringshandel von Lindenhafen 1780–1860"])
    names = [c.normalized for c in evidence.claims if c.chosen and c.property == "creator"]
    assert names in ([], ["Ingrid Solberg"])


def test_a_place_in_an_indonesian_address_is_no_author(document):
    text = f"Peminjaman peta lama\n\nKepala Museum Pelabuhan\ndi Tempat\n\n{BODY}"
    assert "Tempat" not in [c.normalized for c in extract_all(document(text)).claims]


@pytest.mark.parametrize("greeting", ["Dear Mother, arrived safely", "Liebe Mutter, wir sind hier"])
def test_where_and_when_a_card_was_written_is_no_title(document, greeting):
    text = f"Marsh End, 14 August 1909\n\n{greeting}. {BODY}\nTom\n"
    assert "Marsh End, 14 August 1909" not in titles(extract_all(document(text)))
    text = f"Town Meeting, 14 August 1909\n\n{BODY}"
    assert titles(extract_all(document(text))) == ["Town Meeting, 14 August 1909"]


def test_a_council_sits_on_the_day_that_its_minutes_are_called_by(document):
    text = f"COMMUNE DE SAINT-BRIAC\nCONSEIL MUNICIPAL\nSéance du 7 février 2020\n\n{BODY}"
    assert titles(extract_all(document(text))) == ["Séance du 7 février 2020"]


def test_stars_below_one_of_the_first_lines_make_a_heading(document):
    head = f".. _ropes:\n\nOn making ropes\n{'*' * 40}\n\nHow ropes are made in the town.\n\n"
    line = "The ropes are laid in the long hall by hand, and all of them are of hemp.\n"
    found = extract_all(document(f"{head}The hall\n========\n\n{line * 4}")).claims
    titles = [c.normalized for c in found if c.property == "title" and c.chosen]
    assert titles == ["On making ropes"]


def test_who_changed_a_part_is_no_title(document):
    entry = "  * The hemp of the ropes is told, and how the long hall was measured by the town.\n"
    entries = "".join(f"  [ {name} ]\n{entry * 3}\n" for name in ("Ada Lind", "Bo Berg"))
    found = extract_all(document(f"ropes (2.1) hallby; urgency=low\n\n{entries}")).claims
    assert not [c for c in found if c.property == "title" and c.normalized.startswith("[ ")]
