"""How much each sign of a headline counts, and what a reader is told of it.

The signs are general. Their weights were fitted once, as a conditional logit (every line against
the other lines of its own text), to one half of a set of web pages without their tags, checked by
cross-validation within that half, and rounded. Those of the last group, and of lists, tables and
trails, are rare there and were set by hand.
"""

from typing import Final, NamedTuple


class Sign(NamedTuple):
    """What a line has that speaks for a headline or against it."""

    weight: float
    reason: str = ""
    """What a reader is told where it speaks for the line; nothing of what merely goes along."""


Found = tuple[Sign, float]
"""A sign, and how much of it a line has."""

TINY: Final = Sign(-1.2)
"""Below 8 characters: an item of a menu, seldom a title."""
BRIEF: Final = Sign(-0.9)
"""Below 12: the same, a little less."""
SHORT: Final = Sign(-0.3)
"""Below 20: perhaps still."""
LONG: Final = Sign(-0.6)
"""Above 120: rather a sentence of the text than its title."""
FULL_STOP: Final = Sign(-1.2)
"""Titles end without a full stop."""
ASKS: Final = Sign(0.8)
"""A question or a cry is a title more often than an item of a menu."""
OPEN_END: Final = Sign(-0.6)
"""What ends with a colon or a comma goes on below."""
SMALL_START: Final = Sign(-0.5)
"""What begins with a small letter goes on from above."""
ITEM: Final = Sign(-1.5)
"""An item of a list, a paragraph of a law."""
PARTED: Final = Sign(-0.9)
"""Bars and dots part the items of a menu, or who from when."""
NO_WORDS: Final = Sign(-0.6)
"""Less than two in three of its words begin with a letter: a table, a price, a day."""
MENU_LINE: Final = Sign(-0.5)
"""A whole menu in one line."""
ENUMERATION: Final = Sign(-1.5)
"""Keywords between commas."""
FIELDS: Final = Sign(-0.6)
"""A name, a colon and a value, beside another such line: a table of facts."""
CREDIT: Final = Sign(-0.7)
"""It says whose a picture is."""
TRAIL: Final = Sign(-0.5)
"""Arrows lead to other pages; 2/5 is a picture of a gallery."""
HEAD: Final = Sign(0.2)
"""Of the length of a headline, three words or more, and nothing that speaks against one."""

LOWER: Final = Sign(-1.0)
"""For every hundred lines above it: titles stand at the top."""
ABOVE_PROSE: Final = Sign(0.8, "a paragraph follows")
"""A paragraph stands on the next line."""
NEAR_PROSE: Final = Sign(1.3, "a paragraph follows")
"""A paragraph stands on the line after the next."""
NO_PROSE: Final = Sign(-1.2)
"""No paragraph within forty lines."""
PROSE_ABOVE: Final = Sign(-2.5)
"""For every thousand of the thirty lines above, two at most: then it is a heading inside."""
UNDER_PROSE: Final = Sign(-1.4)
"""A paragraph stands right above it."""
SHARE_BELOW: Final = Sign(2.0, "above the main text")
"""How much of all paragraphs stands below it."""
MENU_ABOVE: Final = Sign(0.9)
"""How many of the eight lines above are short: the menu ends here."""
MENU_BELOW: Final = Sign(-1.0)
"""How many of the six lines below are short: the menu goes on."""
AFTER_MENU: Final = Sign(0.9, "the first longer line after a menu")
"""Six or more of the eight lines above are short, and it is not."""

MARK_BELOW: Final = Sign(1.9, "a date or a byline follows")
"""Who and when stand on the next line."""
MARK_NEAR: Final = Sign(1.0, "a date or a byline follows")
"""They stand on the line after the next."""
MARK_THIRD: Final = Sign(-1.0)
"""They stand on the third line: in between are a title and a standfirst."""
MARKS_BELOW: Final = Sign(1.4, "a date or a byline follows")
"""How many of the next six lines say who and when, of three."""
HEAD_MARKED: Final = Sign(0.7)
"""Like a headline, with who and when within six lines."""
FIRST_HEAD: Final = Sign(0.8)
"""Like a headline, with no other one in the ten lines above."""
UNDER_HEAD: Final = Sign(-0.2)
"""Another line like a headline stands right above."""
UNDER_SIGNED: Final = Sign(-0.6)
"""It stands below another headline with its date and byline: a caption or a standfirst."""
OVER_LONGER: Final = Sign(-0.8)
"""A longer line stands between it and the text: this is the kicker, that the title."""
OVER_SENTENCE: Final = Sign(1.2)
"""A longer line that ends as a sentence follows: a standfirst."""
BUTTONS: Final = Sign(0.7)
"""How many of the next eight lines are buttons that pass the page on, of three."""

REPEATED: Final = Sign(1.1, "stands twice")
"""A line of thirty characters or more that stands twice: in a trail, a list, the heading."""
OFTEN: Final = Sign(-0.8)
"""What stands four times is a label, not a title."""
LAST_TIME: Final = Sign(0.8)
"""Of equal lines the last one: the menu names the page before it begins."""
TWIN: Final = Sign(0.7, "stands twice")
"""The same within four lines: a heading and its link or its trail."""

RECURS: Final = Sign(2.1, "its words recur in the text")
"""How often its words come again in the paragraphs, longer words weighing more, of five times."""
TAKEN_UP: Final = Sign(1.5, "the first paragraphs take its words up")
"""How many of its words stand in the first 800 characters of the paragraphs below."""
INSIDE: Final = Sign(0.9, "stands inside another line as well")
"""From nine characters on it is no accident that a line stands inside another one."""
END_OF_TRAIL: Final = Sign(1.4, "last part of the breadcrumb")
"""A line soon above ends with these words: a trail that leads here."""
PAGE_TITLE: Final = Sign(2.5, "the title of the page begins with it")
"""A capture's first lines give the title of the page with the name of its site behind it."""
MOST_BY_WORDS: Final = sum(
    [sign.weight for sign in (RECURS, TAKEN_UP, INSIDE, END_OF_TRAIL)],
)
"""What the words of a line speak for it at most: added up in the order of the signs."""

HEADING: Final = Sign(6.0, "the markup's own heading")
"""What the markup calls the title is the title."""
UNDERLINED: Final = Sign(3.5, "underlined with =")
"""Plain texts underline their titles."""
LEVEL_ONE: Final = Sign(3.5, "a heading of level one")
"""Markdown marks its title with one sign."""
LABELLED: Final = Sign(4.0, "labelled as the title")
"""The line itself says that it is the title."""
LONG_TITLE: Final = Sign(3.5, "the long title of an act")
"""How acts begin."""
FIRST_LINE: Final = Sign(1.0, "first line, in parts as the title of a page")
"""Captures open with the title of the page and the name of the site."""
CUT: Final = Sign(-2.5)
"""The line is cut out of running words: the ones beside it say the rest."""
SITE: Final = Sign(-3.0)
"""The name of the site is not the title of a page."""
