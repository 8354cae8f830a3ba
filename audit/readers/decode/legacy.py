"""Guess a legacy code page from the letters of the text that it would make.

Each candidate is an encoding with the letters that a language written in it needs. For Latin
scripts these are all letters beyond ASCII, for other scripts the frequent ones: a wrong code page
gives rare letters and the wrong case.
"""

import re
from typing import Final

_latin: Final = (
    ("windows-1252", "äöüßÄÖÜ"),
    ("windows-1252", "éèêëàâçîïôùûüœæÿÉÈÊÀÂÇÎÔÙŒ"),
    ("windows-1252", "áéíóúüñÁÉÍÓÚÜÑªº"),
    ("windows-1252", "àèéìòùóÀÈÉÌÒÙ"),
    ("windows-1252", "áâãàçéêíóôõúüÁÂÃÀÇÉÊÍÓÔÕÚªº"),
    ("windows-1252", "åäöéÅÄÖÉøæØÆ"),
    ("windows-1252", "áéíóúýðþæöÁÉÍÓÚÝÐÞÆÖ"),
    ("windows-1252", "éèëïöüóáêç"),
    ("windows-1250", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"),
    ("windows-1250", "áčďéěíňóřšťúůýžľĺôÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĽ"),
    ("windows-1250", "áéíóöőúüűÁÉÍÓÖŐÚÜŰ"),
    ("windows-1250", "ăâîşţŞŢĂÂÎ"),
    ("windows-1250", "čćđšžČĆĐŠŽ"),
    ("windows-1254", "çğıöşüâîûÇĞİÖŞÜ"),
    ("windows-1257", "ąčęėįšųūžĄČĘĖĮŠŲŪŽ"),
    ("windows-1257", "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ"),
    ("windows-1257", "äöõüšžÄÖÕÜŠŽ"),
    ("iso-8859-2", "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"),
    ("iso-8859-2", "áčďéěíňóřšťúůýžľĺôÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĽ"),
    ("cp850", "äöüßÄÖÜéèàçêâîôû"),
    ("mac-roman", "äöüßÄÖÜéèàçêâîôûñáíóú"),
)
_cyrillic: Final = "оеаинтсрвлкмдпуяыьгзбчйхжшщъэюцфёіїєґў"
_frequent: Final = (
    ("windows-1255", "יוהלאתרםמבשנכעחדפקןגצסטזךףץ"),
    ("windows-1251", _cyrillic),
    ("mac-cyrillic", _cyrillic),
    ("koi8-r", _cyrillic),
    ("koi8-u", _cyrillic),
    ("cp866", "оеаинтсрвлкмдпуяыьгзбчйхжш"),
    ("iso-8859-5", _cyrillic),
    ("windows-1253", "αοιετσνηυρπκμλςωάέήίόύώδγχθφβ"),
    ("windows-1256", "اليمونرتبةعدسفهكقحجأشصطخىذئءضغزثإپچژگکی،"),
    ("cp874", "านรอกเงมยลวดทสตะีปบคหแจพชข่้ไใ็ัิุูื"),
)
_FIRST: Final = 8
"""Letters at the start of a list that are the most frequent of all."""
_caseless: Final = ("windows-1255", "windows-1256", "cp874")
_quoted: Final = "«»°’“”…–¿¡ªº"
_before: Final = {
    "windows-1252": ("cp850", "mac-roman"),
    "windows-1250": ("cp852", "mac-latin2"),
    "windows-1254": ("cp857",),
    "windows-1257": ("cp775",),
}
"""What a language was written in before there was Windows, and on other machines."""
_old: Final = tuple(
    (old, letters + _quoted) for name, letters in _latin for old in _before.get(name, ())
)
_western: Final = "".join(letters for name, letters in _latin if name == "windows-1252")
_mixed: Final = 0.97
"""What a mixture of western languages weighs against one language that explains every letter."""
_run: Final = re.compile(rb"[\x80-\xff]+")
_sample: Final = 20_000
_sure: Final = 0.9
_likely: Final = 0.6
_short: Final = 3
"""Letters beyond ASCII that follow each other in a Latin script: `öß`, `říš`."""
_wanted: Final = 400
_longest: Final = 200


def guess(data: bytes) -> tuple[str, float]:
    """Return the likeliest encoding of *data* and a low confidence, 0.2 to 0.8; never fails."""
    if old := _before_windows(data):
        return old, 0.6
    runs = _runs(data)
    if not runs:
        return "windows-1252", 0.6
    encoding, score = max(_scores(runs), key=_second)
    if score >= _sure:
        return encoding, 0.8 if len(runs) >= _wanted // 4 else 0.6
    if score >= _likely and not _long(runs):
        return encoding, 0.4  # for Latin scripts statistics know less than the letters
    found = _second_opinion(data)
    return (found, 0.5) if found else ("windows-1252", 0.2)


def _second(pair: tuple[str, float]) -> float:
    return pair[1]


def _runs(data: bytes) -> list[bytes]:
    """Return the first runs of bytes beyond ASCII that hold a letter, not only punctuation."""
    found: list[bytes] = []
    for run in _run.finditer(data):
        letters = run.group()[:_longest].translate(None, _punctuation)
        if letters:
            found.append(letters)
        if len(found) == _wanted:
            break
    return found


_letters_inside: Final = re.compile(
    rb"[a-z][\x80-\x82\x84-\x90\x98\x99\x9b\xa1-\xa7\xa9-\xac\xae-\xb0\xb2\xc0-\xd6\xd8-\xde](?=[a-z])"
)
"""Where Windows has a capital, a dagger or the like, which stand in no word."""
_longest_search: Final = 200_000
_FEW: Final = 3
_punctuation: Final = bytes.fromhex("8082848586878b9192939495969799 9ba0a7a9abadaeb0b2b3b4b7bb")
"""Quotation marks and the like, at the same place in every Windows code page."""


def _scores(runs: list[bytes]) -> list[tuple[str, float]]:
    """Return every candidate with the share of bytes that it explains; the first of equals wins."""
    everything = b"".join(runs)
    if _long(runs):
        lower = b"".join(run[len(run) > 1 :] for run in runs)  # a capital may open a word
        whole = dict.fromkeys(_caseless, everything)
        return [
            (name, _weighed(whole.get(name, lower), name, letters)) for name, letters in _frequent
        ]
    short = b"".join(run for run in runs if len(run) <= _short)
    mixed = ("windows-1252", _mixed * _share(short, "windows-1252", _western, everything))
    return [
        mixed,
        *((name, _share(short, name, letters, everything)) for name, letters in _latin),
    ]


def _before_windows(data: bytes) -> str:
    """Return the encoding of a text whose letters are punctuation in Windows, or empty."""
    if len(_letters_inside.findall(data, 0, _longest_search)) < _FEW:
        return ""
    beyond = b"".join(_run.findall(data, 0, _longest_search))
    scores = [(name, _share(beyond, name, letters, beyond)) for name, letters in _old]
    every = {
        name: "".join(set().union(*(own for old, own in _old if old == name))) for name, _ in _old
    }
    scores += [(name, _mixed * _share(beyond, name, own, beyond)) for name, own in every.items()]
    encoding, score = max(scores, key=_second)
    return encoding if score >= _sure else ""


def _weighed(data: bytes, name: str, letters: str) -> float:
    """Return the share that *letters* explain; of equals the one whose first are frequent wins."""
    first = _share(data, name, letters[:_FIRST], data)
    return _share(data, name, letters, data) + first / 1_000


def _long(runs: list[bytes]) -> bool:
    """Tell whether most letters stand in runs of a script that is not Latin."""
    short = sum(len(run) for run in runs if len(run) <= _short)
    return sum(map(len, runs)) > 2 * short


def _share(data: bytes, encoding: str, letters: str, of: bytes) -> float:
    explained = len(data) - len(data.translate(None, letters.encode(encoding, "ignore")))
    return explained / max(len(of), 1)


def _second_opinion(data: bytes) -> str:
    """Ask charset-normalizer about the part of the file with the most to tell."""
    import charset_normalizer

    first = _run.search(data)
    start = max(first.start() - 1000, 0) if first else 0
    best = charset_normalizer.from_bytes(data[start : start + _sample]).best()
    if best is None or best.encoding in ("ascii", "utf_8"):
        return ""
    return _names.get(best.encoding, best.encoding)


_names: Final = {
    **{f"cp{number}": f"windows-{number}" for number in range(1250, 1259)},
    "latin_1": "windows-1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
