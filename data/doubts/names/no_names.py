"""Words in the place of a name: `alle afdelingen`, `diverse`, `nog onbekend`, an e-mail address."""

from __future__ import annotations

import re

from data import columns as c
from data import fields
from data.cells.cell import Cell
from data.cells.choices import parse_choices
from data.cells.keys import plain_words, word_set
from data.cells.months import MONTHS
from data.cells.text import cell_text, shorten
from data.doubts.looked_at import LookedAt
from data.doubts.names import messages
from data.doubts.names.figure_words import is_of_a_figure
from data.doubts.names.municipalities import is_municipality
from data.doubts.rows.status_columns import says_not_held
from data.fields.choices import CHANNELS, FORMS
from data.fields.messages import FORM_UNKNOWN
from data.reference import propose_domain
from data.values.found_table import Heading
from texts import Text

_NOBODY = word_set(
    """alle allen allemaal iedereen diverse divers div meerdere verschillende gemeentebreed
    onbekend onbekende nnb ntb nvt tbd unknown various several all everyone multiple misc
    alles samen gezamenlijk opgeteld elkaar totale overall gesamt summe somme ttl cumulatief saldo
    mediaan percentage concernbreed stadsbreed organisatiebreed breed ja nee yes no zie see niet
    not geen none voorbeeld voorbeelden example test testen testrij testregel dummy demo fictief
    proef invullen"""
)
_BESIDE = word_set(
    """nog nader te bepalen bij de het van afdelingen afdeling departments teams team thema themas
    themes gemeente hele organisatie concern zie toelichting opmerking opmerkingen bijlage
    omschrijving onderwerp notitie see remark remarks stad en of and or gemeenten steden g40 g32
    deelnemende aangesloten cities municipalities"""
)
_NO_DEPARTMENT = word_set(
    "overig overige anders extern externe intern other others external stad "
    "transport overdracht saldo beginsaldo eindsaldo openingssaldo"
)
# `Q1`, `t/m juni`, `stand 30-6`: when, and no name.
_WHEN = word_set("q1 q2 q3 q4 h1 h2 kwartaal halfjaar tm stand quarter ytd") | set(MONTHS)
_BESIDE_WHEN = word_set(
    "t m per op eind begin van het 1e 2e 3e 4e eerste tweede derde vierde jaar cumulatief"
)
_LOST = re.compile(r"\w[?\ufffd]\w")  # a letter that a wrong code page lost: `Financi?n`
_BUT = re.compile(r"(?:nog )?(niet|geen|zonder|behalve|not|without|except) \w")
# `zie rij 3`, `als rij hierboven`: where the name stands, and not which it is.
_ELSEWHERE = re.compile(
    r"(zie|als|conform|cfm|vgl|see|like|same as)( ook| also)?( de| het| the)? (rij|regel|nr|nummer"
    r"|blad|tabblad|tab|boven|onder|vorige?|hierboven|hieronder|elders|bijlage|row|line|above|below"
    r"|previous|\d)"
)
_COUNTED = re.compile(
    r"(alle|\d{1,3}|een paar|enkele|diverse|several|all) \w{0,20}(afdelingen|teams|departments)"
)
# `J. de Vries`, `P.J. Jansen`, `dhr. Bakker`: who asked, and no department.
_PERSON = re.compile(
    r"(?:(?:dhr|mevr?|mw|mr|ir|drs|dr|mrs|ms)\.? )?(?:[A-Z]\.[ -]?){1,4}(?:[a-z']{1,4} ){0,3}"
    r"[A-Z][\w'-]+"
    r"|(?:dhr|mevr|mw|mrs|ms)\.? [\w' -]+"
    r"|(?:[a-z]{2,4} ){0,2}[A-Z][\w'-]+(?: [a-z]{2,4}){0,2}, (?:[A-Z]\. ?){1,4}(?:\([A-Z]\w+\))?"
    r"|(?:de |het )?(?:[Ww]ethouder|[Bb]urgemeester|[Rr]aadslid|[Dd]irecteur)(?: [A-Z][\w'-]+)?"
)
_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")

_WHO_ASKED = word_set(
    "aanvrager gebruiker opdrachtgever klant vrager contactpersoon requester user naam name"
)
_DEPARTMENT = word_set("afdeling afd department team eenheid onderdeel dienst")
_BETWEEN = r"(?:(?:de|den|der|van|ter|ten|te|el|la|'t) )*"
_LAST_NAME = re.compile(rf"(?:[A-Z][a-z]+ )?{_BETWEEN}(?:De |Van |Van der |Van den )?[A-Z][a-z]+")
_FULL_NAME = re.compile(rf"[A-Z][a-z]+ {_BETWEEN}[A-Z][a-z]+")
_FEWEST_PERSONS, _MOST_PERSONS = 3, 500
_LONGEST, _FEWEST_FORMS = 60, 2
_POINTED = re.compile(r"[a-z]( [a-z]){1,3}")  # `n.n.b.`


