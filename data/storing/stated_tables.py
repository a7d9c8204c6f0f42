"""The tables of what a city states itself: agreements, inhabitants, reorganisations, settings."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, Integer, String, Table

from data.storing.tables import metadata

# What the coordinator stated of an agreement (known by its first year) and of inhabitants. Lines
# are only added: the last one counts, all of them together are the history.
agreement_figure = Table(
    "agreement_figure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("first_year", Integer, nullable=False),
    Column("figure", String, nullable=False),
    Column("value", String, nullable=False),
    Column("source", String, nullable=False),
    Column("edited_at", DateTime, nullable=False),
    Column("user_name", String, nullable=False),
)

inhabitants_figure = Table(
    "inhabitants_figure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("cbs_code", String, nullable=False),
    Column("year", Integer, nullable=False),
    Column("inhabitants", Integer),
    Column("source", String, nullable=False),
    Column("edited_at", DateTime, nullable=False),
    Column("user_name", String, nullable=False),
)

# Which departments followed which, from the year on.
reorganisation = Table(
    "reorganisation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("year", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("note", String, nullable=False),
    Column("created_at", DateTime, nullable=False),  # UTC
    Column("user_name", String, nullable=False),
)

succession = Table(
    "succession",
    metadata,
    Column("reorganisation_id", Integer, ForeignKey("reorganisation.id"), primary_key=True),
    Column("department_id", Integer, ForeignKey("department.id"), primary_key=True),
    Column("successor_id", Integer, ForeignKey("department.id"), primary_key=True),
    Column("percent", Integer, nullable=False),
)

# What this city wants otherwise than `data.settings` has it, as text.
setting = Table(
    "setting",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)
