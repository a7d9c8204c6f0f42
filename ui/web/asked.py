"""What a browser may ask over its websocket: to run a page and to have a file, and nothing else.

Streamlit knows more: emptying what is kept in memory for everybody, telling which files of the
program were changed, putting files beside it. No page of ours asks for these.
"""

from __future__ import annotations

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]
from starlette.types import Message, Receive
from streamlit.proto.BackMsg_pb2 import BackMsg

_ASKED = {"rerun_script", "stop_script", "app_heartbeat", "file_urls_request"}
_OPERATIONS = {"deferred_file"}  # a file that is made once somebody asks for it


def may_be_asked(content: bytes) -> bool:
    """Whether this is something that a page of ours asks; what cannot be read is Streamlit's."""
    try:
        asked = BackMsg.FromString(content)
    except DecodeError:
        return True  # it ends the session
    kind = asked.WhichOneof("type")
    if kind == "backend_operation_request":
        return asked.backend_operation_request.WhichOneof("payload") in _OPERATIONS
    return kind in _ASKED


def only_asked(receive: Receive) -> Receive:
    """The same messages, without those that no page of ours sends."""

    async def receive_asked() -> Message:
        while True:
            message = await receive()
            content = message.get("bytes")
            if not content or may_be_asked(content):
                return message

    return receive_asked
