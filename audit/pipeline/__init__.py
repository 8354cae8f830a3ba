"""The whole audit on one screen: walk, ingest, compare, check, waive."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from audit import version
from audit.compare import Method, method_for
from audit.compare.boilerplate import find_boilerplate
from audit.compare.clusters import cluster
from audit.compare.complete import complete
from audit.compare.copies import find_copies
from audit.compare.families import find_families
from audit.compare.frequent import find_common_runs
from audit.compare.index import index
from audit.compare.kept import keep_what_holds
from audit.compare.kindred import meet_through_heads
from audit.compare.lineage import order_versions
from audit.compare.masks import start_masks
from audit.compare.pairs import relate
from audit.compare.passages import align
from audit.compare.places import place_boilerplate
from audit.compare.scores import forget_scores, score, start_scores
from audit.compare.sources import find_sources
from audit.compare.stars import find_stars
from audit.engines import Engine, engine_at
from audit.errors import NothingToAudit
from audit.model import Audit, Problem, Run, Severity
from audit.pipeline.declared import declared
from audit.pipeline.given import ONE, Given
from audit.pipeline.ground import Ground, lay
from audit.pipeline.ingest import NOT_COMPARED, Progress, ingest
from audit.pipeline.judge import Judged, judge
from audit.pipeline.records import counts_of, problems_of, records_of
from audit.pipeline.since import CATALOGUE, accept, distrust, since_commit, since_run
from audit.pipeline.trusted import rulebook
from audit.settings import Settings
from audit.tables import COMPARED, DECLARED, Query

RANKS = {Severity.NOTE: 1, Severity.WARNING: 2, Severity.ERROR: 3}

WORDS: Final = """
select coalesce(sum(f.words), 0) from files f join selected s on s.doc = f.doc
"""
HOT_RUNS: Final = "select count(*) from hot"


@contextmanager
def audited(settings: Settings, progress: Progress | None = None) -> Iterator[Audit]:
    """Audit what *settings* name, and give the result for as long as its engine is open.

    Raise NothingToAudit where no file was found, and AuditError where the audit cannot run.
    """
    with rulebook(settings) as book:
        ground = lay(settings, book)
        nothing = NothingToAudit(f"no documents in {', '.join(settings.paths)}")
        if not ground.walk.sources and not ground.walk.problems:
            raise nothing
        if settings.rules_from:
            distrust(ground, "--rules-from")
        since = since_commit(settings.new_since, ground)
        with engine_at(ground.catalogue, settings.jobs) as engine:
            examine(engine, ground, progress)
            since = since or since_run(settings.new_since, ground, engine)
            complete = not (settings.select or settings.ignore)
            audit = _result(engine, ground, judge(engine, ground, since, complete=complete))
            if not (ground.walk.sources or audit.findings or exit_code(audit, Severity.OFF)):
                raise nothing  # metadata of documents that are not here
            yield _hidden(engine, audit) if settings.mask_contacts else audit
            if settings.new_since == CATALOGUE and not exit_code(audit, settings.fail_on):
                accept(ground, engine)


def _hidden(engine: Engine, audit: Audit) -> Audit:
    from audit.pipeline.contacts import TEXTS
    from audit.pipeline.hidden import hide_contacts

    return hide_contacts(audit, engine.rows(Query(sql=TEXTS)))


def examine(engine: Engine, ground: Ground, progress: Progress | None = None) -> None:
    """Read what is new or changed, and fill every table, unless all is as it was."""
    ingest(engine, ground, progress)
    method = method_of(engine, ground)
    known = declared(ground, method)
    how = hashlib.sha256(repr((version(), method, known)).encode()).hexdigest()
    if engine.value(Query(sql="select how from compared")) == how:
        return
    engine.apply(NOT_COMPARED, ONE, COMPARED)
    engine.apply(Given(DECLARED, known), ONE, DECLARED)
    compare(engine, method)
    engine.apply(Given(COMPARED, {"how": [how]}), ONE, COMPARED)


def method_of(engine: Engine, ground: Ground) -> Method:
    """Return how the documents of this run are compared."""
    words = int(engine.value(Query(sql=WORDS)))
    return method_for(words, ground.rules.documents.profile)


def compare(engine: Engine, method: Method) -> None:
    """Fill every table between documents."""
    keep_what_holds(engine, method)
    find_copies(engine)
    start_masks(engine)
    start_scores(engine)
    find_families(engine, method)
    index(engine, method)
    score(engine)
    meet_through_heads(engine, method)
    rounds = ("raw", "body") if find_common_runs(engine, method) else ()
    for side in rounds:
        cluster(engine, method, side)
        find_boilerplate(engine, method)
        score(engine)
    forget_scores(engine)
    align(engine, method)
    relate(engine, method)
    find_stars(engine, method)
    place_boilerplate(engine, method)
    find_sources(engine, method)
    complete(engine)
    order_versions(engine)


def exit_code(audit: Audit, fail_on: Severity) -> int:
    """Return 2 where the audit is incomplete, 1 for findings at or above *fail_on*, else 0."""
    if any(problem.incomplete for problem in audit.problems):
        return 2
    if fail_on is Severity.OFF:
        return 0
    counted = (finding for finding in audit.findings if finding.counts)
    return int(any(RANKS[finding.severity] >= RANKS[fail_on] for finding in counted))


def _result(engine: Engine, ground: Ground, judged: Judged) -> Audit:
    problems: list[Problem] = [*ground.walk.problems, *problems_of(engine)]
    records = records_of(engine)
    run = Run(
        version=version(),
        root=ground.shown,
        engine=engine.name,
        rules_digest=ground.rules.digest,
        guarantee=method_of(engine, ground).guarantee(engine.value(Query(sql=HOT_RUNS))),
        today=ground.today.isoformat(),
        counts={**counts_of(engine), "skipped": ground.walk.skipped},
        remarks=[*ground.remarks, *judged.remarks],
    )
    return Audit(
        run=run,
        documents=records.documents,
        claims=records.claims,
        boilerplate=records.boilerplate,
        pairs=records.pairs,
        passages=records.passages,
        versions=records.versions,
        clusters=records.clusters,
        headers=records.headers,
        problems=sorted(problems, key=lambda each: (each.path, each.stage, each.message)),
        findings=judged.findings,
        rules=ground.rules.records,
    )
