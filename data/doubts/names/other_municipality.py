"""A list of another municipality, known only by a title, a name, or a column with one value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from data.cells.keys import plain_words
from data.cells.text import cell_text, shorten
from data.doubts.looked_at import LookedAt
from data.doubts.names import messages
from data.doubts.names.municipalities import HEADINGS
from data.reference import read_table
from data.values.found_table import LIST

_CODE = "other_municipality"
_OTHERS = ("Amsterdam", "Rotterdam", "Utrecht", "Den Haag", "Den Bosch", "Amstelveen")
_ALSO_WORDS = frozenset(
    {"leiden", "assen", "best", "hoorn"}
)  # counted as a name only with a capital
_LONGEST = 200


def look(found: LookedAt) -> None:
    """Ask about a table that names another municipality; tell of one when ours is not known."""
    if found.table.format:
        return
    own = _own(found)
    told = {text: names for text in _texts(found) if (names := cities_in(text))}
    if any(own in names for names in told.values()):
        return
    several = len({name for sheet in found.sheets for name in cities_in(sheet)}) > 1
    for text, names in told.items():
        rows, value, name = range(len(found.candidates)), shorten(text), sorted(names)[0]
        if own or several:
            question = messages.OF_ANOTHER(value=value, name=name, n=len(rows))
            reason = messages.MAY_BE_OF_ANOTHER(value=value)
            found.ask(f"{_CODE}:{plain_words(name)}", question, rows, reason)
        else:
            found.remark(messages.NAMES_MUNICIPALITY(value=value, name=name))
        return


def cities_in(text: str) -> set[str]:
    """The cities that a text names."""
    spaced = re.sub(r"[_.]", " ", text[:_LONGEST])
    return {
        _names()[name]
        for match in _pattern().finditer(spaced)
        if (name := plain_words(match[0])) not in _ALSO_WORDS or match[0][:1].isupper()
    }


def names_another(text: str, found: LookedAt) -> bool:
    """Whether a line between the rows is about another city than ours."""
    names = cities_in(text)
    return bool(names) and len(text.split()) <= 4 and _own(found) not in names


def _own(found: LookedAt) -> str:
    said = found.settings.municipality
    codes = {row["cbs_code"]: row["municipality"] for row in read_table("population.csv")}
    name = codes.get(said, said)
    return _names().get(plain_words(name).removeprefix("gemeente "), name)


def _texts(found: LookedAt) -> Iterator[str]:
    """What is said of the table as a whole: its titles, its sheet, its file, a column."""
    first = max(found.table.header_row - found.sheet.first_row, 0)
    for row in found.sheet.rows[:first]:
        yield from (cell for cell in row if isinstance(cell, str))
    yield found.sheet.name
    yield found.file
    if found.table.layout != LIST:
        return
    for heading in found.unread():
        if set(plain_words(heading.text).split()) & HEADINGS:
            values = {cell_text(cell).strip() for cell in found.filled(heading)}
            yield from values if len(values) == 1 else ()


@cache
def _names() -> dict[str, str]:
    """How a city may be written -> its name."""
    names = [row["municipality"] for row in read_table("population.csv")]
    return {plain_words(name): name for name in (*names, *_OTHERS)}


@cache
def _pattern() -> re.Pattern[str]:
    names = {*_names().values(), "s-Hertogenbosch"}
    written = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{written})(?![\w-])", re.I)
