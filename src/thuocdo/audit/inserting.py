"""Inserting what a constraint lets stand only once, for the actions of every room."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from thuocdo.core.errors import ThuocDoError


@contextmanager
def inserting(taken: ThuocDoError) -> Iterator[None]:
    """Raise `taken` where the database says that another row has the place; what was before it stays."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise taken from None
