"""Where a weakness is reported."""

from __future__ import annotations

import datetime as dt

from ui.web.security_txt import security_txt


def test_the_file_holds_what_the_standard_asks() -> None:
    assert security_txt("beveiliging@example.nl", dt.date(2026, 1, 1)) == (
        "Contact: mailto:beveiliging@example.nl\n"
        "Expires: 2026-06-30T00:00:00Z\n"
        "Preferred-Languages: nl, en\n"
    )


def test_a_page_is_named_as_it_is() -> None:
    told = security_txt("https://example.nl/melden", dt.date(2026, 1, 1))
    assert told.startswith("Contact: https://example.nl/melden\n")
