"""The shapes of a rules file: what the loader reads and the JSON Schema describes, once."""

from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from audit.readers.bounds import Limits
from audit.readers.walk import TABLES

Level = Literal["error", "warning", "note", "off"]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", examples=["2027-01-31"])]
Paths = tuple[str, ...]
Size = Annotated[
    str, Meta(pattern=r"^[1-9][0-9]{0,5} ?(B|kB|MB|GB)$", examples=["64 MB", "500 kB"])
]
Count = Annotated[int, Meta(ge=1, le=1_000_000_000)]
_UNITS: Final = {"kB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000, "B": 1}


class Shape(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A map with known keys."""


class Expected(Shape, frozen=True, kw_only=True):
    """A finding that a scenario expects."""

    path: Annotated[str, Meta(description="The document it is about.")]
    line: Annotated[int, Meta(ge=0, description="Its line, from 1; 0 is any.")] = 0
    message: Annotated[str, Meta(description="A part of its message.")] = ""


class Scenario(Shape, frozen=True, kw_only=True):
    """A small collection, and what the rule must say of it."""

    name: Annotated[str, Meta(description="What it shows, in a few words.")]
    given: Annotated[dict[str, str], Meta(description="Files by path, with their content.")]
    expect: Annotated[
        tuple[str | Expected, ...],
        Meta(description="The paths of the findings, or maps of path, line and message."),
    ] = ()
    today: Annotated[Day | None, Meta(description="What `today` means here.")] = None


class Tests(Shape, frozen=True, kw_only=True):
    """How a rule proves itself."""

    passes: Annotated[Paths, Meta(description="Texts that the rule must leave alone.")] = ()
    fails: Annotated[Paths, Meta(description="Texts that the rule must catch.")] = ()
    scenarios: Annotated[
        tuple[Scenario, ...],
        Meta(description="Small collections with the findings they must give."),
    ] = ()


class Heading(Shape, frozen=True, kw_only=True):
    """What every rule may say beside the options of its check."""

    check: Annotated[str, Meta(description="The type of the rule.")]
    severity: Annotated[Level, Meta(description="How bad a finding is.")] = "warning"
    message: Annotated[
        str, Meta(description="One sentence; {names} in braces are filled by the check.")
    ] = ""
    paths: Annotated[Paths, Meta(description="Globs of the documents it applies to.")] = ("**",)
    help: Annotated[str, Meta(description="What a person should do about a finding.")] = ""
    url: Annotated[str, Meta(description="Where to read on.")] = ""
    tests: Annotated[Tests, Meta(description="Proofs that the rule does what it says.")] = Tests()

    def __post_init__(self) -> None:
        """Refuse what no document fits."""
        if not self.paths:
            raise ValueError("paths: an empty list fits no document; leave “paths” out for all")


class Bounds(Shape, frozen=True, kw_only=True):
    """What reading one document may cost; past a limit there is a problem that names it."""

    file: Annotated[Size, Meta(description="A file or record; a bigger one gets fixity only.")] = (
        "64 MB"
    )
    text: Annotated[Count, Meta(description="Characters of a text.")] = 20_000_000
    line: Annotated[Count, Meta(description="Characters of a line of the text.")] = 1_000_000
    unpacked: Annotated[Size, Meta(description="All that is unpacked from one file.")] = "256 MB"
    ratio: Annotated[
        Count, Meta(description="Bytes unpacked from one packed byte, beyond the first megabyte.")
    ] = 100
    members: Annotated[Count, Meta(description="Members of an archive.")] = 10_000
    records: Annotated[
        Count, Meta(description="Records of a web archive, a mailbox or JSON Lines.")
    ] = 100_000
    nesting: Annotated[Count, Meta(description="Containers within containers.")] = 3
    depth: Annotated[Count, Meta(description="Elements within elements of XML.")] = 100
    parts: Annotated[Count, Meta(description="Parts of a message.")] = 500
    headers: Annotated[Count, Meta(description="Header fields of a message.")] = 1_000
    pages: Annotated[Count, Meta(description="Pages of a PDF, chapters, sheets, slides.")] = 2_000
    seconds: Annotated[
        Count, Meta(description="Processor time of a document; three times as long on the clock.")
    ] = 10
    memory: Annotated[
        Size, Meta(description="Address space of a process that reads what is risky.")
    ] = "1 GB"

    @property
    def limits(self) -> Limits:
        """Return the limits as readers know them: bytes, characters, counts, seconds."""
        said = msgspec.structs.asdict(self)
        return Limits(**{name: _number(value) for name, value in said.items()})


def _number(value: str | int) -> int:
    if isinstance(value, int):
        return value
    unit = next(unit for unit in _UNITS if value.endswith(unit))
    return int(value.removesuffix(unit)) * _UNITS[unit]


Profile = Literal["plain", "ocr"]


class Documents(Shape, frozen=True, kw_only=True):
    """Which files are documents, and where their declared metadata lies."""

    include: Annotated[Paths, Meta(description="Globs of what to audit.")] = ("**",)
    exclude: Annotated[Paths, Meta(description="Globs of what to leave out.")] = ()
    metadata: Annotated[
        str,
        Meta(
            description="Path of the file beside a document: {dir}, {stem} and {name}; "
            "`.yml` stands for `.yaml` and `.json` too."
        ),
    ] = "{dir}/{stem}.meta.yml"
    tables: Annotated[
        Paths,
        Meta(
            description="Globs of CSV tables that declare metadata of many documents: a column "
            "`path` and columns of properties, or what Siegfried and DROID write."
        ),
    ] = TABLES
    text_field: Annotated[
        str,
        Meta(
            max_length=200,
            description="Field of JSON and JSON Lines that holds the text: /article/body or "
            "article.body. Without it: text, content, body and other usual names.",
        ),
    ] = ""
    limits: Annotated[Bounds, Meta(description="What reading one document may cost.")] = Bounds()
    profile: Annotated[
        Profile,
        Meta(
            description="What the texts are: plain, or ocr where scanning confuses letters; it "
            "changes how words are compared, never what is shown."
        ),
    ] = "plain"


class Override(Shape, frozen=True, kw_only=True):
    """Changes to rules for some paths; the last one that matches wins."""

    paths: Annotated[Paths, Meta(min_length=1, description="Globs of documents.")]
    rules: Annotated[
        dict[str, Level | dict[str, msgspec.Raw]],
        Meta(description="Rule ids, each with a severity or with options to change."),
    ]


class Excuse(Shape, frozen=True, kw_only=True):
    """A waiver as it is written: findings that are accepted until a day, with the reason."""

    rule: Annotated[str, Meta(description="The rule whose findings are waived.")]
    reason: Annotated[str, Meta(min_length=1, description="Why that is right.")]
    until: Annotated[Day, Meta(description="The last day on which it counts.")]
    paths: Annotated[
        Paths, Meta(description="Globs; every document of a finding must fit one.")
    ] = ()
    key: Annotated[
        str,
        Meta(
            pattern="^([0-9a-f]{16})?$",
            examples=["0123456789abcdef"],
            description="The fingerprint of one finding.",
        ),
    ] = ""
    digests: Annotated[
        tuple[Annotated[str, Meta(pattern="^[0-9a-f]{64}$")], ...],
        Meta(description="SHA-256 of the documents; the waiver ends when one of them changes."),
    ] = ()
    by: Annotated[str, Meta(description="Who decided.")] = ""

    def __post_init__(self) -> None:
        """Refuse a reason that is none."""
        if not any(map(str.isalnum, self.reason)):
            raise ValueError("reason: say why the finding may stay")


class Pinned(Shape, frozen=True, kw_only=True):
    """A rules file of others: where it is, and which bytes it must be."""

    url: Annotated[
        str,
        Meta(
            pattern=r"^https://[^\s/]+/\S*$",
            max_length=1_000,
            examples=["https://example.org/rules.yml"],
            description="An https address; `audit rules fetch` fetches it, nothing else does.",
        ),
    ]
    sha256: Annotated[
        str,
        Meta(
            pattern="^[0-9a-f]{64}$",
            examples=["64 hexadecimal digits"],
            description="SHA-256 of the file; other bytes are refused.",
        ),
    ]


class RulesFile(Shape, frozen=True, kw_only=True):
    """A whole rules file."""

    audit: Annotated[Literal[1], Meta(description="The version of this format.")]
    extends: Annotated[
        tuple[str | Pinned, ...],
        Meta(
            description="Shipped packs (audit:archive), local files (./more.yml), and files of "
            "others by address and digest."
        ),
    ] = ()
    documents: Annotated[Documents, Meta(description="What to audit.")] = Documents()
    boilerplate: Annotated[
        Paths, Meta(description="Globs of files whose text is known to repeat.")
    ] = ()
    rules: Annotated[dict[str, Level | Heading], Meta(description="Rules by id.")] = {}
    overrides: Annotated[tuple[Override, ...], Meta(description="Changes by path.")] = ()
    waivers: Annotated[tuple[Excuse, ...], Meta(description="Accepted findings.")] = ()
