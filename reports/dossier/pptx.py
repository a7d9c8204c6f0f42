"""The dossier as slides, six at most, with charts that can be edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.text import PP_ALIGN
from pptx.util import Cm, Pt

from reports.dossier.charts import charts_of
from reports.dossier.documents import CREATOR, FONT, LANGUAGES, bare, clean, picture
from reports.dossier.parts import Chart, Dossier, Part, Sentence, Table

_WIDE, _HIGH, _MARGIN = 33.87, 19.05, 1.6  # centimetres
_MOST_TEXT = 900  # characters on a slide; what is beyond stands in the document
_MOST_ROWS = 4
# Which parts stand on which slide, after the first one with the headline.
_SLIDES = (("used",), ("white",), ("agreed", "paid"), ("done", "last_meeting"),
           ("requests", "questions", "own_points"))  # fmt: skip


@dataclass(frozen=True)
class _Slide:
    heading: str
    sentences: tuple[Sentence, ...]
    table: Table | None = None
    chart: Chart | None = None


def write_pptx(dossier: Dossier) -> bytes:
    """The dossier as .pptx, in 16:9."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Cm(_WIDE), Cm(_HIGH)
    deck.core_properties.title, deck.core_properties.author = clean(dossier.title), CREATOR
    deck.core_properties.language = LANGUAGES[dossier.language]
    _first(deck, dossier)
    for slide in _slides(dossier):
        _write(deck, slide, dossier)
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


def _slides(dossier: Dossier) -> list[_Slide]:
    """What stands on each slide; one for which nothing is left is not made."""
    parts = {part.key: part for part in dossier.parts}
    charts = charts_of(dossier)
    made = []
    for keys in _SLIDES:
        present = [parts[key] for key in keys if key in parts]
        if not present:
            continue
        made.append(
            _Slide(
                " · ".join(part.heading for part in present),
                _fitting([s for part in present for s in part.sentences]),
                next((t for part in present for t in _wanted(part)), None),
                charts.get(keys[0]),
            )
        )
    return made


def _wanted(part: Part) -> Sequence[Table]:
    return part.tables if part.key == "white" else ()


