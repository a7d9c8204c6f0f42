"""Text that came from a file is data: here it loses every meaning that a renderer would give it."""

from __future__ import annotations

import html
import re

_MARKDOWN = re.compile(r"([!-/:-@\[-`{-~])")
# Within a line: what marks text, opens a link or HTML, or closes the name of an icon (`:name:`).
_MARKDOWN_INSIDE = re.compile(r"([\\`*_\[\]<>$~#|&]|:(?=[^\s:]*:))")
_SPACE = re.compile(r"[^\S\u00a0]+")  # a no-break space stays: it keeps sign and number together
# Markdown makes links of bare addresses too, whatever is escaped; an invisible joiner prevents it.
_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)", re.IGNORECASE)
_JOINER = "\u2060"


def escape_markdown(text: object) -> str:
    """`text` on one line, for Markdown: every character of punctuation stands for itself."""
    flat = _ADDRESS.sub(_JOINER, one_line(text))
    return _MARKDOWN.sub(r"\\\1", flat)


def escape_label(text: object) -> str:
    """`text` within the label of a widget: nothing in it is Markdown.

    A screen reader hears such a label with its escapes, so only what has to be is escaped. The
    label must begin with something else, since a dash or a number there could begin a list.
    """
    flat = _ADDRESS.sub(_JOINER, one_line(text))
    return _MARKDOWN_INSIDE.sub(r"\\\1", flat)


def one_line(text: object) -> str:
    """`text` with every run of white space as one space. Not escaped."""
    return _SPACE.sub(" ", str(text)).strip()


def plain(text: object) -> str:
    """`text` on one line, for a label or hover text of Plotly, which reads HTML and `$…$`."""
    return html.escape(one_line(text), quote=False).replace("$", "&#36;")


def shortened(text: object, length: int) -> str:
    """`text` on one line, cut off with an ellipsis beyond `length` characters. Not escaped."""
    flat = one_line(text)
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"
