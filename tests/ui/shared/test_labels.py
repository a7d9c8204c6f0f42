from __future__ import annotations

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from data import columns as c
from data.fields import choices
from data.states import STATES
from texts import use_language
from ui.shared import labels


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        (c.DOMAIN, "sociaal", "Sociaal domein"),
        (c.PILLAR, "sociaal", "Sociale pijler"),
        (c.DOMAIN, float("nan"), "Niet ingedeeld"),
        (c.FORM, "maatwerkatelier", "maatwerkatelier"),
        (c.DEPARTMENT, "sociaal", "sociaal"),
        (c.CHANNEL, None, "Niet opgegeven"),
    ],
)
def test_a_value_has_a_name_for_the_reader(column: str, value: object, expected: str) -> None:
    with use_language("nl"):
        assert labels.value_label(column, value) == expected


@pytest.mark.parametrize(
    ("column", "values"),
    [
        (c.DOMAIN, choices.CLASSES[c.DOMAIN]),
        (c.PILLAR, choices.CLASSES[c.PILLAR]),
        (c.TASK, choices.CLASSES[c.TASK]),
        (c.FORM, choices.FORM_NAMES),
        (c.CHANNEL, choices.values_of(choices.CHANNELS)),
        (c.SHARE, choices.values_of(choices.SHARES)),
        (c.STATE, tuple(STATES)),
        (c.DATE_PRECISION, c.PRECISIONS),
    ],
)
def test_every_value_of_the_vocabulary_is_named(column: str, values: tuple[str, ...]) -> None:
    assert set(values) <= labels.VALUES[column].keys()


def test_a_frame_reads_in_words_and_stays_itself() -> None:
    frame = pd.DataFrame({c.DEPARTMENT: ["Zorg", "Werk"], c.DOMAIN: ["sociaal", None]})
    before = frame.copy()
    with use_language("nl"):
        shown = labels.readable(frame)
    expected = pd.DataFrame({"Afdeling": ["Zorg", "Werk"], "Domein": ["Sociaal domein", ""]})
    assert_frame_equal(shown, expected)
    assert_frame_equal(frame, before)
