"""Everything that a finding is computed from: the use, the organisation, and what was reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analysis.reporting import Reports
from data.columns import DOMAIN


@dataclass(frozen=True)
class Register:
    """The frames of the store, and what the coordinator said of the organisation.

    `departments`: department, domain (`onbekend` until confirmed), valid_from, valid_to; `themes`
    likewise with pillar and task. `relevance`: department, theme, relevant, confirmed. `reported`:
    see `analysis.reporting.Reports`. `confirmed`: somebody said that these are all departments.
    """

    usage: pd.DataFrame
    departments: pd.DataFrame
    themes: pd.DataFrame
    relevance: pd.DataFrame
    reported: pd.DataFrame
    actions: pd.DataFrame
    confirmed: bool = False
    municipality: str | None = None

    def reports(self) -> Reports:
        """The days reported, of every year with use or a report."""
        return Reports.of(self.reported, self.departments, self.usage)

    def within(self, domains: Sequence[str]) -> Register:
        """The register of the departments in these domains alone; none is all of them."""
        if not domains:
            return self
        usage, departments = (
            frame[frame[DOMAIN].isin(list(domains))] for frame in (self.usage, self.departments)
        )
        return replace(self, usage=usage, departments=departments)
