"""Databases of every age become as the program wants them; newer ones are left alone."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from bot.errors import JournalError
from bot.filing.journal.address import file_url, parse
from bot.filing.journal.database import Database
from bot.filing.journal.migrating import configuration, migrate, revision_of
from bot.filing.journal.migrations import REVISIONS, VERSION_TABLE
from bot.filing.journal.store import Journal, open_journal
from bot.filing.journal.tables import AT_REST, METADATA
from tests.unit.filing.journal.paper import accept

ROOT = Path(__file__).parents[4]


def test_the_revisions_are_one_line_and_all_named(journal: Journal) -> None:
    with journal.engine.connect() as connection:
        scripts = ScriptDirectory.from_config(configuration(connection))
    assert [script.revision for script in scripts.walk_revisions()][::-1] == list(REVISIONS)


def test_the_revisions_make_the_tables(journal: Journal) -> None:
    def ours(name: str | None, kind: str, parents: object) -> bool:
        return kind != "table" or name != VERSION_TABLE

    with journal.engine.connect() as connection:
        options = {"include_name": ours, "compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def test_the_index_of_live_cases_knows_every_state(journal: Journal) -> None:
    with journal.engine.connect() as connection:
        (index,) = [one for one in inspect(connection).get_indexes("cases") if one["name"] == "one_live_case"]
    options = index["dialect_options"]
    where = str(options.get("sqlite_where", options.get("postgresql_where")))
    assert [state for state in AT_REST if f"'{state}'" in where] == AT_REST
    assert where.count("'") == 2 * len(AT_REST) and index["unique"]


@pytest.mark.parametrize("first", REVISIONS)
def test_a_database_of_any_revision_is_upgraded(url: str, first: str) -> None:
    database = Database(parse(url))
    migrate(database, first)
    with database.reading() as connection:
        assert revision_of(connection) == first
    database.close()
    with open_journal(url) as journal:
        accept(journal, "1")
        with journal.engine.connect() as connection:
            assert revision_of(connection) == REVISIONS[-1]


def test_what_is_there_outlives_opening_again(url: str) -> None:
    with open_journal(url) as journal:
        batch = accept(journal, "1")
    with open_journal(url) as journal:
        assert [one.id for one in journal.batches()] == [batch]


def test_a_newer_database_is_left_alone(url: str) -> None:
    with open_journal(url) as journal, journal.engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    with pytest.raises(JournalError) as newer:
        open_journal(url)
    assert "newer version" in str(newer.value)
    database = Database(parse(url))
    with database.reading() as connection:
        assert revision_of(connection) == "9999"
    database.close()


def test_an_upgrade_that_fails_leaves_nothing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alembic.operations.Operations.create_index", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        open_journal(url)
    monkeypatch.undo()
    database = Database(parse(url))
    with database.reading() as connection:
        assert inspect(connection).get_table_names() == []
    database.close()
    open_journal(url).close()


def test_on_a_server_our_tables_keep_to_themselves(postgres_url: str) -> None:
    with open_journal(postgres_url) as journal, journal.engine.connect() as connection:
        assert inspect(connection).get_table_names(schema="public") == []
        assert {*METADATA.tables, VERSION_TABLE} == set(inspect(connection).get_table_names(schema="portal"))


def test_a_current_journal_is_opened_without_the_migration_library(file: Path) -> None:
    open_journal(file_url(file)).close()
    opens = "import sys; from bot.filing.journal.store import open_journal; open_journal(sys.argv[1]).close()"
    loaded = "; print([name for name in ('alembic', 'psycopg') if name in sys.modules])"
    said = subprocess.run(
        [sys.executable, "-c", opens + loaded, file_url(file)], capture_output=True, text=True, timeout=60, check=True
    )
    assert said.stdout.strip() == "[]"


def test_what_is_built_carries_the_revisions(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=100)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as built:
        held = built.namelist()
    folder = "bot/filing/journal/migrations"
    assert f"{folder}/env.py" in held
    for path in (ROOT / folder / "versions").glob("*.py"):
        assert f"{folder}/versions/{path.name}" in held
