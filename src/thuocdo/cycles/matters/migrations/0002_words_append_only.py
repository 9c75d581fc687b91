"""The database itself refuses to change or delete what was said in a matter, whoever asks."""

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER matter_word_no_update BEFORE UPDATE ON matters_word
       BEGIN SELECT RAISE(ABORT, 'words of a matter are append-only'); END""",
    """CREATE TRIGGER matter_word_no_delete BEFORE DELETE ON matters_word
       BEGIN SELECT RAISE(ABORT, 'words of a matter are append-only'); END""",
]
SQLITE_UNDO = ["DROP TRIGGER matter_word_no_update", "DROP TRIGGER matter_word_no_delete"]
POSTGRESQL = [
    """CREATE FUNCTION matter_word_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'words of a matter are append-only'; END $$""",
    """CREATE TRIGGER matter_word_append_only BEFORE UPDATE OR DELETE ON matters_word
       FOR EACH ROW EXECUTE FUNCTION matter_word_refuse()""",
]
POSTGRESQL_UNDO = [
    "DROP TRIGGER matter_word_append_only ON matters_word",
    "DROP FUNCTION matter_word_refuse()",
]


def _run(sqlite, postgresql):
    def run(apps, schema_editor):
        for statement in postgresql if schema_editor.connection.vendor == "postgresql" else sqlite:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("matters", "0001_initial")]
    operations = [migrations.RunPython(_run(SQLITE, POSTGRESQL), _run(SQLITE_UNDO, POSTGRESQL_UNDO))]
