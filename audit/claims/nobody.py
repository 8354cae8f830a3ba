"""Words in capitals that look like names of people and are none: places, sections, menus."""

import re

_STARTS = re.compile(
    r"(?:na|od|di|da|της|του|των|oleh|text|tekst|texte|foto|dear|liebe[rs]?|sehr|yours|best|our|unser|"
    r"new|san|santa|são|sao|saint|st|los|las|bad|tel|abu|hong|buenos|rio|kuala|addis|port|cape|"
    r"north|south|east|west|great|mount|lake|upper|lower|sankt|villa|ciudad|puerto|nueva|sri|costa|"
    r"monte|fort|isle|mexico|quebec|washington|salt|kansas|oklahoma|ho|phnom|nizhny)\b",
    re.IGNORECASE,
)
"""Words before names, and the first words of the names of places that have two."""
_SECTIONS = re.compile(
    r"\b(?:street|road|avenue|square|lane|hotel|hall|chapel|parish|strand|"
    r"platz|allee|palace|island|airport|station|cathedral|serie|charter|only|appointment|day|press|release|notices?|local|history|life|arts?|market|opening|hours|sports?|culture|"
    r"business|opinion|politics|science|health|education|environment|climate|weather|food|money|"
    r"property|estate|front|page|lead|stor(?:y|ies)|top|latest|breaking|special|reports?|features?|"
    r"letters?|obituar\w+|events?|calendar|minutes|annual|meeting|agenda|public|private|general|"
    r"tags?|keywords?|links?|menu|search|views?|print|related|details?|options|settings|tools|"
    r"download|versions?|summary|actions?|status|documents?|bills?|texts?|full|images?|photos?|videos?|"
    r"main|content|home|about|contact|guest|staff|writers?|associate|senior|chief|read|share|sea|"
    r"summer|winter|spring|autumn|january|february|march|april|june|july|august|september|october|"
    r"november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|aktuell\w*|"
    r"allgemein\w*|letzte|neue\w*|kultur|sport|politik|wirtschaft|leben|gesellschaft|wissen|"
    r"meinung|region\w*|lokal\w*|einfach\w*|im|in|zu|eine?|über|un[ae]?|articles?|actualit\w+|"
    r"sociét\w+|cultura|sociedad|política|economía|opinión|últimas?|noticias)\b",
    re.IGNORECASE,
)
"""Words of headings of parts of a paper, of months and of menus: no names of people."""

_EVENT = re.compile(
    r"\b(?:exhibition|exhibit|concert|recital|wedding|marriage|funeral|minutes|meeting|agenda|programme|"
    r"performance|auction|workshop|ausstellung|konzert|hochzeit|trauung|sitzung|protokoll|tagesordnung|"
    r"versammlung|lesung|vernissage|exposition|mariage|concierto|exposición|boda|acta|mostra|concerto|"
    r"tentoonstelling|bruiloft|notulen|utställning|konsert|bröllop|udstilling|utstilling|bryllup)\b",
    re.IGNORECASE,
)
"""What takes place on a day, whose people are no authors of what tells of it."""


def is_of_event(headline: str) -> bool:
    """Tell whether a *headline* names an event or a meeting: the names beside its day are its."""
    return _EVENT.search(headline) is not None


def is_nobody(text: str) -> bool:
    """Tell whether *text*, in capitals as names are, begins as a place or has a section's word."""
    return _STARTS.match(text) is not None or _SECTIONS.search(text) is not None
