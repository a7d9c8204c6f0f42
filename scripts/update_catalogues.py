"""Bring the Dutch catalogues in step with the sources, in one run.

    python -m scripts.update_catalogues

Each folder of the sources has one catalogue, named after it: the texts of `data/cells` stand in
`texts/nl/data.cells.po`, those of a text that several folders use in the first of them. Every entry
says in which files its text stands, and the entries stand in that order. The script adds what is
new (its Dutch is left empty, for somebody to fill in), moves what stands elsewhere now, drops what
nobody uses, and mends what a merge did twice. It prints what it did, and which texts lack Dutch;
then it ends with status 1.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import escape, read_po

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "texts" / "nl"
SOURCES = ("analysis", "app.py", "data", "pages", "reports", "texts", "ui")
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: verbredingsmonitor\\n"
"Language: nl\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
# What takes English texts: name -> the places of its arguments that are one (singular, plural).
TRANSLATORS = {
    "_": (0,), "translate": (0,), "Text": (0,), "ngettext": (0, 1), "sentence": (1, 2),
}  # fmt: skip

English = tuple[str, ...]  # a text, or its singular and its plural


@dataclass
class Changes:
    """What a run changed."""

    added: list[English] = field(default_factory=list)
    dropped: list[tuple[English, English]] = field(default_factory=list)
    untranslated: list[English] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def python_files(folders: Iterable[str], root: Path = ROOT) -> list[Path]:
    """The sources under these files and folders."""
    paths = (root / name for name in folders if (root / name).exists())
    return [p for path in paths for p in ([path] if path.suffix else sorted(path.rglob("*.py")))]


def texts_in(source: str) -> list[English]:
    """Every English text that a source hands to a translator, in the order of the source."""
    nodes = list(ast.walk(ast.parse(source)))
    named: dict[str, list[ast.expr]] = defaultdict(list)
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named[node.targets[0].id].append(node.value)
    found: dict[English, tuple[int, int]] = {}
    for node in nodes:
        if isinstance(node, ast.Call) and name_of(node) in TRANSLATORS:
            places = [p for p in TRANSLATORS[name_of(node)] if p < len(node.args)]
            forms = [list(_literals(node.args[place], named)) for place in places]
            # A condition chooses between texts: the first singular goes with the first plural.
            for texts in zip(*forms, strict=len(forms) == 1):
                where = (node.lineno, node.col_offset)
                found[texts] = min(where, found.get(texts, where))
    return sorted(found.keys() - {("",)}, key=found.__getitem__)


def name_of(call: ast.Call) -> str:
    """The last part of the name that is called."""
    return getattr(call.func, "attr", None) or getattr(call.func, "id", "")


def _literals(node: ast.expr, named: Mapping[str, list[ast.expr]]) -> Iterator[str]:
    if isinstance(node, ast.Name):
        for value in named[node.id]:
            yield from literals(value)
    else:
        yield from literals(node)


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


def places_of_texts(root: Path = ROOT) -> dict[English, list[str]]:
    """Every text of the sources with the files in which it stands, in the order of the sources."""
    places: dict[English, list[str]] = defaultdict(list)
    for path in python_files(SOURCES, root):
        for text in texts_in(path.read_text("utf-8")):
            places[text].append(path.relative_to(root).as_posix())
    return places


def catalogue_of(path: str) -> str:
    """The name of the catalogue of a source: `data/cells/dates.py` -> `data.cells.po`."""
    folders = Path(path).parts[:-1][:2]
    return ".".join(folders or (Path(path).stem,)) + ".po"


def translations(folder: Path = FOLDER) -> dict[English, English]:
    """The Dutch of every entry of the catalogues."""
    found: dict[English, English] = {}
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            for entry in read_po(file, locale="nl"):
                if entry.id:
                    dutch = _forms(entry.string)
                    if all(dutch) or _forms(entry.id) not in found:
                        found[_forms(entry.id)] = dutch
    return found


def _forms(text: str | Iterable[str]) -> English:
    return (text,) if isinstance(text, str) else tuple(text)


def catalogues(
    places: Mapping[English, list[str]], dutch: Mapping[English, English]
) -> dict[str, str]:
    """What each catalogue must hold: its name -> its text."""
    pages: dict[str, list[str]] = defaultdict(lambda: [HEADER])
    for text, paths in places.items():
        pages[catalogue_of(paths[0])].append(_entry(text, paths, dutch.get(text, ())))
    return {name: "\n".join(entries) for name, entries in pages.items()}


def _entry(text: English, paths: list[str], dutch: English) -> str:
    lines = [f"#: {path}" for path in paths] + [f"msgid {escape(text[0])}"]
    if len(text) > 1:
        lines.append(f"msgid_plural {escape(text[1])}")
        told = dutch if len(dutch) == len(text) else ("",) * len(text)
        lines += [f"msgstr[{i}] {escape(form)}" for i, form in enumerate(told)]
    else:
        lines.append(f"msgstr {escape(dutch[0] if len(dutch) == 1 else '')}")
    return "\n".join(lines) + "\n"


def update(folder: Path = FOLDER, root: Path = ROOT) -> Changes:
    """Write the catalogues anew; what changed."""
    places, dutch = places_of_texts(root), translations(folder)
    wanted = catalogues(places, dutch)
    for path in folder.glob("*.po"):
        if path.name not in wanted:
            path.unlink()
    changes = Changes(
        added=[text for text in places if text not in dutch],
        dropped=[(text, dutch[text]) for text in dutch if text not in places],
        untranslated=[text for text in places if not all(dutch.get(text, ("",)))],
    )
    for name, content in wanted.items():
        path = folder / name
        if not path.exists() or path.read_text("utf-8") != content:
            path.write_text(content, "utf-8")
            changes.files.append(name)
    return changes


def outdated(folder: Path = FOLDER, root: Path = ROOT) -> list[str]:
    """The names of the catalogues that a run would write, or take away."""
    wanted = catalogues(places_of_texts(root), translations(folder))
    there = {path.name: path.read_text("utf-8") for path in folder.glob("*.po")}
    return sorted(n for n in wanted.keys() | there.keys() if wanted.get(n) != there.get(n))


def read_catalogues(folder: Path = FOLDER) -> dict[str, Catalog]:
    """File name -> Dutch catalogue."""
    found = {}
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            found[path.name] = read_po(file, locale="nl", abort_invalid=True)
    return found


def main() -> int:
    """Update the catalogues and tell of it; 1 when a text lacks its Dutch."""
    changes = update()
    for name in changes.files:
        print("written:", name)
    for text in changes.added:
        print("new:", text[0])
    for text, dutch in changes.dropped:
        print("dropped:", text[0], "=", dutch[0])
    for text in changes.untranslated:
        print("without Dutch:", text[0])
    return 1 if changes.untranslated else 0


if __name__ == "__main__":
    sys.exit(main())
