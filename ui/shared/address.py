"""A choice that stands in the address under a name that no language changes.

Streamlit would put the words of a choice in the address, in the language of who looks; a link that
somebody else opens would then choose nothing. Links of before hold such words, and still work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import streamlit as st

from texts import LANGUAGES, use_language

T = TypeVar("T")
InWords = Callable[[T], str]
_BETWEEN = ","  # more choices under one name


def select_one(
    label: str,
    named: Mapping[str, T],
    *,
    key: str,
    default: T,
    in_words: InWords[T] = str,
    **options: Any,  # noqa: ANN401 (those of the selectbox)
) -> T:
    """Let the visitor choose one of these, kept in the address; when `default` is None maybe none.

    `named` are the choices by the name that they have in the address.
    """
    follow_address(key, named, default, in_words=in_words)
    chosen: T = st.selectbox(
        label,
        list(named.values()),
        index=None if default is None else 0,
        format_func=in_words,
        key=key,
        **options,
    )
    keep_in_address(key, chosen, named, default)
    return chosen


def follow_address(
    key: str, named: Mapping[str, T], default: T, *, in_words: InWords[T] | None = None
) -> T:
    """What is chosen under `key`: taken from the address when a link or going back changed it."""
    asked = st.query_params.get(key, "")
    known = st.session_state.get(key) in (default, *named.values())
    if key not in st.session_state or not known or _moved(key, asked):
        st.session_state[key] = meant(asked, named, default, in_words)
    chosen: T = st.session_state[key]
    return chosen


def follow_address_of_many(
    key: str, named: Mapping[str, T], *, in_words: InWords[T] | None = None
) -> list[T]:
    """The same for any number of choices, none at first."""
    asked = st.query_params.get_all(key)
    kept = st.session_state.get(key)
    known = kept is not None and all(choice in named.values() for choice in kept)
    if not known or _moved(key, _BETWEEN.join(asked)):
        names = [name for text in asked for name in text.split(_BETWEEN)]
        found = [_found(name, named, in_words) for name in dict.fromkeys(names)]
        st.session_state[key] = [choice for choices in found for choice in choices]
    chosen: list[T] = st.session_state[key]
    return chosen


def meant(asked: str, named: Mapping[str, T], default: T, in_words: InWords[T] | None = None) -> T:
    """The choice that an address means by its name, or by its words in either language."""
    return next(iter(_found(asked, named, in_words)), default)


def _found(asked: str, named: Mapping[str, T], in_words: InWords[T] | None) -> list[T]:
    if asked in named:
        return [named[asked]]
    if not asked or in_words is None:
        return []
    for language in LANGUAGES:
        with use_language(language):
            found = [choice for choice in named.values() if in_words(choice) == asked]
        if found:
            return found[:1]
    return []


def keep_in_address(key: str, chosen: T, named: Mapping[str, T], default: T) -> None:
    """Let the address name what is chosen."""
    name = next((name for name, choice in named.items() if choice == chosen), "")
    put_in_address(key, chosen, "" if chosen == default else name)


def keep_many_in_address(key: str, chosen: Sequence[T], named: Mapping[str, T]) -> None:
    """Let the address name all that is chosen."""
    names = [name for name, choice in named.items() if choice in chosen]
    put_in_address(key, list(chosen), _BETWEEN.join(names))


def put_in_address(key: str, chosen: object, name: str) -> None:
    """Let the address say `name`; nothing when it is what is shown without a choice."""
    if _BETWEEN.join(st.query_params.get_all(key)) != name:
        if name:
            st.query_params[key] = name
        else:
            del st.query_params[key]
    st.session_state[f"{key}_in_address"] = name
    st.session_state[f"{key}_shown"] = chosen


def take_along(keys: Sequence[str], *, named: Sequence[str] = ()) -> None:
    """Let what was chosen under these keys stand on another page too, unless a link says else.

    The address of that page names `named` at once; of the others the page does so itself.
    """
    for key in (key for key in keys if key not in st.query_params):
        name = st.session_state.get(f"{key}_in_address", "")
        if name and key in named:
            st.query_params[key] = name
        else:
            st.session_state[f"{key}_in_address"] = ""


def _moved(key: str, asked: str) -> bool:
    """Whether the address changed, and not because of a choice on the page."""
    same = st.session_state.get(key) == st.session_state.get(f"{key}_shown")
    return same and st.session_state.get(f"{key}_in_address", "") != asked
