"""Creative Commons licences by their official names and their short ones, never a freer one."""

import pytest

from audit.claims.rights import is_one_licence, statement


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        (
            "本作品采用知识共享署名-非商业性使用-相同方式共享 4.0 国际许可协议进行许可。",
            "CC-BY-NC-SA-4.0",
        ),
        ("クリエイティブ・コモンズ 表示 - 非営利 4.0 国際 ライセンス", "CC-BY-NC-4.0"),
        ("クリエイティブ・コモンズ 表示-改変禁止 4.0 国際", "CC-BY-ND-4.0"),
        ("크리에이티브 커먼즈 저작자표시-비영리-변경금지 4.0 국제 라이선스", "CC-BY-NC-ND-4.0"),
        ("創用CC 姓名標示-相同方式分享 3.0 台灣", "CC-BY-SA-3.0"),
        ("رخصة المشاع الإبداعي نسب المصنف - غير تجاري 4.0 دولي", "CC-BY-NC-4.0"),
        (
            (
                "Лицензия Creative Commons С указанием авторства \u2014 Некоммерческая "
                "\u2014 С сохранением условий 4.0 Всемирная"
            ),
            "CC-BY-NC-SA-4.0",
        ),
        ("Creative Commons Uznanie autorstwa \u2013 Na tych samych warunkach 4.0", "CC-BY-SA-4.0"),
        (
            (
                "Creative Commons Uznanie autorstwa-Użycie niekomercyjne-Bez utworów "
                "zależnych 4.0 Międzynarodowe"
            ),
            "CC-BY-NC-ND-4.0",
        ),
        (
            "Creative Commons Atribuição-NãoComercial-CompartilhaIgual 4.0 Internacional",
            "CC-BY-NC-SA-4.0",
        ),
        (
            "Creative Commons Reconocimiento-NoComercial-SinObraDerivada 3.0 España",
            "CC-BY-NC-ND-3.0",
        ),
        ("Creative Commons Reconeixement-NoComercial-SenseObraDerivada 4.0", "CC-BY-NC-ND-4.0"),
        (
            "Creative Commons Naamsvermelding-NietCommercieel-GeenAfgeleideWerken 4.0",
            "CC-BY-NC-ND-4.0",
        ),
        ("Creative Commons Erkännande-IckeKommersiell-IngaBearbetningar 4.0", "CC-BY-NC-ND-4.0"),
        ("Creative Commons Navngivelse-IkkeKommersiell-DelPåSammeVilkår 4.0", "CC-BY-NC-SA-4.0"),
        ("Creative Commons Nimeä-EiKaupallinen-EiMuutoksia 4.0", "CC-BY-NC-ND-4.0"),
        (
            (
                "Creative Commons Paternité - Pas d'Utilisation Commerciale - Partage "
                "des Conditions Initiales à l'Identique 3.0"
            ),
            "CC-BY-NC-SA-3.0",
        ),
        (
            (
                "Die Mole von Ann Berg steht unter einer Creative Commons Namensnennung-Keine "
                "kommerzielle Nutzung-Keine Bearbeitung 3.0 Deutschland Lizenz."
            ),
            "CC-BY-NC-ND-3.0",
        ),
        (
            "Creative Commons Namensnennung-Weitergabe unter gleichen Bedingungen 4.0",
            "CC-BY-SA-4.0",
        ),
        ("Creative Commons Uveďte původ-Neužívejte komerčně 4.0", "CC-BY-NC-4.0"),
        ("Creative Commons Atıf-GayriTicari 4.0", "CC-BY-NC-4.0"),
        (
            "Creative Commons Αναφορά Δημιουργού-Μη Εμπορική Χρήση-Όχι Παράγωγα Έργα 4.0",
            "CC-BY-NC-ND-4.0",
        ),
        ("Creative Commons Attribution - Nekomercialno 4.0", "creative-commons"),
        ("Creative Commons Attribution Foobar 4.0", "creative-commons"),
        ("This text is under a Creative Commons licence.", "creative-commons"),
        ("Creative Commons Attribution 4.0 International (CC BY 4.0)", "CC-BY-4.0"),
        (
            (
                "Ein Hundetagebuch von Donald Townsend steht unter einer Creative "
                "Commons Namensnennung 3.0 Unported Lizenz."
            ),
            "CC-BY-3.0",
        ),
        ("Creative Commons Attribution\u2013NonCommercial 4.0", "CC-BY-NC-4.0"),
        ("Creative Commons Attribution/Non-commercial 4.0", "CC-BY-NC-4.0"),
        ("Creative Commons Attribution + Noncommercial 4.0", "CC-BY-NC-4.0"),
        ("Creative Commons: Attribution, Non-commercial 4.0", "CC-BY-NC-4.0"),
        ("Creative Commons Attribution (Non-Commercial) 4.0", "CC-BY-NC-4.0"),
        ("Creative Commons Attribution & NonCommercial 4.0", "CC-BY-NC-4.0"),
        ('Creative Commons "Attribution-NonCommercial 4.0"', "CC-BY-NC-4.0"),
        (
            "Creative Commons Attribution-Noncommercial-Share Alike 4.0 International License",
            "CC-BY-NC-SA-4.0",
        ),
        (
            (
                "Licencia Creative Commons Atribución-No Comercial-Compartir Obras "
                "Derivadas Igual 2.5 Argentina"
            ),
            "CC-BY-NC-SA-2.5",
        ),
        ("Creative Commons Namensnennung, nicht kommerziell", "CC-BY-NC"),
        (
            "Creative-Commons-Lizenz Namensnennung - Nicht kommerziell 4.0 International",
            "CC-BY-NC-4.0",
        ),
        ("Creative Commons Namensnennung-Nicht kommerziell-Share Alike 4.0", "CC-BY-NC-SA-4.0"),
        (
            (
                "Licence Creative Commons Attribution - Partage dans les Mêmes "
                "Conditions 4.0 International"
            ),
            "CC-BY-SA-4.0",
        ),
        (
            (
                "Licence Creative Commons Attribution - Pas d’Utilisation Commerciale - "
                "Partage dans les Mêmes Conditions 4.0"
            ),
            "CC-BY-NC-SA-4.0",
        ),
        ("Creative Commons Attribution - sans usage marchand 4.0", "creative-commons"),
        ("Creative Commons Namensnennung (nur privat) 4.0", "creative-commons"),
        (
            "Creative Commons Attribution License, for noncommercial purposes only",
            "creative-commons",
        ),
        ("Licencia: Creative Commons Atribución 4.0 Internacional", "CC-BY-4.0"),
        (
            (
                "Tämä teos on lisensoitu Creative Commons Nimeä-JaaSamoin 4.0 "
                "Kansainvälinen -lisenssillä."
            ),
            "CC-BY-SA-4.0",
        ),
        (
            (
                "Este obra está bajo una licencia de Creative Commons "
                "Reconocimiento-NoComercial 4.0 Internacional."
            ),
            "CC-BY-NC-4.0",
        ),
        (
            (
                "Quest'opera è distribuita con Licenza Creative Commons Attribuzione - Non "
                "commerciale - Non opere derivate 4.0 Internazionale."
            ),
            "CC-BY-NC-ND-4.0",
        ),
        (
            (
                "Cette œuvre est mise à disposition selon les termes de la Licence Creative "
                "Commons Attribution - Pas d’Utilisation Commerciale - Partage dans les "
                "Mêmes Conditions 4.0 International."
            ),
            "CC-BY-NC-SA-4.0",
        ),
        (
            (
                "Dieses Werk ist lizenziert unter einer Creative Commons Namensnennung - "
                "Weitergabe unter gleichen Bedingungen 4.0 International Lizenz."
            ),
            "CC-BY-SA-4.0",
        ),
        (
            (
                "Este trabalho está licenciado com uma Licença Creative Commons - "
                "Atribuição-NãoComercial-SemDerivações 4.0 Internacional."
            ),
            "CC-BY-NC-ND-4.0",
        ),
        (
            (
                "Dit werk valt onder een Creative Commons "
                "Naamsvermelding-NietCommercieel-GeenAfgeleideWerken 4.0 Internationaal-licentie."
            ),
            "CC-BY-NC-ND-4.0",
        ),
        (
            (
                "Ten utwór jest dostępny na licencji Creative Commons Uznanie "
                "autorstwa-Użycie niekomercyjne-Na tych samych warunkach 4.0 Międzynarodowe."
            ),
            "CC-BY-NC-SA-4.0",
        ),
        (
            (
                "Detta verk är licensierat under en Creative Commons "
                "Erkännande-Ickekommersiell-DelaLika 4.0 Internationell Licens."
            ),
            "CC-BY-NC-SA-4.0",
        ),
        (
            (
                "Dette verk er lisensieret under en Creative Commons "
                "Navngivelse-IkkeKommersiell-DelPåSammeVilkår 4.0 Internasjonal Lisens."
            ),
            "CC-BY-NC-SA-4.0",
        ),
        (
            (
                "Dette værk er licenseret under en Creative Commons "
                "Kreditering-IkkeKommerciel-DelPåSammeVilkår 4.0 International Licens."
            ),
            "CC-BY-NC-SA-4.0",
        ),
        (
            (
                "Toto dílo podléhá licenci Creative Commons Uveďte původ-Neužívejte "
                "komerčně-Zachovejte licenci 4.0 Mezinárodní License."
            ),
            "CC-BY-NC-SA-4.0",
        ),
        (
            (
                "Bu eser Creative Commons Alıntı-GayriTicari-AynıLisanslaPaylaş 4.0 "
                "Uluslararası Lisansı ile lisanslanmıştır."
            ),
            "CC-BY-NC-SA-4.0",
        ),
        (
            (
                "Произведение доступно по лицензии Creative Commons "
                "«Attribution-NonCommercial-NoDerivatives» («Атрибуция-Некоммерческое "
                "использование-Без производных произведений») 4.0 Всемирная."
            ),
            "CC-BY-NC-ND",
        ),
        (
            "この作品はクリエイティブ・コモンズ 表示 - 非営利 - 継承 4.0 国際 ライセンスの下",
            "CC-BY-NC-SA-4.0",
        ),
        (
            "이 저작물은 크리에이티브 커먼즈 저작자표시-비영리-동일조건변경허락 4.0 국제",
            "CC-BY-NC-SA-4.0",
        ),
        (
            "本著作係採用創用 CC 姓名標示-非商業性-相同方式分享 4.0 國際 授權條款授權.",
            "CC-BY-NC-SA-4.0",
        ),
        (
            (
                "هذا المُصنَّف مرخص بموجب رخصة المشاع الإبداعي نَسب المُصنَّف - غير تجاري - "
                "الترخيص بالمثل 4.0 دولي"
            ),
            "CC-BY-NC-SA-4.0",
        ),
        (
            (
                "Αυτό το έργο χορηγείται με άδεια Creative Commons Αναφορά Δημιουργού-Μη "
                "Εμπορική Χρήση-Παρόμοια Διανομή 4.0 Διεθνές."
            ),
            "CC-BY-NC-SA-4.0",
        ),
        (
            (
                "Tämä teos on lisensoitu Creative Commons Nimeä-EiKaupallinen-JaaSamoin 4.0 "
                "Kansainvälinen -lisenssillä."
            ),
            "CC-BY-NC-SA-4.0",
        ),
        (
            (
                "Aquesta obra està subjecta a una llicència de Creative Commons "
                "Reconeixement-NoComercial-CompartirIgual 4.0 Internacional."
            ),
            "CC-BY-NC-SA-4.0",
        ),
        (
            (
                "Diese Seite ist unter der Creative Commons Namensnennung 4.0 International "
                "Lizenz veröffentlicht."
            ),
            "CC-BY-4.0",
        ),
    ],
)
def test_official_names_in_many_languages(text, normalized):
    assert statement(text) == normalized


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("CC BY\u2011NC 4.0", "CC-BY-NC-4.0"),
        ("CC BY\u2014NC 4.0", "CC-BY-NC-4.0"),
        ("CC-BY_NC 4.0", "CC-BY-NC-4.0"),
        ("CC BYNCSA 4.0", "CC-BY-NC-SA-4.0"),
        ("CC BY / NC 4.0", "CC-BY-NC-4.0"),
        ("CC BY Non-Commercial 4.0", "CC-BY-NC-4.0"),
        ("CC BY 4.0, non-commercial use only", "creative-commons"),
        ("CC BY-XX 4.0", "creative-commons"),
        ("CC0 1.0 Universal", "CC0-1.0"),
        ("CC BY\xadNC 4.0", "CC-BY-NC-4.0"),
        ("CC\xa0BY\u2011NC\xa04.0", "CC-BY-NC-4.0"),
        ("CC BY\u2212NC 4.0", "CC-BY-NC-4.0"),
        ("CC BY- NC 4.0", "CC-BY-NC-4.0"),
        ("CC BY (NC) 4.0", "CC-BY-NC-4.0"),
        ("CC:BY-NC-SA 4.0", "CC-BY-NC-SA-4.0"),
        ("cc by-nc-nd 4.0", "CC-BY-NC-ND-4.0"),
        ("CC-by-nc-nd/4.0", "CC-BY-NC-ND-4.0"),
        ("CC BY 4.0 (non-commercial)", "creative-commons"),
        ("CC BY 4.0 (Ann Berg)", "CC-BY-4.0"),
        ("CC BY 4.0 Ann Berg", "CC-BY-4.0"),
        ("CC BY 4.0 - Hallby Museum", "CC-BY-4.0"),
        ("CC BY-SA 3.0 or CC BY-NC 4.0", "CC-BY-SA-3.0"),
        ("CC BY https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
    ],
)
def test_short_names_with_all_dashes_and_blanks(text, normalized):
    assert statement(text) == normalized


@pytest.mark.parametrize(
    "text",
    [
        "CC BY 5.0",
        "CC BY-NC-ND-SA 4.0",
        "https://creativecommons.org/licenses/by/9.9/",
        "https://creativecommons.org/licenses/by-nd-sa/4.0/",
        "CC.BY.NC 4.0",
    ],
)
def test_what_is_no_licence_is_none(text):
    assert statement(text) == ""


@pytest.mark.parametrize(
    ("licence", "same"), [("CC-BY-4.0", True), ("CC0-1.0", False), ("MIT", False)]
)
def test_a_licence_that_is_not_told_apart_contradicts_none_of_its_house(licence, same):
    assert is_one_licence("creative-commons", licence) is same
