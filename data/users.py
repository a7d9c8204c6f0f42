"""Who is at work, and what that user may do: every page and every write asks here.

A right is held for the whole municipality, or for the departments of the user only. A role is
declared once, with its name and its rights. `ui/shared/visitor.py` says who is at the screen.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from data.errors import NotDoneError
from data.messages import NOT_ALLOWED
from texts import Text

LOOK = "look"  # see the figures
OVERSEE = "oversee"  # see the records of all departments, the money and the dossier
READ_IN = "read_in"  # read any file in, and take uploads back
CLASSIFY = "classify"  # say what belongs where
STATE = "state"  # state what an agreement says, and numbers of inhabitants
ACT = "act"  # choose white spots, keep the actions
DECIDE = "decide"  # accept or decline what a department proposes
ANSWER = "answer"  # confirm, propose and upload for one department
CONFIGURE = "configure"  # choose settings
ENTER = "enter"  # sign in and out, take away files
ADMINISTER = "administer"  # say who may do what, replace the store by a copy of it

RIGHTS = {
    ENTER: Text("sign in, take files away"),
    LOOK: Text("see the figures"),
    OVERSEE: Text("see records of all departments, the money and the dossier"),
    READ_IN: Text("read files in, and take them back"),
    CLASSIFY: Text("say what belongs where"),
    STATE: Text("state agreements and inhabitants"),
    ACT: Text("choose white spots, keep actions"),
    DECIDE: Text("decide on proposals of departments"),
    ANSWER: Text("confirm, propose, read an own list in"),
    CONFIGURE: Text("choose settings"),
    ADMINISTER: Text("give roles, put a copy of the store back"),
}

# Where a user works from; it stands in the log.
PAGE, COMMAND_LINE = "page", "command_line"
ORIGINS = {PAGE: Text("page"), COMMAND_LINE: Text("command line")}


@dataclass(frozen=True)
class Role:
    """A role: `rights` hold everywhere, `own_rights` for the departments of the user."""

    name: str
    label: Text = field(compare=False)
    rights: frozenset[str]
    own_rights: frozenset[str] = frozenset()


COORDINATOR = Role(
    "coordinator",
    Text("Coordinator"),
    frozenset(
        {ENTER, LOOK, OVERSEE, READ_IN, CLASSIFY, STATE, ACT, DECIDE, ANSWER, CONFIGURE, ADMINISTER}
    ),
)
MANAGER = Role("manager", Text("Department manager"), frozenset({ENTER, LOOK}), frozenset({ANSWER}))
DIRECTOR = Role("director", Text("Director or controller"), frozenset({ENTER, LOOK, OVERSEE}))
ADMINISTRATOR = Role(
    "administrator", Text("Administrator"), frozenset({ENTER, CONFIGURE, ADMINISTER})
)
NOBODY = Role("nobody", Text("No role"), frozenset())
ROLES = {role.name: role for role in (COORDINATOR, MANAGER, DIRECTOR, ADMINISTRATOR, NOBODY)}
GIVEN = (COORDINATOR, ADMINISTRATOR, DIRECTOR, MANAGER)  # what can be given, the widest first


class NotAllowedError(NotDoneError):
    """This user may not do this."""

    def __init__(self) -> None:
        super().__init__(NOT_ALLOWED())


@dataclass(frozen=True)
class User:
    """Somebody at work: who, in which role, for which departments, and where from."""

    name: str
    role: Role
    departments: tuple[str, ...] = ()
    origin: str = PAGE

    def may(self, right: str, departments: str | Collection[str] = ()) -> bool:
        """Whether the user has this right, for all of these departments if it is about some."""
        if right in self.role.rights:
            return True
        asked = {departments} if isinstance(departments, str) else set(departments)
        own = right in self.role.own_rights
        return own and bool(asked) and asked <= set(self.departments)

    def must(self, right: str, departments: str | Collection[str] = ()) -> None:
        """Raise `NotAllowedError` unless the user may."""
        if not self.may(right, departments):
            raise NotAllowedError
