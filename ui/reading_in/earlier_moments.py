"""Going back to an earlier moment: which uploads counted then, and what that does to figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pandas as pd
import streamlit as st

from data.intake.restoring import RestorePreview, Totals, load_moments, preview_restore
from data.storing.store import default_url
from data.storing.versions import READ_BY_INTAKE, UPLOADS
from texts import translate as _
from ui.reading_in import outcomes, taking_back, upload_words
from ui.reading_in.changes import compare_counts
from ui.shared import formats, loaders
from ui.shared.caching import cached_as_shown
from ui.shared.formats import local_time
from ui.shared.safe import escape_markdown
from ui.shared.tables import show_wrapped

_PREVIEW = "upload_restore_preview"


def show_restore() -> None:
    """Choose an earlier moment, look at what restoring it does, and do it."""
    labels = _labels()
    earlier = [change for change in labels if change != max(labels)]
    if not earlier:
        return
    with st.expander(_("Back to an earlier moment"), icon=":material/history:"):
        st.markdown(
            _(
                "Choose a moment. You first see what would change; nothing is lost, and you can "
                "come back from it in the same way."
            )
        )
        chosen = st.selectbox(
            _("As it was after"),
            sorted(earlier, reverse=True),
            index=None,
            format_func=lambda change: labels.get(change, ""),
            placeholder=_("Choose a moment"),
            key=f"upload_restore_{max(labels)}",
        )
        if chosen is not None:
            _show_preview(chosen, _preview(chosen))


@cached_as_shown
def _labels() -> dict[int, str]:
    return moment_labels(loaders.loaded("moments", (UPLOADS,), load_moments))


def moment_labels(moments: pd.DataFrame) -> dict[int, str]:
    """Change -> when and what it was: `3 April 2026 at 12:03: upload 3 (a.xlsx) stored`."""
    known: set[int] = set()
    labels = {}
    moments = moments.assign(at=local_time(moments["at"]))
    for change, lines in moments.groupby("change", sort=True):
        stored = [line for line in lines.itertuples() if line.batch_id not in known]
        known |= set(lines["batch_id"])
        at = lines["at"].iloc[0]
        labels[int(str(change))] = _("{date} at {time}: {what}").format(
            date=formats.date(at), time=f"{at:%H:%M}", what=_happened(lines, stored)
        )
    return labels


def _happened(lines: pd.DataFrame, stored: list) -> str:
    parts = []
    if stored:
        named = [f"{line.batch_id} ({line.file})" for line in stored]
        parts.append(_("upload {uploads} stored").format(uploads=formats.enumerated(named)))
    numbers = [line.batch_id for line in stored]
    moved = lines[~lines["batch_id"].isin(numbers)]
    back = moved.loc[moved["active"], "batch_id"].tolist()
    gone = moved.loc[~moved["active"], "batch_id"].tolist()
    if gone:
        text = _("{uploads} replaced") if stored else _("{uploads} taken back")
        parts.append(text.format(uploads=upload_words.uploads_named(gone)))
    if back:
        named_back = upload_words.uploads_named(back)
        parts.append(_("{uploads} brought back").format(uploads=named_back))
    return "; ".join(parts)


def _preview(change: int) -> RestorePreview:
    """What restoring does, looked at once per version of the data."""
    key = (change, loaders.version(*READ_BY_INTAKE), default_url())
    kept = st.session_state.get(_PREVIEW)
    if kept is None or kept[0] != key:
        with st.spinner(_("Looking at what would change…")):
            kept = st.session_state[_PREVIEW] = (
                key, preview_restore(change, store=loaders.store()),
            )  # fmt: skip
    found: RestorePreview = kept[1]
    return found


def _show_preview(change: int, preview: RestorePreview) -> None:
    lines = [*_plan_lines(preview), *_name_lines(preview)]
    if preview.plan.empty:
        lines.append(_("Nothing changes: the same uploads count now."))
    st.markdown("\n".join("- " + escape_markdown(line) for line in lines))
    uses = [pd.Series(totals.uses, dtype="int64") for totals in (preview.before, preview.after)]
    for label, table in (
        (_("Use per year"), compare_counts(*uses)),
        (_("Budget per year"), budget_table(preview.before, preview.after)),
    ):
        if len(table):
            st.markdown(f"**{label}**")
            show_wrapped(table, alt=label, width="content")
    if not preview.plan.empty:
        st.button(
            _("Yes, restore this moment"),
            type="primary",
            key="upload_restore_yes",
            on_click=taking_back.run_and_tell,
            args=(partial(outcomes.restore, change, preview.plan),),
        )


def _plan_lines(preview: RestorePreview) -> Iterator[str]:
    plan = preview.plan
    if plan.taken_back:
        named = upload_words.uploads_named(plan.taken_back)
        yield _("No longer counts: {uploads}.").format(uploads=named)
    if plan.brought_back:
        named = upload_words.uploads_named(plan.brought_back)
        yield _("Counts again: {uploads}.").format(uploads=named)
    if plan.lost:
        named = upload_words.uploads_named(plan.lost)
        yield _("Cannot return, because the rows are deleted: {uploads}.").format(uploads=named)


def _name_lines(preview: RestorePreview) -> Iterator[str]:
    before, after = preview.before, preview.after
    for label, names in (
        (_("New departments: {names}."), after.departments - before.departments),
        (_("New themes: {names}."), after.themes - before.themes),
        (_("Departments removed: {names}."), before.departments - after.departments),
        (_("Themes removed: {names}."), before.themes - after.themes),
    ):
        if names:
            yield label.format(names=upload_words.names_listed(sorted(names)))


def budget_table(before: Totals, after: Totals) -> pd.DataFrame:
    """Year and kind, and the amount before and after, where that differs."""
    keys = sorted({*before.budget, *after.budget})
    changed = [key for key in keys if before.budget.get(key) != after.budget.get(key)]

    def euros(totals: Totals, key: tuple[int, str]) -> str:
        return formats.money(Decimal(totals.budget.get(key, 0)) / 100)

    return pd.DataFrame(
        {
            _("Year"): [
                f"{year}, {upload_words.budget_kind_label(kind)}" for year, kind in changed
            ],
            _("Before"): [euros(before, key) for key in changed],
            _("After"): [euros(after, key) for key in changed],
        },
        dtype="str",
    )
