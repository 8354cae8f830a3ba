"""The whole audit on one screen: walk, ingest, compare, check, waive."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from audit import version
from audit.compare import Method
from audit.compare.boilerplate import find_boilerplate, place_boilerplate, start_masks
from audit.compare.clusters import cluster
from audit.compare.complete import complete
from audit.compare.copies import find_copies
from audit.compare.families import find_families
from audit.compare.index import index
from audit.compare.pairs import relate
from audit.compare.passages import align
from audit.compare.scores import score
from audit.engines import Engine, open_engine
from audit.errors import NothingToAudit
from audit.model import Audit, Finding, Problem, Run, Severity
from audit.pipeline.declared import declared
from audit.pipeline.ground import Ground, lay
from audit.pipeline.ingest import ONE, Given, Progress, ingest
from audit.pipeline.judge import judge
from audit.pipeline.records import counts_of, problems_of, records_of
from audit.settings import Settings
from audit.tables import DECLARED

RANKS = {Severity.NOTE: 1, Severity.WARNING: 2, Severity.ERROR: 3}


@contextmanager
def audited(settings: Settings, progress: Progress | None = None) -> Iterator[Audit]:
    """Audit what *settings* name, and give the result for as long as its engine is open.

    Raise NothingToAudit where no file was found, and AuditError where the audit cannot run.
    """
    ground = lay(settings)
    if not ground.walk.sources and not ground.walk.problems:
        raise NothingToAudit(f"no documents in {', '.join(settings.paths)}")
    with closing(open_engine(ground.catalogue, settings.jobs)) as engine:
        ingest(engine, ground, progress)
        engine.apply(Given(DECLARED, declared(ground)), ONE, DECLARED)
        compare(engine, Method())
        findings, remarks = judge(engine, ground, complete=not (settings.select or settings.ignore))
        yield _result(engine, ground, findings, remarks)


def compare(engine: Engine, method: Method) -> None:
    """Fill every table between documents."""
    find_copies(engine)
    start_masks(engine)
    find_families(engine, method)
    index(engine, method)
    score(engine)
    for side in ("raw", "body"):
        cluster(engine, method, side)
        if find_boilerplate(engine, method):
            score(engine)
    align(engine, method)
    relate(engine, method)
    place_boilerplate(engine, method)
    complete(engine)


def exit_code(audit: Audit, fail_on: Severity) -> int:
    """Return 2 where the audit is incomplete, 1 for findings at or above *fail_on*, else 0."""
    if any(problem.incomplete for problem in audit.problems):
        return 2
    if fail_on is Severity.OFF:
        return 0
    counted = (finding for finding in audit.findings if not finding.waived)
    return int(any(RANKS[finding.severity] >= RANKS[fail_on] for finding in counted))


def _result(engine: Engine, ground: Ground, findings: list[Finding], remarks: list[str]) -> Audit:
    problems: list[Problem] = [*ground.walk.problems, *problems_of(engine)]
    records = records_of(engine)
    run = Run(
        version=version(),
        root=ground.shown,
        engine=engine.name,
        rules_digest=ground.rules.digest,
        guarantee=Method().guarantee,
        today=ground.today.isoformat(),
        counts={**counts_of(engine), "skipped": ground.walk.skipped},
        remarks=remarks,
    )
    return Audit(
        run=run,
        documents=records.documents,
        claims=records.claims,
        boilerplate=records.boilerplate,
        pairs=records.pairs,
        passages=records.passages,
        problems=sorted(problems, key=lambda each: (each.path, each.stage, each.message)),
        findings=findings,
        rules=ground.rules.records,
    )
