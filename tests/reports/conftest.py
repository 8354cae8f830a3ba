"""A finished audit of a town's papers, made by hand; and a hostile one."""

import hashlib

import pytest

from audit.model import (
    Audit,
    BlockRecord,
    Changed,
    ClaimRecord,
    ClusterRecord,
    DocumentRecord,
    Finding,
    HeaderRecord,
    Location,
    PairRecord,
    PassageRecord,
    Place,
    Problem,
    Relation,
    RuleRecord,
    Run,
    Scores,
    Severity,
    VersionChanges,
    VersionRecord,
)

HISTORY = "museum/collection/history-of-the-harbour-clock.txt"
OPENING = "museum/news/2024-05-12-opening-of-the-east-wing.txt"
OPENING_2 = "museum/news/2024-05-13-opening-of-the-east-wing-2.txt"
PRESS = "press-office/2024/release-117.txt"
REPRINT = "harbour-gazette/east-wing-opens-to-the-public.html"
QUOTING = "library/港の時計についての短い記事.txt"
SCAN = "library/scans/plan-of-the-reading-room.tiff"


def document(path: str, words: int, share: float, **other) -> DocumentRecord:
    values = {
        "path": path,
        "sha256": hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest(),
        "size": words * 6,
        "modified": 1_715_600_000_000_000_000,
        "media_type": "text/html" if path.endswith("html") else "text/plain",
        "basis": "extension and content",
        "encoding": "utf-8",
        "encoding_confidence": 1.0,
        "characters": words * 6,
        "words": words,
        "boilerplate_share": share,
        "language": "en",
        "state": "read",
    }
    return DocumentRecord(**{**values, **other})


def claim(path: str, name: str, value: str, line: int, **other) -> ClaimRecord:
    values = {
        "path": path,
        "property": name,
        "value": value,
        "normalized": value,
        "chosen": True,
        "line": line,
        "start": 0,
        "end": len(value),
        "extractor": "plain",
        "origin": "found",
        "part": "text",
        "confidence": 0.9,
        "reason": "first line of the page",
        "conflict": False,
    }
    return ClaimRecord(**{**values, **other})


def scores(resemblance: float, a: float, b: float) -> Scores:
    return Scores(resemblance=resemblance, containment_a=a, containment_b=b)


def pair(a: str, b: str, relation: Relation, body: Scores, words: int) -> PairRecord:
    return PairRecord(
        a=a, b=b, relation=relation, raw=scores(0.61, 0.7, 0.75), body=body, shared_words=words
    )


def finding(rule: str, severity: Severity, message: str, at: Location, **other) -> Finding:
    key = hashlib.sha256(f"{rule}{at.path}{message}".encode("utf-8", "surrogatepass"))
    values = {"related": (), "key": key.hexdigest()[:16]}
    return Finding(
        rule=rule, severity=severity, message=message, location=at, **{**values, **other}
    )


def documents() -> list[DocumentRecord]:
    return [
        document(REPRINT, 1204, 0.31, encoding="windows-1252", encoding_confidence=0.82),
        document(QUOTING, 211, 0.0, language="ja"),
        document(SCAN, 0, 0.0, media_type="image/tiff", state="fixity-only", language=""),
        document(HISTORY, 988, 0.12),
        document(OPENING, 640, 0.38),
        document(OPENING_2, 655, 0.37),
        document(PRESS, 402, 0.05, language=""),
    ]


def claims() -> list[ClaimRecord]:
    other = {"chosen": False, "conflict": True, "confidence": 0.4, "reason": "file name"}
    return [
        claim(REPRINT, "title", "East wing opens to the public", 3, origin="embedded"),
        claim(REPRINT, "publisher", "The Harbour Gazette", 1, confidence=0.95),
        claim(REPRINT, "issued", "14 May 2024", 5, normalized="2024-05-14"),
        claim(REPRINT, "rights", "All rights reserved.", 88, normalized="in-copyright"),
        claim(QUOTING, "title", "港の時計についての短い記事", 1),
        claim(HISTORY, "title", "History of the harbour clock", 2),
        claim(HISTORY, "publisher", "Town Museum", 1),
        claim(OPENING, "title", "Opening of the east wing", 2),
        claim(OPENING, "publisher", "Town Museum", 1),
        claim(OPENING, "issued", "12 May 2024", 4, normalized="2024-05-12", conflict=True),
        claim(OPENING, "issued", "2024-05-13", 1, normalized="2024-05-13", **other),
        claim(OPENING_2, "title", "Opening of the east wing", 2),
        claim(OPENING_2, "creator", "Nadia Haddad", 3),
        claim(PRESS, "title", "Release 117", 4),
        claim(PRESS, "issued", "2024/07/24", 1, normalized="2024-07-24"),
    ]


