"""What was computed once serves every visitor until the data change."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

from data.storing.store import default_url
from texts import current_language
from ui.figures.template import is_dark
from ui.shared import loaders

P = ParamSpec("P")
R = TypeVar("R")

_MOST = 256  # results of one function; each is some kilobytes


def cached(compute: Callable[P, R]) -> Callable[P, R]:
    """Compute once per version of the data and per arguments, which must be hashable.

    The store's address is part of the key, so another store never sees these results. Nobody may
    change what comes out.
    """
    return _caching(compute, _data)


def cached_as_shown(compute: Callable[P, R]) -> Callable[P, R]:
    """The same for what is made to be seen: once per language and per light or dark as well."""
    return _caching(compute, lambda: (*_data(), current_language(), is_dark()))


def _caching(compute: Callable[P, R], key: Callable[[], Hashable]) -> Callable[P, R]:
    # Streamlit's own cache spends as long on hashing one period as the rest of a click takes.
    once: Callable[..., R] = lru_cache(_MOST)(
        lambda _key, *args, **kwargs: compute(*args, **kwargs)
    )

    @wraps(compute)
    def look_up(*args: P.args, **kwargs: P.kwargs) -> R:
        return once(key(), *args, **kwargs)

    return look_up


def _data() -> tuple[Hashable, ...]:
    return default_url(), loaders.version(), loaders.structure_in_force()
