"""What is said of use by name and of shares, each of a place: its period, domains and theme."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.findings.sentences.words import listed, share_in_words
from analysis.shares import minimums
from texts import formats
from texts import translate as _

_NAMED = 3  # names in the title of a chart before it becomes a list


def too_little(n: int, least: int | None = None) -> str:
    """The sentence that stands where an order would be, were there enough data."""
    return _("Too little data to rank (uses: {n}; at least {least} are needed).").format(
        n=formats.number(n), least=minimums().uses if least is None else least
    )


def most_used(
    names: Sequence[str], value: float, whole: float, place: str, *, measure: str, known: bool
) -> str:
    """The names with the most use or hours, each `value` of the `whole` of the place.

    `known` says that somebody said which departments there are: else nothing is all.
    """
    if len(names) > 1:
        text = _("{names} most, each {share} of {whole} in {place}.")
    else:
        text = _("{names} most, {share} of {whole} in {place}.")
    counts = {"k": formats.hours(value), "n": formats.hours(whole)}
    share = _("{percent} ({k} of {n})").format(percent=formats.percent(value / whole), **counts)
    if not known and value == whole:
        share = _("{k} of {n}").format(**counts)
    of = {"uses": _("the use"), "hours": _("the hours")}[measure]
    return text.format(names=listed(names, _NAMED), share=share, whole=of, place=place)


def use_in_words(total: float, place: str, *, measure: str) -> str:
    """How much use there was in the place."""
    return _("{now} {unit} in {last}.").format(
        now=formats.hours(total), unit=unit(measure), last=place
    )


def largest_in_words(name: str, k: int, n: int, place: str, *, known: bool) -> str:
    """The largest domain of a place, with its share of the use."""
    share = share_in_words(k, n, whole_is_known=known)
    return _("Largest domain in {place}: {name}, {share}.").format(
        name=name, share=share, place=place
    )


def half_in_words(k: int, n: int, place: str) -> str:
    """From how few of the departments that reported half of the use comes."""
    text = _("In {place} half of the use comes from {k} of the {n} departments that reported.")
    return text.format(place=place, k=formats.number(k), n=formats.number(n))


def covered_in_words(k: int, n: int, place: str, *, known: bool) -> str:
    """The coverage of a place."""
    share = share_in_words(k, n, whole_is_known=known)
    return _("Coverage in {place}: {share}.").format(place=place, share=share)


def unit(measure: str) -> str:
    """What is counted, as it stands after a number."""
    return {"uses": _("uses"), "hours": _("hours")}[measure]


def unit_of_axis(measure: str) -> str:
    """What is counted, as the name of an axis."""
    return {"uses": _("number of uses"), "hours": _("number of hours")}[measure]
