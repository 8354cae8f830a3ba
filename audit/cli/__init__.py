"""The command line: options in, exit code out.

A command is one file here with one function `register(app)`; its name is that of the file, its
line in the help is the first line of the file. Only the command that was asked for is imported.
"""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Annotated, Final, cast

import typer

from audit.errors import AuditError

ORDER: Final = ("check", "documents", "sources", "boilerplate", "duplicates", "passages", "show")
"""The commands that stand first in the help, in this order; the others follow by name."""
SHARED: Final = ("options", "output", "progress", "views")
"""Files here that are no commands."""
INTERRUPTED: Final = 130
_HELP: Final = """Audit a collection of documents: fixity, copies, boilerplate, sources, rules."""
_EPILOG: Final = (
    "Exit codes: 0 clean, 1 findings, 2 incomplete or impossible, 3 nothing to audit, "
    "130 interrupted."
)
_USAGE_ERROR: Final = cast("type[typer.BadParameter]", typer.BadParameter.__mro__[2])
"""What the parser raises for bad usage, whatever package typer takes it from."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    if arguments is None:
        _start_in_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if sys.stderr is None:  # the caller closed it
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # until exit
    if sys.stdout is None:
        return _fail("standard output is closed", 2)
    return guarded(lambda: _run(given))


def _start_in_utf8() -> None:
    """Start again where the locale has an encoding of its own: rules and names are UTF-8."""
    if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode and sys.executable:
        os.environ["PYTHONUTF8"] = "1"
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606


def guarded(work: Callable[[], int]) -> int:
    """Return the exit code of *work*; every failure is one line on stderr."""
    try:
        code = work()
        sys.stdout.flush()
    except AuditError as error:
        if error.__cause__ is not None and os.environ.get("AUDIT_DEBUG"):
            raise
        return _fail(str(error), error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return _fail("interrupted", INTERRUPTED)
    except BrokenPipeError:
        hush()
        return 0
    except OSError as error:
        return _fail(_said(error), 2)
    except Exception as error:  # noqa: BLE001  # the last line of defence is one line too
        return _bug(error)
    return code


def commands() -> list[str]:
    """Return the names of all commands in the order of the help."""
    found = {info.name for info in iter_modules(__path__)} - set(SHARED)
    return [name for name in ORDER if name in found] + sorted(found - set(ORDER))


def _run(given: list[str]) -> int:
    parser = typer.main.get_command(_app(given))
    try:
        with parser.make_context("audit", given or ["--help"], obj=tuple(given)) as context:
            return int(parser.invoke(context) or 0)
    except typer.Exit as done:
        return done.exit_code
    except _USAGE_ERROR as error:
        return _fail(f"{error.format_message()} (see {_help_of(given)})", error.exit_code)


def _help_of(given: Sequence[str]) -> str:
    known = bool(given) and given[0] in commands()
    return f"`audit {given[0]} --help`" if known else "`audit --help`"


def _app(given: Sequence[str]) -> typer.Typer:
    """Return the app with the one command that is asked for, or with all of them."""
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        pretty_exceptions_show_locals=False,
        help=_HELP,
        epilog=_EPILOG,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(_options)
    asked = next((word for word in given if not word.startswith("-")), "")
    if asked in commands():
        import_module(f"audit.cli.{asked}").register(app)
        return app
    for name in commands():
        app.command(name, help=_line(name))(_options)
    return app


def _line(name: str) -> str:
    """Return what the first line of the file of a command says after its name."""
    with Path(__file__).with_name(f"{name}.py").open(encoding="utf-8") as source:
        said = source.readline().partition(": ")[2].strip().removesuffix('"""')
    return said[:1].upper() + said[1:]


def _say_version(wanted: bool) -> None:
    if wanted:
        from audit import version

        sys.stdout.write(f"audit {version()}\n")
        raise typer.Exit


def _options(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say the version."),
    ] = False,
) -> None:
    """Audit a collection of documents."""


def _fail(message: str, code: int) -> int:
    from audit.reports import safe

    sys.stderr.write(f"audit: error: {safe(message)}\n")
    return code


def _bug(error: Exception) -> int:
    if os.environ.get("AUDIT_DEBUG"):
        raise error
    said = f"{type(error).__name__}: {error}".splitlines()[0].rstrip(": ")
    return _fail(f"this is a bug: {said} (AUDIT_DEBUG=1 shows where)", 2)


def _said(error: OSError) -> str:
    """Return what is wrong, after which nothing more is written to standard output."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return "the working directory is gone; change to one that exists"
    hush()
    return f"{error.filename or 'output'}: {error.strerror or error}"


def hush() -> None:
    """Let nothing more be written to a reader that has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
