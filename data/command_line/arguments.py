"""The arguments of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from data.columns import KINDS
from data.overlap import KEEP, OVERLAPS, RETURNING
from texts import LANGUAGES
from texts import translate as _

PROGRAM = "python -m data"
WRONG_USE = 2
COMMANDS = ("import", "batches", "undo", "export", "prepare", "backup", "restore", "log")


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
    for name in ("import", "batches"):
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
    of["import"].add_argument("--overlap", choices=OVERLAPS, default=KEEP, help=_overlap_help())
    of["undo"].add_argument("batch_id", type=int, metavar="BATCH_ID")
    of["export"].add_argument("--kind", choices=KINDS, required=True, help=_("what to write"))
    of["export"].add_argument("--format", choices=("csv", "json"), default="csv")
    for name in ("backup", "restore"):
        of[name].add_argument("file", type=Path, metavar="FILE")
    of["log"].add_argument("action", choices=("verify", "tidy"), help=_log_help())
    running_help = _("put it back although the app runs")
    of["restore"].add_argument("--while-running", action="store_true", help=running_help)
    return parser.parse_args(arguments)


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
    return _(
        "verify: prove that nothing was changed or left out; tidy: remove what is older than the "
        "setting CHANGE_LOG_DAYS says"
    )


def _helps() -> Mapping[str, str]:
    return {
        "import": _("read files in"),
        "batches": _("list the uploads"),
        "undo": _("take one upload back"),
        "export": _("write every stored row"),
        "prepare": _("make the store ready for the app"),
        "backup": _("write a whole copy of the store, also while the app runs"),
        "restore": _("put a copy back"),
        "log": _("look after the log of who did what"),
    }
