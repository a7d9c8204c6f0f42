"""The place to drop files, in the language of the page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import streamlit as st

from texts import translate as _


def drop_files(label: str, *, key: str, help_text: str | None = None) -> Sequence[Any]:
    """Let the visitor drop files or choose them; what was dropped since the page was shown last."""
    with st.container(key=f"drop_{key}"):
        _in_our_words(f".st-key-drop_{key}")
        return st.file_uploader(label, accept_multiple_files=True, key=key, help=help_text)


def _in_our_words(area: str) -> None:
    """Our words in place of the uploader's own, which are English whatever the language."""
    hint = f"{area} [data-testid=stFileUploaderDropzoneInstructions]"
    invitation = json.dumps(_("or drop the files here"))
    refusal = json.dumps(_("This file is too large to upload."))
    rules = (
        f"{hint} * {{display: none}}",
        f"{hint}::after {{content: {invitation}; font-size: 0.875rem}}",
        f"{area}:has([aria-invalid=true])::after {{content: {refusal}}}",
    )
    st.html(f"<style>{' '.join(rules)}</style>")
