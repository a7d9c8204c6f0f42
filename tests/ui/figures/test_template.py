from __future__ import annotations

from collections.abc import Iterator

import plotly.io as pio
import pytest

from texts import use_language
from ui.figures import template

LIGHT_GROUND, DARK_GROUND = "#ffffff", "#14181c"


@pytest.fixture(autouse=True)
def _light_afterwards() -> Iterator[None]:
    yield
    template.draw_on(dark=False)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colour", template.PALETTE)
@pytest.mark.parametrize("ground", [LIGHT_GROUND, DARK_GROUND])
def test_every_colour_stands_out_on_both_grounds(colour: str, ground: str) -> None:
    assert contrast(colour, ground) >= 3


@pytest.mark.parametrize(
    ("dark", "ink", "ground"),
    [(False, template.INK, LIGHT_GROUND), (True, template.INK_ON_DARK, DARK_GROUND)],
)
def test_text_can_be_read_on_both_grounds(dark: bool, ink: str, ground: str) -> None:
    template.draw_on(dark=dark)
    figure = template.drawn([], height=100, xaxis={}, yaxis={"title": {"text": "Aandeel"}})
    assert figure.layout.font.color == ink
    assert figure.layout.xaxis.tickfont.color == ink
    assert figure.layout.yaxis.title.font.color == ink
    assert figure.layout.yaxis.title.text == "Aandeel"
    assert contrast(ink, ground) >= 4.5


def test_the_house_style_is_registered_and_see_through() -> None:
    with use_language("nl"):
        figure = template.drawn([], height=100, xaxis={}, yaxis={})
    assert template.TEMPLATE in pio.templates
    assert figure.layout.template.layout.paper_bgcolor == "rgba(0,0,0,0)"
    assert figure.layout.separators == ",."


def test_a_tint_lets_the_ground_through() -> None:
    assert template.tint("#0072b2", 0.5) == "rgba(0,114,178,0.5)"
