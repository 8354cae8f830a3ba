import html
import re
from html.entities import html5

from hypothesis import given
from hypothesis import strategies as st

from audit.readers.html.flow import Flow
from audit.readers.html.furniture import kinds, may_tell
from audit.readers.html.names import ELEMENTS, LINK_WORDS, WORDS
from audit.readers.html.page import Page
from audit.tags import scan

ROLES = ("main", "navigation", "menu", "banner", "contentinfo", "complementary", "search")
NAMES = st.sampled_from([*sorted(WORDS | LINK_WORDS), *ROLES, "no", "content", "wrap", "lead"])
CASED = st.tuples(NAMES, st.sampled_from([str, str.upper, str.capitalize, str.swapcase]))
WRITTEN = st.one_of(
    NAMES,
    CASED.map(lambda pair: pair[1](pair[0])),
    st.text(alphabet="aN _-9ıK", max_size=5),
)
VALUES = st.lists(WRITTEN, max_size=4).flatmap(
    lambda words: st.sampled_from(["", " ", "-", "_"]).map(lambda sign: sign.join(words))
)
PIECES = ("Lindby", "harbour", " ", "  ", "\n", "\t", "\x0b", "\xa0", "&amp;", "&nbsp", "&", "&x;")


@given(st.sampled_from(sorted(ELEMENTS)), VALUES, VALUES, VALUES, st.sampled_from("\"'"))
def test_a_tag_that_may_not_tell_what_it_opens_tells_nothing(
    name: str, role: str, one: str, two: str, quote: str
) -> None:
    tag = f"<{name} role={quote}{role}{quote} id={quote}{one}{quote} class={quote}{two}{quote}>"
    if not may_tell(tag):
        told = kinds(name, role.strip().lower(), f"{one} {two}")
        assert told == kinds(name, "", "")


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
def test_a_text_flows_in_one_piece_as_it_does_in_many(text: str) -> None:
    whole, pieces = Flow(f"a{text}z"), Flow(f"a{text}z")
    for flow, add in ((whole, whole.add), (pieces, pieces._add_mixed)):
        flow.add(0, 1)
        add(1, 1 + len(text))
        flow.add(1 + len(text), 2 + len(text))
    assert whole.characters == pieces.characters
    assert whole.chunks == pieces.chunks


def test_every_named_reference_is_decoded_as_the_standard_says() -> None:
    names = [name for name in html5 if name.endswith(";")]
    page = "".join(f"<p>a&{name}z</p>" for name in names)
    shown = [re.sub("[ \t\n\r\f]+", " ", html.unescape(f"a&{name}z")) for name in names]
    assert Page(page).text.characters.splitlines() == "\n".join(shown).splitlines()


@given(st.lists(st.sampled_from([*"<>/='\" ap!-", "</p>", "<a b='", '<p x="']), max_size=14))
def test_tags_end_where_the_pattern_without_shortcuts_says(pieces: list[str]) -> None:
    page = "".join(pieces)
    name, rest = r"[a-zA-Z][^\s/>]*+", r"[^>=]*+(?>(?:=\s*+(?>(?:\"[^\"]*+\"|'[^']*+')?)[^>=]*+)*)"
    plain = re.compile(rf"<(?:/({name}){rest}>|({name}){rest}>|(/?+[a-zA-Z])|[!?/])")
    wanted = []
    for found in plain.finditer(page):
        if found[3] or not found.lastindex:
            break
        wanted.append((found[found.lastindex], found.lastindex == 1, *found.span()))
    assert [tuple(tag) for tag in scan(page)][: len(wanted)] == wanted
