"""The command `thuocdo`: finds the modules beside it, runs one, and turns refusals into one line."""

import importlib
import os
import pkgutil
import sys

import typer

from thuocdo import cli
from thuocdo.cli.language import language
from thuocdo.core.errors import Invalid, ThuocDoError, Unavailable
from thuocdo.core.messages import fault_sentence, said

UsageError: type[Exception] = typer.BadParameter.mro()[2]
"""What typer raises for a wrong word on the command line; it has no public name of its own."""


def build() -> typer.Typer:
    """Return the command with every module of this folder that offers commands.

    A module that needs the application is left out where Django is not installed.
    """
    app = typer.Typer(
        name="thuocdo",
        help="Turns a government's resolution into a programme that measures itself.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    for module in sorted(pkgutil.iter_modules(cli.__path__), key=lambda found: found.name):
        if module.name == "main":
            continue
        loaded = importlib.import_module(f"{cli.__name__}.{module.name}")
        if hasattr(loaded, "register"):
            loaded.register(app)
    return app


def main() -> None:
    """Run the command; exit status as in docs/commands.md, never a traceback for a refusal."""
    try:
        sys.exit(build()(standalone_mode=False) or 0)
    except ThuocDoError as error:
        refuse(error)
    except typer.Exit as done:
        sys.exit(done.exit_code)
    except typer.Abort:
        sys.exit(130)
    except BrokenPipeError:
        # The reader (head, less) went away: that is no failure of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except UsageError as wrong:
        words = str(getattr(wrong, "format_message", wrong.__str__)())
        if type(wrong).__name__ == "NoArgsIsHelpError":
            print(words)  # noqa: T201  help goes to standard output
            sys.exit(0)
        refuse(Invalid(words, hint="See: thuocdo --help"))
    except Exception as error:  # the last door: no traceback reaches a user
        if os.environ.get("THUOCDO_DEBUG"):
            raise
        refuse(_unexpected(error))


def _unexpected(error: Exception) -> ThuocDoError:
    """Return a fault of ours, or of the database, as one line; THUOCDO_DEBUG=1 shows the rest."""
    told = " ".join(str(error).split())[:200]
    if any(kind.__module__.startswith("django.db") for kind in type(error).mro()):
        return Unavailable(
            f"The database does not answer ({told}).",
            hint="Check THUOCDO_DATA and DATABASE_URL; thuocdo load makes the tables.",
        )
    return ThuocDoError(
        f"This should not have happened: {type(error).__name__}: {told}.",
        hint="Please report it; THUOCDO_DEBUG=1 shows where.",
    )


def refuse(error: ThuocDoError) -> None:
    """Print the refusal as one line on standard error, its faults below, and stop."""
    words = " ".join(filter(None, said(error, language())))
    print(f"thuocdo: {words}", file=sys.stderr)  # noqa: T201  this is the door
    for fault in getattr(error, "faults", ()):
        print(f"  {fault_sentence(fault, language())}", file=sys.stderr)  # noqa: T201  this is the door
    sys.exit(error.exit_status)
