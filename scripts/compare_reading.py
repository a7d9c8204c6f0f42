"""Read the same files with two versions of the tool, and say where they differ.

    python -m scripts.compare_reading OLD NEW [FOLDER…] [--tests] [--out FILE]

OLD and NEW are checkouts, each with its own `.venv`. The files are the sample's, those in the
folders, and with `--tests` every file that the tests of OLD read. Each file is read in by both into
a new store, by the command line; what that prints and every stored row of use and of the budget are
compared. Texts of messages are left out of it: their wording may change. The differences are told
file by file, each with what the new version says of the file (the codes of its questions, remarks
and reasons): that is why it reads it otherwise. The exit status is 1 when a file differs of which
the new version says nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ENDINGS = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".xml", ".html"}
MAX_BYTES = 5 * 1024**2
WORDING = {"message", "remarks", "error", "reason", "questions", "code", "report"}
MOST_TOLD = 6  # differences per file

# Run in each checkout: paths on standard input, one JSON line of what came of each.
READER = """
import contextlib, io, json, os, shutil, sys, tempfile
from data.__main__ import main
kinds = ("usage", "budget")
def run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(list(arguments))
    return status, out.getvalue(), err.getvalue()
folder = tempfile.TemporaryDirectory()
empty, used = (os.path.join(folder.name, name) for name in ("empty.sqlite3", "used.sqlite3"))
run("batches", "--store", "sqlite:///" + empty)
for path in sys.stdin.read().splitlines():
    shutil.copy(empty, used)
    store = "sqlite:///" + used
    try:
        status, out, _ = run("import", path, "--json", "--store", store)
        found = {"status": status, "printed": json.loads(out)["files"][0]}
        for kind in kinds:
            rows = run("export", "--kind", kind, "--format", "json", "--store", store)[1]
            found[kind] = json.loads(rows)
    except BaseException as error:
        found = {"broke": f"{type(error).__name__}: {error}"[:300]}
    print(json.dumps(found), file=sys.__stdout__, flush=True)
"""
# A plugin of pytest that keeps every file that the tests read.
KEEPER = """
import hashlib, os
from pathlib import Path
import data.reading.files as files
folder = Path(os.environ["KEPT_FILES"])
read = files.read_file
def keep(content, file_name, settings):
    name = file_name.replace("/", "_").replace(chr(92), "_")
    if len(content) <= 2_000_000 and name.isprintable() and len(name) < 80:
        place = folder / hashlib.sha256(content + name.encode("utf-8", "replace")).hexdigest()[:12]
        place.mkdir(exist_ok=True)
        try:
            (place / name).write_bytes(content)
        except (OSError, ValueError):
            pass
    return read(content, file_name, settings)
