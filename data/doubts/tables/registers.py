"""Registers of something else: calls, leave, courses, questions of the council, subsidies.

They have dates and departments too. One that never names Platform31 may be taken for use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from data import columns as c
from data.cells.keys import plain_words
from data.doubts.looked_at import LookedAt
from data.values.found_table import CROSSTAB, Heading

_OURS = re.compile(r"\b(platform ?31|p ?31|pf31|g40|g32|stedennetwerk)\b")
_REGISTER = re.compile(
    r"\b(melding\w*|incident\w*|ticket\w*|storing\w*|verlof\w*|ziek\w*|verzuim\w*|declaratie\w*"
    r"|kenteken|zaaknummer|zaaknr|personeelsnummer|personeelsnr|persnr|reservering\w*|bestelling\w*"
    r"|klacht\w*|vacature\w*|factuurnummer|factuurnr|aanmelder|behandelaar|subcategorie|hardware"
    r"|software|leave|absence|sick\w*|issue|assignee|asset\w*|inventaris\w*|vakantie\w*|afwezigheid"
    r"|ouderschap\w*|opleiding\w*|cursus\w*|bhv|trainers?|e ?learning|raadsvra\w+|raadsvoorstel\w*"
    r"|raadsbrie\w+|raadslid|raadsleden|collegevoorstel\w*|portefeuillehouder|fractie|indiener"
    r"|motie|moties|amendement\w*|steller|woo|wob|woo ?verzoek\w*|persbericht\w*|persvra\w+"
    r"|subsidie\w*|beschikkingen|vergunning\w*|zaal|zalen|vergaderzaal|vergaderruimte|ruimte"
    r"|kilometers|km|dienstreis\w*|inhuur|functie|functieschaal|salaris\w*|schaal|sollicita\w+"
    r"|bezwaar\w*|beroep|inspectie\w*|controles|courses?|training provider|vacation|holiday"
    r"|procesverba\w+|aanbesteding\w*|archief\w+|huurder|pand|inkoop\w*|telefoongesprek\w*"
    r"|wachtwoord\w*|printer\w*|laptop\w*|inlog\w*|vpn|reistijd|urenstaat|projectoverleg"
    r"|teamoverleg|campagnes?|social media|parkeerplaats\w*|deelauto\w*|lunch|catering)\b"
)
# Whose work it is as well, when it never names Platform31.
_OF_OTHERS = re.compile(
    r"\b(vng|movisie|divosa|stimulansz|berenschot|kpmg|deloitte|pwc|twynstra\w*|arcadis|haskoning"
    r"|sweco|companen|rigo|stec|significant|tno|crow|ictu|adviesbureaus?|bureaus"
    r"|ingenieursbureaus?|advocaten|huisadvocaat|accountants?|consultants"
    r"|onderzoek en statistiek|o en s)\b"
)
# Words that are of our subject; without them a guessed theme may be anything's.
_OF_ADVICE = re.compile(
    r"\b(advie\w*|ondersteun\w*|kennis\w*|leerkring\w*|leertraject\w*|gebruik\w*|inzet\w*"
    r"|afname|afgenomen|use|usage|support|advice|knowledge|learning|stedennetwerk|themagroep\w*)\b"
)
# What a list of use may tell as well, beside its themes and forms.
_MAY_STAND_BESIDE = re.compile(
    r"\b(zaaknummer|zaaknr|behandelaar|portefeuillehouder|steller|raadslid|zaal|vergaderzaal"
    r"|vergaderruimte|ruimte|kilometers|km|pand|functie|aanmelder|indiener)\b"
)
_SAYING = (c.THEME, c.SUBJECT, c.FORM)
_SAMPLE, _MOST_COLUMNS = 300, 12


def names_platform31(texts: Iterator[str] | Sequence[str]) -> bool:
    """Whether one of the texts names Platform31, or the network of cities."""
    return any(_OURS.search(plain_words(text)) for text in texts)


def signs_of_register(found: LookedAt, around: Sequence[str]) -> Iterator[str]:
    """What says that the rows are of another register, or that nothing says what they are of.

    `around` are the titles and names around the table.
    """
    cells = {h.text: _texts_under(found, h) for h in _columns_of_text(found)}
    if names_platform31(text for texts in cells.values() for text in texts):
        return
    headings = [h.text for h in found.table.headings if h.text and not _is_name(found, h)]
    of_use = _are_of_use(found, cells)
    for text in around:
        if _OF_OTHERS.search(plain_words(text)):
            yield text
    for text in [*around, *headings]:
        words = plain_words(text)
        if _REGISTER.search(_MAY_STAND_BESIDE.sub("", words) if of_use else words):
            yield text
    if found.table.layout == CROSSTAB:
        return
    for texts in (cells[heading.text] for heading in found.headings(*_SAYING)):
        speaking = [text for text in texts if _REGISTER.search(plain_words(text))]
        if speaking and 2 * len(speaking) >= len(texts):
            yield speaking[0]
    if any(question.rows == len(found.candidates) for question in found.questions.asked):
        return  # nothing of it counts before an answer anyway
    themes = [h for h in found.headings(c.THEME) if _is_guessed(h)]
    ours = found.headings(c.FORM, c.CHANNEL, c.SHARE)
    said = [*around, *headings, *(text for texts in cells.values() for text in texts)]
    if themes and not ours and not any(_OF_ADVICE.search(plain_words(text)) for text in said):
        yield themes[0].text


def _are_of_use(found: LookedAt, cells: Mapping[str, list[str]]) -> bool:
    """Whether there are themes under that word, and forms of support that are advice as well."""
    forms = [text for h in found.headings(c.FORM) for text in cells.get(h.text, ())]
    themes = found.headings(c.THEME)
    named = bool(themes) and not any(map(_is_guessed, themes))
    return named and any(_OF_ADVICE.search(plain_words(text)) for text in forms)


def _is_name(found: LookedAt, heading: Heading) -> bool:
    """Whether a heading is the name of a department or theme, above the cells of a crosstab."""
    of_names = heading.column in (c.DEPARTMENT, c.THEME)
    return of_names and found.table.layout == CROSSTAB and heading.position > 0


def _is_guessed(heading: Heading) -> bool:
    """Whether a heading such as `Categorie` was read as the theme for want of a better one."""
    words = plain_words(heading.text)
    return heading.how == "similar" and "thema" not in words and "theme" not in words


def _columns_of_text(found: LookedAt) -> list[Heading]:
    if found.table.layout == CROSSTAB:
        return []
    return [*found.headings(*_SAYING), *islice(found.unread(), _MOST_COLUMNS)]


def _texts_under(found: LookedAt, heading: Heading) -> list[str]:
    cells = found.values(heading)[:_SAMPLE]
    return [text for text in dict.fromkeys(cells) if isinstance(text, str) and text.strip()]
