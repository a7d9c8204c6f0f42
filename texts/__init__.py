"""Every text that a reader sees, in the reader's language."""

from texts.catalogue import (
    LANGUAGES,
    current_language,
    ngettext,
    set_language_source,
    speak,
    translate,
    use_language,
)
from texts.formats import Figure
from texts.messages import (
    Message,
    Money,
    Percent,
    Sentence,
    Text,
    all_sentences,
    declares_sentences,
    sentence,
)

__all__ = [
    "LANGUAGES",
    "Figure",
    "Message",
    "Money",
    "Percent",
    "Sentence",
    "Text",
    "all_sentences",
    "current_language",
    "declares_sentences",
    "ngettext",
    "sentence",
    "set_language_source",
    "speak",
    "translate",
    "use_language",
]
