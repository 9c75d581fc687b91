from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_append_only"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["kind", "id"], name="events_of_a_kind"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["by", "id"], name="events_of_a_person"),
        ),
        migrations.AddIndex(
            model_name="event",
            index=models.Index(fields=["at"], name="events_by_moment"),
        ),
    ]
