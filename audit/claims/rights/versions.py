"""How licences of programs are written: their short names, and which versions are meant."""

from typing import Final

GAP: Final = r"(?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,9}(?:[#*/;!~|%>\"-]{1,3}[^\S\n]{1,9})?)"
"""Between two words; a line may end there, and the next one begin as in a program."""
_VERSION: Final = rf"v(?:ersion)?(?:[\s.]{{0,2}}|{GAP})"
_DIGITS: Final = r"(?P<number>\d(?:\.\d)?)(?!\w|\.\d|,\s{0,3}\d{0,2}\s?[a-z]{3,9}\s\d{4})"
"""A version; not that of the text of a licence, which has the day of it behind."""
NUMBER: Final = rf"(?:(?:[\s,(-]{{0,3}}(?:{_VERSION})?|,?{GAP}{_VERSION}){_DIGITS})?"
_BY_CLAUSES: Final = (
    r"(?P<clauses>[0234])?[\s-]?(?:clause )?BSD(?:[\s-](?P<behind>[0234])(?:[\s-]clause)?\b)?"
)
NAMES: Final = rf"MIT|Apache|{_BY_CLAUSES}|ISC|GFDL|ODbL|EUPL"
NO_MORE: Final = r"\b(?![\s-](?:like|style|type|(?:in)?compatible)\b)"
OR_LATER: Final = (
    r"(?P<later>\+|-or-later|,? \(?or (?:\(?at your (?:option|choice)\)?,? )?(?:any )?"
    r"(?:later|newer|higher)(?: versions?)?)"
).replace(" ", GAP)
"""How a version is named that allows later ones."""
OF_GNU: Final = (
    rf"(?:,?{GAP}either(?={GAP}v))?{NUMBER}(?:{GAP}of{GAP}the{GAP}Licen[sc]e)?{OR_LATER}?"
)
"""The version of a GNU licence as its notices tell it: `either version 2 of the License, or`."""
