"""A small database with the tables that checks read, filled by hand."""

import re

import duckdb
import pytest

from audit import tables
from audit.rules.ruleset import filled

TABLES = [
    tables.DOCUMENTS, tables.CLAIMS, tables.CONFLICTS, tables.PAIRS, tables.PASSAGES, tables.COPIES,
    tables.BOILERPLATE, tables.OBSERVATIONS, tables.EXPECTED, tables.LINES, tables.TEXTS,
    tables.ASIDES,
]  # fmt: skip

BLANK = {"varchar": "", "bigint": 0, "integer": 0, "double": 0.0, "boolean": False}

PLAUSIBLE = {
    "documents": {"state": "read", "media_type": "text/plain", "words": 100, "size": 500},
    "claims": {"chosen": True, "line": 1, "origin": "found", "part": "text", "confidence": 1.0},
    "pairs": {"relation": "quotes"},
    "expected": {"manifest": "manifest-sha256.txt", "algorithm": "sha256", "seen": ""},
}


def empty():
    made = duckdb.connect(config={"threads": 1})
    for table in TABLES:
        columns = ", ".join(f'"{name}" {kind}' for name, kind in table.columns.items())
        made.execute(f'create table "{table.name}" ({columns})')
    # Here the collection knows nothing that a document does not say itself.
    made.execute("create view sourced as select *, false as barred from claims")
    return made


class World:
    """Tables to fill, and checks to ask."""

    def __init__(self, database=None):
        self.database = database or empty()
        self.tables = {table.name: table for table in TABLES}

    def add(self, name, **values):
        """Add one row; what is not given is plausible or blank."""
        table = self.tables[name]
        values = PLAUSIBLE.get(name, {}) | values
        assert not set(values) - set(table.columns)
        row = [values.get(column, BLANK[kind]) for column, kind in table.columns.items()]
        marks = ", ".join("?" * len(row))
        self.database.execute(f'insert into "{name}" values ({marks})', row)

    def document(self, doc, path, **values):
        """Add a document; its digest is made of its path unless it is given."""
        self.add("documents", doc=doc, path=path, **({"sha256": f"digest of {path}"} | values))

    def rows(self, check, rule="the-rule"):
        """Return the rows of the check's SELECT."""
        query = check.select(rule)
        sql = re.sub(r"(?<![:\w]):([a-z_][a-z0-9_]*)", r"$\1", query.sql)
        cursor = self.database.execute(sql, dict(query.values))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]

    def ask(self, check, rule="the-rule"):
        """Return the violations that the check sees, each with a value for all its names."""
        found = [check.violation(row) for row in self.rows(check, rule)]
        found = [violation for violation in found if violation is not None]
        for violation in found:
            assert set(violation.values) == set(check.names)
            assert all(isinstance(value, str) for value in violation.values.values())
            assert violation.location.line >= 1
            assert violation.key
            assert not check.alone or violation.location.path in violation.key
            assert all(isinstance(part, str) for part in violation.key)
        return found

    def said(self, check, rule="the-rule"):
        """Return path, line and filled message of each violation."""
        return [
            (one.location.path, one.location.line, filled(check.message, one.values))
            for one in self.ask(check, rule)
        ]


@pytest.fixture(scope="session")
def database():
    """Empty tables; to make them anew for every test would cost more than all the tests."""
    return empty()


@pytest.fixture
def world(database):
    database.execute("begin")
    yield World(database)
    database.execute("rollback")
