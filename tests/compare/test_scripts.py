"""Scripts: quotations, near-copies and footers are found in each, and strangers are left alone."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from audit.model import Audit, Relation
from audit.pipeline import audited
from audit.settings import Settings

SPACED = {
    "arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "persian": "آابپتثجچحخدرزژسشصضطظعغفقکگلمنوهی",
    "hebrew": "אבגדהוזחטיכלמנסעפצקרשת",
    "devanagari": "कखगघचछजझटठडढतथदधनपफबभमयरलवशषसह",
    "korean": "가나다라마바사아자차카타파하고노도로모보소오조초코토포호",
    "turkish": "abcçdefgğhıijklmnoöprsştuüvyz",
    "greek": "αβγδεζηθικλμνξοπρστυφχψω",
}
MARKS = {"hebrew": "ְִֵַָֹ", "devanagari": "ािीुूेैो", "arabic": "َُِّ"}
UNSPACED = {
    "chinese": "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主"
    "发年动同工也能下过子说产种面而方后多定行学法所民得经",
    "japanese": "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよ"
    "らりるれろわをん港町図書館時計橋舟",
    "thai": "กขคงจชซดตถทนบปผฝพฟมยรลวสหอาเแโไ",
}
QUOTED = 20


def words(dice: random.Random, script: str, count: int) -> list[str]:
    letters = SPACED.get(script) or UNSPACED[script]
    sizes = (3, 8) if script in SPACED or script == "thai" else (1, 2)
    marks = MARKS.get(script, "")
    made = []
    for _ in range(count):
        word = "".join(
            letter + (dice.choice(marks) if marks and dice.random() < 0.3 else "")
            for letter in dice.choices(letters, k=dice.randint(*sizes))
        )
        made.append(word)
    return made


def text(script: str, found: list[str]) -> str:
    return (" " if script in SPACED else "").join(found)


def collection(script: str, dice: random.Random) -> dict[str, str]:
    """Return a source, its edited copy, two that quote twenty words of it, three with a footer."""
    source, count = words(dice, script, 200), 200
    quoted = source[60 : 60 + QUOTED]
    copy = list(source)
    for place in range(10, count, 40):
        copy[place : place + 1] = words(dice, script, 1)
    texts = {"source": source, "copy": copy}
    host = words(dice, script, 160)
    texts["quoting"] = host[:70] + quoted + host[70:]
    footer = words(dice, script, 30)
    pages = {
        f"page{n}": f"{text(script, words(dice, script, 90))}\n\n{text(script, footer)}"
        for n in range(3)
    }
    return {**{name: text(script, found) for name, found in texts.items()}, **pages}


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Audit]:
    folder = tmp_path_factory.mktemp("scripts")
    for script in (*SPACED, *UNSPACED):
        for name, content in collection(script, random.Random(script)).items():
            file = folder / f"{script}-{name}.txt"
            file.write_text(content + "\n", encoding="utf-8")
    with audited(Settings(paths=(str(folder),), catalogue=False, jobs=1)) as found:
        yield found


@pytest.mark.parametrize("script", [*SPACED, *UNSPACED])
def test_what_is_shared_in_each_script(audit, script):
    related = {
        (pair.a.split("-")[1][:-4], pair.b.split("-")[1][:-4]): pair.relation
        for pair in audit.pairs
        if pair.a.startswith(script)
    }
    pages = {pair: found for pair, found in related.items() if pair[0].startswith("page")}
    assert set(pages.values()) == {Relation.BOILERPLATE_ONLY}
    assert related.keys() - pages.keys() == {
        ("copy", "source"),
        ("copy", "quoting"),
        ("quoting", "source"),
    }
    assert related["copy", "source"] is Relation.NEAR_DUPLICATE
    assert related["quoting", "source"] is Relation.QUOTES


@pytest.mark.parametrize("script", [*SPACED, *UNSPACED])
def test_a_quotation_of_twenty_words_is_found_to_the_character(audit, script):
    texts = collection(script, random.Random(script))
    names = {f"{script}-source.txt", f"{script}-quoting.txt"}
    (passage,) = [each for each in audit.passages if {each.a, each.b} == names]
    quoted = texts["quoting"][passage.a_start : passage.a_end]
    assert quoted == texts["source"][passage.b_start : passage.b_end]
    assert text(script, words(random.Random(script), script, 200)[60 : 60 + QUOTED]) in quoted


def test_strangers_of_no_script_are_accused(audit):
    for pair in audit.pairs:
        assert pair.a.split("-")[0] == pair.b.split("-")[0]


@pytest.fixture
def strangers(tmp_path: Path) -> Path:
    """Write two Chinese texts that share nothing but the name of an office."""
    office = "海湾市人民政府文化和旅游局"
    (tmp_path / "library.txt").write_text(
        f"图书馆位于旧港口旁边的一栋石头房子里，冬天炉火一直烧到晚上九点。{office}去年把二楼的"
        "窗户全部换成了双层玻璃，读者说现在连海鸥的叫声也听不见了。孩子们放学以后到这里借书，"
        "馆员会给他们讲水手的故事。\n",
        encoding="utf-8",
    )
    (tmp_path / "museum.txt").write_text(
        f"潮汐磨坊博物馆的三个磨盘在星期六下午转动，面粉卖给来参观的人。{office}的记录说，磨坊建于"
        "两百年前，最后一任磨工姓林，他的账本现在放在玻璃柜里。讲解员每天讲两次，不需要预约，"
        "下雨天也开放。\n",
        encoding="utf-8",
    )
    return tmp_path


def test_the_name_of_an_office_is_no_quotation(strangers):
    with audited(Settings(paths=(str(strangers),), catalogue=False, jobs=1)) as audit:
        assert list(audit.passages) == []
        assert {pair.relation for pair in audit.pairs} <= {Relation.BOILERPLATE_ONLY}
