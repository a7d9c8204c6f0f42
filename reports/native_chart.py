"""A chart of Excel's own on a sheet of a workbook, beside the figures that it is drawn from."""

from __future__ import annotations

from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.label import DataLabelList

from reports.chart_data import ChartData
from texts import translate as _

WIDTH, HEIGHT = 24, 11  # centimetres
_HEIGHT_PER_BAR, _MOST_HEIGHT = 0.75, 26


def add_chart_sheet(book: Workbook, name: str, drawn: ChartData, put_text: Any) -> None:  # noqa: ANN401 (writes a cell)
    """A sheet with the figures of the chart from A1 on, and the chart to the right of them."""
    sheet = book.create_sheet(name)
    sheet.column_dimensions["A"].width = 32
    heads = [_("Category"), *drawn.series]
    sheet.append([put_text(WriteOnlyCell(sheet), head) for head in heads])
    for place, category in enumerate(drawn.categories):
        shown = put_text(WriteOnlyCell(sheet), category) if isinstance(category, str) else category
        sheet.append([shown, *(values[place] for values in drawn.series.values())])
    sheet.add_chart(_chart(sheet, drawn), f"{chr(ord('C') + len(drawn.series))}2")


def _chart(sheet: Any, drawn: ChartData) -> BarChart | LineChart:  # noqa: ANN401
    chart = LineChart() if drawn.lines else BarChart()
    rows, columns = len(drawn.categories) + 1, len(drawn.series) + 1
    values = Reference(sheet, min_col=2, max_col=columns, min_row=1, max_row=rows)
    chart.add_data(values, titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=rows))
    chart.title = drawn.title
    chart.width, chart.height = WIDTH, HEIGHT
    if isinstance(chart, BarChart):
        chart.type = "bar" if drawn.lying else "col"
        if drawn.stacked:
            chart.grouping, chart.overlap = "stacked", 100
    if drawn.lying:
        chart.x_axis.scaling.orientation = "maxMin"  # the first on top, as in the table
        chart.height = min(max(HEIGHT, _HEIGHT_PER_BAR * rows), _MOST_HEIGHT)
    for axis in (chart.x_axis, chart.y_axis):
        axis.delete = False  # Excel leaves an axis out of which this is not said
    if len(drawn.series) == 1:
        chart.legend = None
        if not drawn.lines:
            chart.dataLabels = DataLabelList(showVal=True)
            for other in ("showSerName", "showCatName", "showLegendKey", "showPercent"):
                setattr(chart.dataLabels, other, False)
    return chart
