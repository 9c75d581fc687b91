"""On PostgreSQL the database refuses two bodies that hold one code on the same day.

SQLite has no exclusion constraints; there the check in `actions.load_register` stands alone.
"""

from django.db import migrations

ADD = [
    "CREATE EXTENSION IF NOT EXISTS btree_gist",
    """ALTER TABLE programme_agency ADD CONSTRAINT agency_periods_apart
       EXCLUDE USING gist (code WITH =, daterange(valid_from, valid_until) WITH &&)""",
]
DROP = ["ALTER TABLE programme_agency DROP CONSTRAINT agency_periods_apart"]


def _run(statements):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("programme", "0001_initial")]
    operations = [migrations.RunPython(_run(ADD), _run(DROP))]
