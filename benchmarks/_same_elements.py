"""What Streamlit itself takes for a page of this app: its elements, from constants.

`record` takes down what every page shows. This file as a script shows it again: as many texts,
choices, charts and tables, of the same bytes and in the same places, by Streamlit's own functions;
nothing is loaded or computed. No app with these screens is quicker.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from pathlib import Path as File
from tempfile import TemporaryDirectory
from typing import Any

import plotly.graph_objects as go
import pyarrow as pa
import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.Block_pb2 import Block
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks._serving import Served, streamlit_served
from benchmarks._visitors import Visitor

_RECORDED = "SAME_ELEMENTS_RECORDED"
_MAIN = 0  # the first step of the path to a place on the page itself
_QUERY = {"van": "2020"}
Place = tuple[int, ...]


@dataclass
class Part:
    """One element or block of a page, and what stands in it."""

    delta: Delta
    parts: list[Part] = field(default_factory=list)

    @cached_property
    def kind(self) -> str:
        """What it is, in Streamlit's words; a bare place for others is an empty text."""
        drawn = self.delta.WhichOneof("type")
        return str(getattr(self.delta, drawn).WhichOneof("type") or "") if drawn else ""

    @cached_property
    def told(self) -> Any:  # noqa: ANN401 (a message of any kind)
        """The message of that kind."""
        return getattr(getattr(self.delta, str(self.delta.WhichOneof("type"))), self.kind)

    @cached_property
    def constant(self) -> Any:  # noqa: ANN401 (a figure or a frame)
        """The chart or table as somebody's page holds it, made before the first visit."""
        if self.kind == "plotly_chart":
            return go.Figure(json.loads(self.told.spec), skip_invalid=True)
        return pa.ipc.open_stream(self.told.arrow_data.data).read_pandas()


class _Recorder(Visitor):
    """A visitor who takes down what is drawn, and where."""

    def _note(self, message: ForwardMsg) -> None:
        super()._note(message)
        place = tuple(message.metadata.delta_path)
        self.drawn: dict[Place, Delta] = getattr(self, "drawn", {})
        self.drawn[place] = message.delta


def record(port: int, pages: Sequence[str], target: File) -> None:
    """Write what each of these pages shows to a file."""
    drawn = {page: asyncio.run(_drawn(port, page)) for page in pages}
    target.write_text(json.dumps(drawn))


async def _drawn(port: int, page: str) -> list[tuple[Place, str]]:
    visitor = await _Recorder.arrive(port)
    try:
        await visitor.ask(page, _QUERY)
        return [
            (place, base64.b64encode(delta.SerializeToString()).decode())
            for place, delta in sorted(visitor.drawn.items())
            if place[0] == _MAIN
        ]
    finally:
        await visitor.leave()


@contextmanager
def same_elements_served(environment: dict[str, str], pages: Sequence[str]) -> Iterator[Served]:
    """The pages of this app, recorded first, shown again."""
    with TemporaryDirectory() as folder:
        target = File(folder) / "recorded.json"
        with streamlit_served("serve.py", environment) as server:
            record(server.port, pages, target)
        here = f"benchmarks/{File(__file__).name}"
        with streamlit_served(here, {**environment, _RECORDED: str(target)}) as server:
            yield server


@lru_cache(1)
def recorded() -> dict[str, Part]:
    """Per page what it shows, as a tree."""
    found = json.loads(File(os.environ[_RECORDED]).read_text())
    return {page: tree(parts) for page, parts in found.items()}


def tree(drawn: Sequence[tuple[Sequence[int], str]]) -> Part:
    """What was drawn, every part in the block that it stands in."""
    top = Part(Delta())
    known: dict[Place, Part] = {(_MAIN,): top}
    for place, text in drawn:
        part = Part(Delta.FromString(base64.b64decode(text)))
        known[tuple(place)] = part
        known[tuple(place[:-1])].parts.append(part)
        if part.kind in ("plotly_chart", "dataframe", "table"):
            _ = part.constant
    return top


