"""What a file is read by, as it is handed to the reader, whatever process that runs in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from data.cleaning.name_matching import KnownNames
from data.fields.choices import FORM_NAMES
from data.settings import Settings
from data.values.corrections import NO_CORRECTIONS, Corrections
from data.values.finance_rule import DEFAULT_RULE, Rule
from data.values.lineage import NOTHING_STORED, Lineage
from data.values.results import FilePreview


@dataclass(frozen=True)
class ReadRequest:
    """What a file is read by: what the store knows, what a person says, how the settings are.

    `about` is what is known of the file itself, without its sheets; `lineage` is what the store
    holds of it, by way of itself and of workbooks that mend it.
    """

    about: FilePreview
    known: KnownNames
    settings: Settings
    kind: str | None = None
    remembered_headings: Mapping[tuple[str, str], str] = field(default_factory=dict)
    remembered_answers: Mapping[tuple[str, str], str] = field(default_factory=dict)
    forms: Sequence[str] = FORM_NAMES
    rule: Rule = DEFAULT_RULE
    corrections: Corrections = NO_CORRECTIONS
    lineage: Lineage = NOTHING_STORED
