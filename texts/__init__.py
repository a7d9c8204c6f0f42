"""Every text that a reader sees, in the reader's language."""

from texts.catalogue import (
    LANGUAGES,
    Message,
    current_language,
    ngettext,
    set_language_source,
    speak,
    translate,
    use_language,
)

__all__ = [
    "LANGUAGES",
    "Message",
    "current_language",
    "ngettext",
    "set_language_source",
    "speak",
    "translate",
    "use_language",
]
