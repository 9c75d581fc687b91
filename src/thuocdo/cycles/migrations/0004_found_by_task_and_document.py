from typing import Any

from django.db import migrations, models

from thuocdo.documents.citations import number_key


def name_documents(apps: Any, _editor: Any) -> None:
    """Give evidence that was recorded before the key of its document's number."""
    rows = apps.get_model("cycles", "Evidence").objects
    named = []
    for row in rows.exclude(content__number=None).only("pk", "content").iterator(chunk_size=500):
        row.document_key = number_key(row.content.get("number") or "")[:120]
        if row.document_key:
            named.append(row)
    rows.bulk_update(named, ["document_key"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("cycles", "0003_pages_of_files"),
    ]

    operations = [
        migrations.AddField(
            model_name="evidence",
            name="document_key",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        migrations.RunPython(name_documents, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="evidence",
            index=models.Index(fields=["programme", "task", "agency"], name="evidence_of_a_task"),
        ),
        migrations.AddIndex(
            model_name="evidence",
            index=models.Index(fields=["programme", "agency"], name="evidence_of_a_body"),
        ),
        migrations.AddIndex(
            model_name="evidence",
            index=models.Index(fields=["document_key"], name="evidence_of_a_document"),
        ),
        migrations.AddIndex(
            model_name="milestone",
            index=models.Index(fields=["programme", "task", "agency"], name="milestone_of_a_task"),
        ),
        migrations.AddIndex(
            model_name="milestone",
            index=models.Index(fields=["programme", "agency"], name="milestone_of_a_body"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["programme", "task", "agency"], name="report_of_a_task"),
        ),
        migrations.AddIndex(
            model_name="report",
            index=models.Index(fields=["programme", "agency"], name="report_of_a_body"),
        ),
    ]
