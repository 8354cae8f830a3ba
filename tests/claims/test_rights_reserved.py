"""All rights reserved, in the languages of the world, and what only looks like it."""

import itertools

import pytest

from audit.claims.holders import holder
from audit.claims.rights import cues, statement, statements, years
from audit.claims.rights.cues import _CUES
from audit.claims.rights.reserved import STEMS

NOTICES = [
    ("© 2567 หนังสือพิมพ์เมืองท่า สงวนลิขสิทธิ์", "หนังสือพิมพ์เมืองท่า"),
    ("© พ.ศ. 2567 หนังสือพิมพ์เมืองท่า สงวนลิขสิทธิ์", "หนังสือพิมพ์เมืองท่า"),
    ("© 2024 항구일보사 무단전재 및 재배포 금지", "항구일보사"),
    ("© 2024 항구일보사 무단 전재·복제를 금합니다", "항구일보사"),
    ("© 2024 港町新聞社 無断転載を禁じます", "港町新聞社"),
    ("© 2024 港町新聞社 禁無断転載", "港町新聞社"),
    ("© 2024 港城日报社 版权所有", "港城日报社"),
    ("© 2024 港城日報社 版權所有", "港城日報社"),
    ("© 2024 港城日報社 未經授權，不得轉載", "港城日報社"),
    ("© 2024 صحيفة الميناء. جميع الحقوق محفوظة", "صحيفة الميناء"),
    ("© 2024 روزنامه بندر. تمامی حقوق محفوظ است", "روزنامه بندر"),
    ("© 2024 עיתון הנמל. כל הזכויות שמורות", "עיתון הנמל"),
    ("© 2024 बंदरगाह समाचार। सर्वाधिकार सुरक्षित", "बंदरगाह समाचार"),
    ("© 2024 Газета Порт. Все права защищены.", "Газета Порт"),
    ("© 2024 Газета Порт. Усі права застережено.", "Газета Порт"),
    ("© 2024 Liman Gazetesi. Tüm hakları saklıdır.", "Liman Gazetesi"),
    ("© 2024 Liman Gazetesi. Her hakkı saklıdır.", "Liman Gazetesi"),
    ("© 2024 Báo Cảng. Mọi quyền được bảo lưu.", "Báo Cảng"),
    ("© 2024 Báo Cảng. Giữ bản quyền.", "Báo Cảng"),
    ("© 2024 Gazeta Port. Wszelkie prawa zastrzeżone.", "Gazeta Port"),
    ("© 2024 Přístav. Všechna práva vyhrazena.", "Přístav"),
    ("© 2024 Satama Oy. Kaikki oikeudet pidätetään.", "Satama Oy"),
    ("© 2024 Kikötő. Minden jog fenntartva.", "Kikötő"),
    ("© 2024 Λιμάνι. Με επιφύλαξη παντός νόμιμου δικαιώματος.", "Λιμάνι"),
    ("© 2024 Pelabuhan. Hak cipta dilindungi undang-undang.", "Pelabuhan"),
    ("© 2024 Sadam. Kõik õigused kaitstud.", "Sadam"),
    ("© 2024 Пристанище. Всички права запазени.", "Пристанище"),
]


@pytest.mark.parametrize(("line", "name"), NOTICES)
def test_a_notice_keeps_all_rights_and_names_its_holder(line, name):
    assert statement(line) == "all-rights-reserved"
    assert years(line) == (2024, 2024)
    found = holder(line, 0, len(line))
    assert line[found.first : found.last] == name


