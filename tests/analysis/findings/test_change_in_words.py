"""A figure beside that of the period before: in counts, and not said twice."""

from __future__ import annotations

import datetime as dt

import pytest

from analysis.findings import facts
from analysis.findings.facts import Change, Counted
from analysis.findings.sentences import change_text
from analysis.period import Period
from analysis.reporting import Alike
from texts import use_language

SAME = ", bij dezelfde 2 afdelingen."


def change(before: Counted, now: Counted) -> Change:
    alike = Alike(
        period=Period(2022, 2022),
        before=Period(2021, 2021),
        departments=("Jeugd", "Wonen"),
        channels=("direct", "network"),
        first=dt.date(2022, 1, 1),
        last=dt.date(2022, 12, 31),
        whole=True,
    )
    return Change(before, now, alike)


def part(k: int, n: int) -> Counted:
    return Counted(k / n, k, n)


@pytest.mark.parametrize(
    ("name", "before", "now", "said", "sentence"),
    [
        (facts.REACH, part(13, 16), part(14, 16), None, "14 van de 16, 1 meer dan in 2021 (13)"),
        (facts.REACH, part(13, 16), part(14, 16), part(14, 16), "Dat is 1 meer dan in 2021 (13)"),
        (facts.REACH, part(14, 16), part(13, 16), part(13, 16), "Dat is 1 minder dan in 2021 (14)"),
        (facts.REACH, part(16, 16), part(16, 16), part(16, 16), "Dat is evenveel als in 2021"),
        (facts.COVERAGE, part(20, 80), part(27, 87), None, "27 van de 87; in 2021 20 van de 80"),
        (facts.COVERAGE, part(20, 80), part(27, 87), part(27, 87), "In 2021 was dat 20 van de 80"),
        (
            facts.REACH, part(9, 12), part(10, 12), part(14, 16),
            "Over wat beide periodes gemeen hebben: 10 van de 12, 1 meer dan in 2021 (9)",
        ),
        (facts.USES, Counted(77), Counted(84), Counted(84), "Dat is 7 meer dan in 2021 (77 keer)"),
        (
            facts.EFFECTIVE_THEMES, Counted(9.04), Counted(9.31), Counted(9.31),
            "Dat is 0,3 meer dan in 2021 (9,0)",
        ),
    ],
)  # fmt: skip
def test_a_change_is_said_once_and_in_counts(
    name: str, before: Counted, now: Counted, said: Counted | None, sentence: str
) -> None:
    with use_language("nl"):
        assert change_text(name, change(before, now), said=said) == sentence + SAME
