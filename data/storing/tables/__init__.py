"""The tables of the store, alike for SQLite and PostgreSQL; one module per subject.

Others take them from here: `from data.storing import tables as t`, then `t.batch`.
"""

from data.storing.tables.access import account, account_department, sign_in
from data.storing.tables.columns import metadata
from data.storing.tables.meeting import (
    dossier_draft,
    dossier_file,
    dossier_version,
    house_style,
    meeting_agreement,
    unmet_request,
)
from data.storing.tables.names import (
    answer_memory,
    department,
    form,
    heading_memory,
    name_variant,
    relevance,
    theme,
)
from data.storing.tables.operation import change_log, meta
from data.storing.tables.records import (
    budget_line,
    finance_rule,
    money_source,
    replaced_record,
    usage_columns,
    usage_record,
)
from data.storing.tables.stated import (
    agreement_figure,
    inhabitants_figure,
    organisation_fact,
    reorganisation,
    setting,
    succession,
)
from data.storing.tables.uploads import (
    batch,
    batch_archive,
    batch_change,
    batch_overlap,
    rejected_row,
    report,
    sheet_report,
)
from data.storing.tables.work import (
    action,
    confirmation,
    conversation,
    draw,
    drawn_cell,
    proposal,
)

__all__ = [
    "account",
    "account_department",
    "action",
    "agreement_figure",
    "answer_memory",
    "batch",
    "batch_archive",
    "batch_change",
    "batch_overlap",
    "budget_line",
    "change_log",
    "confirmation",
    "conversation",
    "department",
    "dossier_draft",
    "dossier_file",
    "dossier_version",
    "draw",
    "drawn_cell",
    "finance_rule",
    "form",
    "heading_memory",
    "house_style",
    "inhabitants_figure",
    "meeting_agreement",
    "meta",
    "metadata",
    "money_source",
    "name_variant",
    "organisation_fact",
    "proposal",
    "rejected_row",
    "relevance",
    "reorganisation",
    "replaced_record",
    "report",
    "setting",
    "sheet_report",
    "sign_in",
    "succession",
    "theme",
    "unmet_request",
    "usage_columns",
    "usage_record",
]
