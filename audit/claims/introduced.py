"""Words that introduce whoever wrote a text, in the languages of the world."""

import re
from collections.abc import Collection
from typing import Final

CUES: Final = (
    r"words(?=:)|(?:creator|créateur|urheber(?:in)?|forfatter|författare|schrijver)(?=\s{0,2}:)|"
    r"text (?:and|und|et|y|e|och|og|en) (?:fotos?|photos?|bild(?:er)?|images?)|written by|"
    r"text & fotos?|text und fotos?|text und bild|words & photos?|words and photos?|"
    r"posted by|published by|reported by|story by|text by|words by|article by|by|"
    r"geschrieben von|verfasst von|veröffentlicht von|eingestellt von|erstellt von|"
    r"ein (?:beitrag|artikel|gastbeitrag) von|gastbeitrag von|artikel von|beitrag von|"
    r"pressemitteilung von|aus .{2,30} berichtet|von|"
    r"texte?(?=\s{0,2}:)|autor(?:in|en|innen|/in)?|author(?:s|\(s\))?|verfasser(?:in)?|redakteur(?:in)?|text|"
    r"publié par|écrit par|rédigé par|auteur|par|escrito por|publicado por|autora?|por|"
    r"escrito por|scritto da|compiled by|prepared by|submitted by|presented by|"
    r"vorgelegt von|eingereicht von|"
    r"présentée?(?: et soutenue)?(?: publiquement)? par|presentad[ao] por|"
    r"apresentad[ao] por|presentata da|"
    r"researched by|drawn up by|"
    r"zusammengestellt von|bearbeitet von|établi par|préparé par|elaborado por|compilado por|"
    r"a cura di|sammanställd av|utarbeidet av|udarbejdet af|составил[аи]?|opracował[ai]?|"
    r"összeállította|írta|hazırlayan|disusun oleh|ditulis oleh|oleh|imeandikwa na|"
    r"pubblicato da|autore|di|door|geschreven door|auteur|"
    r"av|skriven av|skrevet av|af|kirjoittanut|napisał|autor|napsal|yazan|автор|от|"
    r"بقلم|كتب|كتبت|نویسنده|writer|byline|reporter"
)
"""Words that introduce a name, in fifteen languages."""
LABELS: Final = (
    "yazar|tác giả|작성자|글쓴이|מחבר|מחברת|लेखक|लेखिका|penulis|作者|著者|執筆者|撰文|文責|ผู้เขียน|"
    "συντάκτης|συγγραφέας|szerző|автори|сочинитель|autorius|autors|pengarang|লেখক|mwandishi|مصنف|الكاتب|کاتب"
)
"""Words that introduce a name where a colon stands behind them."""
SHORT_CUES: Final = r"מאת|โดย(?=\s{0,2}:|\s\S+\s\S+\Z)"
"""Words that introduce a name and begin sentences as well."""
COLON: Final = "[:：]"
_LETTERS: Final = 3
"""Letters by which cues are told apart before they are looked for."""
_HEAD = re.compile(rf"(?:\(\?:)?([^\\[\](){{}}.?*+|]{{1,{_LETTERS}}})(?![?*{{])")


def starts_of_cues(*patterns: str) -> frozenset[str]:
    """Return the first letters of the alternatives of *patterns*, three or as many as there are."""
    found = (_HEAD.match(cue) for cue in "|".join(patterns).split("|"))
    return frozenset(head[1].casefold() for head in found if head)


def may_begin(text: str, starts: Collection[str]) -> bool:
    """Tell cheaply whether *text* may begin with a cue of those *starts*, or not: most do not."""
    head = text[:_LETTERS].casefold()
    return head in starts or head[:2] in starts