@pytest.mark.parametrize(
    "line",
    [
        "Reproduction prohibited without permission of the Quay Museum.",
        "Unauthorised reproduction or distribution is strictly prohibited.",
        "Nachdruck, auch auszugsweise, nur mit schriftlicher Genehmigung.",
        "Toute reproduction, même partielle, est interdite sans autorisation.",
        "Prohibida la reproducción total o parcial.",
        "Riproduzione riservata",
        "Proibida a reprodução total ou parcial.",
        "Перепечатка без разрешения редакции запрещена.",
        "無断複写・複製・転載を禁じます",
        "<저작권자 ⓒ 항구일보, 무단전재-재배포 금지>",
        "Усі права застережено.",
        "모든 권리를 보유합니다",
        "TÜM HAKLARI SAKLIDIR",
        "Tous droits reservés",
        "Reproduction strictement interdite.",
        "Reproduction formellement interdite.",
        "Reproduction forbidden.",
        "Reproduction of this article is prohibited.",
        "Copying is prohibited.",
        "Copying in whole or in part is forbidden.",
        "Republication forbidden.",
        "Unauthorised redistribution is expressly prohibited.",
    ],
)
def test_a_text_that_nobody_may_print_again_is_reserved(line):
    assert list(cues(line))
    assert statement(line) == "all-rights-reserved"


@pytest.mark.parametrize(
    "line",
    [
        "Commercial reproduction is prohibited.",
        "Reproduction is prohibited for commercial purposes.",
        "The reproduction of seals is prohibited in the harbour.",
        "Reproduction is permitted if the museum is named.",
        "Die Stadt hat das Läuten mit Nachdruck verboten.",
        "Перепечатка без ссылки на газету запрещена.",
        "Копирование ключей запрещено.",
    ],
)
def test_what_forbids_less_or_something_else_is_no_such_statement(line):
    assert statement(line) == ""


def test_no_cue_is_the_beginning_of_another():
    every = sorted((*_CUES, *STEMS))
    assert not [pair for pair in itertools.pairwise(every) if pair[1].startswith(pair[0])]


@pytest.mark.parametrize(
    "sentence",
    [
        *("Vse pravice pridržane", "Sva prava pridržana", "Všetky práva vyhradené"),
        *("Vyhrazena všechna práva", "Усі права застережені", "Всі права захищено"),
        *("Minden jogot fenntartunk", "Toate drepturile sunt rezervate", "Her hakkı saklıdır"),
        *("Με επιφύλαξη παντός δικαιώματος", "Tutti i diritti sono riservati", "保留所有權利"),
        *("تمام حقوق این سایت محفوظ است", "모든 권리를 보유", "Alla rättigheter förbehållna"),
    ],
)
def test_all_rights_are_reserved_in_many_languages(sentence):
    assert statement(f"© 2024 Quay. {sentence}.") == "all-rights-reserved"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Text under CC BY 4.0; images © Kari Moe, all rights reserved.", ("CC-BY-4.0",)),
        ("Text: CC BY 4.0. Photo: © Kari Moe. All rights reserved.", ("CC-BY-4.0",)),
        ("All text is CC BY 4.0. All rights reserved for photographs.", ("CC-BY-4.0",)),
        (
            "This text is in the public domain, but the images are © Ann Moe, all rights reserved.",
            ("public-domain",),
        ),
        ("Photos © Kari Moe. All rights reserved.", ()),
    ],
)
def test_who_keeps_the_rights_of_pictures_keeps_not_those_of_the_text(line, said):
    assert statements(line) == said
    found = holder(line, 0, len(line))
    assert found is None or found.is_credit


@pytest.mark.parametrize(
    "line",
    [
        "Text and images © Hallby Museum, all rights reserved.",
        "Film Society of Hallby © 2019. All rights reserved.",
        "Photos: Kari Moe. © 2019 Hallby Museum. All rights reserved.",
        "Images © Kari Moe. Text © Hallby Museum. All rights reserved.",
        "© 2019 Hallby Museum. All rights reserved for text and images.",
        "© 2019 Hallby Museum. All rights reserved in this image.",
        "Photo © Kari Moe, text © Hallby Museum, all rights reserved.",
    ],
)
def test_who_keeps_those_of_the_text_keeps_all(line):
    assert statement(line) == "all-rights-reserved"
