from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("cycles", "0002_drafts_cycles_files"),
    ]

    operations = [
        migrations.AddField(
            model_name="attachment",
            name="pages",
            field=models.PositiveIntegerField(null=True),
        ),
    ]
