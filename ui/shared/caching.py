"""What was computed once serves every visitor until the data change that it rests on."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial, wraps
from typing import ParamSpec, TypeVar

from analysis.shares import minimums, use_minimums
from texts import clock, current_language, use_language
from ui.figures.template import draw_on, is_dark
from ui.shared import loaders, scope
from ui.shared.snapshot import computed_once

P = ParamSpec("P")
R = TypeVar("R")


def cached(compute: Callable[P, R]) -> Callable[P, R]:
    """Compute once per arguments, which must be hashable, until data change that it reads.

    Which data those are is seen while it computes: nobody has to say so. Nobody may change what
    comes out.
    """
    return _caching(compute, lambda: ())


def cached_as_shown(compute: Callable[P, R]) -> Callable[P, R]:
    """The same for what is made to be seen: once per language and per light or dark as well."""
    return _caching(compute, lambda: (current_language(), is_dark()))


def _caching(
    compute: Callable[P, R], seen_in: Callable[[], tuple[Hashable, ...]]
) -> Callable[P, R]:
    # Streamlit's own cache spends as long on hashing one period as the rest of a click takes.
    @wraps(compute)
    def look_up(*args: P.args, **kwargs: P.kwargs) -> R:
        named = tuple(sorted(kwargs.items()))
        today = clock.today()  # some figures speak of this year
        structure, seen = loaders.structure_in_force(), scope.in_force()
        key = (compute, args, named, today, structure, seen, minimums(), *seen_in())
        once = partial(compute, *args, **kwargs)
        found: R = computed_once(key, once, lambda: _as_seen(partial(look_up, *args, **kwargs)))
        return found

    return look_up


def _as_seen(look_up: Callable[[], object]) -> Callable[[], None]:
    """The same asked again in another thread, as the visitor sees it who asks for it now."""
    language, dark = current_language(), is_dark()
    year, least = loaders.structure_in_force(), minimums()
    seen = scope.in_force()

    def ask() -> None:
        draw_on(dark=dark)
        loaders.use_structure(year)
        use_minimums(least)
        with use_language(language), scope.within(seen):
            look_up()

    return ask
