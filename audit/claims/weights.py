"""How much each sign of a headline counts, and what a reader is told of it.

The signs are general. `benchmarks/headline_fit.py` fits their weights, as a conditional logit
(every line against the other lines of its own text), to web pages without their tags, and says how
often they are right on pages that they were not fitted to. What is rare there has a weight that was
set by hand, from which the fit moves little: most of what speaks against a line by itself, and all
of the last group.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple


class Sign(NamedTuple):
    """What a line has that speaks for a headline or against it."""

    weight: float
    reason: str = ""
    """What a reader is told where it speaks for the line; nothing of what merely goes along."""


Found = tuple[Sign, float]
"""A sign, and how much of it a line has."""
Column = tuple[Sign, Sequence[float]]
"""A sign, and how much of it each of some lines has."""

TINY: Final = Sign(-1.7)
"""Below 8 characters: an item of a menu, seldom a title."""
BRIEF: Final = Sign(-0.9)
"""Below 12: the same, a little less."""
FULL_STOP: Final = Sign(-1.3)
"""Titles end without a full stop."""
ASKS: Final = Sign(0.4)
"""A question or a cry is a title more often than an item of a menu."""
OPEN_END: Final = Sign(-4.0)
"""What ends with a colon or a comma goes on below."""
SMALL_START: Final = Sign(-1.0)
"""What begins with a small letter goes on from above."""
ITEM: Final = Sign(-2.0)
"""An item of a list, a paragraph of a law."""
PARTED: Final = Sign(-0.8)
"""Bars and dots part the items of a menu, or who from when."""
COLUMNS: Final = Sign(-1.1)
"""Tabs part the columns of a table."""
NO_WORDS: Final = Sign(-0.5)
"""Less than two in three of its words begin with a letter: a table, a price, a day."""
MENU_LINE: Final = Sign(-1.1)
"""A whole menu in one line."""
ENUMERATION: Final = Sign(-1.6)
"""Keywords between commas."""
FIELD: Final = Sign(-1.2)
"""A name, a colon and a value: a line of a table of facts."""
CREDIT: Final = Sign(-1.3)
"""It says whose a picture is."""
TRAIL: Final = Sign(-0.6)
"""Arrows lead to other pages; 2/5 is a picture of a gallery."""
LABEL: Final = Sign(-2.4)
"""It begins as labels, notices and bylines do, and says something all the same."""
APPEAL: Final = Sign(-1.3)
"""It asks the reader to follow, to subscribe, to log in."""

LOWER: Final = Sign(-0.8)
"""For every hundred lines above it: titles stand at the top."""
NO_PROSE: Final = Sign(-0.9)
"""No paragraph within forty lines."""
PROSE_ABOVE: Final = Sign(-1.1)
"""For every thousand of the thirty lines above, two at most: then it is a heading inside."""
UNDER_PROSE: Final = Sign(-1.6)
"""A paragraph stands right above it."""
SHARE_BELOW: Final = Sign(2.6, "above the main text")
"""How much of all paragraphs stands below it."""
SHARE_NEAR: Final = Sign(1.4)
"""How much of all paragraphs stands in the next twelve lines."""
NEAR_MAIN: Final = Sign(0.4)
"""At most fifteen lines above the first line of the main text."""
SECOND_ABOVE: Final = Sign(0.9, "the main text follows")
"""The main text begins on the line after the next: in between is who or when, or a standfirst."""
AFTER_MENU: Final = Sign(0.6, "the first longer line after a menu")
"""Six or more of the eight lines above are short, and it is not."""
GROWTH: Final = Sign(1.2)
"""How much longer it is than the eight lines above are: the logarithm, halved, one at most."""

AMONG_OTHERS: Final = Sign(-0.8)
"""Below a label of a list of other texts, eight lines at most, with no paragraph in between."""

MARK_BELOW: Final = Sign(2.8, "a date or a byline follows")
"""Who and when stand on the next line."""
MARK_NEAR: Final = Sign(1.4, "a date or a byline follows")
"""They stand on the line after the next."""
MARK_ABOVE: Final = Sign(1.1, "a date or a byline stands above")
"""They stand on the line above."""
BETWEEN_MARKS: Final = Sign(-2.0)
"""They stand above and below: a list of other texts with their dates."""
HEAD_MARKED: Final = Sign(1.1)
"""Like a headline, with who and when within six lines."""
FIRST_HEAD: Final = Sign(1.0)
"""Like a headline, with no other one in the ten lines above."""
LONGER_BELOW: Final = Sign(1.0)
"""Any longer line follows; below an item of a menu stands another."""
BUTTONS: Final = Sign(2.5)
"""How many of the next eight lines are buttons that pass the page on, of three."""

REPEATED: Final = Sign(1.1, "stands twice")
"""It stands twice, in a trail, a list, the heading: how long it is, of thirty characters."""
OFTEN: Final = Sign(-0.6)
"""What stands four times is a label, not a title."""
TWIN: Final = Sign(1.2, "stands twice")
"""The same within four lines: a heading and its link or its trail."""
HELD_ABOVE: Final = Sign(2.4, "a longer line above has it")
"""A trail, a kicker or the title of the page holds it, of twelve characters at least."""
UNDER_HEADS: Final = Sign(-1.0)
"""Two lines like headlines stand right above: a list of them, or what a headline has below it."""
END_OF_TRAIL: Final = Sign(1.3, "last part of the breadcrumb")
"""A line soon above ends with these words: a trail that leads here."""
UNDER_TRAIL: Final = Sign(1.3)
"""A breadcrumb stands in the three lines above."""

SPREAD: Final = Sign(2.4, "its words recur all over the text")
"""In how many fifths of the main text one of its words stands: a title is about all of it."""
TAKEN_UP: Final = Sign(1.7, "the first paragraphs take its words up")
"""How many of its words stand in the first 800 characters of the paragraphs below."""
RECUR: Final = Sign(1.6, "its words recur all over the text")
"""How many of its words stand in the main text twice or more."""
WORDS_ABOVE: Final = Sign(-1.2)
"""How many of its words stand in the ten lines above: those are the headline, this is below it."""
FILE_NAME: Final = Sign(2.9, "the name of the file has its words")
"""How many words of the document's name stand in it."""
FILE_NAME_SHARE: Final = Sign(1.7, "the name of the file has its words")
"""How many of its own words begin as words of the name do."""
PAGE_TITLE: Final = Sign(4.0, "the title of the page begins with it")
"""A capture's first lines give the title of the page with the name of its site behind it."""
MOST_BY_WORDS: Final = sum([sign.weight for sign in (SPREAD, RECUR, TAKEN_UP)])
"""What the words of a line speak for it at most: added up in the order of the signs."""

