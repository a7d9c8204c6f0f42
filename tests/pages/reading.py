"""What the tests of reading in share: files, the page with files dropped on it, what it says."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import openpyxl
from streamlit.testing.v1 import AppTest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADINGS = ["Datum", "Afdeling", "Thema", "Vorm", "Uren"]


def workbook(rows: list[list[Any]], headings: list[str] = HEADINGS, title: str = "Blad1") -> bytes:
    book = openpyxl.Workbook()
    book.active.title = title
    book.active.append(headings)
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            cell = book.active.cell(number, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def listing(rows: list[list[Any]], headings: list[str] = HEADINGS) -> bytes:
    """The same as a text, which is read much faster than a workbook."""
    lines = [headings, *rows]
    texts = [
        ";".join("" if v is None else str(v).replace(".", ",") for v in line) for line in lines
    ]
    return "\n".join(texts).encode()


def drop(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    page.file_uploader[0].set_value([(name, content, XLSX) for name, content in files])
    page.run()
    assert not page.exception
    return page


def texts(page: AppTest) -> str:
    kinds = (page.markdown, page.caption, page.subheader, page.error, page.warning, page.info)
    found = [element.value for kind in (*kinds, page.success) for element in kind]
    found += [block.label for block in page.expander]
    return "\n".join(found).replace("\\", "")


def press(page: AppTest, label: str) -> AppTest:
    (button,) = [button for button in page.button if button.label == label]
    button.click()
    page.run()
    assert not page.exception
    return page
