"""Statements of rights that have a name: reserved, public domain, in copyright, other licences."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from audit.claims.late import Late, Small, Sought
from audit.claims.rights.acknowledged import ACKNOWLEDGED, is_of_all
from audit.claims.rights.commons import Found
from audit.claims.rights.granted import SOME
from audit.claims.rights.reserved import reserved
from audit.claims.rights.sense import Kind

ALL_RIGHTS_RESERVED: Final = "all-rights-reserved"
PUBLIC_DOMAIN: Final = "public-domain"
IN_COPYRIGHT: Final = "in-copyright"
CROWN: Final = "crown-copyright"
STATEMENTS: Final = "https://rightsstatements.org/vocab/"

_PUBLIC: Final = Small(
    r"(?:in|into|to) the public domain|public domain(?: (?:work|dedication|mark)(?: 1\.0)?)?|"
    r"gemeinfrei\b|(?:(?:dans le|du|au) )?domaine public|"
    r"(?:(?:de|en(?: el)?|al) )?dominio público|(?:(?:no|em|de|ao|o) )?domínio público|"
    r"(?:(?:di|nel|in) )?(?:pubblico dominio|dominio pubblico)|domini públic|"
    r"(?:in het )?publieke? domein|domen(?:a|ie|y|ę) publiczn(?:a|ej|ą)|offentligt domæne|"
    r"voln(?:é|ým) díl(?:o|em)|общественн(?:ое|ом|ого|ым) достояни(?:е|ем|и|я)|"
    r"суспільн(?:е|ому|ого|им) надбання|kamu malı|(?:ال)?ملك(?:ية)? (?:ال)?عام(?:ة)?\b|"
    r"パブリック・?ドメイン|公有领域|公有領域|公共领域|公共領域|퍼블릭\s?도메인|κοινό κτήμα|"
    r"közkincs|נחלת הכלל|domeniul public",
    re.IGNORECASE,
    stems=(
        "c dom|o dominio|domaine p|dominio p|domínio p|domini p|domein|domen|gemeinfrei|offentligt|"
        "díl|общественн|суспільн|kamu|ملك|パブリック|公有|公共|퍼블릭|κτ|"
        "közkincs|נחלת"
    ),
)
_OTHER_DOMAIN = re.compile(
    r"\s(?:mar[ií]tim|fluvial|hidr[áa]ulic|portuari|maritime|routier|ferr|viario|idric|review|"
    r"day\b)",
    re.IGNORECASE,
)
"""A public domain that is a shore, a road or a house, not a work."""
_PROTECTED: Final = Small(
    r"(?:still )?(?:in|under|protected by|subject to) copyright\b(?! (?:law )?(?:acts?|rules)\b)|"
    r"copyright(?:-protected|ed)\b(?! by)|copyright protected|"
    r"(?:urheberrechtlich|durch (?:das )?urheberrecht) geschützt|"
    r"protégée?s? par (?:le|les) droits? d['’]auteur|"
    r"protegid[oa]s? por (?:los )?derechos? de autor|"
    r"protett[oaie] da(?:l|i)? (?:diritto|diritti) d['’]autore|"
    r"protegid[oa]s? por direitos? (?:autorais|de autor)|"
    r"(?:beschermd door (?:het )?auteursrecht|auteursrechtelijk beschermd)|"
    r"chronion[eya] (?:jest )?praw(?:em|ami) autorskim\w?|upphovsrättsligt skydda\w{1,2}|"
    r"ophavsretligt beskytte\w{1,2}|opphavsrettslig beskytte\w{1,2}|"
    r"tekijänoikeu\w{3,6} suojattu\w?|chráněn\w? autorským (?:právem|zákonem)|"
    r"защищен[оаы]? авторским правом|telif hakkı(?:yla)? (?:ile )?korun\w{2,6}|"
    r"محمي(?:ة)? بحقوق (?:النشر|الطبع|المؤلف)|"
    r"著作権で保護|受版权保护|受著作權(?:法)?保護|저작권(?:법)?의 보호",
    re.IGNORECASE,
    stems=(
        "in copyright|under copyright|by copyright|to copyright|copyrighted|copyright-|"
        "copyright prot|geschützt|auteur|autor|upphov|ophav|opphav|tekijänoik|авторск|telif|محمي|"
        "著作|版权|저작권"
    ),
)
LABELS: Final = {
    "in copyright": "InC",
    "in copyright - eu orphan work": "InC-OW-EU",
    "in copyright - educational use permitted": "InC-EDU",
    "in copyright - non-commercial use permitted": "InC-NC",
    "in copyright - rights-holder(s) unlocatable or unidentifiable": "InC-RUU",
    "no copyright - contractual restrictions": "NoC-CR",
    "no copyright - non-commercial use only": "NoC-NC",
    "no copyright - other known legal restrictions": "NoC-OKLR",
    "no copyright - united states": "NoC-US",
    "copyright not evaluated": "CNE",
    "copyright undetermined": "UND",
    "no known copyright": "NKC",
}
"""The labels of the statements of rightsstatements.org; there is one version of each."""
_LABEL: Final = Small(
    r"(?:\A|(?<=[\n|:;•·(\"“.])|(?<=[:.;|]\s))(?P<label>"
    + "|".join(
        re.escape(label).replace(r"\ \-\ ", r"\s[-\u2013\u2014]\s")
        for label in sorted(LABELS, reverse=True)
    )
    + r")(?=\s{0,3}(?:[.|\n)•·;\"”]|\Z))",
    re.IGNORECASE,
    stems="in copyright|no copyright|no known|copyright not|copyright und",
)
_UNKNOWN: Final = Small(
    r"no known (?:copyright )?restrictions?(?: on (?:publication|use|copyright))?|"
    r"no known copyright(?: or other)? restrictions?|keine bekannten (?:urheber\w{4,9} )?"
    r"(?:einschränkungen|beschränkungen)|(?:aucune|pas de) restrictions? (?:connues? )?"
    r"(?:de|liées? au) droits? d['’]auteur(?: connues?)?|"
    r"sin restricciones (?:conocidas )?de (?:derechos? de autor|copyright)(?: conocidas)?|"
    r"inga kända (?:upphovsrättsliga )?(?:restriktioner|begränsningar)|"
    r"ingen kjente (?:opphavsrettslige )?(?:restriksjoner|begrensninger)|"
    r"geen (?:bekende )?auteursrechtelijke beperkingen(?: bekend)?",
    re.IGNORECASE,
    stems="restri|schränkung|begränsning|begrensning|beperking",
)
_SOME: Final = Small(
    r"(?P<some>some|no) rights reserved|einige rechte vorbehalten|certains droits réservés|"
    r"algunos derechos reservados|alguns direitos reservados|alcuni diritti riservati|"
    r"sommige rechten voorbehouden|niektóre prawa zastrzeżone",
    re.IGNORECASE,
    stems="s reserv|réserv|riserv|vorbehalten|voorbehouden|zastrze",
)
_CROWN: Final = Late(r"(?:©\s{0,2}|\(c\)\s{0,2})?crown copyright\b", re.IGNORECASE, stems="crown")
_STATEMENT_URL: Final = Late(
    r"(?:https?://)?rightsstatements\.org/(?:vocab|page)/([A-Za-z-]{2,12})/(\d\.\d)/?",
    stems="rightsstatements",
)


def statements_named(text: str, start: int, end: int) -> Iterator[tuple[Found, Kind]]:
    """Yield the named statements in [start, end) of *text*, each with its kind."""
    for found in reserved(text, start, end):
        yield Found(*found.span(), ALL_RIGHTS_RESERVED, 0), Kind.RESERVED
    yield from _SOUGHT.told(text, start, end)


def _some(found: re.Match[str], _end: int) -> Iterator[tuple[Found, Kind]]:
    none = (found["some"] or "").lower() == "no"
    name = "no-rights-reserved" if none else SOME
    yield Found(*found.span(), name, 5), Kind.LICENCE


def _addressed(found: re.Match[str], _end: int) -> Iterator[tuple[Found, Kind]]:
    yield Found(*found.span(), f"{STATEMENTS}{found[1]}/{found[2]}/", 0), Kind.LICENCE


def _labelled(found: re.Match[str], _end: int) -> Iterator[tuple[Found, Kind]]:
    label = re.sub(r"[\u2013\u2014]", "-", found["label"].lower())
    yield Found(*found.span(), f"{STATEMENTS}{LABELS[label]}/1.0/", 1), Kind.LICENCE


def _public(found: re.Match[str], end: int) -> Iterator[tuple[Found, Kind]]:
    if not _OTHER_DOMAIN.match(found.string, found.end(), end):
        yield Found(*found.span(), PUBLIC_DOMAIN, 3), Kind.STATE


def _acknowledged(found: re.Match[str], _end: int) -> Iterator[tuple[Found, Kind]]:
    if is_of_all(found[0]):
        yield Found(*found.span(), SOME, 5), Kind.LICENCE


def _stated(
    name: str, kind: Kind, rank: int, found: re.Match[str], _end: int
) -> Iterator[tuple[Found, Kind]]:
    yield Found(*found.span(), name, rank), kind


_SOUGHT: Final = Sought[tuple[Found, Kind]](
    {
        _SOME: _some,
        _STATEMENT_URL: _addressed,
        _LABEL: _labelled,
        _UNKNOWN: partial(_stated, f"{STATEMENTS}NKC/1.0/", Kind.KEPT, 2),
        _PUBLIC: _public,
        _PROTECTED: partial(_stated, IN_COPYRIGHT, Kind.KEPT, 5),
        ACKNOWLEDGED: _acknowledged,
        _CROWN: partial(_stated, CROWN, Kind.LICENCE, 4),
    }
)