def _fitting(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    kept: list[Sentence] = []
    length = 0
    for sentence in sentences:
        length += len(sentence.text)
        if kept and length > _MOST_TEXT:
            break
        kept.append(sentence)
    return tuple(kept)


def _first(deck: Any, dossier: Dossier) -> None:  # noqa: ANN401 (a presentation)
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    _title(slide, dossier.title, dossier, size=32, top=5.0)
    told = [dossier.subtitle, *(warning.text for warning in dossier.warnings)]
    _texts(slide, [Sentence("", text) for text in told], top=9.0, size=16)
    if dossier.style.logo:
        slide.shapes.add_picture(picture(dossier.style.logo), Cm(_MARGIN), Cm(1.2), height=Cm(1.8))


def _write(deck: Any, made: _Slide, dossier: Dossier) -> None:  # noqa: ANN401 (a presentation)
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    _title(slide, made.heading, dossier, size=24, top=0.8)
    half = _WIDE / 2 - _MARGIN - 0.4
    whole = _WIDE - 2 * _MARGIN
    told = [s for s in made.sentences if not made.chart or s.text != made.chart.title]
    if not made.chart:
        _texts(slide, told, top=3.0, size=18, width=whole)
    elif told:
        _texts(slide, told, top=3.0, size=14, width=half)
    if made.chart and not told:
        _chart(slide, made.chart, dossier, left=_MARGIN, width=whole, height=7.6)
    elif made.chart:
        _chart(slide, made.chart, dossier, left=_WIDE / 2 + 0.4, width=half,
               height=7.6 if made.table else 14.5)  # fmt: skip
    if made.table:
        _table(slide, made.table, dossier, top=11.2 if made.chart else 9.0)


def _title(slide: Any, text: str, dossier: Dossier, *, size: int, top: float) -> None:  # noqa: ANN401
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = (
        Cm(_MARGIN), Cm(top), Cm(_WIDE - 2 * _MARGIN), Cm(1.8 if size < 30 else 3.4),
    )  # fmt: skip
    shape.text_frame.text = clean(text)
    shape.text_frame.word_wrap = True
    shape.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    _font(shape.text_frame.paragraphs[0], size, bare(dossier.style.first), bold=True)


def _texts(
    slide: Any,  # noqa: ANN401 (a slide)
    sentences: Sequence[Sentence],
    *,
    top: float,
    size: int,
    width: float = _WIDE - 2 * _MARGIN,
) -> None:
    if not sentences:
        return
    box = slide.shapes.add_textbox(Cm(_MARGIN), Cm(top), Cm(width), Cm(_HIGH - top - 1))
    frame = box.text_frame
    frame.word_wrap = True
    for place, sentence in enumerate(sentences):
        paragraph = frame.paragraphs[0] if not place else frame.add_paragraph()
        paragraph.text = ("• " if sentence.point else "") + clean(sentence.text)
        paragraph.space_after = Pt(5)
        _font(paragraph, size, "222222")


def _font(paragraph: Any, size: float, colour: str, *, bold: bool = False) -> None:  # noqa: ANN401
    paragraph.font.name, paragraph.font.size, paragraph.font.bold = FONT, Pt(size), bold
    paragraph.font.color.rgb = RGBColor.from_string(colour)


def _chart(
    slide: Any,  # noqa: ANN401 (a slide)
    chart: Chart,
    dossier: Dossier,
    *,
    left: float,
    width: float,
    height: float,
) -> None:
    data = CategoryChartData()
    data.categories = [clean(name) for name in chart.categories]
    for name, values in chart.series:
        data.add_series(clean(name), values)
    kind = XL_CHART_TYPE.BAR_CLUSTERED if chart.lying else XL_CHART_TYPE.COLUMN_CLUSTERED
    frame = slide.shapes.add_chart(kind, Cm(left), Cm(3.0), Cm(width), Cm(height), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", clean(chart.alt))
    drawn = frame.chart
    drawn.has_title, drawn.font.size, drawn.font.name = True, Pt(11), FONT
    drawn.chart_title.text_frame.text = clean(chart.title)
    _font(drawn.chart_title.text_frame.paragraphs[0], 12, "222222", bold=True)
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    plot = drawn.plots[0]
    plot.gap_width, plot.has_data_labels = 60, True
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    plot.data_labels.font.size = Pt(10)
    drawn.value_axis.has_major_gridlines, drawn.value_axis.visible = False, False
    drawn.category_axis.reverse_order = chart.lying
    colours = [dossier.style.second, dossier.style.first]
    if len(chart.series) == 1:
        colours = [dossier.style.first]
    for series, colour in zip(plot.series, colours, strict=False):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor.from_string(bare(colour))


def _table(slide: Any, table: Table, dossier: Dossier, *, top: float) -> None:  # noqa: ANN401
    rows = table.shown_rows[:_MOST_ROWS]
    wide = _WIDE - 2 * _MARGIN
    frame = slide.shapes.add_table(
        1 + len(rows), len(table.columns), Cm(_MARGIN), Cm(top), Cm(wide), Cm(1)
    )
    frame._element.nvGraphicFramePr.cNvPr.set("descr", clean(table.caption))
    whole = sum(column.width for column in table.columns)
    for place, column in enumerate(table.columns):
        frame.table.columns[place].width = Cm(wide * column.width / whole)
    lines = [[column.heading for column in table.columns], *rows]
    for row, line in enumerate(lines):
        for place, text in enumerate(line):
            cell = frame.table.cell(row, place)
            cell.text = clean(text)
            cell.fill.solid()
            shade = bare(dossier.style.first) if not row else "FFFFFF"
            cell.fill.fore_color.rgb = RGBColor.from_string(shade)
            _font(cell.text_frame.paragraphs[0], 10.5, "FFFFFF" if not row else "222222",
                  bold=not row)  # fmt: skip
