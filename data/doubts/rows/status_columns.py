"""Columns that say whether something was held: a status, `doorgegaan: nee`, `geannuleerd: x`.

What surely was held counts. Of every other value is asked whether its rows count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data import columns as c
from data.cells.keys import plain_words, word_set
from data.cells.sides import tells_reversal
from data.cells.text import cell_text, shorten
from data.doubts.looked_at import LookedAt
from data.doubts.rows import messages
from data.doubts.rows.called_off import texts_called_off
from data.values.found_table import CROSSTAB, Heading

_STATUS = word_set(
    """status statuscode stand voortgang afhandeling behandelstatus state progress planrealisatie
    toestand statecode"""
)
# What these hold may be about the use (`goed`, `8`, `ontwerp`): their values have to say more.
_OUTCOME = word_set(
    "uitkomst fase projectfase stadium besluit resultaat outcome result phase stage beoordeling"
)
_HELD_HEADINGS = re.compile(
    r"\b(doorgegaan|gehouden|plaatsgevonden|uitgevoerd|gerealiseerd|afgerond|geleverd|gereed"
    r"|klaar|held|done|completed|took place|aanwezig geweest|gebruikt|geweest|deelgenomen|ging door"
    r"|gaat door|akkoord|goedgekeurd|gehonoreerd|toegekend|bijgewoond|bezocht|aanwezig|approved"
    r"|attended|bevestigd|confirmed|gekomen|opgekomen|verschenen|aanwezigheid|actief|active|geldig"
    r"|valid|doorgang|rsvp|meetellen|telt mee|mee ?tellen|meenemen|akk|ok|definitief"
    r"|verwerkt|op komen dagen)\b"
)
_PLAN_OR_HELD = re.compile(r"^(p r|r p|b r|plan(ning)? (realisatie|gehouden|werkelijk))$")
_OFF_HEADINGS = re.compile(
    r"\b(geannuleerd|annulering|vervallen|vervalt|afgezegd|afgelast|gecanceld|cancelled|canceled"
    r"|niet doorgegaan|no show|afgewezen|ingetrokken|dubbel|dubbele|duplicaat|duplicate|inactief"
    r"|inactive|verwijderd|deleted|isdeleted|prullenbak|afgemeld|afmelding|proef|test|testregel|fout"
    r"|storno|niet meetellen|niet meenemen|telt niet mee|uitsluiten|exclude|excluded|negeren|ignore"
    r"|storniert|abgesagt|afgeblazen|uitgesteld|foutief|ongeldig)\b"
)
# Whatever is filled in there says that the row was called off.
_OFF_DETAILS = re.compile(
    r"\b(reden|datum|oorzaak|toelichting)( van| bij)?( de)? (annulering|afwijzing|vervallen|uitstel"
    r"|afzegging|afmelding|intrekking)\b|\b(annulerings|afwijzings|annulerings?)(reden|datum)\b"
    r"|\b(geannuleerd|afgezegd|vervallen|ingetrokken|afgewezen) (op|door|per|wegens|datum)\b"
    r"|\b(cancell?ation|rejection) (reason|date)\b|\bcancell?ed (on|at|by)\b|^vervangen door$"
)
_OFF = re.compile(
    r"\b(geannuleerd\w*|annuleren|annulering|vervallen|afgezegd|afgelast|gecanceld|cancell?ed"
    r"|niet doorgegaan|gaat niet door|ging niet door|niet gehouden|niet uitgevoerd|afgewezen"
    r"|ingetrokken|no show|rejected|declined|concept|draft|uitgesteld|postponed|verplaatst"
    r"|called off|afwezig|absent|geweigerd|refused|dubbel|duplicate|duplicaat|verwijderd|deleted"
    r"|foutief|foutieve|fout|niet meetellen|telt niet mee|ongeldig|invalid|niet akkoord"
    r"|niet gekomen|niet geweest|verhinderd|stopgezet|gestopt|geparkeerd|in de wacht|wachtlijst"
    r"|afgekeurd|betwist|teruggestuurd|gean{1,2}ul{1,2}eer[dt]|ge[ck]an[cs]el\w+|afgebeld|afgeblazen"
    r"|storniert|abgesagt|verschoben|entfallt|doorgeschoven|verwijderen|delete|remove)\b"
)
_NOT_YET = frozenset({
    "plan", "gepland", "geplande", "planned", "aangevraagd", "optie", "begroot", "raming",
    "uitgenodigd", "on hold", "in behandeling", "ontvangen", "open", "nieuw", "lopend", "loopt",
    "voorlopig", "wacht", "wachten", "pending", "in progress", "to do", "todo", "ingediend",
    "in afwachting", "niet gestart", "nog te plannen", "te plannen", "requested", "new",
    "aanvraag", "in aanvraag", "in voorbereiding", "in uitvoering", "in ontwikkeling",
})  # fmt: skip
_HELD = word_set(
    """afgerond gesloten uitgevoerd gehouden doorgegaan gerealiseerd voltooid klaar gereed done
    completed complete held attended afgehandeld beantwoord geleverd opgeleverd afgesloten
    afgemeld definitief closed finished resolved delivered geweest verwerkt gefactureerd betaald
    plaatsgevonden realisatie gerealiseerde werkelijk aanwezig erledigt durchgefuhrt 100"""
)
_NUMBERED = re.compile(r"^\d{1,2} (?=[a-z])|(?<=[a-z]) 100$")  # `3. afgerond`, `gereed (100%)`
_YES = {"ja", "j", "yes", "y", "x", "v", "waar", "true", "1", "✓", "✔", "√", "☑", "✅"}
_NO = {"nee", "n", "no", "neen", "onwaar", "false", "0", "-", "✗", "☐", "❌"}
_MOST_VALUES, _MOST_SPELLINGS, _MOST_WORDS = 15, 60, 3
_EMPTY = "-"


def look(found: LookedAt) -> None:
    """Ask which values count of every column that says whether something was held."""
    if found.table.layout == CROSSTAB:
        return
    for heading in found.unread():
        if found.table.format and tells_reversal(heading.text):
            continue  # asked about as bookings are
        if not _look_at_heading(found, heading):
            _look_at_texts(found, heading)
    for heading in found.headings(c.SUBJECT, c.DEPARTMENT, c.THEME, c.FORM):
        _look_at_texts(found, heading)


def says_not_held(text: str) -> bool:
    """Whether a short text says that something was called off, or is still to come."""
    words = plain_words(text)
    return bool(_OFF.search(words)) or words in _NOT_YET


def _is_off(key: str) -> bool:
    """Whether a value says that it was called off; a `concept visie` was written."""
    return bool(_OFF.search(key)) and not key.startswith(("concept ", "dubbel "))


def _says_not_held_yet(key: str) -> bool:
    """Whether a value of a column that may be about other things says that it was not held."""
    return (
        bool(_is_off(key) and _OFF.match(key))
        or key in _NOT_YET
        or key.startswith(("niet ", "nog "))
    )


def _look_at_heading(found: LookedAt, heading: Heading) -> bool:
    """Whether it is such a column, by its heading or by its values."""
    column = found.column(heading)
    if len(column.distinct) > _MOST_SPELLINGS:
        return False
    texts = [cell_text(cell) for cell in column.distinct]
    distinct = set(map(_key, texts))
    if len(distinct) > _MOST_VALUES or not any(text.strip() for text in texts):
        return False
    values = [texts[code] for code in column.codes]
    words = plain_words(heading.text)
    if _OFF_DETAILS.search(words):
        return _ask_of_details(found, heading, values)
    off = bool(_OFF_HEADINGS.search(words))
    held = not off and bool(_HELD_HEADINGS.search(words))
    status = bool(set(words.split()) & _STATUS or _PLAN_OR_HELD.match(words))
    outcome = not status and bool(set(words.split()) & _OUTCOME)
    if outcome:
        if not any(map(_says_not_held_yet, distinct)):
            return False
        if not distinct & _HELD:
            values = [x if _says_not_held_yet(_key(x)) else "" for x in values]
        status = True
    if not (off or held or status) and not _are_statuses(distinct - {""}):
        return False
    if (off or held) and not _are_answers(distinct, off):
        return False
    _ask(found, heading, values, off=off, held=held, status=status)
    return True


def _key(text: str) -> str:
    """What a value says, without its number: `3. afgerond`."""
    return _NUMBERED.sub("", plain_words(text)) or text.strip().lower()


def _ask_of_details(found: LookedAt, heading: Heading, values: Sequence[str]) -> bool:
    """Ask about the rows that tell why, or when, they were called off."""
    rows = [row for row, value in enumerate(values) if value.strip() not in ("", _EMPTY)]
    if rows:
        shown = shorten(values[rows[0]])
        question = messages.STATUS_COUNTS(column=heading.text, value=shown, n=len(rows))
        reason = messages.STATUS_NOT_HELD(column=heading.text, value=shown)
        found.ask(f"called_off:{plain_words(heading.text)}", question, rows, reason, heading)
    return True


def _are_statuses(values: set[str]) -> bool:
    """Whether most values are words that say whether something was held."""
    short = [value for value in values if len(value.split()) <= _MOST_WORDS]
    told = sum(_is_off(value) or value in _HELD | _NOT_YET for value in short)
    return len(short) == len(values) and 2 * told >= len(values)


def _are_answers(values: set[str], off: bool) -> bool:
    """Whether the values answer the question in the heading; a date or a number does not."""
    filled = values - {""}
    known = sum(v in _YES | _NO or bool(_OFF.search(v)) or v in _HELD for v in filled)
    return bool(filled) and 2 * known >= len(filled) and (off or bool(filled))


def _ask(
    found: LookedAt, heading: Heading, values: Sequence[str], *, off: bool, held: bool, status: bool
) -> None:
    by_value: dict[str, list[int]] = {}
    for row, value in enumerate(values):
        by_value.setdefault(_key(value), []).append(row)
    counted = []
    for key, rows in by_value.items():
        shown = shorten(values[rows[0]]).strip() or _EMPTY
        if _is_held(key, by_value, off=off, held=held):
            counted += [shown] if key else []
            continue
        if found.table.kind == c.BUDGET and not _OFF.search(key) and not (off or held):
            continue  # of money only what is surely off is no budget line
        question = messages.STATUS_COUNTS(column=heading.text, value=shown, n=len(rows))
        reason = messages.STATUS_NOT_HELD(column=heading.text, value=shown)
        found.ask(f"status:{key or _EMPTY}", question, rows, reason, heading)
    if counted and (status or held):
        found.remark(messages.STATUS_READ(column=heading.text, values=counted))


def _is_held(key: str, by_value: dict[str, list[int]], *, off: bool, held: bool) -> bool:
    """Whether rows with this value surely were held."""
    if off:
        return key in _NO or key == ""
    if held:
        return key in _YES or key in _HELD
    if key == "":
        return any(value for value in by_value)  # only what is off was marked
    return key in _HELD or (key in _YES and bool(by_value.keys() & _NO))


def _look_at_texts(found: LookedAt, heading: Heading) -> None:
    """Ask about the rows of which a text says that they were called off."""
    column = found.column(heading)
    off = texts_called_off(column, remarks=not heading.column)
    rows = column.rows_where(off.__contains__) if off else []
    if not rows:
        return
    example = shorten(cell_text(column.cells[rows[0]]))
    question = messages.STATUS_COUNTS(column=heading.text, value=example, n=len(rows))
    reason = messages.STATUS_NOT_HELD(column=heading.text, value=example)
    found.ask(f"called_off:{plain_words(heading.text)}", question, rows, reason, heading)
