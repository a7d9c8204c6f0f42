"""What a browser is told it may do."""

from __future__ import annotations

import base64
import hashlib

from starlette.datastructures import MutableHeaders

from ui.web.headers import inline_hashes, page_policy, protect


def test_only_the_scripts_that_stand_in_the_document_may_run() -> None:
    document = (
        b'<script src="a.js"></script><script>let a = 1</script><script type="module">2</script>'
    )
    expected = [
        f"'sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}'"
        for text in (b"let a = 1", b"2")
    ]
    assert list(inline_hashes(document)) == expected
    policy = page_policy(expected)
    assert f"script-src 'self' {' '.join(expected)};" in policy
    assert "unsafe-eval" not in policy
    assert "frame-ancestors 'none'" in policy


def test_a_file_to_take_away_may_do_nothing_and_is_not_kept() -> None:
    headers = MutableHeaders()
    protect(headers, "/media/a.xlsx", secure=False)
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["cache-control"] == "private, no-store"
    assert "strict-transport-security" not in headers


def test_behind_tls_the_browser_is_told_to_stay_there() -> None:
    headers = MutableHeaders({"content-security-policy": "own"})
    protect(headers, "/", secure=True)
    assert headers["strict-transport-security"].startswith("max-age=31536000")
    assert headers["content-security-policy"] == "own"
