"""What the titles of a site's pages all end with is its name."""

import pytest

NAMES = (
    "The crane comes down to the quay",
    "A lantern for the reading room",
    "Swifts are back at the grain store",
    "Why the tide mill needs a new wheel",
)


def page(prose, title, more="", heading=True):
    name = title.partition(" - ")[0] if heading else ""
    return (
        f"<html><head><title>{title}</title>{more}</head><body><h1>{name}</h1>"
        + "".join(f"<p>{prose(40)}</p>" for _ in range(4))
        + "</body></html>"
    )


def chosen(audit, name):
    return {c.path: c.normalized for c in audit.claims if c.chosen and c.property == name}


def test_the_end_of_all_titles_names_the_publisher(audited_texts, prose):
    texts = {f"{n}.html": page(prose, f"{name} - Coast Reader") for n, name in enumerate(NAMES)}
    audit = audited_texts(texts)
    assert chosen(audit, "publisher") == dict.fromkeys(texts, "Coast Reader")
    (claim,) = [c for c in audit.claims if c.path == "0.html" and c.property == "publisher"]
    assert texts["0.html"][claim.start : claim.end] == claim.value == "Coast Reader"
    assert claim.reason == "the titles of 4 pages end with it"
    assert claim.confidence < 0.68


def test_a_title_without_a_heading_loses_the_name_of_its_site(audited_texts, prose):
    texts = {
        f"{n}.html": page(prose, f"{name} | Coast Reader", heading=False)
        for n, name in enumerate(NAMES)
    }
    assert set(chosen(audited_texts(texts), "title").values()) == set(NAMES)


def test_sections_and_parts_of_a_manual_are_no_publishers(audited_texts, prose):
    ends = ("News", "News", "News", "Events", "Events", "Events")
    texts = {f"{n}.html": page(prose, f"{NAMES[n % 4]} {n} - {end}") for n, end in enumerate(ends)}
    assert chosen(audited_texts(texts), "publisher") == {}
    for end in ("Tides 2.1", "The Rope Handbook"):
        texts = {f"{n}.html": page(prose, f"{name} - {end}") for n, name in enumerate(NAMES)}
        assert chosen(audited_texts(texts), "publisher") == {}


@pytest.mark.parametrize("name", ["Coast-Reader", "The Coast Reader Company"])
def test_a_name_that_a_page_gives_itself_stays(audited_texts, prose, name):
    more = f'<meta property="og:site_name" content="{name}">'
    texts = {
        f"{n}.html": page(prose, f"{title} - Coast Reader", more if n == 1 else "")
        for n, title in enumerate(NAMES)
    }
    audit = audited_texts(texts)
    found = chosen(audit, "publisher")
    assert found["1.html"] == name
    assert found["0.html"] == "Coast Reader"
    assert not [c for c in audit.claims if c.conflict]


def test_versions_of_one_page_tell_no_site(audited_texts, prose):
    text = page(prose, "The tide mill - its wheel and its keeper")
    texts = {f"{n}.html": text.replace("</body>", f"<p>{prose(9)}</p></body>") for n in range(4)}
    assert chosen(audited_texts(texts), "publisher") == {}


def test_an_address_with_and_without_www_is_of_one_site(audited_texts, prose):
    texts = {
        f"{n}.html": page(
            prose,
            f"{name} - Coast Reader",
            f'<link rel="canonical" href="https://{"www." * (n % 2)}example.org/{n}">',
        )
        for n, name in enumerate(NAMES)
    }
    assert chosen(audited_texts(texts), "publisher") == dict.fromkeys(texts, "Coast Reader")
