"""What the tool has to say, as a code with values, and the sentence that belongs to the code.

A room declares its sentences once, in its module `messages.py`:

    ROWS_HIDDEN = sentence("rows_hidden", "{n} row is hidden.", "{n} rows are hidden.")

Calling it with values gives the `Message`: `ROWS_HIDDEN(n=3)`. Code and values are what is handed
on and stored; the sentence is made when somebody reads it, in the language of that reader. A
value is a text (shown as it is), a `Figure`, an int, float or Decimal, a date, `Money`, `Percent`,
another message, or a list of these. An int whose name is in `NAMES_A_THING` is a year, a row, an
upload: it names something, and is written without separators.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from importlib import import_module
from pathlib import Path
from string import Formatter
from typing import Any

from texts import formats
from texts.catalogue import ngettext, translate

NAMES_A_THING = frozenset(
    {"year", "first_year", "last_year", "row", "line", "batch_id", "replaced_by", "change"}
)
_NO_VALUE = "…"  # in a stored message that is older than a placeholder of its sentence

_sentences: dict[str, Sentence] = {}
_unread: list[str] = []  # packages whose rooms have not been asked for their sentences


@dataclass(frozen=True)
class Money:
    """An amount in euro, in cents."""

    cents: int

    def __str__(self) -> str:
        return formats.money(Decimal(self.cents) / 100)


@dataclass(frozen=True)
class Percent:
    """A percentage, given as 40 and not as 0.4."""

    points: int | float | Decimal

    def __str__(self) -> str:
        return formats.points(self.points)


@dataclass(frozen=True)
class Text:
    """A text of the screen that is translated when it is shown: a label, a heading, a choice.

    `msgid` is the English text with `{placeholders}`; `values` fills them.
    """

    msgid: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return _filled(translate(self.msgid), self.values)


@dataclass(frozen=True)
class Message:
    """A fault, remark, question or refusal: the code of its sentence, and what fills it."""

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        said = _find(self.code)
        if said is None:
            return _of_unknown(self)
        return _filled(said.text_for(self.values), self.values)


@dataclass(frozen=True)
class Sentence:
    """A declared sentence; `plural` is its form for any number of `n` but one."""

    code: str
    text: str
    plural: str = ""

    def __call__(self, **values: Any) -> Message:  # noqa: ANN401  # see the kinds of values above
        if missing := self.placeholders - values.keys():
            raise TypeError(f"{self.code} lacks {', '.join(sorted(missing))}")
        if spare := values.keys() - self.placeholders:
            raise TypeError(f"{self.code} has no place for {', '.join(sorted(spare))}")
        return Message(self.code, values)

    @cached_property
    def placeholders(self) -> frozenset[str]:
        """The names of the values that fill it."""
        both = (*Formatter().parse(self.text), *Formatter().parse(self.plural))
        return frozenset(name for _text, name, _spec, _conversion in both if name is not None)

    def says(self, message: Message) -> bool:
        """Whether `message` is this sentence, whatever its values."""
        return message.code == self.code

    def text_for(self, values: Mapping[str, Any]) -> str:
        """The sentence in the language in force, singular or plural, not filled yet."""
        if not self.plural:
            return translate(self.text)
        count = values.get("n")
        return ngettext(self.text, self.plural, count if isinstance(count, int) else 2)


def sentence(code: str, text: str, plural: str = "") -> Sentence:
    """Declare the sentence of a code, in English; texts/nl holds the Dutch."""
    declared = _sentences[code] = Sentence(code, text, plural)
    return declared


def declares_sentences(package: str) -> None:
    """Say that the rooms of a package declare sentences, each in its module `messages`.

    They are imported only when a code is met that nobody declared yet: one out of the store.
    """
    _unread.append(package)


def all_sentences() -> Mapping[str, Sentence]:
    """Every declared sentence by its code."""
    while _unread:
        for module in _modules_of_messages(_unread.pop()):
            import_module(module)
    return _sentences


def _find(code: str) -> Sentence | None:
    return _sentences.get(code) or all_sentences().get(code)


def _modules_of_messages(package: str) -> Iterator[str]:
    folder = Path(str(import_module(package).__file__)).parent
    for path in sorted(folder.rglob("messages.py")):
        yield ".".join((package, *path.relative_to(folder).with_suffix("").parts))


def _of_unknown(message: Message) -> str:
    """What can honestly be said of a code that this version does not know."""
    told = "; ".join(f"{name}: {shown(name, value)}" for name, value in message.values.items())
    text = translate("The text of “{code}” is not known in this version ({values}).")
    bare = translate("The text of “{code}” is not known in this version.")
    return (text if told else bare).format(code=message.code, values=told)


def _filled(text: str, values: Mapping[str, Any]) -> str:
    return text.format_map(_Shown(values)) if "{" in text else text


class _Shown(dict[str, str]):
    """The values as the language in force shows them, each when it is asked for."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        super().__init__()
        self._values = values

    def __missing__(self, name: str) -> str:
        return shown(name, self._values[name]) if name in self._values else _NO_VALUE


def shown(name: str, value: object) -> str:
    """The value of this name as the language in force writes it."""
    if isinstance(value, str):
        return formats.cell(value)
    if isinstance(value, Message | Text | Money | Percent):
        return str(value)
    if isinstance(value, list | tuple):
        return formats.enumerated([shown(name, part) for part in value])
    if isinstance(value, int):
        return str(value) if name in NAMES_A_THING else formats.number(value)
    if isinstance(value, float | Decimal):
        return formats.decimal(value)
    if isinstance(value, dt.datetime):
        return formats.moment(value)
    if isinstance(value, dt.date):
        return formats.date(value)
    return formats.not_applicable() if value is None else str(value)
