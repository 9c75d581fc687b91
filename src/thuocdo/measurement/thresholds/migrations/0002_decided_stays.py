"""The database itself refuses to change or delete a set that was decided, whoever asks."""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER threshold_set_no_update BEFORE UPDATE ON thresholds_thresholdset
       WHEN OLD.state <> 'proposed'
       BEGIN SELECT RAISE(ABORT, 'a set of thresholds that was decided stays'); END""",
    """CREATE TRIGGER threshold_set_no_delete BEFORE DELETE ON thresholds_thresholdset
       WHEN OLD.state <> 'proposed'
       BEGIN SELECT RAISE(ABORT, 'a set of thresholds that was decided stays'); END""",
]
SQLITE_UNDO = ["DROP TRIGGER threshold_set_no_update", "DROP TRIGGER threshold_set_no_delete"]
POSTGRESQL = [
    """CREATE FUNCTION threshold_set_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'a set of thresholds that was decided stays'; END $$""",
    """CREATE TRIGGER threshold_set_stays BEFORE UPDATE OR DELETE ON thresholds_thresholdset
       FOR EACH ROW WHEN (OLD.state <> 'proposed') EXECUTE FUNCTION threshold_set_refuse()""",
]
POSTGRESQL_UNDO = [
    "DROP TRIGGER threshold_set_stays ON thresholds_thresholdset",
    "DROP FUNCTION threshold_set_refuse()",
]


def _run(sqlite, postgresql):
    def run(apps, schema_editor):
        for statement in postgresql if schema_editor.connection.vendor == "postgresql" else sqlite:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("thresholds", "0001_initial")]
    operations = [migrations.RunPython(_run(SQLITE, POSTGRESQL), _run(SQLITE_UNDO, POSTGRESQL_UNDO))]
