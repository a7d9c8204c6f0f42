"""What documents share: colours, languages, and text that any of them can hold."""

from __future__ import annotations

import re
from io import BytesIO
from typing import IO

LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
FONT, SIZE = "Arial", 9.5
CREATOR = "Verbredingsmonitor"

# What XML cannot hold, and halves of characters that no encoding can write.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text on one line, without what no document may hold."""
    return re.sub(r"\s*[\r\n]+\s*", " ", _UNWRITABLE.sub("", text)).strip()


def bare(colour: str) -> str:
    """A colour without its `#`."""
    return colour.removeprefix("#").upper()


def lightened(colour: str, part: float = 0.88) -> str:
    """A colour mixed with white for this part, without `#`."""
    channels = (int(bare(colour)[place : place + 2], 16) for place in (0, 2, 4))
    return "".join(f"{round(c + (255 - c) * part):02X}" for c in channels)


def picture(logo: bytes) -> IO[bytes]:
    """A logo as a file that can be read."""
    return BytesIO(logo)
