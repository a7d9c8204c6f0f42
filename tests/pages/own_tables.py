"""What stands in the tables of our own on a page."""

from __future__ import annotations

import re

from streamlit.testing.v1 import AppTest


def rows(at: AppTest, table: str) -> list[list[str]]:
    """What stands in the rows of one of our own tables."""
    (body,) = [html.proto.body for html in at.get("html") if f'id="{table}"' in html.proto.body]
    found = re.findall(r"<tr>(.*?)</tr>", body.partition("<tbody>")[2])
    return [[words(cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in found]


def words(html: str) -> str:
    """The text of a piece of HTML."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())
