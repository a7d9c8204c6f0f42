"""The words by which a row says that it is a total or a note."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from data.cells.keys import plain_words, word_set
from data.cells.months import MONTHS


class Label(Enum):
    """What a text is as a label: a total and nothing else, a total of something, or no label."""

    NONE = 0
    TOTAL_OF = 1
    TOTAL = 2


_TOTAL_WORD = re.compile(
    r"^((sub|eind|deel|tussen|jaar|maand|kwartaal|hoofd|generaal|groeps|grand)?(totaal|totalen"
    r"|total|totals|totaaltelling)|(sub|eind|tussen|deel)tot|eindsom|totaalbedrag|totaaluren"
    r"|subtotaaluren|tussenstand|tussentelling|(zwischen|gesamt|teil)?(summe|ergebnis))$"
)
# An average under the column is worked out from the records, as a sum is.
_ALONE = word_set(
    "max min maximum minimum som sum tot totaalgeneraal gemiddelde gemiddeld gem average avg"
)
# Behind a name they say what its row holds: `Vastgoed tot.`, `Jeugd (gem.)`.
_BEHIND_A_NAME = word_set("tot som sum opgeteld gemiddeld gem")
# A count too, but "aantal adviezen" with a number is a line of text.
_COUNTS = word_set("aantal count")
_BEFORE_TOTAL = word_set(
    """sub eind generaal algemeen grand het de overall geraamd geraamde begroot begrote gerealiseerd
    gerealiseerde werkelijk werkelijke"""
)
# What may follow a total and still say nothing but "total".
_MEASURE_WORDS = word_set(
    """uren uur hours aantal deelnemers participants personen bedrag bedragen amount kosten costs
    cost euro eur in van de het of the alle all generaal general algemeen incl excl inclusief
    exclusief btw gebruik inzet dagen days records adviezen activiteiten regels jaar year
    kwartaal quarter q maand month q1 q2 q3 q4 t m tm per en and begroting realisatie budget
    actual uitgaven lasten baten per afdeling thema platform31 p31 onderdelen tabel lijst
    pagina number this page deze"""
) | set(MONTHS)
# "Totaal overzicht wonen" is a subject, not a total.
_COMPOUND_AFTER = word_set(
    """overzicht aanpak pakket advies concept plan oplossing beeld visie renovatie onderhoud
    project programma voetbal ontzorgen ontzorging integrale integraal nieuwe andere
    veranderde vernieuwd solution concept approach overview picture quality package cost"""
)
_BALANCES = ("saldo", "resultaat", "restant", "verschil")
_SALDO = re.compile(
    r"^(saldo|resultaat|restant|verschil)"
    r"( (van )?(lasten en baten|baten en lasten|budget|begroting|rekening|jaar))?$"
)
_CARRIED = re.compile(
    r"^(begin|eind|open(ings)?|slot|start)[ -]?(saldo|balans|stand)\b|^(saldo|stand) per\b"
    r"|^(transport|overgebracht|saldo vorige? \w+)$"
    r"|^(opening|closing) balance\b|^balance (brought|carried)\b"
)
_NOTE = re.compile(
    r"^\W*(\*|bron(nen|vermelding)?\b|source\b|let op|nb\b|n\.b\.|noot\b|note\b|notes?:"
    r"|toelichting|opmerking|pm\b|p\.m\.|peildatum|stand per|opgesteld"
    r"|laatst (bijgewerkt|gewijzigd)"
    r"|gegenereerd|uitgedraaid|afgedrukt|printdatum|disclaimer|legenda|voetnoot|\d\)\s|\(\d\)\s|"
    r"[¹²³†‡])",
    re.IGNORECASE,
)
_COLON_AT_END = re.compile(r"^[^:]{1,60}:\s*$")
_COLON_WITHIN = re.compile(r"^[A-Za-z][^:]{1,40}:\s+\S")
_STARTS_WITH_STAR = re.compile(r"^\s*[*¹²³†‡]")
_MAX_LABEL_WORDS, _MOST_BEFORE = 9, 5
_LONGEST_LABEL = 90
# Without one of these a text labels no total: hundred thousand texts are searched at once.
PARTS_OF_LABELS = (
    "tot", "som", "sum", "tussen", "ergebnis", "opgeteld", "gemiddeld", "gem", "average", "avg",
    "aantal", "count", "t o t", "max", "min", "σ", "∑",
)  # fmt: skip
_PART_OF_LABEL = re.compile("|".join(PARTS_OF_LABELS), re.IGNORECASE)


def total_label(text: str) -> Label:
    """How the text labels a total: `Totaal 2018`, `Subtotaal Jeugd`, `Jeugd Totaal`."""
    if "Σ" in text or "∑" in text:
        text = text.replace("Σ", " totaal ").replace("∑", " totaal ")
    if len(text) > _LONGEST_LABEL or not _PART_OF_LABEL.search(text):
        return Label.NONE
    return _label(text)


@lru_cache(maxsize=16384)
def _label(text: str) -> Label:
    words = plain_words(text).split()
    if len(words) > 3 and max(map(len, words)) == 1:
        words = ["".join(words)]
    if not words or len(words) > _MAX_LABEL_WORDS:
        return Label.NONE
    while len(words) > 1 and words[0] in _BEFORE_TOTAL:
        words = words[1:]
    if len(words) == 1 and words[0] in _ALONE | _COUNTS:
        return Label.TOTAL
    if words[0] in ("som", "sum") or text.lower().startswith("tot."):
        return Label.TOTAL if _only_measures(words[1:]) else Label.TOTAL_OF
    if words[0] in _ALONE and words[0] != "tot":
        return Label.TOTAL if _only_measures(words[1:]) else Label.NONE
    if words[-1] in _BEHIND_A_NAME and 1 < len(words) <= _MOST_BEFORE:
        return Label.TOTAL_OF
    if words[0] == "totale":
        return Label.TOTAL if words[1:] and _only_measures(words[1:]) else Label.NONE
    if _TOTAL_WORD.match(words[0]):
        if _only_measures(words[1:]):
            return Label.TOTAL
        return Label.NONE if words[1] in _COMPOUND_AFTER or len(words) > 6 else Label.TOTAL_OF
    if _TOTAL_WORD.match(words[-1]):
        return Label.TOTAL if _only_measures(words[:-1]) else Label.TOTAL_OF
    return Label.NONE


def is_balance_label(text: str) -> bool:
    """Whether the text names what a budget works out from its lines: `Saldo`, `Restant`."""
    lowered = text.lstrip().lower()
    return lowered.startswith(_BALANCES) and bool(_SALDO.match(plain_words(text)))


def is_carried_label(text: str) -> bool:
    """Whether the text names an amount carried over: `Beginsaldo`, `Saldo per 1 januari`."""
    return bool(_CARRIED.match(text.strip().casefold()))


def starts_as_note(text: str) -> bool:
    """Whether a line begins as notes do: `*`, `Bron:`, `Let op`, `NB`, `Toelichting`."""
    return bool(_NOTE.match(text) or _STARTS_WITH_STAR.match(text))


def is_caption(text: str) -> bool:
    """Whether the text announces what stands beside or after it: `Opgesteld door:`."""
    return bool(_COLON_AT_END.match(text) or _COLON_WITHIN.match(text))


def _only_measures(words: list[str]) -> bool:
    return all(word in _MEASURE_WORDS or word.isdigit() for word in words)
