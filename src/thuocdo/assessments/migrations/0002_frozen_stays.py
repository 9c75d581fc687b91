"""The database itself refuses to change a decided version, a final assessment and what was said, whoever asks."""

from django.db import migrations

_KEPT = {
    "set_version": ("assessments_setversion", "OLD.state <> 'proposed'"),
    "assessment": ("assessments_assessment", "OLD.state = 'final'"),
    "assessment_word": ("assessments_assessmentword", "OLD.number > 0"),
}
SQLITE = [
    f"""CREATE TRIGGER {name}_no_{act} BEFORE {act} ON {table} WHEN {when}
        BEGIN SELECT RAISE(ABORT, 'what was decided or said in an assessment stays'); END"""
    for name, (table, when) in _KEPT.items()
    for act in ("update", "delete")
]
SQLITE_UNDO = [f"DROP TRIGGER {name}_no_{act}" for name in _KEPT for act in ("update", "delete")]
POSTGRESQL = [
    """CREATE FUNCTION assessments_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'what was decided or said in an assessment stays'; END $$""",
    *(
        f"""CREATE TRIGGER {name}_stays BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION assessments_refuse()"""
        for name, (table, when) in _KEPT.items()
    ),
]
POSTGRESQL_UNDO = [
    *(f"DROP TRIGGER {name}_stays ON {table}" for name, (table, _when) in _KEPT.items()),
    "DROP FUNCTION assessments_refuse()",
]


def _run(sqlite, postgresql):
    def run(apps, schema_editor):
        for statement in postgresql if schema_editor.connection.vendor == "postgresql" else sqlite:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("assessments", "0001_initial")]
    operations = [migrations.RunPython(_run(SQLITE, POSTGRESQL), _run(SQLITE_UNDO, POSTGRESQL_UNDO))]