def look(found: LookedAt) -> None:
    """Ask whether rows count under such a word; reject an address, which is no name."""
    for heading in found.candidates.table.headings:
        if heading.column in (c.DEPARTMENT, c.THEME):
            _look_at(found, heading)
            _look_for_persons(found, heading)


def _look_at(found: LookedAt, heading: Heading) -> None:
    column = found.candidates.column(heading)
    nobody = _NOBODY | (_NO_DEPARTMENT if heading.column == c.DEPARTMENT else set())
    known = set(found.names.known.get(str(heading.column), ()))
    by_word: dict[str, list[int]] = {}
    of_department = heading.column == c.DEPARTMENT
    told: set[Cell] = {
        text
        for text in column.texts
        if _is_nobody(text, nobody, known) or (of_department and _is_the_whole(text, known))
    }
    if heading.column == c.THEME and _are_forms(column.texts):
        told = set(column.texts)
    for row in column.rows_where(told.__contains__):
        word = str(column.cells[row])
        by_word.setdefault(plain_words(word) or word.strip().lower(), []).append(row)
    for word, rows in by_word.items():
        value = shorten(cell_text(column.cells[rows[0]]))
        reason = messages.NAMES_NOBODY(value=value)
        if "@" in value or _LOST.search(value):
            found.reject(rows, reason, heading)
            continue
        question = messages.NO_NAME(value=value, column=_called(found, heading), n=len(rows))
        found.ask(f"no_name:{word}", question, rows, reason, heading)


def _called(found: LookedAt, heading: Heading) -> str | Text:
    """What a person calls the column; above the names of a crosstab often nothing stands."""
    labels = (x.label for x in fields.read(found.table.kind) if x.name == heading.column)
    return heading.text or next(labels, "")


def _is_the_whole(text: str, known: set[str]) -> bool:
    """Whether a department is the municipality itself: `Haarlem`, `Gemeente Haarlem`."""
    words = plain_words(text[:_LONGEST])
    return words not in known and (words == "gemeente" or is_municipality(words))


def _are_forms(texts: list[str]) -> bool:
    """Whether what stands where themes belong are forms of support, or channels: `advies`."""
    if len(texts) < _FEWEST_FORMS or any(len(text) > _LONGEST for text in texts):
        return False
    return any(
        all(isinstance(answer, str) for answer in read) and len(set(read)) > 1
        for read in (parse_choices(texts, choices, FORM_UNKNOWN) for choices in (FORMS, CHANNELS))
    )


def _is_nobody(text: str, nobody: frozenset[str] | set[str], known: set[str]) -> bool:
    if len(text) > _LONGEST:
        return False
    words = plain_words(text)
    if _LOST.search(text):
        return True
    if _BUT.match(words) and words not in known:
        return True
    if words not in known and (
        _is_when(words) or _ELSEWHERE.match(words) or _COUNTED.fullmatch(words)
    ):
        return True
    told = {words.replace(" ", "")} if _POINTED.fullmatch(words) else set(words.split())
    if words in known:
        return "@" in text
    nobodys = bool(told & nobody) and told <= nobody | _BESIDE
    of_state = len(words.split()) == 1 and says_not_held(words)
    return "@" in text or nobodys or of_state or is_of_a_figure(text)


def _is_when(words: str) -> bool:
    """Whether a text tells a period: `1e kwartaal`, `t/m Q2`."""
    parts = {part for part in words.split() if not part.isdigit()}
    return bool(parts & _WHEN or words.startswith("t m ")) and parts <= _WHEN | _BESIDE_WHEN


def _look_for_persons(found: LookedAt, heading: Heading) -> None:
    """Ask about the rows that name a person where a department or theme belongs."""
    column = found.candidates.column(heading)
    texts = {text for text in column.texts if 0 < len(text) < _LONGEST}
    persons: set[Cell] = {text for text in texts if _is_person(text)}
    if heading.column == c.DEPARTMENT and _are_persons(found, heading, texts):
        persons = {*texts}
    rows = column.rows_where(persons.__contains__)
    if rows:
        value = shorten(cell_text(column.cells[rows[0]]))
        question = messages.PERSONS(column=heading.text, value=value, n=len(rows))
        found.ask(f"persons:{heading.column}", question, rows, messages.IS_PERSON(), heading)


def _are_persons(found: LookedAt, heading: Heading, texts: set[str]) -> bool:
    """Whether all names are those of people, by their form or by the heading, and none by a word.

    `Jan Jansen` has the form of a name; under `Aanvrager` a last name will do.
    """
    if len(texts) < _FEWEST_PERSONS or len(texts) > _MOST_PERSONS:
        return False
    known = found.names.known.get(str(heading.column), ())
    words = set(plain_words(heading.text).split())
    form = _LAST_NAME if words & _WHO_ASKED and not words & _DEPARTMENT else _FULL_NAME
    return all(form.fullmatch(x.strip()) and plain_words(x) not in known for x in texts) and all(
        propose_domain(x) == c.UNCLASSIFIED for x in texts
    )


def _is_person(text: str) -> bool:
    within = _IN_BRACKETS.search(text)
    return any(_PERSON.fullmatch(part.strip()) for part in (text, within[1] if within else ""))
