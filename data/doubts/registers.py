"""Registers of something else: calls, leave, courses, questions of the council, subsidies.

They have dates and departments too. One that never names Platform31 may be taken for use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    r"|procesverba\w+|aanbesteding\w*|archief\w*|huurder|pand|inkoop\w*|telefoongesprek\w*)\b"
)
# Words that are of our subject; without them a guessed theme may be anything's.
_OF_ADVICE = re.compile(
    r"\b(advie\w*|ondersteun\w*|kennis\w*|leerkring\w*|leertraject\w*|gebruik\w*|inzet\w*"
    r"|afname|afgenomen|use|usage|support|advice|knowledge|learning|stedennetwerk|themagroep\w*)\b"
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
    headings = [heading.text for heading in found.table.headings if heading.text]
    for text in [*around, *headings]:
        if _REGISTER.search(plain_words(text)):
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
