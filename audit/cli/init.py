"""`audit init`: look at a collection and write rules for it, with comments."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from audit.cli.options import Talk, command
from audit.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command to *app*."""
    command(app)(init)


def init(
    talk: Talk,
    path: Annotated[str, typer.Argument(metavar="[PATH]", help="The folder to look at.")] = ".",
) -> int:
    """Write an `audit.yml` for the documents in a folder; an existing one is never touched.

    Its first line tells editors where the schema is, so that they complete and check it.
    """
    from audit import pipeline
    from audit.cli.progress import watched
    from audit.pipeline.propose import propose
    from audit.reports import safe_path
    from audit.rules.packs import NAME
    from audit.settings import Settings

    file = Path(path, NAME)
    if not Path(path).is_dir():
        raise UsageError(f"{path}: not a folder")
    _check_free(file)
    settings = Settings(paths=(path,), catalogue=False)
    with watched(talk) as watch, pipeline.audited(settings, watch) as audit:
        watch.stop()
        text = propose(audit)
    _write(file, text)
    sys.stdout.write(f"{safe_path(str(file))}\n")
    sys.stderr.write(
        "audit: look at it, then `audit check`; what a rule means: `audit explain RULE`\n"
    )
    return 0


def _write(file: Path, text: str) -> None:
    import json

    from audit.cli.output import deliver
    from audit.pipeline.propose import SCHEMA
    from audit.rules import parse, schema

    parse(text.encode(), name=str(file), base=str(file.parent.absolute()))
    described = file.parent / SCHEMA
    described.parent.mkdir(exist_ok=True)
    ignore = described.parent / ".gitignore"
    if not ignore.exists():
        deliver("text", lambda out: out.writelines(["*\n"]), str(ignore))
    deliver(
        "json", lambda out: out.writelines([json.dumps(schema(), indent=2), "\n"]), str(described)
    )
    _check_free(file)  # somebody may have written one while the documents were read
    deliver("yaml", lambda out: out.writelines([text]), str(file))


def _check_free(file: Path) -> None:
    if file.exists() or file.is_symlink():
        raise UsageError(f"{file} is there already; nothing is overwritten")
