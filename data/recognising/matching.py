"""Which columns a heading could stand for, judged by its words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data import columns as c
from data import fields
from data.cells.amount_kinds import is_of_another_year
from data.cells.date_words import is_near_the_use, is_of_another_day
from data.cells.hours_heading import scale_of_heading, tells_no_hours
from data.cells.keys import heading_key, without_parentheses, word_set, words_in_parentheses
from data.cells.months import LIKE_A_MONTH, MONTHS
from data.recognising import headings as words
from data.recognising.headings import GROUP_WORDS, NEUTRAL_WORDS, Synonym, synonyms, vocabulary

KNOWN = "known"
SIMILAR = "similar"
REMEMBERED = "remembered"
CHOSEN = "chosen"
IGNORED = "ignored"

WEAK_TIER = 2
_MEASURES = fields.measures()
_CODES = frozenset(f.name for kind in c.KINDS for f in fields.of(kind, fields.Sort.CODE))
_MONEY = fields.measures(fields.Sort.AMOUNT)
_NO_MEASURE = frozenset(("per", "naam", "name", "names", "code", "id", "nummer", "nr", "artikel"))
# What may stand beside a word for money, and leaves it an amount: a period, a unit, a moment.
_BESIDE_MONEY = word_set(
    """jaar q1 q2 q3 q4 kwartaal kw 1e 2e 3e 4e t m tm tot en met ultimo eind einde stand
    peildatum lopend huidig x 1000 000 eu eur euro euros duizend mln excl incl exclusief
    inclusief btw structureel
    incidenteel lasten totaal totale bedrag bedragen platform31 p31 g40 bijdrage actueel actuele
    definitief year ytd to date as total amount amounts excluding including vat current"""
) | set(MONTHS)
# A rate is no quantity, and what adds up to a moment counts the earlier rows again.
_RATE = re.compile(
    r"\bper (uur|dag|week|maand|kwartaal|jaar|persoon|keer|deelnemer|advies|hour|day|month|year)\b"
    r"|\b(lopend|oplopend|running) (totaal|total)\b|\b(totaal|total) tot\b|\bp p\b"
    r"|\bp ?[wmjd]\b|\b(pw|pm|pj|pd|pp)\b|\bx \d|\bt m\b|\btot en met\b|\btot nu\b|\bytd\b"
)
_PER_MOMENT = re.compile(rf"\bper (\d|ultimo|eind|{LIKE_A_MONTH})")
# A subthema is no thema, a geboortedatum no date of use, a btwbedrag no amount.
_OTHER_COMPOUNDS = (
    "sub", "deel", "btw", "over", "verlof", "plan", "begro", "gepl", "geboort", "verval", "max",
    "min", "eind", "streef", "print", "subsid", "rest", "herinner", "lever", "openings", "kant",
    "offerte", "piek", "kern", "loon", "korting", "verschil", "figu", "besch",
)  # fmt: skip
_PER_UNIT = re.compile(
    r"[/\\]\s*(dag|week|wk|maand|mnd|kwartaal|jaar|jr|sessie|bijeenkomst|persoon|pers|p\.?p|deelnemer|advies|keer|day|month"
    r"|year|person|head)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:welke?|hoeveel|which|how (?:many|much)"
    r"|(?:wat (?:is|was)|what (?:is|was|are)) (?:de|het|je|jouw|uw|jullie|the|your))\s+(\w+)"
    r"|^(wanneer|when)\b",
    re.IGNORECASE,
)
# What somebody would like, or expects, was not held.
_WISHED = re.compile(
    r"\b(zou|zouden|wil|wilt|willen|wenst?|verwacht\w*|graag|interess\w*|would|wants?|likes?|will"
    r"|expect\w*|prefer\w*|volgend\w*|komend\w*|next|toekomst\w*|future|mist|missing|should)\b",
    re.IGNORECASE,
)
_NO_EUROS = re.compile(
    r"[$£¥]|\b(usd|gbp|chf|dollars?|ponden|index|indexcijfers?|fte|aantal|aantallen|stuks|number of"
    r"|percentage|graden)\b|°",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = frozenset(
    {"uren", "uur", "hours", "tijd", "kosten", "bedrag", "costs", "amount"}
)
_NOUNS = frozenset({"offerte", "offertes"})  # that end as adjectives do
_LEFT_OVER = frozenset({"over", "tegoed", "left"})
_OF_ALL_CITIES = frozenset({"g40", "g32", "gemeenten", "steden", "landelijk", "cities"})
_MAX_WORDS = 10
_MAX_LENGTH = 120


class Match(NamedTuple):
    """How well a heading stands for a column: score (0 to 100), tier of trust, `Heading.how`."""

    score: float
    tier: int
    how: str


def columns_for(parts: Sequence[str], kind: str) -> Mapping[str, Match]:
    """The columns of `kind` that a heading could be; `parts` are its rows, top first."""
    parts = [part for part in parts if part]
    if not parts:
        return {}
    found = dict(_columns_of_text(" ".join(parts), kind))
    if len(parts) > 1 and not _is_planned(" ".join(parts[:-1])):
        grouped = set(heading_key(" ".join(parts[:-1])).split()) <= GROUP_WORDS
        for column, match in _columns_of_text(parts[-1], kind).items():
            _keep_best(
                found, column, match._replace(score=match.score * (0.85 if grouped else 0.8))
            )
    return found


def strong_columns(parts: Sequence[str], kind: str) -> set[str]:
    """The columns of `kind` that a heading hardly can be anything else than."""
    return {column for column, match in columns_for(parts, kind).items() if match.tier == 0}


@lru_cache(maxsize=8192)
def _columns_of_text(text: str, kind: str) -> Mapping[str, Match]:
    key, bare = heading_key(text), heading_key(without_parentheses(text))
    if not key or len(text) > _MAX_LENGTH:
        return {}
    if "?" in text[4:]:
        return _columns_of_question(text, key, kind)
    found: dict[str, Match] = {}
    explained = len(words_in_parentheses(text)) > 2
    if explained and bare:
        key = bare
    if len(key.split()) > _MAX_WORDS:
        return {}
    for column, match in _by_words(key, kind):
        _keep_best(found, column, match)
    if bare and bare != key and not _turns_away(key):
        beside = [token for token in key.split() if token not in bare.split()]
        for column, match in _by_words(bare, kind):
            said = _judged(key, column, kind, match._replace(how=SIMILAR))
            if said and (column not in _MONEY or _stays_money(beside)):
                _keep_best(found, column, match._replace(score=match.score * 0.95))
    spelled = _spelled(key, kind)
    if spelled != key:
        for column, match in _by_words(spelled, kind):
            if column in _MONEY:  # of money nothing is guessed
                continue
            _keep_best(found, column, Match(match.score * 0.85, match.tier, SIMILAR))
    if _counts_no_euros(text):
        found = {column: match for column, match in found.items() if column not in _MONEY}
    if kind == c.USAGE and _PER_UNIT.search(text):
        found = {column: match for column, match in found.items() if column not in _MEASURES}
    if c.HOURS in found and tells_no_hours(text):
        found = {column: match for column, match in found.items() if column != c.HOURS}
    if is_of_another_year(text):
        found = {column: match for column, match in found.items() if column not in _MEASURES}
    if c.PARTICIPANTS in found and scale_of_heading(text) > 1:
        del found[c.PARTICIPANTS]
    if kind == c.USAGE and c.AMOUNT in found and _is_bare_value(key, text):
        del found[c.AMOUNT]
    if kind == c.USAGE and c.DATE in found:
        found[c.DATE] = _by_meaning(text, found[c.DATE])
    judged = {column: _judged(key, column, kind, match) for column, match in found.items()}
    return {column: match for column, match in judged.items() if match}


def _columns_of_question(text: str, key: str, kind: str) -> Mapping[str, Match]:
    """What the question of a form asks for: `Bij welke afdeling werk je?` a department."""
    asked = [*{heading_key(found[1] or found[2]) for found in _ASKED.finditer(text)}]
    if len(asked) != 1 or _WISHED.search(text) or tells_no_hours(text):
        return {}
    found = {
        column: Match(synonym.score * 0.8, max(synonym.tier, 1), SIMILAR)
        for column, synonym in _trusted(asked, kind).items()
    }
    judged = {column: _judged(key, column, kind, match) for column, match in found.items()}
    return {column: match for column, match in judged.items() if match}


def _is_bare_value(key: str, text: str) -> bool:
    """Whether a heading says `Waarde`, and not that it is in euros."""
    return key in ("waarde", "value") and not re.search(r"€|\beuro?s?\b", text, re.IGNORECASE)


def _by_meaning(text: str, match: Match) -> Match:
    """The match of a date, worse where it may not be that of the use: another goes before it."""
    share = 0.5 if is_of_another_day(text) else 0.65 if is_near_the_use(text) else 1.0
    return match._replace(score=match.score * share)


def _counts_no_euros(text: str) -> bool:
    """Whether a heading says that its numbers are of another currency, an index, or a number."""
    return bool(_NO_EUROS.search(text))


def _by_words(key: str, kind: str) -> Iterator[tuple[str, Match]]:
    for column, synonym in _whole(key.split(), kind).items():
        yield column, Match(synonym.score, synonym.tier, KNOWN)
    tokens = [token for token in key.split() if token not in NEUTRAL_WORDS]
    if len(tokens) < len(key.split()):
        for column, synonym in _whole(tokens, kind).items():
            yield column, Match(synonym.score * 0.95, synonym.tier, SIMILAR)
    if tokens and not _turns_away(key):
        yield from _by_part(tokens, kind)


def _by_part(tokens: list[str], kind: str) -> Iterator[tuple[str, Match]]:
    """The synonym as the first words of a heading, as its last words, or as a compound's end."""
    for size in range(len(tokens) - 1, 0, -1):
        first = _trusted(tokens[:size], kind)
        for column, synonym in first.items():
            if column not in _MONEY or _stays_money(tokens[size:]):
                yield column, Match(synonym.score * 0.9, synonym.tier, SIMILAR)
        if first:
            break
    for size in range(len(tokens) - 1, 0, -1):
        last = _trusted(tokens[-size:], kind)
        for column, synonym in last.items():
            if column in _MONEY and not _stays_money(tokens[:-size]):
                continue
            known = all(_describes(token) for token in tokens[:-size])
            score = synonym.score * (0.85 if known else 0.5)
            yield column, Match(score, synonym.tier if known else WEAK_TIER, SIMILAR)
        if last:
            break
    for column, ending in words.COMPOUND_ENDINGS.items():
        head = tokens[0]
        if column in _MONEY and len(tokens) > 1:
            continue
        if column in words.HEADINGS[kind] and _is_compound(head, ending):
            yield column, Match(62.0, 1 if len(tokens) == 1 else WEAK_TIER, SIMILAR)


