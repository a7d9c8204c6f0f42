"""The two statements at addresses of their own, for everybody: without signing in or any script.

The law asks so of the accessibility statement, also of what only employees use.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from data.errors import NotDoneError
from texts import Text, use_language
from texts import translate as _
from ui.explanation.statements import accessibility, privacy
from ui.shared.delivery import chosen_language
from ui.shared.statement_links import ACCESSIBILITY_PATH, PRIVACY_PATH

_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1.1rem/1.6 sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}"
)


def _answering(title: Text, lines: Callable[[], Sequence[str]]) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        with use_language(language := chosen_language(request.scope["query_string"])):
            try:
                return _page(language, str(title), lines())
            except NotDoneError as error:
                return PlainTextResponse(str(error.message), 503)

    return answer


def _page(language: str, title: str, lines: Sequence[str]) -> Response:
    """A document that says its language itself, so that it goes out as it is."""
    other, name = ("nl", "Nederlands") if language == "en" else ("en", "English")
    items = "".join(f"<li>{html.escape(line)}</li>" for line in lines)
    content = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{html.escape(title)} - Verbredingsmonitor</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{html.escape(title)}</h1><ul>{items}</ul>"
        f'<p><a href="/?taal={language}">{html.escape(_("To the tool"))}</a> · '
        f'<a lang="{other}" href="?taal={other}">{name}</a></p></main></body></html>'
    )
    return HTMLResponse(
        content, headers={"content-language": language, "cache-control": "no-cache"}
    )


ROUTES = [
    Route(PRIVACY_PATH, _answering(Text("Privacy statement"), privacy)),
    Route(ACCESSIBILITY_PATH, _answering(Text("Accessibility statement"), accessibility)),
]
