"""Every text that a user can see is Dutch, and English one click away."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
SOURCES = ("app.py", "pages", "ui", "reports", "analysis", "data", "texts")
SCREENS = ("app.py", "pages", "ui")
# What takes English texts: name -> the places of its arguments that are one.
TRANSLATORS = {
    "_": (0,), "translate": (0,), "Text": (0,),
    "ngettext": (0, 1), "sentence": (1, 2),
}  # fmt: skip

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


def python_files(folders: tuple[str, ...]) -> list[Path]:
    """The sources under these files and folders."""
    found = []
    for name in folders:
        path = ROOT / name
        found += [path] if path.suffix else sorted(path.rglob("*.py"))
    return found


def name_of(call: ast.Call) -> str:
    """The last part of the name that is called."""
    return getattr(call.func, "attr", None) or getattr(call.func, "id", "")


def literals(node: ast.expr) -> Iterator[str]:
    """The texts that an expression can be, as far as they stand in the source."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part for value in node.values for part in literals(value))
    elif isinstance(node, ast.BinOp):
        yield from literals(node.left)
        yield from literals(node.right)


def texts_in(source: str) -> set[str]:
    """Every English text that a source hands to a translator."""
    nodes = list(ast.walk(ast.parse(source)))
    named = defaultdict(list)
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named[node.targets[0].id] += literals(node.value)
    arguments = [
        argument
        for node in nodes
        if isinstance(node, ast.Call)
        for place, argument in enumerate(node.args)
        if place in TRANSLATORS.get(name_of(node), ())
    ]
    found = {text for argument in arguments for text in literals(argument)}
    found |= {t for a in arguments if isinstance(a, ast.Name) for t in named[a.id]}
    return found - {""}


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
    return frozenset(t for path in python_files(SOURCES) for t in texts_in(path.read_text("utf-8")))


@cache
def catalogues() -> dict[str, Catalog]:
    """File name -> Dutch catalogue."""
    found = {}
    for path in sorted((ROOT / "texts" / "nl").glob("*.po")):
        with path.open("rb") as file:
            found[path.name] = read_po(file, locale="nl", abort_invalid=True)
    return found


def entries() -> list[tuple[str, Entry]]:
    """Every Dutch entry, with the file it stands in."""
    return [(name, e) for name, cat in catalogues().items() for e in cat if e.id]


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    """Singular and plural, or the one form there is."""
    return [text] if isinstance(text, str) else list(text)


def placeholders(text: str) -> set[str]:
    """The names that are filled in."""
    return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None}


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


def test_dutch_does_not_shout() -> None:
    assert [e.string for _file, e in entries() if "!" in "".join(forms(e.string))] == []


@pytest.mark.parametrize("path", python_files(SCREENS), ids=lambda p: str(p.relative_to(ROOT)))
def test_screens_show_no_text_without_translator(path: Path) -> None:
    assert untranslated_in(path.read_text("utf-8")) == set()


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('_("Year")', {"Year"}),
        ('_("One " "text")', {"One text"}),
        ('Text("Row {n}", {"n": 1})', {"Row {n}"}),
        ('sentence("rows", "{n} row", "{n} rows")', {"{n} row", "{n} rows"}),
        ('ngettext("{n} row", "{n} rows", 2)', {"{n} row", "{n} rows"}),
        ('_("yes" if x else "no")', {"yes", "no"}),
        ('told = "No row"\nText(told)', {"No row"}),
        ("_(label)", set()),
        ('print("Year")', set()),
    ],
)
def test_texts_are_found_in_a_source(source: str, texts: set[str]) -> None:
    assert texts_in(source) == texts


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
