"""The draft of the message to a manager: why this department, which themes, who already does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import pandas as pd
import streamlit as st

from analysis.findings.sentences import period_in_words, standing_in_words, use_of_theme
from analysis.findings.standing import Standing
from analysis.period import Period
from data import columns as c
from data.storing.actions import ConversationPlan, edit_conversation
from reports.letter import Letter, letter_document
from texts import LANGUAGES, Text, clock, current_language, ngettext, use_language
from texts import translate as _
from texts.catalogue import DEFAULT_LANGUAGE
from ui.shared import computed, filters, formats, loaders, on_offer, sentences, visitor
from ui.shared.chart import file_name
from ui.shared.frame import LANGUAGE
from ui.shared.notices import attempt
from ui.shared.offering import offer
from ui.shared.registry import page_of
from ui.shared.tables import rows_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_OFFER = "offer"  # what there is to offer, in words
_LONGEST_ADDRESS = 1_900  # mail programs cut a longer `mailto:` off


def show_message(actions: pd.DataFrame) -> None:
    """The draft for the themes that are still open: to copy, to mail, or as a letter."""
    left = actions[actions[c.STATUS].isin(c.OPEN_STATUSES)]
    if left.empty:
        return
    number = int(left["conversation_id"].iloc[0])
    box = st.expander(
        _("Message to the manager"),
        key=f"message_{number}",
        on_change="rerun",
        icon=":material/mail:",
    )
    if not box.open:
        return
    with box:
        show_letter(left, key=str(number))
        if (left[c.STATUS] == c.TO_APPROACH).any():
            st.button(
                _("It is sent: set to approached"),
                key=f"sent_{number}",
                on_click=set_to_approached,
                args=(left,),
                kwargs={"at": f"conversation_{number}"},
            )


def show_letter(actions: pd.DataFrame, *, key: str) -> None:
    """The draft about these themes, in a language to choose: to copy, to mail, or as a letter."""
    language = st.segmented_control(
        _("Language of the message"),
        list(LANGUAGES),
        default=current_language(),
        required=True,
        format_func=LANGUAGES.__getitem__,
        key=f"message_language_{key}",
    )
    letter = letter_to(actions, language=language)
    st.caption(_("Subject: {subject}").format(subject=letter.subject))
    st.code(letter.text, language=None, wrap_lines=True)
    with st.container(horizontal=True):
        st.link_button(_("Open in the mail program"), mail_address(letter))
        offer(
            _("Download as a letter"),
            partial(letter_document, letter, language=language),
            file_name(letter.subject, ".docx"),
            key=f"letter_{key}",
            mime=WORD,
        )


def set_to_approached(actions: pd.DataFrame, *, at: str) -> None:
    """Note of the themes that waited for it that the message is sent; `at`, where that is said."""
    first, waiting = rows_of(actions)[0], actions[actions[c.STATUS] == c.TO_APPROACH]
    due_on = None if pd.isna(first["due_on"]) else first["due_on"].date()
    statuses = dict.fromkeys(waiting[c.THEME], (c.APPROACHED, None))
    plan = ConversationPlan(first["owner"], first["next_step"], due_on, first["note"], statuses)
    number, version = int(first["conversation_id"]), int(first["version"])
    attempt(
        lambda: edit_conversation(
            loaders.store(), visitor.current_user(), number, plan, version=version
        ),
        Text("The action is saved."),
        at=at,
    )


def letter_to(actions: pd.DataFrame, *, language: str) -> Letter:
    """The message about the themes of a conversation, in the language of the reader."""
    department = str(actions[c.DEPARTMENT].iloc[0])
    period = period_looked_at(actions)
    found = computed.standing(department, period)
    cells = computed.neighbours(period)
    own = {row[c.THEME]: row for row in rows_of(cells[cells[c.DEPARTMENT] == department])}
    with use_language(language):
        return draft(
            found,
            [
                own.get(theme, {c.THEME: theme})
                | {_OFFER: on_offer.theme_in_words(department, theme, period)}
                for theme in actions[c.THEME]
            ],
            sender=visitor.current_user().name,
            link=department_address(department, language, period),
            support=(on_offer.support_in_words(), on_offer.costs_in_words()),
        )


def draft(
    found: Standing,
    spots: Sequence[Mapping[str, Any]],
    *,
    sender: str,
    link: str,
    support: tuple[str, str],
) -> Letter:
    """The message in the language in force.

    `spots` are rows of the map, or a theme alone, with what there is to offer; `support` says what
    the city has of Platform31 and what it costs.
    """
    period = period_in_words(found)
    has, costs = support
    paragraphs = [costs, _page(link), _("Shall we talk it over? I will gladly call.")]
    return Letter(
        subject=_("Platform31: what is in it for {department}").format(department=found.department),
        date=formats.date(clock.today()),
        addressee=_("To the manager of {department}").format(department=found.department),
        greeting=_("Dear colleague,"),
        opening=_opening(has, found, len(spots)),
        points=[_point(spot, period) for spot in spots],
        paragraphs=[text for text in paragraphs if text],
        closing=[_("Kind regards,"), sender, _("G40 coordinator")],
    )


def mail_address(letter: Letter) -> str:
    """The address that opens the mail program with the message in it; too long: its begin."""
    subject = quote(letter.subject)
    body = letter.text
    while len(quote(body)) + len(subject) > _LONGEST_ADDRESS:
        body = body[: -max(20, len(body) // 50)].rstrip() + "…"
    return f"mailto:?subject={subject}&body={quote(body)}"


def department_address(department: str, language: str, period: Period) -> str:
    """The page of a department in a period, seen as its manager, as an address to send."""
    choices = {
        "afdeling": department,
        visitor.ROLE: department,
        filters.FIRST_YEAR: str(period.first),
        filters.LAST_YEAR: str(period.last),
        filters.STRUCTURE_CHOICE: str(filters.chosen_structure() or ""),
        LANGUAGE: "" if language == DEFAULT_LANGUAGE else language,
    }
    here = urlsplit(st.context.url or "")
    site = f"{here.scheme}://{here.netloc}" if here.netloc else ""
    query = urlencode({k: v for k, v in choices.items() if v}, quote_via=quote)
    return f"{site}/{page_of('department').url_path}?{query}"


def period_looked_at(actions: pd.DataFrame) -> Period:
    """The period of the map on which the newest of these cells was chosen; else the default one."""
    ranked = actions.dropna(subset="first_year").tail(1)
    if len(ranked):
        return Period(int(ranked["first_year"].iloc[0]), int(ranked["last_year"].iloc[0]))
    this = clock.today().year
    return computed.default_period() or Period(this, this)


def _opening(has: str, found: Standing, n: int) -> str:
    """What the city has, where the department stands as its page says, and what follows."""
    follows = ngettext(
        "This is about a theme that seems to fit your work:",
        "This is about themes that seem to fit your work:",
        n,
    )
    return f"{has} {standing_in_words(found)} {follows}"


def _point(spot: Mapping[str, Any], period: str) -> str:
    """The theme: how it was used, who else does, what there is to offer, and whom to ask."""
    parts, known = [f"{spot[c.THEME]}."], "peers" in spot
    if known:
        parts += [use_of_theme(spot, period), sentences.who_uses(spot)]
    parts.append(spot.get(_OFFER, ""))
    if known and pd.notna(spot["colleague"]) and spot["colleague"] != spot[c.DEPARTMENT]:
        text = _("The department {department} can tell you about it.")
        parts.append(text.format(department=spot["colleague"]))
    return " ".join(part for part in parts if part)


def _page(link: str) -> str:
    return _(
        "On this page you see what your department uses and what else there is. You can also say "
        "there what is not right, or why a theme is of no use to you: {link}"
    ).format(link=link)
