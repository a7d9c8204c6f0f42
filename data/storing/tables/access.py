"""Who may come in, and who is in."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, Integer, String, UniqueConstraint

from data.storing.tables.columns import department_key, number, table

account = table(
    "account",
    "Somebody who may use the tool, with a role. Who is known by a role of the provider alone has "
    "no line here.",
    number(),
    Column("name", String, nullable=False, unique=True, doc="as the provider names them"),
    Column("role", String, nullable=False, doc="the role"),
)

account_department = table(
    "account_department",
    "A department that somebody is a manager of.",
    number(),
    Column("account_id", Integer, ForeignKey("account.id"), nullable=False, doc="of whom"),
    department_key(),
    UniqueConstraint("account_id", "department_id"),
)

sign_in = table(
    "sign_in",
    "Somebody who signed in. Without a line that holds, a cookie is worth nothing.",
    number(),
    Column("key", String(64), nullable=False, unique=True, doc="hash of what the provider said"),
    Column("name", String, nullable=False, index=True, doc="as the provider names them"),
    Column("began_at", DateTime, nullable=False, doc="when (UTC)"),
    Column("ends_at", DateTime, nullable=False, doc="when it ends at the latest (UTC)"),
    Column("ended_at", DateTime, doc="when it was ended before that (UTC)"),
)
