"""Texts that say that something was called off: in brackets, before a colon, at the end."""

from __future__ import annotations

import re

from data.cells.cell import Cell
from data.cells.parsed_column import Column

# With the slips that people make: geanuleerd, gecancelt.
_SURELY = (
    r"(?:gean{1,2}ul{1,2}eer[dt]|ge[ck]an[cs]el{1,2}(?:e?[dt]|eerd)|cancell?ed|afgezegd|afgelast|afgebeld"
    r"|afgeblazen|niet doorgegaan|niet meetellen|telt niet mee|no[ -]?show|called off|niet gehouden"
    r"|abgesagt|storniert|ausgefallen|entfallen)"
)
_SAYS_OFF = (
    rf"(?:{_SURELY}|vervallen|vervalt|dubbel|duplicate|dubbele (?:boeking|invoer|regel|telling)"
    r"|foutieve? invoer|foutief|foute invoer|uitgesteld|verplaatst|verzet|doorgeschoven|verschoben"
    r"|onder voorbehoud|postponed)"
)
_IN_BRACKETS = (
    rf"(?:{_SAYS_OFF}|concept|draft|entwurf|optie|gepland|geplant|voorlopig|tentative|niet door|ovb"
    r"|o\.v\.b|nog niet|test|verwijderd|deleted|afgewezen|geweigerd|gestopt|afgemeld)"
)
_MOVED = r"(?:verplaatst|uitgesteld|verzet|verschoven|doorgeschoven|opgeschoven)"
_TEXT = re.compile(
    rf"^\W{{0,9}}(?:{_SURELY}|vervallen|vervalt|foutieve? invoer|foute invoer|{_MOVED} (?:naar|tot)"
    r"|uitgesteld(?=\W{0,3}$|:))\b"
    r"|^\W{0,9}(?:concept|draft|declined|rejected|tentative|geweigerd|afgewezen|voorlopig|optie|gestopt"
    r"|gepland|verschoben|entwurf|onder voorbehoud|dubbel|test)(?: ?[:\])}–|]| - )|^concept\W{0,3}$"
    rf"|[(\[{{]\W{{0,3}}{_IN_BRACKETS}\b"
    rf"|[-–:;,.!*/|] ?{_SAYS_OFF}\W{{0,3}}$|[-–] (?:concept|optie|gepland|voorlopig)\W{{0,3}}$"
    rf"|\b(?:{_SURELY}|niet door)\W{{0,3}}$|\*\*? ?{_SAYS_OFF}"
    r"|\bdubbel met\b|\bniet (?:van |door )?platform ?31\b|^~~"
    rf"|\b(?:is|was|werd|wordt|zijn|werden) {_SAYS_OFF}\b"
    r"|\b(?:niet doorgegaan|gaat niet door|ging niet door|gaan niet door|gingen niet door"
    r"|niet meetellen|telt niet mee)\b",
    re.IGNORECASE,
)
_IN_CAPITALS = re.compile(r"[^\W\d_] ?(?:VERVALLEN|CONCEPT|DUBBEL|UITGESTELD|VERZET)\W{0,3}$")
# What a remark says of its row, wherever it stands.
_REMARK = re.compile(
    rf"\b(?:{_SURELY}|{_MOVED}|niet gelukt|niet (?:zijn |is )?(?:komen )?opdagen|komt te vervallen"
    r"|vervallen (?:i\.?v\.?m|wegens|vanwege|door)|nog niet gehouden|nog plaatsvinden|niet aanwezig"
    r"|niet gekomen|kwam niet|spreker ziek|was ziek|wegens ziekte|ivm ziekte|verschoben"
    r"|entfällt|did not (?:take place|happen)|postponed)\b",
    re.IGNORECASE,
)
# Without one of these there is nothing to look for: hundred thousand texts are searched at once.
_STEMS = (
    "nul", "verval", "afge", "cancel", "gecan", "gekan", "cansel", "concept", "niet door",
    "niet mee", "foutie", "foute in", "niet pl", "niet van", "dubbel", "duplic", "uitgesteld",
    "verplaatst", "verzet", "schoven", "called off", "niet gehouden", "show", "voorbehoud",
    "abgesagt", "storn", "fallen", "verschob", "draft", "entwurf", "optie", "gepland", "geplant",
    "voorlopig", "tentative", "declined", "rejected", "geweigerd", "gestopt", "verwijderd",
    "deleted", "test", "postponed", "ovb", "o.v.b", "~~", "nog niet",
)  # fmt: skip
_STEMS_OF_REMARKS = (
    "gelukt", "opdagen", "ziek", "niet aanwezig", "niet gek", "kwam niet", "entf", "did not",
    "plaatsvinden",
)  # fmt: skip


def texts_called_off(column: Column, *, remarks: bool = False) -> set[Cell]:
    """Those of the texts that say so; a remark may say it anywhere, a subject may be about it."""
    found = column.texts_with(_STEMS + _STEMS_OF_REMARKS if remarks else _STEMS)
    return {text for text in found if (remark_called_off if remarks else _says_so)(text)}


def remark_called_off(text: str) -> bool:
    """Whether a remark says that its row was called off."""
    return _says_so(text) or bool(_REMARK.search(text))


def _says_so(text: str) -> bool:
    return bool(_TEXT.search(text) or (_IN_CAPITALS.search(text) and not text.isupper()))
