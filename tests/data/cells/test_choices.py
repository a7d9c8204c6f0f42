"""Synonyms and slips for form, channel, share and the kind of an amount."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pytest

from data import fields
from data.cells.cell import Cell
from data.cells.choices import parse_choices
from data.fields import messages
from data.fields.choices import FORM_NAMES, in_force
from texts import Message


def parser(kind: str, column: str) -> Callable[[Sequence[Cell]], list[str | Message]]:
    """What reads the answers of a column."""
    field = next(field for field in fields.of(kind) if field.name == column)
    return partial(parse_choices, choices=field.choices, refusal=field.refusal)


parse_forms = parser("usage", "form")
parse_channels = parser("usage", "channel")
parse_shares = parser("usage", "share")
parse_budget_kinds = parser("budget", "kind")


CASES: list[tuple[Callable[[Sequence[Cell]], list[str | Message]], str, list[Cell]]] = [
    (parse_forms, "advies", ["Advies op maat", "ADVISERING", "adviesgesprek", "Consult", "advice"]),
    (parse_forms, "leertraject", ["Leerkring", "leergang", "Training", "Leerkring Wonen",
                                  "Leertrajct", "masterclass", "intervisie"]),
    (parse_forms, "externe bijeenkomst", ["Ondersteuning externe bijeenkomst",
                                          "Externe bijeenkomst Wonen", "external meeting"]),
    (parse_forms, "bijeenkomst", ["Webinar", "Congres", "conferentie", "netwerkdag", "sessie"]),
    (parse_forms, "onderzoek", ["Onderzoeck", "trendstudie", "casestudie", "verkenning"]),
    (parse_forms, "experiment", ["Pilot", "proeftuin", "Experimenten"]),
    (parse_forms, "publicatie", ["Publikatie", "rapport", "Kennisdossier", "nieuwsbrief"]),
    (parse_forms, "overig", ["Overig", "anders, nl. iets", "Divers"]),
    (parse_channels, "direct", ["Direct", "rechtstreeks", "vakafdeling", "via afdeling", "zelf"]),
    (parse_channels, "network", ["Netwerk", "G40", "via G40", "Themagroep Wonen",
                                 "pijleroverleg", "G40-netwerk", "network"]),
    (parse_shares, "general", ["Algemeen", "40", "40%", "40 %", 40, 0.4, "0,4", "40% algemeen",
                               "collectief", "netwerkdeel", "G40-deel 40%"]),
    (parse_shares, "tailored", ["Maatwerk", "op maat", "60", "60%", 60.0, 0.6, "0.6",
                                "maatwerk (60%)", "specifiek", "individueel"]),
    (parse_budget_kinds, "budget", ["Begroting", "begroot", "raming", "Budget", "Raming 2019"]),
    (parse_budget_kinds, "actual", ["Realisatie", "werkelijk", "factuur", "geboekt"]),
    (parse_budget_kinds, "commitment", ["Verplichting", "verplichtingen", "commitment"]),
]  # fmt: skip


@pytest.mark.parametrize(("parse", "answer", "cells"), CASES)
def test_synonyms(
    parse: Callable[[Sequence[Cell]], list[str | Message]], answer: str, cells: list[Cell]
) -> None:
    assert parse(cells) == [answer] * len(cells)


@pytest.mark.parametrize(
    ("parse", "cells"),
    [
        (parse_forms, ["xyz", "advies/onderzoek", 5, "pilo"]),
        (parse_channels, ["beide", "direct/netwerk", "fax"]),
        (parse_shares, ["40/60", "60% algemeen", "50%", 1, "half", True]),
        (parse_budget_kinds, ["overig", "begroting/realisatie"]),
    ],
)
def test_what_is_unknown_or_double_is_refused(
    parse: Callable[[Sequence[Cell]], list[str | Message]], cells: list[Cell]
) -> None:
    assert all(isinstance(answer, Message) for answer in parse(cells))


def test_refused_form_names_the_allowed_ones() -> None:
    sentence = str(parse_forms(["xyz"])[0])
    assert all(form in sentence for form in FORM_NAMES)
    assert "xyz" in sentence


def test_forms_are_those_in_force() -> None:
    known, unknown = parse_choices(
        ["Spreekuur", "advies"], in_force(("spreekuur", "overig")), messages.FORM_UNKNOWN
    )
    assert known == "spreekuur"
    assert isinstance(unknown, Message)


DENIED = ["geen advies", "niet: advies", "advies?", "advies (gepland)", "advies i.p.v. leerkring"]


@pytest.mark.parametrize("cell", DENIED)
def test_what_denies_or_doubts_an_answer_is_none(cell: str) -> None:
    assert isinstance(parse_forms([cell])[0], Message)
