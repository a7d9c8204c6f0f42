"""What the store holds, as pandas frames: the only form in which pages and measures see it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Connection, case, select

from data.columns import (
    BATCH_ID,
    BUDGET,
    CONCERNS,
    DATE,
    DEPARTMENT,
    DOMAIN,
    FILE,
    PILLAR,
    RECORD_ID,
    ROW,
    SHEET,
    TASK,
    THEME,
    UNCLASSIFIED,
    USAGE,
    YEAR,
)
from data.fields.choices import CLASSES
from data.money.sources import Chosen, Rivals, rivals_in, which_count
from data.reference import default_relevance
from data.storing import tables as t
from data.storing.actions import load_actions
from data.storing.arrays import (
    Columns,
    Values,
    attribute,
    fetch,
    fetch_by_id,
    integers,
)
from data.storing.change_log import load_changes
from data.storing.column_copy import load_columns
from data.storing.confirmations import load_confirmations
from data.storing.dossiers import load_dossiers
from data.storing.draws import load_draws
from data.storing.finance import latest_amounts
from data.storing.meeting_agreements import load_meeting_agreements
from data.storing.money import load_population
from data.storing.money_sources import load_chosen_sources
from data.storing.names import load_forms
from data.storing.organisation import load_all_departments, load_all_themes
from data.storing.proposals import load_proposals
from data.storing.record_columns import record_columns
from data.storing.reorganising import load_reorganisations, load_successions
from data.storing.replacing import replaced_ids
from data.storing.reports import load_reported, load_reports, proposed_batches
from data.storing.requests import load_requests
from data.storing.store import Store, data_version
from data.storing.uploads import (
    load_batches,
    load_corrected,
    load_overlaps,
    load_rejected,
    load_sheet_reports,
)
from data.storing.versions import (
    ACTIONS,
    AGREED,
    AGREEMENTS,
    CONFIRMATIONS,
    DOSSIERS,
    LOG,
    NAMES,
    PROPOSALS,
    RELEVANCE,
    REPORTS,
    REQUESTS,
    STRUCTURE,
    UPLOADS,
)
from data.storing.versions import BUDGET as BUDGET_LINES
from data.storing.versions import USAGE as USE

__all__ = [
    "data_version",
    "load_actions",
    "load_all_departments",
    "load_all_themes",
    "load_batches",
    "load_budget",
    "load_changes",
    "load_confirmations",
    "load_corrected",
    "load_departments",
    "load_dossiers",
    "load_draws",
    "load_meeting_agreements",
    "load_overlaps",
    "load_population",
    "load_proposals",
    "load_rejected",
    "load_relevance",
    "load_reorganisations",
    "load_reported",
    "load_reports",
    "load_requests",
    "load_rivals",
    "load_sheet_reports",
    "load_successions",
    "load_themes",
    "load_usage",
]

# Frame -> the kinds of data that it is made of. What it shows of an upload is not among them: an
# upload comes and goes with its records.
READS: Mapping[str, tuple[str, ...]] = {
    "actions": (ACTIONS, NAMES),
    "all_departments": (NAMES,),
    "all_themes": (NAMES,),
    "batches": (UPLOADS,),
    "budget": (BUDGET_LINES, NAMES),
    "changes": (LOG,),
    "confirmations": (CONFIRMATIONS, NAMES),
    "corrected": (UPLOADS, USE),
    "departments": (NAMES,),
    "dossiers": (DOSSIERS,),
    "draws": (ACTIONS, NAMES),
    "meeting_agreements": (AGREED, NAMES, ACTIONS),
    "overlaps": (UPLOADS,),
    "population": (AGREEMENTS,),
    "proposals": (PROPOSALS, NAMES, UPLOADS),
    "relevance": (NAMES, RELEVANCE),
    "reorganisations": (STRUCTURE, NAMES),
    "reported": (REPORTS, UPLOADS, NAMES, CONFIRMATIONS),
    "reports": (REPORTS, UPLOADS, NAMES, CONFIRMATIONS),
    "requests": (REQUESTS, NAMES),
    "rivals": (BUDGET_LINES, UPLOADS, NAMES),
    "successions": (STRUCTURE, NAMES),
    "themes": (NAMES,),
    "usage": (USE, NAMES, REPORTS),
}


def load_usage(store: Store) -> pd.DataFrame:
    """Every stored use, by date: who, what, when, and where it came from.

    Columns: id, batch_id, those of `data.fields.usage` (amounts in euro), domain, pillar, task,
    file, sheet, row, year. What was not given is missing. The list of a department that nobody
    accepted does not count.
    """
    with store.reading() as connection:
        record = load_columns(connection)
        replaced = connection.execute(replaced_ids()).scalars().all()
        waiting = proposed_batches(connection)
        departments, themes = _departments(connection), _themes(connection)
        names = {DEPARTMENT: departments, THEME: themes}
        origins = _origins(connection)
        forms = load_forms(connection)
    if replaced:
        record = record.filter(pc.invert(pc.is_in(record["id"], pa.array(replaced))))
    if waiting:
        of_waiting = origins.index[origins[BATCH_ID].isin(waiting)].to_list()
        record = record.filter(pc.invert(pc.is_in(record["sheet_id"], pa.array(of_waiting))))
    record = record.take(_by_date(record))
    columns = dict(zip(record.column_names, record.columns, strict=True))
    frame = pd.DataFrame(
        {
            RECORD_ID: integers(columns["id"]),
            BATCH_ID: _batch_ids(integers(columns["sheet_id"]), origins),
            **record_columns(USAGE, columns, names, forms=forms),
            **{
                column: attribute(integers(columns[key]), attributes, column, CLASSES[column])
                for key, attributes, column in (
                    ("department_id", departments, DOMAIN),
                    ("theme_id", themes, PILLAR),
                    ("theme_id", themes, TASK),
                )
            },
            **_origin_values(columns, origins),
        }
    )
    frame[YEAR] = frame[DATE].dt.year.astype("int64")
    return frame


def _by_date(record: pa.Table) -> np.ndarray:
    """The order of the records: by date, and by number within a day."""
    days = record["date"].cast(pa.int32()).to_numpy()
    return np.lexsort((record["id"].to_numpy(), days))


def load_budget(store: Store, *, every: bool = False) -> pd.DataFrame:
    """The stored budget lines that count, by year; with `every`, all of them.

    Columns: id, batch_id, those of `data.fields.budget` (amounts in euro), file, sheet, row.
    `concerns` is missing where nobody decided: such lines do not count. Of amounts that count from
    the first of January only the latest are given, and of several uploads about the same money
    those that count (`load_rivals`).
    """
    money = load_money(store)
    lines = money.lines if every else money.lines[counting(money, money.lines[CONCERNS])]
    return lines.sort_values([YEAR, RECORD_ID], ignore_index=True)


def load_rivals(store: Store) -> list[Rivals]:
    """The years and kinds of amount of which several uploads may tell the same money."""
    return load_money(store).open_and_decided()


@dataclass(frozen=True)
class Money:
    """The latest amounts, counting or not, and what was decided of uploads about the same money.

    `of_source` is the upload that each line belongs to: itself, or the file whose rows it mends.
    """

    lines: pd.DataFrame
    of_source: pd.Series
    chosen: Chosen

    def open_and_decided(self) -> list[Rivals]:
        """The uploads that may tell the same money."""
        return self.rivals(self.lines[CONCERNS])

    def with_lines(self, lines: pd.DataFrame, batch_id: int) -> Money:
        """The same, as if these lines were stored too, as an upload of their own."""
        both = pd.concat([self.lines, lines[[x for x in lines if x in self.lines]]])
        both = both.reset_index(drop=True)
        of_source = pd.concat([self.of_source, pd.Series(batch_id, lines.index)])
        latest = latest_amounts(both, both[BATCH_ID].to_numpy())
        return Money(both[latest], of_source.reset_index(drop=True)[latest], self.chosen)

    def rivals(self, concerns: pd.Series) -> list[Rivals]:
        """The uploads that may tell the same money, of the lines that concern Platform31."""
        ours = concerns.fillna(False).astype(bool)
        return rivals_in(self.lines.assign(**{BATCH_ID: self.of_source})[ours], self.chosen)


def counting(money: Money, concerns: pd.Series) -> np.ndarray:
    """Per line whether the page Budget counts it."""
    by_source = money.lines.assign(**{BATCH_ID: money.of_source})
    chosen = which_count(by_source, money.rivals(concerns))
    return concerns.fillna(False).to_numpy(bool) & chosen


def load_money(store: Store) -> Money:
    """Every stored budget line, of amounts that count from the first of January the latest."""
    with store.reading() as connection:
        return money_in(connection)


def money_in(connection: Connection, *, besides: Collection[int] = ()) -> Money:
    """The same by this connection, without the lines of some uploads."""
    line = fetch(connection, select(t.budget_line))
    names = {DEPARTMENT: _departments(connection), THEME: _themes(connection)}
    origins = _origins(connection)
    frame = pd.DataFrame(
        {
            RECORD_ID: integers(line["id"]),
            BATCH_ID: _batch_ids(line["sheet_id"], origins),
            **record_columns(BUDGET, line, names),
            **_origin_values(line, origins),
        }
    )
    wanted = ~frame[BATCH_ID].isin(list(besides)).to_numpy(bool)
    sheets = integers(line["sheet_id"])[wanted]
    frame = frame[wanted]
    frame = frame[latest_amounts(frame, sheets)]
    of_source = frame[BATCH_ID].replace(_mended(connection))
    return Money(frame, of_source, load_chosen_sources(connection))


def _mended(connection: Connection) -> dict[int, int]:
    """An upload with mended rows -> the upload of the file that they belong to."""
    b = t.batch.c
    lines = connection.execute(select(b.id, b.sha256, b.mends).order_by(b.id)).all()
    of_file = {line.sha256: line.id for line in lines}
    return {line.id: of_file[line.mends] for line in lines if line.mends in of_file}


def _origin_values(record: Columns, origins: pd.DataFrame) -> dict[str, Any]:
    """Where the records came from: file, sheet and row."""
    of_sheet = integers(record["sheet_id"])
    return {
        FILE: attribute(of_sheet, origins, FILE),
        SHEET: attribute(of_sheet, origins, SHEET),
        ROW: integers(record["row"]),
    }


def load_departments(store: Store) -> pd.DataFrame:
    """Every department: department, domain; by domain, then name."""
    with store.reading() as connection:
        return _departments(connection).reset_index(drop=True)


def load_themes(store: Store) -> pd.DataFrame:
    """Every theme: theme, pillar, task; by pillar, then name."""
    with store.reading() as connection:
        return _themes(connection).reset_index(drop=True)


def load_relevance(
    store: Store,
    departments: Collection[str] | None = None,
    themes: Collection[str] | None = None,
) -> pd.DataFrame:
    """Every department x theme: department, theme, relevant, edited (by the coordinator), confirmed
    (whether the coordinator said so of the department as a whole).

    What nobody decided follows the domain of the department, also when that is a proposal. There
    are as many as the product: whoever may have thousands of names says of which it is.
    """
    d = t.department.c
    more = select(d.id, d.domain.label("proposed"), d.relevance_confirmed.label("confirmed"))
    with store.reading() as connection:
        of, on = _departments(connection), _themes(connection)
        of = of.join(fetch_by_id(connection, more))
        edited = fetch(connection, select(t.relevance))
    of = of if departments is None else of[of[DEPARTMENT].isin(list(departments))]
    on = on if themes is None else on[on[THEME].isin(list(themes))]
    stated = default_relevance()
    default = {
        domain: np.array([stated.get((domain, pillar), True) for pillar in on[PILLAR]], dtype=bool)
        for domain in of["proposed"].unique()
    }
    relevant = np.array([default[domain] for domain in of["proposed"]], dtype=bool)
    relevant = relevant.reshape(len(of), len(on))
    chosen = np.zeros_like(relevant)
    rows = of.index.get_indexer(pd.Index(integers(edited["department_id"])))
    columns = on.index.get_indexer(pd.Index(integers(edited["theme_id"])))
    there = (rows >= 0) & (columns >= 0)
    relevant[rows[there], columns[there]] = np.array(edited["relevant"], dtype=bool)[there]
    chosen[rows[there], columns[there]] = True
    return pd.DataFrame(
        {
            DEPARTMENT: of[DEPARTMENT].repeat(len(on)).array,
            THEME: np.tile(on[THEME].to_numpy(dtype=object), len(of)),
            "relevant": relevant.ravel(),
            "edited": chosen.ravel(),
            "confirmed": np.repeat(of["confirmed"].to_numpy(dtype=bool), len(on)),
        }
    ).astype({DEPARTMENT: "str", THEME: "str"})


def load_decided_relevance(store: Store) -> dict[tuple[str, str], bool]:
    """What the coordinator decided: department and theme -> whether it is relevant."""
    d, h, r = t.department.c, t.theme.c, t.relevance.c
    chosen = select(d.name, h.name, r.relevant).select_from(t.relevance)
    joined = chosen.join(t.department, d.id == r.department_id).join(t.theme, h.id == r.theme_id)
    with store.reading() as connection:
        found = connection.execute(joined.order_by(d.name, h.name)).all()
    return {(department, theme): bool(relevant) for department, theme, relevant in found}


def _departments(connection: Connection) -> pd.DataFrame:
    """A domain that is only proposed counts as unknown."""
    d = t.department.c
    domain = case((d.domain_confirmed, d.domain), else_=UNCLASSIFIED).label(DOMAIN)
    frame = fetch_by_id(connection, select(d.id, d.name.label(DEPARTMENT), domain))
    return _sorted(frame.astype("str"), DOMAIN, CLASSES[DOMAIN], DEPARTMENT)


def _themes(connection: Connection) -> pd.DataFrame:
    h = t.theme.c
    chosen = select(h.id, h.name.label(THEME), h.pillar.label(PILLAR), h.task.label(TASK))
    return _sorted(fetch_by_id(connection, chosen).astype("str"), PILLAR, CLASSES[PILLAR], THEME)


def _sorted(frame: pd.DataFrame, group: str, order: tuple[str, ...], name: str) -> pd.DataFrame:
    place = {value: position for position, value in enumerate(order)}
    key = frame[group].map(lambda value: place.get(value, len(place)))
    return (
        frame.assign(_key=key, _name=frame[name].str.casefold())
        .sort_values(["_key", group, "_name"])
        .drop(columns=["_key", "_name"])
    )


def _origins(connection: Connection) -> pd.DataFrame:
    """Sheet id -> batch, file and sheet."""
    chosen = select(
        t.sheet_report.c.id,
        t.sheet_report.c.batch_id.label(BATCH_ID),
        t.batch.c.file.label(FILE),
        t.sheet_report.c.sheet.label(SHEET),
    )
    return fetch_by_id(connection, chosen.join(t.batch).order_by(t.sheet_report.c.id))


def _batch_ids(sheet_ids: Values, origins: pd.DataFrame) -> np.ndarray:
    places = origins.index.get_indexer(pd.Index(integers(sheet_ids)))
    return origins[BATCH_ID].to_numpy(dtype="int64")[places]