HEADING: Final = Sign(6.0, "the markup's own heading")
"""What the markup calls the title is the title."""
UNDERLINED: Final = Sign(5.5, "underlined")
"""Plain texts underline their titles."""
LEVEL_ONE: Final = Sign(3.5, "a heading of level one")
"""Markdown marks its title with one sign."""
LABELLED: Final = Sign(6.0, "labelled as the title")
"""The line itself says that it is the title."""
LONG_TITLE: Final = Sign(3.5, "the long title of an act")
"""How acts begin."""
NAMED_ACT: Final = Sign(3.0, "called an act or a bill")
"""Some words in capitals, the last of them says that they name an act."""
FIRST_LINE: Final = Sign(1.0, "first line, in parts as the title of a page")
"""Captures open with the title of the page and the name of the site."""
LISTED: Final = Sign(-5.0)
"""It begins with a number, and so does a line beside it: points of a day, things to buy."""
CUT: Final = Sign(-4.0)
"""The line is cut out of running words: the ones beside it say the rest."""
CALLED: Final = Sign(4.0, "it says what the text is")
"""Minutes, reports and the like say of what they are."""
CENTRED: Final = Sign(2.0, "it stands in the middle of its page")
"""Title pages of plain texts set what counts between their margins."""
MATTER: Final = Sign(3.5, "it stands between the greeting of a letter and its text")
"""What a letter is about."""
KIND: Final = Sign(-4.0)
"""It says of which kind the text is, as all of this kind do: `PRESS RELEASE`."""
ISSUER: Final = Sign(-3.0)
"""It names the court, the town or the university that issues the paper."""
REFERENCE: Final = Sign(-4.0)
"""The number by which an office finds the paper."""
IMPRINT: Final = Sign(-4.0)
"""The edition, the printer, the pictures of a book, below its title."""
MAKER: Final = Sign(-4.0)
"""Who made the work that a label of a museum tells of."""
WORK: Final = Sign(4.0, "a label of a museum names it below its maker")
"""The name of the work that a label tells of."""
GREETING: Final = Sign(-4.0)
"""Whom a letter greets."""
SITE: Final = Sign(-3.0)
"""The name of the site is not the title of a page."""

BEST_OF_ALL: Final = "best candidate of the text"
OF_PROSE: Final = "the first line of a paragraph"
"""How the reason of a title says that no other line is more like one, and that it is none."""

BY_MARKUP: Final = (LEVEL_ONE, UNDERLINED)
"""What a markup calls a heading."""
MARKED: Final = frozenset(
    sign.reason for sign in (HEADING, LABELLED, LEVEL_ONE, LONG_TITLE, PAGE_TITLE, UNDERLINED)
)
"""What a reader is told of lines that are marked as headings."""
