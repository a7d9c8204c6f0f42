"""The command line of reports: `python -m reports findings` and `python -m reports dossier`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from data.command_line.output import plain_output
from texts import LANGUAGES, use_language
from texts import translate as _

if TYPE_CHECKING:
    from data.storing.store import Store

DONE, WRONG_USE = 0, 2
# Those of `reports.dossier.formats`, which takes long to load.
FORMATS = ("docx", "pdf", "pptx", "xlsx", "odt", "ods")
EARLIEST, LATEST = 1990, 2100


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        hint = _("This command cannot be carried out like this. See: {command} --help")
        self.exit(WRONG_USE, f"{hint.format(command=self.prog)}\n({message})\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; the exit status: 0 done, 2 wrong use."""
    options = _parse(sys.argv[1:] if arguments is None else list(arguments))
    with use_language(options.lang), plain_output():
        return _COMMANDS[options.command](options)
    return DONE  # to a reader that had enough


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _Parser(prog="python -m reports", description=_("What the tool says, as data."))
    commands = parser.add_subparsers(required=True, dest="command", metavar=_("COMMAND"))
    command = commands.add_parser("findings", help=_("what is to be said of a period"))
    _add_shared(command)
    command.add_argument("--from", dest="first", type=int, metavar="YEAR", help=_("first year"))
    command.add_argument("--to", dest="last", type=int, metavar="YEAR", help=_("last year"))
    command.add_argument("--json", action="store_true", help=_("answer as one JSON object"))
    dossier = commands.add_parser("dossier", help=_("the dossier of the yearly meeting"))
    _add_shared(dossier)
    dossier.add_argument("--year", type=int, required=True, metavar="YEAR", help=_("the year"))
    dossier.add_argument("--format", choices=FORMATS, required=True, help=_("sort of file"))
    dossier.add_argument("--out", type=Path, required=True, metavar="FILE", help=_("the new file"))
    options = parser.parse_args(arguments)
    names = ("first", "last") if options.command == "findings" else ("year",)
    years = [year for name in names if (year := getattr(options, name)) is not None]
    if any(not EARLIEST <= year <= LATEST for year in years) or years != sorted(years):
        parser.error(_("the years are no period"))
    return options


def _add_shared(command: argparse.ArgumentParser) -> None:
    command.add_argument("--store", metavar="URL", help=_("the store, as an SQLAlchemy URL"))
    command.add_argument("--lang", choices=list(LANGUAGES), default="nl", help=_("language"))


@contextmanager
def _opened(url: str | None) -> Iterator[Store | None]:
    """The store, until the block ends; None, said on standard error, when it cannot be opened."""
    from sqlalchemy.exc import SQLAlchemyError

    from data.storing.store import default_url, open_store

    try:
        store = open_store(url or default_url())
    except (SQLAlchemyError, OSError) as error:
        print(_("The store cannot be opened. Check --store or DATABASE_URL."), file=sys.stderr)
        print(str(error).splitlines()[0], file=sys.stderr)
        yield None
        return
    try:
        yield store
    finally:
        store.close()


def _findings(options: argparse.Namespace) -> int:
    from analysis.period import Period
    from reports.findings import as_json, findings_of, lines_of

    years = [year for year in (options.first, options.last) if year is not None]
    period = Period(years[0], years[-1]) if years else None
    with _opened(options.store) as store:
        if store is None:
            return WRONG_USE
        found = findings_of(store, period)
        said = as_json(found) if options.json else {}
        if found and options.json and len(found.period.years) == 1:
            said["meeting"] = _meeting(store, found.period.last)
    if options.json:
        print(json.dumps(said, ensure_ascii=False, allow_nan=False, indent=2))
    else:
        print(*lines_of(found, _("There is no use in the store yet.")), sep="\n")
    return DONE


def _meeting(store: Store, year: int) -> dict[str, Any] | None:
    """What the dossier of the year says beside the findings."""
    from reports.dossier.as_json import as_json
    from reports.dossier.gather import dossier_of

    dossier = dossier_of(store, year)
    return as_json(dossier) if dossier else None


def _dossier(options: argparse.Namespace) -> int:
    from reports.dossier.formats import WRITERS
    from reports.dossier.gather import dossier_of

    with _opened(options.store) as store:
        if store is None:
            return WRONG_USE
        dossier = dossier_of(store, options.year)
    if dossier is None:
        print(_("There is no use in the store yet."), file=sys.stderr)
        return WRONG_USE
    try:
        options.out.write_bytes(WRITERS[options.format](dossier))
    except OSError as error:
        text = _("The file {file} cannot be written: {why}.")
        print(text.format(file=options.out, why=error.strerror), file=sys.stderr)
        return WRONG_USE
    print(_("Written: {file}").format(file=options.out))
    return DONE


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "findings": _findings,
    "dossier": _dossier,
}


if __name__ == "__main__":
    sys.exit(main())
