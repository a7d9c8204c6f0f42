"""The charts of a dossier: the numbers of its tables, and the sentence that each shows."""

from __future__ import annotations

from analysis.findings import sentences as said
from data.states import STATES
from reports.dossier.parts import Chart, Dossier
from texts import translate as _

_MOST_BARS = 8


def charts_of(dossier: Dossier) -> dict[str, Chart]:
    """Name of a part -> its chart."""
    meeting = dossier.meeting
    year, counts = meeting.year, meeting.found.map
    themes = meeting.themes[:_MOST_BARS]
    found = {}
    if themes:
        compared = themes[0].now is not None
        series: tuple[tuple[str, tuple[int, ...]], ...]
        series = ((str(year), tuple(theme.uses for theme in themes)),)
        if compared:
            series = (
                (_("{year}, alike").format(year=year - 1), tuple(t.before or 0 for t in themes)),
                (_("{year}, alike").format(year=year), tuple(t.now or 0 for t in themes)),
            )
        found["used"] = Chart(
            _("The most used themes"), tuple(theme.theme for theme in themes), series, lying=True
        )
    states = [state for state in STATES.values() if counts.get(state.name)]
    states = [state for state in states if state.name != "not_applicable"]
    if states:
        found["white"] = Chart(
            said.map_in_words(counts, said.period_in_words(meeting.found)),
            tuple(f"{state.sign} {state.label}" for state in states),
            ((_("Relevant combinations"), tuple(counts[state.name] for state in states)),),
        )
    return found
