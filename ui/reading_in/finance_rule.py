"""The rule by which lines concern Platform31, and what changing it does to earlier uploads."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from data import columns as c
from data.storing.finance import load_rule, save_rule
from data.storing.rule_changes import RuleEffect, effects_of
from data.users import CLASSIFY
from data.values.finance_reading import FinanceReading
from data.values.finance_rule import FIELDS, HINTS, NOT, WORDS, Rule
from texts import Text, ngettext
from texts import translate as _
from ui.reading_in.pending_files import Pending
from ui.shared import formats, loaders, visitor
from ui.shared.safe import escape_markdown

_PLACES = {c.ACCOUNT: 0, c.SUPPLIER: 1, c.COST_CENTRE: 3}  # of a line's texts
_KINDS = {
    c.BUDGETED: Text("Budgeted"),
    c.ACTUAL: Text("Spent"),
    c.COMMITMENT: Text("Committed"),
}


def edit_rule(item: Pending, reading: FinanceReading) -> None:
    """The rule itself, for who may change it; it is remembered for every file that follows."""
    if not visitor.current_user().may(CLASSIFY):
        return
    for hint, count in reading.hints.items():
        sentence = ngettext(
            "{n} line that the rule leaves holds “{word}”. Add it below when that is Platform31.",
            "{n} lines that the rule leaves hold “{word}”. Add it below when that is Platform31.",
            count,
        )
        st.caption(escape_markdown(sentence.format(n=formats.number(count), word=hint)))
    with st.expander(_("Change the rule"), key=f"finance_rule_{item.number}"):
        st.caption(
            _(
                "A line concerns Platform31 when any of these holds and none of the exceptions "
                "does. When earlier uploads would change, you see that first."
            )
        )
        with st.form(f"finance_rule_form_{item.number}", border=False):
            chosen = {field: _choose_values(item, reading, field) for field in FIELDS}
            if st.form_submit_button(_("Remember this rule")):
                _propose(item, chosen)
        _show_effects(item)


def _choose_values(item: Pending, reading: FinanceReading, field: str) -> list[str]:
    labels = {
        c.SUPPLIER: _("Supplier holds"),
        c.ACCOUNT: _("Ledger account is"),
        c.COST_CENTRE: _("Cost centre is"),
        WORDS: _("Description holds"),
        f"{NOT}{c.SUPPLIER}": _("But not: supplier holds"),
        f"{NOT}{c.ACCOUNT}": _("But not: ledger account is"),
        f"{NOT}{WORDS}": _("But not: description holds"),
    }
    with loaders.store().reading() as connection:
        values = load_rule(connection).values(field)
    words = field.removeprefix(NOT) == WORDS
    proposed = (HINTS if field == WORDS else ()) if words else _values_in(reading, field)
    return st.multiselect(
        labels[field],
        list(dict.fromkeys([*values, *proposed])),
        default=values,
        accept_new_options=True,
        key=f"finance_rule_{item.number}_{field}",
        placeholder=_("Choose, or type and press Enter"),
    )


def _values_in(reading: FinanceReading, field: str) -> list[str]:
    lines = [*reading.kept.lines, *reading.left.lines]
    found = dict.fromkeys(line.texts[_PLACES[field.removeprefix(NOT)]] for line in lines)
    return [value for value in found if value]


def _propose(item: Pending, chosen: dict[str, list[str]]) -> None:
    """Remember the rule at once when no earlier upload changes by it; else show that first."""
    rule = Rule.of((field, value) for field, values in chosen.items() for value in values)
    if effects_of(loaders.store(), rule):
        st.session_state[_proposed(item)] = rule
    else:
        _remember(item, rule, earlier=False)


def _show_effects(item: Pending) -> None:
    """What the proposed rule would change, and whether it is to do so."""
    rule: Rule | None = st.session_state.get(_proposed(item))
    if rule is None:
        return
    effects = effects_of(loaders.store(), rule)
    st.warning(escape_markdown(effects_in_words(effects)), icon=":material/rule:")
    alt = _("What counts of each earlier upload, by the rule now and by the new one.")
    st.dataframe(effects_table(effects), hide_index=True, alt=alt)
    with st.container(horizontal=True):
        if st.button(_("Change the earlier uploads too"), type="primary", key="rule_earlier"):
            _remember(item, rule, earlier=True)
        if st.button(_("Only for files from now on"), key="rule_new_files"):
            _remember(item, rule, earlier=False)
        if st.button(_("Leave the rule as it was"), key="rule_cancel"):
            del st.session_state[_proposed(item)]
            st.rerun()


def effects_in_words(effects: Sequence[RuleEffect]) -> str:
    """How many uploads change, and what cannot be told."""
    changed = len({effect.batch_id for effect in effects if effect.changes})
    parts = [
        ngettext(
            "By the new rule other lines count of {n} earlier upload. What you ticked by hand "
            "stays as it is.",
            "By the new rule other lines count of {n} earlier uploads. What you ticked by hand "
            "stays as it is.",
            changed,
        ).format(n=formats.number(changed))
    ]
    unsure = len({effect.batch_id for effect in effects if effect.unsure})
    if unsure:
        text = ngettext(
            "Of {n} upload the lines that were left out have no texts to judge by. Take it back "
            "and read the file in again to let the rule decide of those.",
            "Of {n} uploads the lines that were left out have no texts to judge by. Take them "
            "back and read the files in again to let the rule decide of those.",
            unsure,
        )
        parts.append(text.format(n=formats.number(unsure)))
    return " ".join(parts)


def effects_table(effects: Sequence[RuleEffect]) -> pd.DataFrame:
    """A row per upload and kind of amount: what counts now, and what would."""
    return pd.DataFrame(
        {
            _("Upload"): [f"{effect.batch_id}: {effect.file}" for effect in effects],
            _("Kind"): [str(_KINDS[effect.kind]) for effect in effects],
            _("Lines now"): [effect.lines_before for effect in effects],
            _("Amount now"): [formats.money(effect.cents_before / 100) for effect in effects],
            _("Lines then"): [effect.lines_after for effect in effects],
            _("Amount then"): [formats.money(effect.cents_after / 100) for effect in effects],
            _("Without texts"): [
                formats.money(effect.unsure_cents / 100) if effect.unsure else ""
                for effect in effects
            ],
        }
    )


def _proposed(item: Pending) -> str:
    return f"finance_rule_proposed_{item.number}"


def _remember(item: Pending, rule: Rule, *, earlier: bool) -> None:
    st.session_state.pop(_proposed(item), None)
    save_rule(loaders.store(), visitor.current_user(), rule, earlier=earlier)
    st.rerun()
