from __future__ import annotations

import pandas as pd

from ui.shared.relevance import used_elsewhere


def test_what_was_used_itself_and_is_not_relevant_the_most_used_first() -> None:
    usage = pd.DataFrame(
        [
            ("Zorg", "Wonen", "direct"), ("Zorg", "Wonen", "direct"), ("Beheer", "Jeugd", None),
            ("Zorg", "Energie", "direct"), ("Beheer", "Wonen", "network"),
        ],
        columns=["department", "theme", "channel"],
    )  # fmt: skip
    relevance = pd.DataFrame(
        [
            ("Zorg", "Wonen", False), ("Beheer", "Jeugd", False), ("Zorg", "Energie", True),
            ("Beheer", "Wonen", False),
        ],
        columns=["department", "theme", "relevant"],
    )  # fmt: skip
    assert used_elsewhere(usage, relevance).to_numpy().tolist() == [
        ["Zorg", "Wonen", 2], ["Beheer", "Jeugd", 1],
    ]  # fmt: skip
