"""The command line of reports: `python -m reports findings`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import NoReturn

from data.command_line.output import plain_output
from texts import LANGUAGES, use_language
from texts import translate as _

DONE, WRONG_USE = 0, 2
EARLIEST, LATEST = 1990, 2100


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        hint = _("This command cannot be carried out like this. See: {command} --help")
        self.exit(WRONG_USE, f"{hint.format(command=self.prog)}\n({message})\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say; the exit status: 0 done, 2 wrong use."""
    options = _parse(sys.argv[1:] if arguments is None else list(arguments))
    with use_language(options.lang), plain_output():
        return _findings(options)
    return DONE  # to a reader that had enough


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = _Parser(prog="python -m reports", description=_("What the tool says, as data."))
    commands = parser.add_subparsers(required=True, dest="command", metavar=_("COMMAND"))
    command = commands.add_parser("findings", help=_("what is to be said of a period"))
    command.add_argument("--store", metavar="URL", help=_("the store, as an SQLAlchemy URL"))
    command.add_argument("--from", dest="first", type=int, metavar="YEAR", help=_("first year"))
    command.add_argument("--to", dest="last", type=int, metavar="YEAR", help=_("last year"))
    command.add_argument("--lang", choices=list(LANGUAGES), default="nl", help=_("language"))
    command.add_argument("--json", action="store_true", help=_("answer as one JSON object"))
    options = parser.parse_args(arguments)
    years = [year for year in (options.first, options.last) if year is not None]
    if any(not EARLIEST <= year <= LATEST for year in years) or years != sorted(years):
        command.error(_("the years are no period"))
    return options


def _findings(options: argparse.Namespace) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from analysis.period import Period
    from data.storing.store import default_url, open_store
    from reports.findings import as_json, findings_of, lines_of

    try:
        store = open_store(options.store or default_url())
    except (SQLAlchemyError, OSError) as error:
        print(_("The store cannot be opened. Check --store or DATABASE_URL."), file=sys.stderr)
        print(str(error).splitlines()[0], file=sys.stderr)
        return WRONG_USE
    years = [year for year in (options.first, options.last) if year is not None]
    period = Period(years[0], years[-1]) if years else None
    try:
        found = findings_of(store, period)
    finally:
        store.close()
    if options.json:
        print(json.dumps(as_json(found), ensure_ascii=False, allow_nan=False, indent=2))
    else:
        print(*lines_of(found, _("There is no use in the store yet.")), sep="\n")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
