"""Which bookings are invoices of the yearly contribution: certain, or open until a person ticks."""

from __future__ import annotations

import re

import pandas as pd

from analysis.money.euros import in_cents
from data.columns import (
    ACTUAL,
    BUDGET_KIND,
    CONTRIBUTION,
    DESCRIPTION,
    SUPPLIER,
    YEAR,
)

_CONTRIBUTION = re.compile(r"\b(jaar)?(bijdragen?|contributies?)\b")
# What may stand beside it in the text of such an invoice; any other word makes it a question.
_BESIDE = re.compile(
    r"^(kennispartners?|kennisinstituut|jaarlijkse?|jaar|vaste?|gemeentelijke?|gemeente|structurele?|aan|van|voor|de|het|t|m|tm|in"
    r"|en|per|stichting|platform|platform ?31|p31|g40|g32|netwerk|stedennetwerk|stedennetwerken"
    r"|convenant|samenwerking|(samenwerkings|uitvoerings)?overeenkomst|factuur|facturen|nota"
    r"|creditnota|creditfactuur|credit|correctie|storno|termijn|deel|kwartaal|kw|q|halfjaar|maand"
    r"|periode|eerste|tweede|derde|vierde|inwoner|inwoners|basis|btw|incl|excl|inclusief"
    r"|exclusief|\d+(e|ste|de)?|[kq]\d|jan\w*|feb\w*|maart|mrt|apr\w*|mei|jun\w*|jul\w*|aug\w*"
    r"|sep\w*|okt\w*|nov\w*|dec\w*)$"
)
_OURS = re.compile(r"\b(platform[\s-]?31|p31)\b")
_WORD = re.compile(r"[^\W_]+")


def contribution_lines(lines: pd.DataFrame) -> pd.Series:
    """Per line whether it is an invoice of the contribution (`boolean`); missing where it is open.

    As a person said; else by its text, when that names the contribution and nothing else, and by
    whom it was paid to. Only what is booked can be one.
    """
    booked = lines[BUDGET_KIND].astype("str") == ACTUAL
    texts = lines[DESCRIPTION].astype("str").fillna("").str.casefold()
    named = texts.map({text: bool(_CONTRIBUTION.search(text)) for text in texts.unique()})
    certain = texts.map({text: _names_nothing_else(text) for text in texts.unique()}).astype(bool)
    suppliers = lines[SUPPLIER].astype("str").fillna("").str.casefold()
    ours = (suppliers == "") | suppliers.map(
        {name: bool(_OURS.search(name)) for name in suppliers.unique()}
    ).astype(bool)
    named = named.astype(bool)
    found = pd.Series(named & certain & ours, lines.index, dtype="boolean")
    found = found.mask(named & ~(certain & ours), pd.NA)
    said = lines[CONTRIBUTION].astype("boolean")
    return said.fillna(found) & booked


def invoiced_by_year(lines: pd.DataFrame, contribution: pd.Series) -> dict[int, int]:
    """Year -> cents invoiced as contribution; a year in which a line is open is not known."""
    known = ~lines[YEAR].isin(open_years(lines, contribution))
    ours = lines[contribution.fillna(False).astype(bool) & known]
    sums = in_cents(ours).groupby(ours[YEAR]).sum()
    return dict(zip(sums.index.tolist(), sums.tolist(), strict=True))


def open_years(lines: pd.DataFrame, contribution: pd.Series) -> list[int]:
    """The years in which a person has yet to say of a line whether it is the contribution."""
    return sorted({int(year) for year in lines.loc[contribution.isna(), YEAR]})


def _names_nothing_else(text: str) -> bool:
    words = _WORD.findall(text)
    return all(_BESIDE.match(word) or _CONTRIBUTION.fullmatch(word) for word in words)
