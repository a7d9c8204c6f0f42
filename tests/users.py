"""Users for the tests, one of each role."""

from __future__ import annotations

from data.users import ADMINISTRATOR, COORDINATOR, DIRECTOR, MANAGER, User


def coordinator(name: str = "Noor") -> User:
    """Somebody who may do everything."""
    return User(name, COORDINATOR)


def manager(*departments: str, name: str = "Sam") -> User:
    """Somebody who answers for these departments."""
    return User(name, MANAGER, departments)


NOOR = coordinator()
DIRECTOR_DE_WIT = User("De Wit", DIRECTOR)
BEHEERDER = User("Beheerder", ADMINISTRATOR)
