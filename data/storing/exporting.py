"""Every stored row with the canonical columns, to take elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Select, select, true

from data import fields
from data.columns import (
    BUDGET,
    DEPARTMENT,
    DOMAIN,
    KINDS,
    ORIGIN_COLUMNS,
    PILLAR,
    RECORD_ID,
    TASK,
    THEME,
    USAGE,
    VALID_FROM,
    VALID_TO,
    YEAR,
)
from data.storing import frames, organisation
from data.storing import tables as t
from data.storing.arrays import fetch
from data.storing.organisation_facts import load_organisation_facts
from data.storing.replacing import replaced_ids
from data.storing.store import Store

DEPARTMENTS, THEMES, RELEVANCE, REPORTS = "departments", "themes", "relevance", "reports"
COUNTS = "counts"  # whether the page Budget counts a line
EXPORT_COLUMNS: dict[str, tuple[str, ...]] = {
    USAGE: (*fields.names(USAGE), *ORIGIN_COLUMNS),
    BUDGET: (*fields.names(BUDGET), *ORIGIN_COLUMNS, COUNTS),
    DEPARTMENTS: (
        DEPARTMENT, DOMAIN, "proposed_domain", "domain_confirmed", VALID_FROM, VALID_TO, "manager",
        "employees", "stated", "relevance_confirmed",
    ),
    THEMES: (THEME, PILLAR, TASK, VALID_FROM, VALID_TO, "stated"),
    RELEVANCE: (DEPARTMENT, THEME, "relevant", "edited", "confirmed"),
    REPORTS: (
        "id", "batch_id", "file", "from", "to", "departments", "channels", "themes", "complete",
        "stated", "source", "state",
    ),
}  # fmt: skip
_TABLES = {USAGE: t.usage_record, BUDGET: t.budget_line}
_AS_TOLD: Mapping[fields.Sort, Callable[[Any], Any]] = {
    fields.Sort.DAY: str,
    fields.Sort.FLAG: bool,
    fields.Sort.AMOUNT: lambda cents: cents / 100,
}


def export_rows(store: Store, kind: str) -> Iterator[dict[str, Any]]:
    """Every active record of `kind`, in the order in which they were read in.

    The keys are those of `EXPORT_COLUMNS`; dates are ISO texts, amounts euros, missing is None.
    """
    if kind not in KINDS:
        yield from _organisation_rows(store, kind)
        return
    with store.reading() as connection:
        columns = fetch(connection, _chosen(kind))
    ids = columns.pop(RECORD_ID)
    if kind == BUDGET:
        counted = set(frames.load_budget(store)[RECORD_ID].tolist())
        columns[COUNTS] = tuple(number in counted for number in ids)
    for field in fields.of(kind, *_AS_TOLD):
        told = _AS_TOLD[field.sort]
        columns[field.name] = tuple(None if v is None else told(v) for v in columns[field.name])
    for line in zip(*columns.values(), strict=True):
        yield dict(zip(columns, line, strict=True))


def _organisation_rows(store: Store, kind: str) -> Iterator[dict[str, Any]]:
    """The departments and themes with the years in which they count, what is relevant, and what
    the lists tell about: all that a figure is computed from beside the records."""
    if kind == RELEVANCE:
        frame = frames.load_relevance(store)
    elif kind == REPORTS:
        frame = frames.load_reports(store).rename(columns={"first_day": "from", "last_day": "to"})
        for day in ("from", "to"):
            frame[day] = frame[day].dt.strftime("%Y-%m-%d")
        for names in ("departments", "themes"):
            told = ["all" if some is None else ";".join(some) for some in frame[names]]
            frame[names] = pd.Series(told, frame.index, dtype="str")
    else:
        loads = {
            DEPARTMENTS: organisation.load_all_departments, THEMES: organisation.load_all_themes
        }  # fmt: skip
        frame = _with_years_of_use(loads[kind](store), store)
    chosen = frame[list(EXPORT_COLUMNS[kind])].astype(object)
    for row in chosen.where(chosen.notna(), None).to_dict("records"):
        yield {str(name): _as_python(value) for name, value in row.items()}


def _with_years_of_use(names: pd.DataFrame, store: Store) -> pd.DataFrame:
    """A name that is known from a list only counts as of its first use, see `analysis.structure`.

    A department does so only once somebody said that the others are all there are.
    """
    kind = str(names.columns[0])
    open_lines = ~names["stated"]
    if kind == DEPARTMENT and not load_organisation_facts(store).confirmed:
        return names
    usage = frames.load_usage(store)
    years = usage[YEAR].groupby(usage[kind].astype("str")).agg(["min", "max"])
    bounds = {VALID_FROM: "min"} | ({VALID_TO: "max"} if kind == DEPARTMENT else {})
    for column, bound in bounds.items():
        used = names[kind].map(years[bound]).astype("Int64")
        names[column] = names[column].where(~open_lines | names[column].notna(), used)
    return names


def _as_python(value: Any) -> Any:  # noqa: ANN401  # whatever a frame holds
    return value.item() if hasattr(value, "item") else value


def _chosen(kind: str) -> Select[Any]:
    table = _TABLES[kind]
    elsewhere = {
        DEPARTMENT: t.department.c.name,
        THEME: t.theme.c.name,
        **{f.name: table.c[f.kept_as] for f in fields.of(kind, fields.Sort.AMOUNT)},
        "batch_id": t.batch.c.id,
        "file": t.batch.c.file,
        "sheet": t.sheet_report.c.sheet,
    }
    parts = [
        (elsewhere[name] if name in elsewhere else table.c[name]).label(name)
        for name in (*fields.names(kind), *ORIGIN_COLUMNS)
    ]
    parts.append(table.c.id.label(RECORD_ID))
    counted = table.c.id.not_in(replaced_ids()) if kind == USAGE else true()
    return (
        select(*parts)
        .select_from(table)
        .where(counted)
        .join(t.sheet_report)
        .join(t.batch)
        .join(t.department, t.department.c.id == table.c.department_id, isouter=True)
        .join(t.theme, t.theme.c.id == table.c.theme_id, isouter=True)
        .order_by(t.batch.c.id, t.sheet_report.c.position, table.c.id)
    )
