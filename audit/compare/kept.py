"""What the catalogue keeps from run to run: results of pure functions, each with what it holds for.

Fingerprints and buckets hold for the words of a document, scores and passages for the words and
the masks of two. None is read for other words, so a killed run leaves nothing that counts; but
all of them are dropped when the numbers of the method, or the program, are others.
"""

from typing import Final

from audit import version
from audit.compare import Method
from audit.engines import Engine
from audit.tables import ALIGNED, BUCKETS, FINGERPRINTS, REMEMBERED, SCORED, Query

HOW: Final = "select how from remembered"
NOTED: Final = "select :how as how"


def keep_what_holds(engine: Engine, method: Method) -> None:
    """Drop what was made in another way than *method* makes it."""
    how = repr((version(), method.index_run, method.window, method.reach))
    if engine.value(Query(sql=HOW)) == how:
        return
    for table in (BUCKETS, FINGERPRINTS, SCORED, ALIGNED):
        engine.create(table, Query(sql=f'select * from "{table.name}" where 1 = 0'))
    engine.create(REMEMBERED, Query(sql=NOTED, values={"how": how}))
