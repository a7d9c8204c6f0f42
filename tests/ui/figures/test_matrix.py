from __future__ import annotations

import pandas as pd

from data import columns as c
from data.states import STATES
from texts import use_language
from ui.figures.matrix import compact, matrix
from ui.figures.template import fill_of


def cells(*rows: tuple[str, str, str, str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=[c.DEPARTMENT, c.DOMAIN, c.THEME, c.PILLAR, c.STATE])
    return frame.assign(uses=1)


MAP = cells(
    ("Jeugd", "sociaal", "Schulden", "sociaal", c.USED),
    ("Jeugd", "sociaal", "Wonen", "fysiek", c.OPEN),
    ("Beheer", "fysiek", "Schulden", "sociaal", c.NOT_APPLICABLE),
    ("Beheer", "fysiek", "Wonen", "fysiek", c.OPEN),
)


def test_every_cell_is_a_square_that_names_itself() -> None:
    with use_language("nl"):
        figure = matrix(MAP)
    traces = {trace.name: trace for trace in figure.data}
    assert list(traces) == ["✓ Gebruikt (1)", "○ Witte vlek (2)", "· N.v.t. (1)"]
    white = traces["○ Witte vlek (2)"]
    assert [text.partition("<br>")[0] for text in white.hovertext] == [
        "<b>Jeugd</b>", "<b>Beheer</b>",
    ]  # fmt: skip
    assert list(white.text) == ["○", "○"]
    assert white.marker.symbol == "square"


def test_groups_stand_apart_under_their_own_heading() -> None:
    with use_language("nl"):
        figure = matrix(MAP)
    assert list(figure.layout.yaxis.ticktext) == [
        "<b>Sociaal domein</b>", "Jeugd", "<b>Fysiek domein</b>", "Beheer",
    ]  # fmt: skip
    assert list(figure.layout.xaxis.ticktext) == [
        "<b>Sociale pijler</b>", "Schulden", "<b>Fysieke pijler</b>", "Wonen",
    ]  # fmt: skip
    across = list(figure.layout.xaxis.tickvals)
    assert across == sorted(across)
    assert across[3] - across[1] > 1


def test_only_a_white_spot_is_opaque_and_outlined() -> None:
    assert {state.name for state in STATES.values() if state.outline} == {c.OPEN}
    fills = {name: fill_of(state) for name, state in STATES.items()}
    assert {name for name, fill in fills.items() if not fill.startswith("rgba")} == {c.OPEN}


def test_names_from_a_file_are_no_markup() -> None:
    figure = matrix(cells(("<i>x</i>", "sociaal", "$y$", "sociaal", c.OPEN)))
    assert figure.layout.yaxis.ticktext[1] == "&lt;i&gt;x&lt;/i&gt;"
    assert figure.layout.xaxis.ticktext[1] == "&#36;y&#36;"
    assert "<i>" not in figure.data[0].hovertext[0]


def test_a_map_without_cells_is_an_empty_figure() -> None:
    assert len(matrix(MAP.iloc[:0]).data) == 0


def test_the_compact_map_is_smaller_and_says_the_same() -> None:
    whole = matrix(MAP)
    before = whole.to_json()
    small = compact(whole)
    assert whole.to_json() == before
    assert small.layout.width < whole.layout.width
    assert small.layout.height < whole.layout.height
    assert [list(trace.text) for trace in small.data] == [list(trace.text) for trace in whole.data]
    assert {trace.marker.line.width for trace in small.data} == {0, 2.5}
