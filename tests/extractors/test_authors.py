"""Who is chosen as author: persons before publishers, and only those of one byline."""

import pytest

from audit.claims.people import names
from audit.extractors import extract_all
from audit.model import Field

TITLE = "The ferry bell has a new rope"
PROSE = (
    "The old ferry bell was taken down on Monday, and nobody could say how long it hung there.\n"
)


def creators(evidence):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == "creator"]


@pytest.mark.parametrize("declared", ["Quay Post", "quaypost.example", "Quay Verlag GmbH"])
def test_a_person_in_the_byline_goes_before_the_publisher_in_the_head(document, declared):
    head = '<meta property="og:site_name" content="Quay Post">'
    head += f'<meta name="author" content="{declared}">'
    text = f"{TITLE}\nBy Ada Lovelane\n{PROSE * 3}"
    assert creators(extract_all(document(text, markup=f"{head}<p>x</p>"))) == ["Ada Lovelane"]
    assert creators(extract_all(document(f"{TITLE}\n{PROSE}", markup=head))) == []


@pytest.mark.parametrize("declared", ["Quay Post", "quaypost.example", "Quay Verlag GmbH"])
def test_a_body_that_the_head_calls_the_author_publishes(document, declared):
    page = f'<meta name="author" content="{declared}"><p>x</p>'
    evidence = extract_all(document(f"{TITLE}\n{PROSE}", markup=page))
    assert creators(evidence) == []
    (found,) = [c for c in evidence.claims if c.chosen and c.property == "publisher"]
    assert (found.normalized, found.reason) == (
        declared,
        "meta element author, which names a body",
    )


def test_a_person_who_publishes_the_page_wrote_it(document):
    page = '<meta name="author" content="Ada Lovelane"><p>x</p>'
    text = f"{TITLE}\n{PROSE}© 2021 Ada Lovelane\n"
    assert creators(extract_all(document(text, markup=page))) == ["Ada Lovelane"]


def test_authors_of_other_texts_further_down_are_not_chosen(document):
    links = [f'<a rel="author" href="/{n}">{n} Moe</a>' for n in ("Ann", "Bo", "Cy")]
    page = f"<h1>{TITLE}</h1>{links[0]}, {links[1]}{'<p>' + 'rope ' * 300}{links[2]}"
    assert creators(extract_all(document(f"{TITLE}\n{PROSE}", markup=page))) == [
        "Ann Moe",
        "Bo Moe",
    ]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("View all posts by Ada Lovelane →", ["Ada Lovelane"]),
        ("Zeige alle Beiträge von Ada Lovelane", ["Ada Lovelane"]),
        ("Author: Ada Lovelane, Date: 3 May 2021", ["Ada Lovelane"]),
        ("Text & Fotos: Ada Lovelane", ["Ada Lovelane"]),
        ("Artikel von: Ada Lovelane", ["Ada Lovelane"]),
        ("~ Ada Lovelane", ["Ada Lovelane"]),
        ("will not be published here", []),
        ("Please enter your name here", []),
        ("Veröffentlicht am", []),
        ("Ursula von der Quaye", ["Ursula von der Quaye"]),
    ],
)
def test_what_is_no_part_of_a_name(raw, found):
    assert list(names(raw)) == found


@pytest.mark.parametrize(
    "aside",
    [
        '<section id="comments"><p class="author">Bo Moe</p></section>',
        '<div id="comments"><ol><li><p class="byline">By Bo Moe</p></li></ol></div>',
        '<div class="post-comments"><cite itemprop="author">Bo Moe</cite></div>',
        '<li class="comment even"><a rel="author" href="/bo">Bo Moe</a></li>',
        '<p itemscope itemtype="https://schema.org/Comment"><b itemprop="author">Bo Moe</b></p>',
        '<aside class="related"><article><span class="author">Bo Moe</span></article></aside>',
        '<aside><h3>Old ropes</h3><span class="author">Bo Moe</span></aside>',
        '<div class="related-posts"><ul><li><span class="author">Bo Moe</span></li></ul></div>',
        '<div class="sidebar"><div class="widget"><span class="byline">Bo Moe</span></div></div>',
    ],
)
def test_authors_of_comments_and_of_other_texts_are_not_chosen(document, aside):
    page = f"<h1>{TITLE}</h1><p>{PROSE * 3}</p>{aside}"
    evidence = extract_all(document(f"{TITLE}\n{PROSE}", markup=page))
    assert creators(evidence) == []
    assert [c.normalized for c in evidence.claims if c.property == "creator"] == ["Bo Moe"]
    for own in (
        '<span class="author">Ada Lovelane</span>',
        '<p class="byline">By Ada Lovelane</p>',
    ):
        page = f"<h1>{TITLE}</h1>{own}<p>{PROSE * 3}</p>{aside}"
        evidence = extract_all(document(f"{TITLE}\n{PROSE}", markup=page))
        assert creators(evidence) == ["Ada Lovelane"]


