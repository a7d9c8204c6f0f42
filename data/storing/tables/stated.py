"""What a city states itself: agreements, inhabitants, reorganisations, settings."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, Integer, String

from data.storing.tables.columns import batch_key, number, table, user_name

agreement_figure = table(
    "agreement_figure",
    "A figure of an agreement, as the coordinator stated it. Lines are only added: the last one "
    "counts, all of them together are the history.",
    number(),
    Column("first_year", Integer, nullable=False, doc="first year of the agreement"),
    Column("figure", String, nullable=False, doc="which figure"),
    Column("value", String, nullable=False, doc="its value as text; empty: not known"),
    Column("source", String, nullable=False, doc="where it stands"),
    Column("edited_at", DateTime, nullable=False, doc="when it was stated (UTC)"),
    user_name("who stated it"),
)

inhabitants_figure = table(
    "inhabitants_figure",
    "The number of inhabitants of a city, as the coordinator stated it. Lines are only added.",
    number(),
    Column("cbs_code", String, nullable=False, doc="the code of the municipality"),
    Column("year", Integer, nullable=False, doc="on 1 January of this year"),
    Column("inhabitants", Integer, doc="how many; missing: not known"),
    Column("source", String, nullable=False, doc="where it stands"),
    Column("edited_at", DateTime, nullable=False, doc="when it was stated (UTC)"),
    user_name("who stated it"),
)

reorganisation = table(
    "reorganisation",
    "Departments that follow others from a year on.",
    number(),
    Column("year", Integer, nullable=False, doc="first year of the new structure"),
    Column("kind", String, nullable=False, doc="`renamed`, `merged` or `split`"),
    Column("note", String, nullable=False, doc="what was noted about it"),
    Column("created_at", DateTime, nullable=False, doc="when it was stated (UTC)"),
    user_name("who stated it"),
)


def _department(name: str, meaning: str) -> Column[int]:
    return Column(name, Integer, ForeignKey("department.id"), primary_key=True, doc=meaning)


succession = table(
    "succession",
    "Which department follows which in a reorganisation, and for how much of it.",
    Column(
        "reorganisation_id",
        Integer,
        ForeignKey("reorganisation.id"),
        primary_key=True,
        doc="the reorganisation",
    ),
    _department("department_id", "the department before"),
    _department("successor_id", "the department that follows"),
    Column("percent", Integer, nullable=False, doc="how much of the use goes there"),
)

setting = table(
    "setting",
    "What this city wants otherwise than the default.",
    Column("name", String, primary_key=True, doc="the setting"),
    Column("value", String, nullable=False, doc="its value as text"),
)

organisation_fact = table(
    "organisation_fact",
    "What was said of the municipality as a whole: its name, and whether the departments are all "
    "there are. Lines are only added: the last one counts.",
    number(),
    Column("name", String, nullable=False, doc="`municipality` or `all_departments`"),
    Column("value", String, nullable=False, doc="its value as text; empty: no longer"),
    batch_key("the sample that it came with, and leaves with; missing: stated", nullable=True),
    Column("stated_at", DateTime, nullable=False, doc="when it was stated (UTC)"),
    user_name("who stated it"),
)