class Shown:
    """The page that is being shown; it gives each widget a key of its own."""

    def __init__(self, pages: dict[str, StreamlitPage]) -> None:
        self.pages = pages
        self._n = 0

    def key(self, part: Part) -> str:
        """A key for a widget, with the name that it has in the app."""
        self._n += 1
        own = part.told.id.split("-", 2)[-1] if hasattr(part.told, "id") else ""
        return f"{self._n}-{own}"

    def show_all(self, top: Part) -> None:
        """Everything of a page."""
        for part in top.parts:
            self.show(part, st)

    def show(self, part: Part, place: Any) -> None:  # noqa: ANN401 (the page or a block of it)
        """One part, in its place."""
        if part.delta.WhichOneof("type") == "new_element":
            getattr(self, f"_{part.kind}", self._other)(part, place)
        elif part.parts and all(each.kind in ("column", "tab") for each in part.parts):
            self._side_by_side(part, place)
        else:
            inside = self._block(part, place)
            for each in part.parts:
                self.show(each, inside)

    def _side_by_side(self, part: Part, place: Any) -> None:  # noqa: ANN401
        if part.kind == "tab_container":
            labels = [each.told.label for each in part.parts]
            places = place.tabs(labels, key=self.key(part), on_change="rerun")
        else:
            places = place.columns([each.told.weight for each in part.parts])
        for each, inside in zip(part.parts, places, strict=True):
            for one in each.parts:
                self.show(one, inside)

    def _block(self, part: Part, place: Any) -> Any:  # noqa: ANN401
        told = part.told if part.kind else None
        match part.kind:
            case "expandable":
                return place.expander(told.label)
            case "popover":
                return place.popover(told.label, icon=told.icon)
            case "form":
                return place.form(self.key(part))
            case "grid_container":
                return place.grid(told.columns or "auto")
            case _:
                across = bool(told) and told.direction == Block.FlexContainer.HORIZONTAL
                key = self.key(part) if part.delta.add_block.id else None
                return place.container(horizontal=across, key=key)

    def _markdown(self, part: Part, place: Any) -> None:  # noqa: ANN401
        caption = part.told.element_type == part.told.Type.CAPTION
        (place.caption if caption else place.markdown)(part.told.body)

    def _heading(self, part: Part, place: Any) -> None:  # noqa: ANN401
        say = {"h1": place.title, "h2": place.header}.get(part.told.tag, place.subheader)
        say(part.told.body, anchor=False)

    def _html(self, part: Part, place: Any) -> None:  # noqa: ANN401
        place.html(part.told.body)

    def _alert(self, part: Part, place: Any) -> None:  # noqa: ANN401
        say = {Alert.WARNING: place.warning, Alert.SUCCESS: place.success}
        say.get(part.told.format, place.info)(part.told.body)

    def _metric(self, part: Part, place: Any) -> None:  # noqa: ANN401
        place.metric(part.told.label, part.told.body, help=part.told.help or None)

    def _page_link(self, part: Part, place: Any) -> None:  # noqa: ANN401
        place.page_link(self.pages[part.told.page], label=part.told.label, icon=part.told.icon)

    def _button(self, part: Part, place: Any) -> None:  # noqa: ANN401
        press = place.form_submit_button if part.told.form_id else place.button
        press(part.told.label, key=self.key(part))

    def _download_button(self, part: Part, place: Any) -> None:  # noqa: ANN401
        place.download_button(part.told.label, bytes, key=self.key(part), on_click="ignore")

    def _selectbox(self, part: Part, place: Any) -> None:  # noqa: ANN401
        chosen = part.told.default if part.told.HasField("default") else None
        place.selectbox(part.told.label, list(part.told.options), chosen, key=self.key(part))

    def _multiselect(self, part: Part, place: Any) -> None:  # noqa: ANN401
        place.multiselect(part.told.label, list(part.told.options), key=self.key(part))

    def _button_group(self, part: Part, place: Any) -> None:  # noqa: ANN401
        names = [option.content for option in part.told.options]
        chosen = names[part.told.default[0]] if part.told.default else None
        place.segmented_control(part.told.label, names, default=chosen, key=self.key(part))

    def _text_input(self, part: Part, place: Any) -> None:  # noqa: ANN401
        place.text_input(part.told.label, part.told.default, key=self.key(part))

    def _text_area(self, part: Part, place: Any) -> None:  # noqa: ANN401
        place.text_area(part.told.label, part.told.default, key=self.key(part))

    def _number_input(self, part: Part, place: Any) -> None:  # noqa: ANN401
        place.number_input(part.told.label, value=part.told.default, key=self.key(part))

    def _checkbox(self, part: Part, place: Any) -> None:  # noqa: ANN401
        place.checkbox(part.told.label, part.told.default, key=self.key(part))

    def _color_picker(self, part: Part, place: Any) -> None:  # noqa: ANN401
        place.color_picker(part.told.label, part.told.default, key=self.key(part))

    def _file_uploader(self, part: Part, place: Any) -> None:  # noqa: ANN401
        place.file_uploader(part.told.label, list(part.told.type), key=self.key(part))

    def _plotly_chart(self, part: Part, place: Any) -> None:  # noqa: ANN401
        on_select: Any = "rerun" if part.told.selection_mode else "ignore"
        place.plotly_chart(part.constant, key=self.key(part), on_select=on_select)

    def _dataframe(self, part: Part, place: Any) -> None:  # noqa: ANN401
        on_select: Any = "rerun" if part.told.selection_mode else "ignore"
        place.dataframe(part.constant, hide_index=True, key=self.key(part), on_select=on_select)

    def _table(self, part: Part, place: Any) -> None:  # noqa: ANN401
        place.table(part.constant)

    def _pagination(self, part: Part, place: Any) -> None:  # noqa: ANN401
        place.pagination(part.told.num_pages, key=self.key(part))

    def _other(self, part: Part, place: Any) -> None:  # noqa: ANN401
        place.text("x" * part.delta.ByteSize())  # of a kind that is new here: as many bytes


def main() -> None:
    """Show the page that the address asks for."""
    pages: dict[str, StreamlitPage] = {}
    for name, part in recorded().items():
        show: Callable[[], None] = partial(Shown(pages).show_all, part)
        pages[name] = st.Page(show, title=name or "overview", url_path=name, default=not name)
    st.navigation(list(pages.values()), position="top").run()


if __name__ == "__main__":
    from benchmarks import _same_elements  # what was read once stays; a script is run anew

    _same_elements.main()
