"""What a heading says about the hours below it: what they count, and whether they are hours."""

from __future__ import annotations

import re

from data.cells.hours import DAY, HALF_DAY, HOUR, MINUTE, QUARTER, SECOND
from data.cells.keys import words_in_parentheses
from data.cells.money import unit_in

# The first unit that a heading names counts: "uren per dag" is hours, "dagen (à 8 uur)" is days.
_UNITS = (
    (HOUR, r"\b(?:uren|uur|urenbesteding|hours?|hrs?)\b|uren\b"),
    (HALF_DAY, r"\b(?:dagdelen|dagdeel|halve dag(?:en)?|half-?\s?days?)\b"),
    (DAY, r"\b(?:\w*dagen|dag|dgn|days?)\b"),
    (QUARTER, r"\b(?:kwartieren|kwartier)\b"),
    (MINUTE, r"\b(?:minuten|minuut|min|minutes?)\b"),
    (SECOND, r"\b(?:seconden|seconds?|secs?)\b"),
)
# "Uren (in min.)" counts minutes: what stands behind "in" goes before what is named first, and so
# does a unit that stands alone between brackets: "Uren (dagen)", "Inzet (d)".
_COUNTED_IN = re.compile(r"\bin\s+([a-z-]+)")
_BESIDE_UNIT = frozenset(("in", "aantal", "de", "hele", "number", "of"))
_LETTERS = {"d": DAY, "u": HOUR, "h": HOUR}
_HOURS_PER_DAY = re.compile(
    r"(?:\b(?:a|van|x)|[à=×])\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:uur|uren|u|hours?|h)\b"
)
_LONGEST_DAY = 12  # hours of work
_LESSER_SCALE = re.compile(r"[x×*]\s*(100?)\b(?![.,]\d)|\b(?:in\s+)?(honderd|tien)tallen\b")
_THOUSANDS = re.compile(r"\bduizend(?:en|tallen)?\b|\bthousands?\b|[(\[]\s*(?:000|k)\s*[)\]]")
_DAYS = r"(?:\w*dagen|dagdelen|days|minuten|minutes|weken)"
_HOURS = r"(?:uren|uur|hours)"
_NO_HOURS = re.compile(
    rf"€|\b(?:euros?|eur|bedrag|kosten|omzet|costs?|amount)\b"  # money that hours cost
    rf"|\b(?:maanden|mnd|months?|jaren|years|kwartalen)\b|[(\[]\s*m\s*[)\]]"  # what nobody turns
    rf"|\b{_HOURS}\s*(?:/|\bof\b|\bor\b)\s*{_DAYS}|\b{_DAYS}\s*(?:/|\bof\b|\bor\b)\s*{_HOURS}\b"
    r"|\d\s*=\s*\d|\bper\s+\d+\s*(?:min|uur|u\b|h)"  # "1 = 15 min", "per 15 minuten"
    r"|\d\s*=\s*(?:half|heel|een)\b|/\s*10\b|\b1/\d+\s+uur|\b1/\d+\s+uren|[x×*]\s*10[.,]?000"
    r"|\bfactor\b|\bhalve uren\b|\bafwijking|\b(?:jaar|week|maand)uren\b"
    r"|\b(?:begin|eind|start)(?:tijd)?\s*\(?uur|\buur van de dag|\btijdstip|\bvan\s*/\s*tot\b"
    r"|\bbegin\s*-\s*eind"  # a time of the day
)


def unit_of_heading(text: str) -> str:
    """What a heading says that its numbers count: hours unless it names days or minutes."""
    folded = text.casefold()
    behind = _COUNTED_IN.search(folded)
    told = (behind and _first_unit(behind[1])) or _unit_between_brackets(folded)
    return told or _first_unit(folded) or HOUR


def _unit_between_brackets(text: str) -> str:
    words = [word for word in words_in_parentheses(text) if word not in _BESIDE_UNIT]
    alone = words[0] if len(words) == 1 else " ".join(words) if words[:1] == ["halve"] else ""
    return _LETTERS.get(alone) or _first_unit(alone)


