"""The options that commands share, each group one value.

A command names the groups it takes; `command` turns their fields into options of typer, so that
an option is written once and means the same everywhere.
"""

import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar, get_type_hints

import typer

if TYPE_CHECKING:
    import datetime as dt

    from audit.model import Severity
    from audit.reports import Page
    from audit.settings import Settings

Command = TypeVar("Command", bound=Callable[..., int])


class Gate(StrEnum):
    """The severity from which a finding fails the run."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"

    @property
    def severity(self) -> "Severity":
        """The severity as settings know it."""
        from audit.model import Severity

        return Severity.OFF if self is Gate.NEVER else Severity(self.value)


class Colour(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def _option(*names: str, text: str) -> Any:
    """Return an option whose twin in the environment is `AUDIT_` and its long name."""
    long = next(name for name in names if name.startswith("--")).lstrip("-")
    twin = "AUDIT_" + long.upper().replace("-", "_")
    return typer.Option(*names, help=text, envvar=twin, show_envvar=False, show_default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is audited, and by which rules."""

    paths: Annotated[
        list[str] | None, typer.Argument(help="Folders or files; without any, this folder.")
    ] = None
    config: Annotated[
        str, _option("--config", "-c", text="Rules; else the nearest audit.yml, else our own.")
    ] = ""
    select: Annotated[
        list[str] | None, _option("--select", text="Only these rules, by name, with commas.")
    ] = None
    ignore: Annotated[
        list[str] | None, _option("--ignore", text="Not these rules, by name, with commas.")
    ] = None
    today: Annotated[
        str, _option("--today", text="The date that `today` means in rules: YYYY-MM-DD.")
    ] = ""
    no_waivers: Annotated[bool, _option("--no-waivers", text="Excuse nothing.")] = False
    catalogue: Annotated[
        str, _option("--catalogue", text="Folder to keep the catalogue in; else .audit.")
    ] = ""
    no_catalogue: Annotated[
        bool, _option("--no-catalogue", text="Keep nothing between runs, work in memory.")
    ] = False
    mask_contacts: Annotated[
        bool, _option("--mask-contacts", text="Hide mail addresses in what is written.")
    ] = False
    jobs: Annotated[
        int, _option("--jobs", "-j", text="Worker processes; without it, one a core.")
    ] = 0

    def settings(self, gate: Gate = Gate.ERROR) -> "Settings":
        """Return the settings of the run; raise UsageError where an option makes no sense."""
        from audit.settings import Settings

        return Settings(
            paths=tuple(self.paths or (".",)),
            config=self.config,
            catalogue=not self.no_catalogue,
            kept_in=self.catalogue,
            jobs=max(0, self.jobs),
            fail_on=gate.severity,
            select=_listed(self.select),
            ignore=_listed(self.ignore),
            today=_date(self.today),
            waivers=not self.no_waivers,
            mask_contacts=self.mask_contacts,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """How much is said, and how colourfully."""

    quiet: Annotated[bool, _option("--quiet", "-q", text="No progress.")] = False
    verbose: Annotated[
        bool, _option("--verbose", "-v", text="Say on stderr what is being done.")
    ] = False
    color: Annotated[Colour, _option("--color", text="When to use colour.")] = Colour.AUTO


def page(given: tuple[str, ...], scope: Scope, talk: Talk, **other: Any) -> "Page":
    """Return how reports are to look; *given* are the arguments of the command line."""
    import shlex

    from audit.reports import Page

    return Page(
        colour=talk.color.value,
        command=shlex.join(["audit", *given]),
        paths=tuple(scope.paths or ()),
        **other,
    )


def command(app: typer.Typer, name: str | None = None) -> Callable[[Command], Command]:
    """Register a function whose parameters may be groups of options; it returns the exit code."""

    def register(function: Command) -> Command:
        hints = get_type_hints(function, include_extras=True)
        hints.pop("return", None)

        def run(**values: Any) -> int:
            return function(**{key: _taken(hint, key, values) for key, hint in hints.items()})

        run.__doc__, run.__name__ = function.__doc__, function.__name__
        run.__signature__ = inspect.Signature(_parameters(function, hints))  # type: ignore[attr-defined]
        app.command(name)(run)
        return function

    return register


def _taken(hint: Any, key: str, values: dict[str, Any]) -> Any:
    if not is_dataclass(hint):
        return values[key]
    group: Any = hint
    return group(**{field.name: values[field.name] for field in fields(group)})


def _parameters(function: Callable[..., int], hints: dict[str, Any]) -> list[inspect.Parameter]:
    """Return the parameters of *function*, each group replaced by one for each of its fields."""
    own = inspect.signature(function).parameters
    found = []
    for key, hint in hints.items():
        if is_dataclass(hint):
            inner = get_type_hints(hint, include_extras=True)
            found += [(field.name, _default(field), inner[field.name]) for field in fields(hint)]
        else:
            found.append((key, own[key].default, hint))
    return [
        inspect.Parameter(name, _KEYWORD, default=default, annotation=annotation)
        for name, default, annotation in found
    ]


def _default(field: "Field[Any]") -> Any:
    return inspect.Parameter.empty if field.default is MISSING else field.default


_KEYWORD: Final = inspect.Parameter.KEYWORD_ONLY


def _listed(values: list[str] | None) -> tuple[str, ...]:
    parts = (part.strip() for value in values or () for part in value.split(","))
    return tuple(part for part in parts if part)


def _date(text: str) -> "dt.date | None":
    import datetime as dt

    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        from audit.errors import UsageError

        raise UsageError(f"--today {text}: not a date like 2024-05-12") from None
