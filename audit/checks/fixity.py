"""The check `fixity`."""

from typing import Annotated, ClassVar, Final, final

from msgspec import Meta

from audit.checks import Check, Row, excerpt, location
from audit.model import Violation
from audit.tables import Query

VIOLATIONS: Final = """
    with listed as (
        select e.manifest, e.line, e.path, e.algorithm, lower(e.digest) as digest, e.seen
        from expected e where :manifest = '' or e.manifest = :manifest
    ),
    sought as (select l.* from listed l where l.seen = ''),
    moved as (
        select l.manifest, l.path, min(d.path) as target
        from sought l
        join documents d on d.sha256 = l.digest and l.algorithm = 'sha256'
        left join listed o on o.path = d.path
        where o.path is null
        group by l.manifest, l.path
    )
    select
        'modified' as state, d.path, 1 as line, l.manifest as other_path, l.line as other_line,
        l.path as name, '' as target, l.digest as expected, d.sha256 as actual
    from sought l join documents d on d.path = l.path
    where l.algorithm = 'sha256' and d.sha256 <> l.digest and d.sha256 <> ''
    union all
    select 'modified', l.manifest, l.line, l.manifest, l.line, l.path, '', l.digest, l.seen
    from listed l where l.seen <> '' and l.seen <> l.digest
    union all
    select
        case when m.target is null then 'missing' else 'moved' end,
        l.manifest, l.line, coalesce(m.target, ''), 1,
        l.path, coalesce(m.target, ''), l.digest, ''
    from sought l
    left join documents d on d.path = l.path
    left join moved m on m.path = l.path and m.manifest = l.manifest
    where d.path is null
    union all
    select 'unlisted', d.path, 1, '', 1, d.path, '', '', d.sha256
    from documents d
    left join listed l on l.path = d.path
    left join listed f on f.manifest = d.path
    left join moved m on m.target = d.path
    where l.path is null and f.manifest is null and m.target is null and d.container = ''
        and :unlisted = 1 and exists (select 1 from listed)
    union all
    select 'unverified', l.manifest, min(l.line), '', 1, l.algorithm, '', '', ''
    from sought l
    where not exists (
        select 1 from sought s where s.path = l.path and s.algorithm = 'sha256'
    )
    group by l.manifest, l.algorithm
    order by 1, 2, 3
"""

SENTENCES: Final = {
    "modified": "{name} is not what the manifest says: {actual}, not {expected}",
    "missing": "{name} is in the manifest but not here",
    "moved": "{name} is now {target}",
    "unlisted": "{name} is in no manifest",
    "unverified": "only {name} digests, which this rule cannot compare; ask for sha256",
}


@final
class Fixity(Check, frozen=True, kw_only=True):
    """The files are not those that a manifest lists.

    A document whose SHA-256 differs from the manifest's is `modified`; one that is listed and
    not here is `missing`, or `moved` where its bytes are under another name that no manifest
    lists; one that is here and not listed is `unlisted` (`unlisted: false` lets them through).
    Without any manifest there is nothing to break.

        rules:
          fixity: {check: fixity, manifest: manifest-sha256.txt, severity: error}

    PASS: every file of the folder has the digest that `manifest-sha256.txt` gives it.

    FAIL: a letter was changed in `1998/minutes.txt` after the manifest was written.

    Names for the message: `{name}` the file, `{state}`, `{expected}` and `{actual}` digests,
    `{target}` where it went, `{reason}` all of it as a sentence.
    """

    id: ClassVar[str] = "fixity"
    names: ClassVar[tuple[str, ...]] = (
        "name", "state", "expected", "actual", "target", "reason",
    )  # fmt: skip
    message: ClassVar[str] = "{state}: {reason}"

    manifest: Annotated[
        str, Meta(description="The manifest, relative to the root; empty: every one that is read.")
    ] = ""
    unlisted: Annotated[bool, Meta(description="Whether files that no manifest lists count.")] = (
        True
    )

    def __post_init__(self) -> None:
        """Refuse a manifest elsewhere: nothing outside of the root is read."""
        if self.manifest.startswith("/") or ".." in self.manifest.split("/"):
            raise ValueError("manifest: must lie below what is audited, without ..")

    @property
    def rests_on(self) -> str:
        """What is listed: all of it may be gone."""
        return "expected"

    def select(self, rule: str) -> Query:
        """Return what differs between `expected` and `documents`."""
        del rule
        values = {"manifest": self.manifest, "unlisted": int(self.unlisted)}
        return Query(sql=VIOLATIONS, values=values)

    def violation(self, row: Row) -> Violation:
        """Say what became of one file."""
        values = {
            name: str(row[name]) for name in ("name", "state", "expected", "actual", "target")
        }
        manifest = str(row["other_path"] if values["state"] == "modified" else row["path"])
        shown = {**values, "name": excerpt(values["name"], 200)}
        return Violation(
            location=location(row),
            related=(location(row, "other_"),) if row["other_path"] else (),
            values={**values, "reason": SENTENCES[values["state"]].format_map(shown)},
            key=(manifest, *(values[name] for name in ("name", "state", "expected", "actual"))),
        )
