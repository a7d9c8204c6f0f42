"""Uses to fill a store with: typical, one, and names that try to be markup."""

from __future__ import annotations

ONE = [("2022-03-04", "Jeugd", "Armoede en schulden")]


def _spread(year: int, times: int, *pairs: tuple[str, str]) -> list[tuple[str, str, str]]:
    return [
        (f"{year}-{1 + i % 12:02d}-{10 + i % 15}", department, theme)
        for department, theme in pairs
        for i in range(times)
    ]


# 2021: 24 uses, all in the social domain. 2022: 33 uses, of which 24 in the social domain and 6
# others on sustainability: 30 of 33; "Vastgoed" has none in 2022.
TYPICAL = [
    *_spread(2021, 8, ("Jeugd", "Armoede en schulden"), ("Werk en Inkomen", "Armoede en schulden")),
    *_spread(2021, 6, ("Jeugd", "Jeugd en onderwijs")),
    *_spread(2021, 2, ("Vastgoed", "Woningmarkt")),
    *_spread(2022, 8, ("Jeugd", "Armoede en schulden"), ("Werk en Inkomen", "Armoede en schulden")),
    *_spread(2022, 8, ("Jeugd", "Jeugd en onderwijs")),
    *_spread(2022, 6, ("Omgevingsbeleid", "Duurzaamheid")),
    *_spread(2022, 3, ("Economische Zaken", "Vitale binnensteden")),
]

NASTY_NAMES = [
    "<script>alert(1)</script>", "=1+1", "*x*", "$a$ en $b$", ":red[x]", "[a](https://b.example)",
    "department", "%{x}", "# kop",
]  # fmt: skip
NASTY = [
    (
        f"{2020 + i % 3}-0{1 + i % 8}-11",
        NASTY_NAMES[i % len(NASTY_NAMES)],
        NASTY_NAMES[(3 * i + i // 9) % len(NASTY_NAMES)],
    )
    for i in range(72)
]
