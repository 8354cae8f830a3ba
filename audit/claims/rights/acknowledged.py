"""Sentences that let a text be printed again by whoever names its source, in many languages."""

import re
from typing import Final

from audit.claims.late import Late

_IF: Final = (
    r"(?:,? (?:provided|on condition|so long as|as long as)(?: that)?|,? (?:with|subject to))"
)
_ENGLISH: Final = (
    r"(?:re(?:production|publication|printing|use)|copying)(?: or (?:re)?(?:production|use))?"
    r"(?: (?:of|for) [^.;\n]{1,80}?)? (?:is|are) (?:authori[sz]ed|permitted|allowed)"
    rf"(?: [^.;\n]{{1,60}}?)?{_IF} (?:the |its |due |proper |appropriate )?"
    r"(?:source|origin|acknowledg)[^.;\n]{0,60}"
)
_PRINTING: Final = (
    r"(?:nachdruck|wiedergabe|vervielfältigung|verwendung|abdruck|nutzung)(?:[ ,][^.;\n]{1,60}?)?"
)
_NAMING: Final = "(?:quellenangabe|angabe der quelle)"
_BY_STEM: Final = {
    "authori|permitted|allowed": _ENGLISH,
    "autorisée": (
        r"reproductions?(?: (?:de|du|des) [^.;\n]{1,60}?)?,? (?:est |sont )?autorisées?"
        r"(?: [^.;\n]{1,60}?)?,? (?:moyennant|sous réserve|à condition|avec|pourvu)"
        r"[^.;\n]{1,30}\bsource"
    ),
    "quellenangabe|angabe der quelle": (
        rf"{_PRINTING} (?:nur |ist |sind )?(?:mit|unter|gegen) {_NAMING}"
        r" (?:ist )?(?:gestattet|erlaubt|erwünscht|zulässig|frei)|"
        rf"{_PRINTING} (?:gestattet|erlaubt|zulässig) (?:mit|unter|gegen|bei) {_NAMING}"
    ),
    "autorizada": (
        r"(?:reproducción|reprodução)(?: [^.;\n]{1,60}?)? (?:est[aá] |é )?autorizada,?"
        r"(?: [^.;\n]{1,40}?)? (?:con|mediante|siempre|desde|sempre)[^.;\n]{1,40}\b"
        r"(?:fuente|fonte)"
    ),
    "autorizzata|consentita": (
        r"riproduzione(?: [^.;\n]{1,60}?)? (?:è )?(?:autorizzata|consentita)"
        r"[^.;\n]{1,40}\bfonte"
    ),
    "bronvermelding": (
        r"(?:overneming|overname|reproductie|gebruik)(?: [^.;\n]{1,40}?)? (?:is )?"
        r"(?:met bronvermelding (?:is )?toegestaan|toegestaan(?:,)? (?:met|mits) bronvermelding)"
    ),
    "kildeangivelse": (
        r"(?:eftertryk|ettertrykk|gengivelse|gjengivelse)(?: [^.;\n]{1,40}?)? (?:er )?tilladt"
        r"[^.;\n]{0,20} kildeangivelse"
    ),
    "källan": (
        r"(?:kopiering|eftertryck|återgivande)(?: [^.;\n]{1,40}?)? (?:är )?tillåt(?:en|et)"
        r"[^.;\n]{1,30} källan"
    ),
    "źródła": (
        r"(?:powielanie|kopiowanie|przedruk)(?: [^.;\n]{1,60}?)? (?:jest )?dozwolon[ey]"
        r"[^.;\n]{1,40} źródła"
    ),
}
"""What stands in such a sentence in small letters, and the sentence."""
CUES: Final = (
    *("is authorised", "is authorized", "are authorised", "are authorized", "source is "),
    *"|".join(tuple(_BY_STEM)[1:]).split("|"),
)
"""How such sentences are looked for in a text, in small letters."""
ACKNOWLEDGED: Final = Late(
    r"(?<![\w-])(?:" + "|".join(_BY_STEM.values()) + ")",
    re.IGNORECASE,
    stems="|".join(_BY_STEM),
)
_PICTURES = re.compile(r"photo|foto|image|imagen|imag(?:em|ens)\b|picture|bild|immagin|zdjęci")


def is_of_all(sentence: str) -> bool:
    """Tell whether such a *sentence* is not about pictures alone."""
    return _PICTURES.search(sentence.casefold()) is None
