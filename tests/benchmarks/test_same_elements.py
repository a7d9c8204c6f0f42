"""What is recorded of a page is shown again, each element in the block that it stood in."""

from __future__ import annotations

import base64

from streamlit.proto.Delta_pb2 import Delta
from streamlit.testing.v1 import AppTest

from benchmarks._same_elements import tree


def _drawn() -> list[tuple[tuple[int, ...], str]]:
    """A title, two columns with a choice and a line, two tabs with a folded line in the first."""
    deltas = {(0, place): Delta() for place in range(3)}
    deltas[0, 0].new_element.heading.tag = "h1"
    deltas[0, 0].new_element.heading.body = "Overview"
    deltas[0, 1].add_block.flex_container.SetInParent()
    for number in (0, 1):
        column = deltas[0, 1, number] = Delta()
        column.add_block.column.weight = 0.5
        tab = deltas[0, 2, number] = Delta()
        tab.add_block.tab.label = f"Tab {number}"
    box = deltas[0, 1, 0, 0] = Delta()
    box.new_element.selectbox.label = "From"
    box.new_element.selectbox.options.extend(["2020", "2021"])
    box.new_element.selectbox.default = 1
    line = deltas[0, 1, 1, 0] = Delta()
    line.new_element.markdown.body = "12 uses"
    deltas[0, 2].add_block.tab_container.SetInParent()
    folded = deltas[0, 2, 0, 0] = Delta()
    folded.add_block.expandable.label = "More"
    inside = deltas[0, 2, 0, 0, 0] = Delta()
    inside.new_element.markdown.body = "The rest"
    return [
        (place, base64.b64encode(delta.SerializeToString()).decode())
        for place, delta in sorted(deltas.items())
    ]


def _show(drawn: list[tuple[tuple[int, ...], str]]) -> None:
    from benchmarks._same_elements import Shown, tree

    Shown({}).show_all(tree(drawn))


def test_every_part_stands_in_its_block() -> None:
    top = tree(_drawn())
    assert [part.kind for part in top.parts] == ["heading", "flex_container", "tab_container"]
    first, second = top.parts[1].parts
    assert [part.kind for part in (*first.parts, *second.parts)] == ["selectbox", "markdown"]


def test_the_same_is_shown_again() -> None:
    app = AppTest.from_function(_show, args=(_drawn(),)).run()
    assert not app.exception
    assert [title.value for title in app.title] == ["Overview"]
    assert [[box.value for box in column.selectbox] for column in app.columns] == [["2021"], []]
    assert [line.value for line in app.columns[1].markdown] == ["12 uses"]
    assert [tab.label for tab in app.tabs] == ["Tab 0", "Tab 1"]
    assert [each.label for each in app.tabs[0].expander] == ["More"]
    assert [line.value for line in app.expander[0].markdown] == ["The rest"]


def _unknown() -> list[tuple[tuple[int, ...], str]]:
    delta = Delta()
    delta.new_element.json.body = "[]"
    return [((0, 0), base64.b64encode(delta.SerializeToString()).decode())]


def test_an_element_of_another_kind_is_shown_as_so_many_bytes() -> None:
    drawn = _unknown()
    app = AppTest.from_function(_show, args=(drawn,)).run()
    assert not app.exception
    assert [len(text.value) for text in app.text] == [len(base64.b64decode(drawn[0][1]))]
