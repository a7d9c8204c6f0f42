"""The same in Dash: `python -m benchmarks._plain_dash PORT`."""

from __future__ import annotations

import logging
import sys

from dash import Dash, Input, Output, dash_table, dcc, html

from benchmarks import _plain
from benchmarks._serving import HOST


def make_app() -> Dash:
    """The page, with the records loaded."""
    app = Dash(__name__)
    usage = _plain.load()
    choice = dcc.Dropdown(list(_plain.YEARS), _plain.YEARS[-1], id="year", clearable=False)
    app.layout = html.Div([choice, html.Div(id="page")])

    @app.callback(Output("page", "children"), Input("year", "value"))
    def show(first: int) -> list[object]:
        words, figures, tables = _plain.shown(usage, first)
        return [
            *(html.H3(text) for text in words),
            *(dcc.Graph(figure=figure) for figure in figures),
            *(dash_table.DataTable(table.to_dict("records")) for table in tables),
        ]

    return app


if __name__ == "__main__":
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    make_app().run(host=HOST, port=int(sys.argv[1]), debug=False)