def headers() -> list[HeaderRecord]:
    return [
        HeaderRecord(path=OPENING, kind="http", name="status-line", value="HTTP/1.1 200 OK"),
        HeaderRecord(path=OPENING, kind="http", name="Server", value="Apache/2.4 (Debian)"),
    ]


def boilerplate() -> list[BlockRecord]:
    where = ((HISTORY, 40), (OPENING, 22), (OPENING_2, 23))
    return [
        BlockRecord(
            block="b1f0c2d3e4a59687",
            words=121,
            text="Our activities\nGuided tours every Sunday\nLes visites du dimanche\nWorkshops",
            places=[
                Place(path=path, start=2000, end=2700, line=line, end_line=line + 12)
                for path, line in where
            ],
        ),
        BlockRecord(
            block="00aa11bb22cc33dd",
            words=18,
            text="Subscribe to the newsletter of the harbour quarter",
            places=[
                Place(path=path, start=10, end=90, line=line, end_line=line)
                for path, line in ((REPRINT, 90), (HISTORY, 60), (PRESS, 31))
            ],
            variants=2,
        ),
    ]


def pairs() -> list[PairRecord]:
    return [
        pair(REPRINT, OPENING, Relation.NEAR_DUPLICATE, scores(0.71, 0.74, 0.93), 380),
        pair(REPRINT, OPENING_2, Relation.CONTAINS, scores(0.48, 0.5, 0.91), 372),
        pair(QUOTING, HISTORY, Relation.QUOTES, scores(0.02, 0.21, 0.04), 44),
        pair(HISTORY, OPENING, Relation.BOILERPLATE_ONLY, scores(0, 0, 0), 0),
        pair(OPENING, OPENING_2, Relation.NEAR_DUPLICATE, scores(0.97, 0.98, 0.99), 601),
    ]


def passages() -> list[PassageRecord]:
    def passage(a: str, b: str, words: int, boilerplate: bool = False) -> PassageRecord:
        return PassageRecord(
            a=a,
            b=b,
            a_start=100,
            a_end=400,
            a_line=9,
            b_start=720,
            b_end=1020,
            b_line=17,
            words=words,
            boilerplate=boilerplate,
        )

    return [
        passage(REPRINT, OPENING, 380),
        passage(QUOTING, HISTORY, 44),
        passage(HISTORY, OPENING, 121, boilerplate=True),
        passage(OPENING, OPENING_2, 601),
    ]


def versions() -> list[VersionRecord]:
    changes = VersionChanges(
        before=OPENING,
        words_same=601,
        words_added=54,
        words_removed=12,
        words_moved=0,
        passages=5,
        rewritten=False,
        figures=[Changed(before="48", after="84", line=11)],
        dates=[],
    )
    days = {OPENING: "2024-05-12", OPENING_2: "2024-05-13"}
    return [
        VersionRecord(
            family=OPENING,
            path=path,
            position=at,
            dated=True,
            date=day,
            revert_of="",
            evidence=f"issued, line {at} (dateline)",
            changes=changes if at > 1 else None,
        )
        for at, (path, day) in enumerate(days.items(), start=1)
    ]


def clusters() -> list[ClusterRecord]:
    return [ClusterRecord(cluster=OPENING, minimum=0.83, members=[OPENING, OPENING_2])]