def _stays_money(others: list[str]) -> bool:
    """Whether the other words of a heading leave a word for money what it is."""
    return all(x in _BESIDE_MONEY or x.isdigit() or _describes(x) for x in others)


def _is_compound(word: str, ending: str) -> bool:
    if not word.endswith(ending) or len(word) - len(ending) < 3:
        return False
    return word.startswith("overleg") or not word.startswith(_OTHER_COMPOUNDS)


def _describes(token: str) -> bool:
    """Dutch and English adjectives, and words such as `aantal`, leave the noun what it is."""
    return token in {"aantal", "totaal", "totale", "aant", "number", "total"} or (
        len(token) > 4
        and token not in _NOUNS
        and token.endswith(("de", "ende", "te", "lijke", "ing", "ed"))
    )


def _whole(tokens: list[str], kind: str) -> Mapping[str, Synonym]:
    return synonyms(kind).get("".join(tokens), {})


def _trusted(tokens: list[str], kind: str) -> dict[str, Synonym]:
    if len(tokens) == 1 and len(tokens[0]) < 3:
        return {}
    return {k: v for k, v in _whole(tokens, kind).items() if v.tier < WEAK_TIER}


def _turns_away(key: str) -> bool:
    return not words.OTHER_MEANING.isdisjoint(key.split())


