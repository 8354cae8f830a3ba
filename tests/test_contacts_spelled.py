"""Mail addresses as people hide them from machines, and what only looks like one."""

import time

import pytest

from audit.contacts import hidden

ADDRESSES = [
    ("-bob.dash@town.example", "-***.****@****.example"),
    ("...eve.dots@town.example", "...***.****@****.example"),
    ("ada\uff20town.example", "***\uff20****.example"),
    ("\uff41\uff44\uff41\uff20town.example", "***\uff20****.example"),
    ("max{at}town{dot}example", "***{at}****{dot}example"),
    ("max<at>town<dot>example", "***<at>****<dot>example"),
    ("max &lt;at&gt; town.example", "*** &lt;at&gt; ****.example"),
    ("max [AT] town [DOT] example", "*** [AT] **** [DOT] example"),
    ("ada.six@[192.168.0.1]", "***.***@[***.***.*.*]"),
    ("ada.six@[IPv6:2001:db8::1]", "***.***@[IPv6:****:***::*]"),
    ("ada@a.b.c.d.e.f.g.example", "***@*.*.*.*.*.*.*.example"),
    ("ada@b.c.d.e.f.g.h.i.j.example", "***@*.*.*.*.*.*.*.*.*.example"),
    ("ada\u200b@\u200btown.example", "***\u200b@\u200b****.example"),
    ("ada\u00ad@town\u00ad.example", "***\u00ad@****\u00ad.example"),
    ("ada @ town.example", "*** @ ****.example"),
    ("ada@ town.example", "***@ ****.example"),
    ('"ada three"@town.example', '"*** *****"@****.example'),
    ("o'brien.t@town.example", "*'*****.*@****.example"),
    ("o\u2019brien@town.example", "*\u2019*****@****.example"),
    ("ada&#64;town.example", "***&#64;****.example"),
    ("ada&#x40;town.example", "***&#x40;****.example"),
    ("ada&#000000000064;town.example", "***&#000000000064;****.example"),
    ("ada&#x00000000040;town.example", "***&#x00000000040;****.example"),
    (f"ada&#{'0' * 5_000}64;town.example", f"***&#{'0' * 5_000}64;****.example"),
    ("ada&commat;town&period;example", "***&commat;****&period;example"),
    ("mailto:ada&#64;town&#46;example", "mailto:***&#64;****&#46;example"),
    (
        "mailto:ada&#046;lund&#0064;town&#x2e;example",
        "mailto:***&#046;****&#0064;****&#x2e;example",
    ),
    ("mailto:ada.lund%40town%2Eexample", "mailto:***.****%40****%2Eexample"),
    ("a&b~c!d@town.example", "*&*~*!*@****.example"),
    ("ada@xn--tn-eka.example", "***@**--**-***.example"),
    ("_ada_@town.example", "*****@****.example"),
    ("jörg@städte.example", "****@******.example"),
    ("a/b=c?d{e|f}g@town.example", "*/*=*?*{*|*}*@****.example"),
    ("a\U0001d173d\u06dda@t\ufff9own.example", "*\U0001d173*\u06dd*@*\ufff9***.example"),
    (
        'ada.lovelace<span title="a>b">@harbour-town.example</span>',
        '***.********<span title="a>b">@*******-****.example</span>',
    ),
    ("ada<a title='it > x' b=\">\">@town.example", "***<a title='it > x' b=\">\">@****.example"),
    ("ada<b title='>@town.example", "***<b title='>@****.example"),
    ("https://quay.example/?to=ada@town.example", "https://quay.example/?to=***@****.example"),
]
NONE = [
    "meet @ noon",
    "a@b",
    "meet @ noon. Then go home",
    "look at the town. It is big",
    "2@3",
    "five apples @ 2.50 each",
    "five @ 2.50",
    "@town.example is a name",
    "[at] the harbour",
    "the harbour (at) noon",
    "price@",
    "Tom's shop @ the quay, pier 4.Open",
]


@pytest.mark.parametrize(("text", "shown"), ADDRESSES)
def test_an_address_is_hidden_however_it_is_spelled(text, shown):
    assert hidden(text) == shown
    assert hidden(f"Write to {text}, please") == f"Write to {shown}, please"


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_address_stays(text):
    assert hidden(text) == text


def test_every_letter_as_an_entity_is_hidden():
    for form in ("&#{};", "&#x{:x};"):
        text = "".join(form.format(ord(sign)) for sign in "ada@town.example")
        shown = hidden(text)
        assert len(shown) == len(text)
        assert not any(form.format(ord(sign)) in shown for sign in "downt")
        assert form.format(ord("@")) in shown


TAGS = ("<a ", '<a "', "<a \"'", "<a b='>", '<a ">" ', "/=", "a/@b.c ")


def test_hostile_spellings_take_linear_time():
    began = time.process_time()
    pieces = ('"', '"a', '"a"@', "a.", "a'", "a @ ", "a{at}", "a@[", "&#97;", "@\u200b", "a\u00ad")
    for piece in (
        *pieces,
        "a @ b.",
        "-.",
        "a@b.c.",
        "&#64;",
        "&lt;at&gt;",
        "%40",
        "%2e",
        "  ",
        *TAGS,
    ):
        hidden(piece * (100_000 // len(piece)) + "@")
    assert time.process_time() - began < 8
