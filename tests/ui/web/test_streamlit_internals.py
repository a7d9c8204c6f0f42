"""What we use of Streamlit beyond what it promises is there, and does what we need it for.

When one of these fails after an upgrade: look in `ui/web/streamlit_internals.py` what it is for.
"""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path

import pytest
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from ui.web import streamlit_internals

ROOT = Path(__file__).parents[3]
# Everything under `streamlit.` and below the server that any of our sources names: what it has to
# have, and why we use it.
USED = {
    "streamlit.dataframe_util": ("convert_pandas_df_to_arrow_bytes", "tables made once for all"),
    "streamlit.navigation.page": ("StreamlitPage", "the type of what `st.Page` gives"),
    "streamlit.proto.BackMsg_pb2": ("BackMsg", "what a browser asks over its websocket"),
    "streamlit.runtime": ("Runtime", "which sessions there are, and whose files"),
    "streamlit.runtime.media_file_manager": ("MediaFileManager", "files to take away last"),
    "streamlit.runtime.media_file_storage": ("MediaFileKind", "pictures and files to take away"),
    "streamlit.runtime.memory_media_file_storage": ("_calculate_file_id", "the address of a file"),
    "streamlit.runtime.pages_manager": ("PagesManager", "pages come from app.py alone"),
    "streamlit.runtime.scriptrunner": ("get_script_run_ctx", "whether somebody is at the screen"),
    "streamlit.testing.v1": ("AppTest", "pages without a browser"),
    "streamlit.web.server.starlette.starlette_server_config": (
        "USER_COOKIE_NAME", "which cookies are of signing in"
    ),
    "streamlit.web.server.starlette.starlette_websocket": (
        "_get_signed_cookie_with_chunks", "what the provider said, when somebody signs in or out"
    ),
    "streamlit.delta_generator": ("DeltaGenerator", "a place on the page, by the name of its type"),
    "uvicorn.config": ("ProxyHeadersMiddleware", "the peer is who it really is"),
}  # fmt: skip


@pytest.mark.parametrize("module", USED)
def test_what_we_use_of_streamlit_is_there(module: str) -> None:
    name, why = USED[module]
    assert hasattr(importlib.import_module(module), name), f"{module}.{name} is gone: {why}"


def test_nothing_else_is_used() -> None:
    named = set()
    for path in [ROOT / "app.py", ROOT / "serve.py", *(ROOT / "ui").rglob("*.py"),
                 *(ROOT / "pages").rglob("*.py")]:  # fmt: skip
        found = re.findall(
            r"^(?:from|import) ((?:streamlit|uvicorn)\.[\w.]+)", path.read_text("utf-8"), re.M
        )
        named |= set(found)
    assert named <= set(USED), "declare it in USED, with its reason"
    private = [
        path.name
        for path in (ROOT / "ui").rglob("*.py")
        if re.search(r"^from streamlit.* import .*\b_\w+", path.read_text("utf-8"), re.M)
    ]
    assert private == ["streamlit_internals.py"]


def test_a_cookie_that_is_not_signed_by_us_says_nothing() -> None:
    from ui.web.streamlit_internals import USER_COOKIE, signed_cookie

    assert signed_cookie({USER_COOKIE: "verzonnen"}, USER_COOKIE) is None
    assert signed_cookie({}, USER_COOKIE) is None


def test_a_file_has_one_number_that_its_content_and_name_make() -> None:
    from ui.web.streamlit_internals import file_number

    made = {file_number(b"a", "text/csv", name) for name in ("a.csv", "a.csv", "b.csv")}
    assert len(made) == 2
    assert not any("." in number or "/" in number for number in made)


def test_the_sessions_can_be_listed() -> None:
    from streamlit.runtime import Runtime
    from streamlit.runtime.session_manager import SessionManager

    assert hasattr(SessionManager, "list_active_sessions")
    assert "_session_mgr" in inspect.getsource(Runtime.__init__)


def test_the_server_asks_for_what_we_replace_after_it_loaded_us() -> None:
    import uvicorn.config

    loading = inspect.getsource(uvicorn.config.Config.load)
    assert loading.index("load_app()") < loading.index("ProxyHeadersMiddleware(")


def test_the_files_of_the_server_are_ours_once_it_starts() -> None:
    from streamlit.runtime import runtime

    from ui.web.streamlit_internals import LastingFiles, prepare_server

    prepare_server()
    assert runtime.MediaFileManager is LastingFiles
    assert "MediaFileManager(" in inspect.getsource(runtime.Runtime.__init__)


class _Clock:
    now = 1_000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> _Clock:
    clock = _Clock()
    monkeypatch.setattr(streamlit_internals, "time", clock)
    return clock


@pytest.fixture
def files() -> streamlit_internals.LastingFiles:
    return streamlit_internals.LastingFiles(MemoryMediaFileStorage("/media"))


def run_of(files: streamlit_internals.LastingFiles, *buttons: str) -> list[str]:
    """A page that runs and shows these buttons: the numbers behind which their files are made."""
    files.clear_session_refs()
    numbers = [
        files.add_deferred(button.encode, "text/plain", button, "a.txt") for button in buttons
    ]
    files.remove_orphaned_files()
    return numbers


def test_a_click_on_a_button_of_the_run_before_is_not_lost(
    files: streamlit_internals.LastingFiles, clock: _Clock
) -> None:
    (before,) = run_of(files, "een")
    (now,) = run_of(files, "een")
    clock.now += streamlit_internals.KEPT_SECONDS - 1
    run_of(files)
    assert files.execute_deferred(before) == files.execute_deferred(now)
    clock.now += streamlit_internals.KEPT_SECONDS
    run_of(files)
    for number in (before, now):
        with pytest.raises(MediaFileStorageError):
            files.execute_deferred(number)


def test_a_file_that_was_made_waits_for_who_asked_for_it(
    files: streamlit_internals.LastingFiles, clock: _Clock
) -> None:
    def is_there(address: str) -> bool:
        return files.read_file(address.removeprefix("/media/").partition(".")[0]) is not None

    (number,) = run_of(files, "een")
    address = files.execute_deferred(number)
    for _other_visitor in range(3):
        files.remove_orphaned_files()
    assert is_there(address)
    clock.now += streamlit_internals.KEPT_SECONDS - 1
    assert files.execute_deferred(number) == address  # asked for once more: it counts anew
    for _other_visitor in range(3):
        files.remove_orphaned_files()
    clock.now += 2
    files.remove_orphaned_files()
    assert is_there(address)
    clock.now += streamlit_internals.KEPT_SECONDS
    files.remove_orphaned_files()
    assert not is_there(address)
