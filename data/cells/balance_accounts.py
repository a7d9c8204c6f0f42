"""Accounts that hold no costs: those of the balance, of VAT, of creditors."""

from __future__ import annotations

import re

from data.cells.keys import plain_words

_NAMES = re.compile(r"\b(btw|bcf|crediteuren|tussenrekening|balans|bank|kruisposten)\b")


def is_named_as_balance(account: str) -> bool:
    """Whether an account is called as one that holds no costs: `Crediteuren`."""
    return bool(_NAMES.search(plain_words(account)))
