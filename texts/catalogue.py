"""The gettext catalogues, and the language in force.

Texts in the code are English; `nl/*.po` holds the Dutch, a catalogue per folder of the sources (see
`scripts/update_catalogues.py`). The catalogues are compiled when they are first needed, so that no
binary file has to be kept in step with its source.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = {"nl": "Nederlands", "en": "English"}
DEFAULT_LANGUAGE = "nl"

_chosen: ContextVar[str | None] = ContextVar("language", default=None)

_source: Callable[[], str | None] = str  # the empty text: nobody chose a language


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """Every text in one catalogue: gettext would ask file after file, and a page asks thousands."""
    whole = Catalog(locale=language)
    for path in sorted((Path(__file__).parent / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    whole[message.id] = message
    if not len(whole):
        return gettext.NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def set_language_source(source: Callable[[], str | None]) -> None:
    """Say where the language comes from when no `use_language` is in force."""
    global _source
    _source = source


def current_language() -> str:
    """The code of the language in force: `nl` unless somebody chose another."""
    language = _chosen.get() or _source() or DEFAULT_LANGUAGE
    return language if language in LANGUAGES else DEFAULT_LANGUAGE


def speak(language: str | None) -> None:
    """Let every text that follows, in this thread, be in `language`; None asks the source again."""
    _chosen.set(language)


@contextmanager
def use_language(language: str) -> Iterator[None]:
    """Let every text inside the block be in `language`."""
    token = _chosen.set(language)
    try:
        yield
    finally:
        _chosen.reset(token)


def translate(msgid: str) -> str:
    """The text `msgid` in the language in force."""
    return _catalogue(current_language()).gettext(msgid) if msgid else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """The text for `n` things in the language in force."""
    return _catalogue(current_language()).ngettext(singular, plural, n)
