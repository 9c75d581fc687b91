"""The database itself refuses to change or delete a version that was decided, whoever asks."""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER written_version_no_update BEFORE UPDATE ON written_version
       WHEN OLD.step <> 'proposed'
       BEGIN SELECT RAISE(ABORT, 'a version of a metric that was decided stays'); END""",
    """CREATE TRIGGER written_version_no_delete BEFORE DELETE ON written_version
       WHEN OLD.step <> 'proposed'
       BEGIN SELECT RAISE(ABORT, 'a version of a metric that was decided stays'); END""",
    """CREATE TRIGGER written_version_no_other_text BEFORE UPDATE ON written_version
       WHEN OLD.text <> NEW.text OR OLD.written <> NEW.written OR OLD.digest <> NEW.digest
       BEGIN SELECT RAISE(ABORT, 'the text of a version stays as it was proposed'); END""",
]
SQLITE_UNDO = [
    "DROP TRIGGER written_version_no_update",
    "DROP TRIGGER written_version_no_delete",
    "DROP TRIGGER written_version_no_other_text",
]
POSTGRESQL = [
    """CREATE FUNCTION written_version_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'a version of a metric that was decided stays'; END $$""",
    """CREATE TRIGGER written_version_stays BEFORE UPDATE OR DELETE ON written_version
       FOR EACH ROW WHEN (OLD.step <> 'proposed') EXECUTE FUNCTION written_version_refuse()""",
    """CREATE TRIGGER written_version_no_other_text BEFORE UPDATE ON written_version
       FOR EACH ROW WHEN (OLD.text <> NEW.text OR OLD.written <> NEW.written OR OLD.digest <> NEW.digest)
       EXECUTE FUNCTION written_version_refuse()""",
]
POSTGRESQL_UNDO = [
    "DROP TRIGGER written_version_stays ON written_version",
    "DROP TRIGGER written_version_no_other_text ON written_version",
    "DROP FUNCTION written_version_refuse()",
]


def _run(sqlite, postgresql):
    def run(apps, schema_editor):
        for statement in postgresql if schema_editor.connection.vendor == "postgresql" else sqlite:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("written", "0001_initial")]
    operations = [migrations.RunPython(_run(SQLITE, POSTGRESQL), _run(SQLITE_UNDO, POSTGRESQL_UNDO))]
