"""Messages of tests, whose words matter and whose code does not."""

from __future__ import annotations

import re

from texts import Message, sentence


def told(text: str, **values: object) -> Message:
    """A message that says this, in every language."""
    return sentence("test_" + re.sub(r"\W+", "_", text.casefold()), text)(**values)