@pytest.mark.parametrize(
    "own",
    [
        '<div class="meta"><span class="comments">2 comments</span> {}</div>',
        '<div class="meta">{} <a class="comments-link" href="#comments">2 comments</a></div>',
        '<aside class="article-meta">{}</aside>',
        '<article class="has-sidebar">{}</article>',
        '<footer class="entry-footer">{}</footer>',
    ],
)
def test_the_author_of_the_text_is_chosen_beside_a_count_of_comments(document, own):
    named = own.format('<b class="author">Ada Lovelane</b>')
    page = f"<h1>{TITLE}</h1>{named}<p>{PROSE * 3}</p>"
    assert creators(extract_all(document(f"{TITLE}\n{PROSE}", markup=page))) == ["Ada Lovelane"]


def test_the_byline_of_a_comment_is_not_chosen_in_a_bare_text(document):
    text = f"{TITLE}\n{PROSE[:-1]} {PROSE}\n2 comments\n\nBy Bo Moe\n\nA waste of a good rope.\n"
    assert creators(extract_all(document(text))) == []


@pytest.mark.parametrize(
    ("byline", "chosen"),
    [
        ("By {} and Bo Moe", ["Ada Lovelane", "Bo Moe"]),
        ("By {}, Bo Moe and Cy Roe", ["Ada Lovelane", "Bo Moe", "Cy Roe"]),
        ("By {} and Quay Museum", ["Ada Lovelane"]),
    ],
)
def test_the_second_author_of_a_byline_is_chosen_where_the_first_alone_is_linked(
    document, byline, chosen
):
    link = '<a rel="author" href="/ada">Ada Lovelane</a>'
    page = f"<h1>{TITLE}</h1><p>{byline.format(link)}</p><p>{PROSE * 3}</p>"
    text = f"{TITLE}\n{byline.format('Ada Lovelane')}\n{PROSE * 3}"
    assert sorted(creators(extract_all(document(text, markup=page)))) == chosen


def test_a_person_in_the_byline_goes_before_the_name_of_the_host(document):
    head = '<link rel="canonical" href="https://www.quaypost.org/bell">'
    head += '<meta name="author" content="Quaypost">'
    text = f"{TITLE}\nBy Ada Lovelane\n{PROSE * 3}"
    assert creators(extract_all(document(text, markup=f"{head}<p>x</p>"))) == ["Ada Lovelane"]


@pytest.mark.parametrize(
    "others",
    [
        '<a class="latest-news">Bells</a>',
        "<aside>Bells</aside>",
        '<div class="related"><p>Bells</p></div>',
    ],
)
def test_many_links_and_comments_hide_no_margin(document, others):
    margin = '<div class="sidebar"><p><span class="author">Bo Moe</span></p></div>'
    inside = f'<div class="related">{others * 70}</div>'
    for page in (f"{others * 70}<h1>{TITLE}</h1>", f"<h1>{TITLE}</h1>{inside}"):
        evidence = extract_all(document(f"{TITLE}\n{PROSE}", markup=f"{page}{margin}"))
        assert creators(evidence) == []


