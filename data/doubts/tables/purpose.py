"""Tables that look like use and may be something else: an offer, a plan, wishes, a register.

The words around a table, and in its headings, say what its rows are. Where they speak of something
that is no use, or of nothing at all while the columns are guessed, a person has to say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data import columns as c
from data import fields
from data.cells.cell import Cell
from data.cells.keys import plain_words, word_set
from data.cells.months import MONTHS
from data.cells.text import shorten
from data.doubts.looked_at import LookedAt
from data.doubts.names.municipalities import municipalities
from data.doubts.tables import messages
from data.doubts.tables.registers import names_platform31, signs_of_register
from data.values.found_table import CROSSTAB

CODE = "is_it_use"

_USE = re.compile(
    r"\b(platform ?31|p31|pf31|g40|g32|gebruik\w*|inzet\w*|advie\w+|ondersteun\w*|kennisvra\w+"
    r"|kennis|afname|afgenomen|use|uses|usage|support|advice|keer|keren|uren\w*|hours|bijeenkomst\w*"
    r"|leer\w*|deelname\w*|deelnemers|verbredingsmonitor)\b"
)
_OTHERWISE = re.compile(
    r"\b(aanbod\w*|planning|gepland\w*|jaarplan\w*|werkplan\w*|plannen|verwacht\w*|prognose\w*"
    r"|wens\w*|wensenlijst\w*|behoefte\w*|voorgenomen|voornemens|offerte\w*|uitnodiging\w*"
    r"|aankondiging\w*|agenda|kalender|capaciteit|beschikbaar|beschikbare|relevantie|prioriteit\w*"
    r"|prioritering|score\w*|interesse\w*|belangstelling|kosten\w*|tarieven|fte|formatie|inwoners"
    r"|uren (van )?(de )?(gemeente|ambtenaren|medewerkers)|\w{0,9}raming\w*|x 1000"
    r"|geannuleerde?|vervallen|afgezegde?|afgelaste?|gecanceld|afgewezen|verwijderde?|prullenbak"
    r"|wachtlijst|uitgestelde?|niet doorgegaan|voorbeeld|voorbeelden|voorbeeldblad|dummy|sjabloon"
    r"|cancell?ed|rejected|deleted|example|examples|waiting list"
    r"|tevredenheid\w*|verzoeken|aanvragen|aanvraaglijst|potentieel|potentie|concept"
    r"|offer|planned|plan|forecast|wishes|requests|interest|priorities|scores|capacity)\b"
)
# In prose these may say anything, in a title or the name of a sheet they do not.
_TITLE_OTHERWISE = re.compile(
    r"\b(invulvoorbeeld|backlog|ideeen|ideeenlijst|scenario|openstaande?|nog te|te plannen|voorstel"
    r"|voorgestelde|toegekende?|gewenste?|niet gebruiken|niet (van )?p(latform)? ?31|tegoed"
    r"|urenbudget|resterende?|te besteden|verdeelsleutel|allocatie|urenverdeling"
    r"|verdeling (van )?(de )?\w{0,9}uren|test|testblad|proefblad|niet meer gebruiken"
    r"|(gemiddelde|max|maximum|min|minimum|average|mediaan) (van|of)"
    r"|(som|aantal|sum|count) (van|of) (deelnemers|personen|participants|fte|bedrag|kosten))\b"
)
# In the cells of a crosstab these are no uses; in a list they are a column of their own.
_OF_PEOPLE = re.compile(r"\b(deelnemers|personen|medewerkers|aanwezigen|participants|attendees)\b")
# The name of a file says less than a title: only words that leave no doubt.
_FILE_OF_SOMETHING_ELSE = re.compile(
    r"\b(aanbod\w*|jaarplan\w*|werkplan\w*|wensenlijst\w*|planning|prognose)\b"
)
_FOR_WHOM = re.compile(
    r"\b(interessant|relevant|doelgroep|bedoeld|geschikt|mogelijk|mogelijke|potentieel|beoogde?"
    r"|gewenst|gewenste|interesting|intended|target)\b"
)
# In the title of a crosstab every word has to leave the numbers what they are: uses, or hours.
_PLAIN = word_set(
    """overzicht tabel kruistabel matrix totaal totale totalen aantal aantallen per van de het een
    en in voor door naar met over of bij uit op tot t m tm aan is als sinds vanaf om afdeling
    afdelingen afd thema themas domein domeinen pijler pijlers jaar kwartaal kw maand halfjaar
    periode eerste tweede derde vierde gemeente stad steden alle hele geheel rapportage registratie
    lijst bijlage figuur tab blad bron export excel stand peildatum definitief versie cijfers
    gegevens vorm vormen kanaal rijlabels kolomlabels besteed bestede werkelijk werkelijke
    gerealiseerd gerealiseerde jaaroverzicht overview table total number by of and the for per
    department departments theme themes year quarter month period city dagen dgn dagdelen days
    medewerkersvragen records gebruikt hoe vaak hoeveel welke werd werden maakt maakten maken deed
    gedaan vroeg vroegen is zijn waren direct directe rechtstreeks rechtstreekse netwerk beantwoord
    beantwoorde gehouden onze ons gevoerde gemaakte jaarverslag verslag rapportage monitor
    verbredingsmonitor verbreding halfjaarrapportage kwartaalrapportage maandrapportage
    jaarrapportage kalenderjaar activiteiten contactmomenten vragen aan zaken resultaten
    samenvatting waarvoor wie geleverd geleverde diensten kennisinstituut how many times
    often with consultations activities questions report summary"""
)
_LEGEND = re.compile(r"[^\s=]{1,3}\s*=\s*[^\W\d]")
_LONGEST_TITLE = 12  # words; what is longer is prose
_HELD = fields.of_use_only()
_TEXTS_LOOKED_AT = 300


def look(found: LookedAt) -> None:
    """Ask whether the rows are use where the words speak of something else."""
    if found.table.kind != c.USAGE or found.kind_is_told:
        return
    told = next(_words_of_something_else(found), "")
    if not told:
        return
    rows = range(len(found.candidates))
    question = messages.IS_IT_USE(value=shorten(told), n=len(rows))
    found.ask(CODE, question, rows, messages.MAY_BE_NO_USE(value=shorten(told)))


def speaks_of_something_else(text: str) -> bool:
    """Whether a title speaks of what is no use: a plan, an offer, what was called off."""
    return bool(_OTHERWISE.search(plain_words(text)))


def _is_title_of_something_else(text: str) -> bool:
    words = plain_words(text)
    return len(words.split()) < _LONGEST_TITLE and bool(_TITLE_OTHERWISE.search(words))


def titles_something_else(text: str) -> bool:
    """Whether a title or the name of a sheet speaks of what is no use."""
    return speaks_of_something_else(text) or bool(_TITLE_OTHERWISE.search(plain_words(text)))


def _words_of_something_else(found: LookedAt) -> Iterator[str]:
    around = _texts_around(found)
    for text in around:
        if speaks_of_something_else(text) or _is_title_of_something_else(text):
            yield text
    if _FILE_OF_SOMETHING_ELSE.search(plain_words(found.file)):
        yield found.file
    headings = [heading.text for heading in found.table.headings if heading.text]
    for heading in found.headings(c.DEPARTMENT, c.THEME):
        if _FOR_WHOM.search(plain_words(heading.text)):
            yield heading.text
    if found.table.layout == CROSSTAB:
        yield from (text for text in _lone_titles(found) if _has_other_words(text))
        yield from (text for text in around if _OF_PEOPLE.search(plain_words(text)))
    if names_platform31([*around, found.file, *headings, *_subjects(found)]):
        return
    yield from signs_of_register(found, [*around, found.file])
    if found.table.layout != CROSSTAB:
        return
    if not any(_USE.search(plain_words(text)) for text in [*around, found.file, *headings]):
        yield around[0] if around else found.sheet.name


def _texts_around(found: LookedAt) -> list[str]:
    """The titles above the table, and the name of its sheet; a text has no sheets."""
    corner = [h.text for h in found.table.headings if h.position == 0]
    of_crosstab = corner if found.table.layout == CROSSTAB else []
    name = [] if found.sheet.name == found.file else [found.sheet.name]
    return [*_titles(found), *of_crosstab, *name, *_legends_below(found)]


def _legends_below(found: LookedAt) -> list[str]:
    """What is said below a crosstab of its signs: `x = heeft interesse`."""
    if found.table.layout != CROSSTAB or not len(found.candidates):
        return []
    last = max(found.candidates.numbers) - found.sheet.first_row
    cells = (cell for row in found.sheet.rows[last + 1 :] for cell in row)
    return [cell for cell in cells if isinstance(cell, str) and _LEGEND.match(cell.lstrip())]


def _titles(found: LookedAt) -> list[str]:
    """The texts above the headings; above names in two rows the upper one says what they are."""
    first = max(found.table.header_row - found.sheet.first_row, 0)
    rows = found.sheet.rows[:first]
    return [str(cell) for row in rows for cell in row if _is_words(cell)]


def _lone_titles(found: LookedAt) -> list[str]:
    """The titles on a row of their own: of several beside each other each heads columns."""
    first = max(found.table.header_row - found.sheet.first_row, 0)
    filled = ([x for x in row if _is_words(x)] for row in found.sheet.rows[:first])
    return [str(row[0]) for row in filled if len(row) == 1]


def _has_other_words(title: str) -> bool:
    """Whether a title has a word that may make the numbers something else than uses or hours."""
    words = plain_words(title).split()
    if len(words) > _LONGEST_TITLE or title.rstrip().endswith((".", ":")):
        return False
    others = [x for x in words if not (x in _PLAIN or x.isdigit() or x in MONTHS or _USE.match(x))]
    return (
        bool(others)
        and " ".join(others) not in municipalities()
        and any(len(x) > 2 for x in others)
    )


def _is_words(cell: Cell) -> bool:
    return isinstance(cell, str) and any(sign.isalpha() for sign in cell)


def _subjects(found: LookedAt) -> list[str]:
    """The subjects, as far as a few rows tell."""
    if found.table.layout == CROSSTAB:
        return []
    texts = [cell for h in found.headings(c.SUBJECT) for cell in found.values(h)[:_TEXTS_LOOKED_AT]]
    return [text for text in texts if isinstance(text, str)]