files.read_file = keep
"""


def main() -> int:
    """Compare; 0 when both versions read every file alike."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--tests", action="store_true", help="every file that OLD's tests read")
    parser.add_argument("--out", type=Path, help="write the differences here as JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as kept:
        folders = [options.old / "data" / "sample", *options.folders]
        if options.tests:
            keep_files_of_tests(options.old, Path(kept))
            folders.append(Path(kept))
        files = list(files_in(folders))
        old, new = (read(checkout, files) for checkout in (options.old, options.new))
    told = {
        str(file): {"differences": found, "said": sorted(codes(b.get("printed")) - codes(a))}
        for file, a, b in zip(files, old, new, strict=True)
        if (found := differences(a, b))
    }
    if options.out:
        options.out.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return say_what_differs(told, len(files), rows_in(old), rows_in(new))


def say_what_differs(
    told: Mapping[str, Mapping[str, list[str]]], files: int, rows_old: int, rows_new: int
) -> int:
    """Print every file that differs and why; how many files differ in silence."""
    for file, found in told.items():
        say(f"{file}: {len(found['differences'])} differences; {', '.join(found['said']) or '?'}")
        for line in found["differences"][:MOST_TOLD]:
            say(f"    {line}")
    said = Counter(code for found in told.values() for code in found["said"])
    say("\nWhat the new version says of the files that differ:")
    for code, times in said.most_common():
        say(f"{times:6} {code}")
    silent = sum(not found["said"] for found in told.values())
    say(f"\n{files} files: {files - len(told)} alike, {len(told)} different, {silent} in silence.")
    say(f"stored rows: {rows_old} by the old version, {rows_new} by the new.")
    return 1 if silent else 0


def codes(printed: object) -> set[str]:
    """Every code of a question, remark, reason or refusal in what was printed."""
    if isinstance(printed, dict):
        own = {str(printed[key]) for key in ("code", "error_code") if printed.get(key)}
        return own.union(*map(codes, printed.values()))
    if isinstance(printed, list):
        return set().union(*map(codes, printed))
    return set()


def files_in(folders: Sequence[Path]) -> Iterator[Path]:
    """Every file in the folders that may be read in."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in ENDINGS and path.stat().st_size <= MAX_BYTES:
                yield path


def keep_files_of_tests(checkout: Path, folder: Path) -> None:
    """Run the tests of reading in, and keep what they read."""
    plugin = folder / "plugin"
    plugin.mkdir()
    (plugin / "file_keeper.py").write_text(KEEPER, encoding="utf-8")
    command = [python_of(checkout), "-m", "pytest", "-q", "-p", "file_keeper", "tests/data"]
    skipped = ("test_fuzz", "test_properties", "test_hostile_files", "test_postgresql")
    command += ["-k", " and ".join(f"not {name}" for name in skipped)]
    environment = os.environ | {"KEPT_FILES": str(folder), "PYTHONPATH": str(plugin)}
    subprocess.run(command, cwd=checkout, env=environment, check=False)  # noqa: S603 - our own


def read(checkout: Path, files: Sequence[Path]) -> list[dict[str, Any]]:
    """What a version makes of each file."""
    done = subprocess.run(  # noqa: S603 - our own
        [python_of(checkout), "-c", READER],
        cwd=checkout,
        input="\n".join(str(file.resolve()) for file in files),
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def python_of(checkout: Path) -> str:
    """The Python of a checkout."""
    return str(checkout.resolve() / ".venv" / "bin" / "python")


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """Where two versions differ on one file, in words."""
    found = list(compared("printed", old.get("printed"), new.get("printed")))
    for kind in ("usage", "budget"):
        before, after = (Counter(map(plain, version.get(kind, []))) for version in (old, new))
        if before != after:
            gone, came = (before - after).total(), (after - before).total()
            found.append(f"stored {kind}: {gone} rows only in the old, {came} only in the new")
    if old.get("broke") != new.get("broke"):
        found.append(f"broke: {old.get('broke')} -> {new.get('broke')}")
    return found


def compared(place: str, old: object, new: object) -> Iterator[str]:
    """The values that differ, wording aside; what only the new version tells is no difference."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old:
            if key not in WORDING:
                yield from compared(f"{place}.{key}", old[key], new.get(key))
        if bool(old.get("error")) != bool(new.get("error")):
            yield f"{place}: refused {bool(old.get('error'))} -> {bool(new.get('error'))}"
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for number, (a, b) in enumerate(zip(old, new, strict=True)):
            yield from compared(f"{place}[{number}]", a, b)
    elif old != new:
        yield f"{place}: {shortened(old)} -> {shortened(new)}"


def shortened(value: object) -> str:
    """A value as text, at most a line."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 100 else f"{text[:100]}… ({len(text)} characters)"


def plain(row: Mapping[str, Any]) -> str:
    """A stored row as text, without the columns that only one version has."""
    return json.dumps({k: v for k, v in sorted(row.items()) if k not in ("batch_id", "counts")})


def rows_in(version: Sequence[Mapping[str, Any]]) -> int:
    """How many rows a version stored of all files."""
    return sum(len(found.get(kind, ())) for found in version for kind in ("usage", "budget"))


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
