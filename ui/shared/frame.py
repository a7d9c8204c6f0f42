"""What stands around every page: language, title, sample banner, footer, the sentence when empty.

A page begins with `page(key)`. That is enough to run it alone; `app.py` adds the menu.
"""

from __future__ import annotations

import base64
import tomllib
from functools import cache

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.storing import reference
from data.users import CLASSIFY, READ_IN
from reports.findings import use_chosen_minimums
from texts import LANGUAGES, clock, current_language, set_language_source, speak
from texts import translate as _
from ui.figures.template import draw_on, ground
from ui.shared import filters, formats, front_door, loaders, visitor
from ui.shared.html_table import text
from ui.shared.registry import ROOT, page_of
from ui.shared.safe import escape_markdown
from ui.shared.statement_links import links

LANGUAGE = "taal"
_PAGE, _ARRIVED = "page", "arrived"
_LANGUAGE_WIDGET = "language_choice"
_HERE = ROOT / "ui" / "shared"


def chosen_language() -> str | None:
    """The language of this visitor: chosen here, else in the address; None outside a visit."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return None
    return st.session_state.get(LANGUAGE) or st.query_params.get(LANGUAGE)


set_language_source(chosen_language)


def settle_language() -> None:
    """Ask once for the language of this visit; a page asks for hundreds of texts."""
    speak(None)
    speak(current_language())


def switches() -> None:
    """Let the visitor choose role and language, and keep the choice in the address."""
    st.session_state[LANGUAGE] = current_language()
    with st.container(horizontal=True, horizontal_alignment="right", key="switches"):
        visitor.role_switch()
        _switch()
        front_door.sign_out_button()
    _keep_language_in_address()


def _switch() -> None:
    st.segmented_control(
        "Taal / Language",
        list(LANGUAGES),
        default=current_language(),
        required=True,
        format_func=str.upper,
        key=_LANGUAGE_WIDGET,
        on_change=_switch_language,
        label_visibility="collapsed",
    )


def page(key: str, *, about: str | None = None) -> None:
    """Begin the page `key`: its title, and the banner while sample data are in the store.

    `about` is what the page is about, when that stands in its title: one department.
    """
    _arrive(key)
    settle_language()
    draw_on(dark=st.context.theme.type == "dark")
    loaders.use_structure(filters.chosen_structure())
    use_chosen_minimums(loaders.settings())
    this = page_of(key)
    st.html(_style(ground()))
    parts = [str(this.title), about or "", loaders.municipality()[1]]
    st.set_page_config(page_title=" · ".join(part for part in parts if part))
    st.title(escape_markdown(about or this.title), anchor=False)
    if not about:
        st.caption(str(this.description))
    st.html(f'{_tools()}<p class="paper-only">{text(_paper_head())}</p>')
    if not visitor.current_user().may(this.right):
        st.info(_("This page is for the coordinator. In your role you see the other pages."))
        st.stop()
    sample_banner()
    _say_left_out()


def configure() -> None:
    """Say that the page takes its width, and give the tab of the browser its icon.

    Before the menu: a browser would fetch the icon of a page from the internet.
    """
    st.set_page_config(page_icon=_icon(), layout="wide")


@cache
def _icon() -> str:
    """The icon itself: nothing is fetched, and no file is read at every click."""
    content = base64.b64encode((_HERE / "page_icon.png").read_bytes()).decode()
    return f"data:image/png;base64,{content}"


@cache
def _style(ground: str) -> str:
    """Our own style, on this ground."""
    return f"<style>{(_HERE / 'style.css').read_text()}\n:root {{ --ground: {ground}; }}</style>"


def _tools() -> str:
    """The buttons that copy the link and print; `page.js` is what they do.

    Also tells the browser the language of the page.
    """
    copied, copy, printing = _("Copied"), _("Copy link"), _("Print")
    return (
        f'<div class="page-tools" data-page-language="{current_language()}">'  # see chrome.js
        f'<button type="button" class="own-button" data-copies-link="{text(copied)}" '
        f'aria-live="polite">{text(copy)}</button>'
        f'<button type="button" class="own-button" data-prints>{text(printing)}</button></div>'
    )


def _paper_head() -> str:
    """What stands on paper below the title: the municipality and the day."""
    parts = [loaders.municipality()[1], formats.date(clock.today())]
    return " · ".join(part for part in parts if part)


def _arrive(key: str) -> None:
    """On another page than before: take period and filters along, also in the address."""
    before = st.session_state.get(_PAGE)
    st.session_state[_PAGE] = key
    st.session_state[_ARRIVED] = before != key
    if before not in (None, key):
        filters.arrive()


def just_arrived() -> bool:
    """Whether the visitor comes from another page, or comes for the first time."""
    return bool(st.session_state.get(_ARRIVED, True))


def has_data() -> bool:
    """Whether there is any use to show; when there is none, say what to do."""
    if len(loaders.usage()):
        return True
    st.info(
        _(
            "There is no use in the store yet. Read in an Excel file with the use of Platform31; "
            "this page then shows what it says."
        )
    )
    link_to("reading_in", _("Go to Read in"))
    _offer_setting_up()
    return False


def _offer_setting_up() -> None:
    """To who may: say first which municipality this is and which departments it has."""
    if visitor.current_user().may(CLASSIFY) and not loaders.organisation().stated:
        link_to("management", _("Set up your municipality, in five minutes"), part="organisation")


def link_to(key: str, label: str, *, part: str = "", **choices: str) -> None:
    """A link to another page; period and filters go along, and `choices` (column -> value) too.

    `part` is the name of a part of Manage.
    """
    target = page_of(key)
    choices = {filters.CHOICES[column]: value for column, value in choices.items()}
    if part:
        choices[filters.PART_OF_MANAGEMENT] = part
    st.page_link(
        target.as_streamlit(),
        label=label,
        icon=target.icon,
        query_params={**filters.go_along(), **choices},
    )


def go_to(key: str, **choices: str) -> None:
    """Go on to another page, as `link_to` would."""
    choices = {filters.CHOICES[column]: value for column, value in choices.items()}
    query = {**filters.go_along(), **choices}
    st.switch_page(page_of(key).as_streamlit(), query_params=query)


def sample_banner() -> None:
    """While sample data are in the store: say so, and offer to remove them."""
    if not loaders.active_batches()["sample"].any():
        return
    with st.container(horizontal=True, vertical_alignment="center", key="sample_banner"):
        st.caption(
            _("**Sample data.** These figures are fictitious; they show how the tool works."),
            width="content",
        )
        if visitor.current_user().may(READ_IN):
            st.button(
                _("Remove sample data"),
                key="remove_sample",
                on_click=_remove_sample,
                type="tertiary",
            )
        _offer_setting_up()


def _say_left_out() -> None:
    """While there are more names than any city has: which of them the map takes, and what to do."""
    if not any(loaders.left_out()):
        return
    told = _(
        "There are more departments or themes than any municipality has; perhaps a column of "
        "remarks was read as names. Figures about combinations take the {departments} departments "
        "and {themes} themes with the most use. Take the upload back on Read in, or ask whoever "
        "installed the tool to raise the limit."
    )
    st.warning(
        told.format(
            departments=formats.number(len(loaders.departments())),
            themes=formats.number(len(loaders.themes())),
        )
    )


def footer() -> None:
    """The date of the data and the version."""
    batches = loaders.active_batches()
    last = formats.day(batches["created_at"].max()) if len(batches) else _("no data yet")
    told = _("Data last read in: {date}. Version {version}.")
    st.caption(f"{told.format(date=last, version=version())} {links()}")


@cache
def version() -> str:
    """The version of the tool."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"])


def _switch_language() -> None:
    st.session_state[LANGUAGE] = st.session_state[_LANGUAGE_WIDGET]
    filters.keep_choices()


def _keep_language_in_address() -> None:
    language = current_language()
    if language != "nl":
        st.query_params[LANGUAGE] = language
    elif LANGUAGE in st.query_params:
        del st.query_params[LANGUAGE]


def _remove_sample() -> None:
    reference.remove_sample(loaders.store(), visitor.current_user())
