"""The database itself refuses to change or delete a reviewer's step, whoever asks."""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER review_step_no_update BEFORE UPDATE ON programme_reviewstep
       BEGIN SELECT RAISE(ABORT, 'steps of a review are append-only'); END""",
    """CREATE TRIGGER review_step_no_delete BEFORE DELETE ON programme_reviewstep
       BEGIN SELECT RAISE(ABORT, 'steps of a review are append-only'); END""",
]
SQLITE_UNDO = ["DROP TRIGGER review_step_no_update", "DROP TRIGGER review_step_no_delete"]
POSTGRESQL = [
    """CREATE FUNCTION review_step_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'steps of a review are append-only'; END $$""",
    """CREATE TRIGGER review_step_append_only BEFORE UPDATE OR DELETE ON programme_reviewstep
       FOR EACH ROW EXECUTE FUNCTION review_step_refuse()""",
]
POSTGRESQL_UNDO = [
    "DROP TRIGGER review_step_append_only ON programme_reviewstep",
    "DROP FUNCTION review_step_refuse()",
]


def _run(sqlite, postgresql):
    def run(apps, schema_editor):
        for statement in postgresql if schema_editor.connection.vendor == "postgresql" else sqlite:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("programme", "0003_review")]
    operations = [migrations.RunPython(_run(SQLITE, POSTGRESQL), _run(SQLITE_UNDO, POSTGRESQL_UNDO))]