def test_the_authors_of_a_byline_are_chosen_once_where_the_text_shows_it_twice(document):
    head = '<meta name="author" content="Ada Lovelane">'
    text = f"{TITLE}\nBy Ada Lovelane and Bo Moe\nBy Ada Lovelane and Bo Moe\n{PROSE * 3}"
    evidence = extract_all(document(text, markup=f"{head}<p>x</p>"))
    chosen = [c for c in evidence.claims if c.chosen and c.property == "creator"]
    assert [(c.extractor, c.line) for c in chosen] == [("html-meta", 1), ("byline", 2)]


@pytest.mark.parametrize("line", ["4–5 Minuten", "5 min read", "3 minutes", "Lesezeit: 4 Min."])
def test_who_stands_between_the_headline_and_the_time_of_reading_wrote_it(document, line):
    prose = "The old ferry bell was taken down in the winter, and nobody on the quay knew why. " * 3
    text = "town.example\nThe ferry bell hangs again\nAda Lind\n{}\n\n" + prose
    for said, people in ((line, ["Ada Lind"]), (f"{line} to the quay", [])):
        claims = extract_all(document(text.format(said))).claims
        assert [c.normalized for c in claims if c.property == "creator" and c.chosen] == people


@pytest.mark.parametrize("day", [",02.01.2023, 11:08 Uhr", " | 2 January 2023", ""])
def test_a_day_behind_who_wrote_it_is_no_part_of_the_name(document, day):
    prose = "The old ferry bell was taken down in the winter, and nobody on the quay knew why. " * 3
    text = f"town.example\nThe ferry bell hangs again\nAda Lind-Berg{day}\n7 min read\n\n{prose}"
    claims = extract_all(document(text)).claims
    assert [c.normalized for c in claims if c.property == "creator" and c.chosen] == [
        "Ada Lind-Berg"
    ]


def test_a_line_with_several_labels_names_who_wrote_it(document):
    text = (
        "首页 > 通知\n\n关于图书馆开放时间的通知\n\n"
        "发布时间:2023-09-25 来源:海港市图书馆 作者:王丽\n\n"
        "根据安排,现将图书馆开放时间通知如下:十月一日至三日闭馆,四日起正常开放。"
        "请各位读者合理安排时间。\n"
    )
    claims = extract_all(document(text)).claims
    assert [c.normalized for c in claims if c.property == "creator" and c.chosen] == ["王丽"]


def test_what_a_page_hides_names_no_author(document):
    page = f"<h1>{TITLE}</h1><p>See <span {{}}class='writer'>Ada Lovelane</span></p>"
    for hidden, found in (("", ["Ada Lovelane"]), ("hidden='true' ", [])):
        evidence = extract_all(document(f"{TITLE}\n{PROSE}", markup=page.format(hidden)))
        assert creators(evidence) == found


@pytest.mark.parametrize(
    ("said", "people"),
    [
        ("© Ada Lovelane", ["Ada Lovelane"]),
        ("Copyright (c) 2004-2010 Ada Lovelane", ["Ada Lovelane"]),
        ("(c) 2003, 2004 Ada Lovelane, 2009, 2010 Bo Berg", ["Ada Lovelane", "Bo Berg"]),
    ],
)
def test_a_notice_in_the_field_for_the_author_names_people(document, said, people):
    head = f'<meta name="author" content="{said}"><p>x</p>'
    assert creators(extract_all(document(f"{TITLE}\n{PROSE}", markup=head))) == people


def test_the_address_of_a_publisher_is_no_part_of_its_name(document):
    head = '<meta name="publisher" content="Hallby Museum &lt;post@hallby.example&gt;"><p>x</p>'
    found = extract_all(document(f"{TITLE}\n{PROSE}", markup=head)).claims
    assert [c.normalized for c in found if c.property == "publisher"] == ["Hallby Museum"]


def test_people_of_one_field_stay_in_their_order(document):
    field = Field(property="creator", value="Jon Vik; Ada Moe", by="docx", place="creator")
    assert creators(extract_all(document("x", fields=(field,)))) == ["Jon Vik", "Ada Moe"]


def test_no_headline_is_spoken_of_where_there_is_none(document):
    claims = extract_all(document("By Anna Holm\n3 May 2024\n")).claims
    (claim,) = [each for each in claims if each.property == "creator"]
    assert claim.reason == "byline at the top of a text without a headline"
