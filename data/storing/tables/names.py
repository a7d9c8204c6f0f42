"""Departments and themes, the forms, what is relevant, and what was learned about spelling."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, String, UniqueConstraint

from data.storing.tables.columns import batch_key, number, table


def _added_by() -> Column[int]:
    meaning = "the upload it came with; such a name leaves when nothing refers to it any more"
    return Column("added_by", Integer, ForeignKey("batch.id"), doc=meaning)


def _valid() -> tuple[Column[int], Column[int]]:
    return (
        Column("valid_from", Integer, doc="first year in which it exists; missing: always did"),
        Column("valid_to", Integer, doc="last year in which it exists; missing: still does"),
    )


def _stated() -> Column[bool]:
    meaning = "whether a person said that it exists; else it is known from a list only"
    return Column("stated", Boolean, nullable=False, default=False, doc=meaning)


def _confirmed(name: str, meaning: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, default=False, doc=meaning)


department = table(
    "department",
    "A department of the municipality.",
    number(),
    Column("name", String, nullable=False, unique=True, doc="its official spelling"),
    Column("domain", String, nullable=False, doc="the domain that it belongs to"),
    _confirmed("domain_confirmed", "whether a person chose the domain; else it is proposed"),
    _confirmed("relevance_confirmed", "whether the coordinator confirmed its relevant themes"),
    _added_by(),
    _stated(),
    *_valid(),
    Column("manager", String, doc="the function of its manager, never the name of a person"),
    Column("employees", Integer, doc="how many people work there"),
)

theme = table(
    "theme",
    "A theme of Platform31.",
    number(),
    Column("name", String, nullable=False, unique=True, doc="its official spelling"),
    Column("pillar", String, nullable=False, doc="the G40 pillar that it belongs to"),
    Column("task", String, nullable=False, doc="the task that it belongs to"),
    _added_by(),
    _stated(),
    *_valid(),
)

form = table(
    "form",
    "A form of use, such as advice or a meeting.",
    Column("name", String, primary_key=True, doc="the form"),
    Column("position", Integer, nullable=False, doc="its place in lists"),
)

relevance = table(
    "relevance",
    "Whether a theme is relevant for a department, as the coordinator decided; for everything "
    "else the default of domain and pillar holds.",
    Column(
        "department_id",
        Integer,
        ForeignKey("department.id", ondelete="CASCADE"),
        primary_key=True,
        doc="the department it is about",
    ),
    Column(
        "theme_id",
        Integer,
        ForeignKey("theme.id", ondelete="CASCADE"),
        primary_key=True,
        doc="the theme it is about",
    ),
    Column("relevant", Boolean, nullable=False, doc="what was decided"),
    Column("edited_at", DateTime, nullable=False, doc="when it was decided (UTC)"),
)

# A line per upload, so that taking one back leaves what others taught too.
name_variant = table(
    "name_variant",
    "Another spelling of a name, as an upload taught it or a person wrote it down.",
    number(),
    Column("kind", String, nullable=False, doc="`department` or `theme`"),
    Column("spelling", String, nullable=False, doc="the spelling in files"),
    Column("name", String, nullable=False, doc="the name that it stands for"),
    batch_key("the upload that taught it; missing: given by hand", nullable=True),
    UniqueConstraint("kind", "spelling", "batch_id"),
)

heading_memory = table(
    "heading_memory",
    "What a heading means, as an upload taught it.",
    number(),
    Column("kind", String, nullable=False, doc="the kind of sheet: `usage` or `budget`"),
    Column("heading_key", String, nullable=False, doc="the heading, without case and spaces"),
    Column("column", String, nullable=False, doc="the column that it is; empty: not needed"),
    batch_key("the upload that taught it"),
    UniqueConstraint("kind", "heading_key", "batch_id"),
)

answer_memory = table(
    "answer_memory",
    "What was answered at an upload, and holds for later files of the same kind.",
    number(),
    Column("kind", String, nullable=False, doc="the kind of sheet: `usage` or `budget`"),
    Column("question", String, nullable=False, doc="the code of the question, `|`, what it is of"),
    Column("answer", String, nullable=False, doc="the answer"),
    batch_key("the upload at which it was given"),
    UniqueConstraint("kind", "question", "batch_id"),
)
