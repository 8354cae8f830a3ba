"""Days of ordinary papers: of minutes, of letters, of releases, of programmes."""

import pytest

from audit.extractors import extract_all

LETTER = (
    "Dear Mrs Petersen,\n\nThank you for the three albums. We shall keep them in the local studies "
    "room, where readers may see them on any weekday of the year but the first of January.\n\n"
    "Yours sincerely,\n\nMargaret Holm\nLibrarian\n"
)


def days(evidence, property_="issued"):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == property_]


@pytest.mark.parametrize(
    "text",
    [
        f"12 March 2019\n\nMrs Joan Petersen\n7 Chapel Lane\n\n{LETTER}",
        f"12 March 2019\n\n{LETTER}",
        (
            "平成31年3月12日\n\n港町郷土博物館\n館長 佐藤 一郎 様\n\n"
            "資料の貸出について（回答）\n\n拝啓 早春の候、ますますご清栄のことと存じます。\n"
            "ご依頼のありました古地図の貸出につきまして、\n下記のとおり承認いたします。\n\n敬具\n"
        ),
    ],
)
def test_the_day_above_a_letter_is_its_own_and_no_stamp_of_a_capture(document, text):
    evidence = extract_all(document(text))
    assert days(evidence, "captured") == []
    assert days(evidence) == ["2019-03-12"]


@pytest.mark.parametrize(
    "line",
    [
        "Friday 21 – Sunday 23 June 2019",
        "21 – 23 June 2019",
        "21 - 23 June 2019",
        "Freitag, 21. – Sonntag, 23. Juni 2019",
        "vendredi 21 – dimanche 23 juin 2019",
    ],
)
def test_the_days_of_a_festival_are_not_that_of_its_programme(document, line):
    text = (
        f"HALLBY MUSIC FESTIVAL\nProgramme of Events\n{line}\n\n19:30  Opening concert, Town Hall. "
        "The Otter Valley Brass Band.\n21:00  Ceilidh, Fish Market.\n11:00  Children's concert.\n"
    )
    assert days(extract_all(document(text))) == []


@pytest.mark.parametrize("sign", [".-", ".–", ". —", " -", ".—"])
def test_news_open_with_their_place_and_day_before_any_sign(document, sign):
    text = (
        "Biblioteca Municipal de Puerto Alto\n\nLa biblioteca presenta su fondo de mapas antiguos\n"
        f"\nPuerto Alto, 9 de octubre de 2014{sign} La Biblioteca Municipal presentó ayer una "
        "colección de 212 mapas de la costa, donada por la familia Ibarra.\n\nLa exposición puede "
        "visitarse hasta el 30 de noviembre de 2014.\n"
    )
    assert days(extract_all(document(text))) == ["2014-10-09"]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Compte rendu de l'assemblée générale ordinaire du 7 février 2020", "2020-02-07"),
        ("Minutes of the Annual General Meeting held on Tuesday 14 May 2013", "2013-05-14"),
        ("Speech by the Mayor at the opening of the library, 17 September 2010", "2010-09-17"),
        ("Protokoll der Mitgliederversammlung vom 12.03.2015", "2015-03-12"),
    ],
)
def test_minutes_have_the_day_that_their_title_names(document, title, day):
    text = (
        f"ASSOCIATION\n\n{title}\n\nThe members met at the customs house under the chair of Mr Rowe"
        " and agreed to the accounts, of which the treasurer had sent copies to them.\n"
    )
    assert days(extract_all(document(text))) == [day]


@pytest.mark.parametrize("word", ["Captured", "Saved:", "Retrieved on", "Archived"])
def test_a_stamp_that_says_so_is_no_day_of_issue(document, word):
    text = f"{word} 2015-04-06\n\nThe old rope walk\n\n{LETTER.split(chr(10) * 2)[1] * 2}\n"
    evidence = extract_all(document(text))
    assert days(evidence, "captured") == ["2015-04-06"]
    assert days(evidence) == []


def test_the_minutes_that_an_agenda_lists_are_of_another_meeting(document):
    text = (
        "HALLBY PARISH COUNCIL\n\nNotice is hereby given of a meeting to be held in the Village "
        "Hall on Monday 6 June 2016 at 7.00 pm\n\nAGENDA\n\n1. Apologies\n2. Minutes of "
        "the meeting held on 9 May 2016\n3. Planning application for the new slipway\n\n"
        "P. Lorne, Clerk to the Council\n31 May 2016\n"
    )
    assert days(extract_all(document(text))) in ([], ["2016-05-31"])


def test_a_place_behind_the_first_day_makes_it_no_stamp(document):
    text = (
        "ПРЕСС-РЕЛИЗ\n\n12 сентября 2019 года, Новоморск\n\nВ музее порта открылся новый зал\n\n"
        "Вчера в Новоморске открылся новый зал музея порта, посвящённый рыбацким лодкам. В зале "
        "показаны двадцать две модели, самая старая сделана в 1868 году.\n"
    )
    evidence = extract_all(document(text))
    assert days(evidence, "captured") == []
    assert days(evidence) == ["2019-09-12"]