def _first_unit(text: str) -> str:
    found = [
        (match.start(), unit) for unit, pattern in _UNITS if (match := re.search(pattern, text))
    ]
    return min(found)[1] if found else ""


def hours_per_day_of(heading: str) -> float | None:
    """How many hours a heading says that a day is: `Dagen (à 7,2 uur)`; None when it does not."""
    told = _HOURS_PER_DAY.search(heading.casefold())
    hours = float(told[1].replace(",", ".")) if told else 0.0
    return hours if 0 < hours <= _LONGEST_DAY else None


def scale_of_heading(heading: str) -> int:
    """By how much the numbers under a heading are to be multiplied: `Uren x 1.000`."""
    folded = heading.casefold()
    unit = unit_in(heading)
    if unit > 1 or _THOUSANDS.search(folded):
        return max(unit, 1_000)
    lesser = _LESSER_SCALE.search(folded)
    if not lesser:
        return 1
    return int(lesser[1]) if lesser[1] else 100 if lesser[2] == "honderd" else 10


def tells_no_hours(heading: str) -> bool:
    """Whether a heading with a word for time counts what cannot be turned into hours.

    Money, months, hours or days by turns, a unit of its own (`1 = 15 min`).
    """
    return bool(_NO_HOURS.search(heading.casefold()))


_UNIT_AROUND = re.compile(
    r"\bin\s+([a-z]+)\b|\b(?:aantal|eenheid|unit)(?:\s+is|\s*[:=])?\s+([a-z]+)\b"
)
_OTHER_HOURS = re.compile(
    r"\b(?:begrote|geplande|geraamde|verwachte|gemiddelde|eigen|ambtelijke|gemeentelijke|cumulatieve"
    r"|resterende|beschikbare|toegekende|geoffreerde|gereserveerde)\s+(?:aantal\s+)?\w{0,20}uren\b"
    r"|\buren\s+(?:cumulatief|eigen|gemiddeld|begroot|gepland|geraamd|(?:van\s+)?(?:de\s+)?gemeente(?:\s+\d{4})?\s*$"
    r"|per\s+(?:deelnemer|persoon|medewerker|hoofd)|p\.?\s?p\b)"
)
_NO_UNITS = frozenset(("fte", "procenten", "percentages", "weken", "maanden"))
_LEAVES_OUT = re.compile(r"\b(?:niet|geen|excl|exclusief|zonder|not|no|excluding)\b")
_LONGEST_TEXT = 120


def tells_other_hours(text: str) -> bool:
    """Whether a title or a note says that a column of hours counts something else than hours.

    `Alle tijden in minuten`, `Uren x 1.000`, `Begrote uren`.
    """
    folded = text.casefold()[:_LONGEST_TEXT]
    if len(text) > _LONGEST_TEXT or _LEAVES_OUT.search(folded):
        return False
    units = {
        _first_unit(word) for found in _UNIT_AROUND.finditer(folded) for word in found.groups("")
    }
    scaled = tells_hours(folded) and "€" not in folded and scale_of_heading(text) > 1
    others = _NO_UNITS & {
        word for found in _UNIT_AROUND.finditer(folded) for word in found.groups()
    }
    return bool(units - {"", HOUR} or others) or scaled or bool(_OTHER_HOURS.search(folded))


_NO_DURATION = "(?:infra)?structuren|(?:sub)?culturen|besturen|figuren|facturen|avonturen|naturen"
_DURATION = re.compile(
    rf"\b(?!(?:{_NO_DURATION}|huren|buren|sturen|duren|muren)\b)\w{{0,30}}uren\b"
    r"|\b(?:uur|hours|(?:werk|advies)?dagen|dagdelen|days)\b"
)


def tells_hours(text: str) -> bool:
    """Whether a text says that numbers are hours or days."""
    return bool(_DURATION.search(text.lower()))
