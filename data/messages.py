"""What the modules at the top of data/ have to say."""

from __future__ import annotations

from texts.messages import sentence

NOT_ALLOWED = sentence(
    "not_allowed", "You may not do this in the role that you have now; nothing was changed."
)
