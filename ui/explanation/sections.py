"""The parts of the page that explains: measures, signs, origin of the data, the decision."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analysis.money.contribution import YearCheck, check_years
from data.money.agreements import Agreement, decision
from data.states import STATES
from reports.money.words import check_in_words, range_in_words
from texts import translate as _
from ui.explanation.measures import Measure
from ui.shared import formats
from ui.shared.frame import link_to
from ui.shared.map import legend
from ui.shared.safe import escape_markdown


def show_measures(measures: Sequence[Measure]) -> None:
    """Measures: what each is called; unfolded, how it is made and an example with numbers."""
    st.markdown(_("Where there is nothing to count, it says “n/a” and never 0."))
    grid = st.grid(3, min_column_width=340, key=f"measures_{measures[0].name.msgid}")
    for measure in measures:
        with grid.cell(), st.expander(str(measure.name)):
            example = _("Example: {example}").format(example=measure.example)
            st.markdown(f"{escape_markdown(measure.formula)}\n\n*{escape_markdown(example)}*")


def show_legend() -> None:
    """The states of a cell."""
    st.markdown(
        _(
            "On the map every combination of department and theme has one of {n} signs. "
            "“Nothing reported” is not the same as “nothing used”."
        ).format(n=len(STATES))
    )
    st.markdown(legend())


def show_origin() -> None:
    """Where the data come from, and what is done with them."""
    st.markdown(
        "\n".join(
            f"- {text}"
            for text in (
                _("All use comes from the Excel files that are read in on the page Read in."),
                _("Every row of a file is counted: accepted, rejected with a reason, or skipped."),
                _("Every figure leads to its records, and every record to its file, sheet, row."),
                _("Columns with names of persons, e-mail or bank accounts are not stored."),
                _("An upload can be taken back; the figures are then exactly as before."),
                _("Domains, pillars and relevant combinations are proposals; you can change them."),
            )
        )
    )


def show_decision() -> None:
    """The facts of the decision with their source, and what its own figures imply."""
    agreement = decision()
    (check, *_rest) = checks = check_years([agreement], {})
    st.caption(
        _(
            "Source: decision of the mayor and aldermen of Haarlem on the agreement with "
            "Platform31, 2019 up to and including 2022 (Collegebesluit Platform31)."
        )
    )
    st.table(decision_facts(agreement), alt=_("The facts of the decision"))
    st.subheader(_("Contribution check"), anchor=False)
    st.table(check_facts(check), alt=_("The contribution check"))
    st.markdown(escape_markdown(check_in_words(checks)))
    link_to("budget", _("Year by year, on Budget"))


def decision_facts(agreement: Agreement) -> pd.DataFrame:
    """What the decision says: a name and a value per line."""
    return _facts(
        {
            _("Term"): agreement.term,
            _("Contribution of Haarlem in the budget"): _("{amount} a year").format(
                amount=formats.money(agreement.contribution, cents=False)
            ),
            _("Rate per inhabitant"): formats.rate(agreement.rate),
            _("Inhabitants on 1 January 2019"): formats.number(agreement.inhabitants),
            _("General support, through the G40 network"): formats.points(
                agreement.general_percent
            ),
            _("Projects and tailor-made support"): formats.points(agreement.tailored_percent),
            _("Budget of all municipalities together, rounded"): formats.money(
                agreement.total, cents=False
            ),
        }
    )


def check_facts(check: YearCheck) -> pd.DataFrame:
    """Budgeted, calculated, difference and the inhabitants implied, a line each."""
    calculated = _("{inhabitants} inhabitants × {rate}").format(
        inhabitants=formats.number(check.inhabitants), rate=formats.rate(check.rate)
    )
    return _facts(
        {
            _("Budgeted"): formats.money(check.budgeted),
            calculated: formats.money(check.calculated),
            _("Difference"): formats.money(check.difference),
            _("Inhabitants that belong to the budgeted amount"): range_in_words(
                check.implied_by_budget
            ),
        }
    )


def _facts(facts: dict[str, str]) -> pd.DataFrame:
    values = pd.Series(facts, name=_("Value"))
    return values.rename_axis(_("Fact")).to_frame()
