"""Lines that lead elsewhere: labels of lists of other texts, and what asks the reader to do."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from audit.claims.late import Late

_LONGEST: Final = 60
_WORDS: Final = 7
"""Characters and words of a label, at most."""
_LABELS: Final = (
    r"related(?: (?:news|stories|articles|posts|content|links|topics|coverage|reading|items))?|"
    r"(?:more|other) (?:news|stories|articles|posts|headlines|videos|from|on|about|like)\b.{0,30}|"
    r"most (?:read|popular|viewed|shared|recent|commented|e-?mailed|discussed|watched)\b.{0,20}|"
    r"trending(?: now| stories| topics)?|(?:top|latest|recent|popular|featured|breaking|"
    r"don.?t miss|must|today.?s|editors?.?s?)[ -](?:stories|news|headlines|posts|articles|"
    r"entries|comments|picks|choice|reads?|videos|updates|reviews|topics)|"
    r"also (?:read|see)\b.{0,20}|see also|read (?:next|also|more)|(?:up|what to read) next|"
    r"you (?:may|might) (?:also )?(?:like|enjoy|be interested).{0,12}|popular|in other news|"
    r"recommended(?: for you| stories| reading)?|we recommend|(?:next|previous) story|"
    r"sponsored(?: links| content)?|from (?:around )?the web|elsewhere on the web|"
    r"mehr (?:zum thema|artikel|aus|von|news|nachrichten)\b.{0,25}|"
    r"(?:meist ?gelesen|am meisten gelesen|empfohlen|verwandte|passend dazu).{0,20}|"
    r"weitere (?:artikel|nachrichten|themen|meldungen|news|beiträge|texte)\b.{0,20}|(?:ähnliche|"
    r"neue|neueste|letzte|aktuelle|beliebte) (?:artikel|beiträge|nachrichten|news|meldungen|"
    r"kommentare|themen|einträge|texte).{0,15}|top[- ]?themen|"
    r"das könnte (?:sie|dich|euch).{0,30}|lesen sie (?:auch|mehr).{0,20}|auch interessant|"
    r"zum thema|(?:à )?lire aussi|à lire|à la une|voir aussi|ailleurs sur le web|"
    r"les plus (?:lus|partagés|commentés|récents)|sur le même (?:sujet|thème)|"
    r"derni(?:er|ère)s (?:articles|actualités|infos|nouvelles|news).{0,10}|"
    r"articles? (?:liés|similaires|récents|populaires)|dans la même (?:rubrique|catégorie)|"
    r"lo último|lo más (?:leído|visto|compartido|nuevo|popular)|(?:también )?te puede interesar|"
    r"más (?:noticias|temas)|"
    r"(?:noticias|artículos|entradas) (?:relacionad[oa]s|recientes|populares)|"
    r"últimas (?:noticias|entradas)|ver también|lee también|leer más|destacad[oa]s|leggi anche|"
    r"(?:i )?più letti|ultim[ei] (?:notizie|articoli|news)|in primo piano|"
    r"articoli (?:correlati|recenti)|(?:ti )?potrebbe interessar(?:e|ti).{0,10}|mais lidas|"
    r"(?:leia|veja) (?:também|mais)|últimas(?: notícias)?|notícias relacionadas|meer nieuws|"
    r"meest gelezen|lees (?:ook|meer|verder)|gerelateerd.{0,15}|laatste nieuws|mest lest|"
    r"mest läst|läs (?:mer|också)|les også|læs også|mest læste|relaterade? .{0,15}|"
    r"najczęściej czytane|(?:czytaj|zobacz) (?:też|także|również)|polecamy|powiązane|nejčtenější|"
    r"čtěte také|související.{0,15}|lue myös|luetuimmat|en çok okunanlar|ilgili haberler|"
    r"читайте также|популярное|(?:последние )?новости|по теме|читайте також|"
    r"διαβάστε (?:επίσης|ακόμη)|"
    r"相关(?:新闻|阅读|文章)|热门.{0,4}|推荐阅读|最新.{0,4}|関連記事|おすすめ.{0,4}|人気.{0,6}|"
    r"관련 ?기사|많이 본 뉴스|اقرأ أيضا|مواضيع ذات صلة"
)
_LABEL = Late(rf"\W*(?:{_LABELS})\W*")
_LABEL_LINE = Late(rf"\n[^\w\n]*(?:{_LABELS})[^\w\n]*(?=\n)")
_APPEAL = Late(
    r"\W*(?:(?:follow|like|join|contact|connect(?: directly)?) (?:us|with|me|on)\b|subscribe\b|"
    r"sign up\b|enter (?:your|you)\b|get (?:the latest|our|email|daily|updates|breaking)\b|"
    r"click here|download our\b|report this|already (?:a member|have|subscribed)|need help|"
    r"(?:this (?:story|article|page|site|website|post)|we) (?:uses?|was posted)\b|new to \w+\?|"
    r"search (?:our|this)\b|by (?:using|clicking|continuing)\b|your (?:account|cart|browser)\b|"
    r"thank you for|please (?:log|sign|enable|select|enter|note|accept|login)\b|"
    r"hier klicken|melden sie sich|jetzt (?:anmelden|abonnieren|registrieren|kaufen|bestellen)|"
    r"newsletter|folgen sie|folge uns|inscrivez-vous|abonnez-vous|suivez-nous|suscríbete|síguenos|"
    r"iscriviti|seguici|assine\b|siga-nos|meld je aan|volg ons|schrijf je in|prenumerera|följ oss)"
)


def labels_among(lines: Sequence[str]) -> Sequence[int]:
    """Return which of the *lines*, in small letters, are such labels; one by one costs twice."""
    short = [
        at
        for at, line in enumerate(lines)
        if len(line) <= _LONGEST and line.count(" ") < _WORDS  # as `_is_short`, without a call
    ]
    starts = list(accumulate([len(lines[at]) + 1 for at in short], initial=0))
    found = _LABEL_LINE.finditer("\n".join(("", *(lines[at] for at in short), "")))
    return [short[bisect_right(starts, label.start()) - 1] for label in found]


def leads_on(text: str) -> bool:
    """Tell whether a line is the label of a list of other texts: `Related news`."""
    return _is_short(text) and _LABEL.fullmatch(text.lower()) is not None


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST and text.count(" ") < _WORDS


def asks(text: str) -> bool:
    """Tell whether a line asks its reader for more than reading: `Follow us on …`."""
    return _APPEAL.match(text.lower()) is not None
