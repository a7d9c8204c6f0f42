from __future__ import annotations

import pytest

from ui.shared.chart import file_name


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Witte vlekken, kansrijkste eerst", "witte-vlekken-kansrijkste-eerst.xlsx"),
        ("Financiën: 60\u00a0% (15 van 25).", "financien-60-15-van-25.xlsx"),
        ("../../etc/passwd", "etc-passwd.xlsx"),
        ("☃", "platform31.xlsx"),
        ("", "platform31.xlsx"),
        ("a" * 80, "a" * 60 + ".xlsx"),
    ],
)
def test_a_title_becomes_a_name_that_any_system_takes(title: str, expected: str) -> None:
    assert file_name(title) == expected
