"""Who the user is, and what that user may do: every page and every write asks here.

There is no sign-in yet; `ui/access.py` says who is at the screen. Sign-in with roles needs to
change that one module, and no page.
"""

from __future__ import annotations

from dataclasses import dataclass

from data.storing.errors import StoreError
from texts import Message

COORDINATOR = "coordinator"
MANAGER = "manager"

LOOK = "look"  # see the figures
READ_IN = "read_in"  # read any file in, and take uploads back
CLASSIFY = "classify"  # say what belongs where
STATE = "state"  # state what an agreement says, and numbers of inhabitants
ACT = "act"  # choose white spots, keep the actions
DECIDE = "decide"  # accept or decline what a department proposes
ANSWER = "answer"  # confirm, propose and upload for one department

_OF_ANYBODY = {LOOK}
_OF_MANAGER = {ANSWER}  # for the own department only


class NotAllowedError(StoreError):
    """This user may not do this."""

    def __init__(self) -> None:
        super().__init__(
            Message("You may not do this in the role that you have now; nothing was changed.")
        )


@dataclass(frozen=True)
class User:
    """Somebody at work: a name, and the department that the user manages (None: coordinator)."""

    name: str
    department: str | None = None

    @property
    def role(self) -> str:
        """`coordinator` or `manager`."""
        return COORDINATOR if self.department is None else MANAGER

    def may(self, right: str, department: str | None = None) -> bool:
        """Whether the user has this right, for this department if the right is about one."""
        if self.role == COORDINATOR or right in _OF_ANYBODY:
            return True
        return right in _OF_MANAGER and department == self.department

    def must(self, right: str, department: str | None = None) -> None:
        """Raise `NotAllowedError` unless the user may."""
        if not self.may(right, department):
            raise NotAllowedError
