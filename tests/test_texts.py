"""Every text that a user can see is Dutch, and English one click away."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog
from babel.messages.catalog import Message as Entry

from scripts.update_catalogues import (
    ROOT,
    literals,
    name_of,
    outdated,
    places_of_texts,
    python_files,
    read_catalogues,
)
from texts import all_sentences, declares_sentences, use_language
from texts.messages import NAMES_A_THING

SCREENS = ("app.py", "pages", "ui")

# What shows its first argument, or one of these keywords, to the visitor.
SHOWING = {
    "badge", "button", "caption", "checkbox", "date_input", "download_button", "error",
    "expander", "file_uploader", "form_submit_button", "header", "info", "link_button", "markdown",
    "metric", "multiselect", "number_input", "page_link", "pills", "popover", "radio",
    "segmented_control", "select_slider", "selectbox", "slider", "spinner", "status", "subheader",
    "success", "text", "text_area", "text_input", "title", "toast", "toggle", "warning", "write",
}  # fmt: skip
SHOWN_KEYWORDS = {"alt", "body", "help", "label", "placeholder", "delta_description"}
BOTH_LANGUAGES = {"Taal / Language"}


def untranslated_in(source: str) -> set[str]:
    """Every text that a source shows without a translator."""
    found = set()
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and name_of(call) in SHOWING:
            shown = [*call.args[:1], *(k.value for k in call.keywords if k.arg in SHOWN_KEYWORDS)]
            found |= {text for argument in shown for text in literals(argument) if words(text)}
    return found - BOTH_LANGUAGES


def words(text: str) -> str:
    """The letters that remain without icons and markup."""
    bare = re.sub(r":[a-z]+(/[a-z_0-9]+)?:|:[a-z]+\[|<[^>]*>|&[a-z]+;", "", text)
    return "".join(character for character in bare if character.isalpha())


@cache
def used_texts() -> frozenset[str]:
    """Every English text in the sources."""
    return frozenset(form for text in places_of_texts() for form in text)


@cache
def catalogues() -> dict[str, Catalog]:
    """File name -> Dutch catalogue."""
    return read_catalogues()


def entries() -> list[tuple[str, Entry]]:
    """Every Dutch entry, with the file it stands in."""
    return [(name, e) for name, cat in catalogues().items() for e in cat if e.id]


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    """Singular and plural, or the one form there is."""
    return [text] if isinstance(text, str) else list(text)


def placeholders(text: str) -> set[str]:
    """The names that are filled in."""
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


def test_the_catalogues_are_in_step_with_the_sources() -> None:
    assert outdated() == [], "run: python -m scripts.update_catalogues"


def test_every_text_has_dutch() -> None:
    dutch = {form for _file, entry in entries() for form in forms(entry.id)}
    assert sorted(used_texts() - dutch) == []


def test_no_dutch_without_use() -> None:
    unused = [
        (file, forms(entry.id)[0])
        for file, entry in entries()
        if not used_texts().issuperset(forms(entry.id))
    ]
    assert unused == []


def test_no_dutch_is_empty_or_uncertain() -> None:
    poor = [
        (file, entry.id)
        for file, entry in entries()
        if entry.fuzzy or not all(form.strip() for form in forms(entry.string))
    ]
    assert poor == []


def test_no_dutch_is_kept_as_obsolete() -> None:
    assert [name for name, catalogue in catalogues().items() if catalogue.obsolete] == []


def test_dutch_fills_in_the_same_values() -> None:
    different = []
    for file, entry in entries():
        english, dutch = forms(entry.id), forms(entry.string)
        same = len(english) == len(dutch) and all(
            placeholders(a) == placeholders(b) for a, b in zip(english, dutch, strict=True)
        )
        if not same:
            different.append((file, entry.id))
    assert different == []


def test_one_text_has_one_translation() -> None:
    found = defaultdict(set)
    for _file, entry in entries():
        found[tuple(forms(entry.id))].add(tuple(forms(entry.string)))
    assert {text: dutch for text, dutch in found.items() if len(dutch) > 1} == {}


def declared_sentences() -> list[tuple[str, str, str]]:
    """Every declared sentence: the file, the name it gets there, its code."""
    found = []
    for path in python_files(("analysis", "data", "reports", "ui")):
        for node in ast.parse(path.read_text("utf-8")).body:
            call = getattr(node, "value", None)
            if isinstance(call, ast.Call) and name_of(call) == "sentence":
                assert isinstance(node, ast.Assign), path
                name, code = node.targets[0], call.args[0]
                assert isinstance(name, ast.Name)
                assert isinstance(code, ast.Constant)
                found.append((path.relative_to(ROOT).as_posix(), name.id, str(code.value)))
    return found


def test_every_code_is_declared_once_under_its_own_name() -> None:
    found = declared_sentences()
    codes = [code for _path, _name, code in found]
    assert [code for code in codes if codes.count(code) > 1] == []
    assert [code for code in codes if not re.fullmatch(r"[a-z][a-z0-9_]+", code)] == []
    assert [(name, code) for _path, name, code in found if name != code.upper()] == []
    assert {path.rsplit("/", 1)[-1] for path, _name, _code in found} == {"messages.py"}


def test_every_code_is_known_to_who_shows_what_was_stored() -> None:
    declares_sentences("data")
    assert {code for path, _, code in declared_sentences() if path.startswith("data/")} <= set(
        all_sentences()
    )


def test_what_names_a_thing_is_written_without_separators() -> None:
    declares_sentences("data")
    names = {name for told in all_sentences().values() for name in told.placeholders}
    naming = {name for name in names if re.search(r"(^|_)(year|row|line|id|upload|change)$", name)}
    assert naming - NAMES_A_THING == set()


def test_a_message_is_made_by_its_sentence_only() -> None:
    made = [
        path.relative_to(ROOT).as_posix()
        for path in python_files(("analysis", "app.py", "data", "pages", "reports", "ui"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and name_of(node) == "Message"
    ]
    assert made == ["data/storing/message_json.py"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_code_is_filled_in_without_a_gap(language: str) -> None:
    declares_sentences("data")
    with use_language(language):
        for code, told in list(all_sentences().items()):
            text = str(told(**dict.fromkeys(told.placeholders, "x")))
            assert "…" not in text, code
            assert "{" not in text, code


def test_dutch_does_not_shout() -> None:
    assert [e.string for _file, e in entries() if "!" in "".join(forms(e.string))] == []


@pytest.mark.parametrize("path", python_files(SCREENS), ids=lambda p: str(p.relative_to(ROOT)))
def test_screens_show_no_text_without_translator(path: Path) -> None:
    assert untranslated_in(path.read_text("utf-8")) == set()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('st.title("Overview")', {"Overview"}),
        ('column.button("Save", key="save")', {"Save"}),
        ('st.metric(_("Use"), 3, help="how often")', {"how often"}),
        ('st.markdown(f"{n} rows")', {" rows"}),
        ('st.title(_("Overview"))', set()),
        ('st.markdown(f"**{title}**")', set()),
        ('st.write(":material/check:")', set()),
        ('st.text_input("Taal / Language")', set()),
    ],
)
def test_untranslated_texts_are_found_in_a_source(source: str, found: set[str]) -> None:
    assert untranslated_in(source) == found
