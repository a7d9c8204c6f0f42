"""What this city set otherwise than the defaults; the environment overrules it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, insert, select

from data.settings import Settings, check_choice
from data.storing import acts
from data.storing import tables as t
from data.storing.store import Store
from data.users import User


def load_settings(store: Store) -> Settings:
    """The settings in force: defaults, then what was chosen, then the environment."""
    with store.reading() as connection:
        chosen = connection.execute(select(t.setting.c.name, t.setting.c.value)).all()
    return Settings.in_force(dict(chosen))


def choose_settings(store: Store, user: User, values: Mapping[str, str | None]) -> None:
    """Set settings (name -> text); None is the default again.

    Raises `KeyError` for a setting that is not to be chosen here and `ValueError` for a text that
    is no value of it; then nothing is changed.
    """
    with store.writing(user, acts.CHANGE, acts.SETTING) as change:
        connection = change.connection
        for name, text in values.items():
            check_choice(name, text)
        before = dict(connection.execute(select(t.setting.c.name, t.setting.c.value)).all())
        for name, text in values.items():
            if before.get(name) == text:
                continue
            connection.execute(delete(t.setting).where(t.setting.c.name == name))
            if text is not None:
                connection.execute(insert(t.setting).values(name=name, value=text))
            change.note(before={name: before.get(name)}, after={name: text})
        change.allow_nothing()