def findings() -> list[Finding]:
    def at(path: str, line: int = 1, column: int = 1, length: int = 0) -> Location:
        return Location(
            path=path, line=line, column=column, end_line=line, end_column=column + length
        )

    return [
        finding(
            "near-duplicate",
            Severity.WARNING,
            f"97 % the same as {OPENING}: 601 of 655 words",
            at(OPENING_2),
            related=(at(OPENING),),
        ),
        finding(
            "datelines-agree",
            Severity.ERROR,
            "18 Muharram 1446 is 2024-07-24, but the page also says 25 August 2024",
            at(PRESS, 6, 12, 16),
            related=(at(PRESS, 1, 1, 36),),
        ),
        finding(
            "email-remnant",
            Severity.WARNING,
            "address hidden by the web host: [email protected]",
            at(PRESS, 29, 9, 17),
        ),
        finding("rights-stated", Severity.NOTE, "no rights are stated", at(HISTORY)),
        finding(
            "rights-stated",
            Severity.NOTE,
            "no rights are stated",
            at(QUOTING),
            waived="The author gave it to the library; letter of 2019.",
        ),
    ]


def example_audit(**changes) -> Audit:
    values = {
        "run": Run(
            version="0.1.0",
            root="collections",
            engine="duckdb",
            rules_digest="3f9a" + "0" * 58 + "c1",
            guarantee="Every unbroken run of 8 or more words shared by two documents is found.",
            today="2024-09-01",
        ),
        "documents": documents(),
        "claims": claims(),
        "boilerplate": boilerplate(),
        "pairs": pairs(),
        "passages": passages(),
        "versions": versions(),
        "clusters": clusters(),
        "headers": headers(),
        "problems": [
            Problem(path="library/sealed.txt", stage="read", message="permission denied"),
            Problem(
                path=REPRINT,
                stage="read",
                message="2 bytes are not windows-1252 and were replaced",
                incomplete=False,
            ),
        ],
        "findings": findings(),
        "rules": [
            RuleRecord(
                id="near-duplicate",
                check="similar",
                severity=Severity.WARNING,
                summary="Two documents say nearly the same.",
                help="Compare them with `audit diff`.",
                url="https://example.org/policy#near-duplicate",
            ),
            RuleRecord(
                id="datelines-agree",
                check="date",
                severity=Severity.ERROR,
                summary="The dates of a page agree.",
            ),
        ],
    }
    return Audit(**{**values, **changes})


HOSTILE = (
    "::error::forged",
    "]]>",
    "[/x]",
    "[email protected]",
    "\x1b[31mred\x1b]8;;http://example.org\x07",
    "nul\x00",
    "bidi\u202egnp.txt",
    "lone\udcff",
    "two\nlines\r::warning::",
    "<script>alert(1)</script>|`cell`",
    "##[error]forged",
    ":bomb: \u200b\ufeff\U000e0041\ufffe",
)


def hostile_audit() -> Audit:
    """Return an audit in which every text that comes from outside is hostile."""
    first, second = HOSTILE[8] + ".txt", HOSTILE[4]
    everything = " ".join(HOSTILE)
    return example_audit(
        run=Run(
            version="0.1.0",
            root=everything,
            engine="duckdb",
            rules_digest="00",
            guarantee="Every run is found.",
            today="2024-09-01",
            remarks=(everything,),
        ),
        documents=[document(path, 40, 0.5, language=path) for path in (first, second, *HOSTILE)],
        claims=[
            claim(path, name, everything, 1, reason=everything, conflict=True)
            for path in (first, second)
            for name in ("title", "publisher", "issued", "rights")
        ],
        headers=[HeaderRecord(path=first, kind="http", name=everything, value=everything)],
        boilerplate=[
            BlockRecord(
                block="b1",
                words=20,
                text=everything,
                places=[
                    Place(path=path, start=0, end=9, line=1, end_line=2) for path in (first, second)
                ],
            )
        ],
        pairs=[
            pair(first, second, relation, scores(0.9, 0.9, 0.9), 30)
            for relation in (Relation.NEAR_DUPLICATE, Relation.QUOTES)
        ],
        passages=[
            PassageRecord(
                a=first,
                b=second,
                a_start=0,
                a_end=9,
                a_line=1,
                b_start=0,
                b_end=9,
                b_line=1,
                words=30,
                boilerplate=False,
            )
        ],
        problems=[Problem(path=text, stage="read", message=text) for text in HOSTILE],
        findings=[
            finding(
                "a-rule",
                Severity.ERROR,
                text,
                Location(path=first),
                related=(Location(path=second, line=3),),
            )
            for text in (*HOSTILE, everything)
        ],
    )


@pytest.fixture
def example() -> Audit:
    return example_audit()


@pytest.fixture
def hostile() -> Audit:
    return hostile_audit()