def _is_planned(text: str) -> bool:
    return not words.PLANNED_WORDS.isdisjoint(heading_key(text).split())


def _judged(key: str, column: str, kind: str, match: Match) -> Match | None:
    """The match after what the other words of the heading say: as it was, weaker, or none."""
    if match.how == KNOWN:
        return match
    tokens = set(key.split())
    planned = kind == c.USAGE and column in _MEASURES | {c.DATE}
    if planned and tokens & words.PLANNED_WORDS:
        return None
    if column in _MEASURES and tokens & _LEFT_OVER:
        return None
    if column == c.PARTICIPANTS and tokens & _OF_ALL_CITIES:
        return None
    if kind == c.USAGE and column in _MEASURES and tokens & words.ADDED_UP_WORDS:
        return None
    if kind == c.USAGE and column in _MEASURES and _RATE.search(key):
        return None
    if column == c.PARTICIPANTS and tokens & _OF_SOMETHING_ELSE:
        return None
    refused = tokens & _NO_MEASURE
    if column in _MEASURES and (refused - {"per"} or (refused and not _PER_MOMENT.search(key))):
        return None
    if tokens & words.CODE_WORDS and column not in _MEASURES | _CODES:
        weaker = column in (c.DEPARTMENT, c.THEME)
        return Match(match.score * 0.5, WEAK_TIER, SIMILAR) if weaker else None
    if column == c.DATE and tokens & words.ENTRY_WORDS:
        return Match(match.score * 0.5, WEAK_TIER, SIMILAR)
    return match


def _keep_best(found: dict[str, Match], column: str, match: Match) -> None:
    if column not in found or match.score > found[column].score:
        found[column] = match


@lru_cache(maxsize=8192)
def _spelled(key: str, kind: str) -> str:
    """The key with each misspelled word replaced by the word it is one or two slips away from."""
    return " ".join(_spelled_word(word, kind) for word in key.split())


def _spelled_word(word: str, kind: str) -> str:
    listed = vocabulary(kind)
    if len(word) < 4 or word in listed or not word.isalpha() or _is_ordinary(word):
        return word
    slips = 1 if len(word) < 8 else 2
    near = [name for name in listed if name[0] == word[0]]
    found = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=slips)
    return found[0] if found else word


def _is_ordinary(word: str) -> bool:
    return (
        word in words.NOT_MISSPELLED
        or word in words.OTHER_MEANING
        or word in words.PLANNED_WORDS
        or word in NEUTRAL_WORDS
        or word in GROUP_WORDS
        or any(word in synonyms(kind) for kind in c.KINDS)
    )
