"""Inserting what a constraint lets stand only once, for the actions of every room."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, connection, models, transaction
from django.db.models.constants import OnConflict
from django.db.models.sql import InsertQuery

from thuocdo.core.errors import ThuocDoError


@contextmanager
def inserting(taken: ThuocDoError) -> Iterator[None]:
    """Raise `taken` where the database says that another row has the place; what was before it stays."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise taken from None


def insert_unless_known(row: models.Model) -> bool:
    """Insert a row unless a constraint says that it is there; returns whether it was inserted.

    One statement and no savepoint: on PostgreSQL it waits for who is inserting the same at this moment.
    The row does not learn its own number.
    """
    model = type(row)
    fields = [each for each in model._meta.concrete_fields if not each.primary_key]  # noqa: SLF001  public
    query = InsertQuery(model, on_conflict=OnConflict.IGNORE)
    query.insert_values(fields, [row])
    [(statement, values)] = query.get_compiler(connection=connection).as_sql()
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return bool(cursor.rowcount)
