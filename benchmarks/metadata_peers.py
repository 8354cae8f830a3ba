"""Ask other tools the same: PYTHON benchmarks/metadata_peers.py PAGES, one JSON object an answer.

Runs in an environment of its own that has trafilatura, htmldate and newspaper4k; whichever is
missing is left out. `benchmarks/metadata.py --peers PYTHON` runs it. A page is asked for as HTML
(form `html`) and as its bare text with every line in a paragraph (form `text`), as a page of
lines is all that a text can be to a tool that reads HTML.
"""

import html
import json
import sys
import time
from pathlib import Path


def trafilatura(page):
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(page)
    return {"title": found.title, "creator": found.author, "issued": found.date}


def htmldate(page):
    from htmldate import find_date

    return {"issued": find_date(page, extensive_search=True)}


def newspaper(page):
    from newspaper import Article

    article = Article("https://museum.example/", fetch_images=False)  # nothing is downloaded
    article.download(input_html=page)
    article.parse()
    day = article.publish_date.date().isoformat() if article.publish_date else None
    return {"title": article.title, "creator": "; ".join(article.authors), "issued": day}


def ask(peer, page):
    began = time.process_time()
    try:
        found = peer(page)
    except Exception as error:  # noqa: BLE001  # whatever a peer raises is its answer
        found = {"error": f"{type(error).__name__}: {error}"[:100]}
    return {"seconds": time.process_time() - began, **found}


def known():
    for peer in (trafilatura, htmldate, newspaper):
        try:
            __import__(peer.__name__)
            yield peer
        except ImportError as error:
            print(f"without {peer.__name__}: {error}", file=sys.stderr)


def main():
    peers = list(known())
    for line in sys.stdin:
        asked = json.loads(line)
        page = Path(asked["path"]).read_bytes().decode("utf-8", "replace")
        text = "".join(f"<p>{html.escape(row)}</p>\n" for row in asked["text"].split("\n"))
        bare = f"<html><body>{text}</body></html>"
        for peer in peers:
            for form, given in (("html", page), ("text", bare)):
                answer = {"file": asked["file"], "peer": peer.__name__, "form": form}
                print(json.dumps({**answer, **ask(peer, given)}), flush=True)


if __name__ == "__main__":
    main()
