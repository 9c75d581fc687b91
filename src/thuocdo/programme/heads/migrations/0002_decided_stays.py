"""The database itself refuses to delete an entry that was decided, or to change it but for its replacement."""

from django.db import migrations

_KEPT = "OLD.state <> 'proposed' AND NOT (OLD.state = 'confirmed' AND NEW.state = 'replaced')"
_SAME = " OR ".join(
    f"NEW.{name} <> OLD.{name}"
    for name in ("public_id", "agency", "person", "since", "document", "proposed_by", "decided_by")
)
_UNTIL = "coalesce(NEW.until, '1000-01-01') <> coalesce(OLD.until, '1000-01-01')"
_CHANGED = f"({_KEPT}) OR (OLD.state <> 'proposed' AND ({_SAME} OR {_UNTIL}))"
SQLITE = [
    f"""CREATE TRIGGER heads_term_no_update BEFORE UPDATE ON heads_term WHEN {_CHANGED}
       BEGIN SELECT RAISE(ABORT, 'an entry of the register of heads that was decided stays'); END""",
    """CREATE TRIGGER heads_term_no_delete BEFORE DELETE ON heads_term WHEN OLD.state <> 'proposed'
       BEGIN SELECT RAISE(ABORT, 'an entry of the register of heads that was decided stays'); END""",
]
SQLITE_UNDO = ["DROP TRIGGER heads_term_no_update", "DROP TRIGGER heads_term_no_delete"]
POSTGRESQL = [
    """CREATE FUNCTION heads_term_refuse() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION 'an entry of the register of heads that was decided stays'; END $$""",
    f"""CREATE TRIGGER heads_term_stays BEFORE UPDATE ON heads_term
       FOR EACH ROW WHEN ({_CHANGED}) EXECUTE FUNCTION heads_term_refuse()""",
    """CREATE TRIGGER heads_term_kept BEFORE DELETE ON heads_term
       FOR EACH ROW WHEN (OLD.state <> 'proposed') EXECUTE FUNCTION heads_term_refuse()""",
]
POSTGRESQL_UNDO = [
    "DROP TRIGGER heads_term_stays ON heads_term",
    "DROP TRIGGER heads_term_kept ON heads_term",
    "DROP FUNCTION heads_term_refuse()",
]


def _run(sqlite, postgresql):
    def run(apps, schema_editor):
        for statement in postgresql if schema_editor.connection.vendor == "postgresql" else sqlite:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("heads", "0001_initial")]
    operations = [migrations.RunPython(_run(SQLITE, POSTGRESQL), _run(SQLITE_UNDO, POSTGRESQL_UNDO))]
