"""The arguments of the command line."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from data.columns import KINDS
from data.overlap import KEEP, OVERLAPS, RETURNING
from data.values.report import ALL, CHANNEL_CHOICES, LISTED
from texts import LANGUAGES
from texts import translate as _

PROGRAM = "python -m data"
WRONG_USE = 2
EXPORTS = (*KINDS, "departments", "themes", "relevance", "reports")
COMMANDS = (
    "import", "batches", "undo", "export", "organisation", "prepare", "backup", "restore", "tidy",
    "log", "rule",
)  # fmt: skip


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        hint = _("This command cannot be carried out like this. See: {command} --help")
        self.exit(WRONG_USE, f"{hint.format(command=self.prog)}\n({message})\n")


def find_language(arguments: Sequence[str]) -> str:
    """The language asked for, wherever it stands: the parser itself speaks it too."""
    parser = _Parser(prog=PROGRAM, add_help=False, allow_abbrev=False)
    _add_language(parser)
    return str(parser.parse_known_args(arguments)[0].lang)


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """The arguments, with `command` one of `COMMANDS`; ends the program (status 2) on wrong use."""
    parser = _Parser(prog=PROGRAM, description=_("Read exports in, and take them out."))
    commands = parser.add_subparsers(required=True, dest="command", metavar=_("COMMAND"))
    helps = _helps()
    of = {name: commands.add_parser(name, help=helps[name]) for name in COMMANDS}
    for command in of.values():
        _add_language(command)
        command.add_argument("--store", metavar="URL", help=_("the store, as an SQLAlchemy URL"))
    for name in ("import", "batches", "rule"):
        of[name].add_argument("--json", action="store_true", help=_("answer as one JSON object"))
    of["import"].add_argument("files", nargs="+", type=Path, metavar="FILE")
    of["import"].add_argument("--dry-run", action="store_true", help=_("store nothing"))
    kind_help = _("what the tables hold, when it is not recognised")
    of["import"].add_argument("--as", dest="kind", choices=KINDS, help=kind_help)
    answer_help = _("the answer to a question about the file; may be given more than once")
    of["import"].add_argument(
        "--answer", dest="answers", action="append", default=[], type=_answer,
        metavar="CODE=CHOICE", help=answer_help,
    )  # fmt: skip
    of["import"].add_argument(
        "--department", metavar="NAME", help=_("whose list it is, when no column says so")
    )
    of["import"].add_argument("--overlap", choices=OVERLAPS, default=KEEP, help=_overlap_help())
    _add_statement(of["import"])
    of["organisation"].add_argument("files", nargs="+", type=Path, metavar="FILE")
    of["organisation"].add_argument(
        "--confirm", action="store_true", help=_("these are all departments")
    )
    of["organisation"].add_argument(
        "--municipality", metavar="NAME", help=_("the name of the municipality")
    )
    of["undo"].add_argument("batch_id", type=int, metavar="BATCH_ID")
    of["export"].add_argument("--kind", choices=EXPORTS, required=True, help=_("what to write"))
    of["export"].add_argument("--format", choices=("csv", "json"), default="csv")
    _add_rule(of["rule"])
    for name in ("backup", "restore"):
        of[name].add_argument("file", type=Path, metavar="FILE")
    of["log"].add_argument("action", choices=("verify",), help=_log_help())
    running_help = _("put it back although the app runs")
    of["restore"].add_argument("--while-running", action="store_true", help=running_help)
    options = parser.parse_args(arguments)
    if options.command == "import":
        first, last = options.covers_from, options.covers_to
        if first and last and first > last:
            of["import"].error("--covers-from --covers-to")
    return options


def _add_statement(command: argparse.ArgumentParser) -> None:
    """What the list tells about; without these it is read narrowly."""
    for name, text in (
        ("--covers-from", _("the first day that the list tells of")),
        ("--covers-to", _("the last day that the list tells of")),
    ):
        command.add_argument(name, type=_date, metavar="DATE", help=text)
    command.add_argument(
        "--departments", type=_departments, metavar="all|listed|NAME;NAME",
        help=_("the departments that the list tells of"),
    )  # fmt: skip
    command.add_argument(
        "--channels", choices=CHANNEL_CHOICES, help=_("the channels that the list tells of")
    )


def _add_rule(command: argparse.ArgumentParser) -> None:
    """What is added to the rule of finance exports, or removed; without these it is shown."""
    for name, text in (
        ("--add", _("a condition to add, such as supplier=P31 or not:description=station")),
        ("--remove", _("a condition to remove, as it is shown")),
    ):
        command.add_argument(
            name, action="append", default=[], type=_condition, metavar="FIELD=VALUE", help=text
        )
    command.add_argument("--dry-run", action="store_true", help=_("store nothing"))
    earlier_help = _("let the rule decide anew of the earlier uploads too")
    command.add_argument("--earlier", action="store_true", help=earlier_help)


def _condition(text: str) -> tuple[str, str]:
    field, mark, value = text.partition("=")
    if not mark or not value.strip():
        raise argparse.ArgumentTypeError(text)
    return field, value.strip()


def _date(text: str) -> dt.date:
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return dt.datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(text)


def _departments(text: str) -> str | tuple[str, ...]:
    if text in (ALL, LISTED):
        return text
    names = tuple(name.strip() for name in text.split(";") if name.strip())
    if not names:
        raise argparse.ArgumentTypeError(text)
    return names


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=list(LANGUAGES), default="nl", help=_("language"))


def _answer(text: str) -> tuple[str, str]:
    code, mark, choice = text.rpartition("=")
    if not mark or not code or not choice:
        raise argparse.ArgumentTypeError(text)
    return code, choice


def _overlap_help() -> str:
    return _(
        "what to do with rows that an earlier upload holds: keep them twice (as without this "
        "option), skip them (counted as duplicate), or replace the earlier uploads of which at "
        "least {share} %% returns in the file, and skip what other uploads hold"
    ).format(share=round(RETURNING * 100))


def _log_help() -> str:
    return _("prove that nothing was changed or left out")


def _helps() -> Mapping[str, str]:
    return {
        "import": _("read files in"),
        "batches": _("list the uploads"),
        "undo": _("take one upload back"),
        "export": _("write every stored row"),
        "organisation": _("state the departments and themes of the municipality"),
        "prepare": _("make the store ready for the app"),
        "backup": _("write a whole copy of the store, also while the app runs"),
        "restore": _("put a copy back"),
        "tidy": _("delete what the settings no longer keep: visits, rejected rows, names, the log"),
        "log": _("look after the log of who did what"),
        "rule": _("show or change which lines of a finance export concern Platform31"),
    }
