"""The check `metadata`."""

import re
from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal, final

import msgspec
from msgspec import Meta

from audit.checks import Check, Row, asides, excerpt, is_kind, location
from audit.checks.metadata.rows import ORDER, PARTS
from audit.model import PROPERTIES, Violation
from audit.patterns import compiled, fits
from audit.tables import Query

Property = Literal[PROPERTIES]  # type: ignore[valid-type]  # the list stands in one place
Kind = Literal["url", "date", "email", "language"]


class Field(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one property must be."""

    required: Annotated[bool, Meta(description="Whether it must be stated.")] = False
    among: Annotated[tuple[str, ...], Meta(description="The only values allowed.")] = msgspec.field(
        default=(), name="in"
    )
    matches: Annotated[str, Meta(description="A pattern that the whole value must match.")] = ""
    type: Annotated[Kind | None, Meta(description="What the value must be.")] = None
    told: Annotated[
        bool, Meta(description="Whether no value may be lost at capture or left unresolved.")
    ] = False

    def __post_init__(self) -> None:
        """Refuse what is no pattern."""
        try:
            compiled(self.matches)
        except ValueError as error:
            raise ValueError(f"matches: {error}") from None

    def complaint(self, name: str, value: str, normalized: str) -> str:
        """Return what is wrong with a value of the property *name*, or nothing."""
        if self.among and not {value, normalized, *_wider(name, normalized)} & set(self.among):
            return f"is not one of {', '.join(self.among)}"
        if self.matches and not fits(self.matches, value):
            return f"does not fit {self.matches}"
        if self.type and not is_kind(self.type, normalized or value):
            return f"is no {self.type}"
        return ""


@final
class Metadata(Check, frozen=True, kw_only=True):
    """A document does not say where it comes from, says it wrongly, or contradicts itself.

    `fields` names properties, each `required`, `optional` or a map of `required`, `in` (a list),
    `matches` (a pattern for the whole value), `type` (url, date, email, language) and `told` (no
    value may be lost at capture, as a hidden address, or unresolved, as `an hour ago`). The list
    holds values as found or as read (`all-rights-reserved`, `2024-05-03`; `de` is `de-AT` too), a
    pattern sees them as found. A value is looked for where `evidence` says: `declared` beside the
    document, `embedded` in its markup, `found` in its text, or `any` (the one chosen of all).

    `agree: true` gives a finding for every two statements of a document that cannot both be true,
    of the `fields` only, if there are any. Weekdays, captures and calendars are left to `date`, a
    name that promises another format to `format`, unless `format` is among the `fields`.

    The properties: title, creator, publisher, issued (the date of publication), modified,
    created, captured, language, rights, rights_holder, identifier, url, type, format (where a
    name or a register gives one), section, source, contact, generator.

        rules:
          source-stated: {check: metadata, fields: {title: required, publisher: required}}
          rights-known:
            check: metadata
            fields: {rights: {required: true, in: [CC0-1.0, CC-BY-4.0, in-copyright]}}

    PASS: a page with a headline, the name of its site and a rights notice.

    FAIL: a text without a date; two lines that name different publishers, with `agree: true`.

    Names for the message: `{property}`, `{value}` as found, `{reason}`, `{other}` the value that
    contradicts it.
    """

    id: ClassVar[str] = "metadata"
    alone: ClassVar[bool] = True
    names: ClassVar[tuple[str, ...]] = ("property", "value", "reason", "other")
    message: ClassVar[str] = "{property}: {reason}"

    fields: Annotated[
        dict[Property, Literal["required", "optional"] | Field],
        Meta(description="What each property must be."),
    ] = msgspec.field(default_factory=dict)
    evidence: Annotated[
        Literal["declared", "embedded", "found", "any"], Meta(description="Where it must be said.")
    ] = "any"
    agree: Annotated[bool, Meta(description="Whether statements may not contradict.")] = False

    def __post_init__(self) -> None:
        """Refuse a rule that asks for nothing."""
        if not self.fields and not self.agree:
            raise ValueError("give “fields” or “agree: true”")

    @property
    def rests_on(self) -> str:
        """What is said, unless something must be said; contradictions, where all must agree."""
        asked = set(self._asked())
        if asked == {"fields"}:
            return "conflicts"
        return "documents" if "required" in asked else "sourced"

    def select(self, rule: str) -> Query:
        """Return what is missing, the values to look at, and the conflicts."""
        del rule
        asked = self._asked()
        parts = " union all ".join(PARTS[name] for name in asked)
        sql = f"select * from ({parts}) as found order by {ORDER}"
        told = {"evidence": self.evidence} if ":evidence" in sql else {}
        return Query(sql=sql, values=asked | told)

    def _asked(self) -> dict[str, str]:
        """Return which of the parts are asked; an engine would plan even one without rows."""
        full = {
            name: one if isinstance(one, Field) else Field(required=one == "required")
            for name, one in self.fields.items()
        }
        asked = {
            "checked": [name for name, one in full.items() if one.among or one.matches or one.type],
            "required": [name for name, one in full.items() if one.required],
            "told": [name for name, one in full.items() if one.told],
        }
        parts = {part: _commas(names) for part, names in asked.items() if names}
        parts |= {"fields": _commas(self.fields)} if self.agree else {}
        return parts or {"checked": ","}

    def violation(self, row: Row) -> Violation | None:
        """Say what is missing or wrong."""
        reason = self._reason(row)
        if not reason:
            return None
        value, other = str(row["value"]), str(row["other"])
        against = {**row, "other_path": row["path"]}
        shown = {"value": excerpt(value), "other": excerpt(other)}
        said = ("", "") if row["kind"] == "missing" else sorted((value, other))
        return Violation(
            location=location(row),
            related=(location(against, "other_"),) if row["kind"] == "conflict" else (),
            values={"property": row["property"], "reason": reason, **shown},
            key=(row["path"], row["property"], row["kind"], *said),
            beside=asides(row, "", "other_"),
        )

    def _reason(self, row: Row) -> str:
        value = str(row["value"])
        if row["kind"] == "missing":
            missing = "not stated" if self.evidence == "any" else f"not {self.evidence}"
            missing = f"“{excerpt(value)}” is seen, but not chosen" if value else missing
            return f"{missing}: {row['reason']}" if row["reason"] else missing
        if row["kind"] == "untold":
            return f"“{excerpt(value)}”: {row['reason']}"
        if row["kind"] == "conflict":
            against = f" against “{excerpt(str(row['other']))}”" if row["other"] != value else ""
            return f"“{excerpt(value)}”{against}: {row['reason']}"
        field = self.fields[row["property"]]
        asked, read = field if isinstance(field, Field) else Field(), str(row["normalized"])
        complaint = asked.complaint(row["property"], value, read)
        told = f"read as {read}" if asked.among and read not in {"", value} else ""
        aside = "".join(f", {part}" for part in (row["reason"], told) if part)
        return f"“{excerpt(value)}”{aside}{',' if aside else ''} {complaint}" if complaint else ""


def _wider(name: str, tag: str) -> Iterable[str]:
    """Yield the tags of languages of which *tag* is one: `en` for `en-GB`."""
    return (tag[: at.start()].lower() for at in re.finditer("-", tag)) if name == "language" else ()


def _commas(names: Iterable[str]) -> str:
    return "".join(f",{name}" for name in names) + ","
