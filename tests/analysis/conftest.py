"""The two stores that most tests measure: an empty one, and a small town worked out by hand."""

from __future__ import annotations

import pytest

from tests.analysis.frames import (
    World,
    departments_frame,
    relevance_frame,
    reported_frame,
    themes_frame,
    usage_frame,
)


@pytest.fixture
def nothing() -> World:
    """A store in which nothing has been read yet."""
    return World(
        usage_frame(), departments_frame(), themes_frame(), relevance_frame(), reported_frame()
    )


@pytest.fixture
def town() -> World:
    """Four departments, three themes, 2018 and 2019; Markt reported nothing in 2019.

    2018: Jeugd Wonen 2 (direct, channel missing), Jeugd Energie 1 through the network, Zorg
    Schulden 1, Markt Energie 1. 2019: Jeugd Wonen 1, Beheer Energie 1.
    Zorg x Energie and Markt x Energie are not relevant.
    """
    return World(
        usage_frame([
            {"date": "2018-02-01", "hours": 2.0},
            {"date": "2018-05-01", "channel": None, "hours": 3.5},
            {"date": "2018-06-01", "theme": "Energie", "channel": "network", "hours": 1.0},
            {"date": "2018-07-01", "department": "Zorg", "theme": "Schulden"},
            {"date": "2018-08-01", "department": "Markt", "theme": "Energie", "hours": 4.0},
            {"date": "2019-03-01", "hours": 1.5},
            {"date": "2019-04-01", "department": "Beheer", "theme": "Energie"},
        ]),
        departments_frame("Jeugd", "Zorg", "Beheer", "Markt"),
        themes_frame("Wonen", "Schulden", "Energie"),
        relevance_frame(("Zorg", "Energie"), ("Markt", "Energie")),
        reported_frame(
            Jeugd=(2018, 2019), Zorg=(2018, 2019), Beheer=(2018, 2019), Markt=(2018,)
        ),
    )  # fmt: skip
