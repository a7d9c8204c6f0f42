"""Establishing the dossier, the versions that were established, and what changed since."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from data.storing.dossiers import load_dossier_files
from data.storing.versions import DOSSIERS
from data.users import ACT
from data.values.meeting import FrozenFile
from reports.dossier.changes import Changed, changed_sentences, changed_uploads
from texts import Text, ngettext, use_language
from texts import translate as _
from ui.meeting import meeting_data
from ui.meeting.downloads import FORMATS
from ui.shared import formats, frame, loaders, visitor
from ui.shared.drafts import Draft, draft
from ui.shared.notices import attempt, show_notice
from ui.shared.offering import offer
from ui.shared.safe import escape_markdown
from ui.shared.tables import rows_of

_ESTABLISH = "establish"


def show_establishing(year: int) -> None:
    """The button that establishes the dossier, and every version of the year."""
    versions = meeting_data.established()
    versions = versions[versions["year"] == year]
    if visitor.current_user().may(ACT):
        _show_button(year, versions=len(versions))
    show_notice(_ESTABLISH)
    if versions.empty:
        st.info(_("Of this year no dossier is established yet."))
        return
    for place, version in enumerate(rows_of(versions)):
        _show_version(version, newest=not place)


def _show_button(year: int, *, versions: int) -> None:
    st.markdown(
        _(
            "Establishing keeps the dossier as it is: figures, files and fingerprints. Later "
            "uploads change nothing in it."
        )
    )
    one = draft(f"establish_{year}", stored=versions)
    if versions:
        st.text_input(
            _("Why a new version takes the place of the one before"),
            key=one.field("reason", ""),
            max_chars=500,
        )
    st.button(
        _("Establish"),
        type="primary",
        icon=":material/lock:",
        key=one.key("send"),
        on_click=_establish,
        args=(one, year),
    )


def _establish(one: Draft, year: int) -> None:
    from reports.dossier.freezing import establish

    dossier, reason = meeting_data.dossier(year), one.said("reason") or ""
    if attempt(
        lambda: establish(
            loaders.store(), visitor.current_user(), dossier, reason=reason,
            tool_version=frame.version(),
        ),
        Text("The dossier of {year} is established.", {"year": str(year)}),
        at=_ESTABLISH,
    ):  # fmt: skip
        one.finish()


def _show_version(version: dict[str, Any], *, newest: bool) -> None:
    number = int(version["id"])
    label = _("Version {n}, {date}, by {user}").format(
        n=formats.number(version["version"]),
        date=formats.moment(version["frozen_at"]),
        user=version["user"],
    )
    box = st.expander(
        escape_markdown(label), expanded=newest, key=f"version_{number}", on_change="rerun"
    )
    if not box.open:
        return
    with box:
        if version["reason"]:
            st.markdown(escape_markdown(_("Reason: {why}").format(why=version["reason"])))
        st.caption(
            escape_markdown(
                _("{title}. Version {tool} of the tool.").format(
                    title=version["title"], tool=version["tool_version"]
                )
            )
        )
        _show_files(number)
        _show_changes(version)


def _show_files(number: int) -> None:
    files = loaders.loaded(
        ("files of a dossier", number), (DOSSIERS,), lambda store: load_dossier_files(store, number)
    )
    with st.container(horizontal=True):
        for file in files:
            if file.format in FORMATS:
                name, mime = FORMATS[file.format]
                _download(name, file, mime, key=f"kept_{number}_{file.format}")
        metadata = next(file for file in files if file.name.endswith(".mdto.xml"))
        _download(_("Metadata (MDTO)"), metadata, "application/xml", key=f"kept_{number}_mdto")
        offer(
            _("Everything in one file"),
            partial(_zipped, files),
            f"{metadata.name.removesuffix('.mdto.xml')}.zip",
            mime="application/zip",
            key=f"kept_{number}_zip",
        )
    with st.popover(_("Fingerprints"), icon=":material/fingerprint:"):
        st.markdown("\n".join(f"- {escape_markdown(file.name)}: `{file.sha256}`" for file in files))


def _download(label: str, file: FrozenFile, mime: str, *, key: str) -> None:
    offer(label, lambda: file.content, file.name, mime=mime, key=key)


def _zipped(files: list[FrozenFile]) -> bytes:
    from reports.dossier.freezing import zipped

    return zipped(files)


def _show_changes(version: dict[str, Any]) -> None:
    """What the dossier would say otherwise, were it established now."""
    from reports.dossier.freezing import figures_of

    with use_language(version["language"]):
        now = figures_of(meeting_data.dossier(int(version["year"])))
    changed = changed_sentences(version["figures"], now)
    active = loaders.active_batches()
    gone, come = changed_uploads(version["uploads"], active["sha256"].tolist())
    st.markdown(f"**{_('What changed since')}**")
    lines = [*_uploads_in_words(gone, come), *(_in_words(one) for one in changed)]
    if not lines:
        st.markdown(_("Nothing: it would say the same now."))
        return
    st.markdown("\n".join(f"- {escape_markdown(line)}" for line in lines))


def _uploads_in_words(gone: list[str], come: int) -> list[str]:
    lines = []
    if come:
        lines.append(
            ngettext("{n} upload came since.", "{n} uploads came since.", come).format(
                n=formats.number(come)
            )
        )
    if gone:
        lines.append(_("Taken back since: {names}.").format(names=formats.enumerated(gone)))
    return lines


def _in_words(one: Changed) -> str:
    if one.before is None:
        return _("Now also: {now}").format(now=one.now)
    if one.now is None:
        return _("No longer: {before}").format(before=one.before)
    return _("It said: {before} It says now: {now}").format(before=one.before, now=one.now)
