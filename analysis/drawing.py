"""Whether approaching helps, by lot: of equal white spots one half now, the other twelve months on.

What else differs between the halves is chance, and chance can be counted: if approaching changed
nothing, every way to divide the spots of a draw was as likely as the one that came out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.follow_up import MONTHS, Cell, FollowUp, Window
from analysis.opportunities import BROADEN
from analysis.shares import Share, share_of
from data.columns import CHOSEN_ON, DEPARTMENT, STATE, THEME, USED

# So often at most may "more than chance" be said of what is chance.
FALSE_ALARMS = 0.05
# White spots of one draw: an even number, so that both halves are as large.
LEAST, MOST = 2, 8
BANDS = 3  # equal is: in the same third of the list
# Drawn in a year, in draws of two -> how often more than chance is seen, when so much of what is
# approached and of what waits comes into use; `python -m benchmarks.effect` works it out.
REACHED, BY_ITSELF = 0.25, 0.073
POWER = {48: 0.33, 96: 0.69, 192: 0.95}
PLACEBO_ROUNDS = 1000

Stratum = tuple[int, int, int]  # spots, of which used, of which drawn for now


@dataclass(frozen=True)
class DrawnYear:
    """What came of the draws of a year: used within twelve months, of both halves.

    `over`: the twelve months of every draw are past; before that there is no `p`. `left_out`: spots
    of which not all of the twelve months is reported, or that lie in two draws at once;
    `crossed`: spots that were to wait and were approached in those months all the same, counted
    where the lot put them. `p`: how often a difference at least as large comes by chance alone.
    """

    year: int
    now: Share
    later: Share
    left_out: int
    crossed: int
    over: bool
    p: float | None

    @property
    def more_than_chance(self) -> bool:
        """Whether the half that was approached did better than chance makes of it."""
        return self.p is not None and self.p <= FALSE_ALARMS


def drawable(ranking: pd.DataFrame, department: str, taken: Iterable[Cell] = ()) -> list[str]:
    """The themes of a department that can be drawn: white spots of one third of the list to
    broaden, the highest third that has two; in order, an even number, at most `MOST`.

    `ranking` as `rank_opportunities` gives it; `taken` are cells of draws that still run.
    """
    of_list = ranking[ranking["list"] == BROADEN]
    band = (of_list["rank"] - 1) * BANDS // max(len(of_list), 1)
    own = (of_list[DEPARTMENT] == department) & ~of_list[THEME].isin(
        [theme for name, theme in taken if name == department]
    )
    for third in range(BANDS):
        themes = of_list.loc[own & (band == third), THEME].tolist()
        if len(themes) >= LEAST:
            return themes[: min(MOST, len(themes) // 2 * 2)]
    return []


def running(draws: pd.DataFrame, today: dt.date) -> pd.DataFrame:
    """The drawn cells of which the twelve months are not over, with `ends`: the day after them."""
    found = draws.assign(ends=draws["drawn_on"] + pd.DateOffset(months=MONTHS))
    return found[found["ends"] > pd.Timestamp(today)]


def drawn_years(
    draws: pd.DataFrame,
    actions: pd.DataFrame,
    usage: pd.DataFrame,
    reported: pd.DataFrame,
    *,
    today: dt.date,
) -> list[DrawnYear]:
    """What came of the draws, a line per year in which they were made.

    `draws`: draw_id, drawn_on, department, theme, now. A use counts when it may lie within the
    twelve months, for both halves alike.
    """
    if draws.empty:
        return []
    known = FollowUp.of(usage, reported, since=draws["drawn_on"].min())
    outcome = _outcomes(draws, known)
    crossed = _crossed(draws, actions)
    return [
        _of_year(int(year), part, crossed, today)
        for year, part in outcome.groupby(outcome["drawn_on"].dt.year)
    ]


def chance_of(strata: Sequence[Stratum], used_now: int) -> float:
    """How often chance alone gives at least `used_now` uses among what was drawn for now.

    The exact permutation test within draws: of each draw the number is hypergeometric, and of all
    together their sum.
    """
    return float(_distribution(strata)[used_now:].sum())


def placebo(
    before: pd.DataFrame, after: pd.DataFrame, touched: Iterable[Cell] = ()
) -> float | None:
    """How often the same computation calls chance more than chance, on cells nobody touched.

    `before` as `rank_opportunities` gives it, `after` as `cell_states` of the year after it. Of
    each department its spots are drawn as they would be; the draw is done again a thousand times.
    None when there is nothing to draw, or nothing to come out.
    """
    taken = set(touched)
    out = after.set_index([DEPARTMENT, THEME])[[STATE, "reported"]]
    strata = []
    for department in sorted(set(before[DEPARTMENT])):
        themes = drawable(before, department, taken)
        cells = [(department, theme) for theme in themes if (department, theme) in out.index]
        told = [cell for cell in cells if out.loc[cell, "reported"]]
        used = sum(out.loc[cell, STATE] == USED for cell in told)
        if len(told) >= LEAST:
            strata.append((len(told), used, len(told) // 2))
    if not any(0 < used < n for n, used, _now in strata):
        return None
    at_least = _distribution(strata)[::-1].cumsum()[::-1]
    rng = np.random.default_rng(17)
    counts = sum(rng.hypergeometric(used, n - used, now, PLACEBO_ROUNDS) for n, used, now in strata)
    return float((at_least[counts] <= FALSE_ALARMS).mean())


def _distribution(strata: Sequence[Stratum]) -> npt.NDArray[np.float64]:
    from scipy.stats import hypergeom  # takes half a second, and few pages need it

    found = np.ones(1)
    for n, used, now in strata:
        found = np.convolve(found, hypergeom.pmf(np.arange(now + 1), n, used, now))
    return found


def _outcomes(draws: pd.DataFrame, known: FollowUp) -> pd.DataFrame:
    """The draws with `used` and `counts`: whether each cell tells something."""
    cells = list(zip(draws[DEPARTMENT], draws[THEME], strict=True))
    windows = [Window(day) for day in draws["drawn_on"]]
    pairs = list(zip(cells, windows, strict=True))
    return draws.assign(
        used=[bool(known.in_window(cell, window)) for cell, window in pairs],
        told=[known.is_reported(cell, window) for cell, window in pairs],
        twice=_in_two_draws(draws),
    )


def _in_two_draws(draws: pd.DataFrame) -> pd.Series:
    """After departments merged, one cell may have been drawn in both of them."""
    found = pd.Series(False, draws.index)
    for _cell, part in draws.groupby([DEPARTMENT, THEME]):
        days = part["drawn_on"].sort_values()
        soon = days < days.shift() + pd.DateOffset(months=MONTHS)
        found[days.index[soon | soon.shift(-1, fill_value=False)]] = True
    return found


def _crossed(draws: pd.DataFrame, actions: pd.DataFrame) -> pd.Series:
    """Per drawn cell whether it was to wait, and was approached all the same."""
    chosen: dict[Cell, list[pd.Timestamp]] = {}
    for name, theme, day in actions[[DEPARTMENT, THEME, CHOSEN_ON]].itertuples(
        index=False, name=None
    ):
        chosen.setdefault((name, theme), []).append(day)
    lines = zip(draws[DEPARTMENT], draws[THEME], draws["drawn_on"], draws["now"], strict=True)
    found = []
    for name, theme, drawn, now in lines:
        window = Window(drawn)
        days = chosen.get((name, theme), [])
        found.append(not now and any(window.first <= day <= window.last for day in days))
    return pd.Series(found, draws.index, dtype=bool)


def _of_year(year: int, part: pd.DataFrame, crossed: pd.Series, today: dt.date) -> DrawnYear:
    over = all(Window(day).is_over(today) for day in part["drawn_on"].unique())
    if not over:
        part = part.assign(used=False, told=True, twice=False)  # so far nothing counts
    counted = part[part["told"] & ~part["twice"]]
    halves = [counted.loc[counted["now"] == half, "used"] for half in (True, False)]
    now, later = (share_of(int(used.sum()), len(used)) for used in halves)
    strata = [
        (len(draw), int(draw["used"].sum()), int(draw["now"].sum()))
        for _, draw in counted.groupby("draw_id")
    ]
    return DrawnYear(
        year=year,
        now=now,
        later=later,
        left_out=len(part) - len(counted),
        crossed=int(crossed[part.index].sum()),
        over=over,
        p=chance_of(strata, now.k) if over and now.n and later.n else None,
    )
