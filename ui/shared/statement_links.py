"""Where the two statements stand that everybody may read, also who is not signed in."""

from __future__ import annotations

from texts import current_language
from texts import translate as _

PRIVACY_PATH, ACCESSIBILITY_PATH = "/privacy", "/toegankelijkheid"


def links() -> str:
    """Both as Markdown, in the language in force."""
    language = current_language()
    return (
        f"[{_('Privacy')}]({PRIVACY_PATH}?taal={language}) · "
        f"[{_('Accessibility')}]({ACCESSIBILITY_PATH}?taal={language})"
    )
